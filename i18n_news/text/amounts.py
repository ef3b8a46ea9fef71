"""Amounts in Chinese text: number, unit, modifiers, ranges, rates, fractions, multiples and year-on-year changes."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from i18n_news.text.figures import Amount, Piece, Quantity, Unit
from i18n_news.text.numerals import EXACT, NUMERAL, Numeral, format_decimal, read_numeral
from i18n_news.text.units import (
    CELSIUS,
    COUNT,
    DEGREE,
    HOUR_METER,
    PEOPLE,
    PERCENT,
    per_names,
    per_pattern,
    unit_pattern,
    units,
)

# Modifier before the number: relation of the value grammar, English.
_LEADS: dict[str, tuple[str, str]] = {
    "大约": ("~", "about"), "约为": ("~", "about"), "约合": ("~", "about"), "约达": ("~", "about"), "大概": ("~", "about"), "约": ("~", "about"),
    "将近": ("<~", "nearly"), "接近": ("<~", "close to"), "近": ("<~", "nearly"), "逼近": ("<~", "close to"), "几近": ("<~", "nearly"),
    "远超": (">", "far more than"), "超过": (">", "more than"), "超出": (">", "more than"), "已超": (">", "more than"), "超": (">", "more than"),
    "逾": (">", "more than"), "多于": (">", "more than"), "高于": (">", "more than"), "大于": (">", "more than"), "上": (">", "more than"),
    "过": (">", "more than"), "不低于": (">=", "at least"), "不少于": (">=", "at least"), "不小于": (">=", "at least"), "不下": (">=", "at least"),
    "不下于": (">=", "at least"), "至少": (">=", "at least"), "最少": (">=", "at least"), "起码": (">=", "at least"), "最低": (">=", "at least"),
    "最高": ("<=", "up to"), "最多": ("<=", "up to"), "至多": ("<=", "up to"), "最长": ("<=", "up to"), "不超过": ("<=", "no more than"), "不超": ("<=", "no more than"),
    "不高于": ("<=", "no more than"), "不多于": ("<=", "no more than"), "不大于": ("<=", "no more than"), "不足": ("<", "less than"),
    "不到": ("<", "less than"), "低于": ("<", "less than"), "少于": ("<", "less than"), "小于": ("<", "less than"), "不满": ("<", "less than"),
    "未满": ("<", "less than"), "未达": ("<", "less than"), "多达": ("", "as many as"),
}  # fmt: skip
# Modifier after the unit.
_TAILS: dict[str, tuple[str, str]] = {
    "左右": ("~", "about"), "上下": ("~", "about"), "及以上": (">=", "at least"), "或以上": (">=", "at least"), "以上": (">=", "at least"),
    "及以下": ("<=", "no more than"), "或以下": ("<=", "no more than"), "以下": ("<=", "no more than"), "以内": ("<=", "within"), "之内": ("<=", "within"),
    "+": (">", "more than"),
}  # fmt: skip
_CURRENCIES = {
    "US$": "美元", "HK$": "港元", "NT$": "新台币", "A$": "澳元", "C$": "加元", "S$": "新加坡元", "人民币": "元", "新台币": "新台币", "台币": "新台币", "美元": "美元",
    "美金": "美元", "港币": "港元", "港元": "港元", "欧元": "欧元", "日元": "日元", "英镑": "英镑", "RMB": "元", "CNY": "元", "USD": "美元", "HKD": "港元",
    "EUR": "欧元", "JPY": "日元", "GBP": "英镑", "TWD": "新台币", "$": "美元", "¥": "元", "€": "欧元", "£": "英镑",
}  # fmt: skip
_UP = "增长|增加|提高|提升|上升|上涨|上扬|扩大|回升|攀升|上浮|增|升|涨"
_DOWN = "下降|降低|减少|回落|下跌|下滑|缩小|收窄|缩减|压缩|压减|下浮|降|跌|减"
_BASES = {"同比": "year on year", "环比": "month on month"}
_CODES = {"year on year": "yoy", "month on month": "mom", "quarter on quarter": "qoq"}

_LEAD = re.compile("|".join(sorted(_LEADS, key=len, reverse=True)))
_TAIL = re.compile("|".join(re.escape(tail) for tail in sorted(_TAILS, key=len, reverse=True)))
_CURRENCY = re.compile("|".join(re.escape(sign) for sign in _CURRENCIES))
_NUMBER = re.compile(NUMERAL)
_DASH = re.compile(r"\s?(?:至|到|—+|–|-|~|－|～|—)\s?")
_FRACTION = re.compile(
    rf"(?P<under>\d{{1,6}}|[一二三四五六七八九十百千万亿两]{{1,6}})分之(?P<over>{NUMERAL})(?:(?:至|到|-|~|—)(?:(?P=under)分之)?(?P<top>{NUMERAL}))?"
)
_TENTHS = re.compile(
    r"(?P<low>[一二两三四五六七八九]|\d(?:\.\d)?)(?:(?P<pair>(?<=[两二])三|(?<=三)四|(?<=四)五|(?<=五)六|(?<=六)七|(?<=七)八|(?<=八)九)|(?:成)?(?:至|到|-|~|—)(?P<high>[二三四五六七八九]|\d))?成(?P<five>[一二三四五六七八九](?![成个家名万十百]))?"
    r"(?![立为本果功熟都长绩品效就套型交龙分天风语真双因败全色堆双形章])(?!员(?!工))(?!人(?!士|民|员|才|们|认|表|选|赞|支|愿|觉|说))"
)
_TREND = re.compile(
    rf"(?P<base>同比|环比)(?P<real>实际|名义)?(?:净|累计|大幅|小幅|略|平均|均|再|约|仍|也|将|又|已|微)?(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<noun>增速|增幅|涨幅)|(?P<fall>降幅|跌幅))(?:了|为|达到|达|至)?"
)
_GROWTH = re.compile(r"(?:增长|增加|提高|提升|上升|扩大|上涨|翻|扩|增|高出|多)(?:了|约)?")
_TIMES_OVER = re.compile(
    r"翻(?P<done>了)?(?P<lead>近|约|超过|超)?(?P<n>[一二两三四五六七八九]|\d)?番(?P<more>多|以上)?"
)
_ORIGINAL = re.compile("原来的|原先的|此前的|原有的|以前的")
_HALF_UNIT = re.compile("半(?P<unit>年|个?小时|个?月|天)")
_MINUS = re.compile("零下|负|-|−")
_BAD_BEFORE = {
    "约": "签合条节预违履相契制公盟特大简失邀契", "近": "附最靠邻临远将接亲相贴", "超": "赶反中英", "上": "会网线路市街早晚地海天岸山船车以之及与马值班台手身迈踏站跃登升冲路桥楼身",
    "过": "超通经不透错难路渡越", "最高": "", "逾": "", "不满": "", "高于": "", "不到": "得",
}  # fmt: skip
_ONE_IS_VAGUE = frozenset(("count", "duration"))
# A single Chinese digit makes a count only before these; 三口之家 and 两手 are words.
_SAFE_COUNTERS = frozenset("个家名位项台条座套件批只艘架辆所间栋幢处类种组支场次人户轮".strip()) | {
    "人次",
    "批次",
    "场次",
    "个工作日",
}
_PERSON_BEFORE = re.compile(
    "(?:[员工众客民者生师农友军才商]|人士|人员|代表|就业|人口|人才)(?:总数|总量|数量|共计|规模|人数|合计|已达|达到|总计|共|超|达|约|近|为|有)?$"
)
_TRIPS = re.compile("旅客|乘客|客流|客运|发送")
_VISITS = re.compile("游客|接待|参观|访客|观众|入园|到访|进馆|客流|旅游|景区|访问")
_FUNCTION = frozenset("，。、；：！？）)”》…的了是在和与及或达为有由从向被将均已也都以之，,.;:|")
_STANDARD_COAL = re.compile("标准煤|标煤")
_ELECTRIC = re.compile("电|能耗|充|光伏|风电|度电")
_HEAT = re.compile("温|气候|冷|热|炉|蒸|烘|零下|冻|烤|煮")


@dataclass(frozen=True, slots=True)
class _Side:
    """A number with its unit as they stand in the text; the unit's text is empty where none follows."""

    end: int
    numeral: Numeral
    written: str
    unit_text: str
    more: bool = False


