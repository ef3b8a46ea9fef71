"""What an adaptation changes in the weights of a model, and to which models it is applied."""

import hashlib
import io
import tempfile
from dataclasses import replace

import numpy
import pytest

from i18n_news.config import Config
from i18n_news.errors import EngineError
from i18n_news.models.install import install
from i18n_news.models.sources import TRANSLATION
from i18n_news.models.store import find
from i18n_news.translate.adaptation import adapted, load_adaptation, read_adaptation, shipped
from i18n_news.translate.chosen import chosen_engine
from i18n_news.translate.ctranslate import CTranslateEngine
from i18n_news.translate.model_folder import Tokens, read_folder
from i18n_news.translate.weights import read_weights
from tests.translate.tiny_model import CHINESE, pieces_model, pieces_of, write_model

LAYER = "encoder/layer_0/ffn/linear_0"
NORM = "encoder/layer_0/ffn/layer_norm/gamma"
BIAS = f"{LAYER}/bias"


def random(*shape):
    return numpy.random.default_rng(len(shape)).normal(size=shape).astype(numpy.float16)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    pieces = pieces_model(CHINESE, 60)
    write_model(folder, pieces_of(pieces), pieces_of(pieces))
    (folder / "sentencepiece.model").write_bytes(pieces)
    return folder


@pytest.fixture(scope="module")
def content(folder):
    return (folder / "model.bin").read_bytes()


def packed(content, **changes):
    """The bytes of an adaptation file for these weights."""
    stream = io.BytesIO()
    numpy.savez_compressed(stream, base=numpy.array(hashlib.sha256(content).hexdigest()), **changes)
    return stream.getvalue()


def made(content, changes):
    return read_adaptation(packed(content, **changes), "a test")


