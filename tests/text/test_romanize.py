"""Names, places and companies in Latin letters; the many pairs stand in tests/cases/romanize-*.md."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.text.romanize import (
    is_foreign_shape,
    reading,
    romanize_company,
    romanize_person,
    romanize_place,
    split_person,
    syllables,
)
from i18n_news.text.romanize_tables import common_words, given_readings, international, places, surnames

CASES = Path(__file__).parents[1] / "cases"
nasty = st.text(alphabet="单秉谦区绍棠吕女欧阳尉迟六安歙县街道湖𬭎𠮷·（）() A1江古丽买提有限公司\u0301", max_size=12)


def cases(name):
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[4:] if line.startswith("|")]


@pytest.mark.parametrize(("hanzi", "expected", "marked"), cases("romanize-people.md"))
def test_a_person_is_spelled_and_read_as_the_case_says(hanzi, expected, marked):
    found = romanize_person(hanzi)
    assert (found.text, found.reading) == (expected, marked)


@pytest.mark.parametrize(("hanzi", "expected"), cases("romanize-places.md"))
def test_a_place_is_spelled_as_the_case_says(hanzi, expected):
    assert romanize_place(hanzi).text == expected


@pytest.mark.parametrize(("hanzi", "expected"), cases("romanize-companies.md"))
def test_a_company_is_composed_as_the_case_says(hanzi, expected):
    assert romanize_company(hanzi).text == expected


@pytest.mark.parametrize(
    ("hanzi", "parts"),
    [
        ("欧阳既明", ("欧阳", "既明")),
        ("万俟良", ("万俟", "良")),
        ("范徐丽泰", ("范徐", "丽泰")),
        ("单于丹", ("单于", "丹")),
        ("单若拙", ("单", "若拙")),
        ("于是", ("于", "是")),
        ("王", ("王", "")),
        ("", ("", "")),
    ],
)
def test_surname_and_given_name_are_parted(hanzi, parts):
    assert split_person(hanzi) == parts


@pytest.mark.parametrize(
    ("hanzi", "certain"),
    [
        ("臧晓鹏", True),
        ("單秉謙", True),
        ("纪晓岚", True),  # two tones, one spelling
        ("盖鸿渐", False),  # Ge or Gai
        ("王乐", False),  # Le or Yue
        ("约翰·麦克斯韦尔", False),
        ("约翰·史密斯", False),  # composed of parts
        ("努尔·白克力", True),  # a person of the table
        ("甪明", False),  # no surname of the table
    ],
)
def test_a_spelling_is_certain_only_where_the_characters_decide_it(hanzi, certain):
    assert romanize_person(hanzi).certain is certain


@pytest.mark.parametrize(
    ("hanzi", "foreign"),
    [
        ("约翰·史密斯", True),
        ("迪丽热巴", True),
        ("阿卜杜拉", True),
        ("范徐丽泰", False),
        ("欧阳修远", False),
        ("李强", False),
        ("马利克", False),  # could be either
    ],
)
def test_a_transliterated_name_is_known_by_its_shape(hanzi, foreign):
    assert is_foreign_shape(hanzi) is foreign


@pytest.mark.parametrize(
    ("hanzi", "style", "expected"),
    [
        ("吕略", "pinyin", "Lü Lüe"),
        ("吕略", "passport", "Lyu Lyue"),
        ("李女淑", "passport", "Li Nyushu"),
        ("吕秀莲", "wade-giles", "Lü Hsiu-lien"),
        ("蒋经国", "wade-giles", "Chiang Ching-kuo"),
        ("徐志云", "wade-giles", "Hsü Chih-yün"),
        ("欧阳若兰", "wade-giles", "Ou-yang Jo-lan"),
        ("陈次子", "wade-giles", "Ch'en Tz'u-tzu"),
    ],
)
def test_a_style_spells_in_its_own_way(hanzi, style, expected):
    assert romanize_person(hanzi, style).text == expected


@pytest.mark.parametrize(
    ("hanzi", "proper", "generic"),
    [
        ("金龙湖", "Jinlong", "Lake"),
        ("歙县", "Shexian", "County"),
        ("台湾精密制造产业园", "Taiwan", "Precision Manufacturing Industrial Park"),
        ("凤凰湾", "Fenghuangwan", ""),
        ("开发区", "", "Development Zone"),
    ],
)
def test_the_generic_part_of_a_place_is_told_apart(hanzi, proper, generic):
    found = romanize_place(hanzi)
    assert (found.proper, found.generic) == (proper, generic)


@pytest.mark.parametrize(
    ("hanzi", "certain"), [("六安市", True), ("雁汀镇", True), ("黄家堡村", False), ("都坪镇", False)]
)
def test_a_place_reading_is_certain_unless_a_character_is_read_differently_in_places(hanzi, certain):
    assert romanize_place(hanzi).certain is certain


def test_a_company_is_never_certain():
    assert romanize_company("澄溪恒远机械有限公司").certain is False


def test_running_text_is_read_syllable_by_syllable():
    assert reading("工会主席，2025年") == "gōng huì zhǔ xí nián"


@given(nasty)
def test_syllables_are_aligned_with_the_characters(text):
    assert len(syllables(text)) == len(text)


@given(st.text(alphabet="单秉谦区绍棠吕女欧阳尉迟𬭎𠮷买提江", min_size=1, max_size=6))
def test_a_persons_syllables_are_aligned_with_the_characters(hanzi):
    assert len(romanize_person(hanzi).syllables) == len(hanzi)


@given(nasty)
def test_a_places_syllables_are_aligned_with_its_characters(hanzi):
    assert len(romanize_place(hanzi).syllables) == len(hanzi.strip())


@given(nasty)
def test_a_companys_syllables_are_aligned_with_its_characters(hanzi):
    assert len(romanize_company(hanzi).syllables) == len(hanzi)


@given(nasty)
def test_no_style_ever_writes_a_v_for_u_umlaut(hanzi):
    assert "v" not in romanize_person(hanzi, "passport").text.lower()


@pytest.mark.parametrize("table", [surnames, places, given_readings])
def test_every_entry_of_a_table_has_a_reading_for_each_character(table):
    wrong = [
        name
        for name, entry in table().items()
        if len(entry.syllables if hasattr(entry, "syllables") else romanize_person(name + "明").syllables[:-1])
        != len(name)
    ]
    assert wrong == []


def test_the_shared_hard_cases_are_right(shared):
    path = shared / "data" / "romanisation_cases.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    right = sum(
        (romanize_place(hanzi).proper if kind == "place" else romanize_person(hanzi).text) == expected
        for hanzi, kind, expected, *_ in rows
    )
    assert right >= len(rows) - 3


def test_no_place_is_an_ordinary_word():
    assert not set(common_words()) & set(places())


def test_a_name_that_translation_renders_well_is_no_place_of_the_table():
    assert not set(international()) & set(places())
