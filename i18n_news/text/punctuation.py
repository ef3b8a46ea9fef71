"""Punctuation by context: what stands beside Han becomes Chinese; numbers, ratios, addresses and English stay."""

import re
from collections.abc import Iterator

from i18n_news.text.edits import Edit
from i18n_news.text.han import CJK_MARKS, HAN, count_han

_HAN = re.compile(f"[{HAN}]")
_CHINESE = re.compile(f"[{HAN}{CJK_MARKS}“”‘’…—㎡％℃]")
_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*[A-Za-z0-9/]"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_LATIN = re.compile("[A-Za-z]")
_MARKS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_MARK = re.compile("[,;:!?]")
_STOP = re.compile(r"(?<!\.)\.(?!\.)")
_ELLIPSIS = re.compile(r"(?<![.…。])(?:\.{3,6}|…|。{3,6}|·{3,6})(?![.…。])")
_DASH = re.compile("(?<![-–―─－—])(?:-{2,3}|–{2}|―{2}|─{2}|－{2}|—{3,4})(?![-–―─－—])")
_INTERPUNCT = re.compile(f"(?<=[{HAN}])[•‧・･∙⋅](?=[{HAN}])")
_BRACKET = re.compile("[()（）]")
_SINGLE_QUOTES = re.compile(f"(?<![A-Za-z0-9'])'([^'\n]*[{HAN}][^'\n]*)'(?![A-Za-z'])")
_LOW_QUOTES = {"〝": "“", "〞": "”", "〟": "”", "„": "“", "‟": "“"}


def quotes(text: str) -> Iterator[Edit]:
    """Straight quotes are paired; one without a partner stays and is reported as unpaired by `unpaired_quote`."""
    if not is_chinese(text):
        return
    edits = [Edit("quote", m.start(), m.end(), _LOW_QUOTES[m[0]]) for m in re.finditer("[〝〞〟„‟]", text)]
    for start, end in _pairs(text):
        edits += [Edit("quote", start, start + 1, "“"), Edit("quote", end, end + 1, "”")]
    if unpaired_quote(text) >= 0:
        edits += _halves(text)
    for match in _SINGLE_QUOTES.finditer(text):
        edits += [
            Edit("quote", match.start(), match.start() + 1, "‘"),
            Edit("quote", match.end() - 1, match.end(), "’"),
        ]
    yield from sorted(edits, key=lambda edit: edit.start)


def brackets(text: str) -> Iterator[Edit]:
    """Brackets become full-width around Han, or after Han; pairs of two widths become one."""
    if not is_chinese(text):
        return
    guarded = _guarded(text)
    open_at: list[int] = []
    partner: dict[int, int] = {}
    places = [match.start() for match in _BRACKET.finditer(text) if not _covers(guarded, match.start())]
    for place in places:
        if text[place] in "(（":
            open_at.append(place)
        elif open_at:
            partner[open_at.pop()] = place
    closers = set(partner.values())
    wide: set[int] = set()
    for place in places:
        if place in partner:
            end = partner[place]
            before, after = text[:place].rstrip()[-1:], text[end + 1 :].lstrip()[:1]
            begins = not before or (before not in ")）" and _CHINESE.match(before) is not None)
            is_wide = (
                _HAN.search(text, place, end) is not None
                or text[place] == "（"
                or text[end] == "）"
                or (begins and _HAN.match(before or after) is not None)
                or (begins and before != "" and _HAN.match(after) is not None)
            )
            if is_wide:
                wide |= {place, end}
        elif place not in closers:
            before, after = text[:place][-1:], text[place + 1 :][:1]
            if _HAN.match(before) or (text[place] == "(" and _HAN.match(after)):
                wide.add(place)
    for place in sorted(wide):
        yield Edit("bracket", place, place + 1, "（" if text[place] in "(（" else "）")


