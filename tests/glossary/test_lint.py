"""Lint: each rule with lines that it must tell and lines that it must leave alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.errors import GlossaryError
from i18n_news.glossary.lint import RULES, Knowledge, lint, read
from i18n_news.glossary.terms import COLUMNS, load
from i18n_news.model import Severity

TODAY = date(2026, 11, 23)
KNOWLEDGE = Knowledge(
    TODAY,
    ("investors",),
    is_doubtful=lambda name: any(char in "于发" for char in name),
    is_traditional=lambda text: any(char in "開發區" for char in text),
)
HEAD = (
    "source\tkind\ten\ten_short\tzh-Hant-TW\treading\tavoid\tstatus\tdomain\tvalid_from\tvalid_to\tdecided_on\torigin"
)


def row(source, en="", **values):
    names = HEAD.split("\t")
    cells = {"source": source, "en": en, "origin": "house", **values}
    return "\t".join(cells.get(name, "") for name in names)


def sheet(tmp_path, *rows, name="a.tsv", head=HEAD, is_words=False):
    path = tmp_path / name
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8", newline="\n")
    return read(path, is_words=is_words)


def codes(*sheets):
    """The codes found, without the order of lines, which these cases do not care for."""
    return [finding.code for finding in lint(sheets, KNOWLEDGE) if finding.code != "not-sorted"]


GOOD = {
    "nothing": [row("开发区", "Development Zone", kind="place")],
    "two validities": [
        row("发展理念", "development concept", valid_to="2023-12-31"),
        row("发展理念", "development philosophy", valid_from="2024-01-01"),
    ],
    "two audiences": [row("园区", "park"), row("园区", "industrial park", domain="investors")],
    "a nested term in the same words": [
        row("开发区", "Development Zone", kind="place"),
        row("经济技术开发区", "Economic and Technological Development Zone", kind="place"),
    ],
    "a nested term in the plural": [row("孵化器", "incubator"), row("企业孵化器", "business incubators")],
    "a nested head before a preposition": [
        row("示范中心", "demonstration center"),
        row("农业示范中心", "demonstration center for farming"),
    ],
    "a name and its adjective": [row("中国", "China", kind="place"), row("中国梦", "Chinese Dream")],
    "a short form that is inside": [
        row(
            "政协", "Chinese People's Political Consultative Conference (CPPCC)", en_short="CPPCC", kind="organization"
        ),
        row("区政协", "District Committee of the CPPCC", kind="organization"),
    ],
    "a superseded rendering of its own": [
        row("规划署", "Planning Agency", kind="organization", status="deprecated", domain="investors"),
        row("规划署", "Planning Agency", kind="organization"),
    ],
    "quotes and apostrophes": [row("“小巨人”企业", '"little giant" firm of the people\'s own')],
    "brackets": [row("人工智能", "artificial intelligence (AI)", en_short="AI")],
    "avoid in a longer word": [row("集团", "group", avoid="grouping; groups' club")],
    "American spelling": [row("劳动", "labor"), row("工党", "Labor Party")],
    "a reading with other readings": [
        row("乐山", "Yue Shan", kind="person", reading="Yuè Shān"),
        row("乐水", "Le Shui", kind="person", reading="Lè Shuǐ"),
        row("吕梁", "Lüliang", kind="place", reading="Lǚliáng"),
        row("西安", "Xi'an", kind="place", reading="Xī'ān"),
        row("阿·李", "A Li", kind="person", reading="Ā Lǐ"),
    ],
    "a reading without tones": [row("王伟", "Wang Wei", kind="person", reading="Wang Wei")],
    "a doubtful name with its form": [row("于山", "Yu Shan", kind="person", **{"zh-Hant-TW": "于山"})],
    "a doubtful character in a word of a place": [row("开发新城", "New Town", kind="place")],
    "a doubtful character in a term": [row("于归", "thus")],
    "Latin and figures in the source": [row("5G基站", "5G base station"), row("R&D中心", "R&D center")],
    "a list with 、": [
        row("党工委、管委会", "Working Committee and the Administrative Committee", kind="organization")
    ],
    "a title that is common": [row("主席", "chairman", kind="title")],
    "decided today": [row("园区", "park", decided_on="2026-11-23")],
}
BAD = [
    ("exact-duplicate", [row("园区", "park"), row("园区", "park")]),
    ("duplicate", [row("园区", "park"), row("园区", "park", origin="another")]),
    ("contradictory-rendering", [row("园区", "park"), row("园区", "zone")]),
    ("contradictory-variant", [row("小巨人企业", "little giant"), row("“小巨人”企业", "small giant")]),
    ("validity-gap", [row("园区", "zone", valid_to="2023-12-31"), row("园区", "park", valid_from="2024-02-01")]),
    ("ended", [row("园区", "zone", valid_to="2023-12-31")]),
    ("deprecated-alone", [row("园区", "zone", status="deprecated")]),
    (
        "superseded-rendering",
        [
            row("开放区", "Dev Area", valid_to="2023-12-31"),
            row("开放区", "Development Zone", valid_from="2024-01-01"),
            row("江北开放区", "Jiangbei Dev Area"),
        ],
    ),
    ("nested-rendering", [row("开发区", "Dev Area"), row("经济技术开发区", "Economic Development Zone")]),
    (
        "nested-name",
        [row("彭城", "Pengcheng", kind="place"), row("彭城大学城", "College Town of the Old Capital", kind="place")],
    ),
    ("chinese-punctuation", [row("园区", "park，smart")]),
    ("han-in-english", [row("园区", "park 园区")]),
    ("full-width", [row("园区", "park Ａ")]),
    ("curly-quotes", [row("园区", "people’s park")]),
    ("unbalanced-quotes", [row("园区", 'a "smart park')]),
    ("unbalanced-brackets", [row("园区", "park (smart")]),
    ("unbalanced-brackets", [row("园区", "park )smart(")]),
    ("unbalanced-quotes", [row("“园区", "park")]),
    ("avoid-is-rendering", [row("园区", "park", avoid="zone; Park")]),
    ("avoid-in-rendering", [row("园区", "smart park", avoid="PARK")]),
    ("british-spelling", [row("劳动", "labour")]),
    ("short-not-shorter", [row("园区", "park", en_short="industrial park")]),
    ("missing-traditional", [row("于山", "Yu Shan", kind="person")]),
    ("missing-traditional", [row("于庄", "Yuzhuang", kind="place")]),
    ("impossible-reading", [row("王伟", "Li Wei", kind="person", reading="Lǐ Wěi")]),
    ("impossible-reading", [row("王伟", "Wang Wei", kind="person", reading="Wáng")]),
    ("doubtful-tones", [row("王伟", "Wang Wei", kind="person", reading="Wǎng Wěi")]),
    ("reading-against-english", [row("单伟", "Dan Wei", kind="person", reading="Shàn Wěi")]),
    ("never-matches", [row("产业 园区", "industrial park")]),
    ("never-matches", [row("５Ｇ基站", "5G base station")]),
    ("more-than-a-sentence", [row("团结一致。向前看", "united, looking forward")]),
    ("traditional-source", [row("開發區", "Development Zone")]),
    ("single-character", [row("区", "district")]),
    ("common-word", [row("发展", "development")]),
    ("common-word", [row("高峰", "Gao Feng", kind="person")]),
    ("approved-without-origin", [row("园区", "park", origin="")]),
    ("decided-in-future", [row("园区", "park", decided_on="2026-11-24")]),
    ("unknown-domain", [row("园区", "park", domain="tourists")]),
    ("outer-spaces", [row("园区", " park")]),
    ("double-spaces", [row("园区", "smart  park")]),
    ("double-spaces", [row("园区", "smart\u00a0park")]),
    ("not-composed", [row("园区", "cafe\u0301")]),
    ("stray-tab", [row("园区", "park") + "\tstray"]),
    ("no-source", [row("", "park")]),
    ("unknown-kind", [row("园区", "park", kind="palce")]),
    ("unknown-status", [row("园区", "park", status="aproved")]),
    ("bad-date", [row("园区", "park", valid_from="1.2.2024")]),
    ("no-form", [row("园区")]),
    ("short-without-full", [row("园区", en_short="park", reading="yuán qū")]),
    ("dates-exchanged", [row("园区", "park", valid_from="2027-01-01", valid_to="2026-12-31")]),
]


@pytest.mark.parametrize("rows", GOOD.values(), ids=GOOD)
def test_what_is_right_is_left_alone(tmp_path, rows):
    assert codes(sheet(tmp_path, *rows)) == []


@pytest.mark.parametrize(("code", "rows"), BAD)
def test_what_is_wrong_is_told(tmp_path, code, rows):
    assert code in codes(sheet(tmp_path, *rows))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (row("园区", "park"), row("园区", "park"), ["shadowed"]),
        (row("园区", "park"), row("园区", "zone"), ["contradictory-rendering"]),
        (row("园区", "park", status="draft"), row("园区", "zone"), ["draft-before-approved"]),
        (row("园区", "park"), row("园区", "zone", domain="investors"), []),
        (row("园区", "park"), row("园区", "zone", status="deprecated"), []),
        (row("园区", "zone", valid_to="2024-12-31"), row("园区", "park", valid_from="2025-01-01"), []),
    ],
)
def test_the_entry_of_a_later_file_is_told_where_an_earlier_one_wins(tmp_path, first, second, expected):
    assert codes(sheet(tmp_path, first), sheet(tmp_path, second, name="b.tsv")) == expected


def test_every_line_that_load_refuses_is_a_finding_and_not_only_the_first(tmp_path):
    rows = [row("一区", kind="x", en="a"), row("二区", "b", valid_to="soon"), row("三区"), row("四区", "d")]
    found = lint([sheet(tmp_path, *rows)], KNOWLEDGE)
    assert [(each.line, each.code) for each in found if each.severity is Severity.ERROR] == [
        (2, "unknown-kind"),
        (3, "bad-date"),
        (4, "no-form"),
    ]


def test_a_line_with_two_faults_is_told_twice_and_still_read(tmp_path):
    found = codes(sheet(tmp_path, row("园区", "park，", kind="x", valid_to="soon")))
    assert found == ["bad-date", "chinese-punctuation", "unknown-kind"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no-header"),
        (b"kind\ten\nterm\tpark\n", "no-source-column"),
        (b"source\tenglish\n\xe5\x9b\xad\tpark\n", "unknown-column"),
        (b"source\ten\ten\n\xe5\x9b\xad\xe5\x8c\xba\tpark\tpark\n", "double-column"),
        (b"source\ten\n\xd4\xb0\xc7\xf8\tpark\n", "not-utf-8"),
    ],
)
def test_a_file_that_is_no_glossary_says_why(tmp_path, content, code):
    path = tmp_path / "a.tsv"
    path.write_bytes(content)
    assert code in codes(read(path))


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(GlossaryError, match="cannot be read"):
        read(tmp_path / "none.tsv")


def test_the_words_of_the_converter_make_no_spans_and_may_be_single_and_common(tmp_path):
    rows = [row("发展", **{"zh-Hant-TW": "發展"}), row("区", **{"zh-Hant-TW": "區"})]
    assert codes(sheet(tmp_path, *rows, is_words=True)) == []


def test_a_rendering_missing_from_many_longer_entries_is_told_once(tmp_path):
    rows = [
        row("副部长", "deputy head"),
        *(row(f"{name}部副部长", f"vice minister of {name}") for name in "甲乙丙丁戊"),
    ]
    (finding,) = (each for each in lint([sheet(tmp_path, *rows)], KNOWLEDGE) if each.code == "nested-rendering")
    assert (finding.source, "5 longer entries" in finding.message) == ("副部长", True)


def test_lines_out_of_order_are_told_once_a_file(tmp_path):
    rows = [row("C区", "c"), row("B区", "b"), row("A区", "a"), row("D区", "d")]
    found = [each for each in lint([sheet(tmp_path, *rows)], KNOWLEDGE) if each.code == "not-sorted"]
    assert [each.line for each in found] == [3]


def test_a_kind_that_begins_small_shows_who_does_not(tmp_path):
    rows = [row(f"{first}{second}长", "head", kind="title") for first in "甲乙丙丁戊" for second in "子丑寅卯辰"]
    found = lint([sheet(tmp_path, *rows, row("总长", "Head", kind="title"))], KNOWLEDGE)
    assert [each.source for each in found if each.code == "initial-case"] == ["总长"]


def test_findings_stand_in_the_order_of_files_and_lines(tmp_path):
    sheets = [
        sheet(tmp_path, row("园区", "park，"), row("区", "district"), name="z.tsv"),
        sheet(tmp_path, row("园", "park"), name="a.tsv"),
    ]
    found = [(each.file.rpartition("/")[2], each.line) for each in lint(sheets, KNOWLEDGE) if each.code != "not-sorted"]
    assert found == sorted(found, key=lambda place: (place[0] != "z.tsv", place[1]))


def test_the_rules_are_a_visible_tuple_of_functions():
    assert len(set(RULES)) == len(RULES) > 20


CELLS = st.text("园区开发“”（）ａA  .é\u0301\u00a0;'\"", max_size=6)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=len(COLUMNS)), max_size=6))
def test_no_file_stops_lint_and_what_it_calls_free_of_refusals_loads(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("lint") / "a.tsv"
    lines = ["\t".join(COLUMNS), *("\t".join(cells) for cells in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    found = lint([read(path)], KNOWLEDGE)
    if not any(each.severity is Severity.ERROR for each in found):
        load(path)
