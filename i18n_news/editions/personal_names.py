"""The Traditional form of a Chinese person's name that nobody has registered: an assumption, not a conversion.

Simplified merged characters that are separate in Traditional: 于 and 於, 后 and 後, 范 and 範. A converter takes the
common word's character; a surname is nearly always the other one, and a given name often is.
"""

from collections.abc import Callable

from i18n_news.text.han import is_han

# Surnames that are Traditional characters themselves: what a converter makes of them is not a surname.
_SURNAMES = frozenset("于余范岳云后丑朴涂种游郁干党仆咸占台征适里准辟尸几采斗折曲卜沈姜谷肖闫付仇佘召才别冲洗区")
_OTHER_SURNAMES = {"区": "區", "钟": "鍾", "别": "別"}
_COMPOUND_SURNAMES = {
    "万俟": "万俟",
    "淳于": "淳于",
    "鲜于": "鮮于",
    "单于": "單于",
    "钟离": "鍾離",
    "谷梁": "穀梁",
    "澹台": "澹臺",
    "尉迟": "尉遲",
    "宗政": "宗政",
    "皇甫": "皇甫",
    "令狐": "令狐",
    "诸葛": "諸葛",
    "欧阳": "歐陽",
    "司马": "司馬",
    "司徒": "司徒",
    "上官": "上官",
    "夏侯": "夏侯",
    "慕容": "慕容",
    "东方": "東方",
    "南宫": "南宮",
    "公孙": "公孫",
    "长孙": "長孫",
    "百里": "百里",
}
# In a given name these stand for themselves far more often than for the word that a converter expects.
_GIVEN = {char: char for char in "于余范岳后里干征朴郁丑咸斗占台采岩适辟游涂种升"} | {"冲": "沖", "钟": "鍾"}
# Characters with more than one Traditional form that occur in names: a name that has one wants a person's word.
_DOUBTFUL = _SURNAMES - set("卜曲姜谷肖闫付佘召才洗") | set(_GIVEN) | set("万叶宁丰松发复杰胜党艳娴苹术志弥汇坛苏钟云")


def is_chinese_name(name: str) -> bool:
    """Whether the name is two to four Han characters, so that its first ones are a surname."""
    return 2 <= len(name) <= 4 and all(map(is_han, name))


def assumed_form(name: str, spell: Callable[[str], str]) -> str:
    """The name character by character, the surname and the given name each by its own table, the others by `spell`."""
    size = 2 if len(name) > 2 and name[:2] in _COMPOUND_SURNAMES else 1
    surname, given = name[:size], name[size:]
    if size == 2:
        form = _COMPOUND_SURNAMES[surname]
    else:
        form = _OTHER_SURNAMES.get(surname) or (surname if surname in _SURNAMES else spell(surname))
    return form + "".join(_GIVEN.get(char) or spell(char) for char in given)


def is_doubtful(name: str) -> bool:
    """Whether another Traditional form of the name is possible, so that someone should look."""
    return any(char in _DOUBTFUL for char in name)
