"""Words that the glossary tells to avoid are blamed where they speak of its entry, with the reason."""

import pytest

from i18n_news.checks.avoided_rendering import avoided_renderings
from i18n_news.model import Locale
from tests.checks.releases import span
from tests.checks.texts import issues, text

EN = Locale.EN
SOURCE = "“一带一路”与创新战略对接。"
FORM = "Belt and Road Initiative"


def said(runs, *avoid, reason="", others=()):
    spans = [span(SOURCE, "一带一路", "term", {EN: FORM}, avoid=avoid, avoid_reason=reason), *others]
    return [issue.message for issue in issues(avoided_renderings, text((SOURCE, runs), spans={SOURCE: spans}))]


@pytest.mark.parametrize(
    ("avoided", "runs"),
    [
        ("strategy", "The Belt and Road strategy meets innovation."),
        ("strategy", ["The ", (FORM, 1), " strategy meets innovation."]),
        ("strategy", "The strategies of the Belt and Road Initiative meet innovation."),
        ("strategy", "Strategies along the road meet innovation."),
        ("OBOR", ["The ", (FORM, 1), " meets innovation, and after many more words OBOR comes."]),
        ("One Belt One Road", "The one belt  one road meets innovation."),
        ("new silk road", "New Silk Roads, or the Belt and Road Initiative, as many words say."),
    ],
)
def test_avoided_words_for_the_entry_are_an_error(avoided, runs):
    assert len(said(runs, avoided)) == 1


@pytest.mark.parametrize(
    ("avoided", "runs"),
    [
        ("strategy", ["The ", (FORM, 1), " is to be joined with the innovation strategy."]),
        ("strategy", "The Belt and Road Initiative stands. A strategy follows."),
        ("strategy", "The Belt and Road Initiative was strategized and is strategic."),
        ("OBOR", "The Belt and Road Initiative reached OBORNIKI."),
        ("road", "The Belt and Road Initiative meets innovation."),
    ],
)
def test_the_same_words_for_something_else_are_no_issue(avoided, runs):
    assert said(runs, avoided) == []


def test_avoided_words_inside_another_decided_form_are_no_issue():
    other = span(SOURCE, "创新战略", "term", {EN: "innovation strategy"})
    assert said(["The ", (FORM, 1), " ", ("innovation strategy", 2), " begins."], "strategy", others=[other]) == []
    assert said("The innovation strategy Belt and Road Initiative begins.", "strategy", others=[other]) == []


def test_the_message_gives_the_reason_and_the_right_words():
    (message,) = said("The Belt and Road strategy begins.", "strategy", reason="it is an initiative, not a strategy.")
    assert "(it is an initiative, not a strategy). Write “Belt and Road Initiative” instead." in message
