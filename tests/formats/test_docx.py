"""Word documents: what common readers lose is kept, and what an author took away stays away."""

import pytest

from i18n_news.formats.read import read
from i18n_news.text.lines import Mark, RawBlock
from tests.formats import make
from tests.formats.make import paragraph, ruby, run, table

BODY = paragraph("港区今天启用智慧闸口，江畔经济开发区的企业代表参加活动。")


def texts(*blocks, **parts):
    return [block.text for block in read(make.word(*blocks, **parts), "a.docx").blocks]


def blocks(*given, **parts):
    return read(make.word(*given, **parts), "a.docx").blocks


def test_ruby_keeps_its_base_and_its_reading():
    (block,) = blocks(paragraph("主任", ruby("单", "shàn"), ruby("若拙", "ruòzhuō"), "到会。"))
    assert block.text == "主任单若拙到会。"
    assert block.marks == (Mark("reading", 2, 3, "shàn"), Mark("reading", 3, 5, "ruòzhuō"))


def test_the_older_phonetic_guide_in_a_field_keeps_its_base_and_its_reading():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> EQ \\* jc2 \\* "Font:宋体" \\o\\ad(\\s\\up 9(shàn),单)</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    (block,) = blocks(paragraph("主任", field, "若拙到会。"))
    assert (block.text, block.marks) == ("主任单若拙到会。", (Mark("reading", 2, 3, "shàn"),))


@pytest.mark.parametrize(
    ("style", "kind", "level"),
    [("1", "heading", 1), ("2", "heading", 2), ("own", "heading", 2), ("cap", "caption", 0), ("q", "quote", 0)],
)
def test_a_style_gives_the_kind(style, kind, level):
    block = blocks(paragraph("港区启用闸口", style=style), BODY)[0]
    assert (block.kind, block.level) == (kind, level)


def test_an_outline_level_makes_a_heading():
    block = blocks(paragraph("港区启用闸口", properties='<w:outlineLvl w:val="1"/>'), BODY)[0]
    assert (block.kind, block.level) == ("heading", 2)


def test_title_and_subtitle_stand_above_heading_1():
    found = blocks(paragraph("总题", style="t"), paragraph("副题", style="st"), paragraph("一节", style="1"), BODY)
    assert [block.level for block in found] == [1, 2, 2, 0]


def test_without_styles_large_and_bold_paragraphs_are_headings():
    large, bold = '<w:sz w:val="44"/>', "<w:b/>"
    found = blocks(
        paragraph(run("江畔港区启用智慧闸口", large), properties='<w:jc w:val="center"/>'),
        BODY,
        paragraph(run("让车辆少等待", bold)),
        BODY,
        paragraph(run("据介绍", bold), "，闸口采用新技术。"),
    )
    assert [(block.kind, block.level) for block in found] == [
        ("heading", 1),
        ("", 0),
        ("heading", 2),
        ("", 0),
        ("", 0),
    ]


def test_contents_are_dropped():
    assert texts(paragraph("一、概况 3", style="toc1"), BODY) == texts(BODY)


def test_bullets_and_automatic_numbers_stand_in_the_text():
    def numbered(text, level):
        return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="2"/></w:numPr>')

    assert texts(
        paragraph("降低成本", style="lb"),
        numbered("完善机制", 0),
        numbered("建立台账", 1),
        numbered("按月通报", 1),
        numbered("加快建设", 0),
        numbered("倒排工期", 1),
    ) == ["- 降低成本", "一、完善机制", "1. 建立台账", "2. 按月通报", "二、加快建设", "1. 倒排工期"]


def test_a_table_is_rows_with_tabs_and_empty_cells_for_merged_ones():
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("合计")}</w:tc>'
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('旧')}</w:tc>"
    found = blocks(table(["指标", "单位", "数量"], [wide, "8"], [below, "公里", "9"]), BODY)
    assert [block.text for block in found[:3]] == ["指标\t单位\t数量", "合计\t\t8", "\t公里\t9"]
    assert {block.kind for block in found[:3]} == {"table-row"}


def test_a_table_that_only_lays_out_the_page_is_read_as_text():
    long = "江畔港区的智慧闸口今天正式启用，来自港口、物流、制造等行业的代表参观了新建的车道。" * 2
    cell = f"<w:tc>{paragraph(long)}{paragraph(long)}</w:tc>"
    assert texts(table([cell, "照片"])) == [long, long, "照片"]


def test_tracked_changes_are_accepted():
    changed = (
        f"<w:ins>{run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('移走')}</w:moveFrom><w:moveTo>{run('移来')}</w:moveTo>"
    )
    assert texts(paragraph("港区", changed, "闸口启用。")) == ["港区新移来闸口启用。"]


def test_paragraphs_are_joined_where_the_mark_between_them_was_deleted():
    first = paragraph("港区智慧", properties="<w:rPr><w:del/></w:rPr>")
    assert texts(first, paragraph("闸口启用。")) == ["港区智慧闸口启用。"]


def test_deleted_rows_are_dropped():
    deleted = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
    made = table(["指标", "数量"], ["车道", "8"]).replace("</w:tbl>", f"{deleted}</w:tbl>")
    assert texts(made, BODY)[:2] == ["指标\t数量", "车道\t8"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>",
        "<w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>",
    ],
)
def test_a_text_box_is_read_once(wrapped):
    box = wrapped.format(paragraph("框中文字"))
    assert texts(paragraph("港区闸口启用。", f"<w:r>{box}</w:r>")) == ["港区闸口启用。", "框中文字"]


def test_links_fields_and_content_controls_show_their_text_only():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("官网")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('今天')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{run('港区')}</w:hyperlink>"
    assert texts(paragraph(link, control, "在", field, "发布。")) == ["港区今天在官网发布。"]


def test_a_line_break_is_a_line_and_hidden_text_is_none():
    hidden = run("隐藏", "<w:vanish/>")
    assert texts(paragraph("港区启用闸口。", "<w:r><w:br/></w:r>", hidden, "企业到会。")) == [
        "港区启用闸口。\n企业到会。"
    ]


def test_an_exponent_is_an_exponent():
    assert texts(paragraph("占地1200m", run("2", '<w:vertAlign w:val="superscript"/>'), "。")) == ["占地1200m²。"]


def test_an_indented_paragraph_is_shown_as_one():
    assert texts(paragraph("港区启用。", properties='<w:ind w:firstLine="480"/>')) == ["\u3000\u3000港区启用。"]


def test_a_footnote_stands_at_the_end_and_its_place_is_known():
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph("数据为初步统计。")}</w:footnote>'
    found = blocks(paragraph("产值3058.7亿元", '<w:r><w:footnoteReference w:id="2"/></w:r>', "。"), footnotes=notes)
    assert found == (
        RawBlock("产值3058.7亿元。", marks=(Mark("footnote", 9, 10, "数据为初步统计。"),)),
        RawBlock("注：数据为初步统计。", "paragraph"),
    )


def test_a_document_in_the_strict_form_is_read():
    strict = make.document(BODY).replace(make.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert texts(main=strict) == texts(BODY)


def test_a_style_that_is_based_on_itself_ends():
    assert texts(paragraph("港区启用闸口。", style="loop")) == ["港区启用闸口。"]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五"}),
        ("upperRoman", {1: "I", 4: "IV", 9: "IX", 14: "XIV"}),
        ("lowerLetter", {1: "a", 26: "z"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimal", {7: "7"}),
    ],
)
def test_numbers_of_lists_are_written_as_word_shows_them(form, numbers):
    from i18n_news.formats.docx_styles import numeral

    assert {number: numeral(number, form) for number in numbers} == numbers
