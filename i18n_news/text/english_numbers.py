"""Reads the numbers of English text: digits with commas, number words, ordinals, fractions and vague magnitudes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_SYNONYM_WORDS = {
    0: "nil none no",
    1: "single once sole",
    2: "both pair couple two twin twins dual duo twice double doubled doubles doubling twofold either bilateral",
    3: "trio triple tripled triples tripling thrice threefold treble trebled trilateral",
    4: "quadruple quadrupled quadruples quadrupling quartet fourfold",
    5: "quintuple quintupled quintet fivefold",
    10: "tenfold",
    100: "hundredfold centenary centennial",
}
SMALL = {word: Decimal(value) for value, word in enumerate(_SMALL_WORDS.split())}
TENS = {word: Decimal(10 * value) for value, word in enumerate(_TENS_WORDS.split(), start=2)}
ORDINALS = {word: Decimal(value) for value, word in enumerate(_ORDINAL_WORDS.split(), start=1)}
ORDINALS |= {word[:-1] + "ieth": value for word, value in TENS.items()}
MAGNITUDES = {
    "hundred": Decimal(10**2),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "dozen": Decimal(12),
}
# Only where they are glued to digits or follow an amount of money: 5bn, US$1.2 B, RMB 3m.
SHORT = {"k": 3, "m": 6, "mn": 6, "mln": 6, "b": 9, "bn": 9, "bln": 9, "tn": 12, "trn": 12}
# What a vague word stands for; the demand that it meets is a magnitude, not a number.
VAGUE = {
    "tens": 1,
    "dozens": 1,
    "scores": 1,
    "hundreds": 2,
    "thousands": 3,
    "millions": 6,
    "billions": 9,
    "trillions": 12,
}
HEDGES = frozenset({"several", "few", "couple", "some", "many", "multiple", "various", "multi"})
PARTS = {"half": 2, "quarter": 4, **{word: int(value) for word, value in ORDINALS.items() if value > 2}}
SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3"}
# Words that say a small number; what they are of decides nothing here.
SYNONYMS = {word: value for value, words in _SYNONYM_WORDS.items() for word in words.split()}
_YEARS = range(1900, 2100)
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[½¼¾⅓⅔]|[^\W\d_½¼¾⅓⅔]+|\0+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Token:
    """A number in digits, a word or a mark; `lower` is only for looking up."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_digits(self) -> bool:
        return self.text[0].isdecimal()


@dataclass(frozen=True, slots=True)
class Number:
    """A number over tokens [first, last); `scale` is what its magnitude words are worth, 1 for none."""

    first: int
    last: int
    value: Decimal
    kind: str = "number"
    scale: Decimal = Decimal(1)


def tokens_of(text: str) -> tuple[Token, ...]:
    return tuple(Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text))


def read_number(tokens: Sequence[Token], at: int) -> tuple[Number, ...]:
    """Every reading of the number that begins at a token, the likeliest first; none where no number begins."""
    for rule in (_vague, _half_magnitude, _ordinal, _fraction, _cardinal, _synonym):
        if readings := rule(tokens, at):
            return readings
    return ()


def _cardinal(tokens: Sequence[Token], at: int) -> tuple[Number, ...]:
    number = _digits(tokens, at) if tokens[at].is_digits else _words(tokens, at)
    if number is None:
        return ()
    number = _and_a_half(tokens, number)
    plain = _scaled(tokens, number)
    # 5m is five million or five metres.
    if tokens[at].is_digits and (short := SHORT.get(_lower(tokens, plain.last))) and plain.last < len(tokens):
        scale = Decimal(10) ** short
        return (plain, Number(at, plain.last + 1, plain.value * scale, scale=scale))
    return (plain,)


