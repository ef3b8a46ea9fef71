"""From one Chinese file to its editions: the stages in order."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath

from i18n_news.analyze.consistency import earlier_names, entry_forms, spelling_notes
from i18n_news.analyze.decide import decide
from i18n_news.analyze.figures import figure_annotator
from i18n_news.analyze.names import Known, Names, Tag, find_bodies, find_people, no_tags, uncovered
from i18n_news.analyze.readings import with_readings
from i18n_news.analyze.structure import structure
from i18n_news.analyze.terms import Annotator, origin_of, term_annotator
from i18n_news.checks import run_checks
from i18n_news.config import Config
from i18n_news.editions.authored import in_simplified
from i18n_news.editions.chinese import ChineseWords, chinese_edition
from i18n_news.editions.differences import Difference
from i18n_news.errors import InputError
from i18n_news.files import defaults_dir, write_all
from i18n_news.formats import snapshot
from i18n_news.formats.inputs import content_of
from i18n_news.formats.read import read
from i18n_news.glossary import terms
from i18n_news.glossary.match import Matcher
from i18n_news.glossary.terms import Term
from i18n_news.model import Document, Issue, Locale, Note, Severity, Span
from i18n_news.render.chosen import chosen_renderers, open_typesetter
from i18n_news.render.differences import difference_sheets
from i18n_news.render.environment import Templates
from i18n_news.render.pdf import missing_glyphs
from i18n_news.text.paragraphs import repair
from i18n_news.text.quantity_english import QuantityStyle
from i18n_news.text.releases import split_releases
from i18n_news.translate.engine import Engine
from i18n_news.translate.mask import FAMILIES, Family
from i18n_news.translate.probe import families
from i18n_news.translate.stage import translate

# Called with the name of a stage, what is done of it and how much there is.
Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The loaded glossaries of a build: given by hand, of the config, and the words of the Traditional editions."""

    by_hand: tuple[tuple[Term, ...], ...]
    configured: tuple[tuple[Term, ...], ...]
    words: Mapping[Locale, tuple[Term, ...]]

    @property
    def registered(self) -> tuple[Term, ...]:
        return tuple(term for glossary in (*self.by_hand, *self.configured) for term in glossary)


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
    return build_document(document, config, by_hand=by_hand, offline=offline, report=report, models=models)


def build_document(
    document: Document,
    config: Config,
    *,
    by_hand: Sequence[Path] = (),
    offline: bool = False,
    report: Report = silent,
    models: Models | None = None,
) -> Built:
    """What `build_file` does after reading."""
    vocabulary = load_vocabulary(config, by_hand)
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
    issues = run_checks(document)
    report("check", 1, 1)
    files: dict[PurePosixPath, bytes] = {PurePosixPath("release.json"): snapshot.dump(document, issues)}
    for renderer in renderers:
        files.update(renderer(document, issues))
    if "html" in config.build.chosen_formats:
        files.update(difference_sheets(house_templates(config))(document, differences))
    folder = config.path(config.build.out) / document.id
    written = write_all(folder, files)
    report("render", len(written), len(written))
    return Built(document, issues, folder, written)


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


def load_vocabulary(config: Config, by_hand: Sequence[Path] = ()) -> Vocabulary:
    """The glossaries, each from the workspace or else the one that the package brings."""
    words = {
        Locale.ZH_HANT_TW: terms.load(_glossary(config, config.glossary.taiwan)),
        Locale.ZH_HANT_HK: terms.load(_glossary(config, config.glossary.hong_kong)),
    }
    configured = tuple(terms.load(_glossary(config, name)) for name in config.glossary.files)
    return Vocabulary(tuple(map(terms.load, by_hand)), configured, words)


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
    registered = vocabulary.registered
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
    document = decide(with_readings(document), short, config.style.person)
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
    kept = families(engine) if engine else FAMILIES
    return Models(engine, Tagger(folder).entities if folder else no_tags, kept)


def open_engine(config: Config, *, offline: bool = False, progress: Report | None = None) -> Engine:
    """The translation engine of the config; installs the model when it is missing and the network may be used."""
    from i18n_news.models import install, store
    from i18n_news.models.sources import TRANSLATION
    from i18n_news.translate.chat import ChatEngine
    from i18n_news.translate.chat_server import Server
    from i18n_news.translate.ctranslate import CTranslateEngine
    from i18n_news.translate.model_folder import Tokens

    settings = config.engine
    if settings.kind == "chat":
        server = Server(
            settings.url,
            key_variable=settings.api_key_env,
            allow_remote=settings.allow_remote,
            timeout=settings.timeout,
        )
        return ChatEngine(server, settings.model, glossary=_renderings(config), parallel=settings.parallel)
    if settings.folder:
        folder = config.path(settings.folder)
    else:
        folder = store.find(TRANSLATION) or install.install(TRANSLATION, offline=offline, progress=progress)
    return CTranslateEngine(
        folder,
        source_pieces=settings.source_pieces,
        target_pieces=settings.target_pieces,
        tokens=Tokens(settings.source_prefix, settings.source_suffix, settings.target_prefix),
        beam=settings.beam,
        length_penalty=settings.length_penalty,
        threads=settings.threads,
    )


def _renderings(config: Config) -> dict[str, str]:
    """The English of the entries that bind on every day; of two with one source the earlier."""
    statuses = ("approved", "draft") if config.glossary.drafts else ("approved",)
    registered = (term for glossary in load_vocabulary(config).configured for term in glossary)
    # The day of the release is not known here; what is not valid on every day is decided by the matcher alone.
    always = (term for term in registered if (term.valid_from, term.valid_to) == (date.min, date.max))
    bind = [term for term in always if term.en and term.status in statuses]
    return {term.source: term.en for term in reversed(bind)}


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


def house_templates(config: Config) -> Templates:
    """The house templates of the workspace, and those of the package behind them."""
    return Templates([config.path("templates"), defaults_dir("templates")])


def _day(text: str) -> date | None:
    """The day of publication, which chooses among renderings that followed each other; None when none is given."""
    if not text:
        return None
    numbers = re.fullmatch(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*", text)
    try:
        return date(*map(int, numbers.groups())) if numbers else date.fromisoformat(text)
    except ValueError:
        raise InputError(f"the date {text!r} is not a day; write it as 2026-09-17") from None
