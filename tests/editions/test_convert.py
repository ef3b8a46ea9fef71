import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.editions.convert import simplified, traditional
from i18n_news.editions.overrides import Overrides, taiwan_overrides
from i18n_news.glossary.terms import Term
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span, SpanKind, State
from tests.strategies import documents

TW, HK = Locale.ZH_HANT_TW, Locale.ZH_HANT_HK
WORDS = {"信息": "資訊", "信息化": "資訊化", "万亿": "兆", "网络": "網路", "产业园": "產業園區", "开发": "研發園地"}


def overrides(words):
    return taiwan_overrides([Term(word, zh_hant_tw=form) for word, form in words.items()])


TAIWAN = overrides(WORDS)


def paragraph(*sources, spans=(), kind=BlockKind.PARAGRAPH):
    segments = [Segment(f"p1.s{number}", source) for number, source in enumerate(sources, start=1)]
    segments[0] = segments[0].with_spans(spans)
    return Document("test", Locale.ZH_HANS, (Block(kind, tuple(segments)),))


def runs(document, locale=TW, words=TAIWAN):
    return [(run.text, run.span_id) for run in traditional(document, locale, words).targets["p1.s1"].runs]


def text(*sources, spans=(), kind=BlockKind.PARAGRAPH):
    edition = traditional(paragraph(*sources, spans=spans, kind=kind), TW, TAIWAN)
    return [target.text for target in edition.targets.values()]


def test_the_simplified_edition_is_the_source_with_its_spans():
    edition = simplified(paragraph("李淑侠说信息。", spans=[Span(0, 3, SpanKind.PERSON)]))
    target = edition.targets["p1.s1"]
    assert [(run.text, run.span_id) for run in target.runs] == [("李淑侠", "p1.s1.n1"), ("说信息。", "")]
    assert (target.state, target.origin) == (State.FINAL, "source")


def test_a_decided_form_stands_and_the_words_around_it_are_converted():
    document = paragraph("七共七同与网络", spans=[Span(0, 4, SpanKind.SLOGAN, {TW: "七同“共”"})])
    assert runs(document) == [("七同“共”", "p1.s1.n1"), ("與網路", "")]


@pytest.mark.parametrize(
    ("source", "span", "expected"),
    [
        ("投资1.2万亿元建厂", Span(2, 8, SpanKind.QUANTITY), [("投資", ""), ("1.2兆元", "p1.s1.n1"), ("建廠", "")]),
        ("信息化水平", Span(0, 3, SpanKind.TERM), [("資訊化", "p1.s1.n1"), ("水平", "")]),
        ("信息化水平", Span(0, 2, SpanKind.TERM), [("信息", "p1.s1.n1"), ("化水平", "")]),
        ("起重机制造", Span(0, 3, SpanKind.TERM), [("起重機", "p1.s1.n1"), ("製造", "")]),
        ("江东信息", Span(0, 4, SpanKind.ORGANIZATION), [("江東信息", "p1.s1.n1")]),
        ("走进网络", Span(2, 4, SpanKind.ORGANIZATION), [("走進", ""), ("網路", "p1.s1.n1")]),
        ("见“网络.信息”。", Span(2, 7, SpanKind.CODE), [("見「", ""), ("网络.信息", "p1.s1.n1"), ("」。", "")]),
    ],
)
def test_a_span_without_a_form_is_converted_where_it_stands(source, span, expected):
    assert runs(paragraph(source, spans=[span]), words=overrides({**WORDS, "机制造": "機製造"})) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("阅读《网络信息》。", "閱讀《网絡信息》。".replace("网", "網")),
        ("临江湾网络产业园开园", "臨江灣網絡產業園開園"),
        ("建设产业园", "建設產業園區"),
        ("楼高15米，面积3平方米", "樓高15公尺，面積3平方米"),
        ("优化营商环境", "優化營商環境"),
    ],
)
def test_names_keep_their_words_and_common_nouns_get_ours(source, expected):
    assert text(source) == [expected]


def test_a_name_without_a_form_is_assumed_with_a_note():
    edition = traditional(paragraph("于国庆致辞", spans=[Span(0, 3, SpanKind.PERSON)]), TW, Overrides())
    assert edition.targets["p1.s1"].text == "于國慶致辭"
    (note,) = edition.notes
    assert (note.kind, note.segment_id, note.start, note.end) == ("name-form-assumed", "p1.s1", 0, 3)


@pytest.mark.parametrize("forms", [{TW: "於國慶"}, {HK: "於國慶"}])
def test_a_registered_name_has_its_own_form_and_no_note(forms):
    edition = traditional(paragraph("于国庆致辞", spans=[Span(0, 3, SpanKind.PERSON, forms)]), TW, Overrides())
    assert (edition.targets["p1.s1"].text, edition.notes) == ("於國慶致辭", ())


def test_an_unambiguous_name_makes_no_note():
    assert traditional(paragraph("李淑侠", spans=[Span(0, 3, SpanKind.PERSON)]), TW, Overrides()).notes == ()


def test_quotes_pair_across_the_sentences_of_a_paragraph():
    assert text("她说：“走。", "‘再走’。”") == ["她說：「走。", "『再走』。」"]


def test_quotes_do_not_pair_across_the_cells_of_a_row():
    assert text("“甲", "乙”", kind=BlockKind.TABLE_ROW) == ["“甲", "乙”"]


def test_an_unpaired_quote_is_noted_with_its_place():
    edition = traditional(paragraph("甲。", "说“乙。"), TW, Overrides())
    assert [(note.kind, note.segment_id, note.start) for note in edition.notes] == [("unpaired-quote", "p1.s2", 1)]


def test_an_edition_says_how_it_was_made():
    target = traditional(paragraph("网络"), HK, Overrides()).targets["p1.s1"]
    assert (target.text, target.state, target.origin) == ("網絡", State.TRANSLATED, "opencc s2hk")


@given(documents(), st.sampled_from([TW, HK]))
def test_every_span_has_its_run_and_decided_forms_stand(document, locale):
    edition = traditional(document, locale, TAIWAN)
    for segment in document.segments():
        found = {run.span_id: run.text for run in edition.targets[segment.id].runs if run.span_id}
        assert list(found) == [span.id for span in segment.spans]
        for span in segment.spans:
            if locale in span.forms and span.kind is not SpanKind.CODE:
                assert found[span.id] == span.forms[locale]


@given(documents(), st.sampled_from([TW, HK]))
def test_an_edition_can_stand_in_its_document(document, locale):
    assert document.with_edition(traditional(document, locale, TAIWAN)).with_edition(simplified(document))


@given(st.text("abz 019.,;:/-_%$é\t", max_size=40))
def test_text_without_chinese_does_not_change(source):
    assert text(source) == [source]
