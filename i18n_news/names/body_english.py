"""The English of a place or body that no glossary has: stems in pinyin, everything that means something translated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from i18n_news.names.body_words import BRACKETS, PROPER, TAILS, Token
from i18n_news.text.pinyin import spell, syllables, without_tones
from i18n_news.text.romanize_tables import foreign_names, generics, organization_words
from i18n_news.text.toponyms import romanize_place

# Characters that transliterations are made of and that Chinese places and firms seldom have.
_FOREIGN = frozenset(
    "斯尔克特德拉姆莱蒂奥弗普格茨顿逊伊洛尼埃贝伦亚提吐耶涅维诺卡迪娃塔纳萨兹默穆坎玛莎森雷夫比瓦巴基佩切布鲁罗索俄阿葛帕戈"
)

# What belongs to a body rather than being its form: 公司工会 is the trade union of the company.
_OWNED = (
    "工会",
    "委员会",
    "党委",
    "团委",
    "纪委",
    "部",
    "附属医院",
    "理事会",
    "董事会",
    "监事会",
    "学院",
    "研究院",
    "研究所",
    "研究中心",
    "实验室",
    "办公室",
)

_WITH_ARTICLE = (
    "Committee",
    "Bureau",
    "Center",
    "Group",
    "Department",
    "Commission",
    "Government",
    "Association",
    "Unions",
)
_DIVISIONS = ("市", "区", "县", "镇", "乡", "村", "街道")


@dataclass(frozen=True, slots=True)
class Rendering:
    """English and tone-marked reading; the English is empty where only a table could know it."""

    english: str
    reading: str
    certain: bool


def render(part: Sequence[Token], kind: str, known: Mapping[str, str]) -> Rendering:
    """The rendering of the tokens of one name; a part that `known` has keeps its wording."""
    text = "".join(token.text for token in part)
    spoken = " ".join(spell([s for s in syllables(token.text) if s]) for token in part if token.text not in "（）()")
    if text in known:
        return Rendering(known[text], spoken, True)
    if any(is_foreign(token.text, is_bare=len(part) == 1) for token in part if token.kind in ("stem", "char")):
        return Rendering("", spoken, False)
    if any(token.kind in ("small", "verb", "world") for token in part):
        return Rendering("", spoken, False)
    if kind == "place" and not any(token.text in known or token.kind == "brand" for token in part):
        if (
            len(part) > 2
            and part[0].kind == "place"
            and part[1].kind in ("place", "stem")
            and part[2].text in _DIVISIONS
        ):
            # 湖北阳新县: the county, then the province.
            inner, outer = render(part[1:], kind, known), romanize_place(part[0].text)
            return Rendering(f"{inner.english}, {outer.text}", spoken, inner.certain)
        place = romanize_place(text)
        return Rendering(place.text, place.reading, place.certain)
    words, certain = _composed(part, kind, known)
    return Rendering(words, spoken, certain)


def is_foreign(stem: str, is_bare: bool) -> bool:
    """Whether a stem looks transliterated; without a generic word behind it one such character is enough."""
    if stem in foreign_names() and foreign_names()[stem].kind != "company":
        return True
    strange = sum(char in _FOREIGN for char in stem)
    if len(stem) > 4 and strange:
        return True
    if is_bare and len(stem) > 2:
        return strange > 0
    return strange >= 2 and strange * 2 >= len(stem)


def has_foreign(stem: str) -> bool:
    """Whether any character is one that transliterations are made of: enough where nothing speaks for China."""
    return any(char in _FOREIGN for char in stem)


def _composed(part: Sequence[Token], kind: str, known: Mapping[str, str]) -> tuple[str, bool]:
    """A body within a body comes first in Chinese and last in English; a place before it stays before it."""
    for at in range(len(part) - 1, 0, -1):
        owner, rest = part[at - 1], part[at:]
        if owner.kind not in ("form", "office") or rest[0].kind in PROPER or rest[0].text in BRACKETS:
            continue
        if rest[-1].kind not in TAILS or not rest[-1].text.endswith(_OWNED) or rest[-1].text == owner.text:
            continue
        inner, certain = _composed(part[:at], kind, known)
        outer, _ = _pieces(rest, kind, known)
        is_named = any(token.kind in PROPER for token in part[:at])
        article = "" if is_named and inner.rpartition(" ")[2] not in _WITH_ARTICLE else "the "
        return f"{outer} of {article}{inner}", certain
    return _pieces(part, kind, known)


def _pieces(part: Sequence[Token], kind: str, known: Mapping[str, str]) -> tuple[str, bool]:
    english: list[str] = []
    certain = True
    at = 0
    while at < len(part):
        token = part[at]
        following = part[at + 1] if at + 1 < len(part) else None
        if token.text in BRACKETS:
            closing = next((n for n in range(at, len(part)) if part[n].text in BRACKETS.values()), len(part))
            inner, inner_certain = _pieces(part[at + 1 : closing], kind, known)
            english.append(f"({inner})")
            certain = certain and inner_certain
            at = closing + 1
            continue
        if token.text in known:
            english.append(_titled(known[token.text]))
            if _is_of_a_city(following, at, part, kind):
                at += 1
        elif token.kind in ("place", "stem", "noun", "char", "taken"):
            step, words, sure = _name(token, following, _is_of_a_city(following, at, part, kind), kind)
            english.append(words)
            certain = certain and sure
            at += step
            continue
        elif not (token.text == "公司" and at and part[at - 1].kind == "brand"):
            english.append(_meaning(token))
        at += 1
    return " ".join(word for word in english if word), certain


def _is_of_a_city(following: Token | None, at: int, part: Sequence[Token], kind: str) -> bool:
    """Whether 市 or 省 stands inside the name of a body, where English leaves it out."""
    return following is not None and following.text in ("省", "市") and at + 2 < len(part) and kind == "organization"


def _name(token: Token, following: Token | None, is_of_a_city: bool, kind: str) -> tuple[int, str, bool]:
    """How many tokens a proper name takes with its division, its English, and whether that is certain."""
    if following is not None and following.kind == "generic":
        if is_of_a_city:
            place = romanize_place(token.text)
            return 2, place.text, token.kind == "place"
        place = romanize_place(token.text + following.text)
        return 2, place.text, place.certain and kind == "place"
    if token.kind == "place":
        return 1, romanize_place(token.text).text, True
    # Firms build names of two-character words: 中禾智联 is Zhonghe Zhilian; three characters stay one word.
    size = 2 if len(token.text) == 4 else len(token.text)
    spoken = syllables(token.text)
    words = [spell([s for s in spoken[n : n + size] if s]) for n in range(0, len(spoken), size)]
    return 1, " ".join(without_tones(word) for word in words), False


def _titled(words: str) -> str:
    """A term within a name takes capitals, as semiconductor in Semiconductor Co., Ltd."""
    small = ("of", "and", "the", "for", "in")
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in words.split(" "))


def _meaning(token: Token) -> str:
    for table in (organization_words(), generics(), foreign_names()):
        if token.text in table:
            return table[token.text].en
    return ""
