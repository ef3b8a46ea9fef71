"""Where installed models stand, which of them are there, and whether their files are whole."""

import hashlib
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from i18n_news.models.download import sha256_of
from i18n_news.models.sources import MODELS, Model, model_named


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """How a model stands; `path` is where it is or would be, `size` the bytes of its archive, `fault` what is wrong.

    `version` is the one that this program wants; `outdated` is a model of which another version alone is installed.
    """

    name: str
    title: str
    state: Literal["installed", "missing", "damaged", "outdated"]
    version: str
    licence: str
    size: int
    path: Path
    fault: str = ""

    @property
    def is_installed(self) -> bool:
        return self.state == "installed"


def status(wanted: Sequence[str] = (), *, verify: bool = False) -> tuple[ModelStatus, ...]:
    """Of the wanted models, else of all; by the sizes of their files, with verify by their hashes too."""
    models = [model_named(name) for name in wanted] or MODELS
    return tuple(status_of(model, verify=verify) for model in models)


def status_of(model: Model, *, root: Path | None = None, verify: bool = False) -> ModelStatus:
    """Root is the folder that holds the model's folder, when it is not the usual one."""
    places = [folder / model.folder for folder in roots(model, root)]
    faults = {place: damage(place, model, verify=verify) for place in places if _is_folder(place)}
    # A good one anywhere counts before a damaged one in the first place.
    path = min(faults, key=lambda place: bool(faults[place]), default=places[0])
    fault = faults.get(path, "")
    state: Literal["installed", "missing", "damaged", "outdated"] = "missing"
    if path in faults:
        state = "damaged" if fault else "installed"
    elif others := [other for place in places for other in _other_versions(place)]:
        state, fault = "outdated", f"{', '.join(sorted(others))} is there, {model.version} is wanted"
    return ModelStatus(model.name, model.title, state, model.version, model.licence, model.archive.size, path, fault)


def find(name: str | Model, *, root: Path | None = None) -> Path | None:
    """The folder of the installed model, None when it is missing or a file of it has another size."""
    found = status_of(as_model(name), root=root)
    return found.path if found.is_installed else None


def models_dir() -> Path:
    """Where models of our own are kept; the environment variable I18N_NEWS_MODELS names another folder."""
    if chosen := os.environ.get("I18N_NEWS_MODELS"):
        return Path(chosen)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "i18n-news" / "models"


def damage(folder: Path, model: Model, *, verify: bool) -> str:
    """What is wrong with an installed model in a few words, empty when nothing is."""
    for name, size in model.files:
        try:
            found = (folder / name).stat().st_size
        except OSError:
            return f"{name} is missing"
        if found != size:
            return f"{name} has {found:,} bytes instead of {size:,}"
    if not verify:
        return ""
    try:
        lines = "".join(f"{sha256_of(folder / name)}  {name}\n" for name, _ in model.files)
    except OSError as error:
        return f"cannot be read ({error.strerror or error})"
    return "" if hashlib.sha256(lines.encode()).hexdigest() == model.digest else "the hash of its files differs"


def roots(model: Model, root: Path | None) -> tuple[Path, ...]:
    """The folders that may hold the model's folder; the first is installed into."""
    if root is not None:
        return (root,)
    if model.store == "own":
        return (models_dir(),)
    from i18n_news.models import argos_packages

    return argos_packages.package_folders()


def as_model(name: str | Model) -> Model:
    return name if isinstance(name, Model) else model_named(name)


def _other_versions(place: Path) -> list[str]:
    """The versions of the model in the folder beside this one: translate-zh_en-1_7 beside translate-zh_en-1_9."""
    named = re.fullmatch(r"(?P<stem>.*?[-_])\d[\d._]*", place.name)
    if named is None:
        return []
    pattern = re.compile(re.escape(named["stem"]) + r"(?P<version>\d[\d._]*)")
    try:
        beside = [entry.name for entry in place.parent.iterdir() if entry.is_dir() and entry.name != place.name]
    except OSError:
        return []
    return [found["version"].replace("_", ".") for name in beside if (found := pattern.fullmatch(name))]


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:
        # A folder that may not be looked into holds nothing for us.
        return False
