"""final-punctuation: a sentence whose last mark does not fit that of its source, or a heading with a full stop."""

import re
from collections.abc import Iterator

from i18n_news.checks.undecided import APART, translated
from i18n_news.model import BlockKind, Document, Edition, Issue, Locale, Severity

_CLOSERS = "”’\"'」』）)》〉]】〕 \u3000\u00a0"
_SAME = str.maketrans("．.｡!?:;,", "。。。！？：；，")
# What English may have for each Chinese mark; a colon introduces what may also be a new sentence.
_ENGLISH = {"。": ".!?…:", "！": ".!?…", "？": "?", "…": ".!?…", "：": ":.,;—–-", "；": ";.,:"}
_NAMES = {"。": "full stop", "！": "mark", "？": "question mark", "…": "ellipsis", "：": "colon", "；": "semicolon"}
_AND_LAST = re.compile(r"\b(?:and|or)$")
# Last words that have a full stop of their own, so that a heading may end in it.
_ABBREVIATION = re.compile(r"(?:\b(?:Ltd|Inc|Co|Corp|No|etc|Jr|Sr|St|Bros|a\.m|p\.m|Ph\.D|[A-Z])\.|\.\.\.)$")
_ASKS = re.compile("[吗呢么几谁哪何否怎]|多少|是不是|有没有|能不能|要不要|什么")


def final_punctuation(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning each; bylines, captions and cells end as they like, and so does what has no last mark in Chinese."""
    if edition.locale is document.locale:
        return
    for kind, segment, target in translated(document, edition):
        there, text = _last(segment.source), target.text.rstrip(_CLOSERS)
        if edition.locale is Locale.EN:
            fault = _english(kind, segment.source, there, text)
        else:
            here = _last(target.text)
            is_same = there == here or not there + here
            fault = (
                "" if is_same else f"The source ends in {_quoted(there)}, this edition in {_quoted(here)}. Correct it."
            )
        if fault:
            yield Issue("final-punctuation", Severity.WARNING, segment.id, edition.locale, fault)


def _english(kind: BlockKind, source: str, there: str, text: str) -> str:
    if not text or kind in APART:
        return ""
    if kind.is_heading:
        if not there and text.endswith((".", ";", ",")) and not _ABBREVIATION.search(text):
            return f"The heading ends in “{text[-1]}”, its source in no mark. Take it out."
        return ""
    if there == "。" and text.endswith("?") and not _ASKS.search(source):
        return "The English asks a question; the Chinese states something. Correct the sentence."
    if there not in _ENGLISH or text[-1] in _ENGLISH[there] or (there == "；" and _AND_LAST.search(text)):
        return ""
    if there == "？":
        return "The Chinese is a question; the English does not end in a question mark. Add it or reword the sentence."
    if text[-1].isalnum() or text[-1] in "%,，、":
        wanted = {"：": "colon", "；": "semicolon"}.get(there, "full stop")
        fault = f"The sentence has no {wanted} at its end, although the Chinese ends in “{there}”."
        return f"{fault} See whether it is complete."
    return ""


def _last(text: str) -> str:
    """The last mark in its Chinese form, empty for none; quotation marks and brackets behind it are left aside."""
    last = text.rstrip(_CLOSERS)[-1:].translate(_SAME)
    return last if last in "。！？…：；，" else ""


def _quoted(mark: str) -> str:
    return f"“{mark}”" if mark else "no mark"
