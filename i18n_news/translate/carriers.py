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
    r"\b(?:you|your)\b|^(?:To|We|Let|It is|There)\s",
    re.IGNORECASE,
)
# The speaker, not the numeral of Phase I and Type-I.
SPEAKER = re.compile(r"(?<![-–])(?<!(?:Phase|Stage|Class|Grade|Level) )(?<!(?:Type|Part) )\bI\b(?![-–])")
# 自我 and 忘我 speak of nobody here.
PERSONS = re.compile("(?<![自忘])我|[你您咱]")


def is_spoken(candidate: Candidate) -> bool:
    """Whether the English talks to somebody although the Chinese does not."""
    if PERSONS.search(candidate.segment.source):
        return False
    return any(pattern.search(candidate.text) for pattern in (SPOKEN, SPEAKER))


def carried(attempt: Attempt) -> Attempt:
    """The attempt as the object of a carrier sentence; its hypothesis must begin with START."""
    # A space is a pause in Chinese; in Smart City it is a space.
    text = re.sub(r"(?<![!-~ 　])[ 　]+|(?<![ 　])[ 　]+(?![!-~ 　])", "，", attempt.masked.text.strip())
    return replace(attempt, masked=replace(attempt.masked, text=SUBJECT + text), start=START, is_rewritten=True)


def uncarried(hypothesis: Hypothesis) -> Hypothesis:
    """The hypothesis without its carrier; an empty one where the engine did not keep to it."""
    before, _, rest = hypothesis.text.partition(START + " ")
    rest = rest.strip()
    if before.strip() or not rest[:1].isalnum():
        return Hypothesis("")
    # What belongs to "them" came with the carrier.
    rest = re.sub(r"\btheir\s(?!own\b)", "", rest)
    return Hypothesis(rest[0].upper() + rest[1:], hypothesis.score)
