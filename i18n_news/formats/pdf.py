"""The reader of .pdf files with a text layer: the only door to pypdfium2, which gives every glyph with its place."""

import re
import time
import zlib
from collections.abc import Iterator
from contextlib import closing
from ctypes import byref, c_double
from itertools import islice
from math import hypot
from typing import TYPE_CHECKING

from i18n_news.errors import InputError
from i18n_news.formats.guard import MAX_TEXT, too_long
from i18n_news.formats.pdf_blocks import blocks_of
from i18n_news.formats.pdf_lines import Box, Glyph, Page
from i18n_news.formats.source import Source, read_note

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES = 600
MAX_SECONDS = 60.0
# A stream of text never unpacks to so much; a picture does, but not from so little.
_MAX_STREAM = 60_000_000
_MAX_STREAM_RATIO = 150
_STREAM = re.compile(rb"stream\r?\n")
# Fewer characters than these on a page are a stamp or a page number on a picture.
_MIN_CHARACTERS = 20
_UNREADABLE_SHARE = 0.2
_BOLD = 600
_MAX_PATHS = 3_000
# A page of a newspaper has some 12,000 characters.
_MAX_GLYPHS = 40_000
_MAX_SHOWN = 60_000
_THIN = 3.0
# Bullets of the fonts Symbol and Wingdings, which are in the private use area.
_BULLETS = dict.fromkeys((0xF06C, 0xF06E, 0xF075, 0xF076, 0xF077, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0FC), "•")


def read(data: bytes, name: str) -> Source:
    """The blocks in reading order; InputError for scans, passwords, damage, and what would take too long."""
    import pypdfium2

    _check_streams(data, name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise InputError(f"{name}: the PDF is encrypted; save it without a password") from None
        raise InputError(f"{name}: the PDF is damaged; make it again from its source") from None
    with closing(document):
        if len(document) > MAX_PAGES:
            raise InputError(f"{name}: has {len(document)} pages, more than {MAX_PAGES}; split it into several files")
        pages = list(_pages(document, name))
    glyphs = [glyph for page in pages for glyph in page.glyphs]
    visible = sum(not glyph.char.isspace() for glyph in glyphs)
    if visible < _MIN_CHARACTERS and any(page.pictures for page in pages):
        raise InputError(f"{name}: the PDF is a scan without text; give the text, or recognize it (OCR) first")
    if not visible:
        raise InputError(f"{name}: there is no text in this PDF; give the document that it was made from")
    if sum(glyph.char == "\ufffd" for glyph in glyphs) > visible * _UNREADABLE_SHARE:
        raise InputError(f"{name}: the fonts of this PDF do not say which characters they show; give its source")
    blocks, dropped = blocks_of(pages)
    notes = [read_note("running-head", f"“{text}” stands on every page and was dropped") for text in dropped]
    for number, page in enumerate(pages, start=1):
        if page.pictures and sum(not glyph.char.isspace() for glyph in page.glyphs) < _MIN_CHARACTERS:
            notes.append(read_note("picture", f"page {number} is a picture; its text, if any, was not read"))
    return Source(blocks, notes=tuple(notes))


def _pages(document: "pypdfium2.PdfDocument", name: str) -> Iterator[Page]:
    import pypdfium2

    deadline = time.monotonic() + MAX_SECONDS
    count = 0
    for number in range(len(document)):
        if time.monotonic() > deadline:
            raise InputError(f"{name}: reading this PDF takes more than {MAX_SECONDS:.0f} s; give its source")
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            raise InputError(
                f"{name}: page {number + 1} of the PDF is damaged; make it again from its source"
            ) from None
        with closing(page):
            read_page = _page(page, name)
        count += len(read_page.glyphs)
        if count > MAX_TEXT:
            raise too_long(name)
        yield read_page


def _page(page: "pypdfium2.PdfPage", name: str) -> Page:
    import pypdfium2.raw as raw

    left, bottom, right, top = page.get_bbox()
    pictures = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        x0, y0, x1, y1 = item.get_bounds()
        # A rule or a dot drawn as a picture is none.
        if x1 - x0 > 20 and y1 - y0 > 20:
            pictures.append(Box(x0, y0, x1, y1))
    rules = tuple(_rules(page))
    text_page = page.get_textpage()
    with closing(text_page):
        if text_page.count_chars() > _MAX_GLYPHS:
            raise InputError(f"{name}: a page of the PDF holds more text than a page can; refused")
        glyphs = list(_glyphs(text_page))
    # What is drawn beside the page is a printer's mark.
    inside = tuple(g for g in glyphs if left - 1 <= g.x0 and g.x1 <= right + 1 and bottom <= g.y <= top)
    return Page(*_upright(Box(left, bottom, right, top), inside, tuple(pictures), rules))


def _rules(page: "pypdfium2.PdfPage") -> Iterator[Box]:
    """The lines drawn on a page, and the edges of the frames; a drawing of many strokes is no table."""
    import pypdfium2.raw as raw

    paths = islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3), _MAX_PATHS + 1)
    boxes = [Box(*path.get_bounds()) for path in paths]
    if len(boxes) > _MAX_PATHS:
        return
    for box in boxes:
        width, height = box.x1 - box.x0, box.y1 - box.y0
        if min(width, height) <= _THIN:
            if max(width, height) > _THIN:
                yield box
        else:
            yield Box(box.x0, box.y0, box.x0, box.y1)
            yield Box(box.x1, box.y0, box.x1, box.y1)
            yield Box(box.x0, box.y0, box.x1, box.y0)
            yield Box(box.x0, box.y1, box.x1, box.y1)


