"""Duplicates merged by rule: the first entry binds, the same rendering is one, another one is a conflict in the report.

Two entries concern the same when source and domain are equal and their days overlap, as a glossary file has it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, get_args

from i18n_news.errors import GlossaryError
from i18n_news.glossary.exchange.comparing import (
    ALL_COLUMNS,
    FORMS,
    adds,
    agree,
    clash,
    concern_the_same,
    differences,
    place_of,
    remark_on,
)
from i18n_news.glossary.exchange.remarks import Remark, RemarkKind
from i18n_news.glossary.exchange.replacing import given_way, replaced, without_days_of
from i18n_news.glossary.terms import COLUMNS, Term

# keep: the earlier entry binds; replace: the later one does; fail: a conflict stops the work.
Policy = Literal["keep", "replace", "fail"]
POLICIES: tuple[Policy, ...] = get_args(Policy)
Columns = Mapping[str, Collection[str]]
ANY_COLUMNS: Columns = MappingProxyType({})

# Neither status nor dates are mixed: they say when and whether the whole entry binds.
_ASIDE = ("kind", "avoid", "avoid_reason", "decided_by", "decided_on", "origin", "note")
# What an entry says even where it leaves it open.
_WHEN = ("status", "valid_from", "valid_to")
_UNSET = Term("-", en="-")


@dataclass(frozen=True, slots=True)
class Merged:
    """`terms` has the entries that were there, in their order, and then the new ones; `changed` counts the former."""

    terms: tuple[Term, ...]
    added: int
    changed: int
    remarks: tuple[Remark, ...]


def merge(
    incoming: Iterable[Term], present: Sequence[Term] = (), *, policy: Policy = "keep", columns: Columns = ANY_COLUMNS
) -> Merged:
    """What was present is changed by the policy `replace` alone; every duplicate is a remark.

    `columns` are those that a file has, by the name of the file in its terms; of other files all: an empty cell says
    something only where there is a column for it.
    """
    if policy != "replace":
        return _in_order(incoming, present, policy, columns)
    own = _in_order(incoming, (), policy, columns)
    kept, added, remarks = replaced(present, own.terms, columns)
    changed = sum(kept.get(place) != term for place, term in enumerate(present))
    return Merged((*(kept[place] for place in sorted(kept)), *added), len(added), changed, (*own.remarks, *remarks))


def _in_order(incoming: Iterable[Term], present: Sequence[Term], policy: Policy, columns: Columns) -> Merged:
    """One after the other; those that are present stay as they are."""
    kept: dict[int, Term] = dict(enumerate(present))
    by_source: dict[str, list[int]] = {}
    for number, term in kept.items():
        by_source.setdefault(term.source, []).append(number)
    remarks: list[Remark] = []
    number = len(present)
    for term in incoming:
        places = by_source.setdefault(term.source, [])
        rivals = [place for place in places if concern_the_same(kept[place], term)]
        stands = kept[rivals[0]] if rivals else None
        is_present = bool(rivals) and rivals[0] < len(present)
        new = [term]
        if stands and len(rivals) == 1 and agree(stands, term) and not (is_present and adds(stands, term)):
            kept[rivals[0]] = stands if is_present else _filled(stands, term)
            said = columns.get(term.file, ALL_COLUMNS) if is_present else _WHEN
            remarks.append(_merged(stands, term, kept[rivals[0]], said, is_present=is_present))
            continue
        if stands and policy == "fail":
            column, ours, theirs = clash(stands, term)
            what = f"{column} {ours} of {place_of(stands)} stands already, against {theirs}; choose one"
            raise GlossaryError(term.file or "-", term.line, f"{term.source}: {what}")
        if stands and policy == "keep":
            column, ours, theirs = clash(stands, term)
            what = f": {column} {ours} of {place_of(stands)} is kept, against {theirs}"
            remarks.append(remark_on(RemarkKind.CONFLICT, term, what))
            continue
        for rival in rivals:
            left = without_days_of(kept[rival], [term])
            remarks.append(given_way(kept.pop(rival), term, left))
            places.remove(rival)
            new += left
        for each in new:
            kept[number] = each
            places.append(number)
            number += 1
    return Merged(tuple(kept.values()), len(kept) - len(present), 0, tuple(remarks))


def _filled(one: Term, other: Term) -> Term:
    """The first with what only the second says."""
    if one.status != other.status and adds(one, other):
        return one
    given = {
        name: getattr(other, name)
        for name in (*FORMS, *_ASIDE)
        if getattr(one, name) in ("", getattr(_UNSET, name)) and getattr(other, name)
    }
    if one.avoid and other.avoid:
        given["avoid"] = tuple(dict.fromkeys((*one.avoid, *other.avoid)))
    return replace(one, **given)


def _merged(earlier: Term, term: Term, result: Term, said: Collection[str], *, is_present: bool) -> Remark:
    """That both are one, and whatever the later one says that did not become part of it."""
    left = [
        f"{column} {theirs[:60]!r}" if theirs else f"the empty {column}"
        for column, _, theirs in differences(result, term, said)
        if COLUMNS[column] != "avoid" or is_present or set(term.avoid) - set(result.avoid)
    ]
    if not left:
        return remark_on(RemarkKind.MERGED, term, f" is the same as in {place_of(earlier)}")
    what = f" is kept as in {place_of(earlier)}; not taken: {', '.join(left)}"
    return remark_on(RemarkKind.KEPT, term, what)
