"""The polish: each rule alone on its case file, then all together on text that is nastier than life."""

import re
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.checks.noted import noted
from i18n_news.model import Block, BlockKind, Document, Locale, Note, Run, Segment, Span, SpanKind, joined
from i18n_news.render.environment import Templates
from i18n_news.render.html import html_renderer
from i18n_news.render.review import POLISHED, review_sheet
from i18n_news.text.american import american
from i18n_news.translate.line import line_of
from i18n_news.translate.polish import RULES, polish
from i18n_news.translate.stage import translate
from tests.strategies import documents
from tests.translate.fakes import FakeEngine

CASES = Path(__file__).parents[1] / "cases"
FORM = re.compile(r"\{(\w+): ([^}]+)\}")


def written(text, source=""):
    """The runs and the segment of a line in which {kind: form} marks the forms."""
    runs, spans, position = [], [], 0
    forms = list(FORM.finditer(text))
    for number, form in enumerate(forms, start=1):
        runs += [Run(text[position : form.start()]), Run(form[2], f"p1.s1.n{number}")]
        spans.append(Span(number - 1, number, SpanKind(form[1]), {Locale.EN: form[2]}))
        position = form.end()
    segment = Segment("p1.s1", source or "甲" * (len(forms) or 1)).with_spans(spans)
    return joined([*runs, Run(text[position:])]), segment


def joined_text(runs):
    return "".join(run.text for run in runs)


def each_case():
    for name, rule in RULES:
        text = (CASES / f"polish-{name}.md").read_text(encoding="utf-8")
        rows = [line.strip().strip("|").split(" | ") for line in text.splitlines() if line.startswith("| ")][2:]
        for row in rows:
            before, after, source = (cell.strip() for cell in [*row, ""][:3])
            yield pytest.param(name, rule, before, after, source.strip("| "), id=f"{name}: {before}")


@pytest.mark.parametrize(("name", "rule", "before", "after", "source"), list(each_case()))
def test_a_rule_alone_changes_what_it_is_for(name, rule, before, after, source):
    runs, segment = written(before, source)
    line = line_of(runs, segment, name.startswith("headline-"))
    expected = joined_text(runs) if after == "=" else after
    assert joined_text(line.with_text(rule(line)).runs()).strip() == expected


@pytest.mark.parametrize("name", [name for name, _ in RULES])
def test_a_rule_has_at_least_eight_cases_some_of_which_must_not_change(name):
    rows = [case.values for case in each_case() if case.values[0] == name]
    assert len(rows) >= 8
    assert any(after == "=" for _, _, _, after, _ in rows)


@pytest.mark.parametrize(
    ("before", "heading", "expected"),
    [
        ('• The People \' s Programme : " {slogan: Six Haves} " .', False, "The People's Programme: “Six Haves.”"),
        ("{organization: XCMG} held a class on labour .", True, "XCMG holds a class on labor"),
        ("{organization: XCMG} held a class on labour .", False, "XCMG held a class on labor."),
        ("Visit to {organization: Development Zone} ends.", True, "Visit to Development Zone ends"),
        ("", False, ""),
        ("{code: GB//T  1..}", False, "GB//T  1.."),
    ],
)
def test_the_rules_together(before, heading, expected):
    runs, segment = written(before)
    assert joined_text(polish(runs, segment, is_heading=heading).runs) == expected


def test_what_was_applied_says_rule_and_change():
    runs, segment = written("the labour of {organization: XCMG} ' s yard on 18 March")
    assert polish(runs, segment).applied == (
        ("spacing", "XCMG ' s → XCMG's"),
        ("spelling", "labour → labor"),
        ("dates", "18 March → March 18"),
    )


def test_many_changes_of_one_rule_are_shortened():
    runs, segment = written("labour on the one side, colour on the other, honour over all, favour for none")
    ((_, change),) = polish(runs, segment).applied
    assert change == "labour → labor; colour → color; honour → honor; and 1 more"


def test_text_with_the_characters_that_stand_for_forms_is_left_alone():
    runs, segment = written("the the \U000f0000 {organization: XCMG}")
    assert polish(runs, segment).runs == runs


def test_a_rule_that_would_lose_a_form_is_refused():
    runs, segment = written("the {organization: XCMG} yard")
    line = line_of(runs, segment)
    assert line.with_text("the yard") is line


class TestTheWordList:
    def test_has_every_ending_written_out(self):
        words = {"organisations": "organizations", "centred": "centered", "neighbourly": "neighborly"}
        assert {word: american()[word] for word in words} == words

    def test_no_american_word_is_changed_again(self):
        assert [word for word in american().values() if word in american()] == []

    def test_is_in_order_and_has_no_row_twice(self):
        path = Path(__file__).parents[2] / "i18n_news" / "text" / "data" / "american.tsv"
        stems = [row.split("\t")[0] for row in path.read_text(encoding="utf-8").splitlines()[1:]]
        assert stems == sorted(set(stems))


