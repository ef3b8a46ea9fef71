"""The text of one Word paragraph: runs with ruby, fields, tracked changes accepted, breaks and footnote references."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from i18n_news.formats.docx_styles import child, is_on, local, value
from i18n_news.text.lines import FOOTNOTE, READING, Mark

if TYPE_CHECKING:
    from lxml import etree

# What a tracked change took away, what is no text of the page, and what has a reader of its own.
_DROPPED = frozenset(
    {
        "del",
        "moveFrom",
        "rPr",
        "pPr",
        "instrText",
        "delText",
        "delInstrText",
        "sdtPr",
        "sdtEndPr",
        "rt",
        "rubyPr",
        "tblPr",
    }
)
# Word's older phonetic guide and that of WPS: EQ \* jc2 \o\ad(\s\up 9(zāng),臧)
_PHONETIC = re.compile(r"\\o(?:\\a[a-z])?\s*\(\s*\\s\\up\s*[\d.]+\s*\(([^()]*)\)\s*[,;，；]\s*([^()]*)\)")
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
# Wingdings has its marks in the private use area; those that offices type stand here, others stay visible as damage.
_SYMBOLS = {
    "F0D8": "➢",
    "F06C": "●",
    "F06E": "■",
    "F075": "◆",
    "F0A7": "▪",
    "F0FC": "√",
    "F0FE": "☑",
    "F0A8": "□",
    "F0B7": "•",
}
_LEADING_TAB = "\u3000\u3000"


@dataclass(slots=True)
class Runs:
    """The text of a paragraph as it is collected, and how it looks; `boxes` are the text boxes anchored in it."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    boxes: list["etree._Element"] = field(default_factory=list)
    # How many characters stand in which size (half-points, 0 for the style's), and how many are bold.
    sizes: dict[int, int] = field(default_factory=dict)
    bold: int = 0
    plain: int = 0
    # The nested fields that are open: the code before the separator, then whether its result is running.
    fields: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        return any(not is_result for _, is_result in self.fields)


def collect(element: "etree._Element", runs: Runs) -> None:
    """Add what an element of a paragraph shows; the tree's depth is bounded by the XML parser."""
    name = local(element)
    special = _SPECIAL.get(name)
    if special:
        special(element, runs)
    elif name == "txbxContent":
        runs.boxes.append(element)
    elif name == "AlternateContent":
        # One drawing in two notations.
        chosen = child(element, "Choice")
        inner = chosen if chosen is not None and _says_anything(chosen) else child(element, "Fallback")
        for part in inner if inner is not None else ():
            collect(part, runs)
    elif name not in _DROPPED:
        for part in element:
            collect(part, runs)


def _says_anything(element: "etree._Element") -> bool:
    return any(local(each) in ("t", "txbxContent") for each in element.iter())


def _run(element: "etree._Element", runs: Runs) -> None:
    look = child(element, "rPr")
    if is_on(child(look, "vanish")) or child(look, "del") is not None:
        # A field that ends in hidden text still ends.
        for part in element:
            if local(part) == "fldChar":
                _field(part, runs)
        return
    start = len(runs.text)
    for part in element:
        collect(part, runs)
    added = runs.text[start:]
    if value(child(look, "vertAlign")) == "superscript" and re.fullmatch("[0-9]{1,2}|[+-][0-9]", added):
        runs.text = runs.text[:start] + added.translate(_SUPERSCRIPT)
    visible = len(added.strip())
    size = value(child(look, "sz"))
    number = int(size) if size.isdecimal() else 0
    runs.sizes[number] = runs.sizes.get(number, 0) + visible
    bold = child(look, "b")
    runs.bold += visible if is_on(bold) else 0
    runs.plain += visible if bold is not None and not is_on(bold) else 0


def _text(element: "etree._Element", runs: Runs) -> None:
    if not runs.in_code:
        # A line feed inside w:t is white space of the file.
        runs.text += re.sub(r"[\r\n]+", " ", element.text or "")


def _tab(element: "etree._Element", runs: Runs) -> None:
    if not runs.in_code:
        runs.text += " " if runs.text.strip() else _LEADING_TAB


def _break(element: "etree._Element", runs: Runs) -> None:
    if not runs.in_code:
        runs.text += "" if value(element, "type") in ("page", "column") else "\n"


def _literal(char: str) -> Callable[["etree._Element", Runs], None]:
    def add(element: "etree._Element", runs: Runs) -> None:
        if not runs.in_code:
            runs.text += char

    return add


def _symbol(element: "etree._Element", runs: Runs) -> None:
    code = value(element, "char").upper()
    if re.fullmatch("[0-9A-F]{4}", code) and not runs.in_code:
        runs.text += _SYMBOLS.get(code, chr(int(code, 16)) if code[0] not in "DEF" else "□")


def _ruby(element: "etree._Element", runs: Runs) -> None:
    """The base stays in the text; its reading is a mark over it."""
    if runs.in_code:
        return
    reading = Runs()
    above, base = child(element, "rt"), child(element, "rubyBase")
    for part in above if above is not None else ():
        collect(part, reading)
    start = len(runs.text)
    for part in base if base is not None else ():
        collect(part, runs)
    _mark_reading(runs, start, reading.text)


def _mark_reading(runs: Runs, start: int, reading: str) -> None:
    reading = unicodedata.normalize("NFC", reading.strip())
    if reading and len(runs.text) > start:
        runs.marks.append(Mark(READING, start, len(runs.text), reading))


def _field(element: "etree._Element", runs: Runs) -> None:
    kind = value(element, "fldCharType")
    if kind == "begin":
        runs.fields.append(("", False))
    elif kind == "separate" and runs.fields:
        runs.fields[-1] = (runs.fields[-1][0], True)
    elif kind == "end" and runs.fields:
        code, _ = runs.fields.pop()
        if not runs.in_code:
            _phonetic(code, runs)


def _code(element: "etree._Element", runs: Runs) -> None:
    if runs.fields and not runs.fields[-1][1]:
        runs.fields[-1] = (runs.fields[-1][0] + (element.text or ""), False)


def _phonetic(code: str, runs: Runs) -> None:
    if not code.strip().upper().startswith("EQ"):
        return
    for reading, base in _PHONETIC.findall(code):
        start = len(runs.text)
        runs.text += base.strip()
        _mark_reading(runs, start, reading)


def _simple_field(element: "etree._Element", runs: Runs) -> None:
    _phonetic(value(element, "instr"), runs)
    for part in element:
        collect(part, runs)


def _reference(element: "etree._Element", runs: Runs) -> None:
    """The text of a mark is the key of the note: f or e, and its id."""
    end = len(runs.text)
    if end and not runs.in_code:
        runs.marks.append(Mark(FOOTNOTE, end - 1, end, local(element)[0] + value(element, "id")))


_SPECIAL: dict[str, Callable[["etree._Element", Runs], None]] = {
    "r": _run,
    "t": _text,
    "tab": _tab,
    "ptab": _tab,
    "br": _break,
    "cr": _break,
    "noBreakHyphen": _literal("-"),
    "softHyphen": _literal(""),
    "sym": _symbol,
    "ruby": _ruby,
    "fldChar": _field,
    "instrText": _code,
    "fldSimple": _simple_field,
    "footnoteReference": _reference,
    "endnoteReference": _reference,
}
