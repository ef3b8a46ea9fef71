import os
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news import files
from i18n_news.errors import NewsError


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch):
    monkeypatch.setattr(files, "REPLACE_PAUSES", (0.0,))


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def hold_open(monkeypatch, held):
    """Refuse what Windows refuses while another program holds the file."""
    real = os.replace

    def replace(source, target):
        if Path(target).name == held:
            raise PermissionError(13, "Permission denied")
        real(source, target)

    monkeypatch.setattr(files.os, "replace", replace)


def test_a_written_file_holds_the_bytes_and_nothing_lies_beside_it(tmp_path):
    files.write_atomic(tmp_path / "新闻" / "en.html", b"one")
    files.write_atomic(tmp_path / "新闻" / "en.html", b"two")
    assert tree(tmp_path) == {"新闻/en.html": b"two"}


def test_a_file_open_in_another_program_stays_and_the_error_names_it(tmp_path, monkeypatch):
    target = tmp_path / "en.html"
    target.write_bytes(b"earlier")
    hold_open(monkeypatch, "en.html")
    with pytest.raises(NewsError, match=r"en\.html is open in another program; close it and run again$"):
        files.write_atomic(target, b"new")
    assert tree(tmp_path) == {"en.html": b"earlier"}


def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(tmp_path, monkeypatch):
    real, refusals = os.replace, [PermissionError(13, "Permission denied")]

    def replace(source, target):
        if refusals:
            raise refusals.pop()
        real(source, target)

    monkeypatch.setattr(files.os, "replace", replace)
    files.write_atomic(tmp_path / "a", b"new")
    assert tree(tmp_path) == {"a": b"new"}


def test_a_full_disk_leaves_the_earlier_file_and_no_half_written_one(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"earlier")

    def fsync(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", fsync)
    with pytest.raises(NewsError, match="No space left on device"):
        files.write_atomic(tmp_path / "a", b"new")
    assert tree(tmp_path) == {"a": b"earlier"}


def test_a_name_as_long_as_the_file_system_allows_can_be_written(tmp_path):
    name = "报" * 82 + ".html"
    files.write_atomic(tmp_path / name, b"x")
    assert tree(tmp_path) == {name: b"x"}


@pytest.mark.parametrize("blocker", ["file where a folder must be", "folder where the file must be"])
def test_what_stands_in_the_way_is_one_line(tmp_path, blocker):
    target = tmp_path / "out" / "en.html"
    if blocker.startswith("file"):
        (tmp_path / "out").write_bytes(b"")
    else:
        target.mkdir(parents=True)
    with pytest.raises(NewsError, match=r"^cannot write [^\n]+; [^\n]+$"):
        files.write_atomic(target, b"x")


def test_a_set_of_files_is_written_below_the_folder(tmp_path):
    files.write_all(tmp_path / "out", {PurePosixPath("a/b.html"): b"b", PurePosixPath("c.md"): b"c"})
    assert tree(tmp_path) == {"out/a/b.html": b"b", "out/c.md": b"c"}


@pytest.mark.parametrize("held", ["a.html", "b.html", "c.html"])
def test_one_open_file_leaves_the_whole_set_as_it_was(tmp_path, monkeypatch, held):
    before = {"a.html": b"A", "c.html": b"C"}
    for name, data in before.items():
        (tmp_path / name).write_bytes(data)
    hold_open(monkeypatch, held)
    contents = {PurePosixPath(name): b"new" for name in ("a.html", "sub/d.html", "b.html", "c.html")}
    with pytest.raises(NewsError, match="open in another program"):
        files.write_all(tmp_path, contents)
    assert tree(tmp_path) == before
    assert not (tmp_path / "sub").exists()


def test_nothing_is_replaced_before_all_is_written(tmp_path):
    (tmp_path / "a").write_bytes(b"earlier")
    (tmp_path / "z").mkdir()
    with pytest.raises(NewsError):
        files.write_all(tmp_path, {PurePosixPath("a"): b"new", PurePosixPath("z"): b"new"})
    assert tree(tmp_path) == {"a": b"earlier"}


def test_folders_made_for_a_set_that_failed_are_taken_away(tmp_path):
    blocked = {PurePosixPath("x/a"): b"", PurePosixPath("x/a/b"): b""}
    with pytest.raises(NewsError):
        files.write_all(tmp_path / "out", blocked)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/x", "", ".", "C:/x", "C:x", "a\\..\\..\\x", "\\x", "x\0"])
def test_a_path_out_of_the_folder_is_refused_and_nothing_is_written(tmp_path, path):
    with pytest.raises(NewsError, match="is not a path inside"):
        files.write_all(tmp_path / "out", {PurePosixPath("good"): b"", PurePosixPath(path): b""})
    assert list(tmp_path.iterdir()) == []


@given(st.text(st.sampled_from("ab./\\:C~ 报"), max_size=12))
def test_an_accepted_path_never_leaves_the_folder(text):
    folder = Path("base").resolve()
    try:
        place = files.inside(folder, PurePosixPath(text))
    except NewsError:
        return
    assert place.resolve().is_relative_to(folder)
    assert place != folder


@pytest.mark.parametrize("name", ["glossaries", "templates"])
def test_the_defaults_are_found_in_a_checkout(name):
    assert files.defaults_dir(name).is_dir()


def test_the_defaults_of_the_wheel_come_first(tmp_path, monkeypatch):
    (tmp_path / "pkg" / "defaults" / "templates").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(files, "__file__", str(tmp_path / "pkg" / "files.py"))
    assert files.defaults_dir("templates") == tmp_path / "pkg" / "defaults" / "templates"
    with pytest.raises(NewsError, match="install i18n-news again"):
        files.defaults_dir("glossaries")


def test_a_lock_held_by_another_process_is_waited_for_and_freed_by_its_death(tmp_path):
    lock = tmp_path / "a.lock"
    hold = (
        "import sys, time; from pathlib import Path; from i18n_news.files import locked\n"
        "with locked(Path(sys.argv[1]), 1):\n    print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", hold, str(lock)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(NewsError, match="another process has held"), files.locked(lock, 0.2):
            pass
        holder.kill()
    with files.locked(lock, 5):
        pass
