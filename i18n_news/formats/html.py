"""The reader of saved web pages: the article with its headings, lists, tables and ruby readings, nothing around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from i18n_news.errors import InputError
from i18n_news.formats.guard import MAX_BLOCKS, MAX_PART, MAX_TEXT, too_long
from i18n_news.formats.html_article import BLOCKS, article_of, is_data_table, is_furniture, told_by, without_furniture
from i18n_news.formats.html_inline import MAX_DEPTH, SPACES, Inline, add_element, add_inline, settled
from i18n_news.formats.source import Source
from i18n_news.formats.text import encoding_notes
from i18n_news.model import Locale
from i18n_news.text.encodings import declared
from i18n_news.text.han import count_han, has_han
from i18n_news.text.lines import RawBlock

if TYPE_CHECKING:
    from lxml import html

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_SITE = re.compile(r"\s*[-_|—–·:：]+\s*")
# The names by which sites say what the article is; the first three are those of China's government sites.
_META = {
    "title": ("articletitle", "og:title", "twitter:title"),
    "date": ("pubdate", "article:published_time", "publishdate", "date", "dc.date"),
    "source": ("contentsource", "article:author", "dc.publisher"),
}
_REGIONS = {
    "zh-tw": Locale.ZH_HANT_TW,
    "zh-hant-tw": Locale.ZH_HANT_TW,
    "zh-hk": Locale.ZH_HANT_HK,
    "zh-hant-hk": Locale.ZH_HANT_HK,
    "zh-mo": Locale.ZH_HANT_HK,
}
_ABOVE_TEXT = re.compile("来源|來源|时间|時間|日期")
_MAX_ELEMENTS = 100_000
_LINKED = 0.7


@dataclass(slots=True)
class _Walk:
    name: str
    blocks: list[RawBlock] = field(default_factory=list)
    length: int = 0

    def add(self, block: RawBlock) -> None:
        self.length += len(block.text)
        if self.length > MAX_TEXT or len(self.blocks) >= MAX_BLOCKS:
            raise too_long(self.name)
        self.blocks.append(block)


def read(data: bytes, name: str, charset: str = "") -> Source:
    """The article of a page and what its meta elements say; `charset` is what a server or a container says of it.

    InputError: there is no Chinese article in it.
    """
    from lxml import etree, html

    if len(data) > MAX_PART:
        raise InputError(f"{name}: larger than {MAX_PART // 1_000_000} MB; save the page without its pictures")
    match = _CHARSET.search(data[:4096])
    decoded = declared(data, charset or (match[1].decode("ascii") if match else "utf-8"), name)
    text = _DECLARATION.sub("", decoded.text).replace("\0", "")
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise InputError(f"{name}: there is no web page in this file; save the page again") from None
    if sum(1 for _ in islice(root.iter(), _MAX_ELEMENTS + 1)) > _MAX_ELEMENTS:
        raise too_long(name)
    body = root.find("body")
    if body is None:
        raise InputError(f"{name}: this page has no text; save the page itself, not its frame")
    meta = _meta(root)
    region = _REGIONS.get((root.get("lang") or root.get("xml:lang") or "").lower().replace("_", "-"))
    if region:
        meta["locale"] = region.value
    title = (root.findtext("head/title") or root.findtext(".//title") or "").strip()
    without_furniture(body)
    article = article_of(body)
    walk = _Walk(name)
    _children(article, walk, 0)
    blocks: list[RawBlock] = []
    for block in walk.blocks:
        if not is_furniture(block.text.strip()):
            blocks.append(block)
        elif _ABOVE_TEXT.search(block.text):
            meta = {**told_by(block.text), **meta}
    blocks = [block for block in blocks if block.text.strip()]
    if not any(has_han(block.text) for block in blocks):
        raise InputError(f"{name}: there is no Chinese article in this page; open it and save it when it is shown")
    given = meta.pop("title", "")
    blocks = _with_headline(blocks, body, given, title)
    return Source(tuple(_without_title_copies(blocks)), meta, notes=encoding_notes(decoded))


def _meta(root: "html.HtmlElement") -> dict[str, str]:
    found: dict[str, str] = {}
    elements = {(each.get("name") or each.get("property") or "").lower(): each for each in root.iter("meta")}
    for key, names in _META.items():
        content = next((elements[name].get("content") or "" for name in names if name in elements), "").strip()
        if key == "date":
            day = _DAY.search(content)
            content = f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" if day else ""
        if content and "\n" not in content:
            found[key] = content
    return found


def _with_headline(blocks: list[RawBlock], body: "html.HtmlElement", given: str, title: str) -> list[RawBlock]:
    """The blocks under the page's headline, which often stands outside the article's own element."""
    first = next((index for index, block in enumerate(blocks) if block.kind == "heading"), None)
    if first is not None and blocks[first].level == 1 and first < 3:
        return blocks
    for element in body.iter("h1"):
        inline = Inline()
        add_inline(element, inline, 0)
        head = settled(inline, "heading", 1)
        if has_han(head.text) and (not title or _squeezed(head.text) in _squeezed(title) or len(head.text) >= 8):
            return [head, *(block for block in blocks if _squeezed(block.text) != _squeezed(head.text))]
    # 港区开港_新闻中心_某某网: the site's own names come last.
    parts = [part for part in _SITE.split(title) if has_han(part)]
    wanted = given or (parts[0] if parts else "")
    place = next(
        (index for index, block in enumerate(blocks) if wanted and _squeezed(block.text) == _squeezed(wanted)), None
    )
    if place is not None:
        return [
            RawBlock(blocks[place].text, "heading", 1, marks=blocks[place].marks),
            *blocks[:place],
            *blocks[place + 1 :],
        ]
    if first == 0 or not wanted or count_han(wanted) < 5:
        return blocks
    return [RawBlock(wanted, "heading", 1), *blocks]


def _without_title_copies(blocks: list[RawBlock]) -> Iterator[RawBlock]:
    """The blocks without a second headline of the same words at the start of the text."""
    head = _squeezed(blocks[0].text)
    for index, block in enumerate(blocks):
        if blocks[0].kind != "heading" or not 0 < index < 4 or _squeezed(block.text) != head:
            yield block


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _children(element: "html.HtmlElement", walk: _Walk, depth: int) -> None:
    """The blocks inside a container, and its own text between them."""
    loose = Inline(element.text or "")
    for child in element:
        if child.tag in BLOCKS or _holds_blocks(child):
            _loose(loose, walk)
            loose = Inline()
            if depth < MAX_DEPTH:
                _block(child, walk, depth + 1)
        else:
            add_element(child, loose, depth + 1)
        loose.text += child.tail or ""
    _loose(loose, walk)


def _holds_blocks(element: "html.HtmlElement") -> bool:
    return any(True for _ in element.iterdescendants(*BLOCKS))


def _loose(inline: Inline, walk: _Walk) -> None:
    _paragraphs(inline, "", walk)


def _block(element: "html.HtmlElement", walk: _Walk, depth: int) -> None:
    tag = element.tag
    if tag == "table" and is_data_table(element):
        _table(element, walk)
    elif tag in ("ul", "ol"):
        _list(element, walk, depth)
    elif _holds_blocks(element):
        _children(element, walk, depth)
    else:
        inline = Inline()
        add_inline(element, inline, depth)
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            walk.add(settled(inline, "heading", int(tag[1])))
        elif tag in ("figcaption", "caption"):
            walk.add(settled(inline, "caption"))
        elif any(True for _ in element.iterancestors("blockquote")) or tag == "blockquote":
            walk.add(settled(inline, "quote"))
        elif inline.linked <= _LINKED * max(1, count_han(inline.text)) or inline.text.rstrip().endswith("。"):
            _paragraphs(inline, "", walk)


def _paragraphs(inline: Inline, kind: str, walk: _Walk) -> None:
    """One block, or several where the page parts paragraphs by two line breaks or by a break and an indent."""
    pieces = re.split("(\0(?:[ \t\r\n\u00a0]*\0)+|\0(?=[ \t\r\n]*[\u3000\u00a0]{2}))", inline.text)
    start = 0
    for piece in pieces:
        end = start + len(piece)
        if piece.strip(" \t\r\n\0\u00a0\u3000"):
            marks = [(a - start, b - start, text) for a, b, text in inline.marks if start <= a and b <= end]
            walk.add(settled(Inline(piece, marks), kind))
        start = end


def _list(element: "html.HtmlElement", walk: _Walk, depth: int) -> None:
    start = element.get("start") or "1"
    number = int(start) if start.isdecimal() and len(start) < 5 else 1
    links = sum(count_han("".join(link.itertext())) for link in element.iter("a"))
    if links > _LINKED * max(1, count_han("".join(element.itertext()))):
        # Other articles, or the sections of the site.
        return
    for item in element:
        if item.tag != "li":
            if item.tag in BLOCKS and depth < MAX_DEPTH:
                _block(item, walk, depth + 1)
            continue
        inline = Inline(item.text or "")
        inner: list[html.HtmlElement] = []
        for child in item:
            if child.tag in ("ul", "ol", "table"):
                inner.append(child)
            else:
                add_element(child, inline, depth + 1)
            inline.text += child.tail or ""
        if inline.text.strip():
            inline.text = inline.text.replace("\0", " ")
            walk.add(settled(inline, "list-item", prefix=f"{number}. " if element.tag == "ol" else "- "))
            number += 1
        for child in inner:
            if depth < MAX_DEPTH:
                _block(child, walk, depth + 1)


def _table(element: "html.HtmlElement", walk: _Walk) -> None:
    for caption in element.iter("caption"):
        inline = Inline()
        add_inline(caption, inline, 0)
        walk.add(settled(inline, "caption"))
    for row in element.iter("tr"):
        cells: list[str] = []
        for cell in (each for each in row if each.tag in ("td", "th")):
            inline = Inline()
            add_inline(cell, inline, 0)
            cells.append(SPACES.sub(" ", inline.text.replace("\0", " ")).strip(" \u00a0\u3000"))
            span = cell.get("colspan") or "1"
            cells += [""] * (min(int(span), 64) - 1 if span.isdecimal() and len(span) < 4 else 0)
        if any(cells):
            walk.add(RawBlock("\t".join(cells), "table-row"))
