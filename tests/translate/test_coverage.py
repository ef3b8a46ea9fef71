import pytest

from i18n_news.model import Locale, Note, Run, Segment, Span, SpanKind
from i18n_news.translate.candidates import Candidate
from i18n_news.translate.coverage import Clause, dropped, dropped_notes, missing_share, suspect
from i18n_news.translate.engine import Scored
from i18n_news.translate.looks import Look

SOURCE = "项目早开工、早投产、早达效，工期不变。"
# What the English words of the tests render.
WORDS = {"project": "项目", "start": "早开工", "production": "早投产", "returns": "早达效", "schedule": "工期"}


class Knowing:
    """Finds a word likely where the source has what it renders; counts what it was asked."""

    id = "knowing"

    def __init__(self):
        self.asked = []

    def translate(self, sources, starts=()):
        raise AssertionError("coverage decodes nothing")

    def score(self, pairs):
        self.asked += pairs
        return [self.scored(source, text) for source, text in pairs]

    def scored(self, source, text):
        logs = tuple(-0.5 if WORDS.get(word, source) in source else -6.0 for word in text.split())
        return Scored(sum(logs) / (len(logs) + 1), tuple((0, 1) for _ in logs), logs)


def candidate(text, unseen=(), source=SOURCE, spans=(), runs=()):
    """A candidate whose engine looked at everything but the unseen."""
    looked = []
    for place, _ in enumerate(source):
        is_unseen = any(source.find(part) <= place < source.find(part) + len(part) for part in unseen)
        looked.append(Look(place, place + 1, 0.02 if is_unseen else 0.8))
    segment = Segment("p1.s1", source).with_spans(spans)
    return Candidate(segment, runs or (Run(text),), (), looked=tuple(looked))


def texts(clauses, source=SOURCE):
    return [source[clause.start : clause.end] for clause in clauses]


def test_an_item_that_was_left_out_is_found():
    left_out = candidate("project start production schedule", ["早达效"])
    assert texts(dropped(Knowing(), [left_out])["p1.s1"]) == ["早达效"]


def test_a_clause_that_was_hardly_looked_at_but_written_is_not_reported():
    written = candidate("project start production returns schedule", ["早达效"])
    assert dropped(Knowing(), [written]) == {}


def test_neighbours_are_reported_as_one():
    left_out = candidate("project start schedule", ["早投产", "早达效"])
    assert texts(dropped(Knowing(), [left_out])["p1.s1"]) == ["早投产、早达效"]


def test_nothing_is_asked_where_everything_was_looked_at():
    engine = Knowing()
    assert dropped(engine, [candidate("project start production returns schedule")]) == {}
    assert engine.asked == []


def test_each_suspect_is_one_question_and_the_whole_another():
    engine = Knowing()
    dropped(engine, [candidate("project start schedule", ["早投产", "早达效"])])
    assert [source for source, _ in engine.asked] == [
        SOURCE,
        "项目早开工、早达效，工期不变。",
        "项目早开工、早投产、工期不变。",
    ]


def test_an_engine_that_cannot_score_reports_nothing():
    engine = Knowing()
    engine.scored = lambda source, text: Scored()
    assert dropped(engine, [candidate("project", ["早达效"])]) == {}


@pytest.mark.parametrize(
    ("source", "unseen", "suspected"),
    [
        (SOURCE, ["早达效"], ["早达效"]),
        ("但是，工期不变，质量不降。", ["但是"], []),
        ("据介绍，工期不变，质量不降。", ["据介绍"], []),
        ("工期不变。", ["工期不变"], []),
        ("工期不变", ["工期不变"], []),
        ("工期（含试运行）不变。", ["含试运行"], ["含试运行"]),
        ("投资1,200万元，工期不变。", ["投资1,200万元"], ["投资1,200万元"]),
        ("ABC、DEF、工期不变。", ["ABC"], []),
        ("，，。", [], []),
    ],
)
def test_what_is_worth_a_question(source, unseen, suspected):
    assert texts(suspect(candidate("text", unseen, source)), source) == suspected


def test_a_form_that_stands_was_written():
    span = Span(10, 13, SpanKind.TERM, {Locale.EN: "early returns"})
    runs = (Run("It has "), Run("early returns", "p1.s1.n1"))
    assert list(suspect(candidate("", ["早达效"], spans=[span], runs=runs))) == []


def test_without_looks_nothing_is_suspected():
    assert list(suspect(Candidate(Segment("p1.s1", SOURCE), (Run("text"),), ()))) == []


def test_clauses_and_lost_forms_are_missing():
    segment = Segment("p1.s1", "云汀开工，投产。").with_spans([Span(0, 2, SpanKind.PLACE, {Locale.EN: "Yunting"})])
    lost = Candidate(segment, (Run("start"),), segment.spans)
    assert missing_share(lost, [Clause(5, 7)]) == pytest.approx(4 / 6)
    assert missing_share(lost, []) == pytest.approx(2 / 6)


def test_a_source_without_letters_misses_nothing():
    assert missing_share(Candidate(Segment("p1.s1", "……"), (), ()), []) == 0


def test_a_note_names_the_clause_at_its_place_in_the_whole_segment():
    assert list(dropped_notes(candidate("text"), [Clause(10, 13)], start=5)) == [
        Note("translate", "dropped", "p1.s1", "nothing was written for: 早达效", 15, 18)
    ]
