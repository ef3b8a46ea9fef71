"""Two entries of one term compared: whether they concern the same days, agree in their forms, and differ in a cell."""

from collections.abc import Collection, Iterator

from i18n_news.glossary.exchange.cells import texts_of
from i18n_news.glossary.exchange.remarks import Remark, RemarkKind
from i18n_news.glossary.terms import COLUMNS, Term

FORMS = ("en", "en_short", "zh_hant_tw", "zh_hant_hk", "reading")
ALL_COLUMNS = frozenset(COLUMNS.values())
_LONGEST = 60


def concern_the_same(one: Term, other: Term) -> bool:
    """Whether a glossary cannot hold both: for the same audience on the same day."""
    return one.domain == other.domain and one.valid_from <= other.valid_to and other.valid_from <= one.valid_to


def agree(one: Term, other: Term) -> bool:
    """Whether no form contradicts another, and at least one is the same."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in FORMS]
    return all(a == b for a, b in pairs if a and b) and any(a == b for a, b in pairs if a)


def adds(one: Term, other: Term) -> bool:
    """Whether the other has a form that this one lacks."""
    return any(getattr(other, name) and not getattr(one, name) for name in FORMS)


def differences(one: Term, other: Term, said: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Column and both texts wherever the other says something else; empty cells count in the columns that it `said`."""
    ours, theirs = texts_of(one), texts_of(other)
    for column, name in COLUMNS.items():
        # The status that a file leaves open is no statement of it.
        counts = name in said or (theirs[column] and name not in ("kind", "status"))
        counts = counts or (name == "kind" and other.kind != "term") or (name == "status" and other.status != "draft")
        if counts and ours[column] != theirs[column]:
            yield column, ours[column], theirs[column]


def changes(one: Term, other: Term, but: str = "") -> str:
    """What is another in the other entry, for a person: `status: draft → approved`."""
    found = (each for each in differences(one, other, ALL_COLUMNS) if each[0] != but)
    return ", ".join(f"{column}: {_short(old)} → {_short(new)}" for column, old, new in found)


def clash(one: Term, other: Term) -> tuple[str, str, str]:
    """The first form that the other has otherwise: its column and both texts, quoted."""
    differing = (name for name in FORMS if getattr(other, name) and getattr(one, name) != getattr(other, name))
    name = next(differing, "en")
    ours, theirs = getattr(one, name) or "nothing", getattr(other, name) or "nothing"
    column = next(column for column, each in COLUMNS.items() if each == name)
    return column, repr(ours[:_LONGEST]), repr(theirs[:_LONGEST])


def remark_on(kind: RemarkKind, term: Term, message: str) -> Remark:
    return Remark(kind, place_of(term), f"{term.source}{message}")


def place_of(term: Term) -> str:
    return f"{term.file or '-'}:{term.line}"


def _short(text: str) -> str:
    return text[:_LONGEST] or "-"
