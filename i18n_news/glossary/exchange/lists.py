"""The plain lists that offices keep: a Chinese term and its English on a line, in either order, numbered or not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n_news.errors import GlossaryError
from i18n_news.glossary.exchange.bounds import MAX_CELL
from i18n_news.glossary.exchange.marks import unmarked
from i18n_news.glossary.exchange.remarks import Notebook, RemarkKind
from i18n_news.glossary.exchange.rows import Place, Row, term_of, too_long
from i18n_news.glossary.terms import COLUMNS, Term
from i18n_news.text.han import is_han

# 1. 1、 (1) （一） 一、 ① • - : never 3.5 or 5G.
_NUMBER = re.compile(
    r"\s*(?:[(（]\s*(?:\d{1,5}|[一二三四五六七八九十]{1,3})\s*[)）]|\d{1,5}\s*(?:[、．:：)）]|\.(?!\d))"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳⓪㈠-㈩]|[•·●○▪■◆※*]|[-–—]\s)\s*"
)
_BARE_NUMBER = re.compile(r"\s*[(（]?\d{1,6}[)）.．、]?\s*")
_SPACE = re.compile(r"\s+")
# From the surest to the least sure.
_SURE = (
    re.compile(r"\s*\t+\s*"),
    re.compile(r"\s*(?:=+>?|＝|→|⇒|-+>|\|+|｜)\s*"),
    re.compile(r"\s+(?:-{1,2}|–|—{1,2}|/)\s+|\s*(?:——|–|—)\s*"),
    re.compile(r"\s*[:：]\s*"),
)
_UNSURE = (re.compile(r"\s{2,}|\u3000+"), _SPACE, re.compile(r"\s*[,，]\s*"))
_BRACKETED = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")
_OTHERS = re.compile(r"\s*[;；]\s*|\s+/\s+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int
    left: str
    right: str
    comment: str = ""
    is_ours: bool = False


def terms_in(rows: Iterable[Row], path: Path, place: Place, notebook: Notebook, *, status: str) -> Iterator[Term]:
    """The terms of rows without heads: cells of a table, or lines as rows of one cell.

    Which side is Chinese is seen in each row; where neither or both are (GDP, Gross domestic product), most rows say.
    """
    entries = []
    for line, cells in rows:
        if any(len(cell) > MAX_CELL for cell in cells):
            raise GlossaryError(path, line, too_long())
        if len(cells) == 3 and "status" in unmarked([cells[2]])[1]:
            # A row that was written here, for OmegaT: nothing in it has to be guessed.
            entries.append(_Entry(line, cells[0], cells[1], cells[2], is_ours=True))
            continue
        shown = " ".join(cell.strip() for cell in cells if cell.strip())
        if not shown or shown.startswith(("#", "//")):
            continue
        if entry := _entry(line, cells):
            entries.append(entry)
        else:
            notebook.add(RemarkKind.UNREAD, place(line), f"no Chinese term with an English one in {shown[:40]!r}")
    sides = sum(_side(entry) for entry in entries)
    for entry in entries:
        is_reversed = (_side(entry) or sides) < 0 and not entry.is_ours
        source, english = (entry.right, entry.left) if is_reversed else (entry.left, entry.right)
        english, *others = (
            (part for part in _OTHERS.split(english) if part) if _side(entry) and not entry.is_ours else (english,)
        )
        for other in others:
            notebook.add(RemarkKind.CONFLICT, place(entry.line), f"{source}: {english!r} is taken, not {other!r}")
        plain, columns = unmarked([entry.comment])
        given = {COLUMNS[column]: text for column, text in columns.items()}
        given |= {"source": source, "en": english} | ({"note": "; ".join(plain)} if plain else {})
        if term := term_of(given, entry.line, place, notebook, status=status):
            yield term


def _entry(line: int, cells: Sequence[str]) -> _Entry | None:
    texts = [cell.strip() for cell in cells]
    if len(texts) > 2 and _BARE_NUMBER.fullmatch(texts[0]):
        texts = texts[1:]
    if sum(map(bool, texts)) == 1:
        return _split(line, next(filter(None, texts)))
    if len(texts) < 2 or not texts[0] or not texts[1]:
        return None
    comment = "; ".join(filter(None, texts[2:]))
    entry = _Entry(line, _unnumbered(texts[0]), texts[1], comment)
    return entry if entry.left and _LETTER.search(entry.left) and _LETTER.search(entry.right) else None


def _split(line: int, text: str) -> _Entry | None:
    """A line of text at its surest separator that has Chinese on one side only, and words on both."""
    text = _unnumbered(text)
    if not _has_han(text) or all(is_han(char) for char in text if char.isalpha()):
        return None
    for separator in _SURE:
        if entry := _split_at(separator, line, text):
            return entry
    bracketed = _BRACKETED.fullmatch(text)
    # In "甲港 Port Jia (old)" the brackets are part of the English.
    if bracketed and not _split_at(_SPACE, line, bracketed[1]):
        entry = _Entry(line, bracketed[1], bracketed[2])
        if _side(entry) and _LETTER.search(entry.right):
            return entry
    return next((entry for separator in _UNSURE if (entry := _split_at(separator, line, text))), None)


def _split_at(separator: re.Pattern[str], line: int, text: str) -> _Entry | None:
    """The Chinese side is the shorter of what is possible: what stands between belongs to the English."""
    found = None
    for place in separator.finditer(text):
        left, right = text[: place.start()], text[place.end() :]
        if _has_han(left) != _has_han(right) and _LETTER.search(left) and _LETTER.search(right):
            found = _Entry(line, left, right)
            if _has_han(left):
                return found
    return found


def _unnumbered(text: str) -> str:
    found = _NUMBER.match(text)
    return text[found.end() :].strip() if found else text.strip()


def _side(entry: _Entry) -> int:
    """1 for Chinese on the left, -1 on the right, 0 for both or neither."""
    return _has_han(entry.left) - _has_han(entry.right)


def _has_han(text: str) -> bool:
    return any(map(is_han, text))
