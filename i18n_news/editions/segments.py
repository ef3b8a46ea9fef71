"""One segment in a Traditional edition: decided forms stand, persons are spelled by rule, the rest is converted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from i18n_news.editions.boundaries import mended
from i18n_news.editions.differences import Difference, Piece, Why, of_piece
from i18n_news.editions.disagreement import Doubt, doubts, straddled
from i18n_news.editions.kept import kept_stretches
from i18n_news.editions.opencc import Converter, plain_spelling
from i18n_news.editions.overrides import Overrides
from i18n_news.editions.personal_names import assumed_form, is_chinese_name, is_doubtful
from i18n_news.editions.trace import Trace, together
from i18n_news.editions.words import segmenter
from i18n_news.model import Locale, Note, Run, Segment, Span, SpanKind

STAGE = "editions"
# Characters shown on either side of a doubt.
_AROUND = 6


@dataclass(slots=True)
class Made:
    """What the conversion of one segment gave."""

    runs: list[Run] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)


class SegmentConverter:
    """Converts the segments of one edition; `spell` is the conversion without any override."""

    def __init__(
        self, locale: Locale, overrides: Overrides, to_traditional: Converter, spell: Callable[[str], str]
    ) -> None:
        self._locale = locale
        self._overrides = overrides
        self._convert = to_traditional
        self._words = segmenter(frozenset(overrides.forms))
        # A document has few different words, and each is asked for often.
        self._alone = lru_cache(maxsize=1 << 16)(spell)

    def __call__(self, segment: Segment, text: str) -> Made:
        """`text` is the segment's source with other quotation marks: it has the same length."""
        made = Made()
        plain = plain_spelling(segment.source)
        position = 0
        free: list[Span] = []
        for span in segment.spans:
            decided = decided_form(segment, span, self._locale)
            form = decided or self._name_form(segment, span)
            if not form:
                free.append(span)
                continue
            self._piece(made, segment, text, plain, (position, span.start), free)
            made.runs.append(Run(form, span.id))
            made.differences += _of_form(segment, span, plain, form, bool(decided))
            if not decided:
                made.notes += _name_notes(segment, span, form)
            position, free = span.end, []
        self._piece(made, segment, text, plain, (position, len(text)), free)
        return made

    def _piece(
        self, made: Made, segment: Segment, text: str, plain: str, place: tuple[int, int], spans: Sequence[Span]
    ) -> None:
        """One piece between protected spans: converted as a whole, then cut at the edges of its other spans."""
        start, end = place
        if start == end:
            return
        part = text[start:end]
        own = [(span.start - start, span.end - start) for span in spans if span.kind is SpanKind.ORGANIZATION]
        edges = {edge - start for span in spans for edge in (span.start, span.end)}
        cuts = self._words(part)
        unmended = self._with_tai(self._trace(part, cuts)).settled(edges, [*own, *kept_stretches(part)])
        trace = mended(unmended)
        piece = Piece(start, trace, unmended, tuple(doubts(trace, cuts, self._alone, _settled(trace, unmended))))
        position = 0
        for span in spans:
            made.runs.append(Run(trace.part(position, span.start - start)))
            made.runs.append(Run(trace.part(span.start - start, span.end - start), span.id))
            position = span.end - start
        made.runs.append(Run(trace.part(position, len(part))))
        made.notes += (_doubt_note(segment, start, doubt) for doubt in piece.doubts)
        made.differences += of_piece(segment.id, segment.source, plain, piece, self._overrides)

    def _trace(self, part: str, cuts: Sequence[tuple[int, int]]) -> Trace:
        """The conversion, in halves where an exchanged word would take a part of its neighbour."""
        trace = self._convert.trace(part)
        edges = straddled(trace, cuts, self._overrides.forms)
        if not edges:
            return trace
        bounds = pairwise(sorted({0, *edges, len(part)}))
        return together([self._convert.trace(part[start:end]) for start, end in bounds])

    def _with_tai(self, trace: Trace) -> Trace:
        if not self._overrides.keeps_tai or "台" not in trace.source:
            return trace
        pairs = zip(trace.source, trace.spelled, strict=True)
        return replace(trace, spelled="".join("台" if char == "台" and form == "臺" else form for char, form in pairs))

    def _name_form(self, segment: Segment, span: Span) -> str:
        if span.kind is not SpanKind.PERSON:
            return ""
        name = segment.text_of(span)
        return assumed_form(name, self._convert.spell) if is_chinese_name(name) else self._convert.spell(name)


def decided_form(segment: Segment, span: Span, locale: Locale) -> str:
    """The form that is decided for the span: its own, a code as it stands, or a person's other Traditional form."""
    if span.kind is SpanKind.CODE:
        return segment.text_of(span)
    form = span.forms.get(locale, "")
    if not form and span.kind is SpanKind.PERSON:
        return next((text for other, text in span.forms.items() if other.is_traditional), "")
    return form


def _settled(trace: Trace, unmended: Trace) -> set[int]:
    """The offsets at which a word of the house or a boundary rule has spoken."""
    spoken = {at for swap in (*trace.swaps, *trace.guards) for at in range(swap.start, swap.end)}
    pairs = enumerate(zip(trace.spelled, unmended.spelled, strict=True))
    return spoken | {at for at, (ours, before) in pairs if ours != before or ours == "台"}


def _doubt_note(segment: Segment, offset: int, doubt: Doubt) -> Note:
    start, end = offset + doubt.start, offset + doubt.end
    around = segment.source[max(0, start - _AROUND) : end + _AROUND]
    message = (
        f"the converters disagree in “{around}”: {doubt.word} is written {doubt.written}, alone it is {doubt.alone}"
    )
    return Note(STAGE, "converters-disagree", segment.id, message, start, end)


def _name_notes(segment: Segment, span: Span, form: str) -> Iterator[Note]:
    name = segment.text_of(span)
    if is_chinese_name(name) and is_doubtful(name):
        message = f"traditional name form assumed: {name} as {form}; register it"
        yield Note(STAGE, "name-form-assumed", segment.id, message, span.start, span.end)


def _of_form(segment: Segment, span: Span, plain: str, form: str, is_decided: bool) -> Iterator[Difference]:
    literal = plain[span.start : span.end]
    if form == literal:
        return
    if is_decided:
        why, reason = (Why.NAME if span.kind.is_name else Why.TERM), span.origin or "decided"
    else:
        why, reason = Why.NAME, "a person's name by the rule for surnames; nobody registered it"
    yield Difference(segment.id, span.start, span.end, segment.text_of(span), literal, form, why, reason)
