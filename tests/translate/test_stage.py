import pytest
from hypothesis import given

from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span, SpanKind
from i18n_news.translate.stage import translate
from tests.strategies import documents
from tests.translate.fakes import FakeEngine, keeps_only_quoted, keeps_placeholders, loses_placeholders

CAST = (("徐工", "XCMG", SpanKind.ORGANIZATION), ("12亿元", "RMB 1.2 billion", SpanKind.QUANTITY))


def release(*sources, kind=BlockKind.PARAGRAPH):
    blocks = []
    for number, source in enumerate(sources, start=1):
        spans = [
            Span(source.index(text), source.index(text) + len(text), span_kind, {Locale.EN: form})
            for text, form, span_kind in CAST
            if text in source
        ]
        blocks.append(Block(kind, (Segment(f"p{number}.s1", source).with_spans(spans),)))
    return Document("test", Locale.ZH_HANS, tuple(blocks))


def english(document, say):
    edition = translate(document, FakeEngine(say))
    return [target.text for target in edition.targets.values()], [note.kind for note in edition.notes]


def test_a_form_that_the_engine_writes_by_itself_needs_no_second_decoding():
    engine = FakeEngine(lambda source: "Xcmg invested RMB 1.2 billion.")
    edition = translate(release("徐工投资12亿元。"), engine)
    assert (edition.targets["p1.s1"].text, engine.asked[1:]) == ("XCMG invested RMB 1.2 billion.", [[]] * 4)


def test_a_form_that_the_engine_gets_wrong_is_masked_and_restored():
    texts, notes = english(release("徐工投资12亿元。"), keeps_placeholders)
    assert (texts, notes) == (["It says XCMG and RMB 1.2 billion."], [])


def test_a_second_family_is_tried_where_the_first_is_lost():
    texts, notes = english(release("徐工投资12亿元。"), keeps_only_quoted)
    assert (texts, notes) == (["It says XCMG and RMB 1.2 billion."], [])


def test_a_form_that_every_family_loses_stands_at_the_end_of_its_clause_with_a_note():
    texts, notes = english(release("徐工投资12亿元。"), loses_placeholders)
    assert (texts, notes) == (["It says nothing (XCMG) (RMB 1.2 billion)."], ["fallback", "fallback"])


def test_a_segment_that_is_decided_to_the_last_character_never_meets_the_engine():
    engine = FakeEngine(loses_placeholders)
    edition = translate(release("徐工，12亿元"), engine)
    assert (edition.targets["p1.s1"].text, engine.asked[0]) == ("XCMG, RMB 1.2 billion", [])


def test_terms_that_touch_are_parted_where_the_engine_is_not_asked():
    texts, _ = english(release("徐工12亿元"), loses_placeholders)
    assert texts == ["XCMG RMB 1.2 billion"]


def test_the_draft_is_the_engine_s_own_text():
    edition = translate(release("徐工投资12亿元。"), FakeEngine(keeps_placeholders))
    assert edition.targets["p1.s1"].draft == "It says nothing."


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("XCMG invested RMB 1.2 billion", "XCMG invested RMB 1.2 billion"),
        ("xcmg invested rmb 1.2 billion", "XCMG invested RMB 1.2 billion"),
    ],
)
def test_a_form_found_in_the_draft_is_written_as_decided(draft, expected):
    texts, _ = english(release("徐工投资12亿元"), lambda source: draft if "徐工" in source else "X1 X2")
    assert texts == [expected]


def test_a_heading_without_a_stop_gets_none():
    texts, _ = english(release("徐工扩建", kind=BlockKind.HEADLINE), lambda source: "XCMG expands.")
    assert texts == ["XCMG expands"]


@given(documents())
@pytest.mark.parametrize("say", [keeps_placeholders, loses_placeholders, keeps_only_quoted, lambda source: ""])
def test_no_decided_span_is_ever_lost_in_silence(say, document):
    edition = translate(document, FakeEngine(say))
    for segment in document.segments():
        wanted = {span.id for span in segment.spans if Locale.EN in span.forms}
        assert wanted <= edition.targets[segment.id].span_ids if wanted else True


@given(documents())
def test_the_same_document_gives_the_same_edition_twice(document):
    assert translate(document, FakeEngine()) == translate(document, FakeEngine())
