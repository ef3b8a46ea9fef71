"""han-left: Chinese characters or full-width marks that stand in the English and were not decided to stand there."""

import re
from collections.abc import Iterator

from i18n_news.checks.decided import FILLER, free_text
from i18n_news.model import Document, Edition, Issue, Locale, Severity, State
from i18n_news.text.han import CJK_MARKS, HAN

_HAN_RUN = re.compile(f"[{HAN}]+(?:[{CJK_MARKS}·]*[{HAN}]+)*")
_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
# U+3000 is the full-width space; U+FF01 to U+FF5E are full-width letters, digits and marks.
_FULL_WIDTH = re.compile(f"[{CJK_MARKS}\u3000\uff01-\uff5e\uff61-\uff65]+")


def han_left(document: Document, edition: Edition) -> Iterator[Issue]:
    """Han is an error, a full-width mark a warning.

    Han inside a decided form is meant, and so is Han in brackets in a text that a person has gone over.
    """
    if edition.locale is not Locale.EN:
        return
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is None:
            continue
        text = free_text(segment, target)
        if target.state in (State.REVIEWED, State.FINAL):
            text = _BRACKETED.sub(lambda match: FILLER * len(match[0]), text)
        if found := _unique(_HAN_RUN.findall(text)):
            message = f"Chinese is left in the English: {found}. Translate it or add it to the glossary."
            yield Issue("han-left", Severity.ERROR, segment.id, Locale.EN, message)
        if found := _unique(_FULL_WIDTH.findall(text)):
            message = f"Full-width characters are left in the English: {found}. Use English ones."
            yield Issue("han-left", Severity.WARNING, segment.id, Locale.EN, message)


def _unique(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))
