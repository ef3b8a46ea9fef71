"""Persons, places and organizations whom no glossary has: found once for a document, decided or noted."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from i18n_news.glossary.terms import Term
from i18n_news.model import Document, Locale, Note, Segment, Span, SpanKind
from i18n_news.names.bodies import BodyMatch, bodies
from i18n_news.names.persons import is_foreign, persons
from i18n_news.names.tagger import Entity
from i18n_news.text.pinyin import without_tones
from i18n_news.text.romanize import Romanized, Style, romanize_person

STAGE = "annotate"
Tag = Callable[[Sequence[str]], Sequence[Sequence[Entity]]]


def no_tags(sentences: Sequence[str]) -> list[tuple[Entity, ...]]:
    """Stands for the tagger where its model is not installed: the rules alone find names."""
    return [() for _ in sentences]


@dataclass(frozen=True, slots=True)
class Known:
    """What the glossaries say of names: the registered persons, the offices, and the English of every entry."""

    people: Collection[str]
    titles: Collection[str]
    english: Mapping[str, str]

    @classmethod
    def of(cls, terms: Sequence[Term]) -> "Known":
        return cls(
            frozenset(term.source for term in terms if term.kind == "person"),
            frozenset(term.source for term in terms if term.kind == "title"),
            {term.source: term.en_short or term.en for term in reversed(terms) if term.en},
        )


@dataclass(frozen=True, slots=True)
class Names:
    """What was found: spans to propose, by segment id, and notes on what a person must look at."""

    spans: tuple[tuple[str, Span], ...]
    notes: tuple[Note, ...]


def find_people(document: Document, entities: Sequence[Sequence[Entity]], known: Known, style: Style) -> Names:
    """Persons with evidence as spans in the English of ISO 7098; what only looks like a name as a note.

    A foreign name that no table has is a note too: pinyin would be wrong for it.
    """
    segments = list(document.segments())
    found = persons([segment.source for segment in segments], entities, known.people, known.titles)
    spans: list[tuple[str, Span]] = []
    notes: list[Note] = []
    for segment, matches in zip(segments, found, strict=True):
        for match in matches:
            if match.evidence == "registry":
                continue
            text = segment.source[match.start : match.end]
            name = romanize_person(text, style)
            if is_foreign(text, match.evidence) and _is_pinyin(name):
                message = f"“{text}” looks like a foreign name and was left to the translation"
                notes.append(Note(STAGE, "looks-like-name", segment.id, message, match.start, match.end))
            elif match.certain or match.evidence == "foreign":
                origin = f"names:{match.evidence}" + ("" if name.certain else " (check)")
                forms = {Locale.EN: name.text}
                span = Span(match.start, match.end, SpanKind.PERSON, forms, name.reading, origin=origin)
                spans.append((segment.id, span))
            else:
                message = f"“{text}” looks like a name and was left to the translation; it may be “{name.text}”"
                notes.append(Note(STAGE, "looks-like-name", segment.id, message, match.start, match.end))
    return Names(tuple(spans), tuple(notes))


def find_bodies(document: Document, entities: Sequence[Sequence[Entity]], known: Known) -> Names:
    """Places and organizations that no glossary has, in the English composed for them; every one is to be checked.

    `document` has the spans that are decided already; what they cover to the last character is left to them.
    """
    segments = list(document.segments())
    taken = [[(span.start, span.end) for span in segment.spans] for segment in segments]
    found = bodies([segment.source for segment in segments], entities, taken, known.english)
    spans: list[tuple[str, Span]] = []
    notes: list[Note] = []
    for segment, matches in zip(segments, found, strict=True):
        for match in matches:
            if _is_covered(match, segment):
                continue
            if not match.english:
                text = segment.source[match.start : match.end]
                message = f"“{text}” looks like a foreign name and was left to the translation"
                notes.append(Note(STAGE, "looks-like-name", segment.id, message, match.start, match.end))
                continue
            kind = SpanKind(match.kind)
            forms = {Locale.EN: match.english}
            origin = f"names:{match.evidence} (check)"
            spans.append((segment.id, Span(match.start, match.end, kind, forms, match.reading, origin=origin)))
    return Names(tuple(spans), tuple(notes))


def uncovered(notes: Sequence[Note], document: Document) -> tuple[Note, ...]:
    """The notes on stretches that no span of the finished document touches."""
    segments = {segment.id: segment for segment in document.segments()}
    return tuple(
        note
        for note in notes
        if not any(span.start < note.end and note.start < span.end for span in segments[note.segment_id].spans)
    )


def _is_pinyin(name: Romanized) -> bool:
    """Whether nothing better than pinyin is known; for a transliterated name a table would have given its own."""
    return name.text == without_tones(name.reading)


def _is_covered(match: BodyMatch, segment: Segment) -> bool:
    covered = sum(
        min(span.end, match.end) - max(span.start, match.start)
        for span in segment.spans
        if span.start < match.end and match.start < span.end
    )
    return covered >= match.end - match.start
