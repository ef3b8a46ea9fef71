"""first-mention: a short form that readers meet before the full one that explains it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from i18n_news.checks.decided import FILLER, form_pattern
from i18n_news.checks.undecided import APART, translated
from i18n_news.model import BlockKind, Document, Edition, Issue, Locale, Segment, Severity, Span, Target

REGISTRY = "glossary:"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A glossary entry that the release shows in two forms; `kind` is that of its spans."""

    full: str
    short: str
    is_name: bool


def first_mentions(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning where the text, headings and what is read apart left aside, shows the short form first.

    Both forms are known from the spans of one entry; where one sentence has both, the order of the English counts. A
    full form that was decided and does not stand there is for missing-term and name-not-kept to tell.
    """
    if edition.locale is not Locale.EN:
        return
    waiting = dict(_entries(document))
    for kind, segment, target in translated(document, edition):
        if kind.is_heading or kind in APART or kind is BlockKind.QUOTE:
            continue
        for origin in dict.fromkeys(span.origin for span in segment.spans if span.origin in waiting):
            entry = waiting[origin]
            full, short = _places(segment, target, entry, origin)
            if full < 0 and short < 0:
                continue
            del waiting[origin]
            spans = [span for span in segment.spans if span.origin == origin]
            is_told_elsewhere = full < 0 and any(_form(span) == entry.full for span in spans)
            if 0 <= full <= short or short < 0 or is_told_elsewhere:
                continue
            fault = f"“{entry.short}” stands before “{entry.full}”, the form for the first mention, has been given."
            message = f"{fault} Write “{entry.full}” here and “{entry.short}” afterwards."
            yield Issue("first-mention", Severity.WARNING, segment.id, Locale.EN, message, spans[0].id)


def _entries(document: Document) -> Iterator[tuple[str, _Entry]]:
    """The entries with two English forms, by origin; the longer one is the full form."""
    forms: dict[str, dict[str, Span]] = {}
    for segment in document.segments():
        for span in segment.spans:
            if span.origin.startswith(REGISTRY) and _form(span):
                forms.setdefault(span.origin, {}).setdefault(_form(span), span)
    for origin, spans in forms.items():
        if len(spans) == 2:
            short, full = sorted(spans, key=len)
            yield origin, _Entry(full, short, spans[full].kind.is_name)


def _places(segment: Segment, target: Target, entry: _Entry, origin: str) -> tuple[int, int]:
    """Where the full and the short form first stand in the target, -1 for nowhere.

    Words in the run of another entry's span are that entry's, and the full form may hold the short one.
    """
    others = {span.id: span for span in segment.spans if span.origin != origin}
    text = _without(target, others)
    if any(_form(span).casefold() == entry.short.casefold() for span in others.values()):
        # Another entry has the same words, and only runs tell them apart.
        own = {span.id for span in segment.spans if span.origin == origin}
        text = "".join(run.text if run.span_id in own else FILLER * len(run.text) for run in target.runs)
    full = form_pattern(entry.full, Locale.EN, is_name=entry.is_name).search(text)
    rest = form_pattern(entry.full, Locale.EN, is_name=entry.is_name).sub(lambda m: FILLER * len(m[0]), text)
    short = form_pattern(entry.short, Locale.EN, is_name=entry.is_name).search(rest)
    return full.start() if full else -1, short.start() if short else -1


def _without(target: Target, others: Mapping[str, Span]) -> str:
    return "".join(FILLER * len(run.text) if run.span_id in others else run.text for run in target.runs)


def _form(span: Span) -> str:
    return span.forms.get(Locale.EN, "")
