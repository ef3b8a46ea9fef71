"""Persons by rule: a surname, the title or verb beside it, and every other mention of a name that was proved once."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from i18n_news.names.words import after_names, given_characters, not_names, titles
from i18n_news.text.han import is_han
from i18n_news.text.romanize import split_person
from i18n_news.text.romanize_tables import places, surnames

_SPEECH = (
    "指出",
    "强调",
    "表示",
    "介绍",
    "说",
    "要求",
    "认为",
    "主持",
    "致辞",
    "讲话",
    "出席",
    "宣布",
    "通报",
    "提醒",
    "坦言",
    "透露",
    "告诉",
    "回忆",
    "率队",
    "带队",
    "走进",
    "来到",
    "听取",
    "察看",
    "陪同",
    "调研",
)
_SAME_LIST = ("、", "以及", "和", "与", "及")
# Characters that never stand in a given name; a candidate that holds one has run into the next word.
_NEVER_GIVEN = set(
    "的了是说等对及将把被就也都还又则让给率去因已不这那你我他她它们吗呢吧啊个种些么很最更每各某什怎谁哪再却只刚日们会者部局厂处所市县镇街院校"
)
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·•・‧][\u4e00-\u9fffA-Z]{1,8})+")
DOTS = "·•・‧"
_SPACES = " \u3000"
# Words before a name that are no evidence for it, but after which a new word begins.
_OPENERS = set("的由对和与向同被给是为把让以及据经受请找跟叫名在")
# Surnames that are small words first: without the best evidence on both sides they are taken for what they usually are.
SMALL_WORDS = set("和向从时于应全成经连安方常平包相能由同官原占")


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """Half-open code points of one text; not certain means "looks like a name, please check".

    `evidence` is registry, title, verb, list, mention, foreign or shape; `lac` where only the tagger says so.
    """

    start: int
    end: int
    evidence: str
    certain: bool


@dataclass(slots=True)
class Words:
    """Word lists cut by length, so that one look at each length decides what stands at a place."""

    titles: frozenset[str]
    longest_title: int = field(init=False)

    def __post_init__(self) -> None:
        self.longest_title = max(map(len, self.titles))

    def title_ends(self, text: str, at: int) -> bool:
        while at > 0 and text[at - 1] in _SPACES:
            at -= 1
        return any(text[at - n : at] in self.titles for n in range(2, min(self.longest_title, at) + 1))

    def title_covers(self, text: str, at: int) -> bool:
        """Whether a title begins before this place and ends behind it, as 主席 does around 席."""
        return any(
            text[at - back : at - back + n] in self.titles for n in range(2, 5) for back in range(1, n) if back <= at
        )

    def title_starts(self, text: str, at: int) -> bool:
        return any(text[at : at + n] in self.titles for n in range(2, self.longest_title + 1))


def find_people(
    texts: Sequence[str], known: Collection[str] = (), extra_titles: Collection[str] = ()
) -> tuple[tuple[PersonMatch, ...], ...]:
    """The persons of one document, per text, sorted and disjoint; `known`, the registry's names, win everywhere.

    A name that is proved in one text (a title before it, a verb of speech behind it) is certain in all of them, side by
    side in a headline too.
    """
    words = Words(titles() | frozenset(title for title in extra_titles if title))
    proposals = [list(_propose(text, words)) for text in texts]
    evidence = collect_names(texts, proposals)
    mentions = {**dict.fromkeys(evidence, "mention"), **{name: "registry" for name in known if len(name) > 1}}
    pattern = _alternatives(mentions)
    return tuple(_settle(text, found, mentions, pattern) for text, found in zip(texts, proposals, strict=True))


def collect_names(texts: Sequence[str], matches: Sequence[Sequence[PersonMatch]]) -> frozenset[str]:
    """The names that some match is certain of; one that begins a longer name stays only if it is proved more often."""
    proved: Counter[str] = Counter()
    for text, found in zip(texts, matches, strict=True):
        proved.update(text[m.start : m.end] for m in found if m.certain)
    cut = {
        n for n in proved for longer in proved if n != longer and longer.startswith(n) and proved[longer] >= proved[n]
    }
    return frozenset(name for name in proved if name not in cut)


def _propose(text: str, words: Words) -> Iterator[PersonMatch]:
    taken: set[int] = set()
    for foreign in _FOREIGN.finditer(text):
        start = _after_title(text, foreign.start(), foreign.end(), words)
        end = _before_verb(text, foreign.end(), start)
        taken.update(range(start, end))
        yield PersonMatch(start, end, "foreign", False)
    listed_until = -1
    position = 0
    while position < len(text):
        surname = "" if position in taken else _surname_at(text, position)
        match = _candidate(text, position, surname, words, position == listed_until) if surname else None
        if match is None:
            position += 1
            continue
        yield match
        if match.certain:
            listed_until = next((match.end + len(mark) for mark in _SAME_LIST if text.startswith(mark, match.end)), -1)
        position = match.end


def _surname_at(text: str, position: int) -> str:
    table = surnames()
    for length in (2, 1):
        entry = table.get(text[position : position + length])
        if entry is not None and entry.rank != "doubtful":
            return text[position : position + length]
    return ""


def _candidate(text: str, start: int, surname: str, words: Words, listed: bool) -> PersonMatch | None:
    titled = words.title_ends(text, start)
    opens = start == 0 or not is_han(text[start - 1])
    # A digit before it makes it a unit (10万, 1卢比); a title around it makes it part of that title (主席).
    if text[max(start - 1, 0) : start].isdigit() or words.title_covers(text, start):
        return None
    end, strength = _end_of_name(text, start, surname, words)
    if end == 0 or text[end : end + 1] in tuple(DOTS):
        return None
    if is_common_word(text, start, end):
        # 高峰 and 任重 are words and names: a title before and a plain end behind are worth a look.
        return PersonMatch(start, end, "title", False) if titled and strength >= 2 and end - start == 2 else None
    entry = surnames()[surname]
    likely = is_likely(text, start, end)
    plain = entry.rank in ("common", "compound") and surname not in SMALL_WORDS
    if titled and (strength >= 2 or (plain and strength == 1)) and (plain or likely):
        return PersonMatch(start, end, "title", True)
    if listed and strength >= 1 and (plain or likely):
        return PersonMatch(start, end, "list", True)
    long_enough = end - start >= len(surname) + 2
    if not likely:
        return PersonMatch(start, end, "title", False) if titled and plain else None
    if opens and (plain or long_enough) and any(text.startswith(verb, end) for verb in _SPEECH):
        return PersonMatch(start, end, "verb", plain or surname not in SMALL_WORDS)
    if (long_enough or opens) and plain and words.title_starts(text, end):
        return PersonMatch(start, end, "title", True)
    if titled or (long_enough and plain and strength and (opens or text[start - 1] in _OPENERS)):
        return PersonMatch(start, end, "title" if titled else "shape", False)
    return None


def _end_of_name(text: str, start: int, surname: str, words: Words) -> tuple[int, int]:
    """Where the name ends, and how sure that is: 2 by punctuation, title or verb, 1 by a small word, 0 by its look."""
    best = (0, 0)
    best_score = -10
    first = start + len(surname)
    double = first + 1 if _is_double_surname(text, start, surname) else 0
    for end in (first + 2, first + 1, double + 2 if double else 0):
        given = text[first:end]
        if not first < end <= len(text) or not all(is_han(char) and char not in _NEVER_GIVEN for char in given):
            continue
        if given in after_names():
            continue
        likely = sum(1 if char in given_characters() else -1 for char in given)
        strength = ending(text, end, words)
        if strength == 0 and (likely < 1 or len(given) < 2):
            continue
        # A strong end outweighs the habit of two characters in a given name: 李强会见 ends before 会见.
        broken = strength < 2 and text[end - 1 : end + 1] in after_names()
        score = 3 * strength + likely - (2 if broken else 0)
        if end == double + 2 and strength < 2:
            continue
        if score > best_score:
            best, best_score = (end, strength), score
    return best


def _is_double_surname(text: str, start: int, surname: str) -> bool:
    pair = text[start : start + 2]
    return (
        len(surname) == 1 and len(pair) == 2 and all(c in surnames() and surnames()[c].rank == "common" for c in pair)
    )


def ending(text: str, end: int, words: Words) -> int:
    """How surely a name may end here: 2 before punctuation, a title or a verb, 1 before a small word, else 0."""
    following = text[end : end + 1]
    if not following or not is_han(following):
        return 2
    if words.title_starts(text, end) or any(text[end : end + n] in after_names() for n in (2, 3, 4)):
        return 2
    return 1 if following in after_names() else 0


def is_common_word(text: str, start: int, end: int) -> bool:
    """Whether a common word or a title begins inside, or the whole is a place."""
    return (
        any(text[start : start + n] in not_names() for n in (2, 3, 4))
        or any(text[at : at + 2] in titles() for at in range(start, end - 1))
        or text[start:end] in places()
    )


def is_likely(text: str, start: int, end: int) -> bool:
    """Whether everything behind the surname is what people choose for given names."""
    _, given = split_person(text[start:end])
    return bool(given) and given not in not_names() and all(char in given_characters() for char in given)


def _after_title(text: str, start: int, end: int, words: Words) -> int:
    """A foreign name is found together with the words before it; the last title before the interpunct ends them."""
    cuts = [
        at
        for at in range(start + 1, end)
        if words.title_ends(text[start:at], at - start) and not any(dot in text[start:at] for dot in DOTS)
    ]
    return max(cuts, default=start)


def _before_verb(text: str, end: int, start: int) -> int:
    """… and it swallows what follows; the first verb or title behind the last interpunct ends it."""
    dot = max(text.rfind(mark, start, end) for mark in DOTS)
    for at in range(dot + 2, end):
        if (
            any(text[at : at + n] in after_names() or text[at : at + n] in titles() for n in (2, 3))
            or text[at] in "说在的是"
        ):
            return at
    return end


def _alternatives(names: Collection[str]) -> re.Pattern[str] | None:
    if not names:
        return None
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))))


def _settle(
    text: str, proposals: Sequence[PersonMatch], mentions: dict[str, str], pattern: re.Pattern[str] | None
) -> tuple[PersonMatch, ...]:
    """Mentions of known and proved names first, then the other proposals, certain ones before doubtful ones."""
    settled: list[PersonMatch] = []
    own = {(match.start, match.end): match.evidence for match in proposals if match.certain}
    for found in pattern.finditer(text) if pattern else ():
        kind = mentions[found.group()]
        evidence = kind if kind == "registry" else own.get(found.span(), kind)
        settled.append(PersonMatch(found.start(), found.end(), evidence, True))
    for match in sorted(proposals, key=lambda m: (not m.certain, m.start)):
        if match.start < match.end and all(match.end <= other.start or match.start >= other.end for other in settled):
            settled.append(match)
    return tuple(sorted(settled, key=lambda m: m.start))
