import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.analyze.suggest import ORDER, is_parallel, suggest
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span, SpanKind

WORDS = ("阅读", "驿站", "管家", "新", "书香", "码头", "志愿", "服务", "居民", "喜欢", "房地产", "市场")


def release(*sources, name="a.md", spans=()):
    """A release of one paragraph a source; spans are (text, kind, en, origin) and stand wherever the text does."""
    blocks = []
    for number, source in enumerate(sources, start=1):
        found = [
            Span(at, at + len(text), SpanKind(kind), {Locale.EN: en} if en else {}, "", origin=origin)
            for text, kind, en, origin in spans
            for at in range(len(source))
            if source.startswith(text, at)
        ]
        blocks.append(Block(BlockKind.PARAGRAPH, (Segment(f"p{number}.s1", source).with_spans(found),)))
    return Document(name, Locale.ZH_HANS, tuple(blocks))


def by_words(text):
    """A segmenter of a few words: the longest that fits, else one character."""
    cut, at = [], 0
    while at < len(text):
        word = max((word for word in WORDS if text.startswith(word, at)), key=len, default=text[at])
        cut.append(word)
        at += len(word)
    return cut


def sources(documents, kind, **options):
    return [item.source for item in suggest(documents, **options) if item.kind == kind]


def test_an_unknown_name_is_proposed_with_its_form_and_its_count():
    spans = (("单文博", "person", "Shan Wenbo", "names:title"),)
    (item,) = suggest([release("局长单文博到场。", "单文博讲话。", spans=spans)])
    assert (item.source, item.kind, item.en, item.count, item.releases) == (
        "单文博",
        "person",
        "Shan Wenbo",
        2,
        ("a.md",),
    )


def test_a_name_of_the_glossary_is_not_proposed():
    spans = (("单文博", "person", "Shan Wenbo", "glossary:people.tsv:3"),)
    assert suggest([release("局长单文博到场。", spans=spans)]) == ()


def test_a_name_has_the_kind_that_most_of_its_mentions_have():
    place = release("雁汀来客。", "雁汀很美。", spans=(("雁汀", "place", "Yanting", "names:lac"),))
    company = release("雁汀上市。", spans=(("雁汀", "organization", "Yanting Co.", "names:shape"),))
    (item,) = suggest([company, place])
    assert (item.kind, item.en, item.count) == ("place", "Yanting", 3)


def test_what_is_known_in_any_status_is_not_proposed():
    document = release("开展“四比四看”活动。", spans=(("开展", "place", "Kaizhan", "names:lac"),))
    assert suggest([document], known={"四比四看", "开展"}) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推行“四比四看”。", ["四比四看"]),
        ("推行“党建+养老”。", ["党建+养老"]),
        ("擦亮“暖蜂驿家”品牌。", ["暖蜂驿家"]),
        ("坚持“抓项目、抓服务”。", ["抓项目、抓服务"]),
        ("他说：“我们很满意。”", []),
        ("这里是老人的“家”。", []),
        ("他是单位“一把手”。", []),
        ("商家看重“双十一”。", []),
        ("大家叫他“老师傅”。", []),
        ("“这是一个很长很长很长很长的句子”活动。", []),
    ],
)
def test_a_quoted_slogan_is_told_from_quoted_speech(text, expected):
    assert sources([release(text)], "slogan") == expected


def test_a_quoted_text_that_returns_is_a_slogan():
    assert sources([release("大家叫他“老师傅”。", "“老师傅”来了。")], "slogan") == ["老师傅"]


def test_a_slogan_that_a_glossary_has_is_not_proposed():
    spans = (("四比四看", "slogan", "four comparisons", "glossary:political.tsv:2"),)
    assert suggest([release("推行“四比四看”。", spans=spans)]) == ()


@pytest.mark.parametrize("text", ["三联三促", "六有", "双争", "党建+电商", "能快则快", "强基础、强队伍"])
def test_a_slogan_is_built_in_parallel(text):
    assert is_parallel(text)


@pytest.mark.parametrize("text", ["一把手", "双十一", "满意", "老师傅", "研究研究", "工作、学习生活"])
def test_an_ordinary_text_is_not_built_in_parallel(text):
    assert not is_parallel(text)


