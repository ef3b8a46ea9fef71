"""Dates, parts of the year and times of day in Chinese text; a year that is not named is never supplied."""

import re
from collections.abc import Iterator

from i18n_news.text.figures import Day, Piece, Quantity
from i18n_news.text.numerals import read_numeral
from i18n_news.text.quantity_english import MONTHS, spell_ordinal

_NAMED_YEARS = {
    "今年": "this year", "本年": "this year", "去年": "last year", "上年": "last year", "明年": "next year", "前年": "the year before last",
    "后年": "the year after next", "当年": "that year", "次年": "the following year", "同年": "the same year", "翌年": "the following year",
}  # fmt: skip
_PARTS = {
    "上午": ("morning", "the morning of"), "早上": ("morning", "the morning of"), "早晨": ("morning", "the morning of"), "清晨": ("morning", "the early morning of"),
    "凌晨": ("early morning", "the early morning of"), "中午": ("noon", "noon on"), "下午": ("afternoon", "the afternoon of"), "傍晚": ("evening", "the evening of"),
    "晚上": ("evening", "the evening of"), "晚间": ("evening", "the evening of"), "当晚": ("evening", "the evening of"), "晚": ("evening", "the evening of"),
    "早": ("morning", "the morning of"), "午后": ("afternoon", "the afternoon of"), "夜间": ("night", "the night of"), "深夜": ("night", "the late night of"),
}  # fmt: skip
_CN = "[零〇一二三四五六七八九]"
_YEAR = rf"(?:(?<!\d)(?:1[0-9]|20|21)\d\d|(?:一[一二三四五六七八九]|二[零〇]){_CN}{{2}})"
_SMALL = r"(?:\d{1,2}|(?:二十|三十|十)[一二三四五六七八九]?|[一二三四五六七八九])"
_DAY_NUMBER = r"(?:\d{1,2}|(?:二十|三十|十|廿)[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r"\s?(?:至|到|-|—+|–|~|～)\s?"
_NAMED = "|".join(_NAMED_YEARS)
_PART = "|".join(_PARTS)
_MODIFIER = "初期|中期|末期|末期|底前|年底前|底|末|初|中旬|上旬|下旬|中"
_WEEKDAY = r"(?:[（(](?:星期|周)[一二三四五六日天][）)])?"

