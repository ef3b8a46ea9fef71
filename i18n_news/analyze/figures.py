"""The annotator of quantities and dates, in running text and in the columns of tables."""

import re
from collections.abc import Iterator, Sequence

from i18n_news.analyze.terms import Annotator
from i18n_news.model import Block, BlockKind, Document, FrozenMap, Locale, Segment, Span, SpanKind
from i18n_news.text.quantities import Quantity, Unit, apply_unit, find_quantities, parse_unit
from i18n_news.text.quantity_english import QuantityStyle, render_english

ORIGIN = "quantities"
CURRENCIES = {"CNY": "RMB"}
# Columns whose numbers count nothing.
NUMBERING = re.compile("序号|编号|排名|名次|年份|日期|电话")
UNIT_HEADS = frozenset({"单位", "计量单位"})


def figure_annotator(style: QuantityStyle) -> Annotator:
    """Proposes a span with its English form and canonical value for every quantity and date.

    In a table a unit in the head of a column, or in the row's own cell under 单位, counts for the bare numbers that
    it governs; the unit's own words become the unit without its magnitude.
    """

    def annotate(document: Document) -> Iterator[tuple[str, Span]]:
        for above, table in _tables(document.blocks):
            yield from _column_spans(above, table, style)
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


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[Segment | None, list[tuple[Segment, ...]]]]:
    """The rows of each table, cell by cell, the head first, behind the single segment of the block above it, if any."""
    above: Segment | None = None
    rows: list[tuple[Segment, ...]] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE_ROW:
            rows.append(block.segments)
            continue
        if rows:
            yield above, rows
            rows = []
        above = block.segments[0] if len(block.segments) == 1 else None
    if rows:
        yield above, rows


def _column_spans(
    above: Segment | None, table: Sequence[tuple[Segment, ...]], style: QuantityStyle
) -> Iterator[tuple[str, Span]]:
    head, *rows = table
    units = {column: unit for column, cell in enumerate(head) if (unit := parse_unit(cell.source))}
    unit_column = next((column for column, cell in enumerate(head) if cell.source.strip() in UNIT_HEADS), None)
    # 单位：亿元 above the table counts for every column of figures that has no unit of its own.
    common = parse_unit(above.source) if above and above.source.strip().startswith(tuple(UNIT_HEADS)) else None
    if above and common:
        yield from _unit_span(above, common)
    for column, unit in units.items():
        yield from _unit_span(head[column], unit)
    for row in rows:
        own = parse_unit(row[unit_column].source) if unit_column is not None and unit_column < len(row) else common
        for column, cell in enumerate(row):
            if own and column == unit_column:
                yield from _unit_span(cell, own)
                continue
            is_figure = column in units or (column and not NUMBERING.search(head[min(column, len(head) - 1)].source))
            unit = units.get(column, own) if is_figure else None
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
