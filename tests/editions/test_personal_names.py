import pytest

from i18n_news.editions.opencc import converter
from i18n_news.editions.personal_names import assumed_form, is_chinese_name, is_doubtful
from i18n_news.model import Locale


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("于国庆", "于國慶"),
        ("余秋里", "余秋里"),
        ("范后生", "范后生"),
        ("岳云", "岳雲"),
        ("云志强", "云志強"),
        ("干松涛", "干松濤"),
        ("郁征", "郁征"),
        ("种党生", "种黨生"),
        ("钟万钢", "鍾萬鋼"),
        ("沈叶", "沈葉"),
        ("淳于越", "淳于越"),
        ("鲜于枢", "鮮于樞"),
        ("万俟卨", "万俟卨"),
        ("欧阳复兴", "歐陽復興"),
        ("东方", "東方"),
        ("张𬭎", "張鋐"),
    ],
)
def test_a_name_keeps_the_characters_that_names_use(name, form):
    assert assumed_form(name, converter(Locale.ZH_HANT_TW, {}).spell) == form


@pytest.mark.parametrize(("name", "expected"), [("于国庆", True), ("李万", True), ("李淑侠", False), ("王伟", False)])
def test_a_name_with_two_possible_forms_is_doubtful(name, expected):
    assert is_doubtful(name) is expected


@pytest.mark.parametrize(("name", "expected"), [("于洋", True), ("范", False), ("汤姆·李", False), ("Tom", False)])
def test_only_two_to_four_characters_are_a_chinese_name(name, expected):
    assert is_chinese_name(name) is expected
