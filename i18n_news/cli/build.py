"""i18n-news build: one Chinese release becomes its editions."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from i18n_news.model import Document

EPILOG = "Example: i18n-news build release.docx --glossary our-terms.tsv --edition en --edition zh-Hant-TW"


def build(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            help="The Chinese release: .docx, .pdf with text, .html, .md or .txt; - reads standard input.",
            show_default=False,
        ),
    ] = None,
    fetch: Annotated[
        str, typer.Option(metavar="URL", help="Read this web page instead of FILE; nothing else is ever fetched.")
    ] = "",
    split: Annotated[
        bool, typer.Option("--split", help="Build each release in FILE by itself, as NAME-1, NAME-2 and so on.")
    ] = False,
    name: Annotated[
        str, typer.Option(metavar="NAME", help="The folder's name under out/; the file's own name by default.")
    ] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="The headline, where the text has none.")] = "",
    date: Annotated[str, typer.Option(metavar="DATE", help="The day of publication, such as 2026-09-17.")] = "",
    published: Annotated[
        str,
        typer.Option(
            metavar="DATE",
            help="The day on which these texts went out: glossary diff then says so.",
            show_default=False,
        ),
    ] = "",
    source: Annotated[str, typer.Option(metavar="TEXT", help="Who publishes the release.")] = "",
    glossary: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="A glossary (.tsv, .xlsx, .csv, .tbx, .txt) that comes before those of the config; may be repeated.",
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
        list[str] | None,
        typer.Option(metavar="FORMAT", help="html, md, txt, docx, pdf or all; may be repeated.", show_default=False),
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
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Translate everything again, and keep nothing of it.")
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
    from i18n_news.cli.remarks import print_remarks
    from i18n_news.config import changed, load
    from i18n_news.model import Locale

    changes = {"editions": edition, "formats": format, "out": out, "fail_on": fail_on, "drafts": drafts}
    settings = changed(load(config), changes)
    given = (("title", title), ("date", date), ("published", _day(published)), ("source", source))
    meta = {key: value for key, value in given if value}
    # Before any model is loaded: a glossary that cannot be read should not cost a minute.
    vocabulary = pipeline.load_vocabulary(settings, glossary or ())
    print_remarks(vocabulary.remarks)
    code = 0
    documents = _documents(file, fetch, name=name, meta=meta, split=split, offline=offline)
    models, english = None, Locale.EN in settings.build.editions
    for document in documents:
        with console.progress() as report:
            # One engine for all the releases of a file.
            models = models or pipeline.open_models(
                settings, english=english, offline=offline, progress=report, cached=not no_cache
            )
            built = pipeline.build_document(
                document, settings, vocabulary, offline=offline, report=report, models=models
            )
        if explain:
            console.print_notes(built.notes)
        console.print_issues(built.document, built.issues)
        print(f"{len(built.files)} files in {built.folder}: {console.summary(built.issues, len(built.silenced))}")
        code = max(code, pipeline.exit_code(built.issues, settings.build.fail_on))
    raise typer.Exit(code)


def _day(text: str) -> str:
    """The day of --published as 2026-09-17, however it was written."""
    from i18n_news.errors import ConfigError
    from i18n_news.render.house import day

    found = day(text)
    if text and not found:
        raise ConfigError(f"--published {text!r} is not a day; write it as 2026-09-17")
    return found.isoformat() if found else ""


def _documents(
    file: Path | None, url: str, *, name: str, meta: Mapping[str, str], split: bool, offline: bool
) -> "tuple[Document, ...]":
    """What is read from the file, from standard input or from the web, before anything is built."""
    from i18n_news import pipeline
    from i18n_news.errors import ConfigError
    from i18n_news.formats.inputs import STANDARD_INPUT, content_of, name_of
    from i18n_news.formats.inputs import fetch as fetched

    if (file is None) == (not url):
        raise ConfigError("give either a FILE (or - for standard input) or --fetch URL")
    if file is None:
        if offline:
            raise ConfigError("--fetch needs the network; save the page, or leave --offline out")
        return pipeline.read_bytes(fetched(url), url, name=name or name_of(url), meta=meta, split=split)
    called = name or ("release" if file == STANDARD_INPUT else file.stem)
    return pipeline.read_bytes(content_of(file), str(file), name=called, meta=meta, split=split)
