"""A target as one line of text in which each form is a single character, so that no rule can write into a form."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from i18n_news.model import Run, Segment, SpanKind, joined

# Forms stand as characters of plane 15, the first private-use plane that no font, input method or engine uses.
FIRST = 0xF0000
LAST = 0xFFFFD
FORM = f"[{chr(FIRST)}-{chr(LAST)}]"
IS_FORM = re.compile(FORM)


@dataclass(frozen=True, slots=True)
class Line:
    """The text of a segment's runs with a mark for each form, and what a rule may ask about the segment."""

    text: str
    forms: Mapping[str, Run]
    segment: Segment
    is_heading: bool = False

    def with_text(self, text: str) -> "Line":
        """The line with another text; a text that lost, doubled or moved a form's mark is refused."""
        return replace(self, text=text) if IS_FORM.findall(text) == IS_FORM.findall(self.text) else self

    def form(self, mark: str) -> str:
        """The words of the form at this mark; nothing where free text or nothing at all stands."""
        return self.forms[mark].text if mark in self.forms else ""

    def kind(self, mark: str) -> SpanKind | None:
        if mark not in self.forms:
            return None
        span_id = self.forms[mark].span_id
        return next((span.kind for span in self.segment.spans if span.id == span_id), None)

    def written(self, text: str) -> str:
        """A stretch of the line as a reader sees it, with the words of its forms."""
        return "".join(self.form(character) or character for character in text)

    def runs(self) -> tuple[Run, ...]:
        return joined(self.forms.get(piece, Run(piece)) for piece in re.split(f"({FORM})", self.text))


def line_of(runs: Sequence[Run], segment: Segment, is_heading: bool = False) -> Line:
    """The line of these runs; an empty one where free text has characters of plane 15 or the forms are too many."""
    forms: dict[str, Run] = {}
    text = ""
    for run in runs:
        if run.span_id and FIRST + len(forms) <= LAST:
            mark = chr(FIRST + len(forms))
            forms[mark] = run
            text += mark
        elif run.span_id or IS_FORM.search(run.text):
            return Line("", {}, segment, is_heading)
        else:
            text += run.text
    return Line(text, forms, segment, is_heading)
