import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.editions.punctuation import Unpaired, corner_quotes

PARAGRAPHS = st.lists(st.text("“”‘’「」『』a工1。", max_size=12), max_size=4)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("推进“双争”活动", "推进「双争」活动"),
        ("她说：“弘扬‘匠心’。”", "她说：「弘扬『匠心』。」"),
        ("她说：“他说：‘读“书”’”", "她说：「他说：『读「书」』」"),
        ("‘匠心’第一", "「匠心」第一"),
        ("“引“引”引”", "「引『引』引」"),
        ("「引“引”引」", "「引『引』引」"),
        ("Workers’ Day “I’m”", "Workers’ Day 「I’m」"),
        ("“A股‘T+0’制度”", "「A股『T+0』制度」"),
        ("……——·《报》", "……——·《报》"),
        ("", ""),
    ],
)
def test_pairs_become_corner_brackets_by_depth(source, expected):
    assert corner_quotes([source]) == ((expected,), ())


@pytest.mark.parametrize(
    ("source", "expected", "offsets"),
    [
        ("未完“一半。", "未完“一半。", [2]),
        ("一半”。", "一半”。", [2]),
        ("“甲‘乙”", "「甲‘乙」", [2]),
        ("“甲“乙”", "“甲「乙」", [0]),
    ],
)
def test_a_mark_without_a_partner_stays_and_is_reported(source, expected, offsets):
    assert corner_quotes([source]) == ((expected,), tuple(Unpaired(0, offset) for offset in offsets))


def test_a_pair_can_span_the_sentences_of_a_paragraph():
    assert corner_quotes(["“甲。", "‘乙’。”"]) == (("「甲。", "『乙』。」"), ())


def test_kept_offsets_are_not_touched():
    assert corner_quotes(["“甲”“乙”"], [{0, 2}]) == (("“甲”「乙」",), ())


@given(PARAGRAPHS)
def test_only_marks_change_and_each_keeps_its_place(texts):
    written, _ = corner_quotes(texts)
    assert [len(text) for text in written] == [len(text) for text in texts]
    for old, new in zip("".join(texts), "".join(written), strict=True):
        assert old == new or (old in "“‘" and new in "「『") or (old in "”’" and new in "」』")


@given(PARAGRAPHS)
def test_paired_marks_are_left_as_they_are_the_second_time(texts):
    written, unpaired = corner_quotes(texts)
    assert unpaired or corner_quotes(written) == (written, ())