def match_amount(text: str, at: int) -> Quantity | None:
    """The amount that begins at this position of a folded text."""
    for rule in (_match_trend, _match_growth, _match_tenths, _match_fraction, _match_half, _match_plain):
        if found := rule(text, at):
            return found
    return None


def _quantity(at: int, end: int, category: str, value: str, *phrase: Piece) -> Quantity:
    return Quantity(at, end, "quantity", category, value, phrase)


def _match_trend(text: str, at: int) -> Quantity | None:
    """同比增长8.5% is one span: direction, amount and base belong together in English."""
    match = _TREND.match(text, at)
    if match is None:
        return None
    base = _BASES[match["base"]]
    if match["base"] == "环比" and re.search("季度|季报", text):
        base = "quarter on quarter"
    end = match.end()
    doubled = _TIMES_OVER.match(text, end) or (_TIMES_OVER.match(text, end - 1) if end else None)
    inner = _match_growth(text, at + 2) if not match["noun"] else None
    if inner and inner.category == "multiple":
        return replace(inner, start=at, value=f"{inner.value} {_CODES[base]}", phrase=(*inner.phrase, f" {base}"))
    if doubled:
        return None
    body = _match_tenths(text, end) or _match_fraction(text, end) or _match_plain(text, end)
    if body is None or not isinstance(body.phrase[0], Amount) or body.kind != "quantity":
        return None
    falls = bool(match["down"] or match["fall"])
    value = f"{'-' if falls else '+'}{body.value} {_CODES[base]}"
    real = {"实际": " in real terms", "名义": " in nominal terms", None: ""}[match["real"]]
    if match["noun"] or match["fall"]:
        word = f"{base.replace(' ', '-')} {'decline' if falls else 'growth'} of "
        return _quantity(at, body.end, body.category, value, word, *body.phrase, real)
    return _quantity(at, body.end, body.category, value, "down " if falls else "up ", *body.phrase, f" {base}{real}")


