"""same-translation: two different sentences of the release that came out as the same English."""

import re
import unicodedata
from collections.abc import Iterator

from i18n_news.checks.undecided import place_group, shown, translated
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity
from i18n_news.text.han import HAN

# Short texts are often rightly the same: 责任编辑 and 编辑 are both "Editor".
SHORTEST_TOLD = 5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MEANING = re.compile(f"[{HAN}]|[^\\W_]+|%")


def same_translations(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning at every later place; sources that differ only in punctuation, spaces and width are one source."""
    if edition.locale is not Locale.EN:
        return
    first: dict[tuple[str, str], Segment] = {}
    for kind, segment, target in translated(document, edition):
        words = _WORD.findall(target.text.casefold())
        if len(words) < SHORTEST_TOLD:
            continue
        earlier = first.setdefault((place_group(kind), " ".join(words)), segment)
        if _meaning(earlier) != _meaning(segment):
            said = f"“{shown(earlier.source)}” ({earlier.id}) and “{shown(segment.source)}”"
            message = f"{said} differ, but their English is the same. Say in each what only it says."
            yield Issue("same-translation", Severity.WARNING, segment.id, Locale.EN, message)


def _meaning(segment: Segment) -> tuple[str, ...]:
    return tuple(_MEANING.findall(unicodedata.normalize("NFKC", segment.source).casefold()))
