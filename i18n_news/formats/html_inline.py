"""The text inside one block of a web page: white space as a browser shows it, ruby readings as marks."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from i18n_news.text.han import count_han
from i18n_news.text.lines import READING, Mark, RawBlock

if TYPE_CHECKING:
    from lxml import html

# Deeper than any page; a recursion would end the program otherwise.
MAX_DEPTH = 400
SPACES = re.compile(r"[ \t\r\n\f]+")
_HAN_SPACE = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])"
)
_PADDING = re.compile("^[\u00a0\u3000 ]{2,}")
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


@dataclass(slots=True)
class Inline:
    """The text of a block while it is collected; NUL stands for a line break until white space is settled."""

    text: str = ""
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    linked: int = 0


def add_inline(element: "html.HtmlElement", inline: Inline, depth: int) -> None:
    inline.text += element.text or ""
    for child in element:
        add_element(child, inline, depth + 1)
        inline.text += child.tail or ""


def add_element(element: "html.HtmlElement", inline: Inline, depth: int) -> None:
    if depth > MAX_DEPTH:
        return
    start = len(inline.text)
    if element.tag == "br":
        inline.text += "\0"
    elif element.tag == "ruby":
        _ruby(element, inline, depth)
    elif element.tag != "rt":
        add_inline(element, inline, depth)
    added = inline.text[start:]
    if element.tag == "a":
        inline.linked += count_han(added)
    elif (
        element.tag == "sup" and re.fullmatch("[0-9]{1,2}", added.strip()) and not any(True for _ in element.iter("a"))
    ):
        inline.text = inline.text[:start] + added.strip().translate(_SUPERSCRIPT)


def _ruby(element: "html.HtmlElement", inline: Inline, depth: int) -> None:
    """The bases stay in the text, each with the reading that follows it as a mark."""
    start = len(inline.text)
    bases: list[tuple[int, int]] = []

    def end_base() -> None:
        nonlocal start
        if inline.text[start:].strip():
            bases.append((start, len(inline.text)))
        start = len(inline.text)

    inline.text += (element.text or "").strip()
    for child in element:
        if child.tag == "rt":
            end_base()
            reading = SPACES.sub(" ", "".join(child.itertext())).strip()
            if reading and bases:
                inline.marks.append((*bases.pop(0), reading))
        else:
            add_element(child, inline, depth + 1)
            if child.tag == "rb":
                end_base()
        inline.text += (child.tail or "").strip()


def settled(inline: Inline, kind: str, level: int = 0, prefix: str = "") -> RawBlock:
    """The block with white space as a browser shows it; the marks move along."""
    text = inline.text
    # Two characters of private use show where a mark begins and ends while the text around it shrinks.
    edges: dict[int, str] = {}
    for start, end, _ in inline.marks:
        edges[start] = edges.get(start, "") + "\ufdd0"
        edges[end] = "\ufdd1" + edges.get(end, "")
    if edges:
        text = "".join(edges.get(index, "") + char for index, char in enumerate(text)) + edges.get(len(text), "")
    text = SPACES.sub(" ", _HAN_SPACE.sub("", text))
    text = "\n".join(line.strip(" ") for line in text.split("\0")).strip("\n ")
    text = _PADDING.sub("\u3000\u3000", text) if not kind else text.strip("\u00a0\u3000 ")
    pieces = re.split("([\ufdd0\ufdd1])", prefix + text)
    plain, starts = "", []
    marks: list[Mark] = []
    readings = iter([reading for _, _, reading in sorted(inline.marks)])
    for piece in pieces:
        if piece == "\ufdd0":
            starts.append(len(plain))
        elif piece == "\ufdd1" and starts:
            begin = starts.pop()
            reading = next(readings, "")
            if reading and len(plain) > begin:
                marks.append(Mark(READING, begin, len(plain), reading))
        else:
            plain += piece
    return RawBlock(plain, kind, level, marks=tuple(marks))
