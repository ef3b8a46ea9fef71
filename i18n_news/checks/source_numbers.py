"""Every number that a Chinese text can be read to mention: what a number in the English may come from."""

import re
from collections.abc import Iterator
from decimal import Decimal

_DIGITS = {
    sign: value
    for value, signs in enumerate(
        ("零〇半", "一壹", "二贰两兩双俩", "三叁仨", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for sign in signs
}
_POWERS = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}
_NUMERAL = re.compile(f"[{''.join(_DIGITS)}{''.join(_POWERS)}]+")
_ARABIC = re.compile(rf"(\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?[多余餘几]?([{''.join(_POWERS)}]*)")
_RELATIVE_YEAR = re.compile("[今去前明后後当當同本]年|上一?年度?|年[初底末]|世纪|世紀|近年")


def mentioned(text: str) -> frozenset[Decimal]:
    """All readings, generously: digits with the magnitudes behind them, numerals whole, in parts and digit by digit."""
    return frozenset(_readings(text))


def arabic_numbers(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers in Arabic digits at half-open code points, with the magnitudes that are written behind them."""
    for match in _ARABIC.finditer(text):
        yield match.start(), match.end(2), Decimal(match[1].replace(",", "")) * _power(match[2])


def names_relative_year(text: str) -> bool:
    """Whether the text speaks of this year, last year, a century ...: then English may name the year itself."""
    return _RELATIVE_YEAR.search(text) is not None


def _readings(text: str) -> Iterator[Decimal]:
    for match in _ARABIC.finditer(text):
        plain = Decimal(match[1].replace(",", ""))
        yield from (plain, plain * _power(match[2]))
        # 成, 折 and ‰ are tenths and thousandths, 倍 can be said as per cent.
        yield from (plain * 10, plain * 100, plain / 10)
    for match in _NUMERAL.finditer(text):
        numeral = match[0]
        for start in range(len(numeral)):
            for end in range(start + 1, min(len(numeral), start + 12) + 1):
                value = _value(numeral[start:end])
                yield from (value, value * 10)
    if "半" in text:
        yield from map(Decimal, ("0.5", "6", "30", "50", "1.5", "2.5"))


def _power(signs: str) -> Decimal:
    return Decimal(10) ** sum(_POWERS[sign] for sign in signs)


def _value(numeral: str) -> Decimal:
    """The value of a numeral by place, or digit by digit where it names no places (二〇二五)."""
    if not any(char in _POWERS for char in numeral):
        return Decimal("".join(str(_DIGITS[char]) for char in numeral))
    total = section = digit = Decimal(0)
    for char in numeral:
        if char in _DIGITS:
            digit = Decimal(_DIGITS[char])
            continue
        power = Decimal(10) ** _POWERS[char]
        if power < 10000:
            section += (digit or Decimal(1)) * power
        elif power > 10000 and total and total < power:
            total = (total + section + digit) * power
            section = Decimal(0)
        else:
            total += (section + digit or Decimal(1)) * power
            section = Decimal(0)
        digit = Decimal(0)
    return total + section + digit
