"""Duplicates: the first binds, the same is one, another rendering is reported, and what was there stays."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.errors import GlossaryError
from i18n_news.glossary.exchange import POLICIES, RemarkKind, merge
from i18n_news.glossary.terms import Term, dump, parse

JIA = Term("甲港", en="Port Jia", note="old", file="own.tsv", line=2)
DAYS = tuple(date(2026, month, 1) for month in (1, 4, 7, 10))
OTHER = Term("甲港", en="Jia Harbour", file="new.csv", line=7)


def kinds(merged):
    return [remark.kind for remark in merged.remarks]


@st.composite
def entries(draw):
    """Entries of two sources whose days, renderings and domains often meet."""
    first, last = sorted(draw(st.tuples(*[st.sampled_from([date.min, *DAYS, date.max])] * 2)))
    texts = st.sampled_from(["port", "harbour", "quay"])
    domain, status = draw(st.sampled_from(["", "tourism"])), draw(st.sampled_from(["draft", "approved"]))
    source = draw(st.sampled_from(["甲港", "乙港"]))
    return Term(source, en=draw(texts), status=status, domain=domain, valid_from=first, valid_to=last)


def test_the_same_rendering_is_one_entry_that_has_what_either_says():
    merged = merge([JIA, Term("甲港", en="Port Jia", reading="Jiǎ Gǎng", avoid=("J",), note="new")])
    assert merged.terms == (Term("甲港", en="Port Jia", reading="Jiǎ Gǎng", avoid=("J",), note="old"),)
    assert kinds(merged) == [RemarkKind.KEPT]
    assert merged.remarks[0].message == "甲港 is kept as in own.tsv:2; not taken: note 'new'"


def test_another_rendering_is_a_conflict_and_the_first_binds():
    merged = merge([JIA, OTHER])
    assert merged.terms == (JIA,)
    assert [(r.kind, r.place, r.message) for r in merged.remarks] == [
        (RemarkKind.CONFLICT, "new.csv:7", "甲港: en 'Port Jia' of own.tsv:2 is kept, against 'Jia Harbour'")
    ]


def test_other_domains_and_other_times_are_other_entries():
    terms = (
        JIA,
        Term("甲港", en="Jia Harbour", domain="tourism"),
        Term("乙港", en="Port Yi", valid_to=date(2020, 1, 1)),
        Term("乙港", en="Yi Harbour", valid_from=date(2020, 1, 2)),
    )
    assert merge(terms).terms == terms
    assert merge(terms).remarks == ()


@pytest.mark.parametrize("incoming", [OTHER, Term("甲港", en="Port Jia", zh_hant_tw="甲港"), JIA])
def test_what_was_present_is_not_touched(incoming):
    merged = merge([incoming, Term("丙港", en="Port Bing")], [JIA])
    assert merged.terms == (JIA, Term("丙港", en="Port Bing"))
    assert (merged.added, merged.changed, len(merged.remarks)) == (1, 0, 1)


def test_replace_takes_the_later_and_says_so():
    merged = merge([OTHER], [JIA], policy="replace")
    assert (merged.terms, merged.added, merged.changed) == ((OTHER,), 0, 1)
    assert "en 'Port Jia' of own.tsv:2 is replaced by 'Jia Harbour'" in merged.remarks[0].message


def test_fail_stops_at_the_first_conflict():
    with pytest.raises(GlossaryError, match=r"new\.csv:7: .* stands already, against 'Jia Harbour'; choose one"):
        merge([OTHER], [JIA], policy="fail")


LAST, NEXT = date(2026, 9, 30), date(2026, 10, 1)
PLANT = Term("绿色工厂", en="green plant", status="draft", note="ours", file="own.tsv", line=8)
ENDED = replace(PLANT, status="approved", valid_to=LAST, file="own.xlsx", line=8)
FACTORY = Term("绿色工厂", en="green factory", valid_from=NEXT, file="own.xlsx", line=9)


@pytest.mark.parametrize("incoming", [[ENDED, FACTORY], [FACTORY, ENDED]])
def test_replace_takes_an_ended_entry_and_its_successor_as_two(incoming):
    merged = merge(incoming, [PLANT], policy="replace")
    assert set(merged.terms) == {ENDED, FACTORY}
    assert [(remark.kind, remark.message) for remark in merged.remarks] == [
        (RemarkKind.REPLACED, "绿色工厂 of own.tsv:8: status: draft → approved, valid_to: - → 2026-09-30")
    ]


def test_replace_takes_another_day_of_succession():
    present = [ENDED, FACTORY]
    later = [replace(ENDED, valid_to=date(2026, 10, 31)), replace(FACTORY, valid_from=date(2026, 11, 1))]
    assert merge(later, present, policy="replace").terms == tuple(later)


def test_replace_by_a_successor_alone_ends_what_was_there():
    merged = merge([FACTORY], [PLANT], policy="replace")
    assert merged.terms == (replace(PLANT, valid_to=LAST), FACTORY)
    assert "it stays until 2026-09-30" in merged.remarks[0].message


def test_replace_empties_the_cells_that_the_file_has_and_no_others():
    row = Term("甲港", en="Port Jia", status="draft", file="list.csv", line=2)
    present = [replace(JIA, reading="Jiǎ Gǎng", origin="notice")]
    merged = merge([row], present, policy="replace", columns={"list.csv": {"source", "en", "note"}})
    assert merged.terms == (replace(present[0], note=""),)


@pytest.mark.parametrize("status", ["draft", "approved", "deprecated"])
@pytest.mark.parametrize("stands", ["draft", "approved", "deprecated"])
def test_a_status_that_is_not_taken_is_said(status, stands):
    merged = merge([replace(JIA, status=status)], [replace(JIA, status=stands)])
    assert merged.terms == (replace(JIA, status=stands),)
    assert (f"not taken: status '{status}'" in merged.remarks[0].message) == (status != stands)


def test_keep_says_each_difference_and_changes_nothing():
    merged = merge([replace(ENDED, note=""), FACTORY], [PLANT])
    assert merged.terms == (PLANT,)
    assert [remark.message for remark in merged.remarks] == [
        "绿色工厂 is kept as in own.tsv:8; not taken: status 'approved', valid_to '2026-09-30', the empty note",
        "绿色工厂: en 'green plant' of own.tsv:8 is kept, against 'green factory'",
    ]


@given(st.lists(entries(), max_size=6), st.lists(entries(), max_size=6))
def test_replace_has_every_row_of_a_glossary_and_drops_no_day_of_what_was_there(new, old):
    new, old = merge(new).terms, merge(old).terms
    merged = merge(new, old, policy="replace").terms
    assert set(new) <= set(merged) and len(parse(dump(merged), "own.tsv")) == len(merged)
    assert {each.source for each in old} <= {each.source for each in merged}


@pytest.mark.parametrize("policy", [each for each in POLICIES if each != "fail"])
def test_what_is_merged_is_a_glossary(policy):
    days = [date(2020, month, 1) for month in (1, 4, 7, 10)]
    terms = [
        Term("甲港", en=f"Port {n % 3}", valid_from=days[n % 3], valid_to=days[n % 3 + 1], domain="x" * (n % 2))
        for n in range(12)
    ]
    merged = merge(terms[4:], parse(dump(terms[:1]), "own.tsv"), policy=policy)
    assert len(parse(dump(merged.terms), "own.tsv")) == len(merged.terms)
