"""A release as the Typst template needs it: plain values that JSON can carry, every decision taken."""

import re
from collections.abc import Callable, Iterator

from i18n_news.model import BlockKind, Locale, SpanKind
from i18n_news.render.views import Cell, Part, Passage, Piece, Release

REGIONS = {Locale.ZH_HANS: "CN", Locale.ZH_HANT_TW: "TW", Locale.ZH_HANT_HK: "HK", Locale.EN: "US"}
SIMPLIFIED = (("Noto Serif SC", "Noto Serif TC"), ("Noto Sans SC", "Noto Sans TC"))
TRADITIONAL = (("Noto Serif TC", "Noto Serif SC"), ("Noto Sans TC", "Noto Sans SC"))
# Libertinus comes inside the typst package.
LATIN = "Libertinus Serif"

Settable = Callable[[str, Locale], str]
"""The text with a mark in the place of every character that the fonts of the locale do not have."""


def typst_view(release: Release, logo: bytes, settable: Settable) -> dict[str, object]:
    """Readings stand in an edition only: side by side the English has the name in Pinyin, and small lines between the
    columns would mix them up for whoever copies the text.
    """
    first = release.locales[0]
    has_readings = len(release.locales) == 1 and release.has_readings
    frames = release.frames
    author = frames[0].organization or release.imprints[0].source
    return {
        "title": settable(_flat(release.title), first),
        "author": settable(_flat(author), first),
        "lang": _language(first),
        "region": REGIONS[first],
        "logo": list(logo),
        "sides": [
            {
                "locale": str(locale),
                "lang": _language(locale),
                "region": REGIONS[locale],
                "serif": font_stack(locale, is_serif=True),
                "sans": font_stack(locale, is_serif=False),
                "has_readings": has_readings,
            }
            for locale in release.locales
        ],
        "frames": [
            {
                "organization": settable(frame.organization, frame.locale),
                "letterhead": [settable(line, frame.locale) for line in frame.letterhead],
                "embargo": settable(frame.embargo, frame.locale),
                "about_title": settable(frame.about_title, frame.locale),
                "about": [settable(line, frame.locale) for line in frame.about],
                "contact_title": settable(frame.contact_title, frame.locale),
                "contact": [settable(line, frame.locale) for line in frame.contact],
            }
            for frame in frames
        ],
        "blocks": list(_blocks(release, settable, has_readings)),
    }


def font_stack(locale: Locale, *, is_serif: bool) -> list[str]:
    """The families to try in order: a Traditional page takes what its own font lacks from the Simplified one."""
    if not locale.is_chinese:
        return [LATIN, *(SIMPLIFIED[0] if is_serif else SIMPLIFIED[1])]
    serif, sans = TRADITIONAL if locale.is_traditional else SIMPLIFIED
    return [*(serif if is_serif else sans), LATIN]


def _blocks(release: Release, settable: Settable, has_readings: bool) -> Iterator[dict[str, object]]:
    depth = 0
    for article in release.articles:
        for part in article.head:
            depth = _depth(part, depth)
            yield from _part(part, depth, settable, has_readings)
        if article is release.articles[0] and any(imprint.text for imprint in release.imprints):
            sides = [[{"text": settable(_flat(imprint.text), imprint.locale)}] for imprint in release.imprints]
            yield {"kind": "imprint", "level": 0, "sides": sides}
        for part in article.body:
            depth = _depth(part, depth)
            yield from _part(part, depth, settable, has_readings)


def _depth(part: Part, depth: int) -> int:
    """The level of the heading: ISO 14289-1, 7.4.2, lets no level be passed over on the way down."""
    return min(part.level, depth + 1) if part.level else depth


def _part(part: Part, depth: int, settable: Settable, has_readings: bool) -> Iterator[dict[str, object]]:
    if part.kind is BlockKind.TABLE_ROW:
        yield {
            "kind": str(part.kind),
            "level": 0,
            "columns": part.columns,
            "numbers": [part.is_number_column(column) for column in range(part.columns)],
            "rows": [[_cell(cell, settable, has_readings) for cell in row.cells] for row in part.rows],
        }
        return
    for row in part.rows:
        sides = [_pieces(passage, settable, has_readings) for passage in row.cells[0].passages]
        yield {"kind": str(part.kind), "level": depth if part.level else 0, "sides": sides}


def _cell(cell: Cell, settable: Settable, has_readings: bool) -> list[list[dict[str, object]]]:
    passages = cell.passages[:1] if cell.is_same else cell.passages
    return [_pieces(passage, settable, has_readings) for passage in passages]


def _pieces(passage: Passage, settable: Settable, has_readings: bool) -> list[dict[str, object]]:
    if not passage.text:
        return []
    return [_piece(piece, passage.locale, settable, has_readings) for piece in passage.pieces]


def _piece(piece: Piece, locale: Locale, settable: Settable, has_readings: bool) -> dict[str, object]:
    # A box round a figure among Chinese would take the space away that parts it from the Chinese.
    is_kept = piece.is_unbroken and (not locale.is_chinese or piece.kind == SpanKind.PERSON)
    return {
        "text": settable(_flat(piece.text), locale),
        "reading": settable(piece.reading, locale) if has_readings else "",
        "ruby": [[settable(part.base, locale), settable(part.reading, locale)] for part in piece.word_ruby]
        if piece.reading and has_readings
        else [],
        "kept": is_kept,
    }


def _flat(text: str) -> str:
    return re.sub(r"\s", " ", text)


def _language(locale: Locale) -> str:
    return "zh" if locale.is_chinese else "en"
