"""What a translation engine is: sentences in, one hypothesis each out, the same every time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An engine's text for one sentence; `score` is the mean log probability of its tokens."""

    text: str
    score: float = 0.0


class Engine(Protocol):
    """A loaded model. `id` names the weights and the decoding settings, so that a cache can tell engines apart."""

    @property
    def id(self) -> str: ...

    def translate(self, sources: Sequence[str]) -> list[Hypothesis]:
        """One hypothesis for each source, in order; an empty source gives an empty text."""
        ...