def strokes(text: str) -> Iterator[Edit]:
    """Beside Chinese text ... becomes ……, -- becomes ——, and • between Han becomes ·."""
    guarded = _guarded(text)
    edits = [Edit("interpunct", match.start(), match.end(), "·") for match in _INTERPUNCT.finditer(text)]
    for pattern, rule, after in ((_ELLIPSIS, "ellipsis", "……"), (_DASH, "dash", "——")):
        for match in pattern.finditer(text):
            sides = text[: match.start()][-1:], text[match.end() :][:1]
            if any(_CHINESE.match(side) for side in sides) and not _covers(guarded, match.start()):
                edits.append(Edit(rule, match.start(), match.end(), after))
    yield from sorted(edits, key=lambda edit: edit.start)


def marks(text: str) -> Iterator[Edit]:
    """Comma, semicolon, colon and the like beside Han become Chinese, but not in 1,234 or 2:1 or an address."""
    if not is_chinese(text):
        return
    guarded = _guarded(text)
    for match in _MARK.finditer(text):
        if _covers(guarded, match.start()):
            continue
        before, after = text[: match.start()].rstrip()[-1:], text[match.end() :].lstrip()[:1]
        if match[0] in ",:" and before.isdecimal() and after.isdecimal():
            continue
        ends = not after and before != ""
        if _CHINESE.match(before) or _CHINESE.match(after) or ends:
            yield Edit("punctuation", match.start(), match.end(), _MARKS[match[0]])


def full_stops(text: str) -> Iterator[Edit]:
    """A full stop after Han, a closing mark or % ends a sentence; 约翰.史密斯, 3.5 and Ltd. keep theirs."""
    if not is_chinese(text):
        return
    guarded = _guarded(text)
    is_western = "。" not in text
    for match in _STOP.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if not before or _covers(guarded, match.start()) or _is_enumerator(text, match.start()):
            continue
        if not (_HAN.match(before) or before in "”’）》】」%㎡"):
            continue
        ends = not after or after in "\n”’）」』" or after == " " or (_CHINESE.match(after) and is_western)
        if ends:
            yield Edit("punctuation", match.start(), match.end(), "。")


def unpaired_quote(text: str) -> int:
    """The offset of the straight double quote in a Chinese text that has no partner, or -1."""
    places = _straight(text)
    return places[-1] if len(places) % 2 and is_chinese(text) else -1


def is_chinese(text: str) -> bool:
    """Whether Chinese punctuation is to be expected: addresses left aside, a Han character counts as a Latin word."""
    han = count_han(text)
    return han > 0 and 3 * han >= len(_LATIN.findall(_ADDRESS.sub("", text)))


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    places = _straight(text)
    if len(places) % 2:
        return
    for start, end in zip(places[::2], places[1::2], strict=True):
        around = text[:start][-1:] + text[end + 1 :][:1]
        if _HAN.search(text, start, end) or _CHINESE.search(around):
            yield start, end


def _halves(text: str) -> Iterator[Edit]:
    """A straight quote that completes a curly one: “七共七同"."""
    places = _straight(text)
    if len(places) != 1:
        return
    depth = 0
    for position, char in enumerate(text):
        if position == places[0]:
            if depth == 1:
                yield Edit("quote", position, position + 1, "”")
            elif depth == 0 and text.count("”") == text.count("“") + 1:
                yield Edit("quote", position, position + 1, "“")
            return
        depth += {"“": 1, "”": -1}.get(char, 0)


def _straight(text: str) -> list[int]:
    """Straight double quotes, without the inch sign of 24"."""
    places: list[int] = []
    for match in re.finditer('"', text):
        is_inch = text[: match.start()][-1:].isdecimal() and len(places) % 2 == 0
        if not is_inch:
            places.append(match.start())
    return places


def _is_enumerator(text: str, place: int) -> bool:
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return re.fullmatch("[一二三四五六七八九十]{1,3}", line) is not None


def _guarded(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _ADDRESS.finditer(text)]


def _covers(ranges: list[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in ranges)
