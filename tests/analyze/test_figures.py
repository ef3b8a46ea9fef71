import pytest

from i18n_news.analyze.figures import figure_annotator
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, SpanKind
from i18n_news.text.quantity_english import QuantityStyle


def table(*rows):
    blocks = []
    for number, row in enumerate(rows, start=1):
        cells = tuple(Segment(f"p{number}.s{column}", text) for column, text in enumerate(row, start=1))
        blocks.append(Block(BlockKind.TABLE_ROW, cells))
    return Document("table", Locale.ZH_HANS, tuple(blocks))


def forms(document):
    return {segment_id: span.forms[Locale.EN] for segment_id, span in figure_annotator(QuantityStyle())(document)}


def test_a_unit_in_the_head_of_a_column_counts_for_its_numbers():
    found = forms(table(["项目", "总投资（亿元）", "人数(万人)"], ["一号楼", "12", "0.5"]))
    assert (found["p2.s2"], found["p2.s3"]) == ("RMB 1.2 billion", "5,000 people")


def test_a_unit_in_the_cell_of_a_row_counts_for_that_row():
    found = forms(table(["指标", "单位", "2025年"], ["投资", "亿元", "402.8"], ["就业", "万人", "2.14"]))
    assert (found["p2.s3"], found["p3.s3"]) == ("RMB 40.28 billion", "21,400 people")


def test_the_unit_itself_loses_its_magnitude():
    found = forms(table(["指标", "单位", "总额（万元）"], ["投资", "亿元", "3"]))
    assert (found["p2.s2"], found["p1.s3"]) == ("RMB", "RMB")


def test_a_unit_above_the_table_counts_for_its_columns_of_figures():
    rows = table(["项目", "序号", "投资", "人数（万人）"], ["一号楼", "3", "12", "2"])
    above = Block(BlockKind.CAPTION, (Segment("p0.s1", "单位：亿元"),))
    found = forms(Document("d", Locale.ZH_HANS, (above, *rows.blocks)))
    assert (found["p0.s1"], found.get("p2.s2"), found["p2.s3"], found["p2.s4"]) == (
        "RMB",
        None,
        "RMB 1.2 billion",
        "20,000 people",
    )


def test_the_unit_of_one_table_does_not_reach_another():
    first, second = table(["额（亿元）"], ["12"]), table(["额"], ["12"])
    between = Block(BlockKind.PARAGRAPH, (Segment("p9.s1", "下一张表"),))
    renamed = [
        Block(BlockKind.TABLE_ROW, tuple(Segment(f"q{cell.id}", cell.source) for cell in block.segments))
        for block in second.blocks
    ]
    found = forms(Document("two", Locale.ZH_HANS, (*first.blocks, between, *renamed)))
    assert ("p2.s1" in found, found.get("qp2.s1", "12")) == (True, "12")


@pytest.mark.parametrize(
    ("source", "kind", "value"),
    [
        ("总投资12亿元", SpanKind.QUANTITY, "1200000000 CNY"),
        ("9月17日开工", SpanKind.DATE, "--09-17"),
        ("按照GB/T 15835执行", SpanKind.CODE, ""),
    ],
)
def test_figures_dates_and_codes_are_told_apart(source, kind, value):
    document = Document("d", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (Segment("p1.s1", source),)),))
    ((_, span),) = figure_annotator(QuantityStyle())(document)
    assert (span.kind, span.value) == (kind, value)