_FULL = re.compile(
    rf"(?P<since>自|从)?(?:(?P<year>{_YEAR})\s?年(?!代)度?|(?P<named>{_NAMED}))?\s?(?P<month>{_SMALL})\s?月\s?(?P<day>{_DAY_NUMBER})\s?[日号]{_WEEKDAY}"
    rf"(?:(?P<to>{_TO})(?:(?P<year2>{_YEAR})年)?(?:(?P<month2>{_SMALL})月)?(?P<day2>{_DAY_NUMBER})[日号]{_WEEKDAY})?(?P<part>{_PART})?"
)
_DAY_RANGE = re.compile(
    rf"(?:(?P<year>{_YEAR})年|(?P<named>{_NAMED}))?(?P<month>{_SMALL})月(?P<day>{_DAY_NUMBER})(?P<to>{_TO})(?P<day2>{_DAY_NUMBER})[日号]"
)
_MONTHS_ONLY = re.compile(
    rf"(?P<since>自|从)?(?:(?P<year>{_YEAR})\s?年|(?P<named>{_NAMED}))?(?P<month>{_SMALL})(?:月份?)?(?P<to>{_TO})(?:(?P<year2>{_YEAR})年|(?P<named2>{_NAMED}))?(?P<month2>{_SMALL})月份?"
)
_MONTH = re.compile(
    rf"(?P<since>自|从)?(?:(?P<year>{_YEAR})\s?年|(?P<named>{_NAMED}))?(?P<month>{_SMALL})月(?!饼|薪|租|球|供)份?(?P<mod>底前|末前|初|底|末|中旬|上旬|下旬|中(?!国|央|心|间|小|部))?"
)
_YEARS = re.compile(
    rf"(?P<year>{_YEAR})(?:年)?(?P<to>{_TO})(?P<year2>{_YEAR}|\d\d)(?P<school>学年度?)?(?:年|(?<=学年))(?!代)度?"
)
_YEAR_ONLY = re.compile(
    rf"(?P<since>自|从)?(?P<year>{_YEAR})\s?年(?!代)(?P<fit>度(?!假))?(?P<mod>年?底前|末前|年初|年底|年末|年中|初|底|末|中期|中(?=[，。、将前建启完开投交]))?"
)
_HALF = re.compile(rf"(?:(?P<year>{_YEAR})年|(?P<named>{_NAMED}))?的?(?P<half>上|下)半年(?!报)")
_QUARTER = re.compile(
    rf"(?:(?P<year>{_YEAR})年|(?P<named>{_NAMED}))?(?:第?(?P<n>[一二三四1-4])(?:(?P<to>至|到|-|、|—)第?(?P<n2>[二三四2-4]))?|(?P<first>首))(?:个)?季度?(?<=度)(?P<mod>末|初)?"
)
_FIRST_MONTHS = re.compile(
    rf"(?:(?P<year>{_YEAR})年|(?P<named>{_NAMED}))?(?P<side>前|后|头)(?P<n>{_SMALL}|两)个?(?P<unit>季度|月)(?!饼)"
)
_DECADE = re.compile(
    r"(?:(?P<century>上个?世纪|(?P<c>\d\d|[十二]+[一二三四五六七八九]?)世纪)?(?P<decade>[一二三四五六七八九]十|[1-9]0)年代|(?P<full>\d{3}0)年代)(?P<mod>初期|初|中期|中后期|中|末期|末|后期)?"
)
_CENTURY = re.compile(r"(?P<c>\d\d|[十二]{1,2}[一二三四五六七八九]?)世纪(?P<mod>初|中叶|末)?")
_ISO = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d./-])"
)
_DAY_ONLY = re.compile(
    rf"(?P<month>本月|当月)?(?P<day>{_DAY_NUMBER})日(?:(?P<to>{_TO})(?P<day2>{_DAY_NUMBER})日)?(?P<part>{_PART})?"
)
_CLOCK = re.compile(
    rf"(?P<part>{_PART})?\s?(?:(?P<h>\d{{1,2}}):(?P<m>\d\d)(?::(?P<s>\d\d))?(?!\d|:)|(?P<hour>{_DAY_NUMBER}|零)(?P<word>时|点)(?!代|间|钟头|期|尚|速|评|名|击|亮|多|段|差|装|空|任|长)"
    rf"(?:(?P<minute>\d{{1,2}}|[零一二三四五]?十?[零一二三四五六七八九十])分(?!之|钟|别)|(?P<half>半)|(?P<quarter>[一三])刻|(?P<whole>整|钟))?)(?P<about>许|左右)?"
)
_ALL_DAY = re.compile(r"(?P<days>7|七)\s?[×xX*✕]\s?24(?:\s?小时)?")


def match_date(text: str, at: int) -> Quantity | None:
    """The longest date or time of day that begins at this position of a folded text."""
    found = [quantity for quantity in _readings(text, at) if quantity is not None]
    return max(found, key=lambda quantity: quantity.end, default=None)


def _readings(text: str, at: int) -> Iterator[Quantity | None]:
    if (
        at
        and (text[at - 1].isascii() and (text[at - 1].isdigit() or text[at - 1] in ".-/") or text[at - 1] in "第每")
        and text[at] not in "第每"
    ):
        if text[at - 1] != "-" or not text[at].isdigit():
            return
    yield _match_full(text, at)
    yield _match_day_range(text, at)
    yield _match_months(text, at)
    yield _match_month(text, at)
    yield _match_years(text, at)
    yield _match_year(text, at)
    yield _match_half_year(text, at)
    yield _match_quarter(text, at)
    yield _match_first_months(text, at)
    yield _match_decade(text, at)
    yield _match_iso(text, at)
    yield _match_day(text, at)
    yield _match_clock(text, at)


def _date(at: int, end: int, value: str, *phrase: Piece, category: str = "date") -> Quantity:
    return Quantity(at, end, "date", category, value, phrase)


def _int(text: str | None) -> int:
    """A small numeral or a year written digit by digit."""
    if not text:
        return 0
    if len(text) >= 4 and not text.isascii():
        return int("".join(str("零一二三四五六七八九".index(char.replace("〇", "零"))) for char in text))
    numeral = read_numeral(text.replace("廿", "二十"))
    return int(numeral.low) if numeral else 0


def _year_words(match: re.Match[str]) -> tuple[int, str, str]:
    """The year or 0, the words after a month, and the prefix of the value."""
    groups = match.groupdict()
    year, named = _int(groups.get("year")), groups.get("named") or ""
    if year:
        return year, f" {year}", f"{year:04}"
    word = _NAMED_YEARS.get(named, "")
    joint = " of " if word.startswith(("the", "that")) else " "
    return 0, f"{joint}{word}" if word else "", word


