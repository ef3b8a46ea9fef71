"""Figures that the engine wrote by itself in other words: right number, other spelling or wrong currency.

An engine copies digits well and currencies badly: 12亿元 becomes "$1.2 billion". Where the number stands, the stretch
that says it is replaced by the decided form, and the sentence around it stays as fluent as the engine made it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# Ways to say the same bound; the first is how forms say it.
LEADS = (
    ("more than", "over", "in excess of", "upwards of", "exceeding", "above"),
    ("nearly", "almost", "close to", "approaching"),
    ("about", "approximately", "around", "roughly", "some", "an estimated", "circa"),
    ("at least", "no fewer than", "no less than", "not less than", "a minimum of"),
    ("up to", "as many as", "as much as", "a maximum of", "no more than", "at most"),
    ("less than", "fewer than", "under", "below"),
)
# A verb before the figure that says its lead already: 超过9.6万 as "exceeded 96,000".
LEADING_VERBS = {"more than": re.compile(r"\b(?:exceed|surpass|top)(?:s|ed|ing|ped|ping)?\s+$", re.IGNORECASE)}
CURRENCIES = {
    "RMB ": ("RMB", "CNY", "yuan", "renminbi", "¥"),
    "US$": ("US$", "USD", "$", "U.S. dollars", "US dollars", "United States dollars", "dollars"),
    "HK$": ("HK$", "HKD", "Hong Kong dollars"),
    "NT$": ("NT$", "TWD", "New Taiwan dollars", "Taiwan dollars"),
    "€": ("€", "EUR", "euros", "euro"),
}
SPELLINGS = {
    "meter": "met(?:er|re)",
    "meters": "met(?:er|re)s?",
    "kilometer": "kilomet(?:er|re)",
    "kilometers": "kilomet(?:er|re)s?",
    "percent": "(?:percent|per\\s+cent|%)",
    "people": "(?:people|persons|individuals)",
    "tons": "ton(?:ne)?s?",
    "liters": "lit(?:er|re)s?",
}
NUMBER = r"\d[\d,]*(?:\.\d+)?"
FORM = re.compile(
    rf"(?:(?P<lead>{'|'.join(lead[0] for lead in LEADS)}) )?(?P<currency>RMB |US\$|HK\$|NT\$|€)?"
    rf"(?P<number>{NUMBER}|{'|'.join(WORDS)})(?P<scale> (?:million|billion|trillion))?(?P<unit>(?: [a-z]+)*)"
    r"(?P<yuan> yuan)?(?P<rest>%?)"
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"(?P<month>{MONTHS}) (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?")
DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{MONTHS})(?: (?P<year>\d{{4}}))?")
# What stands around a day or names a period, with the other ways to say it.
PERIOD = re.compile(r"\b(?:year|half|quarters?|months?|end|beginning|early|mid|late)\b")
PERIOD_WORDS = {
    "before": "(?:before|by|prior\\s+to)",
    "by": "(?:by|before)",
    "this year": "(?:this|the|the\\s+current)\\s+year",
    "last year": "(?:last|the\\s+previous|the\\s+past)\\s+year",
    "the past": "(?:the\\s+)?(?:past|last|previous)",
    "recent": "(?:recent|past)",
}
ORDINALS = {"for the first time": "(?:for\\s+)?the\\s+first\\s+time|first(?!\\s+(?:half|quarter|day|month))"}
MAGNITUDES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A way in which an engine may have written a form: its pattern, and whether its currency is the wrong one.

    With `keeps_words` the engine's words say the same and fit their sentence better than the form.
    """

    pattern: re.Pattern[str]
    lead: str = ""
    unit_is_optional: bool = False
    is_wrong_currency: bool = False
    keeps_words: bool = False


def readings(form: str) -> Iterator[Reading]:
    """The readings of a figure's form, the surest first; none for what is no plain number, amount or day."""
    if DATE.search(form) or DAY_FIRST.search(form) or PERIOD.search(form):
        yield Reading(_period_pattern(form))
        return
    if form in ORDINALS:
        yield Reading(_bounded(rf"(?:{ORDINALS[form]})(?!\w)"), keeps_words=True)
        return
    parts = FORM.fullmatch(form)
    if not parts:
        return
    lead, unit = parts["lead"] or "", (parts["unit"] or "").strip()
    currency = parts["currency"] or ("RMB " if unit == "yuan" or parts["yuan"] else "")
    if unit == "yuan":
        unit = ""
    number = _number_pattern(parts["number"]) + (parts["scale"] or "").replace(" ", r"[\s-]")
    if currency:
        signs = CURRENCIES[currency]
        yield Reading(_money_pattern(lead, number, signs), lead)
        others = tuple(sign for own, signs in CURRENCIES.items() if own != currency for sign in signs)
        yield Reading(_money_pattern(lead, number, others), lead, is_wrong_currency=True)
        return
    words = [SPELLINGS.get(word, re.escape(word)) for word in unit.split()]
    if parts["rest"]:
        words = [SPELLINGS["percent"]]
    tail = "".join(rf"[\s-]*{word}" if word.endswith("%)") else rf"[\s-]{word}" for word in words)
    is_optional = unit == "people"
    end = r"(?![\w%]|[.,]\d|-\w|\s?(?:hundred|thousand|million|billion|trillion|per\s?cent|percentage)\b)"
    body = rf"{number}(?:{tail})?" if is_optional else number + tail
    yield Reading(_bounded(_lead_pattern(lead) + body + end), lead, unit_is_optional=is_optional)


