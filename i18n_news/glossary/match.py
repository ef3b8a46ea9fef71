"""Where the entries of the glossaries stand in a text: one automaton over all sources, built once."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from i18n_news.glossary.terms import Term

# An entry never begins or ends inside one of these words: 党组 not in 党组织, 市长 not in 我市长期,
# 台商 not in 平台商户, 海南 not in 上海南站. What stands beside a word tells when its letters belong to two
# words after all: 市长|期待, 市政协|调研, 委员|会见.
STRADDLING = re.compile(
    "(?=("
    # offices and bodies
    "长期(?![待望盼间])|长远(?![程赴])|长[足效达]|长三角|长约(?=[0-9])|[局部院行校]长(?![期远达效足])|主席台|总书记|任务(?![必求])|"
    "记录(?![音制像])|记载|授予(?!以)|委托|委员会(?![见谈议同])|委员长(?!期)|会议(?![事题定程])|联合会|组织|集团|建设(?![施备立计])|"
    "协调(?![研查整解度任阅])|协议(?![政事案题])|部[署级队]|部门(?!户)|部分(?![管别层类])|国家(?![电庭具居])|"
    "[社园校小地景厂片特新]区|自治区|城镇|(?<![盐晋宣聊运阿韩项禹诸增邹樟兴])城市|(?<=人)大[力家量批]|"
    # slogans and industry
    "化工(?![程作会])|化学(?!习)|化肥|有[关限效色序]|性[能质别格]|保[障险护]|风[险电]|争取|改[造善进革变建良扩]|"
    "道路|能力(?![争推])|特[别点殊]|特色(?!彩)|连[续锁接]|平台(?![湾胞])|舞台|柜台|电视台|"
    # places
    "上海|[黄渤东珠威]海(?=[南北])|唐山|黄山|中山[东西南北]路|黄[河淮]|淮河|大运河|长江[东西南北]路|[太山马泽龙]湖|"
    "安全(?=[生隐事保监发责检管防风])|安排(?![名队水污])|安置|(?<!恢)复合肥|[形完组构达变]成|(?<!在)建成|"
    # compounds of industry and services
    "位[于列居](?![0-9])|[烟东邢丰凤]台(?!胞)|(?<!开)创新(?!高)|加工业|规模|调整|循环|疲劳|微信|关注|科技(?=改)|板块|有所长|之所长"
    "))"
)
DIGITS = frozenset("〇一二三四五六七八九十百千万两0123456789")
BEFORE_DIGITS = frozenset("第十百千")
FIRST_CJK = "\u2e80"


@dataclass(frozen=True, slots=True)
class Match:
    """An entry at half-open code points of the text that was searched."""

    start: int
    end: int
    term: Term


class Matcher:
    """The automaton over the entries that bind: approved ones, drafts where wanted, one a source.

    `first` are the glossaries given by hand: they beat every overlapping entry of the others, even a longer one.
    In each group an entry for one of the `domains` beats one for everybody, then the earlier glossary wins; an entry
    for another domain does not bind. With `on`, an entry not valid on that day does not bind; without it, the validity
    that ends last is chosen. `within` is all the text that will be searched, where it is known: what cannot occur in
    it is left out, in a fraction of the time that a large automaton takes; and a small one does not wait for memory.
    """

    __slots__ = ("_automaton", "_first", "_terms")

    def __init__(
        self,
        glossaries: Sequence[Iterable[Term]],
        *,
        first: Sequence[Iterable[Term]] = (),
        drafts: bool = False,
        on: date | None = None,
        domains: Sequence[str] = (),
        within: str = "",
    ) -> None:
        if within:
            parts = _parts(within)
            glossaries, first = _occurring(glossaries, parts), _occurring(first, parts)
        by_hand = binding(first, drafts=drafts, on=on, domains=domains)
        others = binding(glossaries, drafts=drafts, on=on, domains=domains)
        self._first = len(by_hand)  # the terms before this index were given by hand
        self._terms = (*by_hand.values(), *(term for source, term in others.items() if source not in by_hand))
        if not self._terms:
            self._automaton = None
            return
        from ahocorasick_rs import AhoCorasick

        self._automaton = AhoCorasick([term.source for term in self._terms], store_patterns=False)

    def find(self, text: str, settled: Iterable[tuple[int, int]] = ()) -> tuple[Match, ...]:
        """The matches in order: disjoint, leftmost-longest, none that is torn out of a word; `text` must be NFC.

        Nothing is found in stretches that are `settled` already; what stands beside them is.
        """
        if self._automaton is None or not text:
            return ()
        torn = _inside_words(text)
        decided = {offset for start, end in settled for offset in range(start, end)}
        hits = [
            (start, end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if start not in torn
            and end not in torn
            and _stands_alone(text, start, end)
            and decided.isdisjoint(range(start, end))
        ]
        # Overlapping hits are sorted out here, not by the automaton: a refused long hit must not hide a shorter one.
        chosen = list(_leftmost_longest(hit for hit in hits if hit[2] < self._first))
        taken = {offset for start, end, _ in chosen for offset in range(start, end)}
        rest = (hit for hit in hits if hit[2] >= self._first and taken.isdisjoint(range(hit[0], hit[1])))
        chosen.extend(_leftmost_longest(rest))
        return tuple(Match(start, end, self._terms[index]) for start, end, index in sorted(chosen))


def binding(
    glossaries: Sequence[Iterable[Term]], *, drafts: bool, on: date | None = None, domains: Sequence[str] = ()
) -> dict[str, Term]:
    """The one entry that binds for each source, by the precedence that `Matcher` states."""
    statuses = {"approved", "draft"} if drafts else {"approved"}
    ranks = {domain: rank for rank, domain in enumerate((*domains, ""))}
    best: dict[str, tuple[tuple[int, int, int, int], Term]] = {}
    for number, glossary in enumerate(glossaries):
        for term in glossary:
            if term.status not in statuses or term.domain not in ranks or not (on is None or term.is_valid_on(on)):
                continue
            rank = ranks[term.domain], number, -term.valid_to.toordinal(), -term.valid_from.toordinal()
            rival = best.get(term.source)
            if rival is None or rank < rival[0]:
                best[term.source] = rank, term
    return {source: term for source, (_, term) in best.items()}


def stands_by_itself(source: str) -> bool:
    """Whether an entry for this source can be found at all: between Chinese words, not torn out of its own."""
    torn = _inside_words(source)
    text = f"、{source}、"
    return not torn & {0, len(source)} and _stands_alone(text, 1, len(source) + 1)


def _parts(text: str) -> frozenset[str]:
    """Every stretch of one to three characters."""
    shifted = text, text[1:], text[2:]
    return frozenset().union(*(map("".join, zip(*shifted[:size], strict=False)) for size in (1, 2, 3)))


def _occurring(glossaries: Sequence[Iterable[Term]], parts: Container[str]) -> list[list[Term]]:
    """The entries whose sources are made of stretches of the text."""
    return [
        [term for term in glossary if term.source[:3] in parts and _is_made_of(parts, term.source)]
        for glossary in glossaries
    ]


def _is_made_of(parts: Container[str], source: str) -> bool:
    return all(source[start : start + 3] in parts for start in range(1, len(source) - 2))


def _leftmost_longest(hits: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    reached = 0
    for start, end, index in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if start >= reached:
            yield start, end, index
            reached = end


def _inside_words(text: str) -> set[int]:
    words = ((found.start(), found.end(1)) for found in STRADDLING.finditer(text))
    return {offset for start, end in words for offset in range(start + 1, end)}


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not inside a Latin word or a number: 5G not in 15G or 3.5G, 五化 not in 第五化工厂."""
    if start and text[start - 1] in BEFORE_DIGITS and text[start] in DIGITS:
        return False
    return not (_is_inside(text, start) or _is_inside(text, end))


def _is_inside(text: str, offset: int) -> bool:
    before, after = text[max(offset - 2, 0) : offset], text[offset : offset + 2]
    if not before or not after:
        return False
    if _is_word(before[-1]) and _is_word(after[0]):
        return True
    if before[-1] in ".," and len(before) == 2:
        return before[0].isdecimal() and after[0].isdecimal()
    return after[0] in ".," and len(after) == 2 and before[-1].isdecimal() and after[1].isdecimal()


def _is_word(character: str) -> bool:
    return character < FIRST_CJK and character.isalnum()
