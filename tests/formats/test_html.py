"""Saved web pages: the article and nothing around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.errors import InputError
from i18n_news.formats.html_article import is_furniture
from i18n_news.formats.read import read
from i18n_news.text.lines import Mark, RawBlock

PROSE = "江畔港区的智慧闸口今天正式启用，来自港口、物流、制造等行业的企业代表参加了活动。"
MORE = "据介绍，闸口采用自动识别技术，司机不必下车即可办理全部手续，通行时间明显缩短。"
PAGE = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>江畔港区启用智慧闸口_新闻_某区</title>
<meta name="PubDate" content="2026-05-08 10:00"><meta name="ContentSource" content="江畔日报">
<script>var 港区 = 1;</script></head>
<body><div class="top"><ul class="nav"><li><a>首页</a></li><li><a>新闻</a></li></ul></div>
<div class="crumbs">当前位置：<a>首页</a> &gt; <a>新闻</a></div><div class="page"><div class="left">{head}
<div class="info">来源：江畔日报 发布时间：2026-05-08 浏览次数：12 字号：【大 中 小】</div><div id="zoom">{body}</div>
<div class="share">分享到：微信</div><p>上一篇：<a>港区召开会议</a></p></div>
<div class="sidebar"><h3>相关新闻</h3><ul><li><a>港区召开安全生产工作会议部署下半年任务</a></li></ul></div></div>
<footer>版权所有 某区管委会 地址：某市港区大道一号 邮编：221000 电话：0516-80000000</footer></body></html>"""


def page(body, head="<h1>江畔港区启用智慧闸口</h1>"):
    return read(PAGE.replace("{head}", head).replace("{body}", body).encode(), "page.html")


def blocks(body):
    return page(f"<p>{PROSE}</p>{body}<p>{MORE}</p>").blocks[2:-1]


def test_the_article_is_found_and_nothing_around_it():
    assert page(f"<p>{PROSE}</p><p>{MORE}</p>").blocks == (
        RawBlock("江畔港区启用智慧闸口", "heading", 1),
        RawBlock(PROSE),
        RawBlock(MORE),
    )


def test_the_meta_elements_are_the_fields():
    assert page(f"<p>{PROSE}</p>").meta == {"date": "2026-05-08", "source": "江畔日报"}


def test_without_a_headline_in_the_text_the_title_is_one():
    assert page(f"<p>{PROSE}</p>", head="").blocks[0] == RawBlock("江畔港区启用智慧闸口", "heading", 1)


def test_a_headline_that_stands_twice_is_read_once():
    found = page(f"<p>江畔港区启用智慧闸口</p><p>{PROSE}</p>").blocks
    assert [block.text for block in found] == ["江畔港区启用智慧闸口", PROSE]


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>单<rp>(</rp><rt>shàn</rt><rp>)</rp></ruby>",
        "<ruby><rb>单</rb><rt>shàn</rt></ruby>",
        "<ruby>\n  单\n  <rt> shàn </rt>\n</ruby>",
    ],
)
def test_a_reading_is_a_mark_and_not_text(ruby):
    (block,) = blocks(f"<p>主任{ruby}若拙到会。</p>")
    assert (block.text, block.marks) == ("主任单若拙到会。", (Mark("reading", 2, 3, "shàn"),))


def test_a_ruby_of_several_bases_has_a_mark_for_each():
    (block,) = blocks("<p><ruby>单<rt>shàn</rt>若<rt>ruò</rt>拙<rt>zhuō</rt></ruby>到会。</p>")
    assert [(mark.start, mark.end, mark.text) for mark in block.marks] == [
        (0, 1, "shàn"),
        (1, 2, "ruò"),
        (2, 3, "zhuō"),
    ]


