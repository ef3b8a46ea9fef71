"""What changed between two states of the glossaries, by meaning: entries, not lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from i18n_news.glossary.terms import COLUMNS, DATES, Term


class ChangeKind(StrEnum):
    """What a change means, the gravest first; each but the first three is named after the columns that it touches."""

    ADDED = "added"
    REMOVED = "removed"
    SUPERSEDED = "superseded"
    REWORDED = "reworded"
    STATUS = "status"
    VALIDITY = "validity"
    MOVED = "moved"
    AUTHORITY = "authority"
    NOTE = "note"


# The column "file" stands for where an entry is: a file read earlier beats the others.
FILE = "file"
MEANINGS: Mapping[ChangeKind, tuple[str, ...]] = {
    ChangeKind.REWORDED: ("kind", "en", "en_short", "zh-Hant-TW", "zh-Hant-HK", "reading", "avoid"),
    ChangeKind.STATUS: ("status",),
    ChangeKind.VALIDITY: ("domain", "valid_from", "valid_to"),
    ChangeKind.MOVED: (FILE,),
    ChangeKind.AUTHORITY: ("avoid_reason", "decided_by", "decided_on", "origin"),
    ChangeKind.NOTE: ("note",),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A column in which two versions of an entry differ, as the texts of a file."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One entry before and after; an added one has no `old`, a removed one no `new`.

    Where a new rendering takes the place of one that ends, `ended` is the old entry as it stands now.
    """

    kind: ChangeKind
    old: Term | None = None
    new: Term | None = None
    ended: Term | None = None

    @property
    def term(self) -> Term:
        """The entry as it is now, or as it was."""
        term = self.new or self.old
        assert term is not None
        return term

    @property
    def source(self) -> str:
        return self.term.source

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The columns that differ, in the order of a file; for an added or removed entry those that say something."""
        old, new = (texts(term) if term else {} for term in (self.old, self.new))
        columns = (*COLUMNS, FILE)
        pairs = ((column, old.get(column, ""), new.get(column, "")) for column in columns if column != "source")
        return tuple(Cell(column, before, after) for column, before, after in pairs if before != after)

    @property
    def binds(self) -> bool:
        """Whether an edition may read differently: not by another note, source or reason."""
        return self.kind not in (ChangeKind.AUTHORITY, ChangeKind.NOTE)


def diff(old: Iterable[Term], new: Iterable[Term]) -> tuple[Change, ...]:
    """The changes in the order of their sources; the entries of one file are told by source, domain and first day."""
    before, after = _by_source(old), _by_source(new)
    found: list[Change] = []
    for source in sorted(before.keys() | after.keys()):
        found += _with_successions(_changes(before.get(source, []), after.get(source, [])))
    return tuple(found)


def applied(terms: Iterable[Term], changes: Iterable[Change]) -> tuple[Term, ...]:
    """The entries after the changes: what `diff` found between two states leads from the first to the second."""
    result = list(terms)
    for change in changes:
        if change.old:
            place = next(n for n, term in enumerate(result) if (term, term.file) == (change.old, change.old.file))
            del result[place]
        result += [term for term in (change.ended, change.new) if term]
    return tuple(result)


def texts(term: Term) -> dict[str, str]:
    """An entry by column as a file has it, and the file's name under `file`; empty is what says nothing."""
    values = {column: getattr(term, name) for column, name in COLUMNS.items()}
    values["avoid"] = "; ".join(term.avoid)
    for name, unset in DATES.items():
        values[name] = "" if values[name] == unset else values[name].isoformat()
    return {**values, FILE: term.file}


def _by_source(terms: Iterable[Term]) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(term.source, []).append(term)
    return found


def _changes(old: Sequence[Term], new: Sequence[Term]) -> Iterator[Change]:
    """The entries of one source, paired from the surest likeness to the least; what finds no partner came or went."""
    before, after = list(old), list(new)
    for likeness in LIKENESSES:
        for term in tuple(before):
            partner = next((other for other in after if likeness(term, other)), None)
            if partner is None:
                continue
            # Equal entries may stand in two files: what is meant is this very one.
            before = [other for other in before if other is not term]
            after = [other for other in after if other is not partner]
            if (term, term.file) != (partner, partner.file):
                yield _changed(term, partner)
    yield from (Change(ChangeKind.REMOVED, old=term) for term in before)
    yield from (Change(ChangeKind.ADDED, new=term) for term in after)


# Two versions of an entry, the surest first.
LIKENESSES = (
    lambda a, b: a == b and a.file == b.file,
    lambda a, b: a == b,
    lambda a, b: (a.file, a.domain, a.valid_from) == (b.file, b.domain, b.valid_from),
    lambda a, b: (a.file, a.domain, _forms(a)) == (b.file, b.domain, _forms(b)),
    lambda a, b: (a.domain, a.valid_from) == (b.domain, b.valid_from),
    lambda a, b: (a.file, a.domain) == (b.file, b.domain),
    lambda a, b: (a.file, _forms(a)) == (b.file, _forms(b)),
)


def _forms(term: Term) -> tuple[str, ...]:
    return term.en, term.en_short, term.zh_hant_tw, term.zh_hant_hk


def _changed(old: Term, new: Term) -> Change:
    change = Change(ChangeKind.NOTE, old, new)
    columns = {cell.column for cell in change.cells}
    kind = next(kind for kind, own in MEANINGS.items() if columns & set(own))
    return Change(kind, old, new)


def _with_successions(changes: Iterable[Change]) -> Iterator[Change]:
    """An entry that now ends, and one added that begins after it, are one change of wording on a day."""
    found = list(changes)
    ending = [each for each in found if each.old and each.new and each.new.valid_to < each.old.valid_to]
    for end in ending:
        assert end.old and end.new
        last, domain = end.new.valid_to, end.new.domain
        heirs = [
            each
            for each in found
            if each.kind is ChangeKind.ADDED and each.new and each.new.domain == domain and each.new.valid_from > last
        ]
        if not heirs:
            continue
        heir = min(heirs, key=lambda each: each.term.valid_from)
        succession = Change(ChangeKind.SUPERSEDED, end.old, heir.new, end.new)
        found = [succession if each is end else each for each in found if each is not heir]
    yield from found