def matrix(content, layer=LAYER):
    variables = read_weights(content)
    scale = variables.get(f"{layer}/weight_scale")
    return variables[f"{layer}/weight"] / (1 if scale is None else scale[:, None])


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The weights of the same model in whole numbers."""
    folder = tmp_path_factory.mktemp("whole")
    pieces = pieces_of(pieces_model(CHINESE, 60))
    write_model(folder, pieces, pieces, quantization="int8")
    return (folder / "model.bin").read_bytes()


def test_a_change_of_rank_two_is_added_to_the_matrix(content):
    before = matrix(content)
    inner, outer = random(2, before.shape[1]), random(before.shape[0], 2)
    after = matrix(adapted(content, made(content, {f"{LAYER}/in": inner, f"{LAYER}/out": outer})))
    assert numpy.allclose(after, before + outer.astype("f4") @ inner.astype("f4"), atol=1e-5)


def test_a_matrix_of_whole_numbers_is_changed_to_within_half_a_step(whole):
    before = matrix(whole)
    inner, outer = random(1, before.shape[1]), random(before.shape[0], 1)
    after = matrix(adapted(whole, made(whole, {f"{LAYER}/in": inner, f"{LAYER}/out": outer})))
    wanted = before + outer.astype("f4") @ inner.astype("f4")
    steps = numpy.abs(wanted).max(axis=1, keepdims=True) / 127
    assert (numpy.abs(after - wanted) <= steps * 0.501).all()


def test_a_row_of_zeros_stays_a_row_of_zeros(whole):
    before = matrix(whole)
    # The change takes away what the first row holds.
    outer = numpy.zeros((before.shape[0], 1), numpy.float32)
    outer[0] = -1
    after = matrix(adapted(whole, made(whole, {f"{LAYER}/in": before[:1], f"{LAYER}/out": outer})))
    assert numpy.isfinite(after).all()
    assert numpy.abs(after[0]).max() < 1e-6


@pytest.mark.parametrize("name", [BIAS, NORM])
def test_a_bias_and_a_norm_are_added_to(content, name):
    before = read_weights(content)[name]
    change = random(*before.shape)
    after = read_weights(adapted(content, made(content, {name: change})))[name]
    assert numpy.allclose(after, before + change)


def test_what_is_not_named_stays_as_it_was(content):
    after = read_weights(adapted(content, made(content, {BIAS: random(*read_weights(content)[BIAS].shape)})))
    others = {name: values for name, values in read_weights(content).items() if name != BIAS}
    assert all((after[name] == values).all() for name, values in others.items())


def test_an_adapted_model_translates_in_ctranslate2(folder, content):
    one = read_weights(content)[BIAS]
    engine = CTranslateEngine(folder, adaptation=made(content, {BIAS: random(*one.shape)}))
    assert engine.translate(["园区服务人才。"])[0].text


def test_an_adapted_engine_has_an_id_of_its_own(folder, content):
    one = random(*read_weights(content)[BIAS].shape)
    adaptations = (None, made(content, {BIAS: one}), made(content, {BIAS: 2 * one}))
    assert len({CTranslateEngine(folder, adaptation=adaptation).id for adaptation in adaptations}) == 3


def test_an_adaptation_for_another_model_is_refused(folder, content):
    with pytest.raises(EngineError, match="made for another model"):
        CTranslateEngine(folder, adaptation=made(content + b" ", {BIAS: random(1)}))


def test_without_room_for_the_adapted_model_the_folder_is_named(folder, content, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    one = read_weights(content)[BIAS]
    with pytest.raises(EngineError, match=r"none: the adapted model cannot be written there .* make room"):
        CTranslateEngine(folder, adaptation=made(content, {BIAS: random(*one.shape)}))


def test_the_adapted_model_is_not_left_behind(folder, content, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    one = read_weights(content)[BIAS]
    CTranslateEngine(folder, adaptation=made(content, {BIAS: random(*one.shape)}))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"encoder/layer_7/ffn/linear_0/bias": random(3)},
        {f"{LAYER}/out": random(3, 1)},
        {f"{LAYER}/in": random(1, 3), f"{LAYER}/out": random(3, 1)},
        {BIAS: random(2, 3)},
    ],
    ids=["no such variable", "half of a matrix", "another shape", "another bias"],
)
def test_an_adaptation_that_does_not_fit_its_model_is_refused(content, changes):
    with pytest.raises(EngineError, match="does not fit"):
        adapted(content, made(content, changes))


@pytest.mark.parametrize("length", [3, 40, 2000])
def test_weights_that_were_cut_off_are_refused(content, length):
    with pytest.raises(EngineError, match="install the model again"):
        read_weights(content[:length])


def test_weights_of_a_later_format_are_refused(content):
    with pytest.raises(EngineError, match="format 9"):
        read_weights(b"\x09" + content[1:])


@pytest.mark.parametrize(
    "bad",
    [b"", b"no archive", b"PK\x03\x04 broken", packed(b"", x=numpy.array([{}], dtype=object))],
    ids=["empty", "text", "broken", "objects"],
)
def test_what_is_no_adaptation_is_refused_by_its_name(tmp_path, bad):
    path = tmp_path / "own.npz"
    path.write_bytes(bad)
    with pytest.raises(EngineError, match=r"own\.npz.*engine\.adaptation"):
        load_adaptation(path)


def test_a_missing_adaptation_is_refused_by_its_name(tmp_path):
    with pytest.raises(EngineError, match=r"none\.npz.*engine\.adaptation"):
        load_adaptation(tmp_path / "none.npz")


# --- the kind of text that it is for


def of_kind(content, changes, **about):
    """The bytes of an adaptation for the text of zones, of which other text gets a quarter."""
    about = {"pairs": ["园区", "企鹅"], "odds": [3.0, -5.0], "elsewhere": 0.25} | about
    return packed(content, **changes, **{f"kind/{name}": numpy.array(value) for name, value in about.items()})


def test_an_adaptation_says_which_text_it_is_for(content):
    kind = read_adaptation(of_kind(content, {}), "a test").kind
    assert (kind.has("园区"), kind.has("企鹅")) == (True, False)


def test_an_adaptation_that_says_nothing_is_for_every_text(content):
    assert made(content, {}).kind is None


def test_other_text_gets_a_share_of_each_change(content):
    variables = read_weights(content)
    inner, outer = random(2, matrix(content).shape[1]), random(matrix(content).shape[0], 2)
    bias = random(*variables[BIAS].shape)
    changes = {f"{LAYER}/in": inner, f"{LAYER}/out": outer, BIAS: bias}
    after = adapted(content, read_adaptation(of_kind(content, changes), "a test").elsewhere())
    assert numpy.allclose(matrix(after), matrix(content) + outer.astype("f4") @ inner.astype("f4") / 4, atol=1e-2)
    assert numpy.allclose(read_weights(after)[BIAS], variables[BIAS] + bias / 4, atol=1e-2)


def test_a_kind_that_is_told_by_halves_is_refused(content):
    with pytest.raises(EngineError, match="a test: is no adaptation"):
        read_adaptation(of_kind(content, {}, odds=[3.0]), "a test")


def test_the_engine_for_other_text_has_an_id_of_its_own(content):
    whole = read_adaptation(of_kind(content, {}), "a test")
    assert whole.elsewhere().digest != whole.digest


# --- which adaptation a config chooses


def test_a_model_that_does_not_fit_is_told_when_the_engine_is_opened(folder, content, tmp_path):
    path = tmp_path / "own.npz"
    path.write_bytes(of_kind(content + b" ", {}))
    engine = replace(Config().engine, folder=str(folder), adaptation=str(path))
    with pytest.raises(EngineError, match="made for another model"):
        chosen_engine(replace(Config(), engine=engine), dict).open()


def test_text_of_another_kind_is_translated_by_the_model_with_a_share_of_it(folder, content, tmp_path):
    path = tmp_path / "own.npz"
    bias = random(*read_weights(content)[BIAS].shape) * 8
    path.write_bytes(of_kind(content, {BIAS: bias}, elsewhere=0.0))
    engine = replace(Config().engine, folder=str(folder), adaptation=str(path))
    both = chosen_engine(replace(Config(), engine=engine), dict).open()
    plain = CTranslateEngine(folder)
    texts = ["园区服务人才。", "企鹅。"]
    assert [both.translate([text]) == plain.translate([text]) for text in texts] == [False, True]


def chosen_id(**settings):
    return chosen_engine(replace(Config(), engine=replace(Config().engine, **settings)), dict).id


def test_a_folder_of_the_office_is_not_adapted_by_the_shipped_file(folder):
    assert "+" not in chosen_id(folder=str(folder))


def test_a_folder_of_the_office_is_adapted_by_a_file_of_the_office(folder, content, tmp_path):
    path = tmp_path / "own.npz"
    path.write_bytes(packed(content, **{BIAS: random(*read_weights(content)[BIAS].shape)}))
    assert "+" in chosen_id(folder=str(folder), adaptation=str(path))


@pytest.mark.engine
def test_the_installed_model_is_adapted_unless_the_config_says_not():
    assert ["+" in chosen_id(adaptation=name) for name in ("news", "")] == [True, False]


@pytest.mark.engine
def test_the_shipped_adaptation_was_made_for_the_installed_model():
    weights = read_folder(find(TRANSLATION) or install(TRANSLATION), "", "", Tokens()).weights
    assert shipped().base == hashlib.sha256(weights.read_bytes()).hexdigest()
