"""From one Chinese file to its editions: the stages in order."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath

from i18n_news.analyze.consistency import earlier_names, entry_forms, spelling_notes
from i18n_news.analyze.names import Tag, no_tags
from i18n_news.analyze.stage import Words, spanned
from i18n_news.analyze.structure import structure
from i18n_news.checks import run_checks
from i18n_news.checks.silenced import Checked, known_silences, silenced
from i18n_news.config import Config, Silence
from i18n_news.editions.authored import in_simplified
from i18n_news.editions.chinese import ChineseWords, chinese_edition
from i18n_news.editions.differences import Difference
from i18n_news.errors import InputError
from i18n_news.files import defaults_dir, write_all
from i18n_news.formats import snapshot
from i18n_news.formats.inputs import content_of
from i18n_news.formats.read import read
from i18n_news.glossary.match import binding
from i18n_news.glossary.vocabulary import Vocabulary as Vocabulary
from i18n_news.glossary.vocabulary import load_vocabulary as load_vocabulary
from i18n_news.model import Document, Issue, Locale, Note, Severity
from i18n_news.render.chosen import chosen_renderers, open_typesetter
from i18n_news.render.differences import difference_sheets
from i18n_news.render.environment import Templates
from i18n_news.render.pdf import missing_glyphs
from i18n_news.render.views import Renderer
from i18n_news.text.paragraphs import repair
from i18n_news.text.releases import split_releases
from i18n_news.translate.cached import CachedEngine
from i18n_news.translate.chosen import chosen_engine
from i18n_news.translate.engine import Engine
from i18n_news.translate.mask import FAMILIES, Family
from i18n_news.translate.probe import families
from i18n_news.translate.stage import translate

# Called with the name of a stage, what is done of it and how much there is.
Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the document with its editions, what the checks found, and the files."""

    document: Document
    issues: tuple[Issue, ...]
    folder: Path
    files: tuple[Path, ...]
    silenced: tuple[Issue, ...] = ()

    @property
    def notes(self) -> tuple[Note, ...]:
        return (*self.document.notes, *(note for edition in self.document.editions.values() for note in edition.notes))


@dataclass(frozen=True, slots=True)
class Models:
    """What a build needs loaded: the translation engine, if it makes English, and the name tagger.

    `families` are the placeholders in the order in which the engine keeps them.
    """

    engine: Engine | None
    tag: Tag = no_tags
    families: tuple[Family, ...] = FAMILIES


def silent(stage: str, done: int, total: int) -> None:
    """The report of a build that nobody watches."""


def build_file(
    file: Path,
    config: Config,
    *,
    name: str = "",
    meta: Mapping[str, str] | None = None,
    by_hand: Sequence[Path] = (),
    offline: bool = False,
    report: Report = silent,
    models: Models | None = None,
) -> Built:
    """Read, decide, translate, convert, check, render and write one release; on any NewsError nothing is written."""
    report("read", 0, 1)
    document = read_file(file, name=name, meta=meta or {})
    vocabulary = load_vocabulary(config, by_hand)
    return build_document(document, config, vocabulary, offline=offline, report=report, models=models)


def build_document(
    document: Document,
    config: Config,
    vocabulary: Vocabulary,
    *,
    offline: bool = False,
    report: Report = silent,
    models: Models | None = None,
) -> Built:
    """What `build_file` does after reading the release and the glossaries."""
    known_silences(config.silence)
    typesetter = open_typesetter(config, offline=offline, progress=report)
    renderers = chosen_renderers(config, house_templates(config), typesetter)
    report("read", 1, 1)
    words = ChineseWords(vocabulary.words, config.taiwan)
    document, authored = in_simplified(document, words.back(vocabulary.registered))
    locales = [Locale(locale) for locale in config.build.editions]
    if authored and authored.locale not in locales:
        locales.append(authored.locale)
    models = models or open_models(config, english=Locale.EN in locales, offline=offline, progress=report)
    document = analyze(document, vocabulary, config, report, models.tag)
    if Locale.EN in locales and models.engine:
        progress = partial(report, "translate")
        english = translate(document, models.engine, progress, models.families)
        document = document.with_edition(english)
    differences: dict[Locale, Sequence[Difference]] = {}
    for done, locale in enumerate((chinese := [locale for locale in locales if locale.is_chinese]), start=1):
        made = chinese_edition(document, locale, words, authored)
        document = document.with_edition(made.edition)
        if made.differences:
            differences[locale] = made.differences
        report("convert", done, len(chinese))
    # Editions stand in the order of the config, whatever the order in which they were made.
    document = replace(document, editions={locale: document.editions[locale] for locale in locales})
    if typesetter:
        document = missing_glyphs(document, typesetter)
    return finish(document, config, renderers, differences, report)


def finish(
    document: Document,
    config: Config,
    renderers: Sequence[Renderer],
    differences: Mapping[Locale, Sequence[Difference]],
    report: Report = silent,
    *,
    only: Collection[str] = (),
) -> Built:
    """Check, render and write a document whose editions stand; `only` names the files to write besides release.json."""
    checked = silenced(document, run_checks(document), config.silence)
    # The renderers see all of them; an issue says itself that it is silenced.
    issues = (*checked.issues, *checked.silenced)
    report("check", 1, 1)
    files: dict[PurePosixPath, bytes] = {PurePosixPath("release.json"): snapshot.dump(document, issues)}
    for renderer in renderers:
        files.update(renderer(document, issues))
    if "html" in config.build.chosen_formats:
        files.update(difference_sheets(house_templates(config))(document, differences))
    if only:
        files = {path: data for path, data in files.items() if path.name in {"release.json", *only}}
    folder = config.path(config.build.out) / document.id
    written = write_all(folder, files)
    report("render", len(written), len(written))
    return Built(document, checked.issues, folder, written, checked.silenced)


