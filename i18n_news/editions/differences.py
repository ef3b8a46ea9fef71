"""Where a Traditional edition differs from plain character conversion, each place with who or what decided it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from i18n_news.editions.disagreement import Doubt
from i18n_news.editions.opencc import simplified_spelling
from i18n_news.editions.overrides import Overrides
from i18n_news.editions.simplify import Simplified
from i18n_news.editions.trace import Trace


class Why(StrEnum):
    """What made the difference, the gravest first; a doubt need not be a difference at all."""

    DOUBT = "doubt"
    NAME = "name"
    TERM = "term"
    WORD = "word"
    SPELLING = "spelling"
    MARK = "mark"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at half-open code points of its segment's source: its plain conversion, ours, and the reason."""

    segment_id: str
    start: int
    end: int
    source: str
    plain: str
    ours: str
    why: Why
    reason: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A converted stretch of a segment: its trace, where it begins in the segment, and the trace before mending."""

    start: int
    trace: Trace
    unmended: Trace
    doubts: tuple[Doubt, ...] = ()


def of_piece(segment_id: str, source: str, plain: str, piece: Piece, overrides: Overrides) -> Iterator[Difference]:
    """The differences inside a piece; `source` is the segment's, `plain` its plain conversion."""
    trace, offset = piece.trace, piece.start
    found: list[tuple[int, int, str, Why, str]] = []
    for doubt in piece.doubts:
        reason = f"OpenCC writes {doubt.written}, a word segmenter {doubt.alone}: please check"
        found.append((doubt.start, doubt.end, trace.spelled[doubt.start : doubt.end], Why.DOUBT, reason))
    for swap in trace.swaps:
        word = trace.source[swap.start : swap.end]
        found.append((swap.start, swap.end, swap.text, Why.WORD, overrides.origin(word)))
    for guard in trace.guards:
        word = trace.source[guard.start : guard.end]
        written = trace.spelled[guard.start : guard.end]
        found.append((guard.start, guard.end, written, Why.SPELLING, overrides.origin(word)))
    told = {at for swap in (*trace.swaps, *trace.guards) for at in range(swap.start, swap.end)}
    for at, char in enumerate(trace.spelled):
        if at not in told and char != plain[offset + at]:
            found.append((at, at + 1, char, *_spelled(piece, at, source[offset + at])))
    for start, end, ours, why, reason in found:
        at_source = slice(offset + start, offset + end)
        difference = Difference(
            segment_id, at_source.start, at_source.stop, source[at_source], plain[at_source], ours, why, reason
        )
        if why is Why.DOUBT or ours != difference.plain:
            yield difference


def of_simplified(segment_id: str, made: Simplified) -> Iterator[Difference]:
    """Where the way back to Simplified is more than characters, or a choice; offsets are of the Traditional text."""
    source = made.trace.source
    plain = simplified_spelling(source)
    for choice in made.choices:
        place = slice(choice.start, choice.end)
        why = Why.WORD if choice.written != plain[place] else Why.DOUBT
        yield Difference(
            segment_id, choice.start, choice.end, source[place], plain[place], choice.written, why, choice.reason
        )


def _spelled(piece: Piece, at: int, char: str) -> tuple[Why, str]:
    trace = piece.trace
    if trace.source[at] != char:
        return Why.MARK, "quotation marks of the edition"
    if piece.unmended.spelled[at] != trace.spelled[at]:
        return Why.SPELLING, "a word that OpenCC cuts in two"
    if char == "台" == trace.spelled[at]:
        return Why.SPELLING, "[taiwan] tai of i18n-news.toml"
    return Why.VARIANT, "the edition's own variant of the character"
