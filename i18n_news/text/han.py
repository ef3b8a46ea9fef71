"""Which characters are Chinese: Han on every plane, and the punctuation that belongs to it."""

import re

# Unicode Script=Han: radicals are included because a damaged file spells words with them (⼯业), 々 and 〇 because they
# stand inside names and years. Written for the inside of a regular-expression character class.
HAN = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufa6d\ufa70-\ufad9\U00020000-\U0002fa1f\U00030000-\U0003347f"
)

# Marks that only Chinese typesetting uses; “”‘’…—· are shared with Latin text and are not among them.
CJK_MARKS = (
    "\u3001\u3002\u3008-\u3011\u3014-\u301b\u301d-\u301f"
    "\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b\uff5d"
)
SHARED_MARKS = "“”‘’…—·～"

_HAN = re.compile(f"[{HAN}]")
_PUNCTUATION = re.compile(f"[{CJK_MARKS}{SHARED_MARKS}]")


def is_han(char: str) -> bool:
    """Whether one character is Han by the Unicode Script property; an empty string is not."""
    return len(char) == 1 and _HAN.match(char) is not None


def has_han(text: str) -> bool:
    """Whether any character of the text is Han."""
    return _HAN.search(text) is not None


def count_han(text: str) -> int:
    """How many characters of the text are Han."""
    return len(_HAN.findall(text))


def is_cjk_punctuation(char: str) -> bool:
    """Whether one character is punctuation of Chinese text; what Latin text uses too (“”…—·) is included."""
    return len(char) == 1 and _PUNCTUATION.match(char) is not None
