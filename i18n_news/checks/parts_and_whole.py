"""parts-and-whole: parts that are larger than their whole, do not add up to it, or are more than 100 percent of it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from i18n_news.checks.listed_amounts import PERCENT, Amount, Part, amounts, answers_in, are_apart, before, listed
from i18n_news.model import Document, Issue, Segment, Severity

_OF_WHICH = re.compile("其中(?:包括|包含|有)?")
_BRACKET = re.compile("[（(](?:其中)?")
# What comes behind these is all of it.
_NAMELY = re.compile("[，,](?:分别)(?:为|是|有|来自)|[，,]分为|[，,]由(?=[^，。]*组成)")
_TOTAL = re.compile("[，,](?:共|合计|共计|总计|总共)(?:有|为|是|达)?$")
_RESPECTIVELY = re.compile(r"(?P<names>[^，,。；;：:（）()“”]+?)分别(?P<verb>[^，,。；;：:、\d]{0,6})$")
_SHARE = re.compile(r"占(?:比|总数的?|总量的?|全部的?|全市的?|全区的?|[^，,、；;。\d]{0,8}的)?(?:为|达|了)?$")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# How far the whole may stand from its parts.
FARTHEST = 30
# Rounded shares may add up to a little more.
MOST = Decimal("100.5")


def parts_and_wholes(document: Document) -> Iterator[Issue]:
    """A warning each, in the source: what can be right in some reading is not told."""
    for segment in document.segments():
        found = amounts(segment)
        if len(found) < 2:
            continue
        faults = (*_beside_whole(segment, found), *_totals(segment, found), *_shares(segment, found))
        for fault in (*faults, *_counts(segment, found)):
            message = f"{fault} Correct the figures in the source, then build again."
            yield Issue("parts-and-whole", Severity.WARNING, segment.id, document.locale, message)


def _beside_whole(segment: Segment, found: Sequence[Amount]) -> Iterator[str]:
    """共签约12个项目，其中工业项目7个、服务业项目6个."""
    source = segment.source
    for pattern in (_OF_WHICH, _BRACKET, _NAMELY):
        for match in pattern.finditer(source):
            parts, is_ended = listed(source, found, match.end())
            if not parts:
                continue
            unit = parts[0].amount.unit
            wholes = [each for each in before(found, source, match.start()) if each.unit == unit]
            # Percentages behind one another are growth more often than shares.
            if not wholes or unit == PERCENT or match.start() - wholes[-1].end > FARTHEST:
                continue
            # 今年签约15个、开工12个，其中: the largest is the one that is surely not exceeded.
            whole = max(wholes, key=lambda each: each.number)
            own = [part for part in parts if part.amount.unit == unit]
            is_all = pattern is _NAMELY or own[-1].is_rest
            if is_all and is_ended and len(own) > 1 and len(own) == len(parts) and len(wholes) == 1:
                yield from _unequal(source, whole, own)
            else:
                yield from _against(source, whole, own, pattern is _OF_WHICH)


def _against(source: str, whole: Amount, parts: Sequence[Part], is_part_of_it: bool) -> Iterator[str]:
    larger = next((part for part in parts if part.amount.number > whole.number), None)
    if larger and is_part_of_it:
        yield f"“{_text(source, larger.amount)}” is a part of “{_text(source, whole)}” and larger than it."
    is_too_much = sum(part.amount.number for part in parts) > whole.number
    if not larger and is_too_much and are_apart([part.label for part in parts]):
        yield _sum_fault(source, whole, parts)


def _unequal(source: str, whole: Amount, parts: Sequence[Part]) -> Iterator[str]:
    if sum(part.amount.number for part in parts) != whole.number:
        yield _sum_fault(source, whole, parts)


def _totals(segment: Segment, found: Sequence[Amount]) -> Iterator[str]:
    """工业项目7个、服务业项目6个，共12个."""
    source = segment.source
    for total in found:
        match = _TOTAL.search(source, 0, total.start)
        if match is None or total.unit == PERCENT:
            continue
        own = [each for each in before(found, source, match.start()) if each.unit == total.unit]
        begin = max(source.rfind(mark, 0, match.start()) for mark in "，,。；;：:！？") + 1
        parts, _ = listed(source, [each for each in found if each.end <= match.start()], begin)
        is_whole_list = len(parts) > 1 and [part.amount for part in parts] == own
        if is_whole_list and "，" not in source[parts[0].amount.end : match.start()]:
            yield from _unequal(source, total, parts)


def _shares(segment: Segment, found: Sequence[Amount]) -> Iterator[str]:
    """第一产业占5%、第二产业占48%、第三产业占52%, and the same with 分别占."""
    source = segment.source
    shares = [each for each in found if each.unit == PERCENT]
    for first in shares:
        if not (match := _SHARE.search(source, 0, first.start)):
            continue
        begin = max(source.rfind(mark, 0, match.start()) for mark in "，,。；;：:！？、") + 1
        parts, _ = listed(source, shares, begin)
        # A list is judged at its first part.
        if len(parts) < 2 or parts[0].amount != first:
            continue
        row = source[max(source.rfind(mark, 0, match.start()) for mark in "，,。；;：:！？") + 1 : match.start()]
        is_respective = row.endswith("分别") and answers_in(row) == len(parts)
        is_listed = all("占" in part.label for part in parts) and are_apart([part.label for part in parts])
        total = sum((part.amount.number for part in parts), Decimal(0))
        if (is_respective or is_listed) and total > MOST:
            yield f"{_listing(source, parts)} are {total.normalize():f} percent together, more than the whole."


def _counts(segment: Segment, found: Sequence[Amount]) -> Iterator[str]:
    """A、B、C分别增长8%、9%: three names, two figures."""
    source = segment.source
    for first in found:
        match = _RESPECTIVELY.search(source, 0, first.start)
        if match is None or "、" not in match["names"] or re.search("[和及与等或]", match["names"]):
            continue
        parts, is_ended = listed(source, found, first.start)
        own = [part for part in parts if part.amount.unit == first.unit]
        count = match["names"].count("、") + 1
        if is_ended and len(own) == len(parts) > 1 and len(parts) != count:
            figures = f"{len(parts)} figures: {_listing(source, parts)}"
            yield f"“{match['names']}” are {count}, but behind 分别 stand {figures}."


def _sum_fault(source: str, whole: Amount, parts: Sequence[Part]) -> str:
    total = sum((part.amount.number for part in parts), Decimal(0))
    # In the whole's own magnitude: 110 beside 100亿元.
    written = _NUMBER.match(_text(source, whole).replace(",", ""))
    scale = whole.number / Decimal(written[0]) if written and Decimal(written[0]) else Decimal(1)
    return f"{_listing(source, parts)} add up to {(total / scale).normalize():f}, not to “{_text(source, whole)}”."


def _listing(source: str, parts: Sequence[Part]) -> str:
    return " + ".join(f"“{_text(source, part.amount)}”" for part in parts)


def _text(source: str, amount: Amount) -> str:
    return source[amount.start : amount.end]
