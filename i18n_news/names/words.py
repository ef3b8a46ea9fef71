"""The word lists of the rules for persons: titles, what follows a name, what is no name, given-name characters."""

from functools import cache
from importlib.resources import files


@cache
def titles() -> frozenset[str]:
    """Titles, offices and trades that stand before or behind a person's name."""
    return frozenset(_words("titles.txt"))


@cache
def after_names() -> frozenset[str]:
    """Verbs and small words that begin what follows a name."""
    return frozenset(_words("after_names.txt"))


@cache
def not_names() -> frozenset[str]:
    """The beginnings of common words and places that start with a surname: 单位, 任务, 华东."""
    return frozenset(_words("not_names.txt"))


@cache
def given_characters() -> frozenset[str]:
    """Characters that people choose for given names."""
    return frozenset("".join(_words("given_characters.txt")))


def _words(name: str) -> list[str]:
    return (files("i18n_news.names") / "data" / name).read_text(encoding="utf-8").split()
