"""i18n-news glossary diff, show and list: the commands in this process, with no model installed."""

import json
import shutil
import subprocess
from datetime import date, timedelta

import pytest
from typer.testing import CliRunner

from i18n_news import pipeline
from i18n_news.cli.app import app
from i18n_news.config import load
from i18n_news.errors import ConfigError, InputError
from i18n_news.glossary import terms
from i18n_news.glossary.terms import Term
from tests.translate.fakes import FakeEngine, keeps_placeholders

SETTINGS = """[glossary]
files = ["glossaries/places.tsv", "glossaries/terms.tsv"]
taiwan = "glossaries/tw.tsv"
hong_kong = "glossaries/tw.tsv"
[build]
formats = ["md"]
"""
OLD = Term("读书会", en="Reading Club", decided_by="Li Wen", origin="minutes of May 4")


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace in git with two built releases, one of them published, and one entry reworded since."""
    monkeypatch.chdir(tmp_path)
    models = pipeline.Models(FakeEngine(keeps_placeholders))
    monkeypatch.setattr(pipeline, "open_models", lambda *_, **__: models)
    (tmp_path / "i18n-news.toml").write_text(SETTINGS, encoding="utf-8")
    terms.save("glossaries/places.tsv", [Term("青石街道", "place", "Qingshi Subdistrict")])
    terms.save("glossaries/terms.tsv", [OLD, Term("志愿者", en="volunteer", status="draft", domain="investors")])
    terms.save("glossaries/tw.tsv", [Term("软件", zh_hant_tw="軟體")])
    releases = {"club": "青石街道的读书会今天开放。", "news": "---\npublished: 2026-05-10\n---\n读书会开放。天气很好。"}
    for name, text in releases.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        pipeline.build_file(tmp_path / f"{name}.md", load(), models=models)
    shutil.copytree("glossaries", "before")
    terms.save("glossaries/terms.tsv", [Term("读书会", en="Book Club"), Term("志愿者", en="volunteer")])
    return tmp_path


@pytest.fixture
def repository(workspace):
    shutil.copytree("glossaries", "after")
    shutil.rmtree("glossaries")
    shutil.copytree("before", "glossaries")
    name = ("-c", "user.name=Li Wen", "-c", "user.email=li@example.org", "-c", "commit.gpgsign=false")
    for arguments in (["init", "-q"], ["add", "-A"], [*name, "commit", "-q", "-m", "the club gets its name"]):
        subprocess.run(["git", *arguments], cwd=workspace, check=True, capture_output=True)
    shutil.copytree("after", "glossaries", dirs_exist_ok=True)
    return workspace


def run(*arguments):
    return CliRunner().invoke(app, ["glossary", *arguments], catch_exceptions=False)


def test_the_entries_the_sentences_and_the_counts_are_printed(workspace):
    shown = run("diff", "before")
    assert "reworded  读书会  en: [-Reading-]{+Book+} Club" in shown.stdout
    assert "news (published 2026-05-10)  p1.s1  en  It says [-Reading-]{+Book+} Club." in shown.stdout
    assert shown.stdout.rstrip().endswith("2 sentences of 2 of 2 releases would read differently, 1 published")


def test_by_default_nothing_is_written(workspace):
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    run("diff", "before")
    after = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file() and ".i18n" not in path.name}
    assert {path: before[path] for path in after if path in before} == after


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["before"], 1),
        (["before", "--apply"], 1),
        (["before", "--apply", "--published"], 0),
        (["glossaries"], 0),
        (["before", "--entries"], 0),
        (["before/terms.tsv", "glossaries/terms.tsv"], 1),
        (["before/places.tsv"], 0),
    ],
)
def test_the_exit_code_says_whether_a_release_would_change(workspace, arguments, code):
    assert run("diff", *arguments).exit_code == code


def test_apply_rebuilds_and_says_so(workspace):
    shown = run("diff", "before", "--apply", "--published")
    assert "Book Club" in (workspace / "out" / "news" / "en.md").read_text(encoding="utf-8")
    assert shown.stdout.count(" files in ") == 2
    assert run("diff", "before").exit_code == 0


def test_apply_lists_what_is_published_and_leaves_it(workspace):
    shown = run("diff", "before", "--apply")
    assert "Reading Club" in (workspace / "out" / "news" / "en.md").read_text(encoding="utf-8")
    assert "Book Club" in (workspace / "out" / "club" / "en.md").read_text(encoding="utf-8")
    assert "news: published 2026-05-10: not rebuilt; add --published" in shown.stdout.splitlines()


def test_an_entry_for_an_audience_that_the_settings_do_not_name_says_so(workspace):
    added = [Term("读书会", en="Book Club"), Term("志愿者", en="helper", status="draft", domain="schools")]
    terms.save("glossaries/terms.tsv", added)
    shown = run("diff", "before").stdout
    assert "only for schools, which is not in [glossary] domains" in shown and "does not bind" not in shown


def test_without_git_the_error_says_what_to_type(workspace, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(workspace.parent))
    with pytest.raises(InputError, match=r"; for example: i18n-news glossary diff before/own\.tsv"):
        run("diff")


def test_json_is_json_and_nothing_else(workspace):
    data = json.loads(run("diff", "before", "--json").stdout)
    assert data["totals"]["sentences_reworded"] == 2 and data["releases"][1]["published"] == "2026-05-10"


def test_the_sheet_is_one_file_with_both_wordings_and_lines_to_sign(workspace):
    run("diff", "before", "--html", "impact.html")
    page = (workspace / "impact.html").read_text(encoding="utf-8")
    assert "removed: </span>Reading" in page and "added: </span>Book" in page
    assert "Signature" in page and "published 2026-05-10" in page
    assert "http" not in page.replace("http-equiv", "") and "<script" not in page


def test_what_a_glossary_says_is_escaped_in_the_sheet(workspace):
    terms.save("glossaries/terms.tsv", [Term("读书会", en="Book <b>&amp; Club")])
    run("diff", "before", "--html", "impact.html")
    page = (workspace / "impact.html").read_text(encoding="utf-8")
    assert "<b>" not in page and "&lt;b&gt;" in page


def test_without_arguments_the_workspace_is_compared_with_the_last_commit(repository):
    assert "reworded  读书会" in run("diff").stdout


def test_two_revisions_are_compared(repository):
    assert "0 entries changed" in run("diff", "HEAD", "HEAD").stdout


def test_a_revision_that_is_none_is_an_error(repository):
    with pytest.raises(InputError, match="no git revision"):
        run("diff", "HEAD~7")


def test_a_revision_cannot_be_an_option_of_git(repository):
    with pytest.raises(InputError, match="dash"):
        run("diff", "--", "--output=x")


def test_show_says_what_binds_who_decided_and_where_it_stands(workspace):
    shutil.copytree("before", "glossaries", dirs_exist_ok=True)
    shown = run("show", "读书会").stdout
    assert "terms.tsv:3  approved" in shown and "decided_by: Li Wen" in shown and "origin: minutes of May 4" in shown
    assert "used in 2 sentences of 2 releases" in shown
    assert "It says 【Reading Club】." in shown and "【读书会】开放。" in shown


def test_show_finds_an_entry_by_its_form(workspace):
    assert run("show", "book club").stdout.startswith("读书会")


def test_show_tells_the_history(repository):
    assert "Li Wen  added  Reading Club  the club gets its name" in run("show", "读书会").stdout


def test_show_names_what_lies_in_it_and_what_shadows_it(workspace):
    own = [Term("青石街道", en="Bluestone"), Term("青石", en="Qingshi"), Term("读书会", en="Book Club")]
    terms.save("glossaries/terms.tsv", own)
    shown = run("show", "青石街道").stdout
    assert "shadowed by places.tsv:2" in shown and "青石  Qingshi  approved" in shown


def test_show_names_what_is_like_a_word_that_is_no_entry(workspace):
    shown = run("show", "读书")
    assert shown.exit_code == 1 and shown.stdout.startswith("no entry for 读书; like it: 读书会\n")


def test_show_says_nothing_else_of_a_word_that_stands_nowhere(workspace):
    assert run("show", "火箭").stdout == "no entry for 火箭\n"


def test_an_entry_that_is_over_or_to_come_says_so(workspace):
    days = date.today() - timedelta(days=1), date.today() + timedelta(days=1)
    own = [Term("读书会", en="Book Club", valid_to=days[0]), Term("读书会", en="Club", valid_from=days[1])]
    terms.save("glossaries/terms.tsv", own)
    for shown in (run("show", "读书会").stdout, run("list", "--match", "读书会").stdout):
        assert f"approved, ended {days[0]}" in shown and f"approved, begins {days[1]}" in shown


def test_show_as_json(workspace):
    (entry,) = json.loads(run("show", "读书会", "--json").stdout)
    assert entry["entries"][0]["en"] == "Book Club" and len(entry["uses"]) == 2


@pytest.mark.parametrize(
    ("options", "sources"),
    [
        ([], {"青石街道", "读书会", "志愿者", "软件"}),
        (["--file", "places"], {"青石街道"}),
        (["--kind", "place"], {"青石街道"}),
        (["--status", "draft"], {"志愿者"}),
        (["--domain", "investors"], {"志愿者"}),
        (["--match", "READING"], {"读书会"}),
        (["--match", "街道"], {"青石街道"}),
        (["--match", "nothing"], set()),
    ],
)
def test_list_chooses_by_what_is_asked(workspace, options, sources):
    shutil.copytree("before", "glossaries", dirs_exist_ok=True)
    assert {row["source"] for row in json.loads(run("list", *options, "--json").stdout)} == sources


def test_list_prints_a_line_for_each_entry_and_the_count(workspace):
    lines = run("list", "--file", "terms").stdout.splitlines()
    assert lines[-1] == "2 of 5 entries" and "读书会  term  Book Club  approved" in lines[1]


def test_an_unknown_kind_is_an_error(workspace):
    with pytest.raises(ConfigError, match="choose from"):
        run("list", "--kind", "thing")
