"""missing-term: an approved term, slogan, title or code that the edition does not say as it was decided."""

from collections.abc import Iterator

from i18n_news.checks.decided import EDITION_NAMES, Unrendered, unrendered
from i18n_news.model import Document, Edition, Issue, Segment, Severity, SpanKind

KINDS = frozenset({SpanKind.TERM, SpanKind.SLOGAN, SpanKind.TITLE, SpanKind.CODE})


def missing_terms(document: Document, edition: Edition) -> Iterator[Issue]:
    """An error each: a decided form that is lost is the one thing that must not happen."""
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is None:
            continue
        for lost in unrendered(segment, target):
            if lost.span.kind in KINDS:
                message = lost_form_message(segment, edition, lost)
                yield Issue("missing-term", Severity.ERROR, segment.id, edition.locale, message, lost.span.id)


def lost_form_message(segment: Segment, edition: Edition, lost: Unrendered) -> str:
    """One sentence on what is wrong, one on what to do."""
    where = EDITION_NAMES[edition.locale]
    source = segment.text_of(lost.span)
    decided = f" (decided by {lost.span.origin})" if lost.span.origin else ""
    if lost.found.strip():
        fault = f"“{source}” must be “{lost.form}”{decided}; the {where} says “{lost.found.strip()}”."
        return f"{fault} Write “{lost.form}” there."
    fault = f"“{source}” must be “{lost.form}”{decided}; the {where} does not say it."
    return f"{fault} Put “{lost.form}” into the sentence."
