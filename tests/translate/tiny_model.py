"""CTranslate2 models of a few kilobytes: they say nonsense, but they are loaded, cut and steered like real ones."""

import io
import json
from functools import cache

import ctranslate2
import numpy
import sentencepiece
from ctranslate2.specs import TransformerSpec

DIMENSION = 16
CHINESE = (
    "开发区昨天召开会议。企业签订协议，园区服务人才。单文博参观雁汀镇的工厂！"
    "X1 X2 P3 12亿元 “绿色发展”；我们必须落实责任。"
)
ENGLISH = (
    "The zone held a meeting yesterday. We must carry out our duties, "
    "and X1 X2 P3 sign 12 agreements with talents of Yanting."
)


@cache
def pieces_model(text, size, *, in_bytes=False):
    """A trained SentencePiece model, as the bytes of its file."""
    stream = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([text] * 3),
        model_writer=stream,
        vocab_size=size,
        character_coverage=1.0,
        byte_fallback=in_bytes,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    return stream.getvalue()


def pieces_of(model):
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    control = ("<unk>", "<s>", "</s>")
    return [p for p in map(processor.id_to_piece, range(processor.get_piece_size())) if p not in control]


def write_model(folder, source, target, *, positions=0, config=None, quantization=None):
    """A model over these vocabularies, which are shared where they are one; `positions` 0 is without a limit."""
    folder.mkdir(parents=True, exist_ok=True)
    random = numpy.random.default_rng(1)
    spec = TransformerSpec.from_config((1, 1), 2)
    vocabularies = [["<unk>", "<s>", "</s>", *pieces] for pieces in (source, target)]
    for side, vocabulary in zip((spec.encoder, spec.decoder), vocabularies, strict=True):
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = _random(random, len(vocabulary), DIMENSION)
        if positions:
            side.position_encodings.encodings = _random(random, positions, DIMENSION)
        _norm(side.layer_norm)
        for layer in side.layer:
            _attention(random, layer.self_attention, 3)
            if hasattr(layer, "attention"):
                _norm(layer.attention.layer_norm)
                for linear, times in zip(layer.attention.linear, (1, 2, 1), strict=True):
                    _linear(random, linear, DIMENSION * times)
            _norm(layer.ffn.layer_norm)
            _linear(random, layer.ffn.linear_0, DIMENSION)
            _linear(random, layer.ffn.linear_1, DIMENSION)
    spec.decoder.projection.weight = _random(random, len(vocabularies[1]), DIMENSION)
    spec.register_source_vocabulary(vocabularies[0])
    spec.register_target_vocabulary(vocabularies[1])
    spec.validate()
    if quantization:
        spec.optimize(quantization=quantization)
    spec.save(str(folder))
    stated = json.loads((folder / "config.json").read_text(encoding="utf-8")) | (config or {})
    (folder / "config.json").write_text(json.dumps(stated), encoding="utf-8")


def translator(folder):
    return ctranslate2.Translator(str(folder), device="cpu", intra_threads=1)


def _random(random, *shape):
    return random.normal(size=shape).astype(numpy.float32)


def _norm(spec):
    spec.gamma, spec.beta = numpy.ones(DIMENSION, numpy.float32), numpy.zeros(DIMENSION, numpy.float32)


def _linear(random, spec, rows):
    spec.weight, spec.bias = _random(random, rows, DIMENSION), numpy.zeros(rows, numpy.float32)


def _attention(random, spec, times):
    _norm(spec.layer_norm)
    for linear, rows in zip(spec.linear, (times, 1), strict=True):
        _linear(random, linear, DIMENSION * rows)
