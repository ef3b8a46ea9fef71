"""Headlines in the manner of English newspapers: no final stop, and the present tense where a rule can tell."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from i18n_news.model import SpanKind
from i18n_news.translate.headline_words import listed
from i18n_news.translate.line import FORM, IS_FORM, Line

TOKEN = re.compile(rf"{FORM}|[\w]+(?:['’.-]\w+)*|[^\w\s]")
FINAL_STOP = re.compile(r"(?<=[\w)%”’\"'\U000F0000-\U000FFFFD])(?<!\.[A-Za-z])\s*\.([”\"]?)\s*$")
ABBREVIATED = re.compile(r"\b(?:etc|Ltd|Inc|Co|Corp|Jr|Sr|St|No)\.$")
NAMES = frozenset({SpanKind.PERSON, SpanKind.PLACE, SpanKind.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the news; one that needs no object is finite also before "in" or at the end."""

    base: str
    needs_object: bool

    def present(self, is_plural: bool) -> str:
        word, _, particle = self.base.partition(" ")
        if not is_plural:
            ending = "es" if re.search(r"(?:s|x|z|ch|sh|o)$", word) else "s"
            word = re.sub(r"(?<=[^aeiou])y$", "ie", word) + ("s" if re.search(r"[^aeiou]y$", word) else ending)
        return f"{word} {particle}".rstrip()


def headline_stop(line: Line) -> str:
    """A headline without a full stop at its end; an abbreviation and an ellipsis keep theirs."""
    if not line.is_heading or ABBREVIATED.search(line.text.rstrip()):
        return line.text
    return FINAL_STOP.sub(r"\1", line.text)


def headline_tense(line: Line) -> str:
    """The headline's own verb in the present, where its subject stands right before it and says its number."""
    if not line.is_heading:
        return line.text
    words = list(TOKEN.finditer(line.text))
    texts = [word[0].lower() for word in words]
    for index in range(1, len(words)):
        subject = words[:index]
        if texts[index] in ("was", "were", "has", "have"):
            change = _auxiliary(texts, index)
            return _replaced(line.text, words, index, *change) if change else line.text
        verb, length = _past(texts, index)
        if verb is None:
            if texts[index] in listed("clause"):
                return line.text
            continue
        number = _is_plural(line, [word[0] for word in subject])
        if number is None or (verb.needs_object and not _has_object(line, words, index + length)):
            return line.text
        text = _replaced(line.text, words, index, length, verb.present(number))
        return _second_verb(line, text, number)
    return line.text


def _auxiliary(texts: list[str], index: int) -> tuple[int, str] | None:
    """How many words from here become which: "was held" is "is held", "has been held" too, "has won" is "wins"."""
    if listed("clause") & set(texts[:index]):
        return None
    helper, *rest = texts[index : index + 4]
    if helper in ("was", "were"):
        return (1, "is" if helper == "was" else "are") if _participle(rest, 0)[0] else None
    if rest[:1] == ["been"] and _participle(rest, 1)[0]:
        return 2, "is" if helper == "has" else "are"
    verb, length = _participle(rest, 0)
    return (1 + length, verb.present(helper == "have")) if verb else None


def _has_object(line: Line, words: list[re.Match[str]], index: int) -> bool:
    if index >= len(words):
        return False
    word = words[index][0]
    if IS_FORM.match(word):
        return line.kind(word) is not SpanKind.DATE
    # "stressed that …": the clause is the object of a verb of saying.
    if not word[0].isalnum() or word == "that":
        return word in '“"‘$' or word == "that"
    is_other = any(word.lower() in listed(name) for name in ("clause", "prepositions", "adverbs"))
    return not is_other and not word.endswith("ly")


def _second_verb(line: Line, text: str, is_plural: bool) -> str:
    """A past form after "and" goes with the first verb: "visits the plant and inspects its workshop"."""
    changed = Line(text, line.forms, line.segment, True)
    words = list(TOKEN.finditer(text))
    texts = [word[0].lower() for word in words]
    for index in range(2, len(words)):
        verb, length = _past(texts, index)
        if verb and texts[index - 1] in ("and", ",") and _has_object(changed, words, index + length):
            return _second_verb(line, _replaced(text, words, index, length, verb.present(is_plural)), is_plural)
    return text


def _is_plural(line: Line, subject: list[str]) -> bool | None:
    """The number of the subject; None where the words do not say it."""
    colon = max((index for index, word in enumerate(subject) if word in ":："), default=-1)
    subject = subject[colon + 1 :]
    if not subject or listed("clause") & {word.lower() for word in subject}:
        return None
    people = [word for word in subject if line.kind(word) is SpanKind.PERSON]
    if people:
        return len(people) > 1
    head = subject[
        : next((i for i, word in enumerate(subject) if word.lower() in listed("prepositions")), len(subject))
    ]
    if "," in subject or not head:
        return None
    if "and" in subject or "&" in subject:
        names = [word for word in subject if IS_FORM.match(word)]
        is_row = len(subject) == 3 and len(names) == 2 and all(line.kind(name) in NAMES for name in names)
        return True if is_row else None
    last = line.form(head[-1]) if IS_FORM.match(head[-1]) else head[-1]
    if line.kind(head[-1]) in NAMES:
        return False
    last = re.split(r" (?:of|in|for|at) ", last)[0].split()[-1].lower()
    if not last.isalpha():
        return None
    return last in listed("plurals") or bool(re.search(r"[^suio]s$|[^s]es$", last))


def _replaced(text: str, words: list[re.Match[str]], index: int, count: int, new: str) -> str:
    return text[: words[index].start()] + new + text[words[index + count - 1].end() :]


def _past(texts: list[str], index: int) -> tuple[Verb | None, int]:
    return _found(_verbs()[0], texts, index)


def _participle(texts: list[str], index: int) -> tuple[Verb | None, int]:
    return _found(_verbs()[1], texts, index)


def _found(table: dict[str, Verb], texts: list[str], index: int) -> tuple[Verb | None, int]:
    """The verb whose form starts here, and of how many words it is."""
    for length in (2, 1):
        verb = table.get(" ".join(texts[index : index + length]))
        if verb and len(texts) >= index + length:
            return verb, length
    return None, 0


@cache
def _verbs() -> tuple[dict[str, Verb], dict[str, Verb]]:
    """The verbs by their past form and by their participle, from data/headline_verbs.tsv."""
    table = files("i18n_news.translate").joinpath("data/headline_verbs.tsv").read_text(encoding="utf-8")
    past: dict[str, Verb] = {}
    participles: dict[str, Verb] = {}
    for row in table.splitlines()[1:]:
        base, by_past, by_participle, needs_object = row.split("\t")
        verb = Verb(base, needs_object == "yes")
        past[by_past] = participles[by_participle] = verb
    return past, participles
