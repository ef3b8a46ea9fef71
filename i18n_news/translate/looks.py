"""How strongly an engine looked at each stretch of a segment's source while it wrote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from i18n_news.translate.engine import Attention


@dataclass(frozen=True, slots=True)
class Look:
    """The strongest look, 0 to 1, that any piece of the text had at these half-open code points of a source."""

    start: int
    end: int
    weight: float


def looks(attention: Attention, read: str, source: str) -> tuple[Look, ...]:
    """One for each piece of the source that the engine read as it is.

    `read` is what it was given: the source, or the source masked or in other words. What differs is left out.
    """
    if not attention.weights:
        return ()
    weights = map(max, zip(*attention.weights, strict=True))
    found = [Look(start, end, weight) for (start, end), weight in zip(attention.source, weights, strict=True)]
    return tuple(found if read == source else _moved(found, read, source))


def _moved(found: Sequence[Look], read: str, source: str) -> Iterator[Look]:
    blocks = SequenceMatcher(None, read, source, autojunk=False).get_matching_blocks()
    for look in found:
        for block in blocks:
            start, end = max(look.start, block.a), min(look.end, block.a + block.size)
            if start < end:
                yield Look(start + block.b - block.a, end + block.b - block.a, look.weight)
