"""The sheet of differences: what stands in it, in which order, and what the liaison team sees around a place."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from i18n_news.editions.differences import Why
from i18n_news.model import Block, BlockKind, Document, Locale, Segment
from i18n_news.render.differences import AROUND, SECTIONS, difference_page, difference_sheets, sections
from tests.render.outline import Outline
from tests.render.release import DIFFERENCES, EN, HANS, TW, Difference, release


def document(*sources):
    blocks = (Block(BlockKind.PARAGRAPH, (Segment(f"p{n}.s1", text),)) for n, text in enumerate(sources, 1))
    return Document("d", HANS, tuple(blocks))


def word(segment_id, start, source, **changes):
    made = Difference(segment_id, start, start + len(source), source, source, source, "word", "taiwan.tsv:1")
    return replace(made, **changes)


def listed(found):
    return [(section.kind, [(row.source, len(row.places)) for row in section.rows]) for section in found]


def test_what_a_person_must_look_at_comes_first_and_an_empty_section_is_left_out():
    text = document("软件水平")
    found = sections(text, [word("p1.s1", 0, "软件"), word("p1.s1", 2, "水平", why="doubt")])
    assert [section.kind for section in found] == ["doubt", "word"]


def test_the_same_difference_is_one_row_with_every_place_in_the_order_of_the_text():
    text = document("软件与软件", "软件")
    places = [word("p1.s1", 0, "软件"), word("p1.s1", 3, "软件"), word("p2.s1", 0, "软件")]
    (section,) = sections(text, places)
    (row,) = section.rows
    assert [place.segment_id for place in row.places] == ["p1.s1", "p1.s1", "p2.s1"]
    assert [place.before for place in row.places] == ["", "软件与", ""]
    assert section.count == 3


@pytest.mark.parametrize("change", [{"ours": "軟體"}, {"plain": "軟件"}, {"reason": "taiwan.tsv:2"}])
def test_another_form_or_another_reason_is_another_row(change):
    text = document("软件软件")
    (section,) = sections(text, [word("p1.s1", 0, "软件"), word("p1.s1", 2, "软件", **change)])
    assert len(section.rows) == 2


def test_the_most_frequent_row_comes_first():
    text = document("水平软件软件")
    found = [word("p1.s1", 0, "水平"), word("p1.s1", 2, "软件"), word("p1.s1", 4, "软件")]
    assert listed(sections(text, found)) == [("word", [("软件", 2), ("水平", 1)])]


@pytest.mark.parametrize(
    ("start", "before", "after"), [(0, 0, AROUND), (AROUND + 3, AROUND, AROUND), (2 * AROUND + 8, AROUND, 0)]
)
def test_a_place_shows_so_many_characters_on_either_side_and_never_more_than_there_are(start, before, after):
    source = "甲" * start + "软件" + "乙" * (2 * AROUND + 8 - start)
    (section,) = sections(document(source), [word("p1.s1", start, "软件")])
    (place,) = section.rows[0].places
    assert (len(place.before), place.text, len(place.after)) == (before, "软件", after)


def test_every_reason_that_the_converter_gives_has_a_section():
    # A new reason in editions/differences.py without a section here would stop a build.
    assert list(SECTIONS) == list(Why)


def test_only_traditional_editions_have_a_sheet(templates):
    made = difference_sheets(templates)(release(), {HANS: (), EN: (), TW: DIFFERENCES, Locale.ZH_HANT_HK: ()})
    assert set(made) == {PurePosixPath("zh-Hant-TW.differences.html"), PurePosixPath("zh-Hant-HK.differences.html")}


@pytest.fixture(scope="module")
def outline(templates):
    return Outline(difference_page(templates, release(), TW, DIFFERENCES))


def test_each_section_is_headed_with_its_count(outline):
    assert [heading.text for heading in outline.all("h2")] == ["請確認（4）", "人名與專名（1）", "換詞（2）"]


def test_more_than_three_places_are_folded(outline):
    assert [summary.text for summary in outline.all("summary")] == ["4 處"]
    assert len(outline.all("li")) == len(DIFFERENCES)


def test_a_place_leads_to_its_segment_on_the_review_sheet(outline, pages):
    ids = {element.attributes.get("id") for element in Outline(pages["review.html"]).elements}
    targets = [link.attributes["href"].partition("#") for link in outline.all("a")]
    assert {page for page, _, _ in targets} == {"review.html"}
    assert {anchor for _, _, anchor in targets} <= ids


def test_source_and_edition_are_tagged_with_their_own_language(outline):
    languages = {text.strip(): lang for text, lang, _ in outline.languages}
    assert (languages["云汀"], languages["雲汀"], languages["taiwan.tsv:7"]) == ("zh-Hans", "zh-Hant-TW", "en")


def test_an_edition_without_differences_says_so(templates):
    page = Outline(difference_page(templates, release(), TW, ()))
    assert "完全相同" in page.all("main")[0].text


def test_text_of_the_release_is_never_markup(templates):
    text = document("软件<b>&amp;</b>")
    page = difference_page(templates, text, TW, [word("p1.s1", 0, "软件", ours='<i class="x">')])
    assert not Outline(page).all("b") and not Outline(page).all("i")