class TestTheStage:
    def english(self):
        document = Document("d", Locale.ZH_HANS, (Block(BlockKind.HEADLINE, (Segment("p1.s1", "甲"),)),))
        return document, translate(document, FakeEngine(lambda source: "Labour comes first ."))

    def test_notes_each_applied_rule(self):
        _, edition = self.english()
        assert edition.notes == (
            Note("polish", "spacing", "p1.s1", "first . → first."),
            Note("polish", "headline-stop", "p1.s1", "first. → first"),
            Note("polish", "spelling", "p1.s1", "Labour → Labor"),
        )

    def test_its_notes_are_counted_and_explained_on_the_review_sheet(self):
        document, edition = self.english()
        rows = review_sheet(document.with_edition(edition), ()).polished
        assert [(row.rule, row.count) for row in rows] == [("headline-stop", 1), ("spacing", 1), ("spelling", 1)]
        assert all(row.explanation for row in rows)

    def test_its_notes_are_no_issues(self):
        assert list(noted(*self.english())) == []

    def test_the_review_sheet_knows_every_rule(self):
        assert list(POLISHED) == [name for name, _ in RULES]


# Pieces of English on which rules meet: marks, quotes, stops, doubled words, dates, verbs, capitals.
PIECES = """
the the,The,a,of,in by,(a) ,1. , ' s, ','',",“,”,`,'x',.,..,?.,...,- a, - , -b,per cent,18 March,2024,labour,Centre,Co.,
RMB,yuan,%,Zone,XCMG,was held,has won,visited,and,the plan,To,。,，,  ,\U000f0000,é,Ltd.,•
"""
english = st.lists(
    st.one_of(st.sampled_from(PIECES.split(",")), st.sampled_from([" ", ". ", ", ", " ,", ",,"])), max_size=14
).map("".join)
FORMS = (
    "Development Zone",
    "the Belt",
    "Jiali Co., Ltd.",
    '"little giant" firm',
    "RMB 8 million",
    "8%",
    "within 5 days",
    ".",
)


@st.composite
def sentences(draw):
    forms = draw(st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(list(SpanKind))), max_size=4))
    spans = [Span(n, n + 1, kind, {Locale.EN: form}) for n, (form, kind) in enumerate(forms)]
    segment = Segment("p1.s1", "甲乙丙丁戊").with_spans(spans)
    runs = [Run(draw(english))]
    for number, (form, _) in enumerate(forms, start=1):
        runs += [Run(form, f"p1.s1.n{number}"), Run(draw(english))]
    return joined(runs), segment


def assert_is_polished_well(runs, segment, heading):
    polished = polish(runs, segment, is_heading=heading)
    assert [run for run in polished.runs if run.span_id] == [run for run in runs if run.span_id]
    assert polished.runs == joined(polished.runs)
    assert polish(polished.runs, segment, is_heading=heading) == type(polished)(polished.runs)


@given(sentences(), st.booleans())
def test_no_form_is_touched_and_polished_text_stays(sentence, heading):
    assert_is_polished_well(*sentence, heading)


@given(documents(), st.booleans())
def test_no_form_of_any_document_is_touched_and_polished_text_stays(document, heading):
    for edition in document.editions.values():
        for segment in document.segments():
            if segment.id in edition.targets:
                assert_is_polished_well(edition.targets[segment.id].runs, segment, heading)


def test_a_very_long_sentence_is_polished_in_a_moment():
    text = "of the city of the town, the labour " * 40 + " " * 1500 + "a-'" * 500 + "“" * 300
    runs, segment = written(text + "{organization: XCMG}" * 40)
    polished = polish(runs, segment)
    assert joined_text(polished.runs).startswith("of the city of the town, the labor of")


def test_the_review_page_shows_what_was_polished():
    document = Document("d", Locale.ZH_HANS, (Block(BlockKind.HEADLINE, (Segment("p1.s1", "甲"),)),))
    edition = translate(document, FakeEngine(lambda source: "Labour comes first"))
    render = html_renderer(Templates([Path(__file__).parents[2] / "templates"]))
    page = render(document.with_edition(edition), ())[PurePosixPath("review.html")].decode("utf-8")
    table = page.partition("<caption>What was polished</caption>")[2].partition("</table>")[0]
    assert re.findall(r"<t[hd].*?>(.*?)</t[hd]>", table) == ["spelling", "1", POLISHED["spelling"]]
