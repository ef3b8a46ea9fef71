"""Whether a line end broke a sentence or ended a block, judged by punctuation and by what cannot begin or end."""

import re

from i18n_news.text.han import HAN, has_han

# Enumerators stay in the text; bullets are marks of the file and go.
ENUMERATOR = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}(?:[.．](?![0-9])|[、)）])|[①-⑳㈠-㈩]"
    r"|第[一二三四五六七八九十]{1,3}[，、章节条：])"
)
BULLET = re.compile(r"(?:(?:[·•●◆■▪◇○★☆※‣▶►→][ \u00a0\u3000]*|[-*–][ \u00a0\u3000]+)+(?=\S))")

_CLOSERS = "”’）》」』】〕)\"'"
_CLOSED = re.compile(rf"(?:[。！？!?]|……|…|(?<![0-9])\.|(?<=[0-9])\.$)[{_CLOSERS}]*$")
_BROKEN_DECIMAL = re.compile(r"[0-9]\.$")
_OPEN = re.compile("(?:[，、；：,;:（(《“‘「【—–/]|--)$")
_CANNOT_BEGIN = re.compile("[，。、；：！？”’）》」』】〕,.;:!?)%％…]")
# 泵、沙袋… 试。… 快的…: one character and a mark or particle is the end of a word.
_REMNANT = re.compile(f"[{HAN}](?:[，。、；！？”’）》,;]|的(?!确))")
_INTERJECTION = re.compile("[啊哦嗯唉哎好是对不嘿喂]")
_UNIT = re.compile("[万亿千百元%％年月日号个家人名次项台套条座亩吨件万平米公千瓦倍成度余多]")
_AMOUNT = re.compile("[0-9][0-9,.]*(?:[万亿]|[%％‰元吨]|个百分点|平方)[^0-9]{0,6}[，；。,;]")
_PARTICLE = re.compile(
    "的(?!确|士)|们|了(?!解|然|如指掌|却)|着(?!力|眼|重|手|实|陆|装|火|迷)|及(?!时|早|格)|和(?!平|谐|睦|解|风)|与(?!会|此|时|其|众)"
    "|等(?!待|到|级|同|候)|之(?!所以|前|后|初)|地(?![区方处铁产理质下铁面势标图级毯])"
)
# What a sentence or a headline does not end with; the compounds that it does end with are taken out.
_DANGLING = re.compile(
    "(?:(?<![平温总谐柔缓调])和|(?<!参)与|(?<![普顾涉提])及|[的把被第各每最较很若]|(?<![变])更|(?<![合吞])并|(?<![大名])将"
    "|(?<![签预节条合履违])约|(?<![应面针核派绝])对|(?<![方走导面双趋倾意志转内外])向|(?<![服遵])从|(?<![自缘理])由|(?<![存所实内现潜正])在"
    "|(?<![作行认成人因大])为|(?<![可足所得])以|(?<![尤极])其|副|(?<![附邻亲接临靠最])近|同比增|同比下|(?<![签报周送做收看想遇])到|(?<![甚乃直备])至)$"
)
_FRESH = re.compile(
    "(?:[0-9]{4}年|[0-9]{1,2}月(?:[0-9]{1,2}日|份|上旬|中旬|下旬|底|初)|近日|日前|昨[日天]|今[日天年]|近年来|去年|连日来|当[日天]|目前|本报|本网|新华社|中新网|讯|为(?:了|深入|进一步|贯彻|认真|全面|推动|切实)"
    "|会议|活动|据悉|据了解|记者|（记者|\\(记者|截至|自[0-9])"
)
_SENTENCE_MARK = re.compile("[。；！？;]|[.!?] ")
_COMMA = re.compile("[，,]")
_LONGEST_HEADING = 45


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _CLOSED.search(text) is not None


def is_open(text: str) -> bool:
    """Whether a text ends with a mark that something must follow, or inside a bracket or quotation."""
    return _OPEN.search(text) is not None or _hanging(text) != ""


def straddles(text: str, following: str, document: str = "") -> bool:
    """Whether the end of a text and what follows are parts of one word, number or phrase.

    `document` is the whole text without line ends: a word that the break cuts may stand there unbroken.
    """
    if is_closed(text) and not _BROKEN_DECIMAL.search(text):
        return False
    if _CANNOT_BEGIN.match(following) and not ENUMERATOR.match(following):
        return True
    if ENUMERATOR.match(following) and not _DANGLING.search(text):
        return False
    if _hanging(text) and _hanging(text) in following:
        return True
    if _REMNANT.match(following) and not _INTERJECTION.match(following):
        return True
    if re.search("[0-9]$", text) and (_UNIT.match(following) or following[0].isdecimal()):
        return True
    if re.search("[0-9][万亿千百]+$", text) and re.match(f"[{HAN}]", following):
        return True
    # 完成投资|3000万元，…: an amount is not what a report begins with.
    if _AMOUNT.match(following) and not is_open(text):
        return True
    if re.search("[A-Za-z]-?$", text) and re.match("[a-z]", following):
        return True
    if _PARTICLE.match(following) or _DANGLING.search(text):
        return True
    return _stands_unbroken(text, following, document)


def is_headline(text: str) -> bool:
    """Whether a text can be a headline: short, with words, without the marks of a sentence."""
    if not 2 <= len(text) <= _LONGEST_HEADING * (1 if has_han(text) else 2):
        return False
    if _SENTENCE_MARK.search(text) or is_open(text) or is_closed(text) or _DANGLING.search(text):
        return False
    return not _COMMA.search(text)


def is_couplet(text: str) -> bool:
    """Whether a text is a headline of two balanced halves: 聚焦主责主业，奋力谱写新篇."""
    halves = _COMMA.split(text)
    bare = [re.sub(f"[^{HAN}]", "", half) for half in halves]
    return len(halves) == 2 and min(map(len, bare)) >= 4 and abs(len(bare[0]) - len(bare[1])) <= 3


def begins_afresh(text: str) -> bool:
    """Whether a text begins as the body of a report does: a date, 日前, 本报讯, 为贯彻."""
    return _FRESH.match(text) is not None


def glue(text: str, following: str, document: str = "") -> tuple[str, str]:
    """The text and the separator before its continuation: none in Chinese, in Latin a space or a healed hyphen."""
    if re.search("[A-Za-z]-$", text) and re.match("[a-z]", following):
        parts = re.search("[A-Za-z]+-$", text), re.match("[a-z]+", following)
        hyphenated = "".join(part[0] for part in parts if part)
        return (text, "") if hyphenated in document else (text[:-1], "")
    if not (re.search(r"[\x21-\x7e]$", text) and re.match(r"[\x21-\x7e]", following)):
        return text, ""
    if re.search("[0-9][.,]?$", text) and re.match("[0-9%]", following) and has_han(document or text):
        return text, ""
    return text, " "


def _hanging(text: str) -> str:
    """The closing mark that the text still lacks, or nothing."""
    for opening, closing in ("“”", "（）", "《》", "()", "「」", "【】"):
        if text.count(opening) > text.count(closing) + text.count("）" if opening == "(" else closing):
            return closing
    return ""


def _stands_unbroken(text: str, following: str, document: str) -> bool:
    if not document:
        return False
    left, right = text[-2:], following[:2]
    whole = f"[{HAN}]"
    for piece in (left + right[:1], left[-1:] + right):
        if len(piece) == 3 and all(re.match(whole, char) for char in piece) and piece in document:
            return True
    return False
