import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.render.ruby import Ruby, ruby, syllables, word_ruby


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("Shù Zhìmíng", "Shù Zhì míng"),
        ("Ōuyáng Jìngyí", "Ōu yáng Jìng yí"),
        ("Xī'ān", "Xī ān"),
        ("Xiān", "Xiān"),
        ("Fènghuángwān", "Fèng huáng wān"),
        ("Jiāng'ān", "Jiāng ān"),
        ("Jiāngān", "Jiān gān"),
        ("Lǚ Nǚ'ér", "Lǚ Nǚ ér"),
        ("Ěrhǎi", "Ěr hǎi"),
        ("Zhāng-Lǐ Déróng", "Zhāng Lǐ Dé róng"),
        ("Ā'ěr", "Ā ěr"),
        ("Lüèyáng", "Lüè yáng"),
    ],
)
def test_a_reading_falls_into_its_syllables(reading, expected):
    assert syllables(reading) == tuple(expected.split())


@pytest.mark.parametrize("reading", ["XCMG", "ㄕㄨˋ ㄓˋ", "Mc Donald", "Shù 2", "Ｓhù", "ng"])
def test_what_is_not_pinyin_has_no_syllables(reading):
    assert syllables(reading) == ()


@pytest.mark.parametrize(
    ("text", "reading", "expected"),
    [
        ("束志", "Shù Zhì", (Ruby("束", "Shù"), Ruby("志", "Zhì"))),
        ("𬭎", "Hóng", (Ruby("𬭎", "Hóng"),)),
        ("花儿", "Huār", (Ruby("花儿", "Huār"),)),
        ("徐工XCMG", "Xúgōng", (Ruby("徐工XCMG", "Xúgōng"),)),
        ("张A", "Zhāng ā", (Ruby("张A", "Zhāng ā"),)),
        ("束志", "", (Ruby("束志"),)),
        ("束志", " ", (Ruby("束志"),)),
    ],
)
def test_a_reading_lies_over_characters_or_over_all_of_them(text, reading, expected):
    assert ruby(text, reading) == expected


@given(st.text(min_size=1), st.text())
def test_the_bases_joined_are_the_text(text, reading):
    assert "".join(part.base for part in ruby(text, reading)) == text


@pytest.mark.parametrize(
    ("text", "reading", "expected"),
    [
        ("臧晓鹏", "Zāng Xiǎopéng", [("臧", "Zāng"), ("晓鹏", "Xiǎopéng")]),
        ("西安", "Xī'ān", [("西安", "Xī'ān")]),
        ("远帆公司", "Yuǎnfān", [("远帆公司", "Yuǎnfān")]),
        ("臧晓鹏", "ㄗㄤ ㄒㄧㄠˇ ㄆㄥˊ", [("臧", "ㄗㄤ"), ("晓", "ㄒㄧㄠˇ"), ("鹏", "ㄆㄥˊ")]),
        ("臧晓鹏", "ㄗㄤ", [("臧晓鹏", "ㄗㄤ")]),
        ("臧晓鹏", "", [("臧晓鹏", "")]),
    ],
)
def test_on_paper_a_reading_stands_word_by_word_and_zhuyin_sign_by_sign(text, reading, expected):
    assert word_ruby(text, reading) == tuple(Ruby(*pair) for pair in expected)
