"""The editions as Markdown, in which a mark is escaped only where it would change the reading, and as plain text."""

import re
from collections.abc import Mapping, Sequence
from html.entities import html5
from pathlib import PurePosixPath

from i18n_news.model import Document, Issue, Locale
from i18n_news.render.environment import Templates
from i18n_news.render.house import House
from i18n_news.render.views import NO_HOUSE, Release, Renderer, release_view

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


def markdown_renderer(templates: Templates, house: House = NO_HOUSE) -> Renderer:
    """A renderer of one Markdown file for each edition, and of both languages paragraph by paragraph."""
    return _renderer(templates, house, "md")


def text_renderer(templates: Templates, house: House = NO_HOUSE) -> Renderer:
    """A renderer of one file without any marks for each edition, and of both languages paragraph by paragraph."""
    return _renderer(templates, house, "txt")


def _renderer(templates: Templates, house: House, form: str) -> Renderer:

    def render(document: Document, issues: Sequence[Issue]) -> Mapping[PurePosixPath, bytes]:
        pages: dict[str, tuple[Locale, ...]] = {str(locale): (locale,) for locale in document.editions}
        if Locale.EN in document.editions and document.locale is not Locale.EN:
            pages["bilingual"] = (document.locale, Locale.EN)
        files = {
            f"{name}.{form}": _fill(templates, f"edition.{form}", release_view(document, locales, house))
            for name, locales in pages.items()
        }
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


def _fill(templates: Templates, name: str, release: Release) -> str:
    text = templates.fill(
        name,
        release=release,
        escaped=escaped,
        heading=heading,
        cell=cell,
        inline=inline,
    )
    return BLANK_LINES.sub("\n\n", text.strip("\n")) + "\n"
