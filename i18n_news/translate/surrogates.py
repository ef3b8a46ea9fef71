"""Surrogate names: well-known names that stand in the source for decided ones, so that the sentence keeps its grammar.

An engine writes "X1 states", but "Mr. Wang noted"; "X1 Participation", but "Mr. Wang participated". A name that it has
seen ten thousand times gives the verb its tense, a body its article and a place its preposition.
"""

import csv
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from i18n_news.model import Locale, Segment, Span, SpanKind
from i18n_news.translate.compose import article

# What engines put around a name of a kind: it belongs to the surrogate, not to the name behind it.
AROUND = {
    "person": (r"(?:(?:Mr|Ms|Mrs|Miss|Messrs)\b\.?\s*)?", r"(?:\s+[Xx]iansheng)?"),
    "company": (
        r"(?:(?P<article>\b[Tt]he)\s+)?",
        r"(?:(?:\s+Motors?)?\s+(?:[Cc]ompany|Corporation|(?:Corp|Inc|Co)\b(?:\.(?=,|\s+[a-z]))?))?",
    ),
}


@dataclass(frozen=True, slots=True)
class Surrogate:
    """A name in the source and what the engine is known to write for it."""

    kind: str
    source: str
    english: str

    def find(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Its next place in the engine's text, with the article or courtesy title before it and "Company" behind."""
        before, after = AROUND.get(self.kind, (r"(?:(?P<article>\b[Tt]he)\s+)?", ""))
        # MA is more often a degree than Mr. Ma.
        name = re.escape(self.english) if self.kind == "person" else self._spelled()
        return re.compile(rf"(?<!\w){before}{name}{after}(?!\w)").search(text, start)

    def is_left(self, text: str) -> bool:
        """Whether the name stands in what remains when all that `find` finds is gone: MrWang, WANG, Londoners."""
        ending = r"(?:s|es)?(?![a-z])" if self.kind == "person" else ""
        return re.search(rf"(?<![A-Z]){self._spelled()}{ending}", text) is not None

    def _spelled(self) -> str:
        """As the engine was seen to write it, or all in capitals; of a body's words any may be small."""
        if self.kind == "body":
            return f"(?i:{_words(self.english)})"
        return f"(?:{_words(self.english)}|{_words(self.english.upper())})"


def _words(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split()))


def choose(row: Sequence[Span], segment: Segment, taken: Collection[str]) -> Surrogate | None:
    """The first surrogate of the row's kind that is not taken, nor named in the source or a form; None if none fits."""
    kind = _kind(row)
    # 汪洋 is not 王先生, but Wang Yang would be taken for Mr. Wang.
    forms = "\n".join(span.forms[Locale.EN] for span in segment.spans if Locale.EN in span.forms)
    return next(
        (
            surrogate
            for surrogate in surrogates()
            if surrogate.kind == kind
            and surrogate.source not in taken
            and _core(surrogate) not in segment.source
            and not surrogate.find(forms)
        ),
        None,
    )


def _core(surrogate: Surrogate) -> str:
    """What the source must not hold: the surname alone, or the body's name without its generic word."""
    return surrogate.source[:1] if surrogate.kind == "person" else surrogate.source.removesuffix("公司")


def _kind(row: Sequence[Span]) -> str:
    last = row[-1]
    if last.kind is SpanKind.PERSON:
        return "person"
    if any(span.kind not in (SpanKind.PLACE, SpanKind.ORGANIZATION) for span in row):
        return ""
    if article(last.forms[Locale.EN]):
        return "body"
    return "place" if last.kind is SpanKind.PLACE else "company"


@cache
def surrogates() -> tuple[Surrogate, ...]:
    """The table in its order: those that the engine gives back most surely come first."""
    with (files("i18n_news.translate") / "data" / "surrogates.tsv").open(encoding="utf-8") as file:
        return tuple(Surrogate(**row) for row in csv.DictReader(file, delimiter="\t"))
