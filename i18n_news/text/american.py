"""British words and their American spelling, by a list of stems; nothing is guessed from an ending."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

# The endings that a row may name as a group; forms that English does not have do no harm in the list.
GROUPS = {
    "@ise": "e es ed ing er ers ation ations ational ationally able",
    "@yse": "e ed ing er ers",
    "@our": "- s ed ing er ers ite ites able ably ful fully less al ally ism",
    "@re": "e es ed",
    "@noun": "- s",
    "@verb": "- s ed ing er ers",
    "@l": "ed ing er ers",
}


@cache
def american() -> dict[str, str]:
    """British word: American word, from data/american.tsv with every ending written out."""
    return dict(_words())


def _words() -> Iterator[tuple[str, str]]:
    table = files("i18n_news.text").joinpath("data/american.tsv").read_text(encoding="utf-8")
    for row in table.splitlines()[1:]:
        british, american, endings = row.split("\t")
        for ending in endings.split():
            for each in GROUPS.get(ending, ending).split():
                yield british + each.strip("-"), american + each.strip("-")
