"""Ordinals and ranks: 第十四届, 第100万辆, 十九届五中全会, 全省第三, 世界500强, 前十名, 第二大."""

import re

from i18n_news.text.figures import Quantity
from i18n_news.text.numerals import NUMERAL, read_numeral
from i18n_news.text.quantity_english import shorten_ordinal, spell_ordinal
from i18n_news.text.wordlists import one_of, read_named

_REGIONS_BY_NAME = """
in the country: 全国 国内
in the province: 全省 省内
in the city: 全市 市内
in the county: 全县
in the world: 全球 世界
in China: 中国
in Asia: 亚洲
in Europe: 欧洲
in the industry: 同行业 全行业 业内 行业
in the Yangtze River Delta: 长三角
"""
_TOP_BY_NAME = """
counties: 县
districts: 区
towns: 镇
townships: 乡
subdistricts: 街道
villages: 村
cities: 市 城市
companies: 企业
private companies: 民企
parks: 园区
development zones: 开发区
counties and cities: 县市
universities: 高校
brands: 品牌
"""
# Counters that keep a noun of their own in English; those of the second list give way to the noun that follows.
_NOUNS_BY_NAME = """
batch: 批 批次
round: 轮
phase: 阶段
step: 步 步骤
tier: 梯队 梯次
season: 季
stop: 站
day: 天
year: 年
month: 个月
week: 周
hour: 小时
minute: 分钟
metric ton: 吨
kilometer: 公里
person: 人
aspect: 方面
link: 环节
section: 标段
"""
_COUNTERS = """
届 次 个 家 位 条 座 台 辆 架 艘 项 件 款 期 场 所 支 套 列 趟 篇 部 块 枚 笔 单 例 名 张 只 间 栋 幢 组 种 类 层 户
回 道 颗 箱 本 册 集 节 代
"""
_REGIONS, _TOP, _NOUNS = read_named(_REGIONS_BY_NAME), read_named(_TOP_BY_NAME), read_named(_NOUNS_BY_NAME)
_N = r"(?P<n>[一二三四五六七八九十百千两零〇]{1,7}|\d{1,6})"

# 第三产业, 第一时间, 第一书记, 第二课堂: words, whatever stands around them.
_WORD = re.compile(
    "第[一二三四五](?:产业|方(?![面阵])|者|线|时间|课堂|书记|世界|夫人|责任|资源|动力|要务|生产力|现场|中学|小学|医院|人民"
    "|人称|性|手|印象|眼|位的)|第一[一-鿿]?线"
)
_ORDINAL = re.compile(rf"第(?P<n>{NUMERAL})\s?(?:(?P<unit>{one_of((*_NOUNS, *_COUNTERS.split()))})|(?P<number>[号#]))")
_MEETING_AFTER = re.compile(
    "全|会|代表|大会|普查|工业|世界|常|党|理|集体|职|[（(]|委|审议|联席|[一-鿿]{1,6}(?:会议|大会|普查)"
)
_ARTICLE = re.compile(
    rf"第{_N}(?P<unit>[条章款编])(?=规定|的规定|之规定|第|[，。、；：）》”]|$|中规定|明确|所[称列指]|至|和)"
)
_ARTICLES = {"条": "Article", "章": "Chapter", "款": "Paragraph", "编": "Part"}
_RANK = re.compile(rf"(?P<where>{one_of(_REGIONS)})?第{_N}(?:(?P<largest>大(?![道街学队会厦]))|[位名])?")
_RANK_BEFORE = re.compile(
    "(?:[居列位排获]|排名|跃升|升至|跻身|并列|保持|夺得|全区|[全国省市县]|全球|世界|行业|国内)(?:了|至|到|为)?$"
)
_NOT_BARE = re.compile("[届次批个家条轮期季产方座台款代者线步部章项阶艘辆架版]|人民|书记|医院|中学|小学")
_TOP_N = re.compile(
    rf"(?P<where>财富世界|世界|全球)?(?P<n>\d{{2,4}}|五百|[十百千])强(?![大度化劲调势军弱项])(?P<kind>{one_of(_TOP)})?"
)
_FRONT = re.compile(rf"前{_N}(?:(?P<unit>[名位强甲])|(?![一-鿿]?(?:[年月天日季期届次个周轮批场集后]|小时|分钟)))")
_FRONT_BEFORE = re.compile("(?:[居列入位进]|跻身|全国|全省|全市|全球|世界|排名|行业)$")
_BEST = re.compile("十(?:佳|大(?![量型小于学会多约概部力幅众]))")
_TERM = re.compile(rf"(?<![新上下这每历几]){_N}届(?![时满期中毕入])")
_SESSION = re.compile(rf"(?:(?<=[届会大])|(?<=政协)){_N}次(?=全|会|常|理|委|职|党|代|[（(]|[一-鿿]{{0,6}}会)")
_PLENUM = re.compile("(?P<n>[一二三四五六七八九])中全会")
_COUNTED = re.compile("(?:连续|举办了?|办了|[过共已续每]|累计)$")
_FRONT_WORDS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def match_ordinal(text: str, at: int) -> Quantity | None:
    """The ordinal or rank that begins at this position of a folded text."""
    if _WORD.match(text, at):
        return None
    rules = (_article, _rank, _ordinal, _top, _front, _plenum, _term)
    return next((found for rule in rules if (found := rule(text, at))), None)


