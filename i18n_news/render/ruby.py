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
    parts = syllables(reading)
    if len(parts) == len(text) and all(unicodedata.category(character) == "Lo" for character in text):
        return tuple(map(Ruby, text, parts))
    return (Ruby(text, reading),)


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
