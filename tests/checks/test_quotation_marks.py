"""What the Chinese quotes, the English quotes, and it quotes nothing more."""

import pytest

from i18n_news.checks.quotation_marks import quotation_marks
from i18n_news.model import Locale, State
from tests.checks.releases import span
from tests.checks.texts import issues, text

EN, TW = Locale.EN, Locale.ZH_HANT_TW
WARM = "支部开展“温暖过冬天”行动。"
SHORT = "支部开展“暖冬”行动。"
SAID = "“订单排到了明年，我们很忙。”他说。"


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (WARM, "The branch runs a warm winter drive."),
        (WARM, "The branch runs a “warm winter drive."),
        (WARM, "The branch runs a warm winter” drive."),
        (WARM, "The “branch” runs a “warm winter” drive."),
        (WARM, 'The branch runs a "warm winter drive.'),
        (SAID, "Orders are full until next year and they were busy, he said."),
        ("支部服务职工。", "The branch “serves” its workers."),
        (SAID + "他还说要扩建。", "“We are busy,” he said. He also said that, “they will build more.”"),
        ("支部做到“勤勤恳恳”“实实在在地干”。", "The branch is diligent and down to earth."),
    ],
)
def test_marks_that_are_lost_added_or_alone_are_a_warning(source, written):
    assert len(issues(quotation_marks, text((source, written)))) == 1


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (WARM, "The branch runs a “warm winter” drive."),
        (WARM, 'The branch runs a "warm winter" drive.'),
        (WARM, "The branch runs a 'warm winter' drive."),
        (WARM, "The branch runs a ‘warm winter’ drive."),
        (WARM, "The branch's workers’ drive is the “warm winter” one of the '90s."),
        (WARM, "The branch runs its Warm Winter drive."),
        ("入选“云汀老字号企业名录”。", "It is on the Yunting List of Old Firms."),
        (SAID, "“Orders are full until next year. We're busy,” he said."),
        (SAID, "“Orders are full until next year,” he said. “We're busy.”"),
        (WARM, "They said 'it's a warm winter' and didn't say more."),
        ("他说：“支部很好。", "He said: 'The branch is good."),
        ("他读《春天》。", "He reads “Spring.”"),
        ("他读《春天》。", "He reads Spring."),
        ("他说：“支部很好。", "He said: “The branch is good."),
        ("他说：“支部很好。", "He said: “The branch is good.”"),
        ("支部（“暖冬”）", "The branch (“warm winter”)"),
    ],
)
def test_marks_that_fit_are_no_issue(source, written):
    assert issues(quotation_marks, text((source, written))) == []


@pytest.mark.parametrize(
    ("words", "kind", "form", "runs", "count"),
    [
        ("温暖过冬天", "slogan", "Warm Winter", ["It runs “", ("Warm Winter", 1), "” drives."], 0),
        ("温暖过冬天", "slogan", "Warm Winter", ["It runs ", ("Warm Winter", 1), " drives."], 1),
        ("温暖过冬天", "organization", "Warm Winter", ["It runs ", ("Warm Winter", 1), " drives."], 0),
        ("温暖过冬天", "slogan", "“Warm Winter”", ["It runs ", ("“Warm Winter”", 1), " drives."], 0),
        ("“温暖过冬天”行动", "slogan", "Warm Winter", ["It runs ", ("Warm Winter", 1), "."], 0),
        ("“温暖过冬天”行动", "slogan", "Warm Winter", ["It runs “", ("Warm Winter", 1), ".”"], 0),
        ("支部", "term", "“Branch”", [("“Branch”", 1), " runs a “warm winter” drive."], 0),
    ],
)
def test_marks_of_a_decided_form_belong_to_the_decision(words, kind, form, runs, count):
    spans = {WARM: [span(WARM, words, kind, {EN: form})]}
    assert len(issues(quotation_marks, text((WARM, runs), spans=spans))) == count


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("支部開展「溫暖過冬天」行動。", 0),
        ("支部開展“溫暖過冬天”行動。", 0),
        ("支部開展暖冬行動。", 1),
        ("支部開展「暖冬行動。", 1),
    ],
)
def test_a_chinese_edition_has_the_marks_of_its_source(written, count):
    assert len(issues(quotation_marks, text((WARM, written), locale=TW))) == count


def test_a_text_that_a_person_went_over_is_looked_at_too():
    document = text((WARM, "The branch runs a drive."), state=State.FINAL)
    assert "such as “温暖过冬天”" in issues(quotation_marks, document)[0].message


def test_a_short_slogan_keeps_its_marks_where_it_was_decided():
    spans = {SHORT: [span(SHORT, "暖冬", "slogan", {EN: "warm winter"})]}
    (issue,) = issues(quotation_marks, text((SHORT, ["A ", ("warm winter", 1), " drive."]), spans=spans))
    assert "such as “暖冬”" in issue.message
    assert issues(quotation_marks, text((SHORT, "The branch runs a drive for a warm winter."))) == []
