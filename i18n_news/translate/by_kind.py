"""An engine for one kind of text, and another for all that is not of it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

from i18n_news.translate.engine import Engine, Hypothesis, Scored
from i18n_news.translate.text_kind import TextKind

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class ByKindEngine:
    """Each source is asked where its kind is at home, so its answer does not depend on the rest of the document.

    An engine is opened when it is first asked: a release of one kind holds one model. EngineError where that fails.
    """

    def __init__(
        self, name: str, kind: TextKind, open_own: Callable[[], Engine], open_other: Callable[[], Engine]
    ) -> None:
        self._id = name
        self._kind = kind
        self._open_own = open_own
        self._open_other = open_other

    @property
    def id(self) -> str:
        return self._id

    @cached_property
    def _own(self) -> Engine:
        return self._open_own()

    @cached_property
    def _other(self) -> Engine:
        return self._open_other()

    def translate(self, sources: Sequence[str], starts: Sequence[str] = ()) -> list[Hypothesis]:
        questions = list(zip(sources, starts or [""] * len(sources), strict=True))
        return self._answered(sources, questions, _translated)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Scored]:
        return self._answered([source for source, _ in pairs], pairs, lambda engine, asked: engine.score(asked))

    def _answered(
        self,
        sources: Sequence[str],
        questions: Sequence[Question],
        ask: Callable[[Engine, Sequence[Question]], list[Answer]],
    ) -> list[Answer]:
        is_own = [self._kind.has(source) for source in sources]
        own = [question for question, own in zip(questions, is_own, strict=True) if own]
        other = [question for question, own in zip(questions, is_own, strict=True) if not own]
        own_answers = iter(ask(self._own, own) if own else ())
        other_answers = iter(ask(self._other, other) if other else ())
        return [next(own_answers if own else other_answers) for own in is_own]


def _translated(engine: Engine, questions: Sequence[tuple[str, str]]) -> list[Hypothesis]:
    starts = [start for _, start in questions]
    return engine.translate([source for source, _ in questions], starts if any(starts) else ())
