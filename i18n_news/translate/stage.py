"""The translating stage: every decided form stands in the English, or the edition notes where it was put."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from i18n_news.model import Document, Edition, Locale, Note, Run, Segment, Span, SpanKind, State, Target, joined
from i18n_news.text.han import has_han
from i18n_news.translate.compose import chains, closed, compose
from i18n_news.translate.engine import Engine, Hypothesis
from i18n_news.translate.figures import plain_digits
from i18n_news.translate.locate import locate
from i18n_news.translate.mask import FAMILIES, Family, Masked, mask, restore
from i18n_news.translate.polish import polish

Progress = Callable[[int, int], None]
# The canonical value of an amount of money ends with the code of ISO 4217.
MONEY = re.compile(r"\b[A-Z]{3}$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to say a segment: its runs and what is wrong with it."""

    runs: tuple[Run, ...]
    lost: tuple[Span, ...]
    doubled: int
    score: float

    @property
    def faults(self) -> tuple[int, int]:
        return len(self.lost), self.doubled


@dataclass(frozen=True, slots=True)
class Attempt:
    """One decoding that is still to be done: a segment with the spans of these ids masked in this family."""

    segment: Segment
    masked: Masked


def translate(document: Document, engine: Engine, progress: Progress = lambda done, total: None) -> Edition:
    """The English edition. Decodes the plain text of all segments first, then, masked, only those that need it.

    A span that the engine renders right by itself stays unmasked; the others are masked, in another placeholder
    family and all of them where one is lost, and at last put at the end of their clause with a note "fallback".
    """
    segments = list(document.segments())
    open_segments = [segment for segment in segments if needs_engine(segment)]
    drafts = dict(zip((segment.id for segment in open_segments), _decode(engine, open_segments), strict=True))
    rounds = 1 + len(ROUNDS)
    progress(len(segments) // rounds, len(segments))
    best = {segment.id: _as_drafted(segment, drafts[segment.id]) for segment in open_segments}

    for number, attempt_of in enumerate(ROUNDS, start=2):
        tries = [attempt for segment in open_segments if (attempt := attempt_of(segment, best[segment.id]))]
        for attempt, hypothesis in zip(tries, engine.translate([t.masked.text for t in tries]), strict=True):
            candidate = _restored(attempt, hypothesis)
            # The draft stands only where nothing is lost; of two masked candidates the earlier wins a tie.
            if candidate.faults < best[attempt.segment.id].faults:
                best[attempt.segment.id] = candidate
        progress(number * len(segments) // rounds, len(segments))
    headings = {segment.id for block in document.blocks if block.kind.is_heading for segment in block.segments}
    targets: dict[str, Target] = {}
    notes: list[Note] = []
    for segment in segments:
        if segment.id in best:
            runs, fallbacks = _with_lost(segment, best[segment.id])
            notes += fallbacks
            draft, score, origin = drafts[segment.id].text, best[segment.id].score, engine.id
        else:
            runs, draft, score, origin = _without_engine(segment), "", 0.0, "decided"
        runs = _capitalized(polish(runs, segment, is_heading=segment.id in headings))
        if runs:
            targets[segment.id] = Target(segment.id, Locale.EN, runs, State.TRANSLATED, origin, score, draft)
    return Edition(Locale.EN, targets, tuple(notes))


def needs_engine(segment: Segment) -> bool:
    """Whether Chinese remains outside the spans that have an English form."""
    return any(has_han(text) for text, span in segment.pieces() if span is None or Locale.EN not in span.forms)


def _decode(engine: Engine, segments: Sequence[Segment]) -> list[Hypothesis]:
    return engine.translate([segment.source for segment in segments])


def decided(segment: Segment) -> tuple[Span, ...]:
    return tuple(span for span in segment.spans if Locale.EN in span.forms)


def _as_drafted(segment: Segment, draft: Hypothesis) -> Candidate:
    runs, lost = locate((Run(draft.text),) if draft.text else (), decided(segment))
    return Candidate(runs, lost, 0, draft.score)


def _lost_masked(segment: Segment, draft: Candidate) -> Attempt | None:
    """Only what the engine did not render right is masked, together with the spans that share its chain."""
    if not draft.lost:
        return None
    return _attempt(segment, {span.id for span in draft.lost}, FAMILIES[0], _written_out(segment))


def _all_but_figures_masked(segment: Segment, best: Candidate) -> Attempt | None:
    """Every span masked but the figures, which an engine copies best in its own sentence."""
    if best.faults == (0, 0):
        return None
    masked = {span.id for span in decided(segment) if not _is_copied(span)}
    plain = _written_out(segment)
    return _attempt(segment, masked | set(plain), FAMILIES[0], plain)


def _all_masked(family: Family) -> Callable[[Segment, Candidate], Attempt | None]:
    """Every decided span masked, for a segment in which something is still lost or doubled."""

    def attempt(segment: Segment, best: Candidate) -> Attempt | None:
        if best.faults == (0, 0):
            return None
        return _attempt(segment, {span.id for span in decided(segment)}, family)

    return attempt


ROUNDS = (_lost_masked, _all_but_figures_masked, *map(_all_masked, FAMILIES[1:]))


def _written_out(segment: Segment) -> dict[str, str]:
    """The figures with 万 or 亿 in plain digits, by span: engines copy digits and keep the sentence."""
    texts = {span.id: segment.text_of(span) for span in decided(segment) if _is_copied(span)}
    return {span_id: plain_digits(text) for span_id, text in texts.items() if plain_digits(text) != text}


def _is_copied(span: Span) -> bool:
    """Whether the engine may copy the figure: not money, whose currency it gets wrong, and no date."""
    return span.kind is SpanKind.QUANTITY and not MONEY.search(span.value)


def _attempt(
    segment: Segment, masked: Collection[str], family: Family, plain: Mapping[str, str] | None = None
) -> Attempt:
    rows = [row for row in chains(segment) if any(span.id in masked for span in row)]
    return Attempt(segment, mask(segment, rows, family, plain))


def _restored(attempt: Attempt, hypothesis: Hypothesis) -> Candidate:
    slots = attempt.masked.placeholders
    forms: Mapping[int, Sequence[Run]] = {slot.number: compose(slot.spans) for slot in slots}
    restored = restore(hypothesis.text, attempt.masked, forms)
    masked = {span.id for slot in slots for span in slot.spans}
    native = [span for span in decided(attempt.segment) if span.id not in masked]
    runs, lost = locate(restored.runs, native)
    return Candidate(runs, (*restored.lost, *lost), restored.doubled, hypothesis.score)


def _with_lost(segment: Segment, candidate: Candidate) -> tuple[tuple[Run, ...], list[Note]]:
    """The last resort: each lost form in brackets at the end of the clause of the span before it."""
    runs = candidate.runs
    notes = []
    for span in candidate.lost:
        runs = _insert(runs, Run(span.forms[Locale.EN], span.id), _before(segment, span, runs))
        message = f"the translation lost “{segment.text_of(span)}”; its form was put in brackets"
        notes.append(Note("translate", "fallback", segment.id, message, span.start, span.end))
    return runs, notes


def _before(segment: Segment, span: Span, runs: Sequence[Run]) -> int:
    """The index of the last run that renders a span standing before the given one in the source; -1 if none does."""
    earlier = {other.id for other in segment.spans if other.start < span.start}
    return max((number for number, run in enumerate(runs) if run.span_id in earlier), default=-1)


def _insert(runs: tuple[Run, ...], form: Run, after: int) -> tuple[Run, ...]:
    for number in range(after + 1, len(runs)):
        run = runs[number]
        cut = -1 if run.span_id else min((run.text.find(mark) for mark in ",;:.!?" if mark in run.text), default=-1)
        if cut >= 0:
            pieces = (Run(run.text[:cut] + " ("), form, Run(")" + run.text[cut:]))
            return joined((*runs[:number], *pieces, *runs[number + 1 :]))
    return joined((*runs, Run(" ("), form, Run(")"))) if runs else (form,)


def _without_engine(segment: Segment) -> tuple[Run, ...]:
    """A segment that is decided to the last character, or holds no Chinese: composed without the engine."""
    runs: list[Run] = []
    position = 0
    for row in chains(segment):
        between = _english_punctuation(segment.source[position : row[0].start])
        # Chinese needs no space between two words that touch; English does.
        runs.append(Run(between or " " * bool(runs)))
        position = row[-1].end
        runs += closed(compose(row), segment.source[position:])
    return joined([*runs, Run(_english_punctuation(segment.source[position:]))])


PUNCTUATION = str.maketrans(
    {"，": ", ", "、": ", ", "；": "; ", "：": ": ", "。": ". ", "（": " (", "）": ") ", "　": " "}
)


def _english_punctuation(text: str) -> str:
    return text.translate(PUNCTUATION)


def _capitalized(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with the sentence's first letter in capital, the text trimmed at both ends."""
    if runs:
        runs = joined((replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]))
    if runs:
        runs = joined((*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())))
    if not runs:
        return ()
    first = runs[0].text
    return (replace(runs[0], text=first[0].upper() + first[1:]), *runs[1:])
