"""Segments whose figures are found by the program and whose names and terms are given."""

import re

from i18n_news.analyze.figures import figure_annotator
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span
from i18n_news.text.quantity_english import QuantityStyle


def segment(source, decided):
    """`decided` maps a text to its kind and English; the longer one comes first."""
    empty = Segment("p1.s1", source)
    document = Document("d", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (empty,)),))
    named = [
        Span(match.start(), match.end(), kind, {Locale.EN: form})
        for word, (kind, form) in decided.items()
        for match in re.finditer(re.escape(word), source)
    ]
    return empty.with_spans([*named, *(span for _, span in figure_annotator(QuantityStyle())(document))])


def rows(text):
    """The rows of a Markdown table as tuples, without its head."""
    found = [
        tuple(cell.strip() for cell in line.strip("|").split("|")) for line in text.splitlines() if line[:2] == "| "
    ]
    return found[2:]
