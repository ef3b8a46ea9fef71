"""English for spans that belong together: a person with titles and their bodies becomes one apposition."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from i18n_news.model import Locale, Run, Segment, Span, SpanKind

BODIES = frozenset({SpanKind.ORGANIZATION, SpanKind.PLACE})
CHAINED = BODIES | {SpanKind.TITLE, SpanKind.PERSON}
# Heads that take the article inside a sentence; companies, parks, subdistricts and villages take none.
ARTICLE_HEADS = re.compile(
    r"(?:Administration|Alliance|Area|Association|Board|Bureau|Commission|Committee|Conference|Congress|Court|"
    r"Department|Federation|Government|Ministry|Office|Party|Zone)"
)
# Closes an apposition; stands only where the sentence goes on with a word.
CLOSE = Run(",")


def chains(segment: Segment) -> Iterator[tuple[Span, ...]]:
    """Rows of spans that one placeholder should stand for: touching names and titles, and titles joined by 、."""
    row: list[Span] = []
    for span in segment.spans:
        if Locale.EN not in span.forms:
            continue
        gap = segment.source[row[-1].end : span.start] if row else ""
        if row and not _belongs(segment, row, span, gap):
            yield tuple(row)
            row = []
        row.append(span)
    if row:
        yield tuple(row)


def _belongs(segment: Segment, row: Sequence[Span], span: Span, gap: str) -> bool:
    if gap:
        return gap == "、" and _leads_to_person(segment, row, span)
    # A noun and the number behind it (企业4680家) change places in English: the engine does that when it sees both.
    return row[-1].kind in CHAINED and span.kind in CHAINED


def _leads_to_person(segment: Segment, row: Sequence[Span], span: Span) -> bool:
    """Whether the title before a 、 is followed by more titles and then, without any other text, a person."""
    if row[-1].kind is not SpanKind.TITLE:
        return False
    position = span.start
    for later in segment.spans[segment.spans.index(span) :]:
        gap = segment.source[position : later.start]
        if gap not in ("", "、") or later.kind not in CHAINED:
            return False
        if later.kind is SpanKind.PERSON:
            return not gap
        position = later.end
    return False


def compose(spans: Sequence[Span]) -> tuple[Run, ...]:
    """The runs of one placeholder: "Li Shuxia, Deputy Secretary of the Party Working Committee of the Zone"."""
    kinds = [span.kind for span in spans]
    titles = [span for span in spans if span.kind is SpanKind.TITLE]
    if len(spans) > 1 and titles and kinds[-1] is SpanKind.PERSON and set(kinds[:-1]) <= BODIES | {SpanKind.TITLE}:
        return _apposition(spans)
    if len(spans) > 1 and kinds[-1] is SpanKind.TITLE and set(kinds[:-1]) <= BODIES:
        return tuple(_office(spans))
    runs = [form_run(spans[0])]
    for before, span in pairwise(spans):
        both_people = before.kind is SpanKind.PERSON and span.kind is SpanKind.PERSON
        runs += [Run(" and " if both_people else " "), form_run(span)]
    return tuple(runs)


def _apposition(spans: Sequence[Span]) -> tuple[Run, ...]:
    offices: list[list[Span]] = [[]]
    for span in spans[:-1]:
        offices[-1].append(span)
        if span.kind is SpanKind.TITLE:
            offices.append([])
    offices = [office for office in offices if office]
    # The first body governs later titles without one; it is said once, at the end.
    if len(offices) > 1 and all(len(office) == 1 for office in offices[1:]):
        offices[-1] = [*offices[0][:-1], *offices[-1]]
        offices[0] = offices[0][-1:]
    runs = [form_run(spans[-1]), Run(", ")]
    for number, office in enumerate(offices):
        if number:
            runs.append(Run(" and " if number == len(offices) - 1 else ", "))
        runs += _office(office)
    return (*runs, CLOSE)


def closed(runs: Sequence[Run], following: str) -> tuple[Run, ...]:
    """The composed runs with the closing comma of an apposition only where `following` goes on with a word."""
    if runs and runs[-1] is CLOSE and not following.lstrip()[:1].isalnum():
        return tuple(runs[:-1])
    return tuple(runs)


def _office(spans: Sequence[Span]) -> list[Run]:
    """A title and its bodies in English order: the title, then from the inner body to the outer one."""
    *bodies, title = spans
    runs = [form_run(title)]
    for body in reversed(bodies):
        runs += [Run(" of " + article(body.forms[Locale.EN])), form_run(body)]
    return runs


def form_run(span: Span) -> Run:
    return Run(span.forms[Locale.EN], span.id)


def article(form: str) -> str:
    """The definite article with its space where English wants one before this proper name, else nothing."""
    head = re.split(r" of | for |,", form)[0].split()[-1]
    return "the " if ARTICLE_HEADS.fullmatch(head) and not form.lower().startswith("the ") else ""
