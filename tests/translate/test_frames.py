"""Sentences said by rule; the many pairs stand in tests/cases/frames-*.md."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.model import Locale, Segment, Span, SpanKind
from i18n_news.translate.frame_words import rows
from i18n_news.translate.frames import frame, frame_tail
from tests.strategies import segments

CASES = Path(__file__).parents[1] / "cases"
CAST = {
    "章若谷": (SpanKind.PERSON, "Zhang Ruogu"),
    "蓝思齐": (SpanKind.PERSON, "Lan Siqi"),
    "欧阳朔": (SpanKind.PERSON, "Ouyang Shuo"),
    "金沙湾新区": (SpanKind.PLACE, "Jinshawan New Area"),
    "海事局": (SpanKind.ORGANIZATION, "Maritime Bureau"),
    "商务局": (SpanKind.ORGANIZATION, "Commerce Bureau"),
    "鸿泰电机": (SpanKind.ORGANIZATION, "Hongtai Motors"),
    "党工委书记": (SpanKind.TITLE, "secretary of the Party Working Committee"),
    "管委会主任": (SpanKind.TITLE, "director of the Administrative Committee"),
    "管委会副主任": (SpanKind.TITLE, "deputy director of the Administrative Committee"),
    "局长": (SpanKind.TITLE, "director"),
    "主任": (SpanKind.TITLE, "director"),
    "总裁": (SpanKind.TITLE, "president"),
    "副行长": (SpanKind.TITLE, "vice president"),
    "校长": (SpanKind.TITLE, "principal"),
    "教授": (SpanKind.TITLE, "professor"),
    "自动化": (SpanKind.TERM, "automation"),
    "港口合作论坛": (SpanKind.TERM, "Port Cooperation Forum"),
    "9月17日上午": (SpanKind.DATE, "the morning of September 17"),
    "9月17日": (SpanKind.DATE, "September 17"),
    "下午3时": (SpanKind.DATE, "3 p.m. on September 3"),
    "年底前": (SpanKind.DATE, "by the end of the year"),
}


def cases(name):
    lines = (CASES / f"frames-{name}.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [tuple(row) for row in rows[2:]]


def segment(source):
    found = []
    for text, (kind, form) in CAST.items():
        at = source.find(text)
        while at >= 0:
            found.append(Span(at, at + len(text), kind, {Locale.EN: form}))
            at = source.find(text, at + 1)
    return Segment("p1.s1", source).with_spans(found)


def text_of(runs):
    return "".join(run.text for run in runs)


@pytest.mark.parametrize(("source", "english"), cases("sentences"))
def test_a_sentence_of_known_words_needs_no_engine(source, english):
    assert text_of(frame(segment(source))) == english


@pytest.mark.parametrize(("source", "english"), cases("headings"))
def test_a_heading_is_in_the_present(source, english):
    assert text_of(frame(segment(source), is_heading=True)) == english


@pytest.mark.parametrize(("head", "tail", "english"), cases("tails"))
def test_the_last_clauses_are_said_by_rule_where_the_head_can_stand_alone(head, tail, english):
    at, runs = frame_tail(segment(head + tail))
    assert (at, text_of(runs)) == (len(head), english)


@pytest.mark.parametrize(("source", "why"), cases("none"))
def test_one_unknown_word_is_enough_to_leave_the_sentence_to_the_engine(source, why):
    asked = segment(source)
    assert (frame(asked), frame_tail(asked)) == ((), (len(source), ())), why


def test_a_span_without_an_english_form_is_not_decided():
    undecided = Span(0, 3, SpanKind.PERSON, {Locale.ZH_HANT_TW: "章若谷"})
    assert frame(Segment("p1.s1", "章若谷讲话。").with_spans([undecided])) == ()


def test_a_decided_term_inside_a_known_word_is_not_lost():
    spans = [Span(0, 3, SpanKind.PERSON, {Locale.EN: "Lan Siqi"}), Span(5, 7, SpanKind.TERM, {Locale.EN: "session"})]
    assert text_of(frame(Segment("p1.s1", "蓝思齐出席会议。").with_spans(spans))) == "Lan Siqi attended the session."


def test_every_row_of_the_table_has_its_slots_on_both_sides():
    for kind in ("when", "people", "join", "manner", "verb", "deal", "clause", "event"):
        for row in rows(kind):
            slots = sorted(part for part in row.pattern if part.startswith("{"))
            assert all(row.english.count(slot) == 1 for slot in slots), row
            assert row.english.count("{") == len(slots), row


def renders_every_span_once(segment, start, runs):
    wanted = Counter(span.id for span in segment.spans if Locale.EN in span.forms and span.start >= start)
    return not runs or Counter(run.span_id for run in runs if run.span_id) == wanted


@given(segments())
def test_nothing_breaks_a_frame(asked):
    at, tail = frame_tail(asked)
    assert renders_every_span_once(asked, 0, frame(asked))
    assert renders_every_span_once(asked, at, tail)


WORDS = [
    *CAST,
    *"，。；、和等并在由",
    "参加",
    "出席",
    "会议",
    "讲话",
    "主持",
    "会见了",
    "与",
    "分别",
    "陪同",
    "负责人",
    "会上",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.booleans())
def test_a_frame_renders_every_decided_span_exactly_once(words, is_heading):
    asked = segment("".join(words))
    at, tail = frame_tail(asked)
    assert renders_every_span_once(asked, 0, frame(asked, is_heading=is_heading))
    assert renders_every_span_once(asked, at, tail)


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_a_frame_leaves_no_empty_run(words):
    assert all(run.text for run in frame(segment("".join(words))))
