"""A text cut into the words that names of places and bodies are made of: known parts, generic words, unknown stems."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from i18n_news.names.words import titles
from i18n_news.text.han import is_han
from i18n_news.text.romanize_tables import (
    common_words,
    foreign_names,
    generics,
    international,
    organization_words,
    places,
)

# What a name can begin with, and what can stand behind that beginning.
PROPER = ("place", "brand", "stem", "known")
TAILS = ("generic", "form", "office")
BRACKETS = {"（": "）", "(": ")"}

# Characters that are words of their own: none of them is part of a name that nobody knows.
_SMALL = frozenset(
    "的了是在与和由对向从为有无各全本该我赴到至往经于以及等将把被让给跟同或并而也都就又再还已曾未不没这那哪某每此其之者们他她它你您"
    "零一二三四五六七八九十百千万亿两几数半余第副位名家座条项次个种批届期年月日时分说称即则且若如但因所去回过入使令请应受"
    "多少更最很较太只仅约近超达共总均须可能会要想让据按依随除像似问答讯摄报沿绕抵访驻刚"
)
# Characters that begin a name only where a name may begin at all.
_LEADING = frozenset("中上下前后内外旁边出进来离大小老近原旧新")
_LENGTH = 12
_WHOLE = math.log(60_000_000)


@dataclass(frozen=True, slots=True)
class Token:
    """A word at half-open code points; kinds besides PROPER and TAILS: word, noun, verb, world, taken, small, mark."""

    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """Registered words and their English; `lengths` of those that begin with the same two characters."""

    english: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]


def registered(english: Mapping[str, str]) -> Known:
    """Made once for many texts: it looks at every word."""
    return Known(english, _lengths(english))


def tokens(text: str, known: Known, taken: Sequence[tuple[int, int]] = ()) -> list[Token]:
    """The words of a text; a taken range is one token, known if it is registered, and never cut."""
    found: list[Token] = []
    at = 0
    for start, end in sorted(taken):
        if start < at or end <= start:
            continue
        found += _cut(text, at, start, known)
        word = text[start:end]
        kind = _known_kind(word, known) if word in known.english else "taken"
        found.append(Token(start, end, kind, word))
        at = end
    found += _cut(text, at, len(text), known)
    return _with_firm_stems(list(_with_stems(found)))


def _with_firm_stems(words: Sequence[Token]) -> list[Token]:
    """A small word between a stem and a firm's own words belongs to the stem: 恒达轴承有限公司."""
    merged: list[Token] = []
    for number, token in enumerate(words):
        before = merged[-1] if merged else None
        if (
            before is not None
            and token.kind == "small"
            and before.kind in ("stem", "char")
            and len(before.text) + len(token.text) <= 4
            and _names_a_firm(words[number + 1 :])
        ):
            merged[-1] = Token(before.start, token.end, "stem", before.text + token.text)
        else:
            merged.append(token)
    return merged


def _names_a_firm(following: Sequence[Token]) -> bool:
    """Whether only words for a trade stand before the legal form of a company."""
    for token in following[:5]:
        if token.kind != "word":
            return token.text.endswith("有限公司") or token.text.endswith("股份公司")
    return False


def is_proper(word: str, english: str) -> bool:
    """Whether a registered word is a name, by its capital; a title and a word of the tables are not."""
    return (
        english[:1].isupper()
        and word not in organization_words()
        and word not in generics()
        and word not in common_words()
        and not any(word.endswith(title) for title in titles())
    )


def _known_kind(word: str, known: Known) -> str:
    if is_proper(word, known.english[word]):
        return "known"
    kind = _kind(word)
    return kind if kind in (*TAILS, "place") else "word"


def _cut(text: str, start: int, end: int, known: Known) -> Iterator[Token]:
    """Best path over the words of all tables, as a unigram segmenter does it."""
    best = [0.0] * (end - start + 1)
    size = [1] * (end - start + 1)
    for at in range(end - 1, start - 1, -1):
        choices = [(_single(text[at]) - _WHOLE + best[at + 1 - start], 1)]
        if is_han(text[at]):
            first = text[at : at + 2]
            for length in {1, *_table_lengths().get(first, ()), *known.lengths.get(first, ())}:
                weight = _weight(text[at : at + length], known) if length <= min(_LENGTH, end - at) else 0.0
                if weight:
                    choices.append((weight - _WHOLE + best[at + length - start], length))
        best[at - start], size[at - start] = max(choices)
    at = start
    while at < end:
        word = text[at : at + size[at - start]]
        kind = _known_kind(word, known) if len(word) > 1 and word in known.english else _kind(word)
        yield Token(at, at + len(word), kind, word)
        at += len(word)


