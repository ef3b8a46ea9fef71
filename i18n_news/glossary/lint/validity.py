"""Supersession by status and date: gaps, ends without a successor, and old renderings that live on elsewhere."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from i18n_news.glossary.lint.finding import BINDING, Finding, Glossaries, Sheet
from i18n_news.glossary.lint.nesting import inner_sources
from i18n_news.glossary.terms import Term
from i18n_news.model import Severity


def gaps(glossaries: Glossaries) -> Iterator[Finding]:
    """`validity-gap`, `ended`, `deprecated-alone`: days on which nobody has decided the term."""
    today = glossaries.knowledge.today
    groups: dict[tuple[str, str], list[tuple[Sheet, Term]]] = defaultdict(list)
    for sheet, term in glossaries.entries():
        groups[term.source, term.domain].append((sheet, term))
    for (source, domain), group in groups.items():
        # What is decided for everybody holds for every audience.
        everybody = groups.get((source, ""), []) if domain else []
        binding = sorted(
            ((sheet, term) for sheet, term in (*group, *everybody) if term.status in BINDING),
            key=lambda each: each[1].valid_from,
        )
        if not binding:
            sheet, term = group[0]
            message = "deprecated without a successor: the engine will translate it as it likes; add what to write"
            yield sheet.finding(term, "deprecated-alone", Severity.WARNING, message)
            continue
        last_sheet, last = binding[0]
        for sheet, term in binding[1:]:
            if (term.valid_from - last.valid_to).days > 1:
                message = f"nothing binds between {last.valid_to} and {term.valid_from}; close the gap"
                yield sheet.finding(term, "validity-gap", Severity.WARNING, message)
            if term.valid_to > last.valid_to:
                last_sheet, last = sheet, term
        if last.valid_to < today:
            message = f"ended on {last.valid_to} without a successor; add what to write now, or prolong it"
            yield last_sheet.finding(last, "ended", Severity.WARNING, message)


def superseded(glossaries: Glossaries) -> Iterator[Finding]:
    """`superseded-rendering`: what a source was called once, in another entry that still binds."""
    now: dict[str, set[str]] = defaultdict(set)
    current = [(sheet, term) for sheet, term in glossaries.current() if term.en]
    for _, term in current:
        now[term.source] |= {term.en.casefold(), term.en_short.casefold()}
    old: dict[str, list[tuple[Sheet, Term]]] = defaultdict(list)
    by_rendering: dict[str, list[tuple[Sheet, Term]]] = defaultdict(list)
    for sheet, term in glossaries.entries():
        has_ended = term.status not in BINDING or term.valid_to < glossaries.knowledge.today
        if has_ended and term.en and term.en.casefold() not in now.get(term.source, ()):
            old[term.source].append((sheet, term))
            by_rendering[term.en.casefold()].append((sheet, term))
    if not old:
        return
    for sheet, term in current:
        found = _in_rendering(term, old, by_rendering)
        if found:
            old_sheet, dead = found
            message = (
                f"writes {dead.en!r}, which no longer stands for {dead.source!r} ({old_sheet.file}:{dead.line}); "
                "render it anew"
            )
            yield sheet.finding(term, "superseded-rendering", Severity.WARNING, message)


def _in_rendering(
    term: Term,
    old: Mapping[str, list[tuple[Sheet, Term]]],
    by_rendering: Mapping[str, list[tuple[Sheet, Term]]],
) -> tuple[Sheet, Term] | None:
    for each in by_rendering.get(term.en.casefold(), ()):
        if each[1].source != term.source:
            return each
    for source in inner_sources(term.source, old):
        for each in old[source]:
            if re.search(rf"(?<!\w){re.escape(each[1].en)}(?!\w)", term.en, re.IGNORECASE):
                return each
    return None
