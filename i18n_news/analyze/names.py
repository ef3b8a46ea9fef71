"""The annotator of persons whom no glossary has, and the notes on what only looks like a name."""

from collections.abc import Collection, Iterator

from i18n_news.analyze.terms import Annotator
from i18n_news.model import Document, Locale, Note, Segment, Span, SpanKind
from i18n_news.names.rules import PersonMatch, find_people
from i18n_news.text.romanize import romanize_person

STAGE = "annotate"


def name_annotator(registered: Collection[str], titles: Collection[str]) -> Annotator:
    """Proposes a span for every person that a title, a verb or another mention proves.

    `registered` are names that the glossaries have, `titles` the offices that they name: both are evidence.
    """

    def annotate(document: Document) -> Iterator[tuple[str, Span]]:
        for segment, match in _matches(document, registered, titles):
            if match.certain and match.evidence != "registry":
                yield segment.id, person_span(segment.source, match.start, match.end, f"names:{match.evidence}")

    return annotate


def name_notes(document: Document, registered: Collection[str], titles: Collection[str]) -> tuple[Note, ...]:
    """A note on every stretch that looks like a name, that nothing proves and that no span covers."""
    notes = []
    for segment, match in _matches(document, registered, titles):
        is_covered = any(span.start < match.end and match.start < span.end for span in segment.spans)
        if match.certain or is_covered:
            continue
        name = segment.source[match.start : match.end]
        proposed = romanize_person(name).text
        message = f"“{name}” looks like a name and was left to the translation; as a person it would be {proposed}"
        notes.append(Note(STAGE, "looks-like-name", segment.id, message, match.start, match.end))
    return tuple(notes)


def person_span(source: str, start: int, end: int, origin: str) -> Span:
    """A person's span with the English form of GB/T 28039 and the tone-marked reading of ISO 7098."""
    name = romanize_person(source[start:end])
    return Span(start, end, SpanKind.PERSON, {Locale.EN: name.text}, name.reading, origin=origin)


def _matches(
    document: Document, registered: Collection[str], titles: Collection[str]
) -> Iterator[tuple[Segment, PersonMatch]]:
    segments = list(document.segments())
    found = find_people([segment.source for segment in segments], registered, titles)
    for segment, matches in zip(segments, found, strict=True):
        for match in matches:
            yield segment, match
