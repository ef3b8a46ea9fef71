"""Of several ways to say a segment the one with the fewest losses wins, and of equal ones the likelier."""

import pytest

from i18n_news.model import Locale, Run, Segment, Span, SpanKind
from i18n_news.translate.candidates import Candidate, attempt, better, drafted, restored
from i18n_news.translate.engine import Hypothesis, Scored
from i18n_news.translate.mask import FAMILIES
from tests.translate.fakes import FakeEngine

SPANS = [
    Span(0, 3, SpanKind.PERSON, {Locale.EN: "Li Shuxia"}),
    Span(4, 7, SpanKind.TERM, {Locale.EN: "industrial chain"}),
]
SEGMENT = Segment("p1.s1", "李淑侠看产业链。").with_spans(SPANS)


class Prefers(FakeEngine):
    """Finds texts that hold a word likelier than all others."""

    def __init__(self, word):
        super().__init__()
        self.word = word

    def score(self, pairs):
        return [Scored(-0.1 if self.word in text else -2.0) for _, text in pairs]


def candidate(text, lost=0, doubled=0):
    return Candidate(SEGMENT, (Run(text),), SEGMENT.spans[:lost], doubled=doubled)


@pytest.mark.parametrize(
    ("one", "other", "chosen"),
    [
        (candidate("one", lost=1), candidate("other"), "other"),
        (candidate("one"), candidate("other", lost=1), "one"),
        (candidate("one", doubled=1), candidate("other"), "other"),
        (candidate("one", doubled=3), candidate("other", lost=1), "one"),
        (candidate("one"), candidate("other"), "other"),
    ],
    ids=["a loss", "the other's loss", "a doubled form", "a loss before a doubled form", "the likelier"],
)
def test_the_better_of_two(one, other, chosen):
    assert better(Prefers("other"), [(one, other)])[0].text == chosen


def test_of_two_that_are_as_good_the_first_stays():
    assert better(FakeEngine(), [(candidate("one"), candidate("other"))])[0].text == "one"


def test_a_draft_has_the_forms_that_stand_in_it():
    draft = drafted(SEGMENT, Hypothesis("li shuxia sees chains."))
    assert ([run.text for run in draft.runs if run.span_id], [span.id for span in draft.lost]) == (
        ["Li Shuxia"],
        ["p1.s1.n2"],
    )


def test_only_names_and_terms_count_as_said_in_other_words():
    figure = Span(0, 1, SpanKind.QUANTITY, {Locale.EN: "12"})
    assert drafted(Segment("p1.s1", "十二家").with_spans([figure]), Hypothesis("Many.")).reworded == ()


def test_a_form_that_stands_once_more_than_the_source_has_it_is_doubled():
    assert drafted(SEGMENT, Hypothesis("Li Shuxia and Li Shuxia.")).doubled == 1


def test_what_went_astray_is_lost_with_everything_else():
    tried = attempt(SEGMENT, {"p1.s1.n1"}, FAMILIES[0])
    back = restored(tried, Hypothesis("Mr. Dong sees the industrial chain."))
    assert (back.runs, [span.id for span in back.lost]) == ((), ["p1.s1.n1", "p1.s1.n2"])
