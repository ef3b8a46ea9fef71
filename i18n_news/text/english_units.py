"""The currencies and units of English text: how each is written, what family it belongs to and what it is worth."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

# Code | family | worth in the family's base unit | words in any case | signs in this case. Longer ones come first.
_UNITS = """
percentage points|points|1|(?:percentage|percent|per cent|%)[- ]?points?|pp
basis points|points|0.01|basis[- ]points?|bps
percent|percent|1|per ?cent|pct|percentage|%|％
permille|percent|0.1|per (?:thousand|mille)|‰
CNY|money|1|(?:chinese )?(?:yuan|renminbi)(?: renminbi| rmb)?|RMB|CNY
HKD|money|1|hong kong dollars?|HKD|HK\\$
TWD|money|1|(?:new )?taiwan(?:ese)? dollars?|TWD|NT\\$|NTD
AUD|money|1|australian dollars?|AUD
CAD|money|1|canadian dollars?|CAD
SGD|money|1|singapore(?:an)? dollars?|SGD
NZD|money|1|new zealand dollars?|NZD
USD|money|1|(?:u\\.?s\\.?|united states|american) ?(?:dollars?|\\$)|USD
dollar|money|1|dollars?|bucks?|
USD cent|cents|0.01|(?:u\\.?s\\.? )?cents?|
EUR|money|1|euros?|EUR|€
JPY|money|1|(?:japanese )?yen|JPY
GBP|money|1|(?:british )?pounds?(?: sterling)?|sterling|GBP
KRW|money|1|(?:south )?(?:korean )?won|KRW
CHF|money|1|swiss francs?|CHF
RUB|money|1|(?:russian )?(?:rubles?|roubles?)|RUB
INR|money|1|(?:indian )?rupees?|INR
THB|money|1|(?:thai )?baht|THB
MYR|money|1|(?:malaysian )?ringgit|MYR
VND|money|1|(?:vietnamese )?dong|VND
BRL|money|1|(?:brazilian )?rea(?:l|is)|BRL
MOP|money|1|patacas?|MOP
IDR|money|1|(?:indonesian )?rupiahs?|IDR
SAR|money|1|(?:saudi )?riyals?|SAR
AED|money|1|(?:uae )?dirhams?|AED
ZAR|money|1|(?:south african )?rand|ZAR
KZT|money|1|(?:kazakh(?:stani)? )?tenge|KZT
m2|area|1|(?:square|sq\\.?)[- ]?(?:met(?:er|re)s?|m)|sqm|m²|m2|㎡
km2|area|1000000|(?:square|sq\\.?)[- ]?(?:kilomet(?:er|re)s?|km)|km²|km2
cm2|area|0.0001|square[- ]centimet(?:er|re)s?|cm²|cm2
ft2|area|0.09290304|(?:square|sq\\.?)[- ]?(?:feet|foot|ft)|
mi2|area|2589988.11|(?:square|sq\\.?)[- ]?miles?|
ha|area|10000|hectares?|ha
mu|area|666.6667|mu|
acre|area|4046.856|acres?|
m3|volume|1000|cubic[- ]met(?:er|re)s?|m³|m3
cm3|volume|0.001|cubic[- ]centimet(?:er|re)s?|cm³|cc
ft3|volume|28.3168|cubic[- ](?:feet|foot)|
mL|volume|0.001|millilit(?:er|re)s?|ml|mL
L|volume|1|lit(?:er|re)s?|L
gal|volume|3.785|gallons?|
kWh|energy|1000|kilowatt[- ]?hours?|kWh|kwh
MWh|energy|1000000|megawatt[- ]?hours?|MWh
GWh|energy|1000000000|gigawatt[- ]?hours?|GWh
TWh|energy|1000000000000|terawatt[- ]?hours?|TWh
Wh|energy|1|watt[- ]?hours?|Wh
kW|power|1000|kilowatts?|kW
MW|power|1000000|megawatts?|MW
GW|power|1000000000|gigawatts?|GW
W|power|1|watts?|W
hp|power|745.7|horsepower|hp
km/h|speed|1|(?:kilomet(?:er|re)s?|km) (?:per|an) hour|km/h|kmh|kph
mph|speed|1.609344|miles? (?:per|an) hour|mph
km|length|1000|kilomet(?:er|re)s?|kms?|KM
cm|length|0.01|centimet(?:er|re)s?|cms?
mm|length|0.001|millimet(?:er|re)s?|mm
um|length|0.000001|micromet(?:er|re)s?|microns?|μm|µm
nm|length|0.000000001|nanomet(?:er|re)s?|nm
nmi|length|1852|nautical miles?|
ly|length|9460730472580800|light[- ]years?|
mi|length|1609.344|miles?|
yd|length|0.9144|yards?|
ft|length|0.3048|feet|foot|ft
in|length|0.0254|inch(?:es)?|
m|length|1|met(?:er|re)s?|m
tce|mass|1000|(?:metric )?(?:tons?|tonnes?) of (?:standard coal|coal equivalent)(?: equivalent)?|tce
t|mass|1000|(?:metric )?(?:tons?|tonnes?)|t
kg|mass|1|kilograms?|kilos?|kgs?
mg|mass|0.000001|milligrams?|mg
ug|mass|0.000000001|micrograms?|μg
g|mass|0.001|grams?|g
jin|mass|0.5|jin|catt(?:y|ies)
lb|mass|0.45359237|lbs?|
oz|mass|0.0283495|ounces?|oz
C|temperature|1|(?:degrees? |°)?(?:celsius|centigrade)|°C|℃|C
F|temperature|1|(?:degrees? |°)?fahrenheit|°F|℉
degree|temperature|1|degrees?|°
ms|time|0.001|milliseconds?|ms
s|time|1|seconds?|secs?
min|time|60|minutes?|mins?
h|time|3600|hours?|hrs?
days|time|86400|(?:(?:working|business|calendar|trading|consecutive) )?days?|
weeks|time|604800|weeks?|
fortnight|time|1209600|fortnights?|
months|calendar|1|months?|
quarters|calendar|3|quarters?|
years|calendar|12|years?(?:[- ]old)?|yrs?
decades|calendar|120|decades?|
centuries|calendar|1200|centur(?:y|ies)|
times|times|1|times|x|×
fold|times|1|fold|
"""
# Before the number; “$” alone is a dollar of a country that the text has to name.
_PREFIXES = (
    (r"RMB|CNY|CN¥|[Yy]uan|[Rr]enminbi", "CNY"),
    (r"HK\$|HKD", "HKD"),
    (r"NT\$|TWD|NTD", "TWD"),
    (r"A\$|AU\$|AUD", "AUD"),
    (r"CA\$|C\$|CAD", "CAD"),
    (r"S\$|SGD", "SGD"),
    (r"NZ\$|NZD", "NZD"),
    (r"US\s?\$|U\.S\.\s?\$|USD", "USD"),
    (r"\$", "dollar"),
    (r"€|EUR", "EUR"),
    (r"£|GBP", "GBP"),
    (r"JPY|JP¥", "JPY"),
    (r"¥|￥", "¥"),
    (r"₩|KRW", "KRW"),
    (r"₹|INR|Rs\.?", "INR"),
    (r"CHF", "CHF"),
    (r"RUB|₽", "RUB"),
)
# Which written currencies may stand for a currency of the source.
_SAME_MONEY = {
    "CNY": {"CNY", "¥"},
    "JPY": {"JPY", "¥"},
    "USD": {"USD", "dollar"},
    "AUD": {"AUD", "dollar"},
    "CAD": {"CAD", "dollar"},
    "SGD": {"SGD", "dollar"},
    "NZD": {"NZD", "dollar"},
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its family; only what shares a family can be converted, by `worth` in the family's base unit."""

    code: str
    family: str
    worth: Decimal


