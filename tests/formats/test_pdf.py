"""PDF pages: the order in which a person reads them, paragraphs whole again, nothing of the printed page."""

import pytest

from i18n_news.errors import InputError
from i18n_news.formats.read import read
from i18n_news.text.lines import RawBlock
from tests.formats.make import column, pdf

OPENING = (
    "江畔经济开发区五月八日举行智慧闸口启用仪式，来自港口、物流、制造等行业的企业代表参加活动，并参观了全部八条车道。"
)
METHOD = (
    "据介绍，闸口采用自动识别技术，车辆通行时间明显缩短，司机不必下车即可办理全部手续，每天可以多放行数百辆集装箱卡车。"
)
PLAN = "下一步，港区将把这套做法推广到其余三个码头，年内完成全部改造，并与铁路场站实现数据互通，让企业少跑路。"
SCENE = (
    "记者在现场看到，值班人员只需在屏幕前核对信息，过去排长队的情形已经不见，一位司机说这样的变化让他每天能多跑一趟。"
)
ROUTES = "另据了解，港区今年还将新开三条航线，目前前期工作已经全部就绪。"
CLOSING = "港区负责人表示，航线开通以后货物到达沿海港口的时间可以缩短两天。"
CAPTION = "图为五月八日，第一辆卡车驶过新闸口。江一 摄"
HEADLINE = "江畔港区启用智慧闸口"
RUNNING_HEAD = "江畔日报　2026年5月9日　星期六　要闻"


def indented(*texts):
    return [f"\u3000\u3000{text}" for text in texts]


def texts(*pages):
    return [block.text for block in read(pdf(*pages), "a.pdf").blocks]


def paragraphs(*given, x=60, y=700, width=24, size=10):
    lines = []
    for text in given:
        made, y = column(text, x, y, width, size=size, indent=2)
        lines += made
    return lines


def newspaper():
    """Three columns under a headline, a photo with its caption across two of them, a running head, a page number."""
    top, below = 690, 500
    return [
        (40, 770, 9, RUNNING_HEAD),
        (40, 720, 24, HEADLINE),
        *paragraphs(OPENING, METHOD, x=40, y=top, width=16),
        *paragraphs(PLAN, x=220, y=top, width=16),
        ("image", 220, 540, 340, 60),
        (220, 525, 8, CAPTION),
        *paragraphs(SCENE, x=220, y=below, width=16),
        *paragraphs(ROUTES, x=400, y=top, width=16),
        *paragraphs(CLOSING, x=400, y=below, width=16),
        (295, 30, 9, "— 2 —"),
    ]


def test_a_newspaper_page_is_read_as_a_person_reads_it():
    assert texts(newspaper()) == [HEADLINE, *indented(OPENING, METHOD, PLAN, SCENE, ROUTES, CLOSING), CAPTION]


def test_the_order_in_which_the_file_draws_does_not_matter():
    assert texts(newspaper()[::-1]) == texts(newspaper())


def test_size_makes_headings_and_the_caption_below_a_photo_is_one():
    kinds = {block.text: (block.kind, block.level) for block in read(pdf(newspaper()), "a.pdf").blocks}
    assert kinds[HEADLINE] == ("heading", 1) and kinds[CAPTION] == ("caption", 0)


def test_a_second_headline_across_the_columns_starts_anew():
    page = [
        (40, 740, 24, HEADLINE),
        *paragraphs(OPENING, x=40, y=700, width=24),
        *paragraphs(METHOD, x=310, y=700, width=24),
        (40, 560, 24, "港区新开三条内河集装箱班轮航线助企业降低成本"),
        *paragraphs(PLAN, x=40, y=520, width=24),
        *paragraphs(SCENE, x=310, y=520, width=24),
    ]
    assert texts(page) == [
        HEADLINE,
        *indented(OPENING, METHOD),
        "港区新开三条内河集装箱班轮航线助企业降低成本",
        *indented(PLAN, SCENE),
    ]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    lines, _ = column(OPENING + METHOD + PLAN, 0, 0, 20, indent=2)
    rows = [text for *_, text in lines]
    first = [(60, 700, 10, "　　" + rows[0]), *((60, 700 - 15 * n, 10, row) for n, row in enumerate(rows[1:4], 1))]
    second = [(300, 700 - 15 * n, 10, row) for n, row in enumerate(rows[4:6])]
    # Two lines are no column; more prose of the same column makes it one.
    second += [(300, 670, 10, row) for row in rows[6:7]] + [(300, 655, 10, rows[7])]
    last = [(60, 700 - 15 * n, 10, row) for n, row in enumerate(rows[8:])]
    pages = ([*first, *second], [*last, *paragraphs(SCENE, x=60, y=600, width=20)])
    assert texts(*pages)[-2:] == indented(OPENING + METHOD + PLAN, SCENE) or "".join(texts(*pages)).count(PLAN) == 1


