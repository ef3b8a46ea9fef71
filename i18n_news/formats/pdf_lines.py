"""Lines put together from the glyphs of a PDF page, without the readings that stand above them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from i18n_news.text.han import has_han, is_cjk_punctuation, is_han

# All in units of the type size.
_SAME_LINE = 0.3
_GAP = 0.9
_GAP_WITH_SPACE = 1.45
_WORD_SPACE = 0.18
_RAISED = 0.2
_RUBY_SIZE = 0.67
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_SPACES = " \u00a0\u3000\t"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page in points; y grows upwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    def turned(self, quarter: int) -> "Box":
        """The box after so many quarter turns back."""
        box = self
        for _ in range(quarter):
            box = Box(box.y0, -box.x1, box.y1, -box.x0)
        return box


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its advance x0 to x1, its baseline y, and its size in points; `quarter` counts its turns."""

    char: str
    x0: float
    x1: float
    y: float
    size: float
    is_bold: bool = False
    quarter: int = 0
    x: float = 0.0
    upright: tuple[float, float] = (0.0, 0.0)

    def turned(self) -> "Glyph":
        """The glyph as it stands when the page is turned so that it is upright."""
        box = Box(self.x0, self.upright[0], self.x1, self.upright[1]).turned(self.quarter)
        baseline = Box(self.x, self.y, self.x, self.y).turned(self.quarter)
        return replace(self, x0=box.x0, x1=box.x1, y=baseline.y0, quarter=0)


@dataclass(frozen=True, slots=True)
class Page:
    """The visible part of a page, its glyphs in the order of the file, its pictures, and the rules drawn on it."""

    box: Box
    glyphs: tuple[Glyph, ...]
    pictures: tuple[Box, ...] = ()
    rules: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment:
    """What stands on one baseline without a wide gap: a line of a column, or a cell."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    is_bold: bool = False
    kind: str = ""

    @property
    def top(self) -> float:
        return self.y + 0.88 * self.size


def fragments_of(page: Page) -> list[Fragment]:
    """The fragments of a page from top to bottom, cut at upright rules, without readings above the line."""
    upright = [rule for rule in page.rules if rule.x1 - rule.x0 < rule.y1 - rule.y0]
    runs = _merged([run for run in _runs(page.glyphs, upright) if any(g.char not in _SPACES for g in run)], upright)
    fragments = [_fragment(run) for run in runs]
    return sorted(_without_ruby(fragments), key=lambda each: (-each.y, each.x0))


def body_size(fragments: Iterable[Fragment]) -> float:
    """The size in which most of the Han text is set."""
    counts: Counter[float] = Counter()
    for fragment in fragments:
        counts[fragment.size] += len(fragment.text) * (1 if has_han(fragment.text) else 0)
    return counts.most_common(1)[0][0] if counts else 0.0


def _runs(glyphs: Sequence[Glyph], upright: Sequence[Box]) -> Iterator[list[Glyph]]:
    """Glyphs that follow each other in the file and on the line."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and (not _follows(run, glyph) or _crossed(run[-1], glyph, upright)):
            yield run
            run = []
        # Bold type is often the same glyph drawn twice.
        if run and glyph.char == run[-1].char and abs(glyph.x0 - run[-1].x0) < 0.2 * glyph.size:
            continue
        run.append(glyph)
    if run:
        yield run


def _follows(run: Sequence[Glyph], glyph: Glyph) -> bool:
    last = run[-1]
    size = max(last.size, glyph.size)
    seen = next((each for each in reversed(run) if each.char not in _SPACES), last)
    gap = (glyph.x0 - seen.x1) / size
    if glyph.char in _SPACES:
        return -0.5 < (glyph.x0 - last.x1) / size < _GAP and abs(glyph.y - last.y) < _SAME_LINE * size
    # A mark takes half of the place that its font gives it.
    least = -0.7 if is_cjk_punctuation(seen.char) or is_cjk_punctuation(glyph.char) else -0.5
    if not least < gap < (_GAP_WITH_SPACE if last is not seen else _GAP):
        return False
    rise = (glyph.y - last.y) / size
    if _is_raised(last, glyph) or _is_raised(glyph, last):
        return gap < 0.3
    return abs(rise) < _SAME_LINE and min(last.size, glyph.size) > _RUBY_SIZE * size


