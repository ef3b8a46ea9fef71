"""Persons with their offices: who holds what of which body, read from a row of spans and said in English order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from i18n_news.model import Locale, Run, Span, SpanKind

BODIES = frozenset({SpanKind.ORGANIZATION, SpanKind.PLACE})
# Closes an apposition; stands only where the sentence goes on with a word.
CLOSE = Run(",")
# Heads that take the article inside a sentence; companies, parks, subdistricts and villages take none.
ARTICLE_HEADS = re.compile(
    r"(?:Academy|Administration|Alliance|Area|Association|Base|Belt|Board|Bridge|Bureau|Canal|Center|Commission|"
    r"Committee|Conference|Congress|Council|Court|Delta|Department|Expo|Expressway|Federation|Forum|Fund|Government|"
    r"Initiative|Library|Ministry|Museum|Office|Party|Plan|Program|Project|River|Strait|Union|Zone)"
)
AGE = re.compile(r"\d+-year-old")
BEFORE_VOWEL = re.compile(r"(?:8|11|18)(?!\d)|8\d(?!\d)")
# A level or a state organ in an office's own name: no zone, firm or department above it can govern it.
LEVEL = re.compile(
    r"\b(?:Municipal|Provincial|District|County|Township|National|State Council|Chinese|China|CPPCC|CPC|"
    r"People's Congress|Villagers|mayor|governor|minister|premier|(?:district|county|town|township) head)\b"
)
# What several persons can be at once: 副主任A、B. Of an office with one holder the second name is another person.
SHARED = re.compile(
    r"(?:executive )?(?:deputy|vice|associate|assistant|member|council member|professor|research fellow|academician|"
    r"expert|engineer|senior engineer|partner|inspector|representative|independent director|adviser)\b",
    re.IGNORECASE,
)
DEPARTMENT = re.compile(r"(?:Bureau|Center|Commission|Committee|Department|Division|Office)$")
ZONE = re.compile(r"\b(?:Area|Base|Bay|Park|Port|Zone)\b")


@dataclass(frozen=True, slots=True)
class Office:
    """A title and the bodies before it, the outermost first; a firm alone is an office without a title."""

    bodies: tuple[Span, ...]
    title: Span | None


@dataclass(frozen=True, slots=True)
class Holders:
    """Persons who share their offices; `age` is said of one, `address` is the title behind a name (沈教授)."""

    people: tuple[Span, ...]
    offices: tuple[Office, ...] = ()
    age: Span | None = None
    address: Span | None = None

    @property
    def has_apposition(self) -> bool:
        return any(office.title for office in self.offices)

    @property
    def is_long(self) -> bool:
        """Whether commas of its own would blur the commas between it and others."""
        return self.has_apposition and (len(self.people) > 1 or len(self.offices) > 2)


def listed(groups: Sequence[Holders], others: Sequence[Run] = ()) -> tuple[Run, ...]:
    """All the groups as one noun phrase, and at its end `others` who have no name, such as those of 等."""
    parts = [_held(group) for group in groups]
    if others:
        parts.append(list(others))
    appositions = sum(group.has_apposition for group in groups)
    if len(parts) == 1 or not appositions:
        runs = _joined(parts, ", ", " and ")
    elif len(parts) > 2 or any(group.is_long for group in groups):
        runs = _joined(parts, "; ", "; and ")
    else:
        runs = _joined(parts, ", ", ", and " if groups[0].has_apposition else " and ")
    is_open = not others and bool(groups) and groups[-1].has_apposition
    return (*runs, CLOSE) if is_open else tuple(runs)


def _held(group: Holders) -> list[Run]:
    names = _joined([[form_run(person)] for person in group.people], ", ", " and ")
    if group.address:
        title = form_run(group.address)
        names = [
            Run(" ".join(word[:1].upper() + word[1:] for word in title.text.split()), title.span_id),
            Run(" "),
            *names,
        ]
    if not group.offices:
        return [form_run(group.age), Run(" "), *names] if group.age else names
    offices = _offices(group.offices, is_plural=len(group.people) > 1)
    if group.age and len(group.offices) == 1 and group.offices[0].title:
        an = "an " if BEFORE_VOWEL.match(form_run(group.age).text) else "a "
        return [*names, Run(", " + an), form_run(group.age), Run(" "), *offices]
    if group.age:
        names = [form_run(group.age), Run(" "), *names]
    # A firm without a title: "Li Li of Huaneng Group".
    return [*names, Run(", " if group.offices[0].title else ""), *offices]


def _offices(offices: Sequence[Office], *, is_plural: bool = False) -> list[Run]:
    """The offices with the body that governs several of them said once, behind the last one."""
    rows = _governed(offices)
    parts = []
    for shared, row in rows:
        titles = [office_runs(office, is_plural=is_plural) for office in row]
        parts.append([*_joined(titles, ", ", " and "), *_of(shared)])
    is_nested = len(rows) > 1 and any(len(row) > 1 for _, row in rows)
    return _joined(parts, ", ", ", and " if is_nested else " and ")


def _governed(offices: Sequence[Office]) -> list[tuple[tuple[Span, ...], list[Office]]]:
    """Rows of offices, each with the bodies that its offices share."""
    rows: list[tuple[tuple[Span, ...], list[Office]]] = []
    for office in offices:
        shared = _shared(*rows[-1], office) if rows else None
        if shared is None:
            rows.append((office.bodies, [Office((), office.title)]))
            continue
        before, row = rows.pop()
        inner = before[len(shared) :]
        rows.append((shared, [*(Office((*inner, *each.bodies), each.title) for each in row), office]))
    return rows


def _shared(bodies: tuple[Span, ...], row: Sequence[Office], office: Office) -> tuple[Span, ...] | None:
    """The bodies of the row that govern this office too; None where it has nothing to do with them."""
    form = office.title.forms[Locale.EN] if office.title else ""
    if not bodies:
        return None if office.bodies else ()
    # A town with its zone behind it is one name.
    first = 2 if len(bodies) > 1 and _is_town(bodies[0]) and _is_zone(bodies[1]) else 1
    is_town = first == 1 and _is_town(bodies[0])
    if not form or (LEVEL.search(form) and not is_town):
        return None
    if office.bodies:
        (*others, own) = office.bodies
        name = own.forms[Locale.EN]
        is_inside = DEPARTMENT.search(name) and not LEVEL.search(name) and own.kind is SpanKind.ORGANIZATION
        is_found = own.origin.startswith("names:") and len(name.split()) > 4
        if others or not is_inside or is_found or ZONE.search(name):
            return None
        is_whole = is_town or _is_zone(bodies[first - 1])
        return bodies[:first] if is_whole and (len(bodies) == first or len(row) == 1) else None
    if " of " in form and len(bodies) > first:
        return bodies[:first] if len(row) == 1 else None
    return bodies


def office_runs(office: Office, *, is_plural: bool = False) -> list[Run]:
    """A title and its bodies in English order: the title, then from the inner body to the outer one."""
    runs = []
    if office.title:
        form = form_run(office.title)
        runs.append(Run(plural(form.text), form.span_id) if is_plural else form)
    return [*runs, *_of(office.bodies)]


def body_runs(bodies: Sequence[Span]) -> list[Run]:
    """Touching bodies as one name, from the inner to the outer one: "the Finance Bureau of the Development Zone"."""
    names: list[list[Run]] = []
    for number, body in enumerate(bodies):
        # 澜川经开区 is one name: Lanchuan Economic and Technological Development Zone.
        if number and _is_town(bodies[number - 1]) and _is_zone(body):
            names[-1] += [Run(" "), form_run(body)]
        else:
            names.append([form_run(body)])
    named = [[Run(article(name[-1].text)), *name] for name in reversed(names)]
    return _joined(named, " of ", " of ")


def _of(bodies: Sequence[Span]) -> list[Run]:
    return [Run(" of "), *body_runs(bodies)] if bodies else []


def _is_zone(body: Span) -> bool:
    return body.kind is SpanKind.PLACE and bool(ZONE.search(form_run(body).text))


def _is_town(body: Span) -> bool:
    return body.kind is SpanKind.PLACE and not _is_zone(body)


def plural(form: str) -> str:
    """The plural of an office: its head is the last word before the first small word or bracket."""
    small = re.search(r" (?:of|for|to|at|in|and)\b| \(|,|-in-|-general", form)
    head, rest = (form[: small.start()], form[small.start() :]) if small else (form, "")
    if head.endswith("man"):
        return head[:-2] + "en" + rest
    if re.search(r"[^aeiou]y$", head):
        return head[:-1] + "ies" + rest
    return head + ("es" if re.search(r"(?:s|sh|ch|x)$", head) else "s") + rest


def can_share(offices: Sequence[Office]) -> bool:
    """Whether several persons may hold these offices together."""
    return bool(offices) and all(office.title and SHARED.match(office.title.forms[Locale.EN]) for office in offices)


def _joined(parts: Sequence[Sequence[Run]], between: str, last: str) -> list[Run]:
    runs: list[Run] = []
    for number, part in enumerate(parts):
        if number:
            runs.append(Run(last if number == len(parts) - 1 else between))
        runs += part
    return runs


def form_run(span: Span) -> Run:
    return Run(span.forms[Locale.EN], span.id)


def article(form: str) -> str:
    """The definite article with its space where English wants one before this proper name, else nothing."""
    head = re.split(r" of | for |,| \(", form)[0].split()[-1]
    return "the " if ARTICLE_HEADS.fullmatch(head) and not form.lower().startswith("the ") else ""
