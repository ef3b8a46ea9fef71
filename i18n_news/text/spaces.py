"""Spaces: none between Han in running text, one beside Latin, and those that a headline or a byline means are kept."""

import re
from collections.abc import Iterator

from i18n_news.text.alike import alike
from i18n_news.text.edits import Edit
from i18n_news.text.han import CJK_MARKS, HAN

SPACE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_RUN = re.compile(f"[{SPACE}]+")
_EDGE = re.compile(rf"\A[{SPACE}\n]+|[{SPACE}\n]+\Z|[{SPACE}]+(?=\n)|(?<=\n)[{SPACE}]+|(?<=\n)\n+")
_HAN = re.compile(f"[{HAN}]")
_MARK = re.compile(f"[{CJK_MARKS}]")
_SHARED = re.compile("[“”‘’…—·□\ue000-\uf8ff]")
_CLOSING_MARK = re.compile("[、，；：。？！）》」』】〕]")
_OPENING_MARK = re.compile("[（《「『【〔]")
# Behind these a space of a headline parts its halves: 「智慧閘口」　今起啟用. 〔2026〕 12号 is one number.
_ENDS_A_HALF = re.compile("[！？）》】」』]")

# (记者 张三 通讯员 李四): the spaces part the names.
_BYLINE = re.compile(r"[（(【][^（()）【】]{0,40}(?:记者|通讯员|摄影|作者|文|图|编辑)[^（()）【】]{0,40}[）)】]")
_ROLE = re.compile(
    f"(?:记者|通讯员|摄影)[{SPACE}]+(?=[{HAN}]{{2,4}}(?:[{SPACE}]|报道|摄影|文|$))|[{SPACE}]+(?=(?:本报)?(?:记者|通讯员|摄影报道)[{SPACE}])"
)
# Three names or more in a row; a stray space rarely does that.
_NAMES = re.compile(rf"(?<![{HAN}0-9A-Za-z])[{HAN}]{{2,4}}(?:[ \u3000]+[{HAN}]{{2,4}}){{2,}}(?![{HAN}0-9A-Za-z])")
# “凝心聚力 共谋发展”: a slogan in two halves of the same length.
_SLOGAN = re.compile(rf"[“「《]([{HAN}]{{4,}})[{SPACE}]+([{HAN}]{{4,}})[”」》]")


def trimmed(text: str) -> Iterator[Edit]:
    """Spaces at the edges of the text and of its lines, and empty lines, are removed."""
    for match in _EDGE.finditer(text):
        yield Edit("space", match.start(), match.end(), "")


def body_spaces(text: str) -> Iterator[Edit]:
    """Spaces between Han or beside Chinese punctuation are removed; any other run of spaces becomes one."""
    kept = _kept(text)
    for match in _RUN.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        means_something = any(start <= match.start() and match.end() <= end for start, end in kept)
        if means_something and _HAN.match(before) and _HAN.match(after):
            yield Edit("space", match.start(), match.end(), " ")
        else:
            yield Edit("space", match.start(), match.end(), "" if _is_inside_chinese(before, after) else " ")


def headline_spaces(text: str) -> Iterator[Edit]:
    """A headline keeps the space that parts its halves; letter-spacing and spaces beside punctuation are removed."""
    for match in _RUN.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        is_spacing = _is_single(before, -1) or _is_single(after, 0)
        last = before[-1:]
        behind_mark = (_CLOSING_MARK.match(last) or _OPENING_MARK.match(last)) and not _ENDS_A_HALF.match(last)
        if _CLOSING_MARK.match(after) or behind_mark or is_spacing:
            yield Edit("space", match.start(), match.end(), "")
        else:
            yield Edit("space", match.start(), match.end(), "\u3000" if "\u3000" in match[0] else " ")


def label_spaces(text: str) -> Iterator[Edit]:
    """Bylines and captions keep every space between words, as one ordinary space."""
    for match in _RUN.finditer(text):
        yield Edit("space", match.start(), match.end(), " ")


def cell_spaces(text: str) -> Iterator[Edit]:
    """A table row's tabs part its cells; inside a cell the rules of running text hold."""
    for match in _RUN.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if tabs := match[0].count("\t"):
            yield Edit("space", match.start(), match.end(), "\t" * tabs)
        elif not before or not after or "\n" in (before, after):
            yield Edit("space", match.start(), match.end(), "")
        else:
            yield Edit("space", match.start(), match.end(), "" if _is_inside_chinese(before, after) else " ")


def _kept(given: str) -> list[tuple[int, int]]:
    text = alike(given)
    ranges = [match.span() for pattern in (_BYLINE, _ROLE, _NAMES) for match in pattern.finditer(text)]
    return ranges + [match.span() for match in _SLOGAN.finditer(text) if len(match[1]) == len(match[2])]


def _is_inside_chinese(before: str, after: str) -> bool:
    if _MARK.match(before) or _MARK.match(after):
        return True
    sides = (before, after)
    return any(_HAN.match(side) for side in sides) and all(_HAN.match(side) or _SHARED.match(side) for side in sides)


def _is_single(text: str, end: int) -> bool:
    """Whether the stretch beside a space is one Han character: 通 知, 王 强."""
    part = re.split(f"[{SPACE}]", text)[end]
    return len(part) == 1 and _HAN.match(part) is not None
