import pytest
from hypothesis import given

from i18n_news.config import TaiwanConfig
from i18n_news.editions.convert import converted
from i18n_news.editions.differences import Why
from i18n_news.editions.opencc import plain_spelling
from i18n_news.editions.overrides import Overrides, hong_kong_overrides, taiwan_overrides
from i18n_news.glossary.terms import Term
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span, SpanKind
from tests.strategies import documents

TW, HK = Locale.ZH_HANT_TW, Locale.ZH_HANT_HK
ROWS = [
    Term("信息", zh_hant_tw="資訊", file="taiwan.tsv", line=3),
    Term("通信", zh_hant_tw="通訊", file="taiwan.tsv", line=4),
    Term("公交", zh_hant_tw="公車", file="taiwan.tsv", line=5),
    Term("台湾", zh_hant_tw="台灣", file="taiwan.tsv", line=6),
    Term("新征程", zh_hant_tw="新征程", file="taiwan.tsv", line=7, note="guard: not 徵程"),
]


def made(text, spans=(), locale=TW, overrides=None):
    segment = Segment("p1.s1", text).with_spans(spans)
    document = Document("test", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (segment,)),))
    return converted(document, locale, overrides or taiwan_overrides(ROWS))


def text_of(text, **changes):
    return made(text, **changes).edition.targets["p1.s1"].text


@pytest.mark.parametrize(
    ("source", "spans", "expected"),
    [
        ("发展信息", [], ("信息", "信息", "資訊", Why.WORD, "taiwan.tsv:3")),
        ("新征程", [], ("新征程", "新徵程", "新征程", Why.SPELLING, "taiwan.tsv:7")),
        ("说“好”", [], ("“", "“", "「", Why.MARK, "quotation marks of the edition")),
        ("起重机制造", [], ("制", "制", "製", Why.SPELLING, "a word that OpenCC cuts in two")),
        ("这里", [], ("里", "裏", "裡", Why.VARIANT, "the edition's own variant of the character")),
        (
            "于国庆",
            [Span(0, 3, SpanKind.PERSON, {TW: "于國慶"}, origin="glossary:people.tsv:9")],
            ("于国庆", "於國慶", "于國慶", Why.NAME, "glossary:people.tsv:9"),
        ),
        (
            "双创",
            [Span(0, 2, SpanKind.TERM, {TW: "雙創運動"}, origin="glossary:political.tsv:2")],
            ("双创", "雙創", "雙創運動", Why.TERM, "glossary:political.tsv:2"),
        ),
    ],
)
def test_every_kind_of_difference_says_why(source, spans, expected):
    found = [(d.source, d.plain, d.ours, d.why, d.reason) for d in made(source, spans).differences]
    assert expected in found


def test_a_plain_text_has_no_differences():
    assert made("发展经济").differences == ()


@given(documents())
def test_the_plain_conversion_with_its_differences_is_the_edition(document):
    conversion = converted(document, TW, taiwan_overrides(ROWS))
    for segment in document.segments():
        places = [d for d in conversion.differences if d.segment_id == segment.id and d.why is not Why.DOUBT]
        text, position = "", 0
        plain = plain_spelling(segment.source)
        for difference in sorted(places, key=lambda difference: difference.start):
            text += plain[position : difference.start] + difference.ours
            position = difference.end
        assert text + plain[position:] == conversion.edition.targets[segment.id].text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("交通信号灯", "交通信號燈"),
        ("召开办公交流会", "召開辦公交流會"),
        ("对公交公司", "對公車公司"),
        ("发信息给他", "發資訊給他"),
    ],
)
def test_no_word_is_exchanged_that_another_word_has_a_part_of(source, expected):
    assert text_of(source) == expected


@pytest.mark.parametrize(
    ("source", "word"), [("不限，并发誓要做到", "并"), ("重新征服高峰", "征服"), ("保护发明人权益", "")]
)
def test_converters_that_disagree_are_noted_at_the_place(source, word):
    notes = [note for note in made(source).edition.notes if note.kind == "converters-disagree"]
    assert [source[note.start : note.end] for note in notes] == ([word] if word else [])


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, "台灣的平台项目、体育项目，高质量发展".replace("项", "項").replace("体", "體").replace("质", "質")),
        ({"project": "專案"}, "台灣的平台專案、體育項目，高質量發展"),
        ({"quality": "高品質發展"}, "台灣的平台項目、體育項目，高品質發展"),
        ({"tai": "臺灣"}, "臺灣的平臺項目、體育項目，高質量發展"),
    ],
)
def test_the_editor_chooses(choices, expected):
    words = taiwan_overrides(ROWS, TaiwanConfig(**choices))
    expected = expected.replace("发展", "發展")
    assert text_of("台湾的平台项目、体育项目，高质量发展", overrides=words) == expected


def test_hong_kong_has_words_of_its_own_and_the_guards_of_taiwan():
    words = hong_kong_overrides([Term("出租车", zh_hant_hk="的士")], ROWS)
    assert text_of("出租车的新征程，信息", locale=HK, overrides=words) == "的士的新征程，信息"


def test_without_overrides_there_are_only_variants_and_marks():
    whys = {difference.why for difference in made("说“这里”", overrides=Overrides()).differences}
    assert whys == {Why.MARK, Why.VARIANT}
