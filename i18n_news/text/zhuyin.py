"""Zhuyin for ruby in the Taiwan edition, with the readings of Taiwan's Ministry of Education."""

from collections.abc import Sequence

from i18n_news.text.pinyin import syllables, to_zhuyin
from i18n_news.text.romanize_tables import taiwan_readings


def zhuyin(text: str, readings: Sequence[str] = ()) -> tuple[str, ...]:
    """Bopomofo aligned with the characters, empty for a character without a reading.

    `readings` are tone-marked pinyin syllables decided elsewhere (a name's surname reading), one a character; an empty
    one leaves that character to the dictionaries. They are the mainland's, so Taiwan's own reading still replaces them
    where it differs only in a character's one usual reading.
    """
    plain = syllables(text)
    found = list(readings) if len(readings) == len(text) else list(plain)
    table = taiwan_readings()
    position = 0
    while position < len(text):
        length = next((n for n in (3, 2, 1) if text[position : position + n] in table), 0)
        if length == 1 and found[position] != plain[position]:
            length = 0
        if length:
            found[position : position + length] = table[text[position : position + length]]
        position += length or 1
    return tuple(to_zhuyin(part) for part in (own or usual for own, usual in zip(found, plain, strict=True)))


def name_zhuyin(text: str, syllables: Sequence[str]) -> tuple[str, ...]:
    """Bopomofo over the characters of a name as an edition writes it; `syllables` are those of the name's reading.

    Empty where a character has no reading or the syllables do not pair off with the characters: a wrong reading of a
    name is worse than no reading.
    """
    found = zhuyin(text, [syllable.lower() for syllable in syllables]) if len(syllables) == len(text) else ()
    return found if all(found) else ()
