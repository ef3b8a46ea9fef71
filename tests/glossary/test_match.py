"""Matching: which entry stands where, and who wins when two want the same place."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.glossary.match import Matcher, stands_by_itself
from i18n_news.glossary.terms import Term


def glossary(*sources, **values):
    return tuple(Term(source=source, en=f"<{source}>", **values) for source in sources)


def found(matcher, text):
    return [match.term.source for match in matcher.find(text)]


@pytest.mark.parametrize(
    ("sources", "text", "expected"),
    [
        (["党工委", "党工委副书记"], "党工委副书记李明", ["党工委副书记"]),
        (["党工委", "党工委副书记"], "党工委副主任", ["党工委"]),
        (["数控机", "机床厂"], "数控机床厂", ["数控机"]),
        (["数控", "数控机床", "机床"], "机床、数控机床、数控", ["机床", "数控机床", "数控"]),
        (["工会"], "工会工会", ["工会", "工会"]),
        (["工会"], "", []),
        ([], "工会", []),
        (["5G基站", "基站"], "15G基站", ["基站"]),
    ],
)
def test_matches_are_leftmost_then_longest(sources, text, expected):
    assert found(Matcher([glossary(*sources)]), text) == expected


def test_offsets_are_code_points_also_beyond_the_basic_plane():
    (match,) = Matcher([glossary("徐州")]).find("𬭎与徐州")
    assert (match.start, match.end) == (2, 4)


@pytest.mark.parametrize(
    ("source", "inside", "alone"),
    [
        ("5G", "15G", "用5G网"),
        ("5G", "3.5G", "第3章.5G"),
        ("5G", "5GHz", "5G。"),
        ("AI", "AIR", "AI、"),
        ("AI", "éAI", "(AI)"),
        ("制造2025", "制造2025.5", "制造2025."),
        ("五化", "第五化工厂", "“五化”"),
        ("六有", "五十六有余", "做到六有"),
        ("党组", "基层党组织", "局党组会"),
        ("市长", "我市长期坚持", "市长期待"),
        ("局长", "布局长远", "任局长期间"),
        ("区委", "社区委员", "区委员工"),
        ("市委", "徐州市委员会", "徐州市委"),
        ("市委", "受市委托", "市委常委"),
        ("工会", "开工会议", "工会议事"),
        ("街道", "街道路面", "金山街道"),
        ("台商", "平台商户", "台商协会"),
        ("政协", "行政协调", "市政协调研"),
        ("财政部", "各级财政部门", "财政部门户网站"),
        ("组织部", "组织部署", "组织部"),
        ("委员", "党委委员会", "委员会见"),
        ("工商联", "工商联合会", "工商联合作"),
        ("中国", "发展中国家", "中国家电"),
        ("海南", "上海南站", "海南省"),
        ("山西", "黄山西麓", "山西省"),
        ("成都", "建成都市圈", "成都市"),
        ("合肥", "复合肥", "恢复合肥航线"),
        ("市委", "卫星城市委", "盐城市委"),
        ("卡特", "刷卡特别", "卡特彼勒"),
    ],
)
def test_an_entry_is_not_torn_out_of_another_word(source, inside, alone):
    matcher = Matcher([glossary(source)])
    assert found(matcher, inside) == []
    assert found(matcher, alone) == [source]


def test_a_word_that_holds_the_whole_entry_does_not_hide_it():
    assert found(Matcher([glossary("平台", "上海", "组织")]), "上海平台组织") == ["上海", "平台", "组织"]


def test_a_refused_long_entry_leaves_the_shorter_one():
    assert found(Matcher([glossary("全市组织部", "全市")]), "全市组织部署") == ["全市"]


def test_the_earlier_glossary_wins_for_the_same_source():
    matcher = Matcher([glossary("徐工", file="a.tsv"), glossary("徐工", file="b.tsv")])
    assert [match.term.file for match in matcher.find("徐工")] == ["a.tsv"]


def test_a_glossary_given_by_hand_beats_a_longer_entry_of_the_others():
    others = glossary("徐州经济技术开发区", "开发区管委会", "管委会")
    text = "徐州经济技术开发区管委会"
    assert found(Matcher([others]), text) == ["徐州经济技术开发区", "管委会"]
    assert found(Matcher([others], first=[glossary("经济技术")]), text) == ["经济技术", "开发区管委会"]


def test_the_others_match_in_the_gaps_between_entries_given_by_hand():
    matcher = Matcher([glossary("徐州", "工会")], first=[glossary("市总")])
    assert found(matcher, "徐州市总工会") == ["徐州", "市总", "工会"]


def test_for_one_source_the_entry_given_by_hand_wins():
    matcher = Matcher([glossary("徐工", file="shipped.tsv")], first=[glossary("徐工", file="hand.tsv")])
    assert [match.term.file for match in matcher.find("徐工与徐工")] == ["hand.tsv", "hand.tsv"]


@pytest.mark.parametrize(
    ("status", "drafts", "binds"),
    [
        ("approved", False, True),
        ("approved", True, True),
        ("draft", False, False),
        ("draft", True, True),
        ("deprecated", False, False),
        ("deprecated", True, False),
    ],
)
def test_only_approved_entries_bind_and_drafts_where_wanted(status, drafts, binds):
    matcher = Matcher([glossary("徐工", status=status)], drafts=drafts)
    assert found(matcher, "徐工") == ["徐工"] * binds


def test_an_entry_that_does_not_bind_does_not_hide_a_later_one():
    matcher = Matcher([glossary("徐工", status="draft", file="a.tsv"), glossary("徐工", file="b.tsv")])
    assert [match.term.file for match in matcher.find("徐工")] == ["b.tsv"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2017, 12, 31), []),
        (date(2018, 1, 1), ["old"]),
        (date(2019, 12, 31), ["old"]),
        (date(2020, 1, 1), ["new"]),
        (None, ["new"]),
    ],
)
def test_the_date_of_the_release_chooses_the_rendering(on, expected):
    terms = (
        Term(source="科委", en="new", valid_from=date(2020, 1, 1)),
        Term(source="科委", en="old", valid_from=date(2018, 1, 1), valid_to=date(2019, 12, 31)),
    )
    assert [match.term.en for match in Matcher([terms], on=on).find("科委")] == expected


sources = st.text("徐州工会议市长期5G", min_size=1, max_size=4)
groups = st.lists(st.lists(sources, unique=True, max_size=6).map(lambda some: glossary(*some)), max_size=3)


@given(groups, groups, st.text("徐州工会议市长期5G.第𠮷", max_size=30))
def test_matches_are_sorted_disjoint_and_true_to_the_text(others, by_hand, text):
    matches = Matcher(others, first=by_hand).find(text)
    assert all(text[match.start : match.end] == match.term.source for match in matches)
    assert all(one.end <= other.start for one, other in pairwise(matches))


@given(groups, groups, st.text("徐州工会议市长期5G.第𠮷", max_size=30))
def test_what_the_hand_group_finds_alone_it_finds_beside_the_others(others, by_hand, text):
    alone = Matcher([], first=by_hand).find(text)
    assert set(alone) <= set(Matcher(others, first=by_hand).find(text))


def test_an_entry_for_a_domain_binds_only_where_the_config_names_it():
    general, special = Term("营商", en="doing business"), Term("营商", en="business", domain="investment")
    for domains, expected in (((), "doing business"), (("party",), "doing business"), (("investment",), "business")):
        (match,) = Matcher([[general], [special]], domains=domains).find("营商")
        assert match.term.en == expected


def test_an_entry_for_another_domain_only_never_binds():
    assert Matcher([[Term("营商", en="business", domain="investment")]]).find("营商") == ()


def test_of_two_domains_the_one_named_first_wins():
    terms = [Term("营商", en=name, domain=name) for name in ("party", "investment")]
    (match,) = Matcher([terms], domains=("investment", "party")).find("营商")
    assert match.term.en == "investment"


@given(st.lists(st.text("党工委会区A5", min_size=1, max_size=5), max_size=12), st.text("党工委会区A5。", max_size=30))
def test_a_matcher_for_one_text_finds_there_what_every_matcher_finds(sources, text):
    entries = [glossary(*sources)]
    assert Matcher(entries, within=text).find(text) == Matcher(entries).find(text)


@pytest.mark.parametrize(
    ("source", "can"), [("开发区", True), ("5G基站", True), ("“小巨人”企业", True), ("党组织", True), ("一", True)]
)
def test_a_source_that_is_whole_words_can_be_found(source, can):
    assert stands_by_itself(source) is can
