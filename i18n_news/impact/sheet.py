"""An impact as its readers get it: the rows of the sheet, and plain data for other programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from i18n_news.config import Config
from i18n_news.glossary.diff import Change, ChangeKind, texts
from i18n_news.glossary.precedence import Precedence
from i18n_news.glossary.terms import LOCALES
from i18n_news.impact.sides import Side
from i18n_news.impact.spans import differing
from i18n_news.impact.values import Affected, Impact, Sentence
from i18n_news.render.impact import CellRow, EditionRow, EntryRow, Marked, ReleaseRow, SentenceRow, Sheet, text_diff
from i18n_news.render.views import release_view

LANGUAGES = {
    "source": "zh-Hans",
    "en_short": "en",
    "avoid": "en",
    "avoid_reason": "en",
    "reading": "zh-Latn-pinyin",
    **{locale: locale for locale in LOCALES},
}


def sheet(impact: Impact, config: Config) -> Sheet:
    """The rows in the order of the releases' names; entries that make sentences read differently come first."""
    old, new = (_precedence(side, config) for side in (impact.sides.old, impact.sides.new))
    uses, anew, order = impact.uses, impact.anew, _order(impact)
    numbers = {index: number for number, index in enumerate(order, start=1)}
    domains = config.glossary.domains
    remarks = {index: _remark(impact.changes[index], old, new, domains) for index in order}
    entries = tuple(
        _entry(numbers[index], impact.changes[index], uses.get(index, (0, 0)), anew.get(index, 0), remarks[index])
        for index in order
    )
    releases = tuple(_release(release, numbers) for release in impact.releases)
    return Sheet(impact.sides.old.name, impact.sides.new.name, entries, releases, impact.looked_at, impact.remarks)


def as_data(impact: Impact, shown: Sheet) -> dict[str, Any]:
    """What `--json` prints: stable names, the texts in full."""
    changes = [impact.changes[index] for index in _order(impact)]
    return {
        "format": "i18n-news impact",
        "version": 1,
        "old": shown.old,
        "new": shown.new,
        "totals": {
            "entries": len(shown.entries),
            "releases": shown.looked_at,
            "releases_reworded": shown.reworded,
            "published_reworded": shown.published,
            "sentences_reworded": shown.sentences,
            "sentences_held": shown.held,
            "sentences_checked_anew": shown.anew,
        },
        "entries": [_entry_data(row, change) for row, change in zip(shown.entries, changes, strict=True)],
        "releases": [_release_data(release, row) for release, row in zip(impact.releases, shown.releases, strict=True)],
        "remarks": list(shown.remarks),
    }


def _order(impact: Impact) -> list[int]:
    """The indices of the changes: those with the most sentences first, those that bind nothing last."""
    uses = impact.uses
    return sorted(range(len(impact.changes)), key=lambda n: (-uses.get(n, (0, 0))[1], not impact.changes[n].binds, n))


def _precedence(side: Side, config: Config) -> Precedence:
    vocabulary, settings = side.vocabulary, config.glossary
    return Precedence(vocabulary.by_hand, vocabulary.configured, drafts=settings.drafts, domains=settings.domains)


def _entry(number: int, change: Change, uses: tuple[int, int], anew: int, remark: str) -> EntryRow:
    term = change.term
    cells = tuple(
        CellRow(cell.column, LANGUAGES.get(cell.column, ""), text_diff(cell.old, cell.new))
        for cell in change.cells
        if (change.old and change.new) or cell.column not in ("file", "status", "kind")
    )
    day = texts(term)["decided_on"]
    return EntryRow(
        number=number,
        source=term.source,
        kind=_meaning(change),
        place=term.place.removeprefix("glossary:"),
        cells=cells,
        decided=", ".join(filter(None, (term.decided_by, day))),
        origin=term.origin,
        releases=uses[0],
        sentences=uses[1],
        remark=f"{anew} checked anew" if anew else remark,
    )


def _meaning(change: Change) -> str:
    """The kind of the change; of a status the one that it is now."""
    if change.kind is ChangeKind.STATUS and change.new:
        return change.new.status
    return change.kind.value


def _remark(change: Change, old: Precedence, new: Precedence, domains: Sequence[str]) -> str:
    """Why the change of an entry changes no edition, where its own row says so."""
    if not change.binds:
        return "changes no edition"
    domain = change.term.domain
    is_of_one_domain = not (change.old and change.new) or change.old.domain == domain
    if domain and domain not in domains and is_of_one_domain:
        return f"only for {domain}, which is not in [glossary] domains"
    precedence = new if change.new else old
    overruling = precedence.overruling(change.term)
    if overruling:
        return f"shadowed by {overruling.place.removeprefix('glossary:')}"
    if not precedence.entries(change.source):
        return ""
    if change.kind is ChangeKind.ADDED and change.term.status != "approved":
        bound = precedence.binding_on(change.source, None)
        return "" if bound else f"{change.term.status}: does not bind"
    return ""


def _release(release: Affected, numbers: dict[int, int]) -> ReleaseRow:
    document = release.document
    remarks = []
    if release.stale:
        count = f"{release.stale} sentence{'s' * (release.stale > 1)}"
        remarks.append(f"built with another glossary or program: OLD does not explain {count}")
    if release.is_of_other_engine:
        remarks.append("translated by another engine: sentences may change in more than the entry")
    return ReleaseRow(
        name=release.folder.name,
        title=release_view(document, (document.locale,)).title,
        locale=document.locale,
        published=release.published,
        sentences=tuple(_sentence(sentence, numbers) for sentence in release.reworded),
        anew=len(release.sentences) - len(release.reworded),
        remarks=tuple(remarks),
    )


def _sentence(sentence: Sentence, numbers: dict[int, int]) -> SentenceRow:
    editions = tuple(
        EditionRow(each.locale, text_diff(each.old, each.new), each.is_by_person) for each in sentence.rewordings
    )
    entries = tuple(sorted(numbers[index] for index in sentence.changes))
    return SentenceRow(sentence.after.id, tuple(_marked(sentence)), editions, entries, sentence.is_held)


def _marked(sentence: Sentence) -> Iterator[Marked]:
    """The source with the stretches marked that are decided otherwise."""
    lost, made = differing(sentence.before, sentence.after)
    inside = {at for span in (*lost, *made) for at in range(span.start, span.end)}
    text, start = sentence.after.source, 0
    for at in range(1, len(text) + 1):
        if at == len(text) or (at in inside) != (start in inside):
            yield Marked(text[start:at], start in inside)
            start = at


def _entry_data(row: EntryRow, change: Change) -> dict[str, Any]:
    return {
        "number": row.number,
        "change": change.kind.value,
        "source": row.source,
        "place": row.place,
        "columns": {cell.column: [cell.old, cell.new] for cell in change.cells},
        "ends": texts(change.ended)["valid_to"] if change.ended else "",
        "decided": row.decided,
        "origin": row.origin,
        "releases": row.releases,
        "sentences": row.sentences,
        "remark": row.remark,
    }


def _release_data(release: Affected, row: ReleaseRow) -> dict[str, Any]:
    sentences: Sequence[Sentence] = release.reworded
    return {
        "release": row.name,
        "published": row.published,
        "sentences": [
            {
                "segment": sentence.after.id,
                "source": sentence.after.source,
                "entries": list(shown.entries),
                "needs_person": sentence.is_held,
                "editions": {each.locale.value: [each.old, each.new] for each in sentence.rewordings},
            }
            for sentence, shown in zip(sentences, row.sentences, strict=True)
        ],
        "checked_anew": row.anew,
        "remarks": list(row.remarks),
    }
