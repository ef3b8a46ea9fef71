"""i18n-news glossary: the command in this process, with the rules alone where no name model is installed."""

import pytest
from typer.testing import CliRunner

from i18n_news.cli.app import app
from i18n_news.errors import GlossaryError, InputError
from i18n_news.glossary import terms
from i18n_news.models import store

RELEASE = "# 青石街道开展读书活动\n\n街道办事处主任单文博到场讲话。单文博说，“四比四看”活动受到欢迎。\n"


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """An empty workspace with one release, on a machine without the name model."""
    monkeypatch.setattr(store, "find", lambda model: None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "i18n-news.toml").write_text("", encoding="utf-8")
    (tmp_path / "release.md").write_text(RELEASE, encoding="utf-8", newline="\n")
    return tmp_path


def suggest(*arguments):
    return CliRunner().invoke(app, ["glossary", "suggest", *arguments], catch_exceptions=False)


def rows(shown):
    head, *lines = (line.split("\t") for line in shown.stdout.splitlines())
    return {row["source"]: row for row in (dict(zip(head, line, strict=True)) for line in lines)}


def test_a_line_says_kind_source_form_count_and_place(workspace):
    shown = suggest("release.md")
    assert shown.stdout.startswith("person  单文博  Shan Wenbo  Shàn Wénbó  2x  1  ")
    assert "slogan  四比四看  -  -  1x" in shown.stdout


def test_tsv_has_the_columns_of_a_glossary(workspace):
    row = rows(suggest("release.md", "--tsv"))["单文博"]
    assert list(row) == list(terms.COLUMNS)
    assert (row["kind"], row["status"], row["origin"]) == ("person", "draft", "suggested:release.md")
    assert row["note"].startswith("2 times; ") and "【单文博】" in row["note"]


def test_tsv_is_utf_8_whatever_the_console_speaks(workspace):
    shown = CliRunner(charset="cp936").invoke(app, ["glossary", "suggest", "release.md", "--tsv"])
    assert "Shàn Wénbó" in shown.stdout_bytes.decode("utf-8")


def test_filled_in_tsv_is_a_glossary(workspace):
    text = suggest("release.md", "--tsv").stdout.replace("四比四看\tslogan\t", "四比四看\tslogan\tfour comparisons")
    assert {term.source for term in terms.parse(text, "pasted.tsv")} >= {"单文博", "四比四看"}


def test_append_makes_a_file_of_drafts_and_lists_what_needs_a_rendering(workspace):
    shown = suggest("release.md", "--append", "drafts.tsv")
    (term,) = (term for term in terms.load("drafts.tsv") if term.kind == "person")
    assert (term.source, term.en, term.status) == ("单文博", "Shan Wenbo", "draft")
    assert "四比四看" in shown.stdout
    assert "\n1 draft entry added to drafts.tsv; 1 more needs a rendering: print it with --tsv" in shown.stdout


def test_append_says_that_builds_do_not_read_a_file_that_is_not_listed(workspace):
    hint = "builds do not read {} until it is listed in i18n-news.toml under [glossary] files"
    assert hint.format("drafts.tsv") in suggest("release.md", "--append", "drafts.tsv").stdout
    (workspace / "i18n-news.toml").write_text('[glossary]\nfiles = ["mine.tsv"]\n', encoding="utf-8")
    terms.save("mine.tsv", [terms.Term("甲", en="Jia")])
    shown = suggest("release.md", "--append", "mine.tsv").stdout
    assert "added to mine.tsv" in shown and "builds do not read" not in shown


@pytest.mark.parametrize("name", ["terms.xlsx", "terms.XLS", "terms.csv", "terms.tsv"])
def test_a_list_of_terms_is_no_release(workspace, name):
    (workspace / name).write_bytes(b"PK")
    with pytest.raises(InputError, match=f"{name}: is a list of terms, not a release; .* glossary import {name} --to"):
        suggest(name)


def test_append_keeps_the_entries_that_stand_already(workspace):
    (workspace / "drafts.tsv").write_text(
        "source\ten\tnote\n单文博\tDan Wenbo\tby hand\n白鹭\tegret\t\n", encoding="utf-8"
    )
    before = terms.load("drafts.tsv")
    suggest("release.md", "--append", "drafts.tsv")
    assert set(before) <= set(terms.load("drafts.tsv"))


def test_appending_twice_changes_nothing_more(workspace):
    suggest("release.md", "--append", "drafts.tsv")
    once = (workspace / "drafts.tsv").read_bytes()
    suggest("release.md", "--append", "drafts.tsv")
    assert (workspace / "drafts.tsv").read_bytes() == once


def test_a_broken_file_is_refused_and_stays_as_it_is(workspace):
    broken = b"source\ten\nonly a source\t\n"
    (workspace / "drafts.tsv").write_bytes(broken)
    with pytest.raises(GlossaryError, match=r"drafts\.tsv:2"):
        suggest("release.md", "--append", "drafts.tsv")
    assert (workspace / "drafts.tsv").read_bytes() == broken


def test_tsv_with_append_keeps_standard_output_clean(workspace):
    shown = suggest("release.md", "--tsv", "--append", "drafts.tsv")
    assert "单文博" in rows(shown) and "added to drafts.tsv" in shown.stderr


def test_min_leaves_out_what_is_rarer(workspace):
    shown = suggest("release.md", "--min", "2").stdout
    assert "单文博" in shown and "slogan" not in shown


def test_limit_counts_for_each_kind(workspace):
    text = RELEASE + "\n推行“五心五送”活动，用好“四比四看”。\n"
    (workspace / "release.md").write_text(text, encoding="utf-8")
    shown = suggest("release.md", "--limit", "1").stdout
    assert "单文博" in shown and "slogan  四比四看" in shown and "slogan  五心五送" not in shown


def test_the_same_file_given_twice_is_one_release(workspace):
    row = rows(suggest("release.md", str(workspace / "release.md"), "--tsv"))["单文博"]
    assert row["note"].startswith("2 times; ")


def test_a_release_whose_words_are_all_known_has_nothing_to_suggest(workspace):
    (workspace / "release.md").write_text("天气很好。\n", encoding="utf-8")
    assert suggest("release.md").stdout.startswith("nothing to suggest")


def test_a_missing_file_is_named(workspace):
    with pytest.raises(InputError, match=r"none\.md"):
        suggest("none.md")