def read_file(file: Path, *, name: str = "", meta: Mapping[str, str] | None = None) -> Document:
    """The document in a file of any readable form, or on standard input (`-`); InputError says why not."""
    return read_bytes(content_of(file), str(file), name=name or file.stem, meta=meta)[0]


def read_bytes(
    data: bytes, origin: str, *, name: str, meta: Mapping[str, str] | None = None, split: bool = False
) -> tuple[Document, ...]:
    """The document in these bytes, normalized and cut into sentences; with `split` one for each release in them.

    `origin` is the file's name for messages, `name` that of the release; several are called name-1, name-2.
    """
    source = read(data, origin)
    repaired = repair(source.blocks)
    releases = split_releases(repaired) if split else (repaired,)
    documents = []
    for number, release in enumerate(releases, start=1):
        own = release_name(f"{name}-{number}" if len(releases) > 1 else name)
        documents.append(structure(release, {**source.meta, **(meta or {})}, own).with_notes(source.notes))
    return tuple(documents)


def release_name(name: str) -> str:
    """The name as a folder can have it on every system; InputError when nothing of it can stay."""
    kept = "".join("-" if char in '<>:"/\\|?*' or ord(char) < 32 else char for char in name).strip(" .")
    if not kept:
        raise InputError(f"{name!r} cannot be the name of a release; give another with --name")
    return kept


def analyze(
    document: Document, vocabulary: Vocabulary, config: Config, report: Report = silent, tag: Tag = no_tags
) -> Document:
    """The document with its spans decided: terms given by hand first, then terms, names and figures, longest first."""
    sources = [segment.source for segment in document.segments()]
    within = "\n".join(sources)
    words = Words.on(publication_day(document), vocabulary.by_hand, vocabulary.configured, config, within=within)
    document = spanned(document, tag(sources), words, config)
    spans = sum(len(segment.spans) for segment in document.segments())
    report("annotate", spans, spans)
    earlier = earlier_names(config.path(config.build.out), document.id)
    # One sequence a file: forms of one entry are no conflict, forms of two files are.
    entries = entry_forms((*vocabulary.by_hand, *vocabulary.configured))
    return document.with_notes(spelling_notes(document, earlier, entries))


def open_models(
    config: Config,
    *,
    english: bool = True,
    offline: bool = False,
    progress: Report | None = None,
    cached: bool = True,
) -> Models:
    """The engine, if there is to be English, and the name tagger; installed when missing and the network may be used.

    With a database in the config and `cached`, what was translated before comes from there, and the engine's model is
    not loaded until it is needed. Offline and without the tagger's model, names are found by the rules alone.
    """
    from i18n_news.models import install, store
    from i18n_news.models.sources import NAMES
    from i18n_news.names.tagger import Tagger

    open_one = _open_cached if cached and config.memory.database else open_engine
    engine = open_one(config, offline=offline, progress=progress) if english else None
    folder = store.find(NAMES)
    if folder is None and not offline:
        folder = install.install(NAMES, progress=progress)
    kept = families(engine) if engine else FAMILIES
    return Models(engine, Tagger(folder).entities if folder else no_tags, kept)


def open_engine(config: Config, *, offline: bool = False, progress: Report | None = None) -> Engine:
    """The translation engine of the config; installs the model when it is missing and the network may be used."""
    return chosen_engine(config, partial(_renderings, config), offline=offline, progress=progress).open()


def _open_cached(config: Config, *, offline: bool = False, progress: Report | None = None) -> Engine:
    from i18n_news.memory.cache import EngineAnswers
    from i18n_news.memory.database import Database

    chosen = chosen_engine(config, partial(_renderings, config), offline=offline, progress=progress)
    return CachedEngine(chosen, EngineAnswers(Database(config.memory.database, config.folder)))


def _renderings(config: Config) -> dict[str, str]:
    """The English of the entries that bind on every day."""
    # The day of the release is not known here; what is not valid on every day is decided by the matcher alone.
    always = (
        [term for term in glossary if term.en and (term.valid_from, term.valid_to) == (date.min, date.max)]
        for glossary in load_vocabulary(config).configured
    )
    chosen = binding(tuple(always), drafts=config.glossary.drafts, domains=config.glossary.domains)
    return {source: term.en for source, term in chosen.items()}


def check_file(file: Path, silences: Sequence[Silence] = ()) -> tuple[Document, Checked]:
    """The document in a release.json, or in the folder that holds one, and what the checks find in it now."""
    known_silences(silences)
    path = file / "release.json" if file.is_dir() else file
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); build the release first") from error
    document = snapshot.load(data, str(path))
    return document, silenced(document, run_checks(document), silences)


def exit_code(issues: Sequence[Issue], fail_on: str) -> int:
    """1 when an issue is at least as severe as `fail_on`, which may be "never"; else 0."""
    if fail_on == "never":
        return 0
    return int(any(issue.severity.rank >= Severity(fail_on).rank for issue in issues))


def house_templates(config: Config) -> Templates:
    """The house templates of the workspace, and those of the package behind them."""
    return Templates([config.path("templates"), defaults_dir("templates")])


def publication_day(document: Document) -> date | None:
    """The day in the front matter, which chooses among renderings that followed each other; None when none is given."""
    text = document.meta.get("date", "")
    if not text:
        return None
    numbers = re.fullmatch(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*", text)
    try:
        return date(*map(int, numbers.groups())) if numbers else date.fromisoformat(text)
    except ValueError:
        raise InputError(f"the date {text!r} is not a day; write it as 2026-09-17") from None
