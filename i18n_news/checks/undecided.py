"""What of a segment nobody decided: its source and its target with the decided parts blanked, at unchanged offsets."""

from collections.abc import Iterator

from i18n_news.checks.decided import FILLER, free_text
from i18n_news.model import BlockKind, Document, Edition, Locale, Segment, Target

# Each is read by itself, so its wording follows other rules than that of the running text.
APART = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.TABLE_ROW})


def translated(document: Document, edition: Edition) -> Iterator[tuple[BlockKind, Segment, Target]]:
    """The segments that the edition has text for, in order, each with the kind of its block."""
    for block in document.blocks:
        for segment in block.segments:
            target = edition.targets.get(segment.id)
            if target is not None and target.text.strip():
                yield block.kind, segment, target


def open_source(segment: Segment, locale: Locale) -> str:
    """The source without the words that have a form in this locale."""
    return "".join(
        FILLER * len(text) if span is not None and locale in span.forms else text for text, span in segment.pieces()
    )


def open_target(segment: Segment, target: Target) -> str:
    """The target without its decided forms and without what stands in their runs."""
    free = free_text(segment, target)
    pieces, position = [], 0
    for run in target.runs:
        end = position + len(run.text)
        pieces.append(FILLER * len(run.text) if run.span_id else free[position:end])
        position = end
    return "".join(pieces)


def place_group(kind: BlockKind) -> str:
    """Where a text stands: headings, what is read apart and the running text are not worded alike."""
    if kind.is_heading:
        return "heading"
    return "apart" if kind in APART else "text"


def shown(text: str, longest: int = 24) -> str:
    """The text as a message quotes it, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
