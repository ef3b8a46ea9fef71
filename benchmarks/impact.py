"""What the impact of one changed entry costs in a workspace of many releases, without and with the touched sentences.

Usage: python benchmarks/impact.py [--releases N] [--data FILE.jsonl] [--engine] [--json]   ({source} a line)
The releases are made of the sentences of the data, in another order each. Their English is that of a stand-in, which
costs nothing; with --engine the touched sentences are then translated by the real one, and their time is told apart.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from i18n_news import pipeline
from i18n_news.config import BuildConfig, Config
from i18n_news.files import defaults_dir
from i18n_news.glossary import terms
from i18n_news.impact.apply import apply
from i18n_news.impact.sides import read_sides
from i18n_news.impact.stage import assess
from i18n_news.impact.values import Impact
from i18n_news.translate.engine import Engine, Hypothesis, Scored

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "quality" / "corpus.jsonl"
SENTENCES = 12
Answer = TypeVar("Answer")
# One entry that few releases hold, one that many hold, one that none holds.
CHANGED = ("rare", "common", "absent")


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of wall clock and of processor, of everything but the engine; the engine's apart."""

    entry: str
    releases: int
    touched: int
    wall: float
    cpu: float
    engine: float


class StandIn:
    """An engine that costs nothing and loses everything, so that each form is placed by the stages alone."""

    id = "stand-in"

    def translate(self, sources: Sequence[str], starts: Sequence[str] = ()) -> list[Hypothesis]:
        return [Hypothesis("It says so.", -0.5) for _ in sources]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Scored]:
        return [Scored() for _ in pairs]


class Timed:
    """The engine within, with the seconds that its answers took."""

    def __init__(self, engine: Any) -> None:
        self.id = "stand-in"
        self.seconds = 0.0
        self._engine: Engine = engine

    def translate(self, sources: Sequence[str], starts: Sequence[str] = ()) -> list[Hypothesis]:
        return self._timed(lambda: self._engine.translate(sources, starts))

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Scored]:
        return self._timed(lambda: self._engine.score(pairs))

    def _timed(self, ask: Callable[[], Answer]) -> Answer:
        start = time.perf_counter()
        answer = ask()
        self.seconds += time.perf_counter() - start
        return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=50)
    parser.add_argument("--data", type=Path, default=CORPUS)
    parser.add_argument("--engine", action="store_true", help="translate the touched sentences with the real engine")
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    arguments = parser.parse_args()
    lines = arguments.data.read_text(encoding="utf-8").splitlines()
    sources = list(dict.fromkeys(json.loads(line)["source"] for line in lines))
    with tempfile.TemporaryDirectory() as folder:
        config = _workspace(Path(folder), sources, arguments.releases)
        tag = pipeline.open_models(config, english=False).tag
        engine = pipeline.open_engine(config) if arguments.engine else StandIn()
        rows = []
        for kind, source in zip(CHANGED, _entries(config, arguments.releases), strict=True):
            row = _measure(config, kind, source, tag, engine)
            print(
                f"{row.entry:8} {source:14} {row.touched:4} of {row.releases} releases: {row.wall:6.2f} s wall, "
                f"{row.cpu:6.2f} s cpu, and {row.engine:6.2f} s of the engine"
            )
            rows.append(row)
        _exact(config, tag)
    if arguments.json:
        print(json.dumps({row.entry: {"wall": row.wall, "cpu": row.cpu, "engine": row.engine} for row in rows}))


def _workspace(folder: Path, sources: Sequence[str], count: int) -> Config:
    """A workspace with the packaged glossaries and so many built releases."""
    for path in defaults_dir("glossaries").glob("*.tsv"):
        terms.save(folder / "glossaries" / path.name, terms.load(path))
    build = BuildConfig(editions=("zh-Hans", "en", "zh-Hant-TW"), formats=("md",))
    config = Config(folder=folder, build=build, glossary=replace(Config().glossary, drafts=True))
    models = pipeline.Models(StandIn(), pipeline.open_models(config, english=False).tag)
    chance = random.Random(1)
    for number in range(count):
        text = "\n\n".join(chance.sample(list(sources), min(SENTENCES, len(sources))))
        file = folder / f"release-{number:02}.md"
        file.write_text(f"---\ndate: 2026-09-{1 + number % 28:02}\n---\n# 第{number}期\n\n{text}\n", encoding="utf-8")
        pipeline.build_file(file, config, models=models)
    return config


