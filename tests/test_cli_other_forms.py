"""Glossaries kept in Excel, CSV and TBX where a command asks for one, and what could not be taken from them."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from i18n_news import pipeline
from i18n_news.cli.app import app
from i18n_news.cli.remarks import SHOWN, print_remarks
from i18n_news.errors import ConfigError, GlossaryError
from i18n_news.formats import snapshot
from i18n_news.glossary import terms
from i18n_news.glossary.exchange import Remark, RemarkKind, export_terms
from i18n_news.glossary.terms import Term
from tests.translate.fakes import FakeEngine, keeps_placeholders

SETTINGS = """[glossary]
files = ["glossaries/political.tsv"]
taiwan = "glossaries/tw.tsv"
hong_kong = "glossaries/tw.tsv"
[build]
formats = ["md"]
"""
POLITICAL = Path(__file__).resolve().parents[1] / "glossaries" / "political.tsv"
# One entry for each thing that a form may lose.
CROWDED = (
    Term("读书会", en="Reading Club of Qingshi", en_short="Reading Club", status="draft", note="“quoted”, =1+1"),
    Term("志愿者", "title", "volunteer", zh_hant_tw="志願者", avoid=("helper", "amateur"), avoid_reason="not paid"),
    Term("新区", "place", "New Area", domain="investors", valid_from=date(2026, 1, 1), valid_to=date(2027, 1, 1)),
    Term("老街", reading="Lǎojiē", status="deprecated", origin="order no. 7", decided_by="Li Wen"),
)
FORMS = [("xlsx", ".xlsx"), ("csv", ".csv"), ("tbx2", ".tbx"), ("tbx3", ".tbx"), ("omegat", ".txt")]


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace with one glossary, two entries of it in a release."""
    monkeypatch.chdir(tmp_path)
    models = pipeline.Models(FakeEngine(keeps_placeholders))
    monkeypatch.setattr(pipeline, "open_models", lambda *_, **__: models)
    (tmp_path / "i18n-news.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "glossaries").mkdir()
    terms.save("glossaries/political.tsv", [Term("读书会", en="Reading Club"), Term("志愿者", en="volunteer")])
    terms.save("glossaries/tw.tsv", [Term("软件", zh_hant_tw="軟體")])
    (tmp_path / "news.md").write_text("读书会欢迎志愿者。\n", encoding="utf-8")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)


