"""The English of a quantity in the house's style: American units, AP numbers, exact digits."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Literal, get_args, get_type_hints

from i18n_news.errors import ConfigError
from i18n_news.text.figures import Amount, Day, Piece, Quantity
from i18n_news.text.numerals import EXACT, format_decimal

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_SEVERAL = {
    1: "dozens",
    2: "hundreds",
    3: "thousands",
    4: "tens of thousands",
    5: "hundreds of thousands",
    6: "millions",
    7: "tens of millions",
    8: "hundreds of millions",
    9: "billions",
    10: "tens of billions",
    11: "hundreds of billions",
    12: "trillions",
}
_MU_PER_HECTARE = Decimal(15)


@dataclass(frozen=True, slots=True)
class QuantityStyle:
    """The house's choices; the first of each is the default."""

    money: Literal["RMB 1.2 billion", "1.2 billion yuan"] = "RMB 1.2 billion"
    percent: Literal["8.6 percent", "8.6%"] = "8.6 percent"
    date: Literal["September 17", "17 September"] = "September 17"
    mu: Literal["mu with hectares", "mu", "hectares"] = "mu with hectares"

    def __post_init__(self) -> None:
        hints = get_type_hints(QuantityStyle)
        for field in fields(self):
            choices, chosen = get_args(hints[field.name]), getattr(self, field.name)
            if chosen not in choices:
                raise ConfigError(
                    f"quantity style {field.name} is {chosen!r}; choose {' or '.join(map(repr, choices))}"
                )


HOUSE_STYLE = QuantityStyle()


def render_english(quantity: Quantity, style: QuantityStyle = HOUSE_STYLE) -> str:
    """The words that stand in the English text for the span; never empty and without Han characters."""
    return "".join(_render_piece(piece, style) for piece in quantity.phrase)


def spell_ordinal(number: int) -> str:
    """first to ninth in words, then 10th, 21st, as AP writes them."""
    words = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    if 0 < number < len(words):
        return words[number]
    return shorten_ordinal(number)


def shorten_ordinal(number: int) -> str:
    """14th, 1,000,000th."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{suffix}"


def _render_piece(piece: Piece, style: QuantityStyle) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Day):
        return _render_day(piece, style)
    return _render_amount(piece, style)


def _render_day(day: Day, style: QuantityStyle) -> str:
    month = MONTHS[day.month - 1]
    if style.date == "17 September":
        return f"{day.day} {month} {day.year}" if day.year else f"{day.day} {month}"
    return f"{month} {day.day}, {day.year}" if day.year else f"{month} {day.day}"


def _render_amount(amount: Amount, style: QuantityStyle) -> str:
    lead = amount.lead
    if amount.unit.category == "count" and lead == "less than":
        lead = "fewer than"
    if amount.unit.category != "count" and lead == "as many as":
        lead = "as much as"
    rates = "".join(f" per {name}" for name in amount.per)
    return f"{lead} {_render_measure(amount, style)}{rates}".strip()


def _render_measure(amount: Amount, style: QuantityStyle) -> str:
    unit = amount.unit
    if amount.is_several:
        return _render_several(amount)
    if unit.category == "money":
        return _render_money(amount, style)
    if unit.category == "percent" and style.percent == "8.6%":
        return _join(amount, f"{group(amount.low)}%", lambda high: f"{group(high)}%")
    if unit.code == "mu" and not amount.per:
        return _render_mu(amount, style)
    if unit.category == "multiple" and amount.high is None and amount.low == 2 and not amount.lead:
        return "twice"
    number = _render_range(amount)
    noun = unit.one if amount.high is None and amount.low == 1 and not amount.is_joint else unit.many
    if unit.category == "temperature" and amount.low < 0:
        number = number.replace("-", "minus ")
    return f"{number} {noun}".rstrip()


def _render_several(amount: Amount) -> str:
    word = _SEVERAL.get(amount.low.adjusted(), "trillions")
    noun = amount.unit.many
    if noun == "years" and amount.low == 10:
        return "decades"
    return f"{word} of {noun}" if noun else word


def _render_money(amount: Amount, style: QuantityStyle) -> str:
    unit = amount.unit
    sign = unit.sign
    if unit.code == "CNY" and style.money == "RMB 1.2 billion":
        sign = "RMB "
    low = scale_words(amount.low)
    minus = low.startswith("-")
    first = f"{'-' if minus else ''}{sign}{low.lstrip('-')}"
    text = _join(amount, first, scale_words)
    if sign:
        return text
    return f"{text} {unit.one if amount.low == 1 and amount.high is None else unit.many}"


def _render_mu(amount: Amount, style: QuantityStyle) -> str:
    mu = f"{_render_range(amount)} mu"
    # Beyond any piece of land the conversion would need more digits than the default context holds.
    if style.mu == "mu" or amount.low.adjusted() > 12:
        return mu
    low, is_exact = _hectares(amount.low)
    high, is_high_exact = (amount.low, True) if amount.high is None else _hectares(amount.high)
    hectares = scale_words(low) if amount.high is None else f"{scale_words(low)} to {scale_words(high)}"
    noun = "hectare" if low == 1 and amount.high is None else "hectares"
    about = "" if is_exact and is_high_exact else "about "
    if style.mu == "hectares":
        return f"{'' if amount.lead else about}{hectares} {noun}"
    return f"{mu} ({about}{hectares} {noun})"


def _hectares(mu: Decimal) -> tuple[Decimal, bool]:
    """Whole hectares from a hundred upward, else one decimal, two below one; whether nothing was rounded away."""
    step = Decimal(1) if mu >= 1500 else Decimal("0.1") if mu >= 15 else Decimal("0.01")
    # Division by 15 does not end in decimals, so this one figure is rounded, and the text says "about".
    rounded = (mu / _MU_PER_HECTARE).quantize(step)
    return rounded, EXACT.multiply(rounded, _MU_PER_HECTARE) == mu


def _render_range(amount: Amount) -> str:
    if amount.relation == "teens":
        return _number(amount, amount.low)
    return _join(amount, _number(amount, amount.low), lambda high: _number(amount, high))


def _join(amount: Amount, low: str, render: Callable[[Decimal], str]) -> str:
    """The low end, and for a range the high end; two small neighbors are alternatives (two or three)."""
    if amount.high is None or amount.relation == "teens":
        return low
    return f"{low} {'or' if amount.is_joint and amount.high < 10 else 'to'} {render(amount.high)}"


def _number(amount: Amount, value: Decimal) -> str:
    """Counts and lengths of time below ten are words, unless the other end of the range is not."""
    largest = amount.low if amount.high is None or amount.relation == "teens" else amount.high
    spells = amount.unit.category in ("count", "duration", "multiple") and largest < 10
    if spells and value == value.to_integral_value() and value > 0:
        return _WORDS[int(value)]
    return scale_words(value)


def scale_words(value: Decimal) -> str:
    """1,200; 1.2 million; 472.63 billion; digits where million would need more than three decimals."""
    for power, word in _SCALES:
        if abs(value) >= Decimal(1).scaleb(power):
            coefficient = format_decimal(EXACT.scaleb(value, Decimal(-power)))
            if len(coefficient.partition(".")[2]) <= 3:
                return f"{group(Decimal(coefficient))} {word}"
    return group(value)


def group(value: Decimal) -> str:
    """Plain digits in groups of three."""
    whole, point, rest = format_decimal(value).partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.lstrip("-")
    grouped = ",".join(digits[max(0, i - 3) : i] for i in range(len(digits), 0, -3))
    return sign + ",".join(reversed(grouped.split(","))) + point + rest
