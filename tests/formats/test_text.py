import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.errors import InputError
from i18n_news.formats.text import parse, read
from i18n_news.text.lines import RawBlock

CHINESE = "港区今天开港，是江畔的大事。"


def test_marks_become_kinds():
    text = "# 题\n## 副题\n\n正文一\n正文二\n\n- 一项\n* 二项\n1. 三项\n> 引\n> 文\n"
    text += "![图注](a.png)\n甲\t乙\n| 丙 | 丁 |\n|---|---|\n"
    assert parse(text) == (
        RawBlock("题", "heading", 1, 1),
        RawBlock("副题", "heading", 2, 2),
        RawBlock("正文一\n正文二", line=4),
        RawBlock("- 一项", "list-item", line=7),
        RawBlock("* 二项", "list-item", line=8),
        RawBlock("1. 三项", "list-item", line=9),
        RawBlock("引\n文", "quote", line=10),
        RawBlock("图注", "caption", line=12),
        RawBlock("甲\t乙", "table-row", line=13),
        RawBlock("丙\t丁", "table-row", line=14),
    )


@pytest.mark.parametrize("line", ["-3.2%", "1.5倍", "- 3 -", "#1泊位", "3#泊位", "·伍德", "　　正文"])
def test_what_only_looks_marked_is_not(line):
    assert parse(line) == (RawBlock(line, line=1),)


@pytest.mark.parametrize("data", [CHINESE.encode(), b"\xef\xbb\xbf" + CHINESE.encode(), CHINESE.encode() + b"\r\n\r\n"])
def test_utf_8_is_read_with_and_without_bom(data):
    assert read(data, "a.txt").blocks == (RawBlock(CHINESE, line=1),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(end):
    assert parse(f"一{end}二{end}{end}三") == (RawBlock("一\n二", line=1), RawBlock("三", line=4))


def test_front_matter_is_read():
    source = read(f'---\ntitle: "港区开港"\nDate: 2025-06-03\n\nsource：江畔日报\n---\n\n{CHINESE}\n'.encode(), "a.md")
    assert source.meta == {"title": "港区开港", "date": "2025-06-03", "source": "江畔日报"}
    assert source.blocks == (RawBlock(CHINESE, line=8),)


def test_a_rule_at_the_start_is_not_front_matter():
    assert read(f"---\n\n{CHINESE}\n".encode(), "a.md").blocks == (RawBlock(CHINESE, line=3),)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "a.txt: the file is empty"),
        (b" \n\t", "a.txt: the file is empty"),
        (b"abc\0def", "a.txt: this is a binary file"),
        (b"\xff\xfe" + b"\x00\xd8" * 40, "a.txt: the file is damaged UTF-16-LE text"),
        (b"abc\n\xff\xfd\xfc\xfb", "a.txt:2: the text is neither UTF-8 nor GB18030 nor Big5"),
        (f"---\ntitle: a\nbroken\n---\n{CHINESE}".encode(), "a.txt:3: 'broken' is not 'key: value'"),
        (f"---\ntitle: a\ntitle: b\n---\n{CHINESE}".encode(), "a.txt:3: 'title' is given twice"),
        (f"---\ntitle: a\n\n{CHINESE}".encode(), "is not 'key: value'"),
        (b"---\ntitle: a\n", "a.txt:1: the front matter that starts with --- is never closed"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(data, words):
    with pytest.raises(InputError) as caught:
        read(data, "a.txt")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    try:
        read(data, "a.txt")
    except InputError as error:
        assert str(error).startswith("a.txt")
