"""Clauses of figures as economic news is made of: a decided quantity of a decided thing, and how it has changed.

总产值达到742.8亿元，增长8.6% and its kind stand by the dozen in such releases, and an engine loses one verb in three.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from i18n_news.model import Locale, Run, Span, SpanKind
from i18n_news.translate.frame_phrases import AREAS, Read, Text, read_body, read_date
from i18n_news.translate.project_counts import read_became, read_so_many, run_of, span_at

PERCENT = re.compile(r"percent(?:age points?)?$|%$")
CHANGE = re.compile(r"(?:up|down) ")
# What the thing did, longest words first; "stood at" has one form for one and several.
REACHED = (
    ("累计达到", "reached a total of {}"),
    ("累计完成", "reached a total of {}"),
    ("累计达", "reached a total of {}"),
    ("首次突破", "exceeded {} for the first time"),
    ("首次超过", "exceeded {} for the first time"),
    ("提高到", "rose to {}"),
    ("提高至", "rose to {}"),
    ("提升至", "rose to {}"),
    ("上升到", "rose to {}"),
    ("增长到", "rose to {}"),
    ("增加到", "rose to {}"),
    ("下降到", "fell to {}"),
    ("增至", "rose to {}"),
    ("升至", "rose to {}"),
    ("降至", "fell to {}"),
    ("达到", "reached {}"),
    ("完成", "reached {}"),
    ("实现", "reached {}"),
    ("突破", "exceeded {}"),
    ("超过", "exceeded {}"),
    ("达", "reached {}"),
    ("为", "stood at {}"),
)
RECORDED = ("累计实现", "累计完成", "实现", "完成")
INDUSTRY = ("产业", "行业")
MANNER = ("已经", "已", "共", "均")
SINCE = ("按可比价格计算，", "按可比价格计算", "按可比价计算")
ON_YEAR = ("较上年同期", "比上年同期", "较去年同期", "比去年同期", "同比")
ON_QUARTER = ("环比",)
RISES = {
    "增长": "up",
    "上升": "up",
    "提高": "up",
    "提升": "up",
    "增加": "up",
    "下降": "down",
    "减少": "down",
    "回落": "down",
}
GREW = {"up": "rose by", "down": "fell by"}
PRESENT = {
    "reached": "reaches",
    "exceeded": "exceeds",
    "recorded": "records",
    "stood at": "stands at",
    "rose": "rises",
    "fell": "falls",
    "was": "is",
    "were": "are",
    "there were": "there are",
    "construction started": "construction starts",
}
FASTER = ("增速高于", "增幅高于", "增速领先", "增幅领先", "增速快于", "高于", "快于")
AVERAGES = {
    "全市平均水平": "the city's average",
    "全省平均水平": "the province's average",
    "全国平均水平": "the national average",
    "全市平均": "the city's average",
    "全省平均": "the province's average",
    "全国平均": "the national average",
    "全市": "the city as a whole",
    "全省": "the province as a whole",
    "全国": "the country as a whole",
}


def read_statistic(text: Text, at: int) -> Read | None:
    """One such clause with the changes behind its comma, or None; every span in it has its run."""
    among = next((len(words) for words in ("其中，", "其中：", "其中") if text.has(words, at)), 0)
    readers = (_recorded, _thing, read_became, read_so_many)
    for read in (reader(text, at + among) for reader in readers):
        if read:
            opening = (Run("of this, "),) if among else ()
            done = _with_changes(text, replace(read, runs=(*opening, *read.runs)))
            return replace(done, runs=_in_present(done.runs)) if text.is_present else done
    return None


def _in_present(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The verbs of a headline; each stands in a run of its own with spaces around it."""

    def present(words: str) -> str:
        for past, now in PRESENT.items():
            words = re.sub(rf"^( ?){past}\b", rf"\g<1>{now}", words)
        return words

    return tuple(run if run.span_id else Run(present(run.text)) for run in runs)


