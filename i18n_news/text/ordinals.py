"""Ordinals, ranks, phases, numbered plants and lines, and codes that must stay as they are."""

import re

from i18n_news.text.figures import Quantity
from i18n_news.text.numerals import NUMERAL, format_decimal, read_numeral
from i18n_news.text.quantity_english import shorten_ordinal, spell_ordinal

_N = r"(?P<n>[一二三四五六七八九十百千两零〇]{1,7}|\d{1,6})"
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_REGIONS = {
    "全国": "in the country", "全省": "in the province", "全市": "in the city", "全县": "in the county", "全球": "in the world", "世界": "in the world",
    "亚洲": "in Asia", "国内": "in the country", "省内": "in the province", "市内": "in the city", "中国": "in China", "全网": "on the whole internet",
    "东部": "in the east", "中部": "in central China", "西部": "in the west", "同行业": "in the industry", "全行业": "in the industry", "业内": "in the industry", "行业": "in the industry",
    "全省同类": "in its category in the province", "长三角": "in the Yangtze River Delta", "欧洲": "in Europe", "亚太": "in the Asia-Pacific region",
}  # fmt: skip
_NUMBERED = {
    "线": "Line", "号线": "Line", "楼": "Building", "馆": "Hall", "门": "Gate", "机组": "Unit", "泊位": "Berth", "展厅": "Exhibition Hall", "展馆": "Hall",
    "会议室": "Meeting Room", "出口": "Exit", "窗口": "Window", "航站楼": "Terminal", "码头": "Wharf", "站台": "Platform", "桥": "Bridge", "公路": "Road",
    "地块": "Plot", "标段": "Section", "宿舍楼": "Dormitory Building", "教学楼": "Teaching Building", "办公楼": "Office Building", "住宅楼": "Residential Building",
}  # fmt: skip
_PLANTS = {
    "厂房": "plant", "车间": "workshop", "生产线": "production line", "产线": "production line", "仓库": "warehouse", "高炉": "blast furnace", "锅炉": "boiler",
    "井": "well", "反应堆": "reactor", "仓": "warehouse", "炉": "furnace", "塔": "tower", "罐": "tank", "泵": "pump", "炉窑": "kiln", "窑": "kiln", "变压器": "transformer",
    "隧道": "tunnel", "主变": "main transformer", "风机": "wind turbine", "货架": "rack", "堆场": "yard", "闸": "sluice gate", "矿": "mine", "矿井": "mine",
}  # fmt: skip
_TOP = {
    "县": "counties", "区": "districts", "镇": "towns", "乡": "townships", "街道": "subdistricts", "村": "villages", "市": "cities", "企业": "companies",
    "城市": "cities", "园区": "parks", "县市": "counties and cities", "高校": "universities", "品牌": "brands", "开发区": "development zones", "民企": "private companies",
}  # fmt: skip
_NOUNS = {"批": "batch", "轮": "round", "阶段": "phase", "步": "step", "梯队": "tier", "代": "generation", "季": "season", "站": "stop", "产业": "", "天": "day", "年": "year",
          "个月": "month", "周": "week", "届": "", "次": "", "个": "", "家": "", "位": "", "条": "", "座": "", "台": "", "辆": "", "架": "", "艘": "", "项": "", "件": "", "款": "",
          "期": "", "场": "", "所": "", "支": "", "套": "", "列": "", "趟": "", "篇": "", "部": "", "块": "", "枚": "", "笔": "", "单": "", "例": "", "名": "", "张": "", "只": "",
          "间": "", "栋": "", "幢": "", "组": "", "种": "", "类": "", "层": "", "户": "", "吨": "metric ton", "人": "person", "回": "", "方面": "aspect", "环节": "link", "步骤": "step",
          "梯次": "tier", "道": "", "颗": "", "箱": "", "本": "", "册": "", "集": "", "节": "", "标段": "section", "小时": "hour", "分钟": "minute", "公里": "kilometer", "批次": "batch"}  # fmt: skip
