import pytest

from i18n_news.text.han import count_han, has_han, is_cjk_punctuation, is_han


@pytest.mark.parametrize("char", ["工", "㐀", "〇", "々", "⼯", "⻓", "\uf914", "𬭎", "\U00031350", "\U0002f800"])
def test_han_is_found_on_every_plane(char):
    assert is_han(char)


@pytest.mark.parametrize("char", ["", "A", "1", "，", "あ", "한", "□", "\ue000", "ㄅ", "工会"])
def test_what_is_not_one_han_character_is_not_han(char):
    assert not is_han(char)


def test_han_is_counted_in_code_points():
    assert count_han("𬭎与X1工") == 3
    assert has_han("X工")
    assert not has_han("X1，")


@pytest.mark.parametrize(
    ("char", "expected"), [("，", True), ("“", True), ("·", True), (",", False), ("工", False), ("", False)]
)
def test_punctuation_of_chinese_text(char, expected):
    assert is_cjk_punctuation(char) is expected
