"""The reader of .docx files: an own walk over the XML, because common readers lose ruby, text boxes and numbers."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from i18n_news.errors import InputError
from i18n_news.formats.docx_runs import Runs, collect
from i18n_news.formats.docx_styles import (
    Numbering,
    Style,
    child,
    is_indented,
    local,
    number_of,
    read_numbering,
    read_styles,
    value,
)
from i18n_news.formats.guard import MAX_BLOCKS, MAX_TEXT, Package, parse_xml, too_long
from i18n_news.formats.source import Source
from i18n_news.text.breaks import is_closed
from i18n_news.text.lines import FOOTNOTE, Mark, RawBlock

if TYPE_CHECKING:
    from lxml import etree

_MAIN = "word/document.xml"
_INDENT = "\u3000\u3000"
_CELL_SPACES = re.compile(r"[ \t\n\u00a0\u3000]+")
# A heading that only its looks show: no sentence, so large against the body, or centred and bold.
_LARGER = 1.15
_LONGEST_HEADING = 60
_LONGEST_BOLD = 40
_TABLE_TEXT = 80
_MOST_COLUMNS = 64


@dataclass(frozen=True, slots=True)
class _Look:
    """How a paragraph looks: its size in half-points, and whether all of it is bold or centred."""

    size: int
    is_bold: bool
    is_centered: bool


@dataclass(slots=True)
class _Walk:
    """What is needed along the way; `looks` stands beside `blocks`, None for what is marked."""

    name: str
    styles: dict[str, Style]
    numbering: Numbering
    notes: dict[str, str]
    blocks: list[RawBlock] = field(default_factory=list)
    looks: list[_Look | None] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    length: int = 0
    # A paragraph whose mark was deleted goes on in the next one.
    pending: Runs | None = None

    def add(self, block: RawBlock, look: _Look | None = None) -> None:
        self.length += len(block.text)
        if self.length > MAX_TEXT or len(self.blocks) >= MAX_BLOCKS:
            raise too_long(self.name)
        self.blocks.append(block)
        self.looks.append(look)


def read(data: bytes, name: str) -> Source:
    """The blocks of a Word document in its final form: insertions kept, deletions dropped, notes at its end."""
    package = Package(data, name)
    main = _main_part(package, name)
    folder = posixpath.dirname(main)

    def part(file: str) -> "etree._Element | None":
        path = posixpath.join(folder, file)
        content = package.read(path)
        return parse_xml(content, name, path) if content else None

    body = child(parse_xml(package.read(main), name, main), "body")
    if body is None:
        raise InputError(f"{name}: the Word document has no body; open and save it in Word again")
    numbering = read_numbering(part("numbering.xml"))
    walk = _Walk(name, read_styles(part("styles.xml")), numbering, {})
    for kind in ("footnotes", "endnotes"):
        walk.notes |= _notes(part(f"{kind}.xml"), kind[0])
    _blocks(body, walk)
    blocks = _with_levels(_with_visible_headings(walk.blocks, walk.looks))
    for key in dict.fromkeys(walk.noted):
        blocks.append(RawBlock(f"注：{walk.notes[key].removeprefix('注：')}", "paragraph"))
    return Source(tuple(blocks))


def _main_part(package: Package, name: str) -> str:
    """The part that the package itself calls its document."""
    relations = package.read("_rels/.rels")
    for each in parse_xml(relations, name, "_rels/.rels") if relations else ():
        target = value(each, "Target").lstrip("/")
        if value(each, "Type").endswith("/officeDocument") and target in package.parts:
            return target
    if _MAIN not in package.parts:
        raise InputError(f"{name}: the Word document has no text part; open and save it in Word again")
    return _MAIN


def _notes(root: "etree._Element | None", prefix: str) -> dict[str, str]:
    """The footnotes or endnotes by their key, without the separators."""
    notes: dict[str, str] = {}
    for each in root if root is not None else ():
        if value(each, "type") in ("", "normal"):
            runs = Runs()
            for paragraph in each:
                collect(paragraph, runs)
            if text := _CELL_SPACES.sub(" ", runs.text).strip():
                notes[prefix + value(each, "id")] = text
    return notes


def _blocks(parent: "etree._Element", walk: _Walk) -> None:
    for element in parent:
        name = local(element)
        if name == "p":
            _paragraph(element, walk)
        elif name == "tbl":
            _table(element, walk)
        elif name == "AlternateContent":
            chosen = child(element, "Choice")
            if chosen is not None:
                _blocks(chosen, walk)
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            gallery = value(child(element, "sdtPr", "docPartObj", "docPartGallery"))
            if gallery not in ("Table of Contents", "Cover Pages"):
                _blocks(element, walk)


def _paragraph(element: "etree._Element", walk: _Walk) -> None:
    runs, walk.pending = walk.pending or Runs(), None
    boxes = len(runs.boxes)
    collect(element, runs)
    properties = child(element, "pPr")
    if child(properties, "rPr", "del") is not None or child(properties, "rPr", "moveFrom") is not None:
        walk.pending = runs
        return
    style = walk.styles.get(value(child(properties, "pStyle")), walk.styles[""])
    if style.kind != "contents":
        _add_paragraph(runs, properties, style, walk)
    for box in runs.boxes[boxes:]:
        _blocks(box, walk)


def _add_paragraph(runs: Runs, properties: "etree._Element | None", style: Style, walk: _Walk) -> None:
    number = number_of(properties) or style.number
    is_listed = number[0] not in ("", "0")
    text = runs.text
    if not text.strip():
        return
    kind, level = style.kind, style.level
    outline = value(child(properties, "outlineLvl"))
    if not kind and outline.isdecimal() and int(outline) < 9:
        kind, level = "heading", int(outline) + 1
    label = walk.numbering.label(number) if is_listed else None
    prefix = ""
    if label is not None and kind in ("", "heading"):
        kind = kind or "list-item"
        space = " " if re.search(r"[0-9A-Za-z.)]$", label) else ""
        prefix = f"{label}{space}" if label else "" if kind == "heading" else "- "
        text = text.lstrip(" \t\u3000")
    elif not kind and is_indented(properties, style.is_indented) and not text.startswith("\u3000"):
        prefix = _INDENT
    shift = len(prefix) - (len(runs.text) - len(text))
    marks = tuple(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in runs.marks)
    walk.add(
        RawBlock(prefix + text, kind, level, marks=tuple(_given(marks, walk))),
        None if kind else _look(runs, properties, style, walk),
    )


def _given(marks: tuple[Mark, ...], walk: _Walk) -> Iterator[Mark]:
    for mark in marks:
        if mark.rule != FOOTNOTE:
            yield mark
        elif mark.text in walk.notes:
            walk.noted.append(mark.text)
            yield replace(mark, text=walk.notes[mark.text])


def _look(runs: Runs, properties: "etree._Element | None", style: Style, walk: _Walk) -> _Look:
    visible = len(runs.text.strip())
    own = max(runs.sizes, key=lambda size: runs.sizes[size], default=0)
    bold = visible - runs.plain if style.is_bold else runs.bold
    aligned = value(child(properties, "jc"))
    return _Look(
        own or style.size or walk.styles[""].size,
        bold >= visible * 0.9,
        aligned == "center" or (not aligned and style.is_centered),
    )


def _table(element: "etree._Element", walk: _Walk) -> None:
    """Each row a block with tabs between its cells; what only lays out a page is read as the text that it is."""
    rows = [row for row in _within(element, "tr") if child(row, "trPr", "del") is None]
    cells = [[cell for cell in _within(row, "tc") if child(cell, "tcPr", "cellDel") is None] for row in rows]
    if max((len(row) for row in cells), default=0) < 2 or any(_is_layout(cell) for row in cells for cell in row):
        for row in cells:
            for cell in row:
                _blocks(cell, walk)
        return
    for row in cells:
        _row(row, walk)


def _within(parent: "etree._Element", name: str) -> Iterator["etree._Element"]:
    """The children of this name, also inside content controls and tracked insertions."""
    for each in parent:
        if local(each) == name:
            yield each
        elif local(each) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _within(each, name)


def _is_layout(cell: "etree._Element") -> bool:
    """Whether a cell holds prose of several paragraphs, or a table of its own."""
    if child(cell, "tbl") is not None:
        return True
    paragraphs = [each for each in cell if local(each) == "p"]
    long = [
        each for each in paragraphs if sum(len(t.text or "") for t in each.iter() if local(t) == "t") >= _TABLE_TEXT
    ]
    return len(long) > 1


def _row(cells: list["etree._Element"], walk: _Walk) -> None:
    texts: list[str] = []
    marks: list[Mark] = []
    for cell in cells:
        start = sum(len(text) + 1 for text in texts)
        merged = child(cell, "tcPr", "vMerge")
        runs = Runs()
        for index, paragraph in enumerate(each for each in cell if local(each) in ("p", "sdt")):
            runs.text += " " if index and runs.text.strip() else ""
            collect(paragraph, runs)
        continued = merged is not None and value(merged) != "restart"
        # One character for one, so that the marks keep their places.
        texts.append("" if continued else re.sub("[\t\n]", " ", runs.text))
        marks += [replace(m, start=m.start + start, end=m.end + start) for m in runs.marks if not continued]
        span = value(child(cell, "tcPr", "gridSpan"))
        texts += [""] * (min(int(span), _MOST_COLUMNS) - 1 if span.isdecimal() else 0)
        for box in runs.boxes:
            _blocks(box, walk)
    if any(text.strip() for text in texts):
        walk.add(RawBlock("\t".join(texts), "table-row", marks=tuple(_given(tuple(marks), walk))))


def _with_visible_headings(blocks: list[RawBlock], looks: list[_Look | None]) -> list[RawBlock]:
    """Where no style marks a heading, the paragraphs that look like one: larger, or bold and centred or short."""
    if any(block.kind == "heading" for block in blocks):
        return blocks
    sizes: Counter[int] = Counter()
    for block, look in zip(blocks, looks, strict=True):
        if look:
            sizes[look.size] += len(block.text)
    body = sizes.most_common(1)[0][0] if sizes else 0
    found = {
        index: look
        for index, (block, look) in enumerate(zip(blocks, looks, strict=True))
        if look and _looks_like_heading(block.text.strip(), look, body)
    }
    # Where everything is bold or centred nothing is a heading.
    if len(found) * 2 > len(blocks):
        return blocks
    ranks = sorted({look.size for look in found.values()}, reverse=True)
    has_title = bool(ranks) and ranks[0] > body
    return [
        replace(block, kind="heading", level=min(6, ranks.index(found[index].size) + (1 if has_title else 2)))
        if index in found
        else block
        for index, block in enumerate(blocks)
    ]


def _looks_like_heading(text: str, look: _Look, body: int) -> bool:
    if len(text) > _LONGEST_HEADING or (is_closed(text) and text[-1] not in "！？!?") or text[-1] in "：:，；、":
        return False
    if body and look.size >= body * _LARGER:
        return True
    return look.is_bold and len(text) <= _LONGEST_BOLD and (look.is_centered or not re.search("[，。；]", text))


def _with_levels(blocks: list[RawBlock]) -> list[RawBlock]:
    """The styles Title (-1) and Subtitle (-2) stand above Heading 1, where they are used."""
    levels = {block.level for block in blocks if block.kind == "heading"}
    if not levels & {-1, -2}:
        return blocks
    shift = 1 if -1 in levels else 0
    known = {-1: 1, -2: 2}
    return [
        replace(block, level=known.get(block.level, min(6, block.level + shift))) if block.kind == "heading" else block
        for block in blocks
    ]
