"""avoided-rendering: the English says a term in words that the glossary tells to avoid."""

import re
from collections.abc import Iterator
from functools import cache

from i18n_news.checks.decided import FILLER, form_pattern, free_text
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity, Target


def avoided_renderings(document: Document, edition: Edition) -> Iterator[Issue]:
    """An error each: the glossary says that these words must not appear."""
    if edition.locale is not Locale.EN:
        return
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is not None:
            yield from _in_segment(segment, target)


def _in_segment(segment: Segment, target: Target) -> Iterator[Issue]:
    free = free_text(segment, target)
    told = set()
    for span in segment.spans:
        form = span.forms.get(Locale.EN, "")
        for avoided in span.avoid:
            if not avoided.strip() or avoided.casefold() in told:
                continue
            # The form may hold the avoided words itself; a second mention in its own right is no fault.
            text = form_pattern(form, Locale.EN).sub(lambda match: FILLER * len(match[0]), free) if form else free
            match = avoided_pattern(avoided).search(text)
            if match is None:
                continue
            told.add(avoided.casefold())
            instead = f"Write “{form}” instead." if form else "Choose other words."
            message = f"“{match[0]}” must not stand for “{segment.text_of(span)}”. {instead}"
            yield Issue("avoided-rendering", Severity.ERROR, segment.id, Locale.EN, message, span.id)


@cache
def avoided_pattern(avoided: str) -> re.Pattern[str]:
    """Any case and spaces; word boundaries only beside letters and digits, since “$” and “甲” have none."""
    words = avoided.split()
    body = r"\s+".join(re.escape(word) for word in words)
    before = r"(?<![^\W_])" if words[0][0].isalnum() and words[0][0].isascii() else ""
    after = r"(?![^\W_])" if words[-1][-1].isalnum() and words[-1][-1].isascii() else ""
    return re.compile(before + body + after, re.IGNORECASE)
