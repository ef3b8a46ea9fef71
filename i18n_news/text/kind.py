"""Which of two kinds a Chinese text is of, told by the pairs of characters that stand in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from i18n_news.text.han import HAN

_RUN = re.compile(f"[{HAN}]+")
# In nats: how much must speak against the kind before a text is not of it. A sentence with little to go by is of it.
ENOUGH = 4.0


@dataclass(frozen=True, slots=True)
class TextKind:
    """`odds` has for a pair of characters the logarithm of how much oftener texts of the kind have it than others."""

    odds: Mapping[str, float]

    def has(self, text: str) -> bool:
        """Whether the text is of the kind, by naive Bayes over the pairs that stand in it, each counted once."""
        return sum(self.odds.get(pair, 0.0) for pair in pairs(text)) > -ENOUGH


def pairs(text: str) -> set[str]:
    """The pairs of Han characters that stand side by side in the text."""
    return {run[start : start + 2] for run in _RUN.findall(text) for start in range(len(run) - 1)}
