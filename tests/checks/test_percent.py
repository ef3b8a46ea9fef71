"""Percent stays percent, and percentage points stay percentage points."""

import pytest

from i18n_news.checks.percent import percents
from i18n_news.model import Locale
from tests.checks.texts import issues, text


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("合格率为98.2%。", "The yield stands at 98.2."),
        ("合格率为百分之九十八。", "The yield stands at 98."),
        ("合格率提高3个百分点。", "The yield rose by 3 percent."),
        ("合格率提高３％。", "The yield rose by 3."),
        ("新增工人30名。", "Workers increased by 30 percent."),
        ("重点项目已完成30个。", "Priority projects are 30 percent complete."),
        ("会议11时开始。", "The meeting began at 11%."),
    ],
)
def test_percent_that_is_lost_added_or_changed_is_a_warning(source, written):
    assert len(issues(percents, text((source, written)))) == 1


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("合格率为98.2%。", "The yield is 98.2 percent."),
        ("合格率为98.2%。", "The yield is 98.2%."),
        ("合格率为百分之九十八。", "Ninety-eight per cent passed."),
        ("合格率提高3个百分点。", "The yield rose by 3 percentage points."),
        ("合格率提高3个百分点。", "The yield rose 3 points, to 98 percent."),
        ("三成工人参加。", "Some 30 percent of the workers took part."),
        ("50%的工人参加。", "Half of the workers took part."),
        ("工人占比提高。", "The percentage of workers rose."),
        ("新增工人30名。", "There are 30 more workers."),
    ],
)
def test_percent_in_any_right_form_is_no_issue(source, written):
    assert issues(percents, text((source, written))) == []


def test_chinese_editions_are_not_looked_at():
    assert issues(percents, text(("为98%。", "為九成八。"), locale=Locale.ZH_HANT_TW)) == []