def test_headings_lists_tables_captions_and_quotes_keep_their_kind():
    found = blocks(
        "<h2>建设情况</h2><ul><li>投资1.2亿元；</li><li>新增<b>8</b>条。<ol><li>直行</li></ol></li></ul>"
        "<ol start=3><li>收尾</li></ol>"
        "<table><caption>指标</caption><tr><th>指标</th><th>数量</th></tr><tr><td colspan=2>合计</td></tr></table>"
        "<figure><img src=x><figcaption>图为现场。</figcaption></figure><blockquote><p>要建成样板。</p></blockquote>"
    )
    assert [(block.kind, block.text) for block in found] == [
        ("heading", "建设情况"),
        ("list-item", "- 投资1.2亿元；"),
        ("list-item", "- 新增8条。"),
        ("list-item", "1. 直行"),
        ("list-item", "3. 收尾"),
        ("caption", "指标"),
        ("table-row", "指标\t数量"),
        ("table-row", "合计\t"),
        ("caption", "图为现场。"),
        ("quote", "要建成样板。"),
    ]


def test_white_space_is_what_a_browser_shows():
    (block,) = blocks("<p>\n 港区今天\n  启用 <b>EUV\nSystems</b> 的设备，占地1200m<sup>2</sup>。</p>")
    assert block.text == "港区今天启用 EUV Systems 的设备，占地1200m²。"


def test_two_line_breaks_or_an_indent_part_paragraphs():
    found = blocks("<div>　　港区启用闸口。<br><br>企业到会。<br>　　主任讲话。<br>会议结束。</div>")
    assert [block.text for block in found] == [
        "\u3000\u3000港区启用闸口。",
        "企业到会。",
        "\u3000\u3000主任讲话。\n会议结束。",
    ]


def test_a_layout_of_tables_is_read_as_text():
    layout = f"<table><tr><td><a>栏目</a></td><td><p>{PROSE}</p><p>{MORE}</p><p>{PROSE}</p></td></tr></table>"
    found = read(f"<html><body>{layout}</body></html>".encode(), "page.html").blocks
    assert [block.text for block in found] == [PROSE, MORE, PROSE]


def test_what_is_hidden_is_not_read():
    hidden = (
        "<p style='display: none'>不显示的话。</p><p hidden>不显示。</p><noscript>请打开脚本。</noscript><!-- 注释 -->"
    )
    assert blocks(hidden) == ()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "big5", "nonsense"])
def test_a_page_is_read_in_its_real_encoding_whatever_it_declares(encoding, charset):
    text = f'<!DOCTYPE html><html><head><meta charset="{charset}"></head><body><p>{PROSE}</p></body></html>'
    assert read(text.encode(encoding), "page.html").blocks == (RawBlock(PROSE),)


def test_the_region_of_the_page_is_kept():
    text = '<html lang="zh-HK"><body><p>港區的智慧閘口今天正式啟用，來自港口的企業代表參加了活動。</p></body></html>'
    assert read(text.encode(), "page.html").meta["locale"] == "zh-Hant-HK"


def test_a_page_saved_with_its_pictures_in_one_file_is_read():
    head = "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"
    body = f"--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>{PROSE}</p></body></html>\r\n--B--\r\n"
    assert read((head + body).encode(), "page.mhtml").blocks == (RawBlock(PROSE),)


@pytest.mark.parametrize(
    ("text", "is_site"),
    [
        ("来源：江畔日报 发布时间：2026-05-08", True),
        ("【打印】 【关闭】", True),
        ("下一篇：港区召开会议", True),
        ("相关新闻：", True),
        ("港区推出手机客户端和二维码服务", False),
        ("打印企业参加展会", False),
        ("会议的发布时间：另行通知。", False),
    ],
)
def test_lines_of_the_site_are_told_from_the_text(text, is_site):
    assert is_furniture(text) is is_site


@given(st.text(alphabet='<>/pdivabrtuyl港区。 \n="&;!-x1', max_size=120))
def test_any_markup_is_read_or_refused(markup):
    try:
        read(f"<html>{markup}</html>".encode(), "page.html")
    except InputError as error:
        assert str(error).startswith("page.html: ")
