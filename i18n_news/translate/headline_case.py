"""Capitals of headlines as in a sentence: what is known as a name keeps its own, what is not known is left alone."""

import re

from i18n_news.model import SpanKind
from i18n_news.text.american import american
from i18n_news.translate.headline_words import listed, phrases
from i18n_news.translate.line import Line

WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
# The share of words in capitals from which on the engine gave them to every word.
TITLE_CASE = 0.7
# Endings that English words have and names hardly ever.
PLAIN = re.compile(
    r"(?:tions?|sions?|ments?|ness|ities|ity|ances?|ences?|ships?|ings?|ives?|ful|less|able|ible|ous|ical|ally|ize[ds]?|"
    r"ies|ied|at(?:e|ed|es)|ology|hood|wards?|ists?|tures?|ety|ary|ory|edly|ently|antly|ular|ural|onal)$"
)
# Beijing and Liaoning end like gerunds.
PINYIN = re.compile(
    r"(?:(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?"
    r"(?:i(?:a(?:ng?|o)?|e|u|ng?|ong)?|u(?:a(?:ng?|i)?|o|i|n|e)?|a(?:i|o|ng?)?|e(?:i|r|ng?)?|o(?:u|ng)?))+"
)


def headline_capitals(line: Line) -> str:
    """Free words in small letters but the first and names, where the engine wrote the headline in title case."""
    words = list(WORD.finditer(line.text))
    content = [word[0] for word in words[1:] if len(word[0]) > 3]
    capital = [word for word in content if word[0].isupper()]
    # In sentence case a capital says that this is a name; only in title case it says nothing.
    if not line.is_heading or len(content) < 2 or len(capital) < TITLE_CASE * len(content):
        return line.text
    text = line.text
    kept = _names(line, words)
    for word in words:
        if word.start() not in kept:
            text = text[: word.start()] + word[0].lower() + text[word.end() :]
    for phrase in phrases():
        text = re.sub(rf"\b{re.escape(phrase)}\b", phrase, text, flags=re.IGNORECASE)
    return text


def _names(line: Line, words: list[re.Match[str]]) -> set[int]:
    """Where the words start that keep their capitals: names, and the generic words that belong to them."""
    kept: set[int] = set()
    named = False
    for word in words:
        text = word[0]
        before = line.text[: word.start()].rstrip(" ")
        starts = re.sub(r"[\s“”‘’\"'()\[\]]+$", "", before)[-1:] in ("", ":", ".", "!", "?")
        is_known = text in listed("names") or (text.isupper() and len(text) > 1) or _is_mixed(text)
        # "Goosetine City": a generic word belongs to the name before it.
        is_head = text.lower() in listed("heads") and (named or line.kind(before[-1:]) is SpanKind.PLACE)
        named = is_known or is_head or not _is_common(text)
        if starts or named:
            kept.add(word.start())
    return kept


def _is_common(word: str) -> bool:
    lower = word.lower()
    stems = {
        lower,
        lower.removesuffix("s"),
        lower.removesuffix("es"),
        lower.removesuffix("d"),
        lower.removesuffix("ed"),
    }
    return bool(stems & listed("common")) or lower in american() or _is_plain(word)


def _is_mixed(word: str) -> bool:
    """Capitals inside, as in "iPhone"; the parts of "High-Tech" are words of their own."""
    return any(part[:1].islower() or any(map(str.isupper, part[1:])) for part in word.split("-")) and not word.islower()


def _is_plain(word: str) -> bool:
    parts = word.lower().split("-")
    if len(parts) > 1:
        return all(map(_is_common, parts))
    return len(word) > 5 and PLAIN.search(word.lower()) is not None and not PINYIN.fullmatch(word.lower())
