"""Amounts of Chinese text: [每X] [人民币] [约] number unit [至 number unit] [/X] [左右], in that order."""

import re
from dataclasses import replace

from i18n_news.text.amount_endings import FUNCTION_WORDS, STANDARD_COAL, finish_amount
from i18n_news.text.figures import Amount, Quantity, Unit
from i18n_news.text.modifiers import Modifier, read_lead
from i18n_news.text.numerals import EXACT
from i18n_news.text.sides import Side, isis_same_measure, read_side, share_magnitude
from i18n_news.text.units import CELSIUS, COUNT, DEGREE, HOUR_METER, PEOPLE, PERCENT, per_names, per_pattern, units

_CURRENCIES = {
    "US$": "美元", "HK$": "港元", "NT$": "新台币", "A$": "澳元", "C$": "加元", "S$": "新加坡元", "人民币": "元", "新台币": "新台币", "台币": "新台币", "美元": "美元",
    "美金": "美元", "港币": "港元", "港元": "港元", "欧元": "欧元", "日元": "日元", "英镑": "英镑", "RMB": "元", "CNY": "元", "USD": "美元", "HKD": "港元",
    "EUR": "欧元", "JPY": "日元", "GBP": "英镑", "TWD": "新台币", "$": "美元", "¥": "元", "€": "欧元", "£": "英镑",
}  # fmt: skip
_CURRENCY = re.compile("|".join(re.escape(sign) for sign in _CURRENCIES))
_DASH = re.compile(r"\s?(?:至|到|—+|–|-|~|－|～|—)\s?")
_ORIGINAL = re.compile("原来的|原先的|此前的|原有的|以前的")
_MINUS = re.compile("零下|负|-|−")
# A single Chinese digit makes a count only before these; 三口之家 and 两手 are words.
_SAFE_COUNTERS = frozenset("个家名位项台条座套件批只艘架辆所间栋幢处类种组支场次人户轮") | {"人次", "批次", "场次", "个工作日"}
_PERSON_BEFORE = re.compile("(?:[员工众客民者生师农友军才商]|人士|人员|代表|就业|人口|人才)(?:总数|总量|数量|共计|规模|人数|合计|已达|达到|总计|共|超|达|约|近|为|有)?$")
_TRIPS = re.compile("旅客|乘客|客流|客运|发送")
_VISITS = re.compile("游客|接待|参观|访客|观众|入园|到访|进馆|旅游|景区|访问")
_ELECTRIC = re.compile("电|能耗|充|光伏|风电|度电")
_HEAT = re.compile("温|气候|冷|热|炉|蒸|烘|零下|冻|烤|煮")


def match_amount(text: str, at: int) -> Quantity | None:
    """The amount that begins at this position of a folded text."""
    lead, cursor = read_lead(text, at)
    per, cursor, only = _leading_rates(text, cursor)
    currency = _CURRENCY.match(text, cursor)
    if currency:
        cursor = currency.end() + (text[currency.end() : currency.end() + 1] == " ")
    if not lead[0]:
        lead, cursor = read_lead(text, cursor)
    minus = _MINUS.match(text, cursor)
    if minus and (minus[0] != "-" or not cursor or not re.match("[A-Za-z0-9)）]", text[cursor - 1])):
        cursor = minus.end()
    else:
        minus = None
    original = _ORIGINAL.match(text, cursor)
    if original:
        cursor = original.end()
        lead, cursor = read_lead(text, cursor) if not lead[0] else (lead, cursor)
    coal = STANDARD_COAL.match(text, at)
    if coal:
        lead, cursor = read_lead(text, coal.end())
    side = read_side(text, cursor)
    if coal and side and side.unit_text == "吨":
        side = replace(side, unit_text="吨标准煤")
    elif coal:
        return None
    if side is None:
        return _per_only(text, at) if only else None
    return _assemble(
        text, at, cursor, side, lead, per, currency[0] if currency else "", bool(minus), bool(original)
    ) or (_per_only(text, at) if only else None)


