"""Releases that come in Traditional characters, and the way back from our own editions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n_news.editions.authored import in_simplified, own_edition
from i18n_news.editions.chinese import ChineseWords
from i18n_news.editions.convert import converted
from i18n_news.editions.script import region_of, script_of
from i18n_news.editions.simplify import Simplifier
from i18n_news.glossary.terms import Term
from i18n_news.model import Block, BlockKind, Document, Locale, Note, Segment, Span, SpanKind, State
from i18n_news.text.romanize_tables import common_words

TW, HK, HANS = Locale.ZH_HANT_TW, Locale.ZH_HANT_HK, Locale.ZH_HANS
PAIRS = {
    "信息": "資訊",
    "网络": "網路",
    "渠道": "管道",
    "水平": "水準",
    "万亿元": "兆元",
    "台湾": "台灣",
    "机制造": "機製造",
    "移动互联网": "行動網際網路",
}
ROWS = tuple(Term(word, zh_hant_tw=form, file="taiwan.tsv") for word, form in PAIRS.items())
WORDS = ChineseWords({TW: ROWS})


def document(*sources, **meta):
    blocks = (Block(BlockKind.PARAGRAPH, (Segment(f"p{n}.s1", source),)) for n, source in enumerate(sources, start=1))
    return Document("test", HANS, tuple(blocks), meta)


@pytest.mark.parametrize(
    ("text", "is_traditional", "is_mixed"),
    [
        ("園區舉行簽約儀式", True, False),
        ("园区举行签约仪式", False, False),
        ("乾隆年间的皇后与里程", False, False),
        ("皇后的里程、乾燥、於是說", True, False),
        ("園區舉行簽約儀式，园区举行签约仪式", False, True),
        ("2026, ABC", False, False),
    ],
)
def test_the_script_of_a_text_is_told_by_what_only_one_script_has(text, is_traditional, is_mixed):
    script = script_of(text)
    assert (script.is_traditional, script.is_mixed) == (is_traditional, is_mixed)


@pytest.mark.parametrize(("text", "locale"), [("羣眾說這裏", HK), ("群眾說這裡", TW), ("簽約", TW)])
def test_the_region_is_told_by_its_variants(text, locale):
    assert region_of(text) is locale


def test_a_simplified_document_stays_as_it_is():
    source = document("园区举行签约仪式")
    converted_document, authored = in_simplified(source, WORDS.back())
    assert (converted_document, bool(authored)) == (source, False)


def test_a_traditional_document_is_read_in_the_words_of_the_mainland():
    made, authored = in_simplified(document("他說：「資訊與網路的水準」", title="行動網際網路"), WORDS.back())
    assert [segment.source for segment in made.segments()] == ["他说：“信息与网络的水平”"]
    assert (made.meta["title"], authored.locale) == ("移动互联网", TW)


def test_registered_forms_lead_back_to_their_terms():
    known = [Term("于国庆", "person", zh_hant_tw="于國慶"), Term("强富美高", "slogan", zh_hant_tw="強富美高之路")]
    made, _ = in_simplified(document("于國慶談強富美高之路"), WORDS.back(known))
    assert [segment.source for segment in made.segments()] == ["于国庆谈强富美高"]


def test_the_authors_own_text_is_the_edition_with_every_span_in_its_place():
    text = "總投資1.2兆元的行動網際網路項目"
    made, authored = in_simplified(document(text), WORDS.back())
    spans = [Span(3, 9, SpanKind.QUANTITY), Span(10, 15, SpanKind.TERM)]
    made = made.map_segments(lambda segment: segment.with_spans(spans))
    target = own_edition(made, authored).targets["p1.s1"]
    assert (target.text, target.state, target.origin) == (text, State.FINAL, "author")
    assert {run.span_id: run.text for run in target.runs if run.span_id} == {
        "p1.s1.n1": "1.2兆元",
        "p1.s1.n2": "行動網際網路",
    }


def test_notes_of_earlier_stages_move_with_the_text():
    source = document("資訊網路行動網際網路說").with_notes([Note("normalize", "space", "p1.s1", "x", 4, 10)])
    made, _ = in_simplified(source, WORDS.back())
    note = made.notes[0]
    assert next(made.segments()).source[note.start : note.end] == "移动互联网"


def test_a_mixed_document_is_noted_where_it_changes():
    made, _ = in_simplified(document("園區舉行簽約儀式", "園區", "园区举办"), WORDS.back())
    assert [note.segment_id for note in made.notes if note.kind == "mixed-script"] == ["p3.s1"]


def test_a_word_of_both_sides_stays_and_is_listed():
    simplified = Simplifier(TW, ROWS)("營銷管道用電5度")
    assert simplified.text == "营销管道用电5度"
    assert [choice.reason for choice in simplified.choices] == ["can also be 渠道", "can also be 千瓦时"]


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("建設食品檢測中心", "建设食品检测中心"),
        ("產品檢驗合格", "产品检验合格"),
        ("品檢人員進駐", "质检人员进驻"),
        ("品檢與食品檢驗", "质检与食品检验"),
    ],
)
def test_no_word_is_read_out_of_parts_of_two_others(traditional, simplified):
    assert Simplifier(TW, [Term("质检", zh_hant_tw="品檢")])(traditional).text == simplified


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*PAIRS, "千瓦时", "米", *sorted(common_words())[::97], "，", "12"]), max_size=10).map(
        "".join
    )
)
def test_a_round_trip_is_the_original_except_where_it_is_listed(text):
    edition = converted(document(text), TW, WORDS.overrides(TW)).edition
    back = Simplifier(TW, ROWS)(edition.targets["p1.s1"].text)
    result, position = back.text, 0
    listed = [(back.trace.offset(choice.start), back.trace.offset(choice.end)) for choice in back.choices]
    listed = [*sorted(set(listed)), (len(result), len(result))]
    # Between the listed places the original goes on letter by letter.
    start = 0
    for first, last in listed:
        if first < start:
            continue
        stretch = result[start:first]
        found = text.find(stretch, position)
        assert found >= 0
        position, start = found + len(stretch), last
