"""What a newspaper puts before its first sentence: 本报讯（记者 … 通讯员 …）, said in English by rule."""

import re
from collections.abc import Iterator, Sequence

from i18n_news.model import Run, Segment, Span, SpanKind, joined
from i18n_news.translate.compose import decided
from i18n_news.translate.offices import form_run

ROLES = {
    "记者": "reporter",
    "本报记者": "reporter",
    "特约记者": "contributing reporter",
    "见习记者": "trainee reporter",
    "实习记者": "trainee reporter",
    "首席记者": "chief reporter",
    "全媒体记者": "reporter",
    "融媒体记者": "reporter",
    "融媒记者": "reporter",
    "通讯员": "correspondent",
    "特约通讯员": "contributing correspondent",
    "实习生": "intern",
    "摄影": "photographer",
    "摄影记者": "photographer",
    "编辑": "editor",
    "文": "text by",
    "图": "photos by",
    "文/图": "text and photos by",
    "图/文": "text and photos by",
}
ROLE = re.compile(rf"\s*({'|'.join(sorted(map(re.escape, ROLES), key=len, reverse=True))})\s*[:：/]?\s*")
# 本报讯, 本网讯, [汀岚融媒]讯; the body before 讯 is a decided span.
OWN = re.compile(r"本[报网台刊站]讯")
BETWEEN = " \t　、，,;；/"
BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]"}


def dateline(segment: Segment) -> tuple[int, tuple[Run, ...]]:
    """The code points that the dateline and byline take at the start of a sentence, and their English; 0 for none.

    Every person in it must be decided, and nothing else may stand in it.
    """
    source, spans = segment.source, decided(segment)
    position, media = _source_of_news(source, spans)
    closing = BRACKETS.get(source[position : position + 1], "")
    end = source.find(closing, position) if closing else -1
    if closing and end < 0:
        return 0, ()
    start, stop = (position + 1, end) if closing else (position, len(source))
    byline = _byline(source, spans, start, stop)
    if not byline:
        return (0, ()) if closing or not media or position == len(source) else (position, (*media, Run(" — ")))
    after = end + 1 if closing else stop
    after += len(source[after:]) - len(source[after:].lstrip())
    rest = Run(" — ") if after < len(source) else Run("")
    if media:
        return after, joined((*media, Run(" ("), *byline, Run(")"), rest))
    return after, joined((Run("By "), *byline, rest))


def _source_of_news(source: str, spans: Sequence[Span]) -> tuple[int, tuple[Run, ...]]:
    own = OWN.match(source)
    if own:
        return own.end(), (Run("Staff report"),)
    first = spans[0] if spans else None
    if first and first.start == 0 and source[first.end : first.end + 1] == "讯" and first.kind.is_name:
        return first.end + 1, (form_run(first),)
    return 0, ()


def _byline(source: str, spans: Sequence[Span], start: int, stop: int) -> tuple[Run, ...]:
    """The persons with their roles, or nothing unless all of the text is roles and decided persons."""
    groups: list[tuple[str, list[Span]]] = []
    position = start
    people = {span.start: span for span in spans if span.kind is SpanKind.PERSON}
    while position < stop:
        role = ROLE.match(source, position, stop)
        if role:
            groups.append((ROLES[role[1]], []))
            position = role.end()
        elif position in people and groups:
            groups[-1][1].append(people[position])
            position = people[position].end
        else:
            return ()
        position = stop - len(source[position:stop].lstrip(BETWEEN))
    if not groups or not all(people for _, people in groups):
        return ()
    return joined([run for number, group in enumerate(groups) for run in _group(number, *group)])


def _group(number: int, role: str, people: Sequence[Span]) -> Iterator[Run]:
    is_many = len(people) > 1 and not role.endswith(" by")
    yield Run(("; " if number else "") + role + ("s" if is_many else "") + " ")
    for place, person in enumerate(people):
        yield Run("" if place == 0 else " and " if place == len(people) - 1 else ", ")
        yield form_run(person)
