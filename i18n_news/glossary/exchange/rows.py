"""Rows under heads become terms; a row that cannot is named with the reason."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from i18n_news.errors import GlossaryError, InvariantError
from i18n_news.glossary.exchange import headers
from i18n_news.glossary.exchange.bounds import MAX_CELL
from i18n_news.glossary.exchange.remarks import Notebook, RemarkKind
from i18n_news.glossary.terms import COLUMNS, DATES, Term

# Offices put a title or two above the heads.
MAX_ABOVE = 10
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[T ].*)?")
_BREAKS = re.compile(r"[ \t\r\n]*[\t\r\n]+[ \t\r\n]*")
_COLUMN = {name: column for column, name in COLUMNS.items()}

Row = tuple[int, Sequence[str]]
Place = Callable[[int], str]


def heads(rows: Sequence[Row]) -> tuple[int, dict[int, str]]:
    """Which of the first rows holds the heads, and what its columns give; (-1, {}) when there are none."""
    for index, (_, cells) in enumerate(rows[:MAX_ABOVE]):
        # A row with marks of our own is no head, even where the term is called 中文.
        if not any("【status】" in cell for cell in cells) and (columns := headers.columns_of(cells)):
            return index, columns
    return -1, {}


def terms_under(
    head: Sequence[str],
    columns: dict[int, str],
    rows: Iterable[Row],
    path: Path,
    place: Place,
    notebook: Notebook,
    *,
    status: str,
) -> Iterator[Term]:
    """A term for each row; `status` is for those that say none. GlossaryError when a cell is beyond all bounds."""
    for number, name in enumerate(head):
        if name.strip() and number not in columns:
            notebook.add(RemarkKind.LOST, place(0), f"the column {name.strip()[:40]!r} is not read")
    notebook.columns[place(0)] = set(columns.values())
    width = max(len(head), *(number + 1 for number in columns))
    for line, cells in rows:
        given: dict[str, str] = {}
        for number, name in columns.items():
            if number >= len(cells) or not cells[number]:
                continue
            cell = cells[number]
            if len(cell) > MAX_CELL:
                raise GlossaryError(path, line, too_long())
            given[name] = cell
        if any(cell.strip() for cell in cells[width:]):
            notebook.add(RemarkKind.LOST, place(line), "there are cells beyond the last head; give them one")
        if term := term_of(given, line, place, notebook, status=status):
            yield term


def term_of(given: dict[str, str], line: int, place: Place, notebook: Notebook, *, status: str) -> Term | None:
    """The term that texts by value name make, cleaned with a remark; None, with a remark, when they make none."""
    cells: dict[str, object] = {}
    for name, text in given.items():
        if name != "avoid" and (cleaned := clean(text, name, line, place, notebook)):
            cells[name] = cleaned
    if not cells and not given.get("avoid", "").strip():
        return None
    for name, unset in DATES.items():
        if name in cells:
            cells[name] = _day(str(cells[name]), name, line, place, notebook) or unset
    if "avoid" in given:
        parts = re.split(r"[;\r\n]+", unicodedata.normalize("NFC", given["avoid"]))
        cells["avoid"] = tuple(part for item in parts if (part := item.replace("\t", " ").strip()))
    kind = str(cells.get("kind", "term"))
    cells["kind"] = headers.kind_of(kind) or "term"
    if not headers.kind_of(kind):
        notebook.add(RemarkKind.LOST, place(line), f"the kind {kind[:40]!r} is unknown; read as 'term'")
    state = str(cells.get("status", status))
    cells["status"] = headers.state_of(state) or status
    if not headers.state_of(state):
        notebook.add(RemarkKind.LOST, place(line), f"the status {state[:40]!r} is unknown; read as {status!r}")
    for name, needed in (("en_short", "en"), ("avoid_reason", "avoid")):
        if name in cells and not cells.get(needed):
            notebook.add(RemarkKind.LOST, place(line), f"{name} {str(cells.pop(name))[:40]!r} without {needed}")
    notebook.columns.setdefault(place(0), set()).update(given)
    if "source" not in cells:
        notebook.add(RemarkKind.UNREAD, place(line), "there is no Chinese term")
        return None
    try:
        return Term(**cells, file=place(0), line=line)  # type: ignore[arg-type]
    except InvariantError as error:
        notebook.add(RemarkKind.UNREAD, place(line), str(error))
        return None


def clean(text: str, name: str, line: int, place: Place, notebook: Notebook) -> str:
    """A text that a term may hold: composed, without line breaks and outer white space."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    if "\n" in text or "\t" in text or "\r" in text:
        text = _BREAKS.sub(" ", text)
        notebook.add(RemarkKind.CHANGED, place(line), f"line breaks or tabs in {_COLUMN[name]} became spaces")
    return text


def too_long() -> str:
    return f"a cell is longer than {MAX_CELL:,} characters; is a quotation mark not closed?"


def _day(text: str, name: str, line: int, place: Place, notebook: Notebook) -> date | None:
    """A date as offices write it, the year first: anything else could be the third of April or the fourth of March."""
    if found := _DAY.fullmatch(text):
        year, month, day = (int(part) for part in found.groups() if part)
        try:
            return date(year, month, day)
        except ValueError:
            pass
    notebook.add(RemarkKind.LOST, place(line), f"{_COLUMN[name]} {text[:40]!r} is not a date such as 2026-01-31")
    return None
