"""A name that no glossary has: its spelling was composed by rule and nobody has decided it."""

from collections.abc import Iterator

from i18n_news.model import Document, Edition, Issue, Locale, Severity

CHECK = "unregistered-name"
MARK = " (check)"


def unregistered_names(document: Document, edition: Edition) -> Iterator[Issue]:
    """One warning a name, at its first mention in the English."""
    if edition.locale is not Locale.EN:
        return
    seen: set[str] = set()
    for segment in document.segments():
        for span in segment.spans:
            name = segment.text_of(span)
            if not (span.origin.startswith("names:") and span.origin.endswith(MARK)) or name in seen:
                continue
            seen.add(name)
            form = span.forms.get(edition.locale, "")
            message = f"“{name}” is in no glossary; its English “{form}” was composed. Check it and register it."
            yield Issue(CHECK, Severity.WARNING, segment.id, edition.locale, message, span.id)
