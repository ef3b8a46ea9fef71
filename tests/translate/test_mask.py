import pytest
from hypothesis import given

from i18n_news.model import Locale, Run, Segment, Span, SpanKind
from i18n_news.translate.compose import chains, compose
from i18n_news.translate.mask import FAMILIES, mask, restore
from tests.strategies import segments

BARE, QUOTED, P = FAMILIES


def two_terms():
    spans = [Span(0, 2, SpanKind.TERM, {Locale.EN: "alpha"}), Span(3, 5, SpanKind.TERM, {Locale.EN: "beta"})]
    return Segment("p1.s1", "甲甲和乙乙").with_spans(spans)


@given(segments())
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_unmask_is_the_inverse_of_mask(family, segment):
    assert mask(segment, list(chains(segment)), family).unmask(segment.source) == segment.source


@given(segments())
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_an_engine_that_changes_nothing_loses_no_span(family, segment):
    masked = mask(segment, list(chains(segment)), family)
    restored = restore(masked.text, masked, {slot.number: compose(slot.spans) for slot in masked.slots})
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
