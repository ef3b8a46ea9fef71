"""Lint for glossaries: what is wrong in them, or looks wrong, with the line and what to do."""

from collections.abc import Iterable

from i18n_news.glossary.lint import cells, decisions, english, matching, names, nesting, same_source, validity
from i18n_news.glossary.lint.finding import Finding, Glossaries, Knowledge, Row, Rule, Sheet
from i18n_news.glossary.lint.reading import read

__all__ = ["RULES", "Finding", "Glossaries", "Knowledge", "Row", "Rule", "Sheet", "lint", "read"]

RULES: tuple[Rule, ...] = (
    cells.faults,
    cells.spaces,
    cells.order,
    same_source.duplicates,
    same_source.shadowed,
    same_source.variants,
    validity.gaps,
    validity.superseded,
    nesting.nested,
    english.characters,
    english.pairs,
    english.avoided,
    english.spelling,
    english.lengths,
    english.first_letters,
    names.traditional,
    names.readings,
    matching.never,
    matching.too_often,
    decisions.origins,
    decisions.dates,
    decisions.domains,
)


def lint(sheets: Iterable[Sheet], knowledge: Knowledge, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """The findings of all rules, by file in the order of precedence and then by line."""
    glossaries = Glossaries(tuple(sheets), knowledge)
    places = {sheet.file: place for place, sheet in enumerate(glossaries.sheets)}
    found = (finding for rule in rules for finding in rule(glossaries))
    return tuple(sorted(found, key=lambda finding: (places[finding.file], finding.line, finding.code, finding.message)))
