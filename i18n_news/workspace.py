"""A workspace for a new office: settings, glossaries, templates and a release to try, as files that people edit."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from i18n_news.config import FILE_NAME
from i18n_news.errors import NewsError
from i18n_news.files import defaults_dir, inside, write_all

# Where each file that only a workspace has goes; the glossaries and templates are copied as they are.
OWN_FILES = {FILE_NAME: FILE_NAME, "own.tsv": "glossaries/own.tsv", "release.md": "release.md"}
# What a build makes is made again from the release; git keeps the folder alone.
IGNORED = {"out/.gitignore": b"*\n!.gitignore\n", ".gitignore": b"*.db\n"}


def create(folder: Path) -> tuple[Path, ...]:
    """The files written below folder: all of them or none; NewsError when one of them stands there already."""
    contents = dict(_contents())
    if folder.exists() and not folder.is_dir():
        raise NewsError(f"{folder} is a file; name a folder for the workspace")
    # A link that leads nowhere is somebody's file as well.
    taken = [path for path in contents if (place := inside(folder, path)).exists() or place.is_symlink()]
    if taken:
        more = f" and {len(taken) - 1} more" if len(taken) > 1 else ""
        raise NewsError(f"{folder / taken[0]}{more} would be overwritten; nothing was written, choose another folder")
    return write_all(folder, contents)


def sample_release() -> bytes:
    """The release that a new workspace holds, in Markdown."""
    return _packaged("release.md")


def _contents() -> Iterator[tuple[PurePosixPath, bytes]]:
    for name, target in OWN_FILES.items():
        yield PurePosixPath(target), _packaged(name)
    for name, content in IGNORED.items():
        yield PurePosixPath(name), content
    for folder in (defaults_dir("glossaries"), defaults_dir("templates")):
        for path in sorted(folder.rglob("*")):
            relative = path.relative_to(folder.parent)
            # What an editor or a file manager leaves beside the files is hidden.
            if path.is_file() and not any(part.startswith((".", "~$")) for part in relative.parts):
                yield PurePosixPath(relative.as_posix()), path.read_bytes()


def _packaged(name: str) -> bytes:
    path = Path(__file__).parent / "defaults" / "workspace" / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise NewsError(f"{path}: cannot be read ({error.strerror}); install i18n-news again") from error
