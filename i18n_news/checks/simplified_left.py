"""simplified-left: Simplified characters in a Traditional edition."""

from collections.abc import Iterator

from i18n_news.checks.decided import EDITION_NAMES
from i18n_news.checks.simplified_only import (
    HONG_KONG_ONLY_SIMPLIFIED,
    MOSTLY_SIMPLIFIED,
    SIMPLIFIED_ONLY,
    TAIWAN_ONLY_SIMPLIFIED,
)
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity, SpanKind, Target

_REGIONAL = {Locale.ZH_HANT_TW: TAIWAN_ONLY_SIMPLIFIED, Locale.ZH_HANT_HK: HONG_KONG_ONLY_SIMPLIFIED}


def simplified_left(document: Document, edition: Edition) -> Iterator[Issue]:
    """An error where only Simplified has the character; a warning where Traditional has it too but rarely.

    A decided form is checked as well: then the glossary is wrong, and the message says so.
    """
    if not edition.locale.is_traditional:
        return
    certain = SIMPLIFIED_ONLY | _REGIONAL[edition.locale]
    where = EDITION_NAMES[edition.locale]
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is None:
            continue
        yield from _in_decided(segment, target, certain)
        free = _undecided(segment, target)
        if found := _listed(free, certain):
            message = f"Simplified characters are left in the {where}: {found}. Write them in Traditional ones."
            yield Issue("simplified-left", Severity.ERROR, segment.id, edition.locale, message)
        if found := _listed(free, MOSTLY_SIMPLIFIED):
            message = f"These may be Simplified characters in the {where}: {found}. Please check."
            yield Issue("simplified-left", Severity.WARNING, segment.id, edition.locale, message)


def _in_decided(segment: Segment, target: Target, certain: frozenset[str]) -> Iterator[Issue]:
    spans = {span.id: span for span in segment.spans}
    told = set()
    for run in target.runs:
        span = spans.get(run.span_id)
        if span is None or span.kind is SpanKind.CODE or target.locale not in span.forms or run.text in told:
            continue
        if found := _listed(run.text, certain):
            told.add(run.text)
            told_by = f" ({span.origin})" if span.origin else ""
            message = (
                f"The decided form “{run.text}”{told_by} holds Simplified characters: {found}. Correct the glossary."
            )
            yield Issue("simplified-left", Severity.WARNING, segment.id, target.locale, message, span.id)


def _undecided(segment: Segment, target: Target) -> str:
    """The text without its codes and without the forms that were decided for this edition."""
    kept = {span.id for span in segment.spans if span.kind is SpanKind.CODE or target.locale in span.forms}
    return " ".join(run.text for run in target.runs if run.span_id not in kept)


def _listed(text: str, characters: frozenset[str]) -> str:
    return " ".join(dict.fromkeys(char for char in text if char in characters))
