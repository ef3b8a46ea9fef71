"""What a machine may put right in a glossary file: spaces, full-width letters, quotes, lines said twice, the order."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from i18n_news.files import write_atomic
from i18n_news.glossary.lint.cells import SPACES, sort_key
from i18n_news.glossary.lint.english import FULL_WIDTH
from i18n_news.glossary.lint.finding import Row, Sheet
from i18n_news.glossary.terms import COLUMNS

NAMES = {value: column for column, value in COLUMNS.items()}
ENGLISH = ("en", "en_short", "avoid")
STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')
# They show nothing where they stand.
INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff"))
# Faults that make the columns of a row uncertain: to write the file would move or lose cells.
UNSAFE = frozenset({"not-utf-8", "no-header", "no-source-column", "stray-tab", "unknown-column", "double-column"})


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was put right; `line` is where it stood before."""

    file: str
    line: int
    source: str
    message: str


def fix(sheet: Sheet) -> tuple[Change, ...]:
    """Write the file with what is mechanical put right, and say what; untouched when nothing is or it cannot be safe.

    The order is left where a line could not be read, so that a person finds it again.
    """
    if not sheet.rows or any(fault.code in UNSAFE for fault in sheet.faults):
        return ()
    changes: list[Change] = []
    rows = [_cleaned(row, sheet, changes) for row in sheet.rows]
    kept = list(_once(rows, sheet, changes))
    if all(row.term for row in kept):
        ordered = sorted(kept, key=lambda row: sort_key(row.term) if row.term else ())
        if ordered != kept:
            changes.append(Change(sheet.file, 0, "", "sorted by source, domain and date"))
        kept = ordered
    if changes:
        head = tuple(NAMES[name] for name in sheet.columns)
        text = "".join("\t".join(cells) + "\n" for cells in (head, *(row.cells for row in kept)))
        write_atomic(sheet.path, text.encode("utf-8"))
    return tuple(changes)


def _cleaned(row: Row, sheet: Sheet, changes: list[Change]) -> Row:
    cells = []
    for place, cell in enumerate(row.cells):
        name = sheet.columns[place] if place < len(sheet.columns) else ""
        clean = cleaned(cell, is_english=name in ENGLISH)
        if clean != cell:
            source = row.term.source if row.term else ""
            changes.append(Change(sheet.file, row.line, source, f"{NAMES.get(name, '')}: {cell!r} is now {clean!r}"))
        cells.append(clean)
    return Row(row.line, tuple(cells), row.term)


def cleaned(cell: str, *, is_english: bool) -> str:
    """One cell without what nobody sees; English in half width and with straight quotes."""
    text = unicodedata.normalize("NFC", cell).translate(INVISIBLE)
    if is_english:
        text = FULL_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text).translate(STRAIGHT)
    # A letter in half width may take a mark that one in full width could not.
    return SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _once(rows: Sequence[Row], sheet: Sheet, changes: list[Change]) -> Iterator[Row]:
    """The rows without those that say the same as an earlier one in every column."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        # Empty cells at the end may be left out.
        cells = tuple("\t".join(row.cells).rstrip("\t").split("\t"))
        if cells in seen:
            source = row.term.source if row.term else ""
            changes.append(Change(sheet.file, row.line, source, f"dropped: the same as line {seen[cells]}"))
            continue
        seen[cells] = row.line
        yield row
