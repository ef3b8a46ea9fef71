"""What a change of the glossaries does: exactly the touched sentences, in the workspace of fifty releases too."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n_news import pipeline
from i18n_news.analyze.names import no_tags
from i18n_news.config import BuildConfig, Config, GlossaryConfig
from i18n_news.errors import ConfigError, InputError, NewsError
from i18n_news.formats import snapshot
from i18n_news.impact.apply import apply
from i18n_news.impact.releases import Release, standing_in
from i18n_news.impact.sheet import as_data, sheet
from i18n_news.impact.sides import Side, Sides, read_sides
from i18n_news.impact.spans import compare, view
from i18n_news.impact.stage import assess
from i18n_news.impact.uses import uses
from i18n_news.model import Locale, State
from tests.translate.fakes import FakeEngine, keeps_placeholders

HEAD = "source\tkind\ten\ten_short\tzh-Hant-TW\tstatus\tvalid_from\tvalid_to\tavoid\tdomain\n"
PLACES = HEAD + "青石街道\tplace\tQingshi Subdistrict\t\t\tapproved\t\t\t\t\n"
TERMS = HEAD + (
    "项目\tterm\tproject\t\t\tapproved\t\t\t\t\n"
    "读书会\tterm\tReading Club of Qingshi\tReading Club\t\tapproved\t\t\t\t\n"
    "志愿者\tterm\tvolunteer\t\t志願者\tapproved\t\t\t\t\n"
    "老街\tterm\told street\t\t\tdraft\t\t\t\t\n"
)
SENTENCES = (
    "青石街道的读书会今天开放。",
    "读书会欢迎志愿者。",
    "“志愿者”一词写在墙上，大家都认得。",
    "老街的项目在今年完工。",
    "软件由居民自己写。",
    "今天的天气很好。",
    "街道办事处感谢每一位志愿者。",
)
CONFIG = Config(
    build=BuildConfig(formats=("html", "md")),
    glossary=GlossaryConfig(
        files=("glossaries/places.tsv", "glossaries/terms.tsv"),
        taiwan="glossaries/tw.tsv",
        hong_kong="glossaries/hk.tsv",
    ),
)


def models():
    return pipeline.Models(FakeEngine(keeps_placeholders))


def text_of(number):
    """Each release has a few of the sentences, in an order of its own; some have none that matters."""
    chosen = [SENTENCES[(number * step + step) % len(SENTENCES)] for step in range(1, 2 + number % 4)]
    return f"---\ndate: 2026-{1 + number % 12:02}-09\n---\n# 第{number}期简讯\n\n" + "\n\n".join(chosen) + "\n"


def build(config, name, text):
    file = config.folder / f"{name}.md"
    file.write_text(text, encoding="utf-8")
    return pipeline.build_file(file, config, models=models())


def write(config, name, text):
    (config.folder / "glossaries" / name).write_text(text, encoding="utf-8", newline="\n")


def make(folder, releases, formats=("html", "md")):
    config = replace(CONFIG, folder=folder, build=replace(CONFIG.build, formats=formats))
    (folder / "glossaries").mkdir(parents=True)
    write(config, "places.tsv", PLACES)
    write(config, "terms.tsv", TERMS)
    write(config, "tw.tsv", "source\tzh-Hant-TW\n软件\t軟體\n")
    write(config, "hk.tsv", "source\tzh-Hant-HK\n软件\t軟件\n")
    for name, text in releases.items():
        build(config, name, text)
    shutil.copytree(folder / "glossaries", folder / "before")
    return config


@pytest.fixture(scope="module")
def fifty_once(tmp_path_factory):
    return make(tmp_path_factory.mktemp("fifty") / "ws", {f"r{n:02}": text_of(n) for n in range(50)}, formats=("md",))


@pytest.fixture
def fifty(fifty_once, tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(fifty_once.folder, folder)
    return replace(fifty_once, folder=folder)


@pytest.fixture(scope="module")
def few_once(tmp_path_factory):
    return make(
        tmp_path_factory.mktemp("few") / "ws",
        {
            "a": "---\ndate: 2026-05-09\n---\n# 简讯\n\n" + "".join(SENTENCES) + "\n",
            "b": "---\ndate: 2026-05-09\npublished: 2026-05-10\n---\n读书会开放。\n",
        },
    )


@pytest.fixture
def few(few_once, tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(few_once.folder, folder)
    return replace(few_once, folder=folder)


def impact_of(config, **options):
    sides = read_sides(config, str(config.folder / "before"), **options)
    return assess(sides, config, tag=lambda: no_tags, models=models)


def change(config, old, new, name="terms.tsv"):
    path = config.folder / "glossaries" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    return impact_of(config)


def read(config):
    return {path.parent.name: path.read_bytes() for path in sorted((config.folder / "out").glob("*/release.json"))}


def texts(data):
    content = json.loads(data)
    rows = [(e, locale) for locale, e in content["editions"].items()]
    return {(target["segment"], locale): target for edition, locale in rows for target in edition["targets"]}


def reworded(impact):
    return {
        (release.folder.name, sentence.after.id, rewording.locale.value): rewording.new
        for release in impact.releases
        for sentence in release.sentences
        for rewording in sentence.rewordings
    }


CHANGES = {
    "an English form": ("terms.tsv", "\tvolunteer\t", "\tcommunity volunteer\t"),
    "a short form": ("terms.tsv", "\tReading Club\t", "\tthe Club\t"),
    "a Traditional form": ("terms.tsv", "志願者", "志工"),
    "an entry removed": ("terms.tsv", "项目\tterm\tproject\t\t\tapproved\t\t\t\t\n", ""),
    "an entry added": ("terms.tsv", "老街\tterm", "天气\tterm\tweather\t\t\tapproved\t\t\t\t\n老街\tterm"),
    "a longer entry added": ("places.tsv", "青石", "青石街道的读书会\tterm\tQRC\t\t\tapproved\t\t\t\t\n青石"),
    "a draft approved": ("terms.tsv", "old street\t\t\tdraft", "old street\t\t\tapproved"),
    "an entry that begins later": (
        "terms.tsv",
        "volunteer\t\t志願者\tapproved\t",
        "volunteer\t\t志願者\tapproved\t2026-07-01",
    ),
    "a kind": ("terms.tsv", "志愿者\tterm", "志愿者\ttitle"),
    "a word of the Taiwan edition": ("tw.tsv", "軟體", "軟體程式"),
    "a rendering to avoid": ("terms.tsv", "\tproject\t\t\tapproved\t\t\t\t", "\tproject\t\t\tapproved\t\t\tproyect\t"),
}


@pytest.mark.parametrize("name", ["an English form", "a longer entry added", "a word of the Taiwan edition"])
def test_exactly_the_announced_sentences_of_fifty_releases_change(fifty, name):
    before = read(fifty)
    times = {path: path.stat().st_mtime_ns for path in (fifty.folder / "out").rglob("*") if path.is_file()}
    file, old, new = CHANGES[name]
    impact = change(fifty, old, new, file)
    apply(impact, fifty)
    after = read(fifty)
    found = {
        (release, *place): texts(after[release])[place]["text"]
        for release in before
        for place, target in texts(before[release]).items()
        if target["text"] != texts(after[release])[place]["text"]
    }
    assert found == reworded(impact)
    touched = {release.folder.name for release in impact.releases}
    written = {path.parent.name for path, time in times.items() if path.stat().st_mtime_ns != time}
    assert written == touched and {name for name in before if before[name] != after[name]} == touched
    assert 0 < len(touched) < 50


@pytest.mark.parametrize("name", CHANGES)
def test_an_applied_release_is_what_a_build_would_make_and_leaves_nothing_to_apply(few, name):
    file, old, new = CHANGES[name]
    impact = change(few, old, new, file)
    assert impact.releases
    apply(impact, few)
    wrong = []
    for release in impact.releases:
        applied = (release.folder / "release.json").read_bytes()
        source = few.folder / f"{release.folder.name}.md"
        again = pipeline.build_file(source, replace(few, build=replace(few.build, out="again")), models=models())
        fresh = (again.folder / "release.json").read_bytes()
        first, second = (json.loads(data) for data in (applied, fresh))
        pairs = [(texts(data).items(), sorted(map(str, json.loads(data)["issues"]))) for data in (applied, fresh)]
        words = [{place: target["text"] for place, target in rows} for rows, _ in pairs]
        wrong += [release.folder.name] if words[0] != words[1] or pairs[0][1] != pairs[1][1] else []
        wrong += ["spans"] if without_lines(first["blocks"]) != without_lines(second["blocks"]) else []
    assert wrong == [] and impact_of(few).releases == ()


def without_lines(blocks):
    """The blocks without the lines of entries: untouched sentences keep the lines that they were built with."""
    return re.sub(r"\.tsv:\d+", "", json.dumps(blocks))


def test_untouched_sentences_of_a_touched_release_keep_their_targets_byte_for_byte(few):
    before = read(few)["a"]
    impact = change(few, "old street\t\t\tdraft", "old street\t\t\tapproved")
    apply(impact, few)
    after = read(few)["a"]
    announced = {sentence.after.id for release in impact.releases for sentence in release.sentences}
    changed = {place[0] for place, target in texts(before).items() if target != texts(after)[place]}
    assert changed <= announced and len(announced) == 1


def test_nothing_is_asked_of_an_engine_or_tagger_that_no_sentence_needs(few):
    def never():
        raise AssertionError("opened")

    sides = read_sides(few, str(few.folder / "before"))
    assert assess(sides, few, tag=never, models=never).releases == ()


def test_only_touched_sentences_are_translated(few):
    write(few, "terms.tsv", TERMS.replace("\tproject\t", "\tscheme\t"))
    engine = FakeEngine(keeps_placeholders)
    sides = read_sides(few, str(few.folder / "before"))
    assess(sides, few, tag=lambda: no_tags, models=lambda: pipeline.Models(engine))
    assert all("工" in source for batch in engine.asked for source in batch)


def test_a_sentence_that_two_releases_share_is_translated_once(few):
    shutil.copytree(few.folder / "out" / "b", few.folder / "out" / "c")
    write(few, "terms.tsv", TERMS.replace("Reading Club of Qingshi", "Book Club"))
    engine = FakeEngine(keeps_placeholders)
    sides = read_sides(few, str(few.folder / "before"))
    impact = assess(sides, few, tag=lambda: no_tags, models=lambda: pipeline.Models(engine))
    assert {release.folder.name for release in impact.releases} == {"a", "b", "c"}
    assert sum(source == "读书会开放。" for source in engine.asked[0]) == 1


def test_a_mention_that_becomes_the_first_is_blamed_on_the_entry_that_took_the_other(few):
    added = "青石街道的读书会\tterm\tQRC\t\t\tapproved\t\t\t\t\n"
    impact = change(few, "青石", added + "青石", "places.tsv")
    rows = {sentence.after.source: sentence for release in impact.releases for sentence in release.reworded}
    assert "Reading Club of Qingshi" in rows["读书会欢迎志愿者。"].rewordings[0].new
    assert {impact.changes[n].source for n in rows["读书会欢迎志愿者。"].changes} == {"青石街道的读书会"}


def test_an_entry_that_another_file_shadows_changes_nothing(few):
    impact = change(few, "项目\tterm", "青石街道\tplace\tBluestone\t\t\tapproved\t\t\t\t\n项目\tterm")
    (entry,) = sheet(impact, few).entries
    assert impact.releases == () and entry.remark == "shadowed by places.tsv:2"


@pytest.mark.parametrize("column", ["note", "origin"])
def test_what_binds_nothing_changes_nothing(few, column):
    rows = [line.split("\t") for line in TERMS.splitlines()]
    text = "".join("\t".join([*row, column if n == 0 else "seen"]) + "\n" for n, row in enumerate(rows))
    write(few, "terms.tsv", text)
    impact = impact_of(few)
    assert impact.releases == () and len(impact.changes) == 4


def test_a_published_release_is_marked(few):
    impact = change(few, "Reading Club of Qingshi", "Book Club")
    assert {r.folder.name: r.published for r in impact.releases} == {"a": "", "b": "2026-05-10"}


def finished(config, release, locale=Locale.EN, state=State.REVIEWED):
    """The release as if a person had read this edition."""
    path = config.folder / "out" / release / "release.json"
    document = snapshot.load(path.read_bytes())
    edition = document.editions[locale]
    targets = {name: replace(target, state=state) for name, target in edition.targets.items()}
    path.write_bytes(snapshot.dump(document.with_edition(replace(edition, targets=targets))))


@pytest.mark.parametrize("state", [State.REVIEWED, State.FINAL])
def test_what_a_person_has_read_is_left_to_a_person(few, state):
    finished(few, "b", state=state)
    before = read(few)["b"]
    impact = change(few, "Reading Club of Qingshi", "Book Club")
    apply(impact, few)
    (held,) = [sentence for release in impact.releases for sentence in release.sentences if sentence.is_held]
    assert held.rewordings[0].new.startswith("It says Book Club") or "Book Club" in held.rewordings[0].new
    assert read(few)["b"] == before


def test_a_read_edition_does_not_hold_back_another_one(few):
    finished(few, "a")
    impact = change(few, "志願者", "志工")
    apply(impact, few)
    after = texts(read(few)["a"])
    assert any("志工" in t["text"] for (_, locale), t in after.items() if locale == "zh-Hant-TW")
    assert all(t["state"] == "reviewed" for (_, locale), t in after.items() if locale == "en")


def test_a_published_release_is_left_as_it_went_out_unless_told(few):
    impact = change(few, "Reading Club of Qingshi", "Book Club")
    before = read(few)["b"]
    assert [built.folder.name for built in apply(impact, few)] == ["a"]
    assert read(few)["b"] == before
    assert "b" in [built.folder.name for built in apply(impact, few, published=True)]


def test_a_final_edition_counts_as_published(few):
    finished(few, "a", state=State.FINAL)
    impact = change(few, "\tproject\t", "\tscheme\t")
    assert [release.published for release in impact.releases] == ["final"]


def test_only_the_files_that_stand_in_the_folder_are_written(few):
    folder = few.folder / "out" / "b"
    for path in folder.glob("*.md"):
        path.unlink()
    (folder / "bilingual.html").unlink()
    before = {path.name for path in folder.iterdir()}
    apply(change(few, "Reading Club of Qingshi", "Book Club"), few, published=True)
    assert {path.name for path in folder.iterdir()} == before
    assert "Book Club" in (folder / "en.html").read_text(encoding="utf-8")


def test_a_release_without_any_page_keeps_its_snapshot_alone(few):
    folder = few.folder / "out" / "b"
    for path in folder.iterdir():
        if path.name != "release.json":
            path.unlink()
    apply(change(few, "Reading Club of Qingshi", "Book Club"), few)
    assert [path.name for path in folder.iterdir()] == ["release.json"]


def test_a_glossary_that_is_not_the_workspaces_is_not_applied(few):
    other = few.folder / "new.tsv"
    other.write_text(TERMS.replace("\tproject\t", "\tscheme\t"), encoding="utf-8")
    before = read(few)
    sides = read_sides(few, str(few.folder / "glossaries" / "terms.tsv"), str(other))
    impact = assess(sides, few, tag=lambda: no_tags, models=models)
    assert impact.releases
    with pytest.raises(NewsError, match="put it there"):
        apply(impact, few)
    assert read(few) == before


def test_a_release_built_with_another_glossary_is_named(few):
    write(few, "terms.tsv", TERMS.replace("\tvolunteer\t", "\thelper\t"))
    build(few, "a", "# 简讯\n\n读书会欢迎志愿者。\n")
    write(few, "terms.tsv", TERMS.replace("Reading Club of Qingshi", "Book Club"))
    (row,) = [row for row in sheet(impact_of(few), few).releases if row.name == "a"]
    assert any("another glossary" in remark for remark in row.remarks)


def test_a_damaged_release_is_named_and_passed_over(few):
    (few.folder / "out" / "b" / "release.json").write_text('{"读书会": 1', encoding="utf-8")
    impact = change(few, "Reading Club of Qingshi", "Book Club")
    assert [release.folder.name for release in impact.releases] == ["a"]
    assert any("b" in remark and "not JSON" in remark for remark in impact.remarks)


def test_a_single_file_stands_for_the_one_of_its_name(few):
    other = few.folder / "new" / "terms.tsv"
    other.parent.mkdir()
    other.write_text(TERMS.replace("\tproject\t", "\tscheme\t"), encoding="utf-8")
    sides = read_sides(few, str(few.folder / "glossaries" / "terms.tsv"), str(other))
    impact = assess(sides, few, tag=lambda: no_tags, models=models)
    assert [(change.kind, change.source) for change in impact.changes] == [("reworded", "项目")]


def test_a_single_file_may_be_said_to_stand_for_one(few):
    other = few.folder / "draft-3.tsv"
    other.write_text(TERMS.replace("\tproject\t", "\tscheme\t"), encoding="utf-8")
    sides = read_sides(few, str(few.folder / "glossaries" / "terms.tsv"), str(other), stands_for="terms.tsv")
    assert len(sides.new.vocabulary.configured[1]) == 4 and not sides.remarks


def test_files_that_stand_for_none_are_given_by_hand(few):
    for name, form in (("v1.tsv", "club"), ("v2.tsv", "circle")):
        (few.folder / name).write_text(f"source\ten\n读书会\t{form}\n", encoding="utf-8")
    sides = read_sides(few, str(few.folder / "v1.tsv"), str(few.folder / "v2.tsv"))
    impact = assess(sides, few, tag=lambda: no_tags, models=models)
    assert [(change.kind, change.source) for change in impact.changes] == [("reworded", "读书会")]
    assert any("circle" in new for new in reworded(impact).values()) and sides.remarks


@pytest.mark.parametrize(
    ("old", "options", "error"),
    [
        ("-x", {}, InputError),
        ("before", {"new": "--all"}, InputError),
        ("before", {"stands_for": "nothing.tsv"}, ConfigError),
    ],
)
def test_what_cannot_be_compared_is_refused(few, monkeypatch, old, options, error):
    monkeypatch.chdir(few.folder)
    with pytest.raises(error):
        read_sides(few, old, **options)


def test_the_data_of_a_sheet_is_json_with_the_counts(few):
    impact = change(few, "Reading Club of Qingshi", "Book Club")
    data = json.loads(json.dumps(as_data(impact, sheet(impact, few))))
    assert data["totals"]["releases_reworded"] == 2 and data["totals"]["published_reworded"] == 1
    assert data["entries"][0]["columns"]["en"] == ["Reading Club of Qingshi", "Book Club"]
    assert all(row["sentences"] for row in data["releases"])


WORDS = [line.split("\t")[0] for line in TERMS.splitlines()[1:]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.sampled_from(WORDS), st.sampled_from(["", "A new form"]), st.sampled_from(SENTENCES))
def test_a_text_without_a_changed_source_reads_the_same_on_both_sides(few_once, word, form, sentence):
    vocabulary = pipeline.load_vocabulary(few_once)
    places, rows = vocabulary.configured
    reworded = tuple(
        replace(term, en=form) if term.source == word else term for term in rows if form or term.source != word
    )
    other = replace(vocabulary, configured=(places, reworded))
    document = pipeline.read_bytes(sentence.encode(), "x", name="x")[0]
    sides = Sides(Side("old", vocabulary), Side("new", other))
    (compared,) = compare([Release(Path("x"), document, {})], sides, few_once, no_tags)
    if word not in sentence:
        pairs = zip(compared.before.segments(), compared.after.segments(), strict=True)
        assert all(view(before) == view(after) for before, after in pairs)


@given(st.text("ab区", max_size=12), st.sets(st.text("ab区", min_size=1, max_size=3), max_size=6))
def test_many_words_are_found_as_few_are(text, words):
    padded = frozenset(words) | {f"词{number}" for number in range(300)}
    assert standing_in(text, padded) == standing_in(text, frozenset(words))


def test_uses_show_the_sentence_with_its_form_marked(few):
    found = [use for use in uses(few.folder / "out", "读书会") if use.release == "b"]
    (use,) = found
    marked = [piece.text for piece in use.editions["en"] if piece.is_marked]
    assert marked == ["Reading Club of Qingshi"] and use.origins == ("glossary:terms.tsv:3",)


def test_a_use_that_nothing_decides_is_shown_too(few):
    found = list(uses(few.folder / "out", "天气"))
    assert [(use.release, use.origins) for use in found] == [("a", ())]


def test_the_real_engine_renews_only_what_it_must(models, tmp_path):
    config = make(tmp_path / "ws", {})
    for name, text in {"a": "读书会欢迎志愿者。今天的天气很好。\n", "b": "今天的天气很好。\n"}.items():
        (config.folder / f"{name}.md").write_text(text, encoding="utf-8")
        pipeline.build_file(config.folder / f"{name}.md", config, models=models)
    before = read(config)
    write(config, "terms.tsv", TERMS.replace("\tvolunteer\t", "\tcommunity volunteer\t"))
    sides = read_sides(config, str(config.folder / "before"))
    impact = assess(sides, config, tag=lambda: models.tag, models=lambda: models)
    apply(impact, config)
    after = read(config)
    changed = {
        (release, *place)
        for release in before
        for place, target in texts(before[release]).items()
        if target != texts(after[release])[place]
    }
    assert {place[:2] for place in changed} == {("a", "p1.s1")}
    assert texts(after["a"])["p1.s1", "en"]["text"].startswith("Community volunteer")


def test_a_read_only_file_stops_the_release_as_a_whole(few, monkeypatch):
    before = read(few)
    impact = change(few, "Reading Club of Qingshi", "Book Club")

    def refuse(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NewsError):
        apply(impact, few)
    monkeypatch.undo()
    assert read(few) == before
