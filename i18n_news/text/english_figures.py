"""Finds the figures of English text, whoever wrote it: numbers with unit or currency, ordinals, dates, times."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from i18n_news.text.english_numbers import Number, Token, read_number, tokens_of
from i18n_news.text.english_units import currency_before, is_money, unit_after

_MONTH_NAMES = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTH_NAMES.split())
_MONTH = re.compile(
    r"(?<![A-Za-z])(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|tember|t(?=\.)|t(?=\s)|ober|ember)?(?![a-z])",
    re.IGNORECASE,
)
_NUMERIC_DATE = re.compile(
    r"(?<![\d.])(?:(\d{4})([-./])(\d{1,2})\2(\d{1,2})|(\d{1,2})/(\d{1,2})(?:/(\d{4}))?)(?![\d%])"
)
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b\.?", re.IGNORECASE)
_DECADE = re.compile(r"(?<![\d.,])(?:'|’)?(\d{2}|[12]\d{3})(?:'|’)?s(?![A-Za-z])")
_SHORT_YEAR = re.compile(r"(?<=['’])\d{2}(?![\d%A-Za-z])|(?<=(?<!\d)[12]\d{3}[-–—/])\d{2}(?![\d%])")
_DECADE_WORD = re.compile(r"\b(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", re.IGNORECASE)
_PERIOD = re.compile(r"[\s-]*(half|quarters?)\b", re.IGNORECASE)
_LETTER_PERIOD = re.compile(r"(?<![A-Za-z0-9])(?:([HQ])([1-4])|([1-4])([HQ]))(?![A-Za-z0-9])")
_ROMAN = re.compile(r"(?<![A-Za-z0-9])(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?![A-Za-z0-9'’])")
_ROMAN_VALUES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
# One “I” is a word unless something numbered stands before it.
_NUMBERED = re.compile(r"(?:War|Phase|Part|Stage|Type|Class|Level|Grade|Volume|Chapter|Category|Section)\s$")
_LIST_LINK = re.compile(r"\s*(?:-|–|—|~|～|to|or|and|,|, and|, or|/)\s*")


@dataclass(frozen=True, slots=True)
class Figure:
    """One reading of a figure at half-open code points of the English; one stretch of text can have several.

    Kinds: number, year, ordinal, fraction, vague (a magnitude: `billions` is 1000000000), synonym (a word such as
    both), month, hour, half, quarter, decade.
    """

    start: int
    end: int
    kind: str
    number: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A figure with what a list or range hands on to its neighbours."""

    figure: Figure
    number_start: int
    number_end: int
    scale: Decimal
    is_plain: bool


@lru_cache(maxsize=64)
def figures(text: str) -> tuple[Figure, ...]:
    """Every reading of every figure, in the order of the text; never raises."""
    tokens = tokens_of(text)
    rows = list(_numbers(text, tokens))
    found = [read.figure for row in rows for read in row]
    found += _shared(text, [row[0] for row in rows])
    found += _calendar(text)
    found += _roman(text)
    return tuple(sorted(dict.fromkeys(found), key=lambda figure: (figure.start, figure.end)))


def _numbers(text: str, tokens: Sequence[Token]) -> Iterator[list[_Read]]:
    """The numbers from left to right, each with all of its readings."""
    at = 0
    while at < len(tokens):
        readings = read_number(tokens, at)
        if not readings:
            yield from _article_unit(text, tokens[at])
            at += 1
            continue
        row = [_with_unit(text, tokens, number) for number in readings]
        yield row
        at = max(at + 1, max(number.last for number in readings))
        # Digits that belong to a unit (m2) are no number of their own.
        while at < len(tokens) and tokens[at].end <= row[0].figure.end:
            at += 1


def _with_unit(text: str, tokens: Sequence[Token], number: Number) -> _Read:
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    code, last = unit_after(text, end)
    currency, first = currency_before(text, start)
    kind = number.kind
    if currency and not is_money(code):
        code, last = currency, end
    elif currency and is_money(code):
        # “$5 million Hong Kong dollars” and “RMB 5 million yuan”: the words decide.
        pass
    period = _PERIOD.match(text, end) if kind == "ordinal" else None
    looks_like_year = re.fullmatch(r"[12]\d{3}", text[start:end]) is not None
    is_year = looks_like_year and kind == "number" and not code and number.scale == 1
    figure = Figure(first if currency else start, last, "year" if is_year else kind, number.value, code)
    if period:
        figure = replace(figure, kind=period[1].lower().rstrip("s"), end=period.end(), unit="")
    return _Read(figure, start, end, number.scale, kind == "number" and not code)


