"""Tables that a file shows by spaces only: a head and rows with the same number of cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from i18n_news.text.codepoints import folded
from i18n_news.text.han import has_han
from i18n_news.text.lines import Line

_VALUE = re.compile(r"[-+－±≥≤<>~约]?[0-9][0-9,.]*\s*(?:%|‰|[\u4e00-\u9fff]{1,4})?|[-—–/／]+|…+|\*")
_MARKS = re.compile("[，。；！？]")
_MIN_CELLS = 3


def tabulated(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which rows of tables are of the kind table-row and have tabs between their cells."""
    result = list(lines)
    index = 0
    while index < len(result):
        line = result[index]
        if line.kind == "" and "\t" in line.text:
            result[index] = replace(line, kind="table-row")
        elif rows := _table_at(result, index):
            for offset, cells in enumerate(rows):
                old = result[index + offset]
                text = "\t".join(cells)
                result[index + offset] = replace(old, kind="table-row", text=text, plain=text)
            index += len(rows)
            continue
        index += 1
    return result


def _table_at(lines: Sequence[Line], index: int) -> list[list[str]]:
    """The cells of the rows that follow a head at this line, itself included; nothing where there is no table."""
    head = _cells(lines[index])
    if len(head) < 2 or _is_value(head[0]) or not has_han(head[0]):
        return []
    rows = [head]
    for line in lines[index + 1 :]:
        cells = _fitted(_cells(line), len(head)) if line.gap <= 1 else []
        if not cells:
            break
        rows.append(cells)
    body = rows[1:]
    is_wide = len(head) > _MIN_CELLS and len(body) >= 1
    is_narrow = len(head) == 2 and any(map(_is_value, head))
    if is_narrow or len(body) < (1 if is_wide else 2):
        return []
    return rows


def _cells(line: Line) -> list[str]:
    if line.kind or _MARKS.search(line.plain) or not has_han(line.plain[:12]):
        return []
    # What looks Simplified for the rules stays as the file has it.
    return re.split(r"[\s　]+", folded(line.text))


def _fitted(cells: list[str], count: int) -> list[str]:
    """The cells of a row with a stray space in its first, Chinese cells put together again; empty if it is no row."""
    while len(cells) > count and not _is_value(cells[1]) and has_han(cells[0]):
        cells = [cells[0] + cells[1], *cells[2:]]
    # One column beside the first may be a unit or a remark.
    values = sum(map(_is_value, cells[1:]))
    return cells if len(cells) == count and values >= max(1, count - 2) else []


def _is_value(cell: str) -> bool:
    return _VALUE.fullmatch(cell) is not None
