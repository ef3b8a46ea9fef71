"""One side of an amount: a number with the unit that follows it, and two sides that make a range."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from i18n_news.text.numerals import EXACT, NUMERAL, Numeral, read_numeral
from i18n_news.text.units import unit_pattern, units

_NUMBER = re.compile(NUMERAL)
_HALF = Decimal("0.5")
_TO = re.compile(r"\s?(?:至|到|—+|–|-|~|－|～)\s?")
_OPEN_UNIT = re.compile(
    "个?(?:(?P<half>半)(?P<gap>多)?|(?P<more>[多余]))(?P<unit>个?(?:小时|月(?!饼|亮|球)|星期|世纪))"
)
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
    if number is None or numeral is None or (numeral.low == 0 and not number[0][0].isdigit()):
        return None
    written, end = number[0], number.end()
    if opened := _OPEN_UNIT.match(text, end):
        numeral = _add_half(numeral) if opened["half"] else numeral
        name = opened["unit"] if opened["unit"] in units() else f"个{opened['unit']}"
        return Side(opened.end(), numeral, written, name, bool(opened["more"]))
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


def read_range(text: str, first: Side) -> tuple[Side, Decimal] | None:
    """The second side of a range that `first` begins, and the low end with the magnitude that both share."""
    dash = _TO.match(text, first.end)
    if dash is None or first.numeral.high is not None or first.numeral.is_several:
        return None
    second = read_side(text, dash.end())
    if second is None or second.numeral.high is not None or second.numeral.is_several:
        return None
    if first.unit_text and units().get(first.unit_text) != units().get(second.unit_text):
        return None
    if not first.unit_text and not second.unit_text and second.written[-1] not in "万亿多余":
        return None
    low = _share_magnitude(first, second)
    return (second, low) if low < second.numeral.low else None


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
