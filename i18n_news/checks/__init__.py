"""The checks: each looks at one edition and yields issues; an issue describes the text and never raises."""

from collections.abc import Callable, Iterator

from i18n_news.checks.addresses import addresses
from i18n_news.checks.avoided_rendering import avoided_renderings
from i18n_news.checks.brackets import brackets
from i18n_news.checks.changed_number import changed_numbers
from i18n_news.checks.changed_role import changed_roles, changed_source_roles
from i18n_news.checks.doubled_form import doubled_forms
from i18n_news.checks.doubled_words import doubled_words
from i18n_news.checks.final_punctuation import final_punctuation
from i18n_news.checks.first_mention import first_mentions
from i18n_news.checks.han_left import han_left
from i18n_news.checks.impossible_date import impossible_dates, impossible_source_dates
from i18n_news.checks.inconsistent_translation import inconsistent_translations
from i18n_news.checks.length_ratio import length_ratios
from i18n_news.checks.mainland_quotes import mainland_quotes
from i18n_news.checks.missing_term import missing_terms
from i18n_news.checks.mixed_spelling import mixed_spellings
from i18n_news.checks.name_not_kept import names_not_kept
from i18n_news.checks.not_in_edition import not_in_edition
from i18n_news.checks.noted import noted, noted_in_document
from i18n_news.checks.parts_and_whole import parts_and_wholes
from i18n_news.checks.percent import percents
from i18n_news.checks.placeholder_left import placeholders_left
from i18n_news.checks.quotation_marks import quotation_marks
from i18n_news.checks.same_translation import same_translations
from i18n_news.checks.simplified_left import simplified_left
from i18n_news.checks.spelling import inconsistent_spellings, mixed_names, same_spellings
from i18n_news.checks.unregistered_name import unregistered_names
from i18n_news.checks.untranslated import untranslated
from i18n_news.checks.wrong_weekday import wrong_source_weekdays, wrong_weekdays
from i18n_news.model import Document, Edition, Issue

Check = Callable[[Document, Edition], Iterator[Issue]]
SourceCheck = Callable[[Document], Iterator[Issue]]

# What concerns the Chinese itself is told once, whatever editions there are.
SOURCE_CHECKS: tuple[SourceCheck, ...] = (
    noted_in_document,
    impossible_source_dates,
    wrong_source_weekdays,
    parts_and_wholes,
    changed_source_roles,
)
CHECKS: tuple[Check, ...] = (
    not_in_edition,
    untranslated,
    missing_terms,
    names_not_kept,
    doubled_forms,
    avoided_renderings,
    changed_numbers,
    impossible_dates,
    wrong_weekdays,
    changed_roles,
    han_left,
    placeholders_left,
    simplified_left,
    mainland_quotes,
    inconsistent_spellings,
    same_spellings,
    mixed_names,
    unregistered_names,
    inconsistent_translations,
    same_translations,
    first_mentions,
    length_ratios,
    addresses,
    percents,
    quotation_marks,
    brackets,
    final_punctuation,
    doubled_words,
    mixed_spellings,
    noted,
)


def run_checks(document: Document) -> tuple[Issue, ...]:
    """Every issue once: in the order of the text, then the source before the editions, then of the checks.

    What concerns a whole edition comes first.
    """
    found = [issue for check in SOURCE_CHECKS for issue in check(document)]
    for edition in document.editions.values():
        for check in CHECKS:
            found += check(document, edition)
    place = {segment.id: number for number, segment in enumerate(document.segments())}
    return tuple(sorted(dict.fromkeys(found), key=lambda issue: place.get(issue.segment_id, -1)))
