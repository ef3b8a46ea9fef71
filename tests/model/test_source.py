import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.errors import InvariantError
from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Run, Segment, Span, SpanKind, Target
from tests.strategies import documents, nasty_text, proposals, segments


def term(start, end, form="form"):
    return Span(start, end, SpanKind.TERM, {Locale.EN: form})


@given(segments())
def test_pieces_join_to_the_source(segment):
    assert "".join(text for text, _ in segment.pieces()) == segment.source


@given(segments())
def test_spans_are_sorted_and_disjoint(segment):
    ends = [0, *(span.end for span in segment.spans)]
    assert all(end <= span.start for end, span in zip(ends, segment.spans, strict=False))


@given(nasty_text.filter(bool).flatmap(lambda text: st.tuples(st.just(text), st.lists(proposals(text), max_size=6))))
def test_every_proposal_stands_or_loses_to_one_that_is_at_least_as_long(case):
    source, proposed = case
    settled = Segment("p1.s1", source).with_spans(proposed).spans
    for span in proposed:
        rivals = [other for other in settled if other.overlaps(span)]
        assert any(other.end - other.start >= span.end - span.start for other in rivals)


def test_a_span_that_stands_keeps_its_place_against_a_longer_proposal():
    segment = Segment("p1.s1", "开发区管委会").with_spans([term(0, 3, "Zone")])
    assert [span.forms[Locale.EN] for span in segment.with_spans([term(0, 6, "Committee")]).spans] == ["Zone"]


def test_of_equally_long_proposals_the_earlier_wins():
    segment = Segment("p1.s1", "开发区").with_spans([term(0, 2, "first"), term(1, 3, "second")])
    assert [span.forms[Locale.EN] for span in segment.spans] == ["first"]


def test_ids_count_the_spans_in_the_order_of_the_text():
    segment = Segment("p3.s2", "徐工卡特").with_spans([term(2, 4), term(0, 2)])
    assert [(span.id, span.start) for span in segment.spans] == [("p3.s2.n1", 0), ("p3.s2.n2", 2)]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 1)])
def test_a_span_that_covers_nothing_does_not_exist(start, end):
    with pytest.raises(InvariantError):
        term(start, end)


@pytest.mark.parametrize("spans", [(term(0, 9),), (term(0, 2), term(1, 3))])
def test_a_segment_refuses_spans_that_leave_it_overlap_or_have_foreign_ids(spans):
    with pytest.raises(InvariantError):
        Segment("p1.s1", "开发区", spans)


def test_an_empty_form_is_refused():
    with pytest.raises(InvariantError):
        term(0, 1, " ")


@given(documents())
def test_a_document_survives_pickling_and_can_be_hashed(document):
    assert pickle.loads(pickle.dumps(document)) == document
    assert hash(document) == hash(pickle.loads(pickle.dumps(document)))


def test_a_run_of_a_foreign_span_is_refused():
    block = Block(BlockKind.PARAGRAPH, (Segment("p1.s1", "徐工"),))
    target = Target("p1.s1", Locale.EN, (Run("XCMG", "p9.s9.n1"),))
    with pytest.raises(InvariantError, match=r"p9\.s9\.n1"):
        Document("d", Locale.ZH_HANS, (block,)).with_edition(Edition(Locale.EN, {"p1.s1": target}))


def test_a_forms_mapping_cannot_be_changed_from_outside():
    forms = {Locale.EN: "Zone"}
    span = Span(0, 3, SpanKind.TERM, forms)
    forms[Locale.EN] = "Area"
    assert span.forms[Locale.EN] == "Zone"
