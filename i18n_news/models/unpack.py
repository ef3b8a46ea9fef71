"""Take files out of an archive without letting a name in it lead out of the target folder."""

import shutil
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from i18n_news.errors import EngineError, NewsError
from i18n_news.files import inside


def unpack(archive: Path, root: str, target: Path) -> None:
    """Write what lies below root in a zip or tar archive below target, which must not exist yet."""
    with _readable(archive):
        if zipfile.is_zipfile(archive):
            _unpack_zip(archive, root, target)
        else:
            _unpack_tar(archive, root, target)
    if not target.is_dir():
        raise EngineError(f"{archive.name} holds nothing below {root}; it is another file than the pinned one")


def take_member(archive: Path, member: str, target: Path) -> None:
    """Write the one file member of a tar archive to target."""
    with _readable(archive), tarfile.open(archive, "r|*") as tar:
        for entry in tar:
            stream = tar.extractfile(entry) if entry.name == member and entry.isfile() else None
            if stream is not None:
                _write(stream, target)
                return
    raise EngineError(f"{archive.name} does not hold {member}; it is another file than the pinned one")


def _unpack_zip(archive: Path, root: str, target: Path) -> None:
    with zipfile.ZipFile(archive) as content:
        places = {entry.filename: _place(entry.filename, root, target) for entry in content.infolist()}
        for entry in content.infolist():
            place = places[entry.filename]
            if place is not None and not entry.is_dir():
                with content.open(entry) as stream:
                    _write(stream, place)


def _unpack_tar(archive: Path, root: str, target: Path) -> None:
    with tarfile.open(archive, "r|*") as content:
        for entry in content:
            place = _place(entry.name, root, target)
            # Links and devices are left where they are.
            stream = content.extractfile(entry) if place is not None and entry.isreg() else None
            if place is not None and stream is not None:
                _write(stream, place)


def _place(name: str, root: str, target: Path) -> Path | None:
    """Where the member goes; None when it is not below root."""
    path = PurePosixPath(name)
    if not path.parts:
        return None
    try:
        inside(target, path)
    except NewsError:
        raise EngineError(f"the archive holds the path {name!r}, which leads out of its folder; not unpacked") from None
    if not path.is_relative_to(root) or path == PurePosixPath(root):
        return None
    return inside(target, path.relative_to(root))


def _write(stream: IO[bytes], place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("xb") as copy:
        shutil.copyfileobj(stream, copy, 1 << 20)


@contextmanager
def _readable(archive: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise EngineError(f"{archive.name} cannot be unpacked ({error}); delete it and fetch it again") from error
    except OSError as error:
        raise EngineError(f"{archive.name} cannot be unpacked ({error.strerror or error})") from error
