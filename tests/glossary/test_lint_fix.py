"""What --fix may put right, and what it must leave to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.glossary.lint import read
from i18n_news.glossary.lint.fix import fix
from i18n_news.glossary.terms import dump, load

HEAD = "source\tkind\ten\tnote\n"


def fixed(path, text):
    path.write_text(text, encoding="utf-8", newline="\n")
    changes = fix(read(path))
    return path.read_text(encoding="utf-8"), [change.message for change in changes]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("园区\tterm\t park \t\n", "园区\tterm\tpark\t\n"),
        ("园区\tterm\tsmart  park\t\n", "园区\tterm\tsmart park\t\n"),
        ("园区\tterm\tsmart\u00a0park\t\n", "园区\tterm\tsmart park\t\n"),
        ("园区\tterm\tpark Ａ１\t\n", "园区\tterm\tpark A1\t\n"),
        ("园区\tterm\tpeople’s “park”\t\n", '园区\tterm\tpeople\'s "park"\t\n'),
        ("“园区”\tterm\tpark\t“note”\n", "“园区”\tterm\tpark\t“note”\n"),
        ("园区Ａ\tterm\tpark A\t\n", "园区Ａ\tterm\tpark A\t\n"),
        ("园区\tterm\tpark，smart\t\n", "园区\tterm\tpark，smart\t\n"),
        ("园区\tterm\tlabour (park\t\n", "园区\tterm\tlabour (park\t\n"),
        ("园区\tterm\tpark\t\n园区\tterm\tpark\t\n", "园区\tterm\tpark\t\n"),
        ("园区\tterm\tpark\t\n园区\tterm\tpark\n", "园区\tterm\tpark\t\n"),
        ("园区\tterm\tpark\t\n园区\tterm\tzone\t\n", "园区\tterm\tpark\t\n园区\tterm\tzone\t\n"),
        ("B区\tterm\tb\t\nA区\tterm\ta\t\n", "A区\tterm\ta\t\nB区\tterm\tb\t\n"),
    ],
)
def test_only_what_is_mechanical_is_put_right(tmp_path, before, after):
    assert fixed(tmp_path / "a.tsv", HEAD + before)[0] == HEAD + after


def test_each_change_says_what_it_was(tmp_path):
    _, messages = fixed(tmp_path / "a.tsv", HEAD + "B区\tterm\t b\nA区\tterm\ta\nA区\tterm\ta\n")
    assert messages == ["en: ' b' is now 'b'", "dropped: the same as line 3", "sorted by source, domain and date"]


@pytest.mark.parametrize("text", [HEAD + "园区\tterm\t park\t\tstray\n", "source\tenglish\n园区\t park\n", "", HEAD])
def test_a_file_whose_columns_are_uncertain_is_not_touched(tmp_path, text):
    assert fixed(tmp_path / "a.tsv", text) == (text, [])


def test_a_file_without_faults_keeps_its_bytes(tmp_path):
    path = tmp_path / "a.tsv"
    content = (HEAD + "园区\tterm\tpark\n").replace("\n", "\r\n").encode("utf-8-sig")
    path.write_bytes(content)
    assert (fix(read(path)), path.read_bytes()) == ((), content)


def test_a_line_that_cannot_be_an_entry_stays_where_it_is(tmp_path):
    text = HEAD + "B区\tterm\t b\t\nC区\tterm\t\t\nA区\tterm\ta\t\n"
    assert fixed(tmp_path / "a.tsv", text)[0] == text.replace(" b", "b")


def test_the_order_is_that_of_a_saved_file(tmp_path):
    path = tmp_path / "a.tsv"
    fixed(path, "source\ten\tdomain\nB区\tb\t\nA区\ta\tx\nA区\ta\t\n")
    assert [line.split("\t")[0] for line in dump(load(path)).splitlines()[1:]] == ["A区", "A区", "B区"]


CELLS = st.text("园A区“”（ａ \u00a0é\u0301", max_size=5)


@given(st.lists(st.tuples(CELLS, st.just("term"), CELLS, CELLS), max_size=6))
def test_to_fix_twice_is_to_fix_once(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("fix") / "a.tsv"
    once, _ = fixed(path, HEAD + "".join("\t".join(row) + "\n" for row in rows))
    assert fixed(path, once) == (once, [])
