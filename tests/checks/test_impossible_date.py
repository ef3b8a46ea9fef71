"""A day that no calendar has is told once: of the source, or of the English where only the English has it."""

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.checks import run_checks
from i18n_news.model import Locale, Severity
from tests.checks.releases import dated, found
from tests.strategies import nasty_text

PUBLISHED = "2026-09-17"


def issues(source, english="It was so.", date=PUBLISHED):
    return found("impossible-date", dated(source, english, date))


@pytest.mark.parametrize(
    "source",
    [
        "2月30日，园区举行签约仪式。",
        "项目将于2026年6月31日投产。",
        "9月31号以前全部交付。",
        "2027年2月29日，展会开幕。",
        "13月5日，园区举行签约仪式。",
        "展会于9月17日至15日举行。",
        "展会于2月27日至30日举行。",
        "今年2月29日，展会开幕。",
        "4月0日开工。",
        "发布日期：2026-11-31",
    ],
)
def test_a_day_that_cannot_be_is_a_warning_about_the_source(source):
    (issue,) = [issue for issue in run_checks(dated(source, date=PUBLISHED)) if issue.check == "impossible-date"]
    assert (issue.severity, issue.locale) == (Severity.WARNING, Locale.ZH_HANS)
    assert "Correct the date in the source" in issue.message


@pytest.mark.parametrize(
    "source",
    [
        "2月28日，园区举行签约仪式。",
        "2028年2月29日，展会开幕。",
        "2月29日出生的职工收到了礼物。",
        "展会于9月17日至20日举行。",
        "展会于12月30日至1月3日举行。",
        "农历二月三十日以前交付。",
        "用时3个月30日。",
        "版本2.31.6月更新。",
        "全年12月31天不停工。",
        "9月17日至3日内完成登记。",
    ],
)
def test_a_day_that_can_be_is_no_issue(source):
    assert issues(source) == []


def test_the_message_says_what_is_wrong():
    assert issues("2027年2月29日，展会开幕。")[0].startswith("“2027年2月29日”: 2027 has no February 29.")


@pytest.mark.parametrize("english", ["On February 30 it was signed.", "On 30 February it was signed."])
def test_the_english_is_not_blamed_for_the_day_of_the_source(english):
    (message,) = issues("2月30日，园区举行签约仪式。", english)
    assert message.startswith("“2月30日”")


@pytest.mark.parametrize(
    "english",
    [
        "It opens on September 31.",
        "It opens on June 31, 2026.",
        "It opens on the 31st of April.",
        "It opens on 30 February.",
        "It opens on February 29, 2026.",
    ],
)
def test_an_impossible_day_that_only_the_english_has_is_a_warning(english):
    assert len(issues("9月30日开幕。", english)) == 1


@pytest.mark.parametrize(
    "english",
    [
        "It opens on September 30.",
        "It opens on September 30, 2026.",
        "It opens on 30 September.",
        "It opens on Sept. 30.",
        "In September 31 firms opened.",
        "It opens in May 2026.",
        "Output grew in May 32 percent.",
    ],
)
def test_a_possible_day_of_the_english_is_no_issue(english):
    assert issues("9月30日开幕。", english) == []


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1990, 2099))
def test_a_full_date_is_told_exactly_where_the_calendar_lacks_it(month, day, year):
    is_there = day <= calendar.monthrange(year, month)[1]
    assert len(issues(f"{year}年{month}月{day}日，展会开幕。", date="")) == (not is_there)


@given(nasty_text, nasty_text)
def test_any_text_can_be_judged(source, english):
    issues(source + "2月30日", english + " February 30")
