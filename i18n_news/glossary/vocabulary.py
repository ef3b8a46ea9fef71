"""All the glossaries of a workspace, loaded once: those given by hand, those of the config, the Traditional words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from i18n_news.config import Config
from i18n_news.files import defaults_dir
from i18n_news.glossary import terms
from i18n_news.glossary.exchange import Reading, Remark, merge, read
from i18n_news.glossary.terms import Term
from i18n_news.model import Locale


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The loaded glossaries of a build: given by hand, of the config, and the words of the Traditional editions.

    `remarks` are what the files of other tools among them say that no entry could take.
    """

    by_hand: tuple[tuple[Term, ...], ...]
    configured: tuple[tuple[Term, ...], ...]
    words: Mapping[Locale, tuple[Term, ...]]
    remarks: tuple[Remark, ...] = ()

    @property
    def registered(self) -> tuple[Term, ...]:
        return tuple(term for glossary in (*self.by_hand, *self.configured) for term in glossary)


def load_vocabulary(config: Config, by_hand: Sequence[Path] = ()) -> Vocabulary:
    """The glossaries, each from the workspace or else the one that the package brings; by hand in any known form."""
    words = {
        Locale.ZH_HANT_TW: terms.load(_glossary(config, config.glossary.taiwan)),
        Locale.ZH_HANT_HK: terms.load(_glossary(config, config.glossary.hong_kong)),
    }
    configured = tuple(terms.load(_glossary(config, name)) for name in config.glossary.files)
    return with_by_hand(Vocabulary((), configured, words), by_hand)


def with_by_hand(vocabulary: Vocabulary, by_hand: Sequence[Path]) -> Vocabulary:
    """The vocabulary with these files before all others."""
    readings = [read_glossary(path) for path in by_hand]
    remarks = tuple(remark for reading in readings for remark in reading.remarks)
    return replace(vocabulary, by_hand=tuple(reading.terms for reading in readings), remarks=remarks)


def read_glossary(path: Path) -> Reading:
    """A glossary in our own form or in that of another tool, of duplicates the first entry.

    Whatever the form, an entry that says no status is approved, as it is in a .tsv: a sheet that has no such column
    was not kept for drafts.
    """
    if path.suffix.lower() in ("", ".tsv"):
        return Reading(terms.load(path))
    reading = read(path, status="approved")
    merged = merge(reading.terms)
    return Reading(merged.terms, (*reading.remarks, *merged.remarks))


def _glossary(config: Config, name: str) -> Path:
    path = config.path(name)
    packaged = defaults_dir("glossaries") / path.name
    if path.is_file() or not packaged.is_file():
        return path
    return packaged
