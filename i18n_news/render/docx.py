"""The editions as Word documents, filled into the house templates (the only door to docxtpl)."""

import datetime
import difflib
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from i18n_news.errors import FormatError
from i18n_news.model import Document, Issue, Locale
from i18n_news.render.docx_view import blocks, paired_blocks, word_frame
from i18n_news.render.environment import Templates, document_environment, template_fault
from i18n_news.render.house import House, day
from i18n_news.render.ruby import is_zhuyin
from i18n_news.render.views import NO_HOUSE, Release, Renderer, release_view

LOGO_HEIGHT = 12 * 36_000  # English Metric Units: 12 mm
EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
# Zhuyin has up to four signs a character.
READING_SHARE, ZHUYIN_SHARE, RAISE_SHARE = 0.5, 0.36, 0.95
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_renderer(templates: Templates, house: House = NO_HOUSE) -> Renderer:
    """A renderer of one document for each edition and of a side-by-side one; equal input gives equal bytes."""

    checked: set[Path] = set()

    def render(document: Document, issues: Sequence[Issue]) -> Mapping[PurePosixPath, bytes]:
        pages: dict[str, tuple[Locale, ...]] = {f"{locale}.docx": (locale,) for locale in document.editions}
        if Locale.EN in document.editions and document.locale is not Locale.EN:
            pages["bilingual.docx"] = (document.locale, Locale.EN)
        files = {}
        for name, locales in pages.items():
            path = templates.path("release.docx" if len(locales) == 1 else "bilingual.docx")
            files[PurePosixPath(name)] = _filled(path, house, document, locales, is_checked=path in checked)
            checked.add(path)
        return files

    return render


def _filled(path: Path, house: House, document: Document, locales: Sequence[Locale], *, is_checked: bool) -> bytes:
    from docxtpl import DocxTemplate, InlineImage

    release = release_view(document, locales, house)
    try:
        template = DocxTemplate(io.BytesIO(path.read_bytes()))
        template.init_docx()
    except Exception as error:
        raise FormatError(f"{path}: is not a Word document that can be read ({error}); restore the template") from error
    logo = InlineImage(template, io.BytesIO(house.logo), height=LOGO_HEIGHT) if house.logo else ""
    values = {**_fields(release), "logo": logo}
    _fill(template, path, values, is_checked=is_checked)
    _describe_pictures(template.docx, release.frames[0].organization)
    _fit_ruby(template.docx)
    _set_properties(template.docx, release, document)
    stream = io.BytesIO()
    template.save(stream)
    return settled(stream.getvalue())


def _fields(release: Release) -> dict[str, object]:
    """What a template may name; templates/README.md explains each of them to the office."""
    is_single = len(release.locales) == 1
    frame = word_frame(release.frames)
    return {
        "title": release.title,
        "locale": str(release.locales[0]),
        "is_chinese": release.locales[0].is_chinese,
        "blocks": blocks(release) if is_single else paired_blocks(release),
        "organization": frame.organization,
        "letterhead": frame.letterhead,
        "embargo": frame.embargo,
        "about": frame.about,
        "contact": frame.contact,
    }


def _fill(template: Any, path: Path, values: Mapping[str, object], *, is_checked: bool) -> None:
    environment = document_environment()
    try:
        found = set() if is_checked else template.get_undeclared_template_variables(environment)
        if unknown := sorted(found - set(values)):
            near = difflib.get_close_matches(unknown[0], values, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(values))}"
            raise FormatError(f"{path}: the field {unknown[0]} is unknown; {hint}")
        template.render(values, environment, autoescape=True)
    except FormatError:
        raise
    except Exception as error:
        raise FormatError(f"{path}: {template_fault(error)}; correct the template in Word") from error


def settled(data: bytes) -> bytes:
    """The same package with the names, times and attributes that depend on the moment and the system made fixed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            after.writestr(entry, before.read(name), compresslevel=6)
    return stream.getvalue()


def _describe_pictures(word: Any, text: str) -> None:
    """Pictures without a description are read out as file names, and without distances stand off the margin."""
    for picture in word.element.body.iter(f"{DRAWING}inline"):
        for side in ("distT", "distB", "distL", "distR"):
            picture.set(side, picture.get(side, "0"))
        for properties in picture.iter(f"{DRAWING}docPr"):
            properties.set("descr", properties.get("descr") or text)


def _fit_ruby(word: Any) -> None:
    """Set each reading in proportion to the size that the template's style gives the characters under it."""
    sizes: dict[str, int] = {}
    for paragraph in word.element.body.iter(f"{WORD}p"):
        rubies = list(paragraph.iter(f"{WORD}ruby"))
        if not rubies:
            continue
        style = paragraph.style or ""
        if style not in sizes:
            sizes[style] = _half_points(word, style)
        for ruby in rubies:
            _resize(ruby, sizes[style])


def _half_points(word: Any, style_id: str) -> int:
    styles = {style.style_id: style for style in word.styles if style.type == 1}
    style = styles.get(style_id) or word.styles["Normal"]
    while style is not None:
        if style.font.size is not None:
            return int(style.font.size.pt * 2)
        style = style.base_style
    defaults = word.styles.element.iter(f"{WORD}rPrDefault")
    sizes = (int(size.get(f"{WORD}val")) for default in defaults for size in default.iter(f"{WORD}sz"))
    # ECMA-376-1, 17.3.2.38: ten points where nothing is said.
    return next(sizes, 20)


def _resize(ruby: Any, base: int) -> None:
    is_small = is_zhuyin("".join(text.text or "" for over in ruby.iter(f"{WORD}rt") for text in over.iter(f"{WORD}t")))
    reading = round(base * ZHUYIN_SHARE) if is_small else max(round(base * READING_SHARE), 10)
    values = {"hps": reading, "hpsRaise": round(base * RAISE_SHARE) - 1, "hpsBaseText": base}
    for name, value in values.items():
        for element in ruby.iter(f"{WORD}{name}"):
            element.set(f"{WORD}val", str(value))
    for over in ruby.iter(f"{WORD}rt"):
        for name in ("sz", "szCs"):
            for element in over.iter(f"{WORD}{name}"):
                element.set(f"{WORD}val", str(reading))


def _set_properties(word: Any, release: Release, document: Document) -> None:
    published = day(document.meta.get("date", ""))
    moment = datetime.datetime.combine(published, datetime.time(), datetime.UTC) if published else EPOCH
    properties = word.core_properties
    author = release.frames[0].organization or release.imprints[0].source
    # ECMA-376-2, 11.1: at most 255 characters each.
    properties.title, properties.author, properties.last_modified_by = release.title[:255], author[:255], author[:255]
    properties.language = str(release.locales[0])
    properties.created = properties.modified = moment
    properties.revision = 1
