"""Where the decided forms of a segment stand in its target, and which of them do not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from i18n_news.model import Locale, Segment, Span, Target

# Takes the place of decided words where only the rest of a target is looked at; no rule matches it.
FILLER = "\0"
EDITION_NAMES = {
    Locale.EN: "English",
    Locale.ZH_HANS: "Simplified edition",
    Locale.ZH_HANT_TW: "Taiwan edition",
    Locale.ZH_HANT_HK: "Hong Kong edition",
}
_LETTER = r"A-Za-z0-9\u00c0-\u024f"
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unrendered:
    """A span whose form does not stand in the target; `found` is what stands in its place, if anything does."""

    span: Span
    form: str
    found: str = ""


def unrendered(segment: Segment, target: Target) -> Iterator[Unrendered]:
    """The spans whose form is neither in a run of theirs nor, as often as it is needed, in the free text."""
    written = _written(target)
    open_spans = []
    for span in segment.spans:
        form = span.forms.get(target.locale, "")
        if not form or _is_rendered(span, form, written.get(span.id, ())):
            continue
        open_spans.append(Unrendered(span, form, "".join(written.get(span.id, ()))))
    _, missing = _blank_forms(_free(segment, target), open_spans)
    yield from missing


def free_text(segment: Segment, target: Target) -> str:
    """The target's text with every decided form blanked, at unchanged offsets: what the engine or a person wrote."""
    return _blank_forms(_free(segment, target), _not_in_runs(segment, target))[0]


def form_pattern(form: str, locale: Locale, *, is_name: bool = False) -> re.Pattern[str]:
    """Matches a form as whole words: any case, spaces and article, plural or possessive; a name keeps its case."""
    return _pattern(form, locale.is_chinese, is_name)


def _not_in_runs(segment: Segment, target: Target) -> list[Unrendered]:
    written = _written(target)
    forms = [(span, span.forms.get(target.locale, "")) for span in segment.spans]
    return [
        Unrendered(span, form)
        for span, form in forms
        if form and not _is_rendered(span, form, written.get(span.id, ()))
    ]


def _written(target: Target) -> dict[str, list[str]]:
    written: dict[str, list[str]] = {}
    for run in target.runs:
        if run.span_id:
            written.setdefault(run.span_id, []).append(run.text)
    return written


def _is_rendered(span: Span, form: str, texts: list[str] | tuple[str, ...]) -> bool:
    """Whether one run of the span is its form, or all of them together are (a form that was cut in two)."""
    if form in texts:
        return True
    pattern = form_pattern(form, _locale_of(span, form), is_name=span.kind.is_name)
    return any(pattern.fullmatch(text.strip()) for text in (*texts, "".join(texts), " ".join(texts)))


def _locale_of(span: Span, form: str) -> Locale:
    return next((locale for locale, text in span.forms.items() if text == form), Locale.EN)


def _free(segment: Segment, target: Target) -> str:
    """The text with the runs blanked that render their span's form; a run that says something else stays."""
    spans = {span.id: span for span in segment.spans}
    pieces = []
    for run in target.runs:
        span = spans.get(run.span_id)
        form = span.forms.get(target.locale, "") if span else ""
        is_form = span is not None and bool(form) and _is_rendered(span, form, (run.text,))
        pieces.append(FILLER * len(run.text) if is_form else run.text)
    return "".join(pieces)


def _blank_forms(text: str, wanted: list[Unrendered]) -> tuple[str, list[Unrendered]]:
    """The text with each wanted form blanked once, and the wanted ones that it does not hold.

    Longer forms look first, so that “Development Zone” cannot take the words of “Economic Development Zone”.
    """
    missing = []
    for each in sorted(wanted, key=lambda each: -len(each.form)):
        locale = _locale_of(each.span, each.form)
        match = form_pattern(each.form, locale, is_name=each.span.kind.is_name).search(text)
        if match:
            text = text[: match.start()] + FILLER * len(match[0]) + text[match.end() :]
        else:
            missing.append(each)
    return text, sorted(missing, key=lambda each: each.span.start)


@cache
def _pattern(form: str, is_chinese: bool, is_name: bool) -> re.Pattern[str]:
    if is_chinese:
        return re.compile(re.escape(form))
    words = _ARTICLE.sub("", form.strip(), count=1).split()
    body = r"\s+".join(_word(word, is_name, is_first=number == 0) for number, word in enumerate(words))
    before = rf"(?<![{_LETTER}])" if re.match(f"[{_LETTER}]", words[0]) else ""
    after = rf"(?![{_LETTER}]|[.,]\d)" if words[-1][-1].isdigit() else rf"(?![{_LETTER}])"
    if not re.search(f"[{_LETTER}]$", words[-1]):
        after = ""
    return re.compile(rf"(?:(?i:the|an?)\s+)?{before}{body}{after}")


def _word(word: str, is_name: bool, is_first: bool) -> str:
    quoted = re.escape(word).replace("'", "['’]").replace("’", "['’]")
    if is_name:
        first = word[0].upper() + word[1:] if is_first else word
        spelled = "|".join(dict.fromkeys((quoted, re.escape(first), re.escape(word.upper()))))
        return rf"(?:{spelled})(?:['’][sS]?)?"
    if len(word) > 1 and word.isalpha():
        plural = rf"|{re.escape(word[:-1])}ies" if word[-1] in "yY" else ""
        return rf"(?i:(?:{quoted}(?:e?s)?{plural})(?:['’]s?)?)"
    return rf"(?i:{quoted})"
