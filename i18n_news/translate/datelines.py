"""What a newspaper puts before its first sentence: 本报讯（记者 … 通讯员 …）, said in English by rule."""

import re
from collections.abc import Iterator, Sequence

from i18n_news.model import Run, Segment, Span, SpanKind, joined
from i18n_news.translate.compose import decided
from i18n_news.translate.offices import BODIES, form_run

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
# "By text by" and "By editor" are no English.
UNSIGNED = ("text by", "photos by", "text and photos by", "editor")
ROLE = re.compile(rf"\s*({'|'.join(sorted(map(re.escape, ROLES), key=len, reverse=True))})\s*[:：/]?\s*")
# 本报讯, 本网讯, [汀岚融媒]讯; the body before 讯 is a decided span. 讯息, 讯号 and 讯问 are words of the sentence.
NEWS = re.compile("讯(?![息号问飞])")
OWN = re.compile(rf"本[报网台刊站]{NEWS.pattern}")
BETWEEN = " \t　、，,;；/|｜和与及"
BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]"}


def dateline(segment: Segment) -> tuple[int, tuple[Run, ...]]:
    """The code points that the dateline and byline take at the start of a sentence, and their English; 0 for none.

    Every person in it must be decided, and nothing else may stand in it.
    """
    source, spans = segment.source, decided(segment)
    position, media = _source_of_news(source, spans)
    position = _behind_spaces(source, position) if media else position
    closing = BRACKETS.get(source[position : position + 1], "")
    end = source.find(closing, position) if closing else -1
    if closing and end < 0:
        return 0, ()
    start, stop = (position + 1, end) if closing else (position, len(source))
    byline = _byline(source, spans, start, stop)
    if not byline:
        return (0, ()) if closing or not media or position == len(source) else (position, joined((*media, Run(" — "))))
    after = _behind_spaces(source, end + 1 if closing else stop)
    rest = Run(" — ") if after < len(source) else Run("")
    if media:
        return after, joined((*media, Run(" ("), *byline, Run(")"), rest))
    first = byline[0]
    if not first.span_id and first.text.startswith(UNSIGNED):
        return after, joined((Run(first.text[0].upper() + first.text[1:]), *byline[1:], rest))
    return after, joined((Run("By "), *byline, rest))


def _behind_spaces(source: str, position: int) -> int:
    return len(source) - len(source[position:].lstrip())


def _source_of_news(source: str, spans: Sequence[Span]) -> tuple[int, tuple[Run, ...]]:
    first = spans[0] if spans else None
    if first and first.start == 0 and first.kind in BODIES and NEWS.match(source, first.end):
        return first.end + 1, (form_run(first),)
    own = OWN.match(source)
    if own and not any(span.start < own.end() for span in spans):
        return own.end(), (Run("Staff report"),)
    return 0, ()


def _byline(source: str, spans: Sequence[Span], start: int, stop: int) -> tuple[Run, ...]:
    """The persons with their roles, or nothing unless all of the text is roles and decided persons."""
    groups: list[tuple[Run, list[Span]]] = []
    position = start
    here = {span.start: span for span in spans if start <= span.start and span.end <= stop}
    while position < stop:
        role, span = ROLE.match(source, position, stop), here.get(position)
        if span and span.kind is SpanKind.PERSON and groups:
            groups[-1][1].append(span)
            position = span.end
        elif role and not any(role.start() < other.end and other.start < role.end() for other in spans):
            groups.append((Run(ROLES[role[1]]), []))
            position = role.end()
        elif role and (named := here.get(role.start(1))) and named.end == role.end(1):
            # A glossary may say what the role is called.
            groups.append((form_run(named), []))
            position = role.end()
        else:
            return ()
        while position < stop and position not in here and source[position] in BETWEEN:
            position += 1
    if not groups or not all(people for _, people in groups):
        return ()
    return joined([run for number, group in enumerate(groups) for run in _group(number, *group)])


def _group(number: int, role: Run, people: Sequence[Span]) -> Iterator[Run]:
    is_many = len(people) > 1 and not role.span_id and not role.text.endswith(" by")
    yield from (Run("; " if number else ""), role, Run("s " if is_many else " "))
    for place, person in enumerate(people):
        yield Run("" if place == 0 else " and " if place == len(people) - 1 else ", ")
        yield form_run(person)
