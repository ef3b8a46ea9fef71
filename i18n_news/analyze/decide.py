"""The deciding stage: which of a name's or term's forms stands at which mention."""

from collections.abc import Iterator, Mapping

from i18n_news.model import BlockKind, Document, FrozenMap, Locale, Segment, Span, SpanKind
from i18n_news.names.words import titles
from i18n_news.text.pinyin import without_tones
from i18n_news.text.romanize import is_foreign_shape, split_person
from i18n_news.text.romanize_tables import surnames

# What is read apart from the text: a reader may see it first, or alone.
APART = frozenset({BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.TABLE_ROW})


def decide(document: Document, short_forms: Mapping[str, str], person_style: str = "full name") -> Document:
    """The document with the short English form, where there is one, after the first mention of each entry.

    `short_forms` maps the origin of a span to that form. Mentions in headings are short and do not count: the first
    one in the text is where a reader needs the full form. A person is full in headings, captions, bylines and tables;
    those do not count either. With the style "surname" a later bare mention gives the surname; beside a title, where
    name and title become one apposition, the name stays full.
    """
    short_names = _short_names(document) if person_style == "surname" else {}
    headings = {segment.id for block in document.blocks if block.kind.is_heading for segment in block.segments}
    apart = {segment.id for block in document.blocks if block.kind in APART for segment in block.segments}
    seen: set[str] = set()

    def person(segment: Segment, span: Span) -> str:
        if segment.id in headings | apart:
            return ""
        name = segment.text_of(span)
        is_first = name not in seen
        seen.add(name)
        if is_first or _is_beside_title(segment, span):
            return ""
        return short_forms.get(span.origin) or short_names.get((name, span.forms.get(Locale.EN, "")), "")

    def other(segment: Segment, span: Span) -> str:
        short = short_forms.get(span.origin, "")
        is_later = segment.id in headings or span.origin in seen
        if segment.id not in headings:
            seen.add(span.origin)
        return short if is_later else ""

    def decided(segment: Segment) -> Segment:
        forms = {}
        for span in segment.spans:
            short = person(segment, span) if span.kind is SpanKind.PERSON else other(segment, span)
            if short:
                forms[span.id] = FrozenMap({**span.forms, Locale.EN: short})
        return segment.with_forms(forms)

    return document.map_segments(decided)


def surname_form(name: str, form: str) -> str:
    """The surname as it stands in the English form of a Chinese name; empty when the form must stay full.

    It stays full when the name is not one of surname and one or two characters, and when the form does not begin with
    the surname's pinyin, as in Western order or Wade-Giles.
    """
    surname, given = split_person(name)
    readings = set(_readings(surname))
    first, _, rest = form.partition(" ")
    if not readings or not 1 <= len(given) <= 2 or is_foreign_shape(name) or not rest.strip():
        return ""
    return first if _letters(first) in readings else ""


def _short_names(document: Document) -> dict[tuple[str, str], str]:
    """The surname by name and full form, for the persons whose surname nobody else in the release bears."""
    people = dict.fromkeys(_people(document))
    bearers: dict[str, set[str]] = {}
    for name, form in people:
        short = surname_form(name, form)
        # Of a name that stays full any word may be the surname.
        for word in [short] if short else form.replace("-", " ").split():
            bearers.setdefault(word.casefold(), set()).add(name)
    found = {(name, form): surname_form(name, form) for name, form in people}
    return {person: short for person, short in found.items() if short and len(bearers[short.casefold()]) == 1}


def _people(document: Document) -> Iterator[tuple[str, str]]:
    for segment in document.segments():
        for span in segment.spans:
            if span.kind is SpanKind.PERSON and Locale.EN in span.forms:
                yield segment.text_of(span), span.forms[Locale.EN]


def _is_beside_title(segment: Segment, span: Span) -> bool:
    """Whether a title touches the name, one of the glossary on either side or a known word before it."""
    before = segment.source[: span.start].rstrip()
    for other in segment.spans:
        if other.kind is SpanKind.TITLE and (other.end == len(before) or other.start == span.end):
            return True
    return any(before[-length:] in titles() for length in range(2, min(8, len(before)) + 1))


def _readings(surname: str) -> Iterator[str]:
    """The ways to spell a surname in pinyin, as bare letters; none when it is no known surname."""
    table = surnames()
    if surname in table:
        for reading in (table[surname].reading, *table[surname].others):
            yield _letters(reading)
            yield _letters(reading).replace("ü", "yu")
    elif len(surname) == 2:
        for first in _readings(surname[0]):
            yield from (first + second for second in _readings(surname[1]))


def _letters(word: str) -> str:
    """Lower case without tones, hyphens and apostrophes: Ou-yang is Ouyang."""
    return "".join(char for char in without_tones(word).casefold() if char.isalpha())
