"""What the engine's tokenizer and its training texts left between the words: marks of lists, spaces, stops."""

import re

from i18n_news.translate.line import FORM, Line

# What the engine puts before sentences that read like list items, although the source has nothing there.
INVENTED_MARK = re.compile(
    r"(^\s*|[.;:!?]\s+)(?:[•●▪·♪]|\((?:[a-z]|[0-9]{1,2}|[ivx]{2,4})\)|[a-z]\)|[0-9]{1,2}\))\s+(?=\S)"
)
INVENTED_NUMBER = re.compile(r"^\s*(?:[a-z]|[0-9]{1,2})\.\s+(?=\S)")
BULLET = re.compile(r"\s+[•●▪]\s+|\s*♪\s*")
LISTED = re.compile(
    r"[（(][0-9a-zA-Z一二三四五六七八九十]{1,3}[）)]|[①-⑳㈠-㈩•●▪·]|(?:^|[。；：:;\s])[0-9a-zA-Z一二三四五六七八九十]{1,3}[、.．)）]"
)
FULL_WIDTH = str.maketrans(
    {
        "，": ", ",
        "。": ". ",
        "；": "; ",
        "：": ": ",
        "！": "! ",
        "？": "? ",
        "（": " (",
        "）": ") ",
        "、": ", ",
        "　": " ",
    }
)
SPACES = (
    (re.compile(r"\s+(['’])\s*(s|re|ve|ll|d|m|t)\b"), r"\1\2"),
    (re.compile(r"(?<=\w)\s+n\s*(['’])t\b"), r"n\1t"),
    # Xi'an and Sana'a; a plural before its apostrophe ends with s.
    (re.compile(r"\b([A-Z][a-z]*[a-rt-z])\s+(['’])\s+(?=(?:an?|er?|ou|ao|ang)\b)"), r"\1\2"),
    (re.compile(rf"(\w|{FORM})\s+(['’])\s+(?=\w|{FORM})"), r"\1\2 "),
    (re.compile(r"\s+([,;:!?%)\]])"), r"\1"),
    (re.compile(r"\s+\.(?!\d)"), "."),
    (re.compile(r"([(\[])\s+"), r"\1"),
    (re.compile(r"([$€£¥])\s+(?=\d)"), r"\1"),
    # A hyphen that hangs on one of its words; "small- and medium-sized" is right.
    (re.compile(r"(?<=[A-Za-z])- (?!(?:and|or|to|nor|but|as|through)\b)(?=[a-z]{2})"), "-"),
    (re.compile(r"(?<=[A-Za-z]{2}) -(?=[a-z]{2})"), "-"),
    (re.compile(r"\s*@-@\s*"), "-"),
    (re.compile(r"(?<=[a-z)\]”%])([,;])(?=[A-Za-z]{2})"), r"\1 "),
    (re.compile(r"\s{2,}"), " "),
)
STOPS = (
    (re.compile(r"(?<!\.)\.\s*\.(?!\s*\.)"), "."),
    (re.compile(r",(?:\s*,)+"), ","),
    (re.compile(r";(?:\s*[,;])+"), ";"),
    (re.compile(r"([!?])\s*[.,](?![.\d])"), r"\1"),
    (re.compile(r",\s*(?=[.;:!?](?!\.))"), ""),
    (re.compile(r"^\s*[,;](?=\s)\s*"), ""),
)


def list_marks(line: Line) -> str:
    """Without "• ", "(a) " and "1. " at the start of a sentence where the source has no list."""
    if LISTED.search(line.segment.source):
        return line.text
    text = INVENTED_NUMBER.sub("", INVENTED_MARK.sub(r"\1", line.text))
    return BULLET.sub(" ", text)


def spacing(line: Line) -> str:
    """Punctuation in the place and the width that English has it."""
    text = line.text.translate(FULL_WIDTH)
    for pattern, replacement in SPACES:
        text = pattern.sub(replacement, text)
    return text


def stops(line: Line) -> str:
    """One stop where two stand, also where the form before it brings its own, as "Ltd." does."""
    text = line.text
    for pattern, replacement in STOPS:
        text = pattern.sub(replacement, text)
    return re.sub(rf"({FORM})\.(?!\.)", lambda match: match[1] if _ends_with_stop(line, match[1]) else match[0], text)


def _ends_with_stop(line: Line, mark: str) -> bool:
    return line.form(mark).endswith((".", "!", "?"))
