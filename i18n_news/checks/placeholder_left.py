"""placeholder-left: a mark that stood for a decided form during translation and was not put back."""

import re
from collections.abc import Iterator

from i18n_news.checks.decided import free_text
from i18n_news.model import Document, Edition, Issue, Locale, Severity

# What is given to the engine and what engines make of it: X1, X2s, “X1”, X 1, TeamX1, X1X2, P1.
_PLACEHOLDER = re.compile(
    r"(?<![A-Z0-9])(?:X[ -]?\d{1,3}|(?<![A-Za-z])[PL]\d{1,3})(?=s?(?![A-Za-z0-9]))|(?<![A-Z0-9])X\d+(?=X\d)"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


def placeholders_left(document: Document, edition: Edition) -> Iterator[Issue]:
    """An error each; what the source says itself (an X1 of a product's name) is none."""
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is None:
            continue
        text = free_text(segment, target)
        found = [char for char in _PRIVATE.findall(text) if char not in segment.source]
        if edition.locale is Locale.EN:
            own = re.sub(r"[ -]", "", segment.source).upper()
            found += [mark for mark in _PLACEHOLDER.findall(text) if re.sub(r"[ -]", "", mark) not in own]
        for mark in dict.fromkeys(found):
            shown = mark if mark.isprintable() else f"U+{ord(mark[0]):04X}"
            message = f"The placeholder “{shown}” is left in the text. Write what it stands for, or translate again."
            yield Issue("placeholder-left", Severity.ERROR, segment.id, edition.locale, message)