_NOT_ORDINAL = re.compile(
    "第(?:一|二|三|四|五)(?:产业|方(?!面|阵)|者(?!$)|线|时间|课堂|书记|世界|夫人|责任|资源|动力|要务|生产力|现场|中学|小学|医院|人民|产区|人称|性|手|印象|眼|位的)|第一[一-鿿]?线|第三者|数一数二"
)
_ORDINAL = re.compile(rf"第(?P<n>{NUMERAL})\s?(?P<unit>{'|'.join(sorted(_NOUNS, key=len, reverse=True))})?")
_ARTICLE = re.compile(rf"第{_N}(?P<unit>条|章|款|编)(?=规定|的规定|之规定|第|[，。、；：）》”]|$|中规定|明确|所|至|和)")
_RANK = re.compile(rf"(?P<where>{'|'.join(sorted(_REGIONS, key=len, reverse=True))})?第{_N}(?P<unit>位|名|大)?")
_RANK_BEFORE = re.compile(
    "(?:居|列|位|排|排名|名列|跃升|升至|跻身|上升至|稳居|并列|保持|全国|全省|全市|全县|全区|全球|世界|行业|获|夺得|国内)(?:了|至|到|为)?$"
)
_TOP_N = re.compile(
    rf"(?P<where>世界|财富世界|全球)?(?P<n>\d+|百|千|十|五百)强(?!大|度|化|劲|调|势|军|弱|项)(?P<kind>{'|'.join(sorted(_TOP, key=len, reverse=True))})?(?!强)"
)
_FRONT = re.compile(
    rf"(?P<word>前){_N}(?P<unit>名|位|强|甲)?(?![一-鿿]?(?:年|月|天|日|季|期|届|次|个|周|轮|批|场|集|后|小时|分钟))"
)
_BEST = re.compile("十(?P<word>佳|大(?![量型小于学会多约概部力幅众]))")
_TERM = re.compile(rf"(?<![第0-9一二三四五六七八九十]){_N}届(?!时|满|期|中|毕|入)")
_MEETING = re.compile(rf"(?<=届){_N}次(?=全|会|常|理|委|职|党|代|[（(]|[一-鿿]{{0,6}}(?:会|大会))")
_PLENUM = re.compile(r"(?P<n>[一二三四五六七八九])中全会")
_HASH = re.compile(
    rf"(?P<n>\d{{1,3}})(?:#|＃|号)(?P<what>{'|'.join(sorted({**_NUMBERED, **_PLANTS}, key=len, reverse=True))})?"
)
_CN_NUMBERED = re.compile(
    rf"(?P<n>[一二三四五六七八九十]{{1,3}})号(?P<what>{'|'.join(sorted({**_NUMBERED, **_PLANTS}, key=len, reverse=True))}|文件|院|令|公告|台风|工程|机)"
)
_PHASE = re.compile(
    rf"{_N}期(?!间|望|待|货|限|刊|末|权|盼|初|后|内|满|一会|叠加|培训|学员|课|杂志|《|款|付|中|以|的话)(?P<works>工程|项目)?"
)
_PHASES = re.compile(r"(?P<a>[一二三四])、?(?P<b>[二三四五])期(?!叠加|间)")
_SERIES = re.compile(r"(?P<pre>[Pp]re-?)?(?P<letter>[A-H](?:\+{1,2}|\d)?)轮")
_FLOOR = re.compile(rf"(?P<under>地下|负)?{_N}楼(?!盘|市|宇|房|层|道|梯|主|价|面)")
_GRADE = re.compile(rf"(?P<n>[一二三四五六七八九]|\d{{1,2}})(?:年级|(?P<star>星级|星(?=酒店|级|饭店)))")
_LARGEST = re.compile(rf"第{_N}大(?!道|街|学|队|会|厦)")
_RATIO = re.compile(r"(?P<a>\d{1,3}(?:\.\d+)?)\s?[:∶]\s?(?P<b>\d{1,3}(?:\.\d+)?)(?![\d:])")
_VERSUS = re.compile(r"(?P<a>\d{1,3})比(?P<b>\d{1,3})(?![\d.%年月日万亿个家])")
_NAMED_CRAFT = re.compile(
    "(?:神舟|嫦娥|长征|天宫|天问|天舟|北斗|风云|海洋|雪龙|蛟龙|高分|实践|遥感|亚太|东方红|力箭|快舟|朱雀|谷神星|引力|海斗|深海|奋斗|玉兔|梦想|探索|科学|资源|中星|问界|极氪|大洋|雪鹰)$"
)

