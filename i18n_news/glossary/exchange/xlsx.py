"""Excel workbooks, the only door to openpyxl: text stays text, dates are dates, formulas are never evaluated."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from i18n_news.errors import GlossaryError, NewsError
from i18n_news.glossary.exchange import lists, rows
from i18n_news.glossary.exchange.bounds import MAX_ROWS
from i18n_news.glossary.exchange.remarks import Notebook, Reading, RemarkKind
from i18n_news.glossary.exchange.sheet_xml import Cell, rows_of, shared_strings
from i18n_news.glossary.exchange.workbook_guard import look_through
from i18n_news.glossary.terms import Term

MAX_COLUMNS = 256
# Part 1 of ISO/IEC 29500, 22.9.2.19: what XML cannot hold is written _x0001_, and what looks like that _x005F_x0001_.
_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|005[Ff]|[Ff]{3}[EeFf])_")


def read(path: Path, *, status: str) -> Reading:
    """The terms of all visible sheets, each with heads or as a plain list; `status` is for rows that say none."""
    merged = look_through(path)
    notebook = Notebook()
    terms: list[Term] = []
    try:
        # Openpyxl warns of parts that it does not know, which a list of terms does not need.
        with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(path) as archive:
            book = _opened(path, archive)
            for title, part in book.sheets(notebook, path):
                terms.extend(_sheet_terms(book, title, part, path, notebook, status))
                for cells in merged.get(part, ()):
                    message = "merged cells: only the first of them has the text"
                    notebook.add(RemarkKind.CHANGED, f"{path.name}!{title}!{cells}", message)
    except NewsError:
        raise
    except Exception as error:
        # Openpyxl answers a damaged workbook with whatever its code meets first.
        reason = type(error).__name__
        raise GlossaryError(path, 0, f"is a damaged workbook ({reason}); open it in Excel and save it again") from None
    return Reading(tuple(terms), notebook.closed(), notebook.columns)


@dataclass(frozen=True, slots=True)
class _Book:
    """What openpyxl knows of a workbook besides its cells."""

    archive: zipfile.ZipFile
    book: Any
    parts: tuple[tuple[str, str, str], ...]
    strings: list[str]

    def sheets(self, notebook: Notebook, path: Path) -> Iterator[tuple[str, str]]:
        """Title and part of the sheets that a person sees."""
        for title, state, part in self.parts:
            if "worksheets/" not in part:
                notebook.add(RemarkKind.UNREAD, f"{path.name}!{title}", "is a chart, not a sheet of cells")
            elif state != "visible":
                message = "the sheet is hidden and not read; show it if it belongs to the list"
                notebook.add(RemarkKind.UNREAD, f"{path.name}!{title}", message)
            else:
                yield title, part

    def format(self, style: int) -> str:
        """The number format of a cell's style; empty where the workbook has no such style."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

        if not 0 <= style < len(self.book._cell_styles):
            return ""
        number, own = self.book._cell_styles[style].numFmtId, self.book._number_formats
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, "General"))
        return str(own[number - BUILTIN_FORMATS_MAX_SIZE]) if number - BUILTIN_FORMATS_MAX_SIZE < len(own) else ""


def _opened(path: Path, archive: zipfile.ZipFile) -> _Book:
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet

    reader: Any = ExcelReader(path, read_only=True, keep_links=False)
    try:
        reader.read_manifest()
        reader.read_workbook()
        apply_stylesheet(reader.archive, reader.wb)
        parts = tuple((sheet.name, sheet.state, relation.target) for sheet, relation in reader.parser.find_sheets())
    finally:
        reader.archive.close()
    strings: list[str] = []
    name = next((part for part in archive.namelist() if part.lower() == "xl/sharedstrings.xml"), "")
    if name:
        with archive.open(name) as stream:
            strings = shared_strings(stream)
    return _Book(archive, reader.wb, parts, strings)


def _sheet_terms(book: _Book, title: str, part: str, path: Path, notebook: Notebook, status: str) -> Iterator[Term]:
    def place(line: int) -> str:
        return f"{path.name}!{title}:{line}" if line else f"{path.name}!{title}"

    table = _rows(book, part, path, place, notebook)
    first = list(islice(table, rows.MAX_ABOVE))
    at, columns = rows.heads(first)
    if not columns:
        yield from lists.terms_in(chain(first, table), path, place, notebook, status=status)
        return
    for line, cells in first[:at]:
        if any(cells):
            notebook.add(RemarkKind.UNREAD, place(line), "stands above the heads")
    rest = chain(first[at + 1 :], table)
    yield from rows.terms_under(first[at][1], columns, rest, path, place, notebook, status=status)


def _rows(book: _Book, part: str, path: Path, place: rows.Place, notebook: Notebook) -> Iterator[rows.Row]:
    formulas: dict[str, Any] = {}
    with book.archive.open(part) as stream:
        for line, row in rows_of(stream):
            if line > MAX_ROWS:
                raise GlossaryError(path, line, "lies outside what a sheet of Excel can have; is it damaged?")
            cells: list[str] = []
            for cell in row:
                if cell.formula is not None:
                    text = _formula(cell, formulas)
                    notebook.add(RemarkKind.CHANGED, place(line), f"the formula {text[:40]!r} is read as its text")
                else:
                    text = _text(cell, book, place, line, notebook) if cell.value else ""
                if text and cell.column >= MAX_COLUMNS:
                    notebook.add(RemarkKind.LOST, place(line), f"cells beyond column {MAX_COLUMNS} are not read")
                elif text:
                    cells += [""] * (cell.column + 1 - len(cells))
                    cells[cell.column] = text
            if cells:
                yield line, cells


def _formula(cell: Cell, formulas: dict[str, Any]) -> str:
    """A formula as it is typed; one that is shared is moved from the cell that has it."""
    from openpyxl.formula.translate import Translator

    text = f"={cell.formula}"
    if cell.shared and cell.formula:
        formulas[cell.shared] = Translator(text, origin=cell.reference)
    elif cell.shared in formulas:
        text = str(formulas[cell.shared].translate_formula(cell.reference))
    return text


def _text(cell: Cell, book: _Book, place: rows.Place, line: int, notebook: Notebook) -> str:
    """What a person sees in a cell, as far as a text can say it."""
    if cell.kind == "s":
        return _unescaped(book.strings[int(cell.value)])
    if cell.kind in ("inlineStr", "str"):
        return _unescaped(cell.value)
    if cell.kind == "e":
        notebook.add(RemarkKind.LOST, place(line), f"the cell shows the error {cell.value[:20]}")
        return ""
    if cell.kind == "b":
        return "TRUE" if cell.value == "1" else "FALSE"
    if cell.kind == "d":
        return cell.value
    number = float(cell.value)
    if cell.style in book.book._date_formats:
        return _date(number, book, place, line, notebook)
    text = str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    shown = book.format(cell.style)
    if shown not in ("", "General", "@", "0"):
        message = f"the number {text} is read without its format {shown[:20]!r}"
        notebook.add(RemarkKind.CHANGED, place(line), message)
    return text


def _date(number: float, book: _Book, place: rows.Place, line: int, notebook: Notebook) -> str:
    from openpyxl.utils.datetime import from_excel

    try:
        moment: Any = from_excel(number, book.book.epoch)
    except (OverflowError, ValueError):
        notebook.add(RemarkKind.LOST, place(line), f"{number:g} is no date that Excel can show")
        return ""
    text = str(moment.isoformat())
    return text.removesuffix("T00:00:00")


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
