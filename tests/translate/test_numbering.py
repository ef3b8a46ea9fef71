"""The number of a list item is said by rule; what only looks like one is left to the engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.model import Locale, Segment, Span, SpanKind
from i18n_news.text.numerals import parse_numeral
from i18n_news.translate.numbering import numbering
from tests.strategies import nasty_text, segments


def said(source, *spans):
    """How many code points the number takes, and its English."""
    length, runs = numbering(Segment("p1.s1", source).with_spans(spans))
    return length, "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("一、稳住外贸", (2, "1. ")),
        ("十二、附则", (3, "12. ")),
        ("三十一、附则", (4, "31. ")),
        ("（二）建好园区", (3, "(2) ")),
        ("(3) 建好园区", (4, "(3) ")),
        ("（十）建好园区", (3, "(10) ")),
        ("1、建好园区", (2, "1. ")),
        ("1．建好园区", (2, "1. ")),
        ("12. 建好园区", (4, "12. ")),
        ("１、建好园区", (2, "1. ")),
        ("  2.　建好园区", (5, "2. ")),
        ("1、2026年建成园区", (2, "1. ")),
        ("1、20家企业开工", (2, "1. ")),
        ("一、二十大以来的工作", (2, "1. ")),
        ("一、五大工程", (2, "1. ")),
        ("一、一二三产业融合", (2, "1. ")),
        ("一、（一）目标", (2, "1. ")),
    ],
)
def test_a_number_before_an_item_is_said(source, expected):
    assert said(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "",
        "一、",
        "（三） ",
        "一",
        "第一、稳住外贸",
        "1.5万人到场",
        "1.2建好园区",
        "一二、稳住外贸",
        "零、稳住外贸",
        "123、稳住外贸",
        "二〇二六、稳住外贸",
        "（甲）稳住外贸",
        "（5稳住外贸",
        "一、二期工程完工",
        "一、二、三产业融合",
        "三、四线城市",
        "1、2号楼完工",
        "1、3、5号楼完工",
        "一季度完工",
    ],
)
def test_what_is_no_number_of_an_item_is_left_alone(source):
    assert said(source) == (0, "")


def test_a_number_inside_a_decided_form_stays_in_it():
    assert said("一、二季度平稳", Span(0, 5, SpanKind.DATE, {Locale.EN: "the first two quarters"})) == (0, "")


def test_a_form_right_behind_the_number_stays_behind_it():
    assert said("一、外贸", Span(2, 4, SpanKind.TERM, {Locale.EN: "foreign trade"})) == (2, "1. ")


@given(segments())
def test_a_number_leaves_something_to_say_and_takes_no_span(segment):
    length, runs = numbering(segment)
    assert bool(length) is bool(runs)
    assert length < len(segment.source) or not runs
    assert all(span.start >= length for span in segment.spans)


@given(st.text(alphabet="一二三四五六七八九十0１9٣", min_size=1, max_size=3), st.sampled_from("、.．"), nasty_text)
def test_what_is_said_is_the_number_that_stands_there(figure, mark, rest):
    _, english = said(figure + mark + rest)
    assert english in ("", f"{parse_numeral(figure)}. ")
