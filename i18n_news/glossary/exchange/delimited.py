"""Tables and lists as text: our TSV, CSV as Excel saves and opens it, OmegaT's own glossaries."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from i18n_news.errors import GlossaryError
from i18n_news.glossary import terms as glossary
from i18n_news.glossary.exchange import lists, marks, rows
from i18n_news.glossary.exchange.bounds import MAX_ROWS, text_of
from i18n_news.glossary.exchange.cells import texts_of
from i18n_news.glossary.exchange.remarks import Notebook, Reading, Remark, RemarkKind
from i18n_news.glossary.terms import COLUMNS, Term

_DELIMITERS = ",;\t"
_SAMPLE_ROWS = 50
# Excel takes such a cell for a formula; an apostrophe before it keeps it text and is taken off again.
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")


def read(path: Path, *, status: str) -> Reading:
    """The terms of a text file, its encoding, delimiter and heads found out; `status` is for rows that say none."""
    text, encoding = text_of(path)
    notebook = Notebook()
    if not encoding.startswith("UTF-"):
        notebook.add(RemarkKind.CHANGED, path.name, f"read as {encoding}; save it as UTF-8 if Chinese looks wrong")

    def place(line: int) -> str:
        return f"{path.name}:{line}" if line else path.name

    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_ROWS:
        raise GlossaryError(path, 0, f"has more than {MAX_ROWS:,} lines; split it into several files")
    delimiter, text = _delimiter(text, path)
    table = _table(text, delimiter, path)
    first = [row for _, row in zip(range(_SAMPLE_ROWS), table, strict=False)]
    at, columns = rows.heads(first) if delimiter else (-1, {})
    table = _chained(first[at + 1 :], table)
    if not columns:
        return Reading(
            tuple(lists.terms_in(table, path, place, notebook, status=status)), notebook.closed(), notebook.columns
        )
    for line, cells in first[:at]:
        if any(cells):
            notebook.add(RemarkKind.UNREAD, place(line), "stands above the heads")
    head = first[at][1]
    if delimiter != "\t":
        table = ((line, [_unguarded(cell) for cell in cells]) for line, cells in table)
    found = tuple(rows.terms_under(head, columns, table, path, place, notebook, status=status))
    return Reading(found, notebook.closed(), notebook.columns)


def tsv(terms: Sequence[Term]) -> tuple[bytes, tuple[Remark, ...]]:
    """Our own form, which holds everything."""
    return glossary.dump(terms).encode("utf-8"), ()


def csv_for_excel(terms: Sequence[Term]) -> tuple[bytes, tuple[Remark, ...]]:
    """UTF-8 with a mark, so that Excel reads Chinese; what it would take for a formula has an apostrophe."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for term in terms:
        writer.writerow(_guarded(cell) for cell in texts_of(term).values())
    return stream.getvalue().encode("utf-8-sig"), ()


def omegat_tsv(terms: Sequence[Term]) -> tuple[bytes, tuple[Remark, ...]]:
    """Source, target and comment as OmegaT reads them; other columns are marks in the comment.

    The byte order mark, which OmegaT skips, keeps it from guessing another encoding for .txt and .tab.
    """
    kept, remarks = _for_omegat(terms, is_tsv=True)
    text = "".join("\t".join(cells) + "\n" for cells in kept)
    return text.encode("utf-8-sig"), remarks


def omegat_csv(terms: Sequence[Term]) -> tuple[bytes, tuple[Remark, ...]]:
    kept, remarks = _for_omegat(terms, is_tsv=False)
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(kept)
    return stream.getvalue().encode("utf-8"), remarks


def _for_omegat(terms: Sequence[Term], *, is_tsv: bool) -> tuple[list[tuple[str, str, str]], tuple[Remark, ...]]:
    kept, notebook = [], Notebook()
    for term in terms:
        cells = texts_of(term)
        source, english = cells.pop("source"), cells.pop("en")
        if not english:
            notebook.add(RemarkKind.UNWRITTEN, term.place, f"{source}: OmegaT needs an English form")
        elif is_tsv and source.startswith("#"):
            notebook.add(RemarkKind.UNWRITTEN, term.place, f"{source}: OmegaT skips lines that begin with #")
        else:
            kept.append((source, english, " ".join(marks.marked(cells))))
    return kept, notebook.closed()


def _delimiter(text: str, path: Path) -> tuple[str, str]:
    """What separates the cells, or nothing for lines of a list; and the text without Excel's own hint."""
    if path.suffix.lower() == ".tsv":
        return "\t", text
    if found := re.match(r"sep=([,;\t])\n", text):
        return found[1], text[found.end() :]
    start = "\n".join(text[:200_000].split("\n")[:_SAMPLE_ROWS])
    best, width = "", 0
    for delimiter in _DELIMITERS:
        try:
            sample = [cells for _, cells in _table(start, delimiter, path) if any(cells)]
        except GlossaryError:
            continue
        _, columns = rows.heads(list(enumerate(sample)))
        if columns:
            return delimiter, text
        # Without heads the delimiter is what nearly every row has.
        wide = sum(len(cells) > 1 for cells in sample)
        if wide > width and wide >= 0.8 * len(sample):
            best, width = delimiter, wide
    is_list = best != "\t" and path.suffix.lower() != ".csv"
    return ("" if is_list else best), text


def _table(text: str, delimiter: str, path: Path) -> Iterator[rows.Row]:
    """Line numbers, each of the line that a row begins in, with the cells."""
    if not delimiter or (delimiter == "\t" and _is_ours(text)):
        # In our own files, as in OmegaT's and in lists, a quotation mark is a letter like any other.
        for line, content in enumerate(text.split("\n"), 1):
            yield line, content.split("\t")
        return
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise GlossaryError(path, line, rows.too_long()) from None
        yield line, cells
        line = reader.line_num + 1


def _is_ours(text: str) -> bool:
    """Whether a tab-separated text has our own heads, or none at all as OmegaT's has not."""
    head = next((line for line in text[:20_000].split("\n") if line.strip()), "").split("\t")
    return all(name.strip() in COLUMNS or not name for name in head) or not rows.heads([(1, head)])[1]


def _chained(first: Iterable[rows.Row], rest: Iterator[rows.Row]) -> Iterator[rows.Row]:
    yield from first
    yield from rest


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
