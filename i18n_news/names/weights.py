"""The LAC 2.1 weights and dictionaries read from the installed model's folder."""

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from i18n_news.errors import EngineError

HIDDEN = 128


@dataclass(frozen=True, slots=True)
class Gru:
    """One direction of a layer: the projection of its input and the gates, update and reset before candidate."""

    input_weights: Any
    bias: Any
    gates: Any
    candidate: Any


@dataclass(frozen=True, slots=True)
class Weights:
    """The network: embedding, two bidirectional layers, emissions, and the scores of a linear-chain CRF."""

    embedding: Any
    layers: tuple[tuple[Gru, Gru], ...]
    emission: Any
    emission_bias: Any
    starts: Any
    ends: Any
    transitions: Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The dictionaries: word to row of the embedding, character to its usual form, words and their beginnings.

    `person` is the number of the tag that begins a person's name.
    """

    rows: Mapping[str, int]
    usual: Mapping[str, str]
    words: Mapping[str, int]
    tags: tuple[str, ...]
    person: int
    cost: float


def load_weights(folder: Path) -> Weights:
    """The tensors under folder/model; EngineError when one is missing or damaged."""
    model = folder / "model"
    layers = []
    for number in (0, 2):
        directions = [_gru(model, number), _gru(model, number + 1)]
        layers.append((directions[0], directions[1]))
    scores = _tensor(model / "crfw")
    return Weights(
        _tensor(model / "word_emb"),
        tuple(layers),
        _tensor(model / "fc_4.w_0"),
        _tensor(model / "fc_4.b_0"),
        scores[0],
        scores[1],
        scores[2:],
    )


def load_lexicon(folder: Path) -> Lexicon:
    """The dictionaries under folder/conf; EngineError when one is missing or damaged."""
    conf = folder / "conf"
    rows = {word: int(number) for number, word in _pairs(conf / "word.dic", "\t")}
    tags = {int(number): tag for number, tag in _pairs(conf / "tag.dic", "\t")}
    words: dict[str, int] = {}
    total = 0
    for word, count in _pairs(conf / "small_seg.dic", " "):
        words[word] = len(word)
        total += int(count)
        for end in range(1, len(word)):
            words.setdefault(word[:end], 0)
    usual = dict(_pairs(conf / "q2b.dic", "\t"))
    labels = tuple(tags[number] for number in sorted(tags))
    person = next((number for number, tag in enumerate(labels) if tag in ("PER-B", "nr-B")), -1)
    return Lexicon(rows, usual, words, labels, person, math.log(total))


def _gru(model: Path, number: int) -> Gru:
    recurrent = _tensor(model / f"gru_{number}.w_0").reshape(-1)
    split = HIDDEN * 2 * HIDDEN
    return Gru(
        _tensor(model / f"fc_{number}.w_0"),
        _tensor(model / f"fc_{number}.b_0") + _tensor(model / f"gru_{number}.b_0").reshape(-1),
        recurrent[:split].reshape(HIDDEN, 2 * HIDDEN),
        recurrent[split:].reshape(HIDDEN, HIDDEN),
    )


def _tensor(path: Path) -> Any:
    """A Paddle tensor file: u32 version, u64 LoD levels (0), u32 version, i32 length of a description, values."""
    import numpy

    try:
        data = path.read_bytes()
        length = struct.unpack_from("<IQIi", data)[3]
        shape = _dimensions(data[20 : 20 + length])
        values = numpy.frombuffer(data, dtype="<f4", offset=20 + length)
        return values.reshape(shape)
    except (OSError, struct.error, ValueError, IndexError) as error:
        advice = "run: i18n-news models install lac --force"
        raise EngineError(f"{path}: is not a tensor of the name tagger ({error}); {advice}") from error


def _dimensions(description: bytes) -> list[int]:
    """The varints of field 2 (dims) in the protobuf TensorDesc, each behind the key 0x10."""
    dimensions = []
    position = 2  # field 1, the type of the values, comes first: key and one byte
    while position < len(description):
        position += 1
        value = shift = 0
        while True:
            byte = description[position]
            position += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        dimensions.append(value)
    return dimensions


def _pairs(path: Path, separator: str) -> list[tuple[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        advice = "run: i18n-news models install lac --force"
        raise EngineError(f"{path}: cannot be read ({error}); {advice}") from error
    parts = (line.strip("\r").split(separator) for line in lines)
    return [(pair[0], pair[1]) for pair in parts if len(pair) == 2]
