"""Pieces of text as models see them, and where each stands in the text that people see."""

import math
import re
import unicodedata
from collections.abc import Sequence

from i18n_news.translate.engine import Attention

# How SentencePiece marks the start of a word, and how it writes a byte of a character that it has no piece for.
WORD_START = "▁"
BYTE = re.compile(r"<0x([0-9A-Fa-f]{2})>")
Range = tuple[int, int]


def written(pieces: Sequence[str]) -> tuple[str, tuple[Range, ...]]:
    """The text of a model's pieces and the code points of it that each stands for, without the spaces around it."""
    text = ""
    ranges: list[list[int]] = [[] for _ in pieces]
    for number, piece in enumerate(_without_bytes(pieces)):
        for char in piece.replace(WORD_START, " "):
            if not char.isspace():
                ranges[number].append(len(text))
                text += char
            elif text and not text.endswith(" "):
                text += " "
    text = text.rstrip()
    ends = [0]
    for places in ranges:
        ends.append(places[-1] + 1 if places else ends[-1])
    return text, tuple(
        (places[0], places[-1] + 1) if places else (end, end) for places, end in zip(ranges, ends[1:], strict=True)
    )


def in_source(pieces: Sequence[str], source: str, offsets: Sequence[int]) -> tuple[Range, ...]:
    """The code points of the source that each piece stands for, without the spaces around it.

    `offsets` has for each code point of the normalized text, which the pieces make when joined, its place in the
    source, and then the source's length.
    """
    ranges = []
    position = 0
    for piece in _without_bytes(pieces):
        start, end = (offsets[min(place, len(offsets) - 1)] for place in (position, position + len(piece)))
        position += len(piece)
        while start < end and source[start].isspace():
            start += 1
        while start < end and source[end - 1].isspace():
            end -= 1
        ranges.append((start, end))
    return tuple(ranges)


def attention(source: Sequence[Range], target: Sequence[Range], weights: Sequence[Sequence[float]]) -> Attention:
    """The weights by pieces that have characters; one without joins the next that has, or else the one before."""
    columns, rows = _owners(source), _owners(target)
    if not columns or not rows:
        return Attention()
    kept = {owner: place for place, owner in enumerate(dict.fromkeys(columns))}
    merged: dict[int, list[list[float]]] = {}
    for owner, row in zip(rows, weights, strict=True):
        sums = [0.0] * len(kept)
        for column, weight in zip(columns, row, strict=True):
            sums[kept[column]] += weight
        merged.setdefault(owner, []).append(sums)
    # Several rows for one piece are its mean, so that a row still sums up to 1 at most.
    means = (tuple(sum(column) / len(group) for column in zip(*group, strict=True)) for group in merged.values())
    return Attention(tuple(source[owner] for owner in kept), tuple(target[owner] for owner in merged), tuple(means))


class FewestPieces:
    """Cuts words into as few pieces of a vocabulary as can be, the more frequent ones where that leaves a choice.

    A stand-in for the SentencePiece model of the target side where a package leaves it out; a character that the
    vocabulary lacks is a piece by itself.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """The more frequent pieces first."""
        self._ranks = {piece: rank for rank, piece in enumerate(vocabulary)}
        self._longest = max(map(len, vocabulary), default=1)
        self._known: dict[str, list[str]] = {}

    def __call__(self, text: str) -> list[str]:
        words = unicodedata.normalize("NFKC", text).split()
        return [piece for word in words for piece in self._cut(WORD_START + word)]

    def _cut(self, word: str) -> list[str]:
        if word not in self._known:
            self._known[word] = self._search(word)
        return self._known[word]

    def _search(self, word: str) -> list[str]:
        # For each end: how many pieces so far, how rare they are and where the last of them starts.
        best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
        for end in range(1, len(word) + 1):
            ways = []
            for start in range(max(0, end - self._longest), end):
                rank = self._ranks.get(word[start:end])
                if rank is None and end - start > 1:
                    continue
                count, rarity, _ = best[start]
                # A character that the vocabulary lacks is dearer than any row of pieces. Frequencies fall as 1/rank.
                cost = len(word) if rank is None else 1
                ways.append((count + cost, rarity + math.log((rank or 0) + 1), start))
            best.append(min(ways))
        pieces: list[str] = []
        end = len(word)
        while end:
            start = best[end][2]
            pieces.append(word[start:end])
            end = start
        return pieces[::-1]


def _without_bytes(pieces: Sequence[str]) -> list[str]:
    """The pieces with a row of bytes written as its characters in the last of them."""
    plain: list[str] = []
    waiting = b""
    for number, piece in enumerate(pieces):
        byte = BYTE.fullmatch(piece)
        if byte is None:
            plain.append(piece)
            continue
        waiting += bytes([int(byte.group(1), 16)])
        is_last = number + 1 == len(pieces) or not BYTE.fullmatch(pieces[number + 1])
        plain.append(waiting.decode("utf-8", errors="replace") if is_last else "")
        waiting = b"" if is_last else waiting
    return plain


def _owners(ranges: Sequence[Range]) -> list[int]:
    """For each piece the one that it is counted with; none where no piece has a character."""
    owners: list[int] = []
    following = -1
    for number in range(len(ranges) - 1, -1, -1):
        if ranges[number][0] < ranges[number][1]:
            following = number
        owners.append(following)
    owners.reverse()
    last = max(owners, default=-1)
    if last < 0:
        return []
    return [owner if owner >= 0 else last for owner in owners]
