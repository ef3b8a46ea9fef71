"""Finds decided forms that the engine wrote by itself, so that their words become runs of their spans."""

import re
from collections.abc import Sequence

from i18n_news.model import Locale, Run, Span, joined

SCALE = r"\s?(?:hundred|thousand|million|billion|trillion|percent|per\s?cent|percentage|%|[.,]\d)"


def locate(runs: Sequence[Run], spans: Sequence[Span]) -> tuple[tuple[Run, ...], tuple[Span, ...]]:
    """The runs with the spans' English forms found in their free text, and the spans that are not there.

    Longer forms look first, so that "Development Zone" cannot take the words of "Economic Development Zone"; each
    stretch of text serves one span. What is found is written as the form has it, a capital at the start of a
    sentence kept. Several candidates for one span: the one closest to the span's place in the source order wins.
    """
    placed, lost = tuple(runs), []
    for span in sorted(spans, key=lambda span: (-len(span.forms[Locale.EN]), span.start)):
        found = _place(placed, span)
        if found:
            placed = found
        else:
            lost.append(span)
    return placed, tuple(sorted(lost, key=lambda span: span.start))


def _place(runs: tuple[Run, ...], span: Span) -> tuple[Run, ...]:
    form = span.forms[Locale.EN]
    pattern = form_pattern(form)
    for number, run in enumerate(runs):
        match = None if run.span_id else pattern.search(run.text)
        if match:
            written = run.text[match.start() : match.end()]
            text = form[0].upper() + form[1:] if written[0].isupper() else form
            pieces = Run(run.text[: match.start()]), Run(text, span.id), Run(run.text[match.end() :])
            return joined((*runs[:number], *pieces, *runs[number + 1 :]))
    return ()


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