def _match_growth(text: str, at: int) -> Quantity | None:
    """增长N倍 means N more times, so (N+1) times; 翻两番 means four times."""
    if match := _TIMES_OVER.match(text, at):
        count = int(read_numeral(match["n"]).low) if match["n"] else 1  # type: ignore[union-attr]
        if not match["n"] and match["done"] is None and text[match.end() : match.end() + 1] in {"茄", "石"}:
            return None
        lead = {"近": ("<~", "nearly "), "约": ("~", "about "), None: ("", "")}.get(match["lead"], (">", "more than "))
        lead = (">", "more than ") if match["more"] else lead
        words = {1: ("double", "doubled"), 2: ("quadruple", "quadrupled")}
        word = words.get(count, (f"increase {2**count} times over", f"increased {2**count} times over"))[
            bool(match["done"])
        ]
        return _quantity(at, match.end(), "multiple", f"{lead[0]}x{2**count}", f"{lead[1]}{word}")
    match = _GROWTH.match(text, at)
    body = _match_plain(text, match.end()) if match else None
    if body is None or body.category != "multiple" or not isinstance(body.phrase[0], Amount):
        return None
    amount = body.phrase[0]
    if match and match[0].startswith("翻") and amount.low != 1:
        return None
    percent = replace(
        amount,
        low=EXACT.multiply(amount.low, Decimal(100)),
        high=None if amount.high is None else EXACT.multiply(amount.high, Decimal(100)),
        unit=PERCENT,
    )
    value = replace(
        amount,
        low=EXACT.add(amount.low, Decimal(1)),
        high=None if amount.high is None else EXACT.add(amount.high, Decimal(1)),
    ).value
    if amount.low == 1 and amount.high is None:
        return _quantity(at, body.end, "multiple", value, f"{amount.lead} doubled".strip())
    return _quantity(at, body.end, "multiple", value, "increased by ", percent)