def _single(char: str) -> float:
    return 13.0 if char in _SMALL else 3.0


def _weight(word: str, known: Known) -> float:
    if len(word) > 1 and word in known.english:
        return 12.0
    table = _vocabulary()
    return table[word][1] if word in table else 0.0


def _kind(word: str) -> str:
    table = _vocabulary()
    if word in table:
        return table[word][0]
    if word in _SMALL or word in _LEADING:
        return "small" if word in _SMALL else "lead"
    return "char" if is_han(word) else "mark"


@cache
def _vocabulary() -> Mapping[str, tuple[str, float]]:
    """Word to kind and weight; a later table wins over an earlier one."""
    table: dict[str, tuple[str, float]] = {word: (kind, float(w)) for word, (kind, w) in common_words().items()}
    for word, entry in organization_words().items():
        kind = entry.kind
        table[word] = (kind, max(9.0, table[word][1] if word in table else 0.0))
    for word, generic in generics().items():
        if generic.kind != "ethnic":
            table[word] = ("generic", 9.0)
    for word in places():
        if len(word) > 1:
            table[word] = ("place", 8.0)
    for word, entry in foreign_names().items():
        if entry.kind == "company":
            table[word] = ("brand", 8.0)
    for word in international():
        table[word] = ("world", 10.0)
    return table


@cache
def _table_lengths() -> Mapping[str, tuple[int, ...]]:
    return _lengths(_vocabulary())


def _lengths(words: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """The lengths of the words that begin with the same two characters."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[:2], set()).add(len(word))
    return {first: tuple(sorted(row)) for first, row in lengths.items()}


def _with_stems(found: Sequence[Token]) -> Iterator[Token]:
    """Neighbouring characters that are no word become one stem; 中, 新, 大 only where a name may begin."""
    at = 0
    while at < len(found):
        token = found[at]
        may_begin = at == 0 or found[at - 1].kind in ("mark", "small", "place", "generic", "known", "verb", "taken")
        end = at
        while end < len(found) and (
            found[end].kind == "char" or (found[end].kind == "lead" and (end > at or may_begin))
        ):
            end += 1
        if end == at + 1 and token.kind == "lead" and _is_settlement(found, at):
            # 大黄山街道 is named after 大黄山, not after 黄山.
            end += 1
        if end == at + 1 and token.kind == "char" and _is_water_in_a_name(found, end):
            # 云湖社区 is named 云湖; one character is no name of its own.
            end += 1
        if end == at:
            yield _settled(found, at)
            at += 1
            continue
        word = "".join(part.text for part in found[at:end])
        kind = "stem" if len(word) > 1 else "small" if token.kind == "lead" else "char"
        yield Token(token.start, found[end - 1].end, kind, word)
        at = end


def _is_settlement(found: Sequence[Token], at: int) -> bool:
    return (
        at + 2 < len(found)
        and found[at + 1].kind == "place"
        and found[at + 2].text in ("街道", "镇", "乡", "村", "社区")
    )


def _is_water_in_a_name(found: Sequence[Token], at: int) -> bool:
    return (
        at + 1 < len(found) and found[at].text in ("湖", "河", "岛", "港", "路", "山") and found[at + 1].kind in TAILS
    )


def _settled(found: Sequence[Token], at: int) -> Token:
    """A rare word is a name behind a place or before the words that say what a firm does; else it is a word."""
    token = found[at]
    if token.kind == "lead":
        return Token(token.start, token.end, "small", token.text)
    if token.kind != "rare":
        return token
    after = [word for word in found[at + 1 : at + 3] if word.kind == "word"]
    is_name = (at > 0 and found[at - 1].kind in ("place", "known")) or sum(len(word.text) for word in after) >= 4
    return Token(token.start, token.end, "stem" if is_name else "noun", token.text)
