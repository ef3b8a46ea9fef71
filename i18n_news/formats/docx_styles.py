"""What a Word document's styles and numbering say of a paragraph: heading, list, caption, quote, and its label."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.I)
_TITLE = re.compile(r"title|标题|標題|文档标题|大标题|主标题", re.I)
_SUBTITLE = re.compile(r"subtitle|副标题|副標題", re.I)
_CAPTION = re.compile(r"caption|题注|題注|标号|標號|图注|图说|圖說|图片说明", re.I)
_QUOTE = re.compile(r"(?:intense )?quote|block text|(?:明显)?引用|鮮明引文|引文", re.I)
_CONTENTS = re.compile(r"toc(?: heading| ?[1-9])?|目录 ?[1-9]?|目錄 ?[1-9]?|table of (?:figures|authorities)", re.I)
_LEVELS = 9
_DIGITS = "〇一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def local(element: "etree._Element") -> str:
    """The name of an element without its namespace, which differs between transitional and strict documents."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: "etree._Element | None", *path: str) -> "etree._Element | None":
    """The first descendant along these local names."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def value(element: "etree._Element | None", name: str = "val") -> str:
    """An attribute by its local name, empty where there is none."""
    if element is None:
        return ""
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def is_on(element: "etree._Element | None") -> bool:
    """Whether a toggle such as w:b is there and not switched off."""
    return element is not None and value(element).lower() not in ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with what it inherits: kind as in RawBlock, `level` of a heading from 1, and its number."""

    kind: str = ""
    level: int = 0
    number: tuple[str, int] = ("", 0)
    size: int = 0
    is_bold: bool = False
    is_centered: bool = False
    is_indented: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and the label's pattern, such as （%1）; a bullet has none."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1


def read_styles(root: "etree._Element | None") -> dict[str, Style]:
    """The paragraph styles by their id; "" is the document's default."""
    if root is None:
        return {"": Style()}
    elements = {value(each, "styleId"): each for each in root if local(each) == "style"}
    default = next((key for key, each in elements.items() if _is_default(each)), "")
    made: dict[str, Style] = {}
    for key in elements:
        _make(key, elements, made, frozenset())
    made[""] = made.get(default, Style(size=_size(child(root, "docDefaults", "rPrDefault", "rPr"))))
    return made


def _is_default(element: "etree._Element") -> bool:
    return value(element, "type") == "paragraph" and value(element, "default") in ("1", "true", "on")


def _make(key: str, elements: Mapping[str, "etree._Element"], made: dict[str, Style], above: frozenset[str]) -> Style:
    if key in made:
        return made[key]
    element = elements.get(key)
    # A style that is based on itself ends here.
    if element is None or key in above or len(above) > 20:
        return Style()
    base = _make(value(child(element, "basedOn")), elements, made, above | {key})
    kind, level = _kind(value(child(element, "name")), base)
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    outline = value(child(paragraph, "outlineLvl"))
    if outline.isdecimal() and int(outline) < _LEVELS and kind in ("", "heading"):
        kind, level = "heading", level or int(outline) + 1
    made[key] = Style(
        kind,
        level,
        number_of(paragraph) or base.number,
        _size(run) or base.size,
        is_on(child(run, "b")) if child(run, "b") is not None else base.is_bold,
        (value(child(paragraph, "jc")) or ("center" if base.is_centered else "")) == "center",
        is_indented(paragraph, base.is_indented),
    )
    return made[key]


def _kind(name: str, base: Style) -> tuple[str, int]:
    if match := _HEADING.fullmatch(name):
        return "heading", int(match[1])
    if _TITLE.fullmatch(name):
        return "heading", -1
    if _SUBTITLE.fullmatch(name):
        return "heading", -2
    if _CAPTION.fullmatch(name):
        return "caption", 0
    if _QUOTE.fullmatch(name):
        return "quote", 0
    if _CONTENTS.fullmatch(name):
        return "contents", 0
    return base.kind, base.level


