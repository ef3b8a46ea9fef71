"""Places and companies in English: the generic part translated, the name itself in pinyin or in the form of a table."""

import re
from collections.abc import Mapping

from i18n_news.text.pinyin import Romanized, is_phrase, spell, syllables, without_tones
from i18n_news.text.romanize_tables import Place, Word, foreign_names, generics, organization_words, places

# Characters whose reading in a place name is a local matter.
_POLYPHONES = set("乐樂长長重朝都会會堡埔圩行浒滸六单單解盖蓋泊厦廈陂莘阿尉涡渦蔚种種番")
# The divisions that contain others; a name such as 江苏省徐州市云龙区 is cut behind them.
_ADMINISTRATIVE = ("省", "自治区", "自治州", "市", "自治县", "县", "区", "旗", "街道", "镇", "乡")
_BRACKETS = re.compile("[（(]([^（()）]*)[）)]")
# A table's English that says what the place is; behind another generic word the plain name is meant (东海县).
_DESCRIPTIVE = re.compile(r"\b(?:River|Lake|Sea|Mount|Delta|Canal|Wall|Belt|Zone|Area|Strait|Bund)\b")


def romanize_place(hanzi: str) -> Romanized:
    """Divisions inside one another are turned round; one-syllable names keep the generic word (Shexian County).

    `generic` is the generic word of the smallest place. A name that only pinyin can spell is certain if no character
    of it is read differently in places.
    """
    parts = [_one_place(part) for part in _chain(hanzi.strip())]
    if len(parts) == 1:
        return parts[0]
    return Romanized(
        ", ".join(part.text for part in reversed(parts)),
        " ".join(part.reading for part in parts),
        all(part.certain for part in parts),
        syllables=tuple(s for part in parts for s in part.syllables),
    )


def romanize_company(hanzi: str) -> Romanized:
    """Known parts translated, the rest in pinyin, a bracketed place kept; never certain: firms choose their names."""
    english: list[str] = []
    spoken: list[str] = []
    last = 0
    for bracket in _BRACKETS.finditer(hanzi):
        english.append(_company_part(hanzi[last : bracket.start()], spoken))
        spoken.append("")
        english.append(f"({_company_part(bracket.group(1), spoken)})")
        spoken.append("")
        last = bracket.end()
    english.append(_company_part(hanzi[last:], spoken))
    text = " ".join(part for part in english if part)
    return Romanized(text, " ".join(s for s in spoken if s), False, syllables=tuple(spoken))


def _chain(hanzi: str) -> list[str]:
    """The divisions of 江苏省徐州市云龙区, largest first."""
    # The largest division has two characters before its generic word, or 市桥街道 and 村前镇 would be cut in two.
    for end in range(3, len(hanzi)):
        head, tail = hanzi[:end], hanzi[end:]
        ends = any(head.endswith(word) and len(head) - len(word) >= 2 for word in _ADMINISTRATIVE)
        if ends and hanzi not in places() and _starts_a_place(tail) and not _is_generic_prefix(hanzi, end):
            return [head, *_chain(tail)]
    return [hanzi]


def _starts_a_place(tail: str) -> bool:
    """A tail is a place of its own if something stands before its generic word."""
    generic = _generic_of(tail)
    return tail in places() or (generic != "" and len(tail) > len(generic))


def _is_generic_prefix(hanzi: str, end: int) -> bool:
    """Whether the cut would fall inside a generic word, as in 自治区 or 综合保税区."""
    return any(hanzi.find(word) < end < hanzi.find(word) + len(word) for word in generics() if word in hanzi)


def _generic_of(hanzi: str) -> str:
    return max(
        (w for w, entry in generics().items() if entry.kind != "ethnic" and hanzi.endswith(w)), key=len, default=""
    )


def _one_place(hanzi: str) -> Romanized:
    table = places()
    if hanzi in table and not hanzi.endswith("县"):
        return _known(table[hanzi])
    generic = _generic_of(hanzi)
    name = hanzi.removesuffix(generic)
    if not generic:
        return _plain(hanzi)
    word = generics()[generic]
    tail = syllables(generic)
    if len(name) == 1 and len(generic) == 1:
        # ISO 7098 and the county lists: a one-syllable name is not used without its generic word.
        own = _known(table[hanzi]) if hanzi in table else _plain(hanzi)
        return Romanized(f"{own.text} {word.en}", own.reading, own.certain, word.en, own.syllables)
    words: list[str] = []
    spoken: list[str] = []
    if word.kind in ("zone", "site"):
        name, words, spoken = _strip_words(name, organization_words(), "word", keep=2)
    if not name:
        text = " ".join([*words, word.en])
        return Romanized(text, " ".join([*spoken, *tail]), True, text, (*spoken, *tail))
    if generic.startswith("自治"):
        name, words, spoken = _strip_words(name, generics(), "ethnic", keep=2)
    proper = _named(name)
    translated = " ".join([*words, word.en])
    return Romanized(
        f"{proper.text} {translated}",
        f"{proper.reading} {spell([*spoken, *tail])}",
        proper.certain,
        translated,
        (*proper.syllables, *spoken, *tail),
    )


