from i18n_news.analyze.decide import decide
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span, SpanKind


def release(*blocks):
    made = []
    for number, (kind, source) in enumerate(blocks, start=1):
        at = source.index("双争")
        span = Span(at, at + 2, SpanKind.SLOGAN, {Locale.EN: "Two Strives in full"}, origin="glossary:a.tsv:2")
        made.append(Block(kind, (Segment(f"p{number}.s1", source).with_spans([span]),)))
    return Document("d", Locale.ZH_HANS, tuple(made))


def forms(document):
    return [span.forms[Locale.EN] for segment in document.segments() for span in segment.spans]


def test_the_first_mention_is_full_and_the_later_ones_are_short():
    document = release((BlockKind.PARAGRAPH, "“双争”"), (BlockKind.PARAGRAPH, "再说双争"))
    assert forms(decide(document, {"glossary:a.tsv:2": "Two Strives"})) == ["Two Strives in full", "Two Strives"]


def test_a_heading_is_short_and_does_not_count_as_the_first_mention():
    document = release((BlockKind.HEADLINE, "双争行动"), (BlockKind.PARAGRAPH, "双争"), (BlockKind.PARAGRAPH, "双争"))
    short = {"glossary:a.tsv:2": "Two Strives"}
    assert forms(decide(document, short)) == ["Two Strives", "Two Strives in full", "Two Strives"]


def test_an_entry_without_a_short_form_stays_full():
    document = release((BlockKind.PARAGRAPH, "双争"), (BlockKind.PARAGRAPH, "双争"))
    assert forms(decide(document, {})) == ["Two Strives in full"] * 2
