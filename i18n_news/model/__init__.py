"""The values that the stages hand on: frozen, always valid, free of any library."""

from i18n_news.model.document import Decision, Document, Issue
from i18n_news.model.frozen import FrozenMap
from i18n_news.model.kinds import BlockKind, Locale, Severity, SpanKind, State
from i18n_news.model.source import Block, Segment, Span
from i18n_news.model.target import Edition, Note, Run, Target, joined

__all__ = [
    "Block",
    "BlockKind",
    "Decision",
    "Document",
    "Edition",
    "FrozenMap",
    "Issue",
    "Locale",
    "Note",
    "Run",
    "Segment",
    "Severity",
    "Span",
    "SpanKind",
    "State",
    "Target",
    "joined",
]
