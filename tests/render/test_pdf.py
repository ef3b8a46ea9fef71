import re
import shutil
import unicodedata
from dataclasses import replace
from pathlib import PurePosixPath

import pypdfium2
import pytest

from i18n_news.checks import run_checks
from i18n_news.errors import FormatError
from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Run, Segment, Target
from i18n_news.render.environment import Templates
from i18n_news.render.pdf import NO_GLYPH, missing_glyphs, pdf_renderer
from i18n_news.render.typesetter import clusters
from i18n_news.render.typst_view import font_stack
from tests.render.conftest import TEMPLATES
from tests.render.release import EN, HANS, NASTY, TW, odd_documents, release
from tests.render.test_house import HOUSE, with_meta


@pytest.fixture(scope="module")
def files(templates, typesetter):
    made = pdf_renderer(templates, typesetter, HOUSE)(with_meta(embargo="2026-05-06 09:00"), ())
    return {str(path): data for path, data in made.items()}


def text_of(data):
    """The text in the order in which it is drawn, without white space."""
    with pypdfium2.PdfDocument(data) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def headings(data):
    with pypdfium2.PdfDocument(data) as document:
        return [(mark.level, mark.get_title()) for mark in document.get_toc()]


def one(text, locale=HANS):
    """A document that says this in its own language or in one edition."""
    segment = Segment("p1.s1", text if locale is HANS else "文字")
    document = Document("one", HANS, (Block(BlockKind.PARAGRAPH, (segment,)),))
    return document.with_edition(Edition(locale, {"p1.s1": Target("p1.s1", locale, (Run(text),))}))


def test_there_is_a_document_for_each_edition_and_one_side_by_side(files):
    assert sorted(files) == ["bilingual.pdf", "en.pdf", "zh-Hans.pdf", "zh-Hant-TW.pdf"]


def test_equal_input_gives_equal_bytes(templates, typesetter, files):
    again = pdf_renderer(templates, typesetter, HOUSE)(with_meta(embargo="2026-05-06 09:00"), ())
    assert {str(path): data for path, data in again.items()} == files


@pytest.mark.parametrize("name", ["en", "zh-Hans", "zh-Hant-TW", "bilingual"])
def test_each_document_declares_pdf_ua_and_is_tagged(files, name):
    data = files[f"{name}.pdf"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data and b"/StructTreeRoot" in data


@pytest.mark.parametrize(
    ("name", "language", "title"),
    [
        ("en", "en-US", "Yunting District Opens a Park"),
        ("zh-Hans", "zh-CN", "云汀区新开产业园"),
        ("zh-Hant-TW", "zh-TW", "云汀区新开产业园"),
    ],
)
def test_a_document_has_its_title_and_its_language(files, name, language, title):
    assert f"<rdf:li>{language}</rdf:li>".encode() in files[f"{name}.pdf"]
    with pypdfium2.PdfDocument(files[f"{name}.pdf"]) as document:
        assert document.get_metadata_dict()["Title"] == title


def test_headings_are_bookmarks(files):
    assert headings(files["en.pdf"]) == [
        (0, "Yunting District Opens a Park"),
        (1, "Yan Siyuan attends"),
        (1, "The Six Haves"),
        (2, "The standard explained"),
        (0, "Another Release"),
    ]


def test_headings_of_both_languages_are_bookmarks(files):
    assert headings(files["bilingual.pdf"])[:2] == [(0, "云汀区新开产业园"), (0, "Yunting District Opens a Park")]


def test_the_text_comes_back_in_its_order_with_what_looks_like_markup(files):
    text = text_of(files["en.pdf"])
    sentences = ["RMB1.2billion.Yuanfanadvances", "".join(f"Code {NASTY}".split()), "Thefirstitem", "Thatisall."]
    assert sorted(sentences, key=text.index) == sentences


def test_side_by_side_each_row_is_drawn_before_the_next(files):
    text = text_of(files["bilingual.pdf"])
    places = [text.index(words) for words in ("主席严思远说", "YanSiyuan,chairman", "第一项", "Thefirstitem", "第二项")]
    assert places == sorted(places)


def test_readings_stand_in_the_edition_and_not_between_the_columns(files):
    assert "Sīyuǎn" in unicodedata.normalize("NFC", text_of(files["zh-Hans.pdf"]))
    assert "Sīyuǎn" not in unicodedata.normalize("NFC", text_of(files["bilingual.pdf"]))


def test_zhuyin_stands_over_the_taiwan_edition_where_its_editor_wants_it(templates, typesetter):
    files = pdf_renderer(templates, typesetter, replace(HOUSE, taiwan_ruby="zhuyin"))(release(), ())
    assert "ㄩㄢˇ" in text_of(files[PurePosixPath("zh-Hant-TW.pdf")])


def test_the_words_of_the_office_stand_around_the_release(files):
    text = text_of(files["en.pdf"])
    for words in ("YuntingZone", "12LakeRoad", "Notbefore9:00a.m.onMay6,2026", "AboutYuntingZone", "Mediacontact"):
        assert words in text


def test_every_page_has_its_number(files):
    with pypdfium2.PdfDocument(files["bilingual.pdf"]) as document:
        pages = len(document)
        for number, page in enumerate(document, start=1):
            assert f"{number} / {pages}" in page.get_textpage().get_text_range()


@pytest.mark.parametrize("document", odd_documents(), ids=lambda document: document.id)
def test_any_row_of_blocks_makes_documents(templates, typesetter, document):
    assert len(pdf_renderer(templates, typesetter)(document, ())) == 3


@pytest.mark.parametrize(
    ("text", "locale", "named"),
    [
        ("王𠮷先生", HANS, ["𠮷 (U+20BB7)"]),
        ("朱镕基", TW, []),  # the Traditional fonts lack it, the Simplified ones behind them do not
        ("Łódź, Çeşme, “quoted” – fine", EN, []),
        ("Zàng Xiǎopéng Lǚ", EN, []),
        ("臧晓鹏（女）……——·", HANS, []),
        ("A 👍 B", EN, ["👍 (U+1F44D)"]),
        ("no space\u200bto see", EN, []),
    ],
)
def test_a_character_without_a_glyph_is_an_issue_that_names_it(typesetter, text, locale, named):
    document = missing_glyphs(one(text, locale), typesetter)
    issues = [issue for issue in run_checks(document) if issue.check == "missing-glyph"]
    assert [(issue.segment_id, issue.locale) for issue in issues] == [("p1.s1", locale)] * len(named)
    assert all(name in issue.message for name, issue in zip(named, issues, strict=True))


def test_a_mark_stands_for_a_character_without_a_glyph(templates, typesetter):
    files = pdf_renderer(templates, typesetter)(one("王𠮷先生到场。"), ())
    assert f"王{NO_GLYPH}先生到场。" in text_of(files[PurePosixPath("zh-Hans.pdf")])


def test_a_text_in_a_strange_script_is_missing_and_the_words_around_it_are_not(typesetter):
    strange = {chr(0x13000 + number) for number in range(700)}
    assert typesetter.missing(["".join(strange), "plain words 文字"], font_stack(EN, is_serif=True)) == strange


def test_marks_belong_to_the_character_before_them():
    assert clusters("e\u0301 a\u0302\u0301b") == ["e\u0301", "a\u0302\u0301", "b"]


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("#let data = json(bytes(sys.inputs.data))\n\n#data.titel", r"release\.typ:3: dictionary does not contain key"),
        ("#set document(title: [x])\n#let a = (", r"release\.typ:2: unclosed delimiter"),
        ('= T\n#import "@preview/cetz:0.3.4"', r"release\.typ:2: packages come over the network"),
        ("no title", r"release\.typ.*: PDF/UA-1 error: missing document title"),
    ],
)
def test_a_broken_template_is_named_with_its_line(tmp_path, typesetter, template, message):
    (tmp_path / "release.typ").write_text(template, encoding="utf-8")
    with pytest.raises(FormatError, match=message) as error:
        pdf_renderer(Templates([tmp_path, TEMPLATES]), typesetter)(release(), ())
    assert "\n" not in str(error.value)


