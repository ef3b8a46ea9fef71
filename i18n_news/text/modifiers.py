"""Modifiers of a number: 约 近 超过 before it, 左右 以上 以内 after it, with the relation that each states."""

import re

from i18n_news.text.wordlists import one_of, read_guarded, read_named

Modifier = tuple[str, str]
"""The sign of the value grammar and the English that stands before the number; empty for none."""

# Before the number: relation of the value grammar, English, words.
_LEAD_WORDS = """
~;about: 大约 约为 约合 约达 大概 约
<~;nearly: 将近 近 几近
<~;close to: 接近 逼近
>;far more than: 远超
>;more than: 超过 超出 已超 超 逾 多于 高于 大于 上 过
>=;at least: 不低于 不少于 不小于 不下 不下于 至少 最少 起码 最低
<=;up to: 最高 最多 至多 最长
<=;no more than: 最高不超过 最多不超过 不超过 不超 不高于 不多于 不大于
<;less than: 不足 不到 低于 少于 小于 不满 未满 未达
;as many as: 多达
"""
# After the unit.
_TAIL_WORDS = """
~;about: 左右 上下
>=;at least: 及以上 或以上 以上
<=;no more than: 及以下 或以下 以下
<=;within: 以内 之内
>;more than: +
"""
# A character before the modifier that makes it part of another word: 签约12个项目, 附近3公里, 会上千余人.
_BAD_BEFORE_WORDS = """
约/签合条节预违履相契制公盟特大简失邀 近/附最靠邻临远将接亲相贴 超/赶反中英 过/超通经不透错难路渡越 不到/得
上/会网线路市街早晚地海天岸山船车以之及与马值班台手身迈踏站跃登升冲桥楼
"""


def _read_modifiers(block: str) -> dict[str, Modifier]:
    pairs = {word: name.partition(";") for word, name in read_named(block).items()}
    return {word: (relation, english) for word, (relation, _, english) in pairs.items()}


_LEADS, _TAILS = _read_modifiers(_LEAD_WORDS), _read_modifiers(_TAIL_WORDS)
_BAD_BEFORE = read_guarded(_BAD_BEFORE_WORDS)
_LEAD, _TAIL = re.compile(one_of(_LEADS)), re.compile(one_of(_TAILS))


def read_lead(text: str, at: int) -> tuple[Modifier, int]:
    """The modifier that begins here and where it ends; an empty one where none does."""
    match = _LEAD.match(text, at)
    if match is None or (at and text[at - 1] in _BAD_BEFORE.get(match[0], "")):
        return ("", ""), at
    end = match.end()
    # 上百 and 过亿 stand before a bare magnitude only; 上3楼 and 过3天 are verbs.
    if match[0] in ("上", "过") and not re.match("[十百千万亿]{1,3}(?![多余几])", text[end:]):
        return ("", ""), at
    return _LEADS[match[0]], end + (1 if text[end : end + 1] == " " else 0)


def read_tail(text: str, at: int) -> tuple[Modifier, int]:
    """The modifier after a unit and where it ends; a plus sign only right after a number (100万+, not 1+N)."""
    match = _TAIL.match(text, at)
    if match is None:
        return ("", ""), at
    if match[0] == "+" and (text[at - 1] not in "0123456789十百千万亿" or re.match(r"\d|N|n", text[match.end() :])):
        return ("", ""), at
    return _TAILS[match[0]], match.end()
