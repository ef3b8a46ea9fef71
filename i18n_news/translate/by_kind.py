"""An engine for one kind of text, and another for all that is not of it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

from i18n_news.text.kind import TextKind
from i18n_news.translate.engine import Engine, Hypothesis, Scored

# A source with the words to begin with, or with the text to score.
Question = tuple[str, str]
Answer = TypeVar("Answer", Hypothesis, Scored)


class ByKindEngine:
    """Each source is asked where its kind is at home, so its answer does not depend on the rest of the document.

    The other engine is opened when it is first asked, so a release of one kind holds one model; EngineError where that
    fails.
    """

    def __init__(self, kind: TextKind, own: Engine, open_other: Callable[[], Engine]) -> None:
        self._kind = kind
        self._own = own
        self._open_other = open_other

    @property
    def id(self) -> str:
        """That of the engine for the kind, whose adaptation holds what the other one is made of, too."""
        return self._own.id

    @cached_property
    def _other(self) -> Engine:
        return self._open_other()

    def translate(self, sources: Sequence[str], starts: Sequence[str] = ()) -> list[Hypothesis]:
        questions = list(zip(sources, starts or [""] * len(sources), strict=True))
        return self._answered(questions, _translated)

    def score(self, pairs: Sequence[Question]) -> list[Scored]:
        return self._answered(pairs, lambda engine, asked: engine.score(asked))

    def _answered(
        self, questions: Sequence[Question], ask: Callable[[Engine, Sequence[Question]], list[Answer]]
    ) -> list[Answer]:
        """The answers in the order of the questions, each of which begins with its source."""
        is_own = [self._kind.has(source) for source, _ in questions]
        own = [question for question, is_ours in zip(questions, is_own, strict=True) if is_ours]
        other = [question for question, is_ours in zip(questions, is_own, strict=True) if not is_ours]
        answers = {
            True: iter(ask(self._own, own) if own else ()),
            False: iter(ask(self._other, other) if other else ()),
        }
        return [next(answers[is_ours]) for is_ours in is_own]


def _translated(engine: Engine, questions: Sequence[Question]) -> list[Hypothesis]:
    return engine.translate([source for source, _ in questions], [start for _, start in questions])
