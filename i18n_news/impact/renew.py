"""New targets for touched segments alone: translated or converted as a build would, each segment by itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from i18n_news.config import Config
from i18n_news.editions.chinese import ChineseWords
from i18n_news.editions.convert import converted
from i18n_news.errors import EngineError
from i18n_news.impact.sides import Sides
from i18n_news.impact.spans import Compared, chinese_view, view
from i18n_news.impact.values import Renewed
from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Note, Run, Segment, Target, joined
from i18n_news.pipeline import Models, Report
from i18n_news.translate.stage import translate

# A segment with the part that its block plays: the translation treats headings and list items in their own way.
Placed = tuple[BlockKind, Segment]


def english(wanted: Sequence[Placed], models: Callable[[], Models], report: Report) -> list[Renewed]:
    """The English of each segment, in one call; a sentence that returns in many releases is asked for once."""
    if not wanted:
        return []
    loaded = models()
    if loaded.engine is None:
        raise EngineError("there is no translation engine; give one in [engine] of i18n-news.toml")
    keys = [_key(kind, segment) for kind, segment in wanted]
    unique = dict(zip(keys, wanted, strict=True))
    names = {key: f"u{number}.s1" for number, key in enumerate(unique, start=1)}
    blocks = [Block(kind, (_renamed(segment, names[key]),)) for key, (kind, segment) in unique.items()]
    document = Document("impact", Locale.ZH_HANS, tuple(blocks))
    edition = translate(document, loaded.engine, partial(report, "translate"), loaded.families)
    notes = _by_segment(edition.notes)
    return [
        _returned(edition.targets.get(names[key]), notes.get(names[key], ()), segment.id)
        for key, (_, segment) in zip(keys, wanted, strict=True)
    ]


class Chinese:
    """The Traditional editions by both sides, for the blocks in which they can differ."""

    def __init__(self, sides: Sides, config: Config) -> None:
        self._old, self._new = (ChineseWords(side.vocabulary.words, config.taiwan) for side in (sides.old, sides.new))
        self._overrides = {
            locale: (self._old.overrides(locale), self._new.overrides(locale))
            for locale in Locale
            if locale.is_traditional
        }

    def __call__(self, compared: Compared, locale: Locale) -> dict[str, Renewed]:
        """By segment id what is to stand there, for the segments that the two sides write differently."""
        old, new = self._overrides[locale]
        is_same_words = (old.forms, old.keeps_tai) == (new.forms, new.keeps_tai)
        pairs = [
            (before, after)
            for before, after in zip(compared.before.blocks, compared.after.blocks, strict=True)
            if _may_differ(before, after, {} if is_same_words else compared.release.hits)
        ]
        if not pairs:
            return {}
        # A block as a whole: quotation marks pair over its sentences.
        was = converted(replace(compared.before, blocks=tuple(b for b, _ in pairs), notes=()), locale, old).edition
        will = converted(replace(compared.after, blocks=tuple(a for _, a in pairs), notes=()), locale, new).edition
        notes = _by_segment(will.notes)
        return {
            name: Renewed(target, notes.get(name, ()))
            for name, target in will.targets.items()
            if target.text != was.targets[name].text
        }


def carried_over(target: Target, before: Segment, after: Segment) -> Target:
    """A target whose words stay, tied to the spans as they are now; what renders no span any more is free text."""
    if view(before) == view(after):
        return target
    places = {(span.start, span.end): span.id for span in after.spans}
    ids = {span.id: places.get((span.start, span.end), "") for span in before.spans}
    return replace(target, runs=joined(Run(run.text, ids.get(run.span_id, "")) for run in target.runs))


def revised(
    compared: Compared, targets: Mapping[tuple[Locale, str], Renewed], names: Iterable[str], held: Iterable[str]
) -> Document:
    """The stored document with the named segments renewed, but not the held ones; all else as it stands."""
    document = compared.release.document
    kept = set(held)
    renewed = {s.id: s for s in compared.after.segments() if s.id in set(names) - kept}
    old = {segment.id: segment for segment in document.segments()}
    blocks = tuple(
        replace(block, segments=tuple(renewed.get(segment.id, segment) for segment in block.segments))
        for block in document.blocks
    )
    editions: dict[Locale, Edition] = {}
    for locale, edition in document.editions.items():
        own = {name: made for (place, name), made in targets.items() if place is locale and name not in kept}
        written = {
            name: carried_over(target, old[name], renewed[name]) if name in renewed else target
            for name, target in edition.targets.items()
        }
        # One without a target now may get one; a segment that is to have none loses its own.
        written |= {name: made.target for name, made in own.items() if made.target}
        stays = {name: target for name, target in written.items() if name not in own or own[name].target}
        notes = [note for note in edition.notes if note.segment_id not in own]
        notes += [note for made in own.values() for note in made.notes]
        editions[locale] = Edition(locale, stays, tuple(notes))
    return replace(document, blocks=blocks, editions=editions, notes=_notes(compared, set(renewed)))


def _notes(compared: Compared, renewed: set[str]) -> tuple[Note, ...]:
    """The notes of the annotating stages on renewed segments are those of now; all others stay."""
    stays = [n for n in compared.release.document.notes if n.stage != "annotate" or n.segment_id not in renewed]
    return (*stays, *(n for n in compared.after.notes if n.stage == "annotate" and n.segment_id in renewed))


def _may_differ(before: Block, after: Block, hits: Mapping[str, object]) -> bool:
    return any(
        old.id in hits or chinese_view(old) != chinese_view(new)
        for old, new in zip(before.segments, after.segments, strict=True)
    )


def _key(kind: BlockKind, segment: Segment) -> tuple[object, ...]:
    return kind.is_heading, kind is BlockKind.LIST_ITEM, segment.source, view(segment)


def _renamed(segment: Segment, name: str) -> Segment:
    spans = tuple(replace(span, id=f"{name}.n{number}") for number, span in enumerate(segment.spans, start=1))
    return Segment(name, segment.source, spans)


def _returned(target: Target | None, notes: Sequence[Note], name: str) -> Renewed:
    """What was made under another id, under the segment's own."""
    own = tuple(replace(note, segment_id=name) for note in notes)
    if target is None:
        return Renewed(None, own)
    runs = tuple(Run(run.text, run.span_id and f"{name}.{run.span_id.rpartition('.')[2]}") for run in target.runs)
    return Renewed(replace(target, segment_id=name, runs=runs), own)


def _by_segment(notes: Iterable[Note]) -> dict[str, tuple[Note, ...]]:
    found: dict[str, tuple[Note, ...]] = {}
    for note in notes:
        found[note.segment_id] = (*found.get(note.segment_id, ()), note)
    return found
