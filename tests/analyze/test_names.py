import pytest

from i18n_news.analyze.names import name_annotator, name_notes
from i18n_news.model import Block, BlockKind, Document, Locale, Segment


def release(*sources):
    blocks = [Block(BlockKind.PARAGRAPH, (Segment(f"p{n}.s1", text),)) for n, text in enumerate(sources, start=1)]
    return Document("d", Locale.ZH_HANS, tuple(blocks))


def people(document):
    return [span.forms[Locale.EN] for _, span in name_annotator(frozenset(), frozenset())(document)]


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
    assert people(release(*sources)) == expected


def test_a_person_carries_a_tone_marked_reading_and_says_how_it_was_found():
    ((_, span),) = name_annotator(frozenset(), frozenset())(release("局长单文博介绍情况。"))
    assert (span.reading, span.origin) == ("Shàn Wénbó", "names:title")


def test_what_only_looks_like_a_name_is_noted_and_not_decided():
    document = release("这里有王晓明。")
    notes = name_notes(document, frozenset(), frozenset())
    assert people(document) == [] and all(note.kind == "looks-like-name" for note in notes)
