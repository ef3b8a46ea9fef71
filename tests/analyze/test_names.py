import pytest

from i18n_news import pipeline
from i18n_news.analyze.names import Known, find_bodies, find_people, no_tags, uncovered
from i18n_news.checks.unregistered_name import unregistered_names
from i18n_news.config import Config
from i18n_news.glossary.terms import Term
from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Segment, SpanKind

NOBODY = Known.of(())


def release(*sources):
    blocks = [Block(BlockKind.PARAGRAPH, (Segment(f"p{n}.s1", text),)) for n, text in enumerate(sources, start=1)]
    return Document("d", Locale.ZH_HANS, tuple(blocks))


def untagged(document):
    return no_tags([segment.source for segment in document.segments()])


def people(document, known=NOBODY, style="pinyin"):
    return find_people(document, untagged(document), known, style)


def forms(names):
    return [span.forms[Locale.EN] for _, span in names.spans]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["开发区管委会主任单文博出席活动。"], ["Shan Wenbo"]),
        (["局长欧阳知远介绍情况。"], ["Ouyang Zhiyuan"]),
        (["局长吕思源介绍情况。", "吕思源还说，项目进展顺利。"], ["Lü Siyuan", "Lü Siyuan"]),
        (["公司高管对任务的安排表示满意。"], []),
        (["各单位要加强华东市场工作。"], []),
    ],
)
def test_a_person_with_evidence_gets_a_form(sources, expected):
    assert forms(people(release(*sources))) == expected


def test_the_house_may_want_the_spelling_of_the_passport():
    assert forms(people(release("局长吕思源介绍情况。"), style="passport")) == ["Lyu Siyuan"]


def test_a_person_carries_a_tone_marked_reading_and_says_how_it_was_found():
    ((_, span),) = people(release("局长单文博介绍情况。")).spans
    assert (span.reading, span.origin) == ("Shàn Wénbó", "names:title")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("董事长约翰·史密斯介绍情况。", ["John Smith"]),
        ("董事长维克托·尼特拉斯介绍情况。", []),
        ("局长查尔斯介绍情况。", []),
    ],
)
def test_a_foreign_name_is_never_spelled_in_pinyin(source, expected):
    assert forms(people(release(source))) == expected


def test_a_foreign_name_that_no_table_has_is_noted():
    names = people(release("董事长维克托·尼特拉斯介绍情况。"))
    assert [note.kind for note in names.notes] == ["looks-like-name"]


def test_a_registered_person_is_left_to_the_glossary():
    known = Known.of([Term("单文博", "person", en="Shan Wenbo")])
    assert people(release("局长单文博介绍情况。"), known).spans == ()


def test_what_only_looks_like_a_name_is_noted_and_not_decided():
    names = people(release("这里有王晓明。"))
    assert names.spans == () and all(note.kind == "looks-like-name" for note in names.notes)


@pytest.mark.parametrize(
    ("source", "english", "kind"),
    [
        ("项目落户雁汀产业园。", "Yanting Industrial Park", SpanKind.PLACE),
        ("昨天在江苏省徐州市走访了雁汀恒达轴承有限公司。", "Yanting Hengda Bearing Co., Ltd.", SpanKind.ORGANIZATION),
    ],
)
def test_an_unregistered_body_is_composed_and_to_be_checked(source, english, kind):
    document = release(source)
    span = find_bodies(document, untagged(document), NOBODY).spans[-1][1]
    assert (span.forms[Locale.EN], span.kind) == (english, kind)
    assert span.origin.startswith("names:") and span.origin.endswith("(check)")


@pytest.mark.parametrize(
    "source", ["要推动高质量发展，建设智能工厂。", "全区各街道要加强服务中心建设。", "重点企业有三百家。"]
)
def test_common_nouns_are_no_names(source):
    document = release(source)
    assert find_bodies(document, untagged(document), NOBODY).spans == ()


def test_a_body_that_the_glossary_covers_is_left_to_it():
    vocabulary = pipeline.Vocabulary((), ((Term("雁汀产业园", "place", en="Yanting Park"),),), {})
    document = pipeline.analyze(release("项目落户雁汀产业园。"), vocabulary, Config())
    assert [span.forms[Locale.EN] for segment in document.segments() for span in segment.spans] == ["Yanting Park"]


def test_a_note_on_what_a_span_covers_in_the_end_is_dropped():
    document = release("这里有王晓明。")
    names = people(document)
    spans = [people(release("局长王晓明说。")).spans[0][1]]
    moved = document.map_segments(lambda segment: segment.with_spans(spans))
    assert len(uncovered(names.notes, moved)) <= len(names.notes)


def test_an_unregistered_name_is_reported_once():
    vocabulary = pipeline.Vocabulary((), (), {})
    document = pipeline.analyze(release("项目落户雁汀产业园。", "雁汀产业园很大。"), vocabulary, Config())
    issues = list(unregistered_names(document, Edition(Locale.EN)))
    assert [(issue.check, issue.segment_id) for issue in issues] == [("unregistered-name", "p1.s1")]
