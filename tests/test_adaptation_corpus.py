"""The sentence pairs that the adaptation was learned from: whole, marked alike, and nothing that is measured on."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "tools" / "adaptation" / "corpus"
SHARED = ROOT.parent / "shared"
FILES = sorted(CORPUS.rglob("*.tsv"))
MARK = re.compile(r"\{([plotqd]\d+)\|([^{}|]+)\}")
HAN = re.compile(r"[\u4e00-\u9fff]")
# As many characters in a row are no chance: a sentence was taken over.
LONG = 18


def pairs(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def plain(text):
    return MARK.sub(r"\2", text)


def stretches(text):
    """Every stretch of LONG code points without its blanks."""
    bare = "".join(text.split())
    return {bare[start : start + LONG] for start in range(len(bare) - LONG + 1)}


@pytest.fixture(scope="module")
def sources():
    return [plain(row[0]) for path in FILES for row in pairs(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_is_a_pair(path):
    assert [row for row in pairs(path) if len(row) != 2 or not all(row) or HAN.search(row[1])] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_marks_of_both_sides_are_the_same(path):
    found = [[sorted(key for key, _ in MARK.findall(side)) for side in row] for row in pairs(path)]
    assert [number for number, (chinese, english) in enumerate(found, start=1) if chinese != english] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_brace_is_left_outside_a_mark(path):
    assert [row for row in pairs(path) if re.search(r"[{}|]", "".join(map(plain, row)))] == []


def test_no_source_stands_twice(sources):
    assert [source for source, count in Counter(sources).items() if count > 1] == []


def measured():
    """The texts of this repository and of the measuring data beside it that figures are given for."""
    yield from (ROOT / "tests" / "quality").rglob("*.jsonl")
    yield from (ROOT / "tests" / "quality").rglob("*.md")
    yield from (ROOT / "samples").glob("*.md")
    for folder in ("data", "seeds"):
        yield from (path for path in (SHARED / folder).rglob("*") if path.suffix in (".jsonl", ".txt", ".md", ".bio"))


def test_nothing_that_is_measured_on_was_learned(sources):
    learned = set().union(*map(stretches, sources))
    found = {
        path.name: both
        for path in measured()
        if (both := learned & stretches(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert found == {}
