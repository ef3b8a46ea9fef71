"""Carry the installed models to an office without a network: all of them in one zip file, with their hashes."""

import os
import secrets
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath

from i18n_news.errors import EngineError
from i18n_news.models.download import Progress, sha256_of
from i18n_news.models.install import install
from i18n_news.models.sources import MODELS, Model, Pinned
from i18n_news.models.store import damage, find

# Lines as sha256sum prints them, so that a person can check the unpacked folders without this program.
HASHES = "i18n-news-models.sha256"
# What stands beside the pinned files (a licence, a README) is carried along; bytes and number, for each model.
LARGEST_BESIDE, MOST_BESIDE = 1_000_000, 100
EPOCH = (1980, 1, 1, 0, 0, 0)


def export(target: Path, *, models: Sequence[Model] = MODELS) -> tuple[Model, ...]:
    """Write those of the models that are installed, each verified, to a new zip file; EngineError where none is."""
    if target.exists() or target.is_symlink():
        raise EngineError(f"{target} stands there already; name another file or delete it")
    found = tuple((model, folder) for model in models if (folder := find(model)))
    if not found:
        raise EngineError("no model is installed here; run i18n-news models install first")
    for model, folder in found:
        if fault := damage(folder, model, verify=True):
            raise EngineError(
                f"{folder} is damaged ({fault}); run i18n-news models install {model.name} --force, then export again"
            )
    temporary = target.with_name(f".{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        _write(temporary, found)
        temporary.replace(target)
    except OSError as error:
        raise EngineError(
            f"cannot write {target}: {error.strerror or error}; free it or choose another folder"
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
    return tuple(model for model, _ in found)


def is_export(path: Path) -> bool:
    """Whether the file is one that export wrote; False for what cannot be read."""
    try:
        with zipfile.ZipFile(path) as content:
            return HASHES in content.namelist()
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def install_export(
    path: Path, *, models: Sequence[Model] = MODELS, progress: Progress | None = None
) -> tuple[tuple[Model, Path], ...]:
    """Install those of the models that the file holds, each with its folder.

    Nothing is unpacked before the names and sizes of all are found right; the files themselves are verified by the
    pinned hashes, not by those in the file.
    """
    held = _held(path, models)
    whole = Pinned(path.name, sha256_of(path), path.stat().st_size)
    # A model's own archive is this file, in which it has a folder.
    carried = [replace(model, archive=whole, root=model.folder, sources=()) for model in held]
    return tuple(
        (model, install(carrier, from_file=path, progress=progress))
        for model, carrier in zip(held, carried, strict=True)
    )


def _write(path: Path, found: Sequence[tuple[Model, Path]]) -> None:
    hashes = []
    with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED, compresslevel=1) as content:
        for model, folder in found:
            for file in _files(model, folder):
                name = f"{model.folder}/{file.relative_to(folder).as_posix()}"
                hashes.append(f"{sha256_of(file)}  {name}\n")
                entry = zipfile.ZipInfo(name, EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.file_size = file.stat().st_size
                with file.open("rb") as source, content.open(entry, "w") as copy:
                    while chunk := source.read(1 << 20):
                        copy.write(chunk)
        content.writestr(zipfile.ZipInfo(HASHES, EPOCH), "".join(hashes))


def _files(model: Model, folder: Path) -> list[Path]:
    """The pinned files, and the small ones beside them as far as they fit."""
    pinned = [folder / name for name, _ in model.files]
    others = sorted(file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    beside = [file for file in others if file not in pinned and file.stat().st_size <= LARGEST_BESIDE]
    return pinned + beside[:MOST_BESIDE]


def _held(path: Path, models: Sequence[Model]) -> list[Model]:
    try:
        with zipfile.ZipFile(path) as content:
            entries = [(entry.filename, entry.file_size) for entry in content.infolist() if not entry.is_dir()]
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise EngineError(f"{path} cannot be read ({error}); copy the file again") from error
    held = []
    for model in models:
        below = [(name, size) for name, size in entries if PurePosixPath(name).parts[:1] == (model.folder,)]
        if below:
            _refuse_other(path, model, below)
            held.append(model)
    if not held:
        raise EngineError(
            f"{path} holds none of the models of this version ({', '.join(model.name for model in models)}); "
            "export it again with the same version of i18n-news"
        )
    return held


def _refuse_other(path: Path, model: Model, entries: Sequence[tuple[str, int]]) -> None:
    """Raise EngineError when the entries are not the model's files; a bomb is refused before it is unpacked."""
    sizes = dict(entries)
    pinned = {f"{model.folder}/{name}": size for name, size in model.files}
    beside = [size for name, size in entries if name not in pinned]
    wrong = next((name for name, size in pinned.items() if sizes.get(name) != size), "")
    if wrong:
        raise EngineError(f"{path}: {wrong} is missing or has another size; export the models again")
    if len(sizes) < len(entries) or len(beside) > MOST_BESIDE or any(size > LARGEST_BESIDE for size in beside):
        raise EngineError(f"{path}: {model.folder} holds more than the model {model.name}; export the models again")
