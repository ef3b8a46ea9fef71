"""All the glossaries of a workspace, loaded once: those given by hand, those of the config, the Traditional words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n_news.config import Config
from i18n_news.files import defaults_dir
from i18n_news.glossary import terms
from i18n_news.glossary.terms import Term
from i18n_news.model import Locale


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The loaded glossaries of a build: given by hand, of the config, and the words of the Traditional editions."""

    by_hand: tuple[tuple[Term, ...], ...]
    configured: tuple[tuple[Term, ...], ...]
    words: Mapping[Locale, tuple[Term, ...]]

    @property
    def registered(self) -> tuple[Term, ...]:
        return tuple(term for glossary in (*self.by_hand, *self.configured) for term in glossary)


def load_vocabulary(config: Config, by_hand: Sequence[Path] = ()) -> Vocabulary:
    """The glossaries, each from the workspace or else the one that the package brings."""
    words = {
        Locale.ZH_HANT_TW: terms.load(_glossary(config, config.glossary.taiwan)),
        Locale.ZH_HANT_HK: terms.load(_glossary(config, config.glossary.hong_kong)),
    }
    configured = tuple(terms.load(_glossary(config, name)) for name in config.glossary.files)
    return Vocabulary(tuple(map(terms.load, by_hand)), configured, words)


def _glossary(config: Config, name: str) -> Path:
    path = config.path(name)
    packaged = defaults_dir("glossaries") / path.name
    if path.is_file() or not packaged.is_file():
        return path
    return packaged
