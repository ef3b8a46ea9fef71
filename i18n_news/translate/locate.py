"""Finds decided forms that the engine wrote by itself, so that their words become runs of their spans."""

import re
from collections.abc import Sequence

from i18n_news.model import Locale, Run, Span, SpanKind, joined
from i18n_news.translate.figures import readings, replacement
from i18n_news.translate.said import in_house_style, said

SCALE = r"\s?(?:hundred|thousand|million|billion|trillion|percent|per\s?cent|percentage|%|[.,]\d)"
# What stands before the first word of the text, a list item, a sentence or a quotation; a form counts as a word.
BEGINS = re.compile(r"(?:^\W*(?:\w{1,2}[.)]\s+)?|[.!?:][\"”’')\]]*\s+[\"“‘'(\[]*|[“‘]|(?:^|[\s(\[])[\"'])$")


def locate(runs: Sequence[Run], spans: Sequence[Span]) -> tuple[tuple[Run, ...], tuple[Span, ...]]:
    """The runs with the spans' English forms found in their free text, and the spans that are not there.

    Longer forms look first, so that "Development Zone" cannot take the words of "Economic Development Zone"; each
    stretch of text serves one span. What is found is written as the form has it, a capital at the start of a
    sentence kept. An amount in another currency counts only when every span has looked for its own: a dollar amount
    must not serve a yuan amount with the same number. Last come figures that the engine said in words of its own.
    """
    placed, wanted = tuple(runs), sorted(spans, key=lambda span: (-len(span.forms[Locale.EN]), span.start))
    for any_currency in (False, True):
        lost = []
        for span in wanted:
            found = _place(placed, span, any_currency)
            if found:
                placed = found
            else:
                lost.append(span)
        wanted = lost
    lost = []
    for span in wanted:
        found = _said(placed, span) if span.kind.is_figure else ()
        placed = found or placed
        lost += [] if found else [span]
    return placed, tuple(sorted(lost, key=lambda span: span.start))


def _said(runs: tuple[Run, ...], span: Span) -> tuple[Run, ...]:
    """The runs with the engine's own words for a figure as the run of its span."""
    for number, run in enumerate(runs):
        stretch = None if run.span_id else said(span, run.text)
        if stretch:
            start, end = stretch
            words = in_house_style(run.text[start:end], span.forms[Locale.EN])
            pieces = Run(run.text[:start]), Run(words, span.id), Run(run.text[end:])
            return joined((*runs[:number], *pieces, *runs[number + 1 :]))
    return ()


def _place(runs: tuple[Run, ...], span: Span, any_currency: bool) -> tuple[Run, ...]:
    form = span.forms[Locale.EN]
    ways = tuple(readings(form)) if span.kind.is_figure else ()
    for reading in ways:
        found = _find(runs, reading.pattern) if reading.is_wrong_currency is any_currency else None
        if found:
            number, match = found
            before = runs[number].text[: match.start()]
            return _cut(runs, number, match, Run(replacement(form, reading, match, before), span.id))
    if ways or any_currency:
        return ()
    pattern = form_pattern(form)
    if span.kind is SpanKind.PERSON and " " not in form:
        # A surname alone must not take the first word of a full name.
        pattern = re.compile(pattern.pattern + r"(?!\s+(?-i:[A-Z])\w)", re.IGNORECASE)
    exact = _find(runs, pattern)
    if not exact:
        return ()
    number, match = exact
    # In mid-sentence an engine's capital says nothing: the form is no name.
    begins = match[0][0].isupper() and BEGINS.search(_before(runs, number) + runs[number].text[: match.start()])
    text = form[0].upper() + form[1:] if begins else form
    return _cut(runs, number, match, Run(text, span.id))


def _before(runs: Sequence[Run], number: int) -> str:
    """The text before a run, with a word for each form: the stop of Co., Ltd. ends no sentence."""
    return "".join("form" if run.span_id else run.text for run in runs[:number])


def _find(runs: Sequence[Run], pattern: re.Pattern[str]) -> tuple[int, re.Match[str]] | None:
    for number, run in enumerate(runs):
        match = None if run.span_id else pattern.search(run.text)
        if match:
            return number, match
    return None


def _cut(runs: tuple[Run, ...], number: int, match: re.Match[str], placed: Run) -> tuple[Run, ...]:
    text = runs[number].text
    before = text[: match.start()]
    if placed.text.startswith("RMB"):
        # "a $1.2 billion plan" becomes "an RMB 1.2 billion plan".
        before = re.sub(r"(?<!\w)(a)(?=\s+$)", r"\1n", before, flags=re.IGNORECASE)
    after = text[match.end() :]
    if re.search(r"(?:^|\s)[A-Z][^\s]*[a-z]$", placed.text) and re.search(r"\bthe\s+$", before):
        # Of "the Development Zone" there is one: its plural was the engine's, for a common noun.
        after = re.sub(r"^e?s(?!\w)", "", after)
    return joined((*runs[:number], Run(before), placed, Run(after), *runs[number + 1 :]))


def form_pattern(form: str) -> re.Pattern[str]:
    """Matches the form as a whole word or figure; spaces may be any, a plural s may follow outside the match."""
    body = r"\s+".join(re.escape(word) for word in form.split())
    before = r"(?<![\w$€£¥])(?<!\d[.,])" if form[0].isalnum() else ""
    after = ""
    if form[-1].isdigit():
        after = rf"(?![\w]|-\w|{SCALE})"
    elif form[-1].isalpha():
        after = r"(?=e?s?(?!\w))"
    return re.compile(before + body + after, re.IGNORECASE)
