"""The full form stands at the first mention in the text; afterwards the short one, where there is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.analyze.decide import decide, surname_form
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span, SpanKind
from tests.strategies import documents

EN = Locale.EN
P, HEADLINE = BlockKind.PARAGRAPH, BlockKind.HEADLINE
NAMES = {
    "臧晓鹏": "Zang Xiaopeng",
    "李淑侠": "Li Shuxia",
    "李大江": "Li Dajiang",
    "黎明远": "Li Mingyuan",
    "欧阳青": "Ouyang Qing",
    "约翰·史密斯": "John Smith",
    "史密斯": "Smith",
    "李小龙": "Bruce Li",
    "蔡英杰": "Tsai Ying-chieh",
}


def release(*blocks):
    made = []
    for number, (kind, source) in enumerate(blocks, start=1):
        at = source.index("双争")
        span = Span(at, at + 2, SpanKind.SLOGAN, {EN: "Two Strives in full"}, origin="glossary:a.tsv:2")
        made.append(Block(kind, (Segment(f"p{number}.s1", source).with_spans([span]),)))
    return Document("d", Locale.ZH_HANS, tuple(made))


def people(*blocks, titles=()):
    """A release in which every name of NAMES and every title is a span; a plain text is a paragraph."""
    made = []
    for number, block in enumerate(blocks, start=1):
        kind, source = (P, block) if isinstance(block, str) else block
        proposed = [
            Span(at, at + len(text), kind_of, {EN: form}, origin=origin)
            for kind_of, forms, origin in (
                (SpanKind.PERSON, NAMES, "names:title"),
                (SpanKind.TITLE, dict.fromkeys(titles, "director"), "glossary:titles.tsv:3"),
            )
            for text, form in forms.items()
            for at in range(len(source))
            if source.startswith(text, at)
        ]
        made.append(Block(kind, (Segment(f"p{number}.s1", source).with_spans(proposed),)))
    return Document("d", Locale.ZH_HANS, tuple(made))


def forms(document):
    return [span.forms[EN] for segment in document.segments() for span in segment.spans if EN in span.forms]


def called(*blocks, titles=(), style="surname"):
    document = decide(people(*blocks, titles=titles), {}, style)
    return [span.forms[EN] for segment in document.segments() for span in segment.spans if span.kind is SpanKind.PERSON]


def test_the_first_mention_is_full_and_the_later_ones_are_short():
    document = release((P, "“双争”"), (P, "再说双争"))
    assert forms(decide(document, {"glossary:a.tsv:2": "Two Strives"})) == ["Two Strives in full", "Two Strives"]


def test_a_heading_is_short_and_does_not_count_as_the_first_mention():
    document = release((HEADLINE, "双争行动"), (P, "双争"), (P, "双争"))
    short = {"glossary:a.tsv:2": "Two Strives"}
    assert forms(decide(document, short)) == ["Two Strives", "Two Strives in full", "Two Strives"]


def test_an_entry_without_a_short_form_stays_full():
    document = release((P, "双争"), (P, "双争"))
    assert forms(decide(document, {})) == ["Two Strives in full"] * 2


def test_a_person_is_always_full_by_default():
    assert called("臧晓鹏来了。", "臧晓鹏走了。", style="full name") == ["Zang Xiaopeng"] * 2


def test_with_surnames_a_later_bare_mention_gives_the_surname():
    assert called("臧晓鹏来了。", "臧晓鹏走了，臧晓鹏又来。") == ["Zang Xiaopeng", "Zang", "Zang"]


def test_a_double_surname_stays_whole():
    assert called("欧阳青来了。", "欧阳青走了。") == ["Ouyang Qing", "Ouyang"]


@pytest.mark.parametrize("kind", [kind for kind in BlockKind if kind.is_heading or kind is BlockKind.CAPTION])
def test_a_person_in_a_heading_or_caption_is_full_and_does_not_count_as_mentioned(kind):
    mentions = called((kind, "臧晓鹏来访"), "臧晓鹏来了。", "臧晓鹏走了。", (kind, "臧晓鹏走了"))
    assert mentions == ["Zang Xiaopeng", "Zang Xiaopeng", "Zang", "Zang Xiaopeng"]


@pytest.mark.parametrize("other", ["李大江", "黎明远", "李小龙"])
def test_two_people_whose_surname_reads_the_same_stay_full(other):
    expected = ["Li Shuxia", NAMES[other]] * 2
    assert called(f"李淑侠和{other}来了。", f"李淑侠和{other}走了。") == expected


def test_a_shared_surname_does_not_keep_a_third_person_full():
    assert called("李淑侠、李大江、臧晓鹏来了。", "臧晓鹏走了。")[-1] == "Zang"


@pytest.mark.parametrize("name", ["约翰·史密斯", "史密斯", "李小龙", "蔡英杰"])
def test_a_foreign_name_or_one_in_another_order_or_spelling_stays_full(name):
    assert called(f"{name}来了。", f"{name}走了。") == [NAMES[name]] * 2


@pytest.mark.parametrize("mention", ["分部干事臧晓鹏说。", "干事 臧晓鹏说。", "臧晓鹏干事说。"])
def test_a_mention_beside_a_title_of_the_glossary_stays_full(mention):
    assert called("臧晓鹏来了。", mention, titles=["干事"]) == ["Zang Xiaopeng"] * 2


def test_a_title_that_no_glossary_has_keeps_the_name_full_too():
    assert called("臧晓鹏来了。", "主任臧晓鹏说。") == ["Zang Xiaopeng"] * 2


def test_a_title_of_somebody_else_in_the_sentence_changes_nothing():
    assert called("臧晓鹏来了。", "干事李淑侠见了臧晓鹏。", titles=["干事"])[-1] == "Zang"


def test_the_short_form_of_a_glossary_entry_beats_the_style():
    document = decide(people("臧晓鹏来了。", "臧晓鹏走了。"), {"names:title": "Old Zang"}, "surname")
    assert forms(document) == ["Zang Xiaopeng", "Old Zang"]


@pytest.mark.parametrize(
    ("name", "form", "surname"),
    [
        ("臧晓鹏", "Zang Xiaopeng", "Zang"),
        ("吕布", "Lü Bu", "Lü"),
        ("吕布", "Lyu Bu", "Lyu"),
        ("单雄信", "Shan Xiongxin", "Shan"),
        ("诸葛亮", "Zhuge Liang", "Zhuge"),
        ("欧阳修", "Ou-yang Hsiu", "Ou-yang"),
        ("范徐丽泰", "Fan-Xu Litai", "Fan-Xu"),
        ("马英九", "Ma Ying-jeou", "Ma"),
        ("马克思", "Marx", ""),
        ("李光耀", "Lee Kuan Yew", ""),
        ("李阳", "Yang Li", ""),
        ("臧晓鹏", "Xiaopeng Zang", ""),
        ("臧晓鹏", "Tsang Hsiao-p'eng", ""),
        ("臧", "Zang", ""),
        ("阿不都·热合曼", "Abdu Rahman", ""),
        ("村上春树", "Haruki Murakami", ""),
    ],
)
def test_the_surname_of_a_form_is_taken_only_where_it_is_plain(name, form, surname):
    assert surname_form(name, form) == surname


styles = st.sampled_from(["full name", "surname"])


@given(
    st.lists(st.tuples(st.sampled_from([P, HEADLINE]), st.lists(st.sampled_from(sorted(NAMES)))), max_size=6), styles
)
def test_a_person_is_decided_as_full_name_or_surname_and_the_first_mention_in_the_text_is_full(blocks, style):
    document = people(*((kind, "、".join(names) + "。") for kind, names in blocks))
    decided = decide(document, {}, style)
    seen = set()
    for block in decided.blocks:
        for segment in block.segments:
            for span in segment.spans:
                name = segment.text_of(span)
                allowed = {NAMES[name]}
                if block.kind is P and name in seen and style == "surname":
                    allowed.add(surname_form(name, NAMES[name]))
                assert span.forms[EN] in allowed
                if block.kind is P:
                    seen.add(name)


@given(documents(), st.dictionaries(st.just("t:1"), st.just("Short")), styles)
def test_deciding_changes_only_english_forms_and_always_in_the_same_way(document, short_forms, style):
    bare = Document(document.id, document.locale, document.blocks)
    decided = decide(bare, short_forms, style)
    assert decided == decide(bare, short_forms, style)
    for before, after in zip(bare.segments(), decided.segments(), strict=True):
        assert before.source == after.source
        for span, other in zip(before.spans, after.spans, strict=True):
            rest = {locale: form for locale, form in other.forms.items() if locale is not EN}
            assert rest == {locale: form for locale, form in span.forms.items() if locale is not EN}
            given_form = span.forms.get(EN, "")
            short = surname_form(before.text_of(span), given_form) if span.kind is SpanKind.PERSON else ""
            assert other.forms.get(EN, "") in {
                given_form,
                short_forms.get(span.origin, given_form),
                short or given_form,
            }
