import pytest
from hypothesis import given

from i18n_news.model import Locale, Run, Segment, Span, SpanKind
from i18n_news.translate.compose import chains, compose
from i18n_news.translate.mask import FAMILIES, counted, mask, restore
from tests.strategies import crowded_segments, segments
from tests.translate.fakes import SAID

SURROGATES, BARE, QUOTED, P = FAMILIES


def two_terms():
    spans = [Span(0, 2, SpanKind.TERM, {Locale.EN: "alpha"}), Span(3, 5, SpanKind.TERM, {Locale.EN: "beta"})]
    return Segment("p1.s1", "甲甲和乙乙").with_spans(spans)


def as_said(text):
    """The masked text as an engine writes it that keeps everything and knows the surrogates' English."""
    for source, english in SAID.items():
        text = text.replace(source, f" {english} ")
    return text


@given(segments() | crowded_segments())
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_row_has_one_placeholder(family, segment):
    rows = list(chains(segment))
    masked = mask(segment, rows, family)
    assert [slot.spans for slot in masked.placeholders] == rows
    assert all(slot.token in masked.text for slot in masked.placeholders)


@given(segments() | crowded_segments())
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_no_two_placeholders_are_the_same(family, segment):
    tokens = [slot.token for slot in mask(segment, list(chains(segment)), family).placeholders]
    assert len(set(tokens)) == len(tokens)


@given(segments() | crowded_segments())
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_an_engine_that_keeps_everything_loses_no_span(family, segment):
    masked = mask(segment, list(chains(segment)), family)
    restored = restore(as_said(masked.text), masked, {slot.number: compose(slot.spans) for slot in masked.slots})
    assert restored.lost == ()


@given(segments())
def test_a_placeholder_has_a_number_that_the_source_does_not_use(segment):
    masked = mask(segment, list(chains(segment)), BARE)
    assert all(BARE.token(slot.number) not in segment.source for slot in masked.slots)


@pytest.mark.parametrize(
    ("family", "text", "expected"),
    [
        (BARE, "X1 and X2.", "alpha and beta."),
        (BARE, "X1X2.", "alpha beta."),
        (BARE, "TeamX1 met X 2", "Team alpha met beta"),
        (BARE, "The X1s and X-2", "The alpha and beta"),
        (BARE, "X1's X2", "alpha's beta"),
        (BARE, "In X12024 X2", "In alpha 2024 beta"),
        (BARE, "(X1), X2!", "(alpha), beta!"),
        (BARE, "x1 and x2", "alpha and beta"),
        (QUOTED, '“X1” and "X2"', "alpha and beta"),
        (QUOTED, "“ X1 ” and X2", "alpha and beta"),
        (QUOTED, "“X1,” said “X2.”", "alpha, said beta."),
        (P, "P1 and the P2 exercise", "alpha and the beta exercise"),
    ],
)
def test_placeholders_come_back_whatever_the_engine_did_to_them(family, text, expected):
    masked = mask(two_terms(), list(chains(two_terms())), family)
    restored = restore(text, masked, {slot.number: compose(slot.spans) for slot in masked.slots})
    assert ("".join(run.text for run in restored.runs), restored.lost) == (expected, ())


@pytest.mark.parametrize("text", ["max 1 and max 2", "X3 and X9", "A1 B2", "wax2 X"])
def test_what_only_looks_like_a_placeholder_is_none(text):
    masked = mask(two_terms(), list(chains(two_terms())), BARE)
    restored = restore(text, masked, {slot.number: (Run("form", "x"),) for slot in masked.slots})
    assert (restored.runs, len(restored.lost)) == ((Run(text),), 2)


def test_a_placeholder_that_came_twice_is_counted():
    masked = mask(two_terms(), list(chains(two_terms())), BARE)
    assert restore("X1, X2 and X1", masked, {1: (Run("a"),), 2: (Run("b"),)}).doubled == 1


def test_every_restored_run_keeps_the_id_of_its_span():
    segment = two_terms()
    masked = mask(segment, list(chains(segment)), BARE)
    restored = restore("X2 before X1", masked, {slot.number: compose(slot.spans) for slot in masked.slots})
    assert [run.span_id for run in restored.runs if run.span_id] == ["p1.s1.n2", "p1.s1.n1"]


def test_a_count_behind_its_noun_is_given_before_it():
    spans = [
        Span(0, 2, SpanKind.TERM, {Locale.EN: "enterprise"}),
        Span(2, 6, SpanKind.QUANTITY, {Locale.EN: "312"}, value="312"),
    ]
    assert mask(Segment("p1.s1", "企业312家。").with_spans(spans), [], BARE).text == "312家企业。"


@pytest.mark.parametrize(
    ("source", "quantity", "value"),
    [("企业12亿元", "12亿元", "1200000000 CNY"), ("企业，312家", "312家", "312"), ("企业312", "312", "312")],
    ids=["an amount", "apart", "no measure word"],
)
def test_what_is_no_count_of_the_noun_before_it_stays(source, quantity, value):
    start = source.index(quantity)
    spans = [
        Span(0, 2, SpanKind.TERM, {Locale.EN: "enterprise"}),
        Span(start, start + len(quantity), SpanKind.QUANTITY, {Locale.EN: "312"}, value=value),
    ]
    assert list(counted(Segment("p1.s1", source).with_spans(spans))) == []


def test_a_figure_in_plain_digits_is_no_placeholder():
    span = Span(2, 7, SpanKind.QUANTITY, {Locale.EN: "96,000 people"}, value="96000")
    segment = Segment("p1.s1", "共有9.6万人。").with_spans([span])
    masked = mask(segment, [segment.spans], BARE, {segment.spans[0].id: "96,000人"})
    assert (masked.text, masked.placeholders) == ("共有96,000人。", ())
