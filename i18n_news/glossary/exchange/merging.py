"""Duplicates merged by rule: the first entry binds, the same rendering is one, another one is a conflict in the report.

Two entries concern the same when source and domain are equal and their days overlap, as a glossary file has it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from i18n_news.errors import GlossaryError
from i18n_news.glossary.exchange.remarks import Remark, RemarkKind
from i18n_news.glossary.terms import COLUMNS, Term

# keep: the earlier entry binds; replace: the later one does; fail: a conflict stops the work.
Policy = Literal["keep", "replace", "fail"]
POLICIES: tuple[Policy, ...] = get_args(Policy)

_FORMS = ("en", "en_short", "zh_hant_tw", "zh_hant_hk", "reading")
# Neither status nor dates are mixed: they say when and whether the whole entry binds.
_ASIDE = ("kind", "avoid", "avoid_reason", "decided_by", "decided_on", "origin", "note")
_UNSET = Term("-", en="-")


@dataclass(frozen=True, slots=True)
class Merged:
    """`terms` has the entries that were there, in their order, and then the new ones; `changed` counts the former."""

    terms: tuple[Term, ...]
    added: int
    changed: int
    remarks: tuple[Remark, ...]


def merge(incoming: Iterable[Term], present: Sequence[Term] = (), *, policy: Policy = "keep") -> Merged:
    """What was present is changed by the policy `replace` alone; every duplicate is a remark."""
    kept: dict[int, Term] = dict(enumerate(present))
    by_source: dict[str, list[int]] = {}
    for number, term in kept.items():
        by_source.setdefault(term.source, []).append(number)
    remarks: list[Remark] = []
    changed: set[int] = set()
    number = len(present)
    for term in incoming:
        places = by_source.setdefault(term.source, [])
        rivals = [place for place in places if _concern_the_same(kept[place], term)]
        if not rivals:
            kept[number] = term
            places.append(number)
            number += 1
            continue
        first = rivals[0]
        earlier = kept[first]
        is_open = first >= len(present) or policy == "replace"
        if len(rivals) == 1 and _agree(earlier, term) and (is_open or not _adds(earlier, term)):
            if is_open:
                kept[first] = _filled(earlier, term)
            changed |= {first} if kept[first] != earlier else set()
            remarks.append(_merged(earlier, term, kept[first]))
            continue
        if policy == "fail":
            raise GlossaryError(term.file or "-", term.line, _clash(earlier, term, "stands already; choose one"))
        if policy == "keep":
            remarks.append(_remark(RemarkKind.CONFLICT, term, _clash(earlier, term, "is kept")))
            continue
        remarks += [_remark(RemarkKind.CONFLICT, term, _clash(kept[rival], term, "is replaced")) for rival in rivals]
        kept[first] = term
        changed.add(first)
        for rival in rivals[1:]:
            del kept[rival]
            places.remove(rival)
            changed.add(rival)
    added = sum(place >= len(present) for place in kept)
    return Merged(tuple(kept.values()), added, sum(place < len(present) for place in changed), tuple(remarks))


def _concern_the_same(one: Term, other: Term) -> bool:
    return one.domain == other.domain and one.valid_from <= other.valid_to and other.valid_from <= one.valid_to


def _agree(one: Term, other: Term) -> bool:
    """Whether no form contradicts another, and at least one is the same."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in _FORMS]
    return all(a == b for a, b in pairs if a and b) and any(a == b for a, b in pairs if a)


def _adds(one: Term, other: Term) -> bool:
    """Whether the other has a form that this one lacks."""
    return any(getattr(other, name) and not getattr(one, name) for name in _FORMS)


def _filled(one: Term, other: Term) -> Term:
    """The first with what only the second says."""
    if one.status != other.status and _adds(one, other):
        return one
    given = {
        name: getattr(other, name)
        for name in (*_FORMS, *_ASIDE)
        if getattr(one, name) in ("", getattr(_UNSET, name)) and getattr(other, name)
    }
    if one.avoid and other.avoid:
        given["avoid"] = tuple(dict.fromkeys((*one.avoid, *other.avoid)))
    return replace(one, **given)


def _merged(earlier: Term, term: Term, result: Term) -> Remark:
    left = [
        column
        for column, name in COLUMNS.items()
        if name != "avoid" and getattr(term, name) not in (getattr(result, name), getattr(_UNSET, name), "")
    ]
    left += [column for column in ("avoid",) if set(term.avoid) - set(result.avoid)]
    aside = f"; what it says in {', '.join(left)} is not taken" if left else ""
    return _remark(RemarkKind.MERGED, term, f"{term.source} is the same as in {_place(earlier)}{aside}")


def _clash(earlier: Term, term: Term, what: str) -> str:
    differing = (name for name in _FORMS if getattr(term, name) and getattr(earlier, name) != getattr(term, name))
    name = next(differing, "en")
    ours, theirs = getattr(earlier, name) or "nothing", getattr(term, name) or "nothing"
    column = next(column for column, each in COLUMNS.items() if each == name)
    return f"{term.source}: {column} {ours[:60]!r} of {_place(earlier)} {what}, against {theirs[:60]!r}"


def _remark(kind: RemarkKind, term: Term, message: str) -> Remark:
    return Remark(kind, _place(term), message)


def _place(term: Term) -> str:
    return f"{term.file or '-'}:{term.line}"