def test_a_template_reads_no_file_outside_its_folder(tmp_path, typesetter):
    inside = tmp_path / "templates"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (inside / "release.typ").write_text('#set document(title: [x])\n#read("../secret.txt")', encoding="utf-8")
    with pytest.raises(FormatError, match=r"release\.typ"):
        pdf_renderer(Templates([inside]), typesetter)(release(), ())


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not here")
def test_pdftotext_gives_the_chinese_back_with_the_readings_apart(files, tmp_path):
    import subprocess

    (tmp_path / "page.pdf").write_bytes(files["zh-Hans.pdf"])
    shown = subprocess.run(["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, check=True)
    lines = [line.replace(" ", "") for line in shown.stdout.decode().splitlines()]
    assert "主席严思远说，投资12亿元。远帆公司按GB/T1推进产改。" in lines


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not here")
@pytest.mark.parametrize("option", ["-nopgbrk", "-raw", "-layout"])
def test_pdftotext_gives_each_column_back_in_order_over_the_pages(templates, typesetter, tmp_path, option):
    import subprocess

    # Each number once, in both columns; the paragraphs are so long that they run over the pages.
    chinese = ["".join(f"第〔{number}〕家企业落户，" for number in range(n, n + 90)) for n in (1000, 2000, 3000)]
    english = ["".join(f"Company <{number}> came here. " for number in range(n, n + 90)) for n in (1000, 2000, 3000)]
    segments = [Segment(f"p{n}.s1", text) for n, text in enumerate(chinese, start=1)]
    targets = {s.id: Target(s.id, EN, (Run(text),)) for s, text in zip(segments, english, strict=True)}
    blocks = tuple(Block(BlockKind.PARAGRAPH, (segment,)) for segment in segments)
    document = Document("long", HANS, blocks).with_edition(Edition(EN, targets))
    made = pdf_renderer(templates, typesetter)(document, ())[PurePosixPath("bilingual.pdf")]
    (tmp_path / "page.pdf").write_bytes(made)
    shown = subprocess.run(["pdftotext", option, tmp_path / "page.pdf", "-"], capture_output=True, check=True)
    text = re.sub(r"\s", "", shown.stdout.decode())
    wanted = [str(number) for n in (1000, 2000, 3000) for number in range(n, n + 90)]
    assert re.findall("〔([0-9]+)〕", text) == wanted
    assert re.findall("<([0-9]+)>", text) == wanted


def test_a_locale_takes_its_own_font_first():
    assert font_stack(Locale.ZH_HANT_HK, is_serif=True)[:2] == ["Noto Serif TC", "Noto Serif SC"]
