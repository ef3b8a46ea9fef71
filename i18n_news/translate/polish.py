"""Removes what the engine's tokenizer left in the English; words are not its business, and no form is touched."""

import re
from dataclasses import replace

from i18n_news.model import Run, Segment, SpanKind, joined
from i18n_news.translate.compose import BODIES, article

# What the engine puts before sentences that read like list items, although the source has nothing there.
INVENTED_MARK = re.compile(r"^(?:•|\(?[a-z0-9]{1,2}\)|[a-z]\.)\s+(?=\S)")
LISTED = re.compile(r"^\s*[（(•·\-*0-9a-zA-Z一二三四五六七八九十]+[）)、.． ]")
RULES = (
    (re.compile(r"\s+'\s*s\b"), "'s"),
    (re.compile(r"(\w)\s+'\s+(?=\w)"), r"\1' "),
    (re.compile(r"\s+([,;:!?%)\]])"), r"\1"),
    (re.compile(r"\s+\.(?!\d)"), "."),
    (re.compile(r"([(\[])\s+"), r"\1"),
    (re.compile(r"\s{2,}"), " "),
)
ARTICLE = re.compile(r"(^|[\s“\"(])(?:the|an?)\s+$", re.IGNORECASE)
# "in" + "within 45 minutes", "by" + "by the end of June": the form brings its own preposition.
LEADING_PREPOSITION = re.compile(r"(?:within|by|since|before|after|in|at|on|as of|from|during)\s")
TRAILING_PREPOSITION = re.compile(r"(^|\s)(?:within|by|since|in|at|on|from|during|for)\s+$")
# A small word with a space before a body's name: where the article is missing.
BARE = re.compile(
    r"(?<![\w'’-])(?!(?:the|an?|this|that|these|those|each|every|any|no|its|our|their|his|her|my|your|both|all|new|whole|"
    r"entire|first|other|another|one|two)\s)[a-z]+\s+$"
)
SENTENCE_END = '.!?。！？”"…:：'


def polish(runs: tuple[Run, ...], segment: Segment, *, is_heading: bool = False) -> tuple[Run, ...]:
    """The runs with free text in house typography; a heading without a stop in the source gets none in English."""
    kinds = {span.id: span.kind for span in segment.spans}
    polished: list[Run] = []
    for number, run in enumerate(runs):
        if run.span_id:
            polished.append(run)
            continue
        text = run.text
        if number == 0 and not LISTED.match(segment.source):
            text = INVENTED_MARK.sub("", text)
        for pattern, replacement in RULES:
            text = pattern.sub(replacement, text)
        following = runs[number + 1].span_id if number + 1 < len(runs) else ""
        if following and LEADING_PREPOSITION.match(runs[number + 1].text):
            text = TRAILING_PREPOSITION.sub(r"\1", text)
        if kinds.get(following) is SpanKind.PERSON:
            text = ARTICLE.sub(r"\1", text)
        elif kinds.get(following) in BODIES and not is_heading and article(runs[number + 1].text):
            text = BARE.sub(lambda match: match[0] + "the ", text)
        polished.append(replace(run, text=text))
    if is_heading and polished and segment.source.rstrip()[-1:] not in SENTENCE_END:
        last = polished[-1]
        if not last.span_id:
            polished[-1] = replace(last, text=last.text.rstrip().removesuffix("."))
    return joined(polished)
