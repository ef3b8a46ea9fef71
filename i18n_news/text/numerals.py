"""Chinese, Arabic and mixed numerals as exact decimals, with what the writer left open (多, 余, 几, 数, 三四百)."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact

# Wide enough for every numeral that NUMERAL can match, so that no step ever rounds.
EXACT = Context(prec=200, traps=[Inexact])

# One code point for one code point, so offsets in the folded text are offsets in the source. It only lets one grammar
# read Traditional characters and full-width digits; no text is ever converted by it.
_VARIANTS = str.maketrans(
    "０１２３４５６７８９．％＋－～／＃＄￥：○兩萬億餘幾數個臺幣圓畝噸頃時間點輪歲屆號線樓廠過約達後從週"
    "條項戶輛張處種類棟層級環場內長縣區會縮減漲斷貫錄門單雙節產業車鐘紀強續質馬韓盧銖鎊歐陸貳參來據較穩與"
    "領爲為無組筆隻顆頭頓顧務動傳機閘爐標準應幀軌開滿綠電總佔論際國貨團獎發術",
    "0123456789.%+-~/#$¥:〇两万亿余几数个台币圆亩吨顷时间点轮岁届号线楼厂过约达后从周"
    "条项户辆张处种类栋层级环场内长县区会缩减涨断贯录门单双节产业车钟纪强续质马韩卢铢镑欧陆贰参来据较稳与"
    "领为为无组笔只颗头顿顾务动传机闸炉标准应帧轨开满绿电总占论际国货团奖发术",
)
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_BANKERS = {char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"参": 3}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 4, "亿": 8, "兆": 12}

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,24})(?:\.\d{1,12})?"
# 千瓦, 千米, 百分点 and 万分之 begin with a unit's own first character, which the numeral must not swallow.
_UNIT_CHAR = r"(?:十(?!分之)|百(?!分[之点比])|千(?!分之|[瓦米克伏卡焦帕赫])|[万亿](?!分之)|兆(?=[元美新日韩港欧]))"
_CHINESE_CHAR = rf"(?:[零〇一二两三四五六七八九几数]|{_UNIT_CHAR})"
_MORE = r"(?:[多余](?=[万亿])|(?<=[十百千万亿\d几])来(?=[万亿]))"
_COUNTED = "个名家位人岁天年种项台"
NUMERAL = (
    rf"(?:(?:[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{{2,24}}|{ARABIC}(?:\s?几?(?:{_MORE}?{_UNIT_CHAR})+)?"
    rf"(?:(?<=[万亿千百])(?:{ARABIC}|[零一二三四五六七八九])(?:{_MORE}?{_UNIT_CHAR})+)*"
    rf"(?:(?<=[万亿])\d{{1,4}}(?![\d.,年月日%]))?"
    # 三点六万 and 零点五; 三点五分 is a time of day.
    rf"|[零一二三四五六七八九十百]{{1,5}}点[零〇一二三四五六七八九]{{1,8}}(?![分刻])(?:{_UNIT_CHAR})*"
    rf"|{_CHINESE_CHAR}(?:{_MORE}|{_CHINESE_CHAR}){{0,24}})"
    rf"(?:(?<=[十百千万亿兆\d])[多余]|来(?=[{_COUNTED}辆件条亩吨公户])|几(?=[{_COUNTED}]))?)"
)
_WHOLE = re.compile(r"[\d.,零〇一二两三四五六七八九十百千万亿兆几数多余来点壹贰叁肆伍陆柒捌玖拾佰仟]{1,64}")
_TOKEN = re.compile(rf"{ARABIC}|.", re.DOTALL)
_PAIRS = re.compile("一[两二]|[两二]三|三四|四五|五六|六七|七八|八九|三五")


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a numeral says: exactly low; from low to high; more than low (open); an unknown few times low (several)."""

    low: Decimal
    high: Decimal | None = None
    is_open: bool = False
    is_several: bool = False
    is_joint: bool = False


def fold(text: str) -> str:
    """The text with this grammar's digits, signs and Traditional characters made plain; its length never changes."""
    return text.translate(_VARIANTS)


def parse_numeral(text: str) -> Decimal | None:
    """The exact value of a whole text that is one numeral (12.5, 1.05万亿, 两亿五千万, 壹仟万, 一万五), else None."""
    numeral = read_numeral(text)
    if numeral is None or numeral.is_open or numeral.is_several or numeral.high is not None:
        return None
    return numeral.low


