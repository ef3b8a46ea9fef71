"""The checks: each looks at one edition and yields issues; an issue describes the text and never raises."""

from collections.abc import Callable, Iterator

from i18n_news.checks.avoided_rendering import avoided_renderings
from i18n_news.checks.changed_number import changed_numbers
from i18n_news.checks.doubled_form import doubled_forms
from i18n_news.checks.han_left import han_left
from i18n_news.checks.missing_term import missing_terms
from i18n_news.checks.name_not_kept import names_not_kept
from i18n_news.checks.not_in_edition import not_in_edition
from i18n_news.checks.noted import noted, noted_in_document
from i18n_news.checks.placeholder_left import placeholders_left
from i18n_news.checks.simplified_left import simplified_left
from i18n_news.checks.spelling import inconsistent_spellings, mixed_names, same_spellings
from i18n_news.checks.unregistered_name import unregistered_names
from i18n_news.checks.untranslated import untranslated
from i18n_news.model import Document, Edition, Issue

Check = Callable[[Document, Edition], Iterator[Issue]]

CHECKS: tuple[Check, ...] = (
    not_in_edition,
    untranslated,
    missing_terms,
    names_not_kept,
    doubled_forms,
    avoided_renderings,
    changed_numbers,
    han_left,
    placeholders_left,
    simplified_left,
    inconsistent_spellings,
    same_spellings,
    mixed_names,
    unregistered_names,
    noted,
)


def run_checks(document: Document) -> tuple[Issue, ...]:
    """Every issue once: in the order of the text, then of the editions, then of the checks.

    What concerns a whole edition comes first.
    """
    found = list(noted_in_document(document))
    for edition in document.editions.values():
        for check in CHECKS:
            found += check(document, edition)
    place = {segment.id: number for number, segment in enumerate(document.segments())}
    return tuple(sorted(dict.fromkeys(found), key=lambda issue: place.get(issue.segment_id, -1)))
