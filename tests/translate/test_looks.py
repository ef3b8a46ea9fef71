import pytest

from i18n_news.translate.engine import Attention
from i18n_news.translate.looks import Look, looks

TWO = ((0, 2), (2, 4))


def test_the_strongest_look_at_each_piece_counts():
    attention = Attention(TWO, ((0, 3), (4, 8)), ((0.7, 0.1), (0.2, 0.6)))
    assert looks(attention, "开工投产", "开工投产") == (Look(0, 2, 0.7), Look(2, 4, 0.6))


def test_an_engine_that_cannot_tell_looked_nowhere():
    assert looks(Attention(), "开工", "开工") == ()


@pytest.mark.parametrize(
    ("read", "source", "found"),
    [
        ("X1投产", "云汀公司投产", [(4, 6)]),
        ("投产X1", "投产云汀公司", [(0, 2)]),
        ("X1和X2投产", "云汀和远帆投产", [(2, 3), (5, 7)]),
        # An engine reads the count before the noun; what was moved is left out, what stayed is found.
        ("312家企业投产", "企业312家投产", [(2, 6), (6, 8)]),
        ("X1", "云汀公司", []),
        ("", "", []),
    ],
)
def test_looks_at_what_was_put_otherwise_are_moved_to_the_source(read, source, found):
    pieces = {"X1": 2, "X2": 2, "312家": 4}
    ranges, position = [], 0
    while position < len(read):
        length = next((size for piece, size in pieces.items() if read.startswith(piece, position)), 0)
        length = length or (2 if read[position : position + 2] in ("投产", "企业") else 1)
        ranges.append((position, position + length))
        position += length
    attention = Attention(tuple(ranges), ((0, 1),), (tuple(0.5 for _ in ranges),)) if ranges else Attention()
    moved = [(look.start, look.end) for look in looks(attention, read, source)]
    assert moved == found
    assert all(source[start:end] in read for start, end in moved)
