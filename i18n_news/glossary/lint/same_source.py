"""Entries for one source: said twice, said in two ways, or never reached because an earlier file wins."""

import re
from collections import defaultdict
from collections.abc import Iterator

from i18n_news.glossary.lint.finding import BINDING, Finding, Glossaries, Row, Sheet, overlap
from i18n_news.glossary.terms import Term
from i18n_news.model import Severity

# What writers put into one term or leave out: “小巨人”企业, 首台（套）.
LOOSE = re.compile(r"[\s“”‘’\"'「」『』《》〈〉（）()［］【】、·•・-]+")


def duplicates(glossaries: Glossaries) -> Iterator[Finding]:
    """`exact-duplicate`, `duplicate`, `contradictory-rendering`: two lines for the same readers and days."""
    for sheet in glossaries.sheets:
        seen: dict[str, list[Row]] = defaultdict(list)
        for row in sheet.rows:
            if row.term is None:
                continue
            for earlier in seen[row.term.source]:
                if earlier.term is not None and overlap(row.term, earlier.term):
                    yield _double(sheet, row, earlier.line, row.term, earlier.term)
                    break
            seen[row.term.source].append(row)


def _double(sheet: Sheet, row: Row, line: int, term: Term, earlier: Term) -> Finding:
    if term == earlier:
        return sheet.finding(
            term, "exact-duplicate", Severity.ERROR, f"says the same as line {line}; drop it", "drops the line"
        )
    if _said(term) == _said(earlier):
        message = f"stands in line {line} already with the same rendering; keep the line that knows more"
        return sheet.finding(term, "duplicate", Severity.ERROR, message)
    message = (
        f"{_quoted(term)} here, {_quoted(earlier)} in line {line}; "
        "keep one, or give both valid_from and valid_to that do not overlap"
    )
    return sheet.finding(term, "contradictory-rendering", Severity.ERROR, message)


def shadowed(glossaries: Glossaries) -> Iterator[Finding]:
    """`shadowed`, `contradictory-rendering`, `draft-before-approved`: the entry of an earlier file wins."""
    earlier: dict[str, list[tuple[Sheet, Term]]] = defaultdict(list)
    for sheet in glossaries.sheets:
        if sheet.is_words:
            continue
        binding = [term for term in sheet.terms if term.status in BINDING]
        for term in binding:
            for other_sheet, other in earlier.get(term.source, ()):
                if overlap(term, other):
                    yield _beaten(sheet, term, f"{other_sheet.file}:{other.line}", other)
                    break
        for term in binding:
            earlier[term.source].append((sheet, term))


def _beaten(sheet: Sheet, term: Term, place: str, winner: Term) -> Finding:
    if winner.status == "draft" and term.status == "approved":
        message = f"this approved entry yields to the draft {_quoted(winner)} in {place} where drafts bind; drop one"
        return sheet.finding(term, "draft-before-approved", Severity.WARNING, message)
    if _agree(term, winner):
        message = f"never reached: {place} comes first and says the same; drop one"
        return sheet.finding(term, "shadowed", Severity.INFO, message)
    message = f"{_quoted(term)} here, but {place} comes first with {_quoted(winner)}; agree on one"
    return sheet.finding(term, "contradictory-rendering", Severity.WARNING, message)


def variants(glossaries: Glossaries) -> Iterator[Finding]:
    """`contradictory-variant`: the same words with and without quotation marks or brackets, rendered differently."""
    groups: dict[str, list[tuple[Sheet, Term]]] = defaultdict(list)
    for sheet, term in glossaries.current():
        if term.en:
            groups[LOOSE.sub("", term.source)].append((sheet, term))
    for group in groups.values():
        first_sheet, first = group[0]
        for sheet, term in group[1:]:
            if term.source != first.source and overlap(term, first) and term.en.casefold() != first.en.casefold():
                place = f"{first_sheet.file}:{first.line}"
                message = f"{_quoted(term)} here, {_quoted(first)} for {first.source!r} in {place}; agree on one"
                yield sheet.finding(term, "contradictory-variant", Severity.WARNING, message)


def _said(term: Term) -> tuple[str, ...]:
    return term.en, term.en_short, term.zh_hant_tw, term.zh_hant_hk, term.reading


def _agree(term: Term, other: Term) -> bool:
    return all(ours == theirs for ours, theirs in zip(_said(term), _said(other), strict=True) if ours and theirs)


def _quoted(term: Term) -> str:
    return repr(term.en or term.zh_hant_tw or term.zh_hant_hk or term.reading)