_STANDARD = re.compile(
    r"(?:GB(?:/[TZ])?|GBZ|ISO(?:/(?:IEC|TS|TR|IATF))?|IEC(?:/T[SR])?|IATF|EN|ASTM|ANSI|IEEE|DB\d{0,2}(?:/T)?|[A-Z]{2}/T|T/[A-Z]{2,8}|AS|API|UL|JJG|JJF)\s?[A-Z]?\d{2,6}(?:\.\d+)*(?:[-—–:：]\d{1,4})*(?:-\d{4})?"
)
_PHONE = re.compile(
    r"(?<![\d.])(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|(?:\+?86[- ]?)?[（(]?0\d{2,3}[)）]?[-—－ ]?\d{3,4}[- ]?\d{4}|[48]00[- ]\d{3,4}[- ]\d{3,4}|[48]00\d{7})(?:[-转]\d{1,5})?(?!\d)"
)
_PAPER = re.compile(rf"[〔\[［(（【](?P<year>(?:19|20)\d\d)[〕\]］)）】]\s?第?{_N}号")
_MODEL = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z0-9./-]*[A-Za-z])(?=[A-Za-z0-9./-]*\d)[A-Za-z0-9]+(?:[-/.][A-Za-z0-9]+)*\+?(?![A-Za-z0-9])"
)
_LINK = re.compile(r"(?:https?://|www\.)[A-Za-z0-9./?=&%_#:~+-]+|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")


def match_code(text: str, at: int) -> Quantity | None:
    """A phone number, standard, document number, model or address that begins here; its English is itself."""
    if at and text[at - 1].isascii() and text[at - 1].isalnum():
        return None
    if match := _PAPER.match(text, at):
        number = _int(match["n"])
        return Quantity(
            at, match.end(), "code", "document", f"No. {number} [{match['year']}]", (f"No. {number} [{match['year']}]",)
        )
    for category, pattern in (("link", _LINK), ("standard", _STANDARD), ("phone", _PHONE), ("model", _MODEL)):
        if match := pattern.match(text, at):
            return Quantity(at, match.end(), "code", category, match[0], (match[0],))
    return None


def match_ordinal(text: str, at: int) -> Quantity | None:
    """The ordinal, rank, phase or numbered thing that begins at this position of a folded text."""
    if _NOT_ORDINAL.match(text, at):
        return None
    for rule in (
        _article,
        _largest,
        _rank,
        _ordinal,
        _top,
        _front,
        _plenum,
        _terms,
        _numbered,
        _phases,
        _phase,
        _series,
        _floor,
        _grade,
        _ratio,
    ):
        if found := rule(text, at):
            return found
    return None


def _found(at: int, end: int, category: str, value: str, english: str) -> Quantity:
    return Quantity(at, end, "quantity", category, value, (english,))


def _int(text: str) -> int:
    numeral = read_numeral(text)
    return int(numeral.low) if numeral else 0


def _article(text: str, at: int) -> Quantity | None:
    match = _ARTICLE.match(text, at)
    if match is None or not (number := _int(match["n"])):
        return None
    word = {"条": "Article", "章": "Chapter", "款": "Paragraph", "编": "Part"}[match["unit"]]
    return _found(at, match.end(), "ordinal", f"{word.lower()} {number}", f"{word} {number}")


def _largest(text: str, at: int) -> Quantity | None:
    match = _LARGEST.match(text, at)
    if match is None or not (number := _int(match["n"])):
        return None
    return _found(
        at,
        match.end(),
        "rank",
        f"{shorten_ordinal(number)} largest",
        "largest" if number == 1 else f"{spell_ordinal(number)}-largest",
    )


def _rank(text: str, at: int) -> Quantity | None:
    """全省第三 and 位居第三; a bare 第三 elsewhere is part of a name or a word."""
    match = _RANK.match(text, at)
    if match is None or not (number := _int(match["n"])) or match["unit"] == "大":
        return None
    where = match["where"]
    if not where and not _RANK_BEFORE.search(text[max(0, at - 4) : at]):
        return None
    rest = text[match.end() :]
    if not match["unit"] and re.match(
        "[届次批个家条轮期季产方座台款代者线步部章条项阶艘辆架]|人民|书记|医院|中学|小学", rest
    ):
        return None
    if not where:
        return _found(at, match.end(), "rank", shorten_ordinal(number), spell_ordinal(number))
    return _found(
        at,
        match.end(),
        "rank",
        f"{shorten_ordinal(number)} {_REGIONS[where]}".replace(" the ", " "),
        f"{spell_ordinal(number)} {_REGIONS[where]}",
    )


