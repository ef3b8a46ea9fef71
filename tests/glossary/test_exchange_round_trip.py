"""Out to every form and in again: the same terms, or a remark that names what was lost."""

import tempfile
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n_news.errors import InvariantError
from i18n_news.glossary.exchange import RemarkKind, export_terms, import_terms, read
from i18n_news.glossary.terms import KINDS, STATUSES, Term

# Formulas, quotes, XML, marks of our own, astral Han, right-to-left, what Excel escapes, white space of all kinds.
PIECES = [
    *(
        "=1+1",
        "+A1",
        "-",
        "@x",
        "＝SUM",
        "'",
        "''",
        '"',
        '""',
        ",",
        ";",
        "；",
        "#",
        "#N/A",
        "//",
        "&amp;",
        "<b>",
        "]]>",
    ),
    *(
        "【kind】",
        "【【note】",
        "【",
        "】person",
        "_x0041_",
        "_x005F_",
        "_x",
        "x005F_",
        "\\n",
        "sep=;",
        "1. ",
        "- ",
        "徐工",
    ),
    *("𬭎𠮷", "שלום", "\u202eabc", "\u200f", "e\u0301", "\u0301", "ﬁ", "Ａ", "０", " ", "  ", "\u3000", "\xa0", "\x85"),
    *(
        "\u2028",
        "TRUE",
        "1.0",
        "007",
        "2026-01-31",
        "1/2",
        "NULL",
        "source",
        "en",
        "X",
        "abc",
        "：",
        "=",
        "→",
        "\ufeff",
    ),
]
CONTROLS = ["\x01", "\x07", "\x0b", "\x1f", "\ufffe", "\uffff", "\x7f", "\x9f"]


def cleaned(text):
    return unicodedata.normalize("NFC", text).strip()


def texts(pieces):
    return st.one_of(
        st.lists(st.sampled_from(pieces), min_size=1, max_size=5).map("".join),
        st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=12),
    ).map(cleaned)


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.sampled_from([date.min, date(1900, 2, 28), date(1900, 3, 1)])


@st.composite
def terms(draw, pieces=PIECES):
    text = texts(pieces)
    some = text | st.just("")
    avoid = tuple(
        item for item in (cleaned(part.replace(";", "")) for part in draw(st.lists(text, max_size=3))) if item
    )
    begins, ends = sorted((draw(DAYS), draw(DAYS)))
    en = draw(some)
    try:
        return Term(
            draw(text),
            kind=draw(st.sampled_from(KINDS)),
            en=en,
            en_short=draw(some) if en else "",
            zh_hant_tw=draw(some),
            zh_hant_hk=draw(some),
            reading=draw(some),
            avoid=avoid,
            avoid_reason=draw(some) if avoid else "",
            status=draw(st.sampled_from(STATUSES)),
            domain=draw(some),
            valid_from=begins if draw(st.booleans()) else date.min,
            valid_to=ends if draw(st.booleans()) else date.max,
            decided_by=draw(some),
            decided_on=draw(DAYS),
            origin=draw(some),
            note=draw(some),
        )
    except InvariantError:
        # No form at all, or nothing left of the source.
        return Term("词", en="word", note=draw(some), kind=draw(st.sampled_from(KINDS)))


glossaries = st.lists(terms(), min_size=1, max_size=6, unique_by=lambda term: term.source)
FORMS = [("x.tsv", "tsv"), ("x.csv", "csv"), ("x.xlsx", "xlsx"), ("x.tbx", "tbx2"), ("x.tbx", "tbx3")]
OMEGAT = [("x.txt", "omegat"), ("x.utf8", "omegat"), ("x.csv", "omegat"), ("x.tbx", "omegat")]
quick = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])


def there_and_back(given_terms, name, form):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        remarks = export_terms(given_terms, path, form)
        return remarks, read(path)


def by_source(found):
    return sorted(found, key=lambda term: term.source)


@pytest.mark.parametrize(("name", "form"), FORMS)
@quick
@given(glossary=glossaries)
def test_nothing_is_lost_and_nothing_is_said(name, form, glossary):
    remarks, reading = there_and_back(glossary, name, form)
    assert remarks == ()
    assert by_source(reading.terms) == by_source(glossary)
    assert reading.remarks == ()


@pytest.mark.parametrize(("name", "form"), FORMS)
@quick
@given(glossary=st.lists(terms([*PIECES, *CONTROLS]), min_size=1, max_size=4, unique_by=lambda term: term.source))
def test_what_differs_is_named_by_a_remark(name, form, glossary):
    remarks, reading = there_and_back(glossary, name, form)
    found = {term.source: term for term in reading.terms}
    different = [term for term in glossary if found.get(term.source) != term]
    told = (RemarkKind.LOST, RemarkKind.UNREAD, RemarkKind.UNWRITTEN)
    assert len(different) <= sum(remark.kind in told for remark in remarks)


@pytest.mark.parametrize(("name", "form"), OMEGAT)
@quick
@given(glossary=glossaries)
def test_omegat_keeps_all_that_has_english_and_names_the_rest(name, form, glossary):
    remarks, reading = there_and_back(glossary, name, form)
    written = glossary
    if name != "x.tbx":
        written = [term for term in glossary if term.en and (name == "x.csv" or not term.source.startswith("#"))]
    assert len(remarks) == len(glossary) - len(written)
    assert by_source(reading.terms) == by_source(written)
    assert reading.remarks == ()


@pytest.mark.parametrize(("name", "form"), OMEGAT)
def test_omegat_form_has_the_other_columns_in_its_comment(name, form):
    glossary = (
        Term(
            "望江园区", kind="place", en="Wangjiang Park", en_short="the Park", avoid=("River Garden",), status="draft"
        ),
        Term("签约", en='signing, "formal"', zh_hant_tw="簽約", note="not 【kind】 but so", valid_to=date(2030, 1, 1)),
    )
    remarks, reading = there_and_back(glossary, name, form)
    assert remarks == ()
    assert by_source(reading.terms) == by_source(glossary)


def test_import_adds_what_export_wrote(tmp_path):
    glossary = (Term("甲港", en="Port Jia", status="approved"), Term("乙港", en="Port Yi", status="draft"))
    export_terms(glossary, tmp_path / "ports.xlsx")
    imported = import_terms([tmp_path / "ports.xlsx"])
    assert (imported.terms, imported.added, imported.remarks) == (glossary, 2, ())
