"""The amounts of a Chinese sentence as lists: 工业项目7个、服务业项目6个 are two parts, each with its label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from i18n_news.model import Segment, SpanKind

PERCENT = "percent"
_PLAIN = re.compile(r"(\d+(?:\.\d+)?)(?: ([^\d~<>.]+))?")
_NUMERAL = re.compile(r"^[\d,，.．零〇一二三四五六七八九十百千万亿两]+")
# Behind these an amount says something else than how large a part is.
_NO_PART = re.compile(
    "比|去年|上年|前年|同期|上期|原|增|降|减|较|从|由|到|至|计划|目标|预计|力争|共|合计|总计|超|最|平均|每|全国|全省|全市|累计|有|含|带"
)
_LABEL = "[^，,、；;：:。！？（）()“”0-9]{0,18}"
_FIRST = re.compile(rf"[：:，,]?{_LABEL}")
_NEXT = re.compile(rf"(?P<after>{_LABEL}?)(?:[、，,；;]|(?:以?及|和))(?P<before>{_LABEL})")
_TAIL = re.compile(_LABEL)

# Words of which only one is true of a thing, each row a question with its answers.
_ANSWERS = tuple(
    tuple(row.split())
    for row in """
第一产业 第二产业 第三产业
一产 二产 三产
农业 工业 服务业
农业 制造业 服务业
男 女
进口 出口
内资 外资
国内 国外
境内 境外
省内 省外
市内 市外
区内 区外
新建 续建
新开工 续建
线上 线下
城镇 农村
地上 地下
特等奖 一等奖 二等奖 三等奖
金奖 银奖 铜奖
金牌 银牌 铜牌
大型 中型 小型
一期 二期 三期
上半年 下半年
""".strip().splitlines()
)
_BOUNDED = re.compile("以上|以下|以内|非|及")


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact amount at half-open code points; only amounts of one `unit` can be added up."""

    start: int
    end: int
    number: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Part:
    """An amount of a list with the words that say whose it is."""

    amount: Amount
    label: str

    @property
    def is_rest(self) -> bool:
        return self.label.startswith(("其余", "剩余", "余下"))


def amounts(segment: Segment) -> tuple[Amount, ...]:
    """The figures that are exact and have a unit or counter; about, more than, ranges and ordinals are left out."""
    found = []
    for span in segment.spans:
        match = _PLAIN.fullmatch(span.value) if span.kind is SpanKind.QUANTITY else None
        if match is None:
            continue
        counter = _NUMERAL.sub("", segment.text_of(span))
        unit = match[2] or counter
        # 亿元以上 and 3亿元的项目 are no wholes and no parts.
        if unit and not segment.source.startswith(("以上", "以下", "多", "余", "左右", "的"), span.end):
            found.append(Amount(span.start, span.end, Decimal(match[1]), unit))
    return tuple(found)


def listed(source: str, found: Sequence[Amount], start: int) -> tuple[tuple[Part, ...], bool]:
    """The parts of the list that begins at `start`, and whether it runs to the end of its sentence or bracket."""
    parts: list[Part] = []
    at = start
    for amount in found:
        if amount.start < start:
            continue
        gap = source[at : amount.start]
        match = _NEXT.fullmatch(gap) if parts else _FIRST.fullmatch(gap)
        if match is None or _NO_PART.search(gap):
            return tuple(parts), False
        if parts:
            parts[-1] = Part(parts[-1].amount, parts[-1].label + match["after"])
        label = match["before"] if parts else gap.lstrip("：:，,")
        parts.append(Part(amount, label))
        at = amount.end
    tail = _TAIL.match(source, at)
    end = tail.end() if tail else at
    if parts:
        parts[-1] = Part(parts[-1].amount, parts[-1].label + source[at:end])
    return tuple(parts), end == len(source) or source[end] in "。；;）)！"


def are_apart(labels: Sequence[str]) -> bool:
    """Whether nothing can be in two of the parts: each label is another answer to one question."""
    return any(_is_answered_apart(labels, answers) for answers in _ANSWERS)


def answers_in(text: str) -> int:
    """How many answers to one question a text names, at most."""
    return max(sum(answer in text for answer in answers) for answers in _ANSWERS)


def _is_answered_apart(labels: Sequence[str], answers: Sequence[str]) -> bool:
    given = [[answer for answer in answers if answer in label] for label in labels]
    is_plain = not any(_BOUNDED.search(label) for label in labels)
    return is_plain and all(len(each) == 1 for each in given) and len({each[0] for each in given}) == len(labels)


def before(found: Sequence[Amount], source: str, at: int) -> Iterator[Amount]:
    """The amounts of the same sentence part that stand before a position."""
    begin = max(source.rfind(mark, 0, at) for mark in "。；;！？") + 1
    return (amount for amount in found if begin <= amount.start and amount.end <= at)
