"""Whether a number with its unit is a quantity where it stands, or a piece of a word, a code or a column head."""

import re

from i18n_news.text.figures import Unit
from i18n_news.text.modifiers import Modifier
from i18n_news.text.sides import Side
from i18n_news.text.units import COUNT, units

# A single Chinese digit makes a count only before these; 三口之家 and 两手 are words.
SAFE_COUNTERS = frozenset("个家名位项台条座套件批只艘架辆所间栋幢处类种组支场次人户轮篇大") | {
    "人次",
    "批次",
    "场次",
    "个工作日",
    "标段",
    "车道",
    "机组",
    "泊位",
}
# 三伏, 八斤 and 两克: these units are parts of words too often to trust one Chinese digit before them.
_LATE_UNITS = frozenset("伏瓦升克磅斤亩米圆方")
# With Chinese numerals these are counters only after more than one character: 二十四面, but not 四面.
_WEAK_COUNTERS = frozenset("面头把本口角双代股首员单票尾章席对门部道根级集课段顶副层起站车讲步节点期")
_AFTER_BARE = frozenset("年月日时点号#级后强·股线楼℃维甲届期段/:分栋室路")
_LABEL_BEFORE = re.compile(r"(?:单位\s?[:：]?|[（(\[【/|\t、]|^|\n)\s*$")
_LABEL_AFTER = re.compile(r"\s*(?:[）)\]】|\t/]|$|\n)")
_MAGNITUDES = re.compile("[十百千万亿]+")


def stands(
    text: str, at: int, cursor: int, end: int, side: Side, lead: Modifier, has_rate: bool, is_range: bool
) -> bool:
    """The span is at..end, its first number begins at cursor; what stands around it decides."""
    unit_text, written = side.unit_text, side.written
    unit = units().get(unit_text)
    if _continues(text, at, cursor):
        return False
    if unit_text == "":
        return _stands_bare(text, end, side, lead)
    if unit_text == "年" and re.fullmatch(r"\d{4}", written) and 1000 <= side.numeral.low <= 2999:
        return False
    if unit_text == "日" and not is_range:
        return has_rate or bool(lead[0]) or bool(re.match("内|之内|以内", text[end:]))
    if written == "一" and unit is not None and not is_range and unit.category in ("count", "duration"):
        return unit.category == "duration" and _is_limited(text, end, side, lead)
    if not side.is_word or unit is None:
        return unit_text != "大"
    if _MAGNITUDES.fullmatch(written) and not lead[0]:
        return _stands_as_magnitude(text, at, end, written, unit_text, unit)
    if unit_text == "大":
        before = text[max(0, at - 2) : at]
        return side.numeral.low > 2 and "一" <= text[end : end + 1] <= "鿿" and not before.endswith(("党的", "的"))
    if len(written) == 1 and unit is COUNT and unit_text not in SAFE_COUNTERS:
        return is_range
    return not (len(written) == 1 and not is_range and unit_text in _LATE_UNITS | _WEAK_COUNTERS)


def _continues(text: str, at: int, cursor: int) -> bool:
    """Whether the number is the tail of something longer: 第三, 1.2.3, A12, 廿五."""
    before = text[cursor - 1 : cursor] if cursor else ""
    if not before:
        return False
    return before in "第.．·廿卅" or (at == cursor and before.isascii() and before.isalnum())


def _stands_bare(text: str, end: int, side: Side, lead: Modifier) -> bool:
    """Without a unit only an open number, a modified number or one with 万 and 亿 is a quantity."""
    after, written = text[end : end + 1], side.written
    if after == "级" and "亿" in written:
        return True
    if after and (after in _AFTER_BARE or (after.isascii() and after.isalnum())):
        return False
    if re.search("[万亿]", written) and not _MAGNITUDES.fullmatch(written):
        return True
    if side.is_more or (side.numeral.is_open and len(written) > 1):
        return True
    if not lead[0]:
        return False
    return bool(_MAGNITUDES.search(written)) if side.is_word else True


def _is_limited(text: str, end: int, side: Side, lead: Modifier) -> bool:
    """一年 is as vague as "a year" unless a limit is set: 一年内, 一个多月, 超过一年."""
    if side.unit_text == "日":
        return False
    return (
        side.is_more
        or lead[0] in (">", ">=", "<", "<=")
        or bool(re.match("以内|之内|内(?![部外容涵地])|多|以上|半", text[end:]))
    )


def _stands_as_magnitude(text: str, at: int, end: int, written: str, unit_text: str, unit: Unit) -> bool:
    """万元 or 百家 without a digit is a quantity in running text, but not as the unit of a column."""
    if written == "十":
        return unit.category not in ("multiple", "percent") and (bool(unit.code) or unit_text in SAFE_COUNTERS)
    if _LABEL_BEFORE.search(text[:at]) and _LABEL_AFTER.match(text, end):
        return False
    if unit.category in ("duration", "multiple"):
        return False
    return bool(unit.code) or unit_text in SAFE_COUNTERS
