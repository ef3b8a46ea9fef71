"""Names of persons in Latin letters by ISO 7098 and GB/T 28039, and the readings that stand over them."""

import re
from typing import Literal

from i18n_news.text import pinyin
from i18n_news.text.pinyin import Romanized, spell, syllables, without_tones
from i18n_news.text.romanize_tables import foreign_names, given_readings, surnames
from i18n_news.text.toponyms import romanize_company, romanize_place
from i18n_news.text.wade_giles import wade_giles

__all__ = [
    "Romanized",
    "Style",
    "is_foreign_shape",
    "reading",
    "romanize_company",
    "romanize_person",
    "romanize_place",
    "split_person",
    "syllables",
]

Style = Literal["pinyin", "passport", "wade-giles"]

# The interpuncts that offices type between the parts of a foreign name.
_DOTS = re.compile("[·•・‧∙⋅．]")
# Characters that Xinhua's transliteration tables use and that Chinese given names avoid.
_TRANSLITERATION = set("斯尔克特德拉夫姆卡迪巴娃莱蒂奥弗普格茨顿逊伊洛尼埃贝伦亚阿列提买吐赫耶涅列维诺")


def romanize_person(hanzi: str, style: Style = "pinyin") -> Romanized:
    """Surname first; passport writes ü as yu (LYU, never LV); wade-giles hyphenates the given name.

    Foreign and minority names come from a table; one that is not there is spelled in pinyin and never certain.
    """
    name = _DOTS.sub("·", hanzi.strip())
    foreign = _foreign(name)
    if foreign is not None:
        return foreign
    surname, given = split_person(name)
    entry = surnames().get(surname)
    family, family_certain = _read_surname(surname)
    first, first_certain = _read_given(given)
    certain = family_certain and first_certain and entry is not None and not is_foreign_shape(name)
    marked = f"{_spell_surname(surname, family)} {spell(first)}".strip()
    if style == "wade-giles":
        text = _in_wade_giles(surname, family, first)
    else:
        text = without_tones(marked)
        text = text.replace("ü", "yu").replace("Ü", "Yu") if style == "passport" else text
    return Romanized(text, marked, certain, syllables=(*family, *first))


def split_person(hanzi: str) -> tuple[str, str]:
    """Surname and given name; two side by side (范徐 in 范徐丽泰) count as one, an unknown one is one character."""
    table = surnames()
    for length in (4, 3, 2):
        if len(hanzi) >= length and hanzi[:length] in table:
            return hanzi[:length], hanzi[length:]
    if _is_double(hanzi[:2]) and len(hanzi) == 4:
        return hanzi[:2], hanzi[2:]
    return hanzi[:1], hanzi[1:]


def reading(text: str) -> str:
    """Tone-marked pinyin of running text, syllables separated by spaces; characters without a reading are left out."""
    return " ".join(part for part in syllables(text) if part)


def is_foreign_shape(hanzi: str) -> bool:
    """Whether a name looks transliterated: an interpunct, too many characters, or mostly transliteration characters."""
    if _DOTS.search(hanzi):
        return True
    surname, given = split_person(hanzi)
    if surname in surnames() and len(given) <= 2:
        return len(given) == 2 and len(surname) == 1 and all(char in _TRANSLITERATION for char in given)
    if _is_double(surname) and len(given) == 2:
        return False
    return len(hanzi) > 2


def _is_double(pair: str) -> bool:
    return len(pair) == 2 and all(char in surnames() and surnames()[char].rank == "common" for char in pair)


def _read_surname(surname: str) -> tuple[tuple[str, ...], bool]:
    table = surnames()
    if surname in table:
        entry = table[surname]
        certain = all(without_tones(other) == without_tones(entry.reading) for other in entry.others)
        return _cut(entry.reading.lower(), len(surname)), certain
    if _is_double(surname):
        parts = [_read_surname(char) for char in surname]
        return tuple(part[0][0] for part in parts), all(certain for _, certain in parts)
    return syllables(surname), False


def _cut(word: str, count: int) -> tuple[str, ...]:
    """The syllables of a surname written as one word, such as ōuyáng."""
    if count == 1:
        return (word,)
    vowels = "aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
    pattern = re.compile(
        f"'?((?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[{vowels}]+(?:ng(?![{vowels}])|n(?![{vowels}])|r(?![{vowels}]))?)"
    )
    return tuple(pattern.findall(word))


def _read_given(given: str) -> tuple[tuple[str, ...], bool]:
    table = given_readings()
    if given in table:
        entry = table[given]
        plain = without_tones("".join(entry.syllables))
        return entry.syllables, all(without_tones("".join(other)) == plain for other in entry.others)
    if len(given) > 1 and pinyin.is_phrase(given):
        return _full_tones(given), True
    found: list[str] = []
    certain = True
    for char in given:
        if char not in table:
            found.append(syllables(char)[0])
            continue
        own, others = table[char].syllables[0], table[char].others
        found.append(own)
        certain = certain and all(without_tones(other[0]) == without_tones(own) for other in others)
    return tuple(found), certain


def _full_tones(given: str) -> tuple[str, ...]:
    """Readings as a phrase, but never a neutral tone: a name has none."""
    return tuple(
        _read_given(char)[0][0] if part == without_tones(part) else part
        for char, part in zip(given, syllables(given), strict=True)
    )


def _spell_surname(surname: str, parts: tuple[str, ...]) -> str:
    if len(surname) == 2 and surname not in surnames():
        return "-".join(spell([part]) for part in parts)
    return spell(parts)


def _in_wade_giles(surname: str, family: tuple[str, ...], first: tuple[str, ...]) -> str:
    parts = [wade_giles(part) for part in family]
    joined = (
        "-".join(part.capitalize() for part in parts) if surname not in surnames() else "-".join(parts).capitalize()
    )
    return f"{joined} {'-'.join(wade_giles(part) for part in first).capitalize()}".strip()


def _foreign(name: str) -> Romanized | None:
    table = foreign_names()
    spoken = tuple(syllables(name))
    marked = " ".join(spell([s for s in syllables(part) if s]) for part in name.split("·") if part)
    if name in table and table[name].kind in ("person", "company"):
        return Romanized(table[name].en, marked, True, syllables=spoken)
    if "·" not in name:
        surname, given = split_person(name)
        if len(name) < 2 or (surname in surnames() and len(given) <= 2) or _is_double(surname):
            return None
        # A two-character name that nobody knows may still be Chinese with a rare surname.
        if not _part(name) and len(name) < 4:
            return None
        return Romanized(_part(name) or without_tones(marked), marked, False, syllables=spoken)
    parts = [_part(part) for part in name.split("·") if part]
    if parts and all(parts):
        return Romanized(" ".join(parts), marked, False, syllables=spoken)
    return Romanized(without_tones(marked), marked, False, syllables=spoken)


def _part(part: str) -> str:
    """One part of a foreign name; a Uyghur name may end in 江 (-jan) or 古丽 (-gul); an initial is kept."""
    table = foreign_names()
    if part in table and table[part].kind != "company":
        return table[part].en
    if part.isascii():
        return part
    for ending, latin in (("江", "jan"), ("古丽", "gul")):
        stem = part.removesuffix(ending)
        if stem != part and stem in table and table[stem].kind == "turkic":
            return table[stem].en + latin
    return ""
