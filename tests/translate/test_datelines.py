"""本报讯 and the names behind it are said by rule, or left whole to the engine."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.model import Locale, Segment, Span, SpanKind, joined
from i18n_news.translate.datelines import ROLES, dateline
from tests.strategies import segments

PEOPLE = {"臧晓鹏": "Zang Xiaopeng", "李淑侠": "Li Shuxia", "文强": "Wen Qiang", "和平": "He Ping"}
BODIES = {"青石融媒": "Qingshi Media", "新华社": "Xinhua"}
PLACES = {"青石": "Qingshi"}


def segment_of(source, **more):
    """A segment whose persons, bodies and places are decided; `more` are forms of titles and terms."""
    kinds = (
        (SpanKind.PERSON, PEOPLE),
        (SpanKind.ORGANIZATION, BODIES),
        (SpanKind.PLACE, PLACES),
        (SpanKind.TITLE, more),
    )
    spans = [
        Span(match.start(), match.end(), kind, {Locale.EN: form})
        for kind, forms in kinds
        for word, form in forms.items()
        for match in re.finditer(word, source)
    ]
    return Segment("p1.s1", source).with_spans(spans)


def said(source, **more):
    """The English of the dateline and what is left of the source; nothing and all of it where no rule fits."""
    length, runs = dateline(segment_of(source, **more))
    return "".join(run.text for run in runs), source[length:]


@pytest.mark.parametrize(
    ("source", "english", "rest"),
    [
        ("本报讯 今天放晴。", "Staff report — ", "今天放晴。"),
        ("本报讯今天放晴。", "Staff report — ", "今天放晴。"),
        ("本网讯（记者臧晓鹏）今天放晴。", "Staff report (reporter Zang Xiaopeng) — ", "今天放晴。"),
        ("本报讯　（记者 臧晓鹏） 今天放晴。", "Staff report (reporter Zang Xiaopeng) — ", "今天放晴。"),
        ("本报讯 [记者：臧晓鹏]今天放晴。", "Staff report (reporter Zang Xiaopeng) — ", "今天放晴。"),
        (
            "本报讯（记者 臧晓鹏 李淑侠 通讯员 文强）今天放晴。",
            "Staff report (reporters Zang Xiaopeng and Li Shuxia; correspondent Wen Qiang) — ",
            "今天放晴。",
        ),
        (
            "本报讯（全媒体记者臧晓鹏、李淑侠、文强）今天放晴。",
            "Staff report (reporters Zang Xiaopeng, Li Shuxia and Wen Qiang) — ",
            "今天放晴。",
        ),
        (
            "本报讯（记者臧晓鹏和李淑侠）今天放晴。",
            "Staff report (reporters Zang Xiaopeng and Li Shuxia) — ",
            "今天放晴。",
        ),
        (
            "本报讯（记者臧晓鹏 和平）今天放晴。",
            "Staff report (reporters Zang Xiaopeng and He Ping) — ",
            "今天放晴。",
        ),
        ("青石融媒讯（记者臧晓鹏）今天放晴。", "Qingshi Media (reporter Zang Xiaopeng) — ", "今天放晴。"),
        ("青石讯 今天放晴。", "Qingshi — ", "今天放晴。"),
        ("（记者 臧晓鹏）今天放晴。", "By reporter Zang Xiaopeng — ", "今天放晴。"),
        ("本报记者 臧晓鹏", "By reporter Zang Xiaopeng", ""),
        ("记者 臧晓鹏 摄影记者 李淑侠", "By reporter Zang Xiaopeng; photographer Li Shuxia", ""),
        ("文/图 臧晓鹏", "Text and photos by Zang Xiaopeng", ""),
        ("文：文强 图：李淑侠", "Text by Wen Qiang; photos by Li Shuxia", ""),
        ("编辑：李淑侠 文强", "Editors Li Shuxia and Wen Qiang", ""),
        ("本报讯（文 文强）今天放晴。", "Staff report (text by Wen Qiang) — ", "今天放晴。"),
    ],
)
def test_a_dateline_of_decided_names_is_said(source, english, rest):
    assert said(source) == (english, rest)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "本报讯",
        "本报讯 ",
        "（记者）",
        "（）",
        "本报讯（记者 王某）今天放晴。",
        "本报讯 （记者 王某）今天放晴。",
        "本报讯（记者 臧晓鹏今天放晴。",
        "本报讯（臧晓鹏）今天放晴。",
        "本报讯（记者 臧晓鹏 3月5日）今天放晴。",
        "记者 通讯员 臧晓鹏",
        "记者臧晓鹏报道",
        "臧晓鹏讯问了情况。",
        "本站讯号良好。",
        "本报讯息中心成立。",
        "青石融媒讯息中心成立。",
        "今天放晴。",
    ],
)
def test_with_anything_else_in_it_all_is_left_to_the_engine(source):
    assert said(source) == ("", source)


class TestAGlossary:
    def test_may_say_what_a_role_is_called(self):
        source = "本报讯（记者臧晓鹏）今天放晴。"
        _, runs = dateline(segment_of(source, 记者="staff writer"))
        assert [run.text for run in runs if run.span_id] == ["staff writer", "Zang Xiaopeng"]

    def test_may_say_what_the_paper_is_called(self):
        source = "本报讯（记者臧晓鹏）今天放晴。"
        span = Span(0, 2, SpanKind.ORGANIZATION, {Locale.EN: "Qingshi Daily"})
        _, runs = dateline(segment_of(source).with_spans([span]))
        assert "".join(run.text for run in runs) == "Qingshi Daily (reporter Zang Xiaopeng) — "

    @pytest.mark.parametrize(
        ("source", "word"), [("本报讯今天放晴。", "本报讯"), ("本报讯（本报记者臧晓鹏）今天放晴。", "记者")]
    )
    def test_that_decides_half_of_it_leaves_all_to_the_engine(self, source, word):
        assert said(source, **{word: "staff"}) == ("", source)


@st.composite
def openings(draw):
    """What may stand before a release, some of it broken, and then any segment at all."""
    pieces = st.sampled_from(
        (*ROLES, *PEOPLE, *BODIES, "本报讯", "讯", " ", "　", "、", "（", "）", "[", "]", "：", "/", "和", "𬭎", "某")
    )
    after = draw(segments())
    lead = "".join(draw(st.lists(pieces, max_size=10)))
    return segment_of(lead + after.source, **draw(st.sampled_from([{}, {"记者": "staff writer", "文": "text"}])))


@given(openings())
def test_every_decided_form_that_is_taken_is_said_once_and_in_order(segment):
    length, runs = dateline(segment)
    taken = [span.id for span in segment.spans if span.start < length]
    assert [run.span_id for run in runs if run.span_id] == taken
    assert all(span.end <= length for span in segment.spans if span.id in taken)


@given(openings())
def test_a_dateline_takes_something_or_says_nothing(segment):
    length, runs = dateline(segment)
    assert bool(length) is bool(runs)
    assert runs == joined(runs)
    assert length <= len(segment.source)
