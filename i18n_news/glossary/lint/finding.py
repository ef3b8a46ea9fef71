"""What lint says, what it reads and what it must be told: the values that every rule shares."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from i18n_news.glossary.terms import Term
from i18n_news.model import Severity

BINDING = ("approved", "draft")


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of one line, which counts from 1 (0 is the file); `fix` says what --fix does, empty where a person must.

    `code` is stable: CI and docs/glossary.md name it.
    """

    code: str
    severity: Severity
    file: str
    line: int
    source: str
    message: str
    fix: str = ""

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it stands, cells untouched; without a term where no entry can be made of it."""

    line: int
    cells: tuple[str, ...]
    term: Term | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A glossary file read without refusing it; `columns` names the value of each column, "" for an unknown one.

    `is_words` is a list for the converter, which makes no spans. What load would refuse is in `faults`.
    """

    path: Path
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    is_words: bool = False
    faults: tuple[Finding, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(row.term for row in self.rows if row.term is not None)

    @property
    def file(self) -> str:
        return self.path.as_posix()

    def finding(self, term: Term, code: str, severity: Severity, message: str, fix: str = "") -> Finding:
        return Finding(code, severity, self.file, term.line, term.source, message, fix)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the rules need that stands in no glossary; what is left out is not checked.

    `domains` are those of the config, None for no config; `is_doubtful` tells whether a name may have more than one
    Traditional form, `is_traditional` whether a text is Traditional: both are what the converter's room knows.
    """

    today: date
    domains: Collection[str] | None = None
    is_doubtful: Callable[[str], bool] = lambda name: False
    is_traditional: Callable[[str], bool] = lambda text: False


@dataclass(frozen=True, slots=True)
class Glossaries:
    """The files in the order of precedence, and what the rules know besides."""

    sheets: tuple[Sheet, ...]
    knowledge: Knowledge

    def entries(self) -> Iterator[tuple[Sheet, Term]]:
        """Every entry that may make spans, in the order of precedence."""
        for sheet in self.sheets:
            if not sheet.is_words:
                for term in sheet.terms:
                    yield sheet, term

    def current(self) -> Iterator[tuple[Sheet, Term]]:
        """The entries that bind today or will: approved or draft, and not ended."""
        for sheet, term in self.entries():
            if term.status in BINDING and term.valid_to >= self.knowledge.today:
                yield sheet, term


Rule = Callable[[Glossaries], Iterator[Finding]]


def overlap(term: Term, other: Term) -> bool:
    """Whether both are for the same readers on some day."""
    return term.domain == other.domain and term.valid_from <= other.valid_to and other.valid_from <= term.valid_to
