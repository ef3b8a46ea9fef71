"""i18n-news doctor: whether a build would work here, and what to do where it would not."""

import platform
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from i18n_news import __version__

if TYPE_CHECKING:
    from i18n_news.config import Config
    from i18n_news.glossary.terms import Term
    from i18n_news.model import Document
    from i18n_news.translate.engine import Engine, Hypothesis, Scored

MOST_NAMED = 6
_SECTION = re.compile(r"\s*(?:#\s*)?\[\[?(?P<name>[\w.-]+)\]\]?\s*$")
# Prose behind # has no value in TOML's spelling.
_KEY = re.compile(r"""\s*(?:#\s*)?(?P<name>\w+)\s*=\s*(?:"|\[|\d|true|false)""")
EPILOG = "Example: i18n-news doctor --config press-office/i18n-news.toml"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the table: `bad` stops a build, a `note` does not; `advice` says what to do."""

    what: str
    state: Literal["good", "note", "bad"]
    found: str
    advice: str = ""


class _NotProbedError(Exception):
    """The engine was asked for the probe, so none is stored."""


def doctor(
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another i18n-news.toml.", show_default=False)
    ] = None,
) -> None:
    """Say what is installed, missing, outdated or damaged, and whether a build would work here.

    Never uses the network. Exit code 0: a build would work; 1: a line marked "bad" says what to do first.
    """
    from i18n_news.cli import console

    findings = examine(config)
    rows = [(finding.state, finding.what, finding.found, finding.advice or "-") for finding in findings]
    console.print_table(("state", "what", "found", "what to do"), rows)
    bad = sum(finding.state == "bad" for finding in findings)
    print(f"{bad} to put right before a build works" if bad else "a build would work")
    raise typer.Exit(int(bad > 0))


def examine(config: Path | None = None) -> tuple[Finding, ...]:
    """The lines of the table in order; the settings of a config that cannot be used count as the defaults."""
    from i18n_news.config import FILE_NAME, Config, load
    from i18n_news.errors import ConfigError

    settings, file = Config(folder=Path.cwd()), Finding("settings", "good", "the defaults")
    path = config or settings.folder / FILE_NAME
    try:
        settings = load(config)
        path = config or settings.folder / FILE_NAME
        if path.is_file():
            file = Finding("settings", "good", str(path))
        else:
            file = Finding("settings", "note", f"no {FILE_NAME}; the defaults hold", "i18n-news init DIR makes one")
    except ConfigError as error:
        file = _bad("settings", error)
    return (
        Finding("Python", "good", platform.python_version()),
        Finding("i18n-news", "good", __version__),
        *_models(settings),
        file,
        *_left_out(path),
        *_glossaries(settings),
        _templates(settings),
        *_outdated_templates(settings),
        *_engine(settings),
        _terminal(),
    )


def _models(config: "Config") -> Iterator[Finding]:
    from i18n_news.models import store
    from i18n_news.models.sources import NAMES

    needed = _needed(config)
    for state in store.status(verify=True):
        if state.is_installed:
            yield Finding(f"model {state.name}", "good", f"installed, {state.version}")
            continue
        if state.name not in needed:
            why = "names are found by the rules alone" if state.name == NAMES.name else "not needed here"
        else:
            why = "needed"
        found = f"{state.state}{f' ({state.fault})' if state.fault else ''}; {why}"
        advice = f"i18n-news models install {state.name} (with --from FILE where there is no network)"
        yield Finding(f"model {state.name}", "bad" if state.name in needed else "note", found, advice)


def _left_out(path: Path) -> Iterator[Finding]:
    """The settings of a new workspace that the file does not even mention: this program may be newer than the file."""
    from i18n_news import workspace
    from i18n_news.config import FILE_NAME

    packaged = Path(workspace.__file__).parent / "defaults" / "workspace" / FILE_NAME
    try:
        mentioned = _settings_in(path.read_text(encoding="utf-8"))
        known = _settings_in(packaged.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        # The line of the settings has said so.
        return
    if left_out := [name for name in known if name not in mentioned]:
        found = f"not in the file, so the defaults hold: {_some(left_out)}"
        yield Finding("newer settings", "note", found, "i18n-news init in another folder shows them explained")


def _settings_in(text: str) -> dict[str, None]:
    """The keys with their sections in the order of the file, those behind # too; the languages of [house] are one."""
    found: dict[str, None] = {}
    section = ""
    for line in text.splitlines():
        if header := _SECTION.match(line):
            section = header["name"]
        elif key := _KEY.match(line):
            found[f"{'house.*' if section.startswith('house.') else section}.{key['name']}"] = None
    return found


def _outdated_templates(config: "Config") -> Iterator[Finding]:
    from i18n_news.files import defaults_dir
    from i18n_news.render.outdated import outdated

    for old in outdated(config.path("templates"), defaults_dir("templates")):
        found = f"{old.path.name} lacks what this version's has: {_some(old.missing)}"
        advice = f"compare it with {old.packaged}, or delete the copy if it has no changes of yours"
        yield Finding("older template", "note", found, advice)


def _some(names: Sequence[str]) -> str:
    """The first of the names; a table has little room."""
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown} and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else shown


def _needed(config: "Config") -> set[str]:
    """The models without which a build of these settings stops when there is no network."""
    from i18n_news.model import Locale
    from i18n_news.models.sources import FONTS_HANS, FONTS_HANT, TRANSLATION

    locales = [Locale(locale) for locale in config.build.editions]
    needed = set()
    if Locale.EN in locales and config.engine.kind == "ctranslate" and not config.engine.folder:
        needed.add(TRANSLATION.name)
    if "pdf" in config.build.chosen_formats:
        needed.add(FONTS_HANS.name)
        if any(locale.is_traditional for locale in locales):
            needed.add(FONTS_HANT.name)
    return needed