def _ordinal(text: str, at: int) -> Quantity | None:
    match = _ORDINAL.match(text, at)
    if match is None or not match["unit"]:
        if match and text.startswith(("号", "#"), match.end()) and (number := _int(match["n"])):
            return _found(at, match.end() + 1, "ordinal", f"no. {number}", f"No. {number}")
        return None
    numeral = read_numeral(match["n"])
    if (
        numeral is None
        or numeral.is_open
        or numeral.is_several
        or numeral.high is not None
        or numeral.low != numeral.low.to_integral_value()
    ):
        return None
    number, unit = int(numeral.low), match["unit"]
    if unit == "产业" or not number:
        return None
    noun = _NOUNS[unit]
    value = f"{shorten_ordinal(number).replace(',', '')} {noun}".strip()
    if unit == "代":
        return _found(at, match.end(), "ordinal", value, f"{spell_ordinal(number)}-generation")
    if unit == "次" and not re.match(
        r"(?:全|会|代表|大会|普查|工业|世界|常|党|理|集体|职|[（(]|委|调整|审议|联席|[一-鿿]{1,5}(?:会议|大会|普查))",
        text[match.end() :],
    ):
        return _found(at, match.end(), "ordinal", value, f"for the {spell_ordinal(number)} time")
    word = f"{number // 1000000} millionth" if number >= 1000000 and number % 1000000 == 0 else spell_ordinal(number)
    return _found(at, match.end(), "ordinal", value, f"{word} {noun}".strip())


def _top(text: str, at: int) -> Quantity | None:
    if match := _BEST.match(text, at):
        if at and text[at - 1] in "一二三四五六七八九十百党的第":
            return None
        return _found(at, match.end(), "rank", "top 10", "top 10")
    match = _TOP_N.match(text, at)
    if match is None or (at and text[at - 1].isdigit()):
        return None
    number = {"十": 10, "百": 100, "千": 1000, "五百": 500}.get(match["n"]) or int(match["n"])
    if match["where"] and number == 500:
        companies = " companies" if match["kind"] == "企业" else ""
        return _found(at, match.end(), "rank", "Fortune Global 500", f"Fortune Global 500{companies}")
    noun = f" {_TOP[match['kind']]}" if match["kind"] else ""
    where = " in the world" if match["where"] else ""
    return _found(at, match.end(), "rank", f"top {number}{noun}", f"top {number:,}{noun}{where}")


def _front(text: str, at: int) -> Quantity | None:
    match = _FRONT.match(text, at)
    if match is None or not (number := _int(match["n"])) or (at and text[at - 1] in "目日年月以之此午眼提"):
        return None
    if not match["unit"] and not re.search(
        "(?:居|列|入|位|进|跻身|全国|全省|全市|全球|世界|排名|行业)$", text[max(0, at - 3) : at]
    ):
        return None
    words = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return _found(at, match.end(), "rank", f"top {number}", f"top {words[number] if 1 < number < 10 else number}")


def _plenum(text: str, at: int) -> Quantity | None:
    match = _PLENUM.match(text, at)
    if match is None:
        return None
    number = _int(match["n"])
    return _found(
        at,
        match.end(),
        "ordinal",
        f"{shorten_ordinal(number)} plenary session",
        f"{spell_ordinal(number).capitalize()} Plenary Session",
    )


def _terms(text: str, at: int) -> Quantity | None:
    """二届四次全会: the second committee's fourth session; 已举办七届 counts and stays a count."""
    match = _TERM.match(text, at) or _MEETING.match(text, at)
    if (
        match is None
        or re.search("连续|举办了|举办|办了|过|共|已|累计|续|每$", text[max(0, at - 4) : at])
        or not (number := _int(match["n"]))
    ):
        return None
    return _found(at, match.end(), "ordinal", shorten_ordinal(number), spell_ordinal(number))


