"""Words said twice in a row: by the engine alone, or by the engine and then by the form that it was given."""

import re

from i18n_news.model import SpanKind
from i18n_news.translate.line import FORM, Line

# Grammar never repeats these; "that that", "had had" and "is is" may be right.
SMALL = "the|an?|of|to|in|at|for|and|or|by|with|from|on|as|its|their|his|our|has|have|was|were|be|been|will|this|these"
TWICE = re.compile(rf"\b({SMALL})((?:\s+\1)+)(?![\w'’-])", re.IGNORECASE)
ARTICLES = re.compile(r"\b(?:an?|the)\s+(the)(?![\w'’-])", re.IGNORECASE)
# A word of content said twice; what English doubles for weight ("very very", "many many") stays.
EMPHATIC = frozenset(
    {"very", "much", "many", "long", "far", "again", "more", "too", "really", "never", "had", "that", "bye", "day"}
)
CONTENT = re.compile(r"(?<![\w'’-])([a-z]{3,})((?:\s+\1)+)(?![\w'’-])")
# Two to five words said again at once; a row that turns on "and", "by" or "after" is English ("step by step by step").
PHRASE = re.compile(r"(?<![\w'’-])([a-z]+(?: [a-z'’-]+){1,4})((?: \1)+)(?![\w'’-])")
TURNS = frozenset({"and", "by", "after", "or", "to"})
WORD = re.compile(r"[\w'’&%$-]+\.?")
MONEY = re.compile(r"^(?:RMB|CNY|¥)\s?\d|\byuan$|\brenminbi$", re.IGNORECASE)
MONEY_AGAIN = re.compile(r"^\s+(?:yuan(?: renminbi)?|renminbi(?: yuan)?|RMB|CNY)\b", re.IGNORECASE)
DOLLARS = re.compile(r"^(?:US|HK|NT)?\$\s?\d|\bdollars$", re.IGNORECASE)
DOLLARS_AGAIN = re.compile(r"^\s+(?:(?:US|United States|Hong Kong|New Taiwan) )?dollars?\b", re.IGNORECASE)
PERCENT = re.compile(r"(?:%|\bpercent)$")
PERCENT_AGAIN = re.compile(r"^\s*(?:%|percent\b|per cent\b)")
LONGEST = 6


def doubled_words(line: Line) -> str:
    """Free text without words or short phrases said twice in a row."""
    text = TWICE.sub(_once, line.text)
    text = ARTICLES.sub(lambda match: match[1] if match[0][0].islower() else match[1].capitalize(), text)
    text = CONTENT.sub(lambda match: match[0] if match[1] in EMPHATIC else match[1], text)
    return PHRASE.sub(lambda match: match[0] if TURNS & set(match[1].split()) else match[1], text)


def doubled_forms(line: Line) -> str:
    """Free text without the words with which the next form starts, or the last one ended."""
    pieces = re.split(f"({FORM})", line.text)
    for number in range(1, len(pieces), 2):
        form = line.form(pieces[number])
        kind = line.kind(pieces[number])
        pieces[number - 1] = _without_head(pieces[number - 1], form, kind)
        if number == 1 or pieces[number - 1].strip() or not pieces[number - 1]:
            pieces[number + 1] = _without_tail(pieces[number + 1], form)
    return "".join(pieces)


def _once(match: re.Match[str]) -> str:
    # "vitamin A a day", "in In": a letter and a name.
    return match[1] if match[2].islower() and match[1] != "A" else match[0]


def _without_head(text: str, form: str, kind: SpanKind | None) -> str:
    """Text before a form, without the words at its end that the form brings itself."""
    heads = [word.casefold() for word in WORD.findall(form)[:LONGEST]]
    words = list(WORD.finditer(text))[-LONGEST:]
    if not words or not heads or text[words[-1].end() :].strip(" ") or not text[words[-1].end() :]:
        return text
    if heads[0] in ("the", "a", "an") and words[-1][0].casefold() in ("the", "a", "an"):
        return text[: words[-1].start()]
    for count in range(min(len(words), len(heads)), 0, -1):
        tail = words[-count:]
        row = text[tail[0].start() : tail[-1].end()]
        if [word[0].casefold() for word in tail] != heads[:count] or WORD.sub("", row).strip():
            continue
        # "in 2020 2,000 people", "Group 3 3 teams": a lone number may be another number.
        if count == 1 and row.isdigit():
            return text
        return text[: tail[0].start()]
    return text


def _without_tail(text: str, form: str) -> str:
    """Text behind a form, without the words at its start that the form has said."""
    for said, again in ((MONEY, MONEY_AGAIN), (DOLLARS, DOLLARS_AGAIN), (PERCENT, PERCENT_AGAIN)):
        if said.search(form):
            return again.sub("", text)
    tails = [word.casefold() for word in WORD.findall(form)[-LONGEST:]]
    words = list(WORD.finditer(text))[:LONGEST]
    if not words or not tails or text[: words[0].start()].strip(" ") or not text[: words[0].start()]:
        return text
    for count in range(min(len(words), len(tails)), 0, -1):
        row = text[words[0].start() : words[count - 1].end()]
        if [word[0].casefold() for word in words[:count]] != tails[-count:] or WORD.sub("", row).strip():
            continue
        if row.isdigit():
            return text
        return text[words[count - 1].end() :]
    return text