def unit(code: str) -> Unit | None:
    """The unit of a code of the value grammar, None for a counter or a unit that is not in the table."""
    return _table()[0].get(_ALIASES.get(code, code))


def unit_after(text: str, at: int) -> tuple[str, int]:
    """The code of the unit that is written at an offset, and where its words end; no code and `at` where none is."""
    match = _table()[1].match(text, at)
    return (_codes()[match.lastindex - 1], match.end()) if match and match.lastindex else ("", at)


def currency_before(text: str, at: int) -> tuple[str, int]:
    """The code of the currency written before an offset, and where it begins; no code and `at` where none is."""
    match = _prefix_pattern().search(text, max(0, at - 12), at)
    return (_PREFIXES[match.lastindex - 1][1], match.start()) if match and match.lastindex else ("", at)


def is_money(code: str) -> bool:
    return code in ("¥", "dollar") or ((known := unit(code)) is not None and known.family == "money")


def is_same_money(wanted: str, written: str) -> bool:
    return written in _SAME_MONEY.get(wanted, {wanted})


_ALIASES = {
    "years old": "years",
    "working days": "days",
    "calendar days": "days",
    "trading days": "days",
    "us": "s",
    "d": "days",
    "deg": "degree",
    "km/hour": "km/h",
}


@cache
def _table() -> tuple[dict[str, Unit], re.Pattern[str]]:
    units, patterns = {}, []
    for line in _UNITS.strip().splitlines():
        code, family, worth, words, *signs = line.split("|", 3)[:3] + _split(line.split("|", 3)[3])
        units[code] = Unit(code, family, Decimal(worth))
        spelled = f"(?i:{words})" + "".join(f"|{sign}" for sign in signs if sign)
        patterns.append(f"({spelled})")
    return units, re.compile(r"[\s\u00a0]?-?\s?(?:of an?\s)?(?:" + "|".join(patterns) + r")(?![^\W_])", re.UNICODE)


def _split(written: str) -> list[str]:
    """The written forms: lower-case words together, then the signs, whose case matters."""
    forms = re.split(r"\|(?![^(]*\))", written)
    words = [form for form in forms if form and (form.islower() or not form[0].isalpha()) and len(form) > 2]
    return ["|".join(words) or "(?!)", *(form for form in forms if form not in words)]


@cache
def _codes() -> tuple[str, ...]:
    return tuple(line.split("|", 1)[0] for line in _UNITS.strip().splitlines())


@cache
def _prefix_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z])(?:" + "|".join(f"({written})" for written, _ in _PREFIXES) + r")[\s\u00a0]?$")
