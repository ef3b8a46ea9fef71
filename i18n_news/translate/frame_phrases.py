"""The parts of a short sentence, read from decided spans and known words: persons, bodies, events, days, places."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from i18n_news.model import Locale, Run, Span, SpanKind
from i18n_news.translate.compose import BETWEEN_PEOPLE, read_holders
from i18n_news.translate.frame_words import SLOT, Row, rows
from i18n_news.translate.offices import BODIES, CLOSE, body_runs, listed, plural

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
PART = r"the (?:early morning|morning|noon|afternoon|evening|night) of "
# The preposition of a date by its form; a form that has its own, or is none of these, fits no frame.
DATES = (
    ("On ", re.compile(rf"(?:{PART})?{MONTH} \d{{1,2}}(?:, \d{{4}})?")),
    ("From ", re.compile(rf"{MONTH} \d{{1,2}} to (?:{MONTH} )?\d{{1,2}}(?:, \d{{4}})?")),
    ("At ", re.compile(rf"\d{{1,2}}(?::\d\d)? [ap]\.m\. on {MONTH} \d{{1,2}}(?:, \d{{4}})?")),
    ("From ", re.compile(rf"{MONTH} to {MONTH}(?:,? \d{{4}})?")),
    ("In ", re.compile(rf"(?:{MONTH} )?\d{{4}}|{MONTH} (?:this|next|last) year")),
    ("In ", re.compile(r"the (?:first|second|third|fourth) (?:half|quarter)(?: of [\w ]+)?")),
    ("In ", re.compile(r"the first (?:\w+) (?:months|quarters)(?: of [\w ]+)?")),
)
STOPS = "，；。"
# The area that a release speaks of, in the words of those who live there.
AREAS = {
    "全区": "the zone",
    "该区": "the zone",
    "我区": "the zone",
    "全市": "the city",
    "该市": "the city",
    "我市": "the city",
    "全县": "the county",
    "全省": "the province",
    "园区": "the park",
    "全园": "the park",
}
EVENT = re.compile(r"(?:会|会议|仪式|典礼|活动|论坛|大赛)$")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read up to `end`: its English, whether it is more than one, and whether it has commas of its own."""

    end: int
    runs: tuple[Run, ...]
    is_plural: bool = False
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A segment with the spans that are decided for English."""

    source: str
    spans: tuple[Span, ...]
    is_present: bool
    # The index of a span by its start.
    numbers: Mapping[int, int]

    def has(self, words: str, at: int) -> bool:
        """Whether these words stand at the offset, none of them inside a decided span."""
        end = at + len(words)
        return self.source.startswith(words, at) and not any(s.start < end and at < s.end for s in self.spans)

    def is_stop(self, at: int) -> bool:
        return at >= len(self.source) or (self.source[at] in STOPS and self.has(self.source[at], at))


def read_row(text: Text, row: Row, at: int, *, is_plural: bool = False) -> Read | None:
    """The row's English where its pattern stands at the offset, its verbs in the number of `is_plural` or its slot."""
    filled: dict[str, Read] = {}
    for part in row.pattern:
        slot = SLOT.fullmatch(part)
        if not slot:
            if not text.has(part, at):
                return None
            at += len(part)
            continue
        read = SLOTS[slot[1]](text, at)
        if not read:
            return None
        filled[slot[1]] = read
        at = read.end
    is_plural = is_plural or (row.english.startswith("{people}") and filled["people"].is_plural)
    english = row.said(is_present=text.is_present, is_plural=is_plural)
    runs: list[Run] = []
    for number, part in enumerate(SLOT.split(english)):
        runs += filled[part].runs if number % 2 else (CLOSE if part == CLOSE.text else Run(part),)
    return Read(at, tuple(runs), "one" not in filled)


def longest(text: Text, kind: str, at: int) -> Read | None:
    reads = [read for row in rows(kind) if (read := read_row(text, row, at))]
    return max(reads, key=lambda read: read.end, default=None)


