"""One side of an amount: a number with the unit that follows it, and two sides that make a range."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from i18n_news.text.numerals import EXACT, NUMERAL, Numeral, read_numeral
from i18n_news.text.units import unit_pattern, units

_NUMBER = re.compile(NUMERAL)
_HALF = Decimal("0.5")
_TO = re.compile(r"\s?(?:至|到|—+|–|-|~|－|～)\s?")
_MINUS = re.compile("零下|负|-|−")
_OPEN_UNIT = re.compile(
    "个?(?:(?P<half>半)(?P<gap>多)?|(?P<more>[多余]))(?P<unit>个?(?:小时|月(?!饼|亮|球)|星期|世纪))"
)
# 三个亿 is 300 million yuan.
_COLLOQUIAL = re.compile("个(亿)(?:元(?![旦器素宵]))?")
# Read before the table: 岁 is written 周岁 there; 度, ‰ and 股 need more context than their next character.
_SPECIAL = {"‰": "‰", "度": "度", "岁": "周岁", "公里每小时": "公里"}


@dataclass(frozen=True, slots=True)
class Side:
    """A number with its unit as they stand in the text; unit_text is empty where none follows."""

    end: int
    numeral: Numeral
    written: str
    unit_text: str
    is_more: bool = False

    @property
    def is_word(self) -> bool:
        """Whether the number is written in Chinese characters alone."""
        return not re.search(r"\d", self.written)


def read_side(text: str, at: int) -> Side | None:
    """The number that begins here, with its unit."""
    number = _NUMBER.match(text, at)
    numeral = read_numeral(number[0]) if number else None
    if number is None or numeral is None or (numeral.low == 0 and number[0][0] in "零〇"):
        return None
    written, end = number[0], number.end()
    if opened := _OPEN_UNIT.match(text, end):
        numeral = _add_half(numeral) if opened["half"] else numeral
        name = opened["unit"] if opened["unit"] in units() else f"个{opened['unit']}"
        return Side(opened.end(), numeral, written, name, bool(opened["more"]))
    if text.startswith("+", end) and not re.match(r"[\dNn]", text[end + 1 : end + 2]):
        return _read_plus(text, end + 1, numeral, written)
    if colloquial := _COLLOQUIAL.match(text, end):
        scaled = read_numeral(f"{written}{colloquial[1]}")
        return Side(colloquial.end(), scaled, written, "元") if scaled else None
    place = end + (text[end : end + 1] in (" ", "\u00a0"))
    for form, name in _SPECIAL.items():
        if text.startswith(form, place):
            return Side(place + len(form), numeral, written, name)
    if text.startswith("股", end) and written[-1] in "万亿":
        return Side(end + 1, numeral, written, "股")
    unit = unit_pattern().match(text, place)
    if unit is None:
        return Side(end, numeral, written, "")
    if unit[0] in ("年", "天", "日") and text.startswith("半", unit.end()):
        return Side(unit.end() + 1, _add_half(numeral), written, unit[0])
    return Side(unit.end(), numeral, written, unit[0])


def _read_plus(text: str, at: int, numeral: Numeral, written: str) -> Side:
    """100+场 and 100万+: more than the number."""
    unit = unit_pattern().match(text, at)
    return Side(unit.end() if unit else at, numeral, written, unit[0] if unit else "", True)


def read_range(text: str, first: Side, minus: str = "") -> tuple[Side, Decimal, Decimal] | None:
    """The second side of a range that `first` begins, and both ends with the magnitude and the sign that they share."""
    dash = _TO.match(text, first.end)
    if dash is None or first.numeral.high is not None or first.numeral.is_several:
        return None
    sign = _MINUS.match(text, dash.end())
    second = read_side(text, sign.end() if sign else dash.end())
    if second is None or second.numeral.high is not None or second.numeral.is_several:
        return None
    if first.unit_text and units().get(first.unit_text) != units().get(second.unit_text):
        return None
    if not first.unit_text and not second.unit_text and second.written[-1] not in "万亿多余":
        return None
    low, high = _share_magnitude(first, second), second.numeral.low
    # 零下20至30度 is below zero at both ends, -5℃至10℃ at one.
    is_below = sign is not None or (minus == "零下" and not first.unit_text)
    low, high = low.copy_negate() if minus else low, high.copy_negate() if is_below else high
    if is_below and high < low:
        low, high = high, low
    return (second, low, high) if low < high else None


def _add_half(numeral: Numeral) -> Numeral:
    return replace(numeral, low=EXACT.add(numeral.low, _HALF))


def _share_magnitude(first: Side, second: Side) -> Decimal:
    """12～15万元 means 120,000 to 150,000, but 5000至10万元 begins with 5,000."""
    low = first.numeral.low
    magnitude = re.search("[十百千万亿]+$", second.written.rstrip("多余"))
    if first.unit_text or magnitude is None or re.search("[十百千万亿]", first.written):
        return low
    coefficient, scale = read_numeral(second.written[: magnitude.start()]), read_numeral(f"1{magnitude[0]}")
    if coefficient is None or scale is None or low >= coefficient.low:
        return low
    return EXACT.multiply(low, scale.low)
