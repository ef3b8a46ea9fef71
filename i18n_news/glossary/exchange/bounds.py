"""Bounded reading of files that other people made: sizes, wrong names and unknown encodings answered in one line."""

import codecs
from pathlib import Path
from typing import Literal

from i18n_news.errors import EncodingError, GlossaryError
from i18n_news.text.encodings import decode

# Six times what 100,000 full entries take in the wordiest form, TBX.
MAX_FILE = 300_000_000
# A text file is read as a whole, so that its encoding can be judged.
MAX_TEXT_FILE = 100_000_000
# What a cell of Excel holds.
MAX_CELL = 32_767
MAX_ROWS = 1_048_576

# A list may hold a single name of rare characters: what decodes to Han is believed to be Chinese.
LEAST = 0.2

Content = Literal["text", "workbook", "xml"]
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"


def content_of(path: Path) -> Content:
    """What a file is by its first bytes, whatever its name says; GlossaryError: too large, encrypted or unreadable."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(64)
    except OSError as error:
        raise GlossaryError(path, 0, f"cannot be read ({error.strerror}); check the path") from None
    if size > MAX_FILE:
        raise GlossaryError(path, 0, f"is larger than {MAX_FILE // 1_000_000} MB; split it into several files")
    if head.startswith(_OLE):
        raise GlossaryError(
            path, 0, "is encrypted or an old .xls; open it in Excel and save it as .xlsx without a password"
        )
    if head.startswith(_ZIP):
        return "workbook"
    start = head.removeprefix(codecs.BOM_UTF8).replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
    return "xml" if start.startswith((b"<?xml", b"<!", b"<martif", b"<tbx", b"<TBX")) else "text"


def text_of(path: Path) -> tuple[str, str]:
    """A file's text and the encoding that it was in; GlossaryError when it is no text or in no Chinese encoding."""
    if path.stat().st_size > MAX_TEXT_FILE:
        raise GlossaryError(path, 0, f"is larger than {MAX_TEXT_FILE // 1_000_000} MB; split it into several files")
    content = path.read_bytes()
    if content.isspace() or not content:
        return content.decode("ascii"), "UTF-8"
    try:
        decoded = decode(content, path.name, LEAST)
    except EncodingError as error:
        message = "is neither UTF-8 nor UTF-16, GB18030 or Big5 text; save it as UTF-8, or give .xlsx or .tbx"
        raise GlossaryError(path, error.line, message) from None
    if decoded.damaged:
        line = decoded.text.count("\n", 0, decoded.text.index("\ufffd")) + 1
        raise GlossaryError(path, line, f"is damaged {decoded.encoding} text; correct it and save it as UTF-8")
    return decoded.text, decoded.encoding
