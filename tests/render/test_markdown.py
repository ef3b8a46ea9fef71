import re
from pathlib import PurePosixPath

import pytest

from i18n_news.model import Block, BlockKind, Document, Edition, Segment
from i18n_news.render.markdown import cell, escaped, heading, markdown_renderer
from tests.render.release import HANS


def test_an_edition_reads_from_top_to_bottom(markdown):
    assert markdown["en.md"].startswith(
        "News\n\n# Yunting District Opens a Park\n\n## Yan Siyuan attends\n\nBy our reporter\n\n"
        "Yunting District, May 6\n\n*Yunting News · May 6, 2026*\n\n"
        "Yan Siyuan, chairman, spoke of RMB 1.2 billion. "
        "Yuanfan advances reform of the industrial workforce by GB/T 1.\n\n"
        "## The Six Haves\n\n### The standard explained\n\n"
    )
    assert markdown["en.md"].endswith(
        "- The first item\n- The second item\n\n| Name | Number |\n| --- | ---: |\n| A\\|B | 1.50 |\n\n"
        "> Work comes first.\n\nThe park.\n\n# Another Release\n\nThat is all.\n"
    )


def test_no_reading_stands_in_a_plain_edition(markdown):
    assert not re.search("[āáǎàēéěèīíǐìōóǒòūúǔù]", markdown["zh-Hans.md"])
    assert "严思远到场" in markdown["zh-Hans.md"]


def test_both_languages_follow_each_other_paragraph_by_paragraph(markdown):
    assert "# 云汀区新开产业园\n\n# Yunting District Opens a Park\n\n" in markdown["bilingual.md"]
    assert "全文完。\n\nThat is all.\n" in markdown["bilingual.md"]
    assert "- 第一项\n- 第二项\n\n* The first item\n* The second item\n" in markdown["bilingual.md"]


def test_blocks_are_parted_by_one_blank_line(markdown):
    for text in markdown.values():
        assert "\n\n\n" not in text
        assert text.endswith("\n") and not text.endswith("\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "RMB 1.2 billion",
        "1.2 billion",
        "2026.5.6",
        "1#厂房",
        "#1 plant",
        "-5 degrees",
        "5 * 3",
        "snake_case_name",
        "a < b and c > d",
        "R&D, AT&T; more",
        "[draft] text",
        "3~5",
        "C:\\new",
        "“强富美高”",
        "*note",
        "+8.5% on the year",
    ],
)
def test_what_reads_right_is_left_alone(text):
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Steady work", "1\\. Steady work"),
        ("12) Steady work", "12\\) Steady work"),
        ("# Not a heading", "\\# Not a heading"),
        ("- not an item", "\\- not an item"),
        ("+ not an item", "\\+ not an item"),
        ("* not an item", "\\* not an item"),
        ("> not a quote", "\\> not a quote"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("a *b* c", "a \\*b\\* c"),
        ("a _b_ c", "a \\_b\\_ c"),
        ("3~5 and 8~10", "3\\~5 and 8\\~10"),
        ("`a` b", "\\`a\\` b"),
        ("<b>x</b>", "\\<b>x\\</b>"),
        ("&amp; &#38;", "\\&amp; \\&#38;"),
        ("[a](b)", "\\[a](b)"),
        ("[a]: b", "\\[a]: b"),
        ("a\\*b", "a\\\\*b"),
        ("  a\u3000b\u00a0c\n d ", "a b c d"),
    ],
)
def test_what_would_read_as_a_mark_is_escaped(text, expected):
    assert escaped(text) == expected


def test_hashes_at_the_end_of_a_heading_are_kept():
    assert heading("Plant no. #") == "Plant no. \\#"
    assert heading("1#") == "1#"


def test_a_bar_does_not_end_a_cell():
    assert cell("a|b") == "a\\|b"


def test_a_short_row_is_filled_up(templates):
    rows = (("a", "b"), ("c",))
    blocks = tuple(
        Block(BlockKind.TABLE_ROW, tuple(Segment(f"p{row}.s{n}", text) for n, text in enumerate(cells, 1)))
        for row, cells in enumerate(rows, 1)
    )
    document = Document("d", HANS, blocks).with_edition(Edition(HANS))
    rendered = markdown_renderer(templates)(document, ())[PurePosixPath("zh-Hans.md")]
    assert rendered == b"| a | b |\n| --- | --- |\n| c |  |\n"
