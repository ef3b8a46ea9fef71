"""A decided form stands in the target, in a run of its own or in the free text, or an issue says that it does not."""

import pytest

from i18n_news.checks import run_checks
from i18n_news.model import Locale, Severity, SpanKind
from tests.checks.releases import found, release, span

SOURCE = "园区党工委书记钟远航要求各支部做好三进三问。"
FORMS = {
    "园区党工委": "Park Party Working Committee",
    "书记": "secretary",
    "三进三问": "Three Visits and Three Questions",
}
KINDS = {"园区党工委": "organization", "书记": "title", "三进三问": "slogan"}
EN, TW = Locale.EN, Locale.ZH_HANT_TW


def spans(*words, avoid=()):
    return [span(SOURCE, word, KINDS[word], {EN: FORMS[word]}, avoid=avoid, origin="t.tsv:3") for word in words]


SAID = [
    ["Every branch must do the ", ("Three Visits and Three Questions", 1), " well."],
    ["Every branch must do the three visits and three questions well."],
    ["The Three Visits and Three Questions", " matter."],
    [("Three  Visits and Three\u00a0Questions", 1), " matter."],
    ["It named the ", ("Three Visits and ", 1), ("Three Questions", 1), "."],
    ["The Three Visits and Three Questions’ aim is clear."],
]
NOT_SAID = [
    ["Every branch must make visits and ask questions."],
    ["Every branch must do the ", ("Three Visits", 1), " well."],
    ["Every branch must do the ", ("Four Visits and Three Questions", 1), " well."],
    ["Three VisitsandThree Questions"],
    ["Visits and Three Questions, Three"],
]


@pytest.mark.parametrize("runs", SAID)
def test_a_term_that_stands_as_decided_is_no_issue(runs):
    assert found("missing-term", release(SOURCE, runs, spans=spans("三进三问"))) == []


@pytest.mark.parametrize("runs", NOT_SAID)
def test_a_term_that_is_lost_or_altered_is_an_error(runs):
    assert len(found("missing-term", release(SOURCE, runs, spans=spans("三进三问")), Severity.ERROR)) == 1


def test_the_message_names_the_form_the_place_in_the_glossary_and_what_stands_there():
    (message,) = found("missing-term", release(SOURCE, [("Three Visits", 1)], spans=spans("三进三问")))
    assert all(
        part in message for part in ("三进三问", "Three Visits and Three Questions", "t.tsv:3", "says “Three Visits”")
    )


@pytest.mark.parametrize(
    "text", ["The secretaries met.", "Secretary Zhong met them.", "the secretary's word", "SECRETARY"]
)
def test_a_title_may_be_plural_possessive_or_in_capitals(text):
    assert found("missing-term", release(SOURCE, text, spans=spans("书记"))) == []


@pytest.mark.parametrize("written", ["the leading members' group", "the leading members’ group"])
@pytest.mark.parametrize("form", ["leading members' group", "leading members’ group"])
def test_both_apostrophes_are_the_same(form, written):
    assert found("missing-term", release(SOURCE, written, spans=[span(SOURCE, "书记", "title", {EN: form})])) == []


def test_a_short_form_does_not_take_the_words_of_a_longer_one():
    source = "开发区与经济开发区合作。"
    both = [
        span(source, "经济开发区", "term", {EN: "Economic Development Zone"}),
        span(source, "开发区", "term", {EN: "Development Zone"}),
    ]
    assert len(found("missing-term", release(source, "The Economic Development Zone works.", spans=both))) == 1


def test_a_form_must_stand_as_often_as_its_spans():
    source = "总站连接总站。"
    twice = [span(source, "总站", "term", {EN: "Main Station"}), span(source, "总站。", "term", {EN: "Main Station"})]
    assert len(found("missing-term", release(source, "The Main Station links itself.", spans=twice))) == 1


def test_a_span_without_a_form_is_left_to_the_engine():
    assert found("missing-term", release(SOURCE, "Anything.", spans=[span(SOURCE, "三进三问")])) == []


def person(**forms):
    return [span(SOURCE, "钟远航", "person", {Locale(key.replace("_", "-")): form for key, form in forms.items()})]


@pytest.mark.parametrize(
    "runs",
    [
        [("Zhong Yuanhang", 1), " asked for it."],
        ["It was asked for by Zhong Yuanhang."],
        ["ZHONG YUANHANG asks"],
        [("Zhong Yuanhang", 1), "’s word"],
        ["Zhong Yuanhang's word"],
    ],
)
def test_a_name_that_is_kept_is_no_issue(runs):
    assert found("name-not-kept", release(SOURCE, runs, spans=person(en="Zhong Yuanhang"))) == []


