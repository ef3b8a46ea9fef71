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
def world_places() -> frozenset[str]:
    """Countries, their regions and large cities, and a few winds and rivers that read like transliterated names."""
    return frozenset(_words("world_places.txt"))


@cache
def honorifics() -> frozenset[str]:
    """What stands behind a name out of politeness: 先生, 老师."""
    return frozenset(_words("honorifics.txt"))


@cache
def places_behind() -> frozenset[str]:
    """Characters that make a place or a people of the name before them: 村, 族."""
    return frozenset(_words("place_behind.txt"))


@cache
def place_words() -> frozenset[str]:
    """Words that begin with such a character and do not: 海军, 市民."""
    return frozenset(_words("place_words.txt"))


@cache
def bodies_behind() -> frozenset[str]:
    """Words that make a body, a prize, a work or a law of nature of the name before them: 基金, 杯, 半径."""
    return frozenset(_words("body_behind.txt"))


@cache
def transliteration() -> frozenset[str]:
    """The characters of Xinhua's transliteration tables."""
    return frozenset("".join(_words("transliteration.txt")))


@cache
def given_characters() -> frozenset[str]:
    """Characters that people choose for given names."""
    return frozenset("".join(_words("given_characters.txt")))


@cache
def never_given() -> frozenset[str]:
    """Transliteration characters that are in nobody's Chinese given name; a mother's surname may be (朱许)."""
    return transliteration() - given_characters() - common_surnames()


@cache
def common_surnames() -> frozenset[str]:
    """About a hundred of the commonest surnames."""
    return frozenset("".join(_words("common_surnames.txt")))


def _words(name: str) -> list[str]:
    return (files("i18n_news.names") / "data" / name).read_text(encoding="utf-8").split()