def _digits(tokens: Sequence[Token], at: int) -> Number:
    value = Decimal(tokens[at].text.replace(",", ""))
    sign = SIGNS.get(_lower(tokens, at + 1), "")
    if sign and "/" not in sign:
        return Number(at, at + 2, value + Decimal(sign))
    if _spelled(tokens, at + 1, ("1", "/", "2")):
        return Number(at, at + 4, value + Decimal("0.5"))
    return Number(at, at + 1, value)


def _words(tokens: Sequence[Token], at: int) -> Number | None:
    """A number in words without its magnitudes above hundred: "two hundred and five", "ninety-nine", "a" before one."""
    word = _lower(tokens, at)
    if word in ("a", "an") and _lower(tokens, at + 1) in MAGNITUDES:
        return Number(at, at + 1, Decimal(1))
    below = _below_hundred(tokens, at)
    if below is None:
        return None
    if _lower(tokens, below.last) != "hundred":
        return below
    value, last = below.value * 100, below.last + 1
    rest = _below_hundred(tokens, last + 1) if _lower(tokens, last) == "and" else _below_hundred(tokens, last)
    if rest is None:
        return Number(at, last, value, scale=Decimal(100))
    return Number(at, rest.last, value + rest.value)


def _below_hundred(tokens: Sequence[Token], at: int) -> Number | None:
    word = _lower(tokens, at)
    if word in SMALL:
        return Number(at, at + 1, SMALL[word])
    if word not in TENS:
        return None
    step = 2 if _lower(tokens, at + 1) == "-" else 1
    unit = SMALL.get(_lower(tokens, at + step), Decimal(0))
    return Number(at, at + step + 1, TENS[word] + unit) if 0 < unit < 10 else Number(at, at + 1, TENS[word])


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """The number with the magnitudes behind it, and smaller parts behind those (two million three hundred thousand)."""
    value, last, scale = number.value, number.last, number.scale
    while True:
        step = 1 if _lower(tokens, last) == "-" else 0
        magnitude = MAGNITUDES.get(_lower(tokens, last + step))
        if magnitude is None:
            break
        value, scale, last = value * magnitude, scale * magnitude, last + step + 1
    if scale >= 1000:
        start = last + 1 if _lower(tokens, last) == "and" else last
        rest = _words(tokens, start) if start < len(tokens) and not tokens[start].is_digits else None
        if rest is not None and (rest := _scaled(tokens, rest)).value < scale:
            return Number(number.first, rest.last, value + rest.value)
    return Number(number.first, last, value, scale=scale)


def _and_a_half(tokens: Sequence[Token], number: Number) -> Number:
    if _spelled(tokens, number.last, ("and", "a", "half")):
        return Number(number.first, number.last + 3, number.value + Decimal("0.5"))
    return number


def _half_magnitude(tokens: Sequence[Token], at: int) -> tuple[Number, ...]:
    """Half a million, a quarter of a million, half a dozen."""
    start = at + 1 if _lower(tokens, at) == "a" else at
    part = {"half": "0.5", "quarter": "0.25"}.get(_lower(tokens, start))
    if part is None:
        return ()
    after = start + 1
    while _lower(tokens, after) in ("of", "a", "-"):
        after += 1
    magnitude = MAGNITUDES.get(_lower(tokens, after))
    return (Number(at, after + 1, Decimal(part) * magnitude, scale=magnitude),) if magnitude else ()


def _ordinal(tokens: Sequence[Token], at: int) -> tuple[Number, ...]:
    token = tokens[at]
    if token.is_digits:
        glued = _lower(tokens, at + 1) in ("st", "nd", "rd", "th") and tokens[at + 1].start == token.end
        value = Decimal(token.text.replace(",", ""))
        return (Number(at, at + 2, value, "ordinal"),) if glued else ()
    if token.lower in ORDINALS:
        return (Number(at, at + 1, ORDINALS[token.lower], "ordinal"),)
    if token.lower in TENS:
        step = 2 if _lower(tokens, at + 1) == "-" else 1
        unit = ORDINALS.get(_lower(tokens, at + step), Decimal(10))
        return (Number(at, at + step + 1, TENS[token.lower] + unit, "ordinal"),) if unit < 10 else ()
    if token.lower.endswith("th") and token.lower[:-2] in MAGNITUDES:
        return (Number(at, at + 1, MAGNITUDES[token.lower[:-2]], "ordinal"),)
    return ()


