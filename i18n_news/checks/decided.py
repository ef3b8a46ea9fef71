"""Where the decided forms of a segment stand in its target, and which of them do not."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from i18n_news.model import Locale, Segment, Span, SpanKind, Target

# Takes the place of decided words where only the rest of a target is looked at; no rule matches it.
FILLER = "\0"
EDITION_NAMES = {
    Locale.EN: "English",
    Locale.ZH_HANS: "Simplified edition",
    Locale.ZH_HANT_TW: "Taiwan edition",
    Locale.ZH_HANT_HK: "Hong Kong edition",
}
_LETTER = r"A-Za-z0-9\u00c0-\u024f"
_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unrendered:
    """A span whose form does not stand in the target; `found` is what stands in its place, if anything does."""

    span: Span
    form: str
    found: str = ""


def unrendered(segment: Segment, target: Target) -> tuple[Unrendered, ...]:
    """The spans whose form is neither in a run of theirs nor, as often as it is needed, in the free text."""
    return _blanked(segment, target, segment.spans)[1]


def free_text(segment: Segment, target: Target, kinds: Collection[SpanKind] = tuple(SpanKind)) -> str:
    """The target's text with every decided form of these kinds blanked, at unchanged offsets.

    What is left is what the engine or a person wrote.
    """
    return _blanked(segment, target, [span for span in segment.spans if span.kind in kinds])[0]


def form_pattern(form: str, locale: Locale, *, is_name: bool = False) -> re.Pattern[str]:
    """Matches a form as whole words: any case, spaces and article, plural or possessive; a name keeps its case."""
    return _pattern(form, locale.is_chinese, is_name)


def _blanked(segment: Segment, target: Target, spans: Iterable[Span]) -> tuple[str, tuple[Unrendered, ...]]:
    """The text without the spans' forms, and the spans whose form it does not hold.

    A form that no run of its span renders is looked for in the rest, longer forms first, so that “Development Zone”
    cannot take the words of “Economic Development Zone”.
    """
    wanted = {span.id: (span, _pattern_of(span, target.locale)) for span in spans if target.locale in span.forms}
    open_ids = {span_id for span_id, (_, pattern) in wanted.items() if not _is_in_runs(target, span_id, pattern)}
    text = "".join(
        FILLER * len(run.text) if run.span_id in wanted and run.span_id not in open_ids else run.text
        for run in target.runs
    )
    missing = []
    for span, pattern in sorted(wanted.values(), key=lambda each: -len(each[0].forms[target.locale])):
        if span.id not in open_ids:
            continue
        match = pattern.search(text)
        if match:
            text = text[: match.start()] + FILLER * len(match[0]) + text[match.end() :]
        else:
            found = " ".join(run.text.strip() for run in target.runs if run.span_id == span.id)
            missing.append(Unrendered(span, span.forms[target.locale], found))
    return text, tuple(sorted(missing, key=lambda each: each.span.start))


def _pattern_of(span: Span, locale: Locale) -> re.Pattern[str]:
    return form_pattern(span.forms[locale], locale, is_name=span.kind.is_name)


def _is_in_runs(target: Target, span_id: str, pattern: re.Pattern[str]) -> bool:
    """Whether one run of the span is its form, or all of them together are (a form that was cut in two)."""
    texts = [run.text for run in target.runs if run.span_id == span_id]
    return any(pattern.fullmatch(text.strip()) for text in (*texts, "".join(texts), " ".join(texts)))


@cache
def _pattern(form: str, is_chinese: bool, is_name: bool) -> re.Pattern[str]:
    if is_chinese:
        return re.compile(re.escape(form.strip()))
    words = _ARTICLE.sub("", form.strip(), count=1).split()
    body = r"\s+".join(_word(word, is_name, is_first=number == 0) for number, word in enumerate(words))
    before = rf"(?<![{_LETTER}])" if re.match(f"[{_LETTER}]", words[0]) else ""
    after = rf"(?![{_LETTER}]|[.,]\d)" if words[-1][-1].isdigit() else rf"(?![{_LETTER}])"
    if not re.search(f"[{_LETTER}]$", words[-1]):
        after = ""
    return re.compile(rf"(?:(?<![{_LETTER}])(?i:the|an?)\s+)?{before}{body}{after}")


def _word(word: str, is_name: bool, is_first: bool) -> str:
    quoted = re.sub("['’]", "['’]", re.escape(word))
    if is_name:
        first = word[0].upper() + word[1:] if is_first else word
        spelled = "|".join(dict.fromkeys((quoted, re.escape(first), re.escape(word.upper()))))
        return rf"(?:{spelled})(?:['’][sS]?)?"
    if len(word) > 1 and word.isalpha():
        plural = rf"|{re.escape(word[:-1])}ies" if word[-1] in "yY" else ""
        plural += rf"|{re.escape(word[:-3])}men" if word.endswith("man") else ""
        return rf"(?i:(?:{quoted}(?:e?s)?{plural})(?:['’]s?)?)"
    if "-" in word and all(part.isalpha() for part in word.split("-")):
        # Of a compound one part has the plural: editors-in-chief, deputy secretaries-general.
        return rf"(?i:{'-'.join(rf'(?:{p}s?|{p[:-1]}ies)' if p[-1] in 'yY' else f'{p}s?' for p in word.split('-'))})"
    return rf"(?i:{quoted})"
