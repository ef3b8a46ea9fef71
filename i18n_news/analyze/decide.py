"""The deciding stage: which of a term's forms stands at which mention."""

from collections.abc import Mapping

from i18n_news.model import Document, FrozenMap, Locale, Segment


def decide(document: Document, short_forms: Mapping[str, str]) -> Document:
    """The document with the short English form, where the glossary has one, after the first mention of each entry.

    `short_forms` maps the origin of a span to that form. Mentions in headings are short and do not count: the first
    one in the text is where a reader needs the full form.
    """
    seen: set[str] = set()
    headings = {segment.id for block in document.blocks if block.kind.is_heading for segment in block.segments}

    def decided(segment: Segment) -> Segment:
        forms = {}
        for span in segment.spans:
            short = short_forms.get(span.origin, "")
            if short and (segment.id in headings or span.origin in seen):
                forms[span.id] = FrozenMap({**span.forms, Locale.EN: short})
            if segment.id not in headings:
                seen.add(span.origin)
        return segment.with_forms(forms)

    return document.map_segments(decided)
