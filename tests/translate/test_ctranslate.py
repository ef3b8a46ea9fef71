"""The general door: the installed model through it, and small models of the other kinds."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.errors import EngineError
from i18n_news.models.install import install
from i18n_news.models.sources import TRANSLATION
from i18n_news.models.store import find
from i18n_news.translate.adaptation import shipped
from i18n_news.translate.ctranslate import CTranslateEngine
from i18n_news.translate.engine import Scored
from i18n_news.translate.long_sources import cut_long
from i18n_news.translate.model_folder import Tokens, read_folder
from i18n_news.translate.pieces import FewestPieces, attention, in_source, written
from tests.strategies import nasty_text
from tests.translate import tiny_model
from tests.translate.tiny_model import CHINESE, ENGLISH, pieces_model, pieces_of, write_model

SENTENCES = (
    "雁汀镇昨天开了一个关于道路的会。",
    "X1在X2会见了来自海门的客商。",
    "园区今年新增企业32家，投资5.6亿元。",
    "  会议强调，要把安全放在第一位。 ",
    "柳青河大桥",
    "“X1”是园区发展的动力。",
    "单文博说：“服务要更好！”",
    "㎡与Ａ座𬭎",
    "",
    "　",
    "青岚公司的新厂房已经开工，预计明年六月建成投产，年产轴承三百万套。",
)
DONE = ("修了道路", "来了客人", "开了大会", "买了机器", "请了专家", "种了树", "建成了三座新的大楼")


# --- the installed model


@pytest.fixture(scope="module")
def engine():
    """The installed model as the news of a zone is asked."""
    return CTranslateEngine(find(TRANSLATION) or install(TRANSLATION), adaptation=shipped())


def test_the_installed_model_says_what_a_plain_call_of_ctranslate2_says(engine):
    pieces = [engine._source.encode(sentence.strip(), out_type=str) for sentence in SENTENCES]
    results = engine._translator.translate_batch(
        [row for row in pieces if row],
        beam_size=2,
        length_penalty=1.0,
        max_batch_size=1024,
        batch_type="tokens",
        replace_unknowns=True,
        return_scores=True,
    )
    texts = iter([(" ".join("".join(r.hypotheses[0]).replace("▁", " ").split()), r.scores[0]) for r in results])
    wanted = [next(texts) if row else ("", 0.0) for row in pieces]
    assert [(hypothesis.text, hypothesis.score) for hypothesis in engine.translate(SENTENCES)] == wanted


def test_pieces_of_the_attention_stand_in_order_in_both_texts_and_have_characters(engine):
    for source, hypothesis in zip(SENTENCES, engine.translate(SENTENCES), strict=True):
        looked = hypothesis.attention
        for ranges, text in ((looked.source, source), (looked.target, hypothesis.text)):
            assert all(text[start:end].strip() == text[start:end] != "" for start, end in ranges)
            assert all(before[1] <= after[0] for before, after in pairwise(ranges))
            assert sum(end - start for start, end in ranges) == len("".join(text.split()))


def test_rows_of_the_attention_have_a_column_for_each_source_piece_and_sum_up_to_1_at_most(engine):
    for hypothesis in engine.translate(SENTENCES):
        looked = hypothesis.attention
        assert len(looked.weights) == len(looked.target)
        assert all(len(row) == len(looked.source) and 0 < sum(row) <= 1.001 for row in looked.weights)


def test_a_name_is_found_where_its_placeholder_was_looked_at(engine):
    source = "昨天，X1参观了工厂。"
    (hypothesis,) = engine.translate([source])
    looked, place = hypothesis.attention, hypothesis.text.index("X1")
    row = next(n for n, (start, end) in enumerate(looked.target) if start <= place < end)
    start, end = looked.source[max(range(len(looked.source)), key=looked.weights[row].__getitem__)]
    assert source.index("X1") <= start < end <= source.index("X1") + 2


def test_a_start_is_kept_and_the_others_stay_as_they_are(engine):
    plain = engine.translate(["必须落实责任", "推进改革"])
    begun = engine.translate(["必须落实责任", "推进改革"], ["We must", ""])
    assert (begun[0].text.startswith("We must "), begun[1].text) == (True, plain[1].text)


def test_given_words_do_not_make_a_score_better(engine):
    strange = engine.translate(["会议昨天召开。"], ["Seventeen green elephants"])[0]
    assert strange.score < engine.translate(["会议昨天召开。"])[0].score - 1


def test_a_hypothesis_scored_as_a_text_has_about_its_own_score(engine):
    source = "园区今年新增企业32家。"
    (hypothesis,) = engine.translate([source])
    assert engine.score([(source, hypothesis.text)])[0].score == pytest.approx(hypothesis.score, abs=0.1)


def test_a_translation_scores_above_one_of_another_sentence_and_an_empty_side_has_0(engine):
    source = "园区今年新增企业32家。"
    right, wrong, *empty = engine.score(
        [(source, "The park added 32 enterprises this year."), (source, "He likes fish."), (source, " "), ("", "Yes")]
    )
    assert (right.score > wrong.score, empty) == (True, [Scored(), Scored()])


def test_a_thousand_characters_are_translated_to_their_end(engine):
    clauses = [f"{who}昨天{what}，" for who in ("工厂", "学校", "医院", "银行") for what in DONE]
    source = "".join(clauses) * 4 + "X7也到了。"
    (hypothesis,) = engine.translate([source])
    looked = hypothesis.attention
    assert (len(source) > 1000, "X7" in hypothesis.text[-40:]) == (True, True)
    assert (looked.source[-1][1], looked.target[-1][1]) == (len(source), len(hypothesis.text))


def test_a_folder_without_a_model_says_what_to_do(tmp_path):
    with pytest.raises(EngineError, match="no translation model there; run: i18n-news models install"):
        CTranslateEngine(tmp_path)


# --- models of other kinds


def shared(folder, extra=(), **options):
    """A folder as Transformers' models of many languages are converted: one SentencePiece model for both sides."""
    model = pieces_model(CHINESE + ENGLISH, 150)
    vocabulary = [*pieces_of(model), *extra]
    write_model(folder, vocabulary, vocabulary, **options)
    (folder / "sentencepiece.bpe.model").write_bytes(model)
    return folder


