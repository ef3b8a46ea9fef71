"""A release built by hand: every kind of block, every kind of span, and text that a careless page would break on."""

from dataclasses import dataclass

from i18n_news.model import (
    Block,
    BlockKind,
    Document,
    Edition,
    Issue,
    Locale,
    Note,
    Run,
    Segment,
    Severity,
    Span,
    SpanKind,
    State,
    Target,
    joined,
)

EN, HANS, TW = Locale.EN, Locale.ZH_HANS, Locale.ZH_HANT_TW
NASTY = '<script>alert("x")</script> & {{ 7 * 7 }} {% raise %}'
# Text of the source: kind, English form, reading, origin.
SPANS = {
    "云汀区": (SpanKind.PLACE, "Yunting District", "Yúntīng Qū", "glossary:places.tsv:3"),
    "严思远": (SpanKind.PERSON, "Yan Siyuan", "Yán Sīyuǎn", "names:lac"),
    "远帆公司": (SpanKind.ORGANIZATION, "Yuanfan", "Yuǎnfān", "glossary:organizations.tsv:8 (draft)"),
    "主席": (SpanKind.TITLE, "chairman", "", "glossary:titles.tsv:1"),
    "产改": (SpanKind.TERM, "reform of the industrial workforce", "", "glossary:political.tsv:14 (draft)"),
    "12亿元": (SpanKind.QUANTITY, "RMB 1.2 billion", "", "quantities"),
    "5月6日": (SpanKind.DATE, "May 6", "", "dates"),
    "六有": (SpanKind.SLOGAN, "Six Haves", "", "glossary:political.tsv:20"),
    "GB/T 1": (SpanKind.CODE, "GB/T 1", "", "codes"),
}
# Kind, then a pair of Chinese and English for each segment; a third entry is the engine's draft.
BLOCKS = (
    (BlockKind.KICKER, ("要闻", "News")),
    (BlockKind.HEADLINE, ("云汀区新开产业园", "Yunting District Opens a Park")),
    (BlockKind.SUBTITLE, ("严思远到场", "Yan Siyuan attends")),
    (BlockKind.BYLINE, ("本报记者", "By our reporter")),
    (BlockKind.DATELINE, ("云汀区5月6日电", "Yunting District, May 6")),
    (
        BlockKind.PARAGRAPH,
        (
            "主席严思远说，投资12亿元。",
            "Yan Siyuan, chairman, spoke of RMB 1.2 billion.",
            "Beam Thinking spoke of $1.2 billion.",
        ),
        ("远帆公司按GB/T 1推进产改。", "Yuanfan advances reform of the industrial workforce by GB/T 1."),
    ),
    (BlockKind.HEADING, ("“六有”标准", "The Six Haves")),
    (BlockKind.SUBTITLE, ("标准解读", "The standard explained")),
    (BlockKind.PARAGRAPH, (f"代码{NASTY}", f"Code {NASTY}")),
    (BlockKind.LIST_ITEM, ("第一项", "The first item")),
    (BlockKind.LIST_ITEM, ("第二项", "The second item")),
    (BlockKind.TABLE_ROW, ("名称", "Name"), ("数量", "Number")),
    (BlockKind.TABLE_ROW, ("甲|乙", "A|B"), ("1.50", "1.50")),
    (BlockKind.QUOTE, ("实干为先。", "Work comes first.")),
    (BlockKind.CAPTION, ("图为产业园。", "The park.")),
    (BlockKind.HEADLINE, ("又一则消息", "Another Release")),
    (BlockKind.PARAGRAPH, ("全文完。", "That is all.")),
)
ISSUES = (
    Issue("changed-number", Severity.ERROR, "p6.s1", EN, "12亿元 stands as $1.2 billion", "p6.s1.n3"),
    Issue("leftover", Severity.WARNING, "p9.s1", EN, f"odd text {NASTY}"),
    Issue("whole-edition", Severity.INFO, "", TW, "no override was used"),
)


@dataclass(frozen=True)
class Difference:
    """What an edition writes otherwise, as the sheet of differences needs it."""

    segment_id: str
    start: int
    end: int
    source: str
    plain: str
    ours: str
    why: str
    reason: str


DIFFERENCES = (
    Difference("p3.s1", 0, 2, "严思", "嚴思", "严思", "name", "glossary:people.tsv:2"),
    *(Difference(f"p{n}.s1", 0, 2, "云汀", "雲汀", "雲汀", "word", "taiwan.tsv:7") for n in (2, 5)),
    *(Difference(f"p{n}.s1", 0, 1, "标", "標", "標", "doubt", "segmenter") for n in (7, 8, 9, 10)),
)


def release():
    """The document with its three editions."""
    english: dict[str, Target] = {}
    blocks = []
    for number, (kind, *segments) in enumerate(BLOCKS, start=1):
        made = []
        for index, (source, text, *draft) in enumerate(segments, start=1):
            segment = _segment(f"p{number}.s{index}", source)
            made.append(segment)
            runs = _runs(text, segment)
            english[segment.id] = Target(segment.id, EN, runs, State.TRANSLATED, "engine", draft="".join(draft))
        blocks.append(Block(kind, tuple(made)))
    meta = {"date": "2026-05-06", "source": "云汀新闻", "source.en": "Yunting News"}
    note = Note("normalize", "joined", "p6.s1", f"a broken line was joined {NASTY}", 2, 4)
    document = Document("release", HANS, tuple(blocks), meta, notes=(note,))
    for locale in (HANS, TW):
        targets = {segment.id: Target(segment.id, locale, _source_runs(segment)) for segment in document.segments()}
        document = document.with_edition(Edition(locale, targets))
    return document.with_edition(Edition(EN, english))


def odd_documents():
    """Documents with what a renderer may not expect, each with a source and an English and a Taiwan edition to fill."""
    kinds = {
        "nothing": (),
        "no-headline": (BlockKind.PARAGRAPH, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.SUBTITLE),
        "one-row": (BlockKind.TABLE_ROW,),
        "list-first": (BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.QUOTE),
        "headlines": (BlockKind.HEADLINE, BlockKind.HEADLINE, BlockKind.KICKER),
    }
    documents = []
    for name, row in kinds.items():
        blocks = tuple(Block(kind, (Segment(f"p{n}.s1", "文字"),)) for n, kind in enumerate(row, 1))
        documents.append(Document(name, HANS, blocks))
    cells = [("甲", "乙", "丙"), ("一",), ("", "二")]
    rows = [
        Block(BlockKind.TABLE_ROW, tuple(Segment(f"p{n}.s{m}", text) for m, text in enumerate(row, 1)))
        for n, row in enumerate(cells, 1)
    ]
    documents.append(Document("ragged", HANS, tuple(rows)))
    # The English edition is empty: nothing was translated.
    return [document.with_edition(Edition(HANS)).with_edition(Edition(EN)) for document in documents]


def _segment(segment_id, source):
    spans = []
    for text, (kind, form, reading, origin) in SPANS.items():
        start = source.find(text)
        if start >= 0:
            spans.append(Span(start, start + len(text), kind, {EN: form}, reading, origin=origin))
    return Segment(segment_id, source).with_spans(spans)


def _runs(text, segment):
    places = sorted((text.find(span.forms[EN]), span.forms[EN], span.id) for span in segment.spans)
    runs, position = [], 0
    for start, form, span_id in places:
        runs += [Run(text[position:start]), Run(form, span_id)]
        position = start + len(form)
    return joined([*runs, Run(text[position:])])


def _source_runs(segment):
    return joined(Run(text, span.id if span else "") for text, span in segment.pieces())
