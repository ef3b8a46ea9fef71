from pathlib import PurePosixPath

import pytest

from i18n_news.model import Block, BlockKind, Document, Edition, Issue, Locale, Run, Segment, Severity, State, Target
from i18n_news.render.html import html_renderer
from i18n_news.render.review import MOST_FIRST, Confidence, ranked
from tests.render.outline import Outline

EN = Locale.EN


def release(scores, state=State.TRANSLATED):
    """One paragraph a score, p1 with the first."""
    segments = [Segment(f"p{number}.s1", f"第{number}句。") for number, _ in enumerate(scores, start=1)]
    targets = {
        segment.id: Target(segment.id, EN, (Run("Text."),), state, "engine", score)
        for segment, score in zip(segments, scores, strict=True)
    }
    blocks = tuple(Block(BlockKind.PARAGRAPH, (segment,)) for segment in segments)
    return Document("release", Locale.ZH_HANS, blocks).with_edition(Edition(EN, targets))


def issue(segment_id, severity, message="nothing was written for: 早达效"):
    return Issue("dropped-clause", severity, segment_id, EN, message)


def ids(document, issues=()):
    return [row.segment_id for row in ranked(document, issues)]


def test_the_least_trusted_come_first_and_the_trusted_not_at_all():
    assert ids(release([0.6, 0.2, 0.95, 0.4, 1.0])) == ["p2.s1", "p4.s1", "p1.s1"]


def test_an_error_comes_before_every_doubt_and_a_warning_by_its_score():
    issues = [issue("p2.s1", Severity.WARNING), issue("p3.s1", Severity.ERROR), issue("p4.s1", Severity.INFO)]
    assert ids(release([0.2, 0.9, 0.95, 0.97]), issues) == ["p3.s1", "p1.s1", "p2.s1"]


def test_a_row_says_why():
    first, second = ranked(release([0.2, 0.3]), [issue("p2.s1", Severity.WARNING)])
    assert first.reasons == ("The model was unsure.",)
    assert second.reasons == ("nothing was written for: 早达效",)


@pytest.mark.parametrize("state", [State.REVIEWED, State.FINAL])
def test_what_a_person_has_read_is_not_ranked(state):
    assert ids(release([0.2], state)) == []


@pytest.mark.parametrize("score", [0.0, -0.8])
def test_a_target_without_a_measure_is_not_ranked(score):
    assert ids(release([score])) == []


@pytest.mark.parametrize(
    ("value", "percent", "level"),
    [
        (0.001, 0, "low"),
        (0.2, 20, "low"),
        (0.5, 50, "medium"),
        (0.9, 90, "high"),
        (0.999, 99, "high"),
        (1.0, 100, "high"),
    ],
)
def test_a_confidence_is_shown_in_percent_and_only_certainty_as_100(value, percent, level):
    assert (Confidence(value).percent, Confidence(value).level) == (percent, level)


@pytest.fixture(name="page")
def the_page(templates):
    document = release([0.2] * (MOST_FIRST + 2) + [1.0])
    issues = [issue("p1.s1", Severity.WARNING)]
    rendered = html_renderer(templates)(document, issues)
    return Outline(rendered[PurePosixPath("review.html")].decode("utf-8"))


def test_the_table_links_to_its_segments_and_says_how_many_there_are(page):
    table = page.all("table", class_="first")[0]
    assert f"Look at these first ({MOST_FIRST} of {MOST_FIRST + 2})" in table.text
    links = [link.attributes["href"] for link in page.all("a")]
    assert "#p1.s1" in links
    assert len(page.all("tr")) >= MOST_FIRST


def test_every_segment_shows_its_confidence(page):
    sections = [section for section in page.all("section") if section.attributes.get("id", "").startswith("p")]
    assert all("20%" in section.text for section in sections[:-1])
    assert "100%" in sections[-1].text
    assert page.all("span", class_="confidence high")


def test_a_release_without_doubts_has_no_table(templates):
    rendered = html_renderer(templates)(release([1.0]), ())
    assert "Look at these first" not in rendered[PurePosixPath("review.html")].decode("utf-8")
