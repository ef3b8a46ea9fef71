"""The full form of an entry stands before its short one."""

import pytest

from i18n_news.checks.first_mention import first_mentions
from i18n_news.model import Locale, Severity
from tests.checks.releases import span
from tests.checks.texts import issues, places, text

EN = Locale.EN
FULL, SHORT = "Yunting Economic and Technological Development Zone", "Development Zone"
ONE, TWO, THREE = "云汀经开区建成。", "云汀经开区扩建。", "支部服务职工。"
BOTH = "云汀经开区支持云汀经开区工会。"
PLACE = "glossary:places.tsv:7"


def entry(source, form, words="云汀经开区", origin=PLACE):
    return span(source, words, "place", {EN: form}, origin=origin)


SPANS = {ONE: [entry(ONE, FULL)], TWO: [entry(TWO, SHORT)]}


def twice(first, second):
    start = BOTH.rindex("云汀")
    later = entry(BOTH, second)
    later = type(later)(start, start + 5, later.kind, later.forms, origin=PLACE)
    return {BOTH: [entry(BOTH, first), later]}


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (text((TWO, [("Development Zone", 1), " grows."]), (ONE, [(FULL, 1), " is built."]), spans=SPANS), "p1.s1"),
        (text((TWO, "The Development Zone grows."), (ONE, f"The {FULL} is built."), spans=SPANS), "p1.s1"),
        (
            text(
                (ONE, [(FULL, 1), " built"], "headline"),
                (TWO, [(SHORT, 1), " grows."]),
                (ONE, [(FULL, 1), " is built."]),
                spans=SPANS,
            ),
            "p2.s1",
        ),
        (
            text((BOTH, ["The union of the ", (SHORT, 2), " is helped by ", (FULL, 1), "."]), spans=twice(FULL, SHORT)),
            "p1.s1",
        ),
        (text((BOTH, f"The {SHORT} union is helped by the {FULL}."), spans=twice(FULL, SHORT)), "p1.s1"),
    ],
)
def test_a_short_form_before_the_full_one_is_a_warning(document, place):
    assert places(first_mentions, document) == [place]


@pytest.mark.parametrize(
    "document",
    [
        text((ONE, [(FULL, 1), " is built."]), (TWO, [(SHORT, 1), " grows."]), spans=SPANS),
        text((TWO, [(SHORT, 1), " grows"], "headline"), (ONE, [(FULL, 1), " is built."]), spans=SPANS),
        text((TWO, [(SHORT, 1), " grows"], "caption"), (ONE, [(FULL, 1), " is built."]), spans=SPANS),
        text((TWO, [(SHORT, 1), " grows."]), (THREE, "The branch serves."), spans=SPANS),
        text((ONE, [(FULL, 1), " is built."]), (ONE, [(FULL, 1), " is built."]), spans=SPANS),
        text((BOTH, [(FULL, 1), " helps the ", (SHORT, 2), " union."]), spans=twice(FULL, SHORT)),
        text((BOTH, f"The {FULL} helps the {SHORT} union."), spans=twice(FULL, SHORT)),
    ],
)
def test_a_full_form_that_comes_first_is_no_issue(document):
    assert issues(first_mentions, document) == []


def test_a_full_form_that_was_decided_and_is_lost_is_told_by_another_check():
    document = text((ONE, f"The {SHORT} is built."), (TWO, [(SHORT, 1), " grows."]), spans=SPANS)
    assert issues(first_mentions, document) == []


def test_the_words_of_another_entry_are_no_short_form():
    zone = "开发区服务云汀经开区。"
    spans = {
        **SPANS,
        zone: [entry(zone, SHORT, "开发区", "glossary:places.tsv:9"), entry(zone, FULL)],
    }
    document = text((zone, [(SHORT, 1), " serves ", (FULL, 2), "."]), (TWO, [(SHORT, 1), " grows."]), spans=spans)
    assert issues(first_mentions, document) == []


def test_names_that_the_glossary_does_not_have_are_left_to_the_name_checks():
    spans = {
        ONE: [span(ONE, "云汀经开区", "place", {EN: FULL}, origin="names:lac")],
        TWO: [span(TWO, "云汀经开区", "place", {EN: SHORT}, origin="names:lac")],
    }
    assert issues(first_mentions, text((TWO, [(SHORT, 1)]), (ONE, [(FULL, 1)]), spans=spans)) == []


def test_the_message_says_what_to_write_where():
    document = text((TWO, [(SHORT, 1), " grows."]), (ONE, [(FULL, 1), " is built."]), spans=SPANS)
    (issue,) = issues(first_mentions, document)
    assert (issue.severity, issue.span_id) == (Severity.WARNING, "p1.s1.n1")
    assert f"Write “{FULL}” here" in issue.message
