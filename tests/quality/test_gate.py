"""The gate's own logic: what opens it, what moves a floor, and what counts as standing, all on invented figures."""

import json
from datetime import date

import pytest

from i18n_news.errors import NewsError
from i18n_news.model import BlockKind
from tests.quality.gate import Floors, digest, found_faults, load, save, updated
from tests.quality.measure import CORPUS, Item, Row, counted, read_corpus, shares

DAY = date(2026, 11, 23)
FLOORS = Floors("a" * 64, {"bleu": 0.4, "decodes": 0.05}, {"bleu": 30.0, "decodes": 1.8, "terms": 99.5})
REACHED = dict(FLOORS.floors)


def faults(corpus_digest=FLOORS.corpus_digest, **measured):
    return found_faults(FLOORS, REACHED | measured, corpus_digest)


def update(reason="", corpus_digest=FLOORS.corpus_digest, **measured):
    return updated(FLOORS, REACHED | measured, corpus_digest, DAY, reason)


@pytest.mark.parametrize(
    ("measured", "named"),
    [
        ({}, []),
        ({"bleu": 31.0, "decodes": 1.5}, []),
        ({"bleu": 29.6}, []),
        ({"bleu": 29.59}, ["bleu"]),
        ({"decodes": 1.85}, []),
        ({"decodes": 1.86}, ["decodes"]),
        # A figure without an epsilon has none.
        ({"terms": 99.49}, ["terms"]),
        ({"bleu": 0.0, "terms": 0.0}, ["bleu", "terms"]),
    ],
)
def test_a_figure_worse_than_its_floor_by_more_than_epsilon_is_a_fault(measured, named):
    assert [fault.split()[0] for fault in faults(**measured)] == named


def test_a_fault_says_what_to_do():
    (fault,) = faults(bleu=12.0)
    assert "12.00, below the 30.00 reached; mend it, or say why: python -m tests.quality.gate --update" in fault


def test_another_corpus_is_the_only_fault_and_says_what_to_do():
    (fault,) = faults("b" * 64, bleu=0.0)
    assert "corpus.jsonl" in fault and "python -m tests.quality.gate --update" in fault


def test_a_figure_without_a_floor_and_a_floor_without_a_figure_are_faults():
    (fault,) = found_faults(FLOORS, {"bleu": 30.0, "decodes": 1.8, "new": 1.0}, FLOORS.corpus_digest)
    assert "new, terms" in fault


def test_update_raises_what_is_better_and_writes_it_down():
    after = update(bleu=31.234, decodes=1.7)
    assert after.floors == {"bleu": 31.23, "decodes": 1.7, "terms": 99.5}
    assert [(entry["figure"], entry["from"], entry["to"]) for entry in after.history] == [
        ("bleu", 30.0, 31.23),
        ("decodes", 1.8, 1.7),
    ]


def test_update_with_the_same_figures_changes_nothing():
    assert update() == FLOORS


@pytest.mark.parametrize("measured", [{"bleu": 20.0}, {"decodes": 2.0}, {"terms": 99.0}, {"bleu": 40.0, "terms": 98.0}])
@pytest.mark.parametrize("reason", ["", "  "])
def test_update_refuses_to_lower_a_floor_without_a_reason(measured, reason):
    with pytest.raises(NewsError, match="no floor is lowered without a reason"):
        update(reason, **measured)


def test_the_refusal_names_each_floor_that_would_fall():
    with pytest.raises(NewsError, match=r"bleu 30\.00 to 20\.00; terms 99\.50 to 98\.00; say why"):
        update(bleu=20.0, terms=98.0, decodes=1.0)


def test_update_lowers_a_floor_with_a_reason_and_keeps_the_reason():
    after = update("a smaller model", bleu=20.0)
    assert (after.floors["bleu"], dict(after.history[-1])) == (
        20.0,
        {"date": "2026-11-23", "figure": "bleu", "from": 30.0, "to": 20.0, "reason": "a smaller model"},
    )


@pytest.mark.parametrize("reason", ["", "noise"])
def test_what_is_worse_by_no_more_than_epsilon_keeps_its_floor(reason):
    assert update(reason, bleu=29.7).floors == REACHED


def test_a_floor_may_not_vanish_without_a_reason():
    with pytest.raises(NewsError, match="terms is no longer measured"):
        updated(FLOORS, {"bleu": 30.0, "decodes": 1.8}, FLOORS.corpus_digest, DAY)


