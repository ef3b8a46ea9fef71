"""Polishes the English: only artefacts of the engine and house style, rule by rule; no form is ever touched."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from i18n_news.model import Run, Segment
from i18n_news.translate.agreement import addresses, amounts, definite_articles, opening_dates, plurals
from i18n_news.translate.articles import articles, capitals, prepositions
from i18n_news.translate.doubled import doubled_forms, doubled_words
from i18n_news.translate.headline import headline_stop, headline_tense
from i18n_news.translate.headline_case import headline_capitals
from i18n_news.translate.line import FORM, Line, line_of
from i18n_news.translate.measures import measures
from i18n_news.translate.quotes import quote_stops, quotes
from i18n_news.translate.spacing import list_marks, spacing, stops
from i18n_news.translate.spelling import american_spelling
from i18n_news.translate.wording import dates, wording

Rule = Callable[[Line], str]
RULES: tuple[tuple[str, Rule], ...] = (
    ("list-marks", list_marks),
    ("spacing", spacing),
    ("stops", stops),
    ("quotes", quotes),
    ("quote-stops", quote_stops),
    ("doubled-words", doubled_words),
    ("doubled-forms", doubled_forms),
    ("prepositions", prepositions),
    ("articles", articles),
    ("definite-articles", definite_articles),
    ("amounts", amounts),
    ("measures", measures),
    ("plurals", plurals),
    ("opening-dates", opening_dates),
    ("addresses", addresses),
    ("headline-stop", headline_stop),
    ("headline-tense", headline_tense),
    ("headline-capitals", headline_capitals),
    ("spelling", american_spelling),
    ("wording", wording),
    ("dates", dates),
    ("capitals", capitals),
)
# One rule may uncover work for an earlier one; no text that was ever seen needed a third pass.
PASSES = 8
TOKEN = re.compile(rf"{FORM}|\w+(?:['’-]\w+)*|\s+|.", re.DOTALL)
SHOWN = 3
# Tokens above which the differences that are shown are looked for less exactly, since the search is quadratic.
LONG = 300
# Tokens, a space among them, between two differences that are shown as one.
NEAR = 4


@dataclass(frozen=True, slots=True)
class Polished:
    """The runs in house style and, for each rule that changed something, its name with "before → after"."""

    runs: tuple[Run, ...]
    applied: tuple[tuple[str, str], ...] = ()


def polish(runs: tuple[Run, ...], segment: Segment, *, is_heading: bool = False) -> Polished:
    """Every rule in its order, again until nothing changes: polished text stays as it is when polished again."""
    line = line_of(runs, segment, is_heading)
    if not line.text:
        return Polished(runs)
    changes: dict[str, list[str]] = {}
    for _ in range(PASSES):
        before = line
        for name, rule in RULES:
            after = line.with_text(rule(line))
            if after.text != line.text:
                changes.setdefault(name, []).extend(_changes(line, after))
            line = after
        if line.text == before.text:
            break
    return Polished(line.runs(), tuple((name, _short(found)) for name, found in changes.items()))


def _changes(before: Line, after: Line) -> Iterator[str]:
    old, new = TOKEN.findall(before.text), TOKEN.findall(after.text)
    for i, j, k, m in _hunks(old, new):
        # A mark or a space alone says little: the words around it go with it.
        speaks = any(map(str.isalnum, old[i:j])) and any(map(str.isalnum, new[k:m]))
        left = 0 if speaks else min(2, i, k)
        right = 0 if speaks else min(2, len(old) - j, len(new) - m)
        texts = (before.written("".join(old[i - left : j + right])), after.written("".join(new[k - left : m + right])))
        yield " → ".join(text.strip() or "∅" for text in texts)


def _hunks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where the two rows of words differ, half-open in both; differences close together are one."""
    hunk = (0, 0, 0, 0)
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=len(old) > LONG).get_opcodes():
        if kind == "equal":
            continue
        if hunk != (0, 0, 0, 0) and i - hunk[1] <= NEAR:
            hunk = (hunk[0], j, hunk[2], m)
            continue
        if hunk != (0, 0, 0, 0):
            yield hunk
        hunk = (i, j, k, m)
    if hunk != (0, 0, 0, 0):
        yield hunk


def _short(changes: list[str]) -> str:
    return "; ".join(changes[:SHOWN]) + (f"; and {len(changes) - SHOWN} more" if len(changes) > SHOWN else "")
