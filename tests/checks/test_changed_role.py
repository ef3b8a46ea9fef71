"""A person keeps rank and English title through a release."""

from dataclasses import replace

import pytest

from i18n_news.checks import run_checks
from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Run, Segment, Severity, Span, SpanKind, Target

NAME, FORM = "邹启明", "Zou Qiming"


def release(*sentences):
    """Chinese sentences with the English of each, or without; every 邹启明 is a person."""
    segments, targets = [], {}
    for number, sentence in enumerate(sentences, start=1):
        source, english = (sentence, f"{FORM} spoke.") if isinstance(sentence, str) else sentence
        id_ = f"p1.s{number}"
        start = source.index(NAME)
        span = Span(start, start + len(NAME), SpanKind.PERSON, {Locale.EN: FORM})
        segments.append(Segment(id_, source).with_spans([span]))
        before, _, behind = english.partition(FORM)
        runs = [Run(before), Run(FORM, f"{id_}.n1"), Run(behind)]
        targets[id_] = Target(id_, Locale.EN, tuple(run for run in runs if run.text))
    blocks = (Block(BlockKind.PARAGRAPH, tuple(segments)),)
    return Document("d", Locale.ZH_HANS, blocks, editions={Locale.EN: Edition(Locale.EN, targets)})


def issues(*sentences):
    return [issue for issue in run_checks(release(*sentences)) if issue.check == "changed-role"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("园区党工委副书记邹启明讲话。", "党工委书记邹启明参加。"),
        ("园区管委会主任邹启明讲话。", "会后，管委会副主任邹启明参加。"),
        ("代市长邹启明讲话。", "市长邹启明参加。"),
        ("雁湖集团副总经理邹启明讲话。", "雁湖集团总经理邹启明参加。"),
        ("党工委副书记、管委会主任邹启明讲话。", "党工委书记、管委会主任邹启明参加。"),
        ("市总工会主席邹启明讲话。", "市总工会常务副主席邹启明参加。"),
        ("副局长邹启明讲话。", "市水务局局长邹启明参加。"),
    ],
)
def test_another_rank_in_the_same_office_is_a_warning_at_the_second_place(first, second):
    (issue,) = issues(first, second)
    assert (issue.severity, issue.segment_id, issue.locale) == (Severity.WARNING, "p1.s2", Locale.ZH_HANS)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("园区党工委副书记邹启明讲话。", "党工委副书记邹启明参加。"),
        ("市委副书记邹启明讲话。", "雁湖区委书记邹启明参加。"),
        ("市委副书记、园区党工委书记邹启明讲话。", "园区党工委书记邹启明参加。"),
        ("党工委副书记、管委会主任邹启明讲话。", "管委会主任邹启明参加。"),
        ("时任管委会副主任邹启明讲话。", "管委会主任邹启明参加。"),
        ("原副局长邹启明讲话。", "局长邹启明参加。"),
        ("管委会副主任邹启明讲话。", "办公室主任邹启明参加。"),
        ("副书记邹启明讲话。", "邹启明书记走访企业。"),
        ("副教授邹启明讲话。", "副教授邹启明参加。"),
        ("市委书记王芳、副市长邹启明讲话。", "副市长邹启明参加。"),
    ],
)
def test_the_same_role_another_body_or_another_time_is_no_issue(first, second):
    assert issues(first, second) == []


def test_the_message_names_both_roles_and_the_place():
    (issue,) = issues("党工委副书记邹启明讲话。", "党工委书记邹启明参加。")
    assert "“邹启明” is “党工委书记” here and “党工委副书记” in p1.s1" in issue.message


MUSEUM = "博物馆馆长邹启明讲话。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Museum director Zou Qiming spoke.", "Curator Zou Qiming spoke."),
        ("Zou Qiming, director of the museum, spoke.", "Zou Qiming, the curator, spoke."),
        ("Director Zou Qiming spoke.", "Deputy director Zou Qiming spoke."),
        ("Zou Qiming, head of the museum, spoke.", "The director Zou Qiming spoke."),
        ("Chairman Zou Qiming spoke.", "President Zou Qiming spoke."),
    ],
)
def test_one_title_with_two_english_ones_is_a_warning(first, second):
    (issue,) = issues((MUSEUM, first), (MUSEUM, second))
    assert (issue.severity, issue.segment_id, issue.locale) == (Severity.WARNING, "p1.s2", Locale.EN)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Museum director Zou Qiming spoke.", "Director Zou Qiming spoke."),
        ("Director Zou Qiming spoke.", "Zou Qiming, director of the museum, spoke."),
        ("Director Zou Qiming spoke.", "Zou Qiming spoke."),
        ("Director Zou Qiming spoke.", "Yesterday Zou Qiming spoke."),
        ("Director Zou Qiming spoke.", "Zou Qiming, with curators, spoke."),
    ],
)
def test_one_title_with_one_english_one_is_no_issue(first, second):
    assert issues((MUSEUM, first), (MUSEUM, second)) == []


def test_two_titles_may_have_two_english_ones():
    assert issues((MUSEUM, "Curator Zou Qiming spoke."), ("协会会长邹启明讲话。", "President Zou Qiming spoke.")) == []


def test_another_name_has_a_role_of_its_own():
    document = release("党工委副书记邹启明讲话。", "党工委书记邹启明参加。")
    segment = document.blocks[0].segments[1]
    other = replace(segment, source=segment.source.replace("邹启明", "周启明"))
    blocks = (replace(document.blocks[0], segments=(document.blocks[0].segments[0], other)),)
    assert [i for i in run_checks(replace(document, blocks=blocks)) if i.check == "changed-role"] == []
