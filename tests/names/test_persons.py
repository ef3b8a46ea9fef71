"""Tagger, rules and registry together: what becomes a person, what is only flagged, what is left alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.names import labelled_persons, read_labelled, scores
from i18n_news.names.persons import persons
from i18n_news.names.rules import find_people
from i18n_news.names.tagger import Entity

CASES = Path(__file__).parents[1] / "cases" / "names-persons.md"


def cases():
    rows = [line.strip("|\n ").split("|") for line in CASES.read_text(encoding="utf-8").splitlines() if "|" in line]
    return [tuple(cell.strip() for cell in [*row, "", ""][:3]) for row in rows[2:]]


def entity(text, name, kind="person", score=0.9):
    start = text.index(name)
    return Entity(start, start + len(name), kind, score)


def heard(text, *entities, known=()):
    """The names of a document of one text: the sure ones and the flagged ones."""
    (matches,) = persons([text], [entities], known)
    return tuple([text[m.start : m.end] for m in matches if m.certain is certain] for certain in (True, False))


@pytest.mark.parametrize(("text", "sure", "flagged"), cases())
def test_persons_in_a_document_of_one_line(tagger, text, sure, flagged):
    assert heard(text, *tagger.entities([text])[0]) == (sure.split(), flagged.split())


@pytest.mark.parametrize(
    ("text", "tagged", "name"),
    [
        ("听众向陈教授提问", "陈教授", "陈"),
        ("外宾库马雷夫总统访华", "库马", "库马雷夫"),
        ("部长瓦利六日宣布消息", "瓦利六日", "瓦利"),
        ("他与恽明远烈士同乡", "恽明远烈士", "恽明远"),
        ("由江主席宣布", "江主", "江"),
        ("据“祝明远”透露", "“祝明远”", "祝明远"),
    ],
)
def test_the_name_itself_is_cut_out_of_what_the_tagger_says(text, tagged, name):
    sure, flagged = heard(text, entity(text, tagged))
    assert [*sure, *flagged] == [name]


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("旅客经玻利维亚转机", "玻利维亚"),
        ("墨美两国在禁毒上合作", "墨美"),
        ("几名智利人到场", "智利人"),
        ("江在会上讲了话", "江"),
        ("学习马克思主义", "马克思"),
        ("——…", "——"),
    ],
)
def test_a_class_of_words_forbids_a_person(text, tagged):
    assert heard(text, entity(text, tagged)) == ([], [])


@pytest.mark.parametrize(
    ("text", "tagged", "score"),
    [
        ("路过李卜村的路口", "李卜", 0.9),
        ("约翰逊太空中心", "约翰逊", 0.9),
        ("领到薪金以后", "薪金", 0.7),
        ("孩子们看罗文明演出", "罗文明", 0.4),
        ("老于的女儿上学了", "老于", 0.9),
    ],
)
def test_what_may_be_no_name_is_only_flagged(text, tagged, score):
    assert heard(text, entity(text, tagged, score=score)) == ([], [tagged])


def test_a_common_word_is_not_worth_a_look_where_the_tagger_only_suspects_a_name():
    assert heard("大家高扬旗帜", entity("大家高扬旗帜", "高扬", score=0.5)) == ([], [])


def test_a_suspicion_and_a_shape_prove_each_other():
    text = "由陈志远和同事完成"
    assert heard(text, entity(text, "陈志远", score=0.3)) == (["陈志远"], [])


def test_a_title_that_a_sure_place_contradicts_is_only_flagged():
    text = "区长江文广场开放"
    assert "江文广" not in heard(text, entity(text, "长江文广场", "place", 0.95))[0]


def test_a_compound_surname_alone_is_no_name_and_the_rules_complete_it():
    assert heard("欧阳来了", entity("欧阳来了", "欧阳")) == ([], ["欧阳"])
    assert heard("局长欧阳既明介绍情况", entity("局长欧阳既明介绍情况", "欧阳")) == (["欧阳既明"], [])


def test_the_registry_beats_the_tagger():
    text = "大家都说高峰与乌兰来过"
    assert heard(text, entity(text, "高峰与乌兰"), known=["高峰", "乌兰"]) == (["高峰", "乌兰"], [])


def test_a_name_that_the_tagger_is_sure_of_marks_its_other_mentions():
    texts = ["欧阳若兰昨天返乡", "掌声送给欧阳若兰们", "欧阳若兰大道通车"]
    tagged = [[entity(texts[0], "欧阳若兰")], [], [entity(texts[2], "欧阳若兰大道", "place")]]
    found = [[(m.start, m.end, m.evidence) for m in matches] for matches in persons(texts, tagged)]
    assert found == [[(0, 4, "lac")], [(4, 8, "mention")], []]


def test_a_short_name_needs_two_witnesses_before_it_spreads():
    texts = ["常青走进车间", "四季常青的松树"]
    assert persons(texts, [[entity(texts[0], "常青", score=0.95)], []])[1] == ()


def test_a_longer_name_takes_the_place_of_its_part():
    texts = ["武村正义来访", "武村正义说"]
    tagged = [[entity(texts[0], "武村正义")], [entity(texts[1], "武村")]]
    assert [(m.start, m.end) for m in persons(texts, tagged)[1]] == [(0, 4)]


def test_without_a_model_the_rules_stand_alone():
    texts = ["局长盖以宁通报情况", "盖以宁说"]
    assert persons(texts, [(), ()]) == persons(texts, []) == find_people(texts)


LETTERS = "单秉谦主任记者高管任务说、，·𬭎欧阳约翰1 万老氏家人村“”号的克尔武正义"
nasty_text = st.text(alphabet=LETTERS, max_size=16) | st.text(max_size=8) | st.just("主任单秉谦、任务和高管说")


@st.composite
def documents(draw):
    texts = draw(st.lists(nasty_text, min_size=1, max_size=3))
    tagged = []
    for text in texts:
        edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        kinds = draw(st.lists(st.sampled_from(["person", "place", "organization"]), min_size=3, max_size=3))
        score = draw(st.sampled_from([0.2, 0.6, 0.95]))
        pairs = zip(edges[::2], edges[1::2], kinds, strict=False)
        tagged.append([Entity(start, end, kind, score) for start, end, kind in pairs])
    return texts, tagged


@given(documents(), st.lists(st.sampled_from(["单秉谦", "高管", "𬭎", "(["]), max_size=2))
def test_matches_are_sorted_disjoint_and_inside_their_text_whatever_the_tagger_says(document, known):
    texts, tagged = document
    for text, matches in zip(texts, persons(texts, tagged, known), strict=True):
        edges = [edge for match in matches for edge in (match.start, match.end)]
        assert edges == sorted(edges)
        assert all(0 <= m.start < m.end <= len(text) for m in matches)


def test_the_benchmark_reads_tabs_blanks_and_names_side_by_side(tmp_path):
    file = tmp_path / "few.bio"
    file.write_text("单 B-PER\n昭 I-PER\n王 B-PER\n\n\n  O\n李\tB-PER\n", encoding="utf-8")
    assert read_labelled(file) == (["单昭王", " 李"], [{(0, 2), (2, 3)}, {(1, 2)}])


def test_the_benchmark_counts_flags_apart():
    result = scores(
        ["单昭远和王明"],
        [labelled_persons(["B-PER", "I-PER", "I-PER", "O", "B-PER", "I-PER"])],
        [{(0, 3)}],
        [{(0, 3), (4, 6)}],
    )
    assert (result["recall"], result["flagged_recall"], result["han"]["precision"]) == (0.5, 1.0, 1.0)


@pytest.mark.parametrize("name", ["doc1", "doc5"])
def test_every_mention_in_the_shared_releases_is_found_and_nothing_else(tagger, shared, name):
    folder = shared / "data" / "documents" / name
    texts = (folder / "source.md").read_text(encoding="utf-8").splitlines()
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    people = {person["zh"] for person in gold["people"] + gold.get("foreign_people", [])}
    expected = sorted(person for person in people for _ in range("\n".join(texts).count(person)))
    found = zip(texts, persons(texts, tagger.entities(texts)), strict=True)
    assert sorted(text[m.start : m.end] for text, matches in found for m in matches if m.certain) == expected


@pytest.mark.parametrize(("kind", "f1", "precision"), [("all", 0.83, 0.88), ("han", 0.88, 0.9)])
def test_the_floor_on_the_shared_sentences(tagger, shared, kind, f1, precision):
    texts, gold = read_labelled(shared / "data" / "people_ner_dev.bio")
    tagged = tagger.entities(texts)
    found = [persons([text], [own])[0] for text, own in zip(texts, tagged, strict=True)]
    certain = [{(m.start, m.end) for m in matches if m.certain} for matches in found]
    result = scores(texts, gold, certain, certain)
    reached = result if kind == "all" else result["han"]
    assert reached["f1"] >= f1 and reached["precision"] >= precision
