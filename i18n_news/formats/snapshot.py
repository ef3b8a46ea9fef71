"""A document as JSON and back: the release.json of a build, readable by every later version."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from i18n_news.errors import FormatError, InvariantError
from i18n_news.model import (
    Block,
    BlockKind,
    Document,
    Edition,
    FrozenMap,
    Issue,
    Locale,
    Note,
    Run,
    Segment,
    Span,
    SpanKind,
    State,
    Target,
)

VERSION = 1


def dump(document: Document, issues: Sequence[Issue] = ()) -> bytes:
    """UTF-8 JSON with stable order and indentation; the issues are written for readers and not read back.

    Silenced ones stand apart, with the reason.
    """
    content = {
        "format": "i18n-news release",
        "version": VERSION,
        "id": document.id,
        "locale": document.locale,
        "meta": dict(document.meta),
        "blocks": [_block(block) for block in document.blocks],
        "editions": {locale: _edition(edition) for locale, edition in document.editions.items()},
        "notes": [_note(note) for note in document.notes],
        "issues": [_issue(issue) for issue in issues if not issue.silenced],
        "silenced": [_issue(issue) | {"reason": issue.silenced} for issue in issues if issue.silenced],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def load(data: bytes, name: str = "release.json") -> Document:
    """The document in a snapshot; FormatError when it is not one, with the place that is wrong."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise FormatError(f"{name}: is not JSON in UTF-8 ({error}); build the release again") from error
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise FormatError(f"{name}: is not a release of format version {VERSION}; build the release again")
    try:
        return Document(
            content["id"],
            Locale(content["locale"]),
            tuple(_read_block(block) for block in content["blocks"]),
            FrozenMap(content["meta"]),
            FrozenMap({Locale(key): _read_edition(key, value) for key, value in content["editions"].items()}),
            tuple(Note(**note) for note in content["notes"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, InvariantError) as error:
        raise FormatError(f"{name}: damaged ({type(error).__name__}: {error}); build the release again") from error


def _block(block: Block) -> dict[str, Any]:
    return {"kind": block.kind, "segments": [_segment(segment) for segment in block.segments]}


def _segment(segment: Segment) -> dict[str, Any]:
    return {"id": segment.id, "source": segment.source, "spans": [_span(span) for span in segment.spans]}


def _span(span: Span) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": span.id, "start": span.start, "end": span.end, "kind": span.kind}
    optional = {
        "forms": dict(span.forms),
        "reading": span.reading,
        "value": span.value,
        "avoid": list(span.avoid),
        "avoid_reason": span.avoid_reason,
        "origin": span.origin,
    }
    return fields | {key: value for key, value in optional.items() if value}


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        "targets": [_target(target) for target in edition.targets.values()],
        "notes": [_note(note) for note in edition.notes],
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "segment": target.segment_id,
        "text": target.text,
        "runs": [[run.text, run.span_id] if run.span_id else [run.text] for run in target.runs],
        "state": target.state,
        "origin": target.origin,
        "score": round(target.score, 4),
        "draft": target.draft,
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "stage": note.stage,
        "kind": note.kind,
        "segment_id": note.segment_id,
        "message": note.message,
        "start": note.start,
        "end": note.end,
    }


def _issue(issue: Issue) -> dict[str, Any]:
    return {
        "check": issue.check,
        "severity": issue.severity,
        "segment": issue.segment_id,
        "locale": issue.locale,
        "message": issue.message,
        "span": issue.span_id,
    }


def _read_block(content: Mapping[str, Any]) -> Block:
    return Block(BlockKind(content["kind"]), tuple(_read_segment(segment) for segment in content["segments"]))


def _read_segment(content: Mapping[str, Any]) -> Segment:
    return Segment(content["id"], content["source"], tuple(_read_span(span) for span in content["spans"]))


def _read_span(content: Mapping[str, Any]) -> Span:
    return Span(
        start=content["start"],
        end=content["end"],
        kind=SpanKind(content["kind"]),
        forms=FrozenMap({Locale(key): text for key, text in content.get("forms", {}).items()}),
        reading=content.get("reading", ""),
        value=content.get("value", ""),
        avoid=tuple(content.get("avoid", ())),
        avoid_reason=content.get("avoid_reason", ""),
        origin=content.get("origin", ""),
        id=content["id"],
    )


def _read_edition(locale: str, content: Mapping[str, Any]) -> Edition:
    targets = [_read_target(locale, target) for target in content["targets"]]
    return Edition(
        Locale(locale),
        FrozenMap({target.segment_id: target for target in targets}),
        tuple(Note(**note) for note in content["notes"]),
    )


def _read_target(locale: str, content: Mapping[str, Any]) -> Target:
    return Target(
        content["segment"],
        Locale(locale),
        tuple(Run(*run) for run in content["runs"]),
        State(content["state"]),
        content["origin"],
        content["score"],
        content["draft"],
    )
