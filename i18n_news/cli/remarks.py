"""What could not be taken from the files of other tools: one line each on standard error, beside any output."""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from i18n_news.glossary.exchange import Remark

# Of each kind; a large term base has thousands.
SHOWN = 20


def print_remarks(remarks: "Sequence[Remark]") -> None:
    """The remarks with their places, the first of each kind and how many more there are."""
    seen: Counter[str] = Counter()
    for remark in remarks:
        seen[remark.kind] += 1
        if seen[remark.kind] <= SHOWN:
            print(f"{remark.kind.value}: {remark.place}: {remark.message}", file=sys.stderr)
    left = sum(count - SHOWN for count in seen.values() if count > SHOWN)
    if left:
        hint = "i18n-news glossary import FILE --to new.tsv --dry-run --all prints them"
        print(f"{left} more remarks; {hint}", file=sys.stderr)
