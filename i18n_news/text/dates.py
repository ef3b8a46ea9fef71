"""Dates in Chinese text, with the words around them; a year that is not named is never supplied."""

import re

from i18n_news.text.clock import match_clock
from i18n_news.text.date_words import (
    OF_YEAR,
    PART,
    SMALL,
    TO,
    YEAR,
    is_day,
    make_date,
    part_words,
    read_number,
    year_words,
)
from i18n_news.text.figures import Day, Piece, Quantity
from i18n_news.text.periods import match_period
from i18n_news.text.quantity_english import MONTHS

_WEEKDAY = r"(?:[（(](?:星期|周)[一二三四五六日天][）)])?"
_DAY = re.compile(
    rf"{OF_YEAR}\s?(?P<month>{SMALL})\s?月\s?(?P<day>{SMALL})(?:\s?[日号]{_WEEKDAY}|(?=(?:{TO}|[、和]){SMALL}[日号]))"
    rf"(?:(?:{TO}(?:(?P<year2>{YEAR})年)?(?:(?P<month2>{SMALL})月)?|(?P<list>[、和]))(?P<day2>{SMALL})[日号]{_WEEKDAY})?(?P<part>{PART})?"
)
_MONTH = re.compile(
    rf"{OF_YEAR}(?P<month>{SMALL})月(?![饼薪租球供])份?(?P<mod>底前|末前|初|底|末|中旬|上旬|下旬|中(?![国央心间小部]))?"
)
_YEAR = re.compile(
    rf"(?P<year>{YEAR})\s?年(?![代])(?:度(?!假))?"
    r"(?P<mod>年?底前|末前|年初|年底|年末|年中|初|底|末|中期|中(?=[，。、将前建启完开投交]))?"
)
_ISO = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d./-])"
)
_DAY_ALONE = re.compile(rf"(?P<month>本月|当月)?(?P<day>{SMALL})日(?:{TO}(?P<day2>{SMALL})日)?(?P<part>{PART})?")
_ERA = re.compile(r"公元(?P<before>前)?(?P<year>\d{1,4}|[一二三四五六七八九十百千零〇]{1,7})年(?!代)")
_NOT_A_DAY = re.compile("本(?!月)|元|韩|产|均|处理|益|常|志|报")
_LENGTH = re.compile("内|以内|之内|游|以上|左右|期|时间|供")
_SINCE = re.compile("自从?|从")
_LIMIT = re.compile("(?:之前|以前|前)(?![后列往期三两一二四五六七八九十0-9])|以来|以后|之后")
_LIMITS = {"以来": "since", "以后": "after", "之后": "after"}
_EDGES = {
    "early": ("初", "年初", "上旬"),
    "mid": ("中旬", "中", "年中", "中期"),
    "late": ("下旬",),
    "end of": ("底", "末", "年底", "年末"),
}


def match_date(text: str, at: int) -> Quantity | None:
    """The longest date or time of day that begins at this position of a folded text."""
    if since := _SINCE.match(text, at):
        dated = _longest(text, since.end())
        # 自2015年以来 is one word in English; 自 before a bare date stays outside.
        is_since = dated is not None and dated.value.startswith("since ")
        return make_date(at, dated.end, dated.value, *dated.phrase) if dated and is_since else None
    return _longest(text, at)


def _longest(text: str, at: int) -> Quantity | None:
    if at and (text[at - 1] in "第每." or (text[at - 1].isascii() and text[at - 1].isdigit())):
        return None
    rules = (_match_day, _match_month, _match_year, match_period, _match_era, _match_iso, _match_day_alone, match_clock)
    found = [quantity for rule in rules if (quantity := rule(text, at))]
    return max(found, key=lambda quantity: quantity.end, default=None)