def _found(at: int, end: int, category: str, value: str, english: str) -> Quantity:
    return Quantity(at, end, "quantity", category, value, (english,))


def _number(text: str) -> int:
    """A whole exact number, else 0."""
    numeral = read_numeral(text)
    if numeral is None or numeral.high is not None or numeral.is_open or numeral.is_several:
        return 0
    return int(numeral.low) if numeral.low == numeral.low.to_integral_value() else 0


def _article(text: str, at: int) -> Quantity | None:
    match = _ARTICLE.match(text, at)
    if match is None or not (number := _number(match["n"])):
        return None
    word = _ARTICLES[match["unit"]]
    return _found(at, match.end(), "ordinal", f"{word.lower()} {number}", f"{word} {number}")


def _rank(text: str, at: int) -> Quantity | None:
    """全省第三 and 位居第三; a bare 第三 elsewhere is part of a name or a word."""
    match = _RANK.match(text, at)
    if match is None or not (number := _number(match["n"])):
        return None
    where, english = match["where"], spell_ordinal(number)
    if match["largest"]:
        start = at if not where else match.start("n") - 1
        words = "largest" if number == 1 else f"{english}-largest"
        return _found(start, match.end(), "rank", f"{shorten_ordinal(number)} largest", words) if start == at else None
    if not where and not _RANK_BEFORE.search(text[max(0, at - 4) : at]):
        return None
    if text[match.end() - 1] not in "位名" and _NOT_BARE.match(text, match.end()):
        return None
    if not where:
        return _found(at, match.end(), "rank", shorten_ordinal(number), english)
    region = _REGIONS[where]
    value = f"{shorten_ordinal(number)} {region.replace(' the ', ' ')}"
    return _found(at, match.end(), "rank", value, f"{english} {region}")


def _ordinal(text: str, at: int) -> Quantity | None:
    match = _ORDINAL.match(text, at)
    if match is None or not (number := _number(match["n"])):
        return None
    if match["number"]:
        return _found(at, match.end(), "ordinal", f"no. {number}", f"No. {number}")
    unit, english = match["unit"], spell_ordinal(number)
    noun = _NOUNS.get(unit, "")
    value = f"{shorten_ordinal(number).replace(',', '')} {noun}".strip()
    if unit == "代":
        return _found(at, match.end(), "ordinal", value, f"{english}-generation")
    if unit == "次" and not _MEETING_AFTER.match(text, match.end()):
        return _found(at, match.end(), "ordinal", value, f"for the {english} time")
    if number >= 1_000_000 and number % 1_000_000 == 0:
        english = f"{number // 1_000_000:,} millionth"
    return _found(at, match.end(), "ordinal", value, f"{english} {noun}".strip())


def _top(text: str, at: int) -> Quantity | None:
    if match := _BEST.match(text, at):
        is_part = at > 0 and text[at - 1] in "一二三四五六七八九十百的第几数"
        return None if is_part else _found(at, match.end(), "rank", "top 10", "top 10")
    match = _TOP_N.match(text, at)
    if match is None or (at and text[at - 1] in "0123456789一二三四五六七八九十百"):
        return None
    number = {"十": 10, "百": 100, "千": 1000, "五百": 500}.get(match["n"]) or int(match["n"])
    noun = f" {_TOP[match['kind']]}" if match["kind"] else ""
    if match["where"] and number == 500:
        return _found(at, match.end(), "rank", "Fortune Global 500", f"Fortune Global 500{noun}")
    where = " in the world" if match["where"] else ""
    return _found(at, match.end(), "rank", f"top {number}{noun}", f"top {number:,}{noun}{where}")


def _front(text: str, at: int) -> Quantity | None:
    match = _FRONT.match(text, at)
    if match is None or not (number := _number(match["n"])) or (at and text[at - 1] in "目日年月以之此午眼提"):
        return None
    if not match["unit"] and not _FRONT_BEFORE.search(text[max(0, at - 3) : at]):
        return None
    words = _FRONT_WORDS[number] if 1 < number < len(_FRONT_WORDS) else str(number)
    return _found(at, match.end(), "rank", f"top {number}", f"top {words}")


def _plenum(text: str, at: int) -> Quantity | None:
    match = _PLENUM.match(text, at)
    if match is None:
        return None
    number = _number(match["n"])
    value = f"{shorten_ordinal(number)} plenary session"
    return _found(at, match.end(), "ordinal", value, f"{spell_ordinal(number).capitalize()} Plenary Session")


def _term(text: str, at: int) -> Quantity | None:
    """二届四次全会 is the second committee's fourth session; 已举办七届 counts and stays a count."""
    match = _TERM.match(text, at) or _SESSION.match(text, at)
    if match is None or (at and text[at - 1] in "第0123456789一二三四五六七八九十百"):
        return None
    if _COUNTED.search(text[max(0, at - 4) : at]) or not (number := _number(match["n"])):
        return None
    return _found(at, match.end(), "ordinal", shorten_ordinal(number), spell_ordinal(number))
