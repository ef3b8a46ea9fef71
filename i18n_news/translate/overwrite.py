"""Puts a decided form over the engine's own words for it, which are found by taking the term out of the source.

The words of a translation that become much less likely when a term is deleted from the source are those that render
it. Only they are replaced: articles, order and grammar of the sentence stay as the engine made them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from i18n_news.model import Locale, Run, Segment, Span, SpanKind, joined
from i18n_news.translate.agreement import is_countable, plural_ending
from i18n_news.translate.engine import Scored

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
# Small words never begin or end what is replaced.
SMALL = re.compile(
    r"(?:an?|the|of|in|on|at|to|for|by|and|or|with|from|as|is|are|was|were|be|been|has|have|had|its|their|his|her|that|"
    r"this|these|those|which|it|s|not|will)",
    re.IGNORECASE,
)
BREAK = re.compile(r"[.,;:!?()\"“”]")
# In nats: what a word must lose to count, what a rendering must lose in all, and the share of it inside the stretch.
WORD_LOSS = 1.0
LEAST_LOSS = 2.0
LEAST_SHARE = 0.5
# By how many words, small ones not counted, what is replaced may be longer than the form: beyond that it renders more.
LONGER = 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Half-open code points of a text that render a span, and how much likelihood they lose without it."""

    start: int
    end: int
    span: Span
    loss: float


def questions(segment: Segment, text: str, lost: Sequence[Span]) -> list[tuple[str, str]]:
    """What to ask the engine's `score`: the text given the source, then given the source without each lost span."""
    without = [segment.source[: span.start] + segment.source[span.end :] for span in lost]
    return [(source, text) for source in (segment.source, *without)]


def overwrite(
    runs: Sequence[Run], lost: Sequence[Span], answers: Sequence[Scored]
) -> tuple[tuple[Run, ...], tuple[Span, ...]]:
    """The runs with the lost forms over the words that render them, and the spans for which no words were found.

    Figures are never put over words, no form over digits or another form. `answers` are those to `questions`.
    """
    whole, *parts = answers
    text = "".join(run.text for run in runs)
    barred = list(_placed(runs))
    found: list[Stretch] = []
    for span, part in zip(lost, parts, strict=True):
        if not span.kind.is_figure and len(part.logs) == len(whole.logs):
            words = _losses(text, whole, part)
            stretch = _stretch(text, words, barred, span)
            if stretch:
                found.append(stretch)
    chosen: list[Stretch] = []
    for stretch in sorted(found, key=lambda stretch: -stretch.loss):
        if all(stretch.end <= other.start or other.end <= stretch.start for other in chosen):
            chosen.append(stretch)
    placed = {stretch.span.id for stretch in chosen}
    return _replaced(runs, chosen), tuple(span for span in lost if span.id not in placed)


def _placed(runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    position = 0
    for run in runs:
        if run.span_id:
            yield position, position + len(run.text)
        position += len(run.text)


def _losses(text: str, whole: Scored, part: Scored) -> list[tuple[int, int, float]]:
    """The words of the text with what each loses in likelihood."""
    words = [match.span() for match in WORD.finditer(text)]
    losses = [0.0] * len(words)
    number = 0
    for (start, end), with_span, without in zip(whole.pieces, whole.logs, part.logs, strict=True):
        while number < len(words) and words[number][1] <= start:
            number += 1
        if number < len(words) and words[number][0] < end:
            losses[number] += with_span - without
    return [(start, end, loss) for (start, end), loss in zip(words, losses, strict=True)]


def _stretch(
    text: str, words: Sequence[tuple[int, int, float]], barred: Sequence[tuple[int, int]], span: Span
) -> Stretch | None:
    """The row of words that loses most, where it holds most of the whole loss."""
    best, bounds = 0.0, (0, -1)
    longest = len(WORD.findall(span.forms[Locale.EN])) + LONGER
    for first in range(len(words)):
        value, length = 0.0, 0
        for last in range(first, len(words)):
            start, end, loss = words[last]
            is_small = bool(SMALL.fullmatch(text[start:end]))
            length += not is_small
            is_apart = last > first and BREAK.search(text[words[last - 1][1] : start])
            if is_apart or length > longest or not _is_free(text, start, end, barred):
                break
            value += loss - (WORD_LOSS / 2 if is_small else WORD_LOSS)
            if loss > WORD_LOSS and value > best:
                best, bounds = value, (first, last)
    first, last = bounds
    while first <= last and SMALL.fullmatch(text[words[first][0] : words[first][1]]):
        first += 1
    while last >= first and SMALL.fullmatch(text[words[last][0] : words[last][1]]):
        last -= 1
    if last < first:
        return None
    inside = sum(loss for *_, loss in words[first : last + 1] if loss > WORD_LOSS)
    total = sum(loss for *_, loss in words if loss > WORD_LOSS)
    if inside < LEAST_LOSS or inside < LEAST_SHARE * total:
        return None
    return Stretch(words[first][0], words[last][1], span, inside)


def _is_free(text: str, start: int, end: int, barred: Sequence[tuple[int, int]]) -> bool:
    return not text[start].isdigit() and all(end <= left or right <= start for left, right in barred)


def _replaced(runs: Sequence[Run], chosen: Sequence[Stretch]) -> tuple[Run, ...]:
    replaced: list[Run] = []
    position = 0
    for run in runs:
        inside = [stretch for stretch in chosen if position <= stretch.start < position + len(run.text)]
        at = position
        for stretch in sorted(inside, key=lambda stretch: stretch.start):
            old = run.text[stretch.start - position : stretch.end - position]
            replaced += [Run(run.text[at - position : stretch.start - position]), *_form(stretch, old)]
            at = stretch.end
        replaced.append(Run(run.text[at - position :], run.span_id))
        position += len(run.text)
    return joined(replaced)


def _form(stretch: Stretch, old: str) -> tuple[Run, ...]:
    """The form as it fits there: a capital at the start, a plural s where the engine's words had one."""
    form = stretch.span.forms[Locale.EN]
    has_plural = re.search(r"[^\Ws]s$", old) and stretch.span.kind is SpanKind.TERM
    # The same noun in the plural, or one that is known to have a plural.
    is_same = old.rpartition(" ")[2].lower() == form.rpartition(" ")[2].lower() + "s"
    ending = plural_ending(form) if has_plural and (is_same or is_countable(form)) else ""
    if stretch.start == 0:
        form = form[0].upper() + form[1:]
    return (Run(form, stretch.span.id), *([Run(ending)] if ending else []))
