"""The review sheet as templates need it: what was decided, by whom, what the engine said and what is wrong."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from i18n_news.model import BlockKind, Document, Issue, Locale, Note, Segment, Severity, Span, State, Target
from i18n_news.render.views import Passage, Piece, segment_pieces
from i18n_news.render.worddiff import Change, word_diff

# The rules of translate/polish.py in their order, as a reader of the review sheet wants them explained.
POLISHED = {
    "list-marks": "List marks that the source does not have were removed.",
    "spacing": "Spaces around punctuation were put right.",
    "stops": "Doubled stops and commas were made one.",
    "quotes": "Quotation marks were paired and made curly.",
    "quote-stops": "Stops and commas were moved inside the closing quote.",
    "doubled-words": "Words and phrases said twice in a row are said once.",
    "doubled-forms": "Words that a decided form brings itself were removed beside it.",
    "prepositions": "A preposition was removed before a form that has its own.",
    "articles": "Articles before names and terms were put right.",
    "definite-articles": "“The” was put before a term of which there is one.",
    "amounts": "“Of” was put between a noun and its amount.",
    "measures": "“With” was put before a measure that stood loosely behind its project.",
    "plurals": "A noun behind a count is in the plural.",
    "opening-dates": "A date that opens a sentence has its preposition.",
    "addresses": "“In a speech” where the Chinese does not say whose it is",
    "headline-stop": "Headlines end without a full stop.",
    "headline-tense": "Headlines are in the present tense.",
    "headline-capitals": "Headlines have capitals as in a sentence.",
    "spelling": "Words were spelled in the American way.",
    "wording": "“Per cent” became “percent”.",
    "dates": "Dates are written as “March 18, 2024”.",
    "capitals": "Sentences begin with a capital.",
}
ROW_OF_ORIGIN = re.compile(r":\d+(?= \(draft\)$|$)")
# Below the one a target is of low confidence, from the other on of high: a quarter and six sevenths of such held-out
# sentences were good (benchmarks/confidence.py).
MEDIUM, HIGH = 0.45, 0.65
MOST_FIRST = 10


@dataclass(frozen=True, slots=True)
class Confidence:
    """What translate/confidence.py expects of a target, 0 to 1."""

    value: float

    @property
    def percent(self) -> int:
        """Never 100 for what is not certain."""
        return min(round(100 * self.value), 100 if self.value == 1 else 99)

    @property
    def level(self) -> str:
        return "low" if self.value < MEDIUM else "high" if self.value >= HIGH else "medium"


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A span with the text that it covers and its forms in the order of the editions."""

    span: Span
    text: str

    @property
    def is_draft(self) -> bool:
        return self.span.origin.endswith(" (draft)")

    @property
    def origin(self) -> str:
        return self.span.origin.removesuffix(" (draft)")

    @property
    def forms(self) -> tuple[tuple[Locale, str], ...]:
        return tuple((locale, self.span.forms[locale]) for locale in Locale if locale in self.span.forms)


