"""Figures that the engine said in words of its own which need no other: "fifteen", "a decade ago", "the '90s"."""

import re

from i18n_news.model import Locale, Span
from i18n_news.text.american import american
from i18n_news.text.english_figures import Figure, figures
from i18n_news.text.english_quantities import figures_saying
from i18n_news.text.english_units import is_money
from i18n_news.text.figure_values import Want, wants
from i18n_news.translate.figures import LEADING_VERBS, LEADS

# What may stand between the parts of one figure: "between 3 and 5", "May and June 2008", "the 9th of May".
_PERCENT = re.compile(r"\s*(?:\bper\s?cent\b|%)", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,–-]*(?:(?:to|and|or|of|the|in|by|through|until)\b[\s,]*)*", re.IGNORECASE)


def said(span: Span, text: str) -> tuple[int, int] | None:
    """The half-open code points of the English that say the span's value, by an independent reader; None where unsure.

    Money is always written as the house writes it, and "one" is said in too many ways. A bound ("more than") must stand
    before the figure.
    """
    demands = wants(span.value)
    if not demands or not all(_is_plain(want, span.value) for want in demands):
        return None
    found = figures(text)
    stretch = _stretch(demands, text, found)
    return stretch if stretch and _has_lead(span.forms[Locale.EN], text[: stretch[0]]) else None


def in_house_style(text: str, form: str) -> str:
    """The engine's words for a figure with the spelling and the percent sign of its form."""
    text = _PERCENT.sub("%" if "%" in form else " percent", text)
    return re.sub(r"[a-z]+", lambda word: american().get(word[0], word[0]), text)


def _has_unit(want: Want, figure: Figure) -> bool:
    """A measure without its unit is said by half: "20 million more" for so many kilowatt-hours."""
    return want.kind != "number" or want.unit in ("", "times") or bool(figure.unit)


def _is_plain(want: Want, value: str) -> bool:
    is_vague = want.number in (0, 1) and want.kind != "ordinal"
    is_unknown = want.kind == "number" and not want.unit and re.search(r"\d [A-Za-z]", value)
    return not (is_vague or is_unknown or is_money(want.unit))


def _stretch(demands: tuple[Want, ...], text: str, found: tuple[Figure, ...]) -> tuple[int, int] | None:
    """The one stretch that says all that is demanded, in its parts side by side; None where there are two such."""
    answers = [[figure for figure in figures_saying(want, text, found) if _has_unit(want, figure)] for want in demands]
    if not all(answers):
        return None
    stretches = {(figure.start, figure.end) for figure in answers[0]}
    for answer in answers[1:]:
        stretches = {
            (min(start, figure.start), max(end, figure.end))
            for start, end in stretches
            for figure in answer
            if _BETWEEN.fullmatch(text[min(end, figure.end) : max(start, figure.start)])
        }
    # Of several readings of one place the longest counts; two places cannot be told apart.
    longest = {s for s in stretches if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in stretches)}
    return longest.pop() if len(longest) == 1 else None


def _has_lead(form: str, before: str) -> bool:
    """Whether the bound that the form begins with, if any, is said before the figure."""
    for ways in LEADS:
        if form.startswith(f"{ways[0]} "):
            said_so = re.search(rf"(?:^|\W)(?:{'|'.join(map(re.escape, ways))})\s+(?:a\s+)?$", before, re.IGNORECASE)
            verb = LEADING_VERBS.get(ways[0])
            return bool(said_so or (verb and verb.search(before)))
    return True
