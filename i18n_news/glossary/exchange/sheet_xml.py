"""The rows of a SpreadsheetML sheet (ISO/IEC 29500) as a stream, in and out: openpyxl takes a minute for 100,000.

What is read here was looked through for entities before, so that expat expands nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat
from xml.sax.saxutils import escape

_CHUNK = 1 << 18
_LETTERS = re.compile(r"[A-Z]{1,3}")


@dataclass(slots=True)
class Cell:
    """One cell as the file has it: `kind` is the attribute t, `formula` None where there is none."""

    column: int
    reference: str
    kind: str
    style: int
    value: str = ""
    formula: str | None = None
    shared: str = ""


@dataclass(slots=True)
class _Sheet:
    """The handlers of a parser; rows wait in `rows` until the chunk is done."""

    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    _number: int = 0
    _cells: list[Cell] = field(default_factory=list)
    _cell: Cell | None = None
    _texts: list[str] | None = None
    _pieces: list[str] = field(default_factory=list)
    _phonetic: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name[name.find(":") + 1 :]
        if name in ("v", "t"):
            # What phonetic runs (rPh) say is said by the text already.
            self._texts = None if self._phonetic else []
        elif name == "c":
            reference = attributes.get("r", "")
            column = _column(reference) if reference else (self._cells[-1].column + 1 if self._cells else 0)
            self._cell = Cell(column, reference, attributes.get("t", "n"), int(attributes.get("s", "0")))
            self._cells.append(self._cell)
        elif name == "row":
            self._number = int(float(attributes["r"])) if "r" in attributes else self._number + 1
            self._cells = []
        elif name == "f" and self._cell:
            self._texts = []
            self._cell.formula = ""
            self._cell.shared = attributes.get("si", "") if attributes.get("t") == "shared" else ""
        elif name == "rPh":
            self._phonetic += 1
        elif name == "si":
            self._pieces = []

    def end(self, name: str) -> None:
        name = name[name.find(":") + 1 :]
        if name in ("v", "t"):
            if self._texts is not None:
                text = "".join(self._texts)
                if self._cell:
                    self._cell.value += text
                else:
                    self._pieces.append(text)
            self._texts = None
        elif name == "c":
            self._cell = None
        elif name == "row":
            self.rows.append((self._number, self._cells))
        elif name == "f" and self._cell:
            self._cell.formula = "".join(self._texts or ())
            self._texts = None
        elif name == "rPh":
            self._phonetic -= 1
        elif name == "si":
            self.strings.append("".join(self._pieces))

    def text(self, text: str) -> None:
        if self._texts is not None:
            self._texts.append(text)


def shared_strings(stream: IO[bytes]) -> list[str]:
    """The texts that cells of kind `s` name by number; expat.ExpatError when it is no XML."""
    sheet = _Sheet()
    for _ in _fed(sheet, stream):
        pass
    return sheet.strings


def rows_of(stream: IO[bytes]) -> Iterator[tuple[int, list[Cell]]]:
    """The rows that have cells, with their numbers from 1 as the file states them."""
    sheet = _Sheet()
    for _ in _fed(sheet, stream):
        yield from sheet.rows
        sheet.rows.clear()


def text_cell(reference: str, text: str, style: int) -> str:
    return f'<c r="{reference}" s="{style}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def number_cell(reference: str, number: int, style: int) -> str:
    return f'<c r="{reference}" s="{style}"><v>{number}</v></c>'


def _fed(sheet: _Sheet, stream: IO[bytes]) -> Iterator[None]:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = sheet.start
    parser.EndElementHandler = sheet.end
    parser.CharacterDataHandler = sheet.text
    while chunk := stream.read(_CHUNK):
        parser.Parse(chunk, False)
        yield
    parser.Parse(b"", True)
    yield


def _column(reference: str) -> int:
    """The place of a column from 0; ValueError for what is no reference."""
    found = _LETTERS.match(reference)
    if not found:
        raise ValueError(reference)
    place = 0
    for letter in found[0]:
        place = place * 26 + ord(letter) - 64
    return place - 1
