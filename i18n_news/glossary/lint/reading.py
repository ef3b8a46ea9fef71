"""A glossary file read to its end: every line that `terms.load` would refuse is a finding, not only the first."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from i18n_news.errors import GlossaryError, InvariantError
from i18n_news.glossary.lint.finding import Finding, Row, Sheet
from i18n_news.glossary.terms import COLUMNS, DATES, KINDS, STATUSES, Term
from i18n_news.model import Severity

ERROR = Severity.ERROR
# What `glossary import` reads; here its bytes would only be broken lines.
OTHER_FORMS = (".csv", ".tbx", ".xlsx", ".xml")


def read(path: Path, *, is_words: bool = False) -> Sheet:
    """The sheet of a file; GlossaryError only when the file cannot be read at all or is that of another tool."""
    if path.suffix.lower() in OTHER_FORMS:
        raise GlossaryError(path, 0, "is no .tsv; lint what glossary import --to NEW.tsv makes of it")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise GlossaryError(path, 0, f"cannot be read ({error.strerror}); check the path") from None
    faults: list[Finding] = []
    lines = list(_decoded(content, path, faults))
    header = next((number for number, line in enumerate(lines) if line.strip()), None)
    if header is None:
        message = f"the file is empty; begin it with a header line such as {', '.join(list(COLUMNS)[:3])}"
        return Sheet(path, (), faults=(*faults, _fault("no-header", path, 0, "", message)), is_words=is_words)
    columns = tuple(_columns(lines[header], path, header + 1, faults))
    if "source" not in columns:
        message = "there is no column 'source'; the header line must have one"
        faults.append(_fault("no-source-column", path, header + 1, "", message))
        return Sheet(path, columns, is_words=is_words, faults=tuple(faults))
    rows = [
        _row(line, columns, path, number, faults)
        for number, line in enumerate(lines[header + 1 :], header + 2)
        if line.strip()
    ]
    return Sheet(path, columns, tuple(rows), is_words, tuple(faults))


def _decoded(content: bytes, path: Path, faults: list[Finding]) -> Iterator[str]:
    try:
        whole = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        for number, line in enumerate(content.split(b"\n"), start=1):
            try:
                yield line.decode("utf-8-sig").rstrip("\r")
            except UnicodeDecodeError:
                message = "the line is not UTF-8; save the file again with the encoding UTF-8"
                faults.append(_fault("not-utf-8", path, number, "", message))
                # A line that cannot be read is not empty: the numbers of the others must stay.
                yield ""
        return
    yield from whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _columns(header: str, path: Path, line: int, faults: list[Finding]) -> Iterator[str]:
    names = [name.strip() for name in header.rstrip("\t").split("\t")]
    for place, name in enumerate(names):
        if name not in COLUMNS:
            known = {column.lower(): column for column in COLUMNS}
            near = get_close_matches(name.lower().replace("_", "-"), known, n=1, cutoff=0.5)
            advice = f"did you mean {known[near[0]]!r}?" if near else f"the columns are {', '.join(COLUMNS)}"
            faults.append(_fault("unknown-column", path, line, "", f"unknown column {name!r}; {advice}"))
            yield ""
        elif name in names[:place]:
            message = f"column {name!r} stands twice; remove one"
            faults.append(_fault("double-column", path, line, "", message))
            yield ""
        else:
            yield COLUMNS[name]


def _row(line: str, columns: Sequence[str], path: Path, number: int, faults: list[Finding]) -> Row:
    raw = tuple(line.split("\t"))
    cells = [unicodedata.normalize("NFC", cell).strip() for cell in raw]
    given = {name: cell for name, cell in zip(columns, cells, strict=False) if cell and name}
    source = given.get("source", "")
    if any(cells[len(columns) :]):
        message = f"{len(cells)} cells under {len(columns)} columns; remove the stray tab"
        faults.append(_fault("stray-tab", path, number, source, message))
    if not source:
        message = "the source is empty; give the Chinese term or drop the line"
        faults.append(_fault("no-source", path, number, "", message))
        return Row(number, raw)
    days: dict[str, date] = {}
    for name in DATES:
        cell = given.pop(name, "")
        if cell and (day := _day(cell)):
            days[name] = day
        elif cell:
            message = f"{name} {cell!r} is not a date; write it as 2026-01-31"
            faults.append(_fault("bad-date", path, number, source, message))
    avoid = tuple(part for item in given.pop("avoid", "").split(";") if (part := item.strip()))
    return Row(number, raw, _term(given, days, avoid, path, number, faults))


def _term(
    given: dict[str, str],
    days: dict[str, date],
    avoid: tuple[str, ...],
    path: Path,
    number: int,
    faults: list[Finding],
) -> Term | None:
    """The entry without what is wrong in it, so that the other rules see the rest."""
    while True:
        try:
            return Term(**given, **days, avoid=avoid, file=path.name, line=number)  # type: ignore[arg-type]
        except InvariantError as error:
            code, columns = _refused(given, days, avoid)
            faults.append(_fault(code, path, number, given["source"], str(error)))
            if not columns:
                return None
            for column in columns:
                given.pop(column, None)
                days.pop(column, None)


def _refused(given: dict[str, str], days: dict[str, date], avoid: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The code of the first reason to refuse, in the order of `Term`, and the columns without which it is none."""
    if given.get("kind", "term") not in KINDS:
        return "unknown-kind", ("kind",)
    if given.get("status", "approved") not in STATUSES:
        return "unknown-status", ("status",)
    if not {"en", "zh_hant_tw", "zh_hant_hk", "reading"} & given.keys():
        return "no-form", ()
    if "en_short" in given and "en" not in given:
        return "short-without-full", ("en_short",)
    if days.get("valid_from", date.min) > days.get("valid_to", date.max):
        return "dates-exchanged", ("valid_from", "valid_to")
    if "avoid_reason" in given and not avoid:
        return "reason-without-avoid", ("avoid_reason",)
    return "refused-row", ()


def _day(cell: str) -> date | None:
    try:
        day = date.fromisoformat(cell)
    except ValueError:
        return None
    return day if day.isoformat() == cell else None


def _fault(code: str, path: Path, line: int, source: str, message: str) -> Finding:
    return Finding(code, ERROR, path.as_posix(), line, source, message)
