"""The annotator of names that no glossary has."""

from collections.abc import Iterator, Sequence

from i18n_news.analyze.terms import Annotator
from i18n_news.glossary.terms import Term
from i18n_news.model import Document, Span


def name_annotator(registered: Sequence[Term]) -> Annotator:
    def annotate(document: Document) -> Iterator[tuple[str, Span]]:
        yield from ()

    return annotate
