"""Pinyin of single words: the only door to pypinyin, with the spelling rules of ISO 7098."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from i18n_news.text.han import is_han

_TONES = {"\u0304", "\u0301", "\u030c", "\u0300"}


@dataclass(frozen=True, slots=True)
class Romanized:
    """A name in Latin letters; `certain` is False where the characters alone do not decide the spelling.

    `reading` carries tone marks; `syllables` is aligned with the characters of the source; `generic` is the translated
    generic part with which `text` ends, as Lake in Jinlong Lake.
    """

    text: str
    reading: str
    certain: bool
    generic: str = ""
    syllables: tuple[str, ...] = ()

    @property
    def proper(self) -> str:
        """The text without its generic part."""
        return self.text.removesuffix(self.generic).strip()


def syllables(text: str) -> tuple[str, ...]:
    """Tone-marked pinyin aligned with the characters: one entry each, empty where a character has no reading."""
    result: list[str] = []
    start = 0
    while start < len(text):
        end = start
        while end < len(text) and is_han(text[end]):
            end += 1
        result.extend(_read(text[start:end]))
        start = end
        if start < len(text):
            result.append("")
            start += 1
    return tuple(result)


def is_phrase(word: str) -> bool:
    """Whether the phrase dictionary reads this word as a whole."""
    from pypinyin.constants import PHRASES_DICT

    return word in PHRASES_DICT


def without_tones(text: str) -> str:
    """The same letters without tone marks; ü stays ü."""
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", text) if c not in _TONES))


def spell(parts: Sequence[str]) -> str:
    """One capitalized word of syllables, with an apostrophe before a later syllable in a, e or o (ISO 7098, 5.5)."""
    word = ""
    for part in parts:
        if word and without_tones(part)[:1] in ("a", "e", "o"):
            word += "'"
        word += part
    return word[:1].upper() + word[1:]


def to_zhuyin(syllable: str) -> str:
    """One tone-marked syllable in bopomofo; empty for an empty one. A neutral tone's dot stands first, as in Taiwan."""
    from pypinyin import Style
    from pypinyin.style import convert

    if not syllable:
        return ""
    sound = str(convert(syllable, Style.BOPOMOFO, strict=True))
    return "˙" + sound[:-1] if sound.endswith("˙") else sound


@lru_cache(maxsize=4096)
def _read(run: str) -> tuple[str, ...]:
    if not run:
        return ()
    from pypinyin import Style, pinyin

    found = pinyin(run, style=Style.TONE, errors="ignore")
    if len(found) == len(run):
        return tuple(item[0] for item in found)
    # A character that the dictionary lacks shifts the whole run; reading one by one keeps the rest in place.
    single = (pinyin(char, style=Style.TONE, errors="ignore") for char in run)
    return tuple(item[0][0] if item else "" for item in single)
