"""What a workspace silences: issues that a person has judged, kept with the reason."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from i18n_news.checks.codes import CODES
from i18n_news.config import FILE_NAME, Silence
from i18n_news.errors import ConfigError
from i18n_news.model import Document, Issue, Severity

EVERY_RELEASE = "*"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found in a release: the issues that count, and those that are silenced, each with its reason."""

    issues: tuple[Issue, ...]
    silenced: tuple[Issue, ...] = ()


def known_silences(silences: Sequence[Silence]) -> None:
    """ConfigError: one of them names a check that there is not."""
    for number, silence in enumerate(silences, start=1):
        if silence.check not in CODES:
            near = difflib.get_close_matches(silence.check, CODES, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "docs/checks.md lists them"
            raise ConfigError(f"{FILE_NAME}: [[silence]] {number}: unknown check {silence.check!r}; {hint}")


def silenced(document: Document, issues: Sequence[Issue], silences: Sequence[Silence]) -> Checked:
    """The issues parted by the silences of this release; of several that hit an issue the first gives the reason.

    A silence that names the release and hits nothing is an issue of its own, so that none outlives its cause.
    """
    own = [silence for silence in silences if silence.release in (EVERY_RELEASE, document.id)]
    texts = _chinese_texts(document)
    kept, quiet, used = [], [], set()
    for issue in issues:
        hits = [silence for silence in own if _hits(silence, issue, texts.get(issue.segment_id, ()))]
        used.update(hits)
        if hits:
            quiet.append(replace(issue, silenced=hits[0].reason))
        else:
            kept.append(issue)
    stale = [silence for silence in own if silence.release != EVERY_RELEASE and silence not in used]
    return Checked((*_stale_issues(document, stale), *kept), tuple(quiet))


def _chinese_texts(document: Document) -> dict[str, tuple[str, ...]]:
    """By segment, its source and what the Chinese editions make of it: a Taiwan office copies its own words."""
    editions = [edition for locale, edition in document.editions.items() if locale.is_chinese]
    return {
        segment.id: (segment.source, *(e.targets[segment.id].text for e in editions if segment.id in e.targets))
        for segment in document.segments()
    }


def _hits(silence: Silence, issue: Issue, texts: Sequence[str]) -> bool:
    if silence.check != issue.check:
        return False
    if silence.segment and silence.segment != issue.segment_id:
        return False
    return not silence.text or any(silence.text in text for text in texts)


def _stale_issues(document: Document, stale: Sequence[Silence]) -> Iterator[Issue]:
    for silence in stale:
        place = f" in {silence.segment}" if silence.segment else ""
        where = f"{place} at “{silence.text}”" if silence.text else place
        message = (
            f"{silence.check} is silenced{where} (“{silence.reason}”), but finds nothing there. "
            f"Take the [[silence]] out of {FILE_NAME}."
        )
        yield Issue("stale-silence", Severity.INFO, "", document.locale, message)
