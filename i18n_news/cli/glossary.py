"""i18n-news glossary: what the glossaries lack, hold, and would change."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from i18n_news.cli import exchange, glossary_diff, glossary_show, lint

if TYPE_CHECKING:
    from i18n_news.analyze.suggest import Cut, Suggestion
    from i18n_news.config import Config
    from i18n_news.model import Document

EPILOG_SUGGEST = "Example: i18n-news glossary suggest release.md --append glossaries/drafts.tsv"
# What is no text to read, but glossary import takes it, or says how it could.
LISTS = (".xlsx", ".xls", ".csv", ".tsv", ".tbx")

app = typer.Typer(
    help="The glossaries: what they hold, what they lack, and what a change of them does to the releases.",
    epilog="Example: i18n-news glossary diff HEAD~1 --html impact.html",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command("diff", epilog=glossary_diff.EPILOG)(glossary_diff.diff)
app.command("show", epilog=glossary_show.EPILOG_SHOW)(glossary_show.show)
app.command("lint", epilog=lint.EPILOG)(lint.lint)
app.command("import", epilog=exchange.EPILOG_IMPORT)(exchange.import_files)
app.command("export", epilog=exchange.EPILOG_EXPORT)(exchange.export_files)
app.command("list", epilog=glossary_show.EPILOG_LIST)(glossary_show.list_entries)


@app.command("suggest", epilog=EPILOG_SUGGEST)
def suggest(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Chinese releases, in any form that build reads.", show_default=False),
    ],
    glossary: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="A glossary that comes before those of the config; may be repeated.",
            show_default=False,
        ),
    ] = None,
    minimum: Annotated[
        int,
        typer.Option(
            "--min", metavar="N", min=1, help="Leave out what stands fewer than N times; phrases need 2 in any case."
        ),
    ] = 1,
    limit: Annotated[
        int, typer.Option(metavar="N", min=0, help="At most N of each kind; 0 is no limit.", show_default=False)
    ] = 0,
    tsv: Annotated[bool, typer.Option("--tsv", help="Print rows in the columns of a glossary file.")] = False,
    append: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Add the rows that have a rendering to this glossary.", show_default=False),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another i18n-news.toml.", show_default=False)
    ] = None,
) -> None:
    """Propose draft entries: unknown names, quoted slogans, noun phrases that come back.

    A phrase is proposed when it stands 3 times in a release or in 2 releases. Names come with an English form and a
    reading; slogans and phrases wait for yours. Every entry is a draft until somebody approves it.
    """
    from i18n_news.analyze.suggest import suggest as suggest_entries
    from i18n_news.config import changed, load

    _refuse_lists(files)
    # Drafts and the file to append to count as known: nobody is asked twice.
    settings = changed(load(config), {"drafts": True})
    by_hand = [*(glossary or ()), *((append,) if append and append.exists() else ())]
    documents, known = _analyzed(files, settings, by_hand)
    found = suggest_entries(documents, known=known, cut=_segmenter())
    wanted = _limited([item for item in found if item.count >= minimum], limit)
    if tsv:
        _print_rows(wanted)
    if append:
        _append(append, wanted, settings, is_quiet=tsv)
    elif not tsv:
        _print(wanted)


def _refuse_lists(files: Sequence[Path]) -> None:
    """InputError for a file that can only be a list of terms, which has nothing to suggest."""
    from i18n_news.errors import InputError

    for file in files:
        if file.suffix.lower() in LISTS:
            advice = f"suggest reads releases; take a list in with i18n-news glossary import {file} --to NEW.tsv"
            raise InputError(f"{file}: is a list of terms, not a release; {advice}")


def _analyzed(
    files: Sequence[Path], settings: "Config", by_hand: Sequence[Path]
) -> tuple[list["Document"], frozenset[str]]:
    """The releases, each named by its file, with their spans; and every source that a glossary has in any status."""
    from i18n_news import pipeline
    from i18n_news.analyze.names import no_tags
    from i18n_news.cli.remarks import print_remarks
    from i18n_news.models import store
    from i18n_news.models.sources import NAMES
    from i18n_news.names.tagger import Tagger

    # The same file given twice must not look like two releases.
    unique = {file.resolve(): file for file in files}.values()
    documents = [pipeline.read_file(file, name=file.name) for file in unique]
    vocabulary = pipeline.load_vocabulary(settings, by_hand)
    print_remarks(vocabulary.remarks)
    known = {term.source for terms in (*vocabulary.by_hand, *vocabulary.configured) for term in terms}
    folder = store.find(NAMES)
    tag = Tagger(folder).entities if folder else no_tags
    return [pipeline.analyze(document, vocabulary, settings, tag=tag) for document in documents], frozenset(known)


def _segmenter() -> "Cut | None":
    """The word segmenter of the name tagger, where its model is installed."""
    from i18n_news.models import store
    from i18n_news.models.sources import NAMES
    from i18n_news.names.tagger import segmented
    from i18n_news.names.weights import load_lexicon

    folder = store.find(NAMES)
    if folder is None:
        return None
    lexicon = load_lexicon(folder)
    return lambda text: segmented(text, lexicon)


def _limited(found: Sequence["Suggestion"], limit: int) -> list["Suggestion"]:
    """The first ones of each kind, the order kept."""
    seen: dict[str, int] = {}
    kept = []
    for item in found:
        seen[item.kind] = seen.get(item.kind, 0) + 1
        if not limit or seen[item.kind] <= limit:
            kept.append(item)
    return kept


def _print(found: Sequence["Suggestion"]) -> None:
    from i18n_news.cli import console

    rows = [
        (
            item.kind,
            item.source,
            item.en or "-",
            item.reading or "-",
            f"{item.count}x",
            str(len(item.releases)),
            " | ".join(item.contexts),
        )
        for item in found
    ]
    console.print_table(("kind", "source", "English", "reading", "count", "releases", "where"), rows)
    if not rows:
        print("nothing to suggest: the glossaries have every name, slogan and phrase")


def _print_rows(found: Sequence["Suggestion"]) -> None:
    """The header and a row for each; one without a rendering is for a person to fill in before a glossary loads it."""
    from i18n_news.cli import console
    from i18n_news.glossary.terms import COLUMNS

    rows = [tuple(COLUMNS)]
    for item in found:
        cells = {"source": item.source, "kind": item.kind, "en": item.en, "reading": item.reading}
        cells |= {"status": "draft", "origin": _origin(item), "note": _note(item)}
        rows.append(tuple(cells.get(name, "") for name in COLUMNS.values()))
    if not console.is_terminal():
        # What goes into a file becomes a glossary, and a glossary is UTF-8 on every system.
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    for row in rows:
        print("\t".join(row))


def _origin(item: "Suggestion") -> str:
    return f"suggested:{item.releases[0]}"


def _note(item: "Suggestion") -> str:
    times = f"{item.count} time{'s' * (item.count > 1)}"
    if len(item.releases) > 1:
        times += f" in {len(item.releases)} releases"
    return "; ".join((times, *item.contexts))


def _append(path: Path, found: Sequence["Suggestion"], settings: "Config", *, is_quiet: bool) -> None:
    """Save the entries that can stand beside those of the file, and list the others for a person."""
    from i18n_news.glossary import terms

    present = terms.load(path) if path.exists() else ()
    sources = {term.source for term in present}
    new = [
        terms.Term(
            item.source,
            item.kind,
            item.en,
            reading=item.reading,
            status="draft",
            origin=_origin(item),
            note=_note(item),
        )
        for item in found
        if item.source not in sources and (item.en or item.reading)
    ]
    if new:
        terms.save(path, (*present, *new))
    waiting = [item for item in found if not (item.en or item.reading)]
    if not is_quiet and waiting:
        _print(waiting)
    need = "needs a rendering: print it" if len(waiting) == 1 else "need a rendering: print them"
    ask = f"; {len(waiting)} more {need} with --tsv and fill in en" if waiting else ""
    typer.echo(f"{len(new)} draft {'entry' if len(new) == 1 else 'entries'} added to {path}{ask}", err=is_quiet)
    if new:
        exchange.print_unlisted(path, settings, err=is_quiet)
