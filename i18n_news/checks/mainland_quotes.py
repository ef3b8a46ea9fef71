"""mainland-quotes: “” or ‘’ around Chinese words in a Traditional edition, which uses 「」 and 『』."""

import re
from collections.abc import Iterator

from i18n_news.checks.decided import EDITION_NAMES
from i18n_news.model import Document, Edition, Issue, Segment, Severity, SpanKind, Target
from i18n_news.text.han import HAN

# An English phrase inside Chinese text keeps its own quotation marks, and its apostrophes.
_LEFT = re.compile(
    f"[“‘](?=[{HAN}《])|(?<=[{HAN}。，！？；、》])”|(?<=[{HAN}。，！？；、》])’(?![A-Za-z])|“[^A-Za-z“”]+”"
)
# A mark without its other half stays as it is and has an issue of its own.
_UNPAIRED = "unpaired-quote"


def mainland_quotes(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning for each sentence with such marks outside codes and decided forms."""
    if not edition.locale.is_traditional:
        return
    unpaired = {note.segment_id for note in edition.notes if note.kind == _UNPAIRED}
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is None or segment.id in unpaired:
            continue
        if match := _LEFT.search(_own_text(segment, target)):
            where = EDITION_NAMES[edition.locale]
            message = f"The {where} has mainland quotation marks ({match[0][0]}). Use 「」, and 『』 inside them."
            yield Issue("mainland-quotes", Severity.WARNING, segment.id, edition.locale, message)


def _own_text(segment: Segment, target: Target) -> str:
    kept = {span.id for span in segment.spans if span.kind is SpanKind.CODE or target.locale in span.forms}
    return "".join("\0" if run.span_id in kept else run.text for run in target.runs)
