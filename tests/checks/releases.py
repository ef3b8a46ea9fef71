"""Small releases for the checks: one sentence, its spans found by their words, one edition."""

from dataclasses import replace

from i18n_news.checks import run_checks
from i18n_news.model import (
    Block,
    BlockKind,
    Document,
    Edition,
    Locale,
    Note,
    Run,
    Segment,
    Span,
    SpanKind,
    State,
    Target,
)
from i18n_news.text.quantities import find_quantities


def span(source, words, kind=SpanKind.TERM, forms=None, **rest):
    start = source.index(words)
    return Span(start, start + len(words), SpanKind(kind), forms or {}, **rest)


def release(source, runs, locale=Locale.EN, spans=(), state=State.TRANSLATED, notes=(), document_notes=()):
    """`runs` is a text or a row of texts and (text, number of the span) pairs; None leaves the segment out."""
    segment = Segment("p1.s1", source).with_spans(spans)
    row = (runs,) if isinstance(runs, str) else runs
    targets = {}
    if row is not None:
        made = [Run(run) if isinstance(run, str) else Run(run[0], f"p1.s1.n{run[1]}") for run in row if run]
        targets = {"p1.s1": Target("p1.s1", locale, tuple(made), state)}
    edition = Edition(locale, targets, tuple(notes))
    blocks = (Block(BlockKind.PARAGRAPH, (segment,)),)
    return Document("release", Locale.ZH_HANS, blocks, editions={locale: edition}, notes=tuple(document_notes))


def found(check, document, severity=None):
    """The messages of one check."""
    return [i.message for i in run_checks(document) if i.check == check and severity in (None, i.severity)]


def note(kind, message="something was seen", start=0, end=0):
    return Note("test", kind, "p1.s1", message, start, end)


def figures_of(source):
    """The spans of the figures and dates that the rules find."""
    found = (quantity for quantity in find_quantities(source) if quantity.kind != "code")
    return [Span(each.start, each.end, SpanKind(each.kind), {}, value=each.value) for each in found]


def dated(source, english="It was so.", date=""):
    """A release of one sentence with its figures found, published on a day."""
    made = release(source, english, spans=figures_of(source))
    return replace(made, meta={"date": date} if date else {})