def _named(name: str) -> Romanized:
    """The proper part before a generic word: known, or a known place with a name behind it (徐州凤凰湾), or pinyin."""
    table = places()
    if name in table:
        return _known(table[name], within=True)
    head = _place_prefix(name, table)
    if head and len(name) - len(head) >= 2:
        first, second = _known(table[head], within=True), _named(name[len(head) :])
        return Romanized(
            f"{first.text} {second.text}",
            f"{first.reading} {second.reading}",
            second.certain,
            syllables=(*first.syllables, *second.syllables),
        )
    return _plain(name)


def _place_prefix(name: str, table: Mapping[str, Place]) -> str:
    return max(
        (name[:length] for length in (2, 3, 4) if name[:length] in table and length < len(name)), key=len, default=""
    )


def _known(place: Place, within: bool = False) -> Romanized:
    marked = spell(place.syllables)
    english = place.en if place.en and not (within and _DESCRIPTIVE.search(place.en)) else without_tones(marked)
    last = english.rpartition(" ")[2] if place.en else ""
    return Romanized(english, marked, True, last if last in ("River", "Lake", "Sea", "Canal") else "", place.syllables)


def _plain(name: str) -> Romanized:
    spoken = syllables(name)
    marked = spell([s for s in spoken if s])
    certain = all(spoken) and (is_phrase(name) or not any(char in _POLYPHONES for char in name))
    return Romanized(without_tones(marked), marked, certain, syllables=spoken)


def _strip_words(text: str, table: Mapping[str, Word], kind: str, keep: int) -> tuple[str, list[str], list[str]]:
    """Takes translated words off the end, longest first, leaving nothing or a name of at least `keep` characters."""
    words: list[str] = []
    spoken: list[str] = []
    while text:
        found = max(
            (
                w
                for w, entry in table.items()
                if entry.kind == kind and text.endswith(w) and len(text) - len(w) not in range(1, keep)
            ),
            key=len,
            default="",
        )
        if not found or text in places():
            break
        words.insert(0, table[found].en)
        spoken[:0] = syllables(found)
        text = text.removesuffix(found)
    return text, words, spoken


def _company_part(text: str, spoken: list[str]) -> str:
    """One stretch between brackets; its syllables are added to `spoken`."""
    table = organization_words()
    rest, forms, form_sounds = _strip_words(text, table, "form", keep=2)
    rest, words, word_sounds = _strip_words(rest, table, "word", keep=2)
    names: list[str] = []
    while rest:
        piece, english, sounds = _company_name(rest)
        names.append(english)
        spoken.extend(sounds)
        rest = rest[len(piece) :]
    spoken.extend((*word_sounds, *form_sounds))
    return " ".join([*names, *words, *forms])


def _company_name(rest: str) -> tuple[str, str, tuple[str, ...]]:
    """The next piece of a firm's own name: a brand, a known place and its division, or two or three characters."""
    brands = foreign_names()
    brand = max(
        (b for b, entry in brands.items() if entry.kind == "company" and rest.startswith(b)), key=len, default=""
    )
    if brand:
        return brand, brands[brand].en, syllables(brand)
    if rest.startswith("中国"):
        return "中国", "China", syllables("中国")
    place = rest if rest in places() else _place_prefix(rest, places())
    if place:
        known = _known(places()[place], within=True)
        division = next((d for d in ("省", "市", "县", "区") if rest[len(place) :].startswith(d)), "")
        return place + division, known.text, (*known.syllables, *syllables(division))
    word = max((w for w in organization_words() if rest.startswith(w) and len(w) > 1), key=len, default="")
    if word:
        return word, organization_words()[word].en, syllables(word)
    # Firms build names of two-character words: 中禾智联 is Zhonghe Zhilian; three characters stay one word.
    size = len(rest) if len(rest) <= 3 else 2
    inside = min((at for w in organization_words() if len(w) > 1 and (at := rest.find(w, 2)) > 0), default=len(rest))
    size = inside if inside <= 3 else min(size, inside)
    plain = _plain(rest[:size])
    return rest[:size], plain.text, plain.syllables
