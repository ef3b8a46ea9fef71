"""One name has one English form in a release, and one form belongs to one person."""

import pytest

from i18n_news.checks import run_checks
from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Run, Segment, Severity, Span, SpanKind, Target

EN = Locale.EN


def release(*mentions, said=None, locale=EN):
    """One sentence for each mention: name, form, kind, origin; the English has the form unless `said` has more."""
    segments, targets = [], {}
    for number, (name, form, *rest) in enumerate(mentions, start=1):
        kind, origin = (*rest, *("person", "names:title")[len(rest) :])
        segment_id = f"p1.s{number}"
        span = Span(2, 2 + len(name), SpanKind(kind), {locale: form}, origin=origin)
        segments.append(Segment(segment_id, f"那天{name}也在。").with_spans([span]))
        text = (said or {}).get(number, " was there that day.")
        targets[segment_id] = Target(segment_id, locale, (Run(form, f"{segment_id}.n1"), Run(text)))
    blocks = (Block(BlockKind.PARAGRAPH, tuple(segments)),)
    return Document("d", Locale.ZH_HANS, blocks, editions={locale: Edition(locale, targets)})


def issues(document, check):
    return [issue for issue in run_checks(document) if issue.check == check]


ZANG, CANG, SURNAME = ("臧晓鹏", "Zang Xiaopeng"), ("臧晓鹏", "Cang Xiaopeng"), ("臧晓鹏", "Zang")


def test_a_second_form_of_a_name_is_a_warning_at_its_first_place():
    (issue,) = issues(release(ZANG, ZANG, CANG, CANG), "inconsistent-spelling")
    assert (issue.severity, issue.span_id) == (Severity.WARNING, "p1.s3.n1")


def test_the_warning_names_both_forms_and_their_places():
    (issue,) = issues(release(ZANG, CANG, CANG), "inconsistent-spelling")
    assert "“Zang Xiaopeng” in p1.s1 and “Cang Xiaopeng” in p1.s2, p1.s3" in issue.message


@pytest.mark.parametrize("kind", ["place", "organization", "title"])
def test_places_organizations_and_titles_have_one_form_too(kind):
    document = release(("雁汀湾", "Yanting Bay", kind), ("雁汀湾", "Yantingwan", kind))
    assert len(issues(document, "inconsistent-spelling")) == 1


def test_two_wrong_surnames_are_told_apart_from_the_right_one():
    document = release(ZANG, SURNAME, CANG, ("臧晓鹏", "Cang"))
    assert len(issues(document, "inconsistent-spelling")) == 2


PARK = ("雁汀园区", "Yanting Park (YTP)", "organization", "glossary:organizations.tsv:4")


@pytest.mark.parametrize(
    "mentions",
    [
        [ZANG, ZANG],
        [ZANG, SURNAME, ZANG],
        [SURNAME, ZANG],
        [PARK, ("雁汀园区", "YTP", *PARK[2:])],
        [("苏", "Jiangsu", "place"), ("苏", "Suzhou", "place")],
        [("快干", "work fast", "term"), ("快干", "quick work", "term")],
        [("雁汀湾", "Yanting Bay", "place"), ("雁汀村", "Yanting Village", "place")],
    ],
)
def test_full_and_short_form_of_one_entry_are_one_spelling(mentions):
    assert issues(release(*mentions), "inconsistent-spelling") == []


def test_forms_of_two_glossary_entries_are_two_spellings():
    other = ("雁汀园区", "YTP", "organization", "glossary:hand.tsv:2")
    assert len(issues(release(PARK, other), "inconsistent-spelling")) == 1


def test_two_people_with_one_english_name_are_a_warning_at_the_second():
    (issue,) = issues(release(("王芳", "Wang Fang"), ("王方", "Wang Fang"), ("王方", "Wang Fang")), "same-spelling")
    assert (issue.severity, issue.span_id) == (Severity.WARNING, "p1.s2.n1")
    assert "“王方” and “王芳” (p1.s1) are both “Wang Fang”" in issue.message


@pytest.mark.parametrize(
    "others",
    [
        [("王方", "WANG Fang")],
        [("王方", "Wang Fang")],
        [("汪芳", "Wang Fang")],
        [("王方", "Wang Fang"), ("李明", "Li Ming")],
        [("王方", "Wang Fang (Finance Bureau)"), ("王房", "Wang Fang")],
    ],
)
def test_whatever_stands_between_two_names_that_come_out_the_same_are_told(others):
    assert len(issues(release(("王芳", "Wang Fang"), *others), "same-spelling")) == 1


@pytest.mark.parametrize(
    "mentions",
    [
        [("王芳", "Wang Fang"), ("王芳", "Wang Fang")],
        [("王芳", "Wang Fang"), ("王方", "Wang Fang (Finance Bureau)")],
        [("吕方", "Lü Fang"), ("卢方", "Lu Fang")],
        [("特朗普", "Trump"), ("川普", "Trump")],
        [("王芳", "Wang Fang"), ("望坊", "Wang Fang", "place")],
    ],
)
def test_one_person_different_forms_a_foreign_name_or_a_place_are_no_confusion(mentions):
    assert issues(release(*mentions), "same-spelling") == []


def test_a_full_name_where_the_surname_was_decided_is_a_warning():
    (issue,) = issues(release(ZANG, SURNAME, said={2: " Xiaopeng was there."}), "mixed-name")
    assert (issue.severity, issue.span_id) == (Severity.WARNING, "p1.s2.n1")


@pytest.mark.parametrize(
    "text",
    [
        " Xiaopeng was there.",
        " Xiaopeng’s day.",
        " was there; Zang Xiaopeng spoke.",
        " Xiaopeng, who spoke,",
        " spoke (Zang Xiaopeng).",
    ],
)
def test_wherever_the_full_name_stands_it_is_told(text):
    assert len(issues(release(ZANG, SURNAME, said={2: text}), "mixed-name")) == 1


@pytest.mark.parametrize(
    "text",
    [" was there.", "’s day.", ", Xiaopeng to friends, was there.", " Xiaopenglai was there.", " met Li Xiaopeng."],
)
def test_a_surname_alone_is_as_decided(text):
    assert issues(release(ZANG, SURNAME, said={2: text}), "mixed-name") == []


@pytest.mark.parametrize("check", ["inconsistent-spelling", "same-spelling", "mixed-name"])
def test_the_traditional_edition_has_no_english_spelling(check):
    forms = [("王芳", "王芳"), ("王方", "王芳"), ("王芳", "王坊")]
    assert issues(release(*forms, locale=Locale.ZH_HANT_TW), check) == []