def sheet(path, *rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def document():
    return snapshot.load(Path("out/news/release.json").read_bytes(), "release.json")


class TestDiff:
    @pytest.mark.parametrize(("form", "suffix"), FORMS[:4])
    @pytest.mark.parametrize("name", ["shipped", "crowded"])
    def test_an_export_says_the_same_as_what_it_was_made_of(self, workspace, form, suffix, name):
        entries = terms.load(POLITICAL) if name == "shipped" else CROWDED
        terms.save("political.tsv", entries)
        assert export_terms(terms.load("political.tsv"), Path("political" + suffix), form) == ()
        there = run("glossary", "diff", "--entries", "political.tsv", "political" + suffix)
        back = run("glossary", "diff", "--entries", "political" + suffix, "political.tsv")
        assert [shown.stdout for shown in (there, back)] == ["0 entries changed; no release was looked at\n"] * 2
        assert there.stderr == back.stderr == ""

    def test_what_omegat_cannot_hold_is_the_only_difference(self, workspace):
        terms.save("political.tsv", CROWDED)
        export_terms(terms.load("political.tsv"), Path("political.txt"), "omegat")
        shown = run("glossary", "diff", "--entries", "political.tsv", "political.txt")
        assert shown.stdout.startswith("1  removed  老街") and "1 entry changed" in shown.stdout

    def test_a_sheet_that_came_back_with_one_change_shows_this_change(self, workspace):
        export_terms(terms.load("glossaries/political.tsv"), Path("political.xlsx"))
        book = load_workbook("political.xlsx")
        column = next(cell.column for cell in book.active[1] if cell.value == "en")
        row = next(row[0].row for row in book.active.iter_rows(min_row=2) if row[0].value == "读书会")
        book.active.cell(row, column).value = "Book Club"
        book.save("political.xlsx")
        shown = run("glossary", "diff", "--entries", "glossaries/political.tsv", "political.xlsx")
        assert "reworded  读书会  en: [-Reading-]{+Book+} Club" in shown.stdout
        assert "1 entry changed" in shown.stdout

    def test_without_a_second_file_the_workspace_is_compared_by_the_name_without_suffix(self, workspace):
        sheet("political.xlsx", ["中文", "英文"], ["读书会", "Reading Club"], ["志愿者", "helper"])
        shown = run("glossary", "diff", "--entries", "political.xlsx")
        assert "reworded  志愿者  en: [-helper-]{+volunteer+}" in shown.stdout and "1 entry changed" in shown.stdout

    def test_a_sheet_without_a_status_changes_no_status(self, workspace):
        sheet("political.xlsx", ["中文", "英文"], ["读书会", "Reading Club"], ["志愿者", "volunteer"])
        shown = run("glossary", "diff", "--entries", "glossaries/political.tsv", "political.xlsx")
        assert shown.stdout.startswith("0 entries changed")

    def test_entries_of_two_workbooks_have_not_moved_from_one_to_the_other(self, workspace):
        sheet("old.xlsx", ["中文", "英文"], ["读书会", "Reading Club"])
        sheet("new.xlsx", ["中文", "英文"], ["读书会", "Book Club"])
        shown = run("glossary", "diff", "--entries", "old.xlsx", "new.xlsx")
        assert "reworded  读书会" in shown.stdout and "file:" not in shown.stdout

    def test_list_finds_the_entries_of_a_workbook_by_its_name(self, workspace):
        sheet("terms.xlsx", ["中文", "英文"], ["志愿者", "helper"])
        shown = run("glossary", "list", "--glossary", "terms.xlsx", "--file", "terms.xlsx")
        assert "terms.xlsx!Sheet:2" in shown.stdout and shown.stdout.splitlines()[-1].startswith("1 of ")

    def test_what_cannot_be_taken_is_named_beside_the_output(self, workspace):
        rows = [["读书会", "Reading Club"], ["读书会", "Book Club"], ["", "nobody"], ["志愿者", "volunteer"]]
        sheet("political.xlsx", ["中文", "英文"], *rows)
        shown = run("glossary", "diff", "--entries", "--json", "glossaries/political.tsv", "political.xlsx")
        assert json.loads(shown.stdout)["totals"]
        unread, conflict = shown.stderr.splitlines()
        assert unread == "unread: political.xlsx!Sheet:4: there is no Chinese term"
        assert conflict.startswith("conflict: political.xlsx!Sheet:3: 读书会: en 'Reading Club'")

    def test_a_file_of_no_known_form_is_refused_in_one_line(self, workspace):
        Path("political.docx").write_bytes(b"x")
        with pytest.raises(GlossaryError, match=r"political\.docx: is not one of \.tsv, \.csv"):
            run("glossary", "diff", "--entries", "glossaries/political.tsv", "political.docx")


class TestBuild:
    @pytest.mark.parametrize(("form", "suffix"), FORMS)
    def test_a_glossary_of_any_form_comes_first(self, workspace, form, suffix):
        export_terms([Term("读书会", en="Book Club", status="draft")], Path("own" + suffix), form)
        assert run("build", "news.md", "--glossary", "own" + suffix).exit_code == 0
        english = Path("out/news/en.md").read_text(encoding="utf-8")
        assert "Book Club" in english and "volunteer" in english

    def test_the_origin_names_the_file_and_the_row(self, workspace):
        sheet("terms.xlsx", ["Qingshi Street, list of 2026"], ["中文", "英文"], ["志愿者", "helper"])
        run("build", "news.md", "--glossary", "terms.xlsx")
        (segment,) = document().segments()
        assert [span.origin for span in segment.spans] == ["glossary:political.tsv:3", "glossary:terms.xlsx!Sheet:3"]

    def test_what_cannot_be_taken_is_named(self, workspace):
        sheet("terms.xlsx", ["中文", "页码", "英文"], ["志愿者", "p. 7", "helper"], ["", "p. 8", "nobody"])
        shown = run("build", "news.md", "--glossary", "terms.xlsx")
        assert shown.stderr.splitlines() == [
            "lost: terms.xlsx!Sheet: the column '页码' is not read",
            "unread: terms.xlsx!Sheet:3: there is no Chinese term",
        ]

    def test_a_broken_workbook_stops_the_work_before_a_model_is_loaded(self, workspace, monkeypatch):
        monkeypatch.setattr(pipeline, "open_models", lambda *_, **__: pytest.fail("a model was loaded"))
        Path("terms.xlsx").write_bytes(b"PK\x03\x04 broken")
        with pytest.raises(GlossaryError, match=r"terms\.xlsx"):
            run("build", "news.md", "--glossary", "terms.xlsx")

    @pytest.mark.parametrize("text", ["2026-09-17", "2026/9/17", "2026年9月17日"])
    def test_the_day_on_which_the_texts_went_out_is_kept(self, workspace, text):
        run("build", "news.md", "--published", text)
        assert document().meta["published"] == "2026-09-17"

    def test_it_beats_the_front_matter_and_a_diff_tells_it(self, workspace):
        Path("news.md").write_text("---\npublished: 2026-01-01\n---\n读书会欢迎志愿者。\n", encoding="utf-8")
        run("build", "news.md", "--published", "2026-09-17")
        sheet("political.xlsx", ["中文", "英文"], ["读书会", "Book Club"], ["志愿者", "volunteer"])
        shown = run("glossary", "diff", "glossaries/political.tsv", "political.xlsx")
        assert "news (published 2026-09-17)" in shown.stdout

    def test_without_it_nothing_is_said(self, workspace):
        run("build", "news.md")
        assert "published" not in document().meta

    @pytest.mark.parametrize("text", ["2026-02-30", "yesterday", "2026", "17.9.2026", "20260917", " "])
    def test_a_day_that_is_none_is_refused(self, workspace, text):
        with pytest.raises(ConfigError, match=r"--published .* is not a day; write it as 2026-09-17"):
            run("build", "news.md", "--published", text)


def test_lint_says_how_to_bring_a_workbook_in(workspace):
    sheet("terms.xlsx", ["中文", "英文"], ["志愿者", "helper"])
    with pytest.raises(GlossaryError, match=r"terms\.xlsx: is no \.tsv; lint what glossary import --to NEW\.tsv"):
        run("glossary", "lint", "terms.xlsx")


def test_of_thousands_of_remarks_the_first_of_each_kind_are_printed(capsys):
    many = [Remark(RemarkKind.MERGED, f"a.tbx:{line}", "twice") for line in range(3000)]
    print_remarks([*many, Remark(RemarkKind.LOST, "a.tbx:9", "a value")])
    shown = capsys.readouterr()
    lines = shown.err.splitlines()
    assert shown.out == "" and len(lines) == SHOWN + 2
    assert lines[-2] == "lost: a.tbx:9: a value" and lines[-1].startswith("2980 more remarks")


class TestRemarks:
    """What could not be taken from a list given by hand is told by every command that reads it."""

    @pytest.fixture
    def numbered(self, workspace):
        sheet(workspace / "list.xlsx", ("序号", "中文", "英文"), (1, "读书会", "Book Circle"), (2, "志愿者", "helper"))
        return "list.xlsx"

    @pytest.mark.parametrize(
        "command",
        [
            ("glossary", "show", "读书会"),
            ("glossary", "list"),
            ("glossary", "suggest", "news.md"),
            ("build", "news.md"),
        ],
        ids=["show", "list", "suggest", "build"],
    )
    def test_a_column_that_is_not_read_is_told_once_and_its_cells_are_no_news(self, numbered, command):
        told = run(*command, "--glossary", numbered).stderr.splitlines()
        assert [line for line in told if "list.xlsx" in line] == [
            "lost: list.xlsx!Sheet: the column '序号' is not read"
        ]

    def test_unread_columns_behind_the_read_ones_are_told_once(self, workspace):
        sheet(workspace / "list.xlsx", ("中文", "英文", "页码"), ("读书会", "Book Circle", 3), ("志愿者", "helper", 4))
        told = run("glossary", "list", "--glossary", "list.xlsx").stderr
        assert "页码" in told
        assert "last head" not in told

    def test_cells_that_have_no_head_are_told(self, workspace):
        sheet(workspace / "list.xlsx", ("中文", "英文"), ("读书会", "Book Circle", "see page 3"))
        assert (
            "list.xlsx!Sheet:2: there are cells beyond the last head"
            in run("glossary", "list", "--glossary", "list.xlsx").stderr
        )