@dataclass(frozen=True, slots=True)
class Rendering:
    """One segment in one edition, with the engine's draft against it; the passage is empty where it is missing.

    `is_source` says that it repeats the source letter by letter, as a figure in a table does.
    """

    passage: Passage
    state: str = ""
    origin: str = ""
    changes: tuple[Change, ...] = ()
    is_source: bool = False
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class SegmentSheet:
    id: str
    kind: BlockKind
    source: Passage
    renderings: tuple[Rendering, ...]
    spans: tuple[SpanRow, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something occurs, and how many of these are drafts of the glossary."""

    name: str
    count: int
    drafts: int = 0


@dataclass(frozen=True, slots=True)
class CheckTally:
    check: str
    severity: Severity
    count: int


@dataclass(frozen=True, slots=True)
class RuleTally:
    """A rule of the polish: in how many segments it changed something, and what it does."""

    rule: str
    count: int
    explanation: str


@dataclass(frozen=True, slots=True)
class FirstLook:
    """A target that a reviewer should see before the others, and why."""

    segment_id: str
    locale: Locale
    confidence: Confidence
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the review page; `loose` are the issues that belong to no segment, shown at the top.

    `silenced` are the issues that the workspace silences: they are in no count and beside no segment.

    `first` are the first of the `doubtful` targets.
    """

    severities: tuple[Tally, ...]
    checks: tuple[CheckTally, ...]
    kinds: tuple[Tally, ...]
    origins: tuple[Tally, ...]
    polished: tuple[RuleTally, ...]
    first: tuple[FirstLook, ...]
    doubtful: int
    loose: tuple[Issue, ...]
    silenced: tuple[Issue, ...]
    segments: tuple[SegmentSheet, ...]
    notes: tuple[Note, ...]
    meta: tuple[tuple[str, str], ...]


def review_sheet(document: Document, issues: Sequence[Issue]) -> Sheet:
    silenced = tuple(issue for issue in issues if issue.silenced)
    issues = [issue for issue in issues if not issue.silenced]
    known = {segment.id for segment in document.segments()}
    spans = [span for segment in document.segments() for span in segment.spans]
    drafts = [span for span in spans if span.origin.endswith(" (draft)")]
    notes = (*document.notes, *(note for edition in document.editions.values() for note in edition.notes))
    doubtful = ranked(document, issues)
    return Sheet(
        severities=tuple(
            Tally(severity, count)
            for severity in reversed(Severity)
            if (count := sum(issue.severity is severity for issue in issues))
        ),
        checks=tuple(_checks(issues)),
        kinds=tuple(_tallies((span.kind for span in spans), (span.kind for span in drafts))),
        origins=tuple(_tallies(map(_decider, spans), map(_decider, drafts))),
        polished=tuple(_polished(notes)),
        first=tuple(doubtful[:MOST_FIRST]),
        doubtful=len(doubtful),
        loose=tuple(_gravest_first(issue for issue in issues if issue.segment_id not in known)),
        silenced=silenced,
        segments=tuple(
            _segment_sheet(document, block.kind, segment, issues)
            for block in document.blocks
            for segment in block.segments
        ),
        notes=notes,
        meta=tuple(document.meta.items()),
    )


def ranked(document: Document, issues: Iterable[Issue]) -> list[FirstLook]:
    """The targets that are not of high confidence or have issues: errors first, then the least confidence."""
    found: dict[tuple[str, Locale], list[Issue]] = {}
    for issue in _gravest_first(issue for issue in issues if issue.severity is not Severity.INFO):
        found.setdefault((issue.segment_id, issue.locale), []).append(issue)
    rows: list[tuple[bool, float, FirstLook]] = []
    for segment in document.segments():
        for locale, edition in document.editions.items():
            confidence = _confidence(edition.targets.get(segment.id))
            own = found.get((segment.id, locale), [])
            if confidence is None or (confidence.level == "high" and not own):
                continue
            reasons = tuple(dict.fromkeys(issue.message for issue in own)) or ("The model was unsure.",)
            has_error = any(issue.severity is Severity.ERROR for issue in own)
            rows.append((not has_error, confidence.value, FirstLook(segment.id, locale, confidence, reasons)))
    return [row for *_, row in sorted(rows, key=lambda row: row[:2])]


def _confidence(target: Target | None) -> Confidence | None:
    """None for what a stage without a measure made, or a person: what was read needs no ranking."""
    if target is None or target.state in (State.REVIEWED, State.FINAL) or not 0 < target.score <= 1:
        return None
    return Confidence(target.score)


def _segment_sheet(document: Document, kind: BlockKind, segment: Segment, issues: Iterable[Issue]) -> SegmentSheet:
    pieces = tuple(
        Piece(text, span.kind, span.id, span.origin, span.reading) if span else Piece(text)
        for text, span in segment.pieces()
    )
    return SegmentSheet(
        id=segment.id,
        kind=kind,
        source=Passage(document.locale, pieces),
        renderings=tuple(_renderings(document, segment)),
        spans=tuple(SpanRow(span, segment.text_of(span)) for span in segment.spans),
        issues=tuple(_gravest_first(issue for issue in issues if issue.segment_id == segment.id)),
    )


def _renderings(document: Document, segment: Segment) -> Iterator[Rendering]:
    """One for each edition; the source's own edition only where it says something else than the source."""
    for locale, edition in document.editions.items():
        target = edition.targets.get(segment.id)
        if locale == document.locale and (target is None or target.text == segment.source):
            continue
        passage = Passage(locale, segment_pieces(document, segment, locale))
        yield _rendering(passage, target, segment.source) if target else Rendering(passage)


def _rendering(passage: Passage, target: Target, source: str) -> Rendering:
    is_changed = target.draft and target.draft.split() != target.text.split()
    changes = word_diff(target.draft, target.text) if is_changed else ()
    return Rendering(passage, target.state, target.origin, changes, target.text == source, _confidence(target))


def _checks(issues: Iterable[Issue]) -> Iterator[CheckTally]:
    counts = Counter((issue.check, issue.severity) for issue in issues)
    for check, severity in sorted(counts, key=lambda key: (-key[1].rank, key[0])):
        yield CheckTally(check, severity, counts[check, severity])


def _tallies(names: Iterable[str], drafts: Iterable[str]) -> Iterator[Tally]:
    """The most frequent first, equally frequent ones by name."""
    counts, drafted = Counter(names), Counter(drafts)
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        yield Tally(name, counts[name], drafted[name])


def _polished(notes: Iterable[Note]) -> Iterator[RuleTally]:
    """The most frequent rule first; the stage notes each rule once a segment."""
    for tally in _tallies((note.kind for note in notes if note.stage == "polish"), ()):
        yield RuleTally(tally.name, tally.count, POLISHED.get(tally.name, ""))


def _decider(span: Span) -> str:
    """The file or rule behind a span, without the line of the file."""
    return ROW_OF_ORIGIN.sub("", span.origin).removesuffix(" (draft)") or "unknown"


def _gravest_first(issues: Iterable[Issue]) -> list[Issue]:
    return sorted(issues, key=lambda issue: -issue.severity.rank)
