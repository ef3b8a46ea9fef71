"""Bounded reading of files from anywhere: sizes, archives and XML that would exhaust memory or time are refused."""

import re
import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from i18n_news.errors import InputError
from i18n_news.text.lines import RawBlock

if TYPE_CHECKING:
    from lxml import etree

# A release is a few pages; these bounds leave room for a book of 600 pages and keep the reader below 500 MB.
MAX_FILE = 50_000_000
MAX_PART = 24_000_000
MAX_RATIO = 200
MAX_ENTRIES = 5_000
MAX_TEXT = 1_000_000
MAX_BLOCKS = 40_000
# Parts below this size may be compressed as well as they like: an empty page of styles is.
_SMALL = 1_000_000
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0?!\0?(?:D\0O\0C\0T\0Y\0P\0E|E\0N\0T\0I\0T\0Y)")


class Package:
    """The parts of a ZIP container, each read only when asked for and never beyond the bounds."""

    def __init__(self, data: bytes, name: str) -> None:
        """InputError: the container is damaged or has more parts than any document."""
        self._name = name
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise InputError(
                f"{name}: the file is damaged ({_reason(error)}); open and save it in Word again"
            ) from None
        entries = self._archive.infolist()
        if len(entries) > MAX_ENTRIES:
            raise InputError(f"{name}: holds {len(entries)} parts, more than any document has; is it one?")
        self.parts = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in entries}

    def read(self, part: str) -> bytes:
        """The content of a part, empty where there is none; InputError when it is encrypted, damaged or too large."""
        entry = self.parts.get(part)
        if entry is None:
            return b""
        if entry.flag_bits & 0x1:
            raise InputError(f"{self._name}: the file is encrypted; save it without a password")
        # Neither the size nor the ratio that the archive states may be believed.
        limit = MAX_PART if entry.compress_size * MAX_RATIO > _SMALL else max(_SMALL, entry.compress_size * MAX_RATIO)
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            ValueError,
            NotImplementedError,
            EOFError,
            RuntimeError,
        ) as error:
            raise InputError(
                f"{self._name}: the part {_shown(part)} is damaged ({_reason(error)}); open and save it in Word again"
            ) from None
        if len(data) > min(limit, max(_SMALL, entry.compress_size * MAX_RATIO)):
            raise InputError(
                f"{self._name}: the part {_shown(part)} unpacks to far more than a document holds; refused"
            )
        return data


def check_size(data: bytes, name: str) -> None:
    if len(data) > MAX_FILE:
        raise InputError(f"{name}: larger than {MAX_FILE // 1_000_000} MB; give the text alone, without its pictures")


def check_text(blocks: Sequence[RawBlock], name: str) -> None:
    """InputError when the text is longer than what can be built in reasonable time."""
    if len(blocks) > MAX_BLOCKS or sum(len(block.text) for block in blocks) > MAX_TEXT:
        raise too_long(name)


def too_long(name: str) -> InputError:
    return InputError(
        f"{name}: longer than {MAX_TEXT:,} characters or {MAX_BLOCKS:,} rows; split it into several files"
    )


def parse_xml(data: bytes, name: str, part: str) -> "etree._Element":
    """The root of an XML part; InputError when it has a document type, which is how entities attack, or is no XML."""
    from lxml import etree

    if _DOCTYPE.search(data):
        raise InputError(f"{name}: the part {_shown(part)} declares XML entities, which no document does; refused")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(
            f"{name}: the part {_shown(part)} is damaged ({_reason(error)}); open and save it in Word again"
        ) from None


def _shown(part: str) -> str:
    return part[:60]


def _reason(error: Exception) -> str:
    return re.split(r"[\n,(]", str(error) or type(error).__name__)[0].strip()[:60]