def replacement(form: str, reading: Reading, found: re.Match[str], before: str) -> str:
    """The form as it fits where the figure was found: no lead behind a verb that says it, no "people" before a noun."""
    if reading.keeps_words:
        return found[0]
    text = form
    lead = re.match(_lead_pattern(reading.lead), found[0], re.IGNORECASE)
    if lead and lead[0] and re.search(r"\bthe\s+$", before, re.IGNORECASE):
        # "Of the approximately 24,000" is English, "of the about 24,000" is not.
        text = lead[0] + text.removeprefix(f"{reading.lead} ")
    if reading.unit_is_optional and not re.search(SPELLINGS["people"], found[0]):
        text = text.removesuffix(" people")
    verb = LEADING_VERBS.get(reading.lead)
    if verb and verb.search(before):
        text = text.removeprefix(f"{reading.lead} ")
    return text


def plain_digits(source: str) -> str:
    """The Chinese figure with 万 and 亿 written out, which engines copy instead of misreading: 9.6万人 as 96,000人."""

    def written_out(match: re.Match[str]) -> str:
        value = Decimal(match[1].replace(",", "")) * MAGNITUDES[match[2]]
        return f"{int(value):,}" if value == int(value) else match[0]

    return re.sub(rf"({NUMBER})([万亿])", written_out, source)


def _bounded(body: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£¥.,-])(?<!\d[.,]){body}", re.IGNORECASE)


def _lead_pattern(lead: str) -> str:
    ways = next((ways for ways in LEADS if ways[0] == lead), ())
    return rf"(?:(?:{'|'.join(map(re.escape, ways))})\s+)?" if ways else ""


def _number_pattern(number: str) -> str:
    if number in WORDS:
        return rf"(?:{number}|{WORDS.index(number) + 1})"
    digits = number.replace(",", "")
    whole, dot, fraction = digits.partition(".")
    spaced = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", "[, ]?", whole)
    return spaced + (re.escape(dot + fraction) if dot else r"(?:\.0+)?")


def _money_pattern(lead: str, number: str, signs: tuple[str, ...]) -> re.Pattern[str]:
    any_sign = "|".join(map(re.escape, sorted(signs, key=len, reverse=True)))
    start = r"(?<![\w$€£¥.,-])(?<!\d[.,])" + _lead_pattern(lead)
    body = rf"(?:(?:{any_sign})\s*{number}(?:[\s-](?:{any_sign})(?!\w))?|{number}[\s-](?:{any_sign})(?!\w))"
    return re.compile(rf"{start}{body}(?!\w|[.,]\d|\s?(?:million|billion|trillion)\b)", re.IGNORECASE)


def _period_pattern(form: str) -> re.Pattern[str]:
    """A day or period in the words around it; a day may stand before or behind its month."""
    date = DATE.search(form) or DAY_FIRST.search(form)
    parts = (form[: date.start()], form[date.end() :]) if date else (form, "")
    before, after = map(_period_words, parts)
    day = _day_pattern(date["month"], date["day"], date["year"] or "") if date else ""
    return _bounded(rf"{before}{day}{after}(?!\w)")


def _period_words(text: str) -> str:
    known = re.compile(rf"\b(?:{'|'.join(PERIOD_WORDS)})\b")
    pieces, position = [], 0
    for match in known.finditer(text):
        pieces += [re.escape(text[position : match.start()]), PERIOD_WORDS[match[0]]]
        position = match.end()
    return re.sub(r"(?:\\ )+", r"\\s+", "".join((*pieces, re.escape(text[position:]))))


def _day_pattern(month: str, day: str, year: str) -> str:
    ordinal = rf"0?{day}(?:st|nd|rd|th)?"
    years = rf",?\s+{year}" if year else r"(?!,?\s+\d{4}\b)"
    return rf"(?:{month}\s+{ordinal}{years}|(?:the\s+)?{ordinal}\s+(?:of\s+)?{month}{years})"
