"""Sources longer than a model can read: cut where a reader would pause, and their hypotheses joined again."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from i18n_news.translate.engine import Attention, Hypothesis

# Behind what a cut may stand, the best places first: at last between two Han characters, or anywhere.
HAN = "[\u3400-\u9fff\U00020000-\U0003ffff]"
PAUSES = (r"[。！？!?]+[”’」』）)]*", r"[；;：:]", r"[，,、]", r"\s+", rf"(?<={HAN})(?={HAN})", r"(?s:.)")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A part's hypothesis with the number of its tokens, by which several are weighed; is it cut off?"""

    hypothesis: Hypothesis
    length: int
    is_cut: bool


def cut_long(text: str, start: int, end: int, longest: int, length: Callable[[str], int]) -> list[tuple[int, int]]:
    """Ranges of the text within the given one, each of at most `longest` by `length`.

    The ranges leave out blanks at their edges only; there is none for a text of blanks.
    """
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        return []
    if length(text[start:end]) <= longest:
        return [(start, end)]
    for pause in PAUSES:
        places = [match.end() for match in re.compile(pause).finditer(text, start, end) if start < match.end() < end]
        if places:
            # At the pause nearest to the middle: halves translate better than a whole and a remnant.
            middle = min(places, key=lambda place: abs(2 * place - start - end))
            halves = ((start, middle), (middle, end))
            return [piece for half in halves for piece in cut_long(text, *half, longest, length)]
    return [(start, end)]


def join(row: Sequence[Decoded]) -> Hypothesis:
    """The parts of one source as one hypothesis; there is no attention from one part to another."""
    if len(row) <= 1:
        return row[0].hypothesis if row else Hypothesis("")
    text = ""
    looked: list[Attention] = []
    for part in row:
        text += " " if text and part.hypothesis.text else ""
        looked.append(shifted(part.hypothesis.attention, 0, len(text)))
        text += part.hypothesis.text
    score = sum(part.hypothesis.score * part.length for part in row) / max(1, sum(part.length for part in row))
    width = sum(len(each.source) for each in looked)
    weights: list[tuple[float, ...]] = []
    before = 0
    for each in looked:
        after = width - before - len(each.source)
        weights += [(0.0,) * before + line + (0.0,) * after for line in each.weights]
        before += len(each.source)
    source = tuple(piece for each in looked for piece in each.source)
    return Hypothesis(
        text, score, Attention(source, tuple(piece for each in looked for piece in each.target), tuple(weights))
    )


def shifted(looked: Attention, source: int, target: int) -> Attention:
    if not source and not target:
        return looked
    return Attention(
        tuple((start + source, end + source) for start, end in looked.source),
        tuple((start + target, end + target) for start, end in looked.target),
        looked.weights,
    )
