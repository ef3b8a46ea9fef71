"""What the stages noted and a person should know: notes that become issues."""

from collections.abc import Iterator, Mapping

from i18n_news.model import Document, Edition, Issue, Locale, Note, Segment, Severity

# Kind of a note: the check's name, its severity, what to do. Notes of other kinds are for --explain only.
NOTED: Mapping[str, tuple[str, Severity, str]] = {
    "fallback": ("placed-by-fallback", Severity.ERROR, "Put it where it belongs."),
    "dropped": ("dropped-clause", Severity.WARNING, "Add it, unless it is said elsewhere."),
    "looks-like-name": ("looks-like-name", Severity.WARNING, "Please check, and register it if it is one."),
    "spelling-conflict": (
        "spelling-conflict",
        Severity.WARNING,
        "Use one: register the right form, then build the other release again.",
    ),
    "damage": ("source-damage", Severity.WARNING, "Compare with the original and correct the source."),
    "suspect-length": ("suspect-length", Severity.WARNING, "See whether a paragraph break was lost."),
    "converters-disagree": ("converters-disagree", Severity.WARNING, "Please check the conversion."),
    "unpaired-quote": ("unpaired-quote", Severity.WARNING, "Add or remove a quotation mark."),
    "traditional-name-assumed": ("traditional-name-assumed", Severity.INFO, "Register the person's own form."),
    "missing-glyph": ("missing-glyph", Severity.WARNING, "Write another character, or give the .docx away."),
    "name-form-assumed": ("traditional-name-assumed", Severity.INFO, ""),
}


def noted(document: Document, edition: Edition) -> Iterator[Issue]:
    """The issues of an edition's own notes, in their order."""
    segments = {segment.id: segment for segment in document.segments()}
    for note in edition.notes:
        yield from _issue(note, edition.locale, segments)


def noted_in_document(document: Document) -> Iterator[Issue]:
    """The issues of the notes on the release itself; they count for the locale it is written in."""
    segments = {segment.id: segment for segment in document.segments()}
    for note in document.notes:
        yield from _issue(note, document.locale, segments)


def _issue(note: Note, locale: Locale, segments: Mapping[str, Segment]) -> Iterator[Issue]:
    if note.kind not in NOTED:
        return
    check, severity, advice = NOTED[note.kind]
    segment = segments.get(note.segment_id)
    fault = note.message.strip().rstrip(".。;；")
    fault = fault[:1].upper() + fault[1:] or check
    yield Issue(check, severity, note.segment_id, locale, f"{fault}. {advice}".rstrip(), _span_id(note, segment))


def _span_id(note: Note, segment: Segment | None) -> str:
    """The span that covers exactly what the note is about, else none."""
    spans = segment.spans if segment else ()
    return next((span.id for span in spans if (span.start, span.end) == (note.start, note.end)), "")
