"""Two states of the glossaries: what changed by meaning, and that nothing is lost on the way."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.glossary.diff import ChangeKind, applied, diff
from i18n_news.glossary.precedence import Precedence
from i18n_news.glossary.terms import Term

JULY = date(2026, 7, 1)
JUNE = date(2026, 6, 30)


def term(source="开发区", en="Development Zone", file="places.tsv", **more):
    return Term(source, en=en, file=file, **more)


@pytest.mark.parametrize(
    ("old", "new", "kind", "columns"),
    [
        (term(), term(en="Zone"), "reworded", {"en": ("Development Zone", "Zone")}),
        (term(), term(avoid=("Area", "Region")), "reworded", {"avoid": ("", "Area; Region")}),
        (term(), term(kind="place"), "reworded", {"kind": ("term", "place")}),
        (term(status="draft"), term(), "status", {"status": ("draft", "approved")}),
        (
            term(status="draft"),
            term(en="Zone"),
            "reworded",
            {"en": ("Development Zone", "Zone"), "status": ("draft", "approved")},
        ),
        (term(), term(valid_to=JUNE), "validity", {"valid_to": ("", "2026-06-30")}),
        (term(), term(domain="investors"), "validity", {"domain": ("", "investors")}),
        (term(), term(file="own.tsv"), "moved", {"file": ("places.tsv", "own.tsv")}),
        (
            term(),
            term(en="Zone", file="own.tsv"),
            "reworded",
            {"en": ("Development Zone", "Zone"), "file": ("places.tsv", "own.tsv")},
        ),
        (term(), term(decided_by="Li Wen", decided_on=JULY), "authority", None),
        (term(), term(origin="page 4"), "authority", {"origin": ("", "page 4")}),
        (term(), term(note="seen"), "note", {"note": ("", "seen")}),
    ],
)
def test_a_change_is_named_after_its_gravest_column(old, new, kind, columns):
    (change,) = diff([old], [new])
    assert change.kind == kind
    assert columns is None or {cell.column: (cell.old, cell.new) for cell in change.cells} == columns


@pytest.mark.parametrize(("kind", "binds"), [("authority", False), ("note", False), ("status", True), ("moved", True)])
def test_only_a_note_and_who_decided_bind_nothing(kind, binds):
    other = {"authority": {"origin": "x"}, "note": {"note": "x"}, "status": {"status": "draft"}, "moved": {"file": "b"}}
    (change,) = diff([term()], [replace(term(), **other[kind])])
    assert change.binds is binds


def test_another_line_is_no_change():
    assert diff([replace(term(), line=3)], [replace(term(), line=40)]) == ()


def test_what_came_and_what_went():
    changes = diff([term("市长"), term("区长")], [term("区长"), term("镇长")])
    assert [(change.kind, change.source) for change in changes] == [("removed", "市长"), ("added", "镇长")]


def test_an_entry_that_ends_and_its_heir_are_one_change():
    old, ended, heir = term(), term(valid_to=JUNE), term(en="Zone", valid_from=JULY)
    (change,) = diff([old], [heir, ended])
    assert (change.kind, change.old, change.new, change.ended) == ("superseded", old, heir, ended)


def test_an_heir_for_another_audience_is_no_succession():
    changes = diff([term()], [term(valid_to=JUNE), term(en="Zone", domain="investors", valid_from=JULY)])
    assert [change.kind for change in changes] == ["validity", "added"]


def test_of_two_heirs_the_first_one_follows():
    later = term(en="Area", valid_from=date(2027, 1, 1))
    first = term(en="Zone", valid_from=JULY, valid_to=date(2026, 12, 31))
    changes = diff([term()], [later, term(valid_to=JUNE), first])
    assert [(change.kind, change.new.en) for change in changes] == [("superseded", "Zone"), ("added", "Area")]


def test_an_entry_that_stands_in_two_files_goes_from_the_one_that_lost_it():
    (change,) = diff([term(file="a.tsv"), term(file="b.tsv")], [term(file="a.tsv")])
    assert (change.kind, change.old.file) == (ChangeKind.REMOVED, "b.tsv")


entries = st.builds(
    term,
    st.sampled_from(["开发区", "市长", "徐工"]),
    st.sampled_from(["Zone", "Development Zone", "XCMG"]),
    st.sampled_from(["a.tsv", "b.tsv"]),
    status=st.sampled_from(["draft", "approved"]),
    domain=st.sampled_from(["", "investors"]),
    valid_from=st.sampled_from([date.min, JULY]),
    valid_to=st.sampled_from([date.max, JUNE]).filter(lambda day: day > JUNE),
    note=st.sampled_from(["", "seen"]),
) | st.builds(term, st.sampled_from(["开发区", "市长"]), valid_to=st.just(JUNE))
glossaries = st.lists(entries, max_size=6)


def counted(rows):
    return Counter((row, row.file) for row in rows)


@given(glossaries)
def test_a_set_does_not_differ_from_itself(rows):
    assert diff(rows, list(reversed(rows))) == ()


@given(glossaries, glossaries)
def test_the_changes_lead_from_the_old_set_to_the_new_one(old, new):
    assert counted(applied(old, diff(old, new))) == counted(new)


@given(glossaries, glossaries)
def test_the_order_of_the_rows_does_not_matter(old, new):
    assert len(diff(old, new)) == len(diff(list(reversed(old)), new))


FIRST, SECOND = term(en="Zone", file="a.tsv", line=2), term(file="b.tsv", line=5)


@pytest.mark.parametrize(
    ("glossaries", "asked", "overruling"),
    [
        ([[FIRST], [SECOND]], SECOND, FIRST),
        ([[FIRST], [SECOND]], FIRST, None),
        ([[replace(FIRST, status="draft")], [SECOND]], SECOND, None),
        ([[replace(FIRST, valid_to=JUNE)], [SECOND]], SECOND, None),
        ([[replace(FIRST, valid_to=JUNE)], [replace(SECOND, valid_to=JUNE)]], replace(SECOND, valid_to=JUNE), "a.tsv"),
        ([[FIRST], [replace(SECOND, domain="investors")]], replace(SECOND, domain="investors"), None),
    ],
)
def test_an_entry_is_overruled_only_where_another_binds_on_all_its_days(glossaries, asked, overruling):
    found = Precedence((), glossaries, domains=("investors",)).overruling(asked)
    assert (found.file if found else None) == (getattr(overruling, "file", overruling))
