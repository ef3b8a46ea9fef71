"""Parts of years, and spans of years: 上半年, 一季度, 前三季度, 1至9月, 2016-2020年, 上世纪90年代."""

import re

from i18n_news.text.date_words import (
    NAMED,
    NAMED_YEARS,
    OF_YEAR,
    SMALL,
    TO,
    YEAR,
    make_date,
    of_year,
    read_number,
    year_words,
)
from i18n_news.text.figures import Quantity
from i18n_news.text.quantity_english import MONTHS, shorten_ordinal, spell_ordinal

_MONTHS = re.compile(
    rf"{OF_YEAR}(?P<month>{SMALL})(?:月份?)?{TO}(?:(?P<year2>{YEAR})年|(?P<named2>{NAMED}))?(?P<month2>{SMALL})月份?(?!\d{{1,2}}[日号])"
)
_YEARS = re.compile(
    rf"(?P<first>{YEAR})年?{TO}(?P<last>{YEAR}|\d\d)(?P<school>学年|年学年)?(?:年(?!代)度?|(?<=学年)度?)"
)
_HALF = re.compile(rf"{OF_YEAR}的?(?P<half>上|下)半年(?!报)")
_QUARTER = re.compile(
    rf"{OF_YEAR}(?:第?(?P<n>[一二三四1-4])(?:(?P<to>至|到|-|、|—)第?(?P<n2>[二三四2-4]))?|(?P<first>首))个?季度(?P<mod>末|初)?"
)
_FIRST = re.compile(rf"{OF_YEAR}的?(?P<side>前|后|头)(?P<n>{SMALL}|两)个?(?P<unit>季度|月)(?!饼)")
_DECADE = re.compile(
    r"(?:(?:(?P<last>上个?世纪)|(?P<c>\d\d|[十二]{1,2}[一二三四五六七八九]?)\s?世纪)?\s?(?P<decade>[一二三四五六七八九]十|[1-9]0)\s?年代"
    r"|(?P<full>\d{3}0)\s?年代)(?P<mod>中后期|初期?|中期?|末期?|后期)?"
)
_CENTURY = re.compile(r"(?P<c>\d\d|[十二]{1,2}[一二三四五六七八九]?)\s?世纪(?P<mod>初|中叶|末)?")
_COUNTS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "10", "11", "12")


def match_period(text: str, at: int) -> Quantity | None:
    """The longest part or span of years that begins at this position of a folded text."""
    rules = (_match_months, _match_years, _match_half, _match_quarter, _match_first, _match_decade)
    found = [quantity for rule in rules if (quantity := rule(text, at))]
    return max(found, key=lambda quantity: quantity.end, default=None)


def _match_months(text: str, at: int) -> Quantity | None:
    match = _MONTHS.match(text, at)
    if match is None:
        return None
    first, last = read_number(match["month"]), read_number(match["month2"])
    later = str(read_number(match["year2"]) or NAMED_YEARS.get(match["named2"] or "", ""))
    later = "" if later == "0" else later
    prefix, after = year_words(match)
    if not (1 <= first <= 12 and 1 <= last <= 12) or (first >= last and not later):
        return None
    if later:
        words = f"{MONTHS[first - 1]}{after} to {MONTHS[last - 1]} {later}"
        return make_date(at, match.end(), f"{prefix} {first:02}..{later} {last:02}".strip(), words)
    value = f"{prefix} {first:02}..{last:02}" if prefix else f"--{first:02}..{last:02}"
    return make_date(at, match.end(), value, f"{MONTHS[first - 1]} to {MONTHS[last - 1]}{after}")


def _match_years(text: str, at: int) -> Quantity | None:
    match = _YEARS.match(text, at)
    if match is None:
        return None
    first, last = read_number(match["first"]), read_number(match["last"])
    last += first // 100 * 100 if last < 100 else 0
    if first >= last:
        return None
    words = f"the {first}-{last} academic year" if match["school"] else f"{first} to {last}"
    return make_date(at, match.end(), f"{first}..{last}", words)


def _match_half(text: str, at: int) -> Quantity | None:
    match = _HALF.match(text, at)
    if match is None:
        return None
    prefix, of = of_year(match, " of the year")
    half = 1 if match["half"] == "上" else 2
    return make_date(at, match.end(), f"{prefix} H{half}".strip(), f"the {spell_ordinal(half)} half{of}")


def _match_quarter(text: str, at: int) -> Quantity | None:
    match = _QUARTER.match(text, at)
    # 前三季度 and 三个季度 are lengths, not one quarter.
    if match is None or (not match["year"] and not match["named"] and at and text[at - 1] in "前后每十个多近"):
        return None
    if text[match.end() - 3 : match.end()] == "个季度" and "第" not in match[0] and not match["first"]:
        return None
    prefix, of = of_year(match)
    first = 1 if match["first"] else read_number(match["n"])
    if match["n2"]:
        last, joint = read_number(match["n2"]), "and" if match["to"] == "、" else "to"
        words = f"the {spell_ordinal(first)} {joint} {spell_ordinal(last)} quarters{of}"
        return make_date(at, match.end(), f"{prefix} Q{first}..Q{last}".strip(), words)
    sign, edge = {"末": ("end of ", "the end of "), "初": ("early ", "the beginning of ")}.get(
        match["mod"] or "", ("", "")
    )
    return make_date(
        at, match.end(), sign + f"{prefix} Q{first}".strip(), f"{edge}the {spell_ordinal(first)} quarter{of}"
    )


def _match_first(text: str, at: int) -> Quantity | None:
    match = _FIRST.match(text, at)
    if match is None or (at and text[at - 1] in "目日之以此"):
        return None
    count, unit = read_number(match["n"]), "quarters" if match["unit"] == "季度" else "months"
    if not 1 < count <= (4 if unit == "quarters" else 12):
        return None
    prefix, of = of_year(match)
    side = "last" if match["side"] == "后" else "first"
    return make_date(
        at, match.end(), f"{prefix} {side} {count} {unit}".strip(), f"the {side} {_COUNTS[count]} {unit}{of}"
    )


def _match_decade(text: str, at: int) -> Quantity | None:
    """上世纪 is the twentieth; a decade without a century is taken as that one too."""
    if match := _DECADE.match(text, at):
        century = read_number(match["c"]) or 20
        decade = read_number(match["full"]) or (century - 1) * 100 + read_number(match["decade"])
        mod = match["mod"] or ""
        word = "early " if "初" in mod else "late " if "末" in mod or "后" in mod else "mid-" if "中" in mod else ""
        return make_date(at, match.end(), f"{word}{decade}s", f"the {word}{decade}s")
    match = _CENTURY.match(text, at)
    if match is None or not 10 <= (number := read_number(match["c"])) <= 22:
        return None
    word = {"初": "early ", "中叶": "mid-", "末": "late "}.get(match["mod"] or "", "")
    return make_date(
        at, match.end(), f"{word}{shorten_ordinal(number)} century", f"the {word}{spell_ordinal(number)} century"
    )