def _glossaries(config: "Config") -> Iterator[Finding]:
    """One line a file, so that each broken one is named at once."""
    from i18n_news import pipeline
    from i18n_news.config import GlossaryConfig
    from i18n_news.errors import NewsError

    words = (config.glossary.taiwan, config.glossary.hong_kong)
    loaded: list[Term] = []
    good = 0
    for name in (*config.glossary.files, *words):
        # Loaded through the build's own door, which knows where a missing file comes from.
        alone = replace(config, glossary=GlossaryConfig(files=(name,), taiwan=name, hong_kong=name))
        try:
            (terms,) = pipeline.load_vocabulary(alone).configured
        except NewsError as error:
            yield _bad("glossary", error)
            continue
        loaded += terms
        good += 1
    drafts = sum(term.status == "draft" for term in loaded)
    bind = "drafts bind" if config.glossary.drafts else "drafts do not bind"
    yield Finding("glossaries", "good", f"{len(loaded)} entries in {good} files, {drafts} of them drafts ({bind})")


def _templates(config: "Config") -> Finding:
    """Every template is filled with the sample release; those of the .pdf where its fonts are installed."""
    from i18n_news import pipeline
    from i18n_news.config import FORMATS
    from i18n_news.errors import NewsError
    from i18n_news.models import store
    from i18n_news.models.sources import FONTS_HANS, FONTS_HANT
    from i18n_news.render.chosen import chosen_renderers
    from i18n_news.render.differences import difference_sheets
    from i18n_news.render.typesetter import Typesetter

    fonts = [folder for model in (FONTS_HANS, FONTS_HANT) if (folder := store.find(model))]
    typesetter = Typesetter(fonts) if len(fonts) == 2 else None
    settings = replace(config, build=replace(config.build, formats=FORMATS))
    try:
        templates, document = pipeline.house_templates(settings), _sample()
        for renderer in chosen_renderers(settings, templates, typesetter):
            renderer(document, ())
        difference_sheets(templates)(document, {})
    except NewsError as error:
        return _bad("templates", error)
    kinds = ", ".join(name for name in FORMATS if name != "pdf" or typesetter)
    return Finding("templates", "good", f"filled with a sample: {kinds}")


def _sample() -> "Document":
    """The sample release in every locale; each edition simply repeats the source."""
    from i18n_news import pipeline, workspace
    from i18n_news.model import Edition, Locale, Run, Target

    (document,) = pipeline.read_bytes(workspace.sample_release(), "release.md", name="release")
    for locale in Locale:
        segments = [segment for segment in document.segments() if segment.source]
        targets = {segment.id: Target(segment.id, locale, (Run(segment.source),)) for segment in segments}
        document = document.with_edition(Edition(locale, targets))
    return document


def _engine(config: "Config") -> Iterator[Finding]:
    """The engine is opened, which loads its model; that of a server is only named, for it may be far away."""
    import os

    from i18n_news import pipeline
    from i18n_news.errors import NewsError
    from i18n_news.model import Locale
    from i18n_news.models import store
    from i18n_news.models.sources import TRANSLATION

    settings = config.engine
    if Locale.EN not in config.build.editions:
        yield Finding("engine", "good", "not needed: there is no English edition")
        return
    if settings.kind == "chat":
        key = settings.api_key_env
        if key and not os.environ.get(key):
            yield Finding(
                "engine", "bad", f"the environment variable {key} is empty", f"put the server's key into {key}"
            )
        else:
            yield Finding("engine", "note", f"{settings.model} at {settings.url}; not asked", "the first build asks it")
        return
    if not settings.folder and store.find(TRANSLATION) is None:
        # The line of the model has said what to do.
        yield Finding("engine", "note", "not tried without its model", "install the model first")
        return
    try:
        engine = pipeline.open_engine(config, offline=True)
    except NewsError as error:
        yield _bad("engine", error)
        return
    yield Finding("engine", "good", settings.folder or "the installed model loads")
    yield _probe(engine)


def _probe(engine: "Engine") -> Finding:
    from i18n_news.translate.probe import families

    try:
        first = families(_Unasked(engine.id))[0]
    except _NotProbedError:
        return Finding("placeholder probe", "note", "not stored", "nothing; the first build makes it in a few seconds")
    return Finding("placeholder probe", "good", f"stored; best kept: {first.name}")


@dataclass(frozen=True, slots=True)
class _Unasked:
    """Stands for the engine of this id where nothing may be translated."""

    id: str

    def translate(self, sources: Sequence[str], starts: Sequence[str] = ()) -> "list[Hypothesis]":
        raise _NotProbedError

    def score(self, pairs: Sequence[tuple[str, str]]) -> "list[Scored]":
        raise _NotProbedError


def _terminal() -> Finding:
    encoding = sys.stdout.encoding or "unknown"
    try:
        # A Chinese Windows console (GBK) has no characters outside the BMP, which rare given names are written with.
        "é𬭎".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        advice = "set the environment variable PYTHONIOENCODING to utf-8; files are written right all the same"
        return Finding("terminal", "note", f"{encoding} cannot show every character", advice)
    return Finding("terminal", "good", encoding)


def _bad(what: str, error: Exception) -> Finding:
    """An error of this program says after its last semicolon what to do."""
    found, _, advice = str(error).rpartition("; ")
    return Finding(what, "bad", found or str(error), advice if found else "correct it and run i18n-news doctor again")
