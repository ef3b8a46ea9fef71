"""The two notations in which the rooms of text keep their word lists, so that a list reads as one."""

import re
from collections.abc import Iterable


def read_named(block: str) -> dict[str, str]:
    """`name: word word …` lines as word to name."""
    table: dict[str, str] = {}
    for line in block.strip().splitlines():
        name, _, words = line.rpartition(": ")
        table |= dict.fromkeys(words.split(), name)
    return table


def read_guarded(block: str) -> dict[str, str]:
    """`word/characters` entries as word to the characters that must not stand beside it."""
    entries = (entry.partition("/") for entry in block.split())
    return {word: guard for word, _, guard in entries}


def one_of(words: Iterable[str]) -> str:
    """A regular expression for one of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
