"""The reading order of a page: columns parted by gutters, bands under spanning headlines, tables row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from i18n_news.formats.pdf_lines import Box, Fragment

# In units of the body's type size.
_MIN_GUTTER = 0.8
_SAME_ROW = 0.45
_EDGE = 1.2
_WIDE = 0.7
# A column of prose has lines, most of which fill it from edge to edge.
_MIN_LINES = 3
_FILLED_SHARE = 0.4
_MIN_CELL = 7
_MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line in reading order with the edges of its column; a row of a table has tabs, a caption is set apart."""

    fragment: Fragment
    left: float
    right: float
    kind: str = ""
    # Counts the columns as they are read; lines of one column follow each other on the paper.
    column: int = 0


Row = list[Fragment]
Gap = tuple[float, float]


def lines_in_order(fragments: Sequence[Fragment], body: float, pictures: Sequence[Box]) -> list[Line]:
    """The lines of a page as a person reads them; captions come after the column text that flows around them."""
    if not fragments:
        return []
    captions = [each for each in fragments if _is_caption(each, body, pictures)]
    rest = [each for each in fragments if each not in captions]
    columns = _columns(_rows(rest, body), body, 0)
    lines: list[Line] = []
    for number, (rows, kind) in enumerate(columns):
        own = [fragment for row in rows for fragment in row]
        usual = [fragment for fragment in own if fragment.size < body * 1.1] or own
        left, right = min(f.x0 for f in usual), max(f.x1 for f in usual)
        if kind == "table-row":
            lines += [Line(fragment, left, right, kind, number) for fragment in _table_rows(rows)]
            continue
        for row in rows:
            lines.append(Line(_joined(row, "\u3000"), left, right, row[0].kind, number))
    return lines + [
        Line(caption, caption.x0, caption.x1, "caption", len(columns) + index) for index, caption in enumerate(captions)
    ]


def _is_caption(fragment: Fragment, body: float, pictures: Sequence[Box]) -> bool:
    """Small type right below a picture or beside it, within its width."""
    if fragment.size >= body * 0.97:
        return False
    return any(
        picture.x0 - body <= fragment.x0
        and fragment.x1 <= picture.x1 + body
        and -4.5 * body <= fragment.y - picture.y0 <= body
        for picture in pictures
    )


def _rows(fragments: Sequence[Fragment], body: float) -> list[Row]:
    """Fragments on one baseline, from top to bottom and from left to right."""
    rows: list[Row] = []
    for fragment in sorted(fragments, key=lambda each: (-each.y, each.x0)):
        if rows and abs(rows[-1][0].y - fragment.y) <= _SAME_ROW * body:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda each: each.x0) for row in rows]


def _columns(rows: list[Row], body: float, depth: int) -> list[tuple[list[Row], str]]:
    """The rows in groups that are read one after the other, each with the kind of its lines."""
    if not rows:
        return []
    if depth < _MAX_DEPTH:
        if _is_table(rows, _gutters(rows, body)):
            return [(rows, "table-row")]
        for start in range(len(rows)):
            end, gutter = _band(rows, start, body)
            if gutter:
                return _in_bands(rows, start, end, gutter, body, depth)
    return [(rows, "")]


def _in_bands(
    rows: list[Row], start: int, end: int, gutter: Gap, body: float, depth: int
) -> list[tuple[list[Row], str]]:
    if table := _table_in(rows, start, end, body):
        start, end = table
    band = rows[start:end]
    before = _columns(rows[:start], body, depth + 1)
    after = _columns(rows[end:], body, depth)
    if table:
        return [*before, (band, "table-row"), *after]
    middle = sum(gutter) / 2
    left = [kept for row in band if (kept := [each for each in row if each.x1 <= middle])]
    right = [kept for row in band if (kept := [each for each in row if each.x1 > middle])]
    return [*before, *_columns(left, body, depth + 1), *_columns(right, body, depth + 1), *after]


def _table_in(rows: list[Row], start: int, end: int, body: float) -> tuple[int, int] | None:
    """The rows of a table in a band, without the short lines above and below that its gutters happen to leave free."""
    wide = max(len(row) for row in rows[start:end])
    full = [at for at in range(start, end) if 2 * len(rows[at]) > wide]
    first, last = full[0], full[-1] + 1
    return (first, last) if _is_table(rows[first:last], _gutters(rows[first:last], body)) else None


def _band(rows: list[Row], start: int, body: float) -> tuple[int, Gap | None]:
    """The end of the longest band that begins at this row and has a gutter with lines on both sides."""
    gaps: list[Gap] = [(float("-inf"), float("inf"))]
    best: tuple[int, Gap | None] = (start, None)
    for end in range(start, len(rows)):
        gaps = _common(gaps, _free(rows[end]), _MIN_GUTTER * body)
        if not gaps:
            break
        gutter = _dividing(rows[start : end + 1], gaps)
        if gutter:
            best = end + 1, gutter
    return best


