"""changed-number: a figure, date or amount of money that the English gives otherwise, leaves out or adds."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from i18n_news.checks.decided import unrendered
from i18n_news.checks.english_quantities import Figure, Wrong, figures, is_said, wrong_values
from i18n_news.checks.english_quantities import said_by
from i18n_news.checks.figure_values import Want, described, wants
from i18n_news.checks.source_numbers import arabic_numbers, mentioned, names_relative_year
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity, Span, Target

ADVICE = {
    "currency": "Correct the currency.",
    "unit": "Correct the unit.",
    "missing": "Correct the figure.",
}
# Small numbers come and go in good English: both, a second one, one of.
SMALLEST_ADDED = 13
_CHECK = "changed-number"


def changed_numbers(document: Document, edition: Edition) -> Iterator[Issue]:
    """A figure of the source that is not in the English is an error; what only looks odd is a warning.

    Judged by reading the English itself; forms of names and terms are left out, since their numbers are their own.
    """
    if edition.locale is not Locale.EN:
        return
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is not None and target.text.strip():
            yield from _in_segment(segment, target)


def _in_segment(segment: Segment, target: Target) -> Iterator[Issue]:
    english = _figures_only(segment, target)
    spans = [span for span in segment.spans if span.kind.is_figure and span.value]
    for wrong in wrong_values([span.value for span in spans], english):
        yield _changed(segment, spans[wrong.index], wrong)
    found = figures(english)
    yield from _said_too_seldom(segment, target, spans, found, english)
    yield from _lost_digits(segment, target, found, english)
    yield from _added(segment, spans, found, english)