def read_numeral(text: str) -> Numeral | None:
    """The reading of a whole text that is one numeral, exact or open (3000多万, 十几, 数十, 三四百), else None."""
    folded = fold(text).replace(" ", "")
    if not _WHOLE.fullmatch(folded):
        return None
    bare = re.sub("[多余来]", "", folded)
    is_open = bare != folded
    if "点" in bare:
        return _read_point(bare)
    if "几" in bare or "数" in bare:
        return _read_unknown(bare)
    pair = _PAIRS.search(bare)
    if pair and not is_open and not re.search(r"\d", bare):
        return _read_pair(bare, pair.start())
    value = _evaluate(bare)
    return None if value is None else Numeral(value, is_open=is_open)


def format_decimal(value: Decimal) -> str:
    """Plain digits, no exponent, no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _read_point(text: str) -> Numeral | None:
    """三点六万: the digits after the point one by one, then the magnitudes."""
    match = re.fullmatch("([零一二三四五六七八九十百]+)点([零〇一二三四五六七八九]+)([十百千万亿]*)", text)
    whole = _evaluate(match[1]) if match else None
    scale = _evaluate(f"1{match[3]}") if match else None
    if match is None or whole is None or scale is None:
        return None
    digits = "".join(str(_DIGITS[char]) for char in match[2])
    return Numeral(EXACT.multiply(Decimal(f"{format_decimal(whole)}.{digits}"), scale))


def _read_unknown(text: str) -> Numeral | None:
    """几 and 数 stand for an unknown digit: before a magnitude it is several of them, after one more than it."""
    if text[0] in "几数" and len(text) > 1:
        magnitude = _evaluate(text[1:]) if text[1] in "十百千万亿" else None
        return None if magnitude is None else Numeral(magnitude, is_several=True)
    match = re.fullmatch(r"(.*[十百千]|\d+0)几([万亿]*)", text)
    if match is None:
        return None
    base = _evaluate(match[1] + match[2])
    if base is None:
        return None
    if match[1] == "十":
        return Numeral(base, high=EXACT.divide(EXACT.multiply(base, Decimal(19)), Decimal(10)), is_open=True)
    return Numeral(base, is_open=True)


def _read_pair(text: str, at: int) -> Numeral | None:
    """Two neighboring digits side by side are a range: 三四百, 十七八, 一两."""
    if at and text[at - 1] in _DIGITS:
        return None
    low, high = _evaluate(text[:at] + text[at] + text[at + 2 :]), _evaluate(text[:at] + text[at + 1 :])
    if low is None or high is None or high <= low:
        return None
    return Numeral(low, high=high, is_joint=True)


def _evaluate(text: str) -> Decimal | None:
    """The value by place: 十 百 千 inside a section, 万 and 亿 over sections; None where the order is wrong."""
    total = section = Decimal(0)
    digit: Decimal | None = None
    last_small, last_unit, after_zero, has_number = 10000, 0, False, False
    largest = 99
    for token in _TOKEN.findall(text):
        if token == "零" or token == "〇":
            if digit is not None:
                return None
            after_zero, has_number = True, True
        elif token in _SMALL:
            size = _SMALL[token]
            if size >= last_small and not (digit is not None and digit >= 10 and not section):
                return None
            section = EXACT.add(section, EXACT.multiply(Decimal(1) if digit is None else digit, Decimal(size)))
            digit, last_small, last_unit, after_zero = None, size, size, False
        elif token in _LARGE:
            power = _LARGE[token]
            has_section = digit is not None or last_small < 10000
            section = EXACT.add(section, digit or Decimal(0))
            if not (has_section or has_number or last_unit):
                section, has_section = Decimal(1), True
            if power > largest:
                # 1.05万亿: a larger magnitude takes all that stands before it.
                total, section = EXACT.add(total, section).scaleb(power, EXACT), Decimal(0)
            elif has_section and power < largest:
                total, section = EXACT.add(total, section.scaleb(power, EXACT)), Decimal(0)
            else:
                return None
            largest = power
            digit, last_small, last_unit, after_zero = None, 10000, 10**power, False
        else:
            value = _digit(token)
            if digit is not None or value is None:
                return None
            digit, has_number = value, True
    if digit is not None:
        # 一万五 is 15,000 and 三百五 is 350, but 一百零五 and 15 are what they say.
        is_elided = last_unit >= 100 and not after_zero and (text[-1] in "一二两三四五六七八九" or token in "123456789")
        section = EXACT.add(section, EXACT.multiply(digit, Decimal(last_unit // 10)) if is_elided else digit)
    if not has_number and not last_unit:
        return None
    return EXACT.add(total, section)


def _digit(token: str) -> Decimal | None:
    if token[0].isdecimal() and token.isascii():
        return Decimal(token.replace(",", ""))
    value = _DIGITS.get(token, _BANKERS.get(token))
    return None if value is None else Decimal(value)
