"""Names: readings that the characters cannot have, and Traditional forms that no converter can know."""

import re
from collections.abc import Iterator

from i18n_news.glossary.lint.finding import Finding, Glossaries, Sheet
from i18n_news.glossary.terms import Term
from i18n_news.model import Severity
from i18n_news.text.han import is_han
from i18n_news.text.heteronyms import possible_readings
from i18n_news.text.pinyin import without_tones
from i18n_news.text.romanize_tables import common_words

NAMES = ("person", "place", "organization")
NOT_A_LETTER = re.compile(r"[^a-zü\u00e0-\u01dc\u1e00-\u1eff]")


def traditional(glossaries: Glossaries) -> Iterator[Finding]:
    """`missing-traditional`: a name with a character that has several Traditional ones wants its owner's word."""
    is_doubtful = glossaries.knowledge.is_doubtful
    for sheet, term in glossaries.current():
        if term.kind not in NAMES or term.zh_hant_tw:
            continue
        # The converter knows 开发 in 开发区; of a person's characters it knows nothing.
        unknown = term.source if term.kind == "person" else without_words(term.source)
        if is_doubtful(unknown):
            severity = Severity.WARNING if term.kind == "person" else Severity.INFO
            message = "a character of this name has more than one Traditional form; give zh-Hant-TW"
            yield sheet.finding(term, "missing-traditional", severity, message)


def without_words(name: str) -> str:
    """The characters of a name that are in no ordinary word of it, longest words first."""
    common = common_words()
    for size in range(len(name), 1, -1):
        for start in range(len(name) - size + 1):
            if name[start : start + size] in common:
                return without_words(name[:start]) + without_words(name[start + size :])
    return name


def readings(glossaries: Glossaries) -> Iterator[Finding]:
    """`impossible-reading`, `doubtful-tones`, `reading-against-english`: what a reading cannot be."""
    for sheet, term in glossaries.entries():
        if term.reading and any(map(is_han, term.source)):
            yield from _in_entry(sheet, term)


def _in_entry(sheet: Sheet, term: Term) -> Iterator[Finding]:
    read = letters(term.reading)
    plain = without_tones(read)
    if not _can_be(term.source, plain, toneless=True):
        message = f"{term.reading!r} is no reading of these characters; correct it"
        yield sheet.finding(term, "impossible-reading", Severity.ERROR, message)
        return
    if plain != read and not _can_be(term.source, read, toneless=False):
        message = f"the tones of {term.reading!r} are in no dictionary; check them"
        yield sheet.finding(term, "doubtful-tones", Severity.WARNING, message)
    english = letters(term.en)
    if term.kind == "person" and english != plain and _can_be(term.source, english, toneless=True):
        message = f"read {term.reading!r} but spelled {term.en!r}; correct one"
        yield sheet.finding(term, "reading-against-english", Severity.WARNING, message)


def letters(text: str) -> str:
    """The letters of pinyin alone, small; a u with two dots may be typed as v."""
    return NOT_A_LETTER.sub("", text.lower().replace("v", "ü"))


def _can_be(source: str, read: str, *, toneless: bool) -> bool:
    """Whether the letters are one reading of each character in order; other characters are as they are, or silent."""
    pattern = ""
    for character in source:
        if not is_han(character):
            pattern += f"(?:{re.escape(letters(character))})?" if letters(character) else ""
            continue
        options = possible_readings(character)
        if not options:
            return True
        plain = {without_tones(option) for option in options}
        # Passports and old maps write yu, and many type u.
        typed = {option.replace("ü", other) for option in plain for other in ("yu", "u")}
        pattern += f"(?:{'|'.join(map(re.escape, plain | typed if toneless else options | plain))})"
    return re.fullmatch(pattern, read) is not None
