"""Web and e-mail addresses stand in every edition as they are."""

import pytest

from i18n_news.checks.addresses import addresses
from i18n_news.model import Locale, Severity
from tests.checks.texts import issues, text

SITE, MAIL = "详情见https://www.example.org/a/12，欢迎报名。", "联系人邮箱：news@example.org。"


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (SITE, "See the website for details."),
        (SITE, "See https://www.example.org/a/21 for details."),
        (SITE, "See https://www.example.com/a/12 for details."),
        (MAIL, "Write to us."),
        (MAIL, "Write to news@example.com."),
        (MAIL, "E-mail: news @ example.org."),
    ],
)
def test_an_address_that_is_lost_or_changed_is_an_error(source, written):
    assert Severity.ERROR in [issue.severity for issue in issues(addresses, text((source, written)))]


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (SITE, "See https://www.example.org/a/12."),
        (SITE, "Details (see https://www.example.org/a/12)."),
        (SITE, "See http://Example.org/a/12/ for details."),
        (MAIL, "Write to news@example.org."),
        (MAIL, "Write to NEWS@EXAMPLE.ORG, please."),
        ("详情见www.example.org/a(b)。", "See www.example.org/a(b)."),
        ("长30 cm@20度。", "30 cm@20 degrees."),
    ],
)
def test_an_address_that_is_kept_is_no_issue(source, written):
    assert issues(addresses, text((source, written))) == []


def test_an_address_that_the_source_does_not_have_is_a_warning():
    (issue,) = issues(addresses, text(("欢迎报名。", "Sign up at www.example.org.")))
    assert issue.severity is Severity.WARNING
    assert "www.example.org" in issue.message


@pytest.mark.parametrize(("written", "count"), [("信箱：news@example.org。", 0), ("信箱：news＠example.org。", 1)])
def test_chinese_editions_keep_addresses_too(written, count):
    assert len(issues(addresses, text((MAIL, written), locale=Locale.ZH_HANT_TW))) == count
