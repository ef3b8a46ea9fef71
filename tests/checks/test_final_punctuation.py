"""A sentence ends as its source does, and a heading has no full stop."""

import pytest

from i18n_news.checks.final_punctuation import final_punctuation
from i18n_news.model import Locale
from tests.checks.texts import issues, text

TW = Locale.ZH_HANT_TW


@pytest.mark.parametrize(
    ("source", "written", "kind"),
    [
        ("支部服务职工。", "The branch serves workers", "paragraph"),
        ("支部服务职工。", "The branch serves workers,", "paragraph"),
        ("支部服务职工。", "The branch serves workers of the", "list-item"),
        ("支部服务谁？", "The branch serves somebody.", "paragraph"),
        ("支部服务职工。", "Does the branch serve workers?", "paragraph"),
        ("“支部服务职工。”", "“The branch serves workers”", "paragraph"),
        ("支部要做到：", "The branch must", "paragraph"),
        ("支部服务职工", "The branch serves workers.", "headline"),
        ("支部服务职工", "Branch serves;", "heading"),
        ("支部服务职工！", "The branch serves workers", "paragraph"),
    ],
)
def test_a_last_mark_that_does_not_fit_is_a_warning(source, written, kind):
    assert len(issues(final_punctuation, text((source, written, kind)))) == 1


@pytest.mark.parametrize(
    ("source", "written", "kind"),
    [
        ("支部服务职工。", "The branch serves workers.", "paragraph"),
        ("支部服务职工。”", "The branch serves workers.”", "paragraph"),
        ("支部服务“职工”。", "The branch serves “workers.”", "paragraph"),
        ("支部服务职工（含退休）。", "The branch serves workers (the retired too).", "paragraph"),
        ("支部服务职工！", "The branch serves workers.", "paragraph"),
        ("支部服务职工……", "The branch serves workers...", "paragraph"),
        ("支部服务谁？", "Whom does the branch serve?", "paragraph"),
        ("要明白服务了什么。", "What was served?", "paragraph"),
        ("支部要做到：", "The branch must:", "paragraph"),
        ("服务职工；", "serve workers; and", "list-item"),
        ("支部服务职工", "The branch serves workers", "list-item"),
        ("支部参观云汀公司", "Branch visits Yunting Co., Ltd.", "headline"),
        ("支部服务职工", "Branch serves workers", "headline"),
        ("支部服务谁？", "Whom does the branch serve?", "heading"),
        ("支部供图。", "Photo by the branch", "caption"),
        ("合计。", "Total", "table-row"),
        ("支部由云汀公司组建。", "The branch was set up by Yunting Co., Ltd.", "paragraph"),
    ],
)
def test_a_last_mark_that_fits_is_no_issue(source, written, kind):
    assert issues(final_punctuation, text((source, written, kind))) == []


@pytest.mark.parametrize(
    ("source", "written", "count"),
    [
        ("支部说“好”。", "支部說「好」。", 0),
        ("支部好．", "支部好。", 0),
        ("支部好", "支部好", 0),
        ("支部好。", "支部好", 1),
        ("支部好吗？", "支部好嗎。", 1),
    ],
)
def test_a_chinese_edition_ends_as_its_source(source, written, count):
    assert len(issues(final_punctuation, text((source, written), locale=TW))) == count
