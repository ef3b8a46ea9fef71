"""changed-role: a person of another rank in the same office than before, or one title in two English ways."""

import re
from collections.abc import Iterator, Sequence

from i18n_news.checks.roles import Mention, Role, mentions
from i18n_news.model import Document, Edition, Issue, Locale, Severity

_RANK = "(?:(?:executive|standing|first|acting|honorary|deputy|vice|assistant)[ -])*"
_OFFICE = (
    "(?:secretary[ -]general|secretary|directors?|chairman|chairwoman|chairperson|chair|president|principal|dean|"
    "head|chief|curator|manager|mayor|governor|minister|commissioner|leader|captain|inspector|supervisor|engineer|editor|"
    "professor|researcher|magistrate|superintendent)"
)
_BEFORE = re.compile(rf"(?<![A-Za-z])({_RANK}{_OFFICE})\s+$", re.IGNORECASE)
_BEHIND = re.compile(rf",\s+(?:the\s+|an?\s+)?({_RANK}{_OFFICE})(?![A-Za-z])", re.IGNORECASE)


def changed_source_roles(document: Document) -> Iterator[Issue]:
    """A warning where the Chinese calls one person 副书记 and 书记 of what may be one body."""
    earlier: dict[str, list[Mention]] = {}
    for mention in mentions(document):
        known = earlier.setdefault(mention.name, [])
        if clash := _clash(mention, known):
            before, old, new = clash
            message = (
                f"“{mention.name}” is “{new.text}” here and “{old.text}” in {before.segment.id}. "
                "Find out which is right and correct the source."
            )
            yield Issue("changed-role", Severity.WARNING, mention.segment.id, document.locale, message, mention.span.id)
        else:
            known.append(mention)


def changed_roles(document: Document, edition: Edition) -> Iterator[Issue]:
    """A warning where one Chinese title of a person has two English ones."""
    if edition.locale is not Locale.EN:
        return
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for mention in mentions(document):
        english = _english_title(mention, edition)
        # Of several roles the English may name any one first.
        if len(mention.roles) != 1 or not english:
            continue
        place, before = first.setdefault((mention.name, mention.roles[0].text), (mention.segment.id, english))
        if before.casefold() != english.casefold():
            message = (
                f"“{mention.roles[0].text}” of “{mention.name}” is “{english}” here and “{before}” in {place}. "
                "Use one of them, or register the title."
            )
            yield Issue("changed-role", Severity.WARNING, mention.segment.id, Locale.EN, message, mention.span.id)


def _clash(mention: Mention, known: Sequence[Mention]) -> tuple[Mention, Role, Role] | None:
    """The earlier mention with another rank of an office, unless one mention has both."""
    for before in known:
        for old in before.roles:
            for new in mention.roles:
                is_other = old.office == new.office and old.rank != new.rank and old.is_of_body(new)
                if is_other and not any(_holds(each, old) and _holds(each, new) for each in (mention, *known)):
                    return before, old, new
    return None


def _holds(mention: Mention, role: Role) -> bool:
    return any((each.office, each.rank) == (role.office, role.rank) for each in mention.roles)


def _english_title(mention: Mention, edition: Edition) -> str:
    """The rank and office in English right before or behind the person's own run; empty where none stands there."""
    target = edition.targets.get(mention.segment.id)
    place = 0
    for run in target.runs if target else ():
        if target and run.span_id == mention.span.id:
            text = target.text
            match = _BEFORE.search(text, 0, place) or _BEHIND.match(text, place + len(run.text))
            return match[1] if match else ""
        place += len(run.text)
    return ""
