"""What a person sees while a command works and when it is done: bars and tables, or plain lines."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from i18n_news.model import Document, Issue, Note, Severity

Report = Callable[[str, int, int], None]
STAGE_NAMES = {
    "read": "Reading",
    "annotate": "Terms, names, figures",
    "translate": "Translating",
    "convert": "Chinese editions",
    "check": "Checking",
    "render": "Writing",
}
MEGABYTE = 1_000_000


def is_terminal() -> bool:
    return sys.stdout.isatty()


@contextmanager
def progress() -> Iterator[Report]:
    """A function (stage, done, total): a bar with counts on a terminal, elsewhere a line when a stage is done.

    What is no stage of a build is a download: its counts are bytes, shown in MB.
    """
    if not is_terminal():
        yield _plain_report()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, transient=True) as bars:
        tasks: dict[str, Any] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(_described(stage), total=total)
            unit = 1 if stage in STAGE_NAMES else MEGABYTE
            bars.update(tasks[stage], completed=done // unit, total=total // unit)

        yield report


def _plain_report() -> Report:
    announced: set[str] = set()

    def report(stage: str, done: int, total: int) -> None:
        if stage in STAGE_NAMES and done == total:
            print(f"{STAGE_NAMES[stage]}: {total}", flush=True)
        elif stage not in STAGE_NAMES and stage not in announced:
            announced.add(stage)
            print(f"{_described(stage)} ({total / MEGABYTE:.0f} MB)", flush=True)

    return report


def _described(stage: str) -> str:
    return STAGE_NAMES.get(stage) or (f"{stage} (MB)" if is_terminal() else stage)


def print_issues(document: Document, issues: Sequence[Issue]) -> None:
    """The issues as a table with the place of each; nothing when there are none."""
    rows = [
        (issue.severity.value, issue.check, issue.segment_id, issue.locale.value, issue.message) for issue in issues
    ]
    print_table(("severity", "check", "place", "edition", "what to do"), rows)


def print_notes(notes: Sequence[Note]) -> None:
    """What the stages changed or saw, for --explain."""
    print_table(("stage", "kind", "place", "what"), [(n.stage, n.kind, n.segment_id or "-", n.message) for n in notes])


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows under their heads; without a terminal the rows alone, one a line, cells separated by two spaces."""
    if not rows:
        return
    if not is_terminal():
        for row in rows:
            print("  ".join(row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*head, box=None, header_style="bold", pad_edge=False)
    styles = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
    for row in rows:
        # Text, not markup: a message may hold square brackets.
        table.add_row(*(Text(cell) for cell in row), style=styles.get(row[0], ""))  # type: ignore[call-overload]
    Console().print(table)


def summary(issues: Sequence[Issue], silenced: int = 0) -> str:
    """How many issues of which severity, and how many more the workspace silences, in words."""
    counts = [(sum(issue.severity is severity for issue in issues), severity) for severity in reversed(Severity)]
    told = [f"{count} {severity}{'s' * (count > 1)}" for count, severity in counts if count]
    return ", ".join((*(told or ["no issues"]), *([f"{silenced} silenced"] if silenced else [])))