def read_people(text: Text, at: int, between: Sequence[str] = BETWEEN_PEOPLE) -> Read | None:
    """Persons with or without offices, and those without a name (等, 相关部门负责人), as one list."""
    number = text.numbers.get(at, len(text.spans))
    groups, after = read_holders(text.spans, number, text.source, between)
    if not groups:
        return read_nameless(text, at)
    at = text.spans[after - 1].end
    others = longest(text, "join", at)
    if not others:
        links = (link for link in between if text.has(link, at))
        others = next((read for link in links if (read := read_nameless(text, at + len(link)))), None)
        # "And others" adds nothing to a row that ends with people without names.
        end = others.end if others else at
        end += next((len(words) for words in ("等人", "等") if others and text.has(words, end)), 0)
    else:
        end = others.end
    is_plural = bool(others) or len(groups) > 1 or len(groups[0].people) > 1
    return Read(end, listed(groups, others.runs if others else ()), is_plural)


def read_nameless(text: Text, at: int) -> Read | None:
    """People whom a known word announces or stands for, as a row: 市领导 with names, 相关部门负责人 without."""
    reads: list[Read] = []
    while read := longest(text, "people", at):
        reads.append(read)
        links = (len(link) for link in BETWEEN_PEOPLE if text.has(link, read.end))
        step = next((step for step in links if longest(text, "people", read.end + step)), 0)
        if not step:
            break
        at = read.end + step
    if not reads:
        return None
    is_plural = len(reads) > 1 or reads[0].is_plural
    return Read(reads[-1].end, tuple(_row([read.runs for read in reads])), is_plural)


def _row(parts: Sequence[Sequence[Run]]) -> list[Run]:
    """A, B and C."""
    runs: list[Run] = []
    for number, part in enumerate(parts):
        if number:
            runs.append(Run(" and " if number == len(parts) - 1 else ", "))
        runs += part
    return runs


def read_several(text: Text, at: int) -> Read | None:
    people = _named(text, at)
    return people if people and people.is_plural else None


def read_one(text: Text, at: int) -> Read | None:
    people = _named(text, at)
    return people if people and not people.is_plural else None


def _named(text: Text, at: int) -> Read | None:
    return read_people(text, at) if at in text.numbers else None


def read_bodies(text: Text, at: int, last: str = " and ") -> Read | None:
    """Bodies and places, joined by 、 or 和."""
    parts: list[tuple[Run, ...]] = []
    while read := read_body(text, at):
        parts.append(read.runs)
        at = read.end
        link = next((link for link in BETWEEN_PEOPLE if text.has(link, at) and read_body(text, at + len(link))), "")
        if not link:
            break
        at += len(link)
    runs: list[Run] = []
    for number, part in enumerate(parts):
        if number:
            runs.append(Run(last if number == len(parts) - 1 else ", "))
        runs += part
    return Read(at, tuple(runs), len(parts) > 1) if parts else None


def read_members(text: Text, at: int) -> Read | None:
    """Bodies to which others are added: "A, B and other departments"."""
    return read_bodies(text, at, ", ")


def read_units(text: Text, at: int) -> Read | None:
    """Bodies without a name, as a row: 全区各部门、各街道 "all departments and all subdistricts of the zone"."""
    area = next((area for area in AREAS if text.has(area, at)), "")
    of = read_body(text, at) if not area else None
    at = of.end if of else at + len(area)
    parts: list[tuple[Run, ...]] = []
    while read := longest(text, "unit", at):
        parts.append(read.runs)
        at = read.end
        links = (len(link) for link in BETWEEN_PEOPLE if text.has(link, at))
        step = next((step for step in links if longest(text, "unit", at + step)), 0)
        if not step:
            break
        at += step
    if not parts:
        return None
    runs = _row(parts)
    if area:
        runs.append(Run(f" of {AREAS[area]}"))
    elif of:
        runs += [Run(" of "), *of.runs]
    return Read(at, tuple(runs), True)


def read_officials(text: Text, at: int) -> Read | None:
    """A decided word for people in charge, without a name: "principal officials"."""
    span = text.spans[text.numbers[at]] if at in text.numbers else None
    if (
        not span
        or span.kind is not SpanKind.TITLE
        or not re.search("(?:负责人|负责同志|代表)$", text.source[at : span.end])
    ):
        return None
    return Read(span.end, (Run(plural(span.forms[Locale.EN]), span.id),), True)


def read_body(text: Text, at: int) -> Read | None:
    """Touching bodies from the inner to the outer one."""
    number = first = text.numbers.get(at, len(text.spans))
    while number < len(text.spans) and text.spans[number].kind in BODIES and text.spans[number].start == at:
        at = text.spans[number].end
        number += 1
    if number == first:
        return None
    return Read(at, tuple(body_runs(text.spans[first:number])))


