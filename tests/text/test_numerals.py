"""Numerals in their Chinese, Arabic and mixed spellings; what a writer leaves open stays open."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.text.numerals import Numeral, fold, format_decimal, parse_numeral, read_numeral

DIGITS = "零一二三四五六七八九"
BANKERS = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
whole_numbers = st.one_of(
    st.integers(1, 99), st.integers(1, 10**12 - 1), st.integers(0, 11).map(lambda power: 10**power)
)


def spell(number):
    """The standard spelling of a whole number below 10**12."""
    sections, text = [], ""
    while number:
        number, section = divmod(number, 10_000)
        sections.append(section)
    for index in range(len(sections) - 1, -1, -1):
        section = sections[index]
        if not section:
            text += "" if text.endswith("零") or not text else "零"
            continue
        if text and section < 1000 and not text.endswith("零"):
            text += "零"
        text += spell_section(section) + ("", "万", "亿")[index]
    return text.rstrip("零")


def spell_section(section):
    text, skipped = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, section = divmod(section, size)
        if digit:
            text += ("零" if skipped and text else "") + DIGITS[digit] + unit
        skipped = not digit
    return text


@given(whole_numbers)
def test_a_spelled_number_parses_to_the_number_it_was_made_from(number):
    assert parse_numeral(spell(number)) == number


@given(whole_numbers)
def test_the_spelling_of_contracts_parses_too(number):
    spelled = spell(number).translate(BANKERS)
    assert len(spelled) < 2 or parse_numeral(spelled) == number


@given(st.integers(10, 19))
def test_ten_needs_no_one_before_it(number):
    assert parse_numeral(spell(number).removeprefix("一")) == number


@given(whole_numbers)
def test_two_has_a_second_spelling_before_magnitudes(number):
    spelled = spell(number)
    liang = "".join(
        "两" if char == "二" and spelled[i + 1 : i + 2] in set("百千万亿") else char for i, char in enumerate(spelled)
    )
    assert parse_numeral(liang) == number


@given(
    st.decimals(0, 10**9, places=2),
    st.sampled_from([("", 0), ("万", 4), ("亿", 8), ("万亿", 12), ("百万", 6), ("千万", 7)]),
)
def test_digits_with_a_magnitude_are_exact(value, magnitude):
    text, power = magnitude
    assert parse_numeral(f"{value}{text}") == value.scaleb(power)


@given(whole_numbers)
def test_grouped_and_full_width_digits_are_the_same_number(number):
    assert parse_numeral(f"{number:,}") == number
    assert parse_numeral(str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))) == number


@given(st.integers(1, 999), st.integers(1, 9999))
def test_mixed_magnitudes_add_up(hundreds_of_millions, tens_of_thousands):
    mixed = f"{hundreds_of_millions}亿{tens_of_thousands}万"
    assert parse_numeral(mixed) == hundreds_of_millions * 10**8 + tens_of_thousands * 10**4


@given(whole_numbers)
def test_traditional_characters_are_the_same_number(number):
    assert parse_numeral(spell(number).replace("万", "萬").replace("亿", "億")) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一万五", "15000"),
        ("三百五", "350"),
        ("一百零五", "105"),
        ("12万5", "125000"),
        ("1万2000", "12000"),
        ("2亿5千万", "250000000"),
        ("三点六万", "36000"),
        ("零点五", "0.5"),
        ("1.2兆", "1200000000000"),
        ("0", "0"),
    ],
)
def test_short_and_mixed_spellings(text, value):
    assert parse_numeral(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "几", "数", "多", "百百", "三千亿万", "一二三", "二〇二〇", "1.2.3", "1,00", "亿达", "〇"[:0]]
)
def test_what_is_no_numeral_has_no_value(text):
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("3000多万", Numeral(Decimal(30_000_000), is_open=True)),
        ("百余", Numeral(Decimal(100), is_open=True)),
        ("数十", Numeral(Decimal(10), is_several=True)),
        ("几百万", Numeral(Decimal(1_000_000), is_several=True)),
        ("十几", Numeral(Decimal(10), Decimal(19), is_open=True)),
        ("三四百", Numeral(Decimal(300), Decimal(400), is_joint=True)),
        ("十七八", Numeral(Decimal(17), Decimal(18), is_joint=True)),
    ],
)
def test_an_open_numeral_says_what_is_open(text, reading):
    assert read_numeral(text) == reading
    assert parse_numeral(text) is None


@given(st.text(alphabet="零一二两三五十百千万亿兆几数多余来点.,0123456789壹拾 ٣²", max_size=30))
def test_any_pile_of_numeral_characters_is_read_or_refused(text):
    numeral = read_numeral(text)
    assert numeral is None or "E" not in format_decimal(numeral.low)


@given(st.text(max_size=40))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)
