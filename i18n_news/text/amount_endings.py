"""The end of an amount: 整, rates, trailing modifiers, and the wording that age, class and length of time need."""

import re
from dataclasses import replace
from decimal import Decimal

from i18n_news.text.figures import Amount, Piece, Quantity
from i18n_news.text.modifiers import Modifier, read_tail
from i18n_news.text.numerals import format_decimal
from i18n_news.text.quantity_english import scale_words
from i18n_news.text.units import per_names, per_pattern, units

STANDARD_COAL = re.compile("标准煤|标煤")
FUNCTION_WORDS = frozenset("，。、；：！？）)”》…的了是在和与及或达为有由从向被将均已也都以之，,.;:|")

_RATED = frozenset(("money", "mass", "volume", "length", "energy", "count", "power", "data"))
_OPEN_ENDED = frozenset(("mass", "area", "length", "money", "duration", "multiple"))
_MORE = re.compile("[多余](?![个种年元少样方次彩功地位])")
_NOT_INSIDE = frozenset("部外容涵地需销心陆河存")
_SLASH = re.compile(r"\s?[/／·]\s?|每")
_TOOK = re.compile("历时|经过|用|花|长达|持续|达|耗时|为期|有|了|时|续|期|经$")
_AGO = re.compile("前(?![后期端列瞻往述景沿提言所段去来])")
_LATER = re.compile("后(?![备续台期勤方者面来])")
_PAST = re.compile("来(?![自到源华访临宾客电])")
_PLAN = re.compile("行动|规划|计划|期|制(?!定|造)|[一-鿿]{0,2}圈")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def finish_amount(
    text: str, at: int, end: int, amount: Amount, lead: Modifier, has_original: bool = False
) -> Quantity | None:
    """The quantity from `at`, once what follows the unit at `end` is read."""
    relation, word = lead
    category = amount.unit.category
    if category == "money" and re.match("整(?![体个改理])", text[end:]):
        end += 1
    if amount.unit.code == "t" and (coal := STANDARD_COAL.match(text, end)):
        amount, end = replace(amount, unit=units()["吨标准煤"]), coal.end()
    if category == "energy" and text[end - 1] == "度" and re.match("电(?![力费价网池])", text[end:]):
        amount, end = replace(amount, unit=units()["度电"]), end + 1
    if category in _OPEN_ENDED and amount.high is None and _MORE.match(text, end):
        relation, word, end = ">", "more than", end + 1
    rates, end = _read_rates(text, end, category)
    tail, end = read_tail(text, end)
    if tail[0]:
        relation, word = tail
    elif (
        category in ("duration", "length") and text.startswith("内", end) and text[end + 1 : end + 2] not in _NOT_INSIDE
    ):
        relation, word, end = "within", "within", end + 1
    if word == "within":
        relation = "within" if category == "duration" else relation
        word = word if category in ("duration", "length", "percent") else "no more than"
    amount = replace(amount, relation=relation, lead=word, per=(*amount.per, *rates))
    if category == "age":
        return _finish_age(text, at, end, amount)
    if category == "duration":
        return _finish_duration(text, at, end, amount)
    if re.match("级(?!别|差)", text[end:]) and not word and amount.high is None and not amount.per:
        return _finish_class(at, end, amount)
    phrase: list[Piece] = [amount]
    if has_original:
        phrase.append(" the original level")
    if amount.is_several and category == "count" and not amount.unit.many and _has_noun(text, end):
        phrase.append(" of")
    return _quantity(at, end, category, amount.value, *phrase)


def _quantity(at: int, end: int, category: str, value: str, *phrase: Piece) -> Quantity:
    return Quantity(at, end, "quantity", category, value, phrase)


def _has_noun(text: str, at: int) -> bool:
    return at < len(text) and text[at] not in FUNCTION_WORDS and "一" <= text[at] <= "鿿"


