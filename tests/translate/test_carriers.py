"""A phrase without a subject is given one, which is taken off the English again."""

import pytest
from hypothesis import given

from i18n_news.model import Locale, Run, Segment, Span, SpanKind
from i18n_news.translate.candidates import Candidate, attempt
from i18n_news.translate.carriers import START, SUBJECT, carried, is_spoken, uncarried
from i18n_news.translate.engine import Hypothesis
from i18n_news.translate.mask import FAMILIES
from tests.strategies import nasty_text


def candidate(text, source="落实责任"):
    return Candidate(Segment("p1.s1", source), (Run(text),), ())


@pytest.mark.parametrize(
    "text",
    [
        "We're gonna hold on",
        "Let's go to work",
        "To hold on",
        "We hold on",
        "It is time for work",
        "There is work",
        "I hold on",
        "that 's work",
        "They’ll hold on",
        "Hold your horses",
        "♪ Hold on ♪",
        "You guys hold on",
    ],
)
def test_dialogue_is_spoken(text):
    assert is_spoken(candidate(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hold on",
        "The city's plan for its workers",
        "Towards a stronger port",
        "Lettuce farms open",
        "Western yards open",
        "Phase I of the port opens",
        "The Type-I crane is delivered",
        "Class I, Class II and Class III ports",
        "The itinerary they chose",
        "",
    ],
)
def test_plain_news_is_not_spoken(text):
    assert not is_spoken(candidate(text))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("我们一起落实责任", False),
        ("请您落实责任", False),
        ("自我革命", True),
        ("忘我工作", True),
        ("他们落实责任", True),
    ],
)
def test_nothing_is_spoken_too_much_where_the_chinese_speaks_to_somebody(source, expected):
    assert is_spoken(candidate("We're gonna do it", source)) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("落实责任", "落实责任"),
        (" 落实责任　稳住外贸 ", "落实责任，稳住外贸"),
        ("落实 5G  建设", "落实，5G，建设"),
        ("打造Smart City高地", "打造Smart City高地"),
        ("打造Smart  City", "打造Smart  City"),
    ],
)
def test_the_phrase_becomes_the_object_of_the_carrier(source, expected):
    made = carried(attempt(Segment("p1.s1", source), (), FAMILIES[0]))
    assert (made.masked.text, made.start, made.is_rewritten) == (SUBJECT + expected, START, True)


def test_the_placeholders_stay_in_the_phrase():
    segment = Segment("p1.s1", "走访徐工").with_spans([Span(2, 4, SpanKind.ORGANIZATION, {Locale.EN: "XCMG"})])
    plain = attempt(segment, {"p1.s1.n1"}, FAMILIES[0])
    made = carried(plain)
    assert made.masked.placeholders == plain.masked.placeholders
    assert made.masked.text == SUBJECT + plain.masked.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They decided to hold on.", "Hold on."),
        (" They decided to  hold on", "Hold on"),
        ("They decided to improve their skills and their own work", "Improve skills and their own work"),
        ("They decided to 5G", "5G"),
        ("They decided to visit those they decided to visit", "Visit those they decided to visit"),
    ],
)
def test_the_carrier_is_taken_off(text, expected):
    assert uncarried(Hypothesis(text, -0.5)) == Hypothesis(expected, -0.5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "They decided to",
        "They decided to ",
        "They decided together",
        "They decided to.",
        "They decided to, in 2026, hold on",
        "Hold on",
        "Then They decided to hold on",
        "they decided to hold on",
    ],
)
def test_where_the_engine_did_not_keep_to_the_carrier_nothing_is_left(text):
    assert uncarried(Hypothesis(text, -0.5)) == Hypothesis("")


@given(nasty_text)
def test_what_is_left_is_nothing_or_begins_like_a_headline(text):
    rest = uncarried(Hypothesis(f"{START} {text}")).text
    assert not rest or rest[0] == rest[0].upper()


@given(nasty_text)
def test_what_does_not_begin_with_the_carrier_is_empty(text):
    assert uncarried(Hypothesis(f"x{START} {text}")).text == ""
