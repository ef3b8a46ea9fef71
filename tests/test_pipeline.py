"""The stages together, with an engine that keeps placeholders; files in, files out."""

import json
from dataclasses import replace

import pytest

from i18n_news import pipeline
from i18n_news.checks.silenced import Checked
from i18n_news.config import BuildConfig, Config
from i18n_news.errors import NewsError
from i18n_news.model import Locale, Severity
from tests.translate.fakes import FakeEngine, keeps_placeholders

RELEASE = """---
date: 2026-09-17
---
# 徐工新工厂投产

9月16日，徐工投资12亿元的新工厂投产，开发区党工委副书记李淑侠出席。李淑侠说，“七共七同”行动受到欢迎。

“七共七同”行动覆盖职工3.5万人。
"""


@pytest.fixture
def workspace(tmp_path):
    return Config(folder=tmp_path, glossary=replace(Config().glossary, drafts=True))


def build(workspace, text=RELEASE, **options):
    file = workspace.folder / "release.md"
    file.write_text(text, encoding="utf-8")
    return pipeline.build_file(file, workspace, models=pipeline.Models(FakeEngine(keeps_placeholders)), **options)


def test_a_build_writes_every_edition_in_every_format(workspace):
    built = build(workspace)
    assert sorted(path.name for path in built.files) == [
        "bilingual.html",
        "bilingual.md",
        "en.html",
        "en.md",
        "release.json",
        "review.html",
        "zh-Hans.html",
        "zh-Hans.md",
        "zh-Hant-TW.differences.html",
        "zh-Hant-TW.html",
        "zh-Hant-TW.md",
    ]


def test_the_same_input_gives_the_same_bytes(workspace):
    first = {path.name: path.read_bytes() for path in build(workspace).files}
    assert {path.name: path.read_bytes() for path in build(workspace).files} == first


def test_a_release_goes_where_out_and_name_say(workspace):
    config = replace(workspace, build=replace(workspace.build, out="web"))
    assert build(config, name="news-1").folder == workspace.folder / "web" / "news-1"


def test_only_the_wanted_editions_and_formats_are_written(workspace):
    config = replace(workspace, build=BuildConfig(editions=("zh-Hant-TW",), formats=("md",)))
    assert sorted(path.name for path in build(config).files) == ["release.json", "zh-Hant-TW.md"]


def test_a_build_without_english_needs_no_translation_model(workspace):
    file = workspace.folder / "release.md"
    file.write_text(RELEASE, encoding="utf-8")
    config = replace(workspace, build=BuildConfig(editions=("zh-Hans", "zh-Hant-TW")))
    built = pipeline.build_file(file, config, models=pipeline.Models(None))
    assert "bilingual.html" not in {path.name for path in built.files}


def test_the_english_has_every_term_name_and_figure(workspace):
    english = (build(workspace).folder / "en.md").read_text(encoding="utf-8")
    missing = [
        form for form in ("XCMG", "RMB 1.2 billion", "Li Shuxia", "September 16", "35,000") if form not in english
    ]
    assert missing == []


def test_the_first_mention_in_the_text_is_full_and_later_ones_are_short(workspace):
    document = build(workspace).document
    forms = [span.forms[Locale.EN] for s in document.segments() for span in s.spans if s.text_of(span) == "七共七同"]
    assert len(forms) == 2 and forms[0].startswith(forms[1]) and len(forms[0]) > len(forms[1])


def test_the_taiwan_edition_has_its_own_quotes_and_names(workspace):
    text = (build(workspace).folder / "zh-Hant-TW.md").read_text(encoding="utf-8")
    assert "「七共七同」" in text and "李淑俠" in text


def test_a_glossary_given_by_hand_beats_a_longer_entry_of_the_others(workspace):
    own = workspace.folder / "own.tsv"
    own.write_text("source\ten\n副书记\tvice secretary\n", encoding="utf-8")
    english = (build(workspace, by_hand=[own]).folder / "en.md").read_text(encoding="utf-8")
    assert "vice secretary" in english


def test_without_drafts_a_draft_entry_does_not_bind(workspace):
    config = replace(workspace, glossary=replace(workspace.glossary, drafts=False))
    document = build(config).document
    assert not [span for s in document.segments() for span in s.spans if s.text_of(span) == "七共七同"]


def test_the_snapshot_checks_again_to_the_same_issues(workspace):
    built = build(workspace)
    assert pipeline.check_file(built.folder) == (built.document, Checked(built.issues))


def test_the_issues_stand_in_the_snapshot(workspace):
    built = build(workspace)
    content = json.loads((built.folder / "release.json").read_text(encoding="utf-8"))
    assert len(content["issues"]) == len(built.issues)


@pytest.mark.parametrize(
    ("fail_on", "severities", "code"),
    [
        ("error", [], 0),
        ("error", [Severity.WARNING], 0),
        ("error", [Severity.ERROR], 1),
        ("warning", [Severity.WARNING], 1),
        ("info", [Severity.INFO], 1),
        ("never", [Severity.ERROR], 0),
    ],
)
def test_the_exit_code_follows_the_worst_issue(fail_on, severities, code):
    from i18n_news.model import Issue

    issues = [Issue("test", severity, "p1.s1", Locale.EN, "") for severity in severities]
    assert pipeline.exit_code(issues, fail_on) == code


BAD_INPUT = {
    "empty.md": b"",
    "binary.md": b"\x00\x01\x02\x03" * 50,
    "word.md": b"PK\x03\x04rest of a zip",
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
    "english.md": b"There is no Chinese here.",
    "release.docx": b"PK\x03\x04",
    "broken.md": "---\ndate: 2026-09-17\ntitle 标题\n---\n正文。".encode(),
    "date.md": "---\ndate: tomorrow\n---\n徐工投产。".encode(),
}


@pytest.mark.parametrize("name", BAD_INPUT)
def test_bad_input_is_one_clear_line_and_leaves_earlier_output_untouched(workspace, name):
    stem = name.partition(".")[0]
    before = {path: path.read_bytes() for path in build(workspace, name=stem).files}
    file = workspace.folder / name
    file.write_bytes(BAD_INPUT[name])
    with pytest.raises(NewsError) as error:
        pipeline.build_file(file, workspace, models=pipeline.Models(FakeEngine(keeps_placeholders)))
    assert "\n" not in str(error.value) and len(str(error.value)) > 20
    assert {path: path.read_bytes() for path in before} == before


def test_a_missing_file_is_named(workspace):
    with pytest.raises(NewsError, match=r"nothing\.md: there is no such file"):
        pipeline.build_file(workspace.folder / "nothing.md", workspace)


def test_a_glossary_with_a_broken_row_stops_the_build_with_its_line(workspace):
    own = workspace.folder / "own.tsv"
    own.write_text("source\ten\n徐工\tXCMG\n卡特\t\n", encoding="utf-8")
    with pytest.raises(NewsError, match=r"own\.tsv:3"):
        build(workspace, by_hand=[own])
    assert not (workspace.folder / "out").exists()


def test_an_out_that_is_a_file_stops_the_build(workspace):
    (workspace.folder / "out").write_text("in the way", encoding="utf-8")
    with pytest.raises(NewsError, match="out"):
        build(workspace)
    assert (workspace.folder / "out").read_text(encoding="utf-8") == "in the way"
