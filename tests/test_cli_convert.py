"""`i18n-news convert` as a person types it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = "# 园区网络\r\n\r\n- 他说：“软件。”\r\n末行"
TAIWAN = "# 園區網路\r\n\r\n- 他說：「軟體。」\r\n末行"


def convert(*arguments, given=b""):
    command = [sys.executable, "-c", "from i18n_news.cli import main; main()", "convert", *map(str, arguments)]
    # No model is looked for: the rules alone find names.
    environment = {**os.environ, "I18N_NEWS_MODELS": str(ROOT / "tests" / "none"), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=ROOT, env=environment, input=given, capture_output=True, timeout=300)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (SOURCE, "zh-Hant-TW", TAIWAN),
        (TAIWAN, "zh-Hans", SOURCE),
        (TAIWAN, "zh-Hant-TW", TAIWAN),
        (SOURCE, "zh-Hans", SOURCE),
        ("出租车与軟體", "zh-Hant-HK", "的士與軟件"),
        ("Plain text.\n", "zh-Hant-TW", "Plain text.\n"),
    ],
)
def test_standard_input_comes_out_converted_line_by_line(source, target, expected):
    done = convert("-", "--to", target, given=source.encode())
    assert (done.stdout.decode(), done.returncode) == (expected, 0)


def test_a_file_is_converted_into_another_with_a_sheet_of_differences(tmp_path):
    source, out, sheet = tmp_path / "a.md", tmp_path / "b.md", tmp_path / "d.html"
    source.write_text(SOURCE, encoding="utf-8", newline="")
    done = convert(source, "--to", "zh-Hant-TW", "--out", out, "--differences", sheet)
    assert (done.returncode, done.stdout) == (0, b"")
    assert out.read_bytes().decode() == TAIWAN
    page = sheet.read_text(encoding="utf-8")
    assert all(part in page for part in ("軟件", "軟體", "taiwan.tsv:"))


def test_an_issue_is_named_by_its_line_and_ends_with_1_where_it_counts():
    done = convert("-", "--to", "zh-Hant-TW", "--fail-on", "warning", given="首行\n少一半的“引号\n".encode())
    assert done.returncode == 1
    assert b"unpaired-quote  p2.s1" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "given", "told"),
    [
        (["-", "--to", "zh-hant"], b"x", "did you mean zh-Hant-TW?"),
        (["-", "--to", "en"], b"x", "choose from zh-Hans"),
        (["no.txt", "--to", "zh-Hans"], b"", "no.txt: cannot be read"),
        (["a.docx", "--to", "zh-Hans"], b"", "use i18n-news build"),
        (["-", "--to", "zh-Hans"], b"", "-: the file is empty"),
    ],
)
def test_what_cannot_be_converted_is_one_line_and_exit_code_2(arguments, given, told):
    done = convert(*arguments, given=given)
    assert (done.returncode, done.stderr.decode().count("\n")) == (2, 1)
    assert told in done.stderr.decode()


def test_the_help_has_an_example():
    assert b"Example: i18n-news convert" in convert("--help").stdout
