"""`i18n-news init` as a person types it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from i18n_news import config, workspace
from i18n_news.cli.app import app
from i18n_news.errors import NewsError
from i18n_news.glossary import terms
from i18n_news.pipeline import load_vocabulary

ROOT = Path(__file__).resolve().parents[1]


def content(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_workspace_has_all_that_an_office_edits(tmp_path):
    made = content(tmp_path) if workspace.create(tmp_path) else {}
    assert {"i18n-news.toml", "release.md", "glossaries/own.tsv", "out/.gitignore"} <= made.keys()
    for folder in ("glossaries", "templates"):
        packaged = {f"{folder}/{name}": data for name, data in content(ROOT / folder).items()}
        assert packaged.items() <= made.items()


def test_the_settings_are_those_of_the_repository_with_the_own_glossary_first(tmp_path):
    # When i18n-news.toml changes, i18n_news/defaults/workspace/i18n-news.toml must change with it.
    workspace.create(tmp_path)
    made = (tmp_path / config.FILE_NAME).read_text(encoding="utf-8")
    assert made.replace('  "glossaries/own.tsv",\n', "") == (ROOT / config.FILE_NAME).read_text(encoding="utf-8")
    assert config.load(tmp_path / config.FILE_NAME).glossary.files[0] == "glossaries/own.tsv"


def test_the_own_glossary_has_every_usual_column_and_one_example(tmp_path):
    workspace.create(tmp_path)
    path = tmp_path / "glossaries" / "own.tsv"
    columns = path.read_text(encoding="utf-8").splitlines()[0].split("\t")
    assert columns == [name for name in terms.COLUMNS if name not in terms.SELDOM]
    (example,) = terms.load(path)
    assert example.source in (tmp_path / "release.md").read_text(encoding="utf-8")


def test_the_glossaries_of_a_new_workspace_have_nothing_to_warn_of(tmp_path, monkeypatch):
    workspace.create(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["glossary", "lint", "--fail-on", "warning"]).exit_code == 0


def test_every_glossary_of_a_new_workspace_loads(tmp_path):
    workspace.create(tmp_path)
    assert all(load_vocabulary(config.load(tmp_path / config.FILE_NAME)).configured)


@pytest.mark.parametrize("taken", ["release.md", "templates/style.css", "glossaries/own.tsv"])
def test_where_a_file_stands_already_nothing_is_written(tmp_path, taken):
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_bytes(b"mine")
    with pytest.raises(NewsError, match="nothing was written"):
        workspace.create(tmp_path)
    assert content(tmp_path) == {taken: b"mine"}


def test_other_files_in_the_folder_stay(tmp_path):
    (tmp_path / "letter.docx").write_bytes(b"mine")
    workspace.create(tmp_path)
    assert (tmp_path / "letter.docx").read_bytes() == b"mine"


def test_a_file_is_no_place_for_a_workspace(tmp_path):
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(NewsError, match="is a file"):
        workspace.create(tmp_path / "file")


def test_the_command_says_what_to_do_next_and_refuses_a_second_time_in_one_line(tmp_path):
    command = [sys.executable, "-c", "from i18n_news.cli import main; main()", "init", "新 闻"]
    settings = {"cwd": tmp_path, "env": {**os.environ, "PYTHONIOENCODING": "utf-8"}, "encoding": "utf-8"}
    first, second = (subprocess.run(command, capture_output=True, timeout=300, **settings) for _ in range(2))
    assert (first.returncode, "i18n-news build release.md" in first.stdout) == (0, True)
    assert (second.returncode, second.stdout, second.stderr.count("\n")) == (2, "", 1)