def _article_unit(text: str, token: Token) -> Iterator[list[_Read]]:
    """A week, per day, an hour, the last decade: one of the unit; decades and centuries: some of them."""
    word = token.lower
    if word.startswith(("decade", "centur")):
        code, last = unit_after(text, token.start)
        if code not in ("decades", "centuries") or last != token.end:
            return
        is_many = token.text.endswith("s")
        figure = Figure(token.start, last, "vague" if is_many else "synonym", Decimal(10 if is_many else 1), code)
        yield [_Read(figure, token.start, token.end, Decimal(1), False)]
    elif word in ("a", "an", "per", "each", "every"):
        code, last = unit_after(text, token.end)
        if code and last > token.end + 2:
            figure = Figure(token.start, last, "synonym", Decimal(1), code)
            yield [_Read(figure, token.start, token.end, Decimal(1), False)]


def _shared(text: str, row: Sequence[_Read]) -> Iterator[Figure]:
    """What a list or range says once: “3 to 5 million yuan” is also 3 million yuan, “RMB 2 to 3” also RMB 3."""
    unit, scale, right = "", Decimal(1), None
    for read in reversed(row):
        linked = right is not None and _is_link(text, read.number_end, right.figure.start)
        if linked and read.is_plain and read.scale == 1 and (unit or scale != 1):
            yield replace(read.figure, kind="number", number=read.figure.number * scale, unit=unit)
            yield replace(read.figure, kind="number", unit=unit)
            if read.figure.unit == "" and scale != 1:
                yield replace(read.figure, kind="number", number=read.figure.number * scale, unit="")
        elif not linked or not read.is_plain:
            unit, scale = read.figure.unit, read.scale
        right = read
    currency, left = "", None
    for read in row:
        linked = left is not None and _is_link(text, left.figure.end, read.figure.start)
        if linked and currency and read.is_plain:
            yield replace(read.figure, kind="number", unit=currency)
        elif not linked or not read.is_plain:
            currency = read.figure.unit if is_money(read.figure.unit) else ""
        left = read


def _is_link(text: str, start: int, end: int) -> bool:
    return start <= end and _LIST_LINK.fullmatch(text, start, end) is not None


def _calendar(text: str) -> Iterator[Figure]:
    for match in _MONTH.finditer(text):
        if match[0][0].isupper():
            month = next(n for n, name in enumerate(MONTHS, start=1) if name.startswith(match[1].capitalize()))
            yield Figure(match.start(), match.end(), "month", Decimal(month))
    for match in _NUMERIC_DATE.finditer(text):
        # 9/17 is September 17, and 17/9 too.
        for part in filter(None, (match[3], match[4], match[5], match[6])):
            if 0 < int(part) <= 12:
                yield Figure(match.start(), match.end(), "month", Decimal(part))
            yield Figure(match.start(), match.end(), "number", Decimal(part))
        for year in filter(None, (match[1], match[7])):
            yield Figure(match.start(), match.end(), "year", Decimal(year))
    for match in _CLOCK.finditer(text):
        hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
        yield Figure(match.start(), match.end(), "hour", Decimal(hour))
        if match[2]:
            yield Figure(match.start(), match.end(), "number", Decimal(match[2]))
    for match in _DECADE.finditer(text):
        yield Figure(match.start(), match.end(), "decade", Decimal(match[1]))
    for match in _DECADE_WORD.finditer(text):
        tens = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"].index(match[1].lower()) + 2
        yield Figure(match.start(), match.end(), "decade", Decimal(tens * 10))
    for match in _SHORT_YEAR.finditer(text):
        for century in ("19", "20"):
            yield Figure(match.start(), match.end(), "year", Decimal(century + match[0]))
    for match in _LETTER_PERIOD.finditer(text):
        letter, number = (match[1] or match[4]), (match[2] or match[3])
        yield Figure(match.start(), match.end(), "half" if letter == "H" else "quarter", Decimal(number))


def _roman(text: str) -> Iterator[Figure]:
    for match in _ROMAN.finditer(text):
        if match[0] and (
            match[0] not in ("I", "V", "X") or _NUMBERED.search(text, max(0, match.start() - 12), match.start())
        ):
            value = 10 * len(match[1]) + _ROMAN_VALUES[match[2]]
            yield Figure(match.start(), match.end(), "ordinal", Decimal(value))
