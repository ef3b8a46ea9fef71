"""Which part of a segment is said by rule and which is left to the engine."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from i18n_news.model import Locale, Run, Segment
from i18n_news.text.han import has_han
from i18n_news.translate.datelines import dateline
from i18n_news.translate.frames import frame, frame_tail
from i18n_news.translate.numbering import numbering


@dataclass(frozen=True, slots=True)
class Plan:
    """The English of a segment's start and end where rules say them, and between them what is left to say.

    `core` is a segment of its own, `start` code points behind the start of the whole one and with its first `skipped`
    spans left out: its offsets and the numbers of its spans are its own. It is empty where rules say everything.
    """

    opening: tuple[Run, ...] = ()
    core: tuple[Segment, ...] = ()
    closing: tuple[Run, ...] = ()
    start: int = 0
    skipped: int = 0

    def in_whole(self, runs: Iterable[Run]) -> tuple[Run, ...]:
        """Runs of the core's spans as runs of the whole segment's."""
        return tuple(replace(run, span_id=self._whole_id(run.span_id)) if run.span_id else run for run in runs)

    def _whole_id(self, span_id: str) -> str:
        segment_id, _, number = span_id.rpartition(".n")
        return f"{segment_id}.n{int(number) + self.skipped}"


def plan(segment: Segment, *, is_heading: bool = False) -> Plan:
    """Number or dateline first, then a whole sentence by rule, or else its last clauses."""
    start, opening = numbering(segment)
    if not start and not is_heading:
        start, opening = dateline(segment)
    if start and not segment.source[start:].strip():
        return Plan(opening)
    rest, done = _behind(segment, start, Plan(opening))
    runs = frame(rest, is_heading=is_heading)
    if runs:
        return replace(done, opening=(*opening, *done.in_whole(runs)))
    if is_heading or not needs_engine(rest):
        return replace(done, core=(rest,))
    end, closing = frame_tail(rest)
    if not closing:
        return replace(done, core=(rest,))
    # The mark before the tail was a comma: what is left is a sentence.
    head = Segment(segment.id, rest.source[: end - 1] + "。", tuple(span for span in rest.spans if span.end < end))
    return replace(done, core=(head,), closing=(Run(" "), *done.in_whole(closing)))


def _behind(segment: Segment, start: int, done: Plan) -> tuple[Segment, Plan]:
    """What is left to say behind an offset as a segment of its own, and the plan that knows where it stands."""
    if not start:
        return segment, done
    skipped = sum(span.end <= start for span in segment.spans)
    moved = (replace(span, start=span.start - start, end=span.end - start) for span in segment.spans[skipped:])
    rest = Segment(segment.id, segment.source[start:]).with_spans(moved)
    return rest, replace(done, start=done.start + start, skipped=done.skipped + skipped)


def needs_engine(segment: Segment) -> bool:
    """Whether Chinese remains outside the spans that have an English form."""
    return any(has_han(text) for text, span in segment.pieces() if span is None or Locale.EN not in span.forms)