def _of_year(match: re.Match[str], default: str = "") -> tuple[str, str]:
    year, _, prefix = _year_words(match)
    return (f" of {prefix}" if prefix else default), prefix


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _match_full(text: str, at: int) -> Quantity | None:
    match = _FULL.match(text, at)
    if match is None:
        return None
    year, after, prefix = _year_words(match)
    month, day = _int(match["month"]), _int(match["day"])
    if not _is_day(month, day):
        return None
    value = f"{year:04}-{month:02}-{day:02}" if year else f"{prefix} --{month:02}-{day:02}".strip()
    phrase: list[Piece] = [Day(month, day, year)] + ([] if year or not after else [after])
    end = match.end()
    if match["to"]:
        year2, month2, day2 = _int(match["year2"]), _int(match["month2"]) or month, _int(match["day2"])
        if not _is_day(month2, day2):
            return None
        value += (
            f"..{f'{year2:04}-' if year2 else '--' if match['month2'] else ''}"
            + (f"{month2:02}-" if match["month2"] else "")
            + f"{day2:02}"
        )
        if match["month2"] or match["year2"]:
            phrase = [Day(month, day, 0 if year and not year2 else year), " to ", Day(month2, day2, year2 or year)]
            phrase += [] if year or not after else [after]
        else:
            phrase = _same_month(month, day, day2, year) + ([] if year or not after else [after])
        return _with_part(match, at, end, value, phrase)
    clock = _match_clock(text, end - len(match["part"] or ""))
    if clock and isinstance(clock.phrase[0], str) and clock.category == "time":
        return _date(at, clock.end, f"{value}T{clock.value}", *clock.phrase, " on ", *phrase)
    if not match["part"] and (limit := re.match("(?:之前|以前|前)(?![后列往期])|以来|起(?![来草步点])", text[end:])):
        word, sign = {"以来": ("since ", "since "), "起": ("", "from ")}.get(limit[0], ("before ", "before "))
        if word:
            start = at if match["since"] is None or word == "since " else match.end("since")
            return (
                _date(start if start == at else at, end + limit.end(), f"{sign}{value}", word, *phrase)
                if start == at
                else None
            )
    if match["since"]:
        return None
    return _with_part(match, at, end, value, phrase)


def _with_part(match: re.Match[str], at: int, end: int, value: str, phrase: list[Piece]) -> Quantity | None:
    if match.groupdict().get("since"):
        return None
    part = match.groupdict().get("part")
    if not part:
        return _date(at, end, value, *phrase)
    name, words = _PARTS[part]
    return _date(at, end, f"{value} {name}", f"{words} ", *phrase)


def _same_month(month: int, day: int, day2: int, year: int) -> list[Piece]:
    tail = f", {year}" if year else ""
    return [Day(month, day), f" to {day2}{tail}"]


def _match_day_range(text: str, at: int) -> Quantity | None:
    match = _DAY_RANGE.match(text, at)
    if match is None:
        return None
    year, after, prefix = _year_words(match)
    month, day, day2 = _int(match["month"]), _int(match["day"]), _int(match["day2"])
    if not (_is_day(month, day) and _is_day(month, day2) and day < day2):
        return None
    head = f"{year:04}-{month:02}" if year else f"{prefix} --{month:02}".strip()
    return _date(
        at,
        match.end(),
        f"{head}-{day:02}..{day2:02}",
        *_same_month(month, day, day2, year),
        *([after] if after and not year else []),
    )


def _match_months(text: str, at: int) -> Quantity | None:
    match = _MONTHS_ONLY.match(text, at)
    if match is None or match["since"]:
        return None
    first, last = _int(match["month"]), _int(match["month2"])
    year2, named2 = _int(match["year2"]), _NAMED_YEARS.get(match["named2"] or "", "")
    year, after, prefix = _year_words(match)
    if not (1 <= first <= 12 and 1 <= last <= 12) or (first >= last and not (year2 or named2)):
        return None
    if year2 or named2:
        tail = f" {year2 or named2}"
        value = f"{prefix} {first:02}..{year2 or named2} {last:02}".strip()
        return _date(at, match.end(), value, f"{MONTHS[first - 1]}{after} to {MONTHS[last - 1]}{tail}")
    value = f"{prefix} {first:02}..{last:02}".strip() if prefix else f"--{first:02}..{last:02}"
    return _date(at, match.end(), value, f"{MONTHS[first - 1]} to {MONTHS[last - 1]}{after}")


