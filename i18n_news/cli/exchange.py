"""i18n-news glossary import and export: glossaries from and for other tools."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from i18n_news.config import Config
    from i18n_news.glossary.exchange import Remark

EPILOG_IMPORT = "Example: i18n-news glossary import terms.xlsx --to glossaries/office.tsv --dry-run"
EPILOG_EXPORT = "Example: i18n-news glossary export glossaries/political.tsv --to political.xlsx"
# More than that nobody reads at a prompt.
_SHOWN = 20


def import_files(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Lists of terms: .tsv, .csv, .xlsx, .tbx, or .txt with a term and its English on a line.",
            show_default=False,
        ),
    ],
    to: Annotated[
        Path, typer.Option("--to", metavar="FILE.tsv", help="The glossary to add them to.", show_default=False)
    ],
    status: Annotated[
        str,
        typer.Option(
            metavar="STATUS", help="draft, approved or deprecated for all, whatever the files say.", show_default=False
        ),
    ] = "",
    origin: Annotated[
        str,
        typer.Option(
            metavar="TEXT", help="Where the renderings stand, for entries that do not say.", show_default=False
        ),
    ] = "",
    merge: Annotated[
        str,
        typer.Option(
            metavar="POLICY",
            help="What stands already: keep it, replace it by what the file says, or fail at another rendering.",
        ),
    ] = "keep",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen; write nothing.")] = False,
    everything: Annotated[bool, typer.Option("--all", help=f"Print all remarks, not {_SHOWN} of each kind.")] = False,
) -> None:
    """Add the terms of other tools' files to a glossary.

    Entries are drafts unless the file or --status says otherwise. What stands in the glossary is never overwritten
    without --merge replace, and every line that could not be read or taken is named. With it the rows of the files bind
    on their days: what they have a column for is taken, and an entry that another one follows stays for its own days.
    """
    from i18n_news.errors import ConfigError
    from i18n_news.glossary import terms
    from i18n_news.glossary.exchange import POLICIES, import_terms

    if status and status not in terms.STATUSES:
        raise ConfigError(f"--status {status!r} is unknown; use one of {', '.join(terms.STATUSES)}")
    policy = next((each for each in POLICIES if each == merge), None)
    if policy is None:
        raise ConfigError(f"--merge {merge!r} is unknown; use one of {', '.join(POLICIES)}")
    if to.suffix.lower() != ".tsv":
        raise ConfigError(f"--to {to}: a glossary is a .tsv file; to write other forms use glossary export")
    present = terms.load(to) if to.exists() else ()
    imported = import_terms(files, present, status=status, origin=origin, policy=policy)
    _print(imported.remarks, everything=everything)
    if not dry_run and (imported.added or imported.changed):
        terms.save(to, imported.terms)
    done = "would be" if dry_run else "are"
    changed = f", {imported.changed} changed" if imported.changed else ""
    done = "is" if imported.added == 1 and not dry_run else done
    read, counts = entries(imported.read), _counted(imported.remarks)
    print(f"{read} read: {imported.added} {done} added to {to}{changed}{counts}")
    if imported.added or imported.changed:
        print_unlisted(to)


def export_files(
    glossaries: Annotated[
        list[Path],
        typer.Argument(metavar="GLOSSARY...", help="Glossaries; of duplicates the first binds.", show_default=False),
    ],
    to: Annotated[
        Path,
        typer.Option(
            "--to", metavar="FILE", help="The file to write: .xlsx, .csv, .tbx, .tsv or .txt.", show_default=False
        ),
    ],
    form: Annotated[
        str,
        typer.Option(
            metavar="FORM",
            help="tbx2 (2008, what most tools read), tbx3 (2019) or omegat, where the suffix leaves it open.",
            show_default=False,
        ),
    ] = "",
    everything: Annotated[bool, typer.Option("--all", help=f"Print all remarks, not {_SHOWN} of each kind.")] = False,
) -> None:
    """Write glossaries for Excel, translation tools and term bases.

    What the form cannot hold is named. Read it back with glossary import.
    """
    from itertools import chain

    from i18n_news.glossary import terms
    from i18n_news.glossary.exchange import write_terms

    written = write_terms(chain.from_iterable(terms.load(path) for path in glossaries), to, form)
    _print(written.remarks, everything=everything)
    print(f"{entries(written.count)} to {to}{_counted(written.remarks)}")


def print_unlisted(path: Path, settings: "Config | None" = None, *, err: bool = False) -> None:
    """That builds do not read this file, if they do not; nothing where the settings cannot be read either."""
    from i18n_news.config import FILE_NAME, load
    from i18n_news.errors import ConfigError

    try:
        settings = settings or load()
    except ConfigError:
        return
    options = settings.glossary
    names = (*options.files, options.taiwan, options.hong_kong)
    if path.resolve() not in {settings.path(name).resolve() for name in names}:
        typer.echo(f"builds do not read {path} until it is listed in {FILE_NAME} under [glossary] files", err=err)


def entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _print(remarks: Sequence["Remark"], *, everything: bool) -> None:
    from i18n_news.cli import console

    shown: Counter[str] = Counter()
    rows = []
    for remark in remarks:
        shown[remark.kind] += 1
        if everything or shown[remark.kind] <= _SHOWN:
            rows.append((remark.kind.value, remark.place, remark.message))
    console.print_table(("what", "place", "message"), rows)
    left = sum(shown.values()) - len(rows)
    if left:
        print(f"{left} more; --all prints them")


def _counted(remarks: Sequence["Remark"]) -> str:
    counts = Counter(remark.kind.value for remark in remarks)
    return "; " + ", ".join(f"{number} {kind}" for kind, number in counts.items()) if counts else ""
