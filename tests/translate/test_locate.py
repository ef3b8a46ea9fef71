"""Decided forms found in the engine's own words, written as the form has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.model import Locale, Run, Span, SpanKind
from i18n_news.translate.locate import locate
from tests.strategies import nasty_text


def span(form, kind=SpanKind.TERM, number=1):
    return Span(number - 1, number, kind, {Locale.EN: form}, id=f"p1.s1.n{number}")


def found(runs, *spans):
    """The texts of the runs that render a span."""
    placed, _ = locate(runs, spans)
    return [run.text for run in placed if run.span_id]


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("The National Green factory opens.", "green factory", "green factory"),
        ("It pays the Housing Provident Funds.", "housing provident fund", "housing provident fund"),
        ("He said that, Industrial chain first, all is well.", "industrial chain", "industrial chain"),
        ("the “big” Green Factory", "green factory", "green factory"),
        ("Workers' Green Factory", "green factory", "green factory"),
        ("from 9.5 Green Factory units", "green factory", "green factory"),
        ("all of its (Green Factory) plans", "green factory", "green factory"),
        ("the GREEN FACTORY", "green factory", "green factory"),
        ("the green factory", "Green Factory", "Green Factory"),
        ("Green Factory opens.", "green factory", "Green factory"),
        ("  Green Factory opens.", "green factory", "Green factory"),
        ("• Green Factory", "green factory", "Green factory"),
        ("(2) Green Factory", "green factory", "Green factory"),
        ("b. Green Factory", "green factory", "Green factory"),
        ("It rains. Green Factory opens.", "green factory", "Green factory"),
        ("It rains! Green Factory opens.", "green factory", "Green factory"),
        ("Rain? Green Factory opens.", "green factory", "Green factory"),
        ("In brief: Green Factory opens.", "green factory", "Green factory"),
        ("He said, “Green Factory first.”", "green factory", "Green factory"),
        ('He said, "Green Factory first."', "green factory", "Green factory"),
        ("They call it ‘Green Factory’.", "green factory", "Green factory"),
        ("“It rains.” Green Factory opens.", "green factory", "Green factory"),
        ('"It rains." Green Factory opens.', "green factory", "Green factory"),
        ("(It rains.) Green Factory opens.", "green factory", "Green factory"),
        ("It rains. green factory opens.", "green factory", "green factory"),
    ],
)
def test_a_capital_is_kept_only_where_a_sentence_begins_or_the_form_has_one(text, form, expected):
    assert found((Run(text),), span(form)) == [expected]


def test_behind_another_form_nothing_begins():
    runs = (Run("Qingshi", "p1.s1.n1"), Run(" Green Factory opens"))
    assert found(runs, span("green factory", number=2)) == ["Qingshi", "green factory"]


def test_a_form_that_ends_with_a_stop_ends_no_sentence():
    """Co., Ltd. stands before a noun as often as before a sentence; the engine's capital is then no proof."""
    runs = (Run("the Hexin Co., Ltd.", "p1.s1.n1"), Run(" Green Factory opens"))
    assert found(runs, span("green factory", number=2)) == ["the Hexin Co., Ltd.", "green factory"]


def test_behind_a_form_and_a_full_stop_a_sentence_begins():
    runs = (Run("Qingshi", "p1.s1.n1"), Run(". Green Factory opens"))
    assert found(runs, span("green factory", number=2)) == ["Qingshi", "Green factory"]


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("the greenfactory", "green factory", SpanKind.TERM),
        ("the factory", "green factory", SpanKind.TERM),
        ("Li Shuxia came", "Li", SpanKind.PERSON),
        ("the factorys", "a factory", SpanKind.TERM),
    ],
    ids=["one word", "half of it", "a surname in a full name", "another article"],
)
def test_what_is_not_the_form_is_lost(text, form, kind):
    runs, lost = locate((Run(text),), [span(form, kind)])
    assert (runs, [each.id for each in lost]) == ((Run(text),), ["p1.s1.n1"])


def test_longer_forms_look_first():
    spans = [span("Development Zone"), span("Economic Development Zone", number=2)]
    runs, lost = locate((Run("the Economic Development Zone"),), spans)
    assert ([run.span_id for run in runs if run.span_id], [each.id for each in lost]) == (["p1.s1.n2"], ["p1.s1.n1"])


@given(nasty_text, nasty_text, st.sampled_from(["green factory", "Zone", "12", "RMB 1.2 billion"]), st.booleans())
def test_a_form_that_stands_free_is_found_as_it_is_and_nothing_else_is_changed(before, after, form, is_capital):
    said = form[0].upper() + form[1:] if is_capital else form
    text = f"{before} , {said} , {after}"
    runs, lost = locate((Run(text),), [span(form)])
    assert not lost
    assert "".join(run.text for run in runs).casefold() == text.casefold()


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("the needs of the development zones grew", " grew"),
        ("the needs of all development zones grew", "s grew"),
        ("the needs of the development zone grew", " grew"),
    ],
)
def test_a_proper_name_behind_the_has_no_plural(text, after):
    placed, _ = locate((Run(text),), (span("Development Zone"),))
    assert placed[-1].text == after
