"""Short sentences on who attended, spoke, met or chaired, said in English by rule, without the engine."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from i18n_news.model import Locale, Run, Segment, SpanKind, joined
from i18n_news.translate.compose import BETWEEN_PEOPLE, closed, decided
from i18n_news.translate.frame_phrases import (
    Read,
    Text,
    longest,
    read_bodies,
    read_date,
    read_people,
    read_place,
    read_row,
)
from i18n_news.translate.frame_words import rows
from i18n_news.translate.offices import BODIES, CLOSE
from i18n_news.translate.projects import read_project
from i18n_news.translate.statistics import read_statistic

# What persons do, and what firms and other bodies do as well.
DEALS = ("deal",)
VERBS = ("verb", *DEALS)
# What the part before a comma begins or ends with when it is no sentence of its own: 在…期间, 随着…, 下午.
NO_SENTENCE = re.compile(
    r"^(?:在|当|随着|由|经|据|为|对|因|如|若|虽|尽管|通过|根据|按照|除|自|从|围绕|针对|作为|关于|为了|由于|每)"
    r"|(?:上|下|中|内|时|后|前|际|间|来|日|午|晚|晨|月|年|等|和|与|及|并|是|为|说|道|指出|强调|表示|要求|介绍|领导|人员|人)$"
)
# Before a place at the end of a sentence: 来到, 走进, 落户.
REACHED = re.compile("(?:到|进|访|察|观|研|户|于|落在|设在)了?$")
PAIRS = ("“”", "‘’", "（）", "《》", "()", "「」", "『』")


def frame(segment: Segment, *, is_heading: bool = False) -> tuple[Run, ...]:
    """The sentence in English, or nothing unless every character of it is decided or known; headings in the present.

    Every decided span has exactly one run.
    """
    text = _text(segment, is_present=is_heading)
    if is_heading:
        # 书记讲话　主任主持: in a headline a space parts the clauses.
        text = replace(text, source=re.sub("[ 　]", "，", text.source))
    return _framed(text, 0, {})


def frame_tail(segment: Segment) -> tuple[int, tuple[Run, ...]]:
    """Where the last clauses of a longer sentence are such a sentence of their own, and their English, capitalized.

    The offset is that of their first character, behind the comma that the caller has to replace. Without such
    clauses it is the length of the source. What stands before them can be a sentence without them.
    """
    source, text = segment.source, _text(segment)
    clauses: dict[int, Read | None] = {}
    for match in re.finditer("[，；]", source):
        if any(span.start <= match.start() < span.end for span in segment.spans):
            continue
        runs = _framed(text, match.end(), clauses) if _is_sentence(segment, match.start()) else ()
        if runs:
            return match.end(), runs
    return len(source), ()


def _is_sentence(segment: Segment, end: int) -> bool:
    """Whether the source before the offset can stand without what follows: no adverbial, no part of a list."""
    head = segment.source[:end]
    last = re.split("[，；：]", head)[-1]
    is_open = any(head.count(pair[0]) != head.count(pair[1]) for pair in PAIRS) or head.count('"') % 2
    if is_open or len(last) < 4 or NO_SENTENCE.search(last):
        return False
    name = next((span for span in segment.spans if span.end == end), None)
    if name is None or name.kind in (SpanKind.TERM, SpanKind.QUANTITY, SpanKind.SLOGAN):
        return True
    return name.kind in BODIES and bool(REACHED.search(segment.source[: name.start]))


def _text(segment: Segment, *, is_present: bool = False) -> Text:
    spans = decided(segment)
    return Text(segment.source, spans, is_present, {span.start: number for number, span in enumerate(spans)})


def _framed(text: Text, start: int, known: dict[int, Read | None]) -> tuple[Run, ...]:
    """The source from the offset on as one sentence; `known` keeps the clauses that were read, by their offset."""
    clauses: list[tuple[Run, ...]] = []
    at, is_long = start, False
    while at < len(text.source):
        if at not in known:
            known[at] = _clause(text, at)
        clause = known[at]
        if not clause:
            return ()
        clauses.append(clause.runs)
        is_long = is_long or clause.is_long
        at = clause.end
        if text.source[at : at + 1] in ("", "。"):
            break
        at += 1
    stop = text.source[at:]
    if not clauses or stop not in ("", "。") or text.source[-1] in "，；":
        return ()
    runs = _sentence(clauses, "." if stop else "", is_long=is_long)
    wanted = Counter(span.id for span in text.spans if span.start >= start)
    return runs if Counter(run.span_id for run in runs if run.span_id) == wanted else ()


def _sentence(clauses: Sequence[Sequence[Run]], stop: str, *, is_long: bool) -> tuple[Run, ...]:
    is_long = is_long or any(";" in run.text for clause in clauses for run in clause if not run.span_id)
    mark = "; " if is_long else ", "
    runs: list[Run] = []
    for number, clause in enumerate(clauses):
        if number:
            runs.append(Run(mark + ("and " if number == len(clauses) - 1 else "")))
        runs += clause
    if not "".join(run.text for run in runs).endswith("."):
        runs.append(Run(stop))
    settled: list[Run] = []
    for number, run in enumerate(runs):
        if run is not CLOSE or closed((run,), "".join(later.text for later in runs[number + 1 :])):
            settled.append(run)
    first, *rest = joined(settled)
    return (Run(first.text[:1].upper() + first.text[1:], first.span_id), *rest)


def _clause(text: Text, at: int) -> Read | None:
    lead = _when(text, at)
    at = lead.end
    for row in (*rows("clause"), *rows("held")):
        read = read_row(text, row, at)
        if read and text.is_stop(read.end):
            return Read(read.end, (*lead.runs, *read.runs))
    figures = read_statistic(text, at) or read_project(text, at)
    if figures and text.is_stop(figures.end):
        return Read(figures.end, (*lead.runs, *figures.runs), is_long=True)
    people = read_people(text, at, (*BETWEEN_PEOPLE, "，"))
    subject = people or read_bodies(text, at)
    if not subject:
        return None
    in_all = _in_all(text, subject.end) if people else None
    if in_all:
        subject = Read(in_all.end, (*subject.runs, *in_all.runs), is_plural=True)
    where = _inside(text, subject.end)
    said = _predicate(text, where.end, VERBS if people else DEALS, is_plural=subject.is_plural)
    if not said:
        return None
    return Read(said.end, (*lead.runs, *subject.runs, Run(" "), *said.runs, *where.runs))


def _in_all(text: Text, at: int) -> Read | None:
    """How many took part: 等共260人."""
    number = text.numbers.get(at + text.has("共", at), -1)
    span = text.spans[number] if number >= 0 and text.has("共", at) else None
    if not span or span.kind is not SpanKind.QUANTITY or not text.source[: span.end].endswith("人"):
        return None
    return Read(span.end, (Run(", "), Run(span.forms[Locale.EN], span.id), Run(" in all,")))


def _predicate(text: Text, at: int, kinds: Sequence[str], *, is_plural: bool) -> Read | None:
    """One verb with what belongs to it, or several joined by 并."""
    parts: list[tuple[Run, ...]] = []
    while True:
        manner, at = _manner(text, at, is_plural)
        verbs = (row for kind in kinds for row in rows(kind))
        reads = [read for row in verbs if (read := read_row(text, row, at, is_plural=is_plural))]
        reads = [read for read in reads if text.is_stop(read.end) or _linked(text, read.end)]
        if manner is None or not reads:
            return None
        best = max(reads, key=lambda read: read.end)
        parts.append((Run(manner), *best.runs))
        at = _linked(text, best.end)
        if not at:
            break
    runs: list[Run] = []
    for number, part in enumerate(parts):
        if number:
            runs.append(Run(" and " if number == len(parts) - 1 else ", "))
        runs += part
    return Read(best.end, tuple(runs))


def _linked(text: Text, at: int) -> int:
    """The offset behind 并, with or without a comma before it; 0 where there is none."""
    return next((at + len(link) for link in ("并且", "并", "，并且", "，并") if text.has(link, at)), 0)


def _manner(text: Text, at: int, is_plural: bool) -> tuple[str | None, int]:
    for row in rows("manner"):
        if text.has(row.pattern[0], at):
            # Of one person nothing can be said “each”.
            fits = is_plural or row.english not in ("each", "jointly")
            # A verb of its own (一同调研) has the word in it.
            if not any(text.has(verb.pattern[0], at) for verb in rows("verb")):
                return (row.english + " " if fits else None), at + len(row.pattern[0])
    return "", at


def _when(text: Text, at: int) -> Read:
    """The days, hours, occasions and places that a sentence begins with; may be none."""
    runs: list[Run] = []
    while True:
        found = read_date(text, at) or read_place(text, at) or longest(text, "when", at)
        if not found:
            return Read(at, tuple(runs))
        at = found.end + text.has("，", found.end)
        first, *others = found.runs
        if runs and not first.span_id:
            first = Run(first.text[:1].lower() + first.text[1:])
        runs += [first, *others, Run(", ")]


def _inside(text: Text, at: int) -> Read:
    """Days and places between subject and verb, which English says last; may be none."""
    days: tuple[Run, ...] = ()
    places: tuple[Run, ...] = ()
    while found := read_date(text, at) or read_place(text, at):
        if text.source.startswith("在", at):
            places = (*places, Run(" "), *found.runs)
        else:
            first, *rest = found.runs
            days = (*days, Run(" " + first.text.lower()), *rest)
        at = found.end
    return Read(at, (*places, *days))
