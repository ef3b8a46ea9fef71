"""What an author puts over a name decides its reading and its English, in every place where it stands."""

import pytest

from i18n_news.analyze.readings import with_readings
from i18n_news.analyze.structure import structure
from i18n_news.model import Locale, Span, SpanKind
from i18n_news.text.lines import Mark, RawBlock
from i18n_news.text.paragraphs import repair

TEXT = "主任单若拙出席。单若拙讲话。"


def document(marks, english="Shan Ruozhuo", origin="names:title (check)", reading="Shàn Ruòzhuō"):
    made = structure(repair([RawBlock(TEXT, "paragraph", marks=marks)]), {}, "release")
    spans = {
        segment.id: [Span(at, at + 3, SpanKind.PERSON, {Locale.EN: english}, reading, origin=origin)]
        for segment in made.segments()
        if (at := segment.source.find("单若拙")) >= 0
    }
    return with_readings(made.map_segments(lambda segment: segment.with_spans(spans[segment.id])))


def read(marks, **given):
    return [(span.forms[Locale.EN], span.reading) for s in document(marks, **given).segments() for span in s.spans]


@pytest.mark.parametrize(
    "marks",
    [
        (Mark("reading", 2, 3, "chán"),),
        (Mark("reading", 2, 3, "Chán"), Mark("reading", 3, 5, "ruò zhuō")),
        (Mark("reading", 2, 5, "chán ruò zhuō"),),
    ],
)
def test_a_reading_binds_every_mention(marks):
    assert read(marks) == [("Chan Ruozhuo", "Chán Ruòzhuō")] * 2


def test_a_word_is_parted_as_its_characters_are_read():
    assert read((Mark("reading", 2, 5, "Shàn Ruòzhuō"),)) == [("Shan Ruozhuo", "Shàn Ruòzhuō")] * 2


@pytest.mark.parametrize("reading", ["ㄔㄢˊ", "see below", "チャン"])
def test_what_is_no_pinyin_changes_nothing(reading):
    assert read((Mark("reading", 2, 3, reading),)) == [("Shan Ruozhuo", "Shàn Ruòzhuō")] * 2


def test_an_entry_of_a_glossary_keeps_its_own():
    given = {"english": "Dan Ruozhuo", "origin": "glossary:people.tsv:3", "reading": "Dān Ruòzhuō"}
    assert read((Mark("reading", 2, 3, "chán"),), **given) == [("Dan Ruozhuo", "Dān Ruòzhuō")] * 2


def test_a_reading_is_a_note_with_its_place():
    (note,) = [note for note in document((Mark("reading", 2, 3, "chán"),)).notes if note.kind == "reading"]
    assert (note.stage, note.segment_id, note.start, note.end, note.message) == ("read", "p1.s1", 2, 3, "chán")


def test_a_mark_moves_with_its_text_through_repair():
    raw = [RawBlock("　　会议由港区\n主任 ( 副 ) 单若拙主持，\n并讲话。", marks=(Mark("reading", 17, 18, "chán"),))]
    made = structure(repair(raw), {}, "release")
    (note,) = [note for note in made.notes if note.kind == "reading"]
    (segment,) = [segment for segment in made.segments() if segment.id == note.segment_id]
    assert segment.source[note.start : note.end] == "单"
