"""Places and bodies that no glossary has: found by the tagger or by their shape, composed in English."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from i18n_news.names.body_english import has_foreign, render
from i18n_news.names.body_shapes import CHINESE_TAILS, body_at, extended
from i18n_news.names.body_words import BRACKETS, PROPER, TAILS, Known, Token, registered, tokens
from i18n_news.names.tagger import Entity
from i18n_news.names.words import titles
from i18n_news.text.pinyin import spell, syllables
from i18n_news.text.wordlists import read_guarded

NOTHING = registered({})
_NO_TAKEN: tuple[tuple[int, int], ...] = ()
# What stands behind a place and does not belong to it: 金龙湖畔, 徐州境内.
_BESIDE = frozenset(read_guarded("畔 旁 边 内 外 里 上 下 侧 岸 一带 境内 附近 周边 沿线 全境 之"))
# The tagger takes the weather for a part of the place: 西安晴.
_WEATHER = frozenset("晴阴雷雨雪多")
_REFERRING = frozenset(read_guarded("省 市 区 县"))
_REFERRED = {"省": "Provincial", "市": "Municipal", "区": "District", "县": "County"}


@dataclass(frozen=True, slots=True)
class BodyMatch:
    """A name at half-open code points; empty English means that only a person can know it: flag it, change nothing.

    `kind` is place or organization, `evidence` is lac or shape, `certain` speaks of the spelling only.
    """

    start: int
    end: int
    kind: str
    english: str
    reading: str
    evidence: str
    certain: bool


def bodies(
    texts: Sequence[str],
    tagged: Sequence[Sequence[Entity]],
    taken: Sequence[Sequence[tuple[int, int]]],
    known: Mapping[str, str] | None = None,
) -> tuple[tuple[BodyMatch, ...], ...]:
    """The names of one document, per text, sorted and disjoint; a match may contain a taken range but never cuts one.

    `tagged` and `taken` may be shorter than `texts`; `known` maps registered names and terms to their English.
    """
    words = registered(known or {})
    rows = [
        (text, tagged[n] if n < len(tagged) else (), tuple(taken[n]) if n < len(taken) else _NO_TAKEN)
        for n, text in enumerate(texts)
    ]
    at_home = _is_at_home(texts)
    seats = _seats(rows, words, at_home)
    words = registered({**seats, **words.english})
    found = [
        list(_settled(_proposed(text, entities, covered, words, at_home), covered)) for text, entities, covered in rows
    ]
    spelled: dict[str, BodyMatch] = {}
    for (text, _, _), matches in zip(rows, found, strict=True):
        for match in matches:
            name = text[match.start : match.end]
            if name not in spelled or (match.english and not spelled[name].english):
                spelled[name] = match
    mentions = {
        stem: BodyMatch(
            0, len(stem), "place", english, render(tokens(stem, NOTHING), "place", {}).reading, "shape", True
        )
        for stem, english in seats.items()
    }
    names = {**mentions, **{name: match for name, match in spelled.items() if len(name) > 2}}
    # The longest name first, and made once: a long text has thousands of names and of segments.
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n)))) or "(?!)")
    return tuple(
        tuple(_everywhere(text, covered, matches, spelled, names, pattern))
        for (text, _, covered), matches in zip(rows, found, strict=True)
    )


def _is_at_home(texts: Sequence[str]) -> bool:
    """Whether the document is about Chinese places at all: it names one, or a division that only China has."""
    return any(
        token.kind == "place" or (token.kind in TAILS and token.text.endswith(CHINESE_TAILS))
        for text in texts
        for token in tokens(text, NOTHING)
    )


def _seats(
    rows: Sequence[tuple[str, Sequence[Entity], Sequence[tuple[int, int]]]], known: Known, at_home: bool
) -> dict[str, str]:
    """The unknown places that the bodies of a document lie in, and their English: 霁洲 of 霁洲经济开发区."""
    seats: dict[str, str] = {}
    for text, entities, taken in rows:
        for match in _settled(_proposed(text, entities, taken, known, at_home), taken):
            part = tokens(text[match.start : match.end], known) if match.english else []
            for at, token in enumerate(part):
                if token.kind == "stem" and 2 <= len(token.text) <= 3 and _is_seat(part, at):
                    seats.setdefault(token.text, render([token], "place", known.english).english)
    return {stem: english for stem, english in seats.items() if english}


def _proposed(
    text: str,
    entities: Sequence[Entity],
    taken: Sequence[tuple[int, int]],
    known: Known,
    at_home: bool,
) -> Iterator[BodyMatch]:
    people = [(e.start, e.end) for e in entities if e.kind == "person" and _is_free(e.start, e.end, taken)]
    words = tokens(text, known, [*taken, *people])
    is_abroad = any(token.kind == "world" for token in words) and not any(
        token.kind in ("place", "known") for token in words
    )
    for last in range(len(words)):
        first = body_at(words, last)
        if first >= 0:
            yield _match(words[first : last + 1], "shape", known, is_abroad, at_home)
    yield from _departments(text, words, known)
    # Two organizations side by side are one that the tagger cut: 中禾 + 智联.
    for start, end, kind in _joined(entities):
        # The tagger cuts words: 济南雷阵 in 济南雷阵雨 ends before the word that it cuts.
        cut = next((t for t in words if t.start < end < t.end and t.kind != "stem"), None)
        end = cut.start if cut is not None and start < cut.start else end
        part = _within(text, start, end, taken, known)
        if part:
            yield _match(part, "lac", known, is_abroad, at_home, kind)


def _match(
    part: Sequence[Token],
    evidence: str,
    known: Known,
    is_abroad: bool,
    at_home: bool,
    kind: str = "",
) -> BodyMatch:
    tail = part[-1]
    kind = {"generic": "place", "form": "organization", "office": "organization"}.get(tail.kind, kind or "organization")
    rendered = render(part, kind, known.english)
    is_chinese = any(token.kind in ("place", "brand", "known") for token in part)
    is_strange = is_abroad or not (
        at_home or (tail.kind in TAILS and not any(has_foreign(token.text) for token in part))
    )
    if is_strange and not is_chinese and not tail.text.endswith(CHINESE_TAILS):
        rendered = replace(rendered, english="", certain=False)
    return BodyMatch(part[0].start, tail.end, kind, rendered.english, rendered.reading, evidence, rendered.certain)


def _joined(entities: Sequence[Entity]) -> Iterator[tuple[int, int, str]]:
    names = [e for e in entities if e.kind != "person"]
    at = 0
    while at < len(names):
        end = at
        while (
            end + 1 < len(names)
            and names[end + 1].start == names[end].end
            and names[end + 1].kind == names[end].kind == "organization"
        ):
            end += 1
        yield names[at].start, names[end].end, names[end].kind
        at = end + 1


def _within(text: str, start: int, end: int, taken: Sequence[tuple[int, int]], known: Known) -> Sequence[Token]:
    """The tokens of a tagged name without what is not part of it, with the generic words that follow; or nothing."""
    for begin, stop in taken:
        if begin < start < stop:
            start = stop
        if begin < end < stop:
            end = begin
    if end - start < 2:
        return ()
    inside = [(b, e) for b, e in taken if start <= b and e <= end and (b, e) != (start, end)]
    part = [replace(t, start=t.start + start, end=t.end + start) for t in _relative(text, start, end, inside, known)]
    while part and part[0].kind in ("small", "mark", "verb", "lead"):
        part = part[1:]
    if len(part) > 1 and part[0].kind == "generic" and part[1].kind == "char":
        word = part[0].text + part[1].text
        part = [Token(part[0].start, part[1].end, "stem", word), *part[2:]]
    if len(part) > 1 and part[-2].kind == "place" and part[-1].text in _WEATHER:
        part = part[:-1]
    while part and (part[-1].text in _BESIDE or part[-1].kind in ("small", "mark")):
        part = part[:-1]
    if len(part) > 1 and any(token.kind == "char" for token in part) and any(t.kind == "brand" for t in part):
        # 锡索尼亚 is no Sony: a brand glued to unknown characters is none.
        part = [replace(part[0], end=part[-1].end, kind="stem", text=text[part[0].start : part[-1].end])]
    if not part or any(token.kind == "world" for token in part):
        return ()
    if any(token.kind == "mark" and token.text not in "（）()" for token in part):
        return ()
    if sum(t.text in BRACKETS for t in part) != sum(t.text in BRACKETS.values() for t in part):
        return ()
    after = [
        replace(t, start=t.start + end, end=t.end + end)
        for t in _relative(text, end, len(text), [(b, e) for b, e in taken if b >= end], known)
    ]
    if part[-1].end == end:
        part += after[: extended(after, 0)]
    return part if _is_name(part) else ()


def _relative(text: str, start: int, end: int, taken: Sequence[tuple[int, int]], known: Known) -> Sequence[Token]:
    return tokens(text[start:end], known, [(b - start, e - start) for b, e in taken])


def _is_name(part: Sequence[Token]) -> bool:
    """Whether what the tagger found has a proper part: a common noun and one character are left alone."""
    kinds = [token.kind for token in part]
    if not any(kind in PROPER for kind in kinds):
        return len(part) > 1 and kinds[-1] in TAILS and "char" in kinds and "verb" not in kinds
    if len(part) == 1:
        return part[0].kind != "known"
    if "verb" in kinds or "taken" in kinds:
        return False
    # An ordinary word that no table translates is a name only inside a firm's: 江苏长城机械公司.
    if "noun" in kinds:
        is_firm = part[-1].text.endswith(("公司", "集团"))
        return is_firm and kinds.count("noun") == 1 and kinds[0] in PROPER
    return kinds[-1] in (*TAILS, *PROPER, "word", "char")


def _departments(text: str, words: Sequence[Token], known: Known) -> Iterator[BodyMatch]:
    """Departments that mean what they say: 统计局 before its head's title, 区总工会 and its committees anywhere."""
    for at, token in enumerate(words):
        before = words[at - 1].text if at else ""
        if token.kind not in ("office", "form") or len(token.text) < 3 or token.text in known.english:
            continue
        following = text[token.end : token.end + 6]
        if before in _REFERRING and _is_one(words[at - 2] if at > 1 else None):
            end = at
            while end + 1 < len(words) and words[end + 1].kind in ("form", "office"):
                end += 1
            part = words[at : end + 1]
            head = render(part[:1], "organization", known.english)
            english = f"{_REFERRED[before]} {head.english}"
            if len(part) > 1:
                english = f"{render(part[1:], 'organization', known.english).english} of the {english}"
            yield BodyMatch(
                words[at - 1].start,
                part[-1].end,
                "organization",
                english,
                _read(words[at - 1 : end + 1]),
                "shape",
                before != "区",
            )
        elif (
            token.kind == "office"
            and _starts_with_title(following)
            and (not at or words[at - 1].kind in ("mark", "small", "noun", "taken", "verb", "office"))
        ):
            first = at - 1 if at and words[at - 1].kind == "office" else at
            rendered = render(words[first : at + 1], "organization", known.english)
            yield BodyMatch(
                words[first].start, token.end, "organization", rendered.english, rendered.reading, "shape", True
            )