def _entries(config: Config, count: int) -> tuple[str, str, str]:
    """A source that binds in few of the releases, one that binds in the most, and one that binds in none."""
    texts = [path.read_text(encoding="utf-8") for path in config.path("out").glob("*/release.json")]
    uses = {}
    for term in terms.load(config.path("glossaries/political.tsv")):
        if term.en:
            uses[term.source] = sum(term.source in text for text in texts)
    return (
        min((source for source in uses if uses[source] > 1), key=lambda source: uses[source]),
        max(uses, key=lambda source: uses[source]),
        next(source for source in uses if not uses[source]),
    )


def _measure(config: Config, kind: str, source: str, tag: Any, engine: Any) -> Measured:
    timed = Timed(engine)
    with Changed(config, source) as new:
        wall, cpu = time.perf_counter(), time.process_time()
        impact = _assessed(config, new, tag, timed)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return Measured(kind, impact.looked_at, len(impact.releases), wall - timed.seconds, cpu, timed.seconds)


def _assessed(config: Config, new: Path, tag: Any, engine: Any) -> Impact:
    sides = read_sides(config, str(config.path("glossaries/political.tsv")), str(new))
    return assess(sides, config, tag=lambda: tag, models=lambda: pipeline.Models(engine, tag))


class Changed:
    """A copy of political.tsv in which one entry says something else, in a folder of its own."""

    def __init__(self, config: Config, source: str) -> None:
        self._path = config.folder / "new" / "political.tsv"
        rows = terms.load(config.path("glossaries/political.tsv"))
        self._rows = [
            replace(term, en=f"new {term.en}", en_short="") if term.source == source else term for term in rows
        ]

    def __enter__(self) -> Path:
        terms.save(self._path, self._rows)
        return self._path

    def __exit__(self, *_: object) -> None:
        self._path.unlink()


def _exact(config: Config, tag: Any) -> None:
    """Apply one change and compare every release.json before and after."""
    source = _entries(config, 0)[1]
    before = {path: path.read_bytes() for path in sorted(config.path("out").glob("*/release.json"))}
    old = config.path("glossaries/political.tsv")
    kept = config.folder / "old" / "political.tsv"
    terms.save(kept, terms.load(old))
    with Changed(config, source) as new:
        old.write_bytes(new.read_bytes())
    sides = read_sides(config, str(kept), str(old))
    impact = assess(sides, config, tag=lambda: tag, models=lambda: pipeline.Models(StandIn(), tag))
    start = time.perf_counter()
    apply(impact, config)
    seconds = time.perf_counter() - start
    announced = {
        (release.folder.name, sentence.after.id, rewording.locale.value)
        for release in impact.releases
        for sentence in release.sentences
        for rewording in sentence.rewordings
    }
    found = set()
    for path, data in before.items():
        texts = [_texts(content) for content in (data, path.read_bytes())]
        found |= {(path.parent.name, *place) for place in texts[0] if texts[0][place] != texts[1].get(place)}
    verdict = "exactly those that were announced" if found == announced else f"WRONG: {sorted(found ^ announced)}"
    print(f"apply: {seconds:.2f} s; {len(found)} sentences of {len(before)} release.json changed, {verdict}")


def _texts(data: bytes) -> dict[tuple[str, str], str]:
    editions = json.loads(data)["editions"]
    return {(t["segment"], locale): t["text"] for locale, edition in editions.items() for t in edition["targets"]}


if __name__ == "__main__":
    main()