def _recorded(text: Text, at: int) -> Read | None:
    """全区实现地区生产总值286.4亿元: who recorded what; without a subject the thing itself reached so much."""
    who, behind = _subject(text, at)
    at = _past(text, MANNER, behind)
    verb = next((verb for verb in RECORDED if text.has(verb, at)), "")
    thing = noun_at(text, at + len(verb)) if verb else None
    figure = span_at(text, thing.end, SpanKind.QUANTITY) if thing else None
    if not thing or not figure or not _is_amount(figure):
        return None
    if who:
        runs = (*who, Run(" recorded "), *thing.runs, Run(" of "), run_of(figure))
    else:
        runs = (*thing.runs, Run(" reached "), run_of(figure))
    return Read(figure.end, runs)


def _thing(text: Text, at: int) -> Read | None:
    """总产值达到742.8亿元, 增加值增长9.3%: what reached so much, or changed by so much."""
    who, at = _subject(text, at)
    thing = noun_at(text, at)
    if not thing:
        return None
    name = (*who, Run("'s "), *thing.runs) if who else thing.runs
    behind = _past(text, MANNER, thing.end)
    change = _change(text, behind)
    if change:
        first, *rest = change.runs
        verb = next((verb for word, verb in GREW.items() if first.text.startswith(word)), "")
        if first.span_id:
            # The form itself says "up 8.6 percent year on year".
            return Read(change.end, (*name, Run(" were " if thing.is_plural else " was "), *change.runs))
        return Read(change.end, (*name, Run(f" {verb} "), *rest))
    figure = span_at(text, behind, SpanKind.QUANTITY)
    if figure and _is_amount(figure) and _change(text, figure.end + text.has("，", figure.end)):
        return Read(figure.end, (*name, Run(" reached "), run_of(figure)))
    for verb, english in REACHED:
        if text.has(verb, behind):
            figure = span_at(text, behind + len(verb), SpanKind.QUANTITY)
            if not figure or not _is_amount(figure):
                return None
            before, after = english.split("{}")
            return Read(figure.end, (*name, Run(f" {before}"), run_of(figure), *([Run(after)] if after else [])))
    return None


def _with_changes(text: Text, read: Read) -> Read:
    """The clause with what the next clauses say of the same thing: how it changed, and against whom."""
    runs, at = list(read.runs), read.end
    while True:
        behind = at + text.has("，", at)
        found = _change(text, behind) or _against(text, behind) or _worth(text, behind, read)
        if not found or not text.is_stop(found.end):
            break
        runs += [Run(", "), *found.runs]
        at = found.end
    return Read(at, tuple(runs), read.is_plural)


def _worth(text: Text, at: int, counted: Read) -> Read | None:
    """新签约项目45个，总投资320亿元: what so many projects cost."""
    cost = span_at(text, at, SpanKind.TERM)
    amount = amount_at(text, cost.end) if cost and text.source[at : cost.end] == "总投资" else None
    if not cost or not amount or not any(run.text == "there were " or "project" in run.text for run in counted.runs):
        return None
    return Read(amount.end, (Run("with a "), run_of(cost), Run(" of "), run_of(amount)))


def _change(text: Text, at: int) -> Read | None:
    """同比增长8.6% as one decided figure, or a word for the change before a decided share."""
    at_prices = next((words for words in SINCE if text.has(words, at)), "")
    at += len(at_prices)
    prices = (Run(" at comparable prices"),) if at_prices else ()
    whole = span_at(text, at, SpanKind.QUANTITY)
    if whole and CHANGE.match(whole.forms[Locale.EN]):
        return Read(whole.end, (run_of(whole), *prices))
    year = next((words for words in ON_YEAR if text.has(words, at)), "")
    at += len(year)
    rise = next((rise for rise in RISES if text.has(rise, at)), "")
    share = span_at(text, at + len(rise), SpanKind.QUANTITY) if rise else None
    if not share or not PERCENT.search(share.forms[Locale.EN]):
        return None
    on_year = (Run(" year on year"),) if year else ()
    return Read(share.end, (Run(f"{RISES[rise]} "), run_of(share), *on_year, *prices))


