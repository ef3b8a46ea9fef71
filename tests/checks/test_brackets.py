"""Brackets are neither invented nor lost with what only they say."""

import pytest

from i18n_news.checks.brackets import brackets
from i18n_news.model import Locale, State
from tests.checks.releases import span
from tests.checks.texts import issues, text

EN, TW = Locale.EN, Locale.ZH_HANT_TW
PLAIN, BRACKETED = "支部服务职工。", "支部（工会）服务职工。"


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (PLAIN, "The branch (and others) serves workers."),
        (PLAIN, "The branch (serves workers."),
        (PLAIN, "The branch serves workers)."),
        (BRACKETED, "The branch (union serves workers."),
        (BRACKETED, "The branch (union) serves workers (all of them)."),
        ("支部（英文名Warm Hands）服务职工。", "The branch serves workers."),
    ],
)
def test_brackets_that_are_added_alone_or_lost_with_their_words_are_a_warning(source, written):
    assert len(issues(brackets, text((source, written)))) == 1


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (BRACKETED, "The branch (union) serves workers."),
        (BRACKETED, "The branch [union] serves workers."),
        (BRACKETED, "The branch, a union, serves workers."),
        (PLAIN, "The branch serves workers."),
        (PLAIN, "The Trade Union Branch (TUB) serves workers."),
        ("（一）支部服务职工。", "The branch serves workers."),
        ("一是支部服务职工。", "1) The branch serves workers."),
        ("支部（Branch）服务职工。", "The branch serves workers."),
        ("支部（英文名Warm Hands）服务职工。", "The branch, Warm Hands in English, serves workers."),
        ("支部（工会林一说，服务职工。", "The branch (Lin Yi of the union) serves workers, he said."),
        ("发〔2025〕3号文件", "document [2025] No. 3"),
    ],
)
def test_brackets_that_fit_are_no_issue(source, written):
    assert issues(brackets, text((source, written))) == []


@pytest.mark.parametrize(
    "runs",
    [
        [("200 mu (13.3 hectares)", 1), " are built on."],
        ["The site (", ("200 mu (13.3 hectares)", 1), ") is built on."],
        ["About 200 mu (13.3 hectares) are built on."],
    ],
)
def test_brackets_of_a_decided_form_or_around_it_are_no_issue(runs):
    source = "用地200亩。"
    spans = {source: [span(source, "200亩", "quantity", {EN: "200 mu (13.3 hectares)"})]}
    assert issues(brackets, text((source, runs), spans=spans)) == []


def test_a_person_may_add_an_explanation():
    assert issues(brackets, text((PLAIN, "The branch (a union group) serves."), state=State.REVIEWED)) == []


@pytest.mark.parametrize(
    ("written", "count"), [("支部（工會）服務職工。", 0), ("支部工會服務職工。", 1), ("支部（工會服務。", 1)]
)
def test_a_chinese_edition_has_the_brackets_of_its_source(written, count):
    assert len(issues(brackets, text((BRACKETED, written), locale=TW))) == count