def _free(row: Row) -> list[Gap]:
    """What a row leaves free, the margins included."""
    gaps: list[Gap] = []
    edge = float("-inf")
    for fragment in row:
        if fragment.x0 > edge:
            gaps.append((edge, fragment.x0))
        edge = max(edge, fragment.x1)
    return [*gaps, (edge, float("inf"))]


def _common(left: list[Gap], right: list[Gap], least: float) -> list[Gap]:
    both = ((max(a[0], b[0]), min(a[1], b[1])) for a in left for b in right)
    return [gap for gap in both if gap[1] - gap[0] >= least]


def _dividing(rows: list[Row], gaps: Sequence[Gap]) -> Gap | None:
    """The widest gap with at least three lines, or rows of cells, on either side."""
    found: list[Gap] = []
    for gap in gaps:
        if gap[0] == float("-inf") or gap[1] == float("inf"):
            continue
        left = sum(any(each.x1 <= gap[0] + 0.1 for each in row) for row in rows)
        right = sum(any(each.x0 >= gap[1] - 0.1 for each in row) for row in rows)
        both = sum(row[0].x1 <= gap[0] + 0.1 and row[-1].x0 >= gap[1] - 0.1 for row in rows)
        if min(left, right) >= _MIN_LINES or both >= _MIN_LINES - 1:
            found.append(gap)
    return max(found, key=lambda gap: gap[1] - gap[0], default=None)


def _gutters(rows: list[Row], body: float) -> list[Gap]:
    """The inner gaps that all rows share."""
    gaps: list[Gap] = [(float("-inf"), float("inf"))]
    for row in rows:
        gaps = _common(gaps, _free(row), _MIN_GUTTER * body)
    return [gap for gap in gaps if gap[0] > float("-inf") and gap[1] < float("inf")]


def _is_table(rows: list[Row], gutters: Sequence[Gap]) -> bool:
    """Whether the columns hold cells and not prose: rows share their baselines, and lines do not fill the column."""
    if not gutters or len(rows) < 2:
        return False
    complete = sum(len(row) >= min(len(gutters) + 1, 3) for row in rows)
    if complete * 2 < len(rows):
        return False
    edges = [float("-inf"), *(sum(gap) / 2 for gap in sorted(gutters)), float("inf")]
    prose = 0
    for left, right in pairwise(edges):
        column = [each for row in rows for each in row if left <= each.x0 and each.x1 <= right]
        prose += _is_prose(column)
    return prose * 2 <= len(gutters) + 1 - (len(gutters) == 1)


def _is_prose(column: Sequence[Fragment]) -> bool:
    if not column:
        return False
    left, right = min(each.x0 for each in column), max(each.x1 for each in column)
    size = sorted(each.size for each in column)[len(column) // 2]
    filled = sum(each.x0 - left < 2.6 * size and right - each.x1 < _EDGE * size for each in column)
    length = sorted(len(each.text) for each in column)[len(column) // 2]
    return filled >= _FILLED_SHARE * len(column) and length >= _MIN_CELL


def _table_rows(rows: list[Row]) -> list[Fragment]:
    """Each row as one fragment with as many cells as there are columns."""
    size = sorted(each.size for row in rows for each in row)[0]
    gaps: list[Gap] = [(float("-inf"), float("inf"))]
    wide = max(map(len, rows))
    for row in rows:
        if len(row) * 2 > wide:
            gaps = _common(gaps, _free(row), 0.3 * size) or gaps
    cuts = sorted(sum(gap) / 2 for gap in gaps if gap[0] > float("-inf") and gap[1] < float("inf"))
    made = []
    for row in rows:
        cells = [""] * (len(cuts) + 1)
        for fragment in row:
            at = sum(cut < (fragment.x0 + fragment.x1) / 2 for cut in cuts)
            cells[at] = f"{cells[at]} {fragment.text}".strip()
        whole = _joined(row, " ")
        made.append(Fragment("\t".join(cells), whole.x0, whole.x1, whole.y, whole.size, whole.is_bold))
    return made


def _joined(row: Row, separator: str) -> Fragment:
    first = row[0]
    text, edge = first.text, first.x1
    for each in row[1:]:
        # Words of justified Latin text stand far apart.
        is_latin = text[-1:].isascii() and each.text[:1].isascii()
        between = separator if each.x0 - edge > _WIDE * first.size else ""
        text += (" " if is_latin else between) + each.text
        edge = each.x1
    return Fragment(text, first.x0, row[-1].x1, first.y, first.size, all(each.is_bold for each in row))
