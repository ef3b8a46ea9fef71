"""How a release is annotated by one side of a comparison, and in which sentences two sides differ."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from i18n_news.analyze.names import Known, Tag
from i18n_news.analyze.stage import Unregistered, Words, spanned
from i18n_news.config import Config
from i18n_news.glossary.vocabulary import Vocabulary
from i18n_news.impact.releases import Release
from i18n_news.impact.sides import Sides
from i18n_news.model import Document, Locale, Segment, Span
from i18n_news.names.tagger import Entity
from i18n_news.pipeline import publication_day

# The stages whose spans and notes are made anew; what readers and repairs noted is the file's own.
REMADE = ("annotate", "decide")
Tags = Sequence[Sequence[Entity]]
View = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A release annotated by both sides, without editions, and the ids of the segments to renew.

    `stale` counts the segments that stand there neither as OLD nor as NEW has them.
    """

    release: Release
    before: Document
    after: Document
    touched: tuple[str, ...]
    stale: int


class _Annotator:
    """One side's words, prepared once for all days that its entries do not tell apart."""

    def __init__(self, vocabulary: Vocabulary, config: Config) -> None:
        self._vocabulary, self._config = vocabulary, config
        self.known = Known.of(vocabulary.registered)
        # A day on which something begins, or the day after one on which something ends.
        begins = {term.valid_from for term in vocabulary.registered}
        ends = {term.valid_to for term in vocabulary.registered} - {date.max}
        self._turns = sorted(begins | {day + timedelta(days=1) for day in ends})
        self._words: dict[int | None, Words] = {}

    def words(self, day: date | None) -> Words:
        period = None if day is None else bisect_right(self._turns, day)
        if period not in self._words:
            vocabulary = self._vocabulary
            self._words[period] = Words.on(day, vocabulary.by_hand, vocabulary.configured, self._config, self.known)
        return self._words[period]


def compare(releases: Sequence[Release], sides: Sides, config: Config, tag: Tag) -> list[Compared]:
    """Each release as both sides annotate it. The tagger is asked once for all sentences, for it knows no glossary."""
    old, new = (_Annotator(side.vocabulary, config) for side in (sides.old, sides.new))
    is_same_people = (old.known.people, old.known.titles) == (new.known.people, new.known.titles)
    sentences = list(dict.fromkeys(s.source for release in releases for s in release.document.segments()))
    entities = dict(zip(sentences, tag(sentences), strict=True)) if sentences else {}
    compared = []
    for release in releases:
        bare = _bare(release.document)
        tags = [entities[segment.source] for segment in bare.segments()]
        day = publication_day(bare)
        apart = Unregistered.of(bare, tags, old.known, config)
        before = spanned(bare, tags, old.words(day), config, apart)
        after = spanned(bare, tags, new.words(day), config, apart if is_same_people else None)
        compared.append(_compared(release, before, after))
    return compared


def unchanged(release: Release) -> Compared:
    """A release whose spans no changed entry can make: both sides annotate it as it is."""
    document = replace(release.document, editions={})
    return Compared(release, document, document, (), 0)


def view(segment: Segment) -> tuple[View, ...]:
    """What the spans of a segment say, without the line at which an entry happens to stand."""
    return tuple(_view(span) for span in segment.spans)


def english_view(segment: Segment) -> tuple[View, ...]:
    """What of the spans the translation sees."""
    return tuple((s.start, s.end, s.kind, s.value, s.forms.get(Locale.EN)) for s in segment.spans)


def chinese_view(segment: Segment) -> tuple[View, ...]:
    """What of the spans the Traditional editions see."""
    forms = (Locale.ZH_HANT_TW, Locale.ZH_HANT_HK)
    return tuple((s.start, s.end, s.kind, *(s.forms.get(locale) for locale in forms)) for s in segment.spans)


def differing(before: Segment, after: Segment) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of each that the other does not have."""
    views, others = set(view(before)), set(view(after))
    return (
        tuple(span for span in before.spans if _view(span) not in others),
        tuple(span for span in after.spans if _view(span) not in views),
    )


def _view(span: Span) -> View:
    is_draft = span.origin.endswith(" (draft)")
    place = span.start, span.end, span.kind
    return *place, span.forms, span.reading, span.value, span.avoid, span.avoid_reason, is_draft


def _bare(document: Document) -> Document:
    """The document as it was before it had spans."""
    notes = tuple(note for note in document.notes if note.stage not in REMADE)
    without = replace(document, editions={}, notes=notes)
    return without.map_segments(lambda segment: Segment(segment.id, segment.source))


def _compared(release: Release, before: Document, after: Document) -> Compared:
    touched, stale = [], 0
    rows = zip(release.document.segments(), before.segments(), after.segments(), strict=True)
    for stored, old, new in rows:
        now, was, will = view(stored), view(old), view(new)
        stale += now not in (was, will)
        # What reads as NEW already was built after the change.
        if was != will and now != will:
            touched.append(stored.id)
    return Compared(release, before, after, tuple(touched), stale)