def read_thing(text: Text, at: int) -> Read | None:
    """A body, or a decided term whose English is a proper name."""
    body = read_body(text, at)
    if body or at not in text.numbers:
        return body
    span = text.spans[text.numbers[at]]
    form = span.forms[Locale.EN]
    is_name = all(word[:1].isupper() or word in ("of", "and", "the", "for", "in") for word in form.split())
    if span.kind is not SpanKind.TERM or not is_name:
        return None
    return Read(span.end, (Run("" if form.lower().startswith("the ") else "the "), Run(form, span.id)))


def read_event(text: Text, at: int) -> Read | None:
    """A meeting or ceremony: a known word, a decided term, or a known word behind what it is about."""
    if at not in text.numbers:
        return longest(text, "event", at)
    event = _term_event(text, at)
    if event:
        return event
    thing = read_thing(text, at)
    word = longest(text, "event", thing.end) if thing else None
    if thing and word:
        return Read(word.end, (*word.runs, Run(" of "), *thing.runs))
    return _occasion(text, at)


def _term_event(text: Text, at: int) -> Read | None:
    span = _one(text, at, SpanKind.TERM)
    form = span.forms[Locale.EN] if span else ""
    if not span or not EVENT.search(text.source[span.start : span.end]) or form.endswith("s"):
        return None
    return Read(span.end, (Run("" if form.lower().startswith("the ") else "the "), Run(form, span.id)))


def _occasion(text: Text, at: int) -> Read | None:
    """高新区2026年二季度重大项目集中开工仪式: a known word behind a body, a time and what it is about."""
    body = read_body(text, at)
    at = body.end if body else at
    time = _one(text, at, SpanKind.DATE)
    at = time.end if time else at
    about = _one(text, at, SpanKind.TERM)
    at = about.end if about else at
    at += len("集中") if text.has("集中", at) and (time or about) else 0
    word = longest(text, "event", at) or _term_event(text, at)
    if not word or not (time or about):
        return None
    runs = list(word.runs)
    if about:
        form = about.forms[Locale.EN]
        runs += [Run(" for "), Run(form, about.id), Run("s" if form.endswith("project") else "")]
    if body:
        runs += [Run(" of "), *body.runs]
    if time:
        runs += [Run(" for "), Run(time.forms[Locale.EN], time.id)]
    return Read(word.end, tuple(run for run in runs if run.text))


def _one(text: Text, at: int, kind: SpanKind) -> Span | None:
    span = text.spans[text.numbers[at]] if at in text.numbers else None
    return span if span and span.kind is kind else None


def read_new_event(text: Text, at: int) -> Read | None:
    """An event that the sentence brings up: "a launch ceremony"; one with a name of its own keeps its article."""
    event = read_event(text, at)
    first, *others = event.runs if event else (Run(""),)
    word = first.text.removeprefix("the ") or (others[0].text if others else "")
    if not event or first.span_id or not first.text.startswith("the ") or not word[0].islower():
        return event
    article = "an " if word[0] in "aeiou" else "a "
    return Read(event.end, (Run(article + first.text.removeprefix("the ")), *others))


def read_party(text: Text, at: int) -> Read | None:
    return read_people(text, at) or read_bodies(text, at)


def read_date(text: Text, at: int) -> Read | None:
    number = text.numbers.get(at, -1)
    if number < 0 or text.spans[number].kind is not SpanKind.DATE:
        return None
    span = text.spans[number]
    form = span.forms[Locale.EN]
    preposition = next((word for word, shape in DATES if shape.fullmatch(form)), "")
    return Read(span.end, (Run(preposition), Run(form, span.id))) if preposition else None


def read_place(text: Text, at: int) -> Read | None:
    """在 with a place or body: "in Lanchuan", "at Hengyuan Machinery"."""
    thing = read_thing(text, at + 1) if text.has("在", at) else None
    if not thing:
        return None
    kind = text.spans[text.numbers[at + 1]].kind
    end = thing.end
    return Read(end, (Run("in " if kind is SpanKind.PLACE else "at "), *thing.runs)) if kind in BODIES else None


SLOTS: Mapping[str, Callable[[Text, int], Read | None]] = {
    "people": read_people,
    "several": read_several,
    "one": read_one,
    "party": read_party,
    "bodies": read_bodies,
    "members": read_members,
    "officials": read_officials,
    "units": read_units,
    "thing": read_thing,
    "event": read_event,
    "anevent": read_new_event,
    "inplace": read_place,
}
