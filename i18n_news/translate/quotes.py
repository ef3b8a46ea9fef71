"""Quotation marks in house style: double and curly, paired over the whole segment, stops inside them.

Apostrophes stay straight, as in the forms of the glossaries ("People's"), so that one name is written in one way.
"""

import re

from i18n_news.translate.line import FORM, Line

DOUBLE = re.compile(r"''|``|[\"“”„]")
# Single marks that cannot be an apostrophe: the opening one after a space or bracket, its partner before one.
SINGLE = re.compile(
    rf"(?<![\w'’`]|{FORM})[`‘'](?=[\w(]|{FORM})([^`‘'“”\"]{{2,120}}(?:\w'\w[^`‘'“”\"]*)?|{FORM})['’](?![\w']|{FORM})"
)
OPEN, CLOSE = "“", "”"


def quotes(line: Line) -> str:
    """Curly quotes where every mark of the segment finds its partner; else all stay as they are."""
    text = _singles(line.text)
    marks = list(DOUBLE.finditer(text))
    if not marks or len(marks) % 2:
        return line.text if marks else text
    pieces = []
    position = 0
    for number, mark in enumerate(marks):
        wanted = CLOSE if number % 2 else OPEN
        # “ inside “ is nested or lost its partner: not for a rule to say which.
        if mark[0] in OPEN + CLOSE and mark[0] != wanted:
            return line.text
        pieces += [text[position : mark.start()], wanted]
        position = mark.end()
    return _spaced("".join(pieces) + text[position:])


def quote_stops(line: Line) -> str:
    """A full stop or comma stands before the closing quote, as in American English."""

    def inside(match: re.Match[str]) -> str:
        if not line.written(match[1]).endswith((".", "!", "?")):
            return f"{match[1]}{match[2]}”"
        # What stands in the quotes has its stop already; a comma after it would stand alone.
        return f"{match[1]}”" if match[2] == "." else match[0]

    return re.sub(r"([^\s,;:—])”([.,])(?!\w)", inside, line.text)


def _singles(text: str) -> str:
    """Single quotes as double ones, outside double quotes; inside them as curly single ones."""

    def paired(match: re.Match[str]) -> str:
        depth = len(DOUBLE.findall(text[: match.start()])) % 2
        before, after = ("‘", "’") if depth else ('"', '"')
        return f"{before}{match[1]}{after}"

    return SINGLE.sub(paired, text)


def _spaced(text: str) -> str:
    """No space inside the quotes, one between a word and a quote."""
    text = re.sub(r"“\s+", OPEN, text)
    text = re.sub(r"\s+”", CLOSE, text)
    text = re.sub(rf"(?<=[\w,;:.!?)]|{FORM})“", " " + OPEN, text)
    return re.sub(rf"”(?=[\w(]|{FORM})(?!s\b)", CLOSE + " ", text)
