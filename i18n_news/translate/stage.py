"""The translating stage: every decided form stands in the English, or the edition notes where it was put."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

from i18n_news.model import (
    BlockKind,
    Document,
    Edition,
    Locale,
    Note,
    Run,
    Segment,
    Span,
    SpanKind,
    State,
    Target,
    joined,
)
from i18n_news.translate.candidates import (
    Attempt,
    Candidate,
    attempt,
    better,
    decided,
    drafted,
    is_rewritten,
    overwritten,
    restored,
)
from i18n_news.translate.carriers import carried, is_spoken, uncarried
from i18n_news.translate.compose import chains, closed, compose
from i18n_news.translate.confidence import confidence
from i18n_news.translate.coverage import Clause, dropped, dropped_notes
from i18n_news.translate.engine import Engine, Hypothesis
from i18n_news.translate.figures import plain_digits
from i18n_news.translate.mask import FAMILIES, Family
from i18n_news.translate.plan import needs_engine, plan
from i18n_news.translate.polish import polish

Progress = Callable[[int, int], None]
Round = Callable[[Candidate, Candidate], Attempt | None]
Judge = Callable[[Candidate, Sequence[Clause]], float]
# The canonical value of an amount of money ends with the code of ISO 4217.
MONEY = re.compile(r"\b[A-Z]{3}$")
# What the engine may say in its own words first: masked, a common noun takes its sentence's grammar away.
SOFT = frozenset({SpanKind.TERM})
# Each of them costs half a decoding to find; two instead of one brought BLEU +0.4 on tests/quality.
MOST_REWORDED = 2


def translate(
    document: Document,
    engine: Engine,
    progress: Progress = lambda done, total: None,
    families: Sequence[Family] = FAMILIES,
    judge: Judge = confidence,
) -> Edition:
    """The English edition. Decodes the plain text of all segments first, then, masked, only those that need it.

    A form that the engine wrote by itself is found; one that it said in other words is put over them. Where that
    fails or makes the sentence unlikely, names and then terms are masked; the candidate with the fewest losses wins,
    and of equal ones the likeliest. What is lost in all of them is put at the end of its clause with a note "fallback".
    """
    segments = list(document.segments())
    headings = {segment.id for block in document.blocks if block.kind.is_heading for segment in block.segments}
    plans = {segment.id: plan(segment, is_heading=segment.id in headings) for segment in segments}
    open_cores = [core for each in plans.values() for core in each.core if needs_engine(core)]
    progress(0, len(segments))
    drafts = engine.translate([core.source for core in open_cores])
    listed = {s.id for block in document.blocks if block.kind is BlockKind.LIST_ITEM for s in block.segments}
    report = partial(_report, progress, len(segments))
    best = _best(engine, open_cores, drafts, families, headings | listed, report)
    unsaid = dropped(engine, list(best.values()))
    written = {core.id: draft.text for core, draft in zip(open_cores, drafts, strict=True)}
    targets: dict[str, Target] = {}
    notes: list[Note] = []
    for segment in segments:
        parts = plans[segment.id]
        runs: tuple[Run, ...] = ()
        for core in parts.core:
            if core.id in best:
                runs, fallbacks = _with_lost(best[core.id], parts.start)
                notes += fallbacks
                notes += dropped_notes(best[core.id], unsaid.get(core.id, ()), parts.start)
            else:
                runs = _without_engine(core)
            polished = polish(runs, core, is_heading=core.id in headings)
            notes += [Note("polish", rule, core.id, change) for rule, change in polished.applied]
            runs = _capitalized(polished.runs)
        runs = joined((*parts.opening, *parts.in_whole(runs), *parts.closing))
        if runs:
            found = best.get(segment.id)
            score = judge(found, unsaid.get(segment.id, ())) if found else 1.0
            origin = engine.id if found else "decided"
            draft = written.get(segment.id, "")
            targets[segment.id] = Target(segment.id, Locale.EN, runs, State.TRANSLATED, origin, score, draft)
    return Edition(Locale.EN, targets, tuple(notes))


def _best(
    engine: Engine,
    segments: Sequence[Segment],
    drafts: Sequence[Hypothesis],
    families: Sequence[Family],
    fragments: Collection[str],
    progress: Callable[[float], None],
) -> dict[str, Candidate]:
    """The best candidate for each segment, by its id."""
    plain = {segment.id: drafted(segment, draft) for segment, draft in zip(segments, drafts, strict=True)}
    # Where a name is lost, the draft has no use for the other forms: the sentence will be decoded with it masked.
    common = [draft for draft in plain.values() if draft.lost and not (_hard(draft) or _has_many(draft))]
    common = [draft for draft in common if not is_rewritten(draft.segment)]
    best = plain | {candidate.segment.id: candidate for candidate in overwritten(engine, common)}
    rounds = (*_rounds(families), _as_object(families[0], fragments))
    for number, attempt_of in enumerate(rounds, start=1):
        progress(number / (len(rounds) + 1))
        tries = [found for segment in segments if (found := attempt_of(plain[segment.id], best[segment.id]))]
        answers = _answers(engine, tries)
        new = overwritten(engine, [restored(found, answer) for found, answer in zip(tries, answers, strict=True)])
        for candidate in better(engine, [(best[candidate.segment.id], candidate) for candidate in new]):
            best[candidate.segment.id] = candidate
    progress(1)
    return best


def _answers(engine: Engine, tries: Sequence[Attempt]) -> list[Hypothesis]:
    starts = [found.start for found in tries]
    answers = engine.translate([found.masked.text for found in tries], starts)
    return [uncarried(answer) if start else answer for start, answer in zip(starts, answers, strict=True)]


def _report(progress: Progress, total: int, share: float) -> None:
    progress(int(share * total), total)


def _hard(draft: Candidate) -> set[str]:
    """The ids of the names and figures that a draft lost: what an engine cannot be expected to say by itself."""
    return {span.id for span in draft.lost if span.kind not in SOFT}


def _rounds(families: Sequence[Family]) -> tuple[Round, ...]:
    return (_names_masked(families[0]), _lost_masked(families[0]), *map(_all_masked, families[1:]))


def _names_masked(family: Family) -> Round:
    """The names and figures that the draft lost; a few common nouns stay in the engine's words, many are masked too.

    Where the segment can be given in plainer Chinese, it is decoded again in any case.
    """

    def attempt_of(draft: Candidate, best: Candidate) -> Attempt | None:
        is_better = is_rewritten(draft.segment)
        if not is_better and (best.is_settled or not (_hard(draft) or _has_many(draft))):
            return None
        masked = {span.id for span in draft.lost} if _has_many(draft) else _hard(draft)
        return attempt(draft.segment, masked, family, _written_out(draft.segment))

    return attempt_of


def _lost_masked(family: Family) -> Round:
    """All that the draft lost, together with the spans that share its chain, where that was not tried yet."""

    def attempt_of(draft: Candidate, best: Candidate) -> Attempt | None:
        was_tried = _has_many(draft) or not any(span.kind in SOFT for span in draft.lost)
        if best.is_settled or was_tried:
            return None
        return attempt(draft.segment, {span.id for span in draft.lost}, family, _written_out(draft.segment))

    return attempt_of


def _has_many(draft: Candidate) -> bool:
    """Whether so many common nouns are lost that putting each over the engine's words costs more than it gives."""
    return sum(span.kind in SOFT for span in draft.lost) > MOST_REWORDED


