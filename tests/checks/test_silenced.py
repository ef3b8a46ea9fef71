"""A workspace silences what a person has judged: it counts no more, and its reason stays with it."""

import ast
from pathlib import Path

import pytest

import i18n_news.checks
from i18n_news.checks import run_checks
from i18n_news.checks.codes import CODES
from i18n_news.checks.noted import NOTED
from i18n_news.checks.silenced import known_silences, silenced
from i18n_news.config import Silence
from i18n_news.errors import ConfigError
from i18n_news.model import Issue, Locale, Severity
from tests.checks.releases import dated, release

SOURCE = "2月30日，园区举行签约仪式。"
FOUND = Issue("impossible-date", Severity.WARNING, "p1.s1", Locale.ZH_HANS, "There is no such day.")
WHOLE = Issue("impossible-date", Severity.WARNING, "", Locale.ZH_HANS, "There is no such day.")


def parted(issues=(FOUND,), **silence):
    silence = {"check": "impossible-date", "release": "release", "reason": "The slogan says so.", **silence}
    return silenced(release(SOURCE, "x"), issues, [Silence(**silence)])


@pytest.mark.parametrize(
    "silence",
    [
        {},
        {"release": "*"},
        {"segment": "p1.s1"},
        {"text": "签约仪式"},
        {"text": "2月30日", "segment": "p1.s1"},
    ],
)
def test_an_issue_that_a_silence_covers_counts_no_more_and_has_its_reason(silence):
    checked = parted(**silence)
    assert (checked.issues, [issue.silenced for issue in checked.silenced]) == ((), ["The slogan says so."])


@pytest.mark.parametrize(
    "silence",
    [
        {"release": "another"},
        {"check": "wrong-weekday"},
        {"segment": "p1.s2"},
        {"text": "揭牌仪式"},
        {"text": "签约仪式", "segment": "p1.s2"},
    ],
)
def test_an_issue_that_no_silence_covers_counts(silence):
    checked = parted(**silence)
    assert FOUND in checked.issues and checked.silenced == ()


def test_the_words_of_a_traditional_release_are_found_too():
    document = release(SOURCE, "2月30日，園區舉行簽約儀式。", Locale.ZH_HANT_TW)
    checked = silenced(document, [FOUND], [Silence("impossible-date", "release", "quoted", text="簽約儀式")])
    assert checked.issues == ()


def test_an_issue_of_the_whole_release_has_no_words_to_be_found_by():
    assert WHOLE in parted([WHOLE], text="签约仪式").issues
    assert parted([WHOLE]).issues == ()


@pytest.mark.parametrize("silence", [{}, {"segment": "p1.s1"}, {"text": "签约仪式"}])
def test_a_silence_that_hits_nothing_is_stale(silence):
    (issue,) = parted([], **silence).issues
    assert (issue.check, issue.severity) == ("stale-silence", Severity.INFO)
    assert "impossible-date is silenced" in issue.message and "“The slogan says so.”" in issue.message


@pytest.mark.parametrize("name", ["*", "another"])
def test_a_silence_for_every_or_another_release_is_never_stale(name):
    assert parted([], release=name).issues == ()


def test_of_two_silences_the_first_gives_the_reason_and_neither_is_stale():
    both = [Silence("impossible-date", "release", reason, text=text) for reason, text in (("one", ""), ("two", "签约"))]
    checked = silenced(release(SOURCE, "x"), [FOUND], both)
    assert (checked.issues, [issue.silenced for issue in checked.silenced]) == ((), ["one"])


def test_a_real_check_is_silenced():
    document = dated(SOURCE)
    checked = silenced(
        document, run_checks(document), [Silence("impossible-date", "release", "quoted", text="2月30日")]
    )
    assert [issue.check for issue in checked.silenced] == ["impossible-date"]


@pytest.mark.parametrize(
    ("check", "hint"), [("impossible-dates", "did you mean 'impossible-date'"), ("xyz", "docs/checks.md lists them")]
)
def test_an_unknown_check_names_the_nearest(check, hint):
    with pytest.raises(ConfigError, match=rf"\[\[silence\]\] 2: unknown check '{check}'; {hint}"):
        known_silences([Silence("wrong-unit", "*", "why"), Silence(check, "*", "why")])


def test_every_check_that_yields_issues_can_be_silenced():
    written = set()
    for path in Path(i18n_news.checks.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_issue = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Issue"
            if is_issue and isinstance(node.args[0], ast.Constant):
                written.add(node.args[0].value)
    written |= {check for check, *_ in NOTED.values()}
    assert written - {"stale-silence"} - CODES == set(), "add them to checks/codes.py"
