"""What an exchange says besides the terms: each value that a form could not hold, with its place."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from i18n_news.glossary.terms import Term


class RemarkKind(StrEnum):
    """How bad it is: `LOST` a value, `UNREAD` a whole line, `CONFLICT` a rendering that another entry overrules.

    `UNWRITTEN` is an entry that a form cannot hold. Where the renderings agree, `REPLACED` changed other cells of an
    entry, and `KEPT` left them as they were.
    """

    LOST = "lost"
    UNREAD = "unread"
    UNWRITTEN = "unwritten"
    CONFLICT = "conflict"
    REPLACED = "replaced"
    KEPT = "kept"
    MERGED = "merged"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Remark:
    """One line for a person; `place` is such as `list.xlsx!Sheet1:14`, counted from 1."""

    kind: RemarkKind
    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds, in its own order: duplicates are still there.

    `columns` are those that it has, by the name of the file in its terms, which is that of a sheet in a workbook.
    """

    terms: tuple[Term, ...]
    remarks: tuple[Remark, ...] = ()
    columns: Mapping[str, Collection[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Notebook:
    """Remarks while they are gathered; what comes back in every entry is counted and said once."""

    remarks: list[Remark] = field(default_factory=list)
    columns: dict[str, set[str]] = field(default_factory=dict)
    _counts: Counter[tuple[RemarkKind, str]] = field(default_factory=Counter)
    _first: dict[tuple[RemarkKind, str], str] = field(default_factory=dict)

    def add(self, kind: RemarkKind, place: str, message: str) -> None:
        self.remarks.append(Remark(kind, place, message))

    def count(self, kind: RemarkKind, place: str, message: str) -> None:
        """One more of the same; only the first place is kept."""
        self._counts[kind, message] += 1
        self._first.setdefault((kind, message), place)

    def closed(self) -> tuple[Remark, ...]:
        """All remarks, the counted ones last with how often they were met."""
        counted = [
            Remark(kind, self._first[kind, message], f"{message} ({number} times)" if number > 1 else message)
            for (kind, message), number in self._counts.items()
        ]
        return (*self.remarks, *counted)
