"""The quantities and dates of a Chinese text, and the unit of a table column."""

import re
from bisect import bisect_right
from dataclasses import replace

from i18n_news.text.amounts import match_amount
from i18n_news.text.changes import match_change
from i18n_news.text.codes import match_code
from i18n_news.text.dates import match_date
from i18n_news.text.figures import Amount, Day, Quantity, Unit
from i18n_news.text.numbered import match_numbered
from i18n_news.text.numerals import EXACT, NUMERAL, fold, read_numeral
from i18n_news.text.ordinals import match_ordinal
from i18n_news.text.set_phrases import find_set_phrases
from i18n_news.text.shares import match_share
from i18n_news.text.units import PERCENT, unit_pattern, units

# Every rule begins with one of these, which spares most positions of a text.
_BEGIN = re.compile(
    "[0-9零〇一二两三四五六七八九十百千万亿几数壹贰叁肆伍陆柒捌玖拾佰仟A-Za-z$¥€£+（(〔\\[［【-]"
    "|[约近超逾多高大低不至最起少小未将接几远已过上下半每人新台美港欧日英同环增提扩翻原第前首今去本明后当次自从世全财亚国省"
    "市中东西行业长负地早晨清凌午晚傍夜深标公]"
)
_LABEL = re.compile(r"^\s*(?:(?:计量)?单位\s?[:：]\s?)?(?P<name>[^（）()\s:：]{1,12}?)\s*$")
_BRACKET = re.compile(r"[（(【\[]\s*(?:(?:计量)?单位\s?[:：]\s?)?(?P<name>[^（）()【】\[\]:：]{1,12}?)\s*[）)】\]]\s*$")
_CELL = re.compile(rf"^\s*(?P<sign>[-−－+]?)\s*(?P<number>{NUMERAL})\s*$")

_RULES = (match_code, match_date, match_ordinal, match_numbered, match_change, match_share, match_amount)

__all__ = ["Amount", "Day", "Quantity", "Unit", "apply_unit", "find_quantities", "parse_unit"]


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities, dates and codes, sorted and disjoint, at code points of the text itself; it never raises."""
    folded = fold(text)
    phrases = find_set_phrases(folded)
    starts = [start for start, _ in phrases]
    found: list[Quantity] = []
    at = 0
    while match := _BEGIN.search(folded, at):
        at = match.start()
        quantity = _longest(folded, at)
        if quantity is None:
            at = _skip_letters(folded, at)
        elif _touches(quantity, phrases, starts):
            at += 1
        else:
            found.append(_as_written(text, quantity))
            at = quantity.end
    return tuple(found)


def parse_unit(text: str) -> Unit | None:
    """The scaled unit that a label names (单位：亿元, （万人）, a head's last bracket, a cell 亿元), else None."""
    folded = fold(text)
    match = _BRACKET.search(folded) or _LABEL.match(folded)
    if match is None:
        return None
    name = match["name"]
    magnitude = re.match("[十百千万亿]*(?=.)", name)
    for size in range(len(magnitude[0]) if magnitude else 0, -1, -1):
        scale = read_numeral(name[:size]) if size else None
        if size and scale is None:
            continue
        unit = PERCENT if name[size:] in ("%", "百分比") else _whole_unit(name[size:])
        if unit is not None:
            return replace(unit, scale=EXACT.multiply(unit.scale, scale.low) if scale else unit.scale)
    return None


def apply_unit(number_text: str, unit: Unit) -> Quantity | None:
    """The quantity of a cell that holds a bare number, at the number's own place; None where it is anything else."""
    match = _CELL.match(fold(number_text))
    numeral = read_numeral(match["number"]) if match else None
    if match is None or numeral is None or numeral.is_several or numeral.high is not None:
        return None
    low = EXACT.multiply(numeral.low, unit.scale)
    relation, lead = (">", "more than") if numeral.is_open else ("", "")
    amount = Amount(low.copy_negate() if match["sign"] in ("-", "−", "－") else low, unit, relation=relation, lead=lead)
    start = match.start("sign") if match["sign"] else match.start("number")
    return Quantity(start, match.end("number"), "quantity", unit.category, amount.value, (amount,))


def _whole_unit(name: str) -> Unit | None:
    rate = re.split("[/／]", name, maxsplit=1)
    if len(rate) == 2 and name not in units():
        return None
    unit = units().get(name)
    if unit is not None and (unit.category != "count" or len(name) <= 2):
        return unit
    match = unit_pattern().fullmatch(name)
    return units()[match[0]] if match else None


def _longest(text: str, at: int) -> Quantity | None:
    found = [quantity for rule in _RULES if (quantity := rule(text, at))]
    if not found:
        return None
    best = max(found, key=lambda quantity: quantity.end)
    if best.kind == "code" and best.category in ("model", "serial"):
        # 200MW and RMB500万 begin like a model number; a reading with a unit is worth more.
        measured = [quantity for quantity in found if quantity.kind != "code" and quantity.end >= best.end]
        best = max(measured, key=lambda quantity: quantity.end, default=best)
    return best


def _skip_letters(text: str, at: int) -> int:
    """The next place to try; inside a run of Latin letters nothing begins."""
    match = re.compile("[A-Za-z]+").match(text, at)
    return match.end() if match else at + 1


def _touches(quantity: Quantity, phrases: tuple[tuple[int, int], ...], starts: list[int]) -> bool:
    last = bisect_right(starts, quantity.end - 1)
    return any(start < quantity.end and end > quantity.start for start, end in phrases[max(0, last - 3) : last])


def _as_written(text: str, quantity: Quantity) -> Quantity:
    if quantity.kind != "code" or quantity.category == "document":
        return quantity
    written = text[quantity.start : quantity.end]
    return replace(quantity, value=written, phrase=(written,))