def separate(folder, **options):
    """A folder as OPUS-MT's models are converted: source.spm and target.spm, each with its vocabulary."""
    source, target = pieces_model(CHINESE, 80), pieces_model(ENGLISH, 80)
    write_model(folder, pieces_of(source), pieces_of(target), **options)
    (folder / "source.spm").write_bytes(source)
    (folder / "target.spm").write_bytes(target)
    return folder


FROM_TRANSFORMERS = {"add_source_eos": False, "decoder_start_token": "</s>"}


def test_an_end_token_goes_in_where_the_converter_left_it_to_the_caller(tmp_path):
    folder = separate(tmp_path, config=FROM_TRANSFORMERS)
    assert read_folder(folder, "", "", Tokens()).tokens == Tokens((), ("</s>",), ())


@pytest.mark.parametrize(
    "config",
    [{"add_source_eos": True}, {"add_source_eos": False, "decoder_start_token": "<s>"}],
    ids=["the model adds it", "OpenNMT's models were trained without"],
)
def test_no_end_token_goes_in_elsewhere(tmp_path, config):
    assert read_folder(separate(tmp_path, config=config), "", "", Tokens()).tokens == Tokens()


@pytest.mark.parametrize(
    ("extra", "tokens"),
    [
        (("zho_Hans", "eng_Latn", "fra_Latn"), Tokens(("zho_Hans",), ("</s>",), ("eng_Latn",))),
        (("__en__", "__zh__"), Tokens(("__zh__",), ("</s>",), ("__en__",))),
        ((">>eng<<", ">>deu<<"), Tokens((">>eng<<",), ("</s>",), ())),
        (("eng_Latn",), Tokens((), ("</s>",), ())),
    ],
)
def test_language_tokens_are_those_that_the_vocabulary_has(tmp_path, extra, tokens):
    folder = shared(tmp_path, extra, config=FROM_TRANSFORMERS)
    assert read_folder(folder, "", "", Tokens()).tokens == tokens


def test_tokens_of_the_config_beat_those_that_were_found(tmp_path):
    folder = shared(tmp_path, ("zho_Hans", "eng_Latn", "zho_Hant"), config=FROM_TRANSFORMERS)
    tokens = read_folder(folder, "", "", Tokens(source_prefix=("zho_Hant",))).tokens
    assert tokens == Tokens(("zho_Hant",), ("</s>",), ("eng_Latn",))


