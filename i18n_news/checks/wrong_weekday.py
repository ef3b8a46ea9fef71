"""wrong-weekday: a day of the week that does not fit its date, or that the English gives otherwise than the Chinese."""

import re
from collections.abc import Iterator
from datetime import date

from i18n_news.checks.english_days import WEEKDAYS, EnglishDay, english_days, english_weekdays
from i18n_news.checks.source_days import (
    WEEKDAY_SIGNS,
    SourceDay,
    possible_days,
    published,
    source_days,
    weekday_number,
)
from i18n_news.model import Block, Document, Edition, Issue, Locale, Segment, Severity, Target
from i18n_news.text.english_figures import MONTHS

_SIGN = "[一二三四五六日天]"
_NAMED = re.compile(rf"(?:星期|礼拜|周)({_SIGN})(?:(?:至|到|-|—+|～|~)(?:星期|礼拜|周)?({_SIGN}))?")
_ROW = re.compile(rf"(?:星期|礼拜|周)({_SIGN}(?:、?{_SIGN})+)")
_WEEKEND, _WORKDAY = re.compile("周末|双休|周六日"), re.compile("工作日|周内")
_SPEAKS_OF_WEEKS = re.compile("周|星期|礼拜|双休|工作日|黑五")


def wrong_source_weekdays(document: Document) -> Iterator[Issue]:
    """A warning for each weekday of the Chinese on which its date does not fall."""
    release_day = published(document)
    for block in document.blocks:
        for segment in block.segments:
            for day in source_days(segment.source):
                possible = possible_days(day, block, release_day)
                if day.weekday < 0 or not possible or any(each.weekday() == day.weekday for each in possible):
                    continue
                written = _written(segment.source, day)
                meant = possible[-1] if len(possible) == 1 else _nearest(possible, release_day)
                right = f"{WEEKDAYS[meant.weekday()]} (星期{WEEKDAY_SIGNS[meant.weekday()]})"
                fault = f"“{written}”: {_said(meant)} is a {right}"
                message = f"{fault}. Correct the date or the day of the week in the source, then build again."
                yield Issue("wrong-weekday", Severity.WARNING, segment.id, document.locale, message)


def wrong_weekdays(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning for each weekday of the English that neither the Chinese says nor the calendar."""
    if edition.locale is not Locale.EN:
        return
    release_day = published(document)
    for block in document.blocks:
        for segment in block.segments:
            target = edition.targets.get(segment.id)
            if target is not None:
                yield from _in_segment(segment, target, block, release_day)


def _in_segment(segment: Segment, target: Target, block: Block, release_day: date | None) -> Iterator[Issue]:
    text = target.text
    named = list(english_weekdays(text))
    if not named:
        return
    said = _said_weekdays(segment.source)
    # Where the source is wrong itself, the English may repeat it or put it right.
    dated = [day for day in source_days(segment.source) if day.weekday >= 0]
    right = {each.weekday() for day in dated for each in possible_days(day, block, release_day)}
    days = [day for day in english_days(text) if day.weekday >= 0]
    for start, weekday in named:
        day = next((each for each in days if each.start <= start < each.end), None)
        possible = _possible(day, segment, block, release_day) if day else ()
        if weekday in said | right or any(each.weekday() == weekday for each in possible):
            continue
        name = WEEKDAYS[weekday]
        if name in segment.source:
            continue
        if said:
            names = " and ".join(f"“星期{WEEKDAY_SIGNS[each]}” ({WEEKDAYS[each]})" for each in sorted(said))
            message = f"The English says “{name}”; the Chinese says {names}. Correct the day of the week."
        elif possible:
            meant = possible[-1]
            message = (
                f"The English says “{name}”, but {_said(meant)} is a {WEEKDAYS[meant.weekday()]}. Take “{name}” out."
            )
        elif _SPEAKS_OF_WEEKS.search(segment.source):
            continue
        else:
            message = f"The English says “{name}”; the Chinese names no day of the week. Please check."
        yield Issue("wrong-weekday", Severity.WARNING, segment.id, Locale.EN, message)


def _written(source: str, day: SourceDay) -> str:
    """The date and its day of the week as they stand, with the bracket that closes one between them."""
    written = source[day.start : day.end].rstrip("（( ，,")
    is_open = sum(map(written.count, "（(")) > sum(map(written.count, "）)"))
    after = source[day.start + len(written) :][:1]
    return written + after if is_open and after in ("）", ")") else written


def _said_weekdays(source: str) -> set[int]:
    """Every weekday that the Chinese can be read to name, with those inside a stretch such as 周一至周五."""
    found = set()
    for match in _NAMED.finditer(source):
        first = weekday_number(match[1])
        last = weekday_number(match[2]) if match[2] else first
        found |= {number % 7 for number in range(first, last + 1 if last >= first else last + 8)}
    for match in _ROW.finditer(source):
        found |= {weekday_number(sign) for sign in match[1] if sign != "、"}
    if _WEEKEND.search(source):
        found |= {5, 6}
    if _WORKDAY.search(source):
        found |= set(range(5))
    return found


def _possible(day: EnglishDay, segment: Segment, block: Block, release_day: date | None) -> tuple[date, ...]:
    """The days of the calendar that the English can mean: its own year, or else what the Chinese says of that day."""
    same = [each for each in source_days(segment.source) if (each.month, each.day) == (day.month, day.day)]
    if day.year or not same:
        return possible_days(SourceDay(0, 0, day.month, day.day, day.year), block, release_day)
    return tuple(found for each in same for found in possible_days(each, block, release_day))


def _nearest(days: tuple[date, ...], release_day: date | None) -> date:
    return min(days, key=lambda day: abs((day - release_day).days)) if release_day else days[-1]


def _said(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
