"""What changed between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# A word with its apostrophe, a figure with its separators, white space, or a single other character.
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch that stayed (`old == new`), went (`new` empty), came (`old` empty) or was replaced."""

    old: str
    new: str

    @property
    def is_kept(self) -> bool:
        return self.old == self.new


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """The changes in order; their old sides join to the old text, their new sides to the new one."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    changes = [
        Change("".join(before[start:end]), "".join(after[new_start:new_end]))
        for _, start, end, new_start, new_end in matcher.get_opcodes()
    ]
    return tuple(_merged(changes))


def _merged(changes: list[Change]) -> list[Change]:
    """Changes with only a space between them read as one: `Beam Chi Minh`, not three words struck out apart."""
    merged: list[Change] = []
    for change in changes:
        bridge = len(merged) > 1 and not change.is_kept and merged[-1].is_kept and merged[-1].old.isspace()
        if bridge:
            space, last = merged.pop(), merged.pop()
            change = Change(last.old + space.old + change.old, last.new + space.new + change.new)
        merged.append(change)
    return merged