def _match_tenths(text: str, at: int) -> Quantity | None:
    """成 is a tenth: 七成 is 70 percent, 三成五 35 percent."""
    lead, start = _lead(text, at)
    match = _TENTHS.match(text, start)
    if match is None or (start == at and at and re.match("[一二三四五六七八九十百千万亿第0-9.几数]", text[at - 1])):
        return None
    low = read_numeral(match["low"])
    high = read_numeral(match["high"]) if match["high"] else None
    if low is None:
        return None
    five = read_numeral(match["five"]) if match["five"] else None
    value = EXACT.add(EXACT.multiply(low.low, Decimal(10)), five.low if five else Decimal(0))
    amount = Amount(value, PERCENT, EXACT.multiply(high.low, Decimal(10)) if high else None)
    end = match.end()
    if text[end : end + 1] in ("多", "余") and text[end : end + 1]:
        return _finish(text, at, end + 1, amount, (">", "more than"))
    return _finish(text, at, end, amount, lead)


def _match_fraction(text: str, at: int) -> Quantity | None:
    """N分之M, with 百分之 千分之 万分之 as percentages, and the bare half."""
    lead, start = _lead(text, at)
    if text.startswith(("一半", "半数"), start) and not (start and text[start - 1] in "另前后"):
        relation, word = lead
        end = start + 2
        if text.startswith("以上", end):
            relation, word, end = ">=", "at least", end + 2
        elif text.startswith("多", end) and text[end + 1 : end + 2] not in ("元", "样", "数"):
            relation, word, end = ">", "more than", end + 1
        return _quantity(at, end, "fraction", f"{relation}1/2", f"{word} half".strip())
    match = _FRACTION.match(text, start)
    if match is None:
        return None
    under = {"百": Numeral(Decimal(100)), "千": Numeral(Decimal(1000)), "万": Numeral(Decimal(10000))}.get(
        match["under"]
    ) or read_numeral(match["under"])
    over = read_numeral(match["over"])
    top = read_numeral(match["top"]) if match["top"] else None
    if under is None or over is None or under.low < 2:
        return None
    end = match.end()
    if under.low in (100, 1000, 10000):
        factor = EXACT.divide(Decimal(100), under.low)
        amount = Amount(EXACT.multiply(over.low, factor), PERCENT, EXACT.multiply(top.low, factor) if top else None)
        return _finish(text, at, end, amount, (">", "more than") if over.is_open else lead)
    if over.low != over.low.to_integral_value() or under.low != under.low.to_integral_value() or under.is_open:
        return None
    relation, word = (">", "more than") if over.is_open else lead
    tail = _TAIL.match(text, end)
    if tail:
        (relation, word), end = _TAILS[tail[0]], tail.end()
    value = f"{relation}{format_decimal(over.low)}/{format_decimal(under.low)}"
    return _quantity(at, end, "fraction", value, f"{word} {_spell_fraction(int(over.low), int(under.low))}".strip())


def _spell_fraction(over: int, under: int) -> str:
    counts = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    names = {
        2: "half",
        3: "third",
        4: "quarter",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        20: "twentieth",
    }
    if not 0 < over < len(counts) or under not in names:
        return f"{over}/{under}"
    if under == 2 and over > 1:
        return f"{over}/{under}"
    return f"{counts[over]}-{names[under]}{'s' if over > 1 else ''}"


def _match_half(text: str, at: int) -> Quantity | None:
    """半年 and 半小时 as lengths of time; 上半年 is a date and stays out."""
    match = _HALF_UNIT.match(text, at)
    if (
        match is None
        or (at and re.match("[上下大前后每一二两三四五六七八九十个多0-9]", text[at - 1]))
        or text[match.end() : match.end() + 1] in ("报", "空", "边")
    ):
        return None
    words = {
        "年": ("half a year", "years"),
        "小时": ("half an hour", "h"),
        "个小时": ("half an hour", "h"),
        "月": ("half a month", "months"),
    }
    words |= {"个月": words["月"]}
    if match["unit"] not in words or match["unit"] == "月":
        return None
    phrase, code = words[match["unit"]]
    end = match.end()
    if re.match("内|以内|之内", text[end:]) and not text.startswith("内部", end):
        return _quantity(
            at, end + (1 if text[end] == "内" else 2), "duration", f"within 0.5 {code}", f"within {phrase}"
        )
    return _quantity(at, end, "duration", f"0.5 {code}", phrase)


