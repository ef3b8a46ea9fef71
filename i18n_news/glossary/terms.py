"""Glossary files: one term a row, tab-separated, checked on reading so that a broken row is named by its line."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from i18n_news.errors import GlossaryError, InvariantError
from i18n_news.files import write_atomic

KINDS = ("term", "person", "place", "organization", "title", "quantity", "date", "slogan", "code")
STATUSES = ("draft", "approved", "deprecated")
LOCALES = ("en", "zh-Hant-TW", "zh-Hant-HK")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry: texts are NFC, validity includes both days, and where the entry stands does not count for equality.

    `domain` is the audience that the rendering is for, empty for all; `decided_by` and `decided_on` say who decided
    and when (`date.min` where nobody said), `origin` on which source; `avoid_reason` why not the renderings in `avoid`.
    """

    source: str
    kind: str = "term"
    en: str = ""
    en_short: str = ""
    zh_hant_tw: str = ""
    zh_hant_hk: str = ""
    reading: str = ""
    avoid: tuple[str, ...] = ()
    avoid_reason: str = ""
    status: str = "approved"
    domain: str = ""
    valid_from: date = date.min
    valid_to: date = date.max
    decided_by: str = ""
    decided_on: date = date.min
    origin: str = ""
    note: str = ""
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if fault := _fault(self):
            raise InvariantError(fault)

    @property
    def forms(self) -> Mapping[str, str]:
        """What the entry decides, by locale; `en` is the form for the first mention."""
        texts = zip(LOCALES, (self.en, self.zh_hant_tw, self.zh_hant_hk), strict=True)
        return {locale: text for locale, text in texts if text}

    @property
    def place(self) -> str:
        """The origin of the spans that this entry makes, such as `glossary:political.tsv:14`."""
        return f"glossary:{self.file}:{self.line}"

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day <= self.valid_to


# The columns that a file may have, in order, with the names of their values.
COLUMNS = {
    column.name.replace("zh_hant_", "zh-Hant-").replace("-tw", "-TW").replace("-hk", "-HK"): column.name
    for column in fields(Term)
    if column.compare
}
# Written only where an entry uses them: most glossaries need none of them.
SELDOM = ("avoid_reason", "domain", "decided_by", "decided_on")
DATES = {"valid_from": date.min, "valid_to": date.max, "decided_on": date.min}


def load(path: Path | str) -> tuple[Term, ...]:
    """Read one glossary in file order; GlossaryError names the line and what to do."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise GlossaryError(path, 0, f"cannot be read ({error.strerror}); check the path") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise GlossaryError(path, line, "is not UTF-8; save the file again with the encoding UTF-8") from None
    return parse(text, path)


def parse(text: str, path: Path | str) -> tuple[Term, ...]:
    """The terms of a file's text; `path` is for the errors, its last part for `Term.file`."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    header = next((number for number, line in enumerate(lines) if line.strip()), None)
    if header is None:
        raise GlossaryError(path, 0, f"is empty; begin it with a header line such as {', '.join(list(COLUMNS)[:3])}")
    columns = _columns(lines[header], path, header + 1)
    seen: dict[str, list[Term]] = {}
    terms = []
    for number, line in enumerate(lines[header + 1 :], header + 2):
        if not line.strip():
            continue
        term = _term(line, columns, path, number)
        for earlier in seen.setdefault(term.source, []):
            overlap = term.valid_from <= earlier.valid_to and earlier.valid_from <= term.valid_to
            if overlap and term.domain == earlier.domain:
                advice = "keep one, or give both valid_from and valid_to that do not overlap"
                raise GlossaryError(path, number, f"{term.source!r} stands in line {earlier.line} already; {advice}")
        seen[term.source].append(term)
        terms.append(term)
    return tuple(terms)


