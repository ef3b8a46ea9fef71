"""The annotator of quantities and dates, in running text and in the columns of tables."""

from collections.abc import Iterator, Sequence

from i18n_news.analyze.terms import Annotator
from i18n_news.model import Block, BlockKind, Document, FrozenMap, Locale, Segment, Span, SpanKind
from i18n_news.text.quantities import Quantity, Unit, apply_unit, find_quantities, parse_unit
from i18n_news.text.quantity_english import QuantityStyle, render_english

ORIGIN = "quantities"
CURRENCIES = {"CNY": "RMB"}
UNIT_HEADS = frozenset({"单位", "计量单位"})


def figure_annotator(style: QuantityStyle) -> Annotator:
    """Proposes a span with its English form and canonical value for every quantity and date.

    In a table a unit in the head of a column, or in the row's own cell under 单位, counts for the bare numbers that
    it governs; the unit's own words become the unit without its magnitude.
    """

    def annotate(document: Document) -> Iterator[tuple[str, Span]]:
        for table in _tables(document.blocks):
            yield from _column_spans(table, style)
        for segment in document.segments():
            for quantity in find_quantities(segment.source):
                yield segment.id, _span(quantity, style)

    return annotate


def _span(quantity: Quantity, style: QuantityStyle) -> Span:
    english = {Locale.EN: render_english(quantity, style)}
    if quantity.kind == "code":
        return Span(quantity.start, quantity.end, SpanKind.CODE, english, origin=ORIGIN)
    kind = SpanKind.DATE if quantity.kind == "date" else SpanKind.QUANTITY
    return Span(quantity.start, quantity.end, kind, english, value=quantity.value, origin=ORIGIN)


def _tables(blocks: Sequence[Block]) -> Iterator[list[tuple[Segment, ...]]]:
    """The rows of each table, cell by cell, the head first."""
    rows: list[tuple[Segment, ...]] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE_ROW:
            rows.append(block.segments)
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _column_spans(table: Sequence[tuple[Segment, ...]], style: QuantityStyle) -> Iterator[tuple[str, Span]]:
    head, *rows = table
    units = {column: unit for column, cell in enumerate(head) if (unit := parse_unit(cell.source))}
    unit_column = next((column for column, cell in enumerate(head) if cell.source.strip() in UNIT_HEADS), None)
    for column, unit in units.items():
        yield from _unit_span(head[column], unit)
    for row in rows:
        own = parse_unit(row[unit_column].source) if unit_column is not None and unit_column < len(row) else None
        for column, cell in enumerate(row):
            if own and column == unit_column:
                yield from _unit_span(cell, own)
                continue
            unit = units.get(column, own)
            quantity = apply_unit(cell.source, unit) if unit else None
            if quantity:
                yield cell.id, _span(quantity, style)


def _unit_span(cell: Segment, unit: Unit) -> Iterator[tuple[str, Span]]:
    """The unit's words in a cell or head: 亿元 is RMB there, since the numbers below are written out."""
    start = max(cell.source.rfind(mark) for mark in "（(【[：:") + 1
    end = len(cell.source.rstrip("）)】] "))
    name = CURRENCIES.get(unit.code, unit.many or unit.sign or unit.code)
    if start < end and name:
        yield cell.id, Span(start, end, SpanKind.TERM, FrozenMap({Locale.EN: name}), origin=ORIGIN)
