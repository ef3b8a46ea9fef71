"""address: a web or e-mail address that an edition lost, changed or added."""

import re
from collections import Counter
from collections.abc import Iterator

from i18n_news.checks.decided import EDITION_NAMES
from i18n_news.checks.undecided import translated
from i18n_news.model import Document, Edition, Issue, Severity

# RFC 3986 characters that an address in running text can hold; what ends a sentence does not end an address.
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[A-Za-z0-9._~:/?#\[\]@!$&()*+,;=%-]*[A-Za-z0-9/_=-]"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def addresses(document: Document, edition: Edition) -> Iterator[Issue]:
    """An error for one that is lost, since readers cannot find it; a warning for one that the source does not have."""
    for _, segment, target in translated(document, edition):
        there, here = _found(segment.source), _found(target.text)
        where = EDITION_NAMES[edition.locale]
        for key, address in there.items():
            if key not in here:
                message = f"The address “{address}” is not in the {where}. Put it there as it is."
                yield Issue("address", Severity.ERROR, segment.id, edition.locale, message)
        for key, address in here.items():
            if key not in there:
                message = f"The {where} has the address “{address}”; the source does not. Correct it or take it out."
                yield Issue("address", Severity.WARNING, segment.id, edition.locale, message)


def _found(text: str) -> dict[str, str]:
    """The addresses by what makes them the same: the scheme, a www, the host's case and a last slash do not."""
    found = (_without_open_bracket(match[0]) for match in _ADDRESS.finditer(text))
    return {_key(address): address for address in found}


def _without_open_bracket(address: str) -> str:
    """Without a bracket at the end that belongs to the text: (see www.example.org/a)."""
    marks = Counter(address)
    return address if marks[")"] <= marks["("] else address[: address.rindex(")")]


def _key(address: str) -> str:
    host, slash, path = _SCHEME.sub("", address).partition("/")
    return host.casefold() + slash * bool(path) + path.rstrip("/")
