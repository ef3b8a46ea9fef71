"""Traditional text as the rules look at it: their words are written in Simplified characters."""

from functools import cache
from importlib.resources import files

from i18n_news.text.codepoints import folded


def alike(text: str) -> str:
    """The text with one Simplified character for each Traditional one, so that every offset holds; only to look at.

    By characters alone (OpenCC's table for t2s, of those in Big5 and GB 2312): it is no conversion.
    """
    return text.translate(_table())


def plain_of(text: str) -> str:
    """The text with its code points folded and its characters alike."""
    return alike(folded(text))


@cache
def _table() -> dict[int, str]:
    content = files("i18n_news.text").joinpath("data/traditional.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in content.splitlines()[1:])
    return {ord(char): simplified for simplified, others in rows for char in others}
