"""What an engine keeps of placeholders: tried once on sentences of our own, and stored by the engine's id."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from i18n_news.errors import NewsError
from i18n_news.files import write_atomic
from i18n_news.model import Locale, Run, Segment, Span, SpanKind
from i18n_news.models.store import models_dir
from i18n_news.translate.engine import Engine
from i18n_news.translate.mask import FAMILIES, Family, mask, restore

# Of some thirty placeholders three more or less are chance; FAMILIES stands in the order that many sentences gave.
ABOUT_AS_GOOD = 0.1


def families(engine: Engine, folder: Path | None = None) -> tuple[Family, ...]:
    """The families in the order of the share that the engine keeps, probed only where `folder` has none for its id.

    The folder is by default the one beside the installed models. It may be deleted at any time.
    """
    path = (folder or models_dir().parent / "probes") / f"{hashlib.sha256(engine.id.encode()).hexdigest()[:16]}.json"
    kept = _stored(path, engine.id)
    if kept is None:
        kept = probe(engine)
        stored = {"engine": engine.id, "probe": _probed(), "kept": kept}
        # What cannot be stored is probed again the next time.
        with suppress(NewsError):
            write_atomic(path, (json.dumps(stored, ensure_ascii=False, indent=1) + "\n").encode())
    return ordered(kept)


def probe(engine: Engine) -> dict[str, float]:
    """For each family by its name the share of the placeholders that came back exactly once, in one call."""
    segments = [_segment(line) for line in _lines()]
    masked = [
        (family, mask(segment, [(span,) for span in segment.spans], family))
        for family in FAMILIES
        for segment in segments
    ]
    hypotheses = engine.translate([each.text for _, each in masked])
    kept = dict.fromkeys((family.name for family in FAMILIES), 0)
    for (family, each), hypothesis in zip(masked, hypotheses, strict=True):
        forms: Mapping[int, Sequence[Run]] = {
            slot.number: (Run("Form", slot.spans[0].id),) for slot in each.placeholders
        }
        restored = restore(hypothesis.text, each, forms)
        kept[family.name] += len(each.placeholders) - len(restored.lost) - restored.doubled
    total = sum(len(segment.spans) for segment in segments)
    return {name: round(max(0, count) / total, 3) for name, count in kept.items()}


def ordered(kept: Mapping[str, float]) -> tuple[Family, ...]:
    """The families, the best kept first; those that are about as good as the best stay as they stand in FAMILIES."""
    best = max(kept.values())
    return tuple(sorted(FAMILIES, key=lambda family: max(ABOUT_AS_GOOD, best - kept[family.name])))


def _stored(path: Path, engine_id: str) -> dict[str, float] | None:
    """The shares in a file of an earlier probe, None where it is of another engine or probe, or damaged."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if (content["engine"], content["probe"]) != (engine_id, _probed()):
            return None
        return {family.name: float(content["kept"][family.name]) for family in FAMILIES}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _probed() -> str:
    """A name for what is asked; other sentences or families make a new probe."""
    return hashlib.sha256(repr((FAMILIES, _lines())).encode()).hexdigest()[:12]


def _lines() -> list[str]:
    text = (Path(__file__).parent / "data" / "probe_sentences.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _segment(line: str) -> Segment:
    """The sentence with a span where the line has braces."""
    source, spans, position = "", [], 0
    for match in re.finditer(r"\{(.+?)\}", line):
        source += line[position : match.start()]
        spans.append(Span(len(source), len(source) + len(match.group(1)), SpanKind.TERM, {Locale.EN: "Form"}))
        source += match.group(1)
        position = match.end()
    return Segment("probe", source + line[position:]).with_spans(spans)
