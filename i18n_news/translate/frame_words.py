"""The words of attendance and speech sentences: a table of Chinese patterns with the English that they become."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SLOT = re.compile(r"\{(\w+)\}")
# attended/attends/attend: past, present of one, present of several.
VERB = re.compile(r"(\w+)/(\w+)/(\w+)")


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern of literals and slots, in order, and the English for it with the same slots."""

    pattern: tuple[str, ...]
    english: str

    def said(self, *, is_present: bool, is_plural: bool) -> str:
        group = (3 if is_plural else 2) if is_present else 1
        return VERB.sub(lambda match: str(match[group]), self.english)


@cache
def rows(kind: str) -> tuple[Row, ...]:
    """The rows of one kind: when, people, join, manner, verb, deal (of bodies too), clause, held, event or unit."""
    table = (files("i18n_news.translate") / "data" / "frames.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines()[1:]]
    found = (
        Row(tuple(part for part in re.split(r"(\{\w+\})", source) if part), english)
        for row_kind, pattern, english in lines
        if row_kind == kind
        for source in _written(pattern)
    )
    # Of two that read the same words the more exact one is first: 参加座谈 before 参加 with an event.
    return tuple(sorted(found, key=lambda row: len(SLOT.findall(row.english))))


def _written(pattern: str) -> Iterator[str]:
    """The pattern without and with what it has in brackets, as in 会见(了), and 做 where it begins with 作."""
    ways = dict.fromkeys((re.sub(r"\([^)]*\)", "", pattern), re.sub("[()]", "", pattern)))
    for way in ways:
        yield way
        if way.startswith("作"):
            yield "做" + way[1:]
