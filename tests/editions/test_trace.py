from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.editions.trace import Swap, Trace, undoubled
from i18n_news.errors import InvariantError


@st.composite
def traces(draw):
    source = draw(st.text("信息网络𬭎a，", max_size=20))
    swaps, position = [], 0
    while position < len(source):
        start = position + draw(st.integers(0, 3))
        end = start + draw(st.integers(1, 4))
        if end <= len(source):
            swaps.append(Swap(start, end, draw(st.text("資訊路𬭎", min_size=1, max_size=6))))
        position = end
    return Trace(source, source.upper(), tuple(swaps))


@given(traces())
def test_the_offset_map_rises_and_covers_the_text(trace):
    offsets = [trace.offset(position) for position in range(len(trace.source) + 1)]
    assert offsets == sorted(offsets)
    assert (offsets[0], offsets[-1]) == (0, len(trace.text))


@given(traces())
def test_the_offset_map_says_where_each_swap_stands(trace):
    for swap in trace.swaps:
        start = trace.offset(swap.start)
        assert trace.text[start : start + len(swap.text)] == swap.text


@given(traces(), st.data())
def test_parts_between_settled_edges_join_to_the_text(trace, data):
    edges = sorted(data.draw(st.sets(st.integers(0, len(trace.source)), max_size=4)))
    settled = trace.settled(edges)
    bounds = [0, *edges, len(trace.source)]
    assert "".join(settled.part(start, end) for start, end in pairwise(bounds)) == settled.text


@pytest.mark.parametrize(("kept", "swaps"), [((0, 6), 0), ((0, 3), 0), ((2, 4), 1), ((4, 6), 1)])
def test_a_kept_stretch_loses_its_swaps_unless_it_is_one(kept, swaps):
    trace = Trace("中国信息公司", "中國信息公司", (Swap(2, 4, "資訊"),))
    assert len(trace.settled(kept=[kept]).swaps) == swaps


def test_a_cut_through_a_swap_is_refused():
    with pytest.raises(InvariantError, match="crosses an edge"):
        Trace("信息", "信息", (Swap(0, 2, "資訊"),)).part(0, 1)


@pytest.mark.parametrize(
    "swaps", [[Swap(0, 0, "x")], [Swap(0, 3, "x")], [Swap(0, 1, "")], [Swap(0, 2, "x"), Swap(1, 2, "y")]]
)
def test_swaps_that_overlap_or_leave_the_source_do_not_exist(swaps):
    with pytest.raises(InvariantError, match="the swap"):
        Trace("信息", "信息", tuple(swaps))


@pytest.mark.parametrize(
    ("spelled", "swap", "expected"),
    [
        ("產業園區", Swap(0, 3, "產業園區"), "產業園"),
        ("產業園外", Swap(0, 3, "產業園區"), "產業園區"),
        ("太陽能光伏", Swap(3, 5, "太陽能光電"), "光電"),
        ("光伏電站", Swap(0, 2, "太陽能光電"), "太陽能光電"),
    ],
)
def test_a_swap_does_not_repeat_its_neighbour(spelled, swap, expected):
    assert undoubled(spelled, swap).text == expected
