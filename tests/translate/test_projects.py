"""What is said of a project by rule; the pairs stand in tests/cases/projects.md."""

from pathlib import Path

import pytest

from i18n_news.model import SpanKind
from i18n_news.translate.plan import plan
from tests.translate.clauses import rows, segment

TEXT = (Path(__file__).parents[1] / "cases" / "projects.md").read_text(encoding="utf-8")
SAID, LEFT = map(rows, TEXT.split("## Left"))
DECIDED = {
    "鸿泰电机有限公司": (SpanKind.ORGANIZATION, "Hongtai Motors Co., Ltd."),
    "滨海风电装备产业园": (SpanKind.ORGANIZATION, "Binhai Wind Power Equipment Industrial Park"),
    "鸿泰": (SpanKind.ORGANIZATION, "Hongtai"),
    "风电": (SpanKind.TERM, "wind power"),
    "总投资": (SpanKind.TERM, "total investment"),
    "占地面积": (SpanKind.TERM, "site area"),
    "年产值": (SpanKind.TERM, "annual output value"),
    "生产线": (SpanKind.TERM, "production line"),
}


def said(source):
    made = plan(segment(source, DECIDED))
    return "".join(run.text for run in made.opening).strip(), "".join(core.source for core in made.core)


@pytest.mark.parametrize(("source", "english"), SAID, ids=lambda text: text[:16])
def test_what_is_known_of_a_project_is_said_by_rule(source, english):
    assert said(source) == (english, "")


@pytest.mark.parametrize("source", [row[0] for row in LEFT])
def test_what_is_not_known_is_left_to_the_engine(source):
    assert said(source) == ("", source)


def test_the_spans_of_the_rest_keep_their_places_in_the_whole():
    whole = segment("该项目总投资12亿元，主要建设3条生产线。", DECIDED)
    made = plan(whole)
    (core,) = made.core
    for span in core.spans:
        assert core.text_of(span) == whole.source[span.start + made.start : span.end + made.start]
