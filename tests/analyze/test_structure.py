import pytest

from i18n_news.analyze.structure import structure
from i18n_news.formats.text import parse
from i18n_news.model import BlockKind
from i18n_news.text.paragraphs import repair

H, S, K, N, P = (
    BlockKind.HEADLINE,
    BlockKind.SUBTITLE,
    BlockKind.KICKER,
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
)
BODY = "正文写在这里，一句完整的话。"


def document(text, **meta):
    return structure(repair(parse(text)), meta, "test")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"# 标题\n\n{BODY}", [H, P]),
        (f"# 标题\n\n## 副标题\n\n{BODY}", [H, S, P]),
        (f"# 标题\n\n{BODY}\n\n## 小标题\n\n{BODY}", [H, P, N, P]),
        (f"# 标题\n\n## 副标题\n\n{BODY}\n\n## 第二篇\n\n### 第二篇副标题\n\n{BODY}", [H, S, P, N, S, P]),
        (f"## 引题\n\n# 标题\n\n{BODY}", [K, H, P]),
        (f"# 第一篇\n\n{BODY}\n\n# 第二篇\n\n{BODY}", [H, P, H, P]),
        (f"## 标题\n\n{BODY}\n\n## 小标题\n\n{BODY}", [H, P, N, P]),
    ],
)
def test_a_heading_is_what_its_place_makes_it(text, kinds):
    assert [block.kind for block in document(text).blocks] == kinds


def test_a_title_of_the_front_matter_stands_above_a_text_without_a_heading():
    made = document(BODY, title="标题")
    assert [(block.kind, block.source) for block in made.blocks] == [(H, "标题"), (P, BODY)]


@pytest.mark.parametrize("text", [f"# 标题\n\n{BODY}", BODY])
def test_a_kicker_of_the_front_matter_stands_above_the_headline(text):
    made = document(text, title="标题", kicker="引题在上")
    assert [block.kind for block in made.blocks] == [K, H, P]


def test_segments_are_called_after_their_block_and_sentence():
    made = document(f"# 标题\n\n{BODY}第二句。")
    assert [segment.id for segment in made.segments()] == ["p1.s1", "p2.s1", "p2.s2"]


def test_the_sentences_of_a_paragraph_join_to_it():
    made = document(f"# 标题\n\n{BODY}他说：“好。”然后走了。")
    assert made.blocks[1].source == f"{BODY}他说：“好。”然后走了。"


def test_what_was_repaired_is_noted_with_its_place():
    made = document("# 标题\n\n徐工 投资\u200b建厂，落户开发区。")
    assert {(note.stage, note.segment_id) for note in made.notes} == {("normalize", "p2.s1")}
