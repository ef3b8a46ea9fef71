"""From one Chinese file to its editions: the stages in order."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path, PurePosixPath

from i18n_news.analyze.consistency import earlier_names, entry_forms, spelling_notes
from i18n_news.analyze.decide import decide
from i18n_news.analyze.figures import figure_annotator
from i18n_news.analyze.names import Known, Names, Tag, find_bodies, find_people, no_tags, uncovered
from i18n_news.analyze.structure import structure
from i18n_news.analyze.terms import Annotator, origin_of, term_annotator
from i18n_news.checks import run_checks
from i18n_news.config import Config
from i18n_news.editions.convert import simplified, traditional
from i18n_news.errors import InputError
from i18n_news.files import defaults_dir, write_all
from i18n_news.formats import snapshot, text
from i18n_news.glossary import terms
from i18n_news.glossary.match import Matcher
from i18n_news.glossary.terms import Term
from i18n_news.model import Document, Edition, Issue, Locale, Note, Severity, Span
from i18n_news.render.environment import Templates
from i18n_news.render.html import html_renderer
from i18n_news.render.markdown import markdown_renderer
from i18n_news.render.views import Renderer
from i18n_news.text.paragraphs import repair
from i18n_news.text.quantity_english import QuantityStyle
from i18n_news.translate.engine import Engine
from i18n_news.translate.stage import translate

# Called with the name of a stage, what is done of it and how much there is.
Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The loaded glossaries of a build: given by hand, of the config, and the words of the Taiwan edition."""

    by_hand: tuple[tuple[Term, ...], ...]
    configured: tuple[tuple[Term, ...], ...]
    taiwan: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the document with its editions, what the checks found, and the files."""

    document: Document
    issues: tuple[Issue, ...]
    folder: Path
    files: tuple[Path, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        return (*self.document.notes, *(note for edition in self.document.editions.values() for note in edition.notes))


@dataclass(frozen=True, slots=True)
class Models:
    """What a build needs loaded: the translation engine, if it makes English, and the name tagger."""

    engine: Engine | None
    tag: Tag = no_tags


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
    renderers = _renderers(config)
    report("read", 1, 1)
    locales = [Locale(locale) for locale in config.build.editions]
    models = models or open_models(config, english=Locale.EN in locales, offline=offline, progress=report)
    document = analyze(document, vocabulary, config, report, models.tag)
    if Locale.EN in locales and models.engine:
        english = translate(document, models.engine, lambda done, total: report("translate", done, total))
        document = document.with_edition(english)
    for done, locale in enumerate((chinese := [locale for locale in locales if locale.is_chinese]), start=1):
        document = document.with_edition(_chinese_edition(document, locale, vocabulary))
        report("convert", done, len(chinese))
    # Editions stand in the order of the config, whatever the order in which they were made.
    document = replace(document, editions={locale: document.editions[locale] for locale in locales})
    issues = run_checks(document)
    report("check", 1, 1)
    files: dict[PurePosixPath, bytes] = {PurePosixPath("release.json"): snapshot.dump(document, issues)}
    for renderer in renderers:
        files.update(renderer(document, issues))
    folder = config.path(config.build.out) / document.id
    written = write_all(folder, files)
    report("render", len(written), len(written))
    return Built(document, issues, folder, written)


def read_file(file: Path, *, name: str = "", meta: Mapping[str, str] | None = None) -> Document:
    """The document in a .md or .txt file, normalized and cut into sentences; InputError says why it cannot be read."""
    if file.suffix.lower() not in (".md", ".txt"):
        raise InputError(f"{file}: cannot be read; give a .md or .txt file (save a Word file as plain text in UTF-8)")
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{file}: there is no such file; check the name") from error
    except OSError as error:
        raise InputError(
            f"{file}: cannot be read ({error.strerror}); close it elsewhere or check its rights"
        ) from error
    source = text.read(data, str(file))
    return structure(repair(source.blocks), {**source.meta, **(meta or {})}, release_name(name or file.stem))


def release_name(name: str) -> str:
    """The name as a folder can have it on every system; InputError when nothing of it can stay."""
    kept = "".join("-" if char in '<>:"/\\|?*' or ord(char) < 32 else char for char in name).strip(" .")
    if not kept:
        raise InputError(f"{name!r} cannot be the name of a release; give another with --name")
    return kept


def load_vocabulary(config: Config, by_hand: Sequence[Path] = ()) -> Vocabulary:
    """The glossaries, each from the workspace or else the one that the package brings."""
    overrides = {
        term.source: term.zh_hant_tw
        for term in terms.load(_glossary(config, config.glossary.taiwan))
        if term.zh_hant_tw
    }
    configured = tuple(terms.load(_glossary(config, name)) for name in config.glossary.files)
    return Vocabulary(tuple(map(terms.load, by_hand)), configured, overrides)


def _glossary(config: Config, name: str) -> Path:
    path = config.path(name)
    packaged = defaults_dir("glossaries") / path.name
    if path.is_file() or not packaged.is_file():
        return path
    return packaged


def analyze(
    document: Document, vocabulary: Vocabulary, config: Config, report: Report = silent, tag: Tag = no_tags
) -> Document:
    """The document with its spans decided: terms given by hand first, then terms, names and figures, longest first."""
    day = _day(document.meta.get("date", ""))
    hand = Matcher((), first=vocabulary.by_hand, drafts=True, on=day)
    others = Matcher(vocabulary.configured, drafts=config.glossary.drafts, on=day)
    document = annotated(document, (term_annotator(hand),))
    registered = [term for glossary in (*vocabulary.by_hand, *vocabulary.configured) for term in glossary]
    known = Known.of(registered)
    entities = tag([segment.source for segment in document.segments()])
    people = find_people(document, entities, known, config.style.romanization)
    surely = (term_annotator(others), proposing(people), figure_annotator(_quantity_style(config)))
    unregistered = find_bodies(annotated(document, surely), entities, known)
    document = annotated(document, (*surely, proposing(unregistered)))
    document = document.with_notes(uncovered((*people.notes, *unregistered.notes), document))
    spans = sum(len(segment.spans) for segment in document.segments())
    report("annotate", spans, spans)
    short = {origin_of(term): term.en_short for term in registered if term.en_short}
    document = decide(document, short, config.style.person)
    earlier = earlier_names(config.path(config.build.out), document.id)
    # One sequence a file: forms of one entry are no conflict, forms of two files are.
    entries = entry_forms((*vocabulary.by_hand, *vocabulary.configured))
    return document.with_notes(spelling_notes(document, earlier, entries))


def proposing(names: Names) -> Annotator:
    """The annotator that proposes what was found once for the whole document."""
    return lambda document: iter(names.spans)


def _quantity_style(config: Config) -> QuantityStyle:
    return QuantityStyle(**{field.name: getattr(config.style, field.name) for field in fields(QuantityStyle)})


def annotated(document: Document, annotators: Sequence[Annotator]) -> Document:
    """The document with what the annotators propose; spans that stand already stay."""
    proposed: dict[str, list[Span]] = {}
    for annotator in annotators:
        for segment_id, span in annotator(document):
            proposed.setdefault(segment_id, []).append(span)
    return document.map_segments(lambda segment: segment.with_spans(proposed.get(segment.id, ())))


def open_models(
    config: Config, *, english: bool = True, offline: bool = False, progress: Report | None = None
) -> Models:
    """The engine, if there is to be English, and the name tagger; installed when missing and the network may be used.

    Offline and without the tagger's model, names are found by the rules alone.
    """
    from i18n_news.models import install, store
    from i18n_news.models.sources import NAMES
    from i18n_news.names.tagger import Tagger

    engine = open_engine(config, offline=offline, progress=progress) if english else None
    folder = store.find(NAMES)
    if folder is None and not offline:
        folder = install.install(NAMES, progress=progress)
    return Models(engine, Tagger(folder).entities if folder else no_tags)


def open_engine(config: Config, *, offline: bool = False, progress: Report | None = None) -> Engine:
    """The translation engine of the config; installs the model when it is missing and the network may be used."""
    from i18n_news.models import install, store
    from i18n_news.models.sources import TRANSLATION
    from i18n_news.translate.argos import ArgosEngine

    settings = config.engine
    if settings.folder:
        folder = config.path(settings.folder)
    else:
        folder = store.find(TRANSLATION) or install.install(TRANSLATION, offline=offline, progress=progress)
    return ArgosEngine(folder, beam=settings.beam, length_penalty=settings.length_penalty, threads=settings.threads)


def check_file(file: Path) -> tuple[Document, tuple[Issue, ...]]:
    """The document in a release.json, or in the folder that holds one, and what the checks find in it now."""
    path = file / "release.json" if file.is_dir() else file
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); build the release first") from error
    document = snapshot.load(data, str(path))
    return document, run_checks(document)


def exit_code(issues: Sequence[Issue], fail_on: str) -> int:
    """1 when an issue is at least as severe as `fail_on`, which may be "never"; else 0."""
    if fail_on == "never":
        return 0
    return int(any(issue.severity.rank >= Severity(fail_on).rank for issue in issues))


def _chinese_edition(document: Document, locale: Locale, vocabulary: Vocabulary) -> Edition:
    if locale is Locale.ZH_HANS:
        return simplified(document)
    return traditional(document, locale, vocabulary.taiwan if locale is Locale.ZH_HANT_TW else {})


def _renderers(config: Config) -> list[Renderer]:
    house = Templates([config.path("templates"), defaults_dir("templates")])
    made = {"html": html_renderer(house), "md": markdown_renderer(house)}
    return [made[name] for name in config.build.formats]


def _day(text: str) -> date | None:
    """The day of publication, which chooses among renderings that followed each other; None when none is given."""
    if not text:
        return None
    numbers = re.fullmatch(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*", text)
    try:
        return date(*map(int, numbers.groups())) if numbers else date.fromisoformat(text)
    except ValueError:
        raise InputError(f"the date {text!r} is not a day; write it as 2026-09-17") from None
