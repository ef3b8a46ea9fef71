"""i18n-news build: one Chinese release becomes its editions."""

from pathlib import Path
from typing import Annotated

import typer

EPILOG = "Example: i18n-news build release.md --glossary our-terms.tsv --edition en --edition zh-Hant-TW"


def build(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The Chinese release: .md or .txt in UTF-8.", show_default=False)
    ],
    name: Annotated[
        str, typer.Option(metavar="NAME", help="The folder's name under out/; the file's own name by default.")
    ] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="The headline, where the text has none.")] = "",
    date: Annotated[str, typer.Option(metavar="DATE", help="The day of publication, such as 2026-09-17.")] = "",
    source: Annotated[str, typer.Option(metavar="TEXT", help="Who publishes the release.")] = "",
    glossary: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="A glossary that comes before those of the config; may be repeated.",
            show_default=False,
        ),
    ] = None,
    edition: Annotated[
        list[str] | None,
        typer.Option(
            metavar="LOCALE", help="zh-Hans, en, zh-Hant-TW or zh-Hant-HK; may be repeated.", show_default=False
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        list[str] | None, typer.Option(metavar="FORMAT", help="html or md; may be repeated.", show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the release's folder is made.", show_default=False)
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(metavar="SEVERITY", help="Exit with 1 at issues of this severity: info, warning, error, never."),
    ] = "",
    drafts: Annotated[
        bool | None, typer.Option("--drafts/--no-drafts", help="Whether draft entries bind.", show_default=False)
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Never use the network; say what to fetch instead.")
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Print what each stage changed or saw.")] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another i18n-news.toml.", show_default=False)
    ] = None,
) -> None:
    """Build every edition of one Chinese release.

    Writes the English release, the side-by-side page, the Traditional edition and the review sheet into
    out/<name>/. Exit code 0: no issue at or above --fail-on; 1: there are some; 2: FILE could not be built.
    """
    from i18n_news import pipeline
    from i18n_news.cli import console
    from i18n_news.config import changed, load

    changes = {"editions": edition, "formats": format, "out": out, "fail_on": fail_on, "drafts": drafts}
    settings = changed(load(config), changes)
    meta = {key: value for key, value in (("title", title), ("date", date), ("source", source)) if value}
    with console.progress() as report:
        built = pipeline.build_file(
            file, settings, name=name, meta=meta, by_hand=glossary or (), offline=offline, report=report
        )
    if explain:
        console.print_notes(built.notes)
    console.print_issues(built.document, built.issues)
    print(f"{len(built.files)} files in {built.folder}: {console.summary(built.issues)}")
    raise typer.Exit(pipeline.exit_code(built.issues, settings.build.fail_on))
