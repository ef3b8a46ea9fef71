"""Glossaries at git revisions: what is read, and how each refusal reads."""

import shutil
import subprocess

import pytest

from i18n_news.errors import InputError
from i18n_news.glossary import revisions
from i18n_news.glossary.revisions import history, open_revision

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder, *arguments):
    name = ("-c", "user.name=Li Wen", "-c", "user.email=li@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder, text, message, name="places.tsv"):
    path = folder / "glossaries" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
    return path


@pytest.fixture
def repository(tmp_path):
    git(tmp_path, "init", "-q")
    commit(tmp_path, "source\ten\n开发区\tDevelopment Area\n", "first")
    commit(tmp_path, "source\ten\n开发区\tDevelopment Zone\n街道\tSubdistrict\n", "the zone is called a zone")
    return tmp_path


def test_a_file_is_read_as_it_was(repository):
    revision = open_revision(repository, "HEAD~1")
    (term,) = revision.load(repository / "glossaries" / "places.tsv")
    assert (term.en, term.file, term.line) == ("Development Area", "places.tsv", 2)


def test_a_file_that_was_not_there_has_no_entries(repository):
    assert open_revision(repository, "HEAD").load(repository / "glossaries" / "people.tsv") == ()


def test_a_workspace_may_lie_in_a_folder_of_the_repository(repository):
    inner = repository / "office"
    inner.mkdir()
    path = commit(inner, "source\ten\n镇\tTown\n", "office")
    assert [term.source for term in open_revision(inner, "HEAD").load(path)] == ["镇"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("HEAD~9", "no git revision"),
        ("nothing", "no git revision"),
        ("--output=/tmp/x", "does not begin with a dash"),
        ("HEAD:glossaries", "no git revision"),
        ("", "no git revision"),
    ],
)
def test_what_is_no_revision_is_refused_in_one_line(repository, name, message):
    with pytest.raises(InputError, match=message) as error:
        open_revision(repository, name)
    assert "\n" not in str(error.value)


def test_a_folder_without_a_repository_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(InputError, match="not a git repository"):
        open_revision(tmp_path, "HEAD")


def test_without_git_the_way_out_is_said(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="git was not found; install git"):
        open_revision(repository, "HEAD")


def test_a_broken_row_of_a_revision_is_named_with_it(repository):
    path = commit(repository, "source\ten\n开发区\t\n", "broken")
    with pytest.raises(InputError, match=r"in HEAD .*places\.tsv:2"):
        open_revision(repository, "HEAD").load(path)


def test_the_history_of_an_entry_says_who_changed_what(repository):
    path = repository / "glossaries" / "places.tsv"
    found = history(repository, "开发区", [path])
    assert [(each.author, each.subject, change.kind) for each, change in found] == [
        ("Li Wen", "the zone is called a zone", "reworded"),
        ("Li Wen", "first", "added"),
    ]


def test_the_history_leaves_out_commits_that_touch_other_rows(repository):
    path = repository / "glossaries" / "places.tsv"
    assert [each.subject for each, _ in history(repository, "街道", [path])] == ["the zone is called a zone"]


@pytest.mark.parametrize("source", ["“七共七同”", "A.B(C)[D]*", "^x$", "a\\b"])
def test_a_source_with_signs_of_patterns_is_found(repository, source):
    path = commit(repository, f"source\ten\n{source}\tform\n", "signs")
    assert [change.kind for _, change in history(repository, source, [path])] == ["added"]


def test_no_repository_means_no_history(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert history(tmp_path, "开发区", [tmp_path / "places.tsv"]) == ()


def test_a_link_in_a_revision_is_not_followed(repository):
    path = repository / "glossaries" / "link.tsv"
    try:
        path.symlink_to(repository / "glossaries" / "places.tsv")
    except OSError:
        pytest.skip("this system lets nobody make a link")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "link")
    link = repository / "glossaries" / "link.tsv"
    with pytest.raises(InputError):
        revisions.Revision(repository, "HEAD", "HEAD").read(link.parent / "link.tsv")
