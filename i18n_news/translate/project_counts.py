"""Clauses that count projects: how many began, were signed or came, and where."""

import re

from i18n_news.model import Locale, Run, Span, SpanKind
from i18n_news.translate.agreement import plural_ending
from i18n_news.translate.frame_phrases import Read, Text, read_body, read_date

COUNT = re.compile(r"\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten")
# What so many projects did, in the past and in a headline.
ACTS = (
    ("同时破土动工", "broke ground at the same time/break ground at the same time"),
    ("同时开工建设", "broke ground at the same time/break ground at the same time"),
    ("同时开工", "broke ground at the same time/break ground at the same time"),
    ("破土动工", "broke ground/break ground"),
    ("集中开工建设", "broke ground/break ground"),
    ("开工建设", "broke ground/break ground"),
    ("集中开工", "broke ground/break ground"),
    ("集中签约落户", "were signed/are signed"),
    ("签约落户", "were signed/are signed"),
    ("集中签约", "were signed/are signed"),
    ("竣工投产", "were completed and went into operation/are completed and go into operation"),
    ("集中竣工", "were completed/are completed"),
    ("开工", "broke ground/break ground"),
    ("签约", "were signed/are signed"),
    ("竣工", "were completed/are completed"),
    ("投产", "went into operation/go into operation"),
)
# Projects that began, were signed or came: {n} is their number, {of} their size.
PROJECTS = (
    ("新开工建设", "construction started on {n} projects{of}"),
    ("集中开工", "construction started on {n} projects{of}"),
    ("新开工", "construction started on {n} projects{of}"),
    ("新签约", "{n} projects{of} were signed"),
    ("集中签约", "{n} projects{of} were signed"),
    ("新引进", "{n} projects{of} were brought in"),
    ("竣工投产", "{n} projects{of} were completed and went into operation"),
    ("新竣工", "{n} projects{of} were completed"),
    ("新投产", "{n} projects{of} went into operation"),
    ("在建", "{n} projects{of} were under construction"),
)


def read_became(text: Text, at: int) -> Read | None:
    """新开工亿元以上项目33个: what became of so many projects."""
    thing = span_at(text, at, SpanKind.TERM)
    count = span_at(text, thing.end, SpanKind.QUANTITY) if thing else None
    if thing and count and COUNT.fullmatch(count.forms[Locale.EN]) and plural_ending(thing.forms[Locale.EN]):
        ending = Run(plural_ending(thing.forms[Locale.EN]))
        return Read(count.end, (Run("there were "), run_of(count), Run(" "), run_of(thing), ending))
    row = next((row for row in PROJECTS if text.has(row[0], at)), None)
    if not row:
        return None
    at += len(row[0])
    size = span_at(text, at, SpanKind.QUANTITY)
    at = size.end if size else at
    number = span_at(text, at + len("项目"), SpanKind.QUANTITY) if text.has("项目", at) else None
    if not number or not COUNT.fullmatch(number.forms[Locale.EN]):
        return None
    runs: list[Run] = []
    for part in re.split(r"(\{\w+\})", row[1]):
        if part == "{n}":
            runs.append(run_of(number))
        elif part == "{of}":
            runs += [Run(" of "), run_of(size)] if size else []
        else:
            runs.append(Run(part))
    return Read(number.end, tuple(runs))


def read_so_many(text: Text, at: int) -> Read | None:
    """高新区二季度15个重大项目集中开工: where and when so many projects began."""
    body = read_body(text, at)
    at = body.end if body else at
    date = read_date(text, at)
    at = date.end if date else at
    number = span_at(text, at, SpanKind.QUANTITY)
    if not number or not COUNT.fullmatch(number.forms[Locale.EN]):
        return None
    thing = span_at(text, number.end, SpanKind.TERM)
    form = thing.forms[Locale.EN] if thing else ""
    if thing and form.endswith("project"):
        things: tuple[Run, ...] = (run_of(thing), Run("s "))
        at = thing.end
    elif text.has("项目", number.end):
        things, at = (Run("projects "),), number.end + len("项目")
    else:
        return None
    act = next((row for row in ACTS if text.has(row[0], at)), None)
    if not act:
        return None
    at += len(act[0])
    if not body and (body := read_body(text, at)):
        at = body.end
    where = (Run(" in "), *body.runs) if body else ()
    when = (Run(" " + date.runs[0].text.lower()), *date.runs[1:]) if date else ()
    said = act[1].split("/")[text.is_present]
    return Read(at, (run_of(number), Run(" "), *things, Run(said), *where, *when))


def span_at(text: Text, at: int, kind: SpanKind) -> Span | None:
    span = text.spans[text.numbers[at]] if at in text.numbers else None
    return span if span and span.kind is kind else None


def run_of(span: Span) -> Run:
    return Run(span.forms[Locale.EN], span.id)
