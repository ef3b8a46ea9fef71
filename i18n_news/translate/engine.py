"""What a translation engine is: sentences in, one hypothesis each out, the same every time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Attention:
    """How much each piece of a hypothesis looked at each piece of its source.

    Pieces are half-open code points of the two texts; `weights` has a row for each target piece with a column for
    each source piece, each row of at most 1 in sum (the end of the sentence takes the rest).
    """

    source: tuple[tuple[int, int], ...] = ()
    target: tuple[tuple[int, int], ...] = ()
    weights: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An engine's text for one sentence; `score` is the mean log probability of its tokens.

    An engine that cannot tell where it looked leaves `attention` empty, one that cannot score says 0.
    """

    text: str
    score: float = 0.0
    attention: Attention = Attention()


@dataclass(frozen=True, slots=True)
class Scored:
    """How likely an engine finds a text as the translation of a source.

    `score` is the mean log probability of its tokens, `logs` that of each; `pieces` are the tokens' half-open code
    points of the text. An engine that cannot tell says 0 and leaves both empty.
    """

    score: float = 0.0
    pieces: tuple[tuple[int, int], ...] = ()
    logs: tuple[float, ...] = ()


class Engine(Protocol):
    """A loaded model. `id` names the weights and the decoding settings, so that a cache can tell engines apart."""

    @property
    def id(self) -> str: ...

    def translate(self, sources: Sequence[str], starts: Sequence[str] = ()) -> list[Hypothesis]:
        """One hypothesis for each source, in order; an empty source gives an empty text.

        `starts`, where given, has for each source the English words with which its hypothesis must begin, or "".
        """
        ...

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Scored]:
        """How likely each text is, given its source: (source, text) pairs in, in order."""
        ...
