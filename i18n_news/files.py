"""The one place that writes files: all of a file or nothing, all of a set or nothing, with errors in one line."""

import os
import secrets
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Literal

from i18n_news.errors import NewsError

# Virus scanners hold a new file for a moment on Windows; seconds to wait before each further try.
REPLACE_PAUSES = (0.05, 0.1, 0.2)


def write_atomic(path: Path, data: bytes) -> None:
    """Put data at path, making its folder; on any NewsError the earlier file stands untouched."""
    temporary = _write_temporary(path, data)
    try:
        _replace(temporary, path)
    except BaseException:
        _unlink(temporary)
        raise


def write_all(folder: Path, contents: Mapping[PurePosixPath, bytes]) -> tuple[Path, ...]:
    """Write the set below folder; after a NewsError the folder holds what it held before."""
    targets = {inside(folder, path): data for path, data in contents.items()}
    new_folders = _missing_folders(folder, targets)
    temporaries: dict[Path, Path] = {}
    earlier: dict[Path, bytes | None] = {}
    try:
        for target, data in targets.items():
            temporaries[target] = _write_temporary(target, data)
        for target, temporary in temporaries.items():
            content = _read_earlier(target)
            _replace(temporary, target)
            earlier[target] = content
    except BaseException:
        _restore(earlier)
        for temporary in temporaries.values():
            _unlink(temporary)
        for made in reversed(new_folders):
            with suppress(OSError):
                made.rmdir()
        raise
    return tuple(targets)


def inside(folder: Path, path: PurePosixPath) -> Path:
    """The place of path below folder; refuses what would lie outside it on any system."""
    windows = PureWindowsPath(path)
    leaves = path.is_absolute() or bool(windows.drive or windows.root) or ".." in windows.parts
    if leaves or not path.parts or "\0" in str(path):
        raise NewsError(f"{str(path)!r} is not a path inside {folder}; use a plain relative name")
    return folder.joinpath(*path.parts)


def defaults_dir(name: Literal["glossaries", "templates"]) -> Path:
    """The folder of defaults carried by the wheel, or the repository's own one in a source checkout."""
    package = Path(__file__).parent
    for folder in (package / "defaults" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise NewsError(f"the default {name} are missing beside {package}; install i18n-news again")


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock file at path, which the system frees when the process ends, even when it is killed."""
    _make_folder(path.parent)
    try:
        stream = path.open("ab")
    except OSError as error:
        raise NewsError(_cannot_write(path, error)) from error
    with stream:
        deadline = time.monotonic() + seconds
        while not _try_lock(stream.fileno()):
            if time.monotonic() > deadline:
                raise NewsError(f"another process has held {path} for {seconds:g} s; end it and run again")
            time.sleep(0.1)
        # Closing the file frees the lock.
        yield


def _write_temporary(path: Path, data: bytes) -> Path:
    """A new file beside path, flushed to the disk."""
    if path.is_dir():
        raise NewsError(f"cannot write {path}: a folder has that name; rename it and run again")
    _make_folder(path.parent)
    # A short name of its own: the real one plus a suffix may be longer than a file system allows.
    temporary = path.with_name(f".{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        _unlink(temporary)
        raise NewsError(_cannot_write(path, error)) from error
    except BaseException:
        _unlink(temporary)
        raise
    return temporary


def _replace(temporary: Path, path: Path) -> None:
    for pause in (*REPLACE_PAUSES, None):
        try:
            temporary.replace(path)
            return
        except PermissionError as error:
            # The temporary file was written beside it, so the folder is not what refuses.
            if pause is None:
                raise NewsError(f"{path} is open in another program; close it and run again") from error
            time.sleep(pause)
        except OSError as error:
            raise NewsError(_cannot_write(path, error)) from error


def _read_earlier(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except PermissionError as error:
        raise NewsError(f"{path} is open in another program; close it and run again") from error
    except OSError as error:
        raise NewsError(_cannot_write(path, error)) from error


def _restore(earlier: Mapping[Path, bytes | None]) -> None:
    for path, content in earlier.items():
        # What failed first is what the person must read; a file that cannot be put back adds nothing to it.
        with suppress(NewsError):
            if content is None:
                _unlink(path)
            else:
                write_atomic(path, content)


def _missing_folders(folder: Path, targets: Mapping[Path, bytes]) -> list[Path]:
    """The folders that writing will make, the outer ones first."""
    above = {parent for target in targets for parent in target.parents} | {folder}
    return sorted((parent for parent in above if not parent.exists()), key=lambda parent: len(parent.parts))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NewsError(_cannot_write(folder, error)) from error


def _unlink(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _cannot_write(path: Path, error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return f"cannot write {path}: {reason}; free it or choose another folder"


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network folders know no locks; the hashes still catch what two writers would spoil.
            return True
        return True