def test_running_heads_and_page_numbers_go_and_a_number_in_the_text_stays():
    pages = [
        [(200, 770, 9, "江畔经济开发区　新闻通稿"), *paragraphs(text), (295, 30, 9, str(number))]
        for number, text in enumerate((OPENING, METHOD, PLAN), 1)
    ]
    assert texts(*pages) == indented(OPENING, METHOD, PLAN)


def test_what_was_dropped_is_noted():
    notes = read(pdf(newspaper(), newspaper()), "a.pdf").notes
    assert [note.kind for note in notes] == ["running-head"] and RUNNING_HEAD in notes[0].message


def test_readings_above_the_line_are_dropped():
    page = [*paragraphs(OPENING), (80, 709, 4.5, "jiāng"), (90, 709, 4.5, "pàn"), (100, 709, 4.5, "ㄐㄧㄥ")]
    assert texts(page) == indented(OPENING)


def test_an_exponent_stays_in_its_line():
    assert texts([(60, 700, 10, "占地1200m"), (105, 704, 6, "2"), (108, 700, 10, "，江畔港区今天启用智慧闸口。")]) == [
        "占地1200m²，江畔港区今天启用智慧闸口。"
    ]


def test_a_table_is_read_row_by_row():
    rows = [("指标", "单位", "数量"), ("港口货物吞吐量", "万吨", "1286"), ("集装箱", "万箱", "92"), ("车道", "条", "8")]
    cells = [
        (60 + 120 * at, 600 - 20 * number, 10, cell) for number, row in enumerate(rows) for at, cell in enumerate(row)
    ]
    found = read(pdf([*paragraphs(OPENING), *cells]), "a.pdf").blocks
    assert [block.text for block in found[1:]] == ["\t".join(row) for row in rows]
    assert {block.kind for block in found[1:]} == {"table-row"}


def test_words_of_latin_text_keep_their_spaces_and_a_hyphen_at_the_end_of_a_line_heals():
    page = [
        (60, 700, 10, "江畔港区引进EUV Systems GmbH的port equip-"),
        (60, 685, 10, "ment，港口、物流、制造等行业的企业代表参加活动。"),
        (60, 670, 10, "会议由港区主任主持，他对企业的支持表示感谢。"),
    ]
    assert "EUV Systems GmbH的port equipment，港口" in "".join(texts(page))


def test_a_page_that_was_turned_is_read_upright():
    data = pdf(newspaper())
    assert [block.text for block in read(data.replace(b"/MediaBox", b"/Rotate 90 /MediaBox"), "a.pdf").blocks] == texts(
        newspaper()
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf([("image", 0, 0, 600, 800)]), "is a scan without text"),
        (pdf([]), "there is no text in this PDF"),
        (pdf([(60, 700, 10, "There is no Chinese here, only English words.")]), "there is no Chinese text"),
        (b"%PDF-1.7\nnothing more", "the PDF is damaged"),
        (pdf(newspaper())[:900], "the PDF is damaged"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(data, words):
    with pytest.raises(InputError, match=words) as caught:
        read(data, "a.pdf")
    assert "\n" not in str(caught.value)


def test_a_picture_among_pages_of_text_is_noted():
    source = read(pdf(paragraphs(OPENING), [("image", 0, 0, 600, 800)]), "a.pdf")
    assert source.blocks == (RawBlock(f"\u3000\u3000{OPENING}"),)
    assert [note.message for note in source.notes] == ["page 2 is a picture; its text, if any, was not read"]
