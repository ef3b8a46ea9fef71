"""New rows over the entries of a glossary: each row takes the place of the entry that it is a later version of.

On their days the new rows bind; an entry that has days besides keeps those, so that a rendering that another one
follows is still there for the time before.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from i18n_news.glossary.exchange.comparing import (
    ALL_COLUMNS,
    agree,
    changes,
    clash,
    concern_the_same,
    place_of,
    remark_on,
)
from i18n_news.glossary.exchange.remarks import Remark, RemarkKind
from i18n_news.glossary.terms import Term

_DAY = timedelta(days=1)
_PERIOD = ("valid_from", "valid_to")
# What a list that has no such column leaves as it was, though the rendering is another one.
_OF_THE_SOURCE = ("kind",)
# Two versions of one entry, the surest first.
_LIKENESSES: tuple[Callable[[Term, Term], bool], ...] = (
    lambda old, new: agree(old, new) and old.valid_from == new.valid_from,
    agree,
    lambda old, new: old.valid_from == new.valid_from,
)


def replaced(
    present: Sequence[Term], incoming: Iterable[Term], columns: Mapping[str, Collection[str]]
) -> tuple[dict[int, Term], list[Term], list[Remark]]:
    """The entries that stay, by their place in `present`; the new ones; a remark for each row that met an entry.

    `incoming` is a glossary by itself; `columns` are those that a file has, by its name: what it has no column for
    is not taken away.
    """
    kept = dict(enumerate(present))
    by_source: dict[str, list[int]] = {}
    for place, term in kept.items():
        by_source.setdefault(term.source, []).append(place)
    rows: dict[str, list[Term]] = {}
    for term in incoming:
        rows.setdefault(term.source, []).append(term)
    added: list[Term] = []
    remarks: list[Remark] = []
    for source, own in rows.items():
        partners = _partners(present, by_source.get(source, ()), own)
        taken = {place: _over(present[place], own[n], columns) for n, place in partners.items()}
        kept |= taken
        remarks += [_remark(present[place], own[n], kept[place]) for n, place in partners.items()]
        fresh = [term for n, term in enumerate(own) if n not in partners]
        added += fresh
        for place in by_source.get(source, ()):
            if place not in taken:
                rivals = [term for term in (*taken.values(), *fresh) if concern_the_same(present[place], term)]
                more = _shortened(kept, place, rivals, remarks)
                added += more
    return kept, added, remarks


def without_days_of(term: Term, rivals: Iterable[Term]) -> list[Term]:
    """The entry for those of its days that no rival has; more than once where a rival lies between."""
    left, start = [], term.valid_from
    for rival in sorted(rivals, key=lambda each: each.valid_from):
        if start < rival.valid_from:
            left.append((start, rival.valid_from - _DAY))
        if rival.valid_to >= term.valid_to:
            break
        start = max(start, rival.valid_to + _DAY)
    else:
        left.append((start, term.valid_to))
    return [replace(term, valid_from=first, valid_to=last) for first, last in left]


def given_way(term: Term, rival: Term, left: Sequence[Term]) -> Remark:
    """That an entry is replaced by the rival, and on which days it still binds."""
    column, ours, theirs = clash(term, rival)
    days = " and ".join(_days(each) for each in left)
    still = f"; it stays {days}" if days else ""
    what = f": {column} {ours} of {place_of(term)} is replaced by {theirs}{still}"
    return remark_on(RemarkKind.CONFLICT, rival, what)


def _partners(present: Sequence[Term], places: Sequence[int], own: Sequence[Term]) -> dict[int, int]:
    """By the number of a row the place of the entry that it is a version of."""
    found: dict[int, int] = {}
    for is_like in _LIKENESSES if places else ():
        for number, term in enumerate(own):
            if number in found:
                continue
            free = (place for place in places if place not in found.values())
            alike = (p for p in free if concern_the_same(present[p], term) and is_like(present[p], term))
            if (place := next(alike, -1)) >= 0:
                found[number] = place
    return found


def _over(old: Term, new: Term, columns: Mapping[str, Collection[str]]) -> Term:
    """The new row in all its cells; what its file has no column for stays, as far as the rendering is the same."""
    said = columns.get(new.file, ALL_COLUMNS)
    open_columns = (ALL_COLUMNS if agree(old, new) else frozenset(_OF_THE_SOURCE)) - set(said)
    unset = Term("-", en="-", status="draft")
    stays = {
        name: getattr(old, name)
        for name in open_columns
        if name not in _PERIOD and getattr(new, name) == getattr(unset, name)
    }
    if all(name in open_columns and getattr(new, name) == getattr(unset, name) for name in _PERIOD):
        stays |= {name: getattr(old, name) for name in _PERIOD}
    if not (stays.get("en") or new.en):
        stays.pop("en_short", None)
    if not (stays.get("avoid") or new.avoid):
        stays.pop("avoid_reason", None)
    return replace(new, **stays)


def _remark(old: Term, row: Term, new: Term) -> Remark:
    if old == new:
        return remark_on(RemarkKind.MERGED, row, f" is the same as in {place_of(old)}")
    if agree(old, row):
        return remark_on(RemarkKind.REPLACED, row, f" of {place_of(old)}: {changes(old, new)}")
    column, ours, theirs = clash(old, row)
    also = changes(old, new, but=column)
    what = f": {column} {ours} of {place_of(old)} is replaced by {theirs}" + (f"; {also}" if also else "")
    return remark_on(RemarkKind.CONFLICT, row, what)


def _shortened(kept: dict[int, Term], place: int, rivals: Sequence[Term], remarks: list[Remark]) -> list[Term]:
    """Take from a kept entry the days of the rivals; what it has after them, as entries of their own."""
    if not rivals:
        return []
    term = kept.pop(place)
    left = without_days_of(term, rivals)
    remarks += [given_way(term, rival, left) for rival in rivals]
    if left:
        kept[place] = left[0]
    return left[1:]


def _days(term: Term) -> str:
    start = "" if term.valid_from == date.min else f"from {term.valid_from}"
    end = "" if term.valid_to == date.max else f"until {term.valid_to}"
    return " ".join(filter(None, (start, end)))
