"""Clauses of figures said by rule; the pairs stand in tests/cases/statistics.md."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.model import Locale, SpanKind
from i18n_news.translate.plan import plan
from tests.translate.clauses import rows, segment

TEXT = (Path(__file__).parents[1] / "cases" / "statistics.md").read_text(encoding="utf-8")
SAID, LEFT = map(rows, TEXT.split("## Left"))
DECIDED = {
    "工业产值": (SpanKind.TERM, "industrial output value"),
    "外资": (SpanKind.TERM, "foreign investment"),
    "重大项目": (SpanKind.TERM, "major project"),
    "总投资": (SpanKind.TERM, "total investment"),
    "贸易": (SpanKind.TERM, "trade"),
    "临港新区": (SpanKind.PLACE, "Lingang New Area"),
}


def said(source):
    """The English that the rules say before the engine's part, and that part."""
    made = plan(segment(source, DECIDED))
    return "".join(run.text for run in made.opening).strip(), "".join(core.source for core in made.core)


@pytest.mark.parametrize(("source", "english"), SAID, ids=lambda text: text[:16])
def test_a_sentence_of_figures_is_said_by_rule(source, english):
    assert said(source) == (english, "")


def test_a_headline_of_figures_is_in_the_present():
    made = plan(segment("工业产值增长6.5%", DECIDED), is_heading=True)
    assert "".join(run.text for run in made.opening) == "Industrial output value rises by 6.5 percent"


@pytest.mark.parametrize("source", [row[0] for row in LEFT])
def test_what_is_more_than_such_a_clause_is_left_to_the_engine(source):
    assert said(source) == ("", source)


PIECES = [
    "工业产值",
    "用电量",
    "达到",
    "同比增长",
    "增长",
    "3亿元",
    "5.2%",
    "，",
    "；",
    "。",
    "其中",
    "全区",
    "实现",
    "外资",
    "1至9月",
    "新开工项目",
    "7个",
    "企业",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_every_figure_has_one_run_whatever_the_clauses(pieces):
    whole = segment("".join(pieces), DECIDED)
    made = plan(whole)
    runs = Counter(run.span_id for run in (*made.opening, *made.closing) if run.span_id)
    left = sum(len(core.spans) for core in made.core)
    assert sum(runs.values()) + left == len([span for span in whole.spans if Locale.EN in span.forms])
    assert set(runs.values()) <= {1}
