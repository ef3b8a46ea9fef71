"""A release as templates need it: articles, parts, rows and cells in one or several locales, nothing left to decide."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import PurePosixPath

from i18n_news.model import Block, BlockKind, Document, Issue, Locale, Run, Segment, SpanKind
from i18n_news.render.house import Frame, House, Imprint, frame, meta_text
from i18n_news.render.house import imprint as imprint
from i18n_news.render.ruby import Ruby, is_zhuyin, ruby, syllables, word_ruby
from i18n_news.text.zhuyin import name_zhuyin

# What makes the files of one format; it writes nothing itself.
Renderer = Callable[[Document, Sequence[Issue]], Mapping[PurePosixPath, bytes]]

HEAD_KINDS = (BlockKind.KICKER, BlockKind.HEADLINE, BlockKind.SUBTITLE, BlockKind.BYLINE, BlockKind.DATELINE)
# A figure or a name longer than this may be broken over two lines, or it would not fit the narrowest column.
LONGEST_UNBROKEN = 24
NO_HOUSE = House()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with what its span says; kind and span id are empty for free text."""

    text: str
    kind: str = ""
    span_id: str = ""
    origin: str = ""
    reading: str = ""

    @property
    def is_fixed(self) -> bool:
        """Whether a browser's own translation must leave the text alone."""
        return bool(self.kind) and (SpanKind(self.kind).is_name or self.kind == SpanKind.CODE)

    @property
    def is_unbroken(self) -> bool:
        """Whether the end of a line must not part it: a figure from its unit, a surname from its given name."""
        if not self.kind or len(self.text) > LONGEST_UNBROKEN:
            return False
        return SpanKind(self.kind).is_figure or self.kind in (SpanKind.PERSON, SpanKind.CODE)

    @property
    def is_draft(self) -> bool:
        return self.origin.endswith(" (draft)")

    @property
    def ruby(self) -> tuple[Ruby, ...]:
        return ruby(self.text, self.reading)

    @property
    def reading_locale(self) -> str:
        """The BCP 47 tag of the reading's script."""
        return "zh-Bopo" if is_zhuyin(self.reading) else "zh-Latn-pinyin"

    @property
    def word_ruby(self) -> tuple[Ruby, ...]:
        """As `ruby`, but one a word: for paper, where the characters should not be drawn apart."""
        return word_ruby(self.text, self.reading)


@dataclass(frozen=True, slots=True)
class Passage:
    """The pieces of one block or table cell in one locale."""

    locale: Locale
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces).strip()

    @property
    def is_number(self) -> bool:
        """Whether it is figures and signs without a letter."""
        marks = {unicodedata.category(character)[0] for character in self.text}
        return "N" in marks and "L" not in marks


@dataclass(frozen=True, slots=True)
class Cell:
    """The same text in every locale of the view, in their order."""

    passages: tuple[Passage, ...]

    @property
    def is_same(self) -> bool:
        """Whether one locale's text says it for all, as figures in a table do."""
        return len({passage.text for passage in self.passages}) == 1


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, an item of a list, or the only row of anything else."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, paragraph, list, table ...; the level is that of a heading, 0 for what is none."""

    kind: BlockKind
    rows: tuple[Row, ...]
    level: int = 0

    @property
    def columns(self) -> int:
        return max(len(row.cells) for row in self.rows)

    def is_number_column(self, column: int) -> bool:
        """Whether a table should set the column flush right: figures under its head, and nothing else."""
        texts = [row.cells[column].passages[0] for row in self.rows[1:] if column < len(row.cells)]
        filled = [passage for passage in texts if passage.text]
        return bool(filled) and all(passage.is_number for passage in filled)


@dataclass(frozen=True, slots=True)
class Article:
    """One release of the document: its head down to the dateline, and its body."""

    head: tuple[Part, ...]
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """The document in the locales given, the first of them being the one that a page is called after."""

    title: str
    locales: tuple[Locale, ...]
    imprints: tuple[Imprint, ...]
    frames: tuple[Frame, ...]
    articles: tuple[Article, ...]

    @property
    def has_readings(self) -> bool:
        return any(piece.reading for passage in self.passages() for piece in passage.pieces)

    @property
    def has_zhuyin(self) -> bool:
        return any(is_zhuyin(piece.reading) for passage in self.passages() for piece in passage.pieces)

    def passages(self) -> Iterator[Passage]:
        for article in self.articles:
            for part in (*article.head, *article.body):
                for row in part.rows:
                    for cell in row.cells:
                        yield from cell.passages


