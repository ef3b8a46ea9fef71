"""brackets: brackets that the engine added, that lost their partner, or that the English or a Chinese edition lost."""

import re
from collections.abc import Iterator

from i18n_news.checks.decided import FILLER
from i18n_news.checks.undecided import open_source, open_target, shown, translated
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity, State, Target
from i18n_news.text.han import has_han

_SOURCE = re.compile(r"[（(〔【\[［]([^（）()〔〕【】\[\]［］]*)[）)〕】\]］]")
_ENGLISH = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_OPENING, _CLOSING = re.compile(r"[（(〔【\[［]"), re.compile(r"[）)〕】\]］]")
# A list mark such as "a)" or "1)" has no opening bracket.
_LIST_MARK = re.compile(r"^\s*(?:\(?[0-9]{1,2}|\(?[a-z]|\(?[ivx]{1,4})\)|(?<=[:;,] )(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})\)")
_SOURCE_LIST_MARK = re.compile(r"^\s*[（(]?[一二三四五六七八九十0-9]{1,3}[)）]")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9&/-]*[A-Z0-9]|[A-Z]")
_WORD = re.compile(r"[A-Za-z]{2,}")


def brackets(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning each; brackets inside decided forms, or around nothing but one, were not written by the engine.

    A person may say in a clause what the Chinese has in brackets: only Latin words that are gone from the English
    with their brackets are told; figures are for changed-number. A person may also add an explanation in brackets.
    """
    if edition.locale is document.locale:
        return
    for _, segment, target in translated(document, edition):
        fault = _english(segment, target) if edition.locale is Locale.EN else _chinese(segment, target)
        if fault:
            yield Issue("brackets", Severity.WARNING, segment.id, edition.locale, fault)


def _english(segment: Segment, target: Target) -> str:
    source = _SOURCE_LIST_MARK.sub("", open_source(segment, Locale.EN))
    text = _LIST_MARK.sub(" ", open_target(segment, target))
    if _is_balanced(source) and not _is_balanced(text):
        return "A bracket in the English has no partner. Add it or take the bracket out."
    there = [match[1] for match in _SOURCE.finditer(source)]
    here = [match[1] for match in _ENGLISH.finditer(text) if not _is_given(match[1], segment.source)]
    # Brackets inside decided words may come out of them, and one without a partner in the source may have found it.
    if len(here) > len(_OPENING.findall(segment.source)) and target.state not in (State.REVIEWED, State.FINAL):
        content = shown(re.sub(f"{FILLER}+", "…", here[-1]), 40)
        return f"The Chinese has no brackets for “({content})”. Correct it or take it out."
    if len(here) < len(there):
        words = {word.casefold() for word in _WORD.findall(target.text)}
        for content in there:
            # The Latin name behind a Chinese one is its own translation: 达菲（Duffy）.
            lost = [word for word in _WORD.findall(content) if word.casefold() not in words] if has_han(content) else []
            if lost:
                return f"The English does not have “（{shown(content)}）”. Add it, unless it is said elsewhere."
    return ""


def _is_given(content: str, source: str) -> bool:
    """Whether brackets hold nothing but a decided form, an abbreviation, or words of the source itself."""
    words = content.replace(FILLER, "").strip()
    return not words or _ABBREVIATION.fullmatch(words) is not None or words in source


def _chinese(segment: Segment, target: Target) -> str:
    there, here = len(_OPENING.findall(segment.source)), len(_OPENING.findall(target.text))
    if there == here and len(_CLOSING.findall(segment.source)) == len(_CLOSING.findall(target.text)):
        return ""
    return f"The source has {there or 'no'} opening brackets, this edition {here or 'none'}. Compare the two."


def _is_balanced(text: str) -> bool:
    return len(_OPENING.findall(text)) == len(_CLOSING.findall(text))
