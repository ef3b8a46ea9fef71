"""Placeholders: what must not be left to the engine goes in as X1, X2 ... and comes back as its decided form."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from i18n_news.model import Run, Segment, Span, joined
from i18n_news.translate.compose import closed


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
    """What stands for a row of spans and the text between them; number 0 means plain digits, not a placeholder."""

    number: int
    spans: tuple[Span, ...]
    token: str

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Masked:
    """A segment's source with something else in the place of its slots."""

    text: str
    family: Family
    slots: tuple[Slot, ...]

    @property
    def placeholders(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.number)

    def unmask(self, source: str) -> str:
        """The source again: the inverse of `mask`, cut at the slots' own offsets of that source."""
        pieces, position, moved = [], 0, 0
        for slot in self.slots:
            pieces += [self.text[position : slot.start + moved], source[slot.start : slot.end]]
            position = slot.start + moved + len(slot.token)
            moved += len(slot.token) - (slot.end - slot.start)
        return "".join((*pieces, self.text[position:]))


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: the runs, the spans whose placeholder was lost, and how many came back more than once."""

    runs: tuple[Run, ...]
    lost: tuple[Span, ...]
    doubled: int


def mask(
    segment: Segment, rows: Sequence[tuple[Span, ...]], family: Family, plain: Mapping[str, str] | None = None
) -> Masked:
    """The source with one placeholder for each row of spans; the rows are in order and do not overlap.

    A row of one span whose id is in `plain` gets that text instead of a placeholder.
    """
    # Number past anything in the source that already looks like a placeholder.
    taken = re.findall(rf"{family.letter}[ -]?(\d{{1,6}})", segment.source, flags=re.IGNORECASE)
    number = max(map(int, taken), default=0)
    slots: list[Slot] = []
    for row in rows:
        written = (plain or {}).get(row[0].id, "") if len(row) == 1 else ""
        if not written:
            number += 1
        slots.append(Slot(0 if written else number, row, written or family.token(number)))
    text, position = "", 0
    for slot in slots:
        text += segment.source[position : slot.start] + slot.token
        position = slot.end
    return Masked(text + segment.source[position:], family, tuple(slots))


def restore(text: str, masked: Masked, forms: Mapping[int, Sequence[Run]]) -> Restored:
    """The engine's text with each placeholder replaced by the runs of its slot number.

    Tolerant of what engines do to placeholders: X1X2, X2s, TeamX1, "X1", X 1, and a digit glued behind.
    """
    numbers = {slot.number for slot in masked.placeholders}
    runs: list[Run] = []
    seen: list[int] = []
    position = 0
    letter = masked.family.letter
    if masked.family.opening:
        # “X1.” with the stop inside the quotes that only the family put there.
        text = re.sub(rf"[{OPENING_QUOTES}]\s*({letter}\s?\d+)\s*([.,;:!?]+)\s*[{CLOSING_QUOTES}]", r"\1\2", text)
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
        runs += [Run(before + _space_before(before or _last(runs))), *closed(forms[int(found)], text[end:])]
        runs.append(Run(_space_after(text[end : end + 2])))
        position = end
        seen.append(int(found))
    runs.append(Run(text[position:]))
    lost = [span for slot in masked.placeholders if slot.number not in seen for span in slot.spans]
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
