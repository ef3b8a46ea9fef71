"""An English edition is spelled in one way."""

import pytest

from i18n_news.checks.mixed_spelling import american_only, british_only, mixed_spellings
from i18n_news.model import Locale
from tests.checks.releases import span
from tests.checks.texts import issues, text

SOURCE, OTHER = "中心服务职工。", "支部组织活动。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The centre serves workers.", "The center opens."),
        ("It has the colour of labor.", "Nothing else."),
        ("It organises travel.", "They organize more."),
        ("Travelling is their defence.", "Their neighbors agree."),
        ("Colour is here.", "It has favorite colors."),
        ("A cancelled programme of two metres", "It was canceled."),
    ],
)
def test_two_ways_of_spelling_are_one_warning(first, second):
    assert len(issues(mixed_spellings, text((SOURCE, first), (OTHER, second)))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The centre has its colour.", "It organises the programme."),
        ("The center has its color.", "It organizes the program."),
        ("The centre has its colour.", "It organizes and modernizes."),
        ("The International Labour Organization met.", "Their labor counts."),
        ("See theatre.example.org and www.centre.example.org.", "The center opens."),
        ("The centre checks its tires.", "The story of the program"),
        ("The center works towards it.", "It is among them."),
        ("The analyses of the metre", "An hour; our tour"),
    ],
)
def test_one_way_of_spelling_is_no_issue(first, second):
    assert issues(mixed_spellings, text((SOURCE, first), (OTHER, second))) == []


def test_a_decided_form_and_words_of_the_source_keep_their_spelling():
    spans = {SOURCE: [span(SOURCE, "中心", "term", {Locale.EN: "service centre"})]}
    runs = ["The ", ("service centre", 1), " serves labor."]
    assert issues(mixed_spellings, text((SOURCE, runs), spans=spans)) == []
    assert issues(mixed_spellings, text(("colour牌服务职工。", "The colour brand serves labor."))) == []


def test_the_rarer_spelling_is_blamed_and_both_are_named():
    document = text((SOURCE, "The colour of labor."), (OTHER, "The favorite center, honored."))
    (issue,) = issues(mixed_spellings, document)
    assert issue.segment_id == "p1.s1"
    assert issue.message.startswith("“colour” (p1.s1): British spelling, but “labor” (p1.s1)")


def test_words_that_both_sides_have_tell_nothing():
    assert not {"tire", "check", "story", "program", "toward", "among", "practice", "meter"} & american_only()
    assert not british_only() & american_only()
