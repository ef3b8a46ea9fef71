"""Ways to say one segment: made from what an engine wrote, judged by what is lost and by the engine's own score."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from i18n_news.model import Locale, Run, Segment, Span
from i18n_news.translate.compose import chains, compose
from i18n_news.translate.engine import Engine, Hypothesis
from i18n_news.translate.locate import form_pattern, locate
from i18n_news.translate.looks import Look, looks
from i18n_news.translate.mask import Family, Masked, counted, mask, restore
from i18n_news.translate.overwrite import overwrite, questions
from i18n_news.translate.plain import plain as wording

# In nats a token: how much putting forms over the engine's words may cost before masking is tried as well.
SETTLED_COST = 0.3


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to say a segment: its runs, what is wrong with it, and how likely the engine finds it.

    `reworded` are the lost spans that the engine was free to say in other words. `score` is that of the decoding,
    `likelihood` the engine's `score` of the text given the plain source, 0 where it was not asked; both in nats a
    token. `cost` is how much likelier the text was before forms were put over the engine's words. `is_rewritten` says
    that the engine read plainer Chinese than the source's. `looked` is where the engine looked while it wrote.
    """

    segment: Segment
    runs: tuple[Run, ...]
    lost: tuple[Span, ...]
    reworded: tuple[Span, ...] = ()
    doubled: int = 0
    score: float = 0.0
    likelihood: float = 0.0
    cost: float = 0.0
    is_rewritten: bool = False
    looked: tuple[Look, ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def faults(self) -> tuple[int, int]:
        return len(self.lost), self.doubled

    @property
    def is_settled(self) -> bool:
        return self.faults == (0, 0) and self.cost <= SETTLED_COST


@dataclass(frozen=True, slots=True)
class Attempt:
    """One decoding that is still to be done: a segment with some of its spans masked; `start` as for the engine."""

    segment: Segment
    masked: Masked
    is_rewritten: bool = False
    start: str = ""


def decided(segment: Segment) -> tuple[Span, ...]:
    return tuple(span for span in segment.spans if Locale.EN in span.forms)


def attempt(
    segment: Segment, masked: Collection[str], family: Family, plain: Mapping[str, str] | None = None
) -> Attempt:
    """The segment with a placeholder for every row of spans that holds one of these ids; `plain` as in `mask`."""
    rows = [row for row in chains(segment) if any(span.id in masked for span in row)]
    return Attempt(segment, mask(segment, rows, family, plain, wording(segment)), is_rewritten(segment))


def is_rewritten(segment: Segment) -> bool:
    """Whether an attempt gives the engine plainer Chinese than the segment's own."""
    return bool(wording(segment)) or any(counted(segment))


def drafted(segment: Segment, draft: Hypothesis) -> Candidate:
    """What the engine wrote by itself, with the forms that stand in it found."""
    runs, lost = locate((Run(draft.text),) if draft.text else (), decided(segment))
    looked = looks(draft.attention, segment.source, segment.source)
    return Candidate(segment, runs, lost, _reworded(lost), _repeated(runs, segment), draft.score, looked=looked)


def restored(attempt: Attempt, hypothesis: Hypothesis) -> Candidate:
    """What the engine wrote with placeholders, every placeholder replaced by its form."""
    slots = attempt.masked.placeholders
    forms: Mapping[int, Sequence[Run]] = {slot.number: compose(slot.spans) for slot in slots}
    back = restore(hypothesis.text, attempt.masked, forms)
    masked = {span.id for slot in slots for span in slot.spans}
    native = [span for span in decided(attempt.segment) if span.id not in masked]
    runs, lost = locate(back.runs, native)
    doubled = back.doubled + _repeated(runs, attempt.segment)
    return Candidate(
        attempt.segment,
        runs,
        (*back.lost, *lost),
        _reworded(lost),
        doubled,
        hypothesis.score,
        is_rewritten=attempt.is_rewritten,
        looked=looks(hypothesis.attention, attempt.masked.text, attempt.segment.source),
    )


def _reworded(lost: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(span for span in lost if not span.kind.is_figure)


def overwritten(engine: Engine, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with the forms of reworded spans put over the engine's own words for them."""
    open_ones = [number for number, candidate in enumerate(candidates) if candidate.reworded and candidate.runs]
    asked = [questions(candidates[n].segment, candidates[n].text, candidates[n].reworded) for n in open_ones]
    answers = iter(engine.score([pair for pairs in asked for pair in pairs]))
    changed = list(candidates)
    before: dict[int, float] = {}
    for number, pairs in zip(open_ones, asked, strict=True):
        old = candidates[number]
        given = [next(answers) for _ in pairs]
        runs, kept = overwrite(old.runs, old.reworded, given)
        gone = {span.id for span in old.reworded} - {span.id for span in kept}
        lost = tuple(span for span in old.lost if span.id not in gone)
        doubled = old.doubled - _repeated(old.runs, old.segment) + _repeated(runs, old.segment)
        changed[number] = replace(old, runs=runs, lost=lost, reworded=kept, doubled=doubled)
        if gone:
            before[number] = given[0].score
        else:
            changed[number] = replace(changed[number], likelihood=given[0].score)
    after = likely(engine, [changed[number] for number in before])
    for (number, score), candidate in zip(before.items(), after, strict=True):
        changed[number] = replace(candidate, cost=score - candidate.likelihood)
    return changed


def likely(engine: Engine, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with their likelihood given the plain source, asked only where it is not known."""
    unknown = [number for number, candidate in enumerate(candidates) if not candidate.likelihood]
    answers = engine.score([(candidates[number].segment.source, candidates[number].text) for number in unknown])
    known = list(candidates)
    for number, scored in zip(unknown, answers, strict=True):
        # Nothing at all is never likely; engines answer 0 for it.
        known[number] = replace(known[number], likelihood=scored.score if known[number].text else -math.inf)
    return known


def better(engine: Engine, pairs: Sequence[tuple[Candidate, Candidate]]) -> list[Candidate]:
    """Of each pair the one with fewer losses, then fewer doubled forms, then the likelier; of equal ones the first.

    What was made of plainer Chinese is not asked how likely it is: given the source's own words, the engine would
    rather have misread them.
    """
    ties = [
        number
        for number, (one, other) in enumerate(pairs)
        if one.faults == other.faults and one.is_rewritten == other.is_rewritten
    ]
    firsts = likely(engine, [pairs[number][0] for number in ties])
    seconds = likely(engine, [pairs[number][1] for number in ties])
    chosen = [min(pair, key=lambda candidate: (candidate.faults, not candidate.is_rewritten)) for pair in pairs]
    for number, first, second in zip(ties, firsts, seconds, strict=True):
        chosen[number] = max(first, second, key=lambda candidate: candidate.likelihood)
    return chosen


def _repeated(runs: Sequence[Run], segment: Segment) -> int:
    """How often forms stand in text that renders no span: said once more than the source says them."""
    patterns = [form_pattern(form) for form in {span.forms[Locale.EN] for span in decided(segment)}]
    return sum(len(pattern.findall(run.text)) for run in runs if not run.span_id for pattern in patterns)
