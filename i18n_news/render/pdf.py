"""The editions as tagged PDF/UA-1 documents, set by Typst in the fonts that are installed like a model."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from i18n_news.model import Document, Issue, Locale, Note
from i18n_news.render.environment import Templates
from i18n_news.render.house import House, day
from i18n_news.render.typesetter import Typesetter, clusters
from i18n_news.render.typst_view import font_stack, typst_view
from i18n_news.render.views import NO_HOUSE, Release, Renderer, release_view

TEMPLATE = "release.typ"
# The geta mark, by which Chinese and Japanese printers show that they have no type for a character.
NO_GLYPH = "〓"
EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def pdf_renderer(templates: Templates, typesetter: Typesetter, house: House = NO_HOUSE) -> Renderer:
    """A renderer of one document for each edition and of a side-by-side one; equal input gives equal bytes."""

    def render(document: Document, issues: Sequence[Issue]) -> Mapping[PurePosixPath, bytes]:
        pages: dict[str, tuple[Locale, ...]] = {f"{locale}.pdf": (locale,) for locale in document.editions}
        if Locale.EN in document.editions and document.locale is not Locale.EN:
            pages["bilingual.pdf"] = (document.locale, Locale.EN)
        template, moment = templates.path(TEMPLATE), _timestamp(document)
        files = {}
        for name, locales in pages.items():
            release = release_view(document, locales, house)
            values = typst_view(release, house.logo, _Settable(typesetter, release))
            files[PurePosixPath(name)] = typesetter.pdf(template, values, moment)
        return files

    return render


def missing_glyphs(document: Document, typesetter: Typesetter) -> Document:
    """The document with a note on each edition for every segment that has a character without a glyph."""
    for locale, edition in document.editions.items():
        texts = [target.text for target in edition.targets.values()]
        missing = typesetter.missing(texts, font_stack(locale, is_serif=True))
        notes = []
        for target in edition.targets.values():
            if here := missing.intersection(clusters(target.text)):
                notes.append(Note("render", "missing-glyph", target.segment_id, _named(here)))
        if notes:
            document = document.with_edition(replace(edition, notes=(*edition.notes, *notes)))
    return document


class _Settable:
    """Puts the mark for a missing glyph into texts; serif and sans fonts of a locale hold the same characters."""

    def __init__(self, typesetter: Typesetter, release: Release) -> None:
        self._typesetter = typesetter
        texts: dict[Locale, set[str]] = {locale: set() for locale in release.locales}
        texts[release.locales[0]].add(release.title)
        for locale, text in _texts(release):
            texts[locale].add(text)
        self._missing = {
            locale: typesetter.missing(sorted(found), font_stack(locale, is_serif=True))
            | typesetter.missing(sorted(found), font_stack(locale, is_serif=False))
            for locale, found in texts.items()
        }

    def __call__(self, text: str, locale: Locale) -> str:
        for cluster in self._missing[locale].intersection(clusters(text)):
            text = text.replace(cluster, NO_GLYPH)
        return text


def _texts(release: Release) -> Iterator[tuple[Locale, str]]:
    for passage in release.passages():
        for piece in passage.pieces:
            yield passage.locale, piece.text
            yield passage.locale, piece.reading
    for imprint in release.imprints:
        yield imprint.locale, imprint.text
    for frame in release.frames:
        lines = (*frame.letterhead, *frame.about, *frame.contact)
        for text in (frame.organization, frame.embargo, frame.about_title, frame.contact_title, *lines):
            yield frame.locale, text


def _named(missing: frozenset[str]) -> str:
    characters = ", ".join(
        f"{cluster} ({' '.join(f'U+{ord(character):04X}' for character in cluster)})" for cluster in sorted(missing)
    )
    return f"the fonts of the .pdf have no glyph for {characters}; {NO_GLYPH} stands there"


def _timestamp(document: Document) -> int:
    published = day(document.meta.get("date", ""))
    moment = datetime.datetime.combine(published, datetime.time(), datetime.UTC) if published else EPOCH
    return int(moment.timestamp())
