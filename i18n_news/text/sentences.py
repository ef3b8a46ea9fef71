"""Where sentences begin and end, in Chinese and in English, with quotations kept whole."""

import re

from i18n_news.text.alike import alike

_PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "【": "】",
    "[": "]",
    "〔": "〕",
}
_QUOTES = "“‘「『"
_CLOSERS = '”’）)》〉」』】]〕"'
_END = re.compile(
    rf"(?:[。！？]|……|…|[!?]+(?=[\s{re.escape(_CLOSERS)}]|$|[\u3400-\u9fff])|\.(?=[\s{re.escape(_CLOSERS)}]|$)|\n)"
)
_MORE = re.compile(rf"[。！？!?…{re.escape(_CLOSERS)}]*")
# What goes on with the sentence that a quotation interrupted: “……！”的口号.
_GOES_ON = re.compile("[，、；：,;:—～）》」』的地得等和与及是之这那一]")
_SPEAKS = re.compile(
    "[^。！？“「]{0,30}?(?:说道?|表示|指出|强调|介绍|认为|告诉|坦言|感慨|透露|要求|回忆|写道|称|问道?|答道?)"
)
_SEMICOLON = re.compile("；")
_TITLE = re.compile("mrs?|ms|dr|prof|gen|gov|sen|rep|st|nos?|vol|fig|art|sec|co|vs|e[.]g|i[.]e|approx|dept|univ")
_MAY_END = re.compile("ltd|inc|corp|etc|jr|sr|ph[.]d|(?:[a-z][.])*[a-z]")
_MONTH = re.compile("jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec")
_STARTER = re.compile(
    r"(?:The|It|Its|In|He|She|They|Their|This|These|That|We|On|At|An?|As|But|And|To|For|After|Before|With)\b"
)
_LONG = 250


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open code-point ranges that cover the text in order; the spaces between two belong to the first.

    A quotation stays with its attribution, and a sentence is never cut inside brackets or quotation marks unless it is
    longer than 250 characters: then at a full stop inside the quotation, or at ；.
    """
    text = alike(text)
    inside = _inside(text)
    starts = [0]
    for match in _END.finditer(text):
        end = _MORE.match(text, match.end())
        stop = end.end() if end else match.end()
        if match.start() < starts[-1] or stop >= len(text):
            continue
        if match[0] == "." and not _is_full_stop(text, starts[-1], match.start(), stop):
            continue
        # The last character of the end tells: a closing quotation mark is no longer inside.
        if match[0] != "\n" and (inside[stop - 1] > 0 or not _is_over(text, starts[-1], match.end(), stop)):
            continue
        starts.append(_past_spaces(text, stop))
    ends = [*starts[1:], len(text)]
    pieces = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    return tuple(part for start, end in pieces for part in _shortened(text, start, end))


def _inside(text: str) -> list[int]:
    """How many pairs of brackets or quotation marks each character stands in; marks without a partner do not count."""
    changes = [0] * (len(text) + 1)
    stack: list[int] = []
    for position, char in enumerate(text):
        if char in _PAIRS:
            stack.append(position)
        elif any(_PAIRS[text[opened]] == char for opened in stack):
            while _PAIRS[text[stack[-1]]] != char:
                stack.pop()
            changes[stack.pop()] += 1
            changes[position] -= 1
    depth, depths = 0, []
    for change in changes[: len(text)]:
        depth += change
        depths.append(depth)
    return depths


def _is_over(text: str, start: int, end: int, stop: int) -> bool:
    """Whether the sentence ends where its end mark and the closing marks behind it end."""
    following = text[stop : stop + _LONG]
    if text[stop - 1] in "）)》〉】]〕" and text[start] not in "（(【[":
        return False
    if stop == end or text[stop - 1] in "。！？…":
        return not following.startswith(("—", "，", "、", "；", "）"))
    # The end stood inside a quotation.
    if _GOES_ON.match(following):
        return False
    is_whole_quote = text[start] in _QUOTES
    rest = re.match("[^。！？]*[。！？]?", following)
    length = stop - start + (rest.end() if rest else 0)
    return not (is_whole_quote and length <= _LONG and _SPEAKS.match(following))


def _is_full_stop(text: str, start: int, place: int, stop: int) -> bool:
    """Whether a full stop ends an English sentence and does not mark an abbreviation or an enumerator."""
    before = text[start:place]
    if re.fullmatch(r"\s*[0-9A-Za-z]{1,2}", before):
        return False
    following = text[stop:].lstrip()
    if following and following[0].islower():
        return False
    word = re.search(r"[A-Za-z](?:[A-Za-z.]*[A-Za-z])?$", before)
    if not word:
        return True
    short = word[0].lower()
    if _TITLE.fullmatch(short) or (_MONTH.fullmatch(short) and following[:1].isdecimal()):
        return False
    if _MAY_END.fullmatch(short):
        return not re.match("[A-Za-z]", following) or _STARTER.match(following) is not None
    return True


def _past_spaces(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _shortened(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The range itself, or its parts where it is too long to be translated well in one go."""
    if end - start <= _LONG:
        return [(start, end)]
    for pattern in (re.compile("[。！？][”’」』]*"), _SEMICOLON):
        cuts = [match.end() for match in pattern.finditer(text, start, end) if match.end() < end]
        if not cuts:
            continue
        parts, position = [], start
        for index, cut in enumerate(cuts):
            upcoming = cuts[index + 1] if index + 1 < len(cuts) else end
            # As few cuts as needed.
            if upcoming - position > _LONG and cut > position:
                parts.append((position, _past_spaces(text, cut)))
                position = parts[-1][1]
        parts.append((position, end))
        return [part for part in parts if part[0] < part[1]]
    return [(start, end)]
