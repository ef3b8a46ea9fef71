"""length-ratio: a text far too long for its source, or a Chinese edition that is not as long as its source."""

import re
from collections.abc import Iterator

from i18n_news.checks.undecided import open_source, open_target, shown, translated
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity, Target
from i18n_news.text.han import count_han

# Of 887 references by people with 12 Han or more, half have 0.67 words for each Han character, 1 in 100 more than 1.2
# and none more than 1.54. A few words come on top, since short names such as 十九大 are long in English. What is too
# short is for the check "untranslated".
WORDS_PER_HAN = 1.6
WORDS_ON_TOP = 5
# Conversion keeps the length but for the words that a Traditional edition says in its own way.
SHORTEST_CHINESE, LONGEST_CHINESE = 0.8, 1.25
SHORTEST_TOLD = 12
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LATIN = re.compile(r"[A-Za-z0-9]+(?:[.,'’-][A-Za-z0-9]+)*")


def length_ratios(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning each; decided forms count on neither side, and short texts vary too much to tell."""
    for _, segment, target in translated(document, edition):
        fault = _english(segment, target) if edition.locale is Locale.EN else _chinese(segment, target)
        if fault:
            message = f"“{shown(segment.source)}” {fault} Compare the two."
            yield Issue("length-ratio", Severity.WARNING, segment.id, edition.locale, message)


def _english(segment: Segment, target: Target) -> str:
    source = open_source(segment, Locale.EN)
    han = count_han(source)
    words = len(_WORD.findall(open_target(segment, target))) - len(_LATIN.findall(source))
    if han < SHORTEST_TOLD or words <= WORDS_PER_HAN * han + WORDS_ON_TOP:
        return ""
    return f"has {han} undecided characters and {words} words of English; something may be said twice or made up."


def _chinese(segment: Segment, target: Target) -> str:
    source, edition = count_han(segment.source), count_han(target.text)
    if source < SHORTEST_TOLD or SHORTEST_CHINESE * source <= edition <= LONGEST_CHINESE * source:
        return ""
    fault = "text may be missing." if edition < source else "text may have been added."
    return f"has {source} characters, this edition {edition}; {fault}"
