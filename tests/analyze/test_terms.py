import pytest

from i18n_news.analyze.terms import term_annotator
from i18n_news.glossary.match import Matcher
from i18n_news.glossary.terms import Term
from i18n_news.model import Block, BlockKind, Document, Locale, Segment


def spans(source, *terms, drafts=True):
    document = Document("d", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (Segment("p1.s1", source),)),))
    return [span for _, span in term_annotator(Matcher([terms], drafts=drafts))(document)]


def test_a_span_carries_what_the_entry_decides_and_where_it_stands():
    term = Term("双争", "slogan", en="Two Strives", avoid=("double fight",), file="own.tsv", line=7)
    (span,) = spans("开展双争活动", term)
    decided = (span.start, span.end, span.forms[Locale.EN], span.avoid, span.origin)
    assert decided == (2, 4, "Two Strives", ("double fight",), "glossary:own.tsv:7")


def test_the_origin_says_that_an_entry_is_a_draft():
    (span,) = spans("双争", Term("双争", en="Two Strives", status="draft", file="own.tsv", line=7))
    assert span.origin == "glossary:own.tsv:7 (draft)"


@pytest.mark.parametrize(
    ("term", "english"),
    [
        (Term("吕文秀", "person", reading="Lǚ Wénxiù"), "Lü Wenxiu"),
        (Term("吕文秀", "person", en="Wendy Lu"), "Wendy Lu"),
        (Term("蔡志强", "person", zh_hant_tw="蔡志強", note="from Taiwan, Wade-Giles"), "Ts'ai Chih-ch'iang"),
    ],
)
def test_a_registered_person_always_has_an_english_form(term, english):
    (span,) = spans(f"会长{term.source}说", term)
    assert (span.forms[Locale.EN], bool(span.reading)) == (english, True)
