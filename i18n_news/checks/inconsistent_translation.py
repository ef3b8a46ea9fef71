"""inconsistent-translation: one sentence that stands twice in the release and is translated in two ways."""

import re
import unicodedata
from collections.abc import Iterator

from i18n_news.checks.decided import EDITION_NAMES, FILLER
from i18n_news.checks.undecided import open_target, place_group, shown, translated
from i18n_news.model import Document, Edition, Issue, Segment, Severity, Target
from i18n_news.text.han import has_han

# A form may take or lose its article between its first mention and the later ones.
_FORM = re.compile(rf"(?:\b(?:the|an?)\s+)?{FILLER}+", re.IGNORECASE)
_STOPS = "。．.!！?？;；,，:： "


def inconsistent_translations(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning at every later place whose wording is not that of the first one.

    Headings, captions and the running text are compared among themselves. Spaces, the case of the first letter and the
    words of decided forms are left aside: a form may be full at first and short later.
    """
    if edition.locale is document.locale:
        return
    first: dict[tuple[str, str], tuple[Segment, Target]] = {}
    for kind, segment, target in translated(document, edition):
        source = same_source(segment.source)
        if not has_han(source):
            continue
        earlier, its_target = first.setdefault((place_group(kind), source), (segment, target))
        if earlier is not segment and _wording(earlier, its_target) != _wording(segment, target):
            said = f"“{shown(its_target.text, 60)}” in {earlier.id} and “{shown(target.text, 60)}” here"
            where = EDITION_NAMES[edition.locale]
            message = f"“{shown(segment.source)}” is {said} in the {where}. Use one wording for both."
            yield Issue("inconsistent-translation", Severity.WARNING, segment.id, edition.locale, message)


def same_source(text: str) -> str:
    """The source by which two sentences count as one: without spaces, widths and the mark at the end."""
    return "".join(unicodedata.normalize("NFKC", text).split()).rstrip(_STOPS)


def _wording(segment: Segment, target: Target) -> str:
    words = _FORM.sub(FILLER, open_target(segment, target))
    words = " ".join(words.split()).rstrip(_STOPS)
    return words[:1].casefold() + words[1:]
