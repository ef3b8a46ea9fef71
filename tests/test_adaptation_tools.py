"""What tools/adaptation does without PyTorch: pairs as they are learned, the kind of text, the mean of two states."""

import random
import re
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import numpy
import pytest

from i18n_news.translate.adaptation import BASE, IN, OUT, shipped

TOOLS = Path(__file__).parents[1] / "tools" / "adaptation"
CORPUS = TOOLS / "corpus"


@pytest.fixture(scope="module")
def tools():
    """What imports a tool by its name; the tools stand in no package."""
    sys.path.insert(0, str(TOOLS))
    yield import_module
    sys.path.remove(str(TOOLS))


@pytest.fixture(scope="module")
def pairs(tools):
    return tools("pairs")


def placeholders(text):
    return tuple(sorted(re.findall(r"(?<![A-Za-z])[XP]\d", text)))


def test_both_sides_of_what_is_learned_are_masked_alike(pairs):
    chance = random.Random(5)
    drawn = [pairs.drawn(pair, chance, 0.1) for pair in chance.sample(pairs.read(CORPUS), 3000)]
    different = [both for both in drawn if placeholders(both[0]) != placeholders(both[1])]
    assert different == []
    assert sum(bool(placeholders(source)) for source, _ in drawn) > 1000


def test_general_pairs_are_told_by_their_folder(pairs):
    assert Counter(pair.is_general for pair in pairs.read(CORPUS))[True] == sum(
        len(path.read_text(encoding="utf-8").splitlines()) for path in (CORPUS / "general").glob("*.tsv")
    )


def test_the_shipped_kind_was_counted_from_this_corpus(tools, pairs):
    arrays = tools("odds").odds(pairs.read(CORPUS))
    counted = dict(zip(*(array.tolist() for array in arrays.values()), strict=True))
    assert {pair: counted.get(pair) for pair in shipped().kind.odds} == shipped().kind.odds


def state(*, rank=2):
    dice = numpy.random.default_rng(rank)
    matrices = {f"layer{OUT}": dice.normal(size=(5, rank)), f"layer{IN}": dice.normal(size=(rank, 4))}
    return {BASE: numpy.array("a model"), **matrices, "layer/bias": dice.normal(size=5)}


def product(state):
    return state[f"layer{OUT}"].astype("f4") @ state[f"layer{IN}"].astype("f4")


def test_the_mean_of_a_state_with_itself_is_the_state(tools):
    found = tools("mean").mean([state(), state()], [0.3, 0.7])
    assert found.keys() == state().keys()
    assert numpy.allclose(product(found), product(state()), atol=1e-2)
    assert numpy.allclose(found["layer/bias"], state()["layer/bias"], atol=1e-2)


def test_the_mean_has_the_rank_of_the_last_state(tools):
    found = tools("mean").mean([state(rank=2), state(rank=3)], [0.5, 0.5])
    assert found[f"layer{IN}"].shape == (3, 4)
