import pytest

from i18n_news.model import Locale, Segment, Span, SpanKind
from i18n_news.translate.compose import article, chains, closed, compose

KNOWN = {
    "开发区": (SpanKind.ORGANIZATION, "Development Zone"),
    "党工委副书记": (SpanKind.TITLE, "deputy secretary of the Party Working Committee"),
    "管委会主任": (SpanKind.TITLE, "director of the Administrative Committee"),
    "委员": (SpanKind.TITLE, "member"),
    "徐工": (SpanKind.ORGANIZATION, "XCMG"),
    "方小鹏": (SpanKind.PERSON, "Fang Xiaopeng"),
    "李文秀": (SpanKind.PERSON, "Li Wenxiu"),
    "智能制造": (SpanKind.TERM, "intelligent manufacturing"),
    "8亿元": (SpanKind.QUANTITY, "RMB 800 million"),
}


def segment(source):
    found = [
        Span(source.index(text), source.index(text) + len(text), kind, {Locale.EN: form})
        for text, (kind, form) in KNOWN.items()
        if text in source
    ]
    return Segment("p1.s1", source).with_spans(found)


@pytest.mark.parametrize(
    ("source", "english"),
    [
        (
            "开发区党工委副书记李文秀",
            "Li Wenxiu, deputy secretary of the Party Working Committee of the Development Zone",
        ),
        (
            "开发区党工委副书记、管委会主任方小鹏",
            "Fang Xiaopeng, deputy secretary of the Party Working Committee and "
            "director of the Administrative Committee of the Development Zone",
        ),
        ("徐工委员方小鹏", "Fang Xiaopeng, member of XCMG"),
        ("开发区管委会主任", "director of the Administrative Committee of the Development Zone"),
        ("方小鹏李文秀", "Fang Xiaopeng and Li Wenxiu"),
    ],
)
def test_spans_that_belong_together_become_one_apposition(source, english):
    rows = list(chains(segment(source)))
    assert ["".join(run.text for run in closed(compose(row), "")) for row in rows] == [english]


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("党工委副书记、管委会主任方小鹏", 1),
        ("党工委副书记、管委会主任出席", 2),
        ("党工委副书记和管委会主任方小鹏", 2),
        ("徐工、开发区", 2),
        ("方小鹏、李文秀", 2),
    ],
)
def test_only_titles_that_lead_to_a_person_are_joined_over_a_comma(source, rows):
    assert len(list(chains(segment(source)))) == rows


def test_every_run_of_a_chain_keeps_the_id_of_its_own_span():
    (row,) = chains(segment("开发区党工委副书记李文秀"))
    assert {run.span_id for run in compose(row)} - {""} == {"p1.s1.n1", "p1.s1.n2", "p1.s1.n3"}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Development Zone", "the "),
        ("Standing Committee of the Municipal People's Congress", "the "),
        ("XCMG", ""),
        ("Jiali Property Management Co., Ltd.", ""),
        ("Xuzhou", ""),
        ("the Zone", ""),
    ],
)
def test_the_article_follows_the_head_of_the_name(form, expected):
    assert article(form) == expected


@pytest.mark.parametrize(
    ("following", "ending"),
    [(" attended", "Zone,"), (", who spoke", "Zone"), (".", "Zone"), ("", "Zone"), (" (left)", "Zone")],
)
def test_an_apposition_is_closed_only_where_a_word_follows(following, ending):
    (row,) = chains(segment("开发区党工委副书记李文秀"))
    assert "".join(run.text for run in closed(compose(row), following)).endswith(ending)
