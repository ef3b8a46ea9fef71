"""Stretches whose words are their owner's: books, companies, parks and public bodies are spelled, never reworded."""

import re
from collections.abc import Iterator

from i18n_news.text.han import HAN

_BOOK = re.compile(r"《[^《》\n]{1,80}》")
_COMPANY = re.compile(r"(?:有限责任|股份有限|有限|集团|总|分)公司|集团|研究院|研究所|大学|学院")
_PARK = re.compile(r"(?:产业|工业|科技|软件|物流|创业|信息)园区?|开发区|高新区|保税区|示范区|合作区")
_OFFICE = re.compile(r"委员会|管委会|办公室|管理局|总局|产权局|协会|学会|商会|联合会")
# A name does not run over these; one that is cut too early only loses the protection of its first words.
_OUTSIDE = re.compile(
    rf"[^{HAN}A-Za-z0-9（）()·]|[与和及同向由到对将了的是把被从至等在该这那本各某个家座来去请]"
    "|走进|走访|参观|考察|调研|前往|成立|邀请|介绍|依托|引进|签约|表示|支持|建设|打造|推动|加快|规划"
)
# From the word that opens a public body's name, 和 and 与 belong to it: 国家网络安全和信息化委员会.
_STATE = re.compile("国家|中国|全国|中央|中共|国务院|[省市县]")
_OUTSIDE_STATE = re.compile(rf"[^{HAN}、]|[的在]")
_LONGEST = 24
_SHORTEST_PARK = 3


def kept_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Half-open stretches of Simplified text in which no override may exchange a word; they can overlap."""
    for book in _BOOK.finditer(text):
        yield book.span()
    for tail in _COMPANY.finditer(text):
        yield _name_start(text, tail.start()), tail.end()
    for tail in _PARK.finditer(text):
        start = _name_start(text, tail.start())
        # 该产业园 and 科技产业园 are common nouns; 凤凰湾电子信息产业园 is a name.
        if tail.start() - start >= _SHORTEST_PARK:
            yield start, tail.end()
    for tail in _OFFICE.finditer(text):
        yield _body_start(text, tail.start()), tail.end()


def _name_start(text: str, end: int) -> int:
    return _after_last(_OUTSIDE, text, end)


def _body_start(text: str, end: int) -> int:
    earliest = _after_last(_OUTSIDE_STATE, text, end)
    state = _STATE.search(text, earliest, end)
    return state.start() if state else _name_start(text, end)


def _after_last(outside: re.Pattern[str], text: str, end: int) -> int:
    start = max(0, end - _LONGEST)
    for match in outside.finditer(text, start, end):
        start = match.end()
    return start
