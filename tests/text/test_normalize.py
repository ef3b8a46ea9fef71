import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.errors import InvariantError
from i18n_news.text.edits import Edit, apply
from i18n_news.text.han import count_han
from i18n_news.text.normalize import normalize

CASES = Path(__file__).parents[1] / "cases" / "normalize-text.md"
# What breaks rules that look at neighbours: every mark in both widths, radicals, damage, combining and invisible marks.
NASTY = (
    "工会区的一〇⼯⻓\uf914𬭎 \u3000\u00a0\t\n\ufeff\u200b\u00adAaZ19０９Ａ.,;:!?()\"'-–—…。，（）"
    "“”‘’《》·•%％＃#□\ue000\ufffdﬁe\u0301记者摄 "
)
KINDS = ("paragraph", "heading", "byline", "table-row")


def pairs():
    text = CASES.read_text(encoding="utf-8").replace("␣", "\u3000").replace("⍽", "\u00a0")
    return re.findall(r"^in: (.*)\nout: (.*)$", text, re.M)


def test_every_pair_of_the_case_file_is_read():
    assert len(pairs()) == CASES.read_text(encoding="utf-8").count("\nin: ")


@pytest.mark.parametrize(("before", "after"), pairs())
def test_a_block_comes_out_in_house_typography(before, after):
    assert normalize(before).text == after


@given(st.text(alphabet=NASTY, max_size=40), st.sampled_from(KINDS))
def test_normalizing_twice_changes_nothing_more(text, kind):
    once = normalize(text, kind).text
    assert normalize(once, kind).text == once


@given(st.text(max_size=30), st.sampled_from(KINDS))
def test_normalizing_any_text_twice_changes_nothing_more(text, kind):
    once = normalize(text, kind).text
    assert normalize(once, kind).text == once


@given(st.text(alphabet=NASTY, max_size=40), st.sampled_from(KINDS))
def test_no_han_character_is_lost(text, kind):
    assert count_han(normalize(text, kind).text) == count_han(text)


@given(st.text(alphabet=NASTY, max_size=40))
def test_repairs_are_in_order_and_inside_the_text(text):
    result = normalize(text)
    offsets = [repair.offset for repair in result.repairs]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(result.text) for offset in offsets)


def test_a_repair_points_at_what_it_made():
    result = normalize("⼯会４８家,新 建(三家).")
    assert result.text == "工会48家，新建（三家）。"
    for repair in result.repairs:
        assert result.text[repair.offset : repair.offset + len(repair.after)] == repair.after


def test_compatibility_forms_of_two_kinds_keep_their_order():
    assert normalize("ﬁ\uf914工ﬂ\uf914").text == "fi樂工fl樂"


def test_a_repair_whose_place_goes_stays_inside_the_text():
    assert all(repair.offset == 0 for repair in normalize(" \ufeff ").repairs)


def test_edits_out_of_order_are_refused():
    with pytest.raises(InvariantError):
        apply("工会工作", (), [Edit("late", 2, 3, "x"), Edit("early", 0, 1, "y")])


def test_a_clean_text_has_no_repairs():
    assert normalize("工会48家，新建（三家）。").repairs == ()


@pytest.mark.parametrize(
    ("text", "rule", "offset"),
    [
        ("发改局□举办", "damage", 3),
        ("工\ufffd会", "damage", 1),
        ("党\ue5e5委", "damage", 1),
        ('他说"要办好它。', "unpaired-quote", 2),
    ],
)
def test_damage_stays_and_is_reported(text, rule, offset):
    result = normalize(text)
    assert result.text == text
    assert [(repair.rule, repair.offset) for repair in result.repairs] == [(rule, offset)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("稳中求进  再谱新篇", "稳中求进 再谱新篇"),
        ("稳中求进\u3000再谱新篇", "稳中求进\u3000再谱新篇"),
        ("通 知", "通知"),
        ("江 畔 港 区", "江畔港区"),
        ("一、 强化责任", "一、强化责任"),
        # Taiwan's quotation marks close a half as the mainland's do; the number of a document is one word.
        ("「智慧閘口」　今起啟用", "「智慧閘口」　今起啟用"),
        ("“智慧闸口”　今起启用", "“智慧闸口”　今起启用"),
        ("『滨江精神』 代代相传", "『滨江精神』 代代相传"),
        ("滨发〔2026〕 12号文件解读", "滨发〔2026〕12号文件解读"),
        ("「智慧閘口」 ，今起啟用", "「智慧閘口」，今起啟用"),
    ],
)
def test_a_headline_keeps_the_space_between_its_halves(text, expected):
    assert normalize(text, "heading").text == expected


def test_a_table_row_keeps_its_tabs_and_brackets():
    assert normalize("名称\t金额(亿元)\t１２ ", "table-row").text == "名称\t金额(亿元)\t12"
