"""Where the article of a web page stands: the element that holds nearly all of the prose, and what in it is none."""

import re
from typing import TYPE_CHECKING

from i18n_news.text.han import count_han

if TYPE_CHECKING:
    from lxml import html

BLOCKS = frozenset(
    re.findall(
        "[a-z0-9]+",
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
        "footer h1 h2 h3 h4 h5 h6 header hgroup li main nav ol p pre section summary table tbody td tfoot th "
        "thead tr ul ",
    )
)
_NEVER = frozenset(
    re.findall(
        "[a-z0-9]+",
        "script style noscript template iframe frame svg canvas form button select option textarea input nav "
        "footer aside object embed audio video map head link meta dialog menu del s strike rp rtc math ",
    )
)
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu", "menubar", "alert"}
)
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumb|crumbs?|position|sidebar|related|recommend|share|social|bdsharebuttonbox|comments?"
    r"|footer|copyright|pagination|pager|toolbar|tools?|qrcode|ewm|advert\w*|ads?|banner|search|login|popup|cookie|hot|rank"
    r"|prev|next|tags?|toc|skip|sr-only|visually-hidden|hidden)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Lines of the site about the article, not of the article; the second form is a line of nothing else.
_GAP = "[ \u3000]*"
_ABOUT = re.compile(
    f"(?:发布|更新|发表|发稿|發布|發佈)(?:时间|日期|時間)?{_GAP}[:：]"
    f"|(?:浏览|阅读|点击|访问|瀏覽|點閱)(?:次数|量|数|次數|數)?{_GAP}[:：]"
    f"|字(?:体|号|體)(?:大小)?{_GAP}[:：【[]|分享(?:到|至){_GAP}[:：]?$|版权所有|版權所有|ICP备|公网安备"
)
_WORD = "打印|列印|关闭|關閉|收藏|返回|分享|大|中|小|纠错"
_PLACE = "(?:您|你)?(?:现在|当前)?(?:所在)?的?位置[:：].*"
_BUTTON = re.compile(
    f"[【[]?(?:{_WORD}|扫一扫.{{0,16}}|(?:打印|关闭|返回)(?:本页|窗口|顶部|首页|列表)|[上下]一[篇条页].*|{_PLACE}"
    f"|相关(?:阅读|新闻|链接|稿件).?)[】\\]]?(?:[ \u3000|/]*[【[]?(?:{_WORD}).{{0,4}}[】\\]]?)*"
)
_SOURCE = re.compile("(?:稿件|信息|文章)?(?:来源|來源)[ \u3000]*[:：][ \u3000]*([^\\s|:：]{2,30})")
_DAY = re.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})")
_LONGEST_FURNITURE = 120
_SHARE = 0.8
_LINKED = 0.5
_MIN_HAN = 12


def without_furniture(root: "html.HtmlElement") -> None:
    """Take out of the tree what no reader of the page sees as its text: scripts, navigation, forms, what is hidden."""
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is None or element is root:
            continue
        if not isinstance(element.tag, str) or element.tag in _NEVER or _is_beside(element):
            _drop(element)


def _is_beside(element: "html.HtmlElement") -> bool:
    if element.tag in ("body", "html", "article", "main"):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true" or element.get("role") in _ROLES:
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.tag not in BLOCKS or not _BESIDE.search(names):
        return False
    # A site may call the article's own frame by any name; prose stays.
    return prose(element) < 120


def _drop(element: "html.HtmlElement") -> None:
    """Remove an element and keep the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def article_of(body: "html.HtmlElement") -> "html.HtmlElement":
    """The innermost element with most of the prose of the page; prose is text that is not mostly links."""
    weights = _weights(body)
    whole = weights.get(body, 0)
    chosen = body
    while True:
        inner = max((child for child in chosen if child in weights), key=lambda child: weights[child], default=None)
        if inner is None or not whole or weights[inner] < _SHARE * whole or inner.tag not in BLOCKS:
            return chosen
        if inner.tag in ("p", "li", "td", "tr", "tbody", "thead", "table", "blockquote", "ul", "ol", "h1", "h2", "h3"):
            return chosen if inner.tag not in ("table", "tbody", "tr", "td") or _is_data(inner) else article_of(inner)
        chosen = inner


def _is_data(element: "html.HtmlElement") -> bool:
    table = element if element.tag == "table" else next(element.iterancestors("table"), element)
    return is_data_table(table)


def is_data_table(table: "html.HtmlElement") -> bool:
    """Whether a table holds data, and does not lay out the page: rows of several short cells, no table inside."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if any(True for inner in table.iter("table") if inner is not table) or max(map(len, rows), default=0) < 2:
        return False
    return not any(prose(cell) > 100 and sum(1 for _ in cell.iter("p", "br")) > 1 for row in rows for cell in row)


def _weights(body: "html.HtmlElement") -> dict["html.HtmlElement", int]:
    """The prose below every element, counted from the leaves up."""
    weights: dict[html.HtmlElement, int] = {}
    for element in body.iter():
        own = _own_prose(element)
        if own:
            place: html.HtmlElement | None = element
            while place is not None:
                weights[place] = weights.get(place, 0) + own
                place = None if place is body else place.getparent()
    return weights


def _own_prose(element: "html.HtmlElement") -> int:
    """The Han characters of a block itself, none where they are few or mostly links."""
    if element.tag not in BLOCKS:
        return 0
    parts = [element.text or ""]
    linked = 0
    for child in element:
        if child.tag not in BLOCKS:
            text = "".join(child.itertext())
            parts.append(text)
            linked += sum(count_han("".join(link.itertext())) for link in child.iter("a"))
        parts.append(child.tail or "")
    count = count_han("".join(parts))
    return count if count >= _MIN_HAN and linked <= _LINKED * count else 0


def prose(element: "html.HtmlElement") -> int:
    """How many Han characters of an element stand outside links."""
    text = count_han("".join(element.itertext()))
    return text - sum(count_han("".join(link.itertext())) for link in element.iter("a"))


def is_furniture(text: str) -> bool:
    """Whether a paragraph is the site's line about the article."""
    if len(text) > _LONGEST_FURNITURE or text.endswith("。"):
        return False
    return _ABOUT.search(text) is not None or _BUTTON.fullmatch(text) is not None


def told_by(text: str) -> dict[str, str]:
    """What such a line says: who publishes, and the day."""
    told: dict[str, str] = {}
    if source := _SOURCE.search(text):
        told["source"] = source[1]
    if day := _DAY.search(text):
        told["date"] = f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    return told
