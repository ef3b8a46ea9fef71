"""Engines that do to placeholders what real ones do."""

import re
import zlib

from i18n_news.translate.engine import Hypothesis, Scored
from i18n_news.translate.overwrite import WORD
from i18n_news.translate.surrogates import surrogates

# What engines write for a surrogate: a courtesy title before a person, an article before a body.
BEFORE = {"person": "Mr. ", "body": "the "}
SAID = {each.source: BEFORE.get(each.kind, "") + each.english for each in surrogates()}
MARK = re.compile("|".join((r"“?[XP]\d+”?", *SAID)))


class FakeEngine:
    """Answers with what `say` makes of each source; remembers what it was asked."""

    id = "fake"

    def __init__(self, say=lambda source: f"English of {source}."):
        self.say = say
        self.asked = []

    def translate(self, sources, starts=()):
        self.asked.append(list(sources))
        return [Hypothesis(self.say(source), -0.5) for source in sources]

    def score(self, pairs):
        return [Scored() for _ in pairs]


class ScoringEngine(FakeEngine):
    """Also says how likely each word is: as if by dice, but the same for the same question."""

    def score(self, pairs):
        return [self.scored(source, text) for source, text in pairs]

    def scored(self, source, text):
        pieces = tuple(match.span() for match in WORD.finditer(text))
        logs = tuple(-(zlib.crc32(f"{source}|{text[start:end]}".encode()) % 80) / 10 for start, end in pieces)
        return Scored(sum(logs) / len(logs) if logs else 0.0, pieces, logs)


def keeps_placeholders(source, spelling=str):
    """English that keeps every placeholder and surrogate and loses all Chinese; `spelling` changes the surrogates."""
    found = [spelling(SAID[mark]) if mark in SAID else mark for mark in MARK.findall(source)]
    return "It says " + " and ".join(found or ["nothing"]) + "."


def doubles_placeholders(source):
    said = keeps_placeholders(source)
    return f"{said} {said}"


def reorders_placeholders(source):
    return " ".join(reversed(keeps_placeholders(source).removesuffix(".").split(" and "))) + "."


def glues_placeholders(source):
    return re.sub(r"\s+(?:and\s+)?", "", keeps_placeholders(source))


def loses_placeholders(source):
    return "It says nothing."


def keeps_only_quoted(source):
    return "It says " + " and ".join(re.findall(r"“[XP]\d+”", source) or ["nothing"]) + "."
