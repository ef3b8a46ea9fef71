"""A release as the Word templates need it: one flat list of blocks whose text is ready-made runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from i18n_news.model import BlockKind
from i18n_news.render.docx_runs import Runs, passage_runs, text_runs, two_lines
from i18n_news.render.house import Frame
from i18n_news.render.views import Article, Part, Release

EMPTY = Runs()


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell of a table; `other` is the second language where it says something else."""

    text: Runs = EMPTY
    other: Runs = EMPTY
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class WordBlock:
    """What a template sets in one go: a heading (by its level), a paragraph (by its kind), a table or the imprint.

    `kind` is that of the model, or `imprint`, or `pairs` for what stands side by side.
    """

    kind: str
    text: Runs = EMPTY
    other: Runs = EMPTY
    level: int = 0
    header: tuple[WordCell, ...] = ()
    rows: tuple[tuple[WordCell, ...], ...] = ()
    pairs: tuple["WordBlock", ...] = ()


@dataclass(frozen=True, slots=True)
class WordFrame:
    """The office's words in the language of the edition; on a page in two languages those of both, one by one."""

    organization: Runs
    letterhead: tuple[Runs, ...]
    embargo: tuple[Runs, ...]
    about: tuple[WordBlock, ...]
    contact: tuple[WordBlock, ...]


def blocks(release: Release) -> tuple[WordBlock, ...]:
    """The blocks of an edition in their order; the imprint follows the head of the first article."""
    found: list[WordBlock] = []
    for article in release.articles:
        found.extend(_article(release, article))
    return tuple(found)


def paired_blocks(release: Release) -> tuple[WordBlock, ...]:
    """The blocks of two languages: headings of both in one paragraph, what follows each side by side.

    Headings stay outside of the pairs because Word's navigation does not look into tables.
    """
    found: list[WordBlock] = []
    for is_paired, group in groupby(blocks(release), key=lambda block: not block.level and not block.rows):
        if is_paired:
            found.append(WordBlock("pairs", pairs=tuple(group)))
        else:
            found.extend(group)
    return tuple(
        WordBlock(block.kind, two_lines(block.text, block.other), level=block.level) if block.level else block
        for block in found
    )


def word_frame(frames: Sequence[Frame]) -> WordFrame:
    return WordFrame(
        organization=two_lines(*_sides(text_runs(frame.organization, frame.locale) for frame in frames)),
        letterhead=tuple(text_runs(line, frame.locale) for frame in frames for line in frame.letterhead),
        embargo=tuple(text_runs(frame.embargo, frame.locale) for frame in frames if frame.embargo),
        about=tuple(_titled(frame, "about_title", "about") for frame in frames if frame.about),
        contact=tuple(_titled(frame, "contact_title", "contact") for frame in frames if frame.contact),
    )


def _titled(frame: Frame, title: str, body: str) -> WordBlock:
    lines = tuple(WordBlock("line", text_runs(line, frame.locale)) for line in getattr(frame, body))
    return WordBlock(body, text_runs(getattr(frame, title), frame.locale), pairs=lines)


def _article(release: Release, article: Article) -> Iterator[WordBlock]:
    for part in article.head:
        yield from _part(part)
    if article is release.articles[0]:
        text, other = _sides(text_runs(imprint.text, imprint.locale) for imprint in release.imprints)
        if text or other:
            yield WordBlock("imprint", text, other)
    for part in article.body:
        yield from _part(part)


def _part(part: Part) -> Iterator[WordBlock]:
    if part.kind is BlockKind.TABLE_ROW:
        header, *rows = _cells(part)
        yield WordBlock(part.kind, header=header, rows=tuple(rows) or (header,))
        return
    for row in part.rows:
        text, other = _sides(map(passage_runs, row.cells[0].passages))
        yield WordBlock(part.kind, text, other, level=part.level)


def _sides(runs: Iterable[Runs]) -> tuple[Runs, Runs]:
    """The first and the second language; the second is empty in an edition."""
    first, *others = runs
    return first, others[0] if others else EMPTY


def _cells(part: Part) -> Iterator[tuple[WordCell, ...]]:
    """The rows, all of them as long as the longest: Word repairs a table whose rows differ."""
    for row in part.rows:
        cells = []
        for column, cell in enumerate(row.cells):
            text, other = _sides(map(passage_runs, cell.passages))
            cells.append(WordCell(text, EMPTY if cell.is_same else other, part.is_number_column(column)))
        cells.extend([WordCell()] * (part.columns - len(cells)))
        yield tuple(cells)
