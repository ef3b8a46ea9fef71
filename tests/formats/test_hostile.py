"""Files that would exhaust memory or time, or are not what they say: one line that says what to do, and soon."""

import struct
import time
import zipfile
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.errors import InputError
from i18n_news.formats.guard import MAX_FILE
from i18n_news.formats.read import read
from tests.formats import make
from tests.formats.make import assembled, paragraph, pdf, stream_object, word, zipped

HAN = "江畔港区启用闸口。"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
ENTITIES = '<!DOCTYPE w [<!ENTITY a "港区"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def bomb(size):
    """A package whose document is this many times the same byte."""
    return word(main=b"<w>" + b" " * size + b"</w>")


def lying(data):
    """The package with a false size for its document in the directory."""
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    return data[: at + 24] + struct.pack("<I", 100) + data[at + 28 :]


def encrypted(data):
    """The package with the flag of encryption on every part."""
    changed = bytearray(data)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(magic)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(magic, at + 4)
    return bytes(changed)


def many_parts():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(6000):
            archive.writestr(f"word/{number}.xml", b"")
    return stream.getvalue()


def pdf_bomb(times):
    packed = zlib.compress(b"BT " * 30_000_000, 9)
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    filters = "/FlateDecode " * times
    content = stream_object(packed, f"/Filter [{filters}]")
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
    return assembled(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, content]
    )


def endless_pages():
    kids = "3 0 R " * 5000
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>"
    pages = f"<< /Type /Pages /Kids [{kids}] /Count 5000 >>".encode()
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page])


def locked_pdf():
    """A PDF whose user password is not the empty one (ISO 32000-1, 7.6.3)."""
    keys = f"/O <{'11' * 32}> /U <{'22' * 32}>"
    entries = f"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 {keys} /P -4 >>"
    return pdf([(60, 700, 10, HAN)]).replace(b"/Root 1 0 R", entries.encode())


def deep(opening, closing, count):
    return (opening * count + HAN + closing * count).encode()


def row(cells):
    return f"<w:tr>{'<w:tc><w:p><w:r><w:t>港</w:t></w:r></w:p></w:tc>' * cells}</w:tr>"


