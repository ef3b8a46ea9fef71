"""i18n-news glossary diff: what changed by meaning, and what that does to every release."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from i18n_news.analyze.names import Tag
    from i18n_news.config import Config
    from i18n_news.pipeline import Models, Report
    from i18n_news.render.impact import Sheet
    from i18n_news.render.worddiff import Change

EPILOG = "Example: i18n-news glossary diff HEAD~1 HEAD --html impact.html"
INSTEAD = "for example: i18n-news glossary diff before/own.tsv glossaries/own.tsv"


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="[OLD]", help="A glossary (.tsv, .xlsx, .csv, .tbx, .txt), a folder, or a git revision."
        ),
    ] = "HEAD",
    new: Annotated[
        str,
        typer.Argument(metavar="[NEW]", help="The same; the workspace as it stands by default.", show_default=False),
    ] = "",
    stands_for: Annotated[
        str, typer.Option("--as", metavar="FILE", help="The glossary of the config that a single file stands for.")
    ] = "",
    glossary: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="A glossary that comes before those of the config, on both sides; may be repeated.",
            show_default=False,
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a sheet to read, print and sign.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    entries: Annotated[bool, typer.Option("--entries", help="Compare the entries alone; look at no release.")] = False,
    apply: Annotated[
        bool, typer.Option("--apply", help="Rebuild the releases that would read differently, and no others.")
    ] = False,
    published: Annotated[
        bool, typer.Option("--published", help="With --apply: rebuild published releases, too.")
    ] = False,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the releases are.", show_default=False)] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Never use the network; say what to fetch instead.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another i18n-news.toml.", show_default=False)
    ] = None,
) -> None:
    """Show which entries changed and how every release would read after it.

    Only the sentences that the change touches are translated again. Nothing is written without --apply. Exit code 0: no
    release would change; 1: one would read differently or be checked anew, or with --apply was left as it is; 2: OLD or
    NEW could not be read.
    """
    from i18n_news import pipeline
    from i18n_news.cli import console
    from i18n_news.cli.remarks import print_remarks
    from i18n_news.config import changed, load
    from i18n_news.errors import InputError
    from i18n_news.impact.apply import apply as rebuild
    from i18n_news.impact.sheet import as_data, sheet
    from i18n_news.impact.sides import read_sides
    from i18n_news.impact.stage import alone, assess

    settings = changed(load(config), {"out": out})
    by_hand = glossary or ()
    try:
        sides = read_sides(settings, old, new, by_hand=by_hand, stands_for=stands_for)
    except InputError as error:
        # Nobody named a revision: what is missing is not git but something to compare with.
        raise InputError(f"{error}; {INSTEAD}" if (old, new) == ("HEAD", "") else str(error)) from None
    print_remarks(sides.unread)
    with nullcontext(pipeline.silent) if as_json else console.progress() as report:
        tag, models = _openers(settings, offline, report)
        impact = assess(sides, settings, tag=tag, models=models, report=report) if not entries else alone(sides)
        shown = sheet(impact, settings)
        rebuilt = rebuild(impact, settings, by_hand=by_hand, published=published, offline=offline) if apply else ()
    out_already = [each for each in impact.releases if each.published and each.is_writable]
    out_already = out_already if apply and not published else []
    if html:
        _write_page(html, settings, shown)
    if as_json:
        _print_json(as_data(impact, shown))
    else:
        _print(shown)
        for built in rebuilt:
            print(f"{len(built.files)} files in {built.folder}: {console.summary(built.issues)}")
        for release in out_already:
            print(f"{release.folder.name}: {_publication(release.published)}: not rebuilt; add --published")
    # What is rebuilt is done; what was left to a person is not.
    left = shown.held + len(out_already) if apply else len(shown.releases)
    raise typer.Exit(int(left > 0))


def _openers(settings: "Config", offline: bool, report: "Report") -> "tuple[Callable[[], Tag], Callable[[], Models]]":
    """What opens the tagger and what opens the engine, each only when it is asked for."""
    from i18n_news.pipeline import open_models

    @cache
    def models() -> "Models":
        return open_models(settings, offline=offline, progress=report)

    def tag() -> "Tag":
        # With a database the engine's model is not loaded before it is needed, so both may be opened at once.
        if settings.memory.database:
            return models().tag
        return open_models(settings, english=False, offline=offline, progress=report).tag

    return tag, models


def _print(shown: "Sheet") -> None:
    from i18n_news.cli import console

    rows = [
        (
            str(entry.number),
            entry.kind,
            entry.source,
            "; ".join(f"{cell.column}: {_plain(cell.changes)}" for cell in entry.cells),
            f"{entry.sentences} in {entry.releases}" if entry.sentences else entry.remark or "-",
        )
        for entry in shown.entries
    ]
    console.print_table(("no.", "change", "source", "what", "sentences in releases"), rows)
    lines = list(_lines(shown))
    if lines:
        print()
    console.print_table(("release", "place", "edition", "before and after", ""), lines)
    for remark in (*shown.remarks, *(f"{r.name}: {remark}" for r in shown.releases for remark in r.remarks)):
        print(f"note: {remark}")
    print(summary(shown))


def _lines(shown: "Sheet") -> Iterator[tuple[str, ...]]:
    for release in shown.releases:
        name = f"{release.name} ({_publication(release.published)})" if release.published else release.name
        for sentence in release.sentences:
            for edition in sentence.editions:
                numbers = ", ".join(f"no. {number}" for number in sentence.entries)
                note = f"{numbers}; needs a person" if edition.is_by_person else numbers
                yield name, sentence.segment_id, edition.locale, _plain(edition.changes), note
                name = ""


def _publication(day: str) -> str:
    return day if day == "final" else f"published {day}"


def _plain(changes: "Sequence[Change]") -> str:
    """The text with what went in [-...-] and what came in {+...+}, as git shows words."""
    parts = []
    for change in changes:
        if change.is_kept:
            parts.append(change.old)
            continue
        parts.append(f"[-{change.old}-]" if change.old else "")
        parts.append(f"{{+{change.new}+}}" if change.new else "")
    return "".join(parts)


def summary(shown: "Sheet") -> str:
    """The counts in one sentence."""
    entries = _counted(len(shown.entries), "entry", "entries")
    if not shown.looked_at:
        return f"{entries} changed; no release was looked at"
    if not shown.releases:
        return f"{entries} changed; none of {_counted(shown.looked_at, 'release', 'releases')} would read differently"
    text = f"{entries} changed; {_counted(shown.sentences, 'sentence', 'sentences')} of "
    text += f"{shown.reworded} of {_counted(shown.looked_at, 'release', 'releases')} would read differently"
    more = [
        f"{shown.published} published" if shown.published else "",
        f"{_counted(shown.held, 'sentence needs', 'sentences need')} a person" if shown.held else "",
        f"{shown.anew} more would be checked anew" if shown.anew else "",
    ]
    return ", ".join(filter(None, (text, *more)))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _write_page(path: Path, settings: "Config", shown: "Sheet") -> None:
    from i18n_news.files import write_atomic
    from i18n_news.pipeline import house_templates
    from i18n_news.render.impact import impact_page

    write_atomic(path, impact_page(house_templates(settings), shown).encode("utf-8"))


def _print_json(content: object) -> None:
    if not sys.stdout.isatty():
        # What goes into a file or another program is UTF-8 on every system.
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    print(json.dumps(content, ensure_ascii=False, indent=1))