def _size(run: "etree._Element | None") -> int:
    """The size in half-points, 0 where none is given."""
    size = value(child(run, "sz"))
    return int(size) if size.isdecimal() else 0


def is_indented(paragraph: "etree._Element | None", inherited: bool = False) -> bool:
    """Whether the first line is indented."""
    indent = child(paragraph, "ind")
    given = [value(indent, name) for name in ("firstLine", "firstLineChars")]
    if not any(given):
        return inherited
    return any(number.isdecimal() and int(number) > 0 for number in given)


def number_of(paragraph: "etree._Element | None") -> tuple[str, int] | None:
    """The list and the level that a paragraph names; the list "0" takes it out of the list of its style."""
    number = child(paragraph, "numPr")
    if number is None:
        return None
    level = value(child(number, "ilvl"))
    return value(child(number, "numId")), min(int(level), _LEVELS - 1) if level.isdecimal() else 0


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counting as its paragraphs are read in order."""

    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)
    started: set[str] = field(default_factory=set)

    def label(self, number: tuple[str, int]) -> str | None:
        """The label of the next paragraph of this list and level; empty for a bullet, None where there is no list."""
        list_id, depth = number
        levels = self.levels.get(list_id)
        if levels is None:
            return None
        level = levels.get(depth, Level())
        if level.format == "bullet":
            return ""
        if level.format == "none" and not level.pattern:
            return None
        counts = self.counts.setdefault(self.shared.get(list_id, list_id), [0] * _LEVELS)
        # A list with its own start begins again although it shares its shape.
        if list_id not in self.started and depth == 0 and level.start > 1:
            counts[0] = level.start - 1
        self.started.add(list_id)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        return re.sub(
            "%([1-9])",
            lambda match: numeral(counts[int(match[1]) - 1] or 1, levels.get(int(match[1]) - 1, Level()).format),
            level.pattern,
        ).strip()


def read_numbering(root: "etree._Element | None") -> Numbering:
    if root is None:
        return Numbering()
    abstract = {value(each, "abstractNumId"): dict(_levels(each)) for each in root if local(each) == "abstractNum"}
    shared: dict[str, str] = {}
    levels: dict[str, Mapping[int, Level]] = {}
    for each in root:
        if local(each) != "num":
            continue
        key, of = value(each, "numId"), value(child(each, "abstractNumId"))
        own = dict(abstract.get(of, {}))
        shared[key] = of
        for override in (part for part in each if local(part) == "lvlOverride"):
            at = value(override, "ilvl")
            depth = int(at) if at.isdecimal() else 0
            own.update(_levels(override))
            start = value(child(override, "startOverride"))
            if start.isdecimal():
                old = own.get(depth, Level())
                own[depth] = Level(old.format, old.pattern, int(start))
                shared[key] = f"{of}:{key}"
        levels[key] = own
    return Numbering(levels, shared)


def _levels(element: "etree._Element") -> Iterator[tuple[int, Level]]:
    for each in element:
        if local(each) != "lvl":
            continue
        depth, start = value(each, "ilvl"), value(child(each, "start"))
        yield (
            int(depth) if depth.isdecimal() else 0,
            Level(
                value(child(each, "numFmt")) or "decimal",
                value(child(each, "lvlText")),
                int(start) if start.isdecimal() else 1,
            ),
        )


def numeral(number: int, form: str) -> str:
    """A number in one of the formats of ISO 29500-1, 17.18.59, those that Chinese documents use."""
    if form in (
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
    ):
        if form == "ideographDigital" or number > 99:
            return "".join(_DIGITS[int(digit)] for digit in str(number))
        tens, ones = divmod(number, 10)
        return ("" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    if form == "ideographTraditional" and 1 <= number <= len(_STEMS):
        return _STEMS[number - 1]
    if form in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr(ord("a" if form == "lowerLetter" else "A") + number - 1)
    if form in ("lowerRoman", "upperRoman") and 1 <= number <= 39:
        tens, ones = divmod(number, 10)
        roman = "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
        return roman.lower() if form == "lowerRoman" else roman
    if form == "decimalZero":
        return f"{number:02}"
    return str(number)
