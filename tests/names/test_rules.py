"""Persons by rule: sure where a title or a verb proves them, silent on words that only look like names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.names.rules import find_people


def sure(*texts, known=(), extra_titles=()):
    found = find_people(texts, known, extra_titles)
    return [text[m.start : m.end] for text, matches in zip(texts, found, strict=True) for m in matches if m.certain]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("市总工会主席单怀瑾出席会议。", ["单怀瑾"]),
        ("党工委副书记、管委会主任解云舟讲话", ["解云舟"]),
        ("局长盖以宁通报情况", ["盖以宁"]),
        ("区绍文介绍，车间已投产。", ["区绍文"]),
        ("记者 张远航 报道", ["张远航"]),
        ("副主任曾月明、尉迟昭远，副主席任栖云等参加", ["曾月明", "尉迟昭远", "任栖云"]),
        ("局长仇维安、教育局局长单若谷回答提问", ["仇维安", "单若谷"]),
        ("董事长李强会见来宾", ["李强"]),
        ("王𬭎博士介绍说", ["王𬭎"]),
        ("书记范徐丽华主持会议", ["范徐丽华"]),
        ("主席查予安代表区总工会", ["查予安"]),
        ("局长陳志遠表示", ["陳志遠"]),
    ],
)
def test_a_title_or_a_verb_proves_a_name(text, people):
    assert sure(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "各单位高管负责任务落实。",
        "华东方面全面安排，强化管理。",
        "记者任务很重，应当表示感谢。",
        "高度重视安全，严格要求。",
        "党委书记和党组成员参加。",
        "工会主席团会议",
        "江苏省委书记、南京市市长",
        "优秀干部和职工代表",
        "10万人，1万元",
        "高峰说来就来",
        "",
    ],
)
def test_a_word_that_begins_with_a_surname_is_no_person(text):
    assert sure(text) == []


def test_a_proved_name_is_found_in_every_text_even_side_by_side():
    assert sure("苏明远李若兰共同揭牌", "市长苏明远讲话。", "区长李若兰致辞。") == [
        "苏明远",
        "李若兰",
        "苏明远",
        "李若兰",
    ]


def test_a_name_without_proof_is_only_flagged():
    (matches,) = find_people(["他把这件事告诉了大家，由陈志远和同事完成。"])
    assert [(m.evidence, m.certain) for m in matches] == [("shape", False)]


def test_a_word_behind_a_title_that_may_be_a_name_is_only_flagged():
    (matches,) = find_people(["局长高峰，副局长"])
    assert [m.certain for m in matches] == [False]


def test_a_foreign_name_is_flagged_without_its_title_and_verb():
    text = "公司总裁约翰·史密斯表示欢迎"
    (matches,) = find_people([text])
    assert [(text[m.start : m.end], m.evidence, m.certain) for m in matches] == [("约翰·史密斯", "foreign", False)]


def test_the_registry_wins_everywhere():
    text = "大家都说高峰与乌兰来过"
    (matches,) = find_people([text], known=["高峰", "乌兰"])
    assert [(text[m.start : m.end], m.evidence) for m in matches] == [("高峰", "registry"), ("乌兰", "registry")]


def test_a_house_title_is_evidence_like_any_other():
    assert sure("网格长陈志远到场", extra_titles=["网格长"]) == ["陈志远"]


nasty = st.lists(
    st.text(alphabet="单秉谦主任记者高管任务说、，·𬭎欧阳约翰1 万", max_size=20) | st.just("主任单秉谦、任务和高管说"),
    max_size=3,
)


@given(nasty, st.lists(st.sampled_from(["单秉谦", "高管", "𬭎", "(["]), max_size=3))
def test_matches_are_sorted_disjoint_and_inside_their_text(texts, known):
    for text, matches in zip(texts, find_people(texts, known), strict=True):
        edges = [edge for match in matches for edge in (match.start, match.end)]
        assert edges == sorted(edges)
        assert all(0 <= m.start < m.end <= len(text) for m in matches)


@pytest.mark.parametrize("name", ["doc1", "doc5"])
def test_every_mention_in_the_shared_releases_is_found_and_nothing_else(name, shared):
    import json

    folder = shared / "data" / "documents" / name
    texts = (folder / "source.md").read_text(encoding="utf-8").splitlines()
    people = {person["zh"] for person in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["people"]}
    expected = sorted(person for person in people for _ in range("\n".join(texts).count(person)))
    assert sorted(sure(*texts)) == expected
