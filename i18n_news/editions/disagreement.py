"""Where OpenCC and a word segmenter disagree: OpenCC's longest match from the left took half of a word."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from i18n_news.editions.trace import Trace

# No phrase that decides a character is longer on either side of it.
_REACH = 4


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word at half-open code points of the source that alone would be spelled otherwise."""

    start: int
    end: int
    word: str
    written: str
    alone: str


def doubts(
    trace: Trace, cuts: Sequence[tuple[int, int]], spell: Callable[[str], str], settled: Collection[int] = ()
) -> Iterator[Doubt]:
    """The words whose spelling in the trace comes from a phrase that straddles an edge of theirs.

    `cuts` are the words of the segmenter, `settled` the offsets about which a person or a rule has decided. `spell` is
    the converter without overrides.
    """
    edges = {start for start, _ in cuts} | {len(trace.source)}
    told = 0
    for start, end in cuts:
        word, written = trace.source[start:end], trace.spelled[start:end]
        # Two words that share the phrase are one doubt.
        if start in settled or word.isascii() or 0 < start == told:
            continue
        alone = spell(word)
        if alone == written:
            continue
        for place in range(start, end):
            if written[place - start] == alone[place - start] or place in settled:
                continue
            if _straddles(trace, spell, place, edges):
                yield Doubt(start, end, word, written, alone)
                told = end
                break


def straddled(trace: Trace, cuts: Sequence[tuple[int, int]], decided: Collection[str]) -> frozenset[int]:
    """The edges of words at which the converter must not read on, because it took a part of another word.

    A swap did in 交通|信号, where 通信 would be exchanged; a phrase of OpenCC's own (发信) did in 发|信息, where 信息
    is one of the `decided` words and was not seen. Where two decided words share characters, the converter's choice
    stands.
    """
    stands = sorted((*trace.swaps, *trace.guards), key=lambda swap: swap.start)
    found = set()
    at = 0
    for start, end in cuts:
        while at < len(stands) and stands[at].end <= start:
            at += 1
        near = [swap for swap in stands[at : at + 2] if swap.start < end]
        if trace.source[start:end] in decided:
            if not near:
                found |= {start, end}
            continue
        for swap in near:
            if start < swap.start < end < swap.end:
                found.add(end)
            elif swap.start < start < swap.end < end:
                found.add(start)
    return frozenset(found)


def _straddles(trace: Trace, spell: Callable[[str], str], place: int, edges: Collection[int]) -> bool:
    """Whether the shortest stretch that gives the character at `place` its written form cuts through a word.

    A phrase of several whole words (一|目了然) knows more than the words do.
    """
    source, written = trace.source, trace.spelled[place]
    if spell(source[place]) == written:
        # The form of the character alone: the word lost its say to a phrase that ends inside it.
        return True
    for size in range(2, 2 * _REACH):
        for first in range(max(0, place - size + 1), place + 1):
            last = first + size
            if last > len(source) or last <= place:
                continue
            if spell(source[first:last])[place - first] == written:
                return first not in edges or last not in edges
    return False
