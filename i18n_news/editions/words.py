"""Chinese text cut into words by the likeliest path, as a second opinion on where a word begins."""

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from i18n_news.text.romanize_tables import common_words, generics, international, places

# Natural logarithms, from the dictionary that common_words is drawn from: all its occurrences, and what a word has
# that stands in another table of ours or is a single character.
_ALL = 18.0
_LISTED = 6.0
_ALONE = 5.0


class Segmenter:
    """Cuts text into the words of our tables and `also`, words that no table of ours need have."""

    def __init__(self, also: Iterable[str] = ()) -> None:
        self._weights = dict.fromkeys((word for word in also if len(word) > 1), _LISTED) | _vocabulary()
        # The first two characters of a word, with the length of the longest that begins so.
        self._longest: dict[str, int] = {}
        for word in self._weights:
            self._longest[word[:2]] = max(len(word), self._longest.get(word[:2], 0))

    def __call__(self, text: str) -> tuple[tuple[int, int], ...]:
        """The words as half-open stretches that cover the text; what is no word is cut into characters."""
        weights, longest = self._weights, self._longest
        best = [0.0] + [float("-inf")] * len(text)
        came = [0] * (len(text) + 1)
        for start in range(len(text)):
            here = best[start] - _ALL
            if here + _ALONE > best[start + 1]:
                best[start + 1], came[start + 1] = here + _ALONE, start
            limit = min(longest.get(text[start : start + 2], 0), len(text) - start)
            for end in range(start + 2, start + limit + 1):
                weight = weights.get(text[start:end])
                if weight is not None and here + weight > best[end]:
                    best[end], came[end] = here + weight, start
        cuts = [len(text)]
        while cuts[-1]:
            cuts.append(came[cuts[-1]])
        cuts.reverse()
        return tuple(pairwise(cuts))


@lru_cache(maxsize=4)
def segmenter(also: frozenset[str] = frozenset()) -> Segmenter:
    """The segmenter with these words; a few are kept, for making one costs a quarter of a second."""
    return Segmenter(also)


@cache
def _vocabulary() -> dict[str, float]:
    """Words of at least two characters with their weight."""
    table = dict.fromkeys((word for word in (*places(), *generics(), *international()) if len(word) > 1), _LISTED)
    return table | {word: float(weight) for word, (_, weight) in common_words().items()}
