"""Tables that a PDF draws with rules: the rules part the cells, whatever the distance of the words."""

from collections.abc import Sequence
from dataclasses import replace

from i18n_news.formats.pdf_lines import Box, Fragment
from i18n_news.text.breaks import glue

# In points.
_TOUCH = 3.0
_THIN = 3.0
_MIN_EDGES = 3


def with_table_rows(fragments: Sequence[Fragment], rules: Sequence[Box]) -> list[Fragment]:
    """The fragments, those inside a grid of rules as one fragment a row, with tabs between the cells."""
    rest = list(fragments)
    rows: list[Fragment] = []
    for group in _touching([rule for rule in rules if _is_rule(rule)]):
        columns = _edges([(rule.x0 + rule.x1) / 2 for rule in group if rule.x1 - rule.x0 <= _THIN])
        lines = _edges([(rule.y0 + rule.y1) / 2 for rule in group if rule.y1 - rule.y0 <= _THIN])
        if len(columns) < _MIN_EDGES or len(lines) < _MIN_EDGES:
            continue
        inside = [
            each
            for each in rest
            if columns[0] - _TOUCH < each.x0 < columns[-1] and lines[0] - _TOUCH < each.y + 0.3 * each.size < lines[-1]
        ]
        if not inside or _is_page(inside, columns, lines):
            continue
        rest = [each for each in rest if each not in inside]
        rows += _rows(inside, columns, lines)
    return sorted([*rest, *rows], key=lambda each: (-each.y, each.x0))


def _is_page(inside: Sequence[Fragment], columns: Sequence[float], lines: Sequence[float]) -> bool:
    """Whether the rules frame articles: more lines than a table's cells hold."""
    return len(inside) > 4 * (len(columns) - 1) * (len(lines) - 1)


def _is_rule(box: Box) -> bool:
    return (box.x1 - box.x0 <= _THIN) != (box.y1 - box.y0 <= _THIN)


def _touching(rules: Sequence[Box]) -> list[list[Box]]:
    """The rules in groups that hang together."""
    groups: list[tuple[Box, list[Box]]] = []
    for rule in rules:
        merged, members = rule, [rule]
        apart = []
        for box, others in groups:
            if _meet(box, merged):
                merged = Box(
                    min(box.x0, merged.x0), min(box.y0, merged.y0), max(box.x1, merged.x1), max(box.y1, merged.y1)
                )
                members = [*others, *members]
            else:
                apart.append((box, others))
        groups = [*apart, (merged, members)]
    return [members for _, members in groups]


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x0 - _TOUCH <= other.x1
        and other.x0 - _TOUCH <= one.x1
        and one.y0 - _TOUCH <= other.y1
        and other.y0 - _TOUCH <= one.y1
    )


def _edges(places: Sequence[float]) -> list[float]:
    """The distinct places, sorted; both sides of a double border count once."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > 2 * _TOUCH:
            edges.append(place)
    return edges


def _rows(inside: Sequence[Fragment], columns: Sequence[float], lines: Sequence[float]) -> list[Fragment]:
    cells: dict[tuple[int, int], list[Fragment]] = {}
    for each in inside:
        row = sum(edge < each.y + 0.3 * each.size for edge in lines[1:-1])
        column = sum(edge < each.x0 + 0.3 * each.size for edge in columns[1:-1])
        cells.setdefault((row, column), []).append(each)
    made = []
    for row in sorted({row for row, _ in cells}, reverse=True):
        texts = []
        for column in range(len(columns) - 1):
            text = ""
            for each in sorted(cells.get((row, column), ()), key=lambda each: (-each.y, each.x0)):
                text, separator = glue(text, each.text) if text else ("", "")
                text += separator + each.text
            texts.append(text)
        own = [each for (at, _), found in cells.items() if at == row for each in found]
        highest = max(own, key=lambda each: each.y)
        made.append(
            replace(highest, text="\t".join(texts), x0=columns[0], x1=columns[-1], is_bold=False, kind="table-row")
        )
    return made
