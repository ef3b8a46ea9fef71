"""How many glossary terms stand in the English, and what that costs: the raw model against the enforced text.

Usage: python benchmarks/terms.py --data FILE.jsonl [--json] [--sample N]
Each line of the file is one {source, reference, terms: [{source, en}]}.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from i18n_news.config import Config, EngineConfig
from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Segment, Span, SpanKind, Target
from i18n_news.pipeline import open_engine
from i18n_news.translate.engine import Engine, Hypothesis, Scored
from i18n_news.translate.stage import translate

# The model as it was published, without the adaptation that ours begins with.
RAW = Config(engine=EngineConfig(adaptation=""))


class Counting:
    """An engine that counts the sentences it decodes."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.id = engine.id
        self.decodes = 0

    def translate(self, sources: Sequence[str], starts: Sequence[str] = ()) -> list[Hypothesis]:
        self.decodes += len(sources)
        return self.engine.translate(sources, starts)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Scored]:
        return self.engine.score(pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    parser.add_argument("--sample", type=int, default=0, help="print N sentences that ours changed, for reading")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.data.read_text(encoding="utf-8").splitlines() if line.strip()]
    engine = Counting(open_engine(Config()))
    edition, segments = enforced(rows, engine)
    result = measure(rows, engine, open_engine(RAW), edition, segments)
    print(f"{len(rows)} sentences, {sum(len(row['terms']) for row in rows)} terms")
    for name, figures in result.items():
        print(f"{name:10}", "  ".join(f"{key} {value:.2f}" for key, value in figures.items()))
    changed = [number for number, segment in enumerate(segments) if _is_changed(edition.targets[segment.id])]
    for number in sorted(random.Random(0).sample(changed, min(arguments.sample, len(changed)))):
        target = edition.targets[segments[number].id]
        print(f"\n{number}: {rows[number]['source']}\n  raw  {target.draft}\n  ours {target.text}")
        print(f"  ref  {rows[number]['reference']}")
        print("  terms", "; ".join(f"{term['source']} = {term['en']}" for term in rows[number]["terms"]))
    if arguments.json:
        print(json.dumps(result))


def enforced(rows: Sequence[dict[str, Any]], engine: Engine) -> tuple[Edition, list[Segment]]:
    """The English edition of all sentences with their terms decided, and its segments."""
    segments = [_segment(number, row) for number, row in enumerate(rows)]
    document = Document("terms", Locale.ZH_HANS, tuple(Block(BlockKind.PARAGRAPH, (segment,)) for segment in segments))
    return translate(document, engine), segments


def alone(sources: Sequence[str], engine: Engine) -> list[str]:
    return [hypothesis.text for hypothesis in engine.translate(sources)]


def _is_changed(target: Target) -> bool:
    return bool(target.draft) and target.draft != target.text


def measure(
    rows: Sequence[dict[str, Any]], engine: Counting, raw: Engine, edition: Edition, segments: Sequence[Segment]
) -> dict[str, dict[str, float]]:
    targets = [edition.targets[segment.id] for segment in segments]
    references = [row["reference"] for row in rows]
    forms = [[term["en"] for term in row["terms"]] for row in rows]
    texts = [target.text for target in targets]
    sources = [segment.source for segment in segments]
    # These decodings are not ours.
    drafts, adapted = alone(sources, raw), alone(sources, engine.engine)
    terms = sum(map(len, forms))
    fallbacks = sum(note.kind == "fallback" for note in edition.notes)
    ours = {**_shares(texts, forms), **quality(texts, references)}
    ours |= {"fallback": 100 * fallbacks / terms, "decodes_per_sentence": engine.decodes / len(rows)}
    engines = {
        name: {**_shares(said, forms), **quality(said, references)}
        for name, said in (("raw", drafts), ("adapted", adapted))
    }
    return {**engines, "enforced": ours, "reference": _shares(references, forms)}


def _segment(number: int, row: dict[str, Any]) -> Segment:
    """The sentence with its terms as spans, each at its own start or else at the next place where it stands."""
    segment = Segment(f"p{number + 1}.s1", row["source"])
    spans: list[Span] = []
    for term in sorted(row["terms"], key=lambda term: -len(term["source"])):
        start = term.get("start", -1)
        if start < 0:
            taken = {offset for span in spans for offset in range(span.start, span.end)}
            places = (found.start() for found in re.finditer(re.escape(term["source"]), row["source"]))
            start = next((place for place in places if place not in taken), -1)
        if start >= 0:
            spans.append(Span(start, start + len(term["source"]), SpanKind.TERM, {Locale.EN: term["en"]}))
    return segment.with_spans(spans)


def _shares(texts: Sequence[str], forms: Sequence[Sequence[str]]) -> dict[str, float]:
    """`term`: occurrences whose rendering stands; `exact`: those of renderings that stand just as often as they should.

    Longer renderings take their words first, so that one inside another is not counted twice.
    """
    total = standing = exact = 0
    for text, wanted in zip(texts, forms, strict=True):
        for form, count in sorted(Counter(form.lower() for form in wanted).items(), key=lambda item: -len(item[0])):
            text, found = re.subn(rf"(?<!\w){re.escape(form)}(?:e?s)?(?!\w)", "\0", text, flags=re.IGNORECASE)
            total += count
            standing += min(found, count)
            exact += count if found == count else 0
    return {"term": 100 * standing / total, "exact": 100 * exact / total}


def quality(texts: Sequence[str], references: Sequence[str]) -> dict[str, float]:
    import sacrebleu

    bleu = sacrebleu.corpus_bleu(list(texts), [list(references)])
    chrf = sacrebleu.corpus_chrf(list(texts), [list(references)], word_order=2)
    return {"bleu": float(bleu.score), "chrf": float(chrf.score)}


if __name__ == "__main__":
    main()
