"""A text is about as long as its source lets expect."""

import pytest

from i18n_news.checks.length_ratio import length_ratios
from i18n_news.model import Locale
from tests.checks.releases import span
from tests.checks.texts import issues, text

EN, TW = Locale.EN, Locale.ZH_HANT_TW
SOURCE = "各支部把服务送到车间，把困难记在本子上。"
RIGHT = "Every branch takes its services to the workshops and writes difficulties down."
TRADITIONAL = "各支部把服務送到車間，把困難記在本子上。"


@pytest.mark.parametrize(
    "written",
    [
        " ".join([RIGHT] * 3),
        RIGHT + " and so on and so forth" * 5,
        "no " * 40,
        RIGHT + " (" + RIGHT + ") " + RIGHT,
        "word, word; word: " * 15,
    ],
)
def test_english_that_is_far_too_long_is_a_warning(written):
    assert len(issues(length_ratios, text((SOURCE, written)))) == 1


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (SOURCE, RIGHT),
        (SOURCE, RIGHT + " All of them do so in every week of the year."),
        (SOURCE, "Short."),
        ("服务职工。", "It serves each and every one of the workers of the whole zone."),
        (
            "支部用ISO 9001 and the other norms of the trade来服务职工和各个车间。",
            "By ISO 9001 and the other norms of the "
            "trade the branch serves the workers and the workshops of the zone, all of them.",
        ),
    ],
)
def test_english_of_a_usual_length_is_no_issue(source, written):
    assert issues(length_ratios, text((source, written))) == []


def test_a_decided_form_may_be_of_any_length():
    form = "a name of a great many words that the glossary gives to this one " * 3
    spans = {SOURCE: [span(SOURCE, "支部", "term", {EN: form.strip()})]}
    assert issues(length_ratios, text((SOURCE, [(form.strip(), 1), " serves."]), spans=spans)) == []


@pytest.mark.parametrize(
    ("written", "count"),
    [
        (TRADITIONAL, 0),
        (TRADITIONAL.replace("車間", "工作場所"), 0),
        (TRADITIONAL[:10], 1),
        (TRADITIONAL * 2, 1),
        (TRADITIONAL + "另有其他事項。", 1),
    ],
)
def test_a_chinese_edition_is_as_long_as_its_source(written, count):
    assert len(issues(length_ratios, text((SOURCE, written), locale=TW))) == count