def test_a_figure_that_is_new_gets_a_floor_without_a_reason():
    assert update(names=97.0).floors["names"] == 97.0


def test_another_corpus_lowers_no_floor_without_a_reason():
    with pytest.raises(NewsError, match=r"bleu 30\.00 to 25\.00"):
        update(corpus_digest="b" * 64, bleu=25.0)


def test_another_corpus_is_written_down():
    after = update(corpus_digest="b" * 64)
    assert (after.corpus_digest, after.history[-1]["figure"]) == ("b" * 64, "corpus_digest")


def test_floors_survive_their_file(tmp_path):
    save(tmp_path / "floors.json", floors := update("a reason with “quotes” and 中文", bleu=20.0))
    assert load(tmp_path / "floors.json") == floors


def test_the_digest_sees_a_letter_but_no_line_ending(tmp_path):
    texts = (b"{1}\n{2}\n", b"{1}\r\n{2}\r\n", b"{1}\n{3}\n")
    digests = []
    for text in texts:
        (tmp_path / "corpus.jsonl").write_bytes(text)
        digests.append(digest(tmp_path / "corpus.jsonl"))
    assert (digests[0] == digests[1], digests[0] == digests[2]) == (True, False)


CRANE = Item("terms", "起重机", ("crane",), is_common=True)
FACTORY = Item("terms", "绿色工厂", ("green factory",), is_common=True)
WORKER = Item("terms", "工人", ("worker in new forms of employment",), is_common=True)
LI = Item("names", "李静", ("Li Jing",))
MONEY = Item("quantities", "3亿元", ("RMB 300 million", "300 million yuan"))


@pytest.mark.parametrize(
    ("item", "text", "times"),
    [
        (CRANE, "A crane, the Cranes and one crane.", 3),
        (CRANE, "A cranes-only yard with cranium and microcrane", 1),
        (FACTORY, "green factories", 1),
        (WORKER, "workers in new forms of employment", 1),
        (LI, "Li Jing met Li Jing's guests.", 2),
        (LI, "li jing", 0),
        (LI, "Li Jingyi", 0),
        (MONEY, "300 million yuan", 1),
        (MONEY, "RMB 300 Million", 1),
        (MONEY, "1,300 million yuan", 0),
        (MONEY, "RMB 3 billion", 0),
    ],
)
def test_a_form_stands_in_whole_words(item, text, times):
    assert len(item.pattern.findall(text)) == times


def row(source, *items):
    return Row("r", BlockKind.PARAGRAPH, source, "", items, ())


def test_a_longer_form_takes_its_words_before_a_shorter_one():
    tower = Item("terms", "塔式起重机", ("tower crane",), is_common=True)
    both = row("塔式起重机和起重机", CRANE, tower)
    assert {item.text: (wanted, found) for item, wanted, found in counted(both, "tower cranes and tower cranes")} == {
        "塔式起重机": (1, 2),
        "起重机": (1, 0),
    }


@pytest.mark.parametrize(
    ("text", "standing", "exact"),
    [("A crane.", 100, 100), ("A crane and a crane.", 100, 0), ("Nothing.", 0, 0)],
)
def test_a_doubled_form_stands_but_is_not_exact(text, standing, exact):
    result = shares([row("起重机", CRANE)], [text])
    assert (result["terms"], result["exact"]) == (standing, exact)


def test_the_corpus_has_at_least_90_rows_with_ids_of_their_own():
    ids = [row.id for row in read_corpus()]
    assert len(set(ids)) == len(ids) >= 90


def test_what_a_row_decides_stands_in_its_source_and_as_often_in_its_reference():
    odd = [
        (row.id, item.text)
        for row in read_corpus()
        for item, wanted, found in counted(row, row.reference)
        if not wanted or wanted != found
    ]
    assert odd == []


def test_no_sentence_of_the_corpus_is_in_the_measuring_data(shared):
    texts = (path.read_text(encoding="utf-8") for path in shared.rglob("*") if path.suffix in (".txt", ".md", ".jsonl"))
    known = "".join("".join(text.split()) for text in texts)
    assert [row.id for row in read_corpus() if "".join(row.source.split()) in known] == []


def test_the_corpus_is_one_json_object_a_line():
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    keys = {"id", "source", "reference", "terms", "names", "quantities"}
    assert all(keys <= set(json.loads(line)) <= keys | {"kind"} for line in lines)
