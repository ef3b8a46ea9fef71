"""Parts are not larger than their whole, and add up to it where the text says that they are all."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from i18n_news.checks import run_checks
from i18n_news.checks.parts_and_whole import parts_and_wholes
from i18n_news.model import Locale, Severity
from tests.checks.releases import dated, found
from tests.strategies import nasty_text

WRONG = [
    ("共签约12个项目，其中工业项目17个。", "“17个” is a part of “12个” and larger than it."),
    ("项目总投资86亿元，其中设备投资90亿元。", "larger than it"),
    ("共签约12个项目，其中工业项目7个、服务业项目6个。", "“7个” + “6个” add up to 13, not to “12个”."),
    ("实现进出口100亿元，其中出口70亿元、进口40亿元。", "add up to 110, not to “100亿元”"),
    ("签约12个项目，总投资86亿元，其中工业项目13个、总投资60亿元。", "“13个” is a part of “12个”"),
    ("共引进人才312人，其中博士20人、硕士120人，其余162人为本科生。", "add up to 302"),
    ("共签约12个项目，其中工业项目7个、其余4个为服务业项目。", "add up to 11"),
    ("共评出奖项30个，分别为一等奖5个、二等奖10个、三等奖20个。", "add up to 35"),
    ("共评出奖项30个（一等奖5个、二等奖10个、三等奖20个）。", "add up to 35"),
    ("签约工业项目7个、服务业项目6个，共12个。", "add up to 13, not to “12个”"),
    ("上半年完成投资30亿元、下半年完成投资20亿元，合计60亿元。", "add up to 50"),
    ("第一产业占5%、第二产业占48%、第三产业占52%。", "are 105 percent together"),
    ("一产、二产、三产分别占5%、48%和52%。", "are 105 percent together"),
    ("职工中男性占62%，女性占48%。", "are 110 percent together"),
    ("工业投资、民间投资、外贸进出口分别增长8.1%、9.2%。", "are 3, but behind 分别 stand 2 figures"),
]
RIGHT = [
    "共签约12个项目，其中工业项目7个、服务业项目5个。",
    "共签约12个项目，其中工业项目7个、服务业项目4个。",
    "共有职工300人，其中党员200人、女职工150人。",
    "共有企业12家，其中高新技术企业9家、民营企业8家。",
    "签约12个项目，总投资86亿元，其中亿元以上项目7个、工业项目8个。",
    "完成产值120亿元，其中工业产值比去年同期的130亿元有所下降。",
    "投资3亿元的项目开工，园区在建项目中其中最大的一个总投资10亿元。",
    "今年签约15个、开工12个，其中工业项目14个。",
    "产值增长8%，其中工业产值增长12%。",
    "新增就业1.2万人，其中农村转移就业8000人。",
    "投资约12亿元，其中设备投资13亿元。",
    "共引进人才312人，其中博士20人、硕士120人，其余172人为本科生。",
    "共评出奖项35个，分别为一等奖5个、二等奖10个、三等奖20个。",
    "签约工业项目7个、服务业项目6个，共13个。",
    "走访企业5家，慰问职工12人、困难户7人，共解决问题20个。",
    "第一产业占5%、第二产业占48%、第三产业占47%。",
    "职工中党员占60%，本科以上占80%。",
    "工业投资、民间投资分别增长8.1%、9.2%。",
    "工业、服务业投资和外贸进出口分别增长8.1%、9.2%。",
    "工业投资、民间投资分别增长8.1%、9.2%，比去年提高1.2个、0.8个百分点。",
    "园区建成9个标准考场，其中第一考场建有监控室和31个考室。",
    "占地500亩，一期300亩、二期200亩，共500亩。",
]


@pytest.mark.parametrize(("source", "fault"), WRONG)
def test_parts_that_do_not_fit_are_one_warning_about_the_source(source, fault):
    (issue,) = [issue for issue in run_checks(dated(source)) if issue.check == "parts-and-whole"]
    assert (issue.severity, issue.locale) == (Severity.WARNING, Locale.ZH_HANS)
    assert fault in issue.message and issue.message.endswith("Correct the figures in the source, then build again.")


@pytest.mark.parametrize("source", RIGHT)
def test_parts_that_fit_or_may_overlap_are_no_issue(source):
    assert found("parts-and-whole", dated(source)) == []


@given(st.integers(1, 500), st.integers(1, 500), st.integers(-3, 3))
def test_a_total_is_told_exactly_where_the_parts_do_not_add_up(one, two, fault):
    total = one + two + fault
    assume(total > 0)
    source = f"签约工业项目{one}个、服务业项目{two}个，共{total}个。"
    assert len(found("parts-and-whole", dated(source))) == (fault != 0)


@given(st.integers(1, 500), st.integers(1, 500))
def test_a_part_is_told_exactly_where_it_is_larger_than_its_whole(whole, part):
    source = f"园区现有企业{whole}家，其中外资企业{part}家。"
    assert len(found("parts-and-whole", dated(source))) == (part > whole)


@given(nasty_text)
def test_any_text_can_be_judged(text):
    list(parts_and_wholes(dated(text)))
