import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.model import Block, BlockKind, Document, Locale, Run, Segment, Span, SpanKind
from i18n_news.translate.candidates import Candidate
from i18n_news.translate.confidence import Evidence, confidence, evidence, expected
from i18n_news.translate.coverage import Clause
from i18n_news.translate.engine import Attention, Hypothesis, Scored
from i18n_news.translate.stage import translate

SOURCE = "新的产业园今年三月开工，明年投产。"
ENGLISH = "Work on the new industrial park began this March."
ANY = st.floats(allow_nan=False, allow_infinity=False, width=32)


def candidate(text=ENGLISH, source=SOURCE, score=-0.7):
    return Candidate(Segment("p1.s1", source), (Run(text),), (), score=score)


def test_a_likelier_text_is_trusted_more():
    assert confidence(candidate(score=-0.3)) > confidence(candidate(score=-0.9)) > confidence(candidate(score=-1.8))


@pytest.mark.parametrize("score", [-0.7, 0.0])
def test_a_dropped_clause_costs_trust(score):
    assert confidence(candidate(score=score), [Clause(12, 16)]) < confidence(candidate(score=score))


@pytest.mark.parametrize("score", [-0.7, 0.0])
def test_a_text_that_is_far_too_short_costs_trust(score):
    assert confidence(candidate("Work.", SOURCE * 4, score)) < confidence(candidate(ENGLISH * 4, SOURCE * 4, score))


def test_an_engine_that_cannot_score_is_neither_sure_nor_lost():
    assert 0.3 < confidence(candidate(score=0.0)) < 0.9


@given(st.builds(Evidence, ANY, ANY, ANY))
def test_it_is_a_probability_whatever_comes(found):
    assert 0 < expected(found) < 1


def test_a_decided_form_says_nothing_about_length():
    span = Span(0, 5, SpanKind.ORGANIZATION, {Locale.EN: "Yunting"})
    segment = Segment("p1.s1", SOURCE).with_spans([span])
    forms = [Run("Yunting", "p1.s1.n1"), Run("Yunting New Energy Park Management Co., Ltd.", "p1.s1.n1")]
    found = {
        evidence(
            Candidate(
                segment,
                (
                    form,
                    Run(" began."),
                ),
                (),
            )
        )
        for form in forms
    }
    assert len(found) == 1


def test_an_empty_text_is_short():
    assert evidence(Candidate(Segment("p1.s1", SOURCE), (), ())).short > 0


class Forgetful:
    """Never looks at the last clause and finds its text as likely without it."""

    id = "forgetful"

    def translate(self, sources, starts=()):
        return [Hypothesis("Work began.", -0.6, self.looked(source)) for source in sources]

    def looked(self, source):
        weights = tuple(0.01 if place > source.find("，") else 0.9 for place, _ in enumerate(source))
        return Attention(tuple((place, place + 1) for place, _ in enumerate(source)), ((0, 11),), (weights,))

    def score(self, pairs):
        return [Scored(-0.6, ((0, 4), (5, 11)), (-0.6, -0.6)) for _ in pairs]


def english(source, spans=()):
    segment = Segment("p1.s1", source).with_spans(spans)
    return translate(Document("d", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (segment,)),)), Forgetful())


def test_a_dropped_clause_is_noted_where_it_stands():
    notes = [note for note in english("园区三月开工，明年初投产。").notes if note.kind == "dropped"]
    assert [(note.message, note.start, note.end) for note in notes] == [("nothing was written for: 明年初投产", 7, 12)]


def test_what_was_decided_to_the_last_character_is_certain():
    span = Span(0, 4, SpanKind.ORGANIZATION, {Locale.EN: "Yunting"})
    assert english("云汀公司", [span]).targets["p1.s1"].score == 1.0


def test_what_the_engine_wrote_is_never_certain():
    assert 0 < english("园区三月开工。").targets["p1.s1"].score < 1