def test_tokens_around_the_pieces_are_sent_and_stand_neither_in_text_nor_attention_nor_score(tmp_path):
    folder = shared(tmp_path, ("zho_Hans", "eng_Latn"), config=FROM_TRANSFORMERS)
    engine = CTranslateEngine(folder)
    source = "园区召开会议。"
    (hypothesis,) = engine.translate([source])
    pieces = engine._source.encode(source, out_type=str)
    result = tiny_model.translator(folder).translate_batch(
        [["zho_Hans", *pieces, "</s>"]], [["eng_Latn"]], return_scores=True, max_decoding_length=256
    )[0]
    said = result.hypotheses[0][1:]
    assert hypothesis.text == written(said)[0]
    assert "eng_Latn" not in hypothesis.text
    assert hypothesis.score == pytest.approx(result.scores[0] * (len(said) + 2) / (len(said) + 1))
    assert {len(row) for row in hypothesis.attention.weights} == {len(hypothesis.attention.source)}


@pytest.mark.parametrize("make", [shared, separate])
def test_scores_are_those_of_a_plain_call_on_the_target_s_own_pieces(tmp_path, make):
    folder = make(tmp_path, config={"add_source_eos": True})
    engine = CTranslateEngine(folder)
    model = pieces_model(ENGLISH, 80) if make is separate else pieces_model(CHINESE + ENGLISH, 150)
    processor = tiny_model.sentencepiece.SentencePieceProcessor(model_proto=model)
    source, target = "园区召开会议。", "The zone held a meeting."
    result = tiny_model.translator(folder).score_batch(
        [engine._source.encode(source, out_type=str)], [processor.encode(target, out_type=str)]
    )[0]
    (scored,) = engine.score([(source, target)])
    assert scored.score == pytest.approx(sum(result.log_probs) / len(result.log_probs))


def test_without_a_target_model_english_is_cut_by_the_vocabulary(tmp_path):
    source, target = pieces_model(CHINESE, 80), pieces_of(pieces_model(ENGLISH, 80))
    write_model(tmp_path / "model", pieces_of(source), target, config={"add_source_eos": True})
    (tmp_path / "sentencepiece.model").write_bytes(source)
    engine = CTranslateEngine(tmp_path)
    assert isinstance(engine._target_pieces, FewestPieces)
    assert engine.score([("园区召开会议。", "We must sign.")])[0].score < 0


def test_fewer_positions_than_usual_make_shorter_parts(tmp_path):
    engine = CTranslateEngine(shared(tmp_path, positions=40, config={"add_source_eos": True}))
    source = "园区召开会议，" * 30
    (hypothesis,) = engine.translate([source])
    assert hypothesis.attention.source[-1][1] == len(source)
    assert engine.score([(source, "The zone held a meeting. " * 30)])[0].score < 0


def test_a_folder_with_chinese_in_its_path_is_read(tmp_path):
    plain = CTranslateEngine(separate(tmp_path / "model-a")).translate(["园区召开会议。"])
    assert CTranslateEngine(separate(tmp_path / "模型 一")).translate(["园区召开会议。"]) == plain


def test_the_id_tells_weights_pieces_tokens_and_settings_apart(tmp_path):
    folder = separate(tmp_path / "a")
    other = separate(tmp_path / "b", positions=512)
    engines = [
        CTranslateEngine(folder),
        CTranslateEngine(other),
        CTranslateEngine(folder, tokens=Tokens(source_prefix=("园",))),
        CTranslateEngine(folder, beam=1),
        CTranslateEngine(folder, length_penalty=0.5),
        CTranslateEngine(folder, target_pieces="source.spm"),
    ]
    assert len({engine.id for engine in engines}) == 6
    assert CTranslateEngine(folder).id == engines[0].id


def test_a_file_of_the_config_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EngineError, match=r"missing\.spm: there is no such file; correct engine\.target_pieces"):
        CTranslateEngine(separate(tmp_path), target_pieces="missing.spm")


def test_several_files_that_could_be_the_pieces_are_listed(tmp_path):
    folder = separate(tmp_path)
    (folder / "source.spm").rename(folder / "one.spm")
    (folder / "target.spm").rename(folder / "two.spm")
    with pytest.raises(EngineError, match=r"it could be one\.spm, two\.spm; set engine\.source_pieces"):
        CTranslateEngine(folder)


