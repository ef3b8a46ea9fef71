"""The blocks of a release put together again from the lines of a damaged file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from i18n_news.text.alike import plain_of
from i18n_news.text.breaks import (
    BULLET,
    ENUMERATOR,
    begins_afresh,
    glue,
    is_closed,
    is_couplet,
    is_headline,
    is_open,
    straddles,
)
from i18n_news.text.edits import Repair
from i18n_news.text.furniture import without_furniture
from i18n_news.text.labels import labelled
from i18n_news.text.lines import GIVEN, Layout, Line, RawBlock, layout_of, lines_of
from i18n_news.text.normalize import normalize
from i18n_news.text.tables import tabulated

__all__ = ["Paragraph", "RawBlock", "Repair", "Repaired", "repair", "to_text"]

_GLUED = re.compile(
    "([^。，；：！？,;!?]{6,40}?)[ \u00a0\u3000]+(?=(?:(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|本报讯|近日|日前|昨日"
    "|今日|连日来|新华社)(?![^，。]{0,4}电))"
)
_AGENCY = re.compile("本报|本网|新华社|中新|记者|通讯员|[（(]")
# An office above the date at the end signs the release.
_DATE = re.compile("[0-9〇○零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日")
_LONG_HEADLINE = 45
_SUSPECT = 400


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A clean block; `level` is 0 for a heading that the file did not mark, `mark` the bullet that a list item had."""

    kind: str
    text: str
    level: int = 0
    line: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Repaired:
    """The blocks of a release and what was changed; a repair of what was dropped has the block -1."""

    blocks: tuple[Paragraph, ...]
    repairs: tuple[Repair, ...] = ()


@dataclass(slots=True)
class _Unit:
    """A block while its lines are being collected; `text` keeps the file's characters, `plain` is for looking at."""

    kind: str
    level: int
    text: str
    plain: str
    first: Line
    last: Line
    count: int = 1
    joins: list[Repair] = field(default_factory=list)


def repair(blocks: Sequence[RawBlock]) -> Repaired:
    """Drop page furniture, join what the page broke, judge what the file did not mark, and normalize every block."""
    lines, dropped = without_furniture(lines_of(blocks))
    lines = labelled(tabulated(lines))
    layout = layout_of(lines)
    units = _split_headlines(_collected(lines, layout))
    for index, unit in enumerate(units):
        if unit.kind == "":
            unit.kind = _kind(units, index, layout)
    units, twice = _without_duplicates(units)
    made: list[Paragraph] = []
    repairs = dropped + twice
    for unit in units:
        paragraph, changes = _finished(unit, layout)
        if paragraph.text:
            repairs += [replace(change, block=len(made), line=change.line or paragraph.line) for change in changes]
            made.append(paragraph)
    return Repaired(tuple(made), tuple(repairs))


def to_text(blocks: Sequence[Paragraph]) -> str:
    """The blocks as plain text with a blank line between them, marked headings and bullets with their marks."""
    rows = []
    for block in blocks:
        mark = "#" * block.level if block.kind == "heading" else ">" if block.kind == "quote" else block.mark
        rows.append(f"{mark} {block.text}" if mark else block.text)
    return "\n\n".join(rows)


def _collected(lines: Sequence[Line], layout: Layout) -> list[_Unit]:
    # With line feeds, so that what a break cuts is found only where it stands whole.
    document = "\n".join(line.plain for line in lines)
    units: list[_Unit] = []
    for index, line in enumerate(lines):
        current = units[-1] if units else None
        following = lines[index + 1] if index + 1 < len(lines) else None
        if current and _continues(current, line, following, layout, document):
            _extend(current, line, document)
            continue
        unit = _Unit(line.kind, line.level, line.text, line.plain, line, line, joins=list(line.given))
        if line.kind == "caption" and current and current.kind in ("", "list-item") and not is_closed(current.plain):
            after = next((other for other in lines[index + 1 :] if other.kind != "caption"), None)
            if after and _continues(current, replace(after, gap=max(1, after.gap)), None, layout, document):
                units.insert(len(units) - 1, unit)
                continue
        units.append(unit)
    return units


