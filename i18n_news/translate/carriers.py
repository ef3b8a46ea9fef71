"""Carrier sentences: a headline or list item without a subject is given one, which is taken off the English again.

落实责任 alone comes out as film dialogue, "We're gonna hold on"; after "They decided to" it is what should be done.
"""

import re
from dataclasses import replace

from i18n_news.translate.candidates import Attempt, Candidate
from i18n_news.translate.engine import Hypothesis

SUBJECT = "他们决定"
START = "They decided to"
# What an engine makes of a phrase that it takes for speech: subtitles are what it has read most of.
SPOKEN = re.compile(
    r"♪|\b(?:gonna|wanna|gotta|guys?|let['’]?s)\b|\b(?:I|we|you|it|that|there|they|he|she)\s?['’]\s?(?:m|re|ll|s|ve|d)\b|"
    r"\b(?:I|you|your)\b|^(?:To|We|Let|It is|There)\s",
    re.IGNORECASE,
)
PERSONS = re.compile("[我你您咱]")


def is_spoken(candidate: Candidate) -> bool:
    """Whether the English talks to somebody although the Chinese does not."""
    return not PERSONS.search(candidate.segment.source) and SPOKEN.search(candidate.text) is not None


def carried(attempt: Attempt) -> Attempt:
    """The attempt as the object of a carrier sentence; its hypothesis must begin with START."""
    text = re.sub(r"[ 　]+", "，", attempt.masked.text.strip())
    return replace(attempt, masked=replace(attempt.masked, text=SUBJECT + text), start=START, is_rewritten=True)


def uncarried(hypothesis: Hypothesis) -> Hypothesis:
    """The hypothesis without its carrier; an empty one where the engine did not keep to it."""
    rest = hypothesis.text.removeprefix(START).strip()
    if rest == hypothesis.text.strip() or not rest[:1].isalnum():
        return Hypothesis("")
    # What belongs to "them" came with the carrier.
    rest = re.sub(r"\btheir\s(?!own\b)", "", rest)
    return Hypothesis(rest[0].upper() + rest[1:], hypothesis.score)
