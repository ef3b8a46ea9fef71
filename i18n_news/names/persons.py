"""Who is a person: the tagger, the rules and the registry heard together, over one document."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from i18n_news.names.proposals import proposed
from i18n_news.names.rules import PersonMatch, Words, collect_names, find_people, is_likely
from i18n_news.names.tagger import Entity
from i18n_news.names.words import common_surnames, never_given, not_names, titles, transliteration
from i18n_news.text.han import is_han
from i18n_news.text.romanize import is_foreign_shape
from i18n_news.text.romanize_tables import common_words, places, surnames

# A place or organization of the tagger that is this sure outweighs a title of the rules.
_SURE_OTHERWISE = 0.8
# What ends transliterated names of three and more characters and hardly any Chinese given name: 罗杰斯.
_FOREIGN_ENDINGS = frozenset("尔斯特姆顿逊什兹茨")


def persons(
    texts: Sequence[str],
    tagged: Sequence[Sequence[Entity]],
    known: Collection[str] = (),
    extra_titles: Collection[str] = (),
) -> tuple[tuple[PersonMatch, ...], ...]:
    """The persons of one document, per text, sorted and disjoint; only certain ones are to become spans.

    `tagged` are the tagger's entities of each text, all empty where no model is installed: then the rules stand alone.
    A name that the registry has, a title proves or the tagger is sure of marks its other mentions.
    """
    ruled = find_people(texts, known, extra_titles)
    if not any(tagged):
        return ruled
    words = Words(titles() | frozenset(title for title in extra_titles if title))
    heard = zip(texts, ruled, tagged, strict=True)
    found = [_heard_together(text, matches, entities, words) for text, matches, entities in heard]
    pattern = _any_of(_spreading(texts, found))
    if pattern is None:
        return tuple(map(tuple, found))
    marked = zip(texts, found, tagged, strict=True)
    return tuple(tuple(_with_mentions(text, matches, entities, pattern)) for text, matches, entities in marked)


def _heard_together(
    text: str, ruled: Sequence[PersonMatch], entities: Sequence[Entity], words: Words
) -> list[PersonMatch]:
    """The registry first, then what both see, then what the rules or the tagger are sure of, then what is flagged."""
    said = [match for match in proposed(text, entities, words) if not _is_and(text, match)]
    ruled = [match for match in ruled if not _is_and(text, match)]
    shapes = {(match.start, match.end) for match in ruled}
    others = [entity for entity in entities if entity.kind != "person"]
    ranked: list[tuple[int, PersonMatch]] = []
    for match in said:
        # A shape that the rules would only flag and a person that the tagger only suspects prove each other.
        is_agreed = (match.start, match.end) in shapes and match.end - match.start > 1
        if is_agreed:
            ranked.append((1, PersonMatch(match.start, match.end, match.evidence, True)))
        elif match.certain or text[match.start : match.end] not in not_names():
            # A word that is no name, 高扬旗帜, is not worth a look where the tagger only suspects it.
            ranked.append((2 if match.certain else 4, match))
    for match in ruled:
        is_contradicted = any(e.score >= _SURE_OTHERWISE for e in others if _overlap(match, e))
        if match.evidence == "registry":
            ranked.append((0, match))
        elif match.certain and any(_same(match, m) for m in said):
            ranked.append((1, match))
        elif match.certain and any(match.start == m.start and m.end < match.end for m in said):
            # The tagger cuts long names short (欧阳|既明) more often than the rules run on.
            ranked.append((1, match))
        elif match.certain and not is_contradicted and _is_proved(text, match, words):
            ranked.append((3, match))
        elif _is_worth_a_look(text, match, others):
            ranked.append((5, PersonMatch(match.start, match.end, match.evidence, False)))
    # Of equals the rules' word stands, because its evidence can be shown to a person.
    ranked.sort(key=lambda pair: (pair[0], pair[1].start, pair[1].evidence == "lac"))
    return _disjoint(match for _, match in ranked)


def _is_and(text: str, match: PersonMatch) -> bool:
    """Whether the surname is an "and" before a word, 硕士和本科, where nobody has registered the name."""
    word = text[match.start + 1 : match.end]
    follows = match.start > 0 and is_han(text[match.start - 1])
    return match.evidence != "registry" and text[match.start] in "和与及" and follows and word in common_words()


def _is_proved(text: str, match: PersonMatch, words: Words) -> bool:
    """Against the tagger's silence a title behind the name is no proof: 实施下岗|职工."""
    is_titled = match.evidence != "title" or words.title_ends(text, match.start)
    return is_titled and is_likely(text, match.start, match.end)


def _is_worth_a_look(text: str, match: PersonMatch, others: Sequence[Entity]) -> bool:
    """A flag that the tagger does not share needs a name's look and no place or body around it."""
    if any(_overlap(match, other) for other in others):
        return False
    return match.evidence != "title" or is_likely(text, match.start, match.end)


def _spreading(texts: Sequence[str], found: Sequence[Sequence[PersonMatch]]) -> frozenset[str]:
    """The names that mark their other mentions; two characters need a second witness, for they may be a word."""
    seen = Counter(text[m.start : m.end] for text, matches in zip(texts, found, strict=True) for m in matches)
    certain = collect_names(texts, found)
    long = {name for name in certain if len(name) > 2}
    twice = {name for name, count in seen.items() if count > 1 and (len(name) > 2 or name in certain)}
    return frozenset(long | {name for name in twice if _is_han_style(name)})


def _is_han_style(name: str) -> bool:
    is_named = any(name[:length] in surnames() and surnames()[name[:length]].rank != "doubtful" for length in (1, 2))
    return is_named and 2 <= len(name) <= 4 and name not in not_names() and name not in places()


def _with_mentions(
    text: str, matches: Sequence[PersonMatch], entities: Sequence[Entity], pattern: re.Pattern[str]
) -> list[PersonMatch]:
    """A mention takes the place of flags and of parts of itself, but not of a longer name or a place around it."""
    around = [entity for entity in entities if entity.kind != "person"]
    own = {(match.start, match.end): match for match in matches if match.certain}
    mentions = []
    for place in pattern.finditer(text):
        mention = own.get(place.span(), PersonMatch(*place.span(), "mention", True))
        rivals = [match for match in matches if match.certain and _overlap(match, mention)]
        is_whole = all(mention.start <= rival.start and rival.end <= mention.end for rival in rivals)
        if is_whole and not any(_overlap(mention, entity) for entity in around):
            mentions.append(mention)
    return _disjoint([*mentions, *sorted(matches, key=lambda match: not match.certain)])


def _disjoint(matches: Iterable[PersonMatch]) -> list[PersonMatch]:
    """The matches in their order of preference, without what overlaps a preferred one; sorted by place."""
    kept: list[PersonMatch] = []
    for match in matches:
        if not any(_overlap(match, other) for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _overlap(one: PersonMatch, other: PersonMatch | Entity) -> bool:
    return one.start < other.end and other.start < one.end


def _same(one: PersonMatch, other: PersonMatch) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _any_of(names: Collection[str]) -> re.Pattern[str] | None:
    if not names:
        return None
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))))


def is_foreign(name: str, evidence: str) -> bool:
    """Whether a name is transliterated: by its shape, or by its sounds; 林 in 林兹 would be a Chinese surname."""
    if is_foreign_shape(name):
        return True
    if not all(char in transliteration() for char in name):
        return False
    if evidence in ("lac", "mention") and name[:1] not in common_surnames():
        return True
    return any(char in never_given() for char in name[1:]) or (len(name) > 2 and name[-1] in _FOREIGN_ENDINGS)