def _all_masked(family: Family) -> Round:
    """Every span, for a segment in which something is still lost."""

    def attempt_of(draft: Candidate, best: Candidate) -> Attempt | None:
        if not best.lost:
            return None
        return attempt(draft.segment, {span.id for span in decided(draft.segment)}, family)

    return attempt_of


def _as_object(family: Family, fragments: Collection[str]) -> Round:
    """A headline or list item that the engine took for speech, as the object of a carrier sentence."""

    def attempt_of(draft: Candidate, best: Candidate) -> Attempt | None:
        if draft.segment.id not in fragments or not is_spoken(best):
            return None
        masked = {span.id for span in draft.lost}
        return carried(attempt(draft.segment, masked, family, _written_out(draft.segment)))

    return attempt_of


def _written_out(segment: Segment) -> dict[str, str]:
    """The figures with 万 or 亿 in plain digits, by span: engines copy digits and keep the sentence."""
    texts = {span.id: segment.text_of(span) for span in decided(segment) if _is_copied(span)}
    return {span_id: plain_digits(text) for span_id, text in texts.items() if plain_digits(text) != text}


def _is_copied(span: Span) -> bool:
    """Whether the engine may copy the figure: not money, whose currency it gets wrong, and no date."""
    return span.kind is SpanKind.QUANTITY and not MONEY.search(span.value)


def _with_lost(candidate: Candidate, start: int) -> tuple[tuple[Run, ...], list[Note]]:
    """The last resort: each lost form in brackets at the end of the clause of the span before it.

    `start` is where the candidate's segment begins in the whole one.
    """
    runs, segment = candidate.runs, candidate.segment
    notes = []
    for span in candidate.lost:
        runs = _insert(runs, Run(span.forms[Locale.EN], span.id), _before(segment, span, runs))
        message = f"the translation lost “{segment.text_of(span)}”; its form was put in brackets"
        notes.append(Note("translate", "fallback", segment.id, message, start + span.start, start + span.end))
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
