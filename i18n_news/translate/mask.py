"""Placeholders: what must not be left to the engine goes in as another name or X1 and comes back as decided."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from i18n_news.model import Run, Segment, Span, SpanKind, joined
from i18n_news.text.han import has_han
from i18n_news.translate.compose import article, closed
from i18n_news.translate.surrogates import Surrogate, choose

# Half-open code points of a source and the words that an engine gets in their place.
Stretch = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Family:
    """A way to write a placeholder; the engine keeps some better than others, so there is more than one.

    With `has_surrogates` names go in as other names, and only what has none as a numbered placeholder.
    """

    name: str
    letter: str
    opening: str = ""
    closing: str = ""
    has_surrogates: bool = False

    def token(self, number: int) -> str:
        return f"{self.opening}{self.letter}{number}{self.closing}"


# In the order in which they are tried; the shares that survive are in docs/architecture.md.
FAMILIES = (
    Family("surrogates", "X", has_surrogates=True),
    Family("bare", "X"),
    Family("quoted", "X", "“", "”"),
    Family("p", "P"),
)

# What an engine does to a placeholder: quotes added or changed, a space before the number, a hyphen behind it.
OPENING_QUOTES = "“\"'‘«"
CLOSING_QUOTES = "”\"'’»"


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands for a row of spans and the text between them; number 0 means plain digits, not a placeholder."""

    number: int
    spans: tuple[Span, ...]
    token: str
    surrogate: Surrogate | None = None

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Masked:
    """A segment's source with something else in the place of its slots."""

    text: str
    family: Family
    slots: tuple[Slot, ...]

    @property
    def placeholders(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.number)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: the runs, the spans whose placeholder was lost, and how many came back more than once."""

    runs: tuple[Run, ...]
    lost: tuple[Span, ...]
    doubled: int


def mask(
    segment: Segment,
    rows: Sequence[tuple[Span, ...]],
    family: Family,
    plain: Mapping[str, str] | None = None,
    wording: Iterable[Stretch] = (),
) -> Masked:
    """The source with one placeholder for each row of spans; the rows are in order and do not overlap.

    A row of one span whose id is in `plain` gets that text instead of a placeholder; `wording` are stretches outside
    the rows that are said in other words.
    """
    # Number past anything in the source that already looks like a placeholder.
    taken = re.findall(rf"{family.letter}[ -]?(\d{{1,6}})", segment.source, flags=re.IGNORECASE)
    number = max(map(int, taken), default=0)
    slots: list[Slot] = []
    for row in rows:
        written = (plain or {}).get(row[0].id, "") if len(row) == 1 else ""
        if written:
            slots.append(Slot(0, row, written))
            continue
        number += 1
        used = {slot.token for slot in slots}
        surrogate = choose(row, segment, used) if family.has_surrogates else None
        slots.append(Slot(number, row, surrogate.source if surrogate else family.token(number), surrogate))
    edits = {slot.start: (slot.start, slot.end, slot.token) for slot in slots}
    edits |= {stretch[0]: stretch for stretch in wording}
    for noun, count in counted(segment):
        if any(noun in slot.spans or count in slot.spans for slot in slots if len(slot.spans) > 1):
            continue
        first, second = (edits.pop(span.start, (0, 0, segment.text_of(span)))[2] for span in (noun, count))
        # 96,000人产业工人 would be two nouns; before a noun people are counted with 名.
        second = re.sub("人$", "名", second)
        edits[noun.start] = (noun.start, count.end, second + first)
    text, position = "", 0
    for start, end, token in sorted(edits.values()):
        text += segment.source[position:start] + token
        position = end
    return Masked(text + segment.source[position:], family, tuple(slots))


def counted(segment: Segment) -> Iterator[tuple[Span, Span]]:
    """Nouns with the count behind them, 企业312家: an engine reads 312家企业 right, and the other as two things."""
    for noun, count in pairwise(segment.spans):
        is_count = count.kind is SpanKind.QUANTITY and re.fullmatch(r"[<>=~]*[\d.]+", count.value)
        if noun.kind is SpanKind.TERM and is_count and noun.end == count.start and has_han(segment.text_of(count)[-1]):
            yield noun, count


@dataclass(frozen=True, slots=True)
class Found:
    """A placeholder in the engine's text: the half-open stretch that it takes and the number of its slot."""

    start: int
    end: int
    number: int
    has_article: bool = False


