"""Numbered things: 1#厂房, 3号线, 一期, A轮, 五星级, 5楼, 50周年, 7.2级地震, 3∶1."""

import re

from i18n_news.text.figures import Quantity
from i18n_news.text.numerals import read_numeral
from i18n_news.text.quantity_english import shorten_ordinal, spell_ordinal
from i18n_news.text.wordlists import one_of, read_named

# The English of these takes its number behind it: Line 3, Building 2.
_BEFORE = """
Line: 线
Building: 楼
Hall: 馆 展馆
Exhibition Hall: 展厅
Gate: 门
Unit: 机组
Berth: 泊位
Meeting Room: 会议室
Exit: 出口
Window: 窗口
Terminal: 航站楼
Wharf: 码头
Platform: 站台
Plot: 地块
Section: 标段
Dormitory Building: 宿舍楼
Teaching Building: 教学楼
Office Building: 办公楼
Residential Building: 住宅楼
"""
# And these before it: No. 1 plant.
_AFTER = """
plant: 厂房
workshop: 车间
production line: 生产线 产线
warehouse: 仓库 仓
blast furnace: 高炉
furnace: 炉
boiler: 锅炉
well: 井
reactor: 反应堆
tower: 塔
tank: 罐
pump: 泵
kiln: 窑
transformer: 变压器
main transformer: 主变
wind turbine: 风机
tunnel: 隧道
bridge: 桥
yard: 堆场
sluice gate: 闸
mine: 矿 矿井
"""
_BEFORE_NAMES, _AFTER_NAMES = read_named(_BEFORE), read_named(_AFTER)
_THING = one_of((*_BEFORE_NAMES, *_AFTER_NAMES))
_N = r"(?P<n>[一二三四五六七八九十百千两零〇]{1,7}|\d{1,6})"
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

_HASH = re.compile(rf"(?:(?P<first>\d{{1,3}})[#号]?[-—~至、](?=\d+[#号]))?(?P<n>\d{{1,4}})[#号](?P<what>{_THING})?")
_WORD_HASH = re.compile(
    rf"(?P<n>[一二三四五六七八九十]{{1,3}})号(?:(?P<what>{_THING})|(?=文件|院|令|公告|台风|工程|机|召|提案|议案))"
)
_NOT_A_NUMBER = re.compile("[称召角码]|上午|下午|晚|凌晨|早")
_CRAFT = re.compile(
    "(?:神舟|嫦娥|长征|天宫|天问|天舟|北斗|风云|海洋|雪龙|蛟龙|高分|实践|遥感|亚太|东方红|力箭|快舟|朱雀|谷神星"
    "|引力|海斗|深海|奋斗者?|玉兔|梦想|探索|科学|资源|中星|大洋)[一-鿿]?$"
)
_NOT_A_PHASE = "间望待货限刊末权盼初后内满课杂《款付中以培学"
_PHASE = re.compile(rf"{_N}期(?![{_NOT_A_PHASE}]|一会|叠加|的话)")
_PHASES = re.compile(r"(?P<a>[一二三四])(?P<b>[二三四五])期(?!叠加|间)")
_SERIES = re.compile(r"(?P<pre>[Pp]re-?)?(?P<letter>[A-H](?:\+{1,2}|\d)?)轮")
_FLOOR = re.compile(rf"(?P<under>地下|负)?{_N}楼(?![盘市宇房层道梯主价面])")
_GRADE = re.compile(r"(?P<n>[一二三四五六七八九]|\d{1,2})(?:年级|(?P<star>星级|星(?=酒店|级|饭店)))")
_ANNIVERSARY = re.compile(rf"{_N}周年")
_STRENGTH = re.compile(r"(?P<n>\d{1,2}(?:\.\d)?)级(?=(?P<what>地震|大风|阵风|强风|台风|风))")
_RATIO = re.compile(r"(?P<a>\d{1,3}(?:\.\d+)?)\s?[:∶]\s?(?P<b>\d{1,3}(?:\.\d+)?)(?![\d:])")
_VERSUS = re.compile(r"(?P<a>\d{1,3})比(?P<b>\d{1,3})(?![\d.%年月日万亿个家])")
_COUNTED = re.compile("[0-9一二三四五六七八九十第首本同上下近远长短周每分多几办了过共续]")


def match_numbered(text: str, at: int) -> Quantity | None:
    """The numbered thing that begins at this position of a folded text."""
    rules = (_hash, _phases, _phase, _series, _floor, _grade, _anniversary, _strength, _ratio)
    return next((found for rule in rules if (found := rule(text, at))), None)


def _found(at: int, end: int, category: str, value: str, english: str) -> Quantity:
    return Quantity(at, end, "quantity", category, value, (english,))


def _number(text: str) -> int:
    numeral = read_numeral(text)
    is_plain = numeral is not None and numeral.high is None and not numeral.is_open and not numeral.is_several
    return int(numeral.low) if numeral is not None and is_plain else 0


def _follows_number(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] in "0123456789.月第一二三四五六七八九十百"


