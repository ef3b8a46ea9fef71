"""i18n-news check: the checks over a release that was built before."""

from pathlib import Path
from typing import Annotated

import typer

EPILOG = "Example: i18n-news check out/trade-union-alliance/release.json --fail-on warning"


def check(
    file: Annotated[
        Path, typer.Argument(metavar="RELEASE", help="The release.json of a build, or its folder.", show_default=False)
    ],
    fail_on: Annotated[
        str,
        typer.Option(metavar="SEVERITY", help="Exit with 1 at issues of this severity: info, warning, error, never."),
    ] = "",
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another i18n-news.toml.", show_default=False)
    ] = None,
) -> None:
    """Check a built release again.

    Looks for lost terms, names and figures and for leftovers in every edition that it has. What a [[silence]] of
    i18n-news.toml covers does not count.
    """
    from i18n_news import pipeline
    from i18n_news.cli import console
    from i18n_news.config import changed, load

    settings = changed(load(config), {"fail_on": fail_on})
    document, checked = pipeline.check_file(file, settings.silence)
    console.print_issues(document, checked.issues)
    print(f"{document.id}: {console.summary(checked.issues, len(checked.silenced))}")
    raise typer.Exit(pipeline.exit_code(checked.issues, settings.build.fail_on))