def _lead(text: str, at: int) -> tuple[tuple[str, str], int]:
    match = _LEAD.match(text, at)
    if match is None or (at and text[at - 1] in _BAD_BEFORE.get(match[0], "")):
        return ("", ""), at
    end = match.end()
    if match[0] in ("上", "过") and not re.match("[十百千万亿]{1,3}(?![多余几])", text[end:]):
        return ("", ""), at
    return _LEADS[match[0]], end + (1 if text[end : end + 1] == " " else 0)


def _match_plain(text: str, at: int) -> Quantity | None:
    """[每X] [人民币] [约] number unit [至 number unit] [/X] [左右], in that order."""
    lead, cursor = _lead(text, at)
    per, cursor, only = _leading_rates(text, cursor)
    currency = _CURRENCY.match(text, cursor)
    if currency:
        cursor = currency.end() + (text[currency.end() : currency.end() + 1] == " ")
    if not lead[0]:
        lead, cursor = _lead(text, cursor)
    minus = _MINUS.match(text, cursor)
    if minus and (minus[0] != "-" or not cursor or not re.match("[A-Za-z0-9)）]", text[cursor - 1])):
        cursor = minus.end()
    else:
        minus = None
    original = _ORIGINAL.match(text, cursor)
    if original:
        cursor = original.end()
        lead, cursor = _lead(text, cursor) if not lead[0] else (lead, cursor)
    coal = _STANDARD_COAL.match(text, at)
    if coal:
        lead, cursor = _lead(text, coal.end())
    side = _side(text, cursor)
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
    side: _Side,
    lead: tuple[str, str],
    per: tuple[str, ...],
    currency: str,
    minus: bool,
    original: bool,
) -> Quantity | None:
    first, high = side, None
    dash = _DASH.match(text, side.end)
    second = _side(text, dash.end()) if dash and side.numeral.high is None else None
    if second and dash and not _same_measure(first, second) and text[dash.start() : dash.end()].strip() == "到":
        second = None
    if second and _same_measure(first, second) and not second.numeral.is_several and second.numeral.high is None:
        low_numeral = _share_magnitude(first, second)
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
    elif (numeral.is_open or side.more) and not relation and high is None:
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
    return _finish(text, at, end, amount, (relation, word), original=original)


def _finish(
    text: str, at: int, end: int, amount: Amount, lead: tuple[str, str], original: bool = False
) -> Quantity | None:
    """Trailing parts: 整, rates, 左右 以上 以内, and the wording that age, time and person counts need."""
    relation, word = lead
    category = amount.unit.category
    if category == "money" and text.startswith("整", end) and not text.startswith(("整体", "整个", "整改"), end):
        end += 1
    if category == "mass" and (coal := _STANDARD_COAL.match(text, end)) and amount.unit.code == "t":
        amount, end = replace(amount, unit=units()["吨标准煤"]), coal.end()
    if (
        category in ("mass", "area", "length", "money", "duration")
        and re.match("[多余](?![个种年元少样方次彩功地位])", text[end:])
        and amount.high is None
    ):
        relation, word, end = ">", "more than", end + 1
    rates, end = _trailing_rates(text, end, category)
    if tail := _TAIL.match(text, end):
        is_plus = tail[0] == "+" and not (text[end - 1].isdigit() or text[end - 1] in "万亿千百十")
        if not is_plus and not (tail[0] == "+" and re.match(r"\d|N", text[tail.end() :])):
            (relation, word), end = _TAILS[tail[0]], tail.end()
    if (
        category in ("duration", "length")
        and text.startswith("内", end)
        and text[end + 1 : end + 2] not in set("部外容涵地需销心陆河存")
    ):
        relation, word, end = "within", "within", end + 1
    elif category == "duration" and word == "within":
        relation = "within"
    if word == "within" and category not in ("duration", "length", "percent"):
        word = "no more than"
    amount = replace(amount, relation=relation, lead=word, per=(*amount.per, *rates))
    if category == "age":
        return _finish_age(text, at, end, amount)
    if category == "duration":
        return _finish_duration(text, at, end, amount)
    phrase: list[Piece] = [amount]
    if original:
        phrase.append(" the original level")
    if (
        amount.is_several
        and category == "count"
        and not amount.unit.many
        and end < len(text)
        and text[end] not in _FUNCTION
        and "一" <= text[end] <= "鿿"
    ):
        phrase.append(" of")
    return _quantity(at, end, category, amount.value, *phrase)


