"""Which encoding a text file is in: Unicode by its marks, GB18030 or Big5 by which of them gives real Chinese."""

from dataclasses import dataclass

from i18n_news.errors import EncodingError

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Of equal plausibility the first wins: hardly any Big5 text is valid GB 2312, and nearly every one is valid GB18030.
_LEGACY = ("gb2312", "cp950", "big5hkscs", "gb18030")
_NAMES = {"gb2312": "GB18030", "cp950": "Big5", "big5hkscs": "Big5-HKSCS", "gb18030": "GB18030", "utf-8": "UTF-8"}
PLAUSIBLE = 0.45
# Judging is a matter of a few pages.
_SAMPLE = 20_000
# One damaged character in so many, or three in a short text, is repaired by a mark in its place; more is another file.
_DAMAGED_SHARE = 500
_DAMAGED_FEW = 3


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text; `damaged` counts the places that could not be decoded, where U+FFFD stands now."""

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes, name: str, least: float = PLAUSIBLE) -> Decoded:
    """The text of a file; EncodingError when it is empty, binary or in no encoding in which it is Chinese.

    `least` is the plausibility that a decoding must have, where the bytes are not UTF-8 and no mark says what they are.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise EncodingError(name, 0, "the file is empty; give a release with Chinese text")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _marked(data[len(bom) :], encoding, name, least)
    if b"\0" in data:
        unmarked = _unmarked_utf_16(data, least)
        if unmarked:
            return unmarked
        raise EncodingError(name, 0, "this is a binary file, not text; give a text, Word, HTML or PDF file")
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        first = error.start
    found = [decoded for encoding in _LEGACY if (decoded := _strictly(data, encoding))]
    best = max(found, key=_judged, default=None)
    if best and _judged(best) >= least:
        return best
    repaired = [_leniently(data, encoding) for encoding in ("utf-8", *_LEGACY)]
    likely = [each for each in repaired if each.damaged <= max(_DAMAGED_FEW, len(each.text) // _DAMAGED_SHARE)]
    best = max(likely, key=_judged, default=None)
    if best and _judged(best) >= least:
        return best
    if unmarked := _unmarked_utf_16(data, least):
        return unmarked
    line = data.count(b"\n", 0, first) + 1
    raise EncodingError(name, line, "the text is neither UTF-8 nor GB18030 nor Big5 Chinese; save it again as UTF-8")


def declared(data: bytes, encoding: str, name: str) -> Decoded:
    """The text in the encoding that the file itself declares, or the one that it is really in."""
    known = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950", "big5-hkscs": "big5hkscs"}
    encoding = known.get(encoding.lower().strip(), encoding.lower().strip())
    if encoding in ("utf-8", "utf8", *_LEGACY) and not data.startswith(tuple(bom for bom, _ in _BOMS)):
        decoded = _strictly(data, "utf-8" if encoding == "utf8" else encoding)
        if decoded and (encoding not in _LEGACY or _judged(decoded) >= PLAUSIBLE):
            return decoded
    return decode(data, name)


def _marked(data: bytes, encoding: str, name: str, least: float) -> Decoded:
    # A stray byte at the end is what a cut transfer leaves.
    width = {"utf-16": 2, "utf-32": 4}.get(encoding[:6], 1)
    text = data[: len(data) // width * width].decode(encoding, "replace")
    damaged = text.count("\ufffd")
    if "\0" in text or damaged > max(_DAMAGED_FEW, len(text) // _DAMAGED_SHARE):
        if encoding == "utf-8":
            # The mark of an editor before bytes that it did not write.
            return decode(data, name, least)
        raise EncodingError(name, 0, f"the file is damaged {encoding.upper()} text; save it again as UTF-8")
    return Decoded(text, encoding.upper(), damaged)


def _unmarked_utf_16(data: bytes, least: float) -> Decoded | None:
    even = data[: len(data) // 2 * 2]
    found = [decoded for encoding in ("utf-16-le", "utf-16-be") if (decoded := _strictly(even, encoding))]
    best = max((each for each in found if "\0" not in each.text), key=_judged, default=None)
    return best if best and _judged(best) >= least else None


def _judged(decoded: Decoded) -> float:
    return plausibility(decoded.text[:_SAMPLE])


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), _NAMES.get(encoding, encoding.upper()))
    except UnicodeDecodeError:
        return None


def _leniently(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, _NAMES.get(encoding, encoding.upper()), text.count("\ufffd"))


def plausibility(text: str) -> float:
    """From 0 to 1, how much of what is not ASCII is what Chinese text consists of; 0 where all of it is ASCII."""
    foreign = [char for char in text if ord(char) > 127]
    if not foreign:
        return 0.0
    # What an office types is common or at least of the usual block; a wrong decoding is rare Han or not Han at all.
    worth = sum(1.0 if char in _COMMON else 0.25 if "\u4e00" <= char <= "\u9fff" else 0.0 for char in foreign)
    odd = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or "\x80" <= char < "\xa0" for char in foreign)
    return max(0.0, worth - 2 * odd) / len(foreign)


# The commonest characters and marks of both scripts.
_COMMON = frozenset(
    "、。，；：？！“”‘’（）《》「」『』—…·％\u3000"
    "一七万三上下不与专且世业东丝两严並个中临为主举么义之乐也习乡书乱亂了争事二于五些交产亲人亿仅今从他代令以们件价"
    "任众优会传伤但位住体何余作使來侧保信修個們候值側備傳傷僅億優儿元先光兒入內全兩八公六共关兴兵其具养内再写军农冲"
    "决况准减几出击分切划列则创初別利别到制則前剧創劇力办功加务动劳势動務勞勢包化北区医區十千半协協单卖卫历压原去县"
    "参參又及双反发取受变口古只可台史号司各合同名后向听告员周命和品响員商問單器嚴四回因团园围国图圆國圍園圓圖團土在"
    "地场块坚型城執基堅報場塊境增壓士声处备复外多大天失头女好如妇始委婦子字存学學安完官定实审客宫宮家容察實審寫对导"
    "射将將專對導小少就尽局层居屆届展属層屬山岁工已市布师带師帶常干平年并应底度建开异式引张張強弹强彈归当录形影往很"
    "得從復心必快态思性总息恶情惊惡想意愛感態應戏成我或战戰戲房所手打执技把投护报担招持指挥换据排接推提換揮擊擔支收"
    "改攻放政效敌敗教数整敵數文料断新斷方於族无日早时明是显時更書曾最會月有服望期木本术机杀杂权村条来東极构果枪查标"
    "树校样核根格案條检業楼構槍樂樓標樣樹機檢權次欢歡正此步歲歷歸死殺每比民气氣水求決沒没油治況法活派流测济海消深清"
    "減測游源满滿演濟火灯灵点為烟热無然煙照熱燈營爭爱片物特状狀独獨獲率环现現球理環生產用由电画界畫異當病發白百的皇"
    "监盘盡監盤目直相省看真眼眾着知石矿研破确礦示礼社神禮离种科积称程稱積空立笑笔第筆等简算管節簡米类精系紀約紅紙級"
    "素紧細終組結絕給統絲經維網緊線編練縣總織繼續红约级纪纸线练组细织终经结给绝统继续维编网美群義習老考者而职联聞聯"
    "聲職聽股育能脑脚脸腦腳臉臨自至致臺與興舉航色艺节花草药获营落藝藥處號血行術衛衝补表被装裏補裝裡西要見規視親覺觀"
    "见观规视觉解言計訓記設許評詞試話該認語誤說調談請論講證識議護讀變计认让训议记讲许论设证评识词试话该语误说请读调"
    "谈象負財貨責貴費資賣質購賽负财责败货质购贵费资赛走赶起趕足跡路身車軍較載輕輪輯輸轉车转轮轻载较辑输辦農边达过运"
    "近还这进远连迹选這通速造連進運過道達遗遠選遺還邊那部都鄉醫里重量金銀銷錄錢錯鎮鐵钱铁银销错镇長长門開間關门问间"
    "闻队防阵阶际陆院陣险陸隊階随隐際隨險隱难集雙雜離難電靈静靜非面音響頂項順預領頭題額類顧顯顶项顺顾预领题额風风飛"
    "飞食飯養館饭馆首馬驗驚马验體高魚鱼黃黄點"
)
