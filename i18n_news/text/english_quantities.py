"""Judges the figures of an English text against canonical values: an independent reader, not our own renderer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from i18n_news.text.english_figures import Figure, figures
from i18n_news.text.english_units import is_money, is_same_money, unit
from i18n_news.text.figure_values import NUMBERED, Want, described, wants

__all__ = ["Figure", "Wrong", "figures", "figures_saying", "wrong_figures", "wrong_values"]

# People convert a measure with rounding: 1.5 km is a mile.
CONVERSION_SLACK = Decimal("0.08")
# Below this an ordinal says something else than the number: three floors are not the third floor.
LARGEST_COUNT_APART = 10
SMALLEST_BARE_AMOUNT = 10000
_NEXT = re.compile(r"\b(?:next|following|latter|other|another)\b", re.IGNORECASE)
# A speed is read as the length that is covered; what time it takes is not compared.
LENGTH_OF = {"km/h": "km", "km/hour": "km", "mph": "mi"}
LONG_TIMES = {"decades": 10, "centuries": 100}
_CLOCK_ROUND = re.compile(r"\b(?:a?round[- ]the[- ]clock|day and night|24/7)\b", re.IGNORECASE)
# What a number stands behind when it says a place in a row: No. 2, Phase 2, Line 3; not "The two", "All two".
_NUMBERED = re.compile(
    r"(?:\b(?!The|These|Those|All|Both)[A-Z][A-Za-z]*\.?|#"
    r"|\b(?:nos?\.?|number|phase|stage|line|building|plant|type|rank(?:ed|s)?|level|grade|class|section|article))[\s-]?$"
)
LINES = frozenset({"number", "year", "ordinal", "synonym"})


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that the English does not say; `found` is the English in its place, empty if nothing can be named."""

    index: int
    value: str
    fault: str
    found: str = ""

    @property
    def sentence(self) -> str:
        says = f"the English says “{self.found}”" if self.found else "the English does not say it"
        return f"{described(self.value)}; {says}"


def wrong_figures(source_values: Sequence[str], english: str) -> tuple[str, ...]:
    """One sentence for each value of the source that the English text does not say or says in another currency."""
    return tuple(wrong.sentence for wrong in wrong_values(source_values, english))


def wrong_values(source_values: Sequence[str], english: str) -> tuple[Wrong, ...]:
    """The values that the English gets wrong, in their order; the fault is "missing", "currency" or "unit"."""
    found = figures(english)
    demands = [wants(value) for value in source_values]
    taken = {figure for demand in demands for want in demand for figure in figures_saying(want, english, found)}
    wrong = []
    for index, (value, demand) in enumerate(zip(source_values, demands, strict=True)):
        lost = [want for want in demand if not is_said(want, english, found)]
        if lost:
            fault, figure = _nearest(lost[0], [figure for figure in found if figure not in taken])
            wrong.append(Wrong(index, value, fault, english[figure.start : figure.end].strip() if figure else ""))
    return tuple(wrong)


