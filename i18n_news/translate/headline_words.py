"""The word lists behind the rules for headlines, from data/headline_words.txt."""

from functools import cache
from importlib.resources import files


@cache
def listed(group: str) -> frozenset[str]:
    """The words of one group; `names` as they are written, all others in small letters."""
    return frozenset(_groups()[group].split())


@cache
def phrases() -> tuple[str, ...]:
    """Names of several words with their capitals; the longer ones first."""
    return tuple(sorted(_groups()["phrases"].split("; "), key=len, reverse=True))


@cache
def _groups() -> dict[str, str]:
    text = files("i18n_news.translate").joinpath("data/headline_words.txt").read_text(encoding="utf-8")
    rows = (row.partition(": ") for row in text.splitlines())
    return {name: words for name, _, words in rows}
