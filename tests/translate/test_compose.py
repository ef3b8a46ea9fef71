import pytest
from hypothesis import given

from i18n_news.model import Locale, Segment, Span, SpanKind
from i18n_news.translate.compose import article, chains, closed, compose
from i18n_news.translate.offices import plural
from tests.strategies import segments

KNOWN = {
    "开发区": (SpanKind.PLACE, "Development Zone"),
    "党工委副书记": (SpanKind.TITLE, "deputy secretary of the Party Working Committee"),
    "管委会主任": (SpanKind.TITLE, "director of the Administrative Committee"),
    "委员": (SpanKind.TITLE, "member"),
    "市委常委": (SpanKind.TITLE, "member of the Standing Committee of the CPC Municipal Committee"),
    "副市长": (SpanKind.TITLE, "vice mayor"),
    "副主席": (SpanKind.TITLE, "vice chairman"),
    "局长": (SpanKind.TITLE, "director"),
    "教授": (SpanKind.TITLE, "professor"),
    "总经理": (SpanKind.TITLE, "general manager"),
    "云汀市": (SpanKind.PLACE, "Yunting"),
    "招商局": (SpanKind.ORGANIZATION, "Investment Promotion Bureau"),
    "总工会": (SpanKind.ORGANIZATION, "Federation of Trade Unions"),
    "42岁": (SpanKind.QUANTITY, "42-year-old"),
    "88岁": (SpanKind.QUANTITY, "88-year-old"),
    "周明远": (SpanKind.PERSON, "Zhou Mingyuan"),
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
        ("方小鹏、李文秀和周明远", "Fang Xiaopeng, Li Wenxiu and Zhou Mingyuan"),
        ("徐工方小鹏", "Fang Xiaopeng of XCMG"),
        ("徐工总经理方小鹏", "Fang Xiaopeng, general manager of XCMG"),
        ("云汀市副市长李文秀", "Li Wenxiu, vice mayor of Yunting"),
        ("云汀市招商局", "Investment Promotion Bureau of Yunting"),
        (
            "市委常委、副市长李文秀",
            "Li Wenxiu, member of the Standing Committee of the CPC Municipal Committee and vice mayor",
        ),
        (
            "开发区党工委副书记、管委会主任、市委常委方小鹏",
            "Fang Xiaopeng, deputy secretary of the Party Working Committee and director of the Administrative "
            "Committee of the Development Zone, and member of the Standing Committee of the CPC Municipal Committee",
        ),
        (
            "市委常委、开发区党工委副书记、管委会主任方小鹏",
            "Fang Xiaopeng, member of the Standing Committee of the CPC Municipal Committee, and deputy secretary of "
            "the Party Working Committee and director of the Administrative Committee of the Development Zone",
        ),
        (
            "开发区管委会主任兼招商局局长方小鹏",
            "Fang Xiaopeng, director of the Administrative Committee and director of the Investment Promotion Bureau "
            "of the Development Zone",
        ),
        (
            "开发区党工委副书记、管委会主任、招商局局长方小鹏",
            "Fang Xiaopeng, deputy secretary of the Party Working Committee, director of the Administrative Committee "
            "and director of the Investment Promotion Bureau of the Development Zone",
        ),
        (
            "开发区管委会主任、徐工总经理方小鹏",
            "Fang Xiaopeng, director of the Administrative Committee of the "
            "Development Zone and general manager of XCMG",
        ),
        ("总工会副主席李文秀、周明远", "Li Wenxiu and Zhou Mingyuan, vice chairmen of the Federation of Trade Unions"),
        (
            "总工会副主席李文秀、局长周明远",
            "Li Wenxiu, vice chairman of the Federation of Trade Unions, and Zhou Mingyuan, director",
        ),
        ("局长李文秀、周明远", "Li Wenxiu, director, and Zhou Mingyuan"),
        (
            "副市长李文秀、局长周明远、总经理方小鹏",
            "Li Wenxiu, vice mayor; Zhou Mingyuan, director; and Fang Xiaopeng, general manager",
        ),
        ("李文秀教授", "Professor Li Wenxiu"),
        ("李文秀委员", "Li Wenxiu, member"),
        ("方小鹏、李文秀教授", "Fang Xiaopeng and Professor Li Wenxiu"),
        ("42岁的总经理方小鹏", "Fang Xiaopeng, a 42-year-old general manager"),
        ("88岁的李文秀", "88-year-old Li Wenxiu"),
        ("88岁的教授李文秀", "Li Wenxiu, an 88-year-old professor"),
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
        ("方小鹏、李文秀", 1),
        ("副市长方小鹏和李文秀", 2),
        ("方小鹏与李文秀", 2),
        ("方小鹏，李文秀", 2),
        ("副市长方小鹏、局长李文秀", 1),
        ("42岁方小鹏", 1),
        ("42岁、方小鹏", 2),
    ],
)
def test_only_what_leads_to_a_person_is_joined_over_a_comma(source, rows):
    assert len(list(chains(segment(source)))) == rows


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("deputy director", "deputy directors"),
        ("deputy secretary of the Party Working Committee", "deputy secretaries of the Party Working Committee"),
        ("vice chairman", "vice chairmen"),
        ("deputy to the People's Congress", "deputies to the People's Congress"),
        ("deputy secretary-general", "deputy secretaries-general"),
        ("editor-in-chief", "editors-in-chief"),
        ("chief executive officer (CEO)", "chief executive officers (CEO)"),
        ("Deputy Secretary", "Deputy Secretaries"),
    ],
)
def test_an_office_that_several_hold_is_plural(form, expected):
    assert plural(form) == expected


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


@given(segments())
def test_the_rows_hold_every_decided_span_once_and_say_each_form(asked):
    rows = list(chains(asked))
    decided = [span for span in asked.spans if Locale.EN in span.forms]
    assert [span for row in rows for span in row] == decided
    assert all(sorted(run.span_id for run in compose(row) if run.span_id) == sorted(s.id for s in row) for row in rows)
