"""Figures in the engine's own words: found by their value, refused where unsure."""

import pytest
from hypothesis import given

from i18n_news.model import Locale, Run, Span, SpanKind
from i18n_news.translate.locate import locate
from i18n_news.translate.said import said
from tests.strategies import nasty_text


def figure(form, value):
    return Span(0, 1, SpanKind.QUANTITY, {Locale.EN: form}, value=value, id="p1.s1.n1")


def words(text, form, value):
    stretch = said(figure(form, value), text)
    return text[slice(*stretch)] if stretch else None


@pytest.mark.parametrize(
    ("text", "form", "value", "expected"),
    [
        ("Fifteen of the plants came last year.", "15", "15", "Fifteen"),
        ("Two thirds of the workers live here.", "two-thirds", "2/3", "Two thirds"),
        ("a decade ago", "10 years", "10 years", "a decade"),
        ("the 48-year-old bridge", "48 years", "48 years", "48-year-old"),
        ("between 3 and 5 per cent of them", "3 to 5 percent", "3..5 percent", "3 and 5 per cent"),
        ("it doubled within a year", "twofold", "x2", "doubled"),
        ("over forty firms", "more than 40", ">40", "forty"),
        ("New Zealand's first inhabitants", "the first batch", "1st batch", "first"),
    ],
)
def test_the_engines_words_for_a_figure_are_found(text, form, value, expected):
    assert words(text, form, value) == expected


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("Fourteen of the plants came last year.", "15", "15"),
        ("forty firms", "more than 40", ">40"),
        ("one of the plants", "one", "1"),
        ("fifteen billion dollars", "RMB 15 billion", "15000000000 CNY"),
        ("three plants in three districts", "three", "3"),
        ("the plants", "15", "15"),
        ("no figure in it", "a form", ""),
    ],
    ids=["another number", "no bound", "one", "money", "two places", "nothing", "no value"],
)
def test_unsure_words_are_left_alone(text, form, value):
    assert words(text, form, value) is None


def test_the_engines_words_become_the_run_of_their_span_in_american_spelling():
    runs, lost = locate((Run("between 3 and 5 per cent of them"),), [figure("3 to 5 percent", "3..5 percent")])
    assert [run.text for run in runs if run.span_id] == ["3 and 5 percent"]
    assert not lost


@given(nasty_text)
def test_what_is_found_lies_inside_the_text(text):
    stretch = said(figure("15", "15"), text)
    assert stretch is None or 0 <= stretch[0] < stretch[1] <= len(text)
