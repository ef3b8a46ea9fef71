"""What a change of the glossaries would do: the releases that it touches, sentence by sentence, nothing written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from i18n_news.analyze.names import Tag
from i18n_news.config import Config
from i18n_news.editions.convert import simplified
from i18n_news.glossary.diff import Change, diff
from i18n_news.impact.releases import find, is_given, published
from i18n_news.impact.renew import Chinese, Placed, english, revised
from i18n_news.impact.sides import Sides
from i18n_news.impact.spans import Compared, compare, differing, english_view, unchanged
from i18n_news.impact.values import BY_PERSONS, Affected, Impact, Renewed, Rewording, Sentence
from i18n_news.model import Document, Locale, Segment, Span, Target
from i18n_news.pipeline import Models, Report, silent


@dataclass(slots=True)
class _Work:
    """One release while it is assessed: the segments to renew, in order, and their new targets."""

    compared: Compared
    names: tuple[str, ...]
    targets: dict[tuple[Locale, str], Renewed] = field(default_factory=dict)

    @property
    def document(self) -> Document:
        return self.compared.release.document


def assess(
    sides: Sides,
    config: Config,
    *,
    tag: Callable[[], Tag],
    models: Callable[[], Models],
    report: Report = silent,
) -> Impact:
    """The changes, and what each would do to the releases below the config's `out`.

    The tagger is opened only where a changed entry stands in a release, the engine only where a sentence has to be
    translated again.
    """
    changes = differences(sides)
    found = find(config.path(config.build.out), [change.source for change in changes])
    registries = [term for side in (sides.old, sides.new) for term in side.vocabulary.registered]
    spanning = {change.source for change in changes} & {term.source for term in registries}
    annotated = [each for each in found.releases if any(spanning & hits for hits in each.hits.values())]
    both = compare(annotated, sides, config, tag()) if annotated else []
    compared = {each.release.folder: each for each in both}
    works = _chinese([compared.get(r.folder) or unchanged(r) for r in found.releases], sides, config)
    report("annotate", len(both), len(both))
    _simplified(works)
    _english(works, models, report)
    releases = [_affected(work, changes) for work in works]
    return Impact(sides, changes, tuple(releases), found.total, (*sides.remarks, *found.remarks))


def alone(sides: Sides) -> Impact:
    """The changes of the entries, with no release looked at."""
    return Impact(sides, differences(sides), (), 0, sides.remarks)


def differences(sides: Sides) -> tuple[Change, ...]:
    """The changes of the registries, then those of the words of the Traditional editions."""
    old, new = sides.old.vocabulary, sides.new.vocabulary
    words = [diff(old.words.get(locale, ()), rows) for locale, rows in new.words.items()]
    return (*diff(old.registered, new.registered), *(change for found in words for change in found))


def _chinese(compared: Sequence[Compared], sides: Sides, config: Config) -> list[_Work]:
    """The releases with something to renew, with what the Traditional editions become."""
    convert = Chinese(sides, config)
    works = []
    for each in compared:
        targets: dict[tuple[Locale, str], Renewed] = {}
        document = each.release.document
        for locale, edition in document.editions.items():
            if not locale.is_traditional or is_given(document, edition):
                continue
            for name, renewed in convert(each, locale).items():
                stands = edition.targets.get(name)
                if stands is None or renewed.target is None or stands.text != renewed.target.text:
                    targets[locale, name] = renewed
        names = {*each.touched, *(name for _, name in targets)}
        if names:
            order = tuple(segment.id for segment in document.segments() if segment.id in names)
            works.append(_Work(each, order, targets))
    return works


def _simplified(works: Sequence[_Work]) -> None:
    for work in works:
        if work.document.locale in work.document.editions:
            made = simplified(work.compared.after)
            work.targets |= {(made.locale, name): Renewed(made.targets[name]) for name in work.names}


def _english(works: Sequence[_Work], models: Callable[[], Models], report: Report) -> None:
    """Translate again, of all releases together, the segments whose spans say something else in English."""
    wanted: list[tuple[_Work, Placed]] = []
    for work in works:
        if Locale.EN not in work.document.editions:
            continue
        stored = {segment.id: segment for segment in work.document.segments()}
        for block in work.compared.after.blocks:
            wanted += [
                (work, (block.kind, segment))
                for segment in block.segments
                if segment.id in work.names and english_view(segment) != english_view(stored[segment.id])
            ]
    made = english([placed for _, placed in wanted], models, report)
    for (work, (_, segment)), renewed in zip(wanted, made, strict=True):
        work.targets[Locale.EN, segment.id] = renewed


def _affected(work: _Work, changes: Sequence[Change]) -> Affected:
    document, compared = work.document, work.compared
    before = {segment.id: segment for segment in document.segments()}
    after = {segment.id: segment for segment in compared.after.segments()}
    old = {segment.id: segment for segment in compared.before.segments()}
    blame = _Blame(compared, changes)
    sentences = []
    for name in work.names:
        rewordings = tuple(_rewordings(work, name))
        sentences.append(Sentence(before[name], after[name], rewordings, blame(old[name], after[name])))
    held = {sentence.before.id for sentence in sentences if sentence.is_held}
    return Affected(
        folder=compared.release.folder,
        document=document,
        revised=revised(compared, _without_needless(work), work.names, held),
        sentences=tuple(sentences),
        published=published(document),
        stale=compared.stale,
        is_of_other_engine=_is_of_other_engine(work),
    )


def _rewordings(work: _Work, name: str) -> list[Rewording]:
    """What would read differently, in the order of the editions."""
    found = []
    for locale, edition in work.document.editions.items():
        renewed, stands = work.targets.get((locale, name)), edition.targets.get(name)
        old, new = _text(stands), _text(renewed.target if renewed else stands)
        if old != new:
            is_by_person = bool(stands and stands.state in BY_PERSONS) and not is_given(work.document, edition)
            found.append(Rewording(locale, old, new, is_by_person))
    return found


def _without_needless(work: _Work) -> Mapping[tuple[Locale, str], Renewed]:
    """The new targets, without those that say what a person has read and approved already."""
    stands = {
        (locale, name): target
        for locale, edition in work.document.editions.items()
        if not is_given(work.document, edition)
        for name, target in edition.targets.items()
    }
    return {
        key: renewed
        for key, renewed in work.targets.items()
        if not (key in stands and stands[key].state in BY_PERSONS and _text(renewed.target) == stands[key].text)
    }


def _text(target: Target | None) -> str:
    return target.text if target else ""


def _is_of_other_engine(work: _Work) -> bool:
    """Whether another engine made what this one would make again."""
    edition = work.document.editions.get(Locale.EN)
    pairs = [
        (edition.targets[name].origin, made.target.origin)
        for (locale, name), made in work.targets.items()
        if edition and locale is Locale.EN and made.target and name in edition.targets
    ]
    return any(old != new and "decided" not in (old, new) for old, new in pairs)


class _Blame:
    """Which changes a sentence reads differently for."""

    def __init__(self, compared: Compared, changes: Sequence[Change]) -> None:
        self._compared = compared
        self._changes = changes
        standing = {source for hits in compared.release.hits.values() for source in hits}
        self._here = [number for number, change in enumerate(changes) if change.source in standing]

    def __call__(self, before: Segment, after: Segment) -> tuple[int, ...]:
        """The changes whose entries made or lost a span here; else those that stand where spans differ, or in the
        sentence; else, for a mention that is no longer the first, those that stand elsewhere in the release.
        """
        lost, made = differing(before, after)
        gone = {span.origin.removesuffix(" (draft)") for span in lost}
        come = {span.origin.removesuffix(" (draft)") for span in made}
        hits = self._compared.release.hits.get(before.id, frozenset())
        changed = [(number, self._changes[number]) for number in self._here]
        by_entry = [n for n, c in changed if (c.old and c.old.place in gone) or (c.new and c.new.place in come)]
        in_sentence = [number for number, change in changed if change.source in hits]
        spans = (*lost, *made)
        at_place = [n for n in in_sentence if _stands_at(self._changes[n].source, before.source, spans)]
        return tuple(by_entry or at_place or in_sentence or self._here)


def _stands_at(source: str, text: str, spans: Sequence[Span]) -> bool:
    """Whether the source stands in the text where one of the spans is."""
    start = text.find(source)
    while start >= 0:
        end = start + len(source)
        if any(span.start < end and start < span.end for span in spans):
            return True
        start = text.find(source, start + 1)
    return False