def test_a_phrase_needs_three_mentions_in_one_release():
    texts = ("书香码头开放。", "居民喜欢书香码头。", "在书香码头，有人看书。")
    assert sources([release(*texts[:2])], "term", cut=by_words) == []
    assert sources([release(*texts)], "term", cut=by_words) == ["书香码头"]


def test_two_releases_are_enough_for_a_phrase():
    documents = [release("居民喜欢书香码头。", name="a.md"), release("书香码头开放。", name="b.md")]
    (item,) = suggest(documents, cut=by_words)
    assert (item.source, item.count, item.releases) == ("书香码头", 2, ("a.md", "b.md"))


def test_the_longest_phrase_is_proposed_and_not_its_parts():
    texts = ("书香码头阅读驿站开放。", "居民喜欢书香码头阅读驿站。", "在书香码头阅读驿站，有人看书。")
    assert sources([release(*texts)], "term", cut=by_words) == ["书香码头阅读驿站"]


def test_without_a_segmenter_a_phrase_has_four_characters():
    texts = (
        "阅读角开放。",
        "居民喜欢阅读角。",
        "在阅读角，有人看书。",
        "青石书屋开放。",
        "居民喜欢青石书屋。",
        "在青石书屋。",
    )
    assert sources([release(*texts)], "term") == ["青石书屋"]


def test_a_phrase_does_not_begin_or_end_with_a_function_word_or_a_verb():
    texts = ("推进书香码头的开放。", "推进书香码头的阅读。", "推进书香码头的服务。")
    assert sources([release(*texts)], "term", cut=by_words) == ["书香码头"]


def test_a_function_word_inside_a_word_does_not_cut_it():
    texts = ("房地产市场回暖。", "居民看好房地产市场。", "在房地产市场。")
    assert sources([release(*texts)], "term", cut=by_words) == ["房地产市场"]


def test_a_measure_word_does_not_begin_a_phrase():
    texts = ("这场书香码头。", "那场书香码头。", "有场书香码头。")
    assert sources([release(*texts)], "term", cut=by_words) == []


def test_a_phrase_made_of_glossary_terms_alone_is_not_proposed():
    spans = (("书香", "term", "book-loving", "glossary:x.tsv:2"), ("码头", "term", "wharf", "glossary:x.tsv:3"))
    assert suggest([release(*["书香码头。"] * 3, spans=spans)], cut=by_words) == ()


def test_a_phrase_may_contain_a_glossary_term():
    spans = (("码头", "term", "wharf", "glossary:x.tsv:3"),)
    assert sources([release(*["书香码头。"] * 3, spans=spans)], "term", cut=by_words) == ["书香码头"]


def test_contexts_come_from_different_releases_first_and_mark_the_place():
    one = release("书香码头开放。", "居民喜欢书香码头。", name="a.md")
    two = release("在书香码头，有人看书。", name="b.md")
    (item,) = suggest([one, two], cut=by_words)
    assert item.contexts == ("【书香码头】开放。", "在【书香码头】，有人看书。")


def test_the_order_is_kind_then_count_then_source():
    spans = (("甲镇", "place", "Jia", "names:lac"), ("乙镇", "place", "Yi", "names:lac"))
    document = release("甲镇乙镇，“四比四看”。", "乙镇，“六有”。", *["书香码头。"] * 3, spans=spans)
    assert [item.source for item in suggest([document], cut=by_words)] == [
        "乙镇",
        "甲镇",
        "六有",
        "四比四看",
        "书香码头",
    ]


@given(
    st.lists(st.lists(st.text("书香码头的“”、。12𬭎 \u3000A\n开展", max_size=30), min_size=1, max_size=5), max_size=4)
)
def test_every_suggestion_stands_in_its_releases_as_often_as_it_says(texts):
    documents = [release(*lines, name=f"{number}.md") for number, lines in enumerate(texts)]
    found = suggest(documents)
    everything = "\n".join("\n".join(lines) for lines in texts)
    assert all(0 < item.count <= everything.count(item.source) for item in found)
    assert all(f"【{item.source}】" in context for item in found for context in item.contexts)
    assert len({item.source for item in found}) == len(found)
    assert list(found) == sorted(found, key=lambda item: (ORDER.index(SpanKind(item.kind)), -item.count, item.source))
