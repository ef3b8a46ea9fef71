"""Glossaries as a git repository keeps them: files at a revision, and the revisions that touched a line."""

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n_news.errors import GlossaryError, InputError
from i18n_news.glossary import terms
from i18n_news.glossary.diff import Change, diff
from i18n_news.glossary.terms import Term

# Seconds that git may take for one answer; a history that is longer is cut.
PATIENCE = 10.0
# Between the fields of one commit in a log; no name or subject can hold it.
FIELD = "\x1f"


@dataclass(frozen=True, slots=True)
class Commit:
    """A revision that touched a glossary: its day as 2026-09-17, and its first line."""

    id: str
    day: str
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of the repository that holds `folder`, by the name that somebody gave for it."""

    folder: Path
    name: str
    id: str

    def load(self, path: Path) -> tuple[Term, ...]:
        """The entries of a file as it was; none where there was no such file. InputError names revision and line."""
        content = self.read(path)
        try:
            return terms.parse(content.decode("utf-8-sig"), path) if content is not None else ()
        except UnicodeDecodeError:
            raise InputError(f"{path.name} is not UTF-8 in {self.name}; compare with another revision") from None
        except GlossaryError as error:
            raise InputError(f"in {self.name} {error}") from None

    def read(self, path: Path) -> bytes | None:
        """The bytes of a file as they were, without any filter; None where there was no such file."""
        relative = _relative(path, self.folder)
        listed = _git(self.folder, "--literal-pathspecs", "ls-tree", "-z", self.id, "--", relative).decode()
        mode = listed.partition(" ")[0]
        if not listed:
            return None
        if not mode.startswith("100"):
            raise InputError(f"{relative} is no plain file in {self.name}; compare with another revision")
        return _git(self.folder, "cat-file", "blob", f"{self.id}:./{relative}")


def open_revision(folder: Path, name: str) -> Revision:
    """The commit of this name, such as HEAD~1; InputError: no git, no repository here, or no such commit."""
    if name.startswith("-"):
        raise InputError(f"{name!r} is no revision; a revision does not begin with a dash")
    _git(folder, "rev-parse", "--git-dir")
    found = _ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.returncode:
        raise InputError(f"{name!r} is no file, no folder and no git revision here; git log shows the revisions")
    return Revision(folder, name, found.stdout.decode().strip())


def commits_with(folder: Path, source: str, paths: Sequence[Path], limit: int) -> tuple[Commit, ...]:
    """The last commits that touched a row of this source in these files, the latest first."""
    cell = "".join(
        f"[{char}]" if char in r".*[+?{}()|$/" else f"\\{char}" if char in "\\^" else char for char in source
    )
    pattern = f"(^|\t){cell}(\t|$)"
    # %x1f instead of the character: an argument with it could not be shown in an error.
    form = "--format=%h%x1f%as%x1f%an%x1f%s"
    here = [_relative(path, folder) for path in paths]
    options = ("log", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", f"--max-count={limit}", form)
    log = _git(folder, "--literal-pathspecs", *options, "--extended-regexp", "-G", pattern, "--", *here)
    rows = [line.split(FIELD, 3) for line in log.decode("utf-8", "replace").splitlines()]
    return tuple(Commit(*row) for row in rows if len(row) == 4)


def history(folder: Path, source: str, paths: Sequence[Path], limit: int = 8) -> tuple[tuple[Commit, Change], ...]:
    """What each of the last commits changed in the entries of this source, the latest first; none without git.

    A state of a file that cannot be read counts as empty: history is full of what was repaired later.
    """
    try:
        commits = commits_with(folder, source, paths, limit)
        found = []
        for commit in commits:
            after = _rows(folder, commit.id, source, paths)
            before = _rows(folder, f"{commit.id}^", source, paths)
            found += [(commit, change) for change in diff(before, after)]
        return tuple(found)
    except InputError:
        return ()


def _rows(folder: Path, name: str, source: str, paths: Sequence[Path]) -> list[Term]:
    found = _ask(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if found.returncode:
        return []
    revision = Revision(folder, name, found.stdout.decode().strip())
    rows: list[Term] = []
    for path in paths:
        content = revision.read(path)
        # Parsing a large glossary for a source that does not stand in it would take most of the time.
        if content is None or source.encode() not in content:
            continue
        try:
            rows += [term for term in terms.parse(content.decode("utf-8-sig"), path) if term.source == source]
        except (GlossaryError, UnicodeDecodeError):
            continue
    return rows


def _relative(path: Path, folder: Path) -> str:
    """The path from the folder, with slashes, as git wants it."""
    # Not through a link in the last place: git has the link, not what it leads to.
    relative = Path(os.path.relpath(path.parent.resolve() / path.name, folder.resolve())).as_posix()
    if re.match(r"\.\.(/|$)|[A-Za-z]:", relative):
        raise InputError(f"{path} is outside of {folder}; a revision has only what is in the workspace")
    return relative


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints; InputError with git's own reason when it refuses."""
    found = _ask(folder, *arguments)
    if found.returncode:
        reasons = found.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise InputError(f"git in {folder}: {reasons[0].removeprefix('fatal: ')}; compare files or folders instead")
    return found.stdout


def _ask(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    # No question to a person, no fetching of what a partial clone lacks, no lock; messages in English.
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        return subprocess.run(
            ["git", "--no-pager", *arguments],
            cwd=folder,
            env={**os.environ, **quiet},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"git took more than {PATIENCE:g} s in {folder}; compare files or folders instead") from None
    except OSError as error:
        reason = "git was not found" if isinstance(error, FileNotFoundError) else f"git cannot run ({error.strerror})"
        raise InputError(f"{reason}; install git, or compare files or folders instead") from None
