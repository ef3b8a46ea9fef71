"""Placeholders: what must not be left to the engine goes in as X1, X2 ... and comes back as its decided form."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from i18n_news.model import Run, Segment, Span, joined


@dataclass(frozen=True, slots=True)
class Family:
    """A way to write a placeholder; the engine keeps some better than others, so there is more than one."""

    name: str
    letter: str
    opening: str = ""
    closing: str = ""

    def token(self, number: int) -> str:
        return f"{self.opening}{self.letter}{number}{self.closing}"


# In the order in which they are tried; the shares that survive are in docs/architecture.md.
FAMILIES = (Family("bare", "X"), Family("quoted", "X", "“", "”"), Family("p", "P"))

# What an engine does to a placeholder: quotes added or changed, a space before the number, a hyphen behind it.
OPENING_QUOTES = "“\"'‘«"
CLOSING_QUOTES = "”\"'’»"


@dataclass(frozen=True, slots=True)
class Slot:
    """One placeholder and the row of spans that it stands for, with the text between them."""

    number: int
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Masked:
    """A segment's source with placeholders in the place of its slots."""

    text: str
    family: Family
    slots: tuple[Slot, ...]

    def unmask(self, source: str) -> str:
        """The source again: the inverse of `mask`, cut at the slots' own offsets of that source."""
        text = self.text
        for slot in reversed(self.slots):
            before, _, after = text.rpartition(self.family.token(slot.number))
            text = before + source[slot.start : slot.end] + after
        return text


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: the runs, the spans whose placeholder was lost, and how many came back more than once."""

    runs: tuple[Run, ...]
    lost: tuple[Span, ...]
    doubled: int


def mask(segment: Segment, rows: Sequence[tuple[Span, ...]], family: Family) -> Masked:
    """The source with one placeholder for each row of spans; the rows are in order and do not overlap."""
    # Number past anything in the source that already looks like a placeholder.
    taken = re.findall(rf"{family.letter}[ -]?(\d{{1,6}})", segment.source, flags=re.IGNORECASE)
    first = max(map(int, taken), default=0) + 1
    slots = tuple(Slot(number, row) for number, row in enumerate(rows, start=first))
    text, position = "", 0
    for slot in slots:
        text += segment.source[position : slot.start] + family.token(slot.number)
        position = slot.end
    return Masked(text + segment.source[position:], family, slots)


def restore(text: str, masked: Masked, forms: Mapping[int, Sequence[Run]]) -> Restored:
    """The engine's text with each placeholder replaced by the runs of its slot number.

    Tolerant of what engines do to placeholders: X1X2, X2s, TeamX1, "X1", X 1, and a digit glued behind.
    """
    numbers = {slot.number for slot in masked.slots}
    runs: list[Run] = []
    seen: list[int] = []
    position = 0
    letter = masked.family.letter
    for match in re.finditer(rf"(?:{letter}|(?<!\w){letter.lower()})[ -]?(\d+)", text):
        found = _known_prefix(match.group(1), numbers)
        if not found:
            continue
        start, end = match.start(), match.start(1) + len(found)
        if masked.family.opening:
            start, end = _without_quotes(text, start, end)
        # The form decides its number: a plural s of the placeholder goes, a possessive stays.
        end += bool(re.match(r"s(?!\w)", text[end:]))
        before = text[position:start]
        runs += [Run(before + _space_before(before or _last(runs))), *forms[int(found)]]
        runs.append(Run(_space_after(text[end : end + 2])))
        position = end
        seen.append(int(found))
    runs.append(Run(text[position:]))
    lost = [span for slot in masked.slots if slot.number not in seen for span in slot.spans]
    return Restored(joined(runs), tuple(lost), len(seen) - len(set(seen)))


def _known_prefix(digits: str, numbers: Collection[int]) -> str:
    """The longest start of the digits that is a placeholder's number, for X12 where only X1 was given."""
    return next((digits[:end] for end in range(len(digits), 0, -1) if int(digits[:end]) in numbers), "")


def _without_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """The placeholder together with the quotes that its family put around it, also where a space came between."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if before and after and before[-1] in OPENING_QUOTES and after[0] in CLOSING_QUOTES:
        return len(before) - 1, len(text) - len(after) + 1
    return start, end


def _space_before(before: str) -> str:
    return " " if before and (before[-1].isalnum() or before[-1] in ",;:.!?)%”") else ""


def _space_after(after: str) -> str:
    """A space where a letter or digit is glued to the placeholder; a plural or possessive s is left to the caller."""
    return " " if after[:1].isalnum() else ""


def _last(runs: Sequence[Run]) -> str:
    return runs[-1].text if runs else ""
