"""Which kind of text a sentence is of, and which engine is asked about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.text.kind import TextKind, pairs
from i18n_news.translate.adaptation import shipped
from i18n_news.translate.by_kind import ByKindEngine
from tests.translate.fakes import FakeEngine

KIND = TextKind({"园区": 5.0, "招商": 3.0, "企鹅": -5.0, "冰川": -4.5})


@pytest.mark.parametrize(
    ("text", "is_of_kind"),
    [
        ("园区招商", True),
        ("企鹅游过冰川", False),
        ("园区里来了一只企鹅", True),
        ("今天下雨", True),
        ("企，鹅", True),
        ("企鹅 penguin", False),
        ("", True),
        ("X1", True),
    ],
)
def test_a_text_is_of_the_kind_unless_much_speaks_against_it(text, is_of_kind):
    assert KIND.has(text) is is_of_kind


def test_a_pair_counts_once_however_often_it_stands():
    assert TextKind({"企鹅": -3.0}).has("企鹅企鹅企鹅")


@given(st.text(alphabet="园区招商企鹅，X1𬭎 ", max_size=12))
def test_the_pairs_are_of_characters_that_touch(text):
    assert all(pair in text and len(pair) == 2 for pair in pairs(text))


@pytest.mark.parametrize(
    "text",
    [
        "高新区今年新签约亿元以上项目二十六个。",
        "管委会主任到企业走访，听取用工方面的困难。",
        "深化改革 优化服务",
        "志愿者在社区为老人理发、量血压。",
        "“手续一天就办好了，没想到这么快。”老板娘笑着说。",
    ],
)
def test_the_shipped_kind_is_the_news_of_a_zone(text):
    assert shipped().kind.has(text)


@pytest.mark.parametrize(
    "text",
    [
        "这种蝙蝠白天倒挂在洞穴里睡觉，夜里用超声波捕捉飞蛾。",
        "木星的卫星上可能有一片冰层覆盖的海洋。",
        "罗马皇帝下令把叛军首领流放到地中海的一座荒岛上。",
    ],
)
def test_an_encyclopedia_is_not_of_the_shipped_kind(text):
    assert not shipped().kind.has(text)


class Opened:
    """Opens a fake engine and remembers that it did."""

    engine = None

    def __call__(self):
        assert self.engine is None
        self.engine = FakeEngine(lambda source: f"other {source}")
        return self.engine


@pytest.fixture
def own():
    return FakeEngine(lambda source: f"own {source}")


@pytest.fixture
def other():
    return Opened()


@pytest.fixture
def engine(own, other):
    return ByKindEngine(KIND, own, other)


def test_each_source_is_asked_where_its_kind_is_at_home(engine):
    answers = engine.translate(["园区", "企鹅", "招商"])
    assert [answer.text for answer in answers] == ["own 园区", "other 企鹅", "own 招商"]


def test_a_pair_is_scored_by_its_source(engine, own, other):
    engine.translate(["园区", "企鹅"])
    own.score = lambda asked: [("own", *pair) for pair in asked]
    other.engine.score = lambda asked: [("other", *pair) for pair in asked]
    scores = engine.score([("企鹅", "a zone"), ("园区", "a penguin")])
    assert scores == [("other", "企鹅", "a zone"), ("own", "园区", "a penguin")]


def test_the_words_to_begin_with_stay_with_their_source(own, other):
    def starting(engine):
        engine.translate = lambda sources, starts: list(zip(sources, starts, strict=True))
        return engine

    engine = ByKindEngine(KIND, starting(own), lambda: starting(other()))
    assert engine.translate(["企鹅", "园区"], ["A bird", "A zone"]) == [("企鹅", "A bird"), ("园区", "A zone")]


def test_the_other_engine_is_opened_when_it_is_asked(engine, other):
    engine.translate(["园区"])
    engine.score([("招商", "investment")])
    before = other.engine
    engine.translate(["企鹅"])
    assert (before is None, other.engine is not None) == (True, True)