def _finish_age(text: str, at: int, end: int, amount: Amount) -> Quantity:
    low = format_decimal(amount.low)
    if text.startswith("之间", end):
        end += 2
    if (
        amount.relation in ("<=", ">=")
        and amount.high is None
        and amount.lead in ("no more than", "at least", "within")
    ):
        word = "younger" if amount.relation == "<=" else "older"
        return _quantity(at, end, "age", amount.value, f"aged {low} or {word}")
    if amount.relation == "<" and amount.high is None:
        return _quantity(at, end, "age", amount.value, f"under {low} years old")
    if (
        text.startswith("的", end)
        and not amount.lead
        and amount.high is None
        and "一" <= text[end + 1 : end + 2] <= "鿿"
    ):
        return _quantity(at, end, "age", amount.value, f"{low}-year-old")
    return _quantity(at, end, "age", amount.value, amount)


def _finish_duration(text: str, at: int, end: int, amount: Amount) -> Quantity:
    """近三年 is the past three years unless a verb says that something took nearly three years; N年前, N年后, N年来."""
    before = text[max(0, at - 3) : at]
    is_recent = amount.relation == "<~" and text[at] == "近" and amount.low < 10 and amount.high is None
    if is_recent and not re.search("历时|经过|用|花|长达|持续|达|耗时|为期|有|了|时|续|期|经$", before):
        end += text.startswith("来", end)
        plain = replace(amount, relation="", lead="")
        return _quantity(at, end, "duration", f"past {plain.value}", "the past ", plain)
    if (
        amount.relation == ""
        and text.startswith("前", end)
        and not re.match("前[后期端列瞻往述景沿提言所段去来]", text[end:])
    ):
        return _quantity(at, end + 1, "duration", f"{amount.value} ago", amount, " ago")
    if amount.relation == "" and text.startswith("后", end) and not re.match("后[备续台期勤方者面来]", text[end:]):
        return _quantity(at, end + 1, "duration", f"{amount.value} later", amount, " later")
    if (
        amount.unit.code in ("years", "months", "weeks", "days")
        and text.startswith("来", end)
        and not re.match("来[自到源华访临宾客电]", text[end:])
    ):
        return _quantity(
            at,
            end + 1,
            "duration",
            f"past {amount.value}",
            *(("for ", amount) if amount.lead else ("the past ", amount)),
        )
    if (
        amount.unit.code in ("years", "days")
        and re.match("行动|规划|计划|期|制(?!定|造)|级", text[end:])
        and not amount.lead
        and amount.high is None
    ):
        return _quantity(at, end, "duration", amount.value, f"{_small(amount.low)}-{amount.unit.one}")
    return _quantity(at, end, "duration", amount.value, amount)


def _small(value: Decimal) -> str:
    words = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return (
        words[int(value)] if value == value.to_integral_value() and 0 <= value < len(words) else format_decimal(value)
    )


