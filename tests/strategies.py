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
    st.lists(st.sampled_from(["X1", "“X2”", "P3", "七共七同", "12亿元", "臧晓鹏", "。", "𬭎"]), max_size=8).map(
        "".join
    ),
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
