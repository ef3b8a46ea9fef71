"""The number of a list item or section, 一、 or （二）, said by rule: an engine takes it for a word."""

import re
from decimal import Decimal

from i18n_news.model import Run, Segment
from i18n_news.text.numerals import parse_numeral

FIGURE = r"([一二三四五六七八九十]{1,3}|\d{1,2})"
NUMBER = re.compile(rf"\s*(?:{FIGURE}(?:、|[.．](?!\d))|[（(]{FIGURE}[）)])\s*")
# 一、二期 and 1、3、5号楼 are rows of numbers; 一、二十大精神 and 1、20家企业 are items.
NEXT = re.compile(rf"{FIGURE}([、至到期季线级号类等月届批产])")


def numbering(segment: Segment) -> tuple[int, tuple[Run, ...]]:
    """The code points of the number at the start of a segment with more behind it, and its English; 0 for none."""
    match = NUMBER.match(segment.source)
    if not match or match.end() == len(segment.source) or any(span.start < match.end() for span in segment.spans):
        return 0, ()
    value = parse_numeral(match[1] or match[2])
    if value is None or (match[1] and _is_row(value, segment.source[match.end(1) + 1 :])):
        return 0, ()
    return match.end(), (Run(f"{value}. " if match[1] else f"({value}) "),)


def _is_row(value: Decimal, rest: str) -> bool:
    """Whether the number and what stands behind its mark are one row of numbers."""
    match = NEXT.match(rest)
    return match is not None and (match[2] == "、" or parse_numeral(match[1]) == value + 1)