def _crossed(left: Glyph, right: Glyph, upright: Sequence[Box]) -> bool:
    """Whether a rule stands between two glyphs."""
    return any(
        left.x0 + 0.4 * left.size < rule.x1
        and rule.x0 < right.x1 - 0.4 * right.size
        and rule.y0 <= right.y + 1 <= rule.y1
        for rule in upright
    )


def _is_raised(base: Glyph, glyph: Glyph) -> bool:
    """Whether the second is an exponent of the first: a small digit at half its height."""
    return (
        glyph.size < 0.8 * base.size
        and glyph.char in "0123456789+-"
        and -_SAME_LINE * base.size < glyph.y - base.y < 0.6 * base.size
    )


def _merged(runs: list[list[Glyph]], upright: Sequence[Box]) -> list[list[Glyph]]:
    """Runs put together that stand beside each other on one line, in whatever order the file draws them."""
    merged: list[list[Glyph]] = []
    for run in sorted(runs, key=lambda run: (-round(run[0].y / (0.5 * run[0].size or 1)), run[0].x0)):
        found = next((other for other in reversed(merged[-40:]) if _beside(other, run, upright)), None)
        if found is None:
            merged.append(list(run))
        else:
            found += run
    return merged


def _beside(left: Sequence[Glyph], right: Sequence[Glyph], upright: Sequence[Box]) -> bool:
    last, first = left[-1], right[0]
    size = max(last.size, first.size)
    if min(last.size, first.size) < 0.8 * size and not _is_raised(last, first):
        return False
    if abs(first.y - last.y) >= 0.6 * size or _crossed(last, first, upright):
        return False
    return _follows(left, first)


def _fragment(run: Sequence[Glyph]) -> Fragment:
    visible = [glyph for glyph in run if glyph.char not in _SPACES]
    sizes = Counter(glyph.size for glyph in visible)
    size = sizes.most_common(1)[0][0]
    base = Counter(round(glyph.y, 1) for glyph in visible if glyph.size == size).most_common(1)[0][0]
    text = ""
    before: Glyph | None = None
    for glyph in run:
        if glyph.char in _SPACES:
            text += glyph.char
            continue
        if before and not text.endswith(tuple(_SPACES)) and _parted(before, glyph):
            text += " "
        raised = glyph.size < 0.8 * size and glyph.y - base > _RAISED * size
        text += glyph.char.translate(_SUPERSCRIPT) if raised else glyph.char
        before = glyph
    bold = sum(glyph.is_bold for glyph in visible) * 2 > len(visible)
    return Fragment(text.strip(_SPACES), visible[0].x0, max(g.x1 for g in visible), base, size, bold)


def _parted(left: Glyph, right: Glyph) -> bool:
    """Whether a gap between Latin letters is a space that was not written; between Han it is only spacing."""
    gap = right.x0 - left.x1
    if is_han(left.char) or is_han(right.char) or ord(left.char) > 0x2E80 or ord(right.char) > 0x2E80:
        return gap > 0.75 * left.size and is_han(left.char) and is_han(right.char)
    return gap > _WORD_SPACE * left.size


def _without_ruby(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments without small ones of letters, kana or bopomofo that stand right above Han of twice their size."""
    bases = [fragment for fragment in fragments if has_han(fragment.text)]
    return [fragment for fragment in fragments if not _is_ruby(fragment, bases)]


def _is_ruby(fragment: Fragment, bases: Sequence[Fragment]) -> bool:
    if has_han(fragment.text) or not any(char.isalpha() for char in fragment.text):
        return False
    middle = (fragment.x0 + fragment.x1) / 2
    return any(
        fragment.size <= _RUBY_SIZE * base.size
        and base.x0 - base.size <= middle <= base.x1 + base.size
        and 0.5 * base.size <= fragment.y - base.y <= 1.6 * base.size
        for base in bases
    )
