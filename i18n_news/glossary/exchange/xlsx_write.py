"""Writing Excel workbooks, with openpyxl for all but the rows: text stays text and dates are dates."""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from i18n_news.errors import NewsError
from i18n_news.glossary.exchange.bounds import MAX_CELL, MAX_ROWS
from i18n_news.glossary.exchange.cells import texts_of
from i18n_news.glossary.exchange.remarks import Notebook, Remark, RemarkKind
from i18n_news.glossary.exchange.sheet_xml import number_cell, text_cell
from i18n_news.glossary.terms import COLUMNS, DATES, KINDS, STATUSES, Term

_WIDTHS = {"source": 28, "en": 44, "en_short": 24, "avoid": 30, "origin": 36, "note": 40}
_DEFAULT_WIDTH = 14
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"
# Part 1 of ISO/IEC 29500, 22.9.2.19: what XML cannot hold is written _x0001_, and what looks like that _x005F_x0001_.
_TO_ESCAPE = re.compile(rf"[{_CONTROL}]|_(?=x[0-9A-Fa-f]{{4}}_)")
# What Excel would make a formula or an error of when a person edits the cell.
_FORMULA_START = "=+-@#"
# Excel's calendar has a 29 February 1900; days before it are written as text.
_FIRST_EXCEL_DAY, _EXCEL_EPOCH = date(1900, 3, 1), date(1899, 12, 30)
_SHEET = "xl/worksheets/sheet1.xml"
_LETTERS = dict(zip(COLUMNS, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", strict=False))


def write(terms: Sequence[Term]) -> tuple[bytes, tuple[Remark, ...]]:
    """A workbook of one sheet: heads that stay in view, a filter, lists to choose kind and status from."""
    if len(terms) >= MAX_ROWS:
        raise NewsError(f"{len(terms):,} entries are more than a sheet of Excel has rows; export fewer glossaries")
    template, styles = _template(len(terms))
    notebook = Notebook()
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(template)) as empty,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for part in empty.infolist():
            content = empty.read(part)
            if part.filename != _SHEET:
                archive.writestr(part, content)
                continue
            before, after = content.split(b"</sheetData>")
            # A file of a hundred megabytes is written a row at a time.
            with archive.open(_SHEET, "w") as sheet:
                sheet.write(before)
                for number, term in enumerate(terms, 2):
                    sheet.write(_row(number, term, styles, notebook).encode("utf-8"))
                sheet.write(b"</sheetData>" + after)
    return stream.getvalue(), notebook.closed()


@dataclass(frozen=True, slots=True)
class _Styles:
    text: int
    guarded: int
    date: int


def _template(count: int) -> tuple[bytes, _Styles]:
    """A workbook with the heads alone, dressed for so many rows, and the numbers of its styles."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("glossary")
    sheet.freeze_panes = "B2"
    for column, letter in _LETTERS.items():
        sheet.column_dimensions[letter].width = _WIDTHS.get(column, _DEFAULT_WIDTH)
        # What a person adds below stays as typed, too.
        sheet.column_dimensions[letter].number_format = "yyyy-mm-dd" if column in DATES else "@"
    for column, choices in (("kind", KINDS), ("status", STATUSES)):
        rule = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True)
        rule.error, rule.errorTitle = f"One of {', '.join(choices)}", column
        rule.add(f"{_LETTERS[column]}2:{_LETTERS[column]}{MAX_ROWS}")
        sheet.data_validations.append(rule)
    sheet.auto_filter.ref = f"A1:{max(_LETTERS.values())}{count + 1}"
    head: list[Any] = [WriteOnlyCell(sheet, value=column) for column in COLUMNS]
    for cell in head:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6F0")
    text, guarded, day = (WriteOnlyCell(sheet) for _ in range(3))
    text.number_format = guarded.number_format = "@"
    # Text that Excel must not make a formula of even when a person edits the cell.
    guarded.quotePrefix = True
    day.number_format = "yyyy-mm-dd"
    styles = _Styles(*(int(cell.style_id) for cell in (text, guarded, day)))
    sheet.append(head)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue(), styles


def _row(number: int, term: Term, styles: _Styles, notebook: Notebook) -> str:
    cells = []
    for column, text in texts_of(term).items():
        if not text:
            continue
        reference = f"{_LETTERS[column]}{number}"
        if column in DATES and (day := getattr(term, column)) >= _FIRST_EXCEL_DAY:
            cells.append(number_cell(reference, (day - _EXCEL_EPOCH).days, styles.date))
            continue
        text = _escaped(text, column, term, notebook)
        style = styles.guarded if text[0] in _FORMULA_START else styles.text
        cells.append(text_cell(reference, text, style))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _escaped(text: str, column: str, term: Term, notebook: Notebook) -> str:
    """A text as a cell can hold it; an escape counts as the seven characters that it is written with."""
    if not text.isprintable() or "_x" in text:
        text = _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    # Excel counts UTF-16 units.
    if len(text) > MAX_CELL // 2 and len(text.encode("utf-16-le")) > 2 * MAX_CELL:
        message = f"{column} of {term.source[:40]!r} is cut to the {MAX_CELL:,} characters of a cell"
        notebook.add(RemarkKind.LOST, term.place, message)
        text = text.encode("utf-16-le")[: 2 * MAX_CELL].decode("utf-16-le", "ignore").rstrip()
    return text