def release_view(document: Document, locales: Sequence[Locale], house: House = NO_HOUSE) -> Release:
    parts = _parts(document, locales, house.taiwan_ruby)
    headlines = [part for part in parts if part.kind is BlockKind.HEADLINE]
    titles = [headlines[0].rows[0].cells[0].passages[0].text] if headlines else []
    named = meta_text(document, "title", locales[0])
    return Release(
        title=next(filter(None, (*titles, named)), document.id),
        locales=tuple(locales),
        imprints=tuple(imprint(document, locale) for locale in locales),
        frames=tuple(frame(document, locale, house) for locale in locales),
        articles=tuple(_articles(parts)),
    )


def segment_pieces(
    document: Document, segment: Segment, locale: Locale, taiwan_ruby: str = NO_HOUSE.taiwan_ruby
) -> tuple[Piece, ...]:
    """The segment's text in a locale; empty where the edition does not have it.

    Readings stand over the source, and over the Taiwan edition where `taiwan_ruby` asks for them.
    """
    edition = document.editions.get(locale)
    target = edition.targets.get(segment.id) if edition else None
    if target is not None:
        runs: Iterable[Run] = target.runs
    elif locale == document.locale:
        runs = (Run(text, span.id if span else "") for text, span in segment.pieces())
    else:
        runs = ()
    spans = {span.id: span for span in segment.spans}
    pieces = []
    for run in runs:
        span = spans.get(run.span_id)
        if span is None:
            pieces.append(Piece(run.text))
            continue
        is_source = locale == document.locale and run.text == segment.text_of(span)
        reading = span.reading if is_source and span.kind.is_name else ""
        if locale is Locale.ZH_HANT_TW and not is_source and span.kind.is_name:
            reading = _taiwan_reading(run.text, segment.text_of(span), span.reading, taiwan_ruby)
        pieces.append(Piece(run.text, span.kind, span.id, span.origin, reading))
    return tuple(pieces)


def _taiwan_reading(text: str, source: str, reading: str, taiwan_ruby: str) -> str:
    """The reading of a name as Taiwan reads it; empty where none was decided for its characters one by one."""
    if taiwan_ruby == "none" or not reading or len(text) != len(source):
        return ""
    if taiwan_ruby == "pinyin":
        return reading
    return " ".join(name_zhuyin(text, syllables(reading)))


def _parts(document: Document, locales: Sequence[Locale], taiwan_ruby: str) -> list[Part]:
    parts: list[Part] = []
    heading = 1
    for kind, group in groupby(document.blocks, key=lambda block: block.kind):
        blocks = list(group)
        if kind in (BlockKind.HEADLINE, BlockKind.HEADING):
            heading = 1 if kind is BlockKind.HEADLINE else 2
        level = {BlockKind.HEADLINE: 1, BlockKind.HEADING: 2, BlockKind.SUBTITLE: heading + 1}.get(kind, 0)
        rows = [row for block in blocks if (row := _row(document, block, locales, taiwan_ruby))]
        if kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            parts.extend([Part(kind, tuple(rows))] if rows else [])
        else:
            parts.extend(Part(kind, (row,), level) for row in rows)
    return parts


def _row(document: Document, block: Block, locales: Sequence[Locale], taiwan_ruby: str) -> Row | None:
    """The block as a row; none where no locale has a word of it."""
    groups = [(segment,) for segment in block.segments] if block.kind is BlockKind.TABLE_ROW else [block.segments]
    cells = tuple(Cell(tuple(_passage(document, group, locale, taiwan_ruby) for locale in locales)) for group in groups)
    if not any(passage.text for cell in cells for passage in cell.passages):
        return None
    return Row(block.id, cells)


def _passage(document: Document, segments: Iterable[Segment], locale: Locale, taiwan_ruby: str) -> Passage:
    pieces: list[Piece] = []
    for segment in segments:
        added = segment_pieces(document, segment, locale, taiwan_ruby)
        needs_space = pieces and added and not locale.is_chinese
        if needs_space and not pieces[-1].text[-1].isspace() and not added[0].text[0].isspace():
            pieces.append(Piece(" "))
        pieces.extend(added)
    return Passage(locale, tuple(pieces))


def _articles(parts: Sequence[Part]) -> Iterator[Article]:
    """Cut before every headline, or before the kicker that stands over it."""
    starts = [0]
    for index, part in enumerate(parts):
        if part.kind is BlockKind.HEADLINE:
            has_kicker = index > 0 and parts[index - 1].kind is BlockKind.KICKER
            starts.append(index - has_kicker)
    bounds = sorted({*starts, len(parts)})
    for start, end in pairwise(bounds):
        body = start
        while body < end and parts[body].kind in HEAD_KINDS:
            body += 1
        yield Article(tuple(parts[start:body]), tuple(parts[body:end]))
