"""Engines that do to placeholders what real ones do."""

import re

from i18n_news.translate.engine import Hypothesis


class FakeEngine:
    """Answers with what `say` makes of each source; remembers what it was asked."""

    id = "fake"

    def __init__(self, say=lambda source: f"English of {source}."):
        self.say = say
        self.asked = []

    def translate(self, sources):
        self.asked.append(list(sources))
        return [Hypothesis(self.say(source), -0.5) for source in sources]


def keeps_placeholders(source):
    """English that keeps every placeholder and loses all Chinese."""
    return "It says " + " and ".join(re.findall(r"[“]?[XP]\d+[”]?", source) or ["nothing"]) + "."


def loses_placeholders(source):
    return "It says nothing."


def keeps_only_quoted(source):
    return "It says " + " and ".join(re.findall(r"“[XP]\d+”", source) or ["nothing"]) + "."
