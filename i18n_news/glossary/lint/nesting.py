"""Terms inside terms: 开发区 in 经济技术开发区 should be the same words in both renderings."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping

from i18n_news.glossary.lint.finding import Finding, Glossaries, Sheet
from i18n_news.glossary.terms import Term
from i18n_news.model import Severity

GLOSS = re.compile(r"\s*\([^()]*\)")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Behind one of them stands what the head is of: the head of "head of the Office" is "head".
AFTER_HEAD = frozenset(
    {"of", "for", "to", "in", "on", "with", "from", "at", "by", "that", "across", "between", "under"}
)
SMALL = AFTER_HEAD | {"the", "a", "an", "and", "or", "its", "their"}
NAMES = ("person", "place", "organization")
# Two characters stand in many words by chance, 主任 in 主任医师; those of a name seldom do.
SHORTEST, SHORTEST_NAME = 3, 2
# China and Chinese: words that begin alike are one word in two forms.
ALIKE = 4
# More than these say that the inner rendering is the odd one, or that both are meant: one line tells it as well.
MANY = 3

Entry = tuple[Sheet, Term]


def nested(glossaries: Glossaries) -> Iterator[Finding]:
    """`nested-rendering`, `nested-name`: the longer entry lacks the head word, or the name, of one inside it.

    The head counts where the longer source ends with the shorter one, a name anywhere. An inner entry that is missing
    from many longer ones is told once, at its own line.
    """
    known: dict[str, Entry] = {}
    current = [(sheet, term) for sheet, term in glossaries.current() if term.en]
    for sheet, term in current:
        known.setdefault(term.source, (sheet, term))
    missing: dict[tuple[str, str], list[tuple[Entry, str]]] = defaultdict(list)
    for sheet, term in current:
        for code, source, word in _missing(term, known):
            missing[code, source].append(((sheet, term), word))
    for (code, source), outer in missing.items():
        yield from _told(code, known[source], outer)


def inner_sources(source: str, known: Container[str], shortest: int = 2) -> Iterator[str]:
    """The known sources inside a longer one, the longest first, without those inside one that was given."""
    size = len(source)
    covered: list[tuple[int, int]] = []
    for length in range(size - 1, shortest - 1, -1):
        for start in range(size - length + 1):
            inner = source[start : start + length]
            if inner in known and not any(a <= start and start + length <= b for a, b in covered):
                covered.append((start, start + length))
                yield inner


def head(rendering: str) -> str:
    """The word that the rendering is about: the last one before a preposition, brackets left out."""
    words: list[str] = WORD.findall(GLOSS.sub("", rendering))
    for place, word in enumerate(words):
        if place and word.lower() in AFTER_HEAD:
            return words[place - 1]
    return next((word for word in reversed(words) if word.lower() not in SMALL), "")


def stem(word: str) -> str:
    """The word without case and plural, as near as comparing needs."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _missing(term: Term, known: Mapping[str, Entry]) -> Iterator[tuple[str, str, str]]:
    """Code, source and word of each inner entry that the rendering of the longer one lacks."""
    words: frozenset[str] = frozenset()
    for source in inner_sources(term.source, known, SHORTEST_NAME):
        inner = known[source][1]
        if inner.domain not in ("", term.domain):
            continue
        words = words or _words(term.en)
        is_name = inner.kind in NAMES
        if term.source.endswith(source) and len(source) >= (SHORTEST_NAME if is_name else SHORTEST):
            word = head(inner.en)
            if word and stem(word) not in words and stem(head(inner.en_short)) not in words:
                yield "nested-rendering", source, word
        elif is_name and not any(
            _is_alike(word, other) for word in _words(f"{inner.en} {inner.en_short}") for other in words
        ):
            yield "nested-name", source, inner.en_short or inner.en


def _told(code: str, inner: Entry, outer: list[tuple[Entry, str]]) -> Iterator[Finding]:
    inner_sheet, entry = inner
    if len(outer) > MANY:
        examples = ", ".join(f"{term.source} ({term.en})" for (_, term), _ in outer[:2])
        message = (
            f"{entry.en!r} is not in the renderings of {len(outer)} longer entries: {examples}, …; is it meant so?"
        )
        yield inner_sheet.finding(entry, code, Severity.INFO, message)
        return
    for (sheet, term), word in outer:
        place = f"{inner_sheet.file}:{entry.line}"
        message = f"{term.en!r} lacks {word!r}, but {entry.source!r} is {entry.en!r} in {place}; is it meant so?"
        yield sheet.finding(term, code, Severity.INFO, message)


def _words(rendering: str) -> frozenset[str]:
    return frozenset(stem(word) for word in WORD.findall(rendering) if word.lower() not in SMALL)


def _is_alike(word: str, other: str) -> bool:
    return word == other or (len(word) >= ALIKE and word[:ALIKE] == other[:ALIKE])
