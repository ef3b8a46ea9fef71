"""One block's text in house typography: code points, punctuation by context and spaces, every change recorded."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from i18n_news.text import codepoints, punctuation, spaces
from i18n_news.text.edits import Edit, Repair, apply

Rule = Callable[[str], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Normalized:
    """A normalized text; the repairs are sorted by their offset in it."""

    text: str
    repairs: tuple[Repair, ...] = ()


PUNCTUATION: tuple[Rule, ...] = (
    punctuation.quotes,
    punctuation.brackets,
    punctuation.strokes,
    punctuation.marks,
    punctuation.full_stops,
)
_START: tuple[Rule, ...] = (*codepoints.CODE_POINTS, spaces.trimmed)
BODY: tuple[Rule, ...] = (*_START, *PUNCTUATION, spaces.body_spaces)
HEADLINE: tuple[Rule, ...] = (*_START, *PUNCTUATION, spaces.headline_spaces)
LABEL: tuple[Rule, ...] = (*_START, *PUNCTUATION, spaces.label_spaces)
# 投资额(亿元) in the head of a table is a unit in brackets, not prose.
ROW: tuple[Rule, ...] = (*codepoints.CODE_POINTS, spaces.cell_spaces)
_RULES = {"heading": HEADLINE, "byline": LABEL, "caption": LABEL, "table-row": ROW}

_DAMAGE = re.compile("[□▯〓\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]+|锟斤拷(?:锟斤拷)*|烫烫烫+|屯屯屯+")
# One rule may make room for another (a bracket that widens, a space beside it), so the rules run until nothing changes.
_ROUNDS = 12


def normalize(text: str, kind: str = "paragraph", repairs: Sequence[Repair] = ()) -> Normalized:
    """Normalize the text of a block of this kind; `repairs` made before on the same text keep their places in it.

    Headlines, bylines and captions keep the spaces between their words, table rows their tabs and ASCII punctuation.
    Damage that cannot be repaired (□, private use, U+FFFD, a quote without a partner) stays and is reported.
    """
    made = tuple(repairs)
    for _ in range(_ROUNDS):
        before = text
        for rule in _RULES.get(kind, BODY):
            text, made = apply(text, made, rule(text))
        if text == before:
            break
    return Normalized(text, tuple(sorted([*made, *_damage(text, kind)], key=lambda repair: repair.offset)))


def _damage(text: str, kind: str) -> list[Repair]:
    found = [
        Repair("damage", match[0], match[0], match.start())
        for match in _DAMAGE.finditer(text)
        # □ 本报记者 张三: the square is how newspapers open a byline.
        if not (kind == "byline" and match.start() == 0)
    ]
    place = punctuation.unpaired_quote(text)
    if place >= 0:
        found.append(Repair("unpaired-quote", '"', '"', place))
    return found
