"""`i18n-news doctor`: what is bad, what only deserves a note, and that nothing is fetched."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from i18n_news import workspace
from i18n_news.cli.doctor import examine

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A new workspace on a computer without any model and without a network."""
    monkeypatch.setenv("I18N_NEWS_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr("i18n_news.models.argos_packages.package_folders", lambda: (tmp_path / "argos",))

    def refuse(*_, **__):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    folder = tmp_path / "office"
    workspace.create(folder)
    return folder


def findings(office, *changes):
    path = office / "i18n-news.toml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8", newline="\n")
    return {finding.what: finding for finding in examine(path)}


CHINESE_ONLY = ('"zh-Hans", "en", "zh-Hant-TW"', '"zh-Hans", "zh-Hant-TW"')


def test_a_missing_translation_model_is_bad_and_the_line_says_how_to_get_it(office):
    line = findings(office)["model zh-en"]
    assert (line.state, "missing" in line.found) == ("bad", True)
    assert "models install zh-en" in line.advice


def test_a_chinese_workspace_needs_no_model(office):
    assert "bad" not in {finding.state for finding in findings(office, CHINESE_ONLY).values()}


def test_fonts_are_needed_for_pdf_alone(office):
    assert findings(office)["model fonts-zh-hant"].state == "note"
    assert findings(office, ('["html", "md"]', '["all"]'))["model fonts-zh-hant"].state == "bad"


def test_a_damaged_model_is_told_from_a_missing_one(office, tmp_path):
    (tmp_path / "argos" / "translate-zh_en-1_9").mkdir(parents=True)
    line = findings(office)["model zh-en"]
    assert (line.state, "damaged (metadata.json is missing)" in line.found) == ("bad", True)


def test_a_broken_glossary_is_named_by_its_line_and_the_others_are_counted(office):
    (office / "glossaries" / "own.tsv").write_text("source\ten\n\tno source\n", encoding="utf-8")
    found = findings(office)
    assert found["glossary"].state == "bad" and "own.tsv:2" in found["glossary"].found
    assert "8 files" in found["glossaries"].found


@pytest.mark.parametrize(
    ("name", "content"),
    [("edition.html", b"{{ no_such_field }}"), ("review.html", b"{% if %}"), ("release.docx", b"no document")],
)
def test_a_broken_template_is_named(office, name, content):
    (office / "templates" / name).write_bytes(content)
    line = findings(office)["templates"]
    assert (line.state, name in line.found) == ("bad", True)


def test_settings_that_cannot_be_used_are_bad(office):
    line = findings(office, ("fail_on", "fail_no"))["settings"]
    assert (line.state, line.advice) == ("bad", "did you mean 'fail_on'?")


def test_a_folder_without_settings_deserves_a_note(office, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert {finding.what: finding.state for finding in examine()}["settings"] == "note"


def test_a_server_is_not_asked_but_its_key_must_be_there(office, monkeypatch):
    chat = 'kind = "chat"\nurl = "http://office.example/v1"\nmodel = "m"\napi_key_env = "NO_SUCH_KEY"'
    monkeypatch.delenv("NO_SUCH_KEY", raising=False)
    found = findings(office, ('kind = "ctranslate"', chat))
    assert (found["engine"].state, found["model zh-en"].state) == ("bad", "note")
    monkeypatch.setenv("NO_SUCH_KEY", "x")
    assert findings(office)["engine"].state == "note"


def test_an_installed_engine_loads_and_its_probe_is_looked_up(engine, tmp_path):
    workspace.create(tmp_path)
    found = findings(tmp_path)
    assert (found["engine"].state, found["placeholder probe"].state == "bad") == ("good", False)


def test_an_engine_that_was_never_probed_is_not_probed_here(engine, tmp_path, monkeypatch):
    workspace.create(tmp_path)
    monkeypatch.setenv("I18N_NEWS_MODELS", str(tmp_path / "elsewhere" / "models"))
    assert findings(tmp_path)["placeholder probe"].found == "not stored"
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(("changes", "code"), [((), 1), ((CHINESE_ONLY,), 0)], ids=["English", "Chinese"])
def test_the_exit_code_says_whether_a_build_would_work(office, tmp_path, changes, code):
    findings(office, *changes)
    command = [sys.executable, "-c", "from i18n_news.cli import main; main()", "doctor"]
    environment = {**os.environ, "ARGOS_PACKAGES_DIR": str(tmp_path / "argos"), "PYTHONIOENCODING": "cp936"}
    shown = subprocess.run(
        command, cwd=office, env=environment, capture_output=True, encoding="cp936", timeout=300, check=False
    )
    assert (shown.returncode, shown.stderr) == (code, "")
    assert "gbk cannot show every character" in shown.stdout


class TestOutdated:
    """What an update of the program leaves behind in a workspace or among the models."""

    def test_a_new_workspace_lacks_nothing(self, office):
        assert {"newer settings", "older template"} & set(findings(office)) == set()

    @pytest.mark.parametrize(("store", "folder"), [("argos", "translate-zh_en-1_7"), ("models", "lac-2.0.9")])
    def test_another_version_of_a_model_is_told_from_none(self, office, tmp_path, store, folder):
        (tmp_path / store / folder).mkdir(parents=True)
        line = findings(office)["model zh-en" if store == "argos" else "model lac"]
        wanted = {
            "argos": "outdated (1.7 is there, 1.9 is wanted)",
            "models": "outdated (2.0.9 is there, 2.1.2 is wanted)",
        }
        assert wanted[store] in line.found
        assert "models install" in line.advice

    @pytest.mark.parametrize("folder", ["translate-zh_en-old", "translate-en_zh-1_7", "translate-zh_en-1_9.part"])
    def test_what_only_looks_like_the_model_is_none_of_its_versions(self, office, tmp_path, folder):
        (tmp_path / "argos" / folder).mkdir(parents=True)
        assert "missing" in findings(office)["model zh-en"].found

    @pytest.mark.parametrize(
        ("old", "new", "key"),
        [
            ('name_u = "Lü"', "", "style.name_u"),
            ("# threads =", "# nothing", "engine.threads"),
            ("# contact_title =", "# nothing", "house.*.contact_title"),
        ],
    )
    def test_a_setting_that_the_file_does_not_mention_deserves_a_note(self, office, old, new, key):
        line = findings(office, (old, new))["newer settings"]
        assert (line.state, line.found.endswith(f"defaults hold: {key}")) == ("note", True)

    def test_a_setting_that_nobody_knows_is_bad(self, office):
        line = findings(office, ("drafts = true", "drafts = true\nglosaries = true"))["settings"]
        assert line.state == "bad" and "glosaries" in line.found

    @pytest.mark.parametrize(
        ("name", "old", "new", "field"),
        [
            ("edition.html", "release.title", '""', "title"),
            ("_parts.html", ".embargo", ".organization", "embargo"),
            ("style.css", ".kicker", ".headline", "kicker"),
            ("release.typ", "data.logo", "bytes", "logo"),
        ],
    )
    def test_a_template_without_a_field_of_this_version_is_named(self, office, name, old, new, field):
        path = office / "templates" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        line = findings(office)["older template"]
        assert line.state == "note" and line.found.startswith(f"{name} lacks") and field in line.found

    def test_a_template_that_the_office_added_to_is_none_of_the_older_ones(self, office):
        path = office / "templates" / "style.css"
        path.write_text(path.read_text(encoding="utf-8") + ".own { color: red; }\n", encoding="utf-8", newline="\n")
        assert "older template" not in findings(office)
