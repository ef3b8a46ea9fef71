"""Blocks from the lines of a PDF's pages: running heads dropped, paragraphs joined, headings told by their size."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import median

from i18n_news.formats.pdf_columns import Line, lines_in_order
from i18n_news.formats.pdf_lines import Fragment, Page, body_size, fragments_of
from i18n_news.formats.pdf_tables import with_table_rows
from i18n_news.text.breaks import BULLET, ENUMERATOR, glue, is_closed
from i18n_news.text.furniture import is_masthead
from i18n_news.text.han import is_han
from i18n_news.text.lines import RawBlock

# The margins in which running heads and page numbers stand, as a share of the page's height.
_MARGIN = 0.13
_PAGE_NUMBER = re.compile(
    r"[-–—―·•~\s\[\]|/第]*(?:[0-9]{1,4}|[ivx]{1,5})(?:[-–—―·•~\s\[\]|/页版]|(?:of|共|/)\s*[0-9]+)*"
)
_PRINTED = re.compile(r"(?:https?|file)://|^[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}\b|[0-9]{1,2}:[0-9]{2}|^[0-9]+/[0-9]+$")
_NUMBERED_CAPTION = re.compile("[图表圖] ?[0-9一二三四五六七八九十]{1,3}(?:[-－.][0-9]{1,2})?[ \u3000:：]")
_HEADING_SIZE = 1.1
_LONGEST_HEADING = 60
_INDENT = 1.2
_MOST_INDENT = 4.5
_PARAGRAPH_GAP = 1.45
_CLOSERS = "，。、；：！？）》」』】〕”’…—,.;:!?)%％"


def blocks_of(pages: Sequence[Page]) -> tuple[tuple[RawBlock, ...], tuple[str, ...]]:
    """The blocks of a document in reading order, and the running heads that were dropped."""
    fragments = [with_table_rows(fragments_of(page), page.rules) for page in pages]
    body = body_size(each for page in fragments for each in page)
    kept, dropped = _without_furniture(pages, fragments)
    lines: list[Line] = []
    for page, own in zip(pages, kept, strict=True):
        lines += lines_in_order(own, body, page.pictures)
    groups = _grouped(lines, body)
    ranks = _ranks(groups, body)
    return tuple(_block(group, body, ranks) for group in groups), dropped


def _without_furniture(
    pages: Sequence[Page], fragments: Sequence[list[Fragment]]
) -> tuple[list[list[Fragment]], tuple[str, ...]]:
    """The fragments without page numbers, mastheads, and what stands in the margin of two pages or more."""
    margins: list[list[Fragment]] = []
    for page, own in zip(pages, fragments, strict=True):
        reach = (page.box.y1 - page.box.y0) * _MARGIN
        margins.append([f for f in own if f.y > page.box.y1 - reach or f.y < page.box.y0 + reach])
    counts = Counter(key for margin in margins for key in {_key(each) for each in margin})
    running = {key for key, count in counts.items() if count >= max(2, len(pages) // 3) and len(key[0]) > 1}
    body = body_size(each for page in fragments for each in page)
    kept: list[list[Fragment]] = []
    dropped: dict[str, None] = {}
    for own, margin in zip(fragments, margins, strict=True):
        furniture = set()
        for each in margin:
            if _PAGE_NUMBER.fullmatch(each.text) and _is_outermost(each, own):
                furniture.add(each)
            elif _is_running(each, own, running, body) or is_masthead(each.text) or _is_printed(each, own, body):
                furniture.add(each)
                dropped.setdefault(each.text)
        # What stands on the line of a running head is a part of it.
        heads = list(furniture)
        furniture |= {
            each
            for each in margin
            if each.size < 0.8 * body and any(abs(each.y - head.y) < each.size for head in heads)
        }
        kept.append([each for each in own if each not in furniture])
    return kept, tuple(dropped)


def _is_outermost(fragment: Fragment, page: Sequence[Fragment]) -> bool:
    """Whether only short pieces stand beyond it: a number at the end of a column's text is no page number."""
    same = [each for each in page if each is not fragment and abs(each.y - fragment.y) < fragment.size]
    others = [each for each in page if each not in same and each is not fragment]
    above = all(each.y < fragment.y for each in others)
    below = all(each.y > fragment.y for each in others)
    return (above or below) and all(len(each.text) < 30 for each in same)


def _key(fragment: Fragment) -> tuple[str, int]:
    """The text without its numbers, and the height at which it stands."""
    return re.sub(r"[0-9]+|[\s　]+", "#", fragment.text), round(fragment.y / 4)


def _is_running(
    fragment: Fragment, page: Sequence[Fragment], running: Collection[tuple[str, int]], body: float
) -> bool:
    """Whether it returns on other pages; in large type only what nothing stands beyond is no headline."""
    return _key(fragment) in running and (not _is_heading(fragment, body) or _is_outermost(fragment, page))


