"""The releases of a workspace: which ones hold a changed entry at all, and which are published."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n_news.errors import FormatError
from i18n_news.formats import snapshot
from i18n_news.model import Document, Edition, State

# Up to so many words, looking for one after the other is the fastest; then by their lengths.
FEW = 200


@dataclass(frozen=True, slots=True)
class Release:
    """A built release; `hits` are, by segment id, the changed sources that stand there."""

    folder: Path
    document: Document
    hits: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """The releases with a hit, how many there are in all, and what could not be read."""

    releases: tuple[Release, ...]
    total: int
    remarks: tuple[str, ...]


def find(out: Path, sources: Sequence[str]) -> Found:
    """The releases below `out` in which one of the sources stands, in the order of their names."""
    paths = snapshots(out)
    words = frozenset(sources)
    releases: list[Release] = []
    remarks: list[str] = []
    for path in paths:
        try:
            text = path.read_bytes()
            document = snapshot.load(text, str(path)) if _may_hold(text.decode("utf-8", "replace"), words) else None
        except (OSError, FormatError) as error:
            remarks.append(f"left out: {error}")
            continue
        if document is None:
            continue
        standing = {segment.id: standing_in(segment.source, words) for segment in document.segments()}
        hits = {name: found for name, found in standing.items() if found}
        if hits:
            releases.append(Release(path.parent, document, hits))
    return Found(tuple(releases), len(paths), tuple(remarks))


def snapshots(out: Path) -> list[Path]:
    """The release.json of every release below `out`, in the order of their names."""
    try:
        return sorted(path for folder in out.iterdir() if (path := folder / "release.json").is_file())
    except OSError:
        return []


def standing_in(text: str, words: frozenset[str]) -> frozenset[str]:
    """Those of the words that stand in the text."""
    if len(words) <= FEW:
        return frozenset(word for word in words if word in text)
    lengths = {len(word) for word in words}
    return frozenset(piece for size in lengths for piece in _pieces(text, size) if piece in words)


def published(document: Document) -> str:
    """When the release was published by its front matter, or that an edition is final; empty when it is not known."""
    if day := document.meta.get("published", ""):
        return day
    editions = [edition for edition in document.editions.values() if not is_given(document, edition)]
    is_final = any(target.state is State.FINAL for edition in editions for target in edition.targets.values())
    return "final" if is_final else ""


def is_given(document: Document, edition: Edition) -> bool:
    """Whether the edition is what the author wrote, in either script: nothing in it is ours to reword."""
    return edition.locale is document.locale or any(t.origin == "author" for t in edition.targets.values())


def _may_hold(text: str, words: frozenset[str]) -> bool:
    """Whether to read the file: its text, with JSON's escapes, holds one of the words somewhere."""
    return len(words) > FEW or any(json.dumps(word, ensure_ascii=False)[1:-1] in text for word in words)


def _pieces(text: str, size: int) -> Iterator[str]:
    return (text[start : start + size] for start in range(len(text) - size + 1))
