"""Who decided, when, on which source and for whom."""

from collections.abc import Iterator

from i18n_news.glossary.lint.finding import Finding, Glossaries
from i18n_news.model import Severity


def origins(glossaries: Glossaries) -> Iterator[Finding]:
    """`approved-without-origin`: an approval that nobody can look up."""
    for sheet in glossaries.sheets:
        # A file of the plainest form says nothing about anybody; its entries are the word of who gave it.
        if "origin" not in sheet.columns and "status" not in sheet.columns:
            continue
        for term in sheet.terms:
            if term.status == "approved" and not term.origin:
                message = "approved without origin; say on which source, or make it a draft"
                yield sheet.finding(term, "approved-without-origin", Severity.WARNING, message)


def dates(glossaries: Glossaries) -> Iterator[Finding]:
    """`decided-in-future`: a day that is still to come."""
    today = glossaries.knowledge.today
    for sheet in glossaries.sheets:
        for term in sheet.terms:
            if term.decided_on > today:
                message = f"decided on {term.decided_on}, which is still to come; correct the date"
                yield sheet.finding(term, "decided-in-future", Severity.WARNING, message)


def domains(glossaries: Glossaries) -> Iterator[Finding]:
    """`unknown-domain`: the config has no such audience, so the entry binds nowhere."""
    known = glossaries.knowledge.domains
    if known is None:
        return
    for sheet, term in glossaries.entries():
        if term.domain and term.domain not in known:
            listed = ", ".join(known) or "none"
            message = f"domain {term.domain!r} is not in the config (it has {listed}); add it there or correct it"
            yield sheet.finding(term, "unknown-domain", Severity.WARNING, message)
