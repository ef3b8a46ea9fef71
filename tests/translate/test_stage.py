"""The stage: whatever an engine does, every decided form stands in the English or a note says where it was put."""

import re
from functools import partial

import pytest
from hypothesis import given, settings

from i18n_news.checks.decided import unrendered
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span, SpanKind
from i18n_news.translate.engine import Scored
from i18n_news.translate.stage import translate
from i18n_news.translate.surrogates import surrogates
from tests.strategies import crowded_segments, documents
from tests.translate.fakes import (
    FakeEngine,
    ScoringEngine,
    doubles_placeholders,
    glues_placeholders,
    keeps_only_quoted,
    keeps_placeholders,
    loses_placeholders,
    reorders_placeholders,
)

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
    assert (edition.targets["p1.s1"].text, any(engine.asked[1:])) == ("XCMG invested RMB 1.2 billion.", False)


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


# What engines were seen to make of the names that stand for decided ones, and what nobody has seen yet.
SPELLINGS = {
    "possessive": lambda name: f"{name}'s",
    "curly possessive": lambda name: f"{name}’s",
    "plural": lambda name: f"{name}s",
    "capitals": str.upper,
    "small letters": str.lower,
    "no title": lambda name: name.removeprefix("Mr. ").removeprefix("the "),
    "no stop": lambda name: name.replace("Mr.", "Mr"),
    "no space": lambda name: name.replace("Mr. ", "Mr."),
    "nothing between": lambda name: name.replace("Mr. ", "Mr"),
    "another title": lambda name: name.replace("Mr.", "Ms."),
    "another vowel": lambda name: name.replace("a", "o"),
    "with a hyphen": lambda name: f"East-{name}-based",
    "a company": lambda name: f"{name} Company",
    "twice": lambda name: f"{name} ({name})",
    "twice, one of them in capitals": lambda name: f"{name} ({name.upper()})",
}
ENGINES = {
    "keeps": keeps_placeholders,
    "loses": loses_placeholders,
    "doubles": doubles_placeholders,
    "reorders": reorders_placeholders,
    "glues": glues_placeholders,
    "keeps only quoted": keeps_only_quoted,
    "repeats": lambda source: source,
    "is silent": lambda source: "",
}


def assert_nothing_is_lost_in_silence(segment, edition):
    """Every decided span has a run that is its form, and notes name spans."""
    target = edition.targets.get(segment.id)
    wanted = {span.id for span in segment.spans if Locale.EN in span.forms}
    assert (target.span_ids if target else set()) == wanted
    noted = {(note.start, note.end) for note in edition.notes if note.kind == "fallback"}
    assert noted <= {(span.start, span.end) for span in segment.spans}
    assert [each for each in unrendered(segment, target) if not each.span.kind.is_figure] == [] if wanted else True


def strangers(segment, text, spelling):
    """The names that stood for decided ones and are still there, in whatever way the engine spells them."""
    forms = " ".join(span.forms.get(Locale.EN, "") for span in segment.spans)
    names = [each for each in surrogates() if each.source not in segment.source and each.english not in forms]
    return [name for each in names if re.search(rf"(?<!\w){re.escape(name := spelling(each.english))}(?!\w)", text)]


@pytest.mark.parametrize("engine_class", [FakeEngine, ScoringEngine])
@pytest.mark.parametrize("say", ENGINES.values(), ids=ENGINES)
@given(segment=crowded_segments())
@settings(max_examples=5)
def test_no_decided_span_of_a_crowded_sentence_is_lost_in_silence(say, engine_class, segment):
    document = Document("test", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (segment,)),))
    assert_nothing_is_lost_in_silence(segment, translate(document, engine_class(say)))


@pytest.mark.parametrize("engine_class", [FakeEngine, ScoringEngine])
@pytest.mark.parametrize("say", ENGINES.values(), ids=ENGINES)
@given(document=documents())
@settings(max_examples=5)
def test_no_decided_span_is_ever_lost_in_silence(say, engine_class, document):
    edition = translate(document, engine_class(say))
    for segment in document.segments():
        wanted = {span.id for span in segment.spans if Locale.EN in span.forms}
        target = edition.targets.get(segment.id)
        assert (target.span_ids if target else set()) == wanted


@pytest.mark.parametrize("spelling", [str, *SPELLINGS.values()], ids=["as expected", *SPELLINGS])
@given(segment=crowded_segments())
@settings(max_examples=5)
def test_no_name_that_stood_for_a_decided_one_is_left_and_none_is_lost(spelling, segment):
    document = Document("test", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (segment,)),))
    edition = translate(document, ScoringEngine(partial(keeps_placeholders, spelling=spelling)))
    assert_nothing_is_lost_in_silence(segment, edition)
    target = edition.targets.get(segment.id)
    assert strangers(segment, target.text if target else "", spelling) == []


@given(documents())
def test_the_same_document_gives_the_same_edition_twice(document):
    assert translate(document, FakeEngine()) == translate(document, FakeEngine())


@given(crowded_segments())
@settings(max_examples=5)
def test_the_same_sentence_gives_the_same_edition_whatever_the_dice_say(segment):
    document = Document("test", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (segment,)),))
    assert translate(document, ScoringEngine(keeps_placeholders)) == translate(
        document, ScoringEngine(keeps_placeholders)
    )


def test_a_name_that_came_back_otherwise_is_masked_in_another_way():
    texts, notes = english(release("徐工投资12亿元。"), partial(keeps_placeholders, spelling=lambda name: name[::-1]))
    assert (texts, notes) == (["It says XCMG and RMB 1.2 billion."], [])


def test_a_term_in_other_words_is_put_over_them():
    class Sure(FakeEngine):
        """Finds the word for what is left out unlikely."""

        def score(self, pairs):
            logs = [(-0.1, -0.1, -0.1 if "产业链" in source else -9.0, -0.1) for source, _ in pairs]
            return [Scored(-0.1, ((0, 2), (3, 11), (12, 18), (18, 19)), each) for each in logs]

    span = Span(2, 5, SpanKind.TERM, {Locale.EN: "industrial chain"})
    document = Document(
        "test", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (Segment("p1.s1", "完善产业链。").with_spans([span]),)),)
    )
    edition = translate(document, Sure(lambda source: "We improved chains."))
    assert [(run.text, run.span_id) for run in edition.targets["p1.s1"].runs] == [
        ("We improved ", ""),
        ("industrial chain", "p1.s1.n1"),
        ("s.", ""),
    ]
