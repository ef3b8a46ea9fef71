"""Takes apart the canonical value of a figure: what an English sentence has to say for it to be right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from i18n_news.text.english_figures import MONTHS
from i18n_news.text.english_units import is_money, unit

_RELATIONS = (
    ("<~", "nearly "),
    (">=", "at least "),
    ("<=", "at most "),
    (">", "more than "),
    ("<", "less than "),
    ("~", "about "),
)
_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_PART = re.compile(
    rf"(?P<factor>x(?P<times>{_NUMBER})(?:\.\.(?P<times_high>{_NUMBER}))?)"
    r"|(?P<date>(?:--|(?P<year>\d{4})-)(?P<month>\d\d)(?:-(?P<day>\d\d))?)(?![\d-])"
    r"|(?P<month_day>(?:---|(?<=-\d\d)\.\.)(?P<only_day>\d\d))"
    r"|(?P<clock>(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d\d))"
    r"|(?P<period>\b(?P<letter>[HQ])(?P<period_number>[1-4]))"
    r"|(?P<decade>\b(?P<decade_number>\d{2,4})s\b)"
    r"|(?P<ordinal>\b(?P<ordinal_number>\d+)(?:st|nd|rd|th)\b)"
    r"|(?P<numbered>\b(?:[Nn]o\.|phase|line|building)\s(?P<number>\d+))"
    r"|(?P<fraction>(?<![\d.])(?P<over>\d+)/(?P<under>\d+)(?![\d.]))"
    r"|(?P<several>several\s+(?P<several_number>\d+(?:\.\d+)?))"
    rf"|(?P<span>(?P<low>{_NUMBER})\.\.(?P<high>{_NUMBER}))"
    rf"|(?P<plain>(?<![A-Za-z\d.]){_NUMBER})"
)
# Two digits each: 01..09 are months, 1..9 is a range of numbers; 10..12 needs its year.
_MONTHS_OF_YEAR = re.compile(r"(?:(?<=year )|(?<=\d{4} )|(?<=^--)|(?<![-\d])(?=0))(0[1-9]|1[0-2])\.\.(0[1-9]|1[0-2])$")
_UNIT_NAME = re.compile(r"\s*[A-Za-z%][A-Za-z0-9%]*(?:/h(?![a-z]))?(?:\s[A-Za-z][A-Za-z0-9]*)*")

# The unit of what bears a number (No. 1, Phase 1): even the first one is said.
NUMBERED = "no."


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that the English has to say.

    Kinds as in Figure, and day, minute, months and teens; the last two go from `number` to `high`.
    """

    kind: str
    number: Decimal
    unit: str = ""
    high: Decimal = Decimal(0)


def wants(value: str) -> tuple[Want, ...]:
    """What a canonical value demands; nothing where it holds no figure."""
    months = _MONTHS_OF_YEAR.search(value)
    if months:
        rest = value[: months.start()] + value[months.end() :]
        low, high = Decimal(months[1]), Decimal(months[2])
        return (*wants(rest), Want("months", low, high=high))
    found: list[Want] = []
    for match in _PART.finditer(value):
        found += _of_part(match, _unit_of(value, match.end()))
    return tuple(dict.fromkeys(found))


def described(value: str) -> str:
    """The value as a person reads it: `>30000000 CNY` is "more than CNY 30,000,000", `--09-17` is "September 17"."""
    text, lead = value, ""
    for sign, words in _RELATIONS:
        if text.startswith(sign):
            text, lead = text.removeprefix(sign), words
            break
    date = re.fullmatch(r"(?:--|(\d{4})-)(\d\d)(?:-(\d\d))?(.*)", text)
    if date and 1 <= int(date[2]) <= 12:
        day = f" {int(date[3])}" if date[3] else ""
        months = re.fullmatch(r"\.\.(0[1-9]|1[0-2])", date[4]) if not date[3] else None
        rest = f" to {MONTHS[int(months[1]) - 1]}" if months else re.sub(r"^\.\.0?", " to ", date[4])
        year = (", " if day else " ") + date[1] if date[1] else ""
        return f"{lead}{MONTHS[int(date[2]) - 1]}{day}{rest}{year}"
    text = re.sub(r"\bx(\d)", r"\1", text) + (" times" if re.fullmatch(rf"x{_NUMBER}", text) else "")
    text = re.sub(r"\d{5,}(?=\b|[a-z])", lambda match: f"{int(match[0]):,}", text).replace("..", " to ")
    text = re.sub(r"^---0?(\d+)", r"day \1", text)
    if text.startswith("several "):
        text, lead = text.removeprefix("several "), lead + "several times "
    money = re.fullmatch(r"(.*\d)\s([A-Z]{3})(/.*)?", text)
    if money and is_money(money[2]):
        per = f" per {money[3][1:]}" if money[3] else ""
        text = f"{money[2]} {money[1]}{per}"
    return lead + text


def _of_part(match: re.Match[str], code: str) -> Iterator[Want]:
    if match["factor"]:
        for number in filter(None, (match["times"], match["times_high"])):
            yield Want("number", Decimal(number), "times")
    elif match["date"]:
        if match["year"]:
            yield Want("year", Decimal(match["year"]))
        yield Want("month", Decimal(match["month"]))
        if match["day"]:
            yield Want("day", Decimal(match["day"]))
    elif match["month_day"]:
        yield Want("day", Decimal(match["only_day"]))
    elif match["clock"]:
        yield Want("hour", Decimal(match["hour"]))
        if int(match["minute"]):
            yield Want("minute", Decimal(match["minute"]))
    elif match["period"]:
        yield Want("half" if match["letter"] == "H" else "quarter", Decimal(match["period_number"]))
    elif match["decade"]:
        yield Want("decade", Decimal(match["decade_number"]))
    elif match["ordinal"]:
        yield Want("ordinal", Decimal(match["ordinal_number"]))
    elif match["numbered"]:
        yield Want("ordinal", Decimal(match["number"]), NUMBERED)
    elif match["fraction"]:
        if int(match["under"]):
            yield Want("fraction", Decimal(match["over"]) / Decimal(match["under"]))
    elif match["several"]:
        yield Want("vague", Decimal(match["several_number"]), code)
    elif match["span"] and Decimal(match["low"]) * 19 == Decimal(match["high"]) * 11:
        yield Want("teens", Decimal(match["low"]), code, Decimal(match["high"]))
    elif match["span"]:
        yield Want("number", abs(Decimal(match["low"])), code)
        yield Want("number", abs(Decimal(match["high"])), code)
    else:
        yield Want("number", abs(Decimal(match["plain"])), code)


def _unit_of(value: str, at: int) -> str:
    """The unit's code behind a number, empty for a counter; of a rate (CNY/mu) what stands above the line."""
    match = _UNIT_NAME.match(value, at)
    words = match[0].split() if match else []
    names = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    # "3 weeks later", "8.5 percent yoy": words that are no unit follow.
    return next((name for name in names if unit(name) or is_money(name)), "")