def _match_month(text: str, at: int) -> Quantity | None:
    match = _MONTH.match(text, at)
    if match is None or not 1 <= (month := _int(match["month"])) <= 12:
        return None
    year, after, prefix = _year_words(match)
    value = f"{year:04}-{month:02}" if year else f"{prefix} --{month:02}".strip()
    return _limited(text, at, match, value, f"{MONTHS[month - 1]}{after}")


def _limited(text: str, at: int, match: re.Match[str], value: str, words: str) -> Quantity | None:
    """初 底 中旬 底前 以来 前 around a month or a year."""
    mod, end = match["mod"] or "", match.end()
    limit = re.match("(?:之前|以前|前)(?![后列往期三两一二四五六七八九十0-9])|以来|以后|之后", text[end:])
    early = {
        "初": "early ",
        "年初": "early ",
        "上旬": "early ",
        "中旬": "mid-",
        "中": "mid-",
        "年中": "mid-",
        "下旬": "late ",
    }
    if mod in ("底前", "末前", "年底前"):
        found, sign = f"the end of {words}", "by end of "
        return None if match["since"] else _date(at, end, f"{sign}{value}", f"by {found}")
    if mod in early:
        name = {"early ": "early", "mid-": "mid", "late ": "late"}[early[mod]]
        value, words = f"{name} {value}", f"{early[mod]}{words}"
    elif mod in ("底", "末", "年底", "年末"):
        value, words = f"end of {value}", f"the end of {words}"
    elif mod == "中期":
        value, words = f"mid {value}", f"mid-{words}"
    if limit:
        word = {"以来": "since", "以后": "after", "之后": "after"}.get(limit[0], "before")
        if word == "since" or not match["since"]:
            return _date(at, end + limit.end(), f"{word} {value}", f"{word} {words}")
    return None if match["since"] else _date(at, end, value, words)


def _match_years(text: str, at: int) -> Quantity | None:
    match = _YEARS.match(text, at)
    if match is None:
        return None
    first, last = _int(match["year"]), _int(match["year2"])
    if last < 100:
        last += first // 100 * 100
    if first >= last:
        return None
    if match["school"]:
        return _date(at, match.end(), f"{first}..{last}", f"the {first}-{last} academic year")
    return _date(at, match.end(), f"{first}..{last}", f"{first} to {last}")


def _match_year(text: str, at: int) -> Quantity | None:
    match = _YEAR_ONLY.match(text, at)
    if match is None:
        return None
    year = _int(match["year"])
    return _limited(text, at, match, str(year), str(year))


def _match_half_year(text: str, at: int) -> Quantity | None:
    match = _HALF.match(text, at)
    if match is None:
        return None
    of, prefix = _of_year(match, " of the year")
    half = 1 if match["half"] == "上" else 2
    return _date(at, match.end(), f"{prefix} H{half}".strip(), f"the {spell_ordinal(half)} half{of}")


def _match_quarter(text: str, at: int) -> Quantity | None:
    match = _QUARTER.match(text, at)
    if match is None or (at and text[at - 1] in "前后每十个" and not match["year"] and not match["named"]):
        return None
    of, prefix = _of_year(match)
    first = 1 if match["first"] else _int(match["n"])
    if match["n2"]:
        last = _int(match["n2"])
        return _date(
            at,
            match.end(),
            f"{prefix} Q{first}..Q{last}".strip(),
            f"the {spell_ordinal(first)} {'and' if match['to'] == '、' else 'to'} {spell_ordinal(last)} quarters{of}",
        )
    words = {"末": "the end of ", "初": "the beginning of "}.get(match["mod"] or "", "")
    return _date(at, match.end(), f"{prefix} Q{first}".strip(), f"{words}the {spell_ordinal(first)} quarter{of}")


def _match_first_months(text: str, at: int) -> Quantity | None:
    match = _FIRST_MONTHS.match(text, at)
    if match is None or not 1 < (count := _int(match["n"])) <= (4 if match["unit"] == "季度" else 12):
        return None
    of, prefix = _of_year(match)
    numbers = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "10", "11", "12")
    unit = "quarters" if match["unit"] == "季度" else "months"
    side = "last" if match["side"] == "后" else "first"
    return _date(at, match.end(), f"{prefix} {side} {count} {unit}".strip(), f"the {side} {numbers[count]} {unit}{of}")