def _hash(text: str, at: int) -> Quantity | None:
    """1#厂房 and 3号线; 9月17号 is a date, 神舟十五号 a name and 35号召 a word."""
    match = _HASH.match(text, at) or _WORD_HASH.match(text, at)
    if match is None or _follows_number(text, at) or not (number := _number(match["n"])):
        return None
    if _CRAFT.search(text[max(0, at - 4) : at]) or (not match["what"] and _NOT_A_NUMBER.match(text, match.end())):
        return None
    if match.re is _HASH and match["first"]:
        return _numbers(at, match, _number(match["first"]), number)
    if word := _BEFORE_NAMES.get(match["what"] or ""):
        return _found(at, match.end(), "ordinal", f"{word.lower()} {number}", f"{word} {number}")
    noun = _AFTER_NAMES.get(match["what"] or "", "")
    return _found(at, match.end(), "ordinal", f"no. {number}", f"No. {number} {noun}".rstrip())


def _numbers(at: int, match: re.Match[str], first: int, last: int) -> Quantity | None:
    """1-3号楼 is Buildings 1 to 3; 1、2号 are the two."""
    if not 0 < first < last:
        return None
    value, span = f"{first}..{last}", f"{first} {'and' if '、' in match[0] else 'to'} {last}"
    if word := _BEFORE_NAMES.get(match["what"] or ""):
        return _found(at, match.end(), "ordinal", f"{word.lower()} {value}", f"{word}s {span}")
    noun = _AFTER_NAMES.get(match["what"] or "", "")
    return _found(at, match.end(), "ordinal", f"no. {value}", f"Nos. {span} {noun}{'s' if noun else ''}".rstrip())


def _phase(text: str, at: int) -> Quantity | None:
    """一期 of a project is Phase I; counted courses (举办三期) are something else."""
    match = _PHASE.match(text, at)
    if match is None or (at and _COUNTED.match(text[at - 1])) or not 0 < (number := _number(match["n"])) <= 20:
        return None
    roman = _ROMAN[number] if number < len(_ROMAN) else str(number)
    return _found(at, match.end(), "ordinal", f"phase {number}", f"Phase {roman}")


def _phases(text: str, at: int) -> Quantity | None:
    match = _PHASES.match(text, at)
    if match is None or _follows_number(text, at):
        return None
    first, second = _number(match["a"]), _number(match["b"])
    if second != first + 1:
        return None
    return _found(
        at, match.end(), "ordinal", f"phase {first}..{second}", f"Phases {_ROMAN[first]} and {_ROMAN[second]}"
    )


def _series(text: str, at: int) -> Quantity | None:
    match = _SERIES.match(text, at)
    if match is None or (at and text[at - 1].isascii() and text[at - 1].isalnum()):
        return None
    pre = "pre-" if match["pre"] else ""
    return _found(at, match.end(), "ordinal", f"{pre}series {match['letter']}", f"{pre}Series {match['letter']}")


def _floor(text: str, at: int) -> Quantity | None:
    match = _FLOOR.match(text, at)
    if match is None or _follows_number(text, at) or not 0 < (number := _number(match["n"])) < 200:
        return None
    if match["under"]:
        return _found(at, match.end(), "ordinal", f"floor -{number}", f"basement level {number}")
    return _found(at, match.end(), "ordinal", f"floor {number}", f"{spell_ordinal(number)} floor")


def _grade(text: str, at: int) -> Quantity | None:
    match = _GRADE.match(text, at)
    if match is None or _follows_number(text, at):
        return None
    number, words = _number(match["n"]), ("", "one", "two", "three", "four", "five", "six", "seven")
    if not match["star"]:
        return _found(at, match.end(), "ordinal", f"grade {number}", f"Grade {number}")
    if not 0 < number < len(words):
        return None
    return _found(at, match.end(), "ordinal", f"{number} star", f"{words[number]}-star")


def _anniversary(text: str, at: int) -> Quantity | None:
    match = _ANNIVERSARY.match(text, at)
    if match is None or _follows_number(text, at) or not (number := _number(match["n"])):
        return None
    end = match.end()
    return _found(at, end, "ordinal", f"{shorten_ordinal(number)} anniversary", f"{spell_ordinal(number)} anniversary")


def _strength(text: str, at: int) -> Quantity | None:
    match = _STRENGTH.match(text, at)
    if match is None or _follows_number(text, at):
        return None
    word = "magnitude" if match["what"] == "地震" else "force"
    return _found(at, match.end(), "rank", f"{word} {match['n']}", f"{word}-{match['n']}")


def _ratio(text: str, at: int) -> Quantity | None:
    if at and (text[at - 1] in ".:" or (text[at - 1].isascii() and text[at - 1].isalnum())):
        return None
    if match := _RATIO.match(text, at):
        return _found(at, match.end(), "ratio", f"{match['a']}:{match['b']}", f"{match['a']}:{match['b']}")
    match = _VERSUS.match(text, at)
    if match is None:
        return None
    return _found(at, match.end(), "ratio", f"{match['a']}:{match['b']}", f"{match['a']} to {match['b']}")
