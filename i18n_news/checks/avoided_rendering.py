"""avoided-rendering: the English says a term in words that the glossary tells to avoid."""

import re
from collections.abc import Iterator
from functools import cache

from i18n_news.checks.decided import FILLER, form_pattern, free_text
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity, Span, Target

# A common word can be right for something else in the sentence: “strategy” is wrong beside “Belt and Road” only. Where
# the form stands, it is blamed within so many words of it and in the same clause. A name is wrong wherever it stands.
NEAR = 3
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE_END = re.compile(r"[.;:!?]\s")


def avoided_renderings(document: Document, edition: Edition) -> Iterator[Issue]:
    """An error each: the glossary says that these words must not appear."""
    if edition.locale is not Locale.EN:
        return
    for segment in document.segments():
        target = edition.targets.get(segment.id)
        if target is not None and any(span.avoid for span in segment.spans):
            yield from _in_segment(segment, target)


def _in_segment(segment: Segment, target: Target) -> Iterator[Issue]:
    free = free_text(segment, target)
    told = set()
    for span in segment.spans:
        form = span.forms.get(Locale.EN, "")
        for avoided in span.avoid:
            if not avoided.strip() or avoided.casefold() in told:
                continue
            # The form may hold the avoided words itself; a second mention in its own right is no fault.
            text = form_pattern(form, Locale.EN).sub(lambda match: FILLER * len(match[0]), free) if form else free
            places = avoided_pattern(avoided).finditer(text)
            match = next((each for each in places if _is_meant(avoided, each, span, target)), None)
            if match is None:
                continue
            told.add(avoided.casefold())
            message = f"“{match[0]}” must not stand for “{segment.text_of(span)}”{_reason(span)}. {_instead(form)}"
            yield Issue("avoided-rendering", Severity.ERROR, segment.id, Locale.EN, message, span.id)


def _is_meant(avoided: str, match: re.Match[str], span: Span, target: Target) -> bool:
    """Whether the words speak of the span: a name or several words do, a common word beside the form or for it."""
    form = span.forms.get(Locale.EN, "")
    if not avoided.strip().isalpha() or not avoided.islower() or not form:
        return True
    text = target.text
    forms = list(form_pattern(form, Locale.EN, is_name=span.kind.is_name).finditer(text))
    gaps = [_between(text, each.span(), match.span()) for each in forms]
    return not gaps or any(len(_WORD.findall(gap)) <= NEAR and not _CLAUSE_END.search(gap) for gap in gaps)


def _between(text: str, one: tuple[int, int], other: tuple[int, int]) -> str:
    first, last = sorted((one, other))
    return text[first[1] : last[0]]


def _reason(span: Span) -> str:
    reason = span.avoid_reason.strip().rstrip(".。")
    return f" ({reason})" if reason else ""


def _instead(form: str) -> str:
    return f"Write “{form}” instead." if form else "Choose other words."


@cache
def avoided_pattern(avoided: str) -> re.Pattern[str]:
    """Any case and spaces, plural and possessive; word boundaries beside letters and digits: “$” and “甲” have none."""
    words = avoided.split()
    body = r"\s+".join(re.escape(word) for word in words)
    if words[-1].isascii() and words[-1].isalpha() and len(words[-1]) > 2:
        stem = rf"{re.escape(words[-1][:-1])}(?:{words[-1][-1]}|ies)" if words[-1][-1] in "yY" else re.escape(words[-1])
        body = r"\s+".join([*(re.escape(word) for word in words[:-1]), stem + "(?:e?s)?"])
    before = r"(?<![^\W_])" if words[0][0].isalnum() and words[0][0].isascii() else ""
    after = r"(?![^\W_])" if words[-1][-1].isalnum() and words[-1][-1].isascii() else ""
    return re.compile(before + body + after, re.IGNORECASE)