def _glyphs(text_page: "pypdfium2.PdfTextPage") -> Iterator[Glyph]:
    import pypdfium2.raw as raw

    handle = text_page.raw
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = c_double(), c_double()
    high = 0
    before, is_bold = (0.0, 0.0), False
    for index in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, index)
        # White space alone is made up by the library, from the distances.
        if code in (0x20, 0x0A, 0x0D) and raw.FPDFText_IsGenerated(handle, index) == 1:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if raw.FPDFText_HasUnicodeMapError(handle, index) == 1 or code in (0, 0xFFFE, 0xFFFF):
            code = 0xFFFD
        elif code < 0x20 or code in (0xAD, 0x200B, 0xFEFF):
            # A hyphen at the end of a line, or white space that the glyphs' places show anyway.
            code = 0x2D if code in (2, 0xAD) else 0x20 if code in (9, 10, 13) else 0
            if not code:
                continue
        raw.FPDFText_GetLooseCharBox(handle, index, byref(box))
        raw.FPDFText_GetMatrix(handle, index, byref(matrix))
        raw.FPDFText_GetCharOrigin(handle, index, byref(x), byref(y))
        size = round(raw.FPDFText_GetFontSize(handle, index) * (hypot(matrix.c, matrix.d) or 1.0), 1)
        is_level = abs(matrix.a) >= abs(matrix.b)
        quarter = (0 if matrix.a >= 0 else 2) if is_level else (1 if matrix.b > 0 else 3)
        # Asked once a line: what counts is whether a whole line is bold.
        if (size, y.value) != before:
            before, is_bold = (size, y.value), raw.FPDFText_GetFontWeight(handle, index) >= _BOLD
        yield Glyph(
            _BULLETS.get(code, chr(code)),
            box.left,
            box.right,
            y.value,
            size,
            is_bold,
            quarter,
            x.value,
            (box.bottom, box.top),
        )


def _upright(
    box: Box, glyphs: tuple[Glyph, ...], pictures: tuple[Box, ...], rules: tuple[Box, ...]
) -> tuple[Box, tuple[Glyph, ...], tuple[Box, ...], tuple[Box, ...]]:
    """The page turned so that most of its text is upright; text in other directions is a watermark or an ornament."""
    counts = [sum(glyph.quarter == quarter for glyph in glyphs) for quarter in range(4)]
    quarter = counts.index(max(counts))
    kept = tuple(glyph for glyph in glyphs if glyph.quarter == quarter)
    if quarter == 0:
        return box, kept, pictures, rules
    turned = tuple(glyph.turned() for glyph in kept)
    return (
        box.turned(quarter),
        turned,
        tuple(picture.turned(quarter) for picture in pictures),
        tuple(rule.turned(quarter) for rule in rules),
    )


def _check_streams(data: bytes, name: str) -> None:
    """Refuse a stream that unpacks to what no page holds, also where it was packed twice."""
    budget = 4 * _MAX_STREAM
    for match in _STREAM.finditer(data):
        packed = data[match.end() : match.end() + 8_000_000]
        for _ in range(3):
            if packed[:1] not in (b"\x78", b"\x68", b"\x58", b"\x48"):
                break
            unpacker = zlib.decompressobj()
            try:
                unpacked = unpacker.decompress(packed, _MAX_STREAM + 1)
            except zlib.error:
                break
            used = len(packed) - len(unpacker.unused_data) - len(unpacker.unconsumed_tail)
            budget -= len(unpacked)
            if len(unpacked) > _MAX_STREAM or (budget < 0 and len(unpacked) > used * _MAX_STREAM_RATIO):
                raise InputError(f"{name}: a part of the PDF unpacks to far more than a document holds; refused")
            if unpacked.count(b"Tj") + unpacked.count(b"TJ") > _MAX_SHOWN:
                raise InputError(f"{name}: a page of the PDF holds more text than a page can; refused")
            packed = unpacked[:8_000_000]
