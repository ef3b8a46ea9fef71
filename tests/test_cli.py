"""The commands as a person types them, in processes of their own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments, cwd=ROOT, encoding="utf-8", **environment):
    command = [sys.executable, "-c", "from i18n_news.cli import main; main()", *map(str, arguments)]
    settings = {**os.environ, "PYTHONIOENCODING": encoding, **environment}
    return subprocess.run(
        command, cwd=cwd, env=settings, capture_output=True, text=True, encoding=encoding, timeout=300
    )


COMMANDS = [
    [],
    ["build"],
    ["check"],
    ["doctor"],
    ["glossary"],
    ["glossary", "suggest"],
    ["init"],
    ["models"],
    ["models", "export"],
    ["models", "status"],
    ["models", "install"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_help_has_an_example(command):
    shown = run(*command, "--help")
    assert shown.returncode == 0
    assert re.search(r"Example: i18n-news \w", shown.stdout)


def test_the_commands_of_the_readme_exist_with_their_options():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    typed = [line.split("#")[0].split() for line in readme.splitlines() if line.startswith("    i18n-news ")]
    assert len(typed) > 5
    for words in typed:
        command = words[1:3] if words[1] in ("models", "glossary") else words[1:2]
        options = {word for word in words if word.startswith("--")}
        shown = run(*command, "--help").stdout
        assert not {option for option in options if option not in shown}, words


def test_the_readme_opens_with_the_two_commands_and_ci_runs_them():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    build, test = re.findall(r"^    python -m pip install uv && python -m uv run (.+)$", readme, re.MULTILINE)
    assert (build, test) == ("i18n-news build samples/trade-union-alliance.md", "pytest")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f"uv run {build}\n" in script and f"uv run {test}\n" in script


def test_every_example_file_of_help_and_readme_exists():
    texts = [(ROOT / "README.md").read_text(encoding="utf-8"), run("--help").stdout]
    assert all((ROOT / name).exists() for text in texts for name in re.findall(r"samples/[\w-]+\.md", text))


def test_an_error_is_one_line_with_exit_code_2(tmp_path):
    shown = run("build", tmp_path / "none.md")
    assert (shown.returncode, shown.stdout, shown.stderr.count("\n")) == (2, "", 1)


def test_an_unknown_option_is_refused_with_exit_code_2():
    assert run("build", "x.md", "--editon", "en").returncode == 2


def test_a_console_in_cp936_survives_every_character(tmp_path):
    file = tmp_path / "𬭎-ǜ.md"
    shown = run("build", file, encoding="cp936")
    assert shown.returncode == 2 and "there is no such file" in shown.stderr


def test_a_broken_config_is_named_before_anything_is_read(tmp_path):
    (tmp_path / "i18n-news.toml").write_text("[build]\nouts = 'x'\n", encoding="utf-8")
    shown = run("build", "x.md", cwd=tmp_path)
    assert (shown.returncode, "did you mean 'out'" in shown.stderr) == (2, True)


def test_the_version_is_printed():
    assert run("--version").stdout.startswith("i18n-news 0.")
