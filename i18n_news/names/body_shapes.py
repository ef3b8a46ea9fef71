"""Which stretches of tokens are names of places and bodies: a proper stem, what it does, and a generic word."""

from collections.abc import Sequence

from i18n_news.names.body_words import BRACKETS, PROPER, TAILS, Token
from i18n_news.text.romanize_tables import generics
from i18n_news.text.wordlists import read_guarded

# Generic words that need more than a place before them: 徐州项目 and 北京公司 are no names.
_WEAK = frozenset(
    read_guarded(
        "项目 工厂 基地 中心 店 厂 公司 车间 办公室 学校 局 酒店 宾馆 项目部 分公司 子公司 总公司 "
        "服务站 工作站 站 港 园区 商场 超市 日报"
    )
)
_CORPORATE = ("公司", "集团", "合伙企业", "合作社")
# 省 and the others hardly ever follow a stem that no table has.
_ONLY_PLACES = frozenset(read_guarded("省 市 盟 旗 地区 自治区 自治州 特别行政区 平原 高原 盆地 半岛 海峡 海域"))
_SETTLEMENTS = ("村", "社区", "镇", "街道", "乡")
_ADMIN_HEADS = ("街道", "镇", "乡", "区", "县", "市")
_DIVISIONS = ("省", "自治区", "市", "区", "县", "街道", "镇", "乡")
_IN = frozenset(read_guarded("在 于 赴 到 来 位于 来到 落户"))
_VERBLIKE = frozenset(read_guarded("投资 建设 开发 发展 管理 服务 制造 经营 运营 生产 加工 设计 创新 创业 安装"))
# Generic words that only Chinese administration and company law have.
CHINESE_TAILS = (
    "街道",
    "乡",
    "县",
    "开发区",
    "高新区",
    "保税区",
    "产业园",
    "工业园",
    "科技园",
    "有限公司",
    "股份公司",
    "党工委",
    "管委会",
    "总工会",
    "技师学院",
    "居委会",
    "村委会",
)


def body_at(words: Sequence[Token], last: int) -> int:
    """The index of the first token of the body that ends with this one, -1 if none does."""
    if words[last].kind == "brand" and words[last].text.endswith(("大学", "银行")):
        return last
    if words[last].kind not in TAILS or _is_cut_off(words, last):
        return -1
    village = _village(words, last)
    if village >= 0:
        return village
    first = _walk(words, last)
    # A single unknown character before it belongs to the name, which is then another one: 锡 in 锡索尼.
    if first > 0 and words[first - 1].kind == "char":
        return -1
    if first < 0 or not is_body(words[first : last + 1], words[first - 1].text if first else ""):
        return -1
    return first


def is_body(part: Sequence[Token], before: str = "") -> bool:
    """Whether tokens from a proper one to a generic word are a name and not a place with what happens to be there."""
    tail = part[-1].text
    middle = [token for token in part[:-1] if token.kind not in PROPER and token.kind not in ("generic", "mark")]
    has_stem = any(token.kind in ("stem", "brand", "taken") for token in part)
    if any(token.kind == "stem" and len(token.text) > 4 for token in part):
        return False
    if tail in _WEAK and len(part) == 2 and part[0].kind == "stem":
        return False
    if tail in ("医院", "学院", "小区") and len(part) == 2 and part[0].text[-1] in "出进入回":
        return False
    if tail == "项目":
        return has_stem and bool(middle)
    if tail in _ONLY_PLACES and part[-2].kind == "stem":
        return False
    if tail in _WEAK and not has_stem:
        return bool(middle) and before not in _IN and middle[0].text not in _VERBLIKE and tail not in ("工厂", "办公室")
    if tail in ("局", "厂", "店", "站", "港", "队"):
        return bool(middle) or (part[-2].kind in ("stem", "place") and tail in ("厂", "站", "港"))
    return has_stem or not middle or middle[0].text not in _VERBLIKE or before not in _IN


