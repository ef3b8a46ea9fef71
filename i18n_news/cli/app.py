"""The commands of i18n-news, put together."""

from typing import Annotated

import typer

from i18n_news import __version__
from i18n_news.cli import build, check, convert, doctor, glossary, init, models

app = typer.Typer(
    name="i18n-news",
    help="Chinese press releases in English and Traditional Chinese, with every term, name and figure as decided.",
    epilog="Example: i18n-news build samples/trade-union-alliance.md",
    no_args_is_help=True,
    add_completion=False,
    # Rich help costs a third of a second at every --help.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("build", epilog=build.EPILOG)(build.build)
app.command("check", epilog=check.EPILOG)(check.check)
app.command("convert", epilog=convert.EPILOG)(convert.convert)
app.command("init", epilog=init.EPILOG)(init.init)
app.command("doctor", epilog=doctor.EPILOG)(doctor.doctor)
app.add_typer(models.app, name="models")
app.add_typer(glossary.app, name="glossary")


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"i18n-news {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Chinese press releases in English and Traditional Chinese, with every term, name and figure as decided."""