def _assemble(
    text: str,
    at: int,
    cursor: int,
    side: Side,
    lead: Modifier,
    per: tuple[str, ...],
    currency: str,
    minus: bool,
    original: bool,
) -> Quantity | None:
    first, high = side, None
    dash = _DASH.match(text, side.end)
    second = read_side(text, dash.end()) if dash and side.numeral.high is None else None
    if second and dash and not is_same_measure(first, second) and text[dash.start() : dash.end()].strip() == "到":
        second = None
    if second and is_same_measure(first, second) and not second.numeral.is_several and second.numeral.high is None:
        low_numeral = share_magnitude(first, second)
        if low_numeral < second.numeral.low:
            first = replace(second, numeral=replace(first.numeral, low=low_numeral, is_open=False))
            high = second.numeral.low
            if second.numeral.is_open:
                lead = lead if lead[0] else ("", "")
        else:
            second = None
    elif second:
        second = None
    end = second.end if second else side.end
    unit_text, numeral = first.unit_text, first.numeral
    unit = units().get(unit_text, COUNT)
    if currency:
        if unit_text and unit.category != "money" and unit_text not in ("万", "亿"):
            return None
        unit, unit_text = units()[_CURRENCIES[currency]], unit_text or currency
    if unit_text == "度":
        unit = _read_degree(text, cursor, end, first) or COUNT
        if unit is COUNT:
            return None
    if unit_text in ("‰", "permille"):
        unit, numeral, high = (
            PERCENT,
            replace(numeral, low=EXACT.divide(numeral.low, Decimal(10))),
            None if high is None else EXACT.divide(high, Decimal(10)),
        )
    if not _stands(text, at, cursor, end, first, unit_text, lead, per, high is not None):
        return None
    unit = _fit_count(text, at, end, unit_text, unit)
    scale = unit.scale
    low = EXACT.multiply(numeral.low, scale)
    top = high if high is not None else numeral.high
    if unit.category == "temperature" and minus:
        low, top = low.copy_negate(), None if top is None else top.copy_negate()
        if top is not None and top < low:
            low, top = top, low
    elif minus:
        low = low.copy_negate()
    relation, word = lead
    if numeral.is_open and numeral.high is not None and high is None:
        relation, word = "teens", "more than"
    elif (numeral.is_open or side.is_more) and not relation and high is None:
        relation, word = ">", "more than"
    amount = Amount(
        low,
        unit,
        None if top is None else EXACT.multiply(top, scale),
        relation,
        word,
        per,
        numeral.is_several,
        numeral.is_joint and high is None,
    )
    return finish_amount(text, at, end, amount, (relation, word), original=original)


def _stands(
    text: str,
    at: int,
    cursor: int,
    end: int,
    side: Side,
    unit_text: str,
    lead: Modifier,
    per: tuple[str, ...],
    is_range: bool,
) -> bool:
    """Whether number and unit are a quantity here rather than a piece of a word, a code or a year."""
    written = side.written
    if cursor and (
        text[cursor - 1] in "第.．·" or (text[cursor - 1].isascii() and text[cursor - 1].isalnum() and at == cursor)
    ):
        return False
    is_word = not re.search(r"\d", written)
    unit = units().get(unit_text)
    if unit_text == "":
        after = text[end : end + 1]
        if after and after in "年月日时点号#级后强·股线楼℃维甲届期段/:分栋":
            return False
        has_magnitude = bool(re.search("[万亿]", written)) and (
            len(written) > 1 and not re.fullmatch("[十百千万亿]+", written)
        )
        if has_magnitude or (lead[0] and re.search("[十百千万亿]", written) and len(written) > 0):
            return not (is_word and re.match("[千万]万|万一", written) and not lead[0])
        if side.numeral.is_open:
            return True
        return bool(lead[0]) and not is_word and not (after and after.isascii() and after.isalnum())
    if unit_text in ("年",) and re.fullmatch(r"\d{4}", written) and 1000 <= side.numeral.low <= 2999:
        return False
    if written == "一" and unit is not None and unit.category in ("count", "duration") and not is_range:
        has_limit = (
            re.match("以内|之内|内(?!部|外|容|涵|地)|多|以上", text[end:]) is not None
            or side.is_more
            or lead[0] in (">", ">=", "<", "<=")
        )
        return unit.category == "duration" and has_limit and not (unit_text == "日")
    if (
        is_word
        and re.fullmatch("[十百千万亿]+", written)
        and unit is not None
        and not lead[0]
        and not side.numeral.is_several
    ):
        return _bare_magnitude_stands(text, at, end, written, unit_text, unit)
    if is_word and len(written) == 1 and unit is COUNT and unit_text not in _SAFE_COUNTERS and unit_text != "大":
        return False
    if is_word and unit_text in (
        "面",
        "头",
        "把",
        "本",
        "手",
        "口",
        "角",
        "分",
        "级",
        "双",
        "代",
        "股",
        "首",
        "员",
        "单",
        "票",
        "尾",
        "章",
        "席",
        "对",
    ):
        return len(written) > 1
    if unit_text == "大":
        return (
            is_word
            and re.match("[一-鿿]", text[end : end + 1]) is not None
            and side.numeral.low > 2
            and not re.search("党的|的$", text[max(0, at - 2) : at])
        )
    if unit_text in ("日",):
        return bool(per) or bool(lead[0]) or text.startswith("内", end)
    return True


