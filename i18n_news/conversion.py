"""A single text from one Chinese script to another, line by line, with the words, names and terms of the workspace."""

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n_news import pipeline
from i18n_news.analyze.names import Tag, no_tags
from i18n_news.checks import run_checks
from i18n_news.config import Config
from i18n_news.editions.authored import Authored, in_simplified
from i18n_news.editions.chinese import ChineseWords, chinese_edition
from i18n_news.editions.differences import Difference, of_simplified
from i18n_news.editions.script import region_of, script_of
from i18n_news.editions.simplify import Simplified
from i18n_news.errors import ConfigError, InputError
from i18n_news.model import Block, BlockKind, Document, Issue, Locale, Segment
from i18n_news.render.differences import difference_page
from i18n_news.render.environment import Templates
from i18n_news.text.encodings import decode

# Parts a text into its lines and the breaks between them, so that nothing of its shape is lost.
_BREAKS = re.compile("(\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class ConvertedText:
    """The converted text with its line breaks, what the checks found, and the document that the differences are of."""

    text: str
    document: Document
    locale: Locale
    issues: tuple[Issue, ...]
    differences: tuple[Difference, ...]

    def sheet(self, templates: Templates) -> str:
        """The sheet of differences as one HTML page."""
        return difference_page(templates, self.document, self.locale, self.differences)


def convert_text(text: str, target: Locale, config: Config, *, name: str = "text", tag: Tag = no_tags) -> ConvertedText:
    """The text in the script and words of `target`; what is written so already comes back as it is.

    Traditional text of another region goes by way of Simplified, so that the glossaries decide its terms too.
    """
    parts = _BREAKS.split(text)
    lines = {_id(number): part for number, part in enumerate(parts) if number % 2 == 0 and part.strip()}
    document = Document(name, Locale.ZH_HANS, tuple(_block(segment_id, line) for segment_id, line in lines.items()))
    if not lines or (script_of(text).is_traditional and target is region_of(text)):
        return ConvertedText(text, document, target, (), ())
    vocabulary = pipeline.load_vocabulary(config)
    words = ChineseWords(vocabulary.words, config.taiwan)
    made: dict[str, Simplified] = {}
    source, authored = in_simplified(document, _remembering(words.back(vocabulary.registered), made))
    if target is Locale.ZH_HANS:
        differences = _backwards(document, authored, made)
        result = source.with_edition(chinese_edition(source, target, words).edition)
        texts = {segment.id: segment.source for segment in source.segments()}
        return ConvertedText(_joined(parts, texts), document, target, run_checks(result), differences)
    source = pipeline.analyze(source, vocabulary, config, tag=tag)
    conversion = chinese_edition(source, target, words)
    texts = {name: made_target.text for name, made_target in conversion.edition.targets.items()}
    issues = run_checks(source.with_edition(conversion.edition))
    return ConvertedText(_joined(parts, texts), source, target, issues, conversion.differences)


def locale_of(name: str) -> Locale:
    """The Chinese locale that is called so; ConfigError names the nearest."""
    choices = [locale.value for locale in Locale if locale.is_chinese]
    if name in choices:
        return Locale(name)
    near = [choice for choice in choices if choice.lower().startswith(name.lower())] or difflib.get_close_matches(
        name, choices, n=1
    )
    hint = f"did you mean {near[0]}? " if near else ""
    raise ConfigError(f"--to cannot be {name!r}; {hint}choose from {', '.join(choices)}")


def read_text(source: Path | bytes, name: str) -> str:
    """The text of a .md or .txt file, or of bytes; InputError says why it cannot be read."""
    if isinstance(source, bytes):
        return decode(source, name).text
    if source.suffix.lower() not in (".md", ".txt"):
        raise InputError(f"{name}: only .md and .txt are converted alone; for other documents use i18n-news build")
    try:
        return decode(source.read_bytes(), name).text
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}); check the path") from error


def _block(segment_id: str, line: str) -> Block:
    return Block(BlockKind.PARAGRAPH, (Segment(segment_id, line),))


def _id(number: int) -> str:
    """The segment of a part: line n of the text is pn."""
    return f"p{number // 2 + 1}.s1"


def _joined(parts: Sequence[str], texts: dict[str, str]) -> str:
    return "".join(texts.get(_id(number), part) if number % 2 == 0 else part for number, part in enumerate(parts))


def _remembering(
    back: Callable[[Locale], Callable[[str], Simplified]], made: dict[str, Simplified]
) -> Callable[[Locale], Callable[[str], Simplified]]:
    """`back`, whose results are kept by the text that they were made of."""

    def of_locale(locale: Locale) -> Callable[[str], Simplified]:
        simplify = back(locale)

        def remembered(text: str) -> Simplified:
            made[text] = simplify(text)
            return made[text]

        return remembered

    return of_locale


def _backwards(document: Document, authored: Authored, made: dict[str, Simplified]) -> tuple[Difference, ...]:
    if not authored:
        return ()
    return tuple(
        difference for segment in document.segments() for difference in of_simplified(segment.id, made[segment.source])
    )
