"""The name tagger: LAC 2.1 run in numpy over batches of sentences; finds persons, places and organizations."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from i18n_news.names.weights import HIDDEN, Gru, Lexicon, Weights, load_lexicon, load_weights

KINDS = {"PER": "person", "LOC": "place", "ORG": "organization", "nr": "person", "ns": "place", "nt": "organization"}
# Sentences of similar length share a batch; a batch holds about this many words, padding included.
BATCH_WORDS = 6000


@dataclass(frozen=True, slots=True)
class Entity:
    """A name at half-open code points of its sentence; kind is person, place or organization."""

    start: int
    end: int
    kind: str


class Tagger:
    """The loaded model; one object for a process, it holds about 40 MB."""

    def __init__(self, folder: Path) -> None:
        self._weights: Weights = load_weights(folder)
        self._lexicon: Lexicon = load_lexicon(folder)

    def entities(self, sentences: Sequence[str]) -> list[tuple[Entity, ...]]:
        """The names of each sentence, in order and disjoint; the order of sentences and batches changes nothing."""
        cut = [self._words(sentence) for sentence in sentences]
        order = sorted((n for n in range(len(cut)) if cut[n]), key=lambda n: len(cut[n]))
        found: list[tuple[Entity, ...]] = [()] * len(sentences)
        for batch in _batches(order, cut):
            tagged = self._tags([[row for row, _ in cut[number]] for number in batch])
            for number, tags in zip(batch, tagged, strict=True):
                lengths = [length for _, length in cut[number]]
                found[number] = tuple(self._joined(tags, lengths))
        return found

    def _words(self, sentence: str) -> list[tuple[int, int]]:
        """(row of the embedding, number of characters) of each word; a word without a row is cut into characters."""
        rows, usual = self._lexicon.rows, self._lexicon.usual
        unknown = rows["OOV"]
        words = []
        for word in segmented(sentence, self._lexicon):
            if word in rows:
                words.append((rows.get(usual.get(word, word), unknown), len(word)))
            else:
                words += [(rows.get(usual.get(char, char), unknown), 1) for char in word]
        return words

    def _tags(self, batch: Sequence[Sequence[int]]) -> list[list[int]]:
        import numpy

        lengths = numpy.array([len(rows) for rows in batch])
        padded = numpy.zeros((lengths.max(), len(batch)), dtype=numpy.int64)
        for column, rows in enumerate(batch):
            padded[: len(rows), column] = rows
        inside = numpy.arange(lengths.max())[:, None] < lengths[None, :]
        values = self._weights.embedding[padded]
        for forward, backward in self._weights.layers:
            both = _run(forward, values, inside), _run(backward, values[::-1], inside[::-1])[::-1]
            values = numpy.concatenate(both, axis=2)
        emissions = values @ self._weights.emission + self._weights.emission_bias
        return _best_paths(emissions, lengths, self._weights)

    def _joined(self, tags: Sequence[int], lengths: Sequence[int]) -> Iterator[Entity]:
        """The entities over characters: a B or a change of kind begins one, an I goes on with it."""
        start = position = 0
        kind = ""
        for tag, length in zip(tags, lengths, strict=True):
            label, _, part = self._lexicon.tags[tag].rpartition("-")
            own = KINDS.get(label, "")
            if part != "I" or own != kind:
                if kind:
                    yield Entity(start, position, kind)
                start, kind = position, own
            position += length
        if kind:
            yield Entity(start, position, kind)


def segmented(sentence: str, lexicon: Lexicon) -> list[str]:
    """The words of the path with the fewest, then the longest, words; letters and digits on their own run together."""
    words, cost = lexicon.words, lexicon.cost
    size = len(sentence)
    best: list[tuple[float, int]] = [(0.0, 0)] * (size + 1)
    for start in range(size - 1, -1, -1):
        end = start + 1
        choice = (best[end][0] - cost, end)
        while end <= size and (known := words.get(sentence[start:end])) is not None:
            if known:
                choice = max(choice, (math.log(known) - cost + best[end][0], end))
            end += 1
        best[start] = choice
    cut: list[str] = []
    position = 0
    joins = False
    while position < size:
        end = best[position][1]
        word = sentence[position:end]
        is_single = len(word) == 1 and word.isascii() and word.isalnum()
        if is_single and joins:
            cut[-1] += word
        else:
            cut.append(word)
        joins = is_single
        position = end
    return cut


def _batches(order: Sequence[int], cut: Sequence[Sequence[Any]]) -> Iterator[list[int]]:
    batch: list[int] = []
    for number in order:
        # The order is by length, so the newest is the longest and sets the width.
        if batch and len(cut[number]) * (len(batch) + 1) > BATCH_WORDS:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _run(gru: Gru, values: Any, inside: Any) -> Any:
    """One direction over all time steps: the state stays where a sentence has ended or not begun."""
    import numpy

    projected = values @ gru.input_weights + gru.bias
    state = numpy.zeros((values.shape[1], HIDDEN), dtype=values.dtype)
    states = numpy.empty((*values.shape[:2], HIDDEN), dtype=values.dtype)
    for step in range(values.shape[0]):
        here = projected[step]
        gates = 1 / (1 + numpy.exp(-(here[:, : 2 * HIDDEN] + state @ gru.gates)))
        update, reset = gates[:, :HIDDEN], gates[:, HIDDEN:]
        candidate = numpy.tanh(here[:, 2 * HIDDEN :] + (reset * state) @ gru.candidate)
        changed = state + update * (candidate - state)
        state = numpy.where(inside[step][:, None], changed, state)
        states[step] = state
    return states


def _best_paths(emissions: Any, lengths: Any, weights: Weights) -> list[list[int]]:
    """Viterbi decoding of the whole batch; each path ends at its own sentence's last word."""
    import numpy

    steps, count, _ = emissions.shape
    score = weights.starts + emissions[0]
    back = numpy.zeros(emissions.shape, dtype=numpy.int16)
    final = numpy.zeros_like(score)
    final[lengths == 1] = score[lengths == 1]
    for step in range(1, steps):
        ways = score[:, :, None] + weights.transitions[None]
        back[step] = ways.argmax(axis=1)
        score = ways.max(axis=1) + emissions[step]
        final[lengths == step + 1] = score[lengths == step + 1]
    last = (final + weights.ends).argmax(axis=1)
    paths = []
    for column in range(count):
        tag = int(last[column])
        path = [tag]
        for step in range(int(lengths[column]) - 1, 0, -1):
            tag = int(back[step, column, tag])
            path.append(tag)
        paths.append(path[::-1])
    return paths
