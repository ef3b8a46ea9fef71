"""The one entry of all readers: what a file is, its content decides; a name that says otherwise is noted."""

import re
from dataclasses import replace
from pathlib import PurePath

from i18n_news.errors import InputError
from i18n_news.formats import docx, html, mhtml, pdf, text
from i18n_news.formats.guard import Package, check_size, check_text
from i18n_news.formats.source import Source, read_note
from i18n_news.text.han import has_han

SUFFIXES = (".docx", ".html", ".htm", ".mhtml", ".pdf", ".md", ".txt")
_SPOKEN = {"docx": "a Word document", "html": "a web page", "mhtml": "a saved web page", "pdf": "a PDF", "text": "text"}
_BY_SUFFIX = {
    ".docx": "docx",
    ".docm": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
    ".md": "text",
    ".markdown": "text",
    ".txt": "text",
    "": "",
}
_READERS = {"docx": docx.read, "html": html.read, "mhtml": mhtml.read, "pdf": pdf.read, "text": text.read}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a file begins with when nobody here reads it, and what to do.
_REFUSED = (
    (b"{\\rtf", "an RTF document; open it in Word and save it as .docx"),
    (b"\x89PNG", "a picture; give the text"),
    (b"\xff\xd8\xff", "a picture; give the text"),
    (b"GIF8", "a picture; give the text"),
    (b"Rar!", "a RAR archive; unpack it and give the document that is in it"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it and give the document that is in it"),
    (b"\x1f\x8b", "a packed file (gzip); unpack it and give the document that is in it"),
    (b"BZh", "a packed file (bzip2); unpack it and give the document that is in it"),
    (b"\xfd7zXZ", "a packed file (xz); unpack it and give the document that is in it"),
    (b"\x7fELF", "a program; give the release"),
    (b"MZ\x90", "a program; give the release"),
)
_OTHER_PACKAGES = (
    ("xl/workbook.xml", "an Excel workbook; copy the text into a Word document"),
    ("ppt/presentation.xml", "a PowerPoint presentation; copy the text into a Word document"),
    ("content.xml", "an OpenDocument file; open it and save it as .docx"),
    ("META-INF/container.xml", "an e-book; save the text as .docx or .txt"),
    ("index/document.iwa", "a Pages document; export it as .docx"),
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_WORD_XML = re.compile(rb"progid=\"Word\.Document\"|<pkg:package|<w:wordDocument", re.I)
_MHTML = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?Content-Type:\s*multipart/related", re.I)
_UTF_16_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|head|body)\b", re.I)


def read(data: bytes, name: str) -> Source:
    """The blocks of any readable file; every InputError begins with `name`."""
    check_size(data, name)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise InputError(f"{name}: the file is empty; give a release with Chinese text")
    suffix = PurePath(name).suffix.lower()
    form = _form(data, name, suffix)
    source = _READERS[form](data, name)
    check_text(source.blocks, name)
    if not any(has_han(block.text) for block in source.blocks):
        raise InputError(f"{name}: there is no Chinese text in this file; give the Chinese release")
    notes = list(source.notes)
    if suffix in _BY_SUFFIX and _BY_SUFFIX[suffix] not in ("", form):
        notes.insert(
            0, read_note("wrong-extension", f"the file is called {suffix} but is {_SPOKEN[form]}; read as that")
        )
    return replace(source, notes=tuple(notes))


def _form(data: bytes, name: str, suffix: str) -> str:
    """Which reader reads this content; InputError for what none reads, with what to do instead."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data, name)
    if data.startswith(_OLE):
        raise InputError(f"{name}: {_compound(data)}")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for magic, what in _REFUSED:
        if data.startswith(magic):
            raise InputError(f"{name}: this is {what}")
    if _WORD_XML.search(data[:4096]):
        raise InputError(f"{name}: this is a Word document saved as XML; open it in Word and save it as .docx")
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(head):
        return "html"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") and _UTF_16_PAGE.match(
        head[: len(head) // 2 * 2].decode("utf-16", "replace")
    ):
        return "html"
    if _MHTML.match(head):
        return "mhtml"
    wanted = _BY_SUFFIX.get(suffix)
    if wanted is None:
        known = ", ".join(SUFFIXES)
        if b"\0" in data[:4096]:
            raise InputError(f"{name}: cannot be read; give a {known} file")
        return "text"
    if wanted in ("docx", "pdf") and b"\0" in data[:4096]:
        raise InputError(f"{name}: this is not {_SPOKEN[wanted]}; the file is damaged or has a wrong name")
    return "html" if wanted == "html" else "text"


def _package(data: bytes, name: str) -> str:
    package = Package(data, name)
    lowered = {part.lower() for part in package.parts}
    if any(part.startswith("word/") and part.endswith(".xml") for part in lowered):
        return "docx"
    for part, what in _OTHER_PACKAGES:
        if part.lower() in lowered:
            raise InputError(f"{name}: this is {what}")
    raise InputError(f"{name}: this is a ZIP archive; unpack it and give the document that is in it")


def _compound(data: bytes) -> str:
    """What an OLE compound file is (MS-CFB): its streams are named in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "the document is encrypted; open it with its password and save it without one"
    if "WordDocument".encode("utf-16-le") in data:
        return "this is an old Word document (.doc or .wps); open it and save it as .docx"
    if "Workbook".encode("utf-16-le") in data:
        return "this is an old Excel workbook; copy the text into a Word document"
    return "this is an old Office file; open it and save it as .docx"
