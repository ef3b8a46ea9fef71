"""The annotator of glossary terms."""

from collections.abc import Callable, Iterator

from i18n_news.glossary.match import Matcher
from i18n_news.glossary.terms import Term
from i18n_news.model import Document, Locale, Span, SpanKind

Annotator = Callable[[Document], Iterator[tuple[str, Span]]]


def term_annotator(matcher: Matcher) -> Annotator:
    """Proposes a span for every match of the glossaries, with the forms of the first mention."""

    def annotate(document: Document) -> Iterator[tuple[str, Span]]:
        for segment in document.segments():
            for match in matcher.find(segment.source):
                yield segment.id, _span(match.start, match.end, match.term)

    return annotate


def _span(start: int, end: int, term: Term) -> Span:
    forms = {Locale(locale): text for locale, text in term.forms.items()}
    return Span(start, end, SpanKind(term.kind), forms, term.reading, "", term.avoid, origin_of(term))


def origin_of(term: Term) -> str:
    """Who decided: the file and line of the entry, and whether anybody has approved it."""
    return term.place + (" (draft)" if term.status == "draft" else "")
