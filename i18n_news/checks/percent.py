"""percent: percent that the English lost or added, or percentage points that became percent."""

import re
from collections.abc import Iterator

from i18n_news.checks.undecided import translated
from i18n_news.model import Document, Edition, Issue, Locale, Severity, Target

_SOURCE = re.compile("[%％﹪]|百分|per ?cent", re.IGNORECASE)
_SOURCE_POINTS = re.compile("百分点")
# A tenth, a half, a multiple, a rate by the thousand and a share in words may be said in percent as well.
_SOURCE_SHARE = re.compile(
    "[0-9一二两三四五六七八九十几](?:成|折|个?点)|倍|翻番|翻一番|翻两番|‰|千分之|分之|一半|过半|半数|大半|减半|全部|全数|比例|占比"
)
_ENGLISH = re.compile(r"%|\bper ?cents?\b|\bpercent(?:age|ages|ile)?\b|\bpct\b|\bpp\b", re.IGNORECASE)
_ENGLISH_POINTS = re.compile(r"\bpercentage[ -]points?\b|\bpp\b|\bpoints?\b|\bppts?\b|\bbasis\b", re.IGNORECASE)
# English words that say a percentage, and the figures for which they do.
_WORDS = {
    r"\bhal(?:f|ves)\b": "(?<![0-9])50|五十",
    r"\bquarters?\b|\bin four\b": "(?<![0-9])[27]5|[二七]十五",
    r"\bthirds?\b|\bin three\b": "(?<![0-9])[36][3-7]",
    r"\bfifths?\b|\bin five\b": "(?<![0-9])[2468]0|[二四六八]十",
    r"\btenths?\b|\bin (?:ten|10)\b": "(?<![0-9])[1-9]0|十",
    r"\b(?:all|every\w*|entire\w*|full|fully|whol\w+|complet\w+|total\w*)\b": "(?<![0-9])100|百分百|百分之百",
    r"\b(?:doubl|tripl|quadrupl)\w+|\b(?:two|three|four|five)fold\b|\btwice\b": "(?<![0-9])[1-9]00|百分之[一二三四]百",
}


def percents(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning each; that the number itself is right is for changed-number to say."""
    if edition.locale is not Locale.EN:
        return
    for _, segment, target in translated(document, edition):
        yield from _issues(segment.id, segment.source, target)


def _issues(segment_id: str, source: str, target: Target) -> Iterator[Issue]:
    english = target.text
    there, here = len(_SOURCE.findall(source)), len(_ENGLISH.findall(english))
    message = ""
    if there and not here and not _is_in_words(source, english):
        message = "The Chinese gives a percentage; the English does not say “percent”. Add it to the figure."
    elif here and not there and not _SOURCE_SHARE.search(source):
        message = "The English says “percent”; the Chinese has no percentage. Correct the unit or take it out."
    elif _SOURCE_POINTS.search(source) and not _ENGLISH_POINTS.search(english):
        message = "The Chinese says 百分点, “percentage points”; the English does not. Write “percentage points”."
    if message:
        yield Issue("percent", Severity.WARNING, segment_id, Locale.EN, message)


def _is_in_words(source: str, english: str) -> bool:
    """Whether the English has a percentage as a share, or speaks of points alone."""
    if _ENGLISH_POINTS.search(english) and _SOURCE_POINTS.search(source):
        return True
    return any(
        re.search(words, english, re.IGNORECASE) and re.search(figure, source) for words, figure in _WORDS.items()
    )
