"""The glossaries of this repository: that every row can stand in a sentence and says who decided it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from i18n_news.glossary.match import Matcher
from i18n_news.glossary.terms import dump, load

FOLDER = Path(__file__).resolve().parents[2] / "glossaries"
NAMES = ("political", "industrial", "titles", "organizations", "places", "people")
TERMS = {name: load(FOLDER / f"{name}.tsv") for name in (*NAMES, "taiwan")}
ENTRIES = [term for name in NAMES for term in TERMS[name]]
HAN = re.compile("[\u2e80-\u2fdf\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def english(term):
    return [text for text in (term.en, term.en_short, *term.avoid) if text]


def faulty(is_faulty):
    return [f"{term.place} {text}" for term in ENTRIES for text in english(term) if is_faulty(text)]


def test_there_are_at_least_330_entries_without_the_converter_list():
    assert len(ENTRIES) >= 330


def test_there_are_at_least_60_titles():
    assert len(TERMS["titles"]) >= 60


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_sorted_as_it_would_be_saved(name):
    assert (FOLDER / f"{name}.tsv").read_bytes() == dump(TERMS[name]).encode()


@pytest.mark.parametrize("name", TERMS)
def test_every_entry_says_where_it_comes_from(name):
    assert [term.place for term in TERMS[name] if not term.origin] == []


def test_no_source_stands_in_two_files():
    assert [source for source, count in Counter(term.source for term in ENTRIES).items() if count > 1] == []


def test_every_entry_that_makes_spans_has_an_english_form():
    assert [term.place for term in ENTRIES if not term.en] == []


def test_english_forms_hold_no_chinese():
    assert faulty(HAN.search) == []


def test_english_forms_have_single_spaces_and_no_end_mark():
    assert (
        faulty(lambda text: "  " in text or text[-1] in ",;:" or (text[-1] == "." and not text.endswith("Ltd."))) == []
    )


def test_quotes_and_brackets_of_english_forms_are_balanced():
    pairs = ("()", "[]", "“”")
    assert faulty(lambda text: text.count('"') % 2 or any(text.count(a) != text.count(b) for a, b in pairs)) == []


def test_english_forms_are_one_rendering_that_stands_in_a_sentence():
    alternatives = re.compile(r" / |;|…|\.\.\.|\bas in\b|^(the|a|an|to|be) ")
    assert faulty(alternatives.search) == []


def test_one_office_title_is_lower_case_at_its_head():
    # A title that stands for a person's post begins small; the body that follows keeps its capitals.
    assert [term.en for term in TERMS["titles"] if not term.en[0].islower()] == []


def test_a_form_to_avoid_is_no_part_of_the_form_to_use():
    clashes = [term.place for term in ENTRIES for bad in term.avoid if bad.lower() in term.en.lower()]
    assert clashes == []


@pytest.mark.parametrize("name", ["people", "places", "organizations", "titles"])
def test_names_and_titles_carry_their_own_traditional_form(name):
    left_to_the_converter = {"项目经理", "财务总监"}
    assert {term.source for term in TERMS[name] if not term.zh_hant_tw} <= left_to_the_converter


def test_traditional_names_keep_their_length():
    # A name is spelled, not reworded; the officers' titles are the vocabulary of Taiwan's business.
    reworded = {"首席执行官", "首席财务官", "首席技术官"}
    terms = [term for name in NAMES for term in TERMS[name] if term.zh_hant_tw and term.source not in reworded]
    assert [term.place for term in terms if len(term.zh_hant_tw) != len(term.source)] == []


def test_people_have_a_reading():
    assert [term.place for term in TERMS["people"] if not term.reading] == []


@pytest.mark.parametrize(
    ("source", "en"),
    [
        ("束志明", "Shu Zhiming"),
        ("徐工", "XCMG"),
        ("卡特", "Caterpillar"),
        ("陕西", "Shaanxi"),
        ("六安", "Lu'an"),
        ("内蒙古", "Inner Mongolia"),
        ("台州", "Taizhou"),
        ("党工委", "Party Working Committee"),
        ("王可乐村", "Wangkele Village"),
    ],
)
def test_irregular_names_are_rendered_as_the_world_knows_them(source, en):
    assert [term.en for term in ENTRIES if term.source == source] == [en]


def test_a_local_slogan_is_glossed_once_and_short_afterwards():
    (term,) = (term for term in ENTRIES if term.source == "七共七同")
    assert term.en.startswith(f"{term.en_short} (qigong qitong, literally ")
    assert (term.status, term.origin) == ("draft", "house")


def test_no_shipped_entry_is_refused_where_it_stands_alone():
    matcher = Matcher([TERMS[name] for name in NAMES], drafts=True)
    refused = [term.source for term in ENTRIES if [match.term for match in matcher.find(term.source)] != [term]]
    assert refused == []


def test_a_chain_of_bodies_and_titles_is_found_piece_by_piece():
    text = "徐州经济技术开发区党工委副书记、管委会主任臧晓鹏到徐州综合保税区调研"
    matcher = Matcher([TERMS[name] for name in NAMES], drafts=True)
    pieces = ["徐州经济技术开发区", "党工委副书记", "管委会主任", "臧晓鹏", "徐州综合保税区"]
    assert [match.term.source for match in matcher.find(text)] == pieces


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("获得硕士学位", "学位"),
        ("颁发学位证书", "学位"),
        ("授予荣誉学位", "学位"),
        ("与中央企业合作", "央企"),
        ("菜鸟驿站开业", "驿站"),
        ("举办职工大专班", "专班"),
        ("中国证监会批复注册", "证监会"),
        ("机关企事业单位带头参与", "事业单位"),
        ("缴存住房公积金", "公积金"),
        ("采购一批三元锂电池", "锂电"),
        ("屋顶光伏发电并网", "光伏"),
        ("使用平台资源", "台资"),
        ("服务平台企业", "台企"),
        ("推动科技改革", "技改"),
    ],
)
def test_a_word_of_another_meaning_keeps_its_letters(text, inside):
    matcher = Matcher([TERMS[name] for name in NAMES], drafts=True)
    assert inside not in {match.term.source for match in matcher.find(text)}


def test_the_converter_list_has_traditional_forms_only():
    assert [term.place for term in TERMS["taiwan"] if term.en or not term.zh_hant_tw] == []
