import re
from pathlib import PurePosixPath

import pytest

from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Segment
from i18n_news.render.html import html_renderer
from tests.render.outline import Outline
from tests.render.release import EN, HANS, ISSUES, NASTY, release

PAGES = ["en.html", "zh-Hans.html", "zh-Hant-TW.html", "bilingual.html", "review.html"]
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_there_is_a_page_for_each_edition_both_languages_and_the_review(pages):
    assert sorted(pages) == sorted(PAGES)


def test_an_edition_that_is_not_there_has_no_page(templates):
    document = Document("d", HANS, (Block(BlockKind.HEADLINE, (Segment("p1.s1", "标题"),)),))
    rendered = html_renderer(templates)(document.with_edition(Edition(HANS)), ())
    assert set(rendered) == {PurePosixPath("zh-Hans.html"), PurePosixPath("review.html")}


def test_the_same_release_gives_the_same_bytes(templates):
    render = html_renderer(templates)
    assert render(release(), ISSUES) == render(release(), ISSUES)


@pytest.mark.parametrize("name", PAGES)
class TestEveryPage:
    def test_is_well_formed(self, pages, name):
        assert pages[name].startswith("<!doctype html>\n")
        Outline(pages[name])

    def test_asks_for_nothing_from_outside(self, pages, name):
        assert "http://" not in pages[name]
        assert "https://" not in pages[name]
        assert not re.search(r"url\(|@import|<script", pages[name])
        outline = Outline(pages[name])
        links = [value for e in outline.elements for key, value in e.attributes.items() if key in ("href", "src")]
        assert all(link.startswith(("#", "data:")) for link in links)

    def test_escapes_the_text_and_never_runs_it(self, pages, name):
        assert NASTY not in pages[name]
        assert "49" not in Outline(pages[name]).all("body")[0].text
        assert NASTY in Outline(pages[name]).all("main")[0].text

    def test_has_one_title_a_viewport_and_no_id_twice(self, pages, name):
        outline = Outline(pages[name])
        assert len(outline.all("title")) == 1
        assert outline.all("meta", name="viewport")
        ids = [element.attributes["id"] for element in outline.elements if "id" in element.attributes]
        assert len(ids) == len(set(ids))

    def test_points_only_to_anchors_that_it_has(self, pages, name):
        outline = Outline(pages[name])
        ids = {element.attributes.get("id") for element in outline.elements}
        assert {link.attributes["href"][1:] for link in outline.all("a")} <= ids


@pytest.mark.parametrize("name", ["en.html", "zh-Hans.html", "zh-Hant-TW.html", "bilingual.html"])
def test_every_text_states_its_language_close_by(pages, name):
    texts = Outline(pages[name]).languages
    assert [text for text, _, is_stated in texts if not is_stated] == []


@pytest.mark.parametrize("name", PAGES)
def test_chinese_never_stands_under_another_language(pages, name):
    chinese = [(text, lang) for text, lang, _ in Outline(pages[name]).languages if HAN.search(text)]
    # Messages of the program quote the source: they are English with a Chinese word in them.
    quoted = [issue.message for issue in ISSUES]
    assert [pair for pair in chinese if not pair[1].startswith("zh-Han") and pair[0] not in quoted] == []


def test_the_traditional_page_asks_for_traditional_faces(pages):
    assert {lang for _, lang, _ in Outline(pages["zh-Hant-TW.html"]).languages} == {"zh-Hant-TW"}


def test_headings_follow_their_parts(pages):
    headings = [(e.tag, e.text) for e in Outline(pages["en.html"]).elements if e.tag in ("h1", "h2", "h3")]
    assert headings == [
        ("h1", "Yunting District Opens a Park"),
        ("h2", "Yan Siyuan attends"),
        ("h2", "The Six Haves"),
        ("h3", "The standard explained"),
        ("h1", "Another Release"),
    ]


def test_each_release_of_a_document_is_an_article(pages):
    articles = [article.text for article in Outline(pages["en.html"]).all("article")]
    assert len(articles) == 2
    assert articles[1].split() == ["Another", "Release", "That", "is", "all."]


def test_items_make_one_list_and_rows_one_table(pages):
    outline = Outline(pages["en.html"])
    assert [item.text for item in outline.all("ul")[0:1]] == ["\nThe first item\nThe second item\n"]
    assert len(outline.all("table")) == 1
    assert [head.text for head in outline.all("th", scope="col")] == ["Name", "Number"]
    assert [cell.text for cell in outline.all("td", class_="number")] == ["1.50"]


def test_english_sentences_are_parted_by_a_space_and_chinese_ones_by_none(pages):
    assert "RMB 1.2 billion. Yuanfan advances" in Outline(pages["en.html"]).all("main")[0].text
    assert "12亿元。远帆公司按" in Outline(pages["zh-Hant-TW.html"]).all("main")[0].text


def test_a_run_carries_its_span(pages):
    outline = Outline(pages["en.html"])
    assert [run.text for run in outline.all("span", data_span="p6.s1.n3")] == ["RMB 1.2 billion"]


