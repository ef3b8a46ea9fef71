"""Surrogate names: which one stands for a name, and what of the engine's English is its own."""

import pytest

from i18n_news.model import Locale, Segment, Span, SpanKind
from i18n_news.translate.compose import chains, compose
from i18n_news.translate.mask import FAMILIES, mask, restore
from i18n_news.translate.surrogates import choose, surrogates

NAMES = {
    "甲乙": ("Li Shuxia", SpanKind.PERSON),
    "丙丁": ("Development Zone", SpanKind.ORGANIZATION),
    "戊己": ("XCMG", SpanKind.ORGANIZATION),
    "庚辛": ("Tongshan", SpanKind.PLACE),
    "壬癸": ("industrial chain", SpanKind.TERM),
}
SAID = {"甲乙": "Deng", "丙丁": "World Bank", "戊己": "Boeing", "庚辛": "London"}


def segment_of(source):
    spans = [
        Span(source.index(n), source.index(n) + 2, kind, {Locale.EN: f})
        for n, (f, kind) in NAMES.items()
        if n in source
    ]
    return Segment("p1.s1", source).with_spans(spans)


def restored(source, text):
    segment = segment_of(source)
    masked = mask(segment, list(chains(segment)), FAMILIES[0])
    back = restore(text, masked, {slot.number: compose(slot.spans) for slot in masked.slots})
    return "".join(run.text for run in back.runs), len(back.lost), back.doubled


def chosen(source):
    found = choose(segment_of(source).spans[:1], segment_of(source), ())
    return found.english if found else ""


@pytest.mark.parametrize(("name", "english"), SAID.items())
def test_a_name_is_replaced_by_one_of_its_kind(name, english):
    assert chosen(f"{name}来了") == english


def test_a_common_noun_has_no_surrogate():
    assert chosen("壬癸来了") == ""


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("甲乙见到邓先生", "Zhao"),
        ("甲乙见到邓小明", "Zhao"),
        ("庚辛和伦敦", "Moscow"),
        ("戊己和波音", "Ford"),
        ("丙丁和世界银行", "Ministry of Finance"),
    ],
)
def test_a_name_that_the_source_has_is_not_borrowed(source, english):
    assert chosen(source) == english


def test_a_name_that_a_form_has_is_not_borrowed():
    spans = [
        Span(0, 2, SpanKind.PERSON, {Locale.EN: "Li Shuxia"}),
        Span(3, 5, SpanKind.PERSON, {Locale.EN: "Deng Wei"}),
    ]
    segment = Segment("p1.s1", "甲乙、登伟来了").with_spans(spans)
    assert choose(segment.spans[:1], segment, ()).english == "Zhao"


def test_no_name_is_borrowed_twice():
    taken = [each.source for each in surrogates() if each.kind == "person"]
    segment = segment_of("甲乙来了")
    assert choose(segment.spans, segment, taken) is None


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("甲乙来了", "Mr. Deng came.", "Li Shuxia came."),
        ("甲乙来了", "Mr.Deng came.", "Li Shuxia came."),
        ("甲乙来了", "Mr Deng's car", "Li Shuxia's car"),
        ("甲乙来了", "Ms. Deng came.", "Li Shuxia came."),
        ("甲乙来了", "Deng Xiansheng came.", "Li Shuxia came."),
        ("甲乙来了", "(Deng)", "(Li Shuxia)"),
        ("丙丁来了", "The World Bank's hall", "The Development Zone's hall"),
        ("丙丁来了", "at the world bank", "at the Development Zone"),
        ("丙丁来了", "World Bank hall", "Development Zone hall"),
        ("戊己来了", "the Boeing Company came.", "XCMG came."),
        ("戊己来了", "Boeing Corp. said", "XCMG said"),
        ("戊己来了", "by Boeing Corp.", "by XCMG."),
        ("戊己来了", "BOEING came.", "XCMG came."),
        ("庚辛来了", "London-based firms", "Tongshan-based firms"),
        ("庚辛来了", "the Berlin-London line", "the Berlin-Tongshan line"),
        ("庚辛、丙丁来了", "London and the World Bank", "Tongshan and the Development Zone"),
    ],
)
def test_a_surrogate_is_replaced_with_what_belongs_to_it(source, text, expected):
    assert restored(source, text) == (expected, 0, 0)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("甲乙来了", "Mr. Dong came."),
        ("甲乙来了", "MrDeng came."),
        ("甲乙来了", "DENG came."),
        ("甲乙来了", "The Dengs came."),
        ("甲乙来了", "Mr. Deng came, and the Dengs sang."),
        ("甲乙来了", "Mr. Deng (DENG) came."),
        ("甲乙来了", "He came."),
        ("丙丁来了", "the Finance Ministry"),
        ("庚辛来了", "Londoners came."),
        ("庚辛来了", "London and the Londoners"),
    ],
)
def test_of_a_text_with_a_stranger_nothing_is_used(source, text):
    assert restored(source, text) == ("", 1, 1)


@pytest.mark.parametrize("text", ["Mr. Deng came on a Dengist day.", "Mr. Deng spoke of adengue."])
def test_what_only_begins_or_ends_like_a_surname_is_no_stranger(text):
    assert restored("甲乙来了", text)[1] == 0


def test_a_surrogate_that_came_twice_is_counted():
    assert restored("甲乙来了", "Mr. Deng and Deng") == ("Li Shuxia and Li Shuxia", 0, 1)


def test_every_surrogate_finds_itself():
    assert [each.english for each in surrogates() if not each.find(f"It is {each.english}.")] == []


def test_no_surrogate_finds_another():
    found = [(one, other) for one in surrogates() for other in surrogates() if one != other and one.find(other.english)]
    assert found == []
