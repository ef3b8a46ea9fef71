"""Where an entry is used: every sentence of every built release, with the form that stands for it in each edition."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from i18n_news.impact.releases import snapshots
from i18n_news.render.impact import Marked

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Use:
    """One sentence in which a source stands; `editions` are the texts by locale, with what renders it marked.

    `origins` say who decided each mention; none where it stands there undecided.
    """

    release: str
    segment_id: str
    source: tuple[Marked, ...]
    editions: Mapping[str, tuple[Marked, ...]]
    origins: tuple[str, ...]


def uses(out: Path, source: str) -> Iterator[Use]:
    """The uses in the order of the releases and of their text; files that are not whole are passed over."""
    escaped = json.dumps(source, ensure_ascii=False)[1:-1].encode()
    for path in snapshots(out):
        try:
            data = path.read_bytes()
            # Most releases do not hold a given term: they need not be parsed.
            if escaped in data:
                yield from list(_uses(json.loads(data.decode("utf-8-sig")), source, path.parent.name))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue


def _uses(content: Json, source: str, release: str) -> Iterator[Use]:
    targets: dict[str, dict[str, Any]] = {}
    for locale, edition in content["editions"].items():
        if locale != content["locale"]:
            for target in edition["targets"]:
                targets.setdefault(target["segment"], {})[locale] = target["runs"]
    for block in content["blocks"]:
        for segment in block["segments"]:
            text = segment["source"]
            if source not in text:
                continue
            spans = [s for s in segment["spans"] if source in text[s["start"] : s["end"]]]
            own = [s for s in spans if text[s["start"] : s["end"]] == source] or spans
            editions = {
                locale: tuple(_rendered(runs, {s["id"] for s in own}))
                for locale, runs in targets.get(segment["id"], {}).items()
            }
            origins = tuple(dict.fromkeys(s.get("origin", "") for s in own))
            yield Use(release, segment["id"], tuple(_marked(text, source)), editions, origins)


def _rendered(runs: Iterable[Any], span_ids: set[str]) -> Iterator[Marked]:
    for text, *span in runs:
        yield Marked(text, bool(span) and span[0] in span_ids)


def _marked(text: str, source: str) -> Iterator[Marked]:
    """The text with every place of the source marked."""
    first, *rest = text.split(source)
    if first:
        yield Marked(first)
    for piece in rest:
        yield Marked(source, True)
        if piece:
            yield Marked(piece)
