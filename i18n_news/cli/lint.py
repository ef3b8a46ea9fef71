"""i18n-news glossary lint: what is wrong in the glossaries, by line, and what --fix may put right."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from i18n_news.config import Config
    from i18n_news.glossary.lint import Finding, Knowledge, Sheet
    from i18n_news.glossary.lint.fix import Change

EPILOG = "Example: i18n-news glossary lint glossaries --fail-on warning"
SEVERITIES = ("info", "warning", "error", "never")


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE|FOLDER]...",
            help="Glossaries, or folders of them, in the order of precedence; by default those of the config.",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="SEVERITY", help="Exit with 1 at findings of this severity: " + ", ".join(SEVERITIES))
    ] = "error",
    fix: Annotated[bool, typer.Option("--fix", help="Put right what is mechanical, and say what.")] = False,
    engine: Annotated[
        bool, typer.Option("--engine", help="Also try every term in a sentence; loads the model, minutes.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, for CI.")] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another i18n-news.toml.", show_default=False)
    ] = None,
) -> None:
    """Find faults in glossaries: duplicates, contradictions, entries that never match, forms that cannot stand.

    docs/glossary.md says what each code means and what to do. --fix only touches spaces, full-width letters, curly
    quotes, lines said twice and the order of lines.
    """
    from i18n_news.config import load
    from i18n_news.errors import ConfigError
    from i18n_news.glossary.lint import lint as find
    from i18n_news.glossary.lint.fix import fix as put_right

    if fail_on not in SEVERITIES:
        raise ConfigError(f"--fail-on cannot be {fail_on!r}; choose from {', '.join(SEVERITIES)}")
    settings = load(config)
    files = list(_given(paths, settings)) if paths else _configured(settings)
    sheets = _read(files, settings)
    changes: list[Change] = []
    if fix:
        own = [sheet for sheet in sheets if not _is_packaged(sheet.path)]
        changes = [change for sheet in own for change in put_right(sheet)]
        sheets = _read(files, settings)
    found = list(find(sheets, _knowledge(settings)))
    if engine:
        found += _mangled(sheets, settings)
    if as_json:
        _print_json(found, changes, len(sheets))
    else:
        _print(found, changes, sheets)
    raise typer.Exit(int(any(_reaches(each, fail_on) for each in found)))


def _reaches(finding: "Finding", fail_on: str) -> bool:
    from i18n_news.model import Severity

    return fail_on != "never" and finding.severity.rank >= Severity(fail_on).rank


def _configured(config: "Config") -> list[Path]:
    """The files of the config, each from the workspace or else the one that the package brings."""
    from i18n_news.files import defaults_dir

    names = (*config.glossary.files, config.glossary.taiwan, config.glossary.hong_kong)
    packaged = defaults_dir("glossaries")
    found = []
    for name in names:
        path, other = config.path(name), packaged / Path(name).name
        found.append(_short(path if path.is_file() or not other.is_file() else other))
    return found


def _given(paths: Sequence[Path], config: "Config") -> Iterator[Path]:
    """The files, a folder's own in the order of the config and then by name."""
    from i18n_news.errors import GlossaryError

    order = [Path(name).name for name in config.glossary.files]
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        files = sorted(path.glob("*.tsv"), key=lambda file: (_rank(file.name, order), file.name))
        if not files:
            raise GlossaryError(path, 0, "holds no .tsv file; name the files or another folder")
        yield from files


def _rank(name: str, order: Sequence[str]) -> int:
    return order.index(name) if name in order else len(order)


def _read(files: Sequence[Path], config: "Config") -> list["Sheet"]:
    from i18n_news.glossary.lint import read

    words = {Path(config.glossary.taiwan).name, Path(config.glossary.hong_kong).name}
    # A file named twice would find a double of each of its lines.
    unique = {file.resolve(): file for file in files}.values()
    return [read(file, is_words=file.name in words) for file in unique]


def _knowledge(config: "Config") -> "Knowledge":
    from i18n_news.editions.personal_names import is_doubtful
    from i18n_news.editions.script import script_of
    from i18n_news.glossary.lint import Knowledge

    return Knowledge(
        date.today(),
        config.glossary.domains,
        is_doubtful,
        lambda text: script_of(text).is_traditional,
    )


def _mangled(sheets: Sequence["Sheet"], config: "Config") -> Iterator["Finding"]:
    """`mangled-by-engine`: the form had to be put in brackets at the end of a clause."""
    from i18n_news import pipeline
    from i18n_news.cli import console
    from i18n_news.glossary.lint.finding import BINDING
    from i18n_news.model import Severity
    from i18n_news.translate.mangled import mangled
    from i18n_news.translate.probe import families

    today = date.today()
    with console.progress() as report:
        model = pipeline.open_engine(config, progress=report)
        order = families(model)
        for sheet in sheets:
            terms = [term for term in sheet.terms if term.status in BINDING and term.is_valid_on(today)]
            for term, sentence in mangled([] if sheet.is_words else terms, model, order):
                message = f"the engine loses this form even masked: “{sentence}”; choose one that stands in a sentence"
                yield sheet.finding(term, "mangled-by-engine", Severity.WARNING, message)


def _print(found: Sequence["Finding"], changes: Sequence["Change"], sheets: Sequence["Sheet"]) -> None:
    from i18n_news.cli import console

    fixed = [(f"{change.file}:{change.line}" if change.line else change.file, change.message) for change in changes]
    console.print_table(("fixed", "what"), fixed)
    console.print_table(
        ("severity", "place", "code", "source", "what to do"),
        [(each.severity.value, each.place, each.code, each.source or "-", each.message) for each in found],
    )
    entries = sum(len(sheet.terms) for sheet in sheets)
    mechanical = sum(bool(each.fix) for each in found)
    hint = f"; --fix can put {mechanical} right" if mechanical else ""
    files = "1 file" if len(sheets) == 1 else f"{len(sheets)} files"
    print(f"{entries} entries in {files}: {_counted(found)}{hint}")


def _counted(found: Sequence["Finding"]) -> str:
    counts = Counter(each.severity.value for each in found)
    words = {"error": "error", "warning": "warning", "info": "note"}
    parts = [f"{counts[name]} {word}{'s' * (counts[name] != 1)}" for name, word in words.items() if counts[name]]
    return ", ".join(parts) or "nothing to say"


def _print_json(found: Sequence["Finding"], changes: Sequence["Change"], files: int) -> None:
    counts = Counter(each.severity.value for each in found)
    report = {
        "files": files,
        "counts": {name: counts[name] for name in ("error", "warning", "info")},
        "findings": [
            {
                "code": each.code,
                "severity": each.severity.value,
                "file": each.file,
                "line": each.line,
                "source": each.source,
                "message": each.message,
                "fix": each.fix,
            }
            for each in found
        ],
        "changes": [
            {"file": each.file, "line": each.line, "source": each.source, "message": each.message} for each in changes
        ],
    }
    print(json.dumps(report, ensure_ascii=False, indent=1))


def _is_packaged(path: Path) -> bool:
    """Whether the file lies in the installed package: what an update would write over is not for --fix."""
    import i18n_news

    return Path(i18n_news.__file__).resolve().parent in path.resolve().parents


def _short(path: Path) -> Path:
    """The path as a person would type it here."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path
