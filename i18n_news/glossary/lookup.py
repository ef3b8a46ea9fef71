"""Finding an entry by what a person remembers of it, and the entries beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from i18n_news.glossary.terms import Term

MOST_NEAR = 5
# An entry of one character lies in too many others to say anything.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries to list; what is empty does not matter. `match` stands in the source or a form, in any case."""

    file: str = ""
    kind: str = ""
    status: str = ""
    domain: str = ""
    match: str = ""

    def holds(self, term: Term) -> bool:
        exact = ((self.kind, term.kind), (self.status, term.status), (self.domain, term.domain))
        if any(wanted and wanted != value for wanted, value in exact):
            return False
        # The entries of a workbook are in one of its sheets: list.xlsx!Sheet1.
        files = (term.file, term.file.partition("!")[0])
        if self.file and not {self.file, f"{self.file}.tsv"} & set(files):
            return False
        return not self.match or any(self.match.casefold() in text.casefold() for text in _said(term))


def sources_of(entries: Iterable[Term], text: str) -> tuple[str, ...]:
    """The source itself, or else the sources of the entries that have this form; none when there is no such entry."""
    rows = list(entries)
    if any(term.source == text for term in rows):
        return (text,)
    folded = text.casefold()
    return tuple(dict.fromkeys(term.source for term in rows if folded in {form.casefold() for form in _forms(term)}))


def near(entries: Iterable[Term], text: str) -> tuple[str, ...]:
    """Sources like the text, for a person who mistyped it: those that hold it or lie in it, then those that look so."""
    sources = list(dict.fromkeys(term.source for term in entries))
    beside = [source for source in sources if text in source or (len(source) >= SHORTEST and source in text)]
    return tuple(dict.fromkeys((*beside, *get_close_matches(text, sources, n=MOST_NEAR, cutoff=0.5))))[:MOST_NEAR]


def status_on(term: Term, day: date) -> str:
    """The status, and that it is over or still to come: `approved, ended 2026-09-30`."""
    if term.valid_to < day:
        return f"{term.status}, ended {term.valid_to}"
    return f"{term.status}, begins {term.valid_from}" if term.valid_from > day else term.status


def beside(entries: Sequence[Term], source: str) -> tuple[Term, ...]:
    """The other entries whose source holds this one or lies in it, the longest first."""
    found = [
        term
        for term in entries
        if term.source != source and len(term.source) >= SHORTEST and (source in term.source or term.source in source)
    ]
    return tuple(sorted(found, key=lambda term: (-len(term.source), term.source)))


def _forms(term: Term) -> tuple[str, ...]:
    return tuple(filter(None, (term.en, term.en_short, term.zh_hant_tw, term.zh_hant_hk, term.reading)))


def _said(term: Term) -> tuple[str, ...]:
    return (term.source, *_forms(term))
