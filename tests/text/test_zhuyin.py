"""Zhuyin over each character, with Taiwan's readings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.text.romanize import romanize_person
from i18n_news.text.romanize_tables import taiwan_readings
from i18n_news.text.zhuyin import name_zhuyin, zhuyin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("企業", "ㄑㄧˋ ㄧㄝˋ"),
        ("企业", "ㄑㄧˋ ㄧㄝˋ"),
        ("研究", "ㄧㄢˊ ㄐㄧㄡˋ"),
        ("品質", "ㄆㄧㄣˇ ㄓˊ"),
        ("星期", "ㄒㄧㄥ ㄑㄧˊ"),
        ("知識", "ㄓ ㄕˋ"),
        ("危機", "ㄨㄟˊ ㄐㄧ"),
        ("攜手", "ㄒㄧ ㄕㄡˇ"),
        ("綜合", "ㄗㄨㄥˋ ㄏㄜˊ"),
        ("法國", "ㄈㄚˋ ㄍㄨㄛˊ"),
        ("法律", "ㄈㄚˇ ㄌㄩˋ"),
        ("我的", "ㄨㄛˇ ˙ㄉㄜ"),
        ("工會", "ㄍㄨㄥ ㄏㄨㄟˋ"),
    ],
)
def test_words_are_read_as_in_taiwan(text, expected):
    assert " ".join(zhuyin(text)) == expected


def test_characters_without_a_reading_are_empty():
    assert zhuyin("，A好") == ("", "", "ㄏㄠˇ")


@pytest.mark.parametrize(("name", "expected"), [("單秉謙", "ㄕㄢˋ ㄅㄧㄥˇ ㄑㄧㄢ"), ("李淑俠", "ㄌㄧˇ ㄕㄨˊ ㄒㄧㄚˊ")])
def test_a_name_keeps_the_reading_that_was_decided_for_it(name, expected):
    assert " ".join(zhuyin(name, romanize_person(name).syllables)) == expected


@given(st.text(alphabet="企業研究質期單的𬭎𠮷，A 1々〇", max_size=12))
def test_zhuyin_is_aligned_with_the_characters(text):
    assert len(zhuyin(text)) == len(text)


def test_every_entry_of_the_table_has_a_reading_for_each_character():
    assert [word for word, parts in taiwan_readings().items() if len(parts) != len(word)] == []


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        ("單秉謙", ["Shàn", "Bǐng", "qiān"], ("ㄕㄢˋ", "ㄅㄧㄥˇ", "ㄑㄧㄢ")),
        ("單秉謙", ["Shàn"], ()),
        ("單秉謙", [], ()),
        ("A企", ["", "qǐ"], ()),
    ],
)
def test_a_name_has_its_own_readings_or_none(text, parts, expected):
    assert name_zhuyin(text, parts) == expected
