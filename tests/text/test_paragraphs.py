import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.formats.text import parse
from i18n_news.text.han import count_han
from i18n_news.text.paragraphs import RawBlock, repair, to_text

CASES = Path(__file__).parents[1] / "cases" / "normalize-release.md"
SHARED = Path(__file__).parents[3] / "shared"
FURNITURE = {"page-number", "masthead", "running-head", "duplicate-heading"}

needs_shared = pytest.mark.skipif(
    not SHARED.exists(), reason="the shared data for measuring is not beside the repository"
)

# One line of a release a line here, most of them half of something.
LINES = st.sampled_from(
    [
        "",
        "\u3000\u3000港区召开会议，部署全年工作。",
        "港区召开会议",
        "全年完成投资12",
        "亿元，增长",
        "长8.5%。",
        "第2版",
        "— 3 —",
        "一、航线建设",
        "- 新开航线",
        "· 岸电",
        "# 港区新闻",
        "| 名称 | 数量 |",
        "泊位\t6",
        "> 引用",
        "图为现场。王一 摄",
        "（记者 王一）",
        "名称 单位 数量",
        "泊位 个 6",
        "江畔日报 2025年6月3日 星期二",
        "的工作格局",
        "他说：“要快",
        "”",
        "3.",
        "5万吨",
        "The port (phase",
        "two) is me-",
        "ters long.",
        "潮平两岸阔",
        "风正一帆悬",
        "港区启用闸口 5月8日，港区启用闸口，时间缩短。",
        "如何破题？",
        "□",
        "\ue000",
        "单位：亿元",
        "第",
        "·",
    ]
)


def releases():
    text = CASES.read_text(encoding="utf-8").replace("␣", "\u3000")
    found = re.findall(r"^## ([^\n]*)\n```in\n(.*?)\n```\n```out\n(.*?)\n```", text, re.M | re.S)
    return [pytest.param(before, after, id=name) for name, before, after in found]


def test_every_release_of_the_case_file_is_read():
    assert len(releases()) == CASES.read_text(encoding="utf-8").count("\n## ")


def summary(blocks):
    return "\n".join(f"{block.kind}: {block.text}".replace("\n", "␤").replace("\t", "⇥") for block in blocks)


@pytest.mark.parametrize(("before", "after"), releases())
def test_a_damaged_release_is_put_together(before, after):
    assert summary(repair(parse(before)).blocks) == after


@given(st.lists(LINES, max_size=12))
def test_repairing_what_was_repaired_changes_nothing(lines):
    once = repair(parse("\n".join(lines))).blocks
    again = repair([RawBlock(block.text, block.kind, block.level) for block in once]).blocks
    assert [(b.kind, b.text, b.level) for b in again] == [(b.kind, b.text, b.level) for b in once]


@given(st.lists(LINES, max_size=12))
def test_no_han_character_outside_furniture_is_lost(lines):
    blocks = parse("\n".join(lines))
    result = repair(blocks)
    dropped = sum(count_han(change.before) for change in result.repairs if change.rule in FURNITURE)
    assert sum(count_han(block.text) for block in result.blocks) + dropped == sum(count_han(b.text) for b in blocks)


@given(st.lists(LINES, max_size=12))
def test_every_repair_has_its_place(lines):
    result = repair(parse("\n".join(lines)))
    for change in result.repairs:
        text = result.blocks[change.block].text if change.block >= 0 else ""
        assert 0 <= change.offset <= len(text)


def test_a_join_tells_where_the_break_was():
    result = repair(parse("港区全年完成投资，新开航\n\n线三条。"))
    (join,) = result.repairs
    assert (join.rule, join.line, join.block) == ("join", 3, 0)
    assert result.blocks[0].text[join.offset :] == "线三条。"


def test_a_long_paragraph_that_was_joined_is_suspect():
    sentence = "港区各单位协同配合，扎实推进各项工作任务落地见效。"
    blocks = parse(f"{sentence * 10}码头建设早见实\n\n效。{sentence * 10}")
    assert "suspect-length" in [change.rule for change in repair(blocks).repairs]


def test_a_long_paragraph_of_one_line_is_not_suspect():
    assert repair(parse("港区各单位协同配合，扎实推进各项工作。" * 30)).repairs == ()


@pytest.mark.parametrize(
    "line",
    [
        "2025年6月3日下午召开",
        "6月3日 星期二",
        "澜湾日报记者来访",
        "2025年6月3日，江畔日报刊登评论。",
        "江畔市人民政府 2025年6月3日",
        "3万吨",
        "B02泊位",
    ],
)
def test_what_only_looks_like_furniture_stays(line):
    text = f"会议结束。\n\n{line}\n\n会议开始。"
    assert repair(parse(text)).blocks[1].text.replace(" ", "") == line.replace(" ", "")


@pytest.mark.parametrize(
    "line",
    [
        "12",
        "- 12 -",
        "— 12 —",
        "·12·",
        "第2版",
        "第 3 页 共 9 页",
        "A03",
        "B02版",
        "03版",
        "江畔日报 2025-06-03 03版",
        "2025年6月3日 星期二 第1287期",
        "Page 3 of 9",
    ],
)
def test_furniture_is_dropped_and_recorded(line):
    result = repair(parse(f"会议结束。\n\n{line}\n\n会议开始。"))
    assert [block.text for block in result.blocks] == ["会议结束。", "会议开始。"]
    assert [change.before for change in result.repairs] == [line]


def test_a_head_that_repeats_without_date_is_dropped():
    text = "\n\n".join(f"江畔港区简报\n\n第{n}项工作完成。" for n in "一二三")
    assert [block.text for block in repair(parse(text)).blocks] == [
        "第一项工作完成。",
        "第二项工作完成。",
        "第三项工作完成。",
    ]


def test_numbered_headings_are_not_running_heads():
    text = "\n\n".join(f"典型案例{n}\n\n工作完成。" for n in (1, 2, 3))
    assert [block.kind for block in repair(parse(text)).blocks] == ["heading", "paragraph"] * 3


def test_blocks_that_a_file_marks_are_not_joined():
    blocks = [RawBlock("港区召开会议，部署", "paragraph"), RawBlock("全年工作。", "paragraph")]
    assert [block.text for block in repair(blocks).blocks] == ["港区召开会议，部署", "全年工作。"]


@needs_shared
def test_every_measured_case_comes_out():
    cases = json.loads((SHARED / "data" / "normalise_cases.json").read_text(encoding="utf-8"))
    wrong = [case["id"] for case in cases if to_text(repair(parse(case["input"])).blocks) != case["expected"]]
    assert wrong == []


@needs_shared
def test_the_real_page_has_its_headings_and_paragraphs():
    (page,) = (SHARED / "seeds").glob("*.txt")
    kinds = [block.kind for block in repair(parse(page.read_text(encoding="utf-8"))).blocks]
    assert (kinds.count("heading"), kinds.count("paragraph"), len(kinds)) == (4, 10, 14)


@needs_shared
@pytest.mark.parametrize("name", ["doc1", "doc5"])
@pytest.mark.parametrize("file", ["source_broken.txt", "source.md"])
def test_a_measured_document_is_put_together(name, file):
    folder = SHARED / "data" / "documents" / name
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    blocks = repair(parse((folder / file).read_text(encoding="utf-8"))).blocks
    assert [block.text for block in blocks if block.kind == "heading"] == gold["headings"]
    assert [block.text for block in blocks if block.kind in ("paragraph", "list-item")] == gold["paragraphs"]
    rows = [block.text.split("\t") for block in blocks if block.kind == "table-row"]
    assert rows == [row for table in gold.get("tables", []) for row in table]
