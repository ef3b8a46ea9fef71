"""Which terms an engine cannot keep."""

import pytest

from i18n_news.glossary.terms import Term
from i18n_news.translate.mangled import AT_ONCE, mangled
from tests.translate.fakes import FakeEngine, keeps_placeholders

ZONE = Term("开发区", "place", "Development Zone")
PARK = Term("产业园区", "term", "industrial park")


def lost(terms, engine):
    return [term.source for term, _ in mangled(terms, engine)]


def test_a_term_whose_placeholder_survives_is_no_finding():
    assert lost([ZONE, PARK], FakeEngine(keeps_placeholders)) == []


def test_a_term_that_the_engine_writes_itself_is_no_finding():
    assert lost([PARK], FakeEngine(lambda source: "They discussed the industrial park yesterday.")) == []


def test_a_term_that_had_to_be_put_in_brackets_is_given_with_its_sentence():
    ((term, sentence),) = mangled([ZONE], FakeEngine(lambda source: "They went there."))
    assert (term, "Development Zone" in sentence) == (ZONE, True)


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, AT_ONCE + 1])
def test_every_term_is_tried_whatever_their_number(count):
    terms = [Term(f"{number}号园区", "term", f"park {number}") for number in range(count)]
    assert len(lost(terms, FakeEngine(lambda source: "They went there."))) == count


def test_a_term_without_english_is_not_tried():
    engine = FakeEngine()
    assert (lost([Term("园区", zh_hant_tw="園區")], engine), engine.asked) == ([], [])
