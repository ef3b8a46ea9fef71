"""Quotation marks of the Traditional editions: pairs become 「」 and, inside another pair, 『』.

After the Ministry of Education's《重訂標點符號手冊》: single corner brackets first, double ones inside, then single
again. ……, ——, · and 《》 are the same on both sides and stay.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

_CLOSES = {"”": "“", "’": "‘", "」": "「", "』": "『"}
_OPENS = frozenset(_CLOSES.values())
_CORNERS = (("「", "」"), ("『", "』"))
_CURLY = "“”‘’"


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A quotation mark without its other half: the number of the text and the offset in it."""

    text: int
    offset: int


@dataclass(slots=True)
class _Mark:
    text: int
    offset: int
    char: str
    partner: "_Mark | None" = None


def corner_quotes(
    texts: Sequence[str], kept: Sequence[Collection[int]] = ()
) -> tuple[tuple[str, ...], tuple[Unpaired, ...]]:
    """The texts of one paragraph, each as long as before, with paired quotes as corner brackets; a pair may span texts.

    `kept` gives for each text the offsets that are not to be touched. A mark without a partner stays as it is.
    """
    marks = [
        _Mark(number, offset, char)
        for number, text in enumerate(texts)
        for offset, char in enumerate(text)
        if (char in _OPENS or char in _CLOSES)
        and not (kept and offset in kept[number])
        and not _is_apostrophe(text, offset)
    ]
    _pair(marks)
    written = [list(text) for text in texts]
    depth = 0
    for mark in marks:
        if mark.partner is None:
            continue
        is_open = mark.char in _OPENS
        depth -= not is_open
        if mark.char in _CURLY:
            written[mark.text][mark.offset] = _CORNERS[depth % 2][not is_open]
        depth += is_open
    unpaired = tuple(Unpaired(mark.text, mark.offset) for mark in marks if mark.partner is None)
    return tuple(map("".join, written)), unpaired


def _pair(marks: list[_Mark]) -> None:
    """Tie each closing mark to the nearest open one of its kind; what was opened in between has no partner."""
    waiting: list[_Mark] = []
    for mark in marks:
        if mark.char in _OPENS:
            waiting.append(mark)
            continue
        for place in reversed(range(len(waiting))):
            if waiting[place].char == _CLOSES[mark.char]:
                mark.partner, waiting[place].partner = waiting[place], mark
                del waiting[place:]
                break


def _is_apostrophe(text: str, offset: int) -> bool:
    """Whether ’ or ‘ belongs to a Latin word or a shortened year: it's, ’90s, workers’ 5’."""
    if text[offset] not in "‘’":
        return False
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if _is_latin(before) and _is_latin(after):
        return True
    if text[offset] == "’" and _is_latin(before):
        # A plural's apostrophe looks like a closing quote; it is one only when a quote is open.
        return text.count("‘", 0, offset) <= text.count("’", 0, offset)
    return text[offset] == "’" and after.isdecimal() and not _is_latin(before)


def _is_latin(char: str) -> bool:
    return (char.isascii() and char.isalnum()) or "\u00c0" <= char <= "\u024f"
