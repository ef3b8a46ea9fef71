"""i18n-news glossary import and export: what is added, what is said, and that nothing there before is lost."""

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
    assert shown.stdout.endswith("2 entries read: 2 are added to own.tsv; 1 unread\n")


def test_import_keeps_what_stands_and_reports_the_conflict(folder):
    terms.save("own.tsv", [Term("甲港", en="Jia Harbour", note="ours")])
    shown = run("import", "list.csv", "--to", "own.tsv")
    assert terms.load("own.tsv")[1] == Term("甲港", en="Jia Harbour", note="ours")
    assert "conflict  list.csv:2  甲港: en 'Jia Harbour' of own.tsv:2 is kept, against 'Port Jia'" in shown.stdout


def test_import_replaces_only_when_told(folder):
    terms.save("own.tsv", [Term("甲港", en="Jia Harbour")])
    run("import", "list.csv", "--to", "own.tsv", "--merge", "replace", "--status", "approved")
    assert terms.load("own.tsv")[1] == Term("甲港", en="Port Jia")


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
