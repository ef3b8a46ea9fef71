"""The days that a Chinese text names, possible or not, with the day of the week that stands beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from i18n_news.model import Block, Document
from i18n_news.text.date_words import NAMED_YEARS, OF_YEAR, SMALL, TO, YEAR, read_number

WEEKDAY_SIGNS = "一二三四五六日"
# 周 begins names too (周一鸣): behind a date it is a weekday only where a mark, a time of day or nothing follows.
_WEEKDAY = (
    r"(?:(?:星期|礼拜)(?P<w1>[一二三四五六日天])"
    r"|周(?P<w2>[一二三四五六日天])(?=[，,。；;、）)\s上下早晚凌中午傍夜]|$))"
)
_DAY = re.compile(
    rf"(?P<before>(?:(?:星期|礼拜|周)(?P<w0>[一二三四五六日天])[（(])?)(?<![\d.]){OF_YEAR}\s?"
    rf"(?P<month>{SMALL})\s?月\s?(?P<day>{SMALL})(?:\s?[日号]|(?={TO}{SMALL}[日号]))"
    rf"(?:{TO}(?:(?P<month2>{SMALL})月)?(?P<day2>{SMALL})[日号](?!内|游))?"
    rf"(?:\s?[（(，,]?\s?{_WEEKDAY})?"
)
_ISO = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d./-])"
    rf"(?:\s?[（(，,]?\s?{_WEEKDAY})?"
)
_LUNAR = re.compile("(?:农历|阴历|旧历|夏历)[^，。；]{0,8}$")
_JOINED = re.compile(rf"(?:{TO}|[、和及])$")
_EXPLICIT_YEAR = re.compile(rf"(?P<year>{YEAR})\s?年")
_PUBLISHED = re.compile(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_RELATIVE = {"this year": 0, "last year": -1, "next year": 1, "the year before last": -2, "the year after next": 2}
# A day without a year is of the year that brings it within this many days of the publication.
NEAR = 200


@dataclass(frozen=True, slots=True)
class SourceDay:
    """A day at half-open code points of its text; `weekday` is 0 for Monday, -1 where none stands beside it.

    `year` is 0 where none is named, `relative` the English of 今年, 去年 ...; `last` is the day on which a stretch
    within the month ends, 0 without one.
    """

    start: int
    end: int
    month: int
    day: int
    year: int = 0
    relative: str = ""
    last: int = 0
    weekday: int = -1


def source_days(text: str) -> Iterator[SourceDay]:
    """The days of the solar calendar; 农历 days are left out."""
    for match in _DAY.finditer(text):
        if _LUNAR.search(text, 0, match.start()):
            continue
        # 9月17日至9月18日（星期四至星期五）: the weekday in the bracket is not that of the second day.
        is_second = match["day2"] is not None or _JOINED.search(text, 0, match.start()) is not None
        weekday = match["w0"] or ("" if is_second else match["w1"] or match["w2"])
        start = match.start() + len(match["before"]) * (not match["w0"])
        yield SourceDay(
            start,
            match.end(),
            read_number(match["month"]),
            read_number(match["day"]),
            read_number(match["year"]),
            NAMED_YEARS.get(match["named"] or "", ""),
            read_number(match["day2"]) if not match["month2"] else 0,
            weekday_number(weekday),
        )
    for match in _ISO.finditer(text):
        weekday = match["w1"] or match["w2"]
        numbers = (int(match["month"]), int(match["day"]), int(match["year"]))
        # 1998.13.40 is a version or a number of a document.
        if numbers[0] <= 12:
            yield SourceDay(match.start(), match.end(), *numbers, weekday=weekday_number(weekday))


def weekday_number(sign: str | None) -> int:
    """0 for 一, 6 for 日 and 天; -1 for nothing."""
    return WEEKDAY_SIGNS.find(sign.replace("天", "日")) if sign else -1


def published(document: Document) -> date | None:
    """The day of the release as its first lines give it; None where they do not or where it is no day."""
    match = _PUBLISHED.match(document.meta.get("date", ""))
    return calendar_day(*map(int, match.groups())) if match else None


def calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def possible_days(day: SourceDay, block: Block, release_day: date | None) -> tuple[date, ...]:
    """The days of the calendar that may be meant; none where nothing tells the year, or no year has the day."""
    if day.year:
        years = {day.year}
    elif day.relative:
        known = release_day is not None and day.relative in _RELATIVE
        years = {release_day.year + _RELATIVE[day.relative]} if release_day and known else set()
    else:
        # A year named in the same paragraph may govern what follows it.
        years = {read_number(match["year"]) for match in _EXPLICIT_YEAR.finditer(block.source)}
        years |= _near_years(day.month, day.day, release_day)
    found = (calendar_day(year, day.month, day.day) for year in sorted(years))
    return tuple(each for each in found if each)


def _near_years(month: int, day: int, release_day: date | None) -> set[int]:
    if release_day is None:
        return set()
    near = range(max(release_day.year - 1, 1), release_day.year + 2)
    days = [each for year in near if (each := calendar_day(year, month, day))]
    return {each.year for each in days if abs((each - release_day).days) <= NEAR}
