"""doubled-word: a word said twice in a row in the English, a particle or a mark said twice in a Chinese edition."""

import re
from collections.abc import Iterator

from i18n_news.checks.undecided import translated
from i18n_news.model import Document, Edition, Issue, Locale, Run, Severity, Target
from i18n_news.text.wordlists import read_named

_TWICE = re.compile(r"(?<![\w'’.-])([^\W\d_]+(?:['’][^\W\d_]+)?)\s+(\1)(?![\w'’-])", re.IGNORECASE)
_AND = re.compile(r"(?<![\w'’-])([a-z]{3,}(?: [a-z-]{3,}){0,4}) and \1(?![\w'’-])")
_MARKS = re.compile(r"([,;:])\s*\1|(?<![.…])\.\s?\.(?![.…])")
# Right English: grammar doubles these, or the writer does for weight.
_MEANT = read_named("meant: that had is very much many long far again more too so really never bye no do her knock day")
_AND_MEANT = read_named("""
direction: again more over through less better on up down round around many time
measure: hours days weeks months years miles millions thousands hundreds tens dozens generations layers rows piles
degree: bigger smaller higher lower deeper faster stronger closer fewer worse farther further nearer wider longer
degree: larger greater smoother
""")
# 目的的实现 and 标的的价格 are right: the first 的 belongs to a word.
_CHINESE = re.compile(
    r"(?<![目标標])的的(?![确確])|(?<![了])了了(?![之事此])|与与|與與|及及|或或|把把|被被|([，。、；：！？])\1"
)


def doubled_words(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning for each pair; one inside a decided form was meant, and a form said twice is for doubled-form."""
    for _, segment, target in translated(document, edition):
        is_own = edition.locale is document.locale
        for found in _english(target) if edition.locale is Locale.EN else _chinese(target):
            # What the source doubles itself is told once, in the edition of its own language.
            if is_own or edition.locale is Locale.EN or found not in segment.source:
                message = f"“{found}”: one of the two is too many. Take it out, or write what was meant."
                yield Issue("doubled-word", Severity.WARNING, segment.id, edition.locale, message)


def _english(target: Target) -> Iterator[str]:
    text = target.text
    decided = list(_decided(target.runs))
    told = set()
    words = [match for match in _TWICE.finditer(text) if not _is_meant(match[1], match[2])]
    phrases = [match for match in _AND.finditer(text) if match[1] not in _AND_MEANT]
    for match in (*words, *phrases, *_MARKS.finditer(text)):
        if any(start <= match.start() and match.end() <= end for start, end, _ in decided):
            continue
        inside = [span_id for start, end, span_id in decided if match.start() <= start and end <= match.end()]
        if len(set(inside)) < len(inside):
            continue
        if match[0] not in told:
            told.add(match[0])
            yield match[0]


def _chinese(target: Target) -> Iterator[str]:
    decided = list(_decided(target.runs))
    for match in _CHINESE.finditer(target.text):
        if not any(start <= match.start() and match.end() <= end for start, end, _ in decided):
            yield match[0]


def _is_meant(first: str, last: str) -> bool:
    """Walla Walla is a name, and so is the second word of “in In Salah” and the first of “vitamin A a day”."""
    is_name = (len(first) > 3 and first.istitle() and last.istitle()) or (first.islower() and not last.islower())
    return first.casefold() in _MEANT or is_name or (len(first) == 1 and first + last != "aa")


def _decided(runs: tuple[Run, ...]) -> Iterator[tuple[int, int, str]]:
    position = 0
    for run in runs:
        if run.span_id:
            yield position, position + len(run.text), run.span_id
        position += len(run.text)
