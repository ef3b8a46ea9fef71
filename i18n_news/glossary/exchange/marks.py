"""Columns that a form has no place for, in a comment that a person can read: `【kind】person 【avoid】Beam`."""

import re
from collections.abc import Mapping, Sequence

from i18n_news.glossary.terms import COLUMNS

_NAMES = "|".join(re.escape(name) for name in COLUMNS)
_MARK = re.compile(rf"(?:^|(?<= ))【({_NAMES})】")
# What looks like a mark in a text has its brackets doubled.
_LOOKS = re.compile(rf"【+(?=(?:{_NAMES})】)")


def marked(cells: Mapping[str, str]) -> list[str]:
    """One text for each column that says something; a plain note needs no mark unless it would hide one."""
    pieces = []
    for name, cell in cells.items():
        if not cell:
            continue
        escaped = _LOOKS.sub(lambda found: found[0] * 2, cell)
        pieces.append(escaped if name == "note" else f"【{name}】{escaped}")
    # The note comes first, where it ends at the first mark.
    return sorted(pieces, key=lambda piece: bool(_MARK.match(piece)))


def unmarked(texts: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The plain texts and the columns; what other tools wrote has no marks and comes back as it is."""
    plain, cells = [], {}
    for text in texts:
        if "【" not in text:
            plain.append(text)
            continue
        first, *rest = _MARK.split(text)
        if first := _restored(first):
            plain.append(first)
        cells.update({name: _restored(cell) for name, cell in zip(rest[::2], rest[1::2], strict=True)})
    return plain, cells


def _restored(text: str) -> str:
    return _LOOKS.sub(lambda found: found[0][: (len(found[0]) + 1) // 2], text.strip())
