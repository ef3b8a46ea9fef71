"""One file that holds several releases, such as a newspaper page, cut at their headlines."""

import re
from collections.abc import Sequence
from dataclasses import replace

from i18n_news.text.breaks import ENUMERATOR
from i18n_news.text.paragraphs import Paragraph, Repaired

# What belongs to a headline and may stand between it and the text.
_WITH_HEAD = ("heading", "byline")
# How the body of a report begins: a day, an agency, an occasion.
_REPORT = re.compile(
    "(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|上旬|中旬|下旬|底|初)|近日|日前|昨[日天]|今[日天]|连日来|連日來|当[日天]|當[日天]|新春|为(?:贯彻|深入|进一步|全面|认真)"
    "|本[报網网報]|新华社|新華社|中新[社网]|中央社|[（(【]?(?:本报|见习|实习)?记者|【"
)


def split_releases(repaired: Repaired) -> tuple[Repaired, ...]:
    """The releases in order, at least one; repairs keep their places, those of what was dropped the first.

    A release begins at each heading of the highest rank where there are several, and else at a heading whose text
    begins as a report does; in a file that ranks its headings only if a subtitle stands below it.
    """
    starts = _starts(repaired.blocks)
    ends = [*starts[1:], len(repaired.blocks)]
    releases = []
    for start, end in zip(starts, ends, strict=True):
        own = [
            replace(each, block=each.block - start if each.block >= 0 else -1)
            for each in repaired.repairs
            if start <= each.block < end or (each.block < 0 and start == 0)
        ]
        releases.append(Repaired(repaired.blocks[start:end], tuple(own)))
    return tuple(releases)


def _starts(blocks: Sequence[Paragraph]) -> list[int]:
    groups = _head_groups(blocks)
    levels = [[blocks[at].level for at in range(*group) if blocks[at].kind == "heading"] for group in groups]
    ranked = [level for group in levels for level in group if level]
    top = min(ranked, default=0)
    found: list[int] = []
    for group, own in zip(groups, levels, strict=True):
        is_top = top in own and (not ranked or ranked.count(top) > 1)
        # Below one headline for all, a headline of a release has a subtitle; a heading inside a release has none.
        is_likely = not ranked or len(own) > 1
        if (ranked and is_top) or (is_likely and _begins_report(blocks, group)):
            found.append(group[0])
    # What stands before the first headline belongs to it.
    return [0, *(start for start in found if start > groups[0][0])]


def _head_groups(blocks: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """The half-open ranges of headings that stand together, with bylines among them."""
    groups: list[tuple[int, int]] = []
    index = 0
    while index < len(blocks):
        if blocks[index].kind != "heading":
            index += 1
            continue
        end = index
        while end < len(blocks) and blocks[end].kind in _WITH_HEAD:
            end += 1
        groups.append((index, end))
        index = end
    return groups


def _begins_report(blocks: Sequence[Paragraph], group: tuple[int, int]) -> bool:
    """Whether the text below the headings opens as a report of its own: a date, 本报讯, 近日, after a byline too."""
    start, end = group
    if any(ENUMERATOR.match(blocks[at].text) for at in range(start, end)) or end >= len(blocks):
        return False
    return _REPORT.match(blocks[end].text) is not None or any(blocks[at].kind == "byline" for at in range(start, end))
