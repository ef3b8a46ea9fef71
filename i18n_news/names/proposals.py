"""What the tagger calls a person, cut or stretched to the name itself and doubted where a class of words forbids it."""

import re
from collections.abc import Iterator, Sequence

from i18n_news.names.rules import DOTS, SMALL_WORDS, PersonMatch, Words, ending, is_likely
from i18n_news.names.tagger import Entity
from i18n_news.names.words import (
    bodies_behind,
    given_characters,
    honorifics,
    not_names,
    place_words,
    places_behind,
    titles,
    transliteration,
    world_places,
)
from i18n_news.text.han import is_han
from i18n_news.text.romanize_tables import places, surnames

# Below the first probability more persons of the tagger are wrong than right; above the second even an odd look is one.
_SURE = 0.5
_VERY_SURE = 0.8
# With a title before it a suspicion is enough.
_SURE_BEHIND_TITLE = 0.35
# 老李, 小王: a way to speak of somebody, not a name to write in an edition.
_FAMILIAR = "老小阿"
_GROUPS = ("人", "族", "籍")
_DATE = re.compile("[一二三四五六七八九十]+[日月年号]$")
_EDGES = " \u3000\t“”‘’\"'《》〈〉（）()「」『』【】，。、；：！？,.;:!?—-…"
_DOCTRINE = "主义"
# Two of these before 两国 are states: 中法两国, 埃以边界.
_STATES = frozenset(
    "中美英法德日俄苏韩朝印巴埃以阿伊土墨加澳新泰越缅菲意西葡荷比希波匈捷罗南乌哈叙约黎沙科也利苏古智秘欧非港澳台蒙"
)
_BETWEEN_STATES = re.compile("两国|关系|双方|边境|边界|贸易|之间|联合|友好|首脑|建交|会谈|合作|经贸|战争")
_JAPANESE_ENDS = frozenset("村本间田山川野井木藤岛原口崎桥泽森谷尾林部中内松上下浦池石宫津")


def proposed(text: str, entities: Sequence[Entity], words: Words) -> Iterator[PersonMatch]:
    """One match, certain or not, for each person of the tagger that survives; sorted, perhaps overlapping."""
    for entity in _joined(text, [entity for entity in entities if entity.kind == "person"]):
        start, end = _trimmed(text, *_stretched(text, entity.start, entity.end, words))
        start = _behind_title(text, start, end, words)
        name_end = _without_honorific(text, start, _before_title(text, start, end, words))
        name = text[start:name_end]
        if len(name) < 2 or _is_compound(name):
            # 单女士: the model that translates may take the surname for a word, so it is worth a look.
            if name in surnames() and (name_end < end or len(name) > 1):
                yield PersonMatch(start, name_end, "lac", False)
            continue
        if _is_impossible(text, start, name_end):
            continue
        yield PersonMatch(start, name_end, "lac", _is_certain(text, start, name_end, entity.score, words))


def _joined(text: str, people: Sequence[Entity]) -> Iterator[Entity]:
    """A long foreign name comes in pieces, one character between them lost or none: 亚斯特|任|布斯基."""
    last: Entity | None = None
    for entity in people:
        if last and _is_one_name(text, last, entity):
            last = Entity(last.start, entity.end, last.kind, max(last.score, entity.score))
            continue
        if last:
            yield last
        last = entity
    if last:
        yield last


def _is_one_name(text: str, one: Entity, other: Entity) -> bool:
    gap = text[one.end : other.start]
    sounds = text[one.start : one.end], text[other.start : other.end]
    if any(sound in world_places() for sound in sounds) or len("".join(sounds)) < 5:
        return False
    return len(gap) <= 1 and set("".join((*sounds, gap))) <= transliteration()


def _is_certain(text: str, start: int, end: int, score: float, words: Words) -> bool:
    if score < (_SURE_BEHIND_TITLE if words.title_ends(text, start) else _SURE) or _is_doubtful(
        text, start, end, words
    ):
        return False
    return score >= _VERY_SURE or (text[start:end] not in not_names() and _looks_named(text, start, end, words))


