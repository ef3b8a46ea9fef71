"""The annotator of glossary terms."""

import re
from collections.abc import Callable, Iterator

from i18n_news.glossary.match import Matcher
from i18n_news.glossary.terms import Term
from i18n_news.model import Document, Locale, Span, SpanKind
from i18n_news.text.romanize import romanize_person

# What a registry writes in the note of a person from Taiwan whose English has not been given.
WADE_GILES = re.compile(r"Wade[ -]?Giles|威妥玛|威妥瑪", re.IGNORECASE)

Annotator = Callable[[Document], Iterator[tuple[str, Span]]]


def term_annotator(matcher: Matcher) -> Annotator:
    """Proposes a span for every match of the glossaries, with the forms of the first mention."""

    def annotate(document: Document) -> Iterator[tuple[str, Span]]:
        for segment in document.segments():
            settled = [(span.start, span.end) for span in segment.spans]
            for match in matcher.find(segment.source, settled):
                yield segment.id, _span(match.start, match.end, match.term)

    return annotate


def _span(start: int, end: int, term: Term) -> Span:
    forms = {Locale(locale): text for locale, text in term.forms.items()}
    reading = term.reading
    if term.kind == "person" and not (term.en and reading):
        # A registered person is never left to the engine, also where only the reading or the other form was entered.
        name = romanize_person(term.source, "wade-giles" if WADE_GILES.search(term.note) else "pinyin")
        reading = reading or name.reading
        forms = {Locale.EN: name.text, **forms} if name.text else forms
    kind, origin = SpanKind(term.kind), origin_of(term)
    return Span(start, end, kind, forms, reading, "", term.avoid, origin, avoid_reason=term.avoid_reason)


def origin_of(term: Term) -> str:
    """Who decided: the file and line of the entry, and whether anybody has approved it."""
    return term.place + (" (draft)" if term.status == "draft" else "")
