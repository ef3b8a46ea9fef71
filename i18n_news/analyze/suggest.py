"""Draft entries that releases ask for: unknown names, quoted slogans, and noun phrases that come back."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from i18n_news.model import Document, Locale, Segment, Span, SpanKind
from i18n_news.text.han import HAN, count_han
from i18n_news.text.wordlists import one_of

# Cuts a text into words, which joined are the text.
Cut = Callable[[str], Sequence[str]]

NAMES_AND_SLOGANS = (SpanKind.PERSON, SpanKind.PLACE, SpanKind.ORGANIZATION, SpanKind.SLOGAN)
ORDER = (*NAMES_AND_SLOGANS, *(kind for kind in SpanKind if kind not in NAMES_AND_SLOGANS))
AROUND = 14  # characters of a context on each side
CONTEXTS = 2
LONGEST = 8  # Han characters of a phrase
OFTEN = 3  # occurrences that make a phrase worth an entry in one release; in two releases, one each
# How many times likelier its halves stand together than apart; 发展 beside 企业 by chance is about 1.
COHESION = 3.0

_QUOTED = re.compile(f"[“「‘『]([{HAN}A-Za-z0-9+＋·、—-]{{2,12}})[”」’』]")
_UNIT = f"[一二三四五六七八九十百千万双两](?![一二三四五六七八九十百千万双两])[{HAN}]{{1,3}}?"
# What follows the quoted name of an action: “双争”活动, “工人先锋号”称号.
_NAMED = re.compile(
    "活动|行动|工程|计划|机制|模式|品牌|工作法|体系|标准|理念|平台|目标|战略|格局|称号|驿站|学堂|课堂|讲堂|专项|载体|"
    "项目|举措|路径|制度|服务队|联盟|论坛|大赛|赛事|课程|专班|清单|要求|精神|工作|部署|原则|思路|经验|做法|党支部|阵地"
)

# A phrase never crosses these: function words, time words, and the verbs of official reports. A word of KEPT hides one.
_KEPT = """
实事求是 为人民服务
统一 一线 一流 一体 一级 一般 一致 一定 第一 唯一 一带 一期 一审 单一 合一 专一 一站式 一件事 一企一 一网 讲座 客座
底座 阶段 手段 地段 路段 工段 自我 整体 整治 整理 整改 整顿 整车 整机 调整 完整 平整 其他 他乡 险些 和谐 和平 共和
和美 饱和 总和 温和 柔和 行为 人为 华为 以为 在线 在职 在建 在岗 存在 潜在 内在 外在 将军 即将 对外 对口 对接 对象
对策 对标 对手 针对 面对 相对 等级 平等 高等 中等 同等 等候 有机 有色 有限 所有 国有 私有 特有 公有 含有 富有 目的
标的 的确 为了 与会 参与 从业 从事 服从 其余 地方 被动 被子 把握 把关 把手 于是 终于 富于 基于 自由 由来 理由 及时
普及 来源 未来 来访 往来 向上 方向 动向 取向 转向 中心 中国 中央 中小 集中 中部 中共 中国式 中医 中学 中药 中试 中华
家中 上海 上市 上级 上游 上线 线上 以上 上述 网上 下游 下级 下乡 线下 以下 下线 天下 都市 首都 成都 更新 变更 最低
会议 学会 工会 协会 社会 机会 委员会 大会 理事会 公开展 展会 会展 会员 会长 会计 常委会 基金会 联合会 总会 小说 学说
说明 说法 要素 要点 重要 主要 需要 纪要 必要 概要 首要 要闻 着力点 着眼点 到位 得到 直到 到场 到期 至今 甚至 新增长
通过率 使命 大使 使用 天使 让利 转让 再生 再制造 再贷款 再就业 再融资 还款 还原 偿还 归还 就业 就近 就地 成就 就医
就诊 就学 也门 不锈钢 不动产 不良 各类 并购 合并 并网 并联 并列 兼并 按揭 按键 按钮 个人 个体 个性 位置 单位 地位
企业家 名单 著名 姓名 知名 名誉 名师 名校 名牌 项链 项目 事项 专项 款项 选项 强项 年度 年代 青年 少年 周年 年轻
少年宫 百年 月球 日本 发达 到达 传达 表达 达标 达产 直达 抵达 共建 共享 共赢 共治 共同体 共青团 公共 共识 共性 共振
共鸣 剩余 业余 余热 条约 节约 合约 约束 大约 契约 公约 附近 亲近 邻近 近海 超级 超市 超高 超声 超前 超算 超低 前沿
前景 前瞻 前端 前置 前期 前列 后勤 后续 后台 后备 背后 售后 国内 内容 内部 内需 内涵 内生 内贸 内陆 内蒙古 室内 境内
日常 日用 节日 生日 人民日报 日报 家庭 家具 家电 家居 家园 家属 国家 专家 大家 科学家 艺术家 作家 农家 家政 家校
全家福
"""
# What a segmenter leaves alone before a noun is a measure word or a verb, behind it a part: 场|比赛, 招待|会.
_NOT_FIRST = frozenset("会家人场支件条张种所次们届股只辆里时力性化者")
_CUTS = """
如果 我们 你们 他们 她们 它们 某些 某个 这种 那种 有关 相关 很多 许多 任何 什么 怎么 还是 但是 因为 所以 显示 展示
证明 发明 发现 的 了 和 与 及 或 在 为 等 将 是 有 对 把 被 从 以 并 于 就 都 还 使 让 向 由 到 至 也 又 则 而 且 但
其 该 这 那 各 每 着 过 地 得 之 不 未 已 正 更 最 再 很 要 能 可 应 须 说 称 按 据 自 中 上 下 来 去 一 座 段 你
我 他 她 它 整 些 个 位 名 项 年 月 日 达 共 余 约 近 超 前 后 内 以及 通过 围绕 根据 按照 关于 对于 由于 其中
同时 此外 目前 近年 今年 去年 明年 本次 此次 当日 当天 日前 近日 截至 以来 期间 之后 随后 下一步 一批 一系列 一步
进一步 不断 持续 全面 积极 深入 切实 全力 扎实 充分 大力 加快 加强 加大 推进 推动 促进 开展 实现 打造 提升 提高 建成
建立 形成 实施 举行 举办 召开 出席 参加 参观 察看 调研 考察 走进 来到 前往 指出 强调 要求 表示 认为 介绍 讲话 致辞
发言 宣布 希望 汇报 了解 详细 听取 聚焦 坚持 落实 深化 优化 强化 完善 构建 保障 确保 解决 帮助 支持 引导 鼓励 吸引
带动 成为 作为 作出 做好 抓好 用好 发挥 发出 提供 进行 给予 获得 取得 达到 超过 累计 新增 投入 投产 开工 推出 贯彻
走访 揭牌 达成 组织开展 破解 攻克 增进 拓展 扩大 回应 顺应 适应 整合 汇聚 凝聚 助力 赋能 迎来 增长 下降 覆盖 涉及
包括 位于 属于 拥有 致力 努力 力争 共同 分别 先后 一同 现场 实地 顺利 正式 成功 首次 共有 现有 已有 现已 预计 计划
多个 一个 一场 一种 一家 一项 一位 一名 一次 一条 一些 一段 来说 来看 正在 正是 有些 面临 越来越 各级 各地 全区 全市
全年 人们
"""
_BREAK = re.compile(f"(?P<kept>{one_of(set(_KEPT.split()))})|(?P<cut>{one_of(set(_CUTS.split()))})|[^{HAN}]")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed entry: `en` and `reading` are empty where a person must give them.

    `releases` are the ids of the documents that hold it, in their order; `contexts` mark it with 【】.
    """

    source: str
    kind: str
    en: str = ""
    reading: str = ""
    count: int = 0
    releases: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention: number of the document, its segment, and half-open code points there."""

    document: int
    segment: Segment
    start: int
    end: int
    span: Span | None = None


def suggest(
    documents: Sequence[Document], *, known: Collection[str] = (), cut: Cut | None = None
) -> tuple[Suggestion, ...]:
    """The entries worth making, by kind, then the most frequent first, then by source.

    `known` are sources that need none, such as deprecated entries. `cut` is a word segmenter: with it no phrase begins
    or ends inside a word, and three characters are enough; without it a phrase has at least four.
    """
    names = _names(documents)
    slogans = {text: places for text, places in _slogans(documents).items() if text not in names}
    phrases = _phrases(documents, slogans, cut)
    found = [
        *(_suggestion(text, _kind(places), places, documents) for text, places in names.items()),
        *(_suggestion(text, SpanKind.SLOGAN, places, documents) for text, places in slogans.items()),
        *(_suggestion(text, SpanKind.TERM, places, documents) for text, places in phrases.items() if text not in names),
    ]
    wanted = (item for item in found if item.source not in known)
    return tuple(sorted(wanted, key=lambda item: (ORDER.index(SpanKind(item.kind)), -item.count, item.source)))


def _suggestion(text: str, kind: SpanKind, places: Sequence[_Place], documents: Sequence[Document]) -> Suggestion:
    spans = [place.span for place in places if place.span and place.span.kind is kind]
    # Later mentions may be short; the first form is the full one.
    english = next((span.forms[Locale.EN] for span in spans if Locale.EN in span.forms), "")
    reading = next((span.reading for span in spans if span.reading), "")
    releases = tuple(documents[number].id for number in sorted({place.document for place in places}))
    return Suggestion(text, kind.value, english, reading, len(places), releases, _contexts(places))


def _contexts(places: Sequence[_Place]) -> tuple[str, ...]:
    """Snippets of the first mentions, those in different releases before others of the same."""
    seen: Counter[int] = Counter()
    ranked = []
    for place in places:
        ranked.append((seen[place.document], place))
        seen[place.document] += 1
    chosen = [_snippet(place) for _, place in sorted(ranked, key=lambda pair: pair[0])]
    return tuple(dict.fromkeys(chosen))[:CONTEXTS]


def _snippet(place: _Place) -> str:
    source, start, end = place.segment.source, place.start, place.end
    before = ("…" if start > AROUND else "") + source[max(start - AROUND, 0) : start]
    after = source[end : end + AROUND] + ("…" if end + AROUND < len(source) else "")
    return " ".join(f"{before}【{source[start:end]}】{after}".split())


def _segments(documents: Sequence[Document]) -> Iterator[tuple[int, Segment]]:
    for number, document in enumerate(documents):
        for segment in document.segments():
            yield number, segment


def _names(documents: Sequence[Document]) -> dict[str, list[_Place]]:
    """The mentions of what the rules and the tagger found, by text; one character alone is no entry."""
    found: dict[str, list[_Place]] = {}
    for number, segment in _segments(documents):
        for span in segment.spans:
            text = segment.text_of(span)
            if span.origin.startswith("names:") and len(text) > 1:
                found.setdefault(text, []).append(_Place(number, segment, span.start, span.end, span))
    return found


def _kind(places: Iterable[_Place]) -> SpanKind:
    """The kind that most mentions have, the earlier of two that are equal."""
    ((kind, _),) = Counter(place.span.kind for place in places if place.span).most_common(1)
    return kind


def _slogans(documents: Sequence[Document]) -> dict[str, list[_Place]]:
    """The quoted texts that no span covers and that are repeated, built like a slogan, or called an action."""
    found: dict[str, list[_Place]] = {}
    built: set[str] = set()
    for number, segment in _segments(documents):
        for quoted in _QUOTED.finditer(segment.source):
            start, end = quoted.span(1)
            text = quoted[1]
            if count_han(text) < 2 or any(span.start <= start and end <= span.end for span in segment.spans):
                continue
            found.setdefault(text, []).append(_Place(number, segment, start, end))
            if is_parallel(text) or _NAMED.match(segment.source, quoted.end()):
                built.add(text)
    return {text: places for text, places in found.items() if text in built or len(places) > 1}


def is_parallel(text: str) -> bool:
    """Whether a text is built like a slogan: 三联三促, 六有, 党建+电商, 能快则快, 抓项目、抓落实."""
    if re.search("[+＋]", text):
        return True
    # One unit that begins with 一 is mostly a common word: 一把手, 一流.
    if re.fullmatch(f"(?!一)({_UNIT})|({_UNIT}){{2,4}}", text):
        return True
    halves = re.split("[、·—-]", text)
    if len(halves) > 1:
        return len({len(half) for half in halves}) == 1
    middle = len(text) // 2
    same = [one == other for one, other in zip(text[:middle], text[middle:], strict=False)]
    return len(text) in (4, 6, 8, 10) and any(same) and not all(same)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that stand side by side with nothing between them that a phrase cannot cross."""

    document: int
    segment: Segment
    words: tuple[tuple[int, int, bool], ...]  # start, end, whether a glossary has it


