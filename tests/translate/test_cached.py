"""An engine whose answers are kept answers as the engine itself, and is asked for nothing twice."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news import config, pipeline
from i18n_news.memory.cache import EngineAnswers
from i18n_news.memory.database import Database
from i18n_news.translate.cached import CachedEngine, Unopened
from i18n_news.translate.engine import Attention, Hypothesis, Scored
from i18n_news.translate.stage import translate
from tests.translate.fakes import FakeEngine, ScoringEngine, keeps_placeholders

ROOT = Path(__file__).resolve().parents[2]
floats = st.floats(allow_nan=False)
ranges = st.lists(st.tuples(st.integers(), st.integers()), max_size=4).map(tuple)
rows = st.lists(st.lists(floats, max_size=4).map(tuple), max_size=4).map(tuple)
# Surrogates too: a source may hold what no encoding takes.
texts = st.text(st.characters(), max_size=12)
hypotheses = st.builds(Hypothesis, texts, floats, st.builds(Attention, ranges, ranges, rows))
scores = st.builds(Scored, floats, ranges, st.lists(floats, max_size=4).map(tuple))


class DiceEngine:
    """Answers whatever comes, the same to the same question; remembers what it was asked."""

    id = "dice"

    def __init__(self, data):
        self.data, self.known, self.asked = data, {}, []

    def answer(self, question, strategy):
        self.asked.append(question)
        return (
            self.known.setdefault(question, None)
            or self.known.update({question: self.data.draw(strategy)})
            or self.known[question]
        )

    def translate(self, sources, starts=()):
        pairs = zip(sources, starts or [""] * len(sources), strict=True)
        return [self.answer(("translate", *pair), hypotheses) for pair in pairs]

    def score(self, pairs):
        return [self.answer(("score", *pair), scores) for pair in pairs]


class Kept(dict):
    """Answers in memory."""

    def get_many(self, keys):
        return {key: self[key] for key in keys if key in self}

    def put_many(self, answers):
        self.update(answers)


def cached(engine, kept):
    return CachedEngine(Unopened(engine.id, lambda: engine), kept)


def unopened(engine_id="fake"):
    def opened():
        raise AssertionError("the model was loaded")

    return Unopened(engine_id, opened)


@given(
    st.data(), st.lists(st.lists(st.tuples(st.sampled_from("园区 \ud800"), st.sampled_from(["", "We"])), max_size=6))
)
def test_it_answers_as_the_engine_in_any_order_and_asks_for_nothing_twice(data, batches):
    engine, kept = DiceEngine(data), Kept()
    for batch in batches:
        # Each batch by another process.
        ours = cached(engine, kept)
        found = ours.translate([source for source, _ in batch], [start for _, start in batch])
        assert found == [engine.known["translate", *question] for question in batch]
        assert ours.score(batch) == [engine.known["score", *question] for question in batch]
    assert len(engine.asked) == len(set(engine.asked))


def test_no_starts_are_empty_starts():
    engine, kept = FakeEngine(), Kept()
    ours = cached(engine, kept)
    assert ours.translate(["园区"]) == ours.translate(["园区"], [""]) and engine.asked == [["园区"]]


def test_a_start_a_text_and_another_engine_are_other_questions():
    kept = Kept()
    first, second = FakeEngine(), FakeEngine(str.upper)
    second.id = "other"
    cached(first, kept).translate(["a", "a"], ["", "We"])
    cached(first, kept).score([("a", ""), ("a", "We")])
    assert (len(kept), cached(second, kept).translate(["a"])[0].text) == (4, "A")


@pytest.mark.parametrize("damaged", [b"", b"x", b"x\x9c\x03\x00\x00\x00\x00\x01"], ids=["empty", "no zlib", "no JSON"])
def test_a_damaged_answer_is_asked_for_again_and_replaced(damaged):
    engine, kept = FakeEngine(), Kept()
    wanted = cached(engine, kept).translate(["园区"])
    kept.update(dict.fromkeys(kept, damaged))
    assert cached(engine, kept).translate(["园区"]) == cached(engine, kept).translate(["园区"]) == wanted
    assert len(engine.asked) == 2


def test_the_engine_of_a_release_that_was_translated_before_is_not_opened(tmp_path):
    kept = EngineAnswers(Database("news.db", tmp_path))
    engine = ScoringEngine(keeps_placeholders)
    document = analyzed(tmp_path)
    first = translate(document, cached(engine, kept))
    assert first == translate(document, engine)
    assert translate(document, CachedEngine(unopened(), kept)) == first


def analyzed(folder):
    settings = config.Config(folder=folder)
    document = pipeline.read_file(ROOT / "samples" / "taiwan-park-visit.md")
    return pipeline.analyze(document, pipeline.load_vocabulary(settings), settings)


@pytest.mark.engine
def test_a_second_build_with_the_real_model_is_the_same_and_never_loads_it(tmp_path, monkeypatch, models):
    (tmp_path / config.FILE_NAME).write_text("[glossary]\ndrafts = true\n", encoding="utf-8")
    settings = config.load(start=tmp_path)

    def build():
        ours = replace(pipeline.open_models(settings), tag=models.tag)
        built = pipeline.build_file(ROOT / "samples" / "taiwan-park-visit.md", settings, models=ours)
        return {path.name: path.read_bytes() for path in built.files}

    first = build()
    monkeypatch.setattr("i18n_news.translate.ctranslate._loaded", unopened().open)
    assert build() == first


@pytest.mark.parametrize(
    ("file", "cached", "is_kept"),
    [("", True, True), ("[memory]\ndatabase = ''\n", True, False), ("", False, False), (None, True, False)],
    ids=["a workspace", "switched off", "--no-cache", "no workspace"],
)
def test_only_a_workspace_gets_a_database(tmp_path, monkeypatch, file, cached, is_kept):
    engine = FakeEngine()
    monkeypatch.setattr(pipeline, "chosen_engine", lambda *_, **__: Unopened("fake", lambda: engine))
    if file is not None:
        (tmp_path / config.FILE_NAME).write_text(file, encoding="utf-8")
    models = pipeline.open_models(config.load(start=tmp_path), offline=True, cached=cached)
    models.engine.translate(["园区"])
    assert (tmp_path / "i18n-news.db").exists() == is_kept
