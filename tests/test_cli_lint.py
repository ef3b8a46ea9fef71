"""`i18n-news glossary lint` as CI and a person call it."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from i18n_news.cli.lint import lint
from i18n_news.errors import ConfigError, GlossaryError
from i18n_news.files import defaults_dir

HEAD = "source\tkind\ten\tstatus\torigin\n"
GOOD = HEAD + "开发区\tplace\tDevelopment Zone\tapproved\thouse\n"
WARNED = HEAD + "开发区\tplace\tDevelopment Zone\tapproved\t\n"
BROKEN = HEAD + "开发区\tplace\tDevelopment Zone，\tapproved\thouse\n开发区\tplace\tDev Area\tapproved\thouse\n"


def run(*arguments):
    app = typer.Typer()
    app.command()(lint)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def glossary(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(text, name="own.tsv"):
        Path(name).write_text(text, encoding="utf-8", newline="\n")
        return name

    return write


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (GOOD, "error", 0),
        (GOOD, "info", 0),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (BROKEN, "error", 1),
        (BROKEN, "never", 0),
    ],
)
def test_the_exit_code_tells_whether_a_finding_is_severe_enough(glossary, text, fail_on, code):
    assert run(glossary(text), "--fail-on", fail_on).exit_code == code


def test_a_line_gives_place_code_and_message(glossary):
    line = run(glossary(BROKEN)).output.splitlines()[0]
    assert line.startswith("error  own.tsv:2  chinese-punctuation  开发区  Chinese punctuation '，'")


def test_the_last_line_counts(glossary):
    assert run(glossary(BROKEN)).output.splitlines()[-1] == "2 entries in 1 file: 2 errors"


def test_json_has_the_same_keys_for_every_finding(glossary):
    report = json.loads(run(glossary(BROKEN), "--json").output)
    assert [list(each) for each in report["findings"]] == [
        ["code", "severity", "file", "line", "source", "message", "fix"]
    ] * 2
    assert (report["files"], report["counts"]) == (1, {"error": 2, "warning": 0, "info": 0})


def test_fix_writes_says_what_and_leaves_the_rest(glossary):
    name = glossary(HEAD + "乙区\tplace\t Zone B\tapproved\thouse\n丁区\tplace\tZone D，\tapproved\thouse\n")
    done = run(name, "--fix")
    assert "own.tsv:2  en: ' Zone B' is now 'Zone B'" in done.output
    assert Path(name).read_text(encoding="utf-8").splitlines()[1:] == [
        "丁区\tplace\tZone D，\tapproved\thouse",
        "乙区\tplace\tZone B\tapproved\thouse",
    ]
    assert done.exit_code == 1


def test_without_fix_nothing_is_written(glossary):
    text = HEAD + "乙区\tplace\t Zone B\tapproved\thouse\n"
    name = glossary(text)
    run(name)
    assert Path(name).read_text(encoding="utf-8") == text


def test_a_folder_is_read_in_the_order_of_the_config(glossary):
    Path("folder").mkdir()
    for name in ("titles", "people", "own"):
        glossary(HEAD + f"{name}区\tplace\tZone，\tapproved\thouse\n", f"folder/{name}.tsv")
    files = dict.fromkeys(each["file"] for each in json.loads(run("folder", "--json").output)["findings"])
    assert list(files) == ["folder/people.tsv", "folder/titles.tsv", "folder/own.tsv"]


def test_the_files_of_the_config_are_the_default(glossary):
    Path("glossaries").mkdir()
    glossary(BROKEN, "glossaries/mine.tsv")
    Path("i18n-news.toml").write_text('[glossary]\nfiles = ["glossaries/mine.tsv"]\n', encoding="utf-8")
    report = json.loads(run("--json").output)
    assert (report["files"], report["counts"]["error"]) == (3, 2)


def test_the_shipped_glossaries_have_no_error_and_no_warning():
    done = run(defaults_dir("glossaries"), "--fail-on", "warning")
    assert done.exit_code == 0, done.output


def test_a_file_that_is_not_there_is_an_error():
    assert isinstance(run("none.tsv").exception, GlossaryError)


def test_a_severity_that_is_none_is_an_error(glossary):
    assert isinstance(run(glossary(GOOD), "--fail-on", "fatal").exception, ConfigError)
