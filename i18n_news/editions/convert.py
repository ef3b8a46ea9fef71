"""The Chinese editions of a document: the Simplified one as it was read, the Traditional ones by conversion."""

from collections.abc import Iterator, Mapping

from i18n_news.editions.boundaries import mended
from i18n_news.editions.kept import kept_stretches
from i18n_news.editions.opencc import Converter, converter
from i18n_news.editions.personal_names import assumed_form, is_chinese_name, is_doubtful
from i18n_news.editions.punctuation import corner_quotes
from i18n_news.model import (
    Block,
    BlockKind,
    Document,
    Edition,
    Locale,
    Note,
    Run,
    Segment,
    Span,
    SpanKind,
    State,
    Target,
    joined,
)

STAGE = "editions"
# One number before 米 is a length; 平方米 and 千米 are words of their own and stand in the overrides.
_METRES = {f"{before}米": f"{before}公尺" for before in "0123456789余多"}
DEFAULTS: Mapping[Locale, Mapping[str, str]] = {
    Locale.ZH_HANT_TW: _METRES,
    Locale.ZH_HANT_HK: {"信息": "資訊", "出租车": "的士", "公交车": "巴士", "新西兰": "紐西蘭", "幼儿园": "幼稚園"},
}


def simplified(document: Document) -> Edition:
    """The zh-Hans edition: the source itself, every span's run with its id."""
    targets = {
        segment.id: Target(
            segment_id=segment.id,
            locale=Locale.ZH_HANS,
            runs=joined(Run(text, span.id if span else "") for text, span in segment.pieces()),
            state=State.FINAL,
            origin="source",
        )
        for segment in document.segments()
    }
    return Edition(Locale.ZH_HANS, targets)


def traditional(document: Document, locale: Locale, overrides: Mapping[str, str]) -> Edition:
    """A Traditional edition; `overrides` beat the words that this module brings. GlossaryError when one is unusable."""
    to_traditional = converter(locale, {**DEFAULTS.get(locale, {}), **overrides})
    targets: dict[str, Target] = {}
    notes: list[Note] = []
    for block in document.blocks:
        quoted, quote_notes = _quoted(block, locale)
        notes += quote_notes
        for segment, text in zip(block.segments, quoted, strict=True):
            notes += _name_notes(segment, locale, to_traditional)
            targets[segment.id] = Target(
                segment_id=segment.id,
                locale=locale,
                runs=joined(_runs(segment, text, locale, to_traditional)),
                state=State.TRANSLATED,
                origin=f"opencc {to_traditional.name}",
            )
    return Edition(locale, targets, tuple(notes))


def _quoted(block: Block, locale: Locale) -> tuple[tuple[str, ...], list[Note]]:
    """The sources with the edition's quotation marks: conversion leaves marks alone, so offsets stay the source's."""
    kept = [
        {offset for span in segment.spans if _fixed(segment, span, locale) for offset in range(span.start, span.end)}
        for segment in block.segments
    ]
    sources = [segment.source for segment in block.segments]
    # The cells of a row are texts of their own.
    groups = [(n, n + 1) for n in range(len(sources))] if block.kind is BlockKind.TABLE_ROW else [(0, len(sources))]
    written: list[str] = []
    notes: list[Note] = []
    for first, last in groups:
        texts, unpaired = corner_quotes(sources[first:last], kept[first:last])
        written += texts
        for mark in unpaired:
            segment = block.segments[first + mark.text]
            message = f"the quotation mark {segment.source[mark.offset]} has no partner and stays as it is"
            notes.append(Note(STAGE, "unpaired-quote", segment.id, message, mark.offset, mark.offset + 1))
    return tuple(written), notes


def _runs(segment: Segment, text: str, locale: Locale, to_traditional: Converter) -> Iterator[Run]:
    """`text` is the segment's source with other quotation marks: it has the same length."""
    position = 0
    free: list[Span] = []
    for span in segment.spans:
        form = _fixed(segment, span, locale) or _name_form(segment, span, to_traditional)
        if not form:
            free.append(span)
            continue
        yield from _piece(text, position, span.start, free, to_traditional)
        yield Run(form, span.id)
        position, free = span.end, []
    yield from _piece(text, position, len(text), free, to_traditional)


def _piece(text: str, start: int, end: int, spans: list[Span], to_traditional: Converter) -> Iterator[Run]:
    """The runs of one piece between protected spans: converted as a whole, then cut at the edges of its other spans."""
    piece = text[start:end]
    own = [(span.start - start, span.end - start) for span in spans if span.kind is SpanKind.ORGANIZATION]
    edges = {edge - start for span in spans for edge in (span.start, span.end)}
    trace = mended(to_traditional.trace(piece)).settled(edges, [*own, *kept_stretches(piece)])
    position = 0
    for span in spans:
        yield Run(trace.part(position, span.start - start))
        yield Run(trace.part(span.start - start, span.end - start), span.id)
        position = span.end - start
    yield Run(trace.part(position, len(piece)))


def _fixed(segment: Segment, span: Span, locale: Locale) -> str:
    """The form that is decided for the span: its own, a code as it stands, or a person's other Traditional form."""
    if span.kind is SpanKind.CODE:
        return segment.text_of(span)
    form = span.forms.get(locale, "")
    if not form and span.kind is SpanKind.PERSON:
        return next((text for other, text in span.forms.items() if other.is_traditional), "")
    return form


def _name_form(segment: Segment, span: Span, to_traditional: Converter) -> str:
    name = segment.text_of(span)
    if span.kind is not SpanKind.PERSON:
        return ""
    return assumed_form(name, to_traditional.spell) if is_chinese_name(name) else to_traditional.spell(name)


def _name_notes(segment: Segment, locale: Locale, to_traditional: Converter) -> Iterator[Note]:
    for span in segment.spans:
        if span.kind is not SpanKind.PERSON or _fixed(segment, span, locale):
            continue
        name = segment.text_of(span)
        if is_chinese_name(name) and is_doubtful(name):
            form = _name_form(segment, span, to_traditional)
            message = f"traditional name form assumed: {name} as {form}; register it"
            yield Note(STAGE, "name-form-assumed", segment.id, message, span.start, span.end)
