"""untranslated: Chinese without English, or with far too little of it."""

import re
from collections.abc import Iterator

from i18n_news.checks.decided import FILLER, free_text
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity, Target
from i18n_news.text.han import count_han, has_han

# English has about 0.67 words for each Han character; of 600 sentences by people one in 400 has fewer than 0.35, and
# those that do have lost a part. Short texts vary too much to tell.
WORDS_PER_HAN = 0.35
SHORTEST_TOLD = 12
_WORD = re.compile(r"[^\W_]+")


def untranslated(document: Document, edition: Edition) -> Iterator[Issue]:
    """No English and the Chinese itself are errors; a very short English is a warning."""
    if edition.locale is not Locale.EN:
        return
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is None or not _needs_english(segment):
            continue
        if not target.text.strip():
            message = f"“{_start(segment.source)}” has no English. Translate it."
            yield Issue("untranslated", Severity.ERROR, segment.id, Locale.EN, message)
        elif target.text.strip() == segment.source.strip():
            message = f"“{_start(segment.source)}” stands in the English as it is. Translate it."
            yield Issue("untranslated", Severity.ERROR, segment.id, Locale.EN, message)
        elif _is_short(segment, target):
            message = f"The English of “{_start(segment.source)}” is very short; text may be missing. Compare the two."
            yield Issue("untranslated", Severity.WARNING, segment.id, Locale.EN, message)


def _needs_english(segment: Segment) -> bool:
    """Whether the source has Chinese that is not decided to stand as it is."""
    return any(has_han(text) for text, span in segment.pieces() if not span or span.forms.get(Locale.EN, "") != text)


def _is_short(segment: Segment, target: Target) -> bool:
    """Compares what was left to the engine; a decided form may be an abbreviation of any length."""
    han = sum(count_han(text) for text, span in segment.pieces() if span is None or Locale.EN not in span.forms)
    words = len(_WORD.findall(free_text(segment, target).replace(FILLER, " ")))
    return han >= SHORTEST_TOLD and words < WORDS_PER_HAN * han


def _start(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"
