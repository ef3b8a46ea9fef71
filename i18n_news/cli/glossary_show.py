"""i18n-news glossary show and list: one entry with all that is known of it; the entries in a table."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from i18n_news.config import Config
    from i18n_news.glossary.diff import Change
    from i18n_news.glossary.precedence import Precedence
    from i18n_news.glossary.revisions import Commit
    from i18n_news.glossary.terms import Term
    from i18n_news.impact.uses import Use
    from i18n_news.render.impact import Marked

EPILOG_SHOW = "Example: i18n-news glossary show 强富美高"
EPILOG_LIST = "Example: i18n-news glossary list --kind slogan --status draft"


def show(
    text: Annotated[
        str, typer.Argument(metavar="TERM", help="The Chinese source, or one of its forms.", show_default=False)
    ],
    glossary: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A glossary that comes before those of the config.", show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="At most N sentences; 0 is no limit.")] = 40,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the releases are.", show_default=False)] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another i18n-news.toml.", show_default=False)
    ] = None,
) -> None:
    """Show one entry: what binds and who decided it, its history, what stands beside it, and every use of it.

    Exit code 0: there is such an entry; 1: there is none, and what is like it is named.
    """
    from i18n_news.config import changed, load
    from i18n_news.glossary.lookup import beside, near, sources_of
    from i18n_news.glossary.revisions import history
    from i18n_news.impact.uses import uses

    settings = changed(load(config), {"out": out})
    entries, precedence = _registry(settings, glossary or ())
    found = sources_of(entries, text)
    files = [path for name in _names(settings) if (path := settings.path(name)).is_file()]
    content = []
    if not found and not as_json:
        alike = near(entries, text)
        print(f"no entry for {text}" + (f"; like it: {', '.join(alike)}" if alike else ""))
    for source in found or (text,):
        own = [term for term in entries if term.source == source]
        past = history(settings.folder, source, files) if own and files else ()
        used = list(uses(settings.path(settings.build.out), source))
        if as_json:
            content.append(_data(source, own, precedence, past, beside(entries, source), used))
        elif own or used:
            _print(source, own, precedence, past, beside(entries, source) if own else (), used, limit)
    if as_json:
        _print_json(content)
    raise typer.Exit(int(not found))


def list_entries(
    file: Annotated[str, typer.Option(metavar="NAME", help="Of this file, such as political or political.tsv.")] = "",
    kind: Annotated[str, typer.Option(metavar="KIND", help="Of this kind, such as slogan.")] = "",
    status: Annotated[str, typer.Option(metavar="STATUS", help="draft, approved or deprecated.")] = "",
    domain: Annotated[str, typer.Option(metavar="NAME", help="For this audience.")] = "",
    match: Annotated[str, typer.Option(metavar="TEXT", help="With this in the source or in a form.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the rows with all columns as JSON.")] = False,
    glossary: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A glossary that comes before those of the config.", show_default=False),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another i18n-news.toml.", show_default=False)
    ] = None,
) -> None:
    """List the entries of the glossaries, in the order in which they bind."""
    from i18n_news.cli import console
    from i18n_news.config import load
    from i18n_news.errors import ConfigError
    from i18n_news.glossary.lookup import Wanted
    from i18n_news.glossary.terms import KINDS, STATUSES

    for name, value, choices in (("--kind", kind, KINDS), ("--status", status, STATUSES)):
        if value and value not in choices:
            raise ConfigError(f"{name} cannot be {value!r}; choose from {', '.join(choices)}")
    entries, _ = _registry(load(config), glossary or ())
    wanted = Wanted(file, kind, status, domain, match)
    found = [term for term in entries if wanted.holds(term)]
    if as_json:
        _print_json([_row(term) for term in found])
        return
    rows = [(t.source, t.kind, _form(t), _status(t), t.domain or "-", _place(t), t.origin or "-") for t in found]
    console.print_table(("source", "kind", "form", "status", "domain", "file", "decided on the source"), rows)
    print(f"{len(found)} of {len(entries)} entries")


def _registry(settings: "Config", by_hand: Sequence[Path]) -> "tuple[list[Term], Precedence]":
    """Every entry, those of the words of the Traditional editions last, and who binds among those that make spans."""
    from i18n_news.cli.remarks import print_remarks
    from i18n_news.glossary.precedence import Precedence
    from i18n_news.glossary.vocabulary import load_vocabulary

    vocabulary = load_vocabulary(settings, by_hand)
    print_remarks(vocabulary.remarks)
    words = [term for rows in vocabulary.words.values() for term in rows]
    options = settings.glossary
    precedence = Precedence(vocabulary.by_hand, vocabulary.configured, drafts=options.drafts, domains=options.domains)
    return [*vocabulary.registered, *words], precedence


def _names(settings: "Config") -> tuple[str, ...]:
    return (*settings.glossary.files, settings.glossary.taiwan, settings.glossary.hong_kong)


def _print(
    source: str,
    own: "Sequence[Term]",
    precedence: "Precedence",
    past: "Sequence[tuple[Commit, Change]]",
    beside: "Sequence[Term]",
    used: "Sequence[Use]",
    limit: int,
) -> None:
    from i18n_news.cli import console

    for term in own:
        print(f"{source}  {_place(term)}  {_standing(term, precedence)}")
        for column, text in _row(term).items():
            if column not in ("source", "file", "line", "status") and text:
                print(f"  {column}: {text}")
    _headed("history", ((c.day, c.author, change.kind.value, _cells(change), c.subject) for c, change in past))
    _headed("entries that hold it or lie in it", ((t.source, _form(t), _status(t), _place(t)) for t in beside))
    if not used:
        print("\nused in no release")
        return
    releases = len({use.release for use in used})
    print(f"\nused in {len(used)} sentence{'s' * (len(used) > 1)} of {releases} release{'s' * (releases > 1)}")
    console.print_table(("release", "place", "edition", "sentence", "decided by"), list(_use_rows(used, limit)))
    if limit and len(used) > limit:
        print(f"and {len(used) - limit} more; --limit 0 shows all")


def _headed(head: str, rows: Iterable[tuple[str, ...]]) -> None:
    from i18n_news.cli import console

    found = list(rows)
    if found:
        print(f"\n{head}")
        console.print_table([""] * len(found[0]), found)


def _use_rows(used: "Sequence[Use]", limit: int) -> Iterator[tuple[str, ...]]:
    for use in used[: limit or None]:
        decided = ", ".join(use.origins) or "not decided"
        yield use.release, use.segment_id, "zh-Hans", _text(use.source), decided
        for locale, pieces in use.editions.items():
            yield "", "", locale, _text(pieces), ""


def _text(pieces: "Iterable[Marked]") -> str:
    return "".join(f"【{piece.text}】" if piece.is_marked else piece.text for piece in pieces)


def _standing(term: "Term", precedence: "Precedence") -> str:
    """Whether the entry binds, and if not, why."""
    if not any(other is term for other in precedence.entries(term.source)):
        return f"{_status(term)}; a word of a Traditional edition"
    overruling = precedence.overruling(term)
    return f"{_status(term)}; shadowed by {_place(overruling)}" if overruling else _status(term)


def _status(term: "Term") -> str:
    from datetime import date

    from i18n_news.glossary.lookup import status_on

    return status_on(term, date.today())


def _cells(change: "Change") -> str:
    if not (change.old and change.new):
        return _form(change.term)
    return "; ".join(f"{cell.column}: {cell.old or '-'} → {cell.new or '-'}" for cell in change.cells)


def _form(term: "Term") -> str:
    return term.en or next(iter(term.forms.values()), term.reading)


def _place(term: "Term") -> str:
    return term.place.removeprefix("glossary:")


def _row(term: "Term") -> dict[str, Any]:
    from i18n_news.glossary.diff import texts

    return {**texts(term), "line": term.line}


def _data(
    source: str,
    own: "Sequence[Term]",
    precedence: "Precedence",
    past: "Sequence[tuple[Commit, Change]]",
    beside: "Sequence[Term]",
    used: "Sequence[Use]",
) -> dict[str, Any]:
    return {
        "source": source,
        "entries": [{**_row(term), "standing": _standing(term, precedence)} for term in own],
        "history": [
            {
                "commit": commit.id,
                "day": commit.day,
                "author": commit.author,
                "subject": commit.subject,
                "change": change.kind.value,
                "columns": {cell.column: [cell.old, cell.new] for cell in change.cells},
            }
            for commit, change in past
        ],
        "beside": [_row(term) for term in beside],
        "uses": [
            {
                "release": use.release,
                "segment": use.segment_id,
                "source": _text(use.source),
                "editions": {locale: _text(pieces) for locale, pieces in use.editions.items()},
                "origins": list(use.origins),
            }
            for use in used
        ],
    }


def _print_json(content: object) -> None:
    if not sys.stdout.isatty():
        # What goes into a file or another program is UTF-8 on every system.
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    print(json.dumps(content, ensure_ascii=False, indent=1))