def dump(terms: Iterable[Term]) -> str:
    """A file's text, sorted by source, domain and date so that a git diff reads well; SELDOM columns only if used."""
    rows = [_cells(term) for term in sorted(terms, key=lambda term: (term.source, term.domain, term.valid_from))]
    columns = [name for name in COLUMNS if name not in SELDOM or any(row[name] for row in rows)]
    lines = [columns, *([row[name] for name in columns] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def save(path: Path | str, terms: Iterable[Term]) -> None:
    """Write what `dump` gives; what `load` would refuse is refused before anything is written."""
    text = dump(terms)
    parse(text, path)
    write_atomic(Path(path), text.encode("utf-8"))


def _columns(header: str, path: Path | str, line: int) -> tuple[str, ...]:
    names = tuple(name.strip() for name in header.rstrip("\t").split("\t"))
    for name in names:
        if name not in COLUMNS:
            known = {column.lower(): column for column in COLUMNS}
            near = get_close_matches(name.lower().replace("_", "-"), known, n=1, cutoff=0.5)
            advice = f"did you mean {known[near[0]]!r}?" if near else f"the columns are {', '.join(COLUMNS)}"
            raise GlossaryError(path, line, f"unknown column {name!r}; {advice}")
        if names.count(name) > 1:
            raise GlossaryError(path, line, f"column {name!r} stands twice; remove one")
    if "source" not in names:
        raise GlossaryError(path, line, "there is no column 'source'; the header line must have one")
    return tuple(COLUMNS[name] for name in names)


def _term(line: str, columns: tuple[str, ...], path: Path | str, number: int) -> Term:
    cells = [cell.strip() for cell in line.split("\t")]
    if any(cells[len(columns) :]):
        message = f"{len(cells)} cells under {len(columns)} columns; remove the stray tab"
        raise GlossaryError(path, number, message)
    # A spreadsheet leaves out the empty cells at the end of a row.
    given = {name: cell for name, cell in zip(columns, cells, strict=False) if cell}
    if "source" not in given:
        raise GlossaryError(path, number, "the source is empty; give the Chinese term or drop the line")
    days = {name: _day(given.pop(name), name, path, number) for name in DATES if name in given}
    avoid = tuple(part for item in given.pop("avoid", "").split(";") if (part := item.strip()))
    try:
        return Term(**given, **days, avoid=avoid, file=Path(path).name, line=number)  # type: ignore[arg-type]
    except InvariantError as error:
        raise GlossaryError(path, number, str(error)) from None


def _day(cell: str, column: str, path: Path | str, line: int) -> date:
    try:
        day = date.fromisoformat(cell)
    except ValueError:
        day = None
    if day is None or day.isoformat() != cell:
        raise GlossaryError(path, line, f"{column} {cell!r} is not a date; write it as 2026-01-31") from None
    return day


def _cells(term: Term) -> dict[str, str]:
    """The texts of an entry by column; a date that says nothing is empty."""
    cells = {column: getattr(term, name) for column, name in COLUMNS.items()}
    cells["avoid"] = "; ".join(term.avoid)
    for name, unset in DATES.items():
        cells[name] = "" if cells[name] == unset else cells[name].isoformat()
    return cells


def _fault(term: Term) -> str:
    """Why this entry must not exist and what to do about it, or nothing."""
    if term.kind not in KINDS:
        return _unknown("kind", term.kind, KINDS)
    if term.status not in STATUSES:
        return _unknown("status", term.status, STATUSES)
    if not term.source:
        return "the source is empty; give the Chinese term or drop the line"
    if not (term.en or term.zh_hant_tw or term.zh_hant_hk or term.reading):
        return f"no form and no reading for {term.source!r}; add one or drop the line"
    if term.en_short and not term.en:
        return f"en_short without en for {term.source!r}; give the form of the first mention in en"
    if term.valid_from > term.valid_to:
        return f"{term.source!r} ends on {term.valid_to} before it begins on {term.valid_from}; exchange the dates"
    if any(not item or ";" in item for item in term.avoid):
        return f"a rendering to avoid for {term.source!r} is empty or holds a semicolon; give one rendering each"
    if term.avoid_reason and not term.avoid:
        return f"avoid_reason without avoid for {term.source!r}; give the renderings to avoid, or drop the reason"
    texts = [getattr(term, name) for name in COLUMNS.values() if name != "avoid" and name not in DATES]
    for text in filter(None, (*texts, *term.avoid)):
        if text[0].isspace() or text[-1].isspace() or "\t" in text or "\n" in text or "\r" in text:
            return f"{text!r} holds a tab, a line break or outer white space; clean it"
        if not unicodedata.is_normalized("NFC", text):
            return f"{text!r} is not in Unicode's normalization form C; compose it"
    return ""


def _unknown(column: str, given: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(given.lower(), known, n=1, cutoff=0.5)
    advice = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"
    return f"unknown {column} {given!r}; {advice}"
