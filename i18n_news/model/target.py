"""The target side: runs that carry the id of the span they render."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from i18n_news.errors import InvariantError
from i18n_news.model.frozen import FrozenMap
from i18n_news.model.kinds import Locale, State


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of target text; span_id ties it to the source span it renders, free text has none."""

    text: str
    span_id: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """One segment in one locale; `draft` is the engine's own text, kept for the review diff."""

    segment_id: str
    locale: Locale
    runs: tuple[Run, ...]
    state: State = State.INITIAL
    origin: str = ""
    score: float = 0.0
    draft: str = ""

    def __post_init__(self) -> None:
        if any(not run.text for run in self.runs):
            raise InvariantError(f"{self.segment_id}: a run without text in {self.locale}")

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def span_ids(self) -> frozenset[str]:
        return frozenset(run.span_id for run in self.runs if run.span_id)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs without empty ones, neighbours of free text merged: one text has one row of runs."""
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if merged and not run.span_id and not merged[-1].span_id:
            merged[-1] = Run(merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


@dataclass(frozen=True, slots=True)
class Note:
    """What a stage saw and a person may want to know; the offsets are of the segment's source, both 0 for all of it."""

    stage: str
    kind: str
    segment_id: str
    message: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """A document in one locale."""

    locale: Locale
    targets: Mapping[str, Target] = field(default_factory=FrozenMap)
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        for segment_id, target in self.targets.items():
            if target.segment_id != segment_id or target.locale != self.locale:
                raise InvariantError(f"{segment_id}: a target of {target.segment_id} ({target.locale}) stands there")
        if not isinstance(self.targets, FrozenMap):
            object.__setattr__(self, "targets", FrozenMap(self.targets))
