"""quotation-marks: quotation marks that an edition lost or added, or that have no partner in the English."""

import re
from collections.abc import Iterator

from i18n_news.checks.decided import EDITION_NAMES, FILLER
from i18n_news.checks.undecided import open_source, open_target, shown, translated
from i18n_news.model import Document, Edition, Issue, Locale, Segment, Severity, Target
from i18n_news.text.han import HAN

# Chinese marks the titles of works with 《》; English may use italics, quotation marks or nothing.
_OPENING, _CLOSING, _TITLE = re.compile("[“‘「『〝]"), re.compile("[”’」』〞〟]"), re.compile("[《〈]")
# A pair may stand the wrong way round in the source.
_QUOTED = re.compile("[“”「『]([^“”「」『』]+)[“”」』]|‘([^‘’]+)’")
_ENGLISH_OPENING = re.compile("[“„]")
# A single mark is an apostrophe but where a word begins: 's, s' and the '90s are none.
_ENGLISH_SINGLE = re.compile(r"(?<![\w.,!?'’])['‘](?=[\w\0])")
_ENGLISH_SINGLE_PAIR = re.compile(r"['‘](?:[^'’]|(?<=\w)['’](?=\w))*[\w.,!?…\0]['’](?!\w)")
# English names the speaker inside a quotation: “We came,” he said. “We saw.”
_INTERRUPTED = re.compile(r"[,.?!…][”\"](?:(?!\bthat\b)[^“”\"]){1,120}[,.:]\s+[“\"]")
_STRAIGHT = re.compile("\"|''|``")
# A name that Chinese puts in quotation marks stands without them, in capitals, in the English: “火炬”大厦, the Torch. A
# longer one has several words in capitals: “云汀老字号名录”, the Yunting List of Old Brands.
LONGEST_NAME, LONGEST_LONG_NAME = 8, 20
# A word that Chinese quotes because it is new or not meant literally.
LONGEST_WORD = 4
_NAME = re.compile(f"[{HAN}A-Za-z0-9 ·-]+")
_CAPITAL = re.compile(r"(?<=[a-z,;)’] )[A-Z][a-z]")
_CAPITALS = re.compile(r"(?<=[a-z,;)’] )(?:[0-9]+ )?[A-Z][a-z-]+(?:(?: (?:of|and|for|the|in|on))* [A-Z][a-z-]+){1,}")


def quotation_marks(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning each; marks inside decided words belong to the decision.

    A short word that nobody decided may lose its marks, as people let “光子” become plain photons.
    """
    if edition.locale is document.locale:
        return
    for _, segment, target in translated(document, edition):
        if edition.locale is Locale.EN:
            fault = _alone_or_added(segment, target) or _lost(segment, target)
        else:
            fault = _chinese(segment, target)
        if fault:
            message = fault.replace("HERE", EDITION_NAMES[edition.locale])
            yield Issue("quotation-marks", Severity.WARNING, segment.id, edition.locale, message)


def _alone_or_added(segment: Segment, target: Target) -> str:
    source = open_source(segment, Locale.EN)
    there_opening, there_closing = len(_OPENING.findall(source)), len(_CLOSING.findall(source))
    text = open_target(segment, target)
    opening, closing = _english_marks(text)
    if there_opening == there_closing and opening != closing:
        lost = "a closing" if opening > closing else "an opening"
        return f"The English has {_marks(opening + closing)}; {lost} one is missing. Add its partner."
    most = max(len(_OPENING.findall(segment.source)), there_opening, there_closing)
    most += len(_TITLE.findall(segment.source)) + (len(_INTERRUPTED.findall(text)) if most else 0)
    here = max(opening, closing)
    if here > most:
        fault = f"The English has {_pairs(here)} of quotation marks, the Chinese {most or 'none'}."
        return f"{fault} Take out what it does not quote."
    return ""


def _lost(segment: Segment, target: Target) -> str:
    source, text = open_source(segment, Locale.EN), open_target(segment, target)
    there, here = max(len(_OPENING.findall(source)), len(_CLOSING.findall(source))), max(_english_marks(text))
    quoted = _quoted(segment, source, text)
    if here >= there or len(quoted) <= here:
        return ""
    longest = max(quoted, key=len)
    example = f", such as “{shown(longest, 16)}”" if longest else ""
    return f"The Chinese quotes {_times(there)}{example}, the English {_times(here)}. Add the quotation marks."


def _chinese(segment: Segment, target: Target) -> str:
    for marks, name in ((_OPENING, "opening quotation marks"), (_CLOSING, "closing quotation marks"), (_TITLE, "《")):
        there, here = len(marks.findall(segment.source)), len(marks.findall(target.text))
        if there != here:
            return f"The source has {there or 'no'} {name}, the HERE {here or 'none'}. Compare the two."
    return ""


def _english_marks(text: str) -> tuple[int, int]:
    """How many quotation marks open and how many close; straight ones take turns."""
    straight = len(_STRAIGHT.findall(text))
    opening = len(_ENGLISH_OPENING.findall(text)) + (straight + 1) // 2
    closing = text.count("”") + straight // 2
    for match in _ENGLISH_SINGLE.finditer(text):
        has_partner = _ENGLISH_SINGLE_PAIR.match(text, match.start()) is not None
        # A quotation that goes on in the next sentence begins with a capital; '90s and 'em do not.
        opening += has_partner or text[match.end()].isupper()
        closing += has_partner
    return opening, closing


def _quoted(segment: Segment, source: str, text: str) -> list[str]:
    """What the source quotes, without what may stand unquoted in English.

    That is a decided name, words whose form has quotation marks itself, and short words that nobody decided.
    """
    quoted = []
    forms = {(span.start, span.end): span for span in segment.spans if Locale.EN in span.forms}
    names, has_long_name = len(_CAPITAL.findall(text)), _CAPITALS.search(text) is not None
    for match in _QUOTED.finditer(source):
        words = match[1] or match[2]
        span = forms.get((match.start() + 1, match.end() - 1))
        if span is not None and (span.kind.is_name or re.search("[“\"']", span.forms[Locale.EN])):
            continue
        if FILLER not in words and _NAME.fullmatch(words):
            if len(words) <= LONGEST_WORD or (len(words) <= LONGEST_LONG_NAME and has_long_name):
                continue
            if names and len(words) <= LONGEST_NAME:
                names -= 1
                continue
        quoted.append(segment.source[match.start() + 1 : match.end() - 1])
    # A quotation that goes on in the next sentence has one mark only here.
    return quoted + [""] * (len(_OPENING.findall(source)) - len(_QUOTED.findall(source)))


def _marks(count: int) -> str:
    return "one quotation mark" if count == 1 else f"{count} quotation marks"


def _pairs(count: int) -> str:
    return "one pair" if count == 1 else f"{count} pairs"


def _times(count: int) -> str:
    return {0: "nothing", 1: "once", 2: "twice"}.get(count, f"{count} times")
