"""Which templates of a workspace lack something that the packaged ones use: copies that an update left behind."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# What a template takes from the values that it is given, {{ release.title }}, and what a stylesheet styles, .kicker.
_FIELD = re.compile(r"\.([A-Za-z_][\w-]*)(?![\w-]*\()")
_EXPRESSION = re.compile(r"{{.*?}}|{%.*?%}", re.DOTALL)
_JINJA = (".html", ".md", ".txt", ".docx")
_OTHER = (".css", ".typ")
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outdated:
    """A file of the workspace and the fields or classes that its packaged namesake has beyond it."""

    path: Path
    packaged: Path
    missing: tuple[str, ...]


def outdated(folder: Path, packaged: Path) -> Iterator[Outdated]:
    """The templates in folder that miss something; whether the office took it out on purpose cannot be told."""
    if not folder.is_dir() or folder.resolve() == packaged.resolve():
        return
    for original in sorted(packaged.iterdir()):
        own = folder / original.name
        if original.suffix not in (*_JINJA, *_OTHER) or not own.is_file():
            continue
        if missing := sorted(fields_of(original) - fields_of(own)):
            yield Outdated(own, original, tuple(missing))


def fields_of(path: Path) -> frozenset[str]:
    """The names behind a dot, of fields and of classes; none where the file cannot be read as what it is called."""
    try:
        text = _word_text(path) if path.suffix == ".docx" else path.read_text(encoding="utf-8")
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        # Filling the template says what is wrong with it.
        return frozenset()
    stretches = _EXPRESSION.findall(text) if path.suffix in _JINJA else [_COMMENT.sub("", text)]
    return frozenset(name for stretch in stretches for name in _FIELD.findall(stretch))


def _word_text(path: Path) -> str:
    """The text of a Word document without its markup, in which Word may have cut a field into several runs."""
    with zipfile.ZipFile(path) as parts:
        names = [name for name in parts.namelist() if re.fullmatch(r"word/(?:document|header\d*|footer\d*)\.xml", name)]
        return "\n".join(re.sub(r"<[^>]*>", "", parts.read(name).decode("utf-8")) for name in names)