def _continues(unit: _Unit, line: Line, following: Line | None, layout: Layout, document: str) -> bool:
    """Whether a line goes on with the block that was being collected."""
    if unit.last.block >= 0 or line.block >= 0:
        return unit.last.block == line.block and "\n" not in unit.text + line.text
    if unit.kind not in ("", "list-item") or line.kind or "\n" in unit.text + line.text:
        return False
    is_full = layout.is_full(unit.last, line)
    if BULLET.match(line.plain):
        # 约翰|·史密斯: a dot that nothing parts from its word may also be the one inside a name.
        return line.plain[0] in "·•" and line.plain[1] != " " and not _may_end(unit.plain, is_full)
    if ENUMERATOR.match(line.plain) and not (is_full and unit.plain.endswith("、")):
        # 第|一、二产业: what cannot end makes the enumerator a part of its sentence.
        return not line.is_indented and straddles(unit.plain, line.plain)
    if line.is_indented:
        if unit.kind == "list-item" or BULLET.match(unit.plain) or ENUMERATOR.match(unit.plain):
            return line.gap == 0 and not line.raw.startswith("\u3000")
        return not layout.is_indented and not line.raw.startswith("\u3000\u3000") and is_open(unit.plain)
    if straddles(unit.plain, line.plain, document):
        return True
    if is_closed(unit.plain):
        if not is_full:
            return False
        return line.gap == 0 or (layout.is_indented and not _stands_apart(line, following, layout))
    if is_open(unit.plain):
        ends_in_colon = unit.plain[-1] in "：:"
        return not ends_in_colon or (is_full and (line.gap == 0 or layout.is_indented))
    return _goes_on_unpunctuated(unit, line, following, layout, is_full)


def _may_end(text: str, is_full: bool) -> bool:
    return is_closed(text) or text[-1] in "：:；;" or (is_headline(text) and not is_full)


def _stands_apart(line: Line, following: Line | None, layout: Layout) -> bool:
    """Whether a line is a group of its own that ends like a headline, neither with a full stop nor at the margin."""
    if is_closed(line.plain) or (following and layout.is_full(line, following)):
        return False
    return following is None or following.gap > 0 or following.is_indented or is_headline(line.plain)


def _goes_on_unpunctuated(unit: _Unit, line: Line, following: Line | None, layout: Layout, is_full: bool) -> bool:
    """Whether text without any mark at its end is a broken sentence or a wrapped headline, and not a finished one."""
    headline = is_headline(unit.plain) and not unit.first.is_indented
    if not layout.width:
        if not headline:
            return not (begins_afresh(line.plain) and (is_couplet(unit.plain) and len(unit.plain) <= _LONG_HEADLINE))
        # Two lines only: the rest of a wrapped line is no longer than the line.
        is_rest = is_closed(line.plain) and len(line.plain) <= len(unit.last.plain) and not begins_afresh(line.plain)
        return line.gap == 0 and is_rest
    if line.gap > 0:
        if unit.count == 1 and layout.is_indented and not unit.first.is_indented and unit.first.gap > 0:
            return not (headline or is_couplet(unit.plain))
        if headline and min(unit.first.gap, line.gap) > 1:
            return False
        return is_full or not (headline or begins_afresh(line.plain))
    if is_full:
        return True
    if not headline or unit.count > 1:
        return not begins_afresh(line.plain)
    # A headline is set larger and wraps earlier than the body; its rest is shorter and ends the group.
    ends_group = following is None or following.gap > 0 or following.is_indented
    is_long = 2 * layout.measure(unit.last.raw) >= layout.width
    return ends_group and is_long and not is_closed(line.plain) and len(line.plain) <= len(unit.last.plain)


def _extend(unit: _Unit, line: Line, document: str) -> None:
    text, separator = glue(unit.text, line.text, document)
    rule = "unwrap" if line.gap == 0 else "join"
    before, after = f"{unit.text[-4:]}\n{line.text[:4]}", f"{text[-4:]}{separator}{line.text[:4]}"
    unit.joins.append(Repair(rule, before, after, len(text), line.number))
    start = len(text) + len(separator)
    unit.joins += [replace(given, offset=start + given.offset) for given in line.given]
    unit.text = text + separator + line.text
    unit.plain = plain_of(unit.text)
    unit.last = line
    unit.count += 1


