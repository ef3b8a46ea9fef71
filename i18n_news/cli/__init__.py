"""The command line: one file a command group; each parses, makes one call and prints."""

import sys


def main() -> None:
    """Run the command line; every NewsError ends it as one line on standard error with exit code 2."""
    from i18n_news.cli.app import app
    from i18n_news.errors import NewsError

    for stream in (sys.stdout, sys.stderr):
        # A console in cp936 cannot show every character; a question mark is better than a stop.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except NewsError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)
