"""General news without any glossary: the raw model, the adapted one alone, ours with names and figures, references.

Usage: python benchmarks/mt.py --data FILE.jsonl [--json] [--sample N]   (one {source, reference} a line)
quantities_wrong is the share, in percent, of the source's figures that an independent reader of English misses.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from terms import RAW, alone, quality

from i18n_news import pipeline
from i18n_news.config import Config
from i18n_news.model import Block, BlockKind, Document, Locale, Segment
from i18n_news.text.english_quantities import wrong_figures
from i18n_news.text.quantities import find_quantities
from i18n_news.translate.engine import Engine
from i18n_news.translate.stage import translate

NOTHING = pipeline.Vocabulary((), (), {})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    parser.add_argument("--sample", type=int, default=0, help="print N sentences that ours changed, for reading")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.data.read_text(encoding="utf-8").splitlines() if line.strip()]
    sources = [str(row["source"]) for row in rows]
    references = [str(row["reference"]) for row in rows]
    models = pipeline.open_models(Config(), english=False)
    engine = pipeline.open_engine(Config())
    drafts = alone(sources, pipeline.open_engine(RAW))
    ours = translations(sources, models, engine)
    result = {
        "raw": _scores(sources, drafts, references),
        "adapted": _scores(sources, alone(sources, engine), references),
        "ours": _scores(sources, ours, references),
        "reference": {"quantities_wrong": quantities_wrong(sources, references)},
    }
    for name, figures in result.items():
        print(f"{name:10}", "  ".join(f"{key} {value:.2f}" for key, value in figures.items()))
    changed = [number for number in range(len(rows)) if drafts[number] != ours[number]]
    for number in sorted(random.Random(0).sample(changed, min(arguments.sample, len(changed)))):
        print(f"\n{number}: {sources[number]}\n  raw  {drafts[number]}")
        print(f"  ours {ours[number]}\n  ref  {references[number]}")
    if arguments.json:
        print(json.dumps(result))


def translations(sources: Sequence[str], models: pipeline.Models, engine: Engine) -> list[str]:
    """Our English; each source is analyzed as a release of its own, decoded in one batch."""
    blocks: list[Block] = []
    for number, source in enumerate(sources, start=1):
        segment = Segment(f"p{number}.s1", source)
        alone = Document("row", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (segment,)),))
        blocks += pipeline.analyze(alone, NOTHING, Config(), tag=models.tag).blocks
    document = Document("rows", Locale.ZH_HANS, tuple(blocks))
    edition = translate(document, engine)
    targets: list[Any] = [edition.targets.get(segment.id) for segment in document.segments()]
    return [target.text if target else "" for target in targets]


def _scores(sources: Sequence[str], texts: Sequence[str], references: Sequence[str]) -> dict[str, float]:
    return {**quality(texts, references), "quantities_wrong": quantities_wrong(sources, texts)}


def quantities_wrong(sources: Sequence[str], texts: Sequence[str]) -> float:
    total = wrong = 0
    for source, text in zip(sources, texts, strict=True):
        values = [quantity.value for quantity in find_quantities(source) if quantity.kind != "code"]
        total += len(values)
        wrong += len(wrong_figures(values, text))
    return 100 * wrong / max(total, 1)


if __name__ == "__main__":
    main()
