"""Officialese in plain Chinese: what an engine is given where it misreads set phrases of government news."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from i18n_news.model import Locale, Segment

# Short words in quotes are somebody's name for something, such as a campaign; this many characters are no sentence.
LONGEST_NAME = 12
QUOTED = re.compile(rf"“([^“”，。；！？：]{{1,{LONGEST_NAME}}})”")
# What makes even a set phrase in quotes a proper name: the “回头看” campaign.
KINDS = "主题|专项|系列|志愿|品牌|实践|工作"
NAMED = re.compile(rf"(?:{KINDS})*(?:活动|行动|计划|工程|项目|品牌|模式|机制|制度|平台|奖|杯|制)")


@dataclass(frozen=True, slots=True)
class Guard:
    """What must stand beside a phrase, or must not; an empty guard always holds."""

    pattern: re.Pattern[str] | None = None
    is_forbidden: bool = False

    def holds(self, text: str) -> bool:
        return not self.pattern or bool(self.pattern.search(text)) is not self.is_forbidden


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A set phrase, its plain wording, and the guards of the text before and after it.

    A frame of two parts, 以 … 为抓手, has a row for each, of which one may have an empty wording.
    """

    officialese: str
    wording: str
    before: Guard
    after: Guard

    def fits(self, source: str, start: int) -> bool:
        return self.before.holds(source[:start]) and self.after.holds(source[start + len(self.officialese) :])


def plain(segment: Segment) -> tuple[tuple[int, int, str], ...]:
    """Half-open code point stretches of the source with their plain wording, sorted and disjoint; the longest win.

    None touches a span that has an English form. Scare quotes around a phrase belong to its stretch.
    """
    source = segment.source
    taken = [(span.start, span.end) for span in segment.spans if Locale.EN in span.forms]
    quoted = [(match.start(), match.end()) for match in QUOTED.finditer(source)]
    settled: list[tuple[int, int, str]] = []
    for rewriting in rewritings():
        for start, end in _places(rewriting, source, quoted):
            if not any(start < other_end and other_start < end for other_start, other_end in taken):
                settled.append((start, end, rewriting.wording))
                taken.append((start, end))
    return tuple(sorted(settled))


def _places(rewriting: Rewriting, source: str, quoted: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the phrase stands by its guards, with the scare quotes around it; never a part of a name in quotes."""
    length = len(rewriting.officialese)
    at = source.find(rewriting.officialese)
    while at >= 0:
        start, end = at, at + length
        around = next((quotes for quotes in quoted if quotes[0] < start and end < quotes[1]), None)
        is_scared = around == (start - 1, end + 1)
        if not around and rewriting.fits(source, start):
            yield start, end
        elif is_scared and not NAMED.match(source, end + 1) and rewriting.fits(_without(source, start, end), start - 1):
            yield start - 1, end + 1
        at = source.find(rewriting.officialese, at + 1)


def _without(source: str, start: int, end: int) -> str:
    """The source without the quotes around the stretch, for guards that look at its neighbours."""
    return source[: start - 1] + source[start:end] + source[end + 1 :]


@cache
def rewritings() -> tuple[Rewriting, ...]:
    """The rows of data/plain.tsv, the longest phrase first; of rows for one phrase the file's order counts.

    A guard is a regular expression for the text that ends before the phrase or begins after it; ! forbids it.
    """
    table = files("i18n_news.translate").joinpath("data/plain.tsv").read_text(encoding="utf-8")
    rows = [_rewriting(row) for row in table.splitlines()[1:]]
    return tuple(sorted(rows, key=lambda row: -len(row.officialese)))


def _rewriting(row: str) -> Rewriting:
    officialese, wording, _reason, before, after = (*row.split("\t"), "", "")[:5]
    return Rewriting(officialese, wording, _guard(before, r"(?:{})\Z"), _guard(after, r"\A(?:{})"))


def _guard(written: str, frame: str) -> Guard:
    pattern = written.removeprefix("!")
    return Guard(re.compile(frame.format(pattern)) if pattern else None, written.startswith("!"))
