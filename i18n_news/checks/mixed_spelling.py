"""mixed-spelling: British and American spelling side by side in one English edition."""

import re
from collections.abc import Iterator
from functools import cache

from i18n_news.checks.undecided import open_target, translated
from i18n_news.model import Document, Edition, Issue, Locale, Severity
from i18n_news.text.american import american

# No part of an address, a file name or a hyphenated name; a capital inside a sentence makes a name: Labour Party.
_WORD = re.compile(r"(?<![\w@/.’'-])(?:[a-z]+|[A-Z][a-z]+)(?![\w@/]|\.\w)")
_STARTS = re.compile(r"(?:^|[.!?:]['’”\"]?\s+)[“\"(‘]?$")
# In what two words differ that are only two spellings: -ise, -our and mould, -lled, fulfil, defence, centre, anaemia,
# foetus, sceptic. Other rows of the list are words that both sides use in some sense: tire, check, program, toward.
_SPELLINGS = frozenset(("s→z", "u→", "l→", "→l", "c→s", "re→er", "a→", "o→", "c→k"))
_NOT_BRITISH = frozenset(("caesarean", "caesareans"))
_NOT_AMERICAN = frozenset(
    ["license", "licenses", "licensed", "practice", "practices", "practiced", "practicing", "meter", "meters"]
)
LONGEST_LIST = 3
Place = tuple[str, str]


def mixed_spellings(document: Document, edition: Edition) -> Iterator[Issue]:
    """One warning for an edition, at the first word of the spelling that is rarer in it.

    Names and decided forms are as they were decided. The endings -ize and -ization are also those of Oxford, so beside
    British words without -ise they are no fault.
    """
    if edition.locale is not Locale.EN:
        return
    british: list[Place] = []
    american_words: list[Place] = []
    for _, segment, target in translated(document, edition):
        own = frozenset(re.findall("[a-z]+", segment.source.casefold()))
        for word in _words(open_target(segment, target)):
            if word in own:
                continue
            if word in british_only():
                british.append((word, segment.id))
            elif word in american_only():
                american_words.append((word, segment.id))
    if not british or not american_words or _is_oxford(british, american_words):
        return
    few, many, name, other = british, american_words, "British", "American"
    if len(american_words) < len(british):
        few, many, name, other = american_words, british, "American", "British"
    listed = ", ".join(f"“{word}” ({place})" for word, place in list(dict(few).items())[:LONGEST_LIST])
    word, place = many[0]
    message = f"{listed}: {name} spelling, but “{word}” ({place}) and others are {other}. Use one spelling."
    yield Issue("mixed-spelling", Severity.WARNING, few[0][1], Locale.EN, message)


@cache
def british_only() -> frozenset[str]:
    """Words that only British spelling has."""
    return frozenset(british for british, _ in _pairs()) - _NOT_BRITISH


@cache
def american_only() -> frozenset[str]:
    """Words that only American spelling has, but for -ize in Oxford's."""
    return frozenset(american for _, american in _pairs()) - _NOT_AMERICAN


def _pairs() -> Iterator[tuple[str, str]]:
    for british, in_american in american().items():
        if _difference(british, in_american) in _SPELLINGS:
            yield british, in_american


def _difference(one: str, other: str) -> str:
    """What is left of two words without their common beginning and end, as in u→ for labour and labor."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return f"{one[start : len(one) - end]}→{other[start : len(other) - end]}"


def _is_oxford(british: list[Place], american_words: list[Place]) -> bool:
    has_ise = any(re.search("is(?:e|es|ed|ing|ers?|ation)", word) for word, _ in british)
    return not has_ise and all(re.search("iz(?:e|es|ed|ing|ers?|ation)", word) for word, _ in american_words)


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        if match[0].islower() or _STARTS.search(text[max(0, match.start() - 8) : match.start()]):
            yield match[0].casefold()
