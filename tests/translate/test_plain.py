"""Officialese in plain wording; the many pairs stand in tests/cases/plain.md."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.model import Locale, Segment, Span, SpanKind
from i18n_news.translate.plain import plain, rewritings

CASES = Path(__file__).parents[1] / "cases"
PHRASES = [row.officialese for row in rewritings()]


def segment(text):
    """A segment of the text, in which braces stand for a span that has an English form."""
    spans, source = [], ""
    for number, part in enumerate(re.split(r"[{}]", text)):
        if number % 2:
            spans.append(Span(len(source), len(source) + len(part), SpanKind.TERM, {Locale.EN: "form"}))
        source += part
    return Segment("p1.s1", source).with_spans(spans)


def rewritten(given):
    text = given.source
    for start, end, wording in reversed(plain(given)):
        text = text[:start] + wording + text[end:]
    return text


def cases():
    rows = (CASES / "plain.md").read_text(encoding="utf-8").splitlines()
    pairs = [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows if row.startswith("| ")][2:]
    return [(source, source if expected == "=" else expected) for source, expected in pairs]


@pytest.mark.parametrize(("source", "expected"), cases())
def test_officialese_is_said_plainly(source, expected):
    assert rewritten(segment(source)) == re.sub(r"[{}]", "", expected)


def test_a_span_without_an_english_form_may_be_rewritten():
    text = segment("两地抢抓机遇，合作走深走实。")
    span = Span(8, 13, SpanKind.SLOGAN, {Locale.ZH_HANT_TW: "走深走實"})
    assert plain(text.with_spans([span])) == plain(text) != ()


def test_a_span_that_touches_part_of_a_phrase_keeps_all_of_it():
    assert plain(segment("项目{倒排}工期。")) == ()


def test_a_shorter_phrase_stands_in_where_a_span_stops_the_longer_one():
    assert rewritten(segment("要挂图作战、{倒排}工期。")) == "要按照计划推进、倒排工期。"


def test_every_place_of_a_phrase_is_found():
    assert rewritten(segment("立行立改，立行立改。")) == "立即整改，立即整改。"


def test_a_plain_wording_keeps_the_figures():
    for row in rewritings():
        assert not re.search(r"[0-9０-９]", row.wording)


def test_no_row_stands_twice():
    rows = [(row.officialese, row.before, row.after) for row in rewritings()]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("row", rewritings(), ids=lambda row: row.officialese)
def test_no_wording_is_rewritten_again(row):
    assert rewritten(segment(row.wording)) == row.wording


@given(
    st.lists(
        st.sampled_from([*PHRASES, "，", "。", "“", "”", "X1", "120", "项目", "\U00020000", "\ue000"]), max_size=12
    ),
    st.tuples(st.integers(0, 60), st.integers(1, 8)),
)
def test_stretches_are_sorted_disjoint_and_outside_decided_spans(parts, place):
    source = "".join(parts)
    start, length = place
    spans = [Span(start, start + length, SpanKind.TERM, {Locale.EN: "form"})]
    text = Segment("p1.s1", source).with_spans(spans)
    found = plain(text)
    edges = [edge for start, end, _ in found for edge in (start, end)]
    assert edges == sorted(edges)
    assert all(start < end <= len(source) for start, end, _ in found)
    assert not any(start < span.end and span.start < end for start, end, _ in found for span in text.spans)
