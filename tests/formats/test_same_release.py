"""The same release in every form and encoding gives the same blocks and sentences, hence the same English."""

from functools import cache

import pytest

from i18n_news import pipeline
from i18n_news.config import Config
from i18n_news.editions.authored import in_simplified
from i18n_news.editions.chinese import ChineseWords
from i18n_news.editions.opencc import simplified_spelling
from i18n_news.model import Locale
from i18n_news.pipeline import read_bytes
from i18n_news.render.environment import Templates
from i18n_news.translate.stage import translate
from tests.formats.same_release import (
    SIMPLIFIED,
    TRADITIONAL,
    as_html,
    as_markdown,
    as_pdf,
    as_text,
    as_word,
)
from tests.render.conftest import TEMPLATES
from tests.translate.fakes import FakeEngine

# What each form is called, and how the parts of the release become its bytes.
FORMS = {
    "docx": ("release.docx", as_word),
    "html": ("release.html", lambda parts: as_html(parts).encode()),
    "txt UTF-8": ("release.txt", lambda parts: as_text(parts).encode()),
    "txt UTF-8 with a mark": ("release.txt", lambda parts: as_text(parts).encode("utf-8-sig")),
    "txt GB18030": ("release.txt", lambda parts: as_text(parts).encode("gb18030")),
    "txt UTF-16": ("release.txt", lambda parts: as_text(parts).encode("utf-16")),
    "txt without blank lines": ("release.txt", lambda parts: as_text(parts, gap="").encode("gb18030")),
    "txt of Windows": ("release.txt", lambda parts: as_text(parts).replace("\n", "\r\n").encode("gb18030")),
}
BIG5 = {"txt Big5": ("release.txt", lambda parts: as_text(parts).encode("big5"))}


def blocks(document):
    """The blocks and the sentences in them; a cell of a table is a sentence."""
    return [(str(block.kind), [segment.source for segment in block.segments]) for block in document.blocks]


def document_in(form, parts):
    name, written = (FORMS | BIG5)[form]
    (document,) = read_bytes(written(parts), name, name="release")
    return document


def markdown(parts):
    (document,) = read_bytes(as_markdown(parts).encode(), "release.md", name="release")
    return document


@pytest.fixture(scope="module")
def pdf(typesetter):
    return {parts: as_pdf(parts, Templates([TEMPLATES]), typesetter) for parts in (SIMPLIFIED, TRADITIONAL)}


@cache
def vocabulary():
    return pipeline.load_vocabulary(Config())


def english(document, engine):
    """The English of every segment, after all stages before it and without the network."""
    document = pipeline.analyze(document, vocabulary(), Config())
    return {segment_id: target.text for segment_id, target in translate(document, engine).targets.items()}


def simplified(document):
    return in_simplified(document, ChineseWords(vocabulary().words, Config().taiwan).back(vocabulary().registered))[0]


def test_markdown_is_read_as_it_was_written():
    kinds = [(kind, "".join(sentences)) for kind, sentences in blocks(markdown(SIMPLIFIED))]
    assert kinds == [(kind, text.replace("|", "")) for kind, text in SIMPLIFIED]


@pytest.mark.parametrize("parts", [SIMPLIFIED, TRADITIONAL], ids=["simplified", "traditional"])
class TestEveryForm:
    @pytest.mark.parametrize("form", FORMS)
    def test_gives_the_same_blocks_and_sentences(self, parts, form):
        assert blocks(document_in(form, parts)) == blocks(markdown(parts))

    def test_gives_the_same_blocks_and_sentences_from_a_pdf(self, parts, pdf):
        (document,) = read_bytes(pdf[parts], "release.pdf", name="release")
        assert blocks(document) == blocks(markdown(parts))

    def test_is_recognized_as_its_script(self, parts):
        wanted = Locale.ZH_HANS if parts is SIMPLIFIED else Locale.ZH_HANT_TW
        authored = in_simplified(markdown(parts), ChineseWords(vocabulary().words, Config().taiwan).back(()))[1]
        assert (authored.locale if authored else Locale.ZH_HANS) == wanted


@pytest.mark.parametrize("form", BIG5)
def test_big5_gives_the_same_blocks_and_sentences(form):
    assert blocks(document_in(form, TRADITIONAL)) == blocks(markdown(TRADITIONAL))


@pytest.mark.parametrize("form", [*FORMS, *BIG5, "pdf"])
def test_a_traditional_release_has_the_kinds_of_the_simplified_one(form, pdf):
    if form == "pdf":
        (document,) = read_bytes(pdf[TRADITIONAL], "release.pdf", name="release")
    else:
        document = document_in(form, TRADITIONAL)
    assert [block.kind for block in document.blocks] == [kind for kind, _ in SIMPLIFIED]


def test_a_traditional_release_gives_the_simplified_text_back():
    made = [(kind, "".join(sentences)) for kind, sentences in blocks(simplified(markdown(TRADITIONAL)))]
    assert made == [(kind, text.replace("|", "")) for kind, text in SIMPLIFIED]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_english(form):
    assert english(document_in(form, SIMPLIFIED), FakeEngine()) == english(markdown(SIMPLIFIED), FakeEngine())


def test_the_real_engine_gives_the_same_english(engine, pdf):
    (document,) = read_bytes(pdf[SIMPLIFIED], "release.pdf", name="release")
    assert english(document, engine) == english(document_in("docx", SIMPLIFIED), engine)


# What only a label, a credit or a bracket tells: each line of a plain text stands for a rule.
LABELS = """濱江高新區冷鏈物流園建成投用

本報記者 周明遠 通訊員 李小雲

本報訊（記者 周明遠）11月6日，濱江高新區冷鏈物流園舉行投用儀式，管委會副主任范雲升出席並講話。

圖為投用儀式現場。 王強 攝

一、強化責任

要完善工作機制，落實各項責任，每月檢查一次。

（一）加強領導

「園區要做企業的後盾。」范雲升說，「有事隨時找我們。」

單位：億元

指標\t數額\t增速
產值\t96\t7.8%
稅收\t12\t5.1%

責任編輯：張三
"""


def test_labels_and_credits_are_known_in_both_scripts():
    (traditional,) = read_bytes(LABELS.encode("big5"), "release.txt", name="release")
    simplified_text = simplified_spelling(LABELS).translate(str.maketrans("「」", "“”"))
    (one,) = read_bytes(simplified_text.encode("gb18030"), "release.txt", name="release")
    translated = [(kind, [simplified_spelling(text) for text in texts]) for kind, texts in blocks(traditional)]
    quotes = str.maketrans("「」", "“”")
    assert [(kind, [text.translate(quotes) for text in texts]) for kind, texts in translated] == blocks(one)
    assert [kind for kind, _ in blocks(one)].count("byline") == 2
