"""Lines that label a release: bylines, captions, units of a table, and lines of verse, which stay lines."""

import re
from collections.abc import Sequence
from dataclasses import replace

from i18n_news.text.edits import Repair
from i18n_news.text.han import HAN
from i18n_news.text.lines import Line

_OFFICE = f"(?:本报|本网|本台|本社|新华社|中新社|人民网|全媒体|融媒体|见习|实习|首席|特约|特派|驻[{HAN}]{{2,4}})"
_ROLE = (
    f"{_OFFICE}*(?:摄影记者|记者|通讯员|摄影|撰文|撰稿|作者|文字|图片|责任编辑|编辑|责编|美编|校对|版式|制图|供稿|来源|稿源|统筹|审核"
    "|文[/／]?图|图[/／]?文|文|图)"
)
_NAMES = f"[{HAN}·•A-Za-z]{{2,16}}(?:[ \u00a0\u3000、,，]+[{HAN}·•A-Za-z]{{1,12}})*"
_ITEM = (
    f"(?:{_ROLE}[ \u00a0\u3000]*[:：/／ \u00a0\u3000][ \u00a0\u3000]*{_NAMES}|{_OFFICE}+(?:记者|通讯员)[{HAN}]{{2,4}})"
)
_BYLINE = re.compile(
    f"[□■◎●◆]?[ \u00a0\u3000]*[（(【]?[ \u00a0\u3000]*{_ITEM}(?:[ \u00a0\u3000、,，;；|]+{_ITEM})*[ \u00a0\u3000]*"
    "(?:文[/／]?图|摄影报道|综合报道|报道|摄影|摄|文|图)?[ \u00a0\u3000]*[）)】]?"
)
_CAPTION = re.compile("(?:图为|[上下左右]图(?:为|[：:])|题图|资料图|[▲△↑←→▼]|图[0-9一二三四五]?[：:])|[（(]?单位[：:]")
_CREDIT = re.compile(f"(?:[{HAN}]{{2,4}}|记者|通讯员)?[ \u00a0\u3000]*(?:摄影?|供图|制图)[）)]?$")
_VERSE = re.compile(f"([{HAN}]{{4,8}})[，、。；！？,;]?|([{HAN}]{{4,8}})[，、,]([{HAN}]{{4,8}})[。；！？，;]")
_LONGEST_BYLINE = 60
_LONGEST_CAPTION = 90
_MOST_LINES = 4


def labelled(lines: Sequence[Line]) -> list[Line]:
    """The lines with bylines, captions and stanzas as one line each, of their kind; a stanza keeps its line feeds."""
    result: list[Line] = []
    for group in _groups(lines):
        whole = _label(group)
        if whole:
            result.append(_merged(group, whole, ""))
            continue
        index = 0
        while index < len(group):
            count = _stanza(group[index:])
            if count:
                result.append(_merged(group[index : index + count], group[index].kind, "\n"))
                index += count
                continue
            line = group[index]
            result.append(replace(line, kind=_label([line]) or line.kind))
            index += 1
    return result


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines without a blank line between them and of one marked block or of none."""
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last and line.gap == 0 and line.block == last.block and (line.block >= 0 or line.kind == last.kind == ""):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _label(group: Sequence[Line]) -> str:
    if any(line.kind for line in group) or len(group) > _MOST_LINES:
        return ""
    text = "".join(line.plain for line in group)
    if len(text) <= _LONGEST_BYLINE and _BYLINE.fullmatch(text):
        return "byline"
    if len(text) > _LONGEST_CAPTION:
        return ""
    ends = text[-1] in "。！）)" or _CREDIT.search(text) is not None or len(text) < 30
    if _CAPTION.match(text) and (ends or text.startswith(("单位", "（单位", "(单位"))):
        return "caption"
    # 奠基仪式现场。 张三 摄: the credit stands after the sentence or in brackets.
    return "caption" if re.search(f"[。 \u3000（(/]{_CREDIT.pattern}", text) and text.count("。") <= 2 else ""


def _stanza(lines: Sequence[Line]) -> int:
    """How many of these lines are verse: at least four of one short length, or two couplets."""
    first = _VERSE.fullmatch(lines[0].plain)
    if not first or lines[0].kind not in ("", "paragraph", "quote") or "\n" in lines[0].text:
        return 0
    is_couplet = first[2] is not None
    count = 0
    for line in lines:
        match = _VERSE.fullmatch(line.plain)
        parts = [part for part in match.groups() if part] if match else []
        if (
            not parts
            or any(len(part) != len(first[1] or first[2]) for part in parts)
            or (len(parts) == 2) != is_couplet
        ):
            break
        count += 1
    return count if count >= (2 if is_couplet else 4) else 0


def _merged(lines: Sequence[Line], kind: str, separator: str) -> Line:
    text = separator.join(line.text for line in lines)
    plain = separator.join(line.plain for line in lines)
    given: list[Repair] = []
    start = 0
    for line in lines:
        given += [replace(each, offset=start + each.offset) for each in line.given]
        start += len(line.text) + len(separator)
    return replace(lines[0], kind=kind, text=text, plain=plain, raw=text, given=tuple(given))