def _phrases(
    documents: Sequence[Document], slogans: Mapping[str, Sequence[_Place]], cut: Cut | None
) -> dict[str, list[_Place]]:
    """Maximal repeated sequences of words whose neighbours vary and whose parts hold together."""
    taken: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for place in (place for places in slogans.values() for place in places):
        taken.setdefault((place.document, place.segment.id), []).append((place.start, place.end))
    runs = [
        run
        for number, segment in _segments(documents)
        for run in _runs(number, segment, taken.get((number, segment.id), []), cut or list)
    ]
    grams = _repeated(runs)
    total = sum(len(run.words) for run in runs)
    counts = {text: len(places) for text, places in grams.items()}
    shortest = 3 if cut else 4
    chosen: dict[str, list[_Place]] = {}
    used: set[tuple[int, int]] = set()
    # Longest first: a shorter one counts only where it stands outside those.
    for text in sorted(grams, key=lambda text: (-len(text), text)):
        number, first, size = grams[text][0]
        words = runs[number].words[first : first + size]
        fresh = sum(end - start for start, end, is_known in words if not is_known)
        if cut and runs[number].segment.source[slice(*words[0][:2])] in _NOT_FIRST:
            continue
        if size < 2 or not shortest <= count_han(text) == len(text) or fresh < 2:
            continue
        free = [gram for gram in grams[text] if not any((gram[0], n) in used for n in range(gram[1], gram[1] + size))]
        is_often = len(free) >= OFTEN or len({runs[gram[0]].document for gram in free}) > 1
        if is_often and _varies(free, runs) and _coheres(text, words, runs[number], counts, total):
            used.update((gram[0], n) for gram in free for n in range(gram[1], gram[1] + size))
            chosen[text] = [_placed(runs[run], at, length) for run, at, length in free]
    return chosen


