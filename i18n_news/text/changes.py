"""Changes and shares in Chinese text: 同比增长8.5%, 增长2倍, 翻两番, 七成, 三分之一, 百分之十五, 半年."""

import re
from dataclasses import replace
from decimal import Decimal

from i18n_news.text.amount_endings import finish_amount
from i18n_news.text.amounts import match_amount
from i18n_news.text.figures import Amount, Piece, Quantity
from i18n_news.text.modifiers import read_lead, read_tail
from i18n_news.text.numerals import EXACT, NUMERAL, Numeral, format_decimal, read_numeral
from i18n_news.text.units import PERCENT

_UP = "增长|增加|提高|提升|上升|上涨|上扬|扩大|回升|攀升|上浮|增|升|涨"
_DOWN = "下降|降低|减少|回落|下跌|下滑|缩小|收窄|缩减|压缩|压减|下浮|降|跌|减"
_BASES = {"同比": "year on year", "环比": "month on month"}
_CODES = {"year on year": "yoy", "month on month": "mom", "quarter on quarter": "qoq"}

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
_HALF_UNIT = re.compile("半(?P<unit>年|个?小时|个?月|天)")


def match_change(text: str, at: int) -> Quantity | None:
    """The change or share that begins at this position of a folded text."""
    for rule in (_match_trend, _match_growth, _match_tenths, _match_fraction, _match_half):
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
    body = _match_tenths(text, end) or _match_fraction(text, end) or match_amount(text, end)
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
    body = match_amount(text, match.end()) if match else None
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
    lead, start = read_lead(text, at)
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
        return finish_amount(text, at, end + 1, amount, (">", "more than"))
    return finish_amount(text, at, end, amount, lead)


def _match_fraction(text: str, at: int) -> Quantity | None:
    """N分之M, with 百分之 千分之 万分之 as percentages, and the bare half."""
    lead, start = read_lead(text, at)
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
        return finish_amount(text, at, end, amount, (">", "more than") if over.is_open else lead)
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
