"""The name tagger: LAC 2.1 run in numpy over batches of sentences; finds persons, places and organizations."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from i18n_news.names.weights import HIDDEN, Gru, Lexicon, Weights, load_lexicon, load_weights

KINDS = {"PER": "person", "LOC": "place", "ORG": "organization", "nr": "person", "ns": "place", "nt": "organization"}
# Enough words to keep the matrices busy, few enough that a batch needs less than 50 MB.
BATCH_WORDS = 4000
# Sentences of similar length share a batch; sorting this many at a time keeps the memory of a long list flat.
_PART = 1000
# A word of the dictionary that the network reads as a person this surely is one, whatever the tags around it say:
# 毛泽东 in 毛泽东思想.
_SURE_ALONE = 0.6


@dataclass(frozen=True, slots=True)
class Entity:
    """A name at half-open code points of its sentence; kind is person, place or organization.

    `score` is the model's probability of the least sure of its words. Equality leaves it out: the last bits of a matrix
    product depend on what else is in the batch.
    """

    start: int
    end: int
    kind: str
    score: float = field(default=1.0, compare=False)


@dataclass(frozen=True, slots=True)
class _Tagged:
    """What the model says of one word: its likeliest tag, how sure that is, and how sure a person without context."""

    tag: int
    score: float
    alone: float


class Tagger:
    """The loaded model; one object for a process, it holds about 40 MB."""

    def __init__(self, folder: Path) -> None:
        self._weights: Weights = load_weights(folder)
        self._lexicon: Lexicon = load_lexicon(folder)

    def entities(self, sentences: Sequence[str]) -> list[tuple[Entity, ...]]:
        """The names of each sentence, in order and disjoint; the order of sentences and batches changes nothing."""
        parts = (sentences[first : first + _PART] for first in range(0, len(sentences), _PART))
        return [found for part in parts for found in self._part(part)]

    def _part(self, sentences: Sequence[str]) -> list[tuple[Entity, ...]]:
        cut = [self._words(sentence) for sentence in sentences]
        order = sorted((n for n in range(len(cut)) if cut[n]), key=lambda n: -len(cut[n]))
        found: list[tuple[Entity, ...]] = [()] * len(sentences)
        for batch in _batches(order, cut):
            tagged = self._tags([[row for row, _ in cut[number]] for number in batch])
            for number, words in zip(batch, tagged, strict=True):
                found[number] = tuple(self._joined(words, [length for _, length in cut[number]]))
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

    def _tags(self, batch: Sequence[Sequence[int]]) -> list[list[_Tagged]]:
        """The batch comes longest sentence first.

        Its words are packed: the first word of every sentence, then the second of each that has one, and so on. So
        there is no padding that could cost time or touch a result.
        """
        import numpy

        weights = self._weights
        blocks = _blocks([len(rows) for rows in batch])
        packed = [rows[step] for step, block in enumerate(blocks) for rows in batch[: block.stop - block.start]]
        # The first layer projects each different word once.
        different, place = numpy.unique(numpy.array(packed), return_inverse=True)
        values, place = weights.embedding[different], place.reshape(-1)
        for number, (forward, backward) in enumerate(weights.layers):
            ahead, behind = (values @ gru.input_weights + gru.bias for gru in (forward, backward))
            if number == 0:
                ahead, behind = ahead[place], behind[place]
            values = numpy.concatenate((_run(forward, ahead, blocks), _run(backward, behind, blocks[::-1])), axis=1)
        emissions = numpy.exp(_below_zero(values @ weights.emission + weights.emission_bias))
        chances = _chances(emissions, blocks, weights)
        tags = chances.argmax(axis=1)
        scores = chances.max(axis=1).tolist()
        alone = (emissions[:, self._lexicon.person] / emissions.sum(axis=1)).tolist()
        words = [_Tagged(*word) for word in zip(tags.tolist(), scores, alone, strict=True)]
        return [[words[block.start + column] for block in blocks[: len(rows)]] for column, rows in enumerate(batch)]

    def _joined(self, words: Sequence[_Tagged], lengths: Sequence[int]) -> Iterator[Entity]:
        """The entities over characters: a B or a change of kind begins one, an I goes on with it."""
        start = position = 0
        kind, score = "", 1.0
        for word, length in zip(words, lengths, strict=True):
            label, _, part = self._lexicon.tags[word.tag].rpartition("-")
            own, sure = KINDS.get(label, ""), word.score
            if not own and length > 1 and word.alone >= _SURE_ALONE:
                own, part, sure = "person", "B", word.alone
            if part != "I" or own != kind:
                if kind:
                    yield Entity(start, position, kind, score)
                start, kind, score = position, own, 1.0
            score = min(score, sure)
            position += length
        if kind:
            yield Entity(start, position, kind, score)


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
    size = 0
    for number in order:
        if batch and size + len(cut[number]) > BATCH_WORDS:
            yield batch
            batch, size = [], 0
        batch.append(number)
        size += len(cut[number])
    if batch:
        yield batch


def _blocks(lengths: Sequence[int]) -> list[slice]:
    """Where the words of each position stand in the packed batch; lengths fall, so a block is a prefix of the last."""
    blocks = []
    start, count = 0, len(lengths)
    for step in range(lengths[0]):
        while lengths[count - 1] <= step:
            count -= 1
        blocks.append(slice(start, start + count))
        start += count
    return blocks


def _run(gru: Gru, projected: Any, blocks: Sequence[slice]) -> Any:
    """One direction over all positions; backwards a sentence joins with its last word, its state still zero."""
    import numpy

    state = numpy.zeros((max(block.stop - block.start for block in blocks), HIDDEN), dtype=projected.dtype)
    states = numpy.empty((len(projected), HIDDEN), dtype=projected.dtype)
    for block in blocks:
        here, old = projected[block], state[: block.stop - block.start]
        # The logistic function is half a tanh, which numpy computes without a division.
        gates = old @ gru.gates
        gates += here[:, : 2 * HIDDEN]
        gates *= 0.5
        numpy.tanh(gates, out=gates)
        gates += 1
        gates *= 0.5
        candidate = (gates[:, HIDDEN:] * old) @ gru.candidate
        candidate += here[:, 2 * HIDDEN :]
        numpy.tanh(candidate, out=candidate)
        candidate -= old
        candidate *= gates[:, :HIDDEN]
        old += candidate
        states[block] = old
    return states


def _chances(emissions: Any, blocks: Sequence[slice], weights: Weights) -> Any:
    """The probability of each tag of each word in the linear-chain CRF, forwards and backwards, rescaled as it goes."""
    import numpy

    follows = numpy.exp(_below_zero(weights.transitions.reshape(1, -1)).reshape(weights.transitions.shape))
    ends = numpy.exp(_below_zero(weights.ends[None]))
    ahead = numpy.empty_like(emissions)
    ahead[blocks[0]] = emissions[blocks[0]] * numpy.exp(_below_zero(weights.starts[None]))
    for last, block in pairwise(blocks):
        before = ahead[last][: block.stop - block.start] @ follows
        ahead[block] = emissions[block] * (before / before.sum(axis=1, keepdims=True))
    behind = numpy.repeat(ends, len(emissions), axis=0)
    for block, following in zip(blocks[-2::-1], blocks[:0:-1], strict=True):
        after = (emissions[following] * behind[following]) @ follows.T
        behind[block][: following.stop - following.start] = after / after.sum(axis=1, keepdims=True)
    chances = ahead * behind
    return chances / chances.sum(axis=1, keepdims=True)


def _below_zero(scores: Any) -> Any:
    """Each row with its maximum at zero, so that its exponents neither overflow nor all vanish."""
    return scores - scores.max(axis=-1, keepdims=True)