def _placed(run: _Run, first: int, size: int) -> _Place:
    return _Place(run.document, run.segment, run.words[first][0], run.words[first + size - 1][1])


def _runs(number: int, segment: Segment, taken: Sequence[tuple[int, int]], cut: Cut) -> Iterator[_Run]:
    """The stretches between marks, function words, names, figures and slogans, cut into words; a term is one word."""
    words = tuple(_words(segment, cut))
    edges = {edge for start, end, _ in words for edge in (start, end)}
    barred = {at for start, end in taken for at in range(start, end)}
    barred.update(at for span in segment.spans if span.kind is not SpanKind.TERM for at in range(span.start, span.end))
    at = 0
    while found := _BREAK.search(segment.source, at):
        # Words count where the segmenter sees them too: neither 地 in 房地产 nor 标的 in 目标的.
        fits = edges.issuperset(found.span())
        if found["kept"] is None and (found["cut"] is None or fits):
            barred.update(range(*found.span()))
        at = found.end() if fits else found.start() + 1
    run: list[tuple[int, int, bool]] = []
    for word in words:
        # A term may hold a mark or a function word (“十五五”规划) and is not torn by it.
        if word[2] or barred.isdisjoint(range(word[0], word[1])):
            run.append(word)
            continue
        yield _Run(number, segment, tuple(run))
        run = []
    yield _Run(number, segment, tuple(run))


