"""What a release says of a project in half a sentence each: its builder, cost and size, and when it is ready."""

import re
from collections.abc import Callable

from i18n_news.model import Locale, Run, SpanKind
from i18n_news.translate.frame_phrases import Read, Text, read_body, read_date
from i18n_news.translate.measures import MEASURE, ONE
from i18n_news.translate.project_counts import COUNT, run_of, span_at
from i18n_news.translate.statistics import amount_at, noun_at

# The words with which the rest of such a sentence can go on by itself.
SUBJECT = "该项目"
OF_THESE = "其中"
NAMED = re.compile("(?:项目|工程|产业园|基地|中心)$")
BUILT = (
    ("投资建设", "is being built by {}"),
    ("建设", "is being built by {}"),
    ("承建", "is being built by {}"),
    ("打造", "is being built by {}"),
    ("开发", "is being developed by {}"),
    ("运营", "is operated by {}"),
)
READY = (
    ("建成投产", "be completed and go into operation"),
    ("竣工投产", "be completed and go into operation"),
    ("投入使用", "be ready for use"),
    ("交付使用", "be ready for use"),
    ("投入运营", "go into operation"),
    ("投产", "go into operation"),
    ("竣工", "be completed"),
    ("建成", "be completed"),
    ("完工", "be completed"),
    ("开工", "break ground"),
)
WILL = ("预计将于", "预计于", "预计", "计划于", "计划", "拟于", "将于")
ONCE = (
    ("全面达产后", "at full capacity"),
    ("全部达产后", "at full capacity"),
    ("达产达效后", "at full capacity"),
    ("达产后", "at full capacity"),
    ("全部建成后", "once completed"),
    ("建成达产后", "at full capacity"),
    ("建成投产后", "once in operation"),
    ("项目建成后", "once completed"),
    ("建成后", "once completed"),
    ("投产后", "once in operation"),
)
MAY = ("预计可实现", "预计实现", "可实现", "将实现", "预计", "可", "将")
JOBS = re.compile("(?:可|将)?(?:新增|提供|创造|带动)(?:当地)?(?:就业岗位|就业)")
ABOUT = ("约", "达到", "达", "可达", "可达到", "将达", "为", "超过", "")


def read_project(text: Text, at: int) -> Read | None:
    """A project and what its first clauses say of it, up to the last that is known; None where the first is not."""
    among = len(OF_THESE) if text.has(OF_THESE, at) else 0
    subject = _subject(text, at + among)
    if not subject:
        return None
    parts: list[tuple[Run, ...]] = []
    at, end = subject.end, subject.end
    while read := _fact(text, at):
        if not text.is_stop(read.end):
            break
        parts.append(read.runs)
        end = read.end
        if not text.has("，", end):
            break
        at = end + 1
    if not parts:
        return None
    runs = [*([Run("of these, ")] if among else []), *subject.runs, Run(" ")]
    for number, part in enumerate(parts):
        if number:
            runs.append(Run(" and " if number == len(parts) - 1 else ", "))
        first, *others = part
        if number and first.text.startswith("has ") and parts[number - 1][0].text.startswith("has "):
            first = Run(first.text.removeprefix("has "))
        runs += [first, *others]
    return Read(end, tuple(runs), is_long=True)


def _subject(text: Text, at: int) -> Read | None:
    """该项目, a body that is named as a project, or decided names before 项目."""
    for words in (SUBJECT, "项目", "该工程"):
        if text.has(words, at):
            return Read(at + len(words), (Run("the project"),))
    body = read_body(text, at)
    if body and NAMED.search(text.source[at : body.end]) and not text.has("项目", body.end):
        return body
    number, end = text.numbers.get(at, len(text.spans)), at
    first = number
    while number < len(text.spans) and text.spans[number].start == end and not text.spans[number].kind.is_figure:
        end = text.spans[number].end
        number += 1
    if number == first or not text.has("项目", end) or any(s.kind is SpanKind.PERSON for s in text.spans[first:number]):
        return None
    runs: list[Run] = [Run("the ")]
    for span in text.spans[first:number]:
        runs += [Run(span.forms[Locale.EN], span.id), Run(" ")]
    return Read(end + len("项目"), (*runs, Run("project")))