def _match_decade(text: str, at: int) -> Quantity | None:
    if match := _DECADE.match(text, at):
        decade = _int(match["full"]) or (0 if match["decade"] is None else _int(match["decade"]))
        if not match["full"]:
            century = 19 if not match["c"] else _int(match["c"]) - 1
            decade += century * 100
        mod = match["mod"] or ""
        word = "early " if "初" in mod else "late " if "末" in mod or "后" in mod else "mid-" if "中" in mod else ""
        return _date(at, match.end(), f"{word}{decade}s", f"the {word}{decade}s")
    if (match := _CENTURY.match(text, at)) and 10 <= (number := _int(match["c"])) <= 22:
        word = {"初": "early ", "中叶": "mid-", "末": "late "}.get(match["mod"] or "", "")
        return _date(
            at, match.end(), f"{word}{spell_ordinal(number)} century", f"the {word}{spell_ordinal(number)} century"
        )
    return None


def _match_iso(text: str, at: int) -> Quantity | None:
    match = _ISO.match(text, at)
    if match is None or not _is_day(int(match["month"]), int(match["day"])):
        return None
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return _date(at, match.end(), f"{year:04}-{month:02}-{day:02}", Day(month, day, year))


def _match_day(text: str, at: int) -> Quantity | None:
    """A day alone (17日上午, 本月5日) keeps its month open; 一日 and 10日内 are lengths of time."""
    match = _DAY_ONLY.match(text, at)
    if match is None or not 1 <= (day := _int(match["day"])) <= 31:
        return None
    rest = text[match.end() :]
    if (
        not match["part"]
        and (not match["day"][0].isdigit() or re.match("内|游|均|产|益|之|常|志|本|元|以内|供|处理", rest))
        and not match["month"]
    ):
        return None
    if re.match("本|元|韩|产|均|处理", rest):
        return None
    of = " of this month" if match["month"] == "本月" else " of that month" if match["month"] else ""
    value = f"{of[4:]} ---{day:02}".strip()
    phrase = f"the {day}{_suffix(day)}"
    if match["day2"]:
        day2 = _int(match["day2"])
        if not day < day2 <= 31:
            return None
        value, phrase = f"{value}..{day2:02}", f"{phrase} to the {day2}{_suffix(day2)}"
    if match["part"]:
        name, words = _PARTS[match["part"]]
        return _date(at, match.end(), f"{value} {name}", f"{words} {phrase}{of}")
    return _date(at, match.end(), value, f"{phrase}{of}")


def _suffix(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _match_clock(text: str, at: int) -> Quantity | None:
    if match := _ALL_DAY.match(text, at):
        return _date(at, match.end(), "24 h x 7 d", "24/7", category="time")
    match = _CLOCK.match(text, at)
    first = _read_clock(match)
    if match is None or first is None:
        return None
    value, words = first
    about = "about " if match["about"] else ""
    end = match.end()
    dash = re.compile(_TO).match(text, end)
    second_match = _CLOCK.match(text, dash.end()) if dash else None
    second = _read_clock(second_match, match["part"]) if second_match else None
    if second_match and second:
        return _date(at, second_match.end(), f"{value}..{second[0]}", f"{words} to {second[1]}", category="time")
    if match["word"] == "点" and not (
        match["part"] or match["minute"] or match["half"] or match["whole"] or match["quarter"]
    ):
        return None
    return _date(at, end, f"{'~' if about else ''}{value}", f"{about}{words}", category="time")


def _read_clock(match: re.Match[str] | None, part: str | None = None) -> tuple[str, str] | None:
    """HH:MM and its American form; a part of the day lifts hours below 12 into the afternoon."""
    if match is None:
        return None
    hour = _int(match["h"] or (match["hour"] if match["hour"] != "零" else "0"))
    minute = (
        int(match["m"])
        if match["m"]
        else 30
        if match["half"]
        else 15 * _int(match["quarter"])
        if match["quarter"]
        else _int((match["minute"] or "").lstrip("零"))
    )
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    name = match["part"] or part or ""
    if name in ("下午", "傍晚", "晚上", "晚间", "晚", "当晚", "午后", "夜间", "深夜") and hour < 12:
        hour += 12
    if name == "中午" and hour < 4:
        hour += 12
    value = f"{hour:02}:{minute:02}"
    if not minute and hour in (0, 12, 24):
        return value, "noon" if hour == 12 else "midnight"
    clock = f"{(hour - 1) % 12 + 1}" + (f":{minute:02}" if minute else "")
    return value, f"{clock} {'a.m.' if hour % 24 < 12 else 'p.m.'}"
