"""A reading laid over the characters of a name, syllable by syllable where they can be told apart."""

import re
import unicodedata
from dataclasses import dataclass

# In a word that follows GB/T 16159 only an apostrophe lets a syllable begin with a vowel, so a final n, ng or r
# belongs to the next syllable wherever a vowel follows it.
SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouüê]+(?:ng(?![aeiouüê])|n(?![aeiouüê])|r(?![aeiouüê]))?"
)
SEPARATOR = re.compile(r"[\s'’ʼ\-‐‑·]+")
TONES = {"\u0304", "\u0301", "\u030c", "\u0300"}


@dataclass(frozen=True, slots=True)
class Ruby:
    """Characters with the reading above them; the reading is empty over characters that have none."""

    base: str
    reading: str = ""


def ruby(text: str, reading: str) -> tuple[Ruby, ...]:
    """One ruby a character, or one over the whole text where syllables and characters do not pair off."""
    if not reading.strip():
        return (Ruby(text),)
    parts = tuple(reading.split()) if is_zhuyin(reading) else syllables(reading)
    if len(parts) == len(text) and all(unicodedata.category(character) == "Lo" for character in text):
        return tuple(map(Ruby, text, parts))
    return (Ruby(text, reading),)


def word_ruby(text: str, reading: str) -> tuple[Ruby, ...]:
    """One ruby a word of the reading (GB/T 16159 writes 晓鹏 as one), which is set closer than one a character."""
    single = ruby(text, reading)
    if len(single) == 1 or is_zhuyin(reading):
        return single
    words = reading.split()
    counts = [len(syllables(word)) for word in words]
    if sum(counts) != len(text):
        return (Ruby(text, reading),)
    parts, start = [], 0
    for word, count in zip(words, counts, strict=True):
        parts.append(Ruby(text[start : start + count], word))
        start += count
    return tuple(parts)


def is_zhuyin(reading: str) -> bool:
    """Whether the reading is in Bopomofo, whose syllables stand apart."""
    return any("\u3105" <= character <= "\u312f" for character in reading)


def syllables(reading: str) -> tuple[str, ...]:
    """The syllables of a Pinyin reading as they are written, or none where it is not Pinyin through and through."""
    found: list[str] = []
    for word in SEPARATOR.split(unicodedata.normalize("NFC", reading.strip())):
        plain = "".join(map(_toneless, word)).lower()
        if len(plain) != len(word):
            return ()
        position = 0
        while position < len(plain):
            match = SYLLABLE.match(plain, position)
            if match is None:
                return ()
            found.append(word[position : match.end()])
            position = match.end()
    return tuple(found)


def _toneless(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES))
