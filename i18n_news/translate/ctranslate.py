"""Any CTranslate2 model with SentencePiece pieces: the only door to ctranslate2 and sentencepiece."""

import math
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

from i18n_news.errors import EngineError
from i18n_news.translate.adaptation import Adaptation, adapted
from i18n_news.translate.engine import Attention, Hypothesis, Scored
from i18n_news.translate.long_sources import Decoded, cut_long, join, shifted
from i18n_news.translate.model_folder import ModelFolder, Tokens, read_folder
from i18n_news.translate.pieces import FewestPieces, attention, in_source, written

# One call for the whole document; CTranslate2 sorts by length and cuts batches of this many tokens.
BATCH_TOKENS = 1024
# Scoring holds the whole vocabulary for each token of a batch: 64,000 numbers of four bytes.
SCORE_TOKENS = 128
# Pieces that a source may have and a hypothesis may grow to; what is longer is cut at its marks and joined again.
LONGEST_SOURCE, LONGEST_TARGET = 240, 256
# Pieces of the parts of a source whose hypothesis did not come to its end, and of those that then do not.
SHORTER_SOURCES = (80, 30)
# Decimals of the attention: what is kept of a sentence takes a fifth, and nothing asks for more.
DIGITS = 4
# Of the target's vocabulary, the share that the source's SentencePiece model has where it serves both sides.
SERVES_BOTH = 0.95


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a source that is decoded by itself, and the words with which its English must begin."""

    number: int
    start: int
    end: int
    begin: str


class _PositionsError(Exception):
    """The model has fewer positions than was thought; the engine knows that now and may be asked again."""


class CTranslateEngine:
    """Translates with the model in `folder`; loading takes about half a second.

    What is left empty is found in the folder: see `read_folder`. Not for several threads at once.
    """

    def __init__(
        self,
        folder: Path,
        *,
        source_pieces: str = "",
        target_pieces: str = "",
        tokens: Tokens | None = None,
        adaptation: Adaptation | None = None,
        beam: int = 2,
        length_penalty: float = 1.0,
        threads: int = 0,
    ) -> None:
        self._folder = read_folder(folder, source_pieces, target_pieces, tokens or Tokens())
        self._adaptation = adaptation
        self._beam = beam
        self._length_penalty = length_penalty
        self._longest = LONGEST_TARGET
        try:
            # Two threads of one core only wait for each other: as many threads as there are likely cores.
            cores = threads or max(1, (os.cpu_count() or 1) // 2)
            self._translator: Any = _loaded(self._folder.weights, cores, adaptation)
            self._source: Any = _pieces_model(self._folder.source_pieces)
            self._target: Any = self._folder.target_pieces and _pieces_model(self._folder.target_pieces)
        except (RuntimeError, OSError, ValueError) as error:
            raise EngineError(
                f"{folder}: the translation model cannot be loaded ({error}); install it again"
            ) from error

    @cached_property
    def id(self) -> str:
        return engine_id(self._folder, self._adaptation, self._beam, self._length_penalty)

    def translate(self, sources: Sequence[str], starts: Sequence[str] = ()) -> list[Hypothesis]:
        """One hypothesis for each source; its score is the mean over all its tokens, given words and end included.

        A source that is too long for the model is translated in parts, whose hypotheses are joined.
        """
        try:
            return self._translate(sources, list(starts) or [""] * len(sources))
        except _PositionsError:
            return self.translate(sources, starts)

    def _translate(self, sources: Sequence[str], begins: Sequence[str]) -> list[Hypothesis]:
        wholes = [_Part(number, 0, len(source), begins[number]) for number, source in enumerate(sources)]
        parts = [part for whole in wholes for part in self._cut(whole, sources, min(LONGEST_SOURCE, self._longest))]
        decoded = self._decode_to_end(parts, sources, SHORTER_SOURCES)
        rows: list[list[Decoded]] = [[] for _ in sources]
        for part in parts:
            rows[part.number] += decoded[part]
        return [join(row) for row in rows]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Scored]:
        """As `Hypothesis.score`: the mean log probability of the tokens of each target, the end included.

        A pair with an empty side has 0; of what is too long for the model, its beginning is scored. It costs about
        half of a decoding.
        """
        tokens = [(self._encode(source.strip()), self._target_pieces(target)) for source, target in pairs]
        try:
            found = self._scored([(source, target) for source, target in tokens if source and target])
        except _PositionsError:
            return self.score(pairs)
        return [
            _scored(next(found), target, text) if source and target else Scored()
            for (source, target), (_, text) in zip(tokens, pairs, strict=True)
        ]

    def _cut(self, part: _Part, sources: Sequence[str], longest: int) -> list[_Part]:
        """The parts of a part that have at most so many pieces; blanks at their edges are left out."""
        text = sources[part.number]
        ranges = cut_long(text, part.start, part.end, longest, lambda piece: len(self._encode(piece)))
        return [
            _Part(part.number, start, end, part.begin if number == 0 else "")
            for number, (start, end) in enumerate(ranges)
        ]

    def _decode_to_end(
        self, parts: Sequence[_Part], sources: Sequence[str], shorter: Sequence[int]
    ) -> dict[_Part, list[Decoded]]:
        """Each part decoded, in shorter parts where its hypothesis did not come to an end."""
        decoded = dict(zip(parts, self._decode(parts, sources), strict=True))
        tried = {part: self._cut(part, sources, shorter[0]) for part in parts if shorter and decoded[part].is_cut}
        cuts = {part: cut for part, cut in tried.items() if len(cut) > 1}
        again = [each for cut in cuts.values() for each in cut]
        found = self._decode_to_end(again, sources, shorter[1:]) if again else {}
        return {
            part: [row for each in cuts[part] for row in found[each]] if part in cuts else [decoded[part]]
            for part in parts
        }

    def _decode(self, parts: Sequence[_Part], sources: Sequence[str]) -> list[Decoded]:
        texts = [sources[part.number][part.start : part.end] for part in parts]
        tokens = [self._encode(text) for text in texts]
        begins = [self._target_pieces(part.begin) for part in parts]
        filled = [number for number, pieces in enumerate(tokens) if pieces]
        decoded = [Decoded(Hypothesis(""), 0, False)] * len(parts)
        if not filled:
            return decoded
        results = self._run(
            lambda: self._translator.translate_batch(
                [self._around(tokens[number]) for number in filled],
                self._prefixes([begins[number] for number in filled]),
                beam_size=self._beam,
                length_penalty=self._length_penalty,
                max_batch_size=BATCH_TOKENS,
                batch_type="tokens",
                max_input_length=0,
                max_decoding_length=self._longest,
                replace_unknowns=True,
                return_scores=True,
                return_attention=True,
            )
        )
        hypotheses = [result.hypotheses[0][len(self._folder.tokens.target_prefix) :] for result in results]
        # CTranslate2 counts given tokens as certain; a start must not look better than what the model chose.
        forced = [(tokens[number], pieces) for number, pieces in zip(filled, hypotheses, strict=True) if begins[number]]
        rescored = self._scored([pair for pair in forced if pair[1]])
        for number, result, pieces in zip(filled, results, hypotheses, strict=True):
            text, ranges = written(pieces)
            is_forced = bool(begins[number] and pieces)
            score = fmean(next(rescored)) if is_forced else self._mean(result.scores[0], len(pieces))
            looked = self._attention(texts[number], tokens[number], ranges, result.attention[0])
            is_cut = len(result.hypotheses[0]) >= self._longest
            decoded[number] = Decoded(
                Hypothesis(text, score, shifted(looked, parts[number].start, 0)), len(pieces) + 1, is_cut
            )
        return decoded

    def _scored(self, pairs: Sequence[tuple[list[str], list[str]]]) -> Iterator[tuple[float, ...]]:
        """The log probabilities of the tokens of each target and of its end."""
        if not pairs:
            return iter(())
        prefix = list(self._folder.tokens.target_prefix)
        results = self._run(
            lambda: self._translator.score_batch(
                [self._around(source[: self._longest]) for source, _ in pairs],
                [prefix + target[: self._longest - len(prefix)] for _, target in pairs],
                max_batch_size=SCORE_TOKENS,
                batch_type="tokens",
                offset=len(prefix),
            )
        )
        return iter([tuple(result.log_probs) for result in results])

    def _mean(self, score: float, length: int) -> float:
        """The mean over a hypothesis's own tokens and its end, of a score that CTranslate2 normalized in its way."""
        given = len(self._folder.tokens.target_prefix)
        if self._length_penalty == 1.0 and not given:
            return score
        return score * math.pow(given + length + 1, self._length_penalty) / (length + 1)

    def _attention(
        self, text: str, pieces: Sequence[str], target: Sequence[tuple[int, int]], weights: Sequence[Sequence[float]]
    ) -> Attention:
        _, offsets = self._source.normalize(text, with_offsets=True)
        tokens = self._folder.tokens
        first = len(tokens.source_prefix)
        rows = [row[first : first + len(pieces)] for row in weights[len(tokens.target_prefix) :]]
        if len(rows) != len(target) or any(len(row) != len(pieces) for row in rows):
            # A model without cross attention, or one that cut its input.
            return Attention()
        looked = attention(in_source(pieces, text, offsets), target, rows)
        return replace(looked, weights=tuple(tuple(round(weight, DIGITS) for weight in row) for row in looked.weights))

    def _encode(self, text: str) -> list[str]:
        pieces: list[str] = self._source.encode(text, out_type=str)
        return pieces

    @cached_property
    def _target_pieces(self) -> Callable[[str], list[str]]:
        """What cuts English into pieces of the target's vocabulary."""
        model = self._target
        if model is None:
            own = {self._source.id_to_piece(number) for number in range(self._source.get_piece_size())}
            shared = sum(piece in own for piece in self._folder.vocabulary)
            if shared < SERVES_BOTH * len(self._folder.vocabulary):
                return FewestPieces(self._folder.vocabulary)
            model = self._source
        return lambda text: model.encode(text.strip(), out_type=str)

    def _around(self, pieces: Sequence[str]) -> list[str]:
        return [*self._folder.tokens.source_prefix, *pieces, *self._folder.tokens.source_suffix]

    def _prefixes(self, begins: Sequence[Sequence[str]]) -> list[list[str]] | None:
        prefix = self._folder.tokens.target_prefix
        return [[*prefix, *begin] for begin in begins] if prefix or any(begins) else None

    def _run(self, call: Callable[[], Any]) -> Any:
        """What CTranslate2 answers; _PositionsError where the model turns out to have too few for the longest texts."""
        try:
            return call()
        except RuntimeError as error:
            positions = re.search(r"No position encodings are defined for positions >= (\d+)", str(error))
            # An eighth for the tokens around the pieces and for the words with which a hypothesis must begin.
            limit = int(positions.group(1)) * 7 // 8 if positions else 0
            if 0 < limit < self._longest:
                self._longest = limit
                raise _PositionsError from error
            model = self._folder.weights.parent
            raise EngineError(f"{model}: the model failed ({error}); check the tokens in [engine]") from error


