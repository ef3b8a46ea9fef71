"""One spelling in the workspace: how other releases write the names of this one."""

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from i18n_news.analyze.decide import surname_form
from i18n_news.analyze.terms import origin_of
from i18n_news.glossary.terms import Term
from i18n_news.model import Document, FrozenMap, Locale, Note, Segment, Span, SpanKind

STAGE = "decide"
KINDS = frozenset(kind for kind in SpanKind if kind.is_name or kind is SpanKind.TITLE)
# By the Chinese name: each English form with the releases that use it, all in order.
EarlierNames = Mapping[str, Mapping[str, tuple[str, ...]]]


def earlier_names(out: Path, release: str) -> EarlierNames:
    """The English forms of the names in the other releases of the folder `out`; files that are not whole are skipped.

    Of a person the surname alone is left out where the same release has the full name.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for folder in _releases(out):
        # Where a file system knows no case, Visit and visit are one folder.
        if os.path.normcase(folder.name) == os.path.normcase(release):
            continue
        for name, form in _names(folder / "release.json"):
            forms = found.setdefault(name, {})
            forms[form] = (*forms.get(form, ()), folder.name)
    return FrozenMap({name: FrozenMap(forms) for name, forms in found.items()})


def entry_forms(glossaries: Iterable[Sequence[Term]]) -> Mapping[str, frozenset[str]]:
    """By the origin of a span, every English form of its entry: full and short, now and before, from the same file."""
    found: dict[str, frozenset[str]] = {}
    for glossary in glossaries:
        by_source: dict[str, set[str]] = {}
        for term in glossary:
            by_source.setdefault(term.source, set()).update(filter(None, (term.en, term.en_short)))
        found.update({origin_of(term): frozenset(by_source[term.source]) for term in glossary})
    return FrozenMap(found)


def spelling_notes(
    document: Document, earlier: EarlierNames, entries: Mapping[str, Collection[str]] = FrozenMap()
) -> tuple[Note, ...]:
    """A note "spelling-conflict" at the first mention of each name that another release writes in another way.

    `entries` says which forms belong to one entry, so that a short or a superseded one is no conflict.
    """
    notes = []
    for name, mentions in _mentions(document).items():
        segment, span = mentions[0]
        own = {each.forms[Locale.EN] for _, each in mentions}
        allowed = own.union(*(entries.get(each.origin, ()) for _, each in mentions))
        allowed |= {surname_form(name, form) for form in allowed} if span.kind is SpanKind.PERSON else set()
        for form, releases in earlier.get(name, {}).items():
            # A surname alone may be all that the other release has outside its headings.
            if form in allowed or any(surname_form(name, form) == each for each in own):
                continue
            here = max(own, key=lambda each: (len(each), each))
            more = f" and {len(releases) - 1} more" if len(releases) > 1 else ""
            message = f"“{name}” is “{here}” here and was “{form}” in release {releases[0]}{more}"
            notes.append(Note(STAGE, "spelling-conflict", segment.id, message, span.start, span.end))
    return tuple(notes)


def _mentions(document: Document) -> dict[str, list[tuple[Segment, Span]]]:
    """By the Chinese name, in the order of the text."""
    found: dict[str, list[tuple[Segment, Span]]] = {}
    for segment in document.segments():
        for span in segment.spans:
            name = segment.text_of(span)
            if span.kind in KINDS and Locale.EN in span.forms and _is_whole(name):
                found.setdefault(name, []).append((segment, span))
    return found


def _is_whole(name: str) -> bool:
    """One character stands for different names: 苏 is Jiangsu, Suzhou and a surname."""
    return len(name) > 1


def _releases(out: Path) -> list[Path]:
    try:
        return sorted(folder for folder in out.iterdir() if (folder / "release.json").is_file())
    except OSError:
        return []


def _names(path: Path) -> Iterator[tuple[str, str]]:
    """Every name with each of its full forms once; nothing of a file that is damaged or no release."""
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
        found = dict.fromkeys(_decided(content))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return
    for name, form in found:
        is_surname = any(form == surname_form(name, full) for other, full in found if other == name and full != form)
        if not is_surname:
            yield name, form


def _decided(content: Any) -> Iterator[tuple[str, str]]:
    for block in content["blocks"]:
        for segment in block["segments"]:
            for span in segment["spans"]:
                form = span.get("forms", {}).get(Locale.EN)
                name = segment["source"][span["start"] : span["end"]]
                if span["kind"] in KINDS and isinstance(form, str) and isinstance(name, str) and _is_whole(name):
                    yield name, form
