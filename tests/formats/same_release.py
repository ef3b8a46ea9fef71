"""One release in the forms that offices have: written here as parts, saved as each kind of file."""

import html
from io import BytesIO
from pathlib import PurePosixPath

from i18n_news.model import Document, Edition, Locale, Run, Target
from i18n_news.pipeline import read_bytes
from i18n_news.render.pdf import pdf_renderer

# Kind and text; the cells of a row are parted by a bar.
SIMPLIFIED = (
    ("headline", "滨江高新区冷链物流园建成投用"),
    ("subtitle", "首批二十六家企业签约入驻"),
    ("paragraph", "11月6日上午，滨江高新区冷链物流园举行投用仪式。高新区管委会副主任范云升出席并讲话。"),
    ("paragraph", "该园总投资18.6亿元，占地320亩，建有冷库12座，库容达到25万吨，预计每年可为企业节省物流成本1.2亿元。"),
    ("paragraph", "“企业最关心的是时间。”范云升说，“过去从码头到冷库要走两个小时，现在只要四十分钟。”"),
    ("heading", "服务怎么做"),
    (
        "paragraph",
        "园区设立了“一站式”服务窗口，海关、税务和市场监管部门派人进驻，企业办理手续不再往返市区。下一步将做好三项工作：",
    ),
    ("list-item", "完善冷链运输网络，开通到周边六个城市的专线。"),
    ("list-item", "建设食品检测中心，缩短检验时间。"),
    ("list-item", "落实电价优惠政策，降低企业用电成本。"),
    ("heading", "主要设施"),
    ("table-row", "设施|面积（平方米）|投用时间"),
    ("table-row", "低温冷库|86000|2026年3月"),
    ("table-row", "分拣中心|24500|2026年9月"),
    ("table-row", "检测中心|3800|2027年5月"),
    ("paragraph", "据了解，高新区现有食品加工企业140余家，去年实现产值96亿元，同比增长7.8%。"),
)
TRADITIONAL = (
    ("headline", "濱江高新區冷鏈物流園建成投用"),
    ("subtitle", "首批二十六家企業簽約入駐"),
    ("paragraph", "11月6日上午，濱江高新區冷鏈物流園舉行投用儀式。高新區管委會副主任范雲升出席並講話。"),
    ("paragraph", "該園總投資18.6億元，佔地320畝，建有冷庫12座，庫容達到25萬噸，預計每年可為企業節省物流成本1.2億元。"),
    ("paragraph", "「企業最關心的是時間。」范雲升說，「過去從碼頭到冷庫要走兩個小時，現在只要四十分鐘。」"),
    ("heading", "服務怎麼做"),
    (
        "paragraph",
        "園區設立了「一站式」服務窗口，海關、稅務和市場監管部門派人進駐，企業辦理手續不再往返市區。下一步將做好三項工作：",
    ),
    ("list-item", "完善冷鏈運輸網絡，開通到周邊六個城市的專線。"),
    ("list-item", "建設食品檢測中心，縮短檢驗時間。"),
    ("list-item", "落實電價優惠政策，降低企業用電成本。"),
    ("heading", "主要設施"),
    ("table-row", "設施|面積（平方米）|投用時間"),
    ("table-row", "低溫冷庫|86000|2026年3月"),
    ("table-row", "分揀中心|24500|2026年9月"),
    ("table-row", "檢測中心|3800|2027年5月"),
    ("paragraph", "據了解，高新區現有食品加工企業140餘家，去年實現產值96億元，同比增長7.8%。"),
)
MARKS = {"headline": "# ", "subtitle": "## ", "heading": "## ", "list-item": "- "}
TAGS = {"headline": "h1", "subtitle": "h2", "heading": "h2", "list-item": "li"}


def as_markdown(parts):
    lines = []
    for before, (kind, text) in zip((("", ""), *parts), parts, strict=False):
        cells = text.split("|")
        if not (kind == before[0] and kind in ("list-item", "table-row")):
            lines.append("")
        lines.append(f"| {' | '.join(cells)} |" if kind == "table-row" else MARKS.get(kind, "") + text)
        if kind == "table-row" and before[0] != kind:
            lines.append("| --- " * len(cells) + "|")
    return "\n".join(lines).strip() + "\n"


def as_text(parts, gap="\n"):
    """As an editor types it: no marks but those of a list, tabs in a table, `gap` between the lines."""
    lines = []
    for before, (kind, text) in zip((("", ""), *parts), parts, strict=False):
        if lines and not (kind == before[0] and kind in ("list-item", "table-row")):
            lines.append(gap)
        lines.append({"list-item": f"- {text}", "table-row": text.replace("|", "\t")}.get(kind, text) + "\n")
    return "".join(lines)


def as_html(parts):
    made, open_tag = [], ""
    for kind, text in (*parts, ("", "")):
        wanted = {"list-item": "ul", "table-row": "table"}.get(kind, "")
        if open_tag and open_tag != wanted:
            made.append(f"</{open_tag}>")
        if wanted and open_tag != wanted:
            made.append(f"<{wanted}>")
        cell = "th" if wanted != open_tag else "td"
        open_tag = wanted
        if kind == "table-row":
            made.append("<tr>" + "".join(f"<{cell}>{html.escape(each)}</{cell}>" for each in text.split("|")) + "</tr>")
        elif kind:
            tag = TAGS.get(kind, "p")
            made.append(f"<{tag}>{html.escape(text)}</{tag}>")
    page = "<nav><a href='/'>首页</a> <a href='/news'>新闻</a></nav><article>{}</article><footer>版权所有</footer>"
    body = page.format("\n".join(made))
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{parts[0][1]}</title></head><body>{body}</body></html>"
    )


def as_word(parts):
    """Written by python-docx with the styles that Word brings."""
    from docx import Document as WordDocument

    document, rows = WordDocument(), None
    styles = {"headline": "Title", "subtitle": "Subtitle", "heading": "Heading 1", "list-item": "List Bullet"}
    for kind, text in parts:
        if kind != "table-row":
            document.add_paragraph(text, style=styles.get(kind))
            rows = None
            continue
        cells = text.split("|")
        if rows is None:
            rows = document.add_table(rows=0, cols=len(cells))
        for cell, content in zip(rows.add_row().cells, cells, strict=True):
            cell.text = content
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_pdf(parts, templates, typesetter):
    """Set by Typst as a build sets it."""
    (document,) = read_bytes(as_markdown(parts).encode(), "release.md", name="release")
    return _set(document, templates, typesetter)


def _set(document: Document, templates, typesetter):
    locale = Locale.ZH_HANS
    targets = {segment.id: Target(segment.id, locale, (Run(segment.source),)) for segment in document.segments()}
    files = pdf_renderer(templates, typesetter)(document.with_edition(Edition(locale, targets)), ())
    return files[PurePosixPath("zh-Hans.pdf")]
