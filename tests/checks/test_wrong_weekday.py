"""A date falls on its day of the week; 17 September 2026 is a Thursday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.checks import run_checks
from i18n_news.model import Locale, Severity
from tests.checks.releases import dated, found

PUBLISHED = "2026-09-18"


def issues(source, english="It was so.", date=PUBLISHED):
    return found("wrong-weekday", dated(source, english, date))


@pytest.mark.parametrize(
    "source",
    [
        "2026年9月17日星期五，园区举行签约仪式。",
        "9月17日（星期五），园区举行签约仪式。",
        "9月17日（周五）上午，园区举行签约仪式。",
        "9月17日，星期五，园区举行签约仪式。",
        "9月17日周五下午，园区举行签约仪式。",
        "去年9月17日星期四，园区举行签约仪式。",
        "二〇二六年九月十七日星期日，园区举行签约仪式。",
        "本周五（9月17日），园区举行签约仪式。",
        "12月31日星期五，晚会举行。",
        "2026-09-17 星期五",
    ],
)
def test_a_weekday_that_does_not_fit_is_a_warning_about_the_source(source):
    (issue,) = [issue for issue in run_checks(dated(source, date=PUBLISHED)) if issue.check == "wrong-weekday"]
    assert (issue.severity, issue.locale) == (Severity.WARNING, Locale.ZH_HANS)


@pytest.mark.parametrize(
    "source",
    [
        "2026年9月17日星期四，园区举行签约仪式。",
        "9月17日（周四）上午，园区举行签约仪式。",
        "去年9月17日星期三，园区举行签约仪式。",
        "12月31日星期四，晚会举行。",
        "1月1日星期五，园区举行升旗仪式。",
        "9月17日周五一主持会议。",
        "农历9月17日星期五，村里举行庙会。",
        "9月17日至9月18日（星期四至星期五），展会举行。",
        "9月17日、18日（周四、周五），展会举行。",
        "2025年，园区发生变化，9月17日星期三，园区扩建。",
        "次年9月17日星期一，工厂投产。",
        "每周五下午是服务日，9月17日开始。",
    ],
)
def test_a_weekday_that_fits_or_cannot_be_judged_is_no_issue(source):
    assert issues(source) == []


def test_without_a_year_anywhere_nothing_is_judged():
    assert issues("9月17日星期五，园区举行签约仪式。", date="") == []


def test_the_message_names_the_right_day():
    (message,) = issues("2026年9月17日星期五，园区举行签约仪式。")
    assert message.startswith("“2026年9月17日星期五”: September 17, 2026 is a Thursday (星期四). Correct the date")


@pytest.mark.parametrize("written", ["9月17日（星期五）", "9月17日(周五)", "9月17日星期五", "周五（9月17日）"])
def test_the_message_quotes_the_date_with_both_brackets(written):
    (message,) = issues(f"{written}，园区举行签约仪式。")
    assert message.startswith(f"“{written}”:")


@pytest.mark.parametrize(
    "english", ["It was on Friday, September 17.", "It was on Thursday, September 17.", "On Thursday"]
)
def test_a_wrong_weekday_of_the_source_is_told_once_however_the_english_says_it(english):
    (message,) = issues("9月17日星期五，园区举行签约仪式。", english)
    assert message.startswith("“9月17日星期五”")


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("9月17日星期四，园区举行签约仪式。", "It was signed on Friday, September 17."),
        ("9月17日，园区举行签约仪式。", "It was signed on Friday, September 17."),
        ("9月17日，园区举行签约仪式。", "It was signed on September 17, 2026 (Friday)."),
        ("星期三是职工服务日。", "Thursday is a day of service."),
        ("园区举行签约仪式。", "It was signed on Monday."),
        ("周一至周五开放。", "It is open from Monday to Saturday."),
    ],
)
def test_a_weekday_that_neither_the_chinese_nor_the_calendar_has_is_a_warning(source, english):
    (issue,) = [issue for issue in run_checks(dated(source, english, PUBLISHED)) if issue.check == "wrong-weekday"]
    assert (issue.severity, issue.locale) == (Severity.WARNING, Locale.EN)


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("9月17日星期四，园区举行签约仪式。", "It was signed on Thursday, September 17."),
        ("9月17日，园区举行签约仪式。", "It was signed on Thursday, September 17."),
        ("9月17日星期四，园区举行签约仪式。", "It was signed on September 17."),
        ("周一至周五开放。", "It is open on Tuesdays and Fridays, too."),
        ("周末开放。", "It is open on Saturday and Sunday."),
        ("周二、四、六开放。", "It is open on Tuesday, Thursday and Saturday."),
        ("本周举行签约仪式。", "It will be signed on Friday."),
        ("Blue Tuesday公司落户园区。", "Blue Tuesday moved to the park."),
        ("工作日开放。", "It is open Monday to Friday."),
    ],
)
def test_a_weekday_that_the_chinese_or_the_calendar_has_is_no_issue(source, english):
    assert issues(source, english) == []


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 6), st.sampled_from(["星期", "礼拜"]))
def test_a_full_date_is_told_exactly_where_the_calendar_says_otherwise(day, weekday, word):
    source = f"{day.year}年{day.month}月{day.day}日{word}{'一二三四五六日'[weekday]}，展会开幕。"
    assert len(issues(source, date="")) == (weekday != day.weekday())


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(-180, 180))
def test_a_day_near_the_publication_needs_no_year(published, distance):
    day = published + timedelta(days=distance)
    sign = "一二三四五六日"[day.weekday()]
    assert issues(f"{day.month}月{day.day}日（星期{sign}），展会开幕。", date=published.isoformat()) == []
