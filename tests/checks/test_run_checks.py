"""All checks together: notes become issues, order is the text's, nothing is told twice, nothing raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.checks import CHECKS, run_checks
from i18n_news.checks.noted import NOTED
from i18n_news.model import Locale, Severity, Span, SpanKind
from tests.checks.releases import note, release, span
from tests.strategies import documents

EN = Locale.EN
SOURCE = "邹启明走访了雁湖产业园。"


@pytest.mark.parametrize("kind", NOTED)
def test_a_note_that_a_person_should_know_becomes_an_issue(kind):
    check, severity, _ = NOTED[kind]
    issues = run_checks(release(SOURCE, "He came to the park today.", notes=[note(kind)]))
    assert [(issue.check, issue.severity) for issue in issues] == [(check, severity)]


@pytest.mark.parametrize("kind", ["space", "punctuation", "joined", "seen", "quote"])
def test_a_note_of_another_kind_is_no_issue(kind):
    assert (
        run_checks(release(SOURCE, "He came to the park today.", notes=[note(kind)], document_notes=[note(kind)])) == ()
    )


def test_a_form_placed_by_fallback_is_an_error_at_its_span():
    spans = [span(SOURCE, "雁湖产业园", "place", {EN: "Yanhu Park"})]
    runs = ["Zou came (", ("Yanhu Park", 1), ")."]
    (issue,) = run_checks(release(SOURCE, runs, spans=spans, notes=[note("fallback", "it was lost", 6, 11)]))
    assert (issue.severity, issue.span_id) == (Severity.ERROR, "p1.s1.n1")


def test_notes_on_the_release_count_for_its_own_locale():
    (issue,) = run_checks(release(SOURCE, "He came to the park today.", document_notes=[note("damage")]))
    assert issue.locale is Locale.ZH_HANS


def test_the_same_note_twice_is_one_issue():
    assert len(run_checks(release(SOURCE, "He came to the park today.", notes=[note("damage")] * 2))) == 1


def test_a_faithful_target_raises_no_issue():
    source = "邹启明9月17日走访雁湖产业园，项目总投资12亿元、面积12万平方米，增长8.5%。"
    spans = [
        span(source, "邹启明", "person", {EN: "Zou Qiming"}),
        span(source, "9月17日", "date", {EN: "September 17"}, value="--09-17"),
        span(source, "雁湖产业园", "place", {EN: "Yanhu Industrial Park"}, avoid=("Wild Goose Park",)),
        span(source, "12亿元", "quantity", {EN: "RMB 1.2 billion"}, value="1200000000 CNY"),
        span(source, "12万平方米", "quantity", {EN: "120,000 square meters"}, value="120000 m2"),
        span(source, "8.5%", "quantity", {EN: "8.5 percent"}, value="8.5 percent"),
    ]
    runs = [
        ("Zou Qiming", 1), " visited ", ("Yanhu Industrial Park", 3), " on ", ("September 17", 2), ". The works, ",
        ("RMB 1.2 billion", 4), ", covers ", ("120,000 square meters", 5), ", up ", ("8.5 percent", 6), ".",
    ]  # fmt: skip
    document = release(source, runs, spans=spans)
    assert run_checks(document) == ()
    assert run_checks(release(source, "".join(r if isinstance(r, str) else r[0] for r in runs), spans=spans)) == ()


@given(documents())
def test_checks_never_raise_and_say_each_thing_once(document):
    issues = run_checks(document)
    assert len(set(issues)) == len(issues)


@given(documents())
def test_issues_stand_in_the_order_of_the_text(document):
    order = [segment.id for segment in document.segments()]
    places = [order.index(issue.segment_id) for issue in run_checks(document) if issue.segment_id]
    assert places == sorted(places)


@given(documents(), st.sampled_from(CHECKS))
def test_every_issue_of_a_check_names_its_edition(document, check):
    for edition in document.editions.values():
        assert all(issue.locale is edition.locale for issue in check(document, edition))


@given(st.lists(st.sampled_from(["Zou Qiming", "Yanhu Park", "the Spring Cup"]), min_size=1, max_size=6))
def test_forms_in_runs_of_their_own_are_never_missed(forms):
    source = "甲" * len(forms)
    kinds = [SpanKind.TERM, SpanKind.PERSON]
    spans = [Span(n, n + 1, kinds[n % 2], {EN: form}) for n, form in enumerate(forms)]
    runs = [part for n, form in enumerate(forms, start=1) for part in ((form, n), " and ")]
    assert run_checks(release(source, runs, spans=spans)) == ()
