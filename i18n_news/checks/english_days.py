"""The days that an English text names, possible or not, with the day of the week that stands beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from i18n_news.text.english_figures import MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = "|".join(WEEKDAYS)
_MONTH = "|".join(rf"{name[:3]}\.|{name}" for name in MONTHS) + r"|Sept\."
_DAY = re.compile(
    rf"(?<![A-Za-z\d.,])(?:(?P<weekday>{_WEEKDAY}),?\s\(?)?(?:the\s)?"
    rf"(?:(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%:])"
    rf"|(?P<early_day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<late_month>{_MONTH})(?![a-z]))"
    rf"(?:,?\s(?P<year>[12]\d{{3}}))?"
    rf"(?:,?\s\(?(?P<weekday_after>{_WEEKDAY})(?![a-z]))?"
)
_NAMED = re.compile(rf"(?<![A-Za-z])({_WEEKDAY})(?=s?(?![a-z]))")


@dataclass(frozen=True, slots=True)
class EnglishDay:
    """A day at half-open code points of its text; `weekday` is 0 for Monday, -1 without one; `year` 0 for none."""

    start: int
    end: int
    month: int
    day: int
    year: int = 0
    weekday: int = -1


def english_days(text: str) -> Iterator[EnglishDay]:
    for match in _DAY.finditer(text):
        name = match["weekday"] or match["weekday_after"]
        month = match["month"] or match["late_month"]
        yield EnglishDay(
            match.start(),
            match.end(),
            next(number for number, full in enumerate(MONTHS, start=1) if full.startswith(month[:3])),
            int(match["day"] or match["early_day"]),
            int(match["year"] or 0),
            WEEKDAYS.index(name) if name else -1,
        )


def english_weekdays(text: str) -> Iterator[tuple[int, int]]:
    """Where a day of the week is named, and which: 0 for Monday."""
    for match in _NAMED.finditer(text):
        yield match.start(), WEEKDAYS.index(match[1])
