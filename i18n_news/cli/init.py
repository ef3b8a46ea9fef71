"""i18n-news init: a folder with everything that an office edits."""

from pathlib import Path
from typing import Annotated

import typer

EPILOG = "Example: i18n-news init press-office"


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to make; what stands in it stays.", show_default=False)
    ],
) -> None:
    """Make a workspace: settings, glossaries, templates and a release to try.

    Nothing is overwritten: where one of the files stands already, nothing is written at all.
    """
    from i18n_news import workspace

    written = workspace.create(folder)
    print(f"{len(written)} files in {folder}")
    print("What to do next:")
    for number, step in enumerate(_steps(folder), start=1):
        print(f"  {number}. {step}")


def _steps(folder: Path) -> tuple[str, ...]:
    return (
        f'Go into the folder: cd "{folder}"',
        "See whether everything is there: i18n-news doctor",
        "Build the release to try: i18n-news build release.md",
        "Open out/release/bilingual.html in a browser.",
        "Put your own terms and names into glossaries/own.tsv, and your office into i18n-news.toml under [house].",
    )
