"""American spelling of free text by a word list of stems; nothing is guessed from an ending."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from i18n_news.translate.line import Line

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
# No part of an address, a file name or a word that a figure belongs to.
WORD = re.compile(r"(?<![\w@/.’'])[A-Za-z]+(?![\w@/]|\.\w)")
SENTENCE_START = re.compile(r"(?:^|[.!?:]['’”\"]?\s+)[“\"(‘]?$")


def american_spelling(line: Line) -> str:
    """Words of the list in American spelling; a capital counts as a name unless it starts a sentence."""
    words = american()

    def changed(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() not in words:
            return word
        if word.islower():
            return words[word]
        is_first = SENTENCE_START.search(line.text[max(0, match.start() - 8) : match.start()])
        # "Labour costs rose" is a sentence, "Labour Party" is a party.
        is_name = re.match(r"\s+[A-Z]", line.text[match.end() :])
        return words[word.lower()].capitalize() if is_first and not is_name and word.istitle() else word

    return WORD.sub(changed, line.text)


@cache
def american() -> dict[str, str]:
    """British word: American word, from data/american.tsv with every ending written out."""
    return dict(_words())


def _words() -> Iterator[tuple[str, str]]:
    table = files("i18n_news.translate").joinpath("data/american.tsv").read_text(encoding="utf-8")
    for row in table.splitlines()[1:]:
        british, american, endings = row.split("\t")
        for ending in endings.split():
            for each in GROUPS.get(ending, ending).split():
                yield british + each.strip("-"), american + each.strip("-")
