"""The grammar between a form and its neighbours: "of" before an amount, "on" before a date, the plural, the article."""

import re
from functools import cache
from importlib.resources import files

from i18n_news.model import SpanKind
from i18n_news.translate.compose import BODIES
from i18n_news.translate.line import FORM, Line

ONE = re.compile(rf"({FORM})")
BEFORE_AMOUNT = re.compile(rf"({FORM})\s+(?:a total of\s+)?(?=({FORM}))")
# A body with its measure behind it: the project, with a total investment of.
OWNER = re.compile(rf"({FORM})\s+({FORM}) of (?=({FORM}))")
# A count without a unit: what it counts is the noun behind it.
COUNT = re.compile(
    r"(?:(?:more than|about|nearly|over|at least|up to|another|as many as) )?"
    r"(?:(?!1$)\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:million|billion))?"
)
# A number that is no form: the engine's own, or one that stands in a larger word of the source.
FREE_COUNT = (
    r"(?<![\w$€£¥.,/–-])(?:\d[\d,]*\s?[–-]\s?)?(?:\d[\d,]*(?: (?:million|billion))?|"
    r"(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?))"
)
ADJECTIVE = (
    r"(?:new|major|key|more|other|additional|local|foreign|such|large|small|leading|different|existing|old|domestic|"
    r"overseas)"
)
COUNTED = re.compile(rf"({FORM}|{FREE_COUNT})(?:\s+{ADJECTIVE}){{0,2}}\s+$")
# Code points before a noun in which its count and what that belongs to are looked for.
NEAR = 120
# A number that counts nothing: of a year, of one thing among others, of money, or in "a 12".
LABELS = (
    r"article|berth|block|building|chapter|class|gate|grade|group|hall|item|level|line|lot|model|nos?|number|page|part|"
    r"phase|pier|plot|route|section|stage|step|table|terminal|type|unit|version|workshop|zone|rmb|us|hk|nt"
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?![\d,])")
AMOUNT = re.compile(
    r"(?:(?:more than|about|nearly|over|at least|up to) )?(?:RMB|US\$|HK\$|NT\$|€|\d[\d,.]*(?: (?:million|billion))? "
    r"(?:square|mu\b|hectares?|percent|tons?|kilometers?|meters?|yuan))"
)
# Where the noun behind a count ends: a mark, the end, or a small word. Before another noun it stays singular.
NOUN_ENDS = re.compile(
    r"(?:$|[,.;:!?)”\"]|\s+(?:and|or|of|in|on|at|to|for|with|by|from|as|that|which|who|were|are|have|had|will|was|is|"
    r"including|covering|under|between|through|this|last)\b)"
)
# Nouns without a plural, or with one that is more than an ending: chairmen, shelves.
MASS = re.compile(
    r"(?:access|advice|area|capacity|capital|consumption|coverage|development|employment|energy|equipment|finance|"
    r"growth|information|infrastructure|investment|labor|land|logistics|machinery|management|output|power|production|"
    r"progress|research|revenue|safety|software|staff|support|technology|trade|training|transport|value|waste|work|"
    r"workforce|(?!building)\w+ing|\w+ese|acceptance|\w*s|\w*[^aeiou]y|"
    r"\w*(?:man|child|foot|life|lf|criterion|phenomenon))"
)
# Of a "point of growth" the first noun has the plural, of "import and export" both, of a "research and development
# center" the last.
HAS_TAIL = re.compile(r" (?:of|for|in|to|on|at|with|by) | (?:and|or) \S+$")
# Nouns of zone news of which there is the one that everybody knows; without an article they are no English.
DEFINITE = re.compile(
    r"(?:.* )?(?:alliance|base|campaign|chain|cluster|corridor|economy|environment|framework|goal|industry|market|"
    r"mechanism|model|philosophy|plan|platform|principle|reform|sector|situation|strategy|system|workforce)"
)
BARE = re.compile(rf"(?<![\w'’-])(?:of|in|to|for|by|with|on|at|from|and|into|through|under|across|around)\s+(?={FORM})")
# What a noun has before it when it has neither article nor adjective: the start, a mark, a preposition, "and".
BEFORE_BARE = re.compile(
    r"(?:^|[,;:(“]\s?|\b(?:of|in|to|for|by|with|on|at|from|and|or|into|through|under|including|as|between|than|via)\s)$"
)
# 致辞 and 讲话 do not say whose they are; an engine makes everybody a man.
ADDRESS = re.compile(
    rf"\b([Ii])n (?:his|her|their) (?:(?:opening|closing) )?(?:statement|speech|address|remarks)(?=, {FORM})"
)
# Before a verb of its own the day is what the sentence is about: March 18 is, 2025 saw.
AT_START = re.compile(
    rf"^({FORM})(?=,|\s+{FORM}|\s+(?!(?:is|was|were|will|has|had|marks?|marked|saw|sees|falls?|fell|became|and|to|or)\b)[a-z])"
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NAMES_ONE = re.compile(
    rf"(?:{FORM}|[$€£¥]|\b(?i:{LABELS}|{MONTHS})\.?|\b[Aa]n?|\w[^.!?:]*\s[“‘\"'(]?[A-Z][\w’'-]*\.?)\s*$"
)
DAY = re.compile(rf"(?:the (?:morning|afternoon|evening|night) of )?(?:{MONTHS}) \d{{1,2}}\b(?! to )(?!–)")
RANGE = re.compile(rf"(?:{MONTHS})(?: \d{{1,2}})? to (?:(?:{MONTHS})\b|\d)")
POINT = re.compile(r"(?:the (?:end|beginning|start) of |\d{1,2}(?::\d\d)? [ap]\.m\.)")
SPELL = re.compile(r".* (?:period|season|festival|holidays?|vacation)", re.IGNORECASE)
OF_A_TIME = re.compile(rf"(?<![\w'’-])(?:[Oo]n|[Aa]t|[Ii]n) (?:the )?(?={FORM},)")
PERIOD = re.compile(
    r"(?:the (?:first|second|third|fourth|past|last|next|coming)\b|(?:early|mid|late)[ -]|\d{4}$|recent\b|"
    rf"(?:{MONTHS})(?: \d{{4}})?$)"
)


def opening_dates(line: Line) -> str:
    """ "On", "In", "At" or "From" before a date or period with which a sentence opens, "during" before a period."""

    def changed(match: re.Match[str]) -> str:
        form = line.form(match[1])
        if line.is_heading or line.kind(match[1]) is not SpanKind.DATE:
            return match[0]
        for preposition, pattern in (("From ", RANGE), ("On ", DAY), ("At ", POINT), ("In ", PERIOD)):
            if pattern.match(form):
                return preposition + match[0]
        return match[0]

    def during(match: re.Match[str]) -> str:
        is_spell = SPELL.fullmatch(line.form(line.text[match.end()]))
        return ("During the " if match[0][0].isupper() else "during the ") if is_spell else match[0]

    # "On X1" is what an engine says of a time that it cannot see.
    text = OF_A_TIME.sub(during, line.text)
    return AT_START.sub(changed, text)


def amounts(line: Line) -> str:
    """ "of" between a noun and the amount behind it: a total investment of RMB 1.2 billion."""

    def changed(match: re.Match[str]) -> str:
        is_noun = line.kind(match[1]) is SpanKind.TERM and line.kind(match[2]) is SpanKind.QUANTITY
        return f"{match[1]} of " if is_noun and AMOUNT.match(line.form(match[2])) else match[0]

    def owned(match: re.Match[str]) -> str:
        is_measure = line.kind(match[2]) is SpanKind.TERM and line.kind(match[3]) is SpanKind.QUANTITY
        if line.kind(match[1]) not in BODIES or not is_measure:
            return match[0]
        return f"{match[1]}, with a {match[2]} of "

    line = line.with_text(BEFORE_AMOUNT.sub(changed, line.text))
    return OWNER.sub(owned, line.text)


def addresses(line: Line) -> str:
    """ "In a speech" for "in his statement" where the Chinese does not say whose it is."""
    if re.search("(?<!其)他|她", line.segment.source):
        return line.text
    return ADDRESS.sub(lambda match: f"{match[1]}n a speech", line.text)


def plurals(line: Line) -> str:
    """The plural of a common noun behind a count, 47 leading enterprises, and of one that stands quite bare."""

    def counted(match: re.Match[str]) -> str:
        is_noun = line.kind(match[1]) is SpanKind.TERM and NOUN_ENDS.match(line.text[match.end() :])
        is_counted = is_noun and _has_count(line, line.text[max(0, match.start() - NEAR) : match.start()])
        return match[0] + (plural_ending(line.form(match[1])) if is_counted else "")

    line = line.with_text(ONE.sub(counted, line.text))

    def bare(match: re.Match[str]) -> str:
        noun = line.form(match[1])
        is_noun = line.kind(match[1]) is SpanKind.TERM and NOUN_ENDS.match(line.text[match.end() :])
        is_bare = BEFORE_BARE.search(line.text[: match.start()]) and is_countable(noun)
        return match[0] + (plural_ending(noun) if is_noun and is_bare and not DEFINITE.fullmatch(noun) else "")

    return line.text if line.is_heading else ONE.sub(bare, line.text)


def _has_count(line: Line, before: str) -> bool:
    """Whether what stands before a noun ends in a form or a number in free text that says how many, and not one."""
    match = COUNTED.search(before)
    if not match:
        return False
    number = match[1]
    if line.form(number):
        return line.kind(number) is SpanKind.QUANTITY and COUNT.fullmatch(line.form(number)) is not None
    return number != "1" and not YEAR.search(number) and not NAMES_ONE.search(before[: match.start()])


def definite_articles(line: Line) -> str:
    """ "the" before a common noun of which there is one: of the industrial chain."""
    if line.is_heading:
        return line.text

    def changed(match: re.Match[str]) -> str:
        mark = line.text[match.end()]
        noun = line.form(mark)
        is_definite = line.kind(mark) is SpanKind.TERM and noun.islower() and DEFINITE.fullmatch(noun)
        return match[0] + ("the " if is_definite and NOUN_ENDS.match(line.text[match.end() + 1 :]) else "")

    return BARE.sub(changed, line.text)


def plural_ending(noun: str) -> str:
    """The letters that make a plural of a common noun; none where it has none, is one, or would have to change."""
    last = noun.rpartition(" ")[2]
    if not (last.islower() and last.isalpha()) or MASS.fullmatch(last) or HAS_TAIL.search(noun):
        return ""
    return "es" if re.search(r"(?:x|z|ch|sh)$", last) else "s"


def is_countable(noun: str) -> bool:
    """Whether the list has the noun's last word: enthusiasm and produce have no plural, whatever their letters."""
    return noun.rpartition(" ")[2] in _countable()


@cache
def _countable() -> frozenset[str]:
    text = (files("i18n_news.translate") / "data" / "countable_nouns.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