def _fact(text: Text, at: int) -> Read | None:
    readers: tuple[Callable[[Text, int], Read | None], ...] = (_builder, _measure, _ready, _yield, _jobs)
    return next((read for reader in readers if (read := reader(text, at))), None)


def _builder(text: Text, at: int) -> Read | None:
    """由某公司投资1.2亿元建设."""
    body = read_body(text, at + 1) if text.has("由", at) else None
    if not body:
        return None
    at = body.end
    amount = amount_at(text, at + 2) if text.has("投资", at) else None
    at = amount.end if amount else at
    for words, english in BUILT:
        if text.has(words, at):
            cost = (Run(" with an investment of "), run_of(amount)) if amount else ()
            return Read(at + len(words), (Run(english.format("")), *body.runs, *cost))
    return None


def _measure(text: Text, at: int) -> Read | None:
    """总投资12亿元, 占地120亩, 总建筑面积5万平方米."""
    if text.has("占地", at):
        area = amount_at(text, at + 2)
        return Read(area.end, (Run("covers "), run_of(area))) if area else None
    planned = next((words for words in ("计划", "规划") if text.has(words, at)), "")
    noun = span_at(text, at + len(planned), SpanKind.TERM)
    form = noun.forms[Locale.EN] if noun else ""
    if not noun or not MEASURE.search(form) or not form[0].islower():
        return None
    amount = _amount(text, noun.end)
    if not amount:
        return None
    indefinite = "a planned " if planned else _indefinite(form)
    return Read(amount.end, (Run(f"has {indefinite}"), run_of(noun), Run(" of "), *amount.runs))


def _ready(text: Text, at: int) -> Read | None:
    """预计2027年6月投产."""
    will = next((words for words in WILL if text.has(words, at)), "")
    date = read_date(text, at + len(will)) if will else None
    if not date:
        return None
    for words, english in READY:
        if text.has(words, date.end):
            preposition, form = date.runs
            expected = "is scheduled to" if will.startswith(("计划", "拟")) else "is expected to"
            return Read(date.end + len(words), (Run(f"{expected} {english} {preposition.text.lower()}"), form))
    return None


def _yield(text: Text, at: int) -> Read | None:
    """达产后可实现年销售收入30亿元、税收1.2亿元."""
    once = next((row for row in ONCE if text.has(row[0], at)), None)
    if not once:
        return None
    at += len(once[0])
    at += text.has("，", at)
    at += next((len(words) for words in MAY if text.has(words, at)), 0)
    runs: list[Run] = []
    while True:
        noun = _yearly(text, at)
        amount = _amount(text, noun.end) if noun else None
        if not noun or not amount:
            return None
        runs += [Run(_indefinite("".join(run.text for run in noun.runs))), *noun.runs, Run(" of "), *amount.runs]
        at = amount.end
        if not text.has("、", at):
            break
        at += 1
        runs.append(Run(" and "))
    return Read(at, (Run("will bring "), *runs, Run(f" {once[1]}")))


def _indefinite(noun: str) -> str:
    if not ONE.match(noun):
        return ""
    return "an " if noun[0] in "aeiou" else "a "


def _yearly(text: Text, at: int) -> Read | None:
    noun = noun_at(text, at)
    if noun or not text.has("年", at):
        return noun
    noun = noun_at(text, at + 1)
    return Read(noun.end, (Run("annual "), *noun.runs)) if noun else None


def _jobs(text: Text, at: int) -> Read | None:
    match = JOBS.match(text.source, at)
    number = amount_at(text, match.end()) if match and text.has(match[0], at) else None
    if not number or not re.fullmatch(rf"(?:(?:more than|about|nearly) )?(?:{COUNT.pattern})", number.forms[Locale.EN]):
        return None
    return Read(number.end, (Run("will create "), run_of(number), Run(" jobs")))


def _amount(text: Text, at: int) -> Read | None:
    """A figure behind a word that says no more than "is"."""
    for words in ABOUT:
        amount = amount_at(text, at + len(words)) if text.has(words, at) else None
        if amount and words not in ("约", "超过"):
            return Read(amount.end, (run_of(amount),))
    return None
