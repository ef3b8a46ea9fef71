"""Traditional text in Simplified characters with the mainland's words, and the places where that is a choice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from i18n_news.editions.disagreement import straddled
from i18n_news.editions.opencc import converter, simplified_spelling
from i18n_news.editions.overrides import Overrides, backwards, either_way
from i18n_news.editions.trace import Trace, together
from i18n_news.editions.words import segmenter
from i18n_news.glossary.terms import Term
from i18n_news.model import Locale

# Traditional characters that stand for more than one Simplified one: 著 for 着 and 著, 餘 for 余 and 馀.
TWO_SIMPLIFIED = frozenset("著乾瞭徵藉夥麼餘諮暱簷痺睪線顎鍾覆於甚鬱纔瀋蘋陞昇佈蹟準迴")
# Words that OpenCC spells with another character on the way there and leaves so on the way back.
_TWO_SPELLINGS = {"想像": "想象", "薰陶": "熏陶"}
_QUOTES = str.maketrans("「」『』", "“”‘’")


@dataclass(frozen=True, slots=True)
class Choice:
    """A stretch of the Traditional text, at half-open code points, that could also be written in another way."""

    start: int
    end: int
    written: str
    reason: str


@dataclass(frozen=True, slots=True)
class Simplified:
    """The conversion with its offset map, from the Traditional text to the Simplified one."""

    trace: Trace
    choices: tuple[Choice, ...]

    @property
    def text(self) -> str:
        return self.trace.text


class Simplifier:
    """The way back from one locale; `words` are the rows of its edition, `registered` the terms of the glossaries."""

    def __init__(self, locale: Locale, words: Iterable[Term], registered: Iterable[Term] = ()) -> None:
        rows = tuple(words)
        self.locale = locale
        self._back: Overrides = backwards(rows, registered, locale)
        self._either: Mapping[str, str] = either_way(rows, self._back, locale)
        # A form that stays is an override too, so that no shorter one takes a part of it.
        kept = {form: simplified_spelling(form) for form in self._either if len(form) > 1}
        # The forms have no word beside them that could be mistaken for one: a line feed parts them.
        self._words = segmenter(frozenset(simplified_spelling("\n".join(self._back.forms)).split("\n")))
        self._convert = converter(Locale.ZH_HANS, {**kept, **self._back.forms}, locale)

    def __call__(self, text: str) -> Simplified:
        plain = simplified_spelling(text)
        cuts = self._words(plain)
        found = self._trace(text, cuts)
        trace = replace(found, spelled=found.spelled.translate(_QUOTES))
        return Simplified(trace, tuple(sorted(self._choices(trace, plain, cuts), key=lambda choice: choice.start)))

    def _trace(self, text: str, cuts: Sequence[tuple[int, int]]) -> Trace:
        """The conversion, in halves where an exchanged word would take a part of its neighbour: 食品|檢測, not 品檢."""
        trace = self._convert.trace(text)
        edges = straddled(trace, cuts, self._back.forms)
        if not edges:
            return trace
        return together(
            [self._convert.trace(text[start:end]) for start, end in pairwise(sorted({0, *edges, len(text)}))]
        )

    def _choices(self, trace: Trace, plain: str, cuts: Sequence[tuple[int, int]]) -> Iterable[Choice]:
        for swap in (*trace.swaps, *trace.guards):
            form = trace.source[swap.start : swap.end]
            if form in self._back.forms and swap.text != plain[swap.start : swap.end]:
                yield Choice(swap.start, swap.end, swap.text, self._back.origin(form))
        words = set(cuts)
        for form, word in {**self._either, **_TWO_SPELLINGS}.items():
            start = trace.source.find(form)
            while start >= 0:
                end = start + len(form)
                # 度 is a unit where it is a word of its own, and none in 制度.
                if len(form) > 1 or (start, end) in words or trace.source[start - 1 : start].isdecimal():
                    yield Choice(start, end, trace.spelled[start:end], f"can also be {word}")
                start = trace.source.find(form, end)
        for at, char in enumerate(trace.source):
            if char in TWO_SIMPLIFIED:
                yield Choice(at, at + 1, trace.spelled[at], "one character for two Simplified ones")
