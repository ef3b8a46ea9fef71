"""Which script a Chinese text is written in, and for which readers."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from i18n_news.editions.opencc import plain_spelling, regional_spelling, simplified_spelling
from i18n_news.model import Locale
from i18n_news.text.han import is_han

# Up to this share of the telling characters may be of the other script: a quoted name, a 后 or 里 that both have.
_STRAY = 0.1


@dataclass(frozen=True, slots=True)
class Script:
    """How many characters of a text only Traditional has, and how many only Simplified."""

    traditional: int
    simplified: int

    @property
    def share(self) -> float:
        """The share of Traditional among the characters that tell, 0 where none does."""
        return self.traditional / (self.traditional + self.simplified) if self.traditional else 0.0

    @property
    def is_traditional(self) -> bool:
        """Whether the text is Traditional in the main, so that its author's spelling is an edition of its own."""
        return self.share > 0.5

    @property
    def is_mixed(self) -> bool:
        return _STRAY < self.share < 1 - _STRAY


def script_of(text: str) -> Script:
    counts = Counter(char for char in text if is_han(char))
    sides = Counter[str]()
    for char, count in counts.items():
        sides[_side(char)] += count
    return Script(sides["traditional"], sides["simplified"])


def region_of(text: str) -> Locale:
    """Whose variants the Traditional text is spelled in; Taiwan's where nothing tells."""
    strange = {
        locale: sum(ours != theirs for ours, theirs in zip(text, regional_spelling(text, locale), strict=True))
        for locale in (Locale.ZH_HANT_TW, Locale.ZH_HANT_HK)
    }
    return min(strange, key=lambda locale: strange[locale])


@cache
def _side(char: str) -> str:
    """Which script alone has the character, or neither.

    The national standards of 1980 and 1984 tell what both have: 后, 里, 干 are in Big5, 乾, 瞭 in GB 2312.
    """
    if simplified_spelling(char) != char:
        return "" if _is_in("gb2312", char) else "traditional"
    return "simplified" if plain_spelling(char) != char and not _is_in("big5", char) else ""


def _is_in(charset: str, char: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
