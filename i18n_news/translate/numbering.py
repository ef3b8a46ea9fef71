"""The number of a list item or section, 一、 or （二）, said by rule: an engine takes it for a word."""

import re

from i18n_news.model import Run, Segment
from i18n_news.text.numerals import parse_numeral

FIGURE = r"([一二三四五六七八九十]{1,3}|\d{1,2})"
NUMBER = re.compile(rf"\s*(?:{FIGURE}[、.．](?!\d)|[（(]{FIGURE}[）)])\s*")


def numbering(segment: Segment) -> tuple[int, tuple[Run, ...]]:
    """The code points of the number at the start of a segment with more behind it, and its English; 0 for none."""
    match = NUMBER.match(segment.source)
    if not match or match.end() == len(segment.source) or any(span.start < match.end() for span in segment.spans):
        return 0, ()
    value = parse_numeral(match[1] or match[2])
    if value is None:
        return 0, ()
    return match.end(), (Run(f"{value}. " if match[1] else f"({value}) "),)
