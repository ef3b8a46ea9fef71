"""changed-number, wrong-currency, wrong-unit: a figure that the English gives otherwise, leaves out or adds."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from i18n_news.checks.decided import free_text, unrendered
from i18n_news.checks.source_numbers import arabic_numbers, mentioned, names_relative_year
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity, Span, SpanKind, Target
from i18n_news.text.english_quantities import Figure, figures, figures_saying, wrong_values
from i18n_news.text.english_units import unit, unit_after
from i18n_news.text.figure_values import described, wants

# The fault of a figure: the check's name and what to do. The right number of the wrong thing is a fault of its own.
FAULTS = {
    "currency": ("wrong-currency", "Correct the currency."),
    "unit": ("wrong-unit", "Correct the unit."),
    "missing": ("changed-number", "Correct the figure."),
}
# What is measured has its unit beside it; counts, money and times go without in many good ways.
MEASURES = frozenset({"area", "length", "volume", "mass", "energy", "power", "speed"})
# Small numbers come and go in good English: both, one of, a dozen.
SMALLEST_ADDED = 13
# 这两个词 is "these words": people leave out a small count that the sentence shows.
_EASILY_UNSAID = re.compile("[1-3]")
_OTHER_KINDS = tuple(kind for kind in SpanKind if not kind.is_figure)


def changed_numbers(document: Document, edition: Edition) -> Iterator[Issue]:
    """A figure of the source that is not in the English is an error; what only looks odd is a warning.

    Judged by reading the English itself. Forms of names and terms are left out: their numbers are their own.
    """
    if edition.locale is not Locale.EN:
        return
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is not None and target.text.strip():
            yield from _in_segment(segment, target)


def _in_segment(segment: Segment, target: Target) -> Iterator[Issue]:
    english = free_text(segment, target, _OTHER_KINDS)
    found = figures(english)
    spans = [span for span in segment.spans if span.kind.is_figure and span.value]
    wrong = wrong_values([span.value for span in spans], english)
    for each in wrong:
        span = spans[each.index]
        severity = Severity.WARNING if _EASILY_UNSAID.fullmatch(span.value) else Severity.ERROR
        check, advice = FAULTS[each.fault]
        message = f"“{segment.text_of(span)}” is {each.sentence}. {advice}"
        yield Issue(check, severity, segment.id, Locale.EN, message, span.id)
    lost = {each.index for each in wrong}
    said = [span for index, span in enumerate(spans) if index not in lost]
    yield from _without_unit(segment, said, english, found)
    yield from _said_too_seldom(segment, target, said, english, found)
    yield from _lost_digits(segment, english, found)
    # A wrong figure is told once, not as lost and as added.
    if not wrong:
        yield from _added(segment, spans, english, found)


def _without_unit(segment: Segment, spans: Sequence[Span], english: str, found: Sequence[Figure]) -> Iterator[Issue]:
    """Measures whose number stands in the English bare, with no word of such a unit anywhere in the sentence."""
    for span in spans:
        for want in wants(span.value):
            family = _family(want.unit)
            said = figures_saying(want, english, found) if family in MEASURES else ()
            if not said or any(figure.unit or figure.kind not in ("number", "year") for figure in said):
                continue
            if family in _families_named(english):
                continue
            written = english[said[0].start : said[0].end].strip()
            message = (
                f"“{segment.text_of(span)}” is {described(span.value)}; the English says “{written}” without unit."
            )
            yield Issue("wrong-unit", Severity.WARNING, segment.id, Locale.EN, f"{message} Add the unit.", span.id)


def _families_named(english: str) -> frozenset[str]:
    """The families of all unit words of a text, whether a number stands before them or not."""
    codes = {unit_after(english, word.start())[0] for word in re.finditer(r"[^\W\d_]+", english)}
    # Pounds are weighed, too.
    return frozenset(map(_family, codes)) | ({"mass"} if "GBP" in codes else frozenset())


def _family(code: str) -> str:
    known = unit(code)
    return known.family if known else ""


def _said_too_seldom(
    segment: Segment, target: Target, spans: Sequence[Span], english: str, found: Sequence[Figure]
) -> Iterator[Issue]:
    """Equal figures that stand more often in the Chinese: one of them may be lost, or good English says it once."""
    missing = {lost.span.id for lost in unrendered(segment, target)}
    for value, count in Counter(span.value for span in spans).items():
        of_value = [span for span in spans if span.value == value]
        if count < 2 or not any(span.id in missing for span in of_value):
            continue
        times = min(
            (len({figure.start for figure in figures_saying(want, english, found)}) for want in wants(value)),
            default=count,
        )
        if times < count:
            message = f"{described(value)} stands {count} times in the Chinese, {times} times in the English. Compare."
            yield _issue(segment, Severity.WARNING, message, of_value[-1].id)


def _lost_digits(segment: Segment, english: str, found: Sequence[Figure]) -> Iterator[Issue]:
    """Numbers in digits that no rule knows as a figure: codes, scores, versions. They must stand in the English too."""
    said = {figure.number for figure in found}
    for piece, span in segment.pieces():
        if span is not None:
            continue
        for start, end, value in arabic_numbers(piece):
            written = piece[start:end]
            plain = re.match(r"[\d.]+", written.replace(",", ""))
            if value in said or (plain and _stands(plain[0], english)):
                continue
            severity = Severity.ERROR if value >= 10 else Severity.WARNING
            message = f"The number “{written}” of the Chinese is not in the English. Put it in, or check the sentence."
            yield _issue(segment, severity, message)


def _stands(digits: str, english: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(digits)}(?!\d|[.,]\d)", english.replace(",", "")) is not None


def _added(segment: Segment, spans: Sequence[Span], english: str, found: Sequence[Figure]) -> Iterator[Issue]:
    """Numbers of the English that nothing in the Chinese accounts for, however generously it is read."""
    known = mentioned(segment.source)
    demands = [want for span in spans for want in wants(span.value)]
    known |= {want.number for want in demands} | {want.high for want in demands}
    accounted = {figure for want in demands for figure in figures_saying(want, english, found)}
    for start in sorted({figure.start for figure in found}):
        readings = [figure for figure in found if figure.start == start]
        written = english[start : readings[0].end].strip()
        if not any(char.isdecimal() for char in written) or _is_list_number(english, readings[0]):
            continue
        if any(figure in accounted or _is_known(figure, known, segment.source) for figure in readings):
            continue
        message = f"The English says “{written}”; the Chinese has no such number. Please check."
        yield _issue(segment, Severity.WARNING, message)


def _is_known(figure: Figure, known: frozenset[Decimal], source: str) -> bool:
    if figure.number < SMALLEST_ADDED or figure.number in known or str(figure.number) in source:
        return True
    if figure.kind == "year":
        return names_relative_year(source) or figure.number % 100 in known
    # A fraction or per cent can come from 成 or 分之.
    return figure.kind in ("fraction", "decade", "vague", "hour")


def _is_list_number(english: str, figure: Figure) -> bool:
    """(1) and 1. at the start of a sentence count the items of a list."""
    before, after = english[: figure.start].strip(" (（\0"), english[figure.end :]
    return not before and re.match(r"[.)、）]", after) is not None


def _issue(segment: Segment, severity: Severity, message: str, span_id: str = "") -> Issue:
    return Issue("changed-number", severity, segment.id, Locale.EN, message, span_id)