def test_names_and_codes_are_kept_from_the_browser_and_figures_are_not(pages):
    outline = Outline(pages["en.html"])
    fixed = {run.text for run in outline.all("span", translate="no")}
    assert fixed == {"Yunting District", "Yan Siyuan", "Yuanfan", "GB/T 1"}


@pytest.mark.parametrize("name", ["zh-Hans.html", "bilingual.html"])
def test_names_carry_their_reading_syllable_by_syllable(pages, name):
    syllable = '<rp>（</rp><rt lang="zh-Latn-pinyin">{}</rt><rp>）</rp>'
    expected = "".join(
        f"{han}{syllable.format(sound)}" for han, sound in zip("严思远", ["Yán", "Sī", "yuǎn"], strict=True)
    )
    assert f"<ruby>{expected}</ruby>" in pages[name]


def test_a_reading_that_does_not_fit_stands_over_the_whole_name(pages):
    assert '<ruby>远帆公司<rp>（</rp><rt lang="zh-Latn-pinyin">Yuǎnfān</rt>' in pages["zh-Hans.html"]


@pytest.mark.parametrize("name", ["en.html", "zh-Hant-TW.html"])
def test_a_page_without_readings_has_no_switch(pages, name):
    assert "<rt" not in pages[name]
    assert not Outline(pages[name]).all("input")


def test_both_languages_stand_against_each_other(pages):
    outline = Outline(pages["bilingual.html"])
    pairs = [pair.text.split("\n") for pair in outline.all("div", class_="pair")]
    assert ["", "要闻", "News", ""] in pairs
    assert ["", "全文完。", "That is all.", ""] in pairs


def test_a_figure_of_a_bilingual_table_stands_once(pages):
    assert [cell.text for cell in Outline(pages["bilingual.html"]).all("td", class_="number")] == ["1.50"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("en.html", "Yunting News · May 6, 2026"),
        ("zh-Hans.html", "云汀新闻 · 2026年5月6日"),
        ("zh-Hant-TW.html", "2026年5月6日"),
    ],
)
def test_source_and_date_stand_in_the_words_of_the_edition(pages, name, words):
    outline = Outline(pages[name])
    assert [line.text for line in outline.all("p", class_="imprint")] == [words]
    assert outline.all("time", datetime="2026-05-06")


def test_what_is_empty_is_left_out(templates):
    blocks = (
        Block(BlockKind.HEADLINE, (Segment("p1.s1", "标题"),)),
        Block(BlockKind.PARAGRAPH, (Segment("p2.s1", "正文。"),)),
    )
    document = Document("d", HANS, blocks).with_edition(Edition(EN))
    page = html_renderer(templates)(document, ())[PurePosixPath("en.html")].decode("utf-8")
    assert Outline(page).all("main")[0].text.strip() == ""
    assert not Outline(page).all("p")


@pytest.fixture(scope="module", name="outline")
def the_review(pages):
    return Outline(pages["review.html"])


class TestReview:
    def test_every_segment_and_span_is_an_anchor(self, outline):
        ids = {element.attributes.get("id") for element in outline.elements}
        document = release()
        wanted = {segment.id for segment in document.segments()}
        wanted |= {span.id for segment in document.segments() for span in segment.spans}
        assert wanted <= ids

    def test_every_span_is_coloured_by_its_kind(self, outline):
        kinds = {span.kind for segment in release().segments() for span in segment.spans}
        classes = " ".join(element.attributes.get("class", "") for element in outline.all("span"))
        assert {kind for kind in kinds if f"k-{kind}" in classes} == kinds

    def test_every_origin_is_named_and_drafts_are_marked(self, outline):
        rows = [row.text for row in outline.all("tr")]
        assert any("names:lac" in row and "draft" not in row for row in rows)
        assert any("glossary:political.tsv:14" in row and "draft" in row for row in rows)

    def test_the_engine_is_compared_word_by_word(self, outline):
        assert "$" in "".join(gone.text for gone in outline.all("del"))
        assert "RMB" in "".join(came.text for came in outline.all("ins"))

    def test_an_issue_stands_beside_its_segment(self, outline):
        segment = next(section for section in outline.all("section") if section.attributes.get("id") == "p6.s1")
        assert "changed-number" in segment.text
        assert "error" in segment.text
        assert "leftover" not in segment.text

    def test_an_issue_of_the_whole_edition_stands_at_the_top(self, outline):
        summary = next(section for section in outline.all("section") if section.attributes.get("class") == "summary")
        assert "no override was used" in summary.text

    def test_the_summary_counts_by_severity(self, outline):
        summary = next(section for section in outline.all("section") if section.attributes.get("class") == "summary")
        assert "1 error, 1 warning, 1 info in 20 segments" in " ".join(summary.text.split())

    def test_notes_of_the_stages_can_be_opened(self, outline):
        assert "a broken line was joined" in outline.all("details")[0].text

    def test_a_segment_that_an_edition_lacks_is_named(self, templates):
        document = Document("d", HANS, (Block(BlockKind.PARAGRAPH, (Segment("p1.s1", "正文。"),)),))
        rendered = html_renderer(templates)(document.with_edition(Edition(Locale.EN)), ())
        assert "Nothing stands here" in rendered[PurePosixPath("review.html")].decode("utf-8")
