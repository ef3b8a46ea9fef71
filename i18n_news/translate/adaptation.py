"""What an adaptation changes in a model's weights: a small file that teaches a general model the office's kind of text.

Of each matrix W it holds two thin ones, so that W + B A is the adapted matrix (low-rank adaptation, LoRA), and of each
bias and norm what is added to it. The model on the disk stays as it was published; it is adapted while it is loaded.
It may also say for which kind of text it was learned, and how much of it is right for other text: what makes the news
of a zone better makes an encyclopedia worse.
"""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from i18n_news.errors import EngineError
from i18n_news.text.kind import TextKind
from i18n_news.translate.weights import read_weights

# The key in the file under which the model stands that it was made for: the sha256 of its model.bin.
BASE = "base"
# The keys of the kind of text: pairs of characters, how strongly each speaks for it, and the share for other text.
PAIRS, ODDS, ELSEWHERE = "kind/pairs", "kind/odds", "kind/elsewhere"
# The ends of the keys of what stands in for a matrix; the part before them is the matrix's layer.
IN, OUT = "/in", "/out"
# CTranslate2 writes the largest number of a row of whole numbers so, and divides by none smaller than this.
LARGEST, TINY = 127.0, 1e-30


@dataclass(frozen=True, slots=True)
class Adaptation:
    """`changes`, NumPy arrays, by variable or, for matrices, by layer and IN or OUT; `digest` names the whole.

    `kind` is the text that it was learned for, None where it serves every text; `share`, 0 to 1, is how much of the
    changes is right for text of another kind.
    """

    base: str
    changes: Mapping[str, Any]
    digest: str
    kind: TextKind | None = None
    share: float = 1.0

    def elsewhere(self) -> "Adaptation":
        """For text of another kind: the share of each change."""
        changes = {key: change if key.endswith(IN) else change * self.share for key, change in self.changes.items()}
        return replace(self, changes=changes, digest=f"{self.digest}*{self.share}", kind=None, share=1.0)


def shipped() -> Adaptation:
    """The one in this package: zone news for the installed model; tools/adaptation made it."""
    return read_adaptation((files("i18n_news.translate") / "data" / "news.npz").read_bytes(), "news")


def load_adaptation(path: Path) -> Adaptation:
    try:
        return read_adaptation(path.read_bytes(), str(path))
    except OSError as error:
        raise EngineError(f"{path}: cannot be read ({error.strerror}); correct engine.adaptation") from error


def read_adaptation(content: bytes, name: str) -> Adaptation:
    """What the bytes of an .npz file hold; EngineError calls it `name`."""
    import numpy

    try:
        with numpy.load(io.BytesIO(content), allow_pickle=False) as arrays:
            changes = {key: arrays[key] for key in arrays.files}
        base = str(changes.pop(BASE))
        kind, share = _kind(changes)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise EngineError(f"{name}: is no adaptation ({error}); correct engine.adaptation") from error
    return Adaptation(base, changes, hashlib.sha256(content).hexdigest()[:12], kind, share)


def _kind(arrays: dict[str, Any]) -> tuple[TextKind | None, float]:
    """What the file says of its kind of text, taken out of its arrays."""
    if PAIRS not in arrays:
        return None, 1.0
    pairs, odds = arrays.pop(PAIRS), arrays.pop(ODDS)
    if pairs.shape != odds.shape:
        raise ValueError(f"{PAIRS} and {ODDS} are not of one length")
    return TextKind(dict(zip(pairs.tolist(), odds.tolist(), strict=True))), float(arrays.pop(ELSEWHERE))


def adapted(content: bytes, adaptation: Adaptation) -> bytearray:
    """The bytes of a model.bin with the changes in it, in the types of numbers that it has.

    EngineError where the adaptation was made for another model.
    """
    if hashlib.sha256(content).hexdigest() != adaptation.base:
        raise EngineError(
            "the adaptation was made for another model; set engine.adaptation to '' or to one for this model"
        )
    changed = bytearray(content)
    try:
        _change(read_weights(changed), adaptation.changes)
    except (KeyError, ValueError) as error:
        raise EngineError(f"the adaptation does not fit its model ({error}); set engine.adaptation to ''") from error
    return changed


def _change(variables: Mapping[str, Any], changes: Mapping[str, Any]) -> None:
    import numpy

    for key, change in changes.items():
        if key.endswith(OUT):
            layer = key.removesuffix(OUT)
            _change_matrix(layer, variables, change.astype(numpy.float32) @ changes[layer + IN].astype(numpy.float32))
        elif not key.endswith(IN):
            if change.shape != variables[key].shape:
                raise ValueError(f"{key} has another shape")
            variables[key][...] += change.astype(variables[key].dtype)


def _change_matrix(layer: str, variables: Mapping[str, Any], change: Any) -> None:
    """The layer's matrix with the change; whole numbers are those of CTranslate2, each row by the scale beside it."""
    import numpy

    weight, scale = variables[f"{layer}/weight"], variables.get(f"{layer}/weight_scale")
    if change.shape != weight.shape:
        raise ValueError(f"{layer} has another shape")
    if scale is None:
        weight += change.astype(weight.dtype)
        return
    matrix = weight.astype(numpy.float32)
    matrix /= scale[:, None]
    matrix += change
    # A row of nothing but zeros keeps a scale that is a number.
    scale[...] = LARGEST / numpy.maximum(numpy.maximum(matrix.max(axis=1), -matrix.min(axis=1)), TINY)
    matrix *= scale[:, None]
    weight[...] = numpy.rint(matrix, out=matrix)
