"""The real program on the corpus: no figure falls below what was reached before."""

import pytest

from tests.quality import gate
from tests.quality.measure import measure, read_corpus

FLOORS = gate.load(gate.FLOORS)


@pytest.fixture(scope="module")
def measured(models):
    return measure(read_corpus(), models)


def test_the_floors_were_measured_on_this_corpus():
    known = gate.found_faults(FLOORS, FLOORS.floors, gate.digest(gate.CORPUS))
    assert known == []


def test_no_figure_is_measured_without_a_floor(measured):
    assert set(measured.ours) == set(FLOORS.floors)


@pytest.mark.parametrize("figure", FLOORS.floors)
def test_a_figure_keeps_its_floor(measured, figure):
    reached = dict(FLOORS.floors) | {figure: measured.ours[figure]}
    assert gate.found_faults(FLOORS, reached, FLOORS.corpus_digest) == []


def test_ours_is_better_english_than_the_engine_alone(measured):
    assert [figure for figure in ("bleu", "chrf") if measured.ours[figure] <= measured.raw[figure]] == []
