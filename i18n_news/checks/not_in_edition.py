"""not-in-edition: a segment that an edition leaves out."""

from collections.abc import Iterator

from i18n_news.checks.decided import EDITION_NAMES
from i18n_news.model import Document, Edition, Issue, Severity


def not_in_edition(document: Document, edition: Edition) -> Iterator[Issue]:
    """An error each; a segment without any text needs no target."""
    for segment in document.segments():
        if segment.id in edition.targets or not segment.source.strip():
            continue
        start = segment.source if len(segment.source) <= 20 else f"{segment.source[:19]}…"
        message = f"“{start}” is not in the {EDITION_NAMES[edition.locale]}. Build again, or add the sentence."
        yield Issue("not-in-edition", Severity.ERROR, segment.id, edition.locale, message)