def _match_day(text: str, at: int) -> Quantity | None:
    match = _DAY.match(text, at)
    if match is None or not is_day(month := read_number(match["month"]), day := read_number(match["day"])):
        return None
    prefix, after = year_words(match)
    year = read_number(match["year"])
    value = f"{year:04}-{month:02}-{day:02}" if year else f"{prefix} --{month:02}-{day:02}".strip()
    tail: list[Piece] = [after] if after and not year else []
    phrase: list[Piece] = [Day(month, day, year), *tail]
    end = match.end()
    if match["day2"]:
        year2, month2, day2 = (read_number(match[name]) for name in ("year2", "month2", "day2"))
        if not is_day(month2 or month, day2) or (not month2 and day2 <= day):
            return None
        value += f"..{f'{year2:04}-' if year2 else '--' if month2 else ''}{f'{month2:02}-' if month2 else ''}{day2:02}"
        joint = "and" if match["list"] else "to"
        phrase = [Day(month, day), f" {joint} {day2}{f', {year}' if year else ''}", *tail]
        if month2:
            phrase = [Day(month, day, year if year2 else 0), " to ", Day(month2, day2, year2 or year), *tail]
    elif clock := match_clock(text, end - len(match["part"] or "")):
        return make_date(at, clock.end, f"{value}T{clock.value}", *clock.phrase, " on ", *phrase)
    if match["part"]:
        name, words = part_words(match["part"])
        return make_date(at, end, f"{value} {name}", words, *phrase)
    if limit := _LIMIT.match(text, end):
        word = _LIMITS.get(limit[0], "before")
        return make_date(at, limit.end(), f"{word} {value}", f"{word} ", *phrase)
    return make_date(at, end, value, *phrase)


def _match_month(text: str, at: int) -> Quantity | None:
    match = _MONTH.match(text, at)
    if match is None or not 1 <= (month := read_number(match["month"])) <= 12:
        return None
    prefix, after = year_words(match)
    value = f"{prefix}-{month:02}" if match["year"] else f"{prefix} --{month:02}".strip()
    return _limit(text, at, match, value, f"{MONTHS[month - 1]}{after}")


def _match_year(text: str, at: int) -> Quantity | None:
    match = _YEAR.match(text, at)
    if match is None:
        return None
    year = str(read_number(match["year"]))
    return _limit(text, at, match, year, year)


def _limit(text: str, at: int, match: re.Match[str], value: str, words: str) -> Quantity:
    """初 底 中旬 底前 以来 前 around a month or a year."""
    mod = match["mod"] or ""
    if mod.endswith("前"):
        return make_date(at, match.end(), f"by end of {value}", f"by the end of {words}")
    edge = next((name for name, forms in _EDGES.items() if mod in forms), "")
    if edge:
        value = f"{edge} {value}"
        words = f"mid-{words}" if edge == "mid" else f"the end of {words}" if edge == "end of" else f"{edge} {words}"
    if limit := _LIMIT.match(text, match.end()):
        word = _LIMITS.get(limit[0], "before")
        return make_date(at, limit.end(), f"{word} {value}", f"{word} {words}")
    return make_date(at, match.end(), value, words)


def _match_era(text: str, at: int) -> Quantity | None:
    match = _ERA.match(text, at)
    if match is None or not (year := read_number(match["year"])):
        return None
    if match["before"]:
        return make_date(at, match.end(), f"{year} BC", f"{year} B.C.")
    return make_date(at, match.end(), f"{year:04}", f"A.D. {year}")


def _match_iso(text: str, at: int) -> Quantity | None:
    match = _ISO.match(text, at)
    if match is None or not is_day(month := int(match["month"]), day := int(match["day"])):
        return None
    year = int(match["year"])
    return make_date(at, match.end(), f"{year:04}-{month:02}-{day:02}", Day(month, day, year))


def _match_day_alone(text: str, at: int) -> Quantity | None:
    """17日上午 and 本月5日 keep the month open; 一日 and 10日内 are lengths of time."""
    match = _DAY_ALONE.match(text, at)
    if match is None or not 1 <= (day := read_number(match["day"])) <= 31 or _NOT_A_DAY.match(text, match.end()):
        return None
    is_plain = not match["part"] and not match["month"]
    if is_plain and (not match["day"].isascii() or _LENGTH.match(text, match.end())):
        return None
    of = {"本月": " of this month", "当月": " of that month"}.get(match["month"] or "", "")
    value, words = f"{of[4:]} ---{day:02}".strip(), f"the {_nth(day)}"
    if match["day2"]:
        day2 = read_number(match["day2"])
        if not day < day2 <= 31:
            return None
        value, words = f"{value}..{day2:02}", f"{words} to the {_nth(day2)}"
    if not match["part"]:
        return make_date(at, match.end(), value, f"{words}{of}")
    if clock := match_clock(text, match.end() - len(match["part"])):
        return make_date(at, clock.end, f"{value}T{clock.value}", *clock.phrase, f" on {words}{of}")
    name, part = part_words(match["part"])
    return make_date(at, match.end(), f"{value} {name}", f"{part}{words}{of}")


def _nth(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
