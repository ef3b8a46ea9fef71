"""doubled-form: one mention of the source that the English renders twice."""

from collections.abc import Iterator

from i18n_news.checks.decided import form_pattern
from i18n_news.model import Document, Edition, Issue, Locale, Severity


def doubled_forms(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning each: good English may repeat a name, an engine repeats a placeholder by mistake."""
    if edition.locale is not Locale.EN:
        return
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        for span in segment.spans if target else ():
            form = span.forms.get(Locale.EN, "")
            texts = [run.text for run in target.runs if run.span_id == span.id] if target and form else []
            pattern = form_pattern(form, Locale.EN, is_name=span.kind.is_name) if len(texts) > 1 else None
            if pattern and sum(pattern.fullmatch(text.strip()) is not None for text in texts) > 1:
                message = f"“{form}” stands twice for one “{segment.text_of(span)}”. Take one out if it is too many."
                yield Issue("doubled-form", Severity.WARNING, segment.id, Locale.EN, message, span.id)
