"""Code points that mean another one: radicals, compatibility forms, full-width letters, invisible marks."""

import re
import unicodedata
from collections.abc import Iterator

from i18n_news.text.edits import Edit
from i18n_news.text.han import HAN

# CJK Radicals Supplement has no compatibility mappings; these are the radicals that are also words or components of
# their own (Unicode EquivalentUnifiedIdeograph). Fragments that stand in no text are left as they are.
RADICALS = dict(
    zip(
        "⺁⺄⺅⺆⺉⺊⺋⺎⺏⺐⺒⺓⺔⺖⺘⺙⺛⺝⺞⺠⺡⺢⺣⺤⺥⺦⺨⺩⺬⺭⺯⺰⺱⺲⺹⺺⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂乙亻冂刂卜㔾兀尣尢巳幺彑忄扌攵旡月歺民氵氺灬爫爫丬犭王示礻糹纟罓罒耂肀月臼艹艹艹虎衤覀西见角讠贝车辶辶辶阝钅長镸长门阜阝青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)
_INVISIBLE = re.compile(
    "[\ufeff\u200b\u200e\u200f\u00ad\u2060\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]+"
    f"|(?<=[{HAN}\x20-\x7e])[\u200c\u200d]+|[\u200c\u200d]+(?=[{HAN}\x20-\x7e])"
)
_NEWLINE = re.compile("\r\n?|[\u2028\u2029\x85]")
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_COMPATIBLE = re.compile("[\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f]")
_ALPHANUMERIC = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_THOUSANDS = re.compile("(?<![０-９，])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９，])")
# Full-width signs are folded only where they belong to a number, a code or an address.
_SIGN = re.compile(
    "(?<=[0-9])％|(?<=[0-9])＃|(?<=[0-9])．(?=[0-9])|(?<=[0-9A-Za-z])[＆＠＿－＋](?=[0-9A-Za-z])"
    f"|(?<![{HAN}0-9A-Za-z])[－＋](?=[0-9])|[＂＇]"
)
_CLUSTER = re.compile(
    "[^\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]?[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+|.",
    re.S,
)


def invisible(text: str) -> Iterator[Edit]:
    """Marks that print nothing are removed and every kind of line end becomes a line feed."""
    for match in _INVISIBLE.finditer(text):
        yield Edit("invisible", match.start(), match.end(), "")


def newlines(text: str) -> Iterator[Edit]:
    """Carriage returns and the Unicode line separators become line feeds."""
    for match in _NEWLINE.finditer(text):
        yield Edit("newline", match.start(), match.end(), "\n")


def ideographs(text: str) -> Iterator[Edit]:
    """Radicals and compatibility ideographs become the unified ideographs that they look like."""
    for match in _RADICAL.finditer(text):
        char = match[0]
        yield Edit("radical", match.start(), match.end(), RADICALS.get(char, unicodedata.normalize("NFKC", char)))


def compatibility(text: str) -> Iterator[Edit]:
    """Compatibility ideographs and Latin ligatures become what NFKC says, and nothing else does."""
    for match in _COMPATIBLE.finditer(text):
        rule = "ligature" if "\ufb00" <= match[0] <= "\ufb06" else "compatibility-ideograph"
        yield Edit(rule, match.start(), match.end(), unicodedata.normalize("NFKC", match[0]))


def widths(text: str) -> Iterator[Edit]:
    """Full-width letters and digits become half-width; ，！（）～ and the circled digits stay."""
    done = 0
    thousands = {match.start(): match for match in _THOUSANDS.finditer(text)}
    for match in _ALPHANUMERIC.finditer(text):
        if match.start() < done:
            continue
        whole = thousands.get(match.start(), match)
        done = whole.end()
        yield Edit("width", whole.start(), whole.end(), unicodedata.normalize("NFKC", whole[0]))


def signs(text: str) -> Iterator[Edit]:
    """Full-width signs inside numbers and codes become half-width."""
    for match in _SIGN.finditer(text):
        yield Edit("width", match.start(), match.end(), unicodedata.normalize("NFKC", match[0]))


def composed(text: str) -> Iterator[Edit]:
    """Canonical composition (NFC), letter by letter where that gives the same text."""
    whole = unicodedata.normalize("NFC", text)
    if whole == text:
        return
    clusters = list(_CLUSTER.finditer(text))
    forms = [unicodedata.normalize("NFC", match[0]) for match in clusters]
    if "".join(forms) != whole:
        yield Edit("compose", 0, len(text), whole)
        return
    for match, form in zip(clusters, forms, strict=True):
        if form != match[0]:
            yield Edit("compose", match.start(), match.end(), form)


CODE_POINTS = (newlines, invisible, ideographs, compatibility, widths, signs, composed)


def folded(text: str) -> str:
    """The text by the code-point rules alone, for looking at; nothing is recorded."""
    for rule in CODE_POINTS:
        pieces, position = [], 0
        for edit in rule(text):
            pieces += [text[position : edit.start], edit.after]
            position = edit.end
        text = "".join(pieces) + text[position:]
    return text
