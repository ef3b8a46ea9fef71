"""An engine whose answers are kept: what was asked before is neither decoded nor scored again."""

import hashlib
import json
import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol, TypeVar

from i18n_news.translate.engine import Attention, Engine, Hypothesis, Scored

# Raised when answers are written otherwise, or when an engine means something else by the same question.
FORM = 1
Question = tuple[str, str]
Answer = TypeVar("Answer", Hypothesis, Scored)


class Answers(Protocol):
    """Where answers are kept by their keys; it may forget any of them, and never raises."""

    def get_many(self, keys: Collection[str]) -> Mapping[str, bytes]: ...

    def put_many(self, answers: Mapping[str, bytes]) -> None: ...


@dataclass(frozen=True, slots=True)
class Unopened:
    """An engine that is known by its id before `open` loads its model, which may raise EngineError."""

    id: str
    open: Callable[[], Engine]


class CachedEngine:
    """Answers as the engine does, which is opened when a question comes up that `answers` does not know.

    Where an engine's answer depends on the other questions of its batch, the first one given holds.
    """

    def __init__(self, unopened: Unopened, answers: Answers) -> None:
        self._unopened = unopened
        self._answers = answers

    @property
    def id(self) -> str:
        return self._unopened.id

    @cached_property
    def _engine(self) -> Engine:
        return self._unopened.open()

    def translate(self, sources: Sequence[str], starts: Sequence[str] = ()) -> list[Hypothesis]:
        questions = list(zip(sources, starts or [""] * len(sources), strict=True))
        return self._answered("translate", questions, self._translate, _written_hypothesis, _read_hypothesis)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Scored]:
        return self._answered("score", pairs, lambda asked: self._engine.score(asked), _written_scored, _read_scored)

    def _translate(self, questions: Sequence[Question]) -> list[Hypothesis]:
        return self._engine.translate([source for source, _ in questions], [start for _, start in questions])

    def _answered(
        self,
        kind: str,
        questions: Sequence[Question],
        ask: Callable[[Sequence[Question]], list[Answer]],
        write: Callable[[Answer], object],
        read: Callable[[Any], Answer],
    ) -> list[Answer]:
        """The answers in the order of the questions; of equal questions one is asked."""
        keys = {question: self._key(kind, question) for question in questions}
        stored = self._answers.get_many(tuple(keys.values()))
        kept = {question: _unpacked(stored.get(key), read) for question, key in keys.items()}
        known = {question: answer for question, answer in kept.items() if answer is not None}
        missing = [question for question in keys if question not in known]
        if missing:
            found = dict(zip(missing, ask(missing), strict=True))
            self._answers.put_many({keys[question]: _packed(write(answer)) for question, answer in found.items()})
            known |= found
        return [known[question] for question in questions]

    def _key(self, kind: str, question: Question) -> str:
        """A hash: a database that is passed on says what was written, not of which sentence."""
        asked = json.dumps([FORM, self.id, kind, *question])
        return hashlib.sha256(asked.encode()).hexdigest()[:32]


def _packed(content: object) -> bytes:
    """JSON, whose numbers come back to the last digit."""
    return zlib.compress(json.dumps(content, separators=(",", ":")).encode())


def _unpacked(packed: bytes | None, read: Callable[[Any], Answer]) -> Answer | None:
    """None for what is not there or damaged."""
    if packed is None:
        return None
    try:
        return read(json.loads(zlib.decompress(packed)))
    except (zlib.error, ValueError, TypeError):
        return None


def _written_hypothesis(hypothesis: Hypothesis) -> object:
    looked = hypothesis.attention
    return [hypothesis.text, hypothesis.score, looked.source, looked.target, looked.weights]


def _read_hypothesis(content: Any) -> Hypothesis:
    text, score, source, target, weights = content
    return Hypothesis(text, score, Attention(_rows(source), _rows(target), _rows(weights)))


def _written_scored(scored: Scored) -> object:
    return [scored.score, scored.pieces, scored.logs]


def _read_scored(content: Any) -> Scored:
    score, pieces, logs = content
    return Scored(score, _rows(pieces), tuple(logs))


def _rows(content: Any) -> tuple[Any, ...]:
    return tuple(tuple(row) for row in content)
