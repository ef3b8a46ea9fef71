"""i18n-news glossary import and export: what is added, what is said, and that nothing there before is lost."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
import typer
from typer.testing import CliRunner

from i18n_news.cli import exchange
from i18n_news.errors import ConfigError, GlossaryError
from i18n_news.glossary import terms
from i18n_news.glossary.terms import Term

app = typer.Typer()
app.command("import", epilog=exchange.EPILOG_IMPORT)(exchange.import_files)
app.command("export", epilog=exchange.EPILOG_EXPORT)(exchange.export_files)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text("中文,英文\n甲港,Port Jia\n乙港,Port Yi\n丙港,\n", encoding="utf-8")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


def test_import_makes_a_glossary_of_drafts(folder):
    shown = run("import", "list.csv", "--to", "own.tsv", "--origin", "harbour list")
    assert terms.load("own.tsv") == (
        Term("乙港", en="Port Yi", status="draft", origin="harbour list"),
        Term("甲港", en="Port Jia", status="draft", origin="harbour list"),
    )
    assert "unread  list.csv:4  no form" in shown.stdout
    assert "\n2 entries read: 2 are added to own.tsv; 1 unread\n" in shown.stdout


def test_import_says_that_builds_do_not_read_a_file_that_is_not_listed(folder):
    hint = "builds do not read own.tsv until it is listed in i18n-news.toml under [glossary] files\n"
    assert run("import", "list.csv", "--to", "own.tsv").stdout.endswith(hint)
    assert hint not in run("import", "list.csv", "--to", "own.tsv").stdout
    (folder / "i18n-news.toml").write_text('[glossary]\nfiles = ["other.tsv"]\n', encoding="utf-8")
    assert "builds" not in run("import", "list.csv", "--to", "other.tsv").stdout


def test_one_entry_is_one_entry(folder):
    (folder / "list.csv").write_text("中文,英文\n甲港,Port Jia\n", encoding="utf-8")
    assert "1 entry read: 1 is added to own.tsv\n" in run("import", "list.csv", "--to", "own.tsv").stdout
    assert run("export", "own.tsv", "--to", "own.csv").stdout == "1 entry to own.csv\n"


def test_an_edited_workbook_comes_back_with_every_edit(folder):
    plant = Term("绿色工厂", en="green plant", status="draft", note="ours", origin="house")
    terms.save("own.tsv", [plant, Term("甲港", en="Port Jia", kind="place")])
    run("export", "own.tsv", "--to", "own.xlsx")
    book = openpyxl.load_workbook("own.xlsx")
    sheet = book.active
    columns = {cell.value: cell.column for cell in sheet[1]}
    (row,) = (row[0].row for row in sheet if row[0].value == "绿色工厂")
    for column, value in (("valid_to", date(2026, 9, 30)), ("status", "approved"), ("note", None)):
        sheet.cell(row, columns[column]).value = value
    added = {"source": "绿色工厂", "en": "green factory", "status": "approved", "valid_from": date(2026, 10, 1)}
    for column, value in added.items():
        sheet.cell(sheet.max_row + (column == "source"), columns[column], value)
    book.save("own.xlsx")
    shown = run("import", "own.xlsx", "--to", "own.tsv", "--merge", "replace").stdout
    assert set(terms.load("own.tsv")) == {
        replace(plant, status="approved", valid_to=date(2026, 9, 30), note=""),
        Term("绿色工厂", en="green factory", valid_from=date(2026, 10, 1)),
        Term("甲港", en="Port Jia", kind="place"),
    }
    assert f"own.xlsx!glossary:{row}  绿色工厂 of own.tsv:" in shown
    assert "status: draft → approved, valid_to: - → 2026-09-30, note: ours → -" in shown
    assert "3 entries read: 1 is added to own.tsv, 1 changed; 1 merged, 1 replaced" in shown


def test_replace_from_a_list_of_two_columns_takes_nothing_away(folder):
    present = Term("甲港", en="Port Jia", kind="place", note="ours", valid_to=date(2030, 1, 1))
    terms.save("own.tsv", [present])
    run("import", "list.csv", "--to", "own.tsv", "--merge", "replace")
    assert present in terms.load("own.tsv")


def test_export_counts_what_it_wrote(folder):
    terms.save("own.tsv", [Term("甲港", en="Port Jia"), Term("乙港", reading="Yǐ Gǎng")])
    terms.save("other.tsv", [Term("甲港", en="Jia Harbour")])
    shown = run("export", "own.tsv", "other.tsv", "--to", "all.csv").stdout
    assert shown.endswith("2 entries to all.csv; 1 conflict\n")
    shown = run("export", "own.tsv", "--to", "all.txt", "--form", "omegat").stdout
    assert shown.endswith("1 entry to all.txt; 1 unwritten\n")


def test_import_keeps_what_stands_and_reports_the_conflict(folder):
    terms.save("own.tsv", [Term("甲港", en="Jia Harbour", note="ours")])
    shown = run("import", "list.csv", "--to", "own.tsv")
    assert terms.load("own.tsv")[1] == Term("甲港", en="Jia Harbour", note="ours")
    assert "conflict  list.csv:2  甲港: en 'Jia Harbour' of own.tsv:2 is kept, against 'Port Jia'" in shown.stdout


def test_import_replaces_only_when_told(folder):
    terms.save("own.tsv", [Term("甲港", en="Jia Harbour")])
    shown = run("import", "list.csv", "--to", "own.tsv", "--merge", "replace", "--status", "approved")
    assert terms.load("own.tsv")[1] == Term("甲港", en="Port Jia")
    assert "list.csv:2  甲港: en 'Jia Harbour' of own.tsv:2 is replaced by 'Port Jia'\n" in shown.stdout


def test_dry_run_writes_nothing(folder):
    shown = run("import", "list.csv", "--to", "own.tsv", "--dry-run")
    assert "2 would be added" in shown.stdout
    assert not (folder / "own.tsv").exists()


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (["import", "list.csv", "--to", "own.tsv", "--status", "aproved"], ConfigError, "use one of draft"),
        (["import", "list.csv", "--to", "own.tsv", "--merge", "mix"], ConfigError, "use one of keep"),
        (["import", "list.csv", "--to", "own.xlsx"], ConfigError, "a glossary is a .tsv file"),
        (["import", "old.xls", "--to", "own.tsv"], GlossaryError, "open it in Excel and save it as .xlsx"),
        (["import", "none.csv", "--to", "own.tsv"], GlossaryError, "cannot be read"),
        (["export", "own.tsv", "--to", "own.docx"], GlossaryError, "cannot be read"),
    ],
)
def test_mistakes_are_answered_in_one_line(folder, arguments, error, message):
    with pytest.raises(error, match=message):
        run(*arguments)


@pytest.mark.parametrize(
    ("target", "form"),
    [
        ("a.xlsx", ""),
        ("a.csv", ""),
        ("a.tbx", ""),
        ("a.tbx", "tbx3"),
        ("a.tsv", ""),
        ("a.txt", ""),
        ("a.tbx", "omegat"),
    ],
)
def test_export_and_import_come_back_to_the_same_file(folder, target, form):
    terms.save("own.tsv", [Term("甲港", en="Port Jia", kind="place"), Term("乙港", en="Port Yi", status="draft")])
    shown = run("export", "own.tsv", "--to", target, *(["--form", form] if form else []))
    assert shown.stdout == f"2 entries to {target}\n"
    run("import", target, "--to", "back.tsv")
    assert (folder / "back.tsv").read_bytes() == (folder / "own.tsv").read_bytes()


def test_export_refuses_a_form_that_does_not_fit_the_suffix(folder):
    terms.save("own.tsv", [Term("甲港", en="Port Jia")])
    with pytest.raises(GlossaryError, match=r"tbx3 cannot be written to \.csv"):
        run("export", "own.tsv", "--to", "a.csv", "--form", "tbx3")


def test_many_remarks_are_cut_unless_all_are_wanted(folder):
    (folder / "list.csv").write_text("中文,英文\n" + "港,\n" * 30, encoding="utf-8")
    assert "10 more; --all prints them" in run("import", "list.csv", "--to", "own.tsv").stdout
    assert run("import", "list.csv", "--to", "own.tsv", "--all").stdout.count("no form") == 30