def engine_id(folder: ModelFolder, adaptation: Adaptation | None, beam: int, length_penalty: float) -> str:
    """The id of an engine with this model, without loading it: what is hashed takes a tenth of a second."""
    model = f"{folder.digest}+{adaptation.digest}" if adaptation else folder.digest
    return f"ctranslate:{model}:beam{beam}:lp{length_penalty}"


def _scored(logs: Sequence[float], pieces: Sequence[str], text: str) -> Scored:
    """The logs by pieces of the text; without pieces where the model's text is not the one that was given."""
    own, ranges = written(pieces[: len(logs) - 1])
    in_text = text.startswith(own)
    return Scored(fmean(logs), ranges if in_text else (), tuple(logs[: len(ranges)]) if in_text else ())


def _loaded(weights: Path, threads: int, adaptation: Adaptation | None) -> Any:
    if adaptation is None:
        return _opened(weights.parent, threads)
    content = adapted(weights.read_bytes(), adaptation)
    # Through a folder: of what CTranslate2 is given in memory it keeps a second copy, 80 MB.
    try:
        with TemporaryDirectory(prefix="i18n-news-") as temporary:
            folder = Path(temporary)
            for path in weights.parent.iterdir():
                if path.is_file() and path != weights:
                    shutil.copyfile(path, folder / path.name)
            (folder / weights.name).write_bytes(content)
            return _opened(folder, threads)
    except OSError as error:
        size = f"{len(content) // 1_000_000 + 1} MB"
        raise EngineError(
            f"{gettempdir()}: the adapted model cannot be written there ({error.strerror}); make room for {size}, "
            "let TMPDIR (on Windows TMP) name another folder, or set engine.adaptation to ''"
        ) from error


def _opened(folder: Path, threads: int) -> Any:
    import ctranslate2

    # On Windows CTranslate2 opens paths in the system's code page only; such a model is read by Python instead.
    files = None
    if not str(folder).isascii():
        files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    return ctranslate2.Translator(str(folder), device="cpu", intra_threads=threads, files=files)


def _pieces_model(path: Path) -> Any:
    import sentencepiece

    # Read by Python for the same reason.
    return sentencepiece.SentencePieceProcessor(model_proto=path.read_bytes())
