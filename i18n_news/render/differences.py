"""The sheet of differences for the liaison team: what a Traditional edition writes otherwise, and who decided it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Protocol

from i18n_news.model import Document, Locale, Segment
from i18n_news.render.environment import Templates
from i18n_news.render.views import imprint, release_view

# The sections in the order of the sheet: what a person must look at comes first.
SECTIONS: Mapping[str, tuple[str, str]] = {
    "doubt": ("請確認", "OpenCC 與斷詞結果不一致，請逐一確認。"),
    "name": ("人名與專名", "依名稱登錄檔或姓氏規則書寫，不換詞。"),
    "term": ("審定用語", "依詞彙表審定的寫法。"),
    "word": ("換詞", "兩岸用語不同，依用語表改寫。"),
    "spelling": ("用字", "依用語表或斷詞規則選字。"),
    "mark": ("標點", "引號依《重訂標點符號手冊》。"),
    "variant": ("異體字", "當地通行字形，由 OpenCC 選用。"),
}
# Characters of the source shown on either side of a place.
AROUND = 12


class Difference(Protocol):
    """What the sheet needs of a difference; `start` and `end` are code points of the segment's source."""

    @property
    def segment_id(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def source(self) -> str: ...
    @property
    def plain(self) -> str: ...
    @property
    def ours(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def reason(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a row: the segment and what stands around it."""

    segment_id: str
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """The same difference for the same reason, with every place in the order of the text."""

    source: str
    plain: str
    ours: str
    reason: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Section:
    kind: str
    title: str
    explanation: str
    rows: tuple[Row, ...]

    @property
    def count(self) -> int:
        return sum(len(row.places) for row in self.rows)


def difference_sheets(
    templates: Templates,
) -> Callable[[Document, Mapping[Locale, Sequence[Difference]]], Mapping[PurePosixPath, bytes]]:
    """What makes one page for each Traditional edition of a document that was converted."""

    def render(document: Document, differences: Mapping[Locale, Sequence[Difference]]) -> Mapping[PurePosixPath, bytes]:
        return {
            PurePosixPath(f"{locale}.differences.html"): difference_page(
                templates, document, locale, differences[locale]
            ).encode("utf-8")
            for locale in differences
            if locale.is_traditional
        }

    return render


def difference_page(templates: Templates, document: Document, locale: Locale, differences: Sequence[Difference]) -> str:
    return templates.fill(
        "differences.html",
        title=release_view(document, (locale,)).title,
        locale=locale,
        source_locale=document.locale,
        imprint=imprint(document, locale),
        sections=tuple(sections(document, differences)),
    )


def sections(document: Document, differences: Iterable[Difference]) -> Iterator[Section]:
    """The sections that have a row; in each the rows that stand most often come first."""
    segments = {segment.id: segment for segment in document.segments()}
    order = list(SECTIONS)
    # Sorting is stable: within a group the places keep the order of the text.
    known = sorted(differences, key=lambda difference: (order.index(difference.why), _key(difference)))
    for why, members in groupby(known, key=lambda difference: difference.why):
        rows = [
            Row(*key, tuple(_place(segments[difference.segment_id], difference) for difference in group))
            for key, group in groupby(members, key=_key)
        ]
        title, explanation = SECTIONS[why]
        yield Section(why, title, explanation, tuple(sorted(rows, key=lambda row: -len(row.places))))


def _key(difference: Difference) -> tuple[str, str, str, str]:
    return difference.source, difference.plain, difference.ours, difference.reason


def _place(segment: Segment, difference: Difference) -> Place:
    source = segment.source
    return Place(
        segment.id,
        source[max(0, difference.start - AROUND) : difference.start],
        source[difference.start : difference.end],
        source[difference.end : difference.end + AROUND],
    )
