"""Where each code point of a converted text comes from: spelling keeps the length, only swapped words change it."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from i18n_news.errors import InvariantError


@dataclass(frozen=True, slots=True)
class Swap:
    """A stretch of the source that an override replaces as a whole; offsets are half-open code points of the source."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Trace:
    """A conversion as data: `spelled` has one code point for each of the source, swaps are sorted and disjoint.

    `guards` are the stretches that an override spelled without exchanging a word: they stand in `spelled` already.
    """

    source: str
    spelled: str
    swaps: tuple[Swap, ...] = ()
    guards: tuple[Swap, ...] = ()

    def __post_init__(self) -> None:
        if len(self.spelled) != len(self.source):
            raise InvariantError(f"a conversion of {len(self.source)} characters has {len(self.spelled)}")
        end = 0
        for swap in self.swaps:
            if not (end <= swap.start < swap.end <= len(self.source) and swap.text):
                raise InvariantError(f"the swap [{swap.start}, {swap.end}) is empty, overlaps or leaves the source")
            end = swap.end

    @property
    def text(self) -> str:
        return self.part(0, len(self.source))

    def part(self, start: int, end: int) -> str:
        """The conversion of source[start:end]; a swap across an edge raises, so `settled` comes first."""
        parts: list[str] = []
        position = start
        # Swaps are disjoint and sorted, so their ends are sorted too.
        for swap in self.swaps[bisect_right(self.swaps, start, key=lambda swap: swap.end) :]:
            if swap.start >= end:
                break
            if swap.start < start or swap.end > end:
                raise InvariantError(f"the swap [{swap.start}, {swap.end}) crosses an edge of [{start}, {end})")
            parts += self.spelled[position : swap.start], swap.text
            position = swap.end
        return "".join((*parts, self.spelled[position:end]))

    def offset(self, position: int) -> int:
        """The target offset of a source offset; inside a swap it is where the swap begins, at the end the length."""
        grown = 0
        for swap in self.swaps:
            if swap.start >= position:
                break
            if position < swap.end:
                return swap.start + grown
            grown += len(swap.text) - (swap.end - swap.start)
        return position + grown

    def origin(self, position: int, *, is_end: bool = False) -> int:
        """The source offset of a target offset; inside a swap where the swap begins, or ends for the end of a span."""
        grown = 0
        for swap in self.swaps:
            start = swap.start + grown
            if position <= start:
                break
            if position < start + len(swap.text):
                return swap.end if is_end else swap.start
            grown += len(swap.text) - (swap.end - swap.start)
        return position - grown

    def settled(self, edges: Collection[int] = (), kept: Iterable[tuple[int, int]] = ()) -> "Trace":
        """The trace in which no swap crosses an edge and none touches a kept stretch, unless it is that whole stretch.

        What is no longer swapped is spelled, so a name keeps its own words and a span's text can be cut out exactly.
        """
        stretches = tuple(kept)

        def stays(swap: Swap) -> bool:
            if any(swap.start < edge < swap.end for edge in edges):
                return False
            return not any(
                swap.start < end and start < swap.end and (swap.start, swap.end) != (start, end)
                for start, end in stretches
            )

        return replace(self, swaps=tuple(filter(stays, self.swaps)))


def together(traces: Sequence[Trace]) -> Trace:
    """The traces of neighbouring texts as one."""
    swaps: list[Swap] = []
    guards: list[Swap] = []
    offset = 0
    for trace in traces:
        for old, new in ((trace.swaps, swaps), (trace.guards, guards)):
            new += (Swap(swap.start + offset, swap.end + offset, swap.text) for swap in old)
        offset += len(trace.source)
    source = "".join(trace.source for trace in traces)
    return Trace(source, "".join(trace.spelled for trace in traces), tuple(swaps), tuple(guards))


def undoubled(spelled: str, swap: Swap) -> Swap:
    """The swap without what the text around it says already: 产业园区 is 產業園區, not 產業園區區."""
    text, word = swap.text, spelled[swap.start : swap.end]
    for size in range(len(text) - 1, 0, -1):
        # One character in common is chance (光電 before 電站), unless all that the form adds is that character.
        if size < 2 and text[:-size] != word:
            break
        if spelled.startswith(text[-size:], swap.end):
            return replace(swap, text=text[:-size])
        if size >= 2 and spelled.endswith(text[:size], 0, swap.start):
            return replace(swap, text=text[size:])
    return swap