HOSTILE = {
    "bomb.docx": (lambda: bomb(600_000_000 // 10), "unpacks to far more"),
    "liar.docx": (lambda: lying(bomb(60_000_000)), "far more|damaged"),
    "parts.docx": (many_parts, "6000 parts"),
    "entities.docx": (lambda: word(main=f"{ENTITIES}<w>&b;</w>"), "XML entities"),
    "utf-16-entities.docx": (lambda: word(main=f"{ENTITIES}<w>&b;</w>".encode("utf-16")), "XML entities|damaged"),
    "entities-in-styles.docx": (lambda: word(paragraph(HAN), **{"word/styles.xml": f"{ENTITIES}<w/>"}), "XML entities"),
    "deep.docx": (lambda: word(main=deep("<w>", "</w>", 2_000)), "damaged"),
    "abyss.docx": (lambda: word(main=deep("<w>", "</w>", 200_000)), "damaged|far more"),
    "table.docx": (lambda: word(f"<w:tbl>{row(4) * 60_000}</w:tbl>"), "longer than|far more"),
    "encrypted-parts.docx": (lambda: encrypted(word(paragraph(HAN))), "is encrypted"),
    "encrypted.docx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted"),
    "old.doc": (lambda: OLE + "WordDocument".encode("utf-16-le"), "old Word document"),
    "old.docx": (lambda: OLE + "WordDocument".encode("utf-16-le"), "old Word document"),
    "cut.docx": (lambda: word(paragraph(HAN * 900))[:700], "damaged"),
    "empty.docx": (lambda: zipped({"word/other.xml": "<w/>"}), "no text part"),
    "nested.docx": (lambda: zipped({"a.docx": word(paragraph(HAN))}), "ZIP archive; unpack it"),
    "nested.zip": (lambda: zipped({"a.zip": zipped({"b.zip": b""})}), "ZIP archive; unpack it"),
    "book.docx": (lambda: zipped({"xl/workbook.xml": "<w/>"}), "Excel workbook"),
    "slides.pdf": (lambda: zipped({"ppt/presentation.xml": "<w/>"}), "PowerPoint"),
    "open.odt": (lambda: zipped({"content.xml": "<w/>"}), "OpenDocument"),
    "picture.docx": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "a picture"),
    "rich.doc": (lambda: b"{\\rtf1 x}", "RTF document"),
    "noise.docx": (lambda: bytes(range(256)) * 40, "not a Word document"),
    "noise.pdf": (lambda: bytes(range(256)) * 40, "not a PDF"),
    "bomb.pdf": (lambda: pdf_bomb(1), "unpacks to far more"),
    "double-bomb.pdf": (lambda: pdf_bomb(2), "unpacks to far more"),
    "crowded.pdf": (lambda: pdf([(60 + n % 50 * 10, 700 - n % 70 * 10, 10, HAN) for n in range(70_000)]), "more text"),
    "pages.pdf": (endless_pages, "5000 pages"),
    "locked.pdf": (locked_pdf, "is encrypted"),
    "text.pdf": (lambda: "%PDF-1.7 江畔港区".encode(), "damaged"),
    "frame.html": (lambda: b"<html><frameset><frame src=a.html></frameset></html>", "no Chinese article|no text"),
    "large.html": (lambda: b"<html><body>" + b"<p>a</p>" * 4_000_000, "larger than"),
    "table.html": (lambda: f"<html><table>{'<tr><td>港<td>区</tr>' * 60_000}</table></html>".encode(), "longer than"),
    "long.txt": (lambda: (HAN * 120_000).encode(), "longer than"),
    "huge.txt": (lambda: b"a" * (MAX_FILE + 1), "larger than 50 MB"),
    "spaces.txt": (lambda: b" \n\0" * 1000, "is empty"),
    "program.txt": (lambda: b"\x7fELF" + b"\0" * 100, "a program"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_line_and_soon(name):
    make_file, words = HOSTILE[name]
    data = make_file()
    start = time.perf_counter()
    with pytest.raises(InputError, match=words) as caught:
        read(data, name)
    assert time.perf_counter() - start < 5
    assert str(caught.value).startswith(f"{name}: ") and "\n" not in str(caught.value) and len(str(caught.value)) < 160


@pytest.mark.parametrize(
    "make_file",
    [
        lambda: f"<html><body>{'<div>' * 100_000}<p>{HAN * 3}</p></body></html>".encode(),
        lambda: f"<html><body><p>{'<b>' * 100_000}{HAN * 3}</p></body></html>".encode(),
        lambda: f"<html><body><p>{HAN * 3}</p>{'<table><tr><td>' * 3000}</body></html>".encode(),
        lambda: f"<html><body><p>{HAN * 3}</p>{'<ul><li>' * 30_000}</body></html>".encode(),
    ],
)
def test_a_page_nested_beyond_reason_is_read_or_refused_soon(make_file):
    data = make_file()
    start = time.perf_counter()
    try:
        assert HAN in read(data, "a.html").blocks[0].text
    except InputError as error:
        assert str(error).startswith("a.html: ")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("release.txt", word(paragraph(HAN)), "a Word document"),
        ("release.docx", f"<!doctype html><html><body><p>{HAN * 2}</p></body></html>".encode(), "a web page"),
        ("release.doc", word(paragraph(HAN)), ""),
        ("release.docx", HAN.encode(), "text"),
        ("release.html", pdf([(60, 700, 10, HAN * 3)]), "a PDF"),
        ("release", HAN.encode("gb18030"), ""),
    ],
)
def test_content_decides_and_a_wrong_name_is_noted(name, data, said):
    source = read(data, name)
    assert HAN in source.blocks[0].text
    notes = [note.message for note in source.notes if note.kind == "wrong-extension"]
    assert (said in notes[0]) if said else notes == []


@given(st.data())
def test_a_damaged_file_of_any_form_is_read_or_refused(data):
    kinds = {"a.docx": word(paragraph(HAN)), "a.pdf": pdf([(60, 700, 10, HAN)]), "a.html": f"<html><p>{HAN}".encode()}
    name = data.draw(st.sampled_from(sorted(kinds)))
    content = bytearray(kinds[name])
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(content[: data.draw(st.integers(1, len(content)))]), name)
    except InputError as error:
        assert str(error).startswith(name) and "\n" not in str(error)


def test_every_maker_makes_what_it_says():
    assert [block.text for block in read(make.word(paragraph(HAN)), "a.docx").blocks] == [HAN]