def extended(words: Sequence[Token], first: int) -> int:
    """How many tokens from this one on carry a name further: known words up to a generic one, 0 if there is none."""
    count = 0
    for number, token in enumerate(words[first : first + 6], start=1):
        if token.kind in TAILS and token.text not in ("市", "省"):
            count = number
        elif token.kind != "word":
            break
    return count


def _is_cut_off(words: Sequence[Token], last: int) -> bool:
    """Whether the name goes on: a longer body is looked for instead, and 区长 or 路线 is another word."""
    following = words[last + 1] if last + 1 < len(words) else None
    if following is None:
        return False
    if words[last].text in generics() and len(words[last].text) == 1 and following.text[:1] in ("长", "委"):
        return following.text not in ("委员会",) and following.text[:1] != "委"
    return False


def _walk(words: Sequence[Token], last: int) -> int:
    """Leftwards: first what the body does, then its stem, then the places that it lies in."""
    at = last - 1
    corporate = any(words[last].text.endswith(form) for form in _CORPORATE)
    while at >= 0 and words[at].kind not in PROPER:
        token = words[at]
        if token.text in BRACKETS.values() and words[last].text not in BRACKETS.values():
            opening = _opening(words, at)
            if opening < 1:
                return -1
            at = opening - 1
            continue
        # 江苏长城机械有限公司: an ordinary word is a firm's name only between a place and the firm's own words.
        named = corporate and token.kind == "noun" and len(token.text) == 2 and at and words[at - 1].kind in PROPER
        if token.kind == "noun" and _opens_a_firm(words, at, last):
            return at
        if token.kind in ("word", *TAILS) or named:
            at -= 1
            continue
        if token.kind == "taken" and words[at + 1].text in _SETTLEMENTS and len(token.text) <= 4:
            return at
        return -1
    if at < 0:
        return -1
    while at > 0:
        before = words[at - 1]
        if before.kind in ("place", "known", "brand"):
            at -= 1
        elif before.text.endswith(_DIVISIONS) and at > 1 and words[at - 2].kind in PROPER:
            at -= 2
        else:
            break
    return at


def _opens_a_firm(words: Sequence[Token], at: int, last: int) -> bool:
    """Whether an ordinary word begins the name of a firm, as 鼎盛 in 鼎盛智能装备有限公司."""
    return (
        words[last].text.endswith(("有限公司", "股份公司", "有限责任公司"))
        and last - at > 1
        and all(token.kind == "word" for token in words[at + 1 : last])
        and len(words[at].text) == 2
        and (at == 0 or words[at - 1].kind in ("mark", "small", "verb"))
    )


def _opening(words: Sequence[Token], closing: int) -> int:
    """The index of the bracket that opens a short group of names or known words; -1 if there is none."""
    for at in range(closing - 1, max(closing - 5, -1), -1):
        if words[at].text in BRACKETS:
            return at if BRACKETS[words[at].text] == words[closing].text and at < closing - 1 else -1
        if words[at].kind not in (*PROPER, *TAILS, "word"):
            return -1
    return -1


def _village(words: Sequence[Token], last: int) -> int:
    """The first token of 王可乐村 behind 街道: whatever stands between two divisions is the smaller one's name."""
    if words[last].text not in _SETTLEMENTS:
        return -1
    at = last - 1
    length = 0
    while at >= 0 and words[at].kind in ("char", "stem", "noun", "taken") and length <= 4:
        length += len(words[at].text)
        at -= 1
    part = words[at + 1 : last]
    if not 2 <= length <= 4 or at < 1 or words[at].text not in _ADMIN_HEADS or words[at - 1].kind not in PROPER:
        return -1
    if not any(token.kind in ("char", "stem", "taken") for token in part):
        return -1
    first = at - 1
    while first > 1 and words[first - 1].text.endswith(_DIVISIONS) and words[first - 2].kind in PROPER:
        first -= 2
    return first
