"""The small words around a form, and the capital after a full stop."""

import re

from i18n_news.model import SpanKind
from i18n_news.translate.compose import BODIES, article
from i18n_news.translate.line import FORM, Line

ARTICLE = re.compile(rf"(^|[\s“\"(])(?:the|an?)\s+(?={FORM})", re.IGNORECASE)
INDEFINITE = re.compile(rf"(?<![\w'’-])([Aa])(n?)(\s+)(?={FORM})")
# Vowels that sound like "you" or "one"; letters whose names begin with a vowel, for what is spelled letter by letter.
SOUNDS_LIKE_CONSONANT = re.compile(r"(?:uni(?!n|m)|use|usu|util|ubiq|eu|one\b|once|ewe|[Uu][A-Z0-9])", re.IGNORECASE)
SOUNDS_LIKE_VOWEL = re.compile(r"[aeio]|u|hono|hour|heir|honest|8|11\b|18\b", re.IGNORECASE)
SPELLED = re.compile(r"[A-Z]{2,}\b|[A-Z]\d")
# "in" + "within 45 minutes", "by" + "by the end of June": the form brings its own preposition.
LEADING_PREPOSITION = re.compile(r"(?:within|by|since|before|after|in|at(?! least| most)|on|as of|from|during)\s")
TRAILING_PREPOSITION = re.compile(rf"(^|\s|{FORM})(?:within|by|since|in|at|on|from|during|for)\s+(?={FORM})")
# How a figure says that it is none exactly; the engine says it of the figure that it sees, the form says it itself.
# Fewer than LEADS: "under" and "above" may be prepositions before it.
HEDGES = "more than|at least|no less than|over|about|nearly|almost|around|up to"
HEDGE = re.compile(rf"(?:{HEDGES})\s")
HEDGED = re.compile(rf"(^|\s)(?:{HEDGES})\s+(?={FORM})", re.IGNORECASE)
# A word of the engine's own that is spoken with a vowel first, whatever its letters mean elsewhere: "a installed".
WRONG_A = re.compile(r"(?<![\w'’.-])([Aa])(?=\s+(?!eu|ewe|o(?:ne|nce|ui)|iPhone)[aeio][a-z]+)")
DETERMINERS = (
    "the|an?|this|that|these|those|each|every|any|no|its|our|their|his|her|my|your|both|all|new|whole|entire|first|other|"
    "another|one|two"
)
# A small word with a space before a body's name: where the article is missing, unless it stands before that word.
BARE = re.compile(rf"(?<![\w'’-])(?!(?:{DETERMINERS})\s)[a-z]+\s+(?={FORM})")
# "He said that {zone} will": before a name it is no determiner.
THAT = re.compile(rf"(?<![\w'’-])that\s+(?={FORM})")
# A body that opens its sentence as the subject of a verb, and one that opens a clause.
SUBJECT = re.compile(rf"^({FORM})(?=\s+[a-z])")
CLAUSE_SUBJECT = re.compile(
    rf"(?<=[.,;] )({FORM})(?=\s+(?:will|would|has|have|had|is|was|should|must|can|could|plans)\b)"
)
PREPOSITIONS = frozenset({"of", "in", "at", "by", "for", "from", "to", "with", "on", "and", "or", "between", "under"})
DETERMINED = re.compile(rf"(?<![\w'’-])(?:{DETERMINERS}|\w+['’]s)\s+$", re.IGNORECASE)
# After a closing quote the sentence may go on: “Who came?” was the question.
SENTENCE_START = re.compile(rf"((?:[\w)%]|{FORM})*)((?<!\.)[.!?]\s+[“\"(]?)([a-z])(?=[a-z]*(?![\w.@]))")
# What ends with a stop without ending a sentence: initials, titles, "a.m.", "U.S.", companies.
ABBREVIATION = re.compile(
    r"(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|No|Nos|vs|etc|Inc|Ltd|Co|Corp|al|cf|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept?|Oct|Nov|Dec|Gen|Gov|Sen|Rep|Col|Lt|Capt|dept|est|fig|vol|pp|ed)"
)


def prepositions(line: Line) -> str:
    """No preposition before a form that begins with its own, and no "more than" before "at least"."""

    def changed(match: re.Match[str]) -> str:
        return match[1] if LEADING_PREPOSITION.match(line.form(line.text[match.end()])) else match[0]

    def unhedged(match: re.Match[str]) -> str:
        return match[1] if HEDGE.match(line.form(line.text[match.end()])) else match[0]

    line = line.with_text(TRAILING_PREPOSITION.sub(changed, line.text))
    return HEDGED.sub(unhedged, line.text)


def articles(line: Line) -> str:
    """No article before a person, "the" before a body that wants it, "a" or "an" as the form sounds."""

    def without(match: re.Match[str]) -> str:
        return match[1] if line.kind(line.text[match.end()]) is SpanKind.PERSON else match[0]

    def with_the(match: re.Match[str]) -> str:
        mark = line.text[match.end()]
        is_determined = match[0].strip() not in PREPOSITIONS and DETERMINED.search(line.text[: match.start()])
        if line.kind(mark) not in BODIES | {SpanKind.TERM} or is_determined:
            return match[0]
        return match[0] + article(line.form(mark))

    def at_start(match: re.Match[str]) -> str:
        return (article(line.form(match[1])) if line.kind(match[1]) in BODIES else "").capitalize() + match[0]

    def in_clause(match: re.Match[str]) -> str:
        return (article(line.form(match[1])) if line.kind(match[1]) in BODIES else "") + match[0]

    def behind_that(match: re.Match[str]) -> str:
        mark = line.text[match.end()]
        return match[0] + (article(line.form(mark)) if line.kind(mark) in BODIES else "")

    def as_it_sounds(match: re.Match[str]) -> str:
        return match[1] + ("n" if _starts_with_vowel(line.form(line.text[match.end()]), match[2]) else "") + match[3]

    text = ARTICLE.sub(without, line.text)
    line = line.with_text(text)
    if not line.is_heading:
        text = THAT.sub(behind_that, BARE.sub(with_the, line.text))
        line = line.with_text(CLAUSE_SUBJECT.sub(in_clause, SUBJECT.sub(at_start, text)))
    return WRONG_A.sub(r"\1n", INDEFINITE.sub(as_it_sounds, line.text))


def capitals(line: Line) -> str:
    """A capital after each full stop within the segment; not after an abbreviation, nor for names such as "iPhone"."""

    def changed(match: re.Match[str]) -> str:
        return match[0] if ABBREVIATION.fullmatch(match[1]) else match[1] + match[2] + match[3].upper()

    return SENTENCE_START.sub(changed, line.text)


def _starts_with_vowel(form: str, otherwise: str) -> bool:
    """Whether a form is spoken with a vowel first; `otherwise` answers for what is neither word nor known figure."""
    first = form.lstrip("“\"'‘(")
    spelled = SPELLED.match(first)
    # An SOE is spelled, NATO is a word: rows of four letters and more are left as they are.
    if not first[:1].isascii() or not first[:1].isalnum() or (spelled and len(spelled[0]) > 3):
        return bool(otherwise)
    if spelled:
        return first[0] in "AEFHILMNORSX"
    return not SOUNDS_LIKE_CONSONANT.match(first) and SOUNDS_LIKE_VOWEL.match(first) is not None
