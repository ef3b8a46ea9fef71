"""What the corpus measures: our English and the engine's own, against the references and against what was decided."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from i18n_news import config, pipeline
from i18n_news.glossary.terms import Term
from i18n_news.model import Block, BlockKind, Document, Locale, Segment
from i18n_news.translate.stage import translate

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(__file__).with_name("corpus.jsonl")
# The model as it was published, without the adaptation that ours begins with.
RAW = config.Config(engine=config.EngineConfig(adaptation=""))
PREPOSITION = re.compile(r" (?=(?:of|in|for|to|with|from|on)\b)")


@dataclass(frozen=True, slots=True)
class Item:
    """Something that was decided: any of the forms must stand, once for each time the text stands in the source.

    A common noun stands in any case and in the plural too, as an office does at the start of a sentence.
    """

    group: str
    text: str
    forms: tuple[str, ...]
    is_common: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """Any of the forms in whole words, the longest first; only a name minds capitals."""
        forms = sorted(self.forms, key=len, reverse=True)
        texts = [_with_plural(form) if self.is_common else re.escape(form) for form in forms]
        if self.group == "quantities":
            # "The third-quarter results" says the third quarter.
            texts = [text.replace(r"\ ", "[ -]") for text in texts]
        flags = re.IGNORECASE if self.is_common or self.group != "names" else 0
        return re.compile(rf"(?<![\w.])(?<!\d,)(?:{'|'.join(texts)})(?!\w|[.,]\d)", flags)


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with its reference; `glossary` is what the program is given by hand for it."""

    id: str
    kind: BlockKind
    source: str
    reference: str
    items: tuple[Item, ...]
    glossary: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures of our English, the raw model's and the references', and the texts; shares are in percent."""

    ours: dict[str, float]
    raw: dict[str, float]
    reference: dict[str, float]
    texts: tuple[str, ...]
    drafts: tuple[str, ...]


class Counting:
    """An engine that counts the sentences it decodes; whatever else it is asked, the real one answers."""

    def __init__(self, engine: Any) -> None:
        self.engine = engine
        self.decodes = 0

    def translate(self, sources: Sequence[str], *others: Any, **named: Any) -> Any:
        self.decodes += len(sources)
        return self.engine.translate(sources, *others, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.engine, name)


def measure(rows: Sequence[Row], models: pipeline.Models) -> Measured:
    """Each row is analyzed as a release of its own; all of them are translated in one batch."""
    # No earlier release may have a say, so the folder of builds is one that never exists.
    settings = config.load(start=ROOT)
    settings = replace(settings, build=replace(settings.build, out="out/no-such-folder"))
    shipped = pipeline.load_vocabulary(settings)
    # The tagger takes a sentence by itself in any case, and many at once much faster.
    sources = [row.source for row in rows]
    entities = dict(zip(sources, models.tag(sources), strict=True))
    blocks: list[Block] = []
    for number, row in enumerate(rows, start=1):
        alone = Document("row", Locale.ZH_HANS, (Block(row.kind, (Segment(f"p{number}.s1", row.source),)),))
        vocabulary = replace(shipped, by_hand=(row.glossary,))
        blocks += pipeline.analyze(
            alone, vocabulary, settings, tag=lambda texts: [entities[text] for text in texts]
        ).blocks
    document = Document("rows", Locale.ZH_HANS, tuple(blocks))
    engine = Counting(models.engine)
    edition = translate(document, engine)
    targets = [edition.targets[segment.id] for segment in document.segments()]
    texts = tuple(target.text for target in targets)
    drafts = tuple(hypothesis.text for hypothesis in pipeline.open_engine(RAW).translate(sources))
    references = tuple(row.reference for row in rows)
    fallen = {note.segment_id for note in edition.notes if note.kind == "fallback"}
    road = {"no_fallback": 100 - 100 * len(fallen) / len(rows), "decodes": engine.decodes / len(rows)}
    return Measured(
        {**quality(texts, references), **shares(rows, texts), **road},
        {**quality(drafts, references), **shares(rows, drafts)},
        shares(rows, references),
        texts,
        drafts,
    )


def quality(texts: Sequence[str], references: Sequence[str]) -> dict[str, float]:
    import sacrebleu

    bleu = sacrebleu.corpus_bleu(list(texts), [list(references)])
    chrf = sacrebleu.corpus_chrf(list(texts), [list(references)], word_order=2)
    return {"bleu": float(bleu.score), "chrf": float(chrf.score)}


def shares(rows: Sequence[Row], texts: Sequence[str]) -> dict[str, float]:
    """How many of the terms, names and quantities stand, and how many of all stand exactly as often as they should."""
    total = dict.fromkeys(("terms", "names", "quantities"), 0)
    standing = dict(total)
    exact = 0
    for row, text in zip(rows, texts, strict=True):
        for item, wanted, found in counted(row, text):
            total[item.group] += wanted
            standing[item.group] += min(wanted, found)
            exact += wanted if wanted == found else 0
    result = {group: 100 * standing[group] / max(count, 1) for group, count in total.items()}
    return {**result, "exact": 100 * exact / max(sum(total.values()), 1)}


def counted(row: Row, text: str) -> list[tuple[Item, int, int]]:
    """Each item with how often it should stand and how often it does; longer ones take their words first."""
    wanted = {}
    source = row.source
    for item in sorted(row.items, key=lambda item: -len(item.text)):
        wanted[item] = source.count(item.text)
        source = source.replace(item.text, "\0" * len(item.text))
    found = []
    for item in sorted(row.items, key=lambda item: -max(map(len, item.forms))):
        text, times = item.pattern.subn("\0", text)
        found.append((item, wanted[item], times))
    return found


def _with_plural(form: str) -> str:
    """The plural may be at the end or before the first preposition: workers in new forms of employment."""
    heads = [_plural(part) for part in PREPOSITION.split(form, maxsplit=1)]
    return " ".join(heads)


def _plural(words: str) -> str:
    if words[-1:] == "y":
        return rf"{re.escape(words[:-1])}(?:y|ies)"
    return rf"{re.escape(words)}(?:e?s)?"


def read_corpus(path: Path = CORPUS) -> list[Row]:
    return [_row(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _row(row: dict[str, Any]) -> Row:
    terms = [Item("terms", term["source"], (term["en"],), True) for term in row["terms"]]
    names = [Item("names", name["source"], (name["en"],), name["kind"] == "title") for name in row["names"]]
    quantities = [Item("quantities", quantity["text"], tuple(quantity["accept"])) for quantity in row["quantities"]]
    given = [Term(term["source"], en=term["en"], file="corpus.jsonl", line=1) for term in row["terms"]]
    given += [Term(name["source"], name["kind"], name["en"], file="corpus.jsonl", line=1) for name in row["names"]]
    kind = BlockKind(row.get("kind", "paragraph"))
    return Row(row["id"], kind, row["source"], row["reference"], (*terms, *names, *quantities), tuple(given))
