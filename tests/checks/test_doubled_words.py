"""No word stands twice in a row unless English means it."""

import pytest

from i18n_news.checks.doubled_words import doubled_words
from i18n_news.model import Locale
from tests.checks.releases import span
from tests.checks.texts import issues, text

EN, TW = Locale.EN, Locale.ZH_HANT_TW
SOURCE = "工会服务职工。"


@pytest.mark.parametrize(
    "written",
    [
        "The the union serves workers.",
        "The union serves serves workers.",
        "It was founded in in 1992.",
        "They exchange learning and learning.",
        "It drives social development and social development.",
        "The union,, with others, serves.",
        "The union serves workers..",
        "It helps workers workers in the zone.",
    ],
)
def test_a_word_said_twice_is_a_warning(written):
    assert len(issues(doubled_words, text((SOURCE, written)))) == 1


@pytest.mark.parametrize(
    "written",
    [
        "They said that that was enough.",
        "It had had an effect.",
        "It grew again and again, more and more.",
        "The people of Walla Walla came.",
        "A very very long day…",
        "Vitamin A a day.",
        "from step to step, step by step",
        "Wait... and see.",
        "Nos. 3 3 and 4 4",
        "the union and the unions",
        "It is in In Salah.",
    ],
)
def test_what_english_doubles_is_no_issue(written):
    assert issues(doubled_words, text((SOURCE, written))) == []


@pytest.mark.parametrize(
    ("runs", "count"),
    [
        (["The trade ", ("trade union", 1), " serves."], 1),
        ([("trade union", 1), " and ", ("trade union", 1), " serve."], 0),
        ([("Yaya Yaya Union", 1), " serves."], 0),
        ([("ha ha union", 1), " serves."], 0),
    ],
)
def test_a_pair_inside_a_decided_form_was_meant(runs, count):
    spans = {SOURCE: [span(SOURCE, "工会", "term", {EN: "trade union"})]}
    assert len(issues(doubled_words, text((SOURCE, runs), spans=spans))) == count


@pytest.mark.parametrize("written", ["職工的的權益", "工會與與職工", "服務了了職工", "職工，，工會", "把把服務送到"])
def test_a_doubled_particle_or_mark_in_a_chinese_edition_is_a_warning(written):
    assert len(issues(doubled_words, text((SOURCE, written), locale=TW))) == 1


@pytest.mark.parametrize(
    "written", ["這一目的的實現", "標的的價格", "的的確確", "不了了之", "高高興興", "六百一十一一一"]
)
def test_right_chinese_doubles_are_no_issue(written):
    assert issues(doubled_words, text((SOURCE, written), locale=TW)) == []


def test_what_the_source_doubles_is_told_in_its_own_edition_only():
    assert issues(doubled_words, text(("职工，，工会", "職工，，工會"), locale=TW)) == []
    assert len(issues(doubled_words, text(("职工，，工会", "职工，，工会"), locale=Locale.ZH_HANS))) == 1
