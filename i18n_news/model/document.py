"""A release: its blocks, its editions and what the stages noted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from i18n_news.errors import InvariantError
from i18n_news.model.frozen import FrozenMap
from i18n_news.model.kinds import Locale, Severity, State
from i18n_news.model.source import Block, Segment
from i18n_news.model.target import Edition, Note


@dataclass(frozen=True, slots=True)
class Document:
    """A release that is always valid: ids are unique and every run names a span of its own segment."""

    id: str
    locale: Locale
    blocks: tuple[Block, ...]
    meta: Mapping[str, str] = field(default_factory=FrozenMap)
    editions: Mapping[Locale, Edition] = field(default_factory=FrozenMap)
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        for name in ("meta", "editions"):
            if not isinstance(getattr(self, name), FrozenMap):
                object.__setattr__(self, name, FrozenMap(getattr(self, name)))
        segments = list(self.segments())
        span_ids = {segment.id: {span.id for span in segment.spans} for segment in segments}
        if len(span_ids) < len(segments):
            raise InvariantError(f"{self.id}: two segments share an id")
        for locale, edition in self.editions.items():
            if edition.locale != locale:
                raise InvariantError(f"{self.id}: the {edition.locale} edition stands under {locale}")
            for segment_id, target in edition.targets.items():
                strangers = target.span_ids - span_ids.get(segment_id, set())
                if segment_id not in span_ids or strangers:
                    raise InvariantError(f"{self.id}: {locale} renders {strangers or segment_id}, which is not there")

    def segments(self) -> Iterator[Segment]:
        for block in self.blocks:
            yield from block.segments

    def map_segments(self, change: Callable[[Segment], Segment]) -> "Document":
        """The document with every segment changed; for the stages before there are editions."""
        blocks = tuple(replace(block, segments=tuple(map(change, block.segments))) for block in self.blocks)
        return replace(self, blocks=blocks)

    def with_edition(self, edition: Edition) -> "Document":
        return replace(self, editions=FrozenMap({**self.editions, edition.locale: edition}))

    def with_notes(self, notes: Iterable[Note]) -> "Document":
        return replace(self, notes=(*self.notes, *notes))


@dataclass(frozen=True, slots=True)
class Issue:
    """What a check found in an edition; computed, never stored. An empty segment id means the whole edition.

    `silenced` is the reason for which the workspace silences it; empty for an issue that counts.
    """

    check: str
    severity: Severity
    segment_id: str
    locale: Locale
    message: str
    span_id: str = ""
    silenced: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A translator's word for one segment; it applies only while the segment's source hash is the same."""

    document: str
    segment: str
    source_hash: str
    locale: Locale
    text: str
    state: State
    who: str
    when: str