def _stretched(text: str, start: int, end: int, words: Words) -> tuple[int, int]:
    """The tagger splits long foreign names and now and then leaves one character of a Chinese name outside."""
    if start and end - start == 2 and _is_left_alone(text, start):
        start -= 1
    if text[end : end + 1] in tuple(DOTS):
        end = _while_transliterated(text, end + 1, words)
    name = text[start:end]
    if len(name) < 2 or ending(text, end, words) == 2:
        return start, end
    if len(name) == 2 and (name[1] in _JAPANESE_ENDS or _is_compound(name)) and _goes_on(text, end, 2, words):
        return start, end + 2
    if ending(text, end, words):
        return start, end
    if all(char in transliteration() for char in name):
        stop = _while_transliterated(text, end, words)
        if stop - end <= 4 and stop > end and ending(text, stop, words) == 2:
            return start, stop
    is_short = len(name) == 2 and name[0] in surnames() and surnames()[name[0]].rank != "doubtful"
    return (start, end + 1) if is_short and _goes_on(text, end, 1, words) else (start, end)


def _is_compound(name: str) -> bool:
    return name in surnames() and surnames()[name].rank == "compound"


def _is_left_alone(text: str, start: int) -> bool:
    """Whether a given name stands here whose surname, no small word, is the character before it."""
    surname = surnames().get(text[start - 1])
    is_surname = surname is not None and surname.rank == "common" and text[start - 1] not in SMALL_WORDS
    return is_surname and text[start] not in surnames() and set(text[start : start + 2]) <= given_characters()


def _goes_on(text: str, end: int, count: int, words: Words) -> bool:
    more = text[end : end + count]
    is_given = len(more) == count and all(char in given_characters() for char in more)
    return is_given and more not in not_names() and ending(text, end + count, words) == 2


def _while_transliterated(text: str, end: int, words: Words) -> int:
    while end < len(text) and (
        text[end] in transliteration() or (text[end] in DOTS and is_han(text[end + 1 : end + 2]))
    ):
        if words.title_starts(text, end):
            break
        end += 1
    return end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    date = _DATE.search(text, start, end)
    return start, date.start() if date and date.start() - start >= 2 else end


def _behind_title(text: str, start: int, end: int, words: Words) -> int:
    """… or begin one there: 副首|相约翰·史密斯."""
    for back in range(1, 4):
        for stop in range(start + 1, min(start + 4, end)):
            if start >= back and text[start - back : stop] in words.titles:
                return stop
    return start


def _before_title(text: str, start: int, end: int, words: Words) -> int:
    """The tagger may end a person inside a title: 江主|席."""
    inside = (
        at for at in range(start + 1, end) if any(text[at : at + n] in words.titles for n in range(end - at + 1, 5))
    )
    return next(inside, end)


def _without_honorific(text: str, start: int, end: int) -> int:
    """Where the name ends before 先生, 老师, 市长 …; a title may follow a title."""
    name = text[start:end]
    longest = next((n for n in (4, 3, 2, 1) if n < len(name) and _is_honorific(name[-n:])), 0)
    return _without_honorific(text, start, end - longest) if longest else end


def _is_honorific(word: str) -> bool:
    return word in honorifics() or (len(word) > 1 and word in titles())


def _is_impossible(text: str, start: int, end: int) -> bool:
    name, behind = text[start:end], text[end : end + 2]
    if name in world_places() or behind == _DOCTRINE or not any(map(is_han, name)):
        return True
    if len(name) == 2 and set(name) <= _STATES and _BETWEEN_STATES.match(text, end):
        return True
    # 智利人 are people of a place, 刘家 is a family; 李世家 is a name.
    return name.endswith(_GROUPS) or (len(name) == 2 and name[1] == "家")


def _is_doubtful(text: str, start: int, end: int, words: Words) -> bool:
    name = text[start:end]
    is_familiar = len(name) == 2 and name[0] in _FAMILIAR and name[1] in surnames()
    if is_familiar or name in places():
        return True
    if _is_made_other(text, end) and not words.title_starts(text, end):
        return True
    return text.startswith("”号", end)


def _is_made_other(text: str, end: int) -> bool:
    if text[end : end + 1] in places_behind():
        return text[end : end + 2] not in place_words() and text[end : end + 2] not in places()
    return any(text[end : end + length] in bodies_behind() for length in (1, 2, 3))


def _looks_named(text: str, start: int, end: int, words: Words) -> bool:
    """A surname, the sounds of a foreign name, or a title or verb behind it; 薪金 and 牧牛 have none of them."""
    name = text[start:end]
    if sum(char in transliteration() for char in name) * 2 > len(name) or any(dot in name for dot in DOTS):
        return True
    if len(name) <= 4 and any(name[:length] in surnames() for length in (1, 2)):
        return True
    if len(name) > 2 and (name[1] in _JAPANESE_ENDS or is_likely(text, start, end)):
        return True
    return is_han(text[end : end + 1]) and ending(text, end, words) == 2
