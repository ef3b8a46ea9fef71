"""What a folder with a CTranslate2 model holds: its weights, its SentencePiece models and the tokens of its kind."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from i18n_news.errors import EngineError

# The names that converters and publishers give the SentencePiece models, by how they are told from others.
SOURCE_NAMES = ("source.spm", "srcvocab*.spm", "source.model", "src*.model", "src*.spm")
TARGET_NAMES = ("target.spm", "trgvocab*.spm", "target.model", "tgt*.model", "tgt*.spm")
SHARED_NAMES = ("sentencepiece.bpe.model", "sentencepiece.model", "spm.model", "spiece.model", "vocab*.spm")
ANY_NAMES = ("*.spm", "*.model")
# Chinese and English as the many-language models write them, before the source and before the target.
LANGUAGE_TOKENS = (
    (("zho_Hans",), ("eng_Latn",)),  # NLLB
    (("__zh__",), ("__en__",)),  # M2M-100
    (("zh_CN",), ("en_XX",)),  # mBART-50
    ((">>eng<<",), ()),  # OPUS-MT into several languages
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """What stands around the pieces of a sentence; what is empty is decided by the folder."""

    source_prefix: tuple[str, ...] = ()
    source_suffix: tuple[str, ...] = ()
    target_prefix: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model as it stands on the disk; `vocabulary` is the target side's, the more frequent pieces first.

    `source_pieces` and `target_pieces` are SentencePiece models. Without one for the target side it is segmented by
    the source's, where that is the vocabulary's, or else by the vocabulary alone.
    """

    weights: Path
    source_pieces: Path
    target_pieces: Path | None
    tokens: Tokens
    vocabulary: tuple[str, ...]

    @property
    def digest(self) -> str:
        """A name for all that decides about the output but the settings of the decoding."""
        total = hashlib.sha256(repr(self.tokens).encode())
        for path in (self.weights, self.source_pieces, self.target_pieces):
            if path is not None:
                with path.open("rb") as content:
                    total.update(hashlib.file_digest(content, "sha256").digest())
        return total.hexdigest()[:12]


def read_folder(folder: Path, source_pieces: str, target_pieces: str, tokens: Tokens) -> ModelFolder:
    """The model in `folder` or, as in an Argos package, in its folder `model`; EngineError says what is missing.

    The names are relative to `folder`; an empty one is looked for under the names that are usual.
    """
    model = folder / "model" if (folder / "model" / "model.bin").is_file() else folder
    if not (model / "model.bin").is_file():
        raise EngineError(f"{folder}: no translation model there; run: i18n-news models install, or set engine.folder")
    places = (folder,) if model == folder else (folder, model)
    source = _named(folder, source_pieces, "source_pieces") or _only(places, (*SOURCE_NAMES, *SHARED_NAMES))
    target = _named(folder, target_pieces, "target_pieces") or _first(places, TARGET_NAMES)
    sides = {side: _vocabulary(model, side) for side in ("source", "target")}
    return ModelFolder(model / "model.bin", source, target, _completed(tokens, model, sides), sides["target"])


def _named(folder: Path, name: str, key: str) -> Path | None:
    if not name:
        return None
    if not (folder / name).is_file():
        raise EngineError(f"{folder / name}: there is no such file; correct engine.{key}")
    return folder / name


def _first(places: tuple[Path, ...], names: tuple[str, ...]) -> Path | None:
    return next((path for name in names for place in places for path in sorted(place.glob(name))), None)


def _only(places: tuple[Path, ...], names: tuple[str, ...]) -> Path:
    """The file with the first of the names, or else the only one that a SentencePiece model could be."""
    if found := _first(places, names):
        return found
    left = [path for name in ANY_NAMES for place in places for path in sorted(place.glob(name))]
    if len(left) != 1:
        seen = f"it could be {', '.join(path.name for path in left)}" if left else "no file there looks like one"
        raise EngineError(f"{places[0]}: which is the SentencePiece model? {seen}; set engine.source_pieces")
    return left[0]


def _vocabulary(model: Path, side: str) -> tuple[str, ...]:
    for name in (f"{side}_vocabulary", "shared_vocabulary"):
        for path in (model / f"{name}.json", model / f"{name}.txt"):
            try:
                text = path.read_text(encoding="utf-8")
            except FileNotFoundError:
                continue
            except (OSError, UnicodeDecodeError) as error:
                raise EngineError(f"{path}: cannot be read ({error}); install the model again") from error
            return tuple(_json(text, path, list) if path.suffix == ".json" else text.rstrip("\n").split("\n"))
    raise EngineError(f"{model}: neither {side}_vocabulary nor shared_vocabulary is there; convert the model again")


def _completed(given: Tokens, model: Path, sides: dict[str, tuple[str, ...]]) -> Tokens:
    """The tokens given, and for those that were not what the model's own files say."""
    source, target = frozenset(sides["source"]), frozenset(sides["target"])
    prefixes = next(
        (pair for pair in LANGUAGE_TOKENS if source.issuperset(pair[0]) and target.issuperset(pair[1])), None
    )
    path = model / "config.json"
    config = _json(path.read_text(encoding="utf-8"), path, dict) if path.is_file() else {}
    end = config.get("eos_token", "</s>")
    # Models that Transformers trained begin their output with the end token and want it behind the source, too;
    # their converter leaves it to the caller.
    wants_end = config.get("add_source_eos") is False and config.get("decoder_start_token") in (end, "<pad>", None)
    return Tokens(
        given.source_prefix or (prefixes[0] if prefixes else ()),
        given.source_suffix or ((end,) if wants_end and end in source else ()),
        given.target_prefix or (prefixes[1] if prefixes else ()),
    )


def _json(text: str, path: Path, wanted: type) -> Any:
    try:
        content = json.loads(text)
    except ValueError as error:
        raise EngineError(f"{path}: is not JSON ({error}); install the model again") from error
    if not isinstance(content, wanted):
        raise EngineError(f"{path}: holds something else than a {wanted.__name__}; install the model again")
    return content
