"""The impact sheet: a change of the glossaries as entries and sentences before and after, to read, print and sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from i18n_news.model import Locale
from i18n_news.render.environment import Templates
from i18n_news.render.worddiff import TOKEN, Change, word_diff
from i18n_news.text.han import is_han


@dataclass(frozen=True, slots=True)
class CellRow:
    """One column of an entry, old against new; `locale` is the language of its text, "" for a code or a name."""

    column: str
    locale: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One changed entry; `remark` says why it changes nothing, where it does not."""

    number: int
    source: str
    kind: str
    place: str
    cells: tuple[CellRow, ...]
    decided: str
    origin: str
    releases: int
    sentences: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a source sentence; the marked ones are what the change is about."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class EditionRow:
    locale: Locale
    changes: tuple[Change, ...]
    is_by_person: bool


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """One sentence that would read differently, with the numbers of the entries that make it so."""

    segment_id: str
    source: tuple[Marked, ...]
    editions: tuple[EditionRow, ...]
    entries: tuple[int, ...]
    is_held: bool


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A release; `anew` counts the sentences whose words stay while checks, readings or marks change."""

    name: str
    title: str
    locale: Locale
    published: str
    sentences: tuple[SentenceRow, ...]
    anew: int
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that stands on the sheet; `looked_at` counts the releases of the workspace."""

    old: str
    new: str
    entries: tuple[EntryRow, ...]
    releases: tuple[ReleaseRow, ...]
    looked_at: int
    remarks: tuple[str, ...] = ()

    @property
    def sentences(self) -> int:
        return sum(len(release.sentences) for release in self.releases)

    @property
    def reworded(self) -> int:
        """The releases of which a sentence would read differently."""
        return sum(bool(release.sentences) for release in self.releases)

    @property
    def published(self) -> int:
        return sum(bool(release.published and release.sentences) for release in self.releases)

    @property
    def held(self) -> int:
        return sum(sentence.is_held for release in self.releases for sentence in release.sentences)

    @property
    def anew(self) -> int:
        return sum(release.anew for release in self.releases)


def impact_page(templates: Templates, sheet: Sheet) -> str:
    """One HTML page without any other file, for the screen, the phone and paper."""
    return templates.fill("impact.html", sheet=sheet)


def text_diff(old: str, new: str) -> tuple[Change, ...]:
    """What changed: by words where there are words, by characters in Chinese, which has no spaces between them."""
    if not any(map(is_han, old + new)):
        return word_diff(old, new)
    before, after = list(_pieces(old)), list(_pieces(new))
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(_bridged([Change("".join(before[a:b]), "".join(after[c:d])) for _, a, b, c, d in codes]))


def _pieces(text: str) -> Iterator[str]:
    """Chinese characters one by one, all other words and figures whole."""
    for match in TOKEN.finditer(text):
        word = match.group()
        if any(map(is_han, word)):
            yield from word
        else:
            yield word


def _bridged(changes: Sequence[Change]) -> list[Change]:
    """Changes with one character between them read as one: a word is replaced, not its first and last character."""
    merged: list[Change] = []
    for change in changes:
        if len(merged) > 1 and not change.is_kept and merged[-1].is_kept and len(merged[-1].old) == 1:
            kept, last = merged.pop(), merged.pop()
            change = Change(last.old + kept.old + change.old, last.new + kept.new + change.new)
        merged.append(change)
    return merged
