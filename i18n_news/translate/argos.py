"""The Argos package run directly: the only door to ctranslate2 and sentencepiece."""

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from i18n_news.errors import EngineError
from i18n_news.translate.engine import Hypothesis

# One call for the whole document; CTranslate2 sorts by length and cuts batches of this many tokens.
BATCH_TOKENS = 1024
# How SentencePiece marks the start of a word.
WORD_START = "▁"


class ArgosEngine:
    """Translates with the package in `folder` (model/ and sentencepiece.model); loading takes about half a second."""

    def __init__(self, folder: Path, *, beam: int = 2, length_penalty: float = 1.0, threads: int = 0) -> None:
        import ctranslate2
        import sentencepiece

        model, pieces = folder / "model", folder / "sentencepiece.model"
        if not (model / "model.bin").is_file() or not pieces.is_file():
            raise EngineError(f"{folder}: no translation model there; run: i18n-news models install")
        self._beam = beam
        self._length_penalty = length_penalty
        self._model = model / "model.bin"
        try:
            # Two threads of one core only wait for each other: as many threads as there are likely cores.
            cores = threads or max(1, (os.cpu_count() or 1) // 2)
            self._translator: Any = ctranslate2.Translator(str(model), device="cpu", intra_threads=cores)
            # Read by Python: SentencePiece itself cannot open a path with Chinese characters on every Windows.
            self._pieces: Any = sentencepiece.SentencePieceProcessor(model_proto=pieces.read_bytes())
        except (RuntimeError, OSError) as error:
            raise EngineError(
                f"{folder}: the translation model cannot be loaded ({error}); install it again"
            ) from error

    @cached_property
    def id(self) -> str:
        with self._model.open("rb") as weights:
            digest = hashlib.file_digest(weights, "sha256").hexdigest()
        return f"argos:{digest[:12]}:beam{self._beam}:lp{self._length_penalty}"

    def translate(self, sources: Sequence[str]) -> list[Hypothesis]:
        tokens = [self._pieces.encode(source.strip(), out_type=str) for source in sources]
        filled = [number for number, pieces in enumerate(tokens) if pieces]
        if not filled:
            return [Hypothesis("") for _ in sources]
        results = self._translator.translate_batch(
            [tokens[number] for number in filled],
            beam_size=self._beam,
            length_penalty=self._length_penalty,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            replace_unknowns=True,
            return_scores=True,
        )
        hypotheses = [Hypothesis("") for _ in sources]
        for number, result in zip(filled, results, strict=True):
            text = "".join(result.hypotheses[0]).replace(WORD_START, " ")
            hypotheses[number] = Hypothesis(" ".join(text.split()), result.scores[0])
        return hypotheses
