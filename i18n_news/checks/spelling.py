"""One spelling in a release: one English form for a name, one name for a form, no full name in a surname's place."""

from collections.abc import Iterator
from itertools import combinations

from i18n_news.checks.decided import form_pattern
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity, Span, SpanKind
from i18n_news.text.romanize import is_foreign_shape

KINDS = frozenset(kind for kind in SpanKind if kind.is_name or kind is SpanKind.TITLE)
REGISTRY = "glossary:"
Mention = tuple[Segment, Span]


def inconsistent_spellings(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning for every second English form of a name; the full and the short form of one entry are one."""
    if edition.locale is not Locale.EN:
        return
    for name, mentions in _by_name(document, KINDS).items():
        first: dict[str, Mention] = {}
        for mention in mentions:
            first.setdefault(_form(mention[1]), mention)
        told: set[str] = set()
        for (segment, span), (later, other) in combinations(first.values(), 2):
            if _form(other) in told or _are_one_entry(span, other):
                continue
            told.add(_form(other))
            places = ", ".join(dict.fromkeys(seg.id for seg, each in mentions if _form(each) == _form(other)))
            message = f"“{name}” is “{_form(span)}” in {segment.id} and “{_form(other)}” in {places}. Use one of them."
            yield Issue("inconsistent-spelling", Severity.WARNING, later.id, Locale.EN, message, other.id)


def same_spellings(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning where two Chinese names of persons come out the same: 王芳 and 王方 are both Wang Fang."""
    if edition.locale is not Locale.EN:
        return
    bearers: dict[str, dict[str, Mention]] = {}
    for name, mentions in _by_name(document, frozenset({SpanKind.PERSON})).items():
        # 特朗普 and 川普 are one man: a foreign name has several Chinese ones.
        if is_foreign_shape(name):
            continue
        for segment, span in mentions:
            bearers.setdefault(_form(span).casefold(), {}).setdefault(name, (segment, span))
    for people in bearers.values():
        (name, (segment, _)), *others = people.items()
        for other, (later, span) in others:
            fault = f"“{other}” and “{name}” ({segment.id}) are both “{_form(span)}”: readers cannot tell them apart."
            message = f"{fault} Say what tells them apart, such as the office, or register another form."
            yield Issue("same-spelling", Severity.WARNING, later.id, Locale.EN, message, span.id)


def mixed_names(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning where the full name stands although the surname alone was decided: the engine wrote the rest."""
    if edition.locale is not Locale.EN:
        return
    people = _by_name(document, frozenset({SpanKind.PERSON}))
    full = {
        (name, _form(short)): _form(span)
        for name, mentions in people.items()
        for _, span in mentions
        for _, short in mentions
        if _form(span).startswith(_form(short) + " ")
    }
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is None:
            continue
        spans = [span for span in segment.spans if span.kind is SpanKind.PERSON and Locale.EN in span.forms]
        for span in {_form(span): span for span in reversed(spans)}.values():
            form = full.get((segment.text_of(span), _form(span)), "")
            wanted = sum(_form(other) == form for other in spans)
            if form and len(form_pattern(form, Locale.EN, is_name=True).findall(target.text)) > wanted:
                message = f"“{form}” stands in full where “{_form(span)}” was decided. Write “{_form(span)}” there."
                yield Issue("mixed-name", Severity.WARNING, segment.id, Locale.EN, message, span.id)


def _by_name(document: Document, kinds: frozenset[SpanKind]) -> dict[str, list[Mention]]:
    """The mentions by Chinese name; one character is none, since 苏 is Jiangsu, Suzhou and a surname."""
    found: dict[str, list[Mention]] = {}
    for segment in document.segments():
        for span in segment.spans:
            if span.kind in kinds and Locale.EN in span.forms and span.end - span.start > 1:
                found.setdefault(segment.text_of(span), []).append((segment, span))
    return found


def _are_one_entry(span: Span, other: Span) -> bool:
    """Whether two forms of one name may differ: the full and the short form of an entry, a person and the surname."""
    if span.origin == other.origin and span.origin.startswith(REGISTRY):
        return True
    short, full = sorted((_form(span), _form(other)), key=len)
    return SpanKind.PERSON in (span.kind, other.kind) and full.startswith(short + " ")


def _form(span: Span) -> str:
    return span.forms[Locale.EN]