def restore(text: str, masked: Masked, forms: Mapping[int, Sequence[Run]]) -> Restored:
    """The engine's text with each placeholder replaced by the runs of its slot number.

    Tolerant of what engines do to placeholders: X1X2, X2s, TeamX1, "X1", X 1, and a digit glued behind. Where a
    surrogate went astray, nothing of the text is used: all spans are lost.
    """
    letter = masked.family.letter
    if masked.family.opening:
        # “X1.” with the stop inside the quotes that only the family put there.
        text = re.sub(rf"[{OPENING_QUOTES}]\s*({letter}\s?\d+)\s*([.,;:!?]+)\s*[{CLOSING_QUOTES}]", r"\1\2", text)
    runs: list[Run] = []
    seen: list[int] = []
    position = 0
    for found in sorted((*_numbered(text, masked), *_surrogates(text, masked)), key=lambda found: found.start):
        if found.start < position:
            continue
        before = text[position : found.start]
        form = closed(forms[found.number], text[found.end :])
        lead = _space_before(before or _last(runs)) + _article(found, form, text)
        runs += [Run(before + lead), *form, Run(_space_after(text[found.end : found.end + 2]))]
        position = found.end
        seen.append(found.number)
    runs.append(Run(text[position:]))
    lost = [span for slot in masked.placeholders if slot.number not in seen for span in slot.spans]
    if _has_stranger(masked, seen, runs):
        # Nobody can tell "Mr. Wong", which stands for a decided name, from a person whom the source names.
        return Restored((), tuple(span for slot in masked.placeholders for span in slot.spans), len(masked.slots))
    return Restored(joined(runs), tuple(lost), len(seen) - len(set(seen)))


def _has_stranger(masked: Masked, seen: Collection[int], runs: Sequence[Run]) -> bool:
    """Whether a surrogate did not come back, or stands in the text once more in a way that nothing finds."""
    borrowed = [(slot.number, slot.surrogate) for slot in masked.placeholders if slot.surrogate]
    free = [run.text for run in runs if not run.span_id]
    return any(number not in seen or any(map(name.is_left, free)) for number, name in borrowed)


def _numbered(text: str, masked: Masked) -> Iterator[Found]:
    letter = masked.family.letter
    numbers = {slot.number for slot in masked.placeholders if not slot.surrogate}
    for match in re.finditer(rf"(?:{letter}|(?<!\w){letter.lower()})[ -]?(\d+)", text):
        number = _known_prefix(match.group(1), numbers)
        if not number:
            continue
        start, end = match.start(), match.start(1) + len(number)
        if masked.family.opening:
            start, end = _without_quotes(text, start, end)
        # The form decides its number: a plural s of the placeholder goes, a possessive stays.
        end += bool(re.match(r"s(?!\w)", text[end:]))
        yield Found(start, end, int(number))


def _surrogates(text: str, masked: Masked) -> Iterator[Found]:
    for slot in masked.placeholders:
        match = slot.surrogate.find(text) if slot.surrogate else None
        while match and slot.surrogate:
            yield Found(match.start(), match.end(), slot.number, bool(match.groupdict().get("article")))
            match = slot.surrogate.find(text, match.end())


def _article(found: Found, form: Sequence[Run], text: str) -> str:
    """The article that the form wants where the surrogate had one; the surrogate's own is part of what was found."""
    if not found.has_article:
        return ""
    wanted = article(form[0].text)
    return wanted.capitalize() if text[found.start].isupper() else wanted


def _known_prefix(digits: str, numbers: Collection[int]) -> str:
    """The longest start of the digits that is a placeholder's number, for X12 where only X1 was given."""
    return next((digits[:end] for end in range(len(digits), 0, -1) if int(digits[:end]) in numbers), "")


def _without_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """The placeholder together with the quotes that its family put around it, also where a space came between."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if before and after and before[-1] in OPENING_QUOTES and after[0] in CLOSING_QUOTES:
        return len(before) - 1, len(text) - len(after) + 1
    return start, end


def _space_before(before: str) -> str:
    return " " if before and (before[-1].isalnum() or before[-1] in ",;:.!?)%”") else ""


def _space_after(after: str) -> str:
    """A space where a letter or digit is glued to the placeholder; a plural or possessive s is left to the caller."""
    return " " if after[:1].isalnum() else ""


def _last(runs: Sequence[Run]) -> str:
    return runs[-1].text if runs else ""
