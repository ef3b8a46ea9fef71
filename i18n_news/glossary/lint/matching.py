"""Entries that never match, and entries that match far too much."""

import re
from collections.abc import Iterator

from i18n_news.glossary.lint.finding import Finding, Glossaries, Sheet
from i18n_news.glossary.match import stands_by_itself
from i18n_news.glossary.terms import Term
from i18n_news.model import Severity
from i18n_news.text.han import has_han
from i18n_news.text.normalize import normalize
from i18n_news.text.romanize_tables import common_words
from i18n_news.text.sentences import sentences

# Nothing in such a source is for the normalizer, which is slow.
PLAIN = re.compile("[\u3400-\u9fff0-9A-Za-z]+")
ENDS = re.compile("[。！？!?…\n]")
# A place in the list of common words, by the logarithm of the frequency: 发展, 企业, 技术 are at 10 and above.
VERY_COMMON = 10
# Titles are common words by nature; that is why they are registered.
MAY_BE_COMMON = ("title",)


def never(glossaries: Glossaries) -> Iterator[Finding]:
    """`never-matches`, `traditional-source`, `more-than-a-sentence`: no text that is searched holds this source."""
    is_traditional = glossaries.knowledge.is_traditional
    # Few characters are Traditional only, so few sources need to be looked at as a whole.
    telling = {
        char for char in {char for _, term in glossaries.entries() for char in term.source} if is_traditional(char)
    }
    for sheet, term in glossaries.entries():
        source = term.source
        if ENDS.search(source) and len(sentences(source)) > 1:
            message = "longer than a sentence, and sentences are searched one by one; enter its parts"
            yield sheet.finding(term, "more-than-a-sentence", Severity.WARNING, message)
        elif not PLAIN.fullmatch(source) and (written := _written(source)) != source:
            message = f"never matches: the text is normalized and has {written!r}; write the source like that"
            yield sheet.finding(term, "never-matches", Severity.WARNING, message)
        elif not stands_by_itself(source):
            message = "never matches: it begins or ends inside a word or number"
            yield sheet.finding(term, "never-matches", Severity.WARNING, message)
        elif not telling.isdisjoint(source) and is_traditional(source):
            message = "the source is Traditional; releases are searched in Simplified, so write it in Simplified"
            yield sheet.finding(term, "traditional-source", Severity.WARNING, message)


def too_often(glossaries: Glossaries) -> Iterator[Finding]:
    """`single-character`, `common-word`: the entry would bind in places that nobody thought of."""
    common = common_words()
    for sheet, term in glossaries.entries():
        if len(term.source) == 1:
            message = "one character stands inside hundreds of words; enter the whole word"
            yield sheet.finding(term, "single-character", Severity.WARNING, message)
        elif term.source in common and (finding := _common(sheet, term, common[term.source][1])):
            yield finding


def _common(sheet: Sheet, term: Term, weight: int) -> Finding | None:
    if term.kind == "person":
        message = "an everyday word: it would be a person in every sentence; give the name with its title"
        return sheet.finding(term, "common-word", Severity.WARNING, message)
    if weight < VERY_COMMON or term.kind in MAY_BE_COMMON:
        return None
    message = "a very frequent word: one rendering in every sentence reads badly; enter the phrases that need it"
    return sheet.finding(term, "common-word", Severity.WARNING, message)


def _written(source: str) -> str:
    """The source as a paragraph has it after normalization."""
    if not has_han(source):
        return source
    # What stands beside a mark decides about it, so the source is tried inside a sentence and alone.
    inside = normalize(f"在{source}中").text[1:-1]
    return source if inside == source or normalize(source).text == source else inside
