"""Bounded reading of files that other people made: sizes, wrong names and unknown encodings answered in one line."""

import re
from pathlib import Path
from typing import Literal

from i18n_news.errors import GlossaryError

# Six times what 100,000 full entries take in the wordiest form, TBX.
MAX_FILE = 300_000_000
# A text file is read as a whole, so that its encoding can be judged.
MAX_TEXT_FILE = 100_000_000
# What a cell of Excel holds.
MAX_CELL = 32_767
MAX_ROWS = 1_048_576

Content = Literal["text", "workbook", "xml"]
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# In Big5 four of ten Han have a second byte below 0x7F, and none a first one below 0xA1; in GB18030 second bytes are so
# low only in what GBK added to the common characters, and nearly half of that has such a first byte.
_BIG5_SHARE = 0.1
_SAMPLE = 20_000
_BINARY = "is a binary file, not a list of terms; give .tsv, .csv, .xlsx, .tbx or .txt"


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
    start = head.removeprefix(_BOMS[0][0]).replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
    return "xml" if start.startswith((b"<?xml", b"<!", b"<martif", b"<tbx", b"<TBX")) else "text"


def text_of(path: Path) -> tuple[str, str]:
    """A file's text and the encoding that it was in; GlossaryError when it is no text or in no Chinese encoding."""
    if path.stat().st_size > MAX_TEXT_FILE:
        raise GlossaryError(path, 0, f"is larger than {MAX_TEXT_FILE // 1_000_000} MB; split it into several files")
    content = path.read_bytes()
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding, path), encoding.upper()
    if b"\0" in content[:_SAMPLE]:
        # Tabs, line ends and Latin letters leave their zero byte on one side.
        encoding = "utf-16-le" if content[1:_SAMPLE:2].count(0) > content[0:_SAMPLE:2].count(0) else "utf-16-be"
        text = _decoded(content, encoding, path)
        if not re.search("[\t\n,:; ]", text):
            raise GlossaryError(path, 0, _BINARY)
        return text, encoding.upper()
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        encoding = "cp950" if _big5_likeness(content[:_SAMPLE]) >= _BIG5_SHARE else "gb18030"
        return _decoded(content, encoding, path), {"cp950": "Big5", "gb18030": "GB18030"}[encoding]


def _decoded(content: bytes, encoding: str, path: Path) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise GlossaryError(path, line, "is neither UTF-8 nor GB18030 nor Big5 text; save it again as UTF-8") from None
    if "\0" in text:
        raise GlossaryError(path, 0, _BINARY)
    return text


def _big5_likeness(content: bytes) -> float:
    """The share of two-byte characters whose second byte is below 0x7F; 0 where a first byte is none of Big5."""
    pairs = low = at = 0
    while at < len(content) - 1:
        if content[at] < 0x81:
            at += 1
            continue
        if content[at] < 0xA1:
            return 0.0
        pairs += 1
        low += 0x40 <= content[at + 1] < 0x7F
        at += 2
    return low / pairs if pairs else 0.0