@pytest.mark.parametrize(
    "runs",
    [
        ["Zhong Yuanhan asked for it."],
        ["Clock Sailing asked for it."],
        [("Zhong", 1), " asked for it."],
        ["zhong yuanhang asked for it."],
        ["Zhong Yuanhangs"],
        ["Yuanhang Zhong asked for it."],
    ],
)
def test_a_name_that_is_not_kept_is_an_error(runs):
    assert len(found("name-not-kept", release(SOURCE, runs, spans=person(en="Zhong Yuanhang")), Severity.ERROR)) == 1


def test_a_lower_case_particle_may_begin_a_sentence():
    spans = [span(SOURCE, "钟远航", "person", {EN: "van der Berg"})]
    assert found("name-not-kept", release(SOURCE, "Van der Berg asked for it.", spans=spans)) == []


@pytest.mark.parametrize(
    "runs",
    [
        ["園區", ("鍾遠航", 1), "要求"],
        ["園區鍾遠航要求"],
        ["「鍾遠航」要求"],
        [("鍾", 1), ("遠航", 1), "要求"],
        ["鍾遠航與鐘遠航要求"],
    ],
)
@pytest.mark.parametrize("locale", [TW, Locale.ZH_HANT_HK])
def test_a_traditional_edition_that_keeps_the_form_of_a_name_is_no_issue(runs, locale):
    spans = [span(SOURCE, "钟远航", "person", {locale: "鍾遠航"})]
    assert found("name-not-kept", release(SOURCE, runs, locale, spans)) == []


@pytest.mark.parametrize(
    "runs",
    [
        ["園區", ("鐘遠航", 1), "要求"],
        ["園區鐘遠航要求"],
        ["園區钟远航要求"],
        ["園區鍾遠要求"],
        ["園區書記要求"],
    ],
)
@pytest.mark.parametrize("locale", [TW, Locale.ZH_HANT_HK])
def test_a_traditional_edition_that_loses_the_form_of_a_name_is_an_error(runs, locale):
    spans = [span(SOURCE, "钟远航", "person", {locale: "鍾遠航"})]
    assert len(found("name-not-kept", release(SOURCE, runs, locale, spans), Severity.ERROR)) == 1


@pytest.mark.parametrize("kind", [kind for kind in SpanKind if not kind.is_figure])
def test_every_kind_that_is_decided_is_looked_for(kind):
    document = release(
        SOURCE,
        "The park asks every branch to do it well.",
        spans=[span(SOURCE, "三进三问", kind, {EN: "Three Visits"})],
    )
    assert [issue.check for issue in run_checks(document)] == ["name-not-kept" if kind.is_name else "missing-term"]


@pytest.mark.parametrize(
    ("avoided", "text"),
    [
        ("Three Ins and Three Asks", "the three ins and three asks of the branches"),
        ("$", "It costs $3."),
        ("Three Enters", "Three Enters, Three Visits and Three Questions"),
        ("zone secretary", "the Zone  Secretary said"),
        ("甲", "class 甲乙"),
    ],
)
def test_an_avoided_rendering_is_an_error_that_says_what_to_write(avoided, text):
    (message,) = found("avoided-rendering", release(SOURCE, text, spans=spans("三进三问", avoid=(avoided,))))
    assert "Write “Three Visits and Three Questions” instead" in message


@pytest.mark.parametrize(
    ("avoided", "text"),
    [
        ("ask", "The tasks are asked for."),
        ("Three Visits", "the Three Visits and Three Questions"),
        ("Three Visits", ["the ", ("Three Visits and Three Questions", 1)]),
        ("Three Ins", "Nothing of the kind."),
        (" ", "Blank in the glossary."),
    ],
)
def test_words_that_only_look_like_an_avoided_rendering_are_no_issue(avoided, text):
    assert found("avoided-rendering", release(SOURCE, text, spans=spans("三进三问", avoid=(avoided,)))) == []


TERM = "Three Visits and Three Questions"


@pytest.mark.parametrize(
    ("runs", "count"),
    [
        ([(TERM, 1), " and ", (TERM, 1)], 1),
        ([(TERM, 1), ", ", (f"The {TERM}", 1), " again"], 1),
        ([(TERM, 1), " (", (TERM.upper(), 1), ")"], 1),
        (["The ", (TERM, 1), " of ", (f"{TERM}’", 1), " aim"], 1),
        ([(TERM, 1), ", ", (TERM, 1), " and ", (TERM, 1)], 1),
        ([(TERM, 1), " and more of it"], 0),
        ([("Three Visits and ", 1), ("Three Questions", 1)], 0),
        ([f"{TERM} and {TERM}"], 0),
        ([(TERM, 1), " and ", ("Three Visits", 1)], 0),
        ([(TERM, 1), f" and {TERM}"], 0),
    ],
)
def test_a_form_in_two_runs_of_one_span_is_a_warning(runs, count):
    assert len(found("doubled-form", release(SOURCE, runs, spans=spans("三进三问")), Severity.WARNING)) == count
