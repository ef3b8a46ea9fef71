"""TBX as other tools write it, and the structure that the standard asks for in what is written here."""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from i18n_news.errors import GlossaryError
from i18n_news.glossary.exchange import RemarkKind, exported, read
from i18n_news.glossary.terms import Term

DATA = Path(__file__).parent / "data"
FULL = Term(
    "望江园区",
    kind="organization",
    en="Wangjiang Park",
    en_short="the Park",
    zh_hant_tw="望江園區",
    zh_hant_hk="望江園",
    reading="Wàngjiāng Yuánqū",
    avoid=("River Garden", "Wang Park"),
    avoid_reason="a name",
    status="draft",
    domain="investors",
    valid_from=date(2020, 1, 2),
    valid_to=date(2030, 1, 1),
    decided_by="Desk <2>",
    decided_on=date(2021, 2, 3),
    origin="Handbook & annex",
    note="said of the whole",
)


def messages(reading, kind):
    return [remark.message for remark in reading.remarks if remark.kind is kind]


def test_martif_of_2008_with_doctype_groups_and_synonyms():
    first, second, old = read(DATA / "martif-2008.tbx").terms
    assert first == Term(
        "防波突堤",
        en="breakwater pier",
        en_short="BWP",
        zh_hant_tw="防波突堤碼頭",
        avoid=("wave wall",),
        avoid_reason="sounds like a wall of waves",
        status="approved",
        domain="shipping",
        decided_by="Editor Qian",
        decided_on=date(2020, 5, 6),
        origin="Harbour Rules 2019",
        note="Used on signs.; definition: A wall of stone that breaks the waves. (Manual)",
    )
    assert (second.source, second.en) == ("挡浪突堤", "breakwater pier")
    assert (old.source, old.en, old.status) == ("泊位甲", "berth A & annex", "deprecated")


def test_what_a_term_base_says_beyond_a_glossary_is_reported():
    reading = read(DATA / "martif-2008.tbx")
    assert messages(reading, RemarkKind.CONFLICT) == ["'breakwater pier' is taken, not 'sea mole'"]
    assert messages(reading, RemarkKind.LOST) == [
        "terms in the language 'de' are not read",
        "the data category 'partOfSpeech' is not read",
    ]
    assert "'orphan' has no Chinese term" in messages(reading, RemarkKind.UNREAD)[0]


def test_dca_of_2019_with_markup_inside_terms():
    (term,) = read(DATA / "dca-2019.tbx").terms
    assert term == Term(
        "云岭乌龙",
        en="Yunling oolong",
        zh_hant_hk="雲嶺烏龍",
        reading="Yúnlǐng wūlóng",
        status="draft",
        domain="tea",
        origin="Tea board https://tea.example/oolong",
    )


def test_dct_of_2019():
    (term,) = read(DATA / "dct-2019.tbx").terms
    assert term == Term(
        "望江联络线",
        en="Wangjiang Link Line",
        en_short="Link Line",
        avoid=("Wangjiang Contact Line",),
        domain="rail",
        decided_by="Rail desk",
        decided_on=date(2024, 11, 2),
        origin="Line Book 3",
    )


AUX = {"descrip", "descripGrp", "admin", "adminGrp", "transacGrp", "note", "ref", "xref"}


@pytest.mark.parametrize(
    ("form", "names"),
    [("tbx2", ("termEntry", "langSet", "tig")), ("tbx3", ("conceptEntry", "langSec", "termSec"))],
)
def test_what_is_written_has_the_order_of_the_standard(form, names):
    data, _ = exported([FULL, Term("单", reading="Shàn")], Path("x.tbx"), form)
    root = etree.fromstring(data)
    ranks = {
        names[0]: [AUX, {names[1]}],
        names[1]: [AUX, {names[2]}],
        names[2]: [{"term"}, {"termNote"}, AUX],
        "transacGrp": [{"transac"}, {"transacNote", "date", "note"}],
    }
    for element in root.iter():
        order = ranks.get(etree.QName(element).localname)
        if order:
            children = [etree.QName(child).localname for child in element]
            places = [next(rank for rank, allowed in enumerate(order) if child in allowed) for child in children]
            assert places == sorted(places), children
    identifiers = [element.get("id") for element in root.iter("{*}" + names[0])]
    assert identifiers == ["c1", "c2"]


def test_status_and_avoided_words_are_data_categories_of_the_dialect():
    data, _ = exported([FULL], Path("x.tbx"), "tbx3")
    root = etree.fromstring(data)
    said = {
        (section.findtext("{*}term"), note.get("type"), note.text)
        for section in root.iter("{*}termSec")
        for note in section.iter("{*}termNote")
    }
    assert said == {
        ("Wangjiang Park", "administrativeStatus", "admittedTerm-admn-sts"),
        ("the Park", "termType", "shortForm"),
        ("the Park", "administrativeStatus", "admittedTerm-admn-sts"),
        ("望江園區", "administrativeStatus", "admittedTerm-admn-sts"),
        ("望江園", "administrativeStatus", "admittedTerm-admn-sts"),
        ("River Garden", "administrativeStatus", "deprecatedTerm-admn-sts"),
        ("Wang Park", "administrativeStatus", "deprecatedTerm-admn-sts"),
    }


def test_control_characters_that_xml_cannot_hold_are_reported():
    data, remarks = exported([Term("铃\x07声", en="bell", file="a.tsv", line=3)], Path("x.tbx"))
    assert "<term>铃声</term>" in data.decode()
    assert [(remark.kind, remark.place) for remark in remarks] == [(RemarkKind.LOST, "glossary:a.tsv:3")]


ENTITY = '<!DOCTYPE martif [<!ENTITY a "{}">]><martif><text><body><termEntry>{}</termEntry></body></text></martif>'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (ENTITY.format("x" * 100, "&a;" * 10), "declares XML entities"),
        ((" " * 2_000_000) + ENTITY.format("x", "&a;"), "declares XML entities"),
        ('<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]><martif>&x;</martif>', "declares XML entities"),
        ("<martif><text><body><termEntry>", "is damaged XML"),
        ("<martif></martif>", "has no entries of TBX"),
        (f"<martif><a>{'<b>' * 400}{'</b>' * 400}</a></martif>", "is damaged XML"),
        ("<martif><termEntry><note>" + "x" * 11_000_000 + "</note></termEntry></martif>", "is damaged XML"),
    ],
    ids=["entities", "entities far down", "external entity", "cut", "empty", "deep", "one long text"],
)
def test_hostile_tbx_is_refused_in_one_line(tmp_path, content, message):
    path = tmp_path / "bad.tbx"
    path.write_text("<?xml version='1.0'?>" + content, encoding="utf-8")
    with pytest.raises(GlossaryError, match=message) as caught:
        read(path)
    assert "\n" not in str(caught.value)
