"""The review sheet as templates need it: what was decided, by whom, what the engine said and what is wrong."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from i18n_news.model import BlockKind, Document, Issue, Locale, Note, Segment, Severity, Span, Target
from i18n_news.render.views import Passage, Piece, segment_pieces
from i18n_news.render.worddiff import Change, word_diff

ROW_OF_ORIGIN = re.compile(r":\d+(?= \(draft\)$|$)")


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
class Sheet:
    """Everything on the review page; `loose` are the issues that belong to no segment, shown at the top."""

    severities: tuple[Tally, ...]
    checks: tuple[CheckTally, ...]
    kinds: tuple[Tally, ...]
    origins: tuple[Tally, ...]
    loose: tuple[Issue, ...]
    segments: tuple[SegmentSheet, ...]
    notes: tuple[Note, ...]
    meta: tuple[tuple[str, str], ...]


def review_sheet(document: Document, issues: Sequence[Issue]) -> Sheet:
    known = {segment.id for segment in document.segments()}
    spans = [span for segment in document.segments() for span in segment.spans]
    drafts = [span for span in spans if span.origin.endswith(" (draft)")]
    return Sheet(
        severities=tuple(
            Tally(severity, count)
            for severity in reversed(Severity)
            if (count := sum(issue.severity is severity for issue in issues))
        ),
        checks=tuple(_checks(issues)),
        kinds=tuple(_tallies((span.kind for span in spans), (span.kind for span in drafts))),
        origins=tuple(_tallies(map(_decider, spans), map(_decider, drafts))),
        loose=tuple(_gravest_first(issue for issue in issues if issue.segment_id not in known)),
        segments=tuple(
            _segment_sheet(document, block.kind, segment, issues)
            for block in document.blocks
            for segment in block.segments
        ),
        notes=(*document.notes, *(note for edition in document.editions.values() for note in edition.notes)),
        meta=tuple(document.meta.items()),
    )


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
    return Rendering(passage, target.state, target.origin, changes, is_source=target.text == source)


def _checks(issues: Iterable[Issue]) -> Iterator[CheckTally]:
    counts = Counter((issue.check, issue.severity) for issue in issues)
    for check, severity in sorted(counts, key=lambda key: (-key[1].rank, key[0])):
        yield CheckTally(check, severity, counts[check, severity])


def _tallies(names: Iterable[str], drafts: Iterable[str]) -> Iterator[Tally]:
    """The most frequent first, equally frequent ones by name."""
    counts, drafted = Counter(names), Counter(drafts)
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        yield Tally(name, counts[name], drafted[name])


def _decider(span: Span) -> str:
    """The file or rule behind a span, without the line of the file."""
    return ROW_OF_ORIGIN.sub("", span.origin).removesuffix(" (draft)") or "unknown"


def _gravest_first(issues: Iterable[Issue]) -> list[Issue]:
    return sorted(issues, key=lambda issue: -issue.severity.rank)
