"""The two states of the glossaries that are compared: the workspace's, a revision, a folder or a single file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from i18n_news.config import Config
from i18n_news.errors import ConfigError, InputError
from i18n_news.files import defaults_dir
from i18n_news.glossary import terms
from i18n_news.glossary.exchange import Remark
from i18n_news.glossary.revisions import Revision, open_revision
from i18n_news.glossary.terms import Term
from i18n_news.glossary.vocabulary import Vocabulary, load_vocabulary, read_glossary, with_by_hand
from i18n_news.model import Locale

WORKING = "the workspace"
Load = Callable[[str], tuple[Term, ...]]


@dataclass(frozen=True, slots=True)
class Side:
    """One state of all glossaries, under the name that a reader knows it by."""

    name: str
    vocabulary: Vocabulary

    @property
    def entries(self) -> tuple[Term, ...]:
        """Every entry of every file, those for the Traditional editions last."""
        words = (term for rows in self.vocabulary.words.values() for term in rows)
        return (*self.vocabulary.registered, *words)


@dataclass(frozen=True, slots=True)
class Sides:
    """What is compared, and what a person should know of how it was read."""

    old: Side
    new: Side
    remarks: tuple[str, ...] = ()

    @property
    def unread(self) -> tuple[Remark, ...]:
        """What the files of other tools say that no entry could take, each remark once."""
        return tuple(dict.fromkeys((*self.old.vocabulary.remarks, *self.new.vocabulary.remarks)))


def read_sides(
    config: Config, old: str = "HEAD", new: str = "", *, by_hand: Sequence[Path] = (), stands_for: str = ""
) -> Sides:
    """OLD and NEW, each a file, a folder, or else a git revision; without NEW the workspace as it stands.

    A single file, in our own form or in that of another tool, stands for the glossary of the config that `stands_for`
    or else its own name says, whatever its suffix; all others are as on the other side. One that is called like none of
    them stands for a glossary given by hand.
    """
    for given in (old, new):
        if given.startswith("-"):
            raise InputError(f"{given!r} is neither a file nor a revision; neither may begin with a dash")
    files = [Path(given) for given in (old, new) if given and Path(given).is_file()]
    slot = _slot(config, files, stands_for)
    remarks: list[str] = []
    if files and not slot:
        if not new:
            raise InputError(f"{old} is called like no glossary of the config; say with --as which one it stands for")
        remarks.append(f"{files[-1].name} is called like no glossary of the config: taken as one given by --glossary")
    whole = [_whole(config, given, by_hand, remarks) for given in (old, new)]
    base = next((side for side in whole if side), None) or _working(config, by_hand)
    # Both versions of one glossary bear one name, so that no entry seems to have moved.
    name = Path(slot).name or (files[-1].name if files else "")
    first, second = (
        side or _with_file(config, base, Path(given), slot, name) for side, given in zip(whole, (old, new), strict=True)
    )
    return Sides(first, second, tuple(dict.fromkeys(remarks)))


def _whole(config: Config, given: str, by_hand: Sequence[Path], remarks: list[str]) -> Side | None:
    """All glossaries of a folder, of a revision or of the workspace; None for a single file."""
    if not given:
        return _working(config, by_hand)
    path = Path(given)
    if path.is_file():
        return None
    if path.is_dir():
        known = {Path(name).name for name in _names(config)}
        others = sorted(file.name for file in path.glob("*.tsv") if file.name not in known)
        if others:
            remarks.append(f"not in the config, so not compared: {', '.join(others)} in {given}")
        return Side(given, _vocabulary(config, by_hand, lambda name: _load_from(path, name)))
    revision = open_revision(config.folder, given)
    # A sheet that is signed must name the commit: HEAD is another one tomorrow.
    name = given if revision.id.startswith(given) else f"{given} ({revision.id[:9]})"
    return Side(name, _vocabulary(config, by_hand, lambda file: _load_at(revision, config.path(file))))


def _working(config: Config, by_hand: Sequence[Path]) -> Side:
    return Side(WORKING, load_vocabulary(config, by_hand))


def _vocabulary(config: Config, by_hand: Sequence[Path], load: Load) -> Vocabulary:
    words = {
        Locale.ZH_HANT_TW: load(config.glossary.taiwan),
        Locale.ZH_HANT_HK: load(config.glossary.hong_kong),
    }
    return with_by_hand(Vocabulary((), tuple(map(load, config.glossary.files)), words), by_hand)


def _load_from(folder: Path, name: str) -> tuple[Term, ...]:
    """The folder's file of that name, or the one that a build would take from the package instead."""
    path = folder / Path(name).name
    packaged = defaults_dir("glossaries") / path.name
    if path.is_file():
        return terms.load(path)
    return terms.load(packaged) if packaged.is_file() else ()


def _load_at(revision: Revision, path: Path) -> tuple[Term, ...]:
    """The file at the revision, or the packaged one where the workspace has none of its own, then or now."""
    packaged = defaults_dir("glossaries") / path.name
    found = revision.load(path)
    return terms.load(packaged) if not (found or path.is_file()) and packaged.is_file() else found


def _with_file(config: Config, base: Side, path: Path, slot: str, name: str) -> Side:
    """The base with this file in the place of one of the config's, or before all of them."""
    loaded = read_glossary(path)
    rows = tuple(term if term.file == name else replace(term, file=name) for term in loaded.terms)
    vocabulary = replace(base.vocabulary, remarks=(*base.vocabulary.remarks, *loaded.remarks))
    if not slot:
        return Side(str(path), replace(vocabulary, by_hand=(rows, *vocabulary.by_hand)))
    configured = tuple(
        rows if slot == own else entries
        for own, entries in zip(config.glossary.files, vocabulary.configured, strict=True)
    )
    places: Mapping[Locale, str] = {
        Locale.ZH_HANT_TW: config.glossary.taiwan,
        Locale.ZH_HANT_HK: config.glossary.hong_kong,
    }
    words = {locale: rows if places[locale] == slot else entries for locale, entries in vocabulary.words.items()}
    return Side(str(path), replace(vocabulary, configured=configured, words=words))


def _slot(config: Config, files: Sequence[Path], stands_for: str) -> str:
    """The glossary of the config that the files stand for: the very one, or one with their name; empty for none.

    A file of another tool bears the name without the suffix: political.xlsx for political.tsv.
    """
    names = _names(config)
    if stands_for:
        found = [name for name in names if stands_for in (name, Path(name).name)]
        if not found:
            raise ConfigError(f"{stands_for!r} is no glossary of the config; choose from {', '.join(names)}")
        return found[0]
    for file in files:
        found = [name for name in names if config.path(name).resolve() == file.resolve()]
        found = found or [name for name in names if Path(name).name == file.name]
        if file.suffix.lower() != ".tsv":
            found = found or [name for name in names if Path(name).stem == file.stem]
        if found:
            return found[0]
    return ""


def _names(config: Config) -> tuple[str, ...]:
    return (*config.glossary.files, config.glossary.taiwan, config.glossary.hong_kong)
