"""A name that another release of the workspace writes in another way is noted; everything else in `out` is let be."""

import pytest
from hypothesis import given

from i18n_news.analyze.consistency import KINDS, earlier_names, entry_forms, spelling_notes
from i18n_news.analyze.decide import decide
from i18n_news.formats import snapshot
from i18n_news.glossary.terms import parse
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span, SpanKind
from tests.strategies import documents

EN = Locale.EN


def release(name, *mentions, origin="names:title"):
    """One sentence for each mention: the Chinese name, its English form, its kind (a person) and its origin."""
    segments = []
    for number, (source, form, *rest) in enumerate(mentions, start=1):
        kind = SpanKind(rest[0]) if rest else SpanKind.PERSON
        span = Span(2, 2 + len(source), kind, {EN: form}, origin=rest[1] if len(rest) > 1 else origin)
        segments.append(Segment(f"p1.s{number}", f"那天{source}也在。").with_spans([span]))
    return Document(name, Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, tuple(segments)),))


def built(out, *releases):
    for document in releases:
        (out / document.id).mkdir()
        (out / document.id / "release.json").write_bytes(snapshot.dump(document))
    return out


def messages(out, document, entries=None):
    return [note.message for note in spelling_notes(document, earlier_names(out, document.id), entries or {})]


ZANG, CANG = ("臧晓鹏", "Zang Xiaopeng"), ("臧晓鹏", "Cang Xiaopeng")


def test_a_name_that_another_release_writes_otherwise_is_noted_with_both_forms(tmp_path):
    built(tmp_path, release("spring", CANG))
    expected = "“臧晓鹏” is “Zang Xiaopeng” here and was “Cang Xiaopeng” in release spring"
    assert messages(tmp_path, release("autumn", ZANG)) == [expected]


def test_the_note_stands_once_at_the_first_mention(tmp_path):
    built(tmp_path, release("spring", CANG))
    (note,) = spelling_notes(release("autumn", ("李淑侠", "Li Shuxia"), ZANG, ZANG), earlier_names(tmp_path, "autumn"))
    assert (note.kind, note.segment_id, note.start, note.end) == ("spelling-conflict", "p1.s2", 2, 5)


def test_several_releases_with_the_other_form_are_one_note(tmp_path):
    built(tmp_path, release("a", CANG), release("b", CANG), release("c", ZANG))
    (message,) = messages(tmp_path, release("autumn", ZANG))
    assert message.endswith("in release a and 1 more")


@pytest.mark.parametrize("kind", ["place", "organization", "title"])
def test_places_organizations_and_titles_count_too(tmp_path, kind):
    built(tmp_path, release("spring", ("雁汀湾", "Yanting Bay", kind)))
    assert len(messages(tmp_path, release("autumn", ("雁汀湾", "Yantingwan", kind)))) == 1


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ([ZANG], [ZANG]),
        ([ZANG, ("臧晓鹏", "Zang")], [ZANG]),
        ([("臧晓鹏", "Zang")], [ZANG]),
        ([ZANG], [ZANG, ("臧晓鹏", "Zang")]),
        ([ZANG], [("李淑侠", "Li Shuxia")]),
        ([("双争双创", "Two Strives", "slogan")], [("双争双创", "Double Strives", "slogan")]),
        ([("苏", "Jiangsu", "place")], [("苏", "Suzhou", "place")]),
    ],
)
def test_the_same_form_a_surname_another_kind_or_a_single_character_is_no_conflict(tmp_path, earlier, now):
    built(tmp_path, release("spring", *earlier))
    assert messages(tmp_path, release("autumn", *now)) == []


def test_a_surname_in_another_spelling_is_a_conflict(tmp_path):
    built(tmp_path, release("spring", ("臧晓鹏", "Cang")))
    assert len(messages(tmp_path, release("autumn", ZANG))) == 1


