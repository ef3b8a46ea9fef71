"""The Chinese editions of a document: the Simplified one as it was read, the Traditional ones by conversion."""

from dataclasses import dataclass

from i18n_news.editions.differences import Difference
from i18n_news.editions.opencc import converter
from i18n_news.editions.overrides import Overrides
from i18n_news.editions.punctuation import corner_quotes
from i18n_news.editions.segments import STAGE, SegmentConverter, decided_form
from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Note, Run, State, Target, joined


@dataclass(frozen=True, slots=True)
class Conversion:
    """A Traditional edition and every place where it is not what plain character conversion writes."""

    edition: Edition
    differences: tuple[Difference, ...]


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


def traditional(document: Document, locale: Locale, overrides: Overrides) -> Edition:
    """The Traditional edition alone; GlossaryError when an override is unusable."""
    return converted(document, locale, overrides).edition


def converted(document: Document, locale: Locale, overrides: Overrides) -> Conversion:
    """The Traditional edition with its differences; GlossaryError when an override is unusable."""
    to_traditional = converter(locale, overrides.forms)
    convert = SegmentConverter(locale, overrides, to_traditional, converter(locale, {}).spell)
    targets: dict[str, Target] = {}
    notes: list[Note] = []
    differences: list[Difference] = []
    for block in document.blocks:
        quoted, quote_notes = _quoted(block, locale)
        notes += quote_notes
        for segment, text in zip(block.segments, quoted, strict=True):
            made = convert(segment, text)
            notes += made.notes
            differences += made.differences
            targets[segment.id] = Target(
                segment_id=segment.id,
                locale=locale,
                runs=joined(made.runs),
                state=State.TRANSLATED,
                origin=f"opencc {to_traditional.name}",
            )
    return Conversion(Edition(locale, targets, tuple(notes)), tuple(differences))


def _quoted(block: Block, locale: Locale) -> tuple[tuple[str, ...], list[Note]]:
    """The sources with the edition's quotation marks: conversion leaves marks alone, so offsets stay the source's."""
    kept = [
        {
            offset
            for span in segment.spans
            if decided_form(segment, span, locale)
            for offset in range(span.start, span.end)
        }
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