def test_a_damaged_model_is_one_line(tmp_path):
    (separate(tmp_path) / "model.bin").write_bytes(b"nothing")
    with pytest.raises(EngineError, match=r"cannot be loaded .*; install it again"):
        CTranslateEngine(tmp_path)


# --- pieces and their places


@pytest.mark.parametrize(
    ("pieces", "text", "cut"),
    [
        (["▁The", "▁zone", "."], "The zone.", ["The", "zone", "."]),
        (["▁", "X", "1", "▁of", "▁"], "X1 of", ["", "X", "1", "of", ""]),
        (["▁of▁the", "▁", "▁end"], "of the end", ["of the", "", "end"]),
        (["▁a", "<0xE5>", "<0x8C>", "<0xBA>", "!"], "a区!", ["a", "", "", "区", "!"]),
        (["<0xE5>"], "�", ["�"]),
        ([], "", []),
    ],
)
def test_written_pieces_stand_where_they_are_read(pieces, text, cut):
    read, ranges = written(pieces)
    assert (read, [read[start:end] for start, end in ranges]) == (text, cut)


@given(st.lists(st.text(alphabet="▁aX1区 \u3000𬭎.", max_size=4), max_size=8))
def test_written_text_is_that_of_the_joined_pieces(pieces):
    text, ranges = written(pieces)
    assert text == " ".join("".join(pieces).replace("▁", " ").split())
    assert "".join(text[start:end] for start, end in ranges).replace(" ", "") == text.replace(" ", "")


@given(nasty_text)
@pytest.mark.parametrize("in_bytes", [False, True], ids=["characters", "bytes"])
def test_source_pieces_cover_the_source_in_order_whatever_is_in_it(in_bytes, source):
    processor = tiny_model.sentencepiece.SentencePieceProcessor(
        model_proto=pieces_model(CHINESE, 400 if in_bytes else 80, in_bytes=in_bytes)
    )
    pieces = processor.encode(source, out_type=str)
    ranges = in_source(pieces, source, processor.normalize(source, with_offsets=True)[1])
    assert all(0 <= start <= end <= len(source) for start, end in ranges)
    assert all(before[1] <= after[0] for before, after in pairwise(ranges) if after[0] < after[1])


def test_a_piece_without_characters_joins_the_next_or_else_the_one_before():
    looked = attention([(0, 0), (0, 2), (2, 2)], [(0, 1), (1, 1), (1, 3)], [[0.1, 0.2, 0.3], [0.2, 0, 0], [0.4, 0, 0]])
    assert (looked.source, looked.target) == (((0, 2),), ((0, 1), (1, 3)))
    assert looked.weights == ((pytest.approx(0.6),), (pytest.approx(0.3),))


def test_pieces_without_any_character_have_no_attention():
    assert attention([(0, 0)], [(0, 1)], [[1.0]]) == attention([], [], [])


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("the zone", ["▁the", "▁zone"]),
        ("zoned", ["▁zone", "d"]),
        # Both ways are two pieces; the more frequent ones win.
        ("abc", ["▁ab", "c"]),
        ("鱼", ["▁", "鱼"]),
        ("ｔｈｅ", ["▁the"]),
        ("  ", []),
    ],
)
def test_words_are_cut_into_the_fewest_pieces_and_the_more_frequent_ones(text, pieces):
    assert FewestPieces(["▁the", "▁zone", "d", "c", "▁ab", "▁a", "bc", "▁"])(text) == pieces


@given(nasty_text, st.integers(1, 12))
def test_parts_of_a_long_source_are_short_and_lose_no_character(text, longest):
    parts = cut_long(text, 0, len(text), longest, len)
    assert all(0 < end - start <= longest for start, end in parts)
    assert "".join("".join(text[start:end].split()) for start, end in parts) == "".join(text.split())


def test_a_long_source_is_cut_at_its_strongest_marks():
    text = "会议讨论了道路，还有桥梁。客商来了；他们参观。"
    assert [text[start:end] for start, end in cut_long(text, 0, len(text), 14, len)] == [
        "会议讨论了道路，还有桥梁。",
        "客商来了；他们参观。",
    ]
