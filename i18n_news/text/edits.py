"""Changes to a text, recorded with their place while later changes move it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from i18n_news.errors import InvariantError


@dataclass(frozen=True, slots=True)
class Repair:
    """What was changed, or only noticed (before equals after), at a code-point offset of the repaired text.

    `line` is the 1-based line of the file and `block` the index of the repaired block; 0 and -1 say there is none.
    """

    rule: str
    before: str
    after: str
    offset: int = 0
    line: int = 0
    block: int = -1


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement proposed for the half-open range start..end of a text."""

    rule: str
    start: int
    end: int
    after: str


def apply(text: str, repairs: Sequence[Repair], edits: Iterable[Edit]) -> tuple[str, tuple[Repair, ...]]:
    """Make the edits, sorted and disjoint, and move the places of the repairs already made along with the text."""
    pieces: list[str] = []
    made: list[Repair] = []
    shifts: list[tuple[int, int, int]] = []
    position = length = 0
    for edit in edits:
        # Edits out of order would lose or double text without a word.
        if edit.start < position:
            raise InvariantError(f"the rule {edit.rule} proposes an edit at {edit.start}, before {position}")
        before = text[edit.start : edit.end]
        if before == edit.after:
            continue
        pieces.append(text[position : edit.start])
        length += edit.start - position
        made.append(Repair(edit.rule, before, edit.after, length))
        pieces.append(edit.after)
        length += len(edit.after)
        position = edit.end
        shifts.append((edit.start, edit.end, length - edit.end))
    if not made:
        return text, tuple(repairs)
    pieces.append(text[position:])
    moved = [replace(repair, offset=_moved(repair.offset, shifts)) for repair in repairs]
    return "".join(pieces), tuple(sorted([*moved, *made], key=lambda repair: repair.offset))


def _moved(offset: int, shifts: Sequence[tuple[int, int, int]]) -> int:
    shift = 0
    for start, end, difference in shifts:
        if end > offset:
            # What stood inside a replaced range now stands where the range begins.
            return (start if start < offset else offset) + shift
        shift = difference
    return offset + shift