def _numbered(text: str, at: int) -> Quantity | None:
    match = _HASH.match(text, at) or _CN_NUMBERED.match(text, at)
    if (
        match is None
        or (at and re.match("[月0-9.一二三四五六七八九十]", text[at - 1]))
        or not (number := _int(match["n"]))
    ):
        return None
    if _NAMED_CRAFT.search(text[max(0, at - 4) : at]) or (
        not match["what"] and re.match("称|召|角|码|上午|下午|晚|凌晨|早", text[match.end() :])
    ):
        return None
    what = match["what"] or ""
    if what in _NUMBERED:
        word = _NUMBERED[what]
        return _found(at, match.end(), "ordinal", f"{word.lower()} {number}", f"{word} {number}")
    end = match.end() if what in _PLANTS or not what else match.end() - len(what)
    return _found(at, end, "ordinal", f"no. {number}", f"No. {number} {_PLANTS.get(what, '')}".rstrip())


def _phase(text: str, at: int) -> Quantity | None:
    """一期 of a project is Phase I; counted courses (举办三期) and 第三期 are something else."""
    match = _PHASE.match(text, at)
    if match is None or (
        at and re.match("[0-9一二三四五六七八九十第首本同上下近远长短周每分多几办了过共续]", text[at - 1])
    ):
        return None
    number = _int(match["n"])
    if not 0 < number <= 20:
        return None
    roman = _ROMAN[number] if number < len(_ROMAN) else str(number)
    end = match.start("works") if match["works"] else match.end()
    return _found(at, end, "ordinal", f"phase {number}", f"Phase {roman}")


def _phases(text: str, at: int) -> Quantity | None:
    match = _PHASES.match(text, at)
    if (
        match is None
        or (at and re.match("[0-9一二三四五六七八九十第]", text[at - 1]))
        or _int(match["b"]) != _int(match["a"]) + 1
        or "、" in match[0]
    ):
        return None
    first, second = _int(match["a"]), _int(match["b"])
    return _found(
        at, match.end(), "ordinal", f"phase {first}..{second}", f"Phases {_ROMAN[first]} and {_ROMAN[second]}"
    )


def _series(text: str, at: int) -> Quantity | None:
    match = _SERIES.match(text, at)
    if match is None or (at and text[at - 1].isascii() and text[at - 1].isalnum()):
        return None
    name = f"Series {match['letter']}" if not match["pre"] else f"pre-Series {match['letter']}"
    return _found(at, match.end(), "ordinal", name[0].lower() + name[1:], name)


def _floor(text: str, at: int) -> Quantity | None:
    match = _FLOOR.match(text, at)
    if (
        match is None
        or (at and re.match("[0-9一二三四五六七八九十第号]", text[at - 1]))
        or not 0 < (number := _int(match["n"])) < 200
    ):
        return None
    if match["under"]:
        return _found(at, match.end(), "ordinal", f"floor -{number}", f"basement level {number}")
    return _found(at, match.end(), "ordinal", f"floor {number}", f"{spell_ordinal(number)} floor")


def _grade(text: str, at: int) -> Quantity | None:
    match = _GRADE.match(text, at)
    if match is None or (at and re.match("[0-9.一二三四五六七八九十]", text[at - 1])):
        return None
    number = _int(match["n"])
    if match["star"]:
        words = ("", "one", "two", "three", "four", "five", "six", "seven")
        return (
            _found(at, match.end(), "ordinal", f"{number} star", f"{words[number]}-star")
            if 0 < number < len(words)
            else None
        )
    return _found(at, match.end(), "ordinal", f"grade {number}", f"Grade {number}")


def _ratio(text: str, at: int) -> Quantity | None:
    if at and re.match("[0-9.:A-Za-z]", text[at - 1]):
        return None
    match = _RATIO.match(text, at) or _VERSUS.match(text, at)
    if match is None:
        return None
    if re.search("[比率]", text[max(0, at - 6) : at]) or match.re is _RATIO:
        return _found(at, match.end(), "ratio", f"{match['a']}:{match['b']}", f"{match['a']}:{match['b']}")
    return _found(at, match.end(), "ratio", f"{match['a']}:{match['b']}", f"{match['a']} to {match['b']}")


__all__ = ["format_decimal", "match_code", "match_ordinal"]