def _is_printed(fragment: Fragment, page: Sequence[Fragment], body: float) -> bool:
    """Whether a browser printed it at the page's edge: small, with an address, a time or the count of pages."""
    return fragment.size < 0.8 * body and _PRINTED.search(fragment.text) is not None and _is_outermost(fragment, page)


def _grouped(lines: Sequence[Line], body: float) -> list[list[Line]]:
    """Lines that make one block, also across columns and pages."""
    leading = _leading(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, body, leading):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of baselines."""
    pairs = pairwise(lines)
    steps = [
        a.fragment.y - b.fragment.y for a, b in pairs if a.column == b.column and a.fragment.size == b.fragment.size
    ]
    return median(steps) if steps else 0.0


def _goes_on(group: Sequence[Line], line: Line, body: float, leading: float) -> bool:
    last = group[-1]
    if line.kind != last.kind or line.kind == "table-row":
        return False
    before, this = last.fragment, line.fragment
    if line.kind == "caption":
        return abs(before.y - this.y) < 2.2 * this.size and not is_closed(before.text)
    if not 0.94 < this.size / before.size < 1.06 or this.is_bold != before.is_bold:
        return False
    step = before.y - this.y
    is_near = line.column != last.column or step < max(_PARAGRAPH_GAP * leading, 1.2 * this.size)
    if _is_heading(before, body):
        # A headline is often centred, so its lines begin and end anywhere; its lines stand close.
        return line.column == last.column and step < 2.1 * this.size and len(group) < 3 and _is_open_head(last, line)
    if not is_near or _begins_item(this.text):
        return False
    if (this.x0 - line.left) / this.size >= _INDENT:
        return _is_hanging(group, line) and _is_full(last, this)
    return _is_full(last, this)


def _is_open_head(last: Line, line: Line) -> bool:
    """Whether a headline's line looks wrapped: it nearly fills its column."""
    width = last.right - last.left
    return last.fragment.x1 - last.fragment.x0 > 0.72 * width and not ENUMERATOR.match(line.fragment.text)


def _is_hanging(group: Sequence[Line], line: Line) -> bool:
    """Whether the lines after the first all stand as far in as this one: an item with a hanging indent."""
    first = group[0].fragment
    if len(group) == 1 and abs(first.x0 - line.fragment.x0) < 0.3 * first.size:
        # All of the paragraph stands further in.
        return not is_closed(first.text)
    if len(group) == 1 and not (_begins_item(first.text) and line.fragment.x0 > first.x0 + 0.5 * first.size):
        return False
    return all(abs(each.fragment.x0 - line.fragment.x0) < 0.3 * line.fragment.size for each in group[1:])


def _begins_item(text: str) -> bool:
    return BULLET.match(text) is not None or ENUMERATOR.match(text) is not None


def _is_full(last: Line, following: Fragment) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    room = last.right - last.fragment.x1
    size = following.size
    word = re.match(r"[0-9A-Za-z.,%+#/-]+", following.text)
    width = 0.55 * size * len(word[0]) if word else size
    rest = following.text[len(word[0]) if word else 1 :]
    closers = len(rest) - len(rest.lstrip(_CLOSERS))
    return room < width + closers * size + 0.45 * size


def _is_heading(fragment: Fragment, body: float) -> bool:
    return fragment.size >= _HEADING_SIZE * body


def _ranks(groups: Sequence[Sequence[Line]], body: float) -> dict[float, int]:
    """The level of each size of heading: the largest is 1."""
    sizes = {group[0].fragment.size for group in groups if _is_heading(group[0].fragment, body) and not group[0].kind}
    distinct: list[float] = []
    for size in sorted(sizes, reverse=True):
        if not distinct or size < distinct[-1] * 0.97:
            distinct.append(size)
    return {size: min(6, 1 + sum(other * 0.97 > size for other in distinct)) for size in sizes}


def _block(group: Sequence[Line], body: float, ranks: dict[float, int]) -> RawBlock:
    text = ""
    for line in group:
        text, separator = glue(text, line.fragment.text) if text else ("", "")
        text += separator + line.fragment.text
    first = group[0]
    if first.kind:
        return RawBlock(text, first.kind)
    fragment = first.fragment
    if _NUMBERED_CAPTION.match(text) and len(text) <= _LONGEST_HEADING and not is_closed(text):
        return RawBlock(text, "caption")
    if _is_heading(fragment, body) and len(text) <= _LONGEST_HEADING and not text.endswith("。"):
        return RawBlock(text, "heading", ranks[fragment.size])
    if (
        fragment.is_bold
        and len(group) == 1
        and len(text) <= _LONGEST_HEADING // 2
        and not re.search("[，。；：]", text)
    ):
        return RawBlock(text, "heading", min(6, max(ranks.values(), default=0) + 1))
    indent = (fragment.x0 - first.left) / fragment.size
    # A centred or right-aligned line is not an indented one.
    most = _MOST_INDENT if is_han(text[:1]) else 2 * _INDENT
    is_indented = _INDENT <= indent <= most
    return RawBlock("\u3000\u3000" + text if is_indented else text)
