"""Silenced issues on their way through a build: to release.json, the review sheet and the summary."""

import json
from dataclasses import replace

import pytest

from i18n_news import pipeline
from i18n_news.cli.console import summary
from i18n_news.config import Config, Silence
from i18n_news.errors import ConfigError
from i18n_news.model import Issue, Locale, Severity
from tests.translate.fakes import FakeEngine, keeps_placeholders

RELEASE = "# 产业园开园\n\n2月30日，产业园开园。\n"
REASON = "The poem says <February 30>."


def build(folder, *silences):
    config = replace(Config(folder=folder), silence=silences)
    file = folder / "release.md"
    file.write_text(RELEASE, encoding="utf-8")
    return pipeline.build_file(file, config, models=pipeline.Models(FakeEngine(keeps_placeholders)))


@pytest.fixture
def silence():
    return Silence("impossible-date", "release", REASON, text="2月30日")


def test_without_a_silence_the_issue_counts(tmp_path):
    built = build(tmp_path)
    assert "impossible-date" in {issue.check for issue in built.issues} and built.silenced == ()


def test_a_silenced_issue_is_not_among_the_issues_and_does_not_fail(tmp_path, silence):
    built = build(tmp_path, silence)
    assert "impossible-date" not in {issue.check for issue in built.issues}
    assert [(issue.check, issue.silenced) for issue in built.silenced] == [("impossible-date", REASON)]


def test_release_json_records_it_with_the_reason(tmp_path, silence):
    content = json.loads((build(tmp_path, silence).folder / "release.json").read_text(encoding="utf-8"))
    assert [(row["check"], row["reason"]) for row in content["silenced"]] == [("impossible-date", REASON)]
    assert "impossible-date" not in {row["check"] for row in content["issues"]}


def test_the_review_sheet_shows_it_in_a_section_of_its_own(tmp_path, silence):
    page = (build(tmp_path, silence).folder / "review.html").read_text(encoding="utf-8")
    assert "Silenced issues (1)" in page and "The poem says &lt;February 30&gt;." in page


def test_a_review_sheet_without_silenced_issues_has_no_such_section(tmp_path):
    assert "Silenced issues" not in (build(tmp_path).folder / "review.html").read_text(encoding="utf-8")


def test_the_checks_once_more_honour_it_too(tmp_path, silence):
    built = build(tmp_path)
    _, checked = pipeline.check_file(built.folder, (silence,))
    assert [issue.check for issue in checked.silenced] == ["impossible-date"]


def test_an_unknown_check_stops_a_build_before_the_model_is_asked(tmp_path):
    config = replace(Config(folder=tmp_path), silence=(Silence("impossibel-date", "*", REASON),))
    path = tmp_path / "r.md"
    path.write_text(RELEASE, encoding="utf-8")
    with pytest.raises(ConfigError, match="did you mean 'impossible-date'"):
        pipeline.build_file(path, config)


WARNING = Issue("wrong-unit", Severity.WARNING, "p1.s1", Locale.EN, "It is wrong.")


@pytest.mark.parametrize(
    ("issues", "silenced", "words"),
    [
        ([], 0, "no issues"),
        ([], 3, "no issues, 3 silenced"),
        ([WARNING, WARNING], 1, "2 warnings, 1 silenced"),
        ([WARNING], 0, "1 warning"),
    ],
)
def test_the_summary_counts_them_apart(issues, silenced, words):
    assert summary(issues, silenced) == words
