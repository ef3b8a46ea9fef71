"""impossible-date: a day that no calendar has, such as 2月30日, in the source or only in the English."""

import re
from collections.abc import Iterator
from datetime import date

from i18n_news.checks.english_days import english_days
from i18n_news.checks.source_days import SourceDay, published, source_days
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity
from i18n_news.text.date_words import is_day

# In September 31 firms opened: the number counts something.
_COUNTED = re.compile(r"\s(?:percent|per cent|new|[mb]illion|[a-z]+s)\b")


def impossible_source_dates(document: Document) -> Iterator[Issue]:
    """A warning for each day of the Chinese that cannot be; the year of 2月29日 is the release's where none stands."""
    release_day = published(document)
    for segment in document.segments():
        for day in source_days(segment.source):
            if fault := _fault(day, release_day):
                written = segment.source[day.start : day.end]
                message = f"“{written}”: {fault}. Correct the date in the source, then build again."
                yield Issue("impossible-date", Severity.WARNING, segment.id, document.locale, message)


def impossible_dates(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning for each day of the English that cannot be, unless the Chinese says it so."""
    if edition.locale is not Locale.EN:
        return
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is None:
            continue
        own = _days_of(segment)
        for day in english_days(target.text):
            if _COUNTED.match(target.text, day.end):
                continue
            is_wrong = not is_day(day.month, day.day) or _is_missing_leap_day(day.year, day.month, day.day)
            if is_wrong and (day.month, day.day) not in own:
                written = target.text[day.start : day.end]
                message = f"“{written}”: there is no such day. Write the date that the Chinese has."
                yield Issue("impossible-date", Severity.WARNING, segment.id, Locale.EN, message)


def _days_of(segment: Segment) -> set[tuple[int, int]]:
    found = list(source_days(segment.source))
    return {(day.month, day.day) for day in found} | {(day.month, day.last) for day in found if day.last}


def _fault(day: SourceDay, release_day: date | None) -> str:
    """What is wrong with a day of the source, or nothing."""
    if not 1 <= day.month <= 12:
        return f"there is no month {day.month}"
    for number in (day.day, day.last) if day.last else (day.day,):
        if not is_day(day.month, number):
            return f"month {day.month} has no day {number}"
    # Without a year of its own an older 2月29日 may be meant; only a year that is named is held against it.
    year = day.year or (release_day.year if release_day and day.relative == "this year" else 0)
    if _is_missing_leap_day(year, day.month, day.day):
        return f"{year} has no February 29"
    if day.last and day.last < day.day:
        return f"day {day.last} comes before day {day.day}"
    return ""


def _is_missing_leap_day(year: int, month: int, day: int) -> bool:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return year > 0 and (month, day) == (2, 29) and not is_leap
