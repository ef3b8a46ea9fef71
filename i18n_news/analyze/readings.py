"""Readings that the author put over words (ruby) bind the spans that they stand on, wherever the same words return."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from i18n_news.model import Document, FrozenMap, Locale, Note, Segment, Span, SpanKind
from i18n_news.text.lines import READING
from i18n_news.text.pinyin import spell, without_tones
from i18n_news.text.romanize import romanize_person, split_person
from i18n_news.text.romanize import syllables as read_syllables

# Syllables by the offset of their character in a segment.
Syllables = Mapping[int, str]


def with_readings(document: Document) -> Document:
    """The document with the readings of its file on its spans; an entry of a glossary that has one keeps its own."""
    notes = [note for note in document.notes if note.kind == READING and note.segment_id]
    if not notes:
        return document
    given: dict[str, list[Note]] = {}
    for note in notes:
        given.setdefault(note.segment_id, []).append(note)
    found: dict[str, tuple[str, ...]] = {}
    for segment in document.segments():
        syllables = _syllables(segment, given.get(segment.id, ()))
        for span in segment.spans:
            own = [syllables.get(at, "") for at in range(span.start, span.end)]
            if any(own):
                found.setdefault(segment.text_of(span), tuple(own))
    return document.map_segments(lambda segment: _read(segment, found))


def _syllables(segment: Segment, notes: Sequence[Note]) -> Syllables:
    """What the notes say of single characters; a reading that does not pair off with its characters says nothing."""
    syllables: dict[int, str] = {}
    for note in notes:
        base = segment.source[note.start : note.end]
        parts = _parts(note.message, base)
        if len(parts) == len(base):
            syllables.update(zip(range(note.start, note.end), parts, strict=True))
    return syllables


def _parts(reading: str, base: str) -> list[str]:
    """The syllables of a pinyin reading in lower case: as it is parted, or one word parted as the base is read."""
    words = reading.lower().replace("'", " ").replace("’", " ").replace("-", " ").split()
    if len(words) == len(base):
        return words if all(_is_pinyin(word) for word in words) else []
    word = "".join(words)
    parts: list[str] = []
    for expected in read_syllables(base):
        length = len(expected)
        if without_tones(word[:length]) != without_tones(expected):
            return []
        parts.append(word[:length])
        word = word[length:]
    return parts if not word else []


def _is_pinyin(word: str) -> bool:
    plain = without_tones(word)
    return plain.replace("ü", "u").replace("ê", "e").isascii() and plain.isalpha()


def _read(segment: Segment, found: Mapping[str, Sequence[str]]) -> Segment:
    spans = []
    for span in segment.spans:
        text = segment.text_of(span)
        own = found.get(text)
        spans.append(_with_reading(span, text, own) if own else span)
    return replace(segment, spans=tuple(spans))


def _with_reading(span: Span, text: str, own: Sequence[str]) -> Span:
    is_ours = span.origin.startswith("names:")
    if span.reading and not is_ours:
        return span
    usual = romanize_person(text) if span.kind is SpanKind.PERSON else None
    before = usual.syllables if usual and len(usual.syllables) == len(text) else read_syllables(text)
    syllables = [new or old for new, old in zip(own, before, strict=True)]
    if not all(syllables):
        return span
    if span.kind is not SpanKind.PERSON or "·" in text:
        whole = all(own)
        return replace(span, reading=spell(syllables)) if whole and not span.reading else span
    surname, _ = split_person(text)
    reading = f"{spell(syllables[: len(surname)])} {spell(syllables[len(surname) :])}".strip()
    english = span.forms.get(Locale.EN, "")
    usual_english = {romanize_person(text, style).text: style for style in ("passport", "pinyin")}
    if not is_ours or english not in usual_english:
        return replace(span, reading=reading)
    plain = without_tones(reading)
    if usual_english[english] == "passport":
        plain = plain.replace("ü", "yu").replace("Ü", "Yu")
    # The author's reading settles what the characters alone left open.
    origin = f"{span.origin.removesuffix(' (check)')}, read by the file"
    return replace(span, reading=reading, forms=FrozenMap({**span.forms, Locale.EN: plain}), origin=origin)
