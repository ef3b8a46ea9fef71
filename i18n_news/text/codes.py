"""Codes that stay as they are written: phone and document numbers, standards, models, addresses."""

import re

from i18n_news.text.figures import Quantity
from i18n_news.text.numerals import read_numeral

_LINK = re.compile(r"(?:https?://|www\.)[A-Za-z0-9./?=&%_#:~+-]+|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_STANDARD = re.compile(
    r"(?:GB(?:/[TZ])?|GBZ|ISO(?:/(?:IEC|TS|TR))?"
    r"|IEC|IATF|EN|ASTM|ANSI|IEEE|DB\d{0,2}(?:/T)?|[A-Z]{2}/T|T/[A-Z]{2,8}"
    r"|JJG|JJF)\s?[A-Z]?\d{2,6}(?:\.\d+)*(?:[-—–:：]\d{1,4})*"
)
_PHONE = re.compile(
    r"(?<![\d.])(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
    r"|(?:\+?86[- ]?)?[（(]?0\d{2,3}[)）]?[-—－ ]?\d{3,4}[- ]?\d{4}|[48]00[- ]?\d{3,4}[- ]?\d{3,4})"
    r"(?:[-转]\d{1,5})?(?!\d)"
)
_DOCUMENT = re.compile(
    r"[〔\[［(（【](?P<year>(?:19|20)\d\d)[〕\]］)）】]\s?第?(?P<n>\d{1,5}|[一二三四五六七八九十百]{1,5})号"
)
_MODEL = re.compile(
    r"(?=[A-Za-z0-9./-]{0,60}[A-Za-z])(?=[A-Za-z0-9./-]{0,60}\d)[A-Za-z0-9]+(?:[-/.][A-Za-z0-9]+)*(?![A-Za-z0-9])"
)
# Long or called numbers without a unit: postal codes, securities, hotlines. A unit after them makes a longer span.
_SERIAL = re.compile(r"(?<![\d.,])\d{6,24}(?![\d.,%])|(?<![\d.,])\d{3,5}(?=热线|专线)")
# Which is which decides nothing in English, so the first that fits gives the category.
_PATTERNS = (("link", _LINK), ("standard", _STANDARD), ("phone", _PHONE), ("model", _MODEL), ("serial", _SERIAL))


def match_code(text: str, at: int) -> Quantity | None:
    """The code that begins here; its English is itself, but a document number takes the English order."""
    if at and text[at - 1].isascii() and text[at - 1].isalnum():
        return None
    if match := _DOCUMENT.match(text, at):
        numeral = read_numeral(match["n"])
        if numeral is None:
            return None
        form = f"No. {int(numeral.low)} [{match['year']}]"
        return Quantity(at, match.end(), "code", "document", form, (form,))
    for category, pattern in _PATTERNS:
        if match := pattern.match(text, at):
            return Quantity(at, match.end(), "code", category, match[0], (match[0],))
    return None
