"""Which terms of a glossary the engine cannot keep: each tried once in a plain sentence."""

from collections.abc import Callable, Iterator, Sequence

from i18n_news.glossary.terms import Term
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span, SpanKind
from i18n_news.translate.engine import Engine
from i18n_news.translate.mask import FAMILIES, Family
from i18n_news.translate.stage import translate

# A sentence in which a word of the kind is at home; the engine should have no other trouble with it.
SENTENCES = {
    "person": "昨天{}参加了会议。",
    "place": "昨天代表们来到{}参观。",
    "organization": "昨天{}召开了会议。",
    "title": "昨天{}参加了会议。",
}
SENTENCE = "昨天大家在会议上讨论了{}。"
AT_ONCE = 64

Progress = Callable[[int, int], None]


def mangled(
    terms: Sequence[Term],
    engine: Engine,
    families: Sequence[Family] = FAMILIES,
    progress: Progress = lambda done, total: None,
) -> Iterator[tuple[Term, str]]:
    """The terms whose form had to be put in brackets at the end of a clause, each with the sentence that came out."""
    rendered = [term for term in terms if term.en]
    for first in range(0, len(rendered), AT_ONCE):
        progress(first, len(rendered))
        some = rendered[first : first + AT_ONCE]
        segments = tuple(_segment(term, f"p{number}.s1") for number, term in enumerate(some, start=1))
        blocks = tuple(Block(BlockKind.PARAGRAPH, (segment,)) for segment in segments)
        edition = translate(Document("lint", Locale.ZH_HANS, blocks=blocks), engine, families=families)
        lost = {note.segment_id for note in edition.notes if note.kind == "fallback"}
        for term, segment in zip(some, segments, strict=True):
            if segment.id in lost:
                yield term, edition.targets[segment.id].text
    progress(len(rendered), len(rendered))


def _segment(term: Term, name: str) -> Segment:
    sentence = SENTENCES.get(term.kind, SENTENCE)
    start = sentence.index("{}")
    span = Span(start, start + len(term.source), SpanKind(term.kind), {Locale.EN: term.en}, origin=term.place)
    return Segment(name, sentence.format(term.source)).with_spans([span])
