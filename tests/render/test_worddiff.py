import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.render.worddiff import Change, word_diff


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("the same", "the same", []),
        ("$1.2 billion", "RMB 1.2 billion", [("$", "RMB ")]),
        ("Beam Chi Minh spoke", "Shu Zhiming spoke", [("Beam Chi Minh", "Shu Zhiming")]),
        ("People's Daily", "People’s Daily", [("People's", "People’s")]),
        ("a b", "a b c", [("", " c")]),
        ("", "new", [("", "new")]),
    ],
)
def test_words_change_as_wholes(old, new, changed):
    changes = [(change.old, change.new) for change in word_diff(old, new) if not change.is_kept]
    assert changes == changed


@given(st.text(alphabet="ab '’.,1 \n束"), st.text(alphabet="ab '’.,1 \n束"))
def test_both_texts_can_be_read_from_the_changes(old, new):
    changes = word_diff(old, new)
    assert "".join(change.old for change in changes) == old
    assert "".join(change.new for change in changes) == new


def test_a_change_knows_whether_anything_changed():
    assert Change("a", "a").is_kept
    assert not Change("a", "").is_kept
