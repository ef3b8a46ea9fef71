"""Two different sentences do not come out as the same English."""

import pytest

from i18n_news.checks.same_translation import same_translations
from i18n_news.model import Locale, Severity
from tests.checks.texts import issues, places, text

SAID = "The workshop produces cranes for export."


@pytest.mark.parametrize(
    "document",
    [
        text(("一车间生产出口起重机。", SAID), ("二车间生产出口起重机。", SAID)),
        text(("车间生产出口起重机。", SAID), ("车间停产出口起重机。", SAID.upper())),
        text(("今年出口12台起重机。", SAID), ("今年出口21台起重机。", SAID)),
        text(("出口增长5%左右。", "Exports rose by about five."), ("出口增长5左右。", "Exports rose by about five.")),
        text(
            ("一车间出口起重机", "Workshop exports cranes to Asia", "heading"),
            ("二车间出口起重机", "Workshop exports cranes to Asia", "heading"),
        ),
    ],
)
def test_the_same_english_for_two_sentences_is_a_warning(document):
    assert places(same_translations, document) == ["p2.s1"]


@pytest.mark.parametrize(
    "document",
    [
        text(("车间生产出口起重机。", SAID), ("车间生产出口起重机！", SAID)),
        text(("车间生产“出口”起重机。", SAID), ("车间生产出口 起重机。", SAID)),
        text(("年产１２台。", SAID), ("年产12台。", SAID)),
        text(("责任编辑：林一", "Editor: Lin Yi"), ("编辑：林一", "Editor: Lin Yi")),
        text(("车间产品走向海外", SAID, "headline"), ("车间生产出口起重机。", SAID)),
        text(("一车间生产起重机。", SAID), ("二车间生产起重机。", "The second workshop produces cranes.")),
        text(("车间甲", SAID), ("车间乙", SAID), locale=Locale.ZH_HANT_TW),
    ],
)
def test_what_may_be_the_same_is_no_issue(document):
    assert issues(same_translations, document) == []


def test_the_message_names_both_sources():
    (issue,) = issues(same_translations, text(("一车间出口起重机。", SAID), ("二车间出口起重机。", SAID)))
    assert issue.severity is Severity.WARNING
    assert all(words in issue.message for words in ("一车间", "二车间", "p1.s1"))
