"""What belongs to the printed page and not to the release: page numbers, mastheads, running heads."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from i18n_news.text.edits import Repair
from i18n_news.text.lines import Line

_NUMERAL = "[0-9一二三四五六七八九十]{1,4}"
_EDGE = r"[-–—―·•~\s\[\]【】〔〕|/]*"
_PAGE_NUMBER = re.compile(
    rf"{_EDGE}(?:[0-9]{{1,3}}|[IVXivx]{{1,5}}){_EDGE}"
    rf"|{_EDGE}第\s*{_NUMERAL}\s*[版页](?:\s*[，,/|]?\s*(?:共|总)\s*{_NUMERAL}\s*[版页])?{_EDGE}"
    rf"|{_EDGE}[A-Da-dTP]\s?[0-9]{{1,3}}\s*版?{_EDGE}"
    rf"|{_EDGE}[0-9]{{1,2}}\s*版{_EDGE}"
    rf"|{_EDGE}[0-9]{{1,3}}\s*[/／]\s*[0-9]{{1,3}}{_EDGE}"
    r"|[Pp]age\s+[0-9]{1,3}(?:\s+of\s+[0-9]{1,3})?"
    r"|[（(]?(?:上接|下转|紧接|转)第?\s*[A-D]?[0-9一二三四五六七八九十]{1,3}\s*版[^。，]{0,12}[）)]?"
)
_BARE = re.compile("[A-Za-z]? ?[0-9]+|[IVXivx]+")
_DATE = (
    r"[0-9]{4}\s*(?:年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|[-./][0-9]{1,2}[-./][0-9]{1,2})"
    "|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_HAS_DATE = re.compile(_DATE)
_WEEKDAY = re.compile("(?:星期|周|礼拜)[一二三四五六日天]")
_PAPER = re.compile(
    "(?:日报|晚报|早报|时报|周报|晨报|商报|工报|快报|导报|[\u4e00-\u9fff]报|周刊|网)(?:社|版)?(?=$|[\\s　|·0-9])"
)
_PAGE = re.compile(
    rf"(?:^|[\s|·])(?:第\s*{_NUMERAL}\s*[版页期]|[A-D][0-9]{{1,2}}|[0-9]{{2}}版?|总?第[0-9]+期|要闻|头版|综合|责任编辑|责编)"
)
_SENTENCE_MARK = re.compile("[，。；！？,;!?]")
_LONGEST = 48
_REPEATS = 3


def without_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[Repair]]:
    """The lines that are the release's own, and what was dropped; the line after a dropped one has at least its gap."""
    running = _running_heads(lines)
    kept: list[Line] = []
    dropped: list[Repair] = []
    gap = 0
    for index, line in enumerate(lines):
        rule = _rule(lines, index, running)
        if rule:
            dropped.append(Repair(rule, line.text, "", line=line.number))
            gap = max(gap, line.gap, 1)
            continue
        kept.append(replace(line, gap=max(gap, line.gap)) if gap else line)
        gap = 0
    return kept, dropped


def is_masthead(text: str) -> bool:
    """Whether a line is a newspaper's head: a date with the paper's name, a weekday or a page, and no sentence."""
    if len(text) > _LONGEST or _SENTENCE_MARK.search(text) or not _HAS_DATE.search(text):
        return False
    rest = _HAS_DATE.sub(" ", text, count=1).strip()
    if len(rest) > 30 or re.match("[至到起前后在召举]", _HAS_DATE.split(text, maxsplit=1)[-1].strip()):
        return False
    return any(pattern.search(rest) for pattern in (_WEEKDAY, _PAPER, _PAGE))


def _rule(lines: Sequence[Line], index: int, running: frozenset[str]) -> str:
    line = lines[index]
    if line.kind or len(line.plain) > _LONGEST:
        return ""
    if _PAGE_NUMBER.fullmatch(line.plain) and _stands_alone(lines, index):
        return "page-number"
    if is_masthead(line.plain):
        return "masthead"
    return "running-head" if not line.is_indented and _masked(line.plain) in running else ""


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    """A bare number or B02 needs a blank line or other furniture on both sides; — 2 — and 第2版 are clear anywhere."""

    if not _BARE.fullmatch(lines[index].plain):
        return True
    before = index == 0 or lines[index].gap > 0 or _is_furniture(lines[index - 1])
    after = index + 1 == len(lines) or lines[index + 1].gap > 0 or _is_furniture(lines[index + 1])
    return before and after


def _running_heads(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that stand alone at least three times, numbers of pages and dates aside."""
    counts: Counter[str] = Counter()
    for index, line in enumerate(lines):
        # A line that begins a paragraph or ends a sentence may well be repeated: 答：…
        if line.kind or line.is_indented or len(line.plain) > _LONGEST or line.plain[-1] in "：:。！？；，、,.;!?":
            continue
        starts = index == 0 or line.gap > 0 or _is_furniture(lines[index - 1])
        ends = index + 1 == len(lines) or lines[index + 1].gap > 0 or _is_furniture(lines[index + 1])
        if starts and ends and len(line.plain) > 1 and "\t" not in line.plain:
            counts[_masked(line.plain)] += 1
    return frozenset(text for text, count in counts.items() if count >= _REPEATS)


def _is_furniture(line: Line) -> bool:
    return not line.kind and (_PAGE_NUMBER.fullmatch(line.plain) is not None or is_masthead(line.plain))


def _masked(text: str) -> str:
    """The line without its date and page number; other digits tell lines apart (案例1, 案例2)."""
    text = _HAS_DATE.sub("#", text)
    text = re.sub(
        rf"第\s*{_NUMERAL}\s*[版页期]|(?<=[\s|·])[A-D]?[0-9]{{1,3}}$|^[A-D]?[0-9]{{1,3}}(?=[\s|·])", "#", text
    )
    return re.sub(r"[\s　]+", " ", _WEEKDAY.sub("#", text))
