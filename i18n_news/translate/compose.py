"""English for spans that belong together: a person with titles and their bodies becomes one apposition."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from i18n_news.model import Locale, Run, Segment, Span, SpanKind
from i18n_news.translate.offices import (
    AGE,
    BODIES,
    CLOSE,
    Holders,
    Office,
    article,
    body_runs,
    can_share,
    form_run,
    listed,
    office_runs,
)

__all__ = ["BODIES", "CLOSE", "article", "chains", "closed", "compose", "form_run", "read_holders"]

# Offices that English puts before a name.
ADDRESS = re.compile(
    r"(?:(?:associate |deputy |vice |acting )?"
    r"(?:professor|director|secretary|mayor|president|chairman|governor|minister|premier)"
    r"|academician|general manager|general secretary)",
    re.IGNORECASE,
)
CHAINED = BODIES | {SpanKind.TITLE, SpanKind.PERSON}
AND = ("和", "及", "以及")
BETWEEN_OFFICES = ("", "、", "兼", "兼任")
BETWEEN_PEOPLE = ("、", *AND)
_NO_ROW: tuple[Span, ...] = ()


def chains(segment: Segment) -> Iterator[tuple[Span, ...]]:
    """Rows of spans that one placeholder stands for: persons with their offices, lists of them, touching names."""
    spans = decided(segment)
    at, row = 0, _NO_ROW
    while at < len(spans):
        groups, end = read_holders(spans, at, segment.source)
        if end - at > 1 or (groups and not row):
            if row:
                yield row
            yield spans[at:end]
            at, row = end, _NO_ROW
            continue
        # A noun and the number behind it (企业4680家) change places in English: the engine does that when it sees both.
        touches = row and row[-1].end == spans[at].start and {row[-1].kind, spans[at].kind} <= CHAINED
        if row and not touches:
            yield row
            row = _NO_ROW
        row = (*row, spans[at])
        at += 1
    if row:
        yield row


def decided(segment: Segment) -> tuple[Span, ...]:
    return tuple(span for span in segment.spans if Locale.EN in span.forms)


def compose(spans: Sequence[Span]) -> tuple[Run, ...]:
    """The runs of one placeholder: "Li Shuxia, deputy secretary of the Party Working Committee of the Zone"."""
    groups, end = read_holders(spans, 0)
    if groups and end == len(spans):
        return tuple(run for run in listed(groups) if run.text)
    *bodies, last = spans
    if bodies and {span.kind for span in bodies} <= BODIES:
        if last.kind is SpanKind.TITLE:
            return tuple(run for run in office_runs(Office(tuple(bodies), last)) if run.text)
        if last.kind is SpanKind.ORGANIZATION and article(last.forms[Locale.EN]):
            # The article is left to the sentence.
            return tuple(run for run in body_runs(spans)[1:] if run.text)
    runs = [form_run(spans[0])]
    for before, span in pairwise(spans):
        both_people = before.kind is SpanKind.PERSON and span.kind is SpanKind.PERSON
        runs += [Run(" and " if both_people else " "), form_run(span)]
    return tuple(runs)


def closed(runs: Sequence[Run], following: str) -> tuple[Run, ...]:
    """The composed runs with the closing comma of an apposition only where `following` goes on with a word."""
    if runs and runs[-1] is CLOSE and not following.lstrip()[:1].isalnum():
        return tuple(runs[:-1])
    return tuple(runs)


def read_holders(
    spans: Sequence[Span], at: int, source: str = "", between: Collection[str] = BETWEEN_PEOPLE
) -> tuple[tuple[Holders, ...], int]:
    """The list of persons, with or without offices, that begins at spans[at], and the index behind it.

    Without a source any text between two spans counts as 、: for a row that `chains` has made. No groups and `at`
    itself where no list begins there.
    """
    groups: list[Holders] = []
    end = at
    while True:
        found, after = _holders(spans, end, source)
        if not found:
            return tuple(groups), end if groups else at
        groups.append(found)
        gap = _gap(spans, after, source)
        end = after
        is_bare = after < len(spans) and spans[after].kind is SpanKind.PERSON
        # Whether 副主任A和B shares the title, nobody can say: the row ends before 和.
        is_doubtful = is_bare and gap in AND and can_share(found.offices) and len(found.people) == 1
        follows = after < len(spans) and (gap in between or (is_bare and not gap and not found.offices))
        if not follows or is_doubtful or not _holders(spans, after, source)[0]:
            return tuple(groups), end


def _holders(spans: Sequence[Span], at: int, source: str) -> tuple[Holders | None, int]:
    age, start = None, at
    if _is(spans, at, SpanKind.QUANTITY) and AGE.fullmatch(spans[at].forms[Locale.EN]):
        if source and _gap(spans, at + 1, source) not in ("的", ""):
            return None, start
        age, at = spans[at], at + 1
    offices: list[Office] = []
    while not _is(spans, at, SpanKind.PERSON):
        office, at = _office(spans, at)
        if not office:
            return None, start
        gap = _gap(spans, at, source)
        if gap not in BETWEEN_OFFICES or (_is(spans, at, SpanKind.PERSON) and gap):
            return None, start
        offices.append(office)
    people = [spans[at]]
    at += 1
    address = spans[at] if _is(spans, at, SpanKind.TITLE) and not _gap(spans, at, source) else None
    if address and not offices and not _touches(spans, at + 1, SpanKind.PERSON, source):
        # 沈教授 is addressed so; of 陈委员 English can only say that he is a member.
        if ADDRESS.fullmatch(address.forms[Locale.EN]):
            return Holders(tuple(people), (), age, address), at + 1
        return Holders(tuple(people), (Office((), address),), age), at + 1
    while can_share(offices) and not age and _is(spans, at, SpanKind.PERSON):
        if _touches(spans, at + 1, SpanKind.TITLE, source):
            break
        gap = _gap(spans, at, source)
        if gap != "、" and not (gap in AND and len(people) > 1):
            break
        people.append(spans[at])
        at += 1
    return Holders(tuple(people), tuple(offices), age), at


def _office(spans: Sequence[Span], at: int) -> tuple[Office | None, int]:
    """Bodies and the title that touches them; a firm and the person that touches it are an office without a title."""
    bodies: list[Span] = []
    for number in range(at, len(spans)):
        span = spans[number]
        if bodies and bodies[-1].end != span.start:
            break
        if span.kind is SpanKind.TITLE:
            return Office(tuple(bodies), span), number + 1
        if span.kind is SpanKind.PERSON and len(bodies) == 1 and bodies[0].kind is SpanKind.ORGANIZATION:
            return Office(tuple(bodies), None), number
        if not _is_body(span):
            break
        bodies.append(span)
    return None, at


def _is_body(span: Span) -> bool:
    """A list given by hand says of nothing what it is: there a name is a term with a capital."""
    return span.kind in BODIES or (span.kind is SpanKind.TERM and span.forms[Locale.EN][:1].isupper())


def _touches(spans: Sequence[Span], at: int, kind: SpanKind, source: str) -> bool:
    return _is(spans, at, kind) and not _gap(spans, at, source)


def _is(spans: Sequence[Span], at: int, kind: SpanKind) -> bool:
    return at < len(spans) and spans[at].kind is kind


def _gap(spans: Sequence[Span], at: int, source: str) -> str:
    """The text before spans[at]; "、" stands for any where the text is not known."""
    if not 0 < at < len(spans):
        return ""
    start, end = spans[at - 1].end, spans[at].start
    if source:
        return source[start:end]
    return "、" if start < end else ""
