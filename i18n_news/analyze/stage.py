"""The annotating and deciding stages over one document, with what the glossaries say on its day prepared before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from i18n_news.analyze.decide import decide
from i18n_news.analyze.figures import figure_annotator
from i18n_news.analyze.names import Known, Names, find_bodies, find_people, uncovered
from i18n_news.analyze.readings import with_readings
from i18n_news.analyze.terms import origin_of, term_annotator
from i18n_news.config import Config
from i18n_news.glossary.match import Matcher
from i18n_news.glossary.terms import Term
from i18n_news.model import Document, Span
from i18n_news.names.tagger import Entity
from i18n_news.text.quantity_english import QuantityStyle


@dataclass(frozen=True, slots=True)
class Words:
    """The glossaries of a build as the stages ask for them on one day.

    `short` maps the origin of a span to the form after the first mention.
    """

    hand: Matcher
    others: Matcher
    known: Known
    short: Mapping[str, str]

    @classmethod
    def on(
        cls,
        day: date | None,
        by_hand: Sequence[Sequence[Term]],
        configured: Sequence[Sequence[Term]],
        config: Config,
        known: Known | None = None,
        within: str = "",
    ) -> "Words":
        """What binds on that day; `known`, which no day changes, may be handed on from another; `within` as Matcher."""
        domains = config.glossary.domains
        registered = [term for glossary in (*by_hand, *configured) for term in glossary]
        return cls(
            hand=Matcher((), first=by_hand, drafts=True, on=day, domains=domains, within=within),
            others=Matcher(configured, drafts=config.glossary.drafts, on=day, domains=domains, within=within),
            known=known or Known.of(registered),
            short={origin_of(term): term.en_short for term in registered if term.en_short},
        )


@dataclass(frozen=True, slots=True)
class Unregistered:
    """What no entry decides and no entry but a person's or a title's can change: persons found, and figures."""

    people: Names
    figures: tuple[tuple[str, Span], ...]

    @classmethod
    def of(
        cls, document: Document, entities: Sequence[Sequence[Entity]], known: Known, config: Config
    ) -> "Unregistered":
        people = find_people(document, entities, known, config.style.romanization)
        return cls(people, tuple(figure_annotator(_quantity_style(config))(document)))


def spanned(
    document: Document,
    entities: Sequence[Sequence[Entity]],
    words: Words,
    config: Config,
    unregistered: Unregistered | None = None,
) -> Document:
    """The document with its spans decided: terms given by hand first, then terms, names and figures, longest first.

    `entities` are those of the tagger, for each segment in order; `unregistered` may be handed on from other words that
    know the same persons and titles.
    """
    apart = unregistered or Unregistered.of(document, entities, words.known, config)
    document = _with_spans(document, term_annotator(words.hand)(document))
    surely = (*term_annotator(words.others)(document), *apart.people.spans, *apart.figures)
    bodies = find_bodies(_with_spans(document, surely), entities, words.known)
    document = _with_spans(document, (*surely, *bodies.spans))
    document = document.with_notes(uncovered((*apart.people.notes, *bodies.notes), document))
    return decide(with_readings(document), words.short, config.style.person)


def _with_spans(document: Document, proposals: Iterable[tuple[str, Span]]) -> Document:
    """The document with what is proposed, the earlier first among equals; spans that stand already stay."""
    proposed: dict[str, list[Span]] = {}
    for segment_id, span in proposals:
        proposed.setdefault(segment_id, []).append(span)
    return document.map_segments(
        lambda segment: segment.with_spans(proposed[segment.id]) if segment.id in proposed else segment
    )


def _quantity_style(config: Config) -> QuantityStyle:
    return QuantityStyle(**{field.name: getattr(config.style, field.name) for field in fields(QuantityStyle)})