GLOSSARY = parse(
    "source\tkind\ten\ten_short\tstatus\tvalid_from\tvalid_to\n"
    "雁汀园区\torganization\tYanting Park (YTP)\tYTP\tapproved\t2020-01-01\t2024-12-31\n"
    "雁汀园区\torganization\tYanting Hi-tech Park (YHP)\tYHP\tapproved\t2025-01-01\t\n",
    "organizations.tsv",
)


@pytest.mark.parametrize(
    ("form", "count"), [("YHP", 0), ("Yanting Park (YTP)", 0), ("YTP", 0), ("Yanting Industrial Park", 1)]
)
def test_the_short_and_the_superseded_forms_of_an_entry_are_no_conflict(tmp_path, form, count):
    built(tmp_path, release("spring", ("雁汀园区", form, "organization")))
    now = ("雁汀园区", "Yanting Hi-tech Park (YHP)", "organization", "glossary:organizations.tsv:3")
    assert len(messages(tmp_path, release("autumn", now), entry_forms([GLOSSARY]))) == count


def test_the_form_of_another_glossary_is_a_conflict(tmp_path):
    other = parse("source\tkind\ten\n雁汀园区\torganization\tGoosetine Park\n", "hand.tsv")
    built(tmp_path, release("spring", ("雁汀园区", "Yanting Park (YTP)", "organization")))
    now = release("autumn", ("雁汀园区", "Goosetine Park", "organization", "glossary:hand.tsv:2"))
    assert len(messages(tmp_path, now, entry_forms([other, GLOSSARY]))) == 1


def test_the_release_itself_is_not_looked_at(tmp_path):
    assert messages(built(tmp_path, release("autumn", CANG)), release("autumn", ZANG)) == []


@pytest.mark.parametrize("folder", ["missing", "file.txt"])
def test_without_releases_there_is_nothing_to_compare(tmp_path, folder):
    (tmp_path / "file.txt").write_text("no folder", encoding="utf-8")
    assert earlier_names(tmp_path / folder, "autumn") == {}


GOOD = snapshot.dump(release("x", ZANG))
DAMAGED = [
    b"",
    b"\xff\xfe\x00",
    b"[]",
    b"null",
    b'{"blocks": 3}',
    b'{"name": "a package", "version": 1}',
    b"[" * 100_000,
    GOOD[:-40],
    GOOD.replace(b'"start": 2', b'"start": "2"'),
    GOOD.replace(b'"kind": "person"', b'"kind": ["person"]'),
    GOOD.replace(b'"forms": {', b'"forms": {"a": 1}, "forms": 7, "others": {'),
]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_or_foreign_file_is_skipped_and_the_others_are_read(tmp_path, content):
    built(tmp_path, release("whole", CANG))
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "release.json").write_bytes(content)
    assert earlier_names(tmp_path, "autumn") == {"臧晓鹏": {"Cang Xiaopeng": ("whole",)}}


def test_names_of_many_releases_are_collected(tmp_path):
    mentions = [(f"臧晓{chr(0x4E00 + number)}", f"Zang Xiao{number}") for number in range(300)]
    built(tmp_path, *(release(f"release-{number}", *mentions) for number in range(50)))
    assert len(earlier_names(tmp_path, "autumn")) == 300


@pytest.mark.parametrize("styles", [("surname", "full name"), ("full name", "surname")])
def test_a_change_of_the_house_style_for_persons_is_no_conflict(tmp_path, styles):
    before, now = (decide(release(name, ZANG, ZANG), {}, style) for name, style in zip("ab", styles, strict=True))
    assert messages(built(tmp_path, before), now) == []


@given(documents())
def test_a_release_never_conflicts_with_its_own_forms(document):
    earlier = {}
    for segment in document.segments():
        for span in segment.spans:
            if span.kind in KINDS and EN in span.forms:
                earlier.setdefault(segment.text_of(span), {})[span.forms[EN]] = ("spring",)
    assert spelling_notes(document, earlier) == ()
