import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.editions.boundaries import mended
from i18n_news.editions.opencc import converter
from i18n_news.editions.trace import Swap, Trace
from i18n_news.model import Locale


@pytest.fixture(scope="module")
def taiwan():
    return converter(Locale.ZH_HANT_TW, {})


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("挖掘机制造商", "挖掘機製造商"),
        ("这种机制造成浪费", "這種機制造成浪費"),
        ("环境保护发展规划", "環境保護發展規劃"),
        ("美发行业协会", "美髮行業協會"),
        ("头发布满灰尘", "頭髮佈滿灰塵"),
        ("我国历史悠久", "我國歷史悠久"),
        ("支书签约仪式", "支書簽約儀式"),
        ("若干部门派出稽查干部", "若干部門派出稽查幹部"),
        ("恢复杂志，执行复杂任务", "恢復雜誌，執行複雜任務"),
        ("骨干预计，政府干预", "骨幹預計，政府干預"),
        ("批准备案，做好准备", "批准備案，做好準備"),
    ],
)
def test_a_word_is_whole_where_its_right_half_begins_no_other(taiwan, source, expected):
    assert mended(taiwan.trace(source)).text == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("300人参观园区", "300人參觀園區"),
        ("120余人参加活动，40人参与互动", "120餘人參加活動，40人參與互動"),
        ("八百人参会，九十人参赛参展", "八百人參會，九十人參賽參展"),
        ("出口人参和鹿茸", "出口人蔘和鹿茸"),
    ],
)
def test_people_who_take_part_are_no_ginseng_in_hong_kong(source, expected):
    assert mended(converter(Locale.ZH_HANT_HK, {}).trace(source)).text == expected


def test_a_swap_is_no_place_to_mend():
    trace = Trace("机制造", "機制造", (Swap(0, 3, "工廠"),))
    assert mended(trace).text == "工廠"


@given(
    st.lists(st.sampled_from(["机制", "造", "成", "头发", "展", "国历", "史", "若干", "部", "门", "𬭎"])).map("".join)
)
def test_mending_twice_changes_nothing_more(taiwan, source):
    trace = mended(taiwan.trace(source))
    assert mended(trace) == trace
