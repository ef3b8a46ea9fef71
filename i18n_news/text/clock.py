"""Times of day in Chinese text: 15时30分, 上午9点半, 9:00至17:30, 7×24小时."""

import re

from i18n_news.text.date_words import PART, SMALL, TO, make_date, read_number
from i18n_news.text.figures import Quantity

_MINUTE = r"\d{1,2}|零[一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_CLOCK = re.compile(
    rf"(?P<part>{PART})?\s?(?:(?P<h>\d{{1,2}}):(?P<m>\d\d)(?!\d|:\d\d:)(?::\d\d)?"
    rf"|(?P<hour>{SMALL}|[零两])(?P<word>时|点)(?![代间期尚速评名击亮多段差装空任长个])"
    rf"(?:(?P<minute>{_MINUTE})分(?![之钟别])|(?P<half>半)|(?P<quarter>[一三])刻|(?P<whole>整|钟))?)"
    r"(?P<about>许|左右)?"
)
_DASH = re.compile(TO)
_SHIFT = re.compile(r"(?P<days>[1-7])\s?[×xX*✕]\s?(?P<hours>24|1?\d)(?:\s?个?小时)")
_LATE = frozenset(("下午", "傍晚", "晚上", "晚间", "晚", "当晚", "午后", "夜间", "深夜"))


def match_clock(text: str, at: int) -> Quantity | None:
    """The time of day that begins at this position of a folded text."""
    if match := _SHIFT.match(text, at):
        days, hours = match["days"], match["hours"]
        words = "24/7" if (days, hours) == ("7", "24") else f"{hours} hours a day, {days} days a week"
        return make_date(at, match.end(), f"{hours} h x {days} d", words, category="time")
    match = _CLOCK.match(text, at)
    first = _read_clock(match) if match else None
    if match is None or first is None or (at and (text[at - 1].isdigit() or text[at - 1] in "周期")):
        return None
    dash = _DASH.match(text, match.end())
    second = _CLOCK.match(text, dash.end()) if dash else None
    until = _read_clock(second, match["part"]) if second else None
    if second and until:
        return make_date(at, second.end(), f"{first[0]}..{until[0]}", f"{first[1]} to {until[1]}", category="time")
    # 三点 alone is three points (强调三点意见).
    if match["word"] == "点" and not any(match[name] for name in ("part", "minute", "half", "whole", "quarter")):
        return None
    # 一时 is "for a while".
    if match["hour"] == "一" and not match["part"] and not match["minute"]:
        return None
    sign, about = ("~", "about ") if match["about"] else ("", "")
    return make_date(at, match.end(), f"{sign}{first[0]}", f"{about}{first[1]}", category="time")


def _read_clock(match: re.Match[str], part: str | None = None) -> tuple[str, str] | None:
    """HH:MM and its American form; a part of the day lifts hours below 12 into the afternoon."""
    hour = 0 if match["hour"] == "零" else read_number(match["h"] or match["hour"])
    minute = int(match["m"]) if match["m"] else read_number((match["minute"] or "").lstrip("零"))
    minute = 30 if match["half"] else 15 * read_number(match["quarter"]) if match["quarter"] else minute
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    name = match["part"] or part or ""
    if (name in _LATE and hour < 12) or (name == "中午" and hour < 4):
        hour += 12
    value = f"{hour:02}:{minute:02}"
    if not minute and hour % 12 == 0:
        return value, "noon" if hour == 12 else "midnight"
    minutes = f":{minute:02}" if minute else ""
    return value, f"{(hour - 1) % 12 + 1}{minutes} {'a.m.' if hour % 24 < 12 else 'p.m.'}"