def _words(segment: Segment, cut: Cut) -> Iterator[tuple[int, int, bool]]:
    at = 0
    for text, span in segment.pieces():
        is_known = span is not None and span.kind is SpanKind.TERM
        for word in (text,) if is_known else cut(text):
            yield at, at + len(word), is_known
            at += len(word)


def _repeated(runs: Sequence[_Run]) -> dict[str, list[tuple[int, int, int]]]:
    """Every sequence of words that stands twice or more: text to (run, first word, how many words)."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    alive = {(number, first) for number, run in enumerate(runs) for first in range(len(run.words))}
    size = 0
    while alive:
        size += 1
        level: dict[str, list[tuple[int, int, int]]] = {}
        for number, first in sorted(alive):
            words = runs[number].words[first : first + size]
            if len(words) == size and words[-1][1] - words[0][0] <= LONGEST:
                text = runs[number].segment.source[words[0][0] : words[-1][1]]
                level.setdefault(text, []).append((number, first, size))
        # What stands once cannot be the beginning of what stands twice. Single words are kept for their counts.
        kept = {text: places for text, places in level.items() if size == 1 or len(places) > 1}
        for text, places in kept.items():
            found.setdefault(text, places)
        alive = {(number, first) for places in kept.values() if len(places) > 1 for number, first, _ in places}
    return found


def _varies(places: Sequence[tuple[int, int, int]], runs: Sequence[_Run]) -> bool:
    """Whether the neighbours on each side differ and one of them is the edge of a run: else it is part of a longer one.

    The variety of neighbours is Feng's accessor variety (2004), in which every edge counts as another neighbour.
    """
    sides: tuple[set[object], set[object]] = (set(), set())
    edges = [False, False]
    for number, first, size in places:
        words, source = runs[number].words, runs[number].segment.source
        for n, index in enumerate((first - 1, first + size)):
            is_edge = not 0 <= index < len(words)
            sides[n].add((number, first) if is_edge else source[words[index][0] : words[index][1]])
            edges[n] = edges[n] or is_edge
    return all(edges) and all(len(side) > 1 for side in sides)


def _coheres(
    text: str, words: Sequence[tuple[int, int, bool]], run: _Run, counts: Mapping[str, int], total: int
) -> bool:
    """Whether at every joint the two halves stand together far more often than by chance, or mostly so."""
    source = run.segment.source
    first, last = words[0][0], words[-1][1]
    halves = ((counts[source[first:start]], counts[source[start:last]]) for start, _, _ in words[1:])
    count = counts[text]
    # In a text of a few lines chance says nothing: there the halves must hardly stand apart.
    return all(count * total >= COHESION * one * other or 2 * count >= max(one, other) for one, other in halves)
