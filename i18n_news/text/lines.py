"""The lines of a release as its file shows them: indentation, blank lines, and the width at which they were wrapped."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from i18n_news.text.alike import plain_of
from i18n_news.text.edits import Repair

# The kinds that a block can have; "" is not marked in the file and is to be judged.
KINDS = ("", "heading", "paragraph", "list-item", "table-row", "quote", "caption", "byline")

_INDENT = re.compile("^(?:\u3000+|[ \u00a0]{2,}|\t+)[ \u00a0\u3000\t]*")
_EDGES = " \t\u00a0\u3000\r\ufeff\u200b\x0c"
_CLOSERS = "，。、；：！？）》」』】〕”’…—,.;:!?)%％"
_TOKEN = re.compile(rf"(?:[0-9A-Za-z.,%+#/-]*[0-9A-Za-z%]|.)[{re.escape(_CLOSERS)}]*")
_MIN_WIDTH = 10
# The rule of a Repair that changes nothing: it says what the file itself notes at this place.
READING = "reading"
FOOTNOTE = "footnote"
GIVEN = (READING, FOOTNOTE)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file says of a stretch of a block's text, half-open code points: its reading (ruby), or a footnote."""

    rule: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A stretch of a file as it was read; an unmarked one (kind "") may hold several lines, with their indentation.

    `level` counts headings from 1 to 6, 0 where the file does not say; `line` counts from 1, 0 where there is none.
    """

    text: str
    kind: str = ""
    level: int = 0
    line: int = 0
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text` without its edges, `plain` the same to look at, `gap` the blank lines before it."""

    text: str
    plain: str
    kind: str = ""
    level: int = 0
    number: int = 0
    gap: int = 0
    is_indented: bool = False
    # Lines of one marked block belong together and to nothing else.
    block: int = -1
    # The line with its indentation, for measuring.
    raw: str = ""
    # What the file itself notes in this line, at offsets of `text`.
    given: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file was set: `width` is 0 where lines are not wrapped; `measure` counts a line in its units."""

    width: int = 0
    measure: Callable[[str], int] = len
    is_indented: bool = False

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the first word of the following line would not have fitted on this one."""
        if not self.width:
            return False
        token = _TOKEN.match(following.text)
        room = self.width - self.measure(line.raw)
        return room < self.measure(token[0] if token else "")


def lines_of(blocks: Sequence[RawBlock]) -> list[Line]:
    """Every line that is not blank, in order; a file without line numbers has one blank line between its blocks."""
    lines: list[Line] = []
    end = 0
    for index, block in enumerate(blocks):
        gap = max(0, block.line - end - 1) if block.line and end else int(bool(lines))
        rows = block.text.split("\n")
        end = block.line + len(rows) - 1 if block.line else 0
        position = 0
        for offset, row in enumerate(rows):
            start, position = position, position + len(row) + 1
            # A form feed starts a page.
            gap += "\x0c" in row
            text = row.strip(_EDGES) if block.kind != "table-row" else row.strip(" \u00a0\u3000\r\ufeff")
            if not text.strip(_EDGES):
                gap += offset < len(rows) - 1
                continue
            number = block.line + offset if block.line else 0
            indented = _INDENT.match(row) is not None
            marked = index if block.kind not in ("", "list-item") else -1
            plain = plain_of(text)
            raw = row.rstrip(_EDGES)
            given = _given(block, start + row.index(text), len(text), number) if block.marks else ()
            lines.append(Line(text, plain, block.kind, block.level, number, gap, indented, marked, raw, given))
            gap = 0
    return lines


def _given(block: RawBlock, start: int, length: int, number: int) -> tuple[Repair, ...]:
    """The marks of a block that lie in the line of this length at this offset of its text."""
    return tuple(
        Repair(mark.rule, mark.text, block.text[mark.start : mark.end], mark.start - start, number)
        for mark in block.marks
        if start <= mark.start and mark.end <= start + length
    )


def layout_of(lines: Sequence[Line]) -> Layout:
    """The layout that the unmarked lines show: the wrap width is the one that explains most of their ends."""
    running = [line for line in lines if line.kind in ("", "list-item")]
    indented = sum(line.is_indented for line in running)
    starts = sum(line.kind == "" and (line.gap > 0 or line.is_indented) for line in running)
    is_indented = indented >= 2 and indented * 4 >= starts
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if following.gap == 0
        and following.kind == ""
        and line.kind in ("", "list-item")
        and not following.is_indented
        and "\t" not in line.text
    ]
    # Where a sentence is open at the end of a line, the line was wrapped; these ends show the width.
    wraps = [pair for pair in pairs if pair[0].plain[-1] not in "。！？：…”.!?:"]
    best = Layout(is_indented=is_indented)
    score = 0.0
    for measure in (len, half_widths):
        layout, explained = _best_width(wraps, measure, is_indented)
        if layout is not None and explained > score:
            best, score = layout, explained
    return best


def half_widths(text: str) -> int:
    """The width of a text in half-widths: 2 for what East Asian type sets full-width, 1 for the rest."""
    return sum(2 if ord(char) > 0x2000 else 1 for char in text)


def _best_width(
    pairs: Sequence[tuple[Line, Line]], measure: Callable[[str], int], is_indented: bool
) -> tuple[Layout | None, float]:
    if len(pairs) < 2:
        return None, 0.0
    widths = [measure(line.raw) for line, _ in pairs]
    best: tuple[Layout | None, float] = (None, 0.0)
    for width, _ in Counter(widths).most_common(8):
        if width < _MIN_WIDTH:
            continue
        layout = Layout(width, measure, is_indented)
        # A closing mark may hang over the edge.
        fits = sum(
            length <= width + measure("，") and layout.is_full(line, following)
            for length, (line, following) in zip(widths, pairs, strict=True)
        )
        share = fits / len(pairs)
        if share >= 0.6 and share > best[1]:
            best = layout, share
    return best
