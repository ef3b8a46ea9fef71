"""One side of an amount: a number with the unit that follows it, and how two sides make a range."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from i18n_news.text.numerals import EXACT, NUMERAL, Numeral, read_numeral
from i18n_news.text.units import unit_pattern, units

_NUMBER = re.compile(NUMERAL)
_HALF = Decimal("0.5")
_OPEN_UNIT = re.compile("个?(?P<half>半)?(?P<more>[多余])?(?=个?(?:小时|月(?!饼|亮|球)|星期|世纪))")
_LONG_UNIT = re.compile("个?(?:小时|月|星期|世纪)")


@dataclass(frozen=True, slots=True)
class Side:
    """A number with its unit as they stand in the text; unit_text is empty where none follows."""

    end: int
    numeral: Numeral
    written: str
    unit_text: str
    is_more: bool = False


def read_side(text: str, at: int) -> Side | None:
    number = _NUMBER.match(text, at)
    if number is None:
        return None
    numeral = read_numeral(number[0])
    if numeral is None or (numeral.low == 0 and not number[0][0].isdigit()):
        return None
    end = number.end()
    gap = 1 if text[end : end + 1] in (" ", "\u00a0", "\u3000") else 0
    extra = _OPEN_UNIT.match(text, end)
    if extra and extra[0] not in ("", "个"):
        end = extra.end()
        gap = 0
        numeral = replace(numeral, low=EXACT.add(numeral.low, _HALF)) if extra["half"] else numeral
        unit = _LONG_UNIT.match(text, end)
        if unit:
            name = unit[0] if unit[0] in units() else f"个{unit[0]}"
            return Side(unit.end(), numeral, number[0], name, bool(extra["more"]))
    if text.startswith("‰", end + gap):
        return Side(end + gap + 1, numeral, number[0], "‰")
    if text.startswith("度", end + gap):
        return Side(end + gap + 1, numeral, number[0], "度")
    if text.startswith("股", end) and number[0][-1] in "万亿股":
        return Side(end + 1, numeral, number[0], "股")
    if text.startswith("岁", end + gap):
        return Side(end + gap + 1, numeral, number[0], "周岁")
    unit = unit_pattern().match(text, end + gap)
    if unit and not (gap and text[end] == "\u3000"):
        after = unit.end()
        if unit[0] in ("年", "天") and text[after : after + 1] == "半":
            return Side(after + 1, replace(numeral, low=EXACT.add(numeral.low, _HALF)), number[0], unit[0])
        return Side(after, numeral, number[0], unit[0])
    return Side(end, numeral, number[0], "")


def is_same_measure(first: Side, second: Side) -> bool:
    if first.unit_text in ("", "%") and not first.unit_text:
        return bool(second.unit_text or second.written[-1] in "万亿") and second.unit_text not in ("日", "号")
    known = units()
    a, b = known.get(first.unit_text), known.get(second.unit_text)
    return first.unit_text == second.unit_text or (a is not None and a == b)


def share_magnitude(first: Side, second: Side) -> Decimal:
    """12～15万元 means 120,000 to 150,000, but 5000至10万元 begins with 5,000."""
    if first.unit_text or re.search("[十百千万亿]", first.written):
        return first.numeral.low
    magnitude = re.search("[十百千万亿]+$", second.written)
    if magnitude is None:
        return first.numeral.low
    coefficient = read_numeral(second.written[: magnitude.start()])
    scale = read_numeral(
        "一" + magnitude[0] if magnitude[0][0] != "亿" and magnitude[0][0] != "万" else "1" + magnitude[0]
    )
    if coefficient is None or scale is None or first.numeral.low >= coefficient.low:
        return first.numeral.low
    return EXACT.multiply(first.numeral.low, scale.low)
