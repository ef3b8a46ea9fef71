"""Modifiers of a number: 约 近 超过 before it, 左右 以上 以内 after it, with the relation that each states."""

import re

Modifier = tuple[str, str]
"""The sign of the value grammar and the English that stands before the number; empty for none."""

# Modifier before the number: relation of the value grammar, English.
_LEADS: dict[str, tuple[str, str]] = {
    "大约": ("~", "about"), "约为": ("~", "about"), "约合": ("~", "about"), "约达": ("~", "about"), "大概": ("~", "about"), "约": ("~", "about"),
    "将近": ("<~", "nearly"), "接近": ("<~", "close to"), "近": ("<~", "nearly"), "逼近": ("<~", "close to"), "几近": ("<~", "nearly"),
    "远超": (">", "far more than"), "超过": (">", "more than"), "超出": (">", "more than"), "已超": (">", "more than"), "超": (">", "more than"),
    "逾": (">", "more than"), "多于": (">", "more than"), "高于": (">", "more than"), "大于": (">", "more than"), "上": (">", "more than"),
    "过": (">", "more than"), "不低于": (">=", "at least"), "不少于": (">=", "at least"), "不小于": (">=", "at least"), "不下": (">=", "at least"),
    "不下于": (">=", "at least"), "至少": (">=", "at least"), "最少": (">=", "at least"), "起码": (">=", "at least"), "最低": (">=", "at least"),
    "最高": ("<=", "up to"), "最多": ("<=", "up to"), "至多": ("<=", "up to"), "最长": ("<=", "up to"), "不超过": ("<=", "no more than"), "不超": ("<=", "no more than"),
    "不高于": ("<=", "no more than"), "不多于": ("<=", "no more than"), "不大于": ("<=", "no more than"), "不足": ("<", "less than"),
    "不到": ("<", "less than"), "低于": ("<", "less than"), "少于": ("<", "less than"), "小于": ("<", "less than"), "不满": ("<", "less than"),
    "未满": ("<", "less than"), "未达": ("<", "less than"), "多达": ("", "as many as"),
}  # fmt: skip
# Modifier after the unit.
_TAILS: dict[str, tuple[str, str]] = {
    "左右": ("~", "about"), "上下": ("~", "about"), "及以上": (">=", "at least"), "或以上": (">=", "at least"), "以上": (">=", "at least"),
    "及以下": ("<=", "no more than"), "或以下": ("<=", "no more than"), "以下": ("<=", "no more than"), "以内": ("<=", "within"), "之内": ("<=", "within"),
    "+": (">", "more than"),
}  # fmt: skip
# A character before the modifier that makes it part of another word: 签约12个项目, 附近3公里, 会上千余人.
_BAD_BEFORE = {
    "约": "签合条节预违履相契制公盟特大简失邀", "近": "附最靠邻临远将接亲相贴", "超": "赶反中英", "过": "超通经不透错难路渡越", "不到": "得",
    "上": "会网线路市街早晚地海天岸山船车以之及与马值班台手身迈踏站跃登升冲桥楼",
}  # fmt: skip
_LEAD = re.compile("|".join(sorted(_LEADS, key=len, reverse=True)))
_TAIL = re.compile("|".join(re.escape(tail) for tail in sorted(_TAILS, key=len, reverse=True)))


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