def _side(text: str, at: int) -> _Side | None:
    number = _NUMBER.match(text, at)
    if number is None:
        return None
    numeral = read_numeral(number[0])
    if numeral is None or (numeral.low == 0 and not number[0][0].isdigit()):
        return None
    end = number.end()
    gap = 1 if text[end : end + 1] in (" ", "\u00a0", "\u3000") else 0
    extra = re.match("个?(?P<half>半)?(?P<more>[多余])?(?=个?(?:小时|月(?!饼|亮|球)|星期|世纪))", text[end:])
    if extra and extra[0] not in ("", "个"):
        end += extra.end()
        gap = 0
        numeral = replace(numeral, low=EXACT.add(numeral.low, Decimal("0.5"))) if extra["half"] else numeral
        unit = re.compile("个?(?:小时|月|星期|世纪)").match(text, end)
        if unit:
            name = unit[0] if unit[0] in units() else f"个{unit[0]}"
            return _Side(unit.end(), numeral, number[0], name, bool(extra["more"]))
    if text.startswith("‰", end + gap):
        return _Side(end + gap + 1, numeral, number[0], "‰")
    if text.startswith("度", end + gap):
        return _Side(end + gap + 1, numeral, number[0], "度")
    if text.startswith("股", end) and number[0][-1] in "万亿股":
        return _Side(end + 1, numeral, number[0], "股")
    if text.startswith("岁", end + gap):
        return _Side(end + gap + 1, numeral, number[0], "周岁")
    unit = unit_pattern().match(text, end + gap)
    if unit and not (gap and text[end] == "\u3000"):
        after = unit.end()
        if unit[0] in ("年", "天") and text[after : after + 1] == "半":
            return _Side(after + 1, replace(numeral, low=EXACT.add(numeral.low, Decimal("0.5"))), number[0], unit[0])
        return _Side(after, numeral, number[0], unit[0])
    return _Side(end, numeral, number[0], "")


def _same_measure(first: _Side, second: _Side) -> bool:
    if first.unit_text in ("", "%") and not first.unit_text:
        return bool(second.unit_text or second.written[-1] in "万亿") and second.unit_text not in ("日", "号")
    known = units()
    a, b = known.get(first.unit_text), known.get(second.unit_text)
    return first.unit_text == second.unit_text or (a is not None and a == b)


def _share_magnitude(first: _Side, second: _Side) -> Decimal:
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


def _stands(
    text: str,
    at: int,
    cursor: int,
    end: int,
    side: _Side,
    unit_text: str,
    lead: tuple[str, str],
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
    if written == "一" and unit is not None and unit.category in _ONE_IS_VAGUE and not is_range:
        has_limit = (
            re.match("以内|之内|内(?!部|外|容|涵|地)|多|以上", text[end:]) is not None
            or side.more
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
        follows = bool(after) and "一" <= after <= "鿿" and after not in _FUNCTION
        return COUNT if follows and unit_text in ("户", "次") else unit
    if unit_text == "大":
        return Unit("", "count", "major", "major")
    return unit


def _read_degree(text: str, at: int, end: int, side: _Side) -> Unit | None:
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
    side = _side(text, at + 1)
    if side is None or side.numeral.is_open or side.numeral.is_several or not side.unit_text or side.written == "一":
        return None
    unit = units().get(side.unit_text)
    if unit is None or unit.category == "money" and not side.written:
        return None
    amount = Amount(side.numeral.low, unit, side.numeral.high, is_joint=side.numeral.is_joint)
    word = "every " if unit.category in ("duration", "length") else "per "
    return _quantity(at, side.end, unit.category, f"per {amount.value}", word, amount)


def _trailing_rates(text: str, at: int, category: str) -> tuple[tuple[str, ...], int]:
    names: list[str] = []
    while category in ("money", "mass", "volume", "length", "energy", "count", "power", "data"):
        opener = re.compile(r"\s?[/／·]\s?|每").match(text, at)
        match = per_pattern().match(text, opener.end()) if opener else None
        if match is None or (
            opener
            and opener[0] == "每"
            and re.match(r"[\d一二三四五六七八九十百千万]", text[match.end() : match.end() + 1])
        ):
            break
        names.append(per_names()[match[0]])
        at = match.end()
    return tuple(names), at
