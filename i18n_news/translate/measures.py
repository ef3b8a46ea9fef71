"""A project's measures behind its name: the engine leaves out the words that tie them to it."""

import re

from i18n_news.model import SpanKind
from i18n_news.translate.line import FORM, Line

# "The project, total investment of RMB 86 million, will" and the same at the end of the sentence.
BESIDE = re.compile(rf"(?<=\S), ({FORM}) of ({FORM})(?=[,.;]|$| and )")
MEASURE = re.compile(r"(?:investment|area|value|capacity|income|revenue|output|space|length|capital)$")
ONE = re.compile(r"(?:.*(?:area|value|capacity|length)|total .*)$")


def measures(line: Line) -> str:
    """ "with a" before a measure that stands loosely behind what it is the measure of."""

    def changed(match: re.Match[str]) -> str:
        noun = line.form(match[1])
        is_measure = line.kind(match[1]) is SpanKind.TERM and MEASURE.search(noun) and noun[0].islower()
        if not is_measure or line.kind(match[2]) is not SpanKind.QUANTITY:
            return match[0]
        return f", with {'a ' if ONE.match(noun) else ''}{match[1]} of {match[2]}"

    return line.text if line.is_heading else BESIDE.sub(changed, line.text)
