"""The source side: immutable text and the spans over it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from i18n_news.errors import InvariantError
from i18n_news.model.frozen import FrozenMap
from i18n_news.model.kinds import BlockKind, Locale, SpanKind


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one segment's source whose renderings are decided; offsets are half-open code points.

    `forms` holds one decision per locale: where a locale has none, the engine may translate the span. `value`
    is canonical (a figure's amount and unit), `origin` names who decided, `avoid_reason` says why not the renderings in
    `avoid`. The id is empty until `Segment.with_spans` gives one.
    """

    start: int
    end: int
    kind: SpanKind
    forms: Mapping[Locale, str] = field(default_factory=FrozenMap)
    reading: str = ""
    value: str = ""
    avoid: tuple[str, ...] = ()
    origin: str = ""
    id: str = ""
    avoid_reason: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InvariantError(f"a span cannot cover [{self.start}, {self.end})")
        if any(not form.strip() for form in self.forms.values()):
            raise InvariantError(f"span {self.id or self.start} has an empty form")
        if not isinstance(self.forms, FrozenMap):
            object.__setattr__(self, "forms", FrozenMap(self.forms))

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, heading or cell: normalized once, never rewritten; its spans are sorted and disjoint."""

    id: str
    source: str
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not self.id:
            raise InvariantError("a segment needs an id")
        end = 0
        for number, span in enumerate(self.spans, start=1):
            if span.start < end or span.end > len(self.source):
                raise InvariantError(f"{self.id}: span [{span.start}, {span.end}) overlaps or leaves the source")
            if span.id != f"{self.id}.n{number}":
                raise InvariantError(f"{self.id}: span number {number} is called {span.id!r}")
            end = span.end

    def with_spans(self, proposed: Iterable[Span]) -> "Segment":
        """The segment with those of the proposals that fit: spans that stand already stay, then the longest wins.

        Among equally long ones the earlier proposal wins, so the order of annotators is their precedence.
        """
        settled = list(self.spans)
        for span in sorted(proposed, key=lambda span: span.start - span.end):
            if span.end <= len(self.source) and not any(span.overlaps(other) for other in settled):
                settled.append(span)
        settled.sort(key=lambda span: span.start)
        named = tuple(replace(span, id=f"{self.id}.n{number}") for number, span in enumerate(settled, start=1))
        return replace(self, spans=named)

    def with_forms(self, forms: Mapping[str, Mapping[Locale, str]]) -> "Segment":
        """The segment with other forms for the spans named by id; spans not named keep theirs."""
        spans = tuple(replace(span, forms=FrozenMap(forms.get(span.id, span.forms))) for span in self.spans)
        return replace(self, spans=spans)

    def pieces(self) -> Iterator[tuple[str, Span | None]]:
        """The source cut at its spans, in order; the pieces joined are the source."""
        position = 0
        for span in self.spans:
            if position < span.start:
                yield self.source[position : span.start], None
            yield self.text_of(span), span
            position = span.end
        if position < len(self.source):
            yield self.source[position:], None

    def text_of(self, span: Span) -> str:
        return self.source[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table row ... of a release; a table row has one segment a cell."""

    kind: BlockKind
    segments: tuple[Segment, ...]

    def __post_init__(self) -> None:
        if not self.segments:
            raise InvariantError(f"a {self.kind} needs at least one segment")

    @property
    def id(self) -> str:
        """The part that its segments' ids share, such as p3."""
        return self.segments[0].id.partition(".")[0]

    @property
    def source(self) -> str:
        return "".join(segment.source for segment in self.segments)
