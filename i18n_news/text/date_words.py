"""The words that dates are written with, and the numbers and English that they stand for."""

import re

from i18n_news.text.figures import Piece, Quantity
from i18n_news.text.numerals import read_numeral
from i18n_news.text.wordlists import one_of, read_named

_YEARS_BY_NAME = """
this year: 今年 本年
last year: 去年 上年
next year: 明年
the year before last: 前年
the year after next: 后年
that year: 当年
the following year: 次年 翌年
the same year: 同年
"""
_PARTS_BY_NAME = """
morning;the morning of: 上午 早上 早晨 早
morning;the early morning of: 清晨
early morning;the early morning of: 凌晨
noon;noon on: 中午
afternoon;the afternoon of: 下午 午后
evening;the evening of: 傍晚 晚上 晚间 当晚 晚
night;the night of: 夜间
night;the late night of: 深夜
"""
NAMED_YEARS = read_named(_YEARS_BY_NAME)
PARTS = read_named(_PARTS_BY_NAME)

_DIGIT = "[零〇一二三四五六七八九]"
YEAR = rf"(?:(?<!\d)(?:1[0-9]|20|21)\d\d|(?:一[一二三四五六七八九]|二[零〇]){_DIGIT}{{2}})"
SMALL = r"(?:\d{1,2}|(?:二十|三十|十|廿)[一二三四五六七八九]?|[一二三四五六七八九])"
TO = r"\s?(?:至|到|-|—+|–|~|～)\s?"
NAMED = one_of(NAMED_YEARS)
PART = one_of(PARTS)
OF_YEAR = rf"(?:(?P<year>{YEAR})\s?年度?|(?P<named>{NAMED}))?"


def read_number(text: str | None) -> int:
    """A small numeral or a year written digit by digit; 0 for nothing."""
    if not text:
        return 0
    if len(text) == 4 and not text.isascii():
        return int("".join(str("零一二三四五六七八九".index(char)) for char in text.replace("〇", "零")))
    numeral = read_numeral(text.replace("廿", "二十"))
    return int(numeral.low) if numeral else 0


def year_words(match: re.Match[str]) -> tuple[str, str]:
    """The year as the value writes it (2020, `this year`) and the words after a month; both empty without one."""
    groups = match.groupdict()
    if year := read_number(groups.get("year")):
        return f"{year:04}", f" {year}"
    word = NAMED_YEARS.get(groups.get("named") or "", "")
    if not word:
        return "", ""
    return word, f" of {word}" if word.startswith(("the", "that")) else f" {word}"


def of_year(match: re.Match[str], default: str = "") -> tuple[str, str]:
    """The year as the value writes it, and `of` that year in English."""
    prefix, _ = year_words(match)
    return prefix, f" of {prefix}" if prefix else default


def is_day(month: int, day: int) -> bool:
    """Whether any year has this day."""
    return 1 <= month <= 12 and 1 <= day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def make_date(at: int, end: int, value: str, *phrase: Piece, category: str = "date") -> Quantity:
    """A date span; its category is time for a time of day."""
    return Quantity(at, end, "date", category, value, phrase)


def part_words(part: str) -> tuple[str, str]:
    """A part of the day as the value names it, and the English that stands before the date."""
    name, _, words = PARTS[part].partition(";")
    return name, f"{words} "
