"""A workbook looked through before it is opened: bombs, XML entities and merged cells, in bounded memory."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from i18n_news.errors import GlossaryError

# 100,000 full entries unpack to 90 MB.
MAX_UNPACKED = 300_000_000
MAX_STRINGS = 120_000_000
MAX_RATIO = 200
MAX_PARTS = 2_000
_SMALL = 1_000_000
_CHUNK = 1 << 20
_OVERLAP = 64
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0?!\0?(?:D\0O\0C\0T\0Y\0P\0E|E\0N\0T\0I\0T\0Y)")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_MAX_MERGED = 1_000


def look_through(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The merged ranges of each part that has some; GlossaryError when the workbook is damaged or would explode."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_sizes(parts, path)
            # A part never unpacks to more than it states: zipfile stops there and then finds the checksum wrong.
            return {
                part.filename: merged
                for part in parts
                if part.filename.endswith((".xml", ".rels")) and (merged := _scanned(archive, part, path))
            }
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        raise GlossaryError(path, 0, "is a damaged workbook; open it in Excel and save it as .xlsx again") from None


def _check_sizes(parts: list[zipfile.ZipInfo], path: Path) -> None:
    names = {part.filename for part in parts}
    if "EncryptedPackage" in names or any(part.flag_bits & 0x1 for part in parts):
        raise GlossaryError(path, 0, "is encrypted; save it without a password")
    if "xl/workbook.xml" not in names:
        raise GlossaryError(path, 0, "is no Excel workbook; save it as .xlsx")
    strings = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
    bombs = [part for part in parts if part.file_size > max(_SMALL, part.compress_size * MAX_RATIO)]
    total = sum(part.file_size for part in parts)
    if bombs or len(parts) > MAX_PARTS or total > MAX_UNPACKED or strings > MAX_STRINGS:
        raise GlossaryError(path, 0, "unpacks to far more than a list of terms; split it into several files")


def _scanned(archive: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path) -> tuple[str, ...]:
    merged: dict[str, None] = {}
    with archive.open(part) as stream:
        end = b""
        while chunk := stream.read(_CHUNK):
            window = end + chunk
            if _DECLARED.search(window):
                raise GlossaryError(path, 0, "declares XML entities, which no workbook does; refused")
            if len(merged) < _MAX_MERGED:
                merged.update((found.decode("ascii"), None) for found in _MERGED.findall(window))
            end = window[-_OVERLAP:]
    return tuple(merged)
