"""name-not-kept: a person, place or organization that the edition does not name as it was decided."""

from collections.abc import Iterator

from i18n_news.checks.decided import unrendered
from i18n_news.checks.missing_term import lost_form_message
from i18n_news.model import Document, Edition, Issue, Severity


def names_not_kept(document: Document, edition: Edition) -> Iterator[Issue]:
    """An error each: a wrong name is the fault that people forgive least."""
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is None:
            continue
        for lost in unrendered(segment, target):
            if lost.span.kind.is_name:
                message = lost_form_message(segment, edition, lost)
                yield Issue("name-not-kept", Severity.ERROR, segment.id, edition.locale, message, lost.span.id)
