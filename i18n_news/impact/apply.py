"""Rebuilding the releases that a change touches, and those alone: new sentences, the checks again, the same files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from i18n_news.analyze.consistency import KINDS, earlier_names, entry_forms, spelling_notes
from i18n_news.analyze.decide import surname_form
from i18n_news.config import ALL_FORMATS, FORMATS, Config
from i18n_news.editions.chinese import ChineseWords
from i18n_news.editions.convert import converted
from i18n_news.editions.differences import Difference
from i18n_news.errors import NewsError
from i18n_news.glossary.vocabulary import Vocabulary, load_vocabulary
from i18n_news.impact.releases import is_given
from i18n_news.impact.sides import Side
from i18n_news.impact.values import Affected, Impact
from i18n_news.model import Document, Edition, FrozenMap, Locale
from i18n_news.pipeline import Built, Report, finish, house_templates, silent
from i18n_news.render.chosen import chosen_renderers, open_typesetter
from i18n_news.render.pdf import missing_glyphs

SNAPSHOT = "release.json"
SPELLING = ("decide", "spelling-conflict")


def apply(
    impact: Impact,
    config: Config,
    *,
    by_hand: Sequence[Path] = (),
    published: bool = False,
    offline: bool = False,
    report: Report = silent,
) -> tuple[Built, ...]:
    """Write the revised releases: release.json and those files of each that stand in its folder.

    What is published is out, and its text stays as it went out unless `published` says otherwise.
    NewsError where NEW is not what the workspace's glossaries say, for a release must never say what they do not.
    """
    new = impact.sides.new
    if _meaning(new.vocabulary) != _meaning(load_vocabulary(config, by_hand)) and not _is_by_hand(new, config):
        raise NewsError(f"{new.name} is not what the glossaries of the workspace say; put it there, then apply")
    releases = [each for each in impact.releases if each.is_writable and (published or not each.published)]
    documents = _with_spelling(releases, new.vocabulary, config)
    # Each is written whole or not at all; after an error a second run goes on where the first one stopped.
    return tuple(
        _rebuilt(release.folder, document, new.vocabulary, config, offline, report)
        for release, document in zip(releases, documents, strict=True)
    )


def _rebuilt(
    folder: Path, document: Document, vocabulary: Vocabulary, config: Config, offline: bool, report: Report
) -> Built:
    files = sorted(path.name for path in folder.iterdir() if path.is_file())
    own = _config_of(folder, files, document, config)
    typesetter = open_typesetter(own, offline=offline, progress=report)
    if typesetter:
        document = missing_glyphs(_without_notes(document, "render"), typesetter)
    renderers = chosen_renderers(own, house_templates(own), typesetter)
    # The folder's name is the release's, also where somebody has renamed it.
    return finish(
        replace(document, id=folder.name),
        own,
        renderers,
        _differences(document, vocabulary, own),
        report,
        only=(SNAPSHOT, *files),
    )


def _config_of(folder: Path, files: Iterable[str], document: Document, config: Config) -> Config:
    """The settings with the editions and formats that the release was built with, as its folder shows them."""
    ends = {name.rpartition(".")[2] for name in files}
    formats = tuple(name for name in FORMATS if name in ends and name != ALL_FORMATS)
    editions = tuple(str(locale) for locale in document.editions)
    return replace(
        config, build=replace(config.build, formats=formats, editions=editions, out=str(folder.parent.resolve()))
    )


def _differences(document: Document, vocabulary: Vocabulary, config: Config) -> Mapping[Locale, Sequence[Difference]]:
    """What the sheets of differences show, for the Traditional editions that were made here."""
    if "html" not in config.build.formats:
        return {}
    words = ChineseWords(vocabulary.words, config.taiwan)
    made = {
        locale: converted(document, locale, words.overrides(locale)).differences
        for locale, edition in document.editions.items()
        if locale.is_traditional and not is_given(document, edition)
    }
    return {locale: differences for locale, differences in made.items() if differences}


def _with_spelling(releases: Sequence[Affected], vocabulary: Vocabulary, config: Config) -> list[Document]:
    """The revised documents, with the notes on names that other releases write otherwise as all of them are now."""
    out = config.path(config.build.out)
    entries = entry_forms((*vocabulary.by_hand, *vocabulary.configured))
    renewed = {release.folder.name: dict.fromkeys(_names(release.revised)) for release in releases}
    others = _forms_of(earlier_names(out, ""), set(renewed))
    documents = []
    for release in releases:
        earlier = {name: dict(forms) for name, forms in others.items()}
        for folder, found in renewed.items():
            for name, form in found if folder != release.folder.name else ():
                forms = earlier.setdefault(name, {})
                forms[form] = (*forms.get(form, ()), folder)
        document = release.revised
        stays = tuple(note for note in document.notes if (note.stage, note.kind) != SPELLING)
        without = replace(document, notes=stays)
        documents.append(without.with_notes(spelling_notes(without, FrozenMap(earlier), entries)))
    return documents


def _forms_of(
    earlier: Mapping[str, Mapping[str, tuple[str, ...]]], left_out: set[str]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """The forms by name that other releases than those left out use."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, forms in earlier.items():
        for form, releases in forms.items():
            if stay := tuple(release for release in releases if release not in left_out):
                found.setdefault(name, {})[form] = stay
    return found


def _names(document: Document) -> list[tuple[str, str]]:
    """The names of a release with their full English forms, as `earlier_names` reads them from a file."""
    pairs = [
        (segment.text_of(span), span.forms[Locale.EN])
        for segment in document.segments()
        for span in segment.spans
        if span.kind in KINDS and Locale.EN in span.forms and span.end - span.start > 1
    ]
    return [
        (name, form)
        for name, form in dict.fromkeys(pairs)
        if not any(other == name and whole != form and form == surname_form(name, whole) for other, whole in pairs)
    ]


def _without_notes(document: Document, stage: str) -> Document:
    editions = {
        locale: Edition(locale, edition.targets, tuple(note for note in edition.notes if note.stage != stage))
        for locale, edition in document.editions.items()
    }
    return replace(document, editions=editions)


def _meaning(vocabulary: Vocabulary) -> tuple[object, ...]:
    """What a vocabulary says, with the line of every entry, for the origins of spans name it."""
    every = (*vocabulary.by_hand, *vocabulary.configured, *vocabulary.words.values())
    return tuple(tuple((term, term.file, term.line) for term in rows) for rows in every)


def _is_by_hand(side: Side, config: Config) -> bool:
    """Whether the side is the workspace and a glossary given by hand, as a build with --glossary has it."""
    return _meaning(replace(side.vocabulary, by_hand=())) == _meaning(load_vocabulary(config))
