"""Duplicates: the first binds, the same is one, another rendering is reported, and what was there stays."""

from datetime import date

import pytest

from i18n_news.errors import GlossaryError
from i18n_news.glossary.exchange import POLICIES, RemarkKind, merge
from i18n_news.glossary.terms import Term, dump, parse

JIA = Term("甲港", en="Port Jia", note="old", file="own.tsv", line=2)
OTHER = Term("甲港", en="Jia Harbour", file="new.csv", line=7)


def kinds(merged):
    return [remark.kind for remark in merged.remarks]


def test_the_same_rendering_is_one_entry_that_has_what_either_says():
    merged = merge([JIA, Term("甲港", en="Port Jia", reading="Jiǎ Gǎng", avoid=("J",), note="new")])
    assert merged.terms == (Term("甲港", en="Port Jia", reading="Jiǎ Gǎng", avoid=("J",), note="old"),)
    assert kinds(merged) == [RemarkKind.MERGED]
    assert merged.remarks[0].message == "甲港 is the same as in own.tsv:2; what it says in note is not taken"


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
    assert "is replaced, against 'Jia Harbour'" in merged.remarks[0].message


def test_fail_stops_at_the_first_conflict():
    with pytest.raises(GlossaryError, match=r"new\.csv:7: .* stands already; choose one"):
        merge([OTHER], [JIA], policy="fail")


@pytest.mark.parametrize("policy", [each for each in POLICIES if each != "fail"])
def test_what_is_merged_is_a_glossary(policy):
    days = [date(2020, month, 1) for month in (1, 4, 7, 10)]
    terms = [
        Term("甲港", en=f"Port {n % 3}", valid_from=days[n % 3], valid_to=days[n % 3 + 1], domain="x" * (n % 2))
        for n in range(12)
    ]
    merged = merge(terms[4:], parse(dump(terms[:1]), "own.tsv"), policy=policy)
    assert len(parse(dump(merged.terms), "own.tsv")) == len(merged.terms)
