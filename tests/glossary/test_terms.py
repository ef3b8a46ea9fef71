"""Glossary files: what loads, what is refused with its line, and that nothing is lost on the way out and in again."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.errors import GlossaryError, InvariantError
from i18n_news.glossary.terms import COLUMNS, KINDS, SELDOM, STATUSES, Term, dump, load, parse, save

HEADER = "source\ten\tkind\tzh-Hant-TW\n"


@pytest.fixture
def write(tmp_path):
    def write(content):
        path = tmp_path / "own.tsv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_only_source_and_one_form_are_needed(write):
    (term,) = load(write("en\tsource\nXuzhou\t徐州\n"))
    assert term == Term(source="徐州", en="Xuzhou", kind="term", status="approved")


def test_a_term_says_where_it_stands(write):
    (term,) = load(write(HEADER + "\n徐州\tXuzhou\tplace\t徐州\n"))
    assert (term.file, term.line, term.place) == ("own.tsv", 3, "glossary:own.tsv:3")


def test_the_columns_of_the_design_are_written_in_order():
    design = "source kind en en_short zh-Hant-TW zh-Hant-HK reading avoid status valid_from valid_to origin note"
    assert dump(()) == design.replace(" ", "\t") + "\n"


def test_columns_that_no_entry_uses_are_not_written():
    terms = [Term("徐州", en="Xuzhou", domain="investment"), Term("云汀", en="Yunting")]
    header = dump(terms).splitlines()[0].split("\t")
    assert "domain" in header and "decided_by" not in header


def test_who_decided_and_when_survives_a_round_trip(tmp_path):
    term = Term(
        "云汀",
        en="Yunting",
        avoid=("Cloud Ting",),
        avoid_reason="a name is not translated",
        decided_by="Li Wen",
        decided_on=date(2026, 9, 17),
    )
    save(tmp_path / "own.tsv", [term])
    assert load(tmp_path / "own.tsv") == (term,)


def test_a_source_may_have_a_rendering_for_each_domain():
    text = "source\ten\tdomain\n营商\tdoing business\t\n营商\tbusiness environment\tinvestment\n"
    assert [term.domain for term in parse(text, "own.tsv")] == ["", "investment"]


def test_two_renderings_for_one_domain_are_refused_with_the_line_of_the_first():
    text = "source\ten\tdomain\n营商\tdoing business\tparty\n营商\tbusiness environment\tparty\n"
    with pytest.raises(GlossaryError, match=r"own\.tsv:3: '营商' stands in line 2"):
        parse(text, "own.tsv")


def test_a_reason_needs_something_to_avoid():
    with pytest.raises(InvariantError, match="avoid_reason without avoid"):
        Term("云汀", en="Yunting", avoid_reason="a name is not translated")


@pytest.mark.parametrize(
    ("content", "source"),
    [
        ("\ufeffsource\ten\n徐州\tXuzhou\n", "徐州"),
        ("source\ten\r\n徐州\tXuzhou\r\n", "徐州"),
        ("source\ten\r徐州\tXuzhou\r", "徐州"),
        ("\nsource\ten\n\n\t\n徐州\tXuzhou", "徐州"),
        ("source\ten\n 徐州 \t Xuzhou \n", "徐州"),
        ("source\ten\tnote\n徐州\tXuzhou\n", "徐州"),
        ("source\ten\n徐州\tXuzhou\t\t\n", "徐州"),
        ("source\treading\n徐州\tXúzhōu\n", "徐州"),
        ("source\ten\n\uf92c\tlang\n", "郎"),
    ],
    ids=["bom", "crlf", "cr", "blank lines", "spaces", "short row", "empty cells after it", "reading only", "nfc"],
)
def test_what_offices_and_their_programs_write_loads(write, content, source):
    (term,) = load(write(content))
    assert term.source == source


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("", "", "is empty"),
        ("\n \n", "", "is empty"),
        ("source\tenglish\n徐州\tXuzhou\n", ":1", "unknown column 'english'; "),
        ("source\tzh_hant_tw\n徐州\t徐州\n", ":1", "did you mean 'zh-Hant-TW'?"),
        ("source\ten\tstaus\n徐州\tXuzhou\tdraft\n", ":1", "did you mean 'status'?"),
        ("source\ten\t权重\n徐州\tXuzhou\t1\n", ":1", "the columns are source, kind, en"),
        ("source\ten\ten\n徐州\tXuzhou\tXuzhou\n", ":1", "stands twice"),
        ("en\tkind\nXuzhou\tplace\n", ":1", "no column 'source'"),
        (HEADER + "徐州\t\tplace\t\n", ":2", "no form and no reading for '徐州'"),
        (HEADER + "\tXuzhou\tplace\n", ":2", "the source is empty"),
        (HEADER + "徐州\tXuzhou\torganisation\n", ":2", "did you mean 'organization'?"),
        (HEADER + "徐州\tXuzhou\tplace\t徐州\tplace\n", ":2", "stray tab"),
        (HEADER + "徐州\t\tXuzhou\tplace\n", ":2", "unknown kind 'Xuzhou'"),
        (HEADER + "徐州\tXuzhou\n沛县\tPeixian\n徐州\tSuchow\n", ":4", "stands in line 2 already"),
        (HEADER + "\uf92c\tlang\n郎\tLang\n", ":3", "stands in line 2 already"),
        ("source\ten\tstatus\n徐州\tXuzhou\taproved\n", ":2", "did you mean 'approved'?"),
        ("source\ten\tvalid_to\n徐州\tXuzhou\t2026/1/31\n", ":2", "write it as 2026-01-31"),
        ("source\ten\tvalid_to\n徐州\tXuzhou\t20260131\n", ":2", "write it as 2026-01-31"),
        ("source\ten\tvalid_from\tvalid_to\n徐州\tXuzhou\t2026-01-02\t2026-01-01\n", ":2", "before it begins"),
        ("source\tzh-Hant-TW\ten_short\n徐州\t徐州\tXZ\n", ":2", "en_short without en"),
        (b"source\ten\n\xd0\xec\xd6\xdd\tXuzhou\n", ":2", "is not UTF-8"),
        ("source\ten\n徐州\tXuzhou\n".encode("utf-16"), ":1", "is not UTF-8"),
    ],
)
def test_a_broken_file_is_named_with_line_and_remedy(write, content, place, message):
    path = write(content)
    with pytest.raises(GlossaryError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}{place}: ")
    assert message in str(caught.value)


def test_a_missing_file_is_one_clear_line(tmp_path):
    with pytest.raises(GlossaryError, match="cannot be read"):
        load(tmp_path / "none.tsv")


def test_a_superseded_rendering_may_stand_beside_its_successor(write):
    rows = "科委\tCommission\t\t2018-03-16\n科委\tBureau\t2018-03-17\t\n"
    first, second = load(write("source\ten\tvalid_from\tvalid_to\n" + rows))
    day = date(2018, 3, 16)
    assert (first.is_valid_on(day), second.is_valid_on(day)) == (True, False)


def test_renderings_to_avoid_are_split_at_semicolons(write):
    (term,) = load(write("source\ten\tavoid\n徐工\tXCMG\tXugong; Xu Gong ;\n"))
    assert term.avoid == ("Xugong", "Xu Gong")


def test_forms_hold_only_what_is_decided():
    term = Term(source="徐工", en="XCMG", zh_hant_tw="徐工")
    assert term.forms == {"en": "XCMG", "zh-Hant-TW": "徐工"}


@pytest.mark.parametrize(
    "broken",
    [
        {"source": ""},
        {"source": "徐州 "},
        {"source": "\uf92c"},
        {"en": "a\tb"},
        {"en": "a\nb"},
        {"avoid": ("a; b",)},
        {"avoid": ("",)},
        {"kind": "company"},
        {"status": ""},
        {"en": ""},
    ],
)
def test_a_term_that_no_file_could_hold_does_not_exist(broken):
    with pytest.raises(InvariantError):
        Term(**({"source": "徐州", "en": "Xuzhou"} | broken))


def test_a_clash_is_refused_before_the_earlier_file_is_touched(write):
    path = write(HEADER + "徐州\tXuzhou\n")
    with pytest.raises(GlossaryError, match="already"):
        save(path, [Term(source="徐州", en="Xuzhou"), Term(source="徐州", en="Suchow")])
    assert [term.en for term in load(path)] == ["Xuzhou"]


def cells(min_size=0):
    nasty = st.text("徐州党〇𠮷Aé\u0301\u1e3f \"';\\,=#\u3000\ufeff\u2028", min_size=min_size, max_size=8)
    return nasty.map(lambda text: unicodedata.normalize("NFC", text).strip()).filter(lambda text: len(text) >= min_size)


@st.composite
def terms(draw):
    days = sorted(draw(st.tuples(st.dates(), st.dates())))
    return Term(
        source=draw(cells(1)),
        kind=draw(st.sampled_from(KINDS)),
        en=draw(cells(1)),
        en_short=draw(cells()),
        zh_hant_tw=draw(cells()),
        zh_hant_hk=draw(cells()),
        reading=draw(cells()),
        avoid=tuple(draw(st.lists(cells(1).filter(lambda text: ";" not in text), max_size=3))),
        status=draw(st.sampled_from(STATUSES)),
        valid_from=draw(st.sampled_from([date.min, days[0]])),
        valid_to=draw(st.sampled_from([date.max, days[1]])),
        origin=draw(cells()),
        note=draw(cells()),
    )


@given(st.lists(terms(), unique_by=lambda term: term.source, max_size=5))
def test_what_is_saved_is_what_is_loaded(several):
    text = dump(several)
    assert parse(text, "own.tsv") == tuple(sorted(several, key=lambda term: term.source))
    assert dump(parse(text, "own.tsv")) == text


@given(st.lists(terms(), unique_by=lambda term: term.source, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_does_not_show_in_the_file(several, random):
    shuffled = random.sample(several, len(several))
    assert dump(shuffled) == dump(several)


def test_a_saved_file_ends_its_lines_in_one_way_on_every_system(tmp_path):
    path = tmp_path / "own.tsv"
    save(path, [Term(source="徐州", en="Xuzhou")])
    assert path.read_bytes().count(b"\n") == 2
    assert b"\r" not in path.read_bytes()
    assert len(path.read_bytes().split(b"\t")) == 2 * len(set(COLUMNS) - set(SELDOM)) - 1


def test_the_glossary_of_a_measuring_document_loads(shared):
    for path in sorted(shared.glob("data/documents/*/glossary.tsv")):
        assert all(term.en and term.zh_hant_tw for term in load(path))