def _against(text: Text, at: int) -> Read | None:
    """增速领先全市1.4个百分点, 较一季度提高1.2个百分点."""
    faster = next((words for words in FASTER if text.has(words, at)), "")
    if faster:
        at += len(faster)
        average = next((words for words in AVERAGES if text.has(words, at)), "")
        points = span_at(text, at + len(average), SpanKind.QUANTITY) if average else None
        if not points or not PERCENT.search(points.forms[Locale.EN]):
            return None
        return Read(points.end, (run_of(points), Run(f" above {AVERAGES[average]}")))
    if not text.has("较", at) and not text.has("比", at):
        return None
    period = read_date(text, at + 1)
    change = _change(text, period.end) if period else None
    if not period or not change or change.runs[0].span_id:
        return None
    higher = " higher than " if change.runs[0].text.startswith("up") else " lower than "
    preposition, form = period.runs
    return Read(change.end, (*change.runs[1:], Run(higher + preposition.text.lower()), form))


def _subject(text: Text, at: int) -> tuple[tuple[Run, ...], int]:
    """The area or body of which a clause speaks, and where it ends; may be none."""
    area = next((area for area in AREAS if text.has(area, at)), "")
    if area:
        return (Run(AREAS[area]),), at + len(area)
    body = read_body(text, at)
    return (body.runs, body.end) if body else ((), at)


def _past(text: Text, words: Sequence[str], at: int) -> int:
    return at + next((len(word) for word in words if text.has(word, at)), 0)


def amount_at(text: Text, at: int) -> Span | None:
    """The figure at the offset, if it is one that can stand behind "reached"; "up 19" cannot."""
    figure = span_at(text, at, SpanKind.QUANTITY)
    return figure if figure and _is_amount(figure) else None


def _is_amount(figure: Span) -> bool:
    return not CHANGE.match(figure.forms[Locale.EN])


def noun_at(text: Text, at: int) -> Read | None:
    """What is counted: a decided term, a word of the table, or the one of an industry that is a decided term."""
    term = span_at(text, at, SpanKind.TERM)
    whole = _known(text, at)
    if not term:
        return whole
    if text.has("总额", term.end):
        return Read(term.end + 2, (Run("total "), run_of(term)), _is_plural(term.forms[Locale.EN]))
    behind = term.end + next((len(word) for word in INDUSTRY if text.has(word, term.end)), 0)
    measure = span_at(text, behind, SpanKind.TERM)
    part = Read(measure.end, (run_of(measure),)) if measure else _known(text, behind)
    if not part:
        return Read(term.end, (run_of(term),), _is_plural(term.forms[Locale.EN]))
    industry = "" if term.forms[Locale.EN].endswith(("industry", "industries")) else " industry"
    return Read(part.end, (*part.runs, Run(" of the "), run_of(term), Run(industry)), part.is_plural)


def _known(text: Text, at: int) -> Read | None:
    words = (text.source[at : at + length] for length in range(_longest(), 1, -1))
    word = next((word for word in words if word in _table() and text.has(word, at)), "")
    return Read(at + len(word), (Run(_table()[word]),), _is_plural(_table()[word])) if word else None


@cache
def _table() -> dict[str, str]:
    text = (files("i18n_news.translate") / "data" / "statistics.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t")[::2] for line in text.splitlines()[1:])
    return dict(rows)


@cache
def _longest() -> int:
    return max(map(len, _table()))


def _is_plural(form: str) -> bool:
    head = form.partition(" of ")[0].partition(" (")[0]
    return re.search(r"[^sui]s$", head) is not None
