import pytest
from hypothesis import given

from i18n_news.model import Locale, Run, Segment, Span, SpanKind, joined
from i18n_news.translate.polish import polish
from tests.strategies import documents


def polished(before, form, after, kind=SpanKind.ORGANIZATION, source="甲乙丙", **options):
    segment = Segment("p1.s1", source).with_spans([Span(0, 1, kind, {Locale.EN: form})])
    runs = joined([Run(before), Run(form, "p1.s1.n1"), Run(after)])
    return "".join(run.text for run in polish(runs, segment, **options))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The Party ", " ' s work .", "The Party XCMG's work."),
        ("• At ", " , today", "At XCMG, today"),
        ("(a) At ", "", "At XCMG"),
        ("In ( ", " )", "In (XCMG)"),
        ("At  ", "  50 %", "At XCMG 50%"),
        ("At ", " .5 tons", "At XCMG .5 tons"),
    ],
)
def test_what_the_tokenizer_left_is_removed(before, after, expected):
    assert polished(before, "XCMG", after) == expected


def test_a_mark_that_the_source_has_stays():
    assert polished("(a) At ", "XCMG", "", source="（一）甲") == "(a) At XCMG"


@pytest.mark.parametrize(
    ("before", "form", "kind", "expected"),
    [
        ("The ", "Li Wenxiu", SpanKind.PERSON, "Li Wenxiu"),
        ("said the ", "Li Wenxiu", SpanKind.PERSON, "said Li Wenxiu"),
        ("in ", "Development Zone", SpanKind.ORGANIZATION, "in the Development Zone"),
        ("in the ", "Development Zone", SpanKind.ORGANIZATION, "in the Development Zone"),
        ("in our ", "Development Zone", SpanKind.ORGANIZATION, "in our Development Zone"),
        ("Xuzhou ", "Development Zone", SpanKind.ORGANIZATION, "Xuzhou Development Zone"),
        ("in ", "Jiangsu", SpanKind.PLACE, "in Jiangsu"),
        ("in ", "Jiali Co., Ltd.", SpanKind.ORGANIZATION, "in Jiali Co., Ltd."),
        ("in ", "intelligent manufacturing", SpanKind.TERM, "in intelligent manufacturing"),
    ],
)
def test_the_article_before_a_name_is_what_its_head_wants(before, form, kind, expected):
    assert polished(before, form, "", kind) == expected


@pytest.mark.parametrize(
    ("before", "form", "expected"),
    [
        ("done in ", "within 45 minutes", "done within 45 minutes"),
        ("ready by ", "by the end of June", "ready by the end of June"),
        ("come in ", "45 minutes", "come in 45 minutes"),
        ("walk in ", "insight", "walk in insight"),
    ],
)
def test_a_form_with_its_own_preposition_takes_the_place_of_the_engine_s(before, form, expected):
    assert polished(before, form, "", SpanKind.QUANTITY) == expected


def test_a_heading_gets_no_article_and_no_stop():
    assert polished("Visit to ", "Development Zone", " ends.", is_heading=True) == "Visit to Development Zone ends"


@given(documents())
def test_no_form_is_ever_touched(document):
    for edition in document.editions.values():
        for segment in document.segments():
            if segment.id in edition.targets:
                runs = edition.targets[segment.id].runs
                placed = [run for run in runs if run.span_id]
                assert [run for run in polish(runs, segment) if run.span_id] == placed