def _bare_magnitude_stands(text: str, at: int, end: int, written: str, unit_text: str, unit: Unit) -> bool:
    """万元 or 百家 without a digit is a quantity in running text, but not as the unit of a column or inside a word."""
    if written == "十":
        return bool(unit.code) or unit_text in _SAFE_COUNTERS
    before, after = text[:at], text[end:]
    if re.search(r"(?:单位\s?[:：]?|[（(\[【/|\t、]|^|\n)\s*$", before) and re.match(
        r"\s*(?:[）)\]】|\t/]|$|\n)", after
    ):
        return False
    if unit.category == "duration":
        return False
    return bool(unit.code) or unit_text in _SAFE_COUNTERS or unit.category == "multiple"


def _fit_count(text: str, at: int, end: int, unit_text: str, unit: Unit) -> Unit:
    """Person counts drop the noun that the text itself gives: 职工2.3万人次, 5200户居民."""
    before, after = text[max(0, at - 8) : at], text[end : end + 1]
    if unit_text == "人次":
        if _TRIPS.search(text[max(0, at - 12) : at]):
            return (
                Unit("trips", "count", "passenger trip", "passenger trips")
                if not _PERSON_BEFORE.search(before)
                else Unit("trips", "count")
            )
        if _VISITS.search(text[max(0, at - 12) : at]):
            return Unit("visits", "count") if _PERSON_BEFORE.search(before) else unit
        return COUNT
    if unit_text == "人":
        return COUNT if _PERSON_BEFORE.search(before) else PEOPLE
    if unit_text in ("户", "次", "桶", "层", "楼层", "剂"):
        follows = bool(after) and "一" <= after <= "鿿" and after not in FUNCTION_WORDS
        return COUNT if follows and unit_text in ("户", "次") else unit
    if unit_text == "大":
        return Unit("", "count", "major", "major")
    return unit


def _read_degree(text: str, at: int, end: int, side: Side) -> Unit | None:
    """度 is a kilowatt-hour beside electricity, Celsius beside temperature, else an angle; 一度 and 年度 are words."""
    around = text[max(0, at - 10) : at] + text[end : end + 3]
    if _ELECTRIC.search(around):
        return HOUR_METER
    if _HEAT.search(around):
        return CELSIUS
    if re.search("[万亿]", side.written):
        return HOUR_METER
    return DEGREE if re.search(r"\d", side.written) and not re.match("电|假|数|过|夏|蜜", text[end:]) else None


def _leading_rates(text: str, at: int) -> tuple[tuple[str, ...], int, bool]:
    """每人每月1500元: the rates before a number, and whether 每 stands before a number itself (每万人, 每3年)."""
    names: list[str] = []
    while text.startswith("每", at):
        match = per_pattern().match(text, at + 1)
        if match is None:
            break
        names.append(per_names()[match[0]])
        at = match.end()
    return tuple(names), at, not names and text.startswith("每", at)


def _per_only(text: str, at: int) -> Quantity | None:
    """每万人 is per 10,000 people; 每3年 is every three years."""
    if not text.startswith("每", at):
        return None
    side = read_side(text, at + 1)
    if side is None or side.numeral.is_open or side.numeral.is_several or not side.unit_text or side.written == "一":
        return None
    unit = units().get(side.unit_text)
    if unit is None or unit.category == "money" and not side.written:
        return None
    amount = Amount(side.numeral.low, unit, side.numeral.high, is_joint=side.numeral.is_joint)
    word = "every " if unit.category in ("duration", "length") else "per "
    return Quantity(at, side.end, "quantity", unit.category, f"per {amount.value}", (word, amount))