def figures_saying(want: Want, english: str, found: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of the English that meet a demand."""
    return tuple(figure for figure in found if _says(want, figure, english, found))


def is_said(want: Want, english: str, found: Sequence[Figure]) -> bool:
    """Whether the figures of the English text meet a demand, paraphrase included."""
    if want.kind == "ordinal" and want.number == 2 and _NEXT.search(english):
        return True
    if want.unit in ("h", "d", "days") and want.number in (7, 24) and _CLOCK_ROUND.search(english):
        return True
    if (
        want.number in (0, 1)
        and want.kind in ("number", "ordinal")
        and want.unit != NUMBERED
        and not _is_firm(want.unit)
    ):
        return True
    return any(_says(want, figure, english, found) for figure in found)


def _is_firm(code: str) -> bool:
    """Whether even a figure of one must be said; "a year", "an hour", "each" are said in too many ways."""
    known = unit(code)
    return known is not None and known.family in ("money", "percent", "points", "area", "power", "energy")


def _says(want: Want, figure: Figure, english: str, found: Sequence[Figure]) -> bool:
    match want.kind:
        case "year":
            return figure.kind == "year" and figure.number == want.number
        case "month":
            return figure.kind == "month" and figure.number == want.number
        case "day" | "minute":
            return (figure.kind in LINES and figure.number == want.number) or _is_half_past(want, figure)
        case "hour":
            return _is_hour(want, figure, english)
        case "decade":
            return figure.kind in ("decade", "year") and figure.number in (want.number, want.number % 100)
        case "half" | "quarter":
            return _is_period(want, figure, english)
        case "months":
            return _is_months(want, figure, found, english)
        case "ordinal":
            return figure.number == want.number and _is_place_in_row(figure, english)
        case "fraction":
            return _is_share(want.number, figure)
        case "teens":
            return _is_teens(want, figure)
        case "vague":
            return _is_vague(want, figure)
        case _:
            return _is_amount(want, figure, english, found)


def _is_amount(want: Want, figure: Figure, english: str, found: Sequence[Figure]) -> bool:
    known = unit(want.unit)
    family = "money" if is_money(want.unit) else (known.family if known else "")
    if figure.kind == "decade" and want.unit == "years old":
        return figure.number == want.number
    if figure.kind not in LINES | {"fraction"}:
        return figure.kind in ("half", "quarter") and not family and figure.number == want.number
    if family == "money":
        same = figure.number == want.number and figure.kind != "ordinal"
        bare = not is_money(figure.unit) and any(is_same_money(want.unit, other.unit) for other in found)
        return same and (is_same_money(want.unit, figure.unit) or (bare and not figure.unit))
    if family == "percent":
        return _is_percent(want, figure, english)
    if family == "points":
        other = unit(figure.unit)
        same = other is not None and other.family == "points" and known is not None
        return (
            same
            and other is not None
            and known is not None
            and figure.number * other.worth == want.number * known.worth
        )
    if family == "times":
        return _is_factor(want.number, figure)
    if known is not None and _is_converted(want, figure):
        return True
    if figure.number != want.number or figure.kind == "fraction":
        return False
    if figure.kind == "ordinal" and want.number <= LARGEST_COUNT_APART:
        return False
    other = unit(figure.unit)
    if is_money(figure.unit):
        # Chinese leaves 元 out of large amounts (投资12亿): then English has to name the currency.
        return known is None and figure.number >= SMALLEST_BARE_AMOUNT and is_same_money("CNY", figure.unit)
    if known is None or other is None:
        return not (other is not None and other.family in ("percent", "points"))
    # A measure in another measure's unit is wrong; a counter that looks like a unit is not.
    return known.family in ("time", "calendar") and other.family in ("time", "calendar") and known.code == other.code


def _is_percent(want: Want, figure: Figure, english: str) -> bool:
    known, other = unit(want.unit), unit(figure.unit)
    wanted = want.number * (known.worth if known else 1)
    if other is not None and other.family == "percent":
        return figure.number * other.worth == wanted
    if figure.kind == "fraction" or (figure.kind == "synonym" and figure.number > 1):
        return _is_share(wanted / 100, figure) or wanted in ((figure.number - 1) * 100, figure.number * 100)
    if other is not None and other.family == "times":
        return wanted in (figure.number * 100, (figure.number - 1) * 100)
    return (
        not figure.unit
        and figure.number == wanted
        and ("%" in english or "percent" in english.lower().replace(" ", ""))
    )


def _is_share(share: Decimal, figure: Figure) -> bool:
    other = unit(figure.unit)
    if other is not None and other.family == "percent":
        return abs(figure.number * other.worth / 100 - share) < Decimal("0.005")
    if figure.kind == "fraction":
        return abs(figure.number - share) < Decimal("0.0005")
    return figure.number == share


def _is_factor(times: Decimal, figure: Figure) -> bool:
    other = unit(figure.unit)
    if other is not None and other.family == "percent":
        return figure.number in (times * 100, (times - 1) * 100)
    return figure.number == times and not is_money(figure.unit)


def _is_converted(want: Want, figure: Figure) -> bool:
    """The same measure in another unit: exact where both are metric or both time, with slack where people round."""
    known, other = unit(LENGTH_OF.get(want.unit, want.unit)), unit(LENGTH_OF.get(figure.unit, figure.unit))
    if known is None or other is None:
        return False
    if "degree" in (known.code, other.code) and known.family == other.family:
        return figure.number == want.number
    if {known.code, other.code} == {"C", "F"}:
        celsius, fahrenheit = (want.number, figure.number) if known.code == "C" else (figure.number, want.number)
        return abs(celsius * 9 / 5 + 32 - fahrenheit) <= 2 or abs(-celsius * 9 / 5 + 32 - fahrenheit) <= 2
    if known.family != other.family or known.family == "temperature":
        return known.code == other.code and figure.number == want.number
    ours, theirs = want.number * known.worth, figure.number * other.worth
    if ours == theirs:
        return True
    # Square meters, kilograms and hours convert exactly; a slack there would let a wrong figure through.
    imperial = {"mu", "acre", "ft2", "mi2", "gal", "ft3", "hp", "mph", "nmi", "mi", "yd", "ft", "in", "lb", "oz", "jin"}
    return (known.code in imperial) != (other.code in imperial) and abs(ours - theirs) <= CONVERSION_SLACK * ours


def _is_vague(want: Want, figure: Figure) -> bool:
    if figure.kind == "vague":
        # Decades are tens of years, centuries hundreds.
        number = figure.number * LONG_TIMES[figure.unit] / 10 if figure.unit in LONG_TIMES else figure.number
        return want.number == number or (want.number == 10 and figure.number == 12)
    return figure.kind == "number" and want.number < figure.number < want.number * 10


def _is_place_in_row(figure: Figure, english: str) -> bool:
    """An ordinal, or a number behind what is numbered; large numbers are not told apart (14届: Session 14)."""
    if figure.kind in ("ordinal", "half", "quarter") or figure.number > LARGEST_COUNT_APART:
        return figure.kind in LINES | {"half", "quarter"}
    return figure.kind in LINES and _NUMBERED.search(english, max(0, figure.start - 12), figure.start) is not None


def _is_teens(want: Want, figure: Figure) -> bool:
    """十几年: more than ten, a dozen, fifteen or so, over a decade."""
    number = figure.number * LONG_TIMES.get(figure.unit, 1)
    return figure.kind in LINES and want.number <= number * Decimal("1.1") and number <= want.high


def _is_half_past(want: Want, figure: Figure) -> bool:
    return want.kind == "minute" and want.number == 30 and figure.kind == "fraction" and figure.number == Decimal("0.5")


def _is_hour(want: Want, figure: Figure, english: str) -> bool:
    if figure.kind in ("hour", "number", "ordinal") and figure.number % 12 == want.number % 12:
        return figure.kind != "hour" or figure.number == want.number or want.number <= 12
    lowered = english.lower()
    return (want.number == 12 and "noon" in lowered) or (want.number in (0, 12, 24) and "midnight" in lowered)


def _is_period(want: Want, figure: Figure, english: str) -> bool:
    if figure.number != want.number:
        return _says_months_of(want, figure)
    # "The first, second and third quarters": the word stands once.
    return figure.kind == want.kind or (figure.kind == "ordinal" and want.kind in english.lower())


def _says_months_of(want: Want, figure: Figure) -> bool:
    months = 6 if want.kind == "half" else 3
    if figure.unit == "months":
        return want.number == 1 and figure.number == months
    return figure.kind == "month" and figure.number == months * want.number


def _is_months(want: Want, figure: Figure, found: Sequence[Figure], english: str) -> bool:
    months = {other.number for other in found if other.kind == "month"}
    if figure.kind == "month":
        return {want.number, want.high} <= months
    if want.number != 1:
        return False
    if figure.unit == "months" or (figure.kind in ("number", "year") and "month" in english.lower()):
        return figure.number == want.high
    if want.high == 6:
        return figure.kind == "half" and figure.number == 1
    if figure.unit == "quarters" or figure.kind == "quarter":
        return figure.number * 3 == want.high
    return False


def _nearest(want: Want, free: Sequence[Figure]) -> tuple[str, Figure | None]:
    """Why a demand is not met, and the figure of the English that seems to stand for it."""
    same = [figure for figure in free if figure.number == want.number and figure.kind in LINES]
    if is_money(want.unit):
        other = [figure for figure in same if is_money(figure.unit)] or same
        if other:
            return "currency", other[0]
        return "missing", next((figure for figure in free if is_money(figure.unit)), None)
    if same and unit(want.unit):
        return "unit", same[0]
    alike = [figure for figure in free if figure.kind == want.kind and figure.unit == want.unit]
    return "missing", alike[0] if len(alike) == 1 else None
