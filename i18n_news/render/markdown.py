"""The editions as Markdown that copies as plain text: a mark is escaped only where it would change the reading."""

import re
from collections.abc import Mapping, Sequence
from html.entities import html5
from pathlib import PurePosixPath

from i18n_news.model import Document, Issue, Locale
from i18n_news.render.environment import Templates
from i18n_news.render.views import Renderer, release_view

# CommonMark 0.31: what opens a block when a line begins with it; the group is what gets the backslash before it.
BLOCK_OPENINGS = (
    re.compile(r"\d{1,9}(?=[.)](?:\s|$))"),  # an ordered list: the backslash comes before the full stop
    re.compile(r"(?=#{1,6}(?:\s|$))"),
    re.compile(r"(?=[-+*](?:\s|$))"),
    re.compile(r"(?=>|```|~~~|\[[^\]]+\]:)"),
    re.compile(r"(?=(?:=+|-+|(?:[-*_]\s*){3,})$)"),
)
CLOSING_HASHES = re.compile(r"(?<=\s)(?=#+$)")
BLANK_LINES = re.compile(r"\n{3,}")
BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
TAG = re.compile(r"(?=<[A-Za-z/!?])")
ENTITY = re.compile(r"&(#\d{1,7};|#[Xx][0-9A-Fa-f]{1,6};|\w{1,32};)")
LINK = re.compile(r"(?=\[[^\]]*\]\()")
# A pair of marks with text close to them, or a single mark that touches no text, which stays as it is.
STARS = re.compile(r"(?:(?<=\S)(?=\*)|(?=\*\S))")
UNDERSCORES = re.compile(r"(?:(?<!\w)(?=_\S)|(?<=\S)(?=_(?!\w)))")


def markdown_renderer(templates: Templates) -> Renderer:
    """A renderer of one plain file for each edition, and of both languages paragraph by paragraph."""

    def render(document: Document, issues: Sequence[Issue]) -> Mapping[PurePosixPath, bytes]:
        files = {f"{locale}.md": _fill(templates, document, (locale,)) for locale in document.editions}
        if Locale.EN in document.editions and document.locale is not Locale.EN:
            files["bilingual.md"] = _fill(templates, document, (document.locale, Locale.EN))
        return {PurePosixPath(name): text.encode("utf-8") for name, text in files.items()}

    return render


def escaped(text: str) -> str:
    """One paragraph as Markdown: white space of any kind is an ordinary space, and no line break is left."""
    line = inline(text)
    for opening in BLOCK_OPENINGS:
        match = opening.match(line)
        if match:
            return f"{line[: match.end()]}\\{line[match.end() :]}"
    return line


def heading(text: str) -> str:
    """The text of a heading: hashes at its end would be taken for its close."""
    return CLOSING_HASHES.sub(r"\\", inline(text))


def cell(text: str) -> str:
    """The text of a table cell: a bar would end it."""
    return inline(text).replace("|", "\\|")


def inline(text: str) -> str:
    line = " ".join(text.split())
    line = BACKSLASH.sub(r"\\\\", line)
    line = LINK.sub(r"\\", TAG.sub(r"\\", ENTITY.sub(_kept_entity, line)))
    if len(STARS.findall(line)) > 1:
        line = STARS.sub(r"\\", line)
    if len(UNDERSCORES.findall(line)) > 1:
        line = UNDERSCORES.sub(r"\\", line)
    # Two ranges such as 3~5 and 8~10 would strike out what stands between them (GitHub's Markdown, 6.5).
    for mark in ("~", "`"):
        if line.count(mark) > 1:
            line = line.replace(mark, f"\\{mark}")
    return line


def _kept_entity(match: re.Match[str]) -> str:
    """AT&T; stays as it is: only what HTML has a character for would be replaced."""
    is_entity = match[1].startswith("#") or match[1] in html5
    return f"\\{match[0]}" if is_entity else match[0]


def _fill(templates: Templates, document: Document, locales: Sequence[Locale]) -> str:
    text = templates.fill(
        "edition.md",
        release=release_view(document, locales),
        escaped=escaped,
        heading=heading,
        cell=cell,
        inline=inline,
    )
    return BLANK_LINES.sub("\n\n", text.strip("\n")) + "\n"
