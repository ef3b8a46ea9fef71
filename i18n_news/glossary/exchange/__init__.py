"""Glossaries to and from other tools: what a form cannot hold is reported, and nothing is dropped in silence."""

from i18n_news.glossary.exchange.exporting import FORMS, Written, export_terms, exported, write_terms
from i18n_news.glossary.exchange.importing import Imported, import_terms, read
from i18n_news.glossary.exchange.merging import POLICIES, Merged, Policy, merge
from i18n_news.glossary.exchange.remarks import Reading, Remark, RemarkKind

__all__ = [
    "FORMS",
    "POLICIES",
    "Imported",
    "Merged",
    "Policy",
    "Reading",
    "Remark",
    "RemarkKind",
    "Written",
    "export_terms",
    "exported",
    "import_terms",
    "merge",
    "read",
    "write_terms",
]
