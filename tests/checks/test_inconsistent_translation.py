"""A sentence that stands twice in a release is worded in one way."""

import pytest

from i18n_news.checks.inconsistent_translation import inconsistent_translations
from i18n_news.model import Locale, Severity
from tests.checks.releases import span
from tests.checks.texts import issues, places, text

EN, TW = Locale.EN, Locale.ZH_HANT_TW
RAIN = "雨后的道路已经恢复通行。"
ZONE = "云汀开发区加快建设。"


@pytest.mark.parametrize(
    "document",
    [
        text((RAIN, "The roads are open after the rain."), (RAIN, "After the rain, the roads reopened.")),
        text((RAIN, "Roads are open."), ("雨后的道路已经恢复通行！", "Streets are open!")),
        text((RAIN, "Roads are open."), ("雨后的道路 已经恢复通行。", "Roads are Open.")),
        text(("合计", "Total", "table-row"), ("合计", "Sum", "table-row")),
        text(("雨后通车", "Roads reopen", "heading"), ("雨后通车", "Traffic after rain", "heading")),
        text((RAIN, "道路已恢復通行。"), (RAIN, "道路已經恢復通行。"), locale=TW),
    ],
)
def test_a_second_wording_is_a_warning_at_its_place(document):
    assert places(inconsistent_translations, document) == ["p2.s1"]


@pytest.mark.parametrize(
    "document",
    [
        text((RAIN, "The roads are open."), (RAIN, "the  roads are open.")),
        text((RAIN, "The roads are open."), ("雨后的道路已经恢复通行", "The roads are open")),
        text((RAIN, "The roads are open."), ("雨前的道路已经恢复通行。", "Roads had opened.")),
        text(("雨后通车", "Roads reopen", "headline"), ("雨后通车", "The roads have reopened.")),
        text(("2025", "2025", "table-row"), ("2025", "in 2025", "table-row")),
        text((RAIN, "The roads are open.")),
        text((RAIN, "雨后的道路"), (RAIN, "雨后的路"), locale=Locale.ZH_HANS),
    ],
)
def test_one_wording_is_no_issue(document):
    assert issues(inconsistent_translations, document) == []


def test_a_form_may_be_full_first_and_short_later():
    spans = {ZONE: [span(ZONE, "云汀开发区", "place", {EN: "Yunting Development Zone"}, origin="glossary:a.tsv:2")]}
    document = text(
        (ZONE, [("Yunting Development Zone", 1), " builds faster."]),
        (ZONE, ["The ", ("Zone", 1), " builds faster."]),
        spans=spans,
    )
    assert issues(inconsistent_translations, document) == []


def test_the_message_shows_both_wordings():
    (issue,) = issues(inconsistent_translations, text((RAIN, "Roads are open."), (RAIN, "Streets are clear.")))
    assert issue.severity is Severity.WARNING
    assert all(
        words in issue.message for words in ("Roads are open.", "Streets are clear.", "p1.s1", "Use one wording")
    )
