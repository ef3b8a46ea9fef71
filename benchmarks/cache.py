"""What the cache saves a second build and costs the first: `cache.py [FILE] [--times N] [--json]`.

Each build is made in a process of its own, models loaded and libraries imported within the time: without a cache, then
into an empty database, then again from it; the medians of --times rounds. FILE is a release, by default a sample.
"""

import argparse
import json
import multiprocessing
import shutil
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "samples" / "taiwan-park-visit.md"
KINDS = ("without", "first", "second")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of a build, by the clock and of the processors, and how many sentences the release has."""

    wall: float
    cpu: float
    sentences: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--times", type=int, default=3, help="rounds, of which the medians count")
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    arguments = parser.parse_args()
    costs: dict[str, list[Cost]] = {kind: [] for kind in KINDS}
    for _ in range(arguments.times):
        folder = Path(tempfile.mkdtemp())
        try:
            for kind in KINDS:
                costs[kind].append(_alone(arguments.file, folder, kind))
            answers, size, database = _sizes(folder / "i18n-news.db")
        finally:
            shutil.rmtree(folder)
    wall = {kind: statistics.median(cost.wall for cost in costs[kind]) for kind in KINDS}
    cpu = {kind: statistics.median(cost.cpu for cost in costs[kind]) for kind in KINDS}
    print("build".ljust(10), "wall s".rjust(8), "CPU s".rjust(8))
    for kind in KINDS:
        print(kind.ljust(10), f"{wall[kind]:8.2f}", f"{cpu[kind]:8.2f}")
    sentences = costs["first"][0].sentences
    result = {
        "second_to_first_wall": wall["second"] / wall["first"],
        "second_to_first_cpu": cpu["second"] / cpu["first"],
        "first_to_without_cpu": cpu["first"] / cpu["without"],
        "sentences": sentences,
        "answers": answers,
        "answer_bytes": size,
        "mb_per_1000_sentences": database / sentences / 1000,
    }
    for name, value in result.items():
        print(f"{name:24} {value:8.3f}" if isinstance(value, float) else f"{name:24} {value:8}")
    if arguments.json:
        print(json.dumps(result))


def _alone(file: Path, folder: Path, kind: str) -> Cost:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_build, (file, folder, kind))


def _build(file: Path, folder: Path, kind: str) -> Cost:
    from i18n_news import config, pipeline

    settings = config.changed(config.load(start=ROOT), {"out": folder / kind})
    memory = config.MemoryConfig("" if kind == "without" else str(folder / "i18n-news.db"))
    wall, cpu = time.perf_counter(), time.process_time()
    built = pipeline.build_file(file, replace(settings, memory=memory))
    return Cost(time.perf_counter() - wall, time.process_time() - cpu, len(list(built.document.segments())))


def _sizes(database: Path) -> tuple[int, int, int]:
    """How many answers there are, their bytes and those of the whole file."""
    with closing(sqlite3.connect(database)) as connection:
        answers, size = connection.execute("SELECT COUNT(*), SUM(size) FROM engine_answers").fetchone()
    return int(answers), int(size), database.stat().st_size


if __name__ == "__main__":
    main()
