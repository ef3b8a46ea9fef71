"""Which entry binds where several have one source: for a person who asks why a rendering is not used."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from i18n_news.glossary.match import binding
from i18n_news.glossary.terms import Term

ONE_DAY = timedelta(days=1)


class Precedence:
    """The glossaries of a build, asked about one source at a time; those given by hand beat the configured ones."""

    def __init__(
        self,
        by_hand: Sequence[Sequence[Term]],
        configured: Sequence[Sequence[Term]],
        *,
        drafts: bool = False,
        domains: Sequence[str] = (),
    ) -> None:
        self._drafts, self._domains = drafts, domains
        self._first = len(by_hand)
        self._rows: dict[str, list[tuple[int, Term]]] = {}
        for number, glossary in enumerate((*by_hand, *configured)):
            for term in glossary:
                self._rows.setdefault(term.source, []).append((number, term))

    def entries(self, source: str) -> tuple[Term, ...]:
        """All entries of the source, in whatever status, the file that is read first first."""
        return tuple(term for _, term in self._rows.get(source, ()))

    def binding_on(self, source: str, day: date | None) -> Term | None:
        """The entry that a release of that day gets; without a day the validity that ends last."""
        rows = self._rows.get(source, ())
        hand = [[term] for number, term in rows if number < self._first]
        found = binding(hand, drafts=True, on=day, domains=self._domains).get(source)
        if found:
            return found
        # One list a file: validities of one entry stand in one file.
        numbers = dict.fromkeys(number for number, _ in rows if number >= self._first)
        others = [[term for place, term in rows if place == number] for number in numbers]
        return binding(others, drafts=self._drafts, on=day, domains=self._domains).get(source)

    def overruling(self, term: Term) -> Term | None:
        """The entry that binds on every day on which this one is valid; None where this one binds, or nothing does."""
        bound = [self.binding_on(term.source, day) for day in self._days(term)]
        if any(other is None or _is_same(other, term) for other in bound):
            return None
        return bound[-1]

    def _days(self, term: Term) -> Iterator[date]:
        """A day of each stretch of the entry's validity in which the same entries are valid."""
        yield term.valid_from
        for other in self.entries(term.source):
            after = other.valid_to + ONE_DAY if other.valid_to < date.max else date.max
            yield from (day for day in (other.valid_from, after) if term.valid_from < day <= term.valid_to)


def _is_same(one: Term, other: Term) -> bool:
    return (one, one.file, one.line) == (other, other.file, other.line)
