"""What an engine keeps of placeholders decides which family is tried first."""

import json

import pytest

from i18n_news.translate.mask import FAMILIES
from i18n_news.translate.probe import families, ordered, probe
from tests.translate.fakes import FakeEngine, keeps_only_quoted, keeps_placeholders, loses_placeholders

SURROGATES, BARE, QUOTED, P = FAMILIES


def names(found):
    return [family.name for family in found]


@pytest.mark.parametrize(
    ("say", "kept"),
    [
        (keeps_placeholders, {"surrogates": 1.0, "bare": 1.0, "quoted": 1.0, "p": 1.0}),
        (keeps_only_quoted, {"surrogates": 0.0, "bare": 0.0, "quoted": 1.0, "p": 0.0}),
        (loses_placeholders, {"surrogates": 0.0, "bare": 0.0, "quoted": 0.0, "p": 0.0}),
        (lambda source: keeps_placeholders(source) * 2, {"surrogates": 0.0, "bare": 0.0, "quoted": 0.0, "p": 0.0}),
    ],
    ids=["all", "only quoted", "none", "all doubled"],
)
def test_a_placeholder_counts_as_kept_when_it_comes_back_exactly_once(say, kept):
    assert probe(FakeEngine(say)) == kept


@pytest.mark.parametrize(
    ("kept", "order"),
    [
        ({"surrogates": 0.5, "bare": 0.5, "quoted": 0.5, "p": 0.9}, (P, SURROGATES, BARE, QUOTED)),
        ({"surrogates": 0.2, "bare": 0.2, "quoted": 0.9, "p": 0.5}, (QUOTED, P, SURROGATES, BARE)),
        ({"surrogates": 0.96, "bare": 0.94, "quoted": 1.0, "p": 0.97}, FAMILIES),
        ({"surrogates": 0.0, "bare": 0.0, "quoted": 0.0, "p": 0.0}, FAMILIES),
    ],
)
def test_families_that_are_kept_clearly_better_come_first(kept, order):
    assert ordered(kept) == order


def test_an_engine_is_probed_once_and_by_one_call(tmp_path):
    engine = FakeEngine(keeps_only_quoted)
    assert families(engine, tmp_path) == families(engine, tmp_path) == (QUOTED, SURROGATES, BARE, P)
    assert len(engine.asked) == 1


def test_another_engine_is_probed_by_itself(tmp_path):
    families(FakeEngine(keeps_placeholders), tmp_path)
    other = FakeEngine(keeps_only_quoted)
    other.id = "other"
    assert families(other, tmp_path)[0] == QUOTED


@pytest.mark.parametrize(
    "damage",
    [
        lambda stored: b"{",
        lambda stored: b"[]",
        lambda stored: b"\xff",
        lambda stored: json.dumps(stored | {"engine": "other"}).encode(),
        lambda stored: json.dumps(stored | {"probe": "earlier"}).encode(),
        lambda stored: json.dumps(stored | {"kept": {"bare": 1}}).encode(),
    ],
    ids=["not JSON", "not an object", "not UTF-8", "another engine", "other sentences", "a family is missing"],
)
def test_what_was_stored_of_something_else_is_probed_again(tmp_path, damage):
    engine = FakeEngine(keeps_only_quoted)
    families(engine, tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage(json.loads(file.read_bytes())))
    assert names(families(engine, tmp_path)) == ["quoted", "surrogates", "bare", "p"]
    assert len(engine.asked) == 2


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert families(FakeEngine(keeps_only_quoted), tmp_path / "file")[0] == QUOTED


def test_without_a_folder_it_is_stored_beside_the_models(tmp_path, monkeypatch):
    monkeypatch.setenv("I18N_NEWS_MODELS", str(tmp_path / "models"))
    families(FakeEngine(keeps_placeholders))
    assert [path.parent for path in tmp_path.rglob("*.json")] == [tmp_path / "probes"]


def test_the_installed_model_keeps_nine_of_ten_placeholders_of_each_family(engine):
    assert min(probe(engine).values()) >= 0.9