def _split_headlines(units: Sequence[_Unit]) -> list[_Unit]:
    """港区启用闸口 5月8日，…: a headline that only a space parts from its report becomes a block."""
    result: list[_Unit] = []
    for unit in units:
        match = _GLUED.match(unit.text) if unit.kind == "" else None
        rest = unit.text[match.end() :] if match else ""
        # What ends in 于 or 至 needs the date that follows.
        if not match or not is_headline(match[1]) or match[1][-1] in "于至到自从在" or not is_closed(rest):
            result.append(unit)
            continue
        if _AGENCY.match(match[1]) or len(rest) <= len(match[1]):
            result.append(unit)
            continue
        head = _Unit("heading", 0, match[1], plain_of(match[1]), unit.first, unit.first)
        head.joins = [join for join in unit.joins if join.rule in GIVEN and join.offset < match.end()]
        rest_of = (join for join in unit.joins if join not in head.joins)
        joins = [replace(join, offset=max(0, join.offset - match.end())) for join in rest_of]
        split = Repair("split-headline", unit.text[match.end(1) : match.end()], "\n", 0, unit.first.number)
        body = replace(unit, text=rest, plain=plain_of(rest), joins=[split, *joins])
        result += [head, body]
    return result


def _kind(units: Sequence[_Unit], index: int, layout: Layout) -> str:
    """What a block is that the file did not mark."""
    unit = units[index]
    before = units[index - 1] if index else None
    after = units[index + 1] if index + 1 < len(units) else None
    if BULLET.match(unit.plain):
        return "list-item"
    if ENUMERATOR.match(unit.plain):
        is_listed = any(other is not None and _style(other) == _style(unit) for other in (before, after))
        introduced = before is not None and before.plain[-1] in "：:"
        if is_listed or introduced or after is None or not is_headline(unit.plain):
            return "list-item"
        return "heading"
    is_signature = index + 2 == len(units) and after is not None and _DATE.fullmatch(after.plain)
    if "\n" in unit.text or after is None or is_signature:
        return "paragraph"
    if is_headline(unit.plain) and not (layout.is_indented and unit.first.is_indented and unit.count > 1):
        return "heading"
    is_short = len(unit.plain) <= _LONG_HEADLINE and unit.count <= 2 and not re.search("[。；;：:]", unit.plain)
    if not is_short or (before is not None and before.kind == "" and not is_closed(before.plain)):
        return "paragraph"
    if before is None and unit.plain[-1] in "！？!?" and not is_closed(unit.plain[:-1]):
        return "heading"
    is_set_off = layout.is_indented and not unit.first.is_indented and (before is None or unit.first.gap > 0)
    ends = is_closed(unit.plain) or is_open(unit.plain)
    return "heading" if not ends and (is_couplet(unit.plain) or is_set_off) else "paragraph"


def _style(unit: _Unit) -> str:
    """The form of a block's enumerator without its number: 、 or （） or ."""
    match = ENUMERATOR.match(unit.plain)
    return re.sub("[一二三四五六七八九十0-9①-⑳]+", "", match[0]) + "*" if match else ""


def _without_duplicates(units: Sequence[_Unit]) -> tuple[list[_Unit], list[Repair]]:
    """A headline that stands twice in a row, as where a page was copied with its title, stands once."""
    kept: list[_Unit] = []
    dropped: list[Repair] = []
    for unit in units:
        if kept and unit.kind == kept[-1].kind == "heading" and unit.plain == kept[-1].plain:
            dropped.append(Repair("duplicate-heading", unit.text, "", line=unit.first.number))
        else:
            kept.append(unit)
    return kept, dropped


def _finished(unit: _Unit, layout: Layout) -> tuple[Paragraph, list[Repair]]:
    text, joins, mark = unit.text, unit.joins, ""
    bullet = BULLET.match(text) if unit.kind == "list-item" else None
    if bullet:
        mark, text = bullet[0][0], text[bullet.end() :]
        joins = [replace(join, offset=max(0, join.offset - bullet.end())) for join in joins]
    clean = normalize(text, unit.kind, joins)
    repairs = list(clean.repairs)
    broken = [change for change in repairs if change.rule == "join"]
    # Where paragraphs are indented, a lost boundary would have shown.
    if unit.kind == "paragraph" and len(clean.text) > _SUSPECT and broken and not layout.is_indented:
        at = broken[-1]
        repairs.append(Repair("suspect-length", at.after, at.after, at.offset, at.line))
    level = unit.level if unit.kind == "heading" else 0
    return Paragraph(unit.kind, clean.text, level, unit.first.number, mark), repairs