def _fraction(tokens: Sequence[Token], at: int) -> tuple[Number, ...]:
    """Two-thirds, one in five, 3/4, half; "a third" may be the ordinal too, 9/17 a date: those are further readings."""
    token = tokens[at]
    if token.text in SIGNS:
        over, _, under = SIGNS[token.text].partition("/")
        return (Number(at, at + 1, Decimal(over) / Decimal(under or 1), "fraction"),)
    if token.lower in ("half", "halves"):
        return (Number(at, at + 1, Decimal("0.5"), "fraction"),)
    above = Decimal(1) if token.lower in ("a", "an") else None
    plain = (
        Number(at, at + 1, Decimal(1))
        if above
        else (_digits(tokens, at) if token.is_digits else _below_hundred(tokens, at))
    )
    if plain is None:
        return ()
    last = plain.last + (_lower(tokens, plain.last) == "-")
    word = _lower(tokens, last)
    parts = 2 if word == "halves" else PARTS.get(word.removesuffix("s") if word.endswith("s") else word, 0)
    if parts and not (token.is_digits and not word.endswith("s")) and (word.endswith("s") or plain.value == 1):
        value = plain.value / parts
        readings = [Number(at, last + 1, value, "fraction")]
        # "The first three quarters" are three of them.
        readings.append(plain)
        if above and word in ORDINALS:
            readings.append(Number(at, last + 1, ORDINALS[word], "ordinal"))
        return tuple(readings)
    if above:
        return ()
    return _ratio(tokens, at, plain)


def _ratio(tokens: Sequence[Token], at: int, over: Number) -> tuple[Number, ...]:
    for link in (("/",), ("in",), ("out", "of"), ("in", "every"), ("out", "of", "every")):
        start = over.last + len(link)
        if not _spelled(tokens, over.last, link) or start >= len(tokens):
            continue
        under = _digits(tokens, start) if tokens[start].is_digits else _words(tokens, start)
        under = under and _scaled(tokens, under)
        if under is None or not 0 < over.value < under.value:
            continue
        # "one in 2017" is no fraction; the two numbers are readings of their own in any case.
        both = (Number(at, over.last, over.value), Number(start, under.last, under.value))
        return (
            (Number(at, under.last, over.value / under.value, "fraction"), *both) if under.value not in _YEARS else ()
        )
    return ()


def _vague(tokens: Sequence[Token], at: int) -> tuple[Number, ...]:
    """Hundreds of thousands, several hundred, a few million, dozens."""
    word, power, last = _lower(tokens, at), 0, at
    if word in HEDGES:
        last = at + 1
        while _lower(tokens, last) in ("of", "-"):
            last += 1
        magnitude = MAGNITUDES.get(_lower(tokens, last))
        if magnitude is None:
            return ()
        power, last = (1 if magnitude == 12 else len(str(magnitude)) - 1), last + 1
    while True:
        step = 1 if power and _lower(tokens, last) == "of" else 0
        word = _lower(tokens, last + step)
        more = VAGUE.get(word, 0) or (len(str(MAGNITUDES[word])) - 1 if power and word in MAGNITUDES else 0)
        if not more:
            break
        power, last = power + more, last + step + 1
    return (Number(at, last, Decimal(10) ** power, "vague"),) if power else ()


def _synonym(tokens: Sequence[Token], at: int) -> tuple[Number, ...]:
    value = SYNONYMS.get(_lower(tokens, at))
    return () if value is None else (Number(at, at + 1, Decimal(value), "synonym"),)


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _spelled(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    return tuple(token.lower for token in tokens[at : at + len(words)]) == tuple(words)
