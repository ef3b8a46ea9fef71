"""American spelling of free text by a word list of stems; nothing is guessed from an ending."""

import re

from i18n_news.text.american import american
from i18n_news.translate.line import Line

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
