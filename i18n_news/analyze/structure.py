"""The segmenting stage: clean paragraphs become a document of blocks and sentences with stable ids."""

from collections.abc import Iterator, Mapping, Sequence

from i18n_news.model import Block, BlockKind, Document, FrozenMap, Locale, Note, Segment
from i18n_news.text.lines import GIVEN
from i18n_news.text.paragraphs import Paragraph, Repair, Repaired
from i18n_news.text.sentences import sentences

# What may stand between a headline and its subtitle without parting them.
HEAD_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})


def structure(repaired: Repaired, meta: Mapping[str, str], name: str) -> Document:
    """The document: block n has the id pn, its sentence m the id pn.sm; table cells are one segment each.

    What normalization changed or could not repair stands in the notes, with its place in the segments.
    """
    paragraphs = _with_heads(repaired.blocks, meta)
    blocks = []
    for number, (kind, text) in enumerate(_kinds(paragraphs), start=1):
        pieces = text.split("\t") if kind is BlockKind.TABLE_ROW else _sentences(kind, text)
        segments = (Segment(f"p{number}.s{index}", piece) for index, piece in enumerate(pieces, start=1))
        blocks.append(Block(kind, tuple(segments)))
    title = next((block.source for block in blocks if block.kind is BlockKind.HEADLINE), name)
    added = len(paragraphs) - len(repaired.blocks)
    notes = tuple(_note(repair, blocks, added) for repair in repaired.repairs)
    return Document(name, Locale.ZH_HANS, tuple(blocks), FrozenMap({"title": title, **meta}), notes=notes)


def _note(repair: Repair, blocks: Sequence[Block], added: int) -> Note:
    """A repair as a note on the segment that holds its place; what was dropped has no segment.

    The message of a reading or a footnote is the file's own text: see `readings.given`.
    """
    message = f"line {repair.line}: " if repair.line else ""
    if repair.rule in GIVEN:
        message = repair.before
    elif repair.before == repair.after:
        message += f"please look at “{repair.before}”" if repair.before else "please look at this paragraph"
    else:
        message += f"{_shown(repair.before)} became {_shown(repair.after)}"
    if repair.block < 0:
        return Note("normalize", repair.rule, "", message)
    offset = repair.offset
    segments = blocks[repair.block + added].segments
    for segment in segments:
        if offset < len(segment.source) or segment is segments[-1]:
            break
        offset -= len(segment.source)
    end = min(offset + len(repair.after), len(segment.source))
    stage = "read" if repair.rule in GIVEN else "normalize"
    return Note(stage, repair.rule, segment.id, message, min(offset, end), end)


def _shown(text: str) -> str:
    visible = "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in text)
    return f"“{visible}”" if visible else "nothing"


def _sentences(kind: BlockKind, text: str) -> list[str]:
    if kind.is_heading:
        return [text]
    return [text[start:end] for start, end in sentences(text)]


def _with_heads(paragraphs: Sequence[Paragraph], meta: Mapping[str, str]) -> list[Paragraph]:
    """The paragraphs, with the heads that only the front matter gives put before them; a kicker ranks lowest."""
    texts = {paragraph.text for paragraph in paragraphs}
    has_heading = bool(paragraphs) and paragraphs[0].kind == "heading"
    keys = (("kicker", 6),) if has_heading else (("kicker", 6), ("title", 1), ("subtitle", 2))
    given = [(meta[key], level) for key, level in keys if meta.get(key)]
    return [*(Paragraph("heading", text, level) for text, level in given if text not in texts), *paragraphs]


def _kinds(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[BlockKind, str]]:
    """Headings by their place: the first is the headline, one right below a heading its subtitle, others headings.

    A heading of lower rank right above the headline is the kicker.
    """
    top = min((p.level for p in paragraphs if p.kind == "heading"), default=0)
    before: BlockKind | None = None
    level_before = 0
    has_headline = False
    for paragraph, after in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        kind = BlockKind.PARAGRAPH
        if paragraph.kind == "heading":
            is_below = after is not None and after.kind == "heading" and paragraph.level > after.level == top
            if is_below and not has_headline:
                kind = BlockKind.KICKER
            elif not has_headline or (paragraph.level == top and top == 1):
                kind, has_headline = BlockKind.HEADLINE, True
            elif before in HEAD_KINDS and (paragraph.level > level_before or not paragraph.level):
                kind = BlockKind.SUBTITLE
            else:
                kind = BlockKind.HEADING
            level_before = paragraph.level
        elif paragraph.kind:
            kind = BlockKind(paragraph.kind)
        yield kind, paragraph.text
        before = kind
