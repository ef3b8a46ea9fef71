"""Hypothesis strategies that are nastier than life: astral Han, placeholders in the source, spans at every edge."""

from hypothesis import strategies as st

from i18n_news.model import (
    Block,
    BlockKind,
    Document,
    Edition,
    FrozenMap,
    Locale,
    Note,
    Run,
    Segment,
    Span,
    SpanKind,
    State,
    Target,
    joined,
)

# Common and astral Han, digits, placeholder look-alikes, markup, both quotes, a combining mark, private use.
CHARACTERS = "徐工开发区七共七同12亿元于𬭎𠮷〇0９.,%XxPp1 ＃、。，“”‘’「」<>&\"'{}|\\\t\u0301\ue000ḿz"
nasty_text = st.one_of(
    st.text(alphabet=CHARACTERS, max_size=30),
    st.text(max_size=20),
    st.lists(
        st.sampled_from(
            ["X1", "“X2”", "P3", "七共七同", "12亿元", "臧晓鹏", "。", "𬭎", "王先生", "伦敦", "企业312家"]
        ),
        max_size=8,
    ).map("".join),
)
words = st.sampled_from(["Zone", "Li Shuxia", "RMB 1.2 billion", "12", "X", "economic development", "Seven A & B <c>"])


@st.composite
def proposals(draw, source):
    start = draw(st.integers(0, len(source) - 1))
    end = draw(st.integers(start + 1, min(len(source), start + 8)))
    forms = draw(st.dictionaries(st.sampled_from(list(Locale)), words, max_size=3))
    kind = draw(st.sampled_from(list(SpanKind)))
    avoid = draw(st.lists(words, max_size=2).map(tuple))
    return Span(
        start, end, kind, forms, draw(st.sampled_from(["", "Lǐ"])), draw(st.sampled_from(["", "12"])), avoid, "t:1"
    )


@st.composite
def segments(draw, segment_id="p1.s1"):
    source = draw(nasty_text)
    proposed = draw(st.lists(proposals(source), max_size=6)) if source else []
    return Segment(segment_id, source).with_spans(proposed)


# What a crowded sentence is made of: terms inside terms, names of every kind, forms that look like placeholders.
CAST = (
    ("开发区", "Development Zone", SpanKind.ORGANIZATION, ""),
    ("徐州经济技术开发区", "Xuzhou Economic and Technological Development Zone", SpanKind.ORGANIZATION, ""),
    ("徐工", "XCMG", SpanKind.ORGANIZATION, ""),
    ("铜山", "Tongshan", SpanKind.PLACE, ""),
    ("臧晓鹏", "Zang Xiaopeng", SpanKind.PERSON, ""),
    ("汪洋", "Wang Yang", SpanKind.PERSON, ""),
    ("党工委副书记", "deputy secretary of the Party Working Committee", SpanKind.TITLE, ""),
    ("产业", "industry", SpanKind.TERM, ""),
    ("产业链", "industrial chain", SpanKind.TERM, ""),
    ("企业", "enterprise", SpanKind.TERM, ""),
    ("X1型", "X1 crane", SpanKind.TERM, ""),
    ("六个有", "“Six Haves”", SpanKind.SLOGAN, ""),
    ("312家", "312", SpanKind.QUANTITY, "312"),
    ("12亿元", "RMB 1.2 billion", SpanKind.QUANTITY, "1200000000 CNY"),
    ("9.6万人", "96,000 people", SpanKind.QUANTITY, "96000"),
    ("9月22日", "September 22", SpanKind.DATE, ""),
    ("𠮷𬭎", "Ji Hong", SpanKind.PERSON, ""),
)
FILLERS = (
    "",
    "和",
    "、",
    "，",
    "。",
    "在",
    "走访了",
    "说：“",
    "”",
    "X1",
    "P2",
    "王先生",
    "伦敦",
    "世界银行",
    "\ue000",
    "𬭎",
)


@st.composite
def crowded_segments(draw, segment_id="p1.s1"):
    """Up to 40 terms in one sentence of up to some 3,000 characters."""
    rows = draw(st.lists(st.tuples(st.sampled_from(CAST), st.sampled_from(FILLERS)), min_size=1, max_size=40))
    lead = draw(st.sampled_from(FILLERS)) + draw(st.sampled_from(["", "", "", "看了又看，", "𬭎\ue000"])) * 600
    source = lead + "".join(text + filler for (text, *_), filler in rows)
    spans = [
        Span(found, found + len(text), kind, {Locale.EN: form}, value=value)
        for text, form, kind, value in CAST
        for found in range(len(source))
        if source.startswith(text, found)
    ]
    return Segment(segment_id, source).with_spans(spans)


@st.composite
def targets(draw, segment, locale):
    runs = [Run(span.forms.get(locale, "form"), span.id) for span in segment.spans if draw(st.booleans())]
    runs = joined([Run(draw(nasty_text)), *runs, Run(draw(nasty_text))])
    return Target(segment.id, locale, runs, draw(st.sampled_from(list(State))), "test", -0.5, draw(nasty_text))


@st.composite
def documents(draw):
    blocks = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        kind = draw(st.sampled_from(list(BlockKind)))
        count = draw(st.integers(1, 3))
        blocks.append(Block(kind, tuple(draw(segments(f"p{number}.s{index}")) for index in range(1, count + 1))))
    every = [segment for block in blocks for segment in block.segments]
    editions = {}
    for locale in draw(st.sets(st.sampled_from(list(Locale)))):
        chosen = {segment.id: draw(targets(segment, locale)) for segment in every if draw(st.booleans())}
        notes = tuple(Note("test", "seen", segment_id, draw(nasty_text)) for segment_id in chosen)
        editions[locale] = Edition(locale, chosen, notes)
    meta = FrozenMap(draw(st.dictionaries(st.sampled_from(["title", "date", "source"]), nasty_text)))
    return Document("test", Locale.ZH_HANS, tuple(blocks), meta, FrozenMap(editions))