def _finish_class(at: int, end: int, amount: Amount) -> Quantity | None:
    """万亿级 and 万吨级 name a class of size, which stands before its noun."""
    if amount.unit.category == "money" or (amount.unit.code == "" and amount.low >= 100_000_000):
        money = replace(amount, unit=units()["元"])
        return _quantity(at, end + 1, "money", f"{money.value} class", money, "-level")
    if not amount.unit.code or amount.unit.category in ("percent", "percentage point"):
        return _quantity(at, end, amount.unit.category, amount.value, amount)
    name = amount.unit.one.removeprefix("metric ").replace(" ", "-")
    words = f"{scale_words(amount.low).replace(' ', '-')}-{name}-class"
    return _quantity(at, end + 1, amount.unit.category, f"{amount.value} class", words)


def _finish_age(text: str, at: int, end: int, amount: Amount) -> Quantity:
    low = format_decimal(amount.low)
    if text.startswith("之间", end):
        end += 2
    if amount.high is None and amount.lead in ("no more than", "at least"):
        word = "younger" if amount.relation == "<=" else "older"
        return _quantity(at, end, "age", amount.value, f"aged {low} or {word}")
    if amount.relation == "<" and amount.high is None:
        return _quantity(at, end, "age", amount.value, f"under {low} years old")
    if text.startswith("的", end) and not amount.lead and amount.high is None and _has_noun(text, end + 1):
        return _quantity(at, end, "age", amount.value, f"{low}-year-old")
    return _quantity(at, end, "age", amount.value, amount)


def _finish_duration(text: str, at: int, end: int, amount: Amount) -> Quantity:
    """近三年 is the past three years unless a verb says that something took nearly three years; N年前, N年后, N年来."""
    code, is_bare = amount.unit.code, amount.relation == ""
    if amount.relation == "<~" and text[at] == "近" and amount.low < 10 and amount.high is None:
        plain = replace(amount, relation="", lead="")
        if not _TOOK.search(text[max(0, at - 3) : at]):
            return _quantity(
                at, end + text.startswith("来", end), "duration", f"past {plain.value}", "the past ", plain
            )
    if is_bare and _AGO.match(text, end):
        return _quantity(at, end + 1, "duration", f"{amount.value} ago", amount, " ago")
    if is_bare and _LATER.match(text, end):
        return _quantity(at, end + 1, "duration", f"{amount.value} later", amount, " later")
    if code in ("years", "months", "weeks", "days") and _PAST.match(text, end):
        words = "for " if amount.lead or amount.is_several else "the past "
        return _quantity(at, end + 1, "duration", f"past {amount.value}", words, amount)
    if amount.unit.one and _PLAN.match(text, end) and is_bare and amount.high is None:
        return _quantity(at, end, "duration", amount.value, f"{_spell(amount.low)}-{amount.unit.one}")
    whole = int(amount.low)
    if "半" in text[at:end] and amount.high is None and not amount.per and 0 < whole < len(_WORDS):
        words = f"{amount.lead} {_WORDS[whole]} and a half {amount.unit.many}".strip()
        return _quantity(at, end, "duration", amount.value, words)
    return _quantity(at, end, "duration", amount.value, amount)


def _spell(value: Decimal) -> str:
    is_word = value == value.to_integral_value() and 0 <= value < len(_WORDS)
    return _WORDS[int(value)] if is_word else format_decimal(value)


def _read_rates(text: str, at: int, category: str) -> tuple[tuple[str, ...], int]:
    """元/平方米, 元/人/月 and 公里每小时: the names after slashes and where they end."""
    names: list[str] = []
    while len(names) < 3 and category in _RATED and (opener := _SLASH.match(text, at)):
        match = per_pattern().match(text, opener.end())
        # 每 before a number begins the next amount: 3个每天5元.
        if match is None or (opener[0] == "每" and re.match(r"[\d一二三四五六七八九十百千万]", text[match.end() :])):
            break
        names.append(per_names()[match[0]])
        at = match.end()
    return tuple(names), at
