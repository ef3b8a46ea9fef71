"""i18n-news convert: one text from Simplified to Traditional Chinese or back."""

import sys
from pathlib import Path
from typing import Annotated

import typer

EPILOG = "Example: i18n-news convert notice.md --to zh-Hant-TW --out notice.tw.md --differences notice.html"


def convert(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A .md or .txt file, or - for standard input.", show_default=False)
    ],
    to: Annotated[
        str, typer.Option("--to", metavar="LOCALE", help="zh-Hant-TW, zh-Hant-HK or zh-Hans.", show_default=False)
    ],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where the text is written; standard output else.", show_default=False),
    ] = None,
    differences: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="An HTML page of what is not plain character conversion.", show_default=False
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(metavar="SEVERITY", help="Exit with 1 at issues of this severity: info, warning, error, never."),
    ] = "",
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another i18n-news.toml.", show_default=False)
    ] = None,
) -> None:
    """Convert one text between Simplified and Traditional Chinese.

    Keeps the lines and marks of the text, and uses the names, terms and words of the workspace. Exit code 0: no issue
    at or above --fail-on; 1: there are some; 2: FILE could not be converted.
    """
    from i18n_news import conversion, pipeline
    from i18n_news.cli import console
    from i18n_news.config import changed, load
    from i18n_news.files import write_atomic

    settings = changed(load(config), {"fail_on": fail_on})
    target = conversion.locale_of(to)
    text = conversion.read_text(sys.stdin.buffer.read() if file == "-" else Path(file), file)
    tag = pipeline.open_models(settings, english=False, offline=True).tag
    made = conversion.convert_text(text, target, settings, name=Path(file).stem if file != "-" else "text", tag=tag)
    if differences:
        write_atomic(differences, made.sheet(pipeline.house_templates(settings)).encode("utf-8"))
    if out:
        write_atomic(out, made.text.encode("utf-8"))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(made.text.encode("utf-8"))
        sys.stdout.buffer.flush()
    # The text has standard output to itself.
    for issue in made.issues:
        print(f"{issue.severity}  {issue.check}  {issue.segment_id}  {issue.message}", file=sys.stderr)
    print(f"{file}: {console.summary(made.issues)}", file=sys.stderr)
    raise typer.Exit(pipeline.exit_code(made.issues, settings.build.fail_on))
