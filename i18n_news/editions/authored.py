"""A release written in Traditional: converted for the stages that read Simplified, kept as its author's own edition."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from i18n_news.editions.script import region_of, script_of
from i18n_news.editions.segments import STAGE
from i18n_news.editions.simplify import Simplified
from i18n_news.editions.trace import Trace
from i18n_news.model import Document, Edition, Locale, Note, Run, Segment, State, Target, joined

# What makes the way back from a locale.
Back = Callable[[Locale], Callable[[str], Simplified]]


@dataclass(frozen=True, slots=True)
class Authored:
    """How the segments of a document were converted from what its author wrote; no traces when it was Simplified."""

    locale: Locale = Locale.ZH_HANS
    traces: Mapping[str, Trace] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.traces)


def in_simplified(document: Document, back: Back) -> tuple[Document, Authored]:
    """The document in Simplified characters, before it has spans, and how to get its author's text again.

    A Simplified document stays as it is, but for a note where a part of it is Traditional. `locale` in the front
    matter names the region where the text alone does not tell.
    """
    text = "\n".join(block.source for block in document.blocks)
    script = script_of(text)
    if not script.is_traditional:
        return document.with_notes(_mixed(document) if script.is_mixed else ()), Authored()
    told = document.meta.get("locale", "")
    locale = Locale(told) if told in set(Locale) and Locale(told).is_traditional else region_of(text)
    simplify = back(locale)
    converted = {segment.id: simplify(segment.source) for segment in document.segments()}
    notes = [*_moved(document.notes, converted), *(_choices(converted))]
    if script.is_mixed:
        notes += _mixed(document)
    meta = {key: simplify(value).text for key, value in document.meta.items()}
    changed = replace(
        document.map_segments(lambda segment: Segment(segment.id, converted[segment.id].text)),
        meta=meta,
        notes=tuple(notes),
    )
    return changed, Authored(locale, {name: made.trace for name, made in converted.items()})


def own_edition(document: Document, authored: Authored) -> Edition:
    """The author's own text as the edition of its locale, each span of the document over what it was read from."""
    targets = {}
    for segment in document.segments():
        trace = authored.traces[segment.id]
        targets[segment.id] = Target(
            segment_id=segment.id,
            locale=authored.locale,
            runs=joined(_runs(segment, trace)),
            state=State.FINAL,
            origin="author",
        )
    return Edition(authored.locale, targets)


def _runs(segment: Segment, trace: Trace) -> Iterable[Run]:
    position = 0
    for span in segment.spans:
        # Two spans may share one exchanged word: the first has it.
        start = max(position, trace.origin(span.start))
        end = max(start, trace.origin(span.end, is_end=True))
        yield Run(trace.source[position:start])
        yield Run(trace.source[start:end], span.id)
        position = end
    yield Run(trace.source[position:])


def _moved(notes: Iterable[Note], converted: Mapping[str, Simplified]) -> Iterable[Note]:
    """The notes of the stages before, at their places in the Simplified text."""
    for note in notes:
        trace = converted[note.segment_id].trace if note.segment_id in converted else None
        if trace is None or note.end > len(trace.source):
            yield note
        else:
            yield replace(note, start=trace.offset(note.start), end=trace.offset(note.end))


def _choices(converted: Mapping[str, Simplified]) -> Iterable[Note]:
    for name, made in converted.items():
        for choice in made.choices:
            word = made.trace.source[choice.start : choice.end]
            start, end = made.trace.offset(choice.start), made.trace.offset(choice.end)
            yield Note(STAGE, "read-as", name, f"{word} is read as {choice.written} ({choice.reason})", start, end)


def _mixed(document: Document) -> Iterable[Note]:
    """One note on the first segment that is not in the script of the whole."""
    whole = script_of("\n".join(block.source for block in document.blocks)).is_traditional
    for segment in document.segments():
        script = script_of(segment.source)
        if script.is_mixed or (script.traditional + script.simplified and script.is_traditional != whole):
            message = "Simplified and Traditional characters are mixed from here on: see which was meant"
            yield Note(STAGE, "mixed-script", segment.id, message, 0, len(segment.source))
            return
