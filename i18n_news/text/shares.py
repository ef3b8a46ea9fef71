"""Shares of a whole: 七成, 三成五, 三分之一, 百分之十五, 一半, 过半, 1/3, and half of a length of time."""

import re
from decimal import Decimal

from i18n_news.text.amount_endings import finish_amount
from i18n_news.text.figures import Amount, Piece, Quantity
from i18n_news.text.modifiers import read_lead, read_tail
from i18n_news.text.numerals import EXACT, NUMERAL, format_decimal, read_numeral
from i18n_news.text.units import PERCENT

_TO = "(?:至|到|-|~|～|—)"
_TENTHS = re.compile(
    rf"(?P<low>[一二两三四五六七八九]|\d(?:\.\d)?)(?:成?{_TO}(?P<high>[二三四五六七八九]|\d)|(?P<next>[三四五六七八九]))?成"
    r"(?P<five>[一二三四五六七八九](?![成个家名万十百])|半(?![年天个数]))?"
    # 成立, 成为, 成本 … begin with the same character; 九成员工 and 六成人认为 do not.
    r"(?![立为本果功熟都长绩品效就套型交龙分天风语真双因败全色堆形章])(?!员(?!工))"
    r"(?!人(?!士|民|员|才|们|认|表|选|赞|支|愿|觉|说))"
)
_NUMBER_BEFORE = re.compile("[一二三四五六七八九十百千万亿第0-9.几数]")
_FRACTION = re.compile(
    r"(?P<under>\d{1,6}|[一二三四五六七八九十百千万亿两]{1,6})分之"
    rf"(?P<over>{NUMERAL})(?:{_TO}(?:(?P=under)分之)?(?P<top>{NUMERAL}))?"
)
_SLASHED = re.compile(r"(?<![\d/.])(?P<over>[1-9])/(?P<under>[2-9]|10)(?![\d/.])")
_HALF = re.compile("(?P<more>过|超)?(?:一半|半数)(?P<tail>以上|多(?!数|样|元))?|过半(?![个年月天价])数?")
_HALF_TIME = re.compile("半(?P<unit>年(?!报)|个?小时|个月)(?P<inside>以内|之内|内(?!部))?")
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PARTS = dict(enumerate(("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 2))


def match_share(text: str, at: int) -> Quantity | None:
    """The share that begins at this position of a folded text."""
    return _match_tenths(text, at) or _match_half(text, at) or _match_fraction(text, at) or _match_half_time(text, at)


def _quantity(at: int, end: int, category: str, value: str, *phrase: Piece) -> Quantity:
    return Quantity(at, end, "quantity", category, value, phrase)


def _match_tenths(text: str, at: int) -> Quantity | None:
    """成 is a tenth: 七成 is 70 percent, 三成五 35 percent, 八九成 80 to 90 percent."""
    lead, start = read_lead(text, at)
    match = _TENTHS.match(text, start)
    if match is None or (start == at and at and _NUMBER_BEFORE.match(text[at - 1])):
        return None
    low, high, five = (_times_ten(match["low"]), _times_ten(match["high"] or match["next"]), match["five"])
    if low is None or (high is not None and high <= low):
        return None
    if five:
        low = EXACT.add(low, Decimal(5 if five == "半" else 1 + "一二三四五六七八九".index(five)))
    end = match.end()
    if re.match("多(?![元样数个])|余", text[end:]):
        lead, end = (">", "more than"), end + 1
    return finish_amount(text, at, end, Amount(low, PERCENT, high), lead)


def _times_ten(digit: str | None) -> Decimal | None:
    numeral = read_numeral(digit) if digit else None
    return EXACT.multiply(numeral.low, Decimal(10)) if numeral else None


def _match_half(text: str, at: int) -> Quantity | None:
    lead, start = read_lead(text, at)
    match = _HALF.match(text, start)
    if match is None or (start and text[start - 1] in "另前后难对不越"):
        return None
    relation, word = lead
    if match["more"] or match["tail"] or match[0].startswith("过"):
        relation, word = (">=", "at least") if match["tail"] == "以上" else (">", "more than")
    return _quantity(at, match.end(), "fraction", f"{relation}1/2", f"{word} half".strip())


def _match_fraction(text: str, at: int) -> Quantity | None:
    """N分之M, with 百分之 千分之 万分之 as percentages, and 1/3 in digits."""
    lead, start = read_lead(text, at)
    match = _FRACTION.match(text, start) or _SLASHED.match(text, start)
    if match is None or (start and _NUMBER_BEFORE.match(text[start - 1]) and start == at):
        return None
    under, over = read_numeral(match["under"]), read_numeral(match["over"])
    top = read_numeral(match["top"]) if "top" in match.groupdict() and match["top"] else None
    if under is None or over is None or under.low < 2 or (over.low == 0 and not match["over"].isdigit()):
        return None
    lead = (">", "more than") if over.is_open else lead
    if under.low in (100, 1000, 10000):
        factor = EXACT.divide(Decimal(100), under.low)
        high = EXACT.multiply(top.low, factor) if top else None
        return finish_amount(text, at, match.end(), Amount(EXACT.multiply(over.low, factor), PERCENT, high), lead)
    if over.low != over.low.to_integral_value() or (match.re is _SLASHED and over.low >= under.low):
        return None
    tail, end = read_tail(text, match.end())
    relation, word = tail if tail[0] else lead
    value = f"{relation}{format_decimal(over.low)}/{format_decimal(under.low)}"
    return _quantity(at, end, "fraction", value, f"{word} {_spell_fraction(int(over.low), int(under.low))}".strip())


def _spell_fraction(over: int, under: int) -> str:
    if not 0 < over < len(_COUNTS) or under not in _PARTS or (under == 2 and over > 1):
        return f"{over:,}/{under:,}"
    return f"{_COUNTS[over]}-{_PARTS[under]}{'s' if over > 1 else ''}"


def _match_half_time(text: str, at: int) -> Quantity | None:
    """半年 and 半小时 as lengths of time; 上半年 is a date and stays out."""
    match = _HALF_TIME.match(text, at)
    if match is None or (at and re.match("[上下大前后每一二两三四五六七八九十个多小0-9]", text[at - 1])):
        return None
    code = {"年": "years", "个月": "months"}.get(match["unit"], "h")
    words = {"years": "half a year", "months": "half a month"}.get(code, "half an hour")
    if match["inside"]:
        return _quantity(at, match.end(), "duration", f"within 0.5 {code}", f"within {words}")
    return _quantity(at, match.end(), "duration", f"0.5 {code}", words)
