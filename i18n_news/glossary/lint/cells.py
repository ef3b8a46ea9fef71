"""The cells as they stand in the file: spaces, composition of characters, and the order of the lines."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from i18n_news.glossary.lint.finding import Finding, Glossaries
from i18n_news.glossary.terms import COLUMNS, Term
from i18n_news.model import Severity

SPACES = re.compile(r"[ \u00a0\u2000-\u200b\u202f]{2,}|[\u00a0\u2000-\u200b\u202f\ufeff]")
NAMES = {value: column for column, value in COLUMNS.items()}


def faults(glossaries: Glossaries) -> Iterator[Finding]:
    """What `terms.load` would refuse; see reading.py for the codes."""
    for sheet in glossaries.sheets:
        yield from sheet.faults


def spaces(glossaries: Glossaries) -> Iterator[Finding]:
    """`outer-spaces`, `double-spaces`, `not-composed`: what nobody sees and a search does not find."""
    for sheet in glossaries.sheets:
        for row in sheet.rows:
            line = "\t".join(row.cells)
            source = row.term.source if row.term else ""
            if not line.isascii() and not unicodedata.is_normalized("NFC", line):
                message = "letters with separate marks (Unicode form C is wanted)"
                yield Finding("not-composed", Severity.WARNING, sheet.file, row.line, source, message, "composes them")
            if outer := [name for name, cell in zip(sheet.columns, row.cells, strict=False) if cell != cell.strip()]:
                message = f"spaces around {', '.join(NAMES.get(name, '?') for name in outer)}"
                yield Finding("outer-spaces", Severity.WARNING, sheet.file, row.line, source, message, "removes them")
            if SPACES.search(line) and (inner := [n for n, cell in _cells(sheet.columns, row.cells) if _is_odd(cell)]):
                message = f"double or special spaces in {', '.join(NAMES[name] for name in inner)}"
                fix = "writes single ones"
                yield Finding("double-spaces", Severity.WARNING, sheet.file, row.line, source, message, fix)


def order(glossaries: Glossaries) -> Iterator[Finding]:
    """`not-sorted`, once a file: a sorted file reads well in a diff."""
    for sheet in glossaries.sheets:
        for earlier, term in pairwise(sheet.terms):
            if sort_key(term) < sort_key(earlier):
                message = f"stands after {earlier.source!r}; the lines are not sorted by source, domain and date"
                yield sheet.finding(term, "not-sorted", Severity.INFO, message, "sorts the file")
                break


def sort_key(term: Term) -> tuple[object, ...]:
    """The order in which `terms.dump` writes."""
    return term.source, term.domain, term.valid_from


def _cells(columns: tuple[str, ...], cells: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(name, cell) for name, cell in zip(columns, cells, strict=False) if name]


def _is_odd(cell: str) -> bool:
    return SPACES.search(cell.strip()) is not None
