import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.text.sentences import sentences

NASTY = '工会。！？；，……“”‘’（）《》「」.!? \nAaZ1Ltd.Co.U.S.说指出"—'


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["港区开港。", "船来了！", "准备好了吗？", "好"],
        ["他说：“要快。要稳。”", "大家赞成。"],
        ["“要快，也要稳。”王一在会上强调，各单位要落实。", "会议结束。"],
        ["“加油干！”的口号响彻工地。", "学习《怎么办？》一书。"],
        ["坚持（见附图。）创新；加快发展。", "完成。"],
        ["未闭合“一。", "二。"],
        ["真的？！", "是的……", "走吧。"],
        ["会议指出， ", "完成。"][1:],
        [
            "XYZ Co., Ltd. is in Jiangpan. ",
            "The U.S. market grew 3.5%. ",
            "No. 1 berth opened on Sept. 17. ",
            "Dr. Li came.",
        ],
        ["1. 加强管理。", "2. 提高效率。"],
        ["潮平两岸阔，\n", "风正一帆悬。"],
    ],
)
def test_sentences_end_where_they_should(parts):
    assert split("".join(parts)) == parts


def test_a_very_long_sentence_is_cut_at_semicolons():
    clause = "一是要加强港区安全生产管理，压实各级责任，做到守土有责" * 3
    parts = split(f"{clause}；{clause}；{clause}；{clause}。")
    assert len(parts) > 1
    assert all(len(part) <= 250 for part in parts)
    assert parts[0].endswith("；")


def test_a_very_long_quotation_is_cut_at_its_full_stops():
    sentence = "要加强港区安全生产管理，压实各级责任，做到守土有责。"
    assert all(len(part) <= 250 for part in split(f"他说：“{sentence * 20}”"))


@given(st.text(alphabet=NASTY, max_size=60))
def test_sentences_cover_the_text(text):
    ranges = sentences(text)
    assert "".join(text[start:end] for start, end in ranges) == text
    assert all(start < end for start, end in ranges)


@given(st.text())
def test_sentences_cover_any_text(text):
    assert "".join(split(text)) == text
