"""Amounts of Chinese text: [每X] [人民币] [约] number unit [至 number unit] [/X] [左右], in that order."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from i18n_news.text.amount_endings import FUNCTION_WORDS, STANDARD_COAL, finish_amount
from i18n_news.text.figures import Amount, Quantity, Unit
from i18n_news.text.modifiers import Modifier, read_lead
from i18n_news.text.numerals import EXACT
from i18n_news.text.sides import Side, read_range, read_side
from i18n_news.text.standing import stands
from i18n_news.text.units import CELSIUS, COUNT, DEGREE, HOUR_METER, PEOPLE, PERCENT, per_names, per_pattern, units
from i18n_news.text.wordlists import one_of, read_named

_CURRENCY_SIGNS = """
美元: US$ 美元 美金 USD $
港元: HK$ 港币 港元 HKD
新台币: NT$ 新台币 台币 TWD
澳元: A$
加元: C$
新加坡元: S$
元: 人民币 RMB CNY ¥
欧元: 欧元 EUR €
日元: 日元 JPY
英镑: 英镑 GBP £
"""
_CURRENCIES = read_named(_CURRENCY_SIGNS)
_CURRENCY = re.compile(rf"({one_of(_CURRENCIES)})\s?")
_ORIGINAL = re.compile("原来的|原先的|此前的|原有的|以前的")
_MINUS = re.compile("零下|负|-|−")
_TRIPS = re.compile("旅客|乘客|客流|客运|发送")
_VISITS = re.compile("游客|接待|参观|访客|观众|入园|到访|进馆|旅游|景区|访问")
_PERSON_BEFORE = re.compile(
    "(?:[员工众客民者生师农友军才商]|人士|人员|代表|就业|人口|人才|受众)"
    "(?:总数|总量|数量|共计|规模|人数|合计|总计|吞吐量)?(?:已达|达到|突破|超过|共|超|达|约|近|为|有)?$"
)
_ELECTRIC = re.compile("电|能耗|充|光伏|风电")
_HEAT = re.compile("温|气候|冷|热|炉|蒸|烘|零下|冻|烤|煮")


@dataclass(frozen=True, slots=True)
class _Opening:
    """What stands before the first number, which begins at `at`."""

    at: int
    lead: Modifier
    per: tuple[str, ...] = ()
    currency: str = ""
    minus: str = ""
    has_original: bool = False
    has_coal: bool = False


def match_amount(text: str, at: int) -> Quantity | None:
    """The amount that begins at this position of a folded text."""
    opening = _read_opening(text, at)
    side = read_side(text, opening.at)
    if side is not None and opening.has_coal:
        side = replace(side, unit_text="吨标准煤") if side.unit_text == "吨" else None
    found = None if side is None else _assemble(text, at, opening, side)
    return found or _match_every(text, at)


def _read_opening(text: str, at: int) -> _Opening:
    lead, cursor = read_lead(text, at)
    per: list[str] = []
    # 每人每月每平方米 is as deep as rates go.
    while len(per) < 3 and text.startswith("每", cursor) and (name := per_pattern().match(text, cursor + 1)):
        per.append(per_names()[name[0]])
        cursor = name.end()
    currency = _CURRENCY.match(text, cursor)
    coal = STANDARD_COAL.match(text, cursor)
    original = _ORIGINAL.match(text, cursor)
    for word in (currency, coal, original):
        cursor = word.end() if word else cursor
    if not lead[1]:
        lead, cursor = read_lead(text, cursor)
    minus = _MINUS.match(text, cursor)
    # 5-8 and HX-7 hold a hyphen, not a minus.
    is_minus = minus is not None and not (cursor and minus[0] == "-" and re.match("[A-Za-z0-9)）]", text[cursor - 1]))
    cursor = minus.end() if minus and is_minus else cursor
    sign = minus[0] if minus and is_minus else ""
    name_of_currency = currency[1] if currency else ""
    return _Opening(cursor, lead, tuple(per), name_of_currency, sign, original is not None, coal is not None)


def _assemble(text: str, at: int, opening: _Opening, side: Side) -> Quantity | None:
    numeral, low, high = side.numeral, side.numeral.low, side.numeral.high
    last = side
    if joined := read_range(text, side, opening.minus):
        last, low, high = joined
    elif opening.minus:
        low, high = _negate(low, high)
    measured = replace(side, unit_text=last.unit_text)
    unit = _choose_unit(text, opening, measured, last.end)
    if unit is None or not stands(
        text,
        at,
        opening.at,
        last.end,
        _with_currency(measured, opening),
        opening.lead,
        bool(opening.per),
        last is not side,
    ):
        return None
    if opening.has_original and unit.category != "multiple":
        return None
    if measured.unit_text == "‰":
        low, high = EXACT.divide(low, Decimal(10)), None if high is None else EXACT.divide(high, Decimal(10))
    unit = _fit_count(text, at, last.end, measured.unit_text, unit)
    low, high = EXACT.multiply(low, unit.scale), None if high is None else EXACT.multiply(high, unit.scale)
    relation, word = opening.lead
    if numeral.is_open and numeral.high is not None and last is side:
        relation, word = "teens", "more than"
    elif (numeral.is_open or side.is_more) and not relation and last is side:
        relation, word = ">", "more than"
    amount = Amount(low, unit, high, relation, word, opening.per, numeral.is_several, numeral.is_joint and last is side)
    return finish_amount(text, at, last.end, amount, (relation, word), opening.has_original)


def _with_currency(side: Side, opening: _Opening) -> Side:
    """人民币3亿 has its unit in front."""
    return replace(side, unit_text="元") if opening.currency and not side.unit_text else side


def _choose_unit(text: str, opening: _Opening, side: Side, end: int) -> Unit | None:
    if side.unit_text == "‰":
        return PERCENT
    if side.unit_text == "度":
        return _read_degree(text, opening.at, end, side)
    unit = units().get(side.unit_text, COUNT)
    if not opening.currency:
        return unit
    return units()[_CURRENCIES[opening.currency]] if not side.unit_text or unit.category == "money" else None


def _negate(low: Decimal, high: Decimal | None) -> tuple[Decimal, Decimal | None]:
    if high is None:
        return low.copy_negate(), None
    return min(low.copy_negate(), high.copy_negate()), max(low.copy_negate(), high.copy_negate())


def _fit_count(text: str, at: int, end: int, unit_text: str, unit: Unit) -> Unit:
    """Counts of persons, households and events drop the noun that the text itself gives: 职工2.3万人次, 5200户居民."""
    before, around = text[max(0, at - 10) : at], text[max(0, at - 12) : at]
    has_person = _PERSON_BEFORE.search(before) is not None
    if unit_text == "人":
        return COUNT if has_person else PEOPLE
    if unit_text == "人次":
        if _TRIPS.search(around):
            return replace(
                unit,
                code="trips",
                one="" if has_person else "passenger trip",
                many="" if has_person else "passenger trips",
            )
        if _VISITS.search(around):
            return replace(unit, one="", many="") if has_person else unit
        return COUNT
    if unit_text in ("户", "次"):
        after = text[end : end + 1]
        return COUNT if "一" <= after <= "鿿" and after not in FUNCTION_WORDS else unit
    return Unit("", "count", "major", "major") if unit_text == "大" else unit


def _read_degree(text: str, at: int, end: int, side: Side) -> Unit | None:
    """度 is a kilowatt-hour beside electricity, Celsius beside temperature, else an angle; 一度 and 年度 are words."""
    around = text[max(0, at - 10) : at] + text[end : end + 3]
    if _ELECTRIC.search(around):
        return HOUR_METER
    if _HEAT.search(around):
        return CELSIUS
    if re.search("[万亿]", side.written):
        return HOUR_METER
    return None if side.is_word or re.match("假|数|过|夏|蜜", text[end:]) else DEGREE


def _match_every(text: str, at: int) -> Quantity | None:
    """每万人 is per 10,000 people; 每3年 is every three years."""
    side = read_side(text, at + 1) if text.startswith("每", at) else None
    unit = units().get(side.unit_text) if side else None
    if side is None or unit is None or side.numeral.is_open or side.numeral.is_several or side.written == "一":
        return None
    unit = PEOPLE if side.unit_text == "人" else unit
    amount = Amount(side.numeral.low, unit, side.numeral.high, is_joint=side.numeral.is_joint)
    word = "every " if unit.category in ("duration", "length") else "per "
    return Quantity(at, side.end, "quantity", unit.category, f"per {amount.value}", (word, amount))
