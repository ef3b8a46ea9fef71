"""Changes of a quantity: 同比增长8.5%, 增长2倍 (three times as much), 翻两番 (four times)."""

import re
from dataclasses import replace
from decimal import Decimal

from i18n_news.text.amounts import match_amount
from i18n_news.text.figures import Amount, Piece, Quantity
from i18n_news.text.numerals import EXACT, read_numeral
from i18n_news.text.shares import match_share
from i18n_news.text.units import PERCENT

_UP = "增长|增加|提高|提升|上升|上涨|上扬|扩大|回升|攀升|上浮|增|升|涨"
_DOWN = "下降|降低|减少|回落|下跌|下滑|缩小|收窄|缩减|压缩|压减|下浮|降|跌|减"
_TREND = re.compile(
    r"(?P<base>同比|环比)(?P<real>实际|名义)?(?:净|累计|大幅|小幅|略|平均|均|再|约|仍|也|将|又|已|微)?"
    rf"(?:(?P<noun>增速|增幅|涨幅|升幅)|(?P<fall>降幅|跌幅)|(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|为|达到|达|至)?"
)
_BASES = {"同比": ("year on year", "yoy"), "环比": ("month on month", "mom"), "按季": ("quarter on quarter", "qoq")}
_GROWTH = re.compile(r"(?P<verb>增长|增加|提高|提升|上升|扩大|上涨|翻|扩|增|高出)了?")
_DOUBLINGS = re.compile(
    r"翻(?P<done>了)?(?P<lead>近|约|超过|超)?(?P<n>[一二两三四五六七八九]|\d)?番(?![茄石邦禺薯])(?P<more>多|以上)?"
)
_DOUBLED = {1: ("double", "doubled"), 2: ("quadruple", "quadrupled"), 3: ("increase eightfold", "increased eightfold")}
_DOUBLING_LEADS = {"近": ("<~", "nearly "), "约": ("~", "about "), None: ("", "")}


def match_change(text: str, at: int) -> Quantity | None:
    """The change that begins at this position of a folded text."""
    return _match_trend(text, at) or _match_doubling(text, at) or _match_growth(text, at)


def _quantity(at: int, end: int, category: str, value: str, *phrase: Piece) -> Quantity:
    return Quantity(at, end, "quantity", category, value, phrase)


def _match_trend(text: str, at: int) -> Quantity | None:
    """Direction, amount and base are one span, because English orders them otherwise."""
    if text.startswith(tuple(_BASES), at) and (doubling := _match_doubling(text, at + 2)):
        words, code = _BASES[text[at : at + 2]]
        return replace(doubling, start=at, value=f"{doubling.value} {code}", phrase=(*doubling.phrase, f" {words}"))
    match = _TREND.match(text, at)
    if match is None:
        return None
    # 环比 is month on month unless the sentence speaks of quarters.
    is_quarterly = match["base"] == "环比" and re.search("季度|季报", text) is not None
    words, code = _BASES["按季" if is_quarterly else match["base"]]
    if match["up"] and (growth := _match_growth(text, match.start("up"))):
        return replace(growth, start=at, value=f"{growth.value} {code}", phrase=(*growth.phrase, f" {words}"))
    body = match_share(text, match.end()) or match_amount(text, match.end())
    if body is None or not isinstance(body.phrase[0], Amount):
        return None
    is_fall = bool(match["down"] or match["fall"])
    value = f"{'-' if is_fall else '+'}{body.value} {code}"
    real = {"实际": " in real terms", "名义": " in nominal terms"}.get(match["real"] or "", "")
    if match["noun"] or match["fall"]:
        noun = f"{words.replace(' ', '-')} {'decline' if is_fall else 'growth'} of "
        return _quantity(at, body.end, body.category, value, noun, *body.phrase, real)
    return _quantity(at, body.end, body.category, value, "down " if is_fall else "up ", *body.phrase, f" {words}{real}")


def _match_doubling(text: str, at: int) -> Quantity | None:
    match = _DOUBLINGS.match(text, at)
    numeral = read_numeral(match["n"] or "1") if match else None
    if match is None or numeral is None:
        return None
    count = int(numeral.low)
    sign, lead = _DOUBLING_LEADS.get(match["lead"], (">", "more than "))
    if match["more"]:
        sign, lead = ">", "more than "
    plain, past = _DOUBLED.get(count, (f"increase {2**count} times over", f"increased {2**count} times over"))
    return _quantity(at, match.end(), "multiple", f"{sign}x{2**count}", f"{lead}{past if match['done'] else plain}")


def _match_growth(text: str, at: int) -> Quantity | None:
    """增长N倍 adds N times, so the result is N+1 times; 翻一倍 is a doubling too."""
    match = _GROWTH.match(text, at)
    body = match_amount(text, match.end()) if match else None
    if match is None or body is None or body.category != "multiple" or not isinstance(body.phrase[0], Amount):
        return None
    amount = body.phrase[0]
    if len(body.phrase) > 1 or (match["verb"] == "翻" and amount.low != 1):
        return None
    value = replace(
        amount, low=_plus_one(amount.low), high=None if amount.high is None else _plus_one(amount.high)
    ).value
    if amount.low == 1 and amount.high is None:
        return _quantity(at, body.end, "multiple", value, f"{amount.lead} doubled".strip())
    high = None if amount.high is None else EXACT.multiply(amount.high, Decimal(100))
    percent = replace(amount, low=EXACT.multiply(amount.low, Decimal(100)), high=high, unit=PERCENT)
    return _quantity(at, body.end, "multiple", value, "increased by ", percent)


def _plus_one(value: Decimal) -> Decimal:
    return EXACT.add(value, Decimal(1))
