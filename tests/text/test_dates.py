"""Dates, times, lengths of time and ages; the many pairs stand in tests/cases/quantities-dates.md."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.text.quantities import find_quantities
from i18n_news.text.quantity_english import MONTHS, render_english
from tests.text.test_quantities import english, table, values


@pytest.mark.parametrize(("source", "expected"), table("quantities-dates.md"))
def test_the_spans_of_a_case_and_their_english(source, expected):
    assert "; ".join(f"{text} = {form}" for text, form in english(source)) == expected


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)))
def test_a_full_date_keeps_year_month_and_day(date):
    (quantity,) = find_quantities(f"{date.year}年{date.month}月{date.day}日")
    assert (quantity.kind, quantity.value) == ("date", date.isoformat())
    assert render_english(quantity) == f"{MONTHS[date.month - 1]} {date.day}, {date.year}"


@given(st.integers(1, 12), st.integers(1, 28))
def test_a_missing_year_is_never_invented(month, day):
    (quantity,) = find_quantities(f"{month}月{day}日")
    assert quantity.value == f"--{month:02}-{day:02}"
    assert render_english(quantity) == f"{MONTHS[month - 1]} {day}"


@given(st.integers(0, 23), st.integers(1, 59))
def test_a_time_of_day_keeps_hour_and_minute(hour, minute):
    (quantity,) = find_quantities(f"{hour}时{minute}分")
    assert quantity.value == f"{hour:02}:{minute:02}"
    assert render_english(quantity) == f"{(hour - 1) % 12 + 1}:{minute:02} {'a.m.' if hour < 12 else 'p.m.'}"


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("9月17日上午", "--09-17 morning"),
        ("今年1至9月", "this year 01..09"),
        ("上半年", "H1"),
        ("2023年第三季度", "2023 Q3"),
        ("十二月底前", "by end of --12"),
        ("6月中旬", "mid --06"),
        ("9:00至17:30", "09:00..17:30"),
        ("2016-2020年", "2016..2020"),
        ("3至5年", "3..5 years"),
        ("90天内", "within 90 days"),
        ("上世纪90年代", "1990s"),
        ("35岁以下", "<=35 years old"),
    ],
)
def test_the_value_is_written_in_the_grammar_of_the_data(source, value):
    assert values(source) == [value]


@pytest.mark.parametrize("source", ["13月5日", "2月30日", "25时10分", "9月0日"])
def test_what_no_calendar_has_is_no_date(source):
    assert [q for q in find_quantities(source) if q.value.startswith(("--13", "--02-30", "25", "--09-00"))] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("近三年产值稳步提高", "the past three years"),
        ("工程历时近三年", "nearly three years"),
        ("强调三点意见", None),
        ("下午三点", "3 p.m."),
        ("三年行动计划", "three-year"),
        ("三年前", "three years ago"),
    ],
)
def test_the_words_around_decide_what_a_length_of_time_says(source, expected):
    assert [form for _, form in english(source)] == ([expected] if expected else [])