def _read(part: Sequence[Token]) -> str:
    return " ".join(spell([s for s in syllables(token.text) if s]) for token in part)


def _is_one(before: Token | None) -> bool:
    """Whether 区总工会 speaks of one body: not behind 各 or 全, not in 县（市）区, not behind the place's own name."""
    return before is None or (
        before.kind not in PROPER and before.text not in ("各", "全", "每", "）", ")", "县", "市")
    )


def _starts_with_title(text: str) -> bool:
    return any(text[:length] in titles() for length in range(2, 7))


def _is_free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return all(end <= b or start >= e for b, e in taken)


def _settled(found: Iterator[BodyMatch], taken: Sequence[tuple[int, int]]) -> Iterator[BodyMatch]:
    """The longest first; what a taken range covers or would be cut by is not returned."""
    chosen: list[BodyMatch] = []
    for match in sorted(found, key=lambda m: (m.start - m.end, not m.english, m.evidence != "shape", m.start)):
        if not all(
            match.end <= b
            or match.start >= e
            or (match.start <= b and e <= match.end and (e - b) < match.end - match.start)
            for b, e in taken
            if e > b
        ):
            continue
        if match.start < match.end and all(match.end <= m.start or match.start >= m.end for m in chosen):
            chosen.append(match)
    yield from sorted(chosen, key=lambda m: m.start)


def _is_seat(part: Sequence[Token], at: int) -> bool:
    """Whether a stem is a place: a zone, a city or its government follows, or brackets stand around it."""
    if at and part[at - 1].text in BRACKETS:
        return True
    following = part[at + 1] if at + 1 < len(part) else None
    return following is not None and following.text in _SEATED


_SEATED = frozenset(
    read_guarded(
        "市 县 区 省 市委 市政府 人民政府 经济开发区 开发区 经济技术开发区 经开区 高新区 "
        "高新技术产业开发区 新区 综合保税区 保税区 技师学院 总工会"
    )
)


def _everywhere(
    text: str,
    taken: Sequence[tuple[int, int]],
    matches: Sequence[BodyMatch],
    spelled: Mapping[str, BodyMatch],
    names: Mapping[str, BodyMatch],
    pattern: re.Pattern[str],
) -> Iterator[BodyMatch]:
    own = [replace(spelled[text[m.start : m.end]], start=m.start, end=m.end, evidence=m.evidence) for m in matches]
    hits = (replace(names[hit.group()], start=hit.start(), end=hit.end()) for hit in pattern.finditer(text))
    yield from _settled(iter((*own, *hits)), taken)
