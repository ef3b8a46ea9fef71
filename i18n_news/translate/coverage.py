"""Which clauses of a source nothing was written for: attention suspects them, the engine's own score decides."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from i18n_news.model import Note
from i18n_news.text.han import is_han
from i18n_news.translate.candidates import Candidate, likely
from i18n_news.translate.engine import Engine, Scored

# Characters of a clause or of an item in an enumeration that are worth a question: 早达效 is, 但是 is not.
LEAST_HAN = 3
# A clause is suspect when the strongest looks at its characters are on average below this: of clauses taken out before
# decoding two thirds, of those translated a tenth, which keeps the questions under a tenth of a page's time.
SUSPECT_LOOK = 0.17
# In nats, of the whole text: what a text at least loses when a clause is deleted for which it says something. Of the
# same clauses all that were taken out lost less, and 12 of 782 others: none of them was translated.
WRITTEN_LOSS = 1.0
# Quotation marks and titles part no clauses: 会议通过了《……》 is one. What stands in brackets is one by itself.
CLAUSE = re.compile(r"(?:[^，；：、。！？…,;（）()\n]|(?<=\d),(?=\d))+")
BRACKETS = frozenset({"（）", "()"})
LINKS = "，、；：,;"
# They say how a sentence hangs together, and English may leave them out.
DISCOURSE = re.compile(
    r"(?:据[一-鿿]{1,3}|接下来|与此同时|也就是说|由此可见|总的来说|除此之外|在此基础上|换句话说|更?确切地说|不仅如此|[他她]们?[一-鿿]{0,2}[说称道示])"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Half-open code points of a segment's source, without the marks around them."""

    start: int
    end: int


def dropped(engine: Engine, candidates: Sequence[Candidate]) -> dict[str, tuple[Clause, ...]]:
    """For each segment id with such, the clauses that its text says nothing of, neighbours joined.

    A suspect costs one `Engine.score`, and one more where the candidate's likelihood is not known. An engine that
    cannot tell where it looked or how likely a text is leaves nothing to report.
    """
    suspects = [(candidate, clauses) for candidate in candidates if (clauses := tuple(suspect(candidate)))]
    whole = {candidate.segment.id: candidate.likelihood for candidate in likely(engine, [each for each, _ in suspects])}
    answers = iter(
        engine.score(
            [
                (_without(candidate.segment.source, clause), candidate.text)
                for candidate, clauses in suspects
                for clause in clauses
            ]
        )
    )
    found: dict[str, tuple[Clause, ...]] = {}
    for candidate, clauses in suspects:
        segment = candidate.segment
        parts = [(clause, next(answers)) for clause in clauses]
        unsaid = [clause for clause, part in parts if part.logs and _loss(whole[segment.id], part) < WRITTEN_LOSS]
        if unsaid:
            found[segment.id] = tuple(_joined(segment.source, unsaid))
    return found


def suspect(candidate: Candidate) -> Iterator[Clause]:
    """The clauses that the engine hardly looked at; what a decided form stands for counts as seen."""
    source = candidate.segment.source
    clauses = [Clause(*match.span()) for match in CLAUSE.finditer(source)]
    if len(clauses) < 2 or not candidate.looked or not candidate.text:
        return
    seen = _seen(candidate)
    for clause in clauses:
        text = source[clause.start : clause.end]
        known = [seen[place] for place in range(clause.start, clause.end) if place in seen]
        if sum(map(is_han, text)) < LEAST_HAN or not known or DISCOURSE.fullmatch(text.strip()):
            continue
        if source[clause.end : clause.end + 1] in ("（", "(") or source[clause.start - 1 : clause.start] in ("）", ")"):
            # A part of the clause that the brackets interrupt.
            continue
        if sum(known) < SUSPECT_LOOK * len(known):
            yield clause


def missing_share(candidate: Candidate, clauses: Sequence[Clause]) -> float:
    """The share of the source's letters, Chinese and other, in clauses nothing was written for and in lost spans."""
    source = candidate.segment.source
    places = {place for place, char in enumerate(source) if char.isalnum()}
    parts = [(part.start, part.end) for part in clauses] + [(span.start, span.end) for span in candidate.lost]
    gone = {place for start, end in parts for place in range(start, end)}
    return len(places & gone) / max(len(places), 1)


def dropped_notes(candidate: Candidate, clauses: Sequence[Clause], start: int = 0) -> Iterator[Note]:
    """One note for each; `start` is where the candidate's segment begins in the whole one."""
    segment = candidate.segment
    for clause in clauses:
        message = f"nothing was written for: {segment.source[clause.start : clause.end].strip()}"
        yield Note("translate", "dropped", segment.id, message, start + clause.start, start + clause.end)


def _seen(candidate: Candidate) -> Mapping[int, float]:
    """How strongly each letter of the source was looked at, where that is known."""
    source = candidate.segment.source
    seen = {place: look.weight for look in candidate.looked for place in range(look.start, look.end)}
    standing = {run.span_id for run in candidate.runs}
    for span in candidate.segment.spans:
        if span.id in standing:
            seen |= dict.fromkeys(range(span.start, span.end), 1.0)
    return {place: weight for place, weight in seen.items() if place < len(source) and source[place].isalnum()}


def _loss(likelihood: float, part: Scored) -> float:
    """In nats, of all tokens and the end: how much less likely the text is given the part of its source."""
    return (likelihood - part.score) * (len(part.logs) + 1)


def _without(source: str, clause: Clause) -> str:
    """The source without the clause and what held it: its brackets, or the mark behind or before it."""
    start, end = clause.start, clause.end
    if source[start - 1 : start] + source[end : end + 1] in BRACKETS:
        start, end = start - 1, end + 1
    elif source[end : end + 1] in LINKS:
        end += 1
    elif source[start - 1 : start] in LINKS:
        start -= 1
    return source[:start] + source[end:]


def _joined(source: str, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses in order, those with nothing but marks between them as one."""
    start, end = clauses[0].start, clauses[0].end
    for clause in clauses[1:]:
        if any(char.isalnum() for char in source[end : clause.start]):
            yield Clause(start, end)
            start = clause.start
        end = clause.end
    yield Clause(start, end)
