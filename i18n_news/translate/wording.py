"""Words and dates that the engine learned in the manner of the United Nations, in the manner of the house."""

import re

from i18n_news.translate.line import Line

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = r"(?:[12]?\d|3[01])"
DAYS = rf"{DAY}(?:st|nd|rd|th)?"
# 18 March 2024; 3-5 December; the 3rd of May. "From 3 to 5 December" is a row of two days as well.
ROW = rf"{DAYS}(?:(?: ?[-–] ?| to | and ){DAYS})?"
DAY_FIRST = re.compile(rf"(?<![\w.,:-])(?<!\d )(?:the )?({ROW})(?: of)? ({MONTH})(?:,? (\d{{4}}))?(?![\w-])")
BETWEEN_YEAR = re.compile(rf"\b({MONTH} {DAY}) ([12]\d{{3}})(?!\d|,\d)")
ORDINAL = re.compile(rf"\b({MONTH} {DAY})(?:st|nd|rd|th)\b")
# 出席会议并讲话 in the words of an engine: "attended the meeting and addressed the meeting".
SAME_OBJECT = re.compile(r"\b(attend\w*) (the (\w+)) and (address\w*) (?:the \3|it)\b")
PER_CENT = re.compile(r"\b([Pp])er cent\b")


# Names as the United Nations write them and American newspapers do not.
NAMES = {"Viet Nam": "Vietnam", "South-East Asia": "Southeast Asia", "North-East Asia": "Northeast Asia"}
NAMED = re.compile(rf"\b(?:{'|'.join(NAMES)})")


def wording(line: Line) -> str:
    """The word percent in one piece, one object for two verbs that share it, and names in the manner of newspapers."""
    line = line.with_text(NAMED.sub(lambda match: NAMES[match[0]], line.text))
    return PER_CENT.sub(r"\1ercent", SAME_OBJECT.sub(r"\1 and \4 \2", line.text))


def dates(line: Line) -> str:
    """Dates as "March 18, 2024": the month first, the day without an ordinal ending."""
    text = DAY_FIRST.sub(_month_first, line.text)
    text = ORDINAL.sub(r"\1", text)
    return BETWEEN_YEAR.sub(r"\1, \2", text)


def _month_first(match: re.Match[str]) -> str:
    days = re.sub(r"(?<=\d)(?:st|nd|rd|th)", "", match[1])
    return f"{match[2]} {days}" + (f", {match[3]}" if match[3] else "")
