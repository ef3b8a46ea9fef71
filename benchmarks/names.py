"""Persons found by exact span, ours beside jieba.posseg, with speed and memory: names.py --data FILE.bio [--json].

FILE has lines "character label" (B-PER, I-PER …) separated by a space or a tab, and a blank line after each sentence.
Each sentence is a document of its own; one core.
"""

import argparse
import importlib
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from i18n_news.names.persons import persons
from i18n_news.text.romanize_tables import surnames

Span = tuple[int, int]
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    parser.add_argument("--errors", action="store_true", help="print what was missed or wrong, with a few words around")
    arguments = parser.parse_args()
    # numpy reads these when it is first imported, which the tagger does.
    os.environ.update(dict.fromkeys(THREADS, "1"))
    texts, gold = read_labelled(arguments.data)
    certain, flagged, cost = ours(texts)
    result = {**scores(texts, gold, certain, flagged), **cost}
    beside = jieba_persons(texts)
    result["jieba"] = scores(texts, gold, beside, beside) if beside is not None else None
    if arguments.errors:
        print_errors(texts, gold, certain)
    print(f"{len(texts)} sentences, {sum(map(len, texts))} characters, {sum(map(len, gold))} persons")
    for name, row in (("all", result), ("han", result["han"]), ("jieba", result["jieba"] or {})):
        print(f"{name:8}", "  ".join(f"{k} {v:.3f}" for k, v in row.items() if isinstance(v, float)) or "not installed")
    if arguments.json:
        print(json.dumps(result))


def read_labelled(path: Path) -> tuple[list[str], list[set[Span]]]:
    """The sentences and the half-open spans of their persons; a character may be a blank itself."""
    texts: list[str] = []
    labels: list[list[str]] = []
    is_inside = False
    for line in path.read_text(encoding="utf-8").split("\n"):
        line = line.rstrip("\r")
        if not line.strip():
            is_inside = False
            continue
        if not is_inside:
            texts.append("")
            labels.append([])
            is_inside = True
        cut = max(line.rfind(" "), line.rfind("\t"))
        texts[-1] += line[:cut]
        # A row of several code points is one item of the file; each of them takes its label.
        label = line[cut + 1 :]
        labels[-1] += [label] + [label.replace("B-", "I-")] * (cut - 1)
    return texts, [labelled_persons(row) for row in labels]


def labelled_persons(labels: Sequence[str]) -> set[Span]:
    spans = set()
    start = -1
    for position, label in enumerate([*labels, "O"]):
        if start >= 0 and label not in ("I-PER", "I-nr"):
            spans.add((start, position))
            start = -1
        if label in ("B-PER", "B-nr"):
            start = position
    return spans


def ours(texts: Sequence[str]) -> tuple[list[set[Span]], list[set[Span]], dict[str, float]]:
    """Certain persons, those and the flagged ones, and what they cost: CPU time of tagging in batches and deciding."""
    from i18n_news.models import install, store
    from i18n_news.names.tagger import Tagger

    folder = store.find("lac") or install.install("lac")
    before = memory_mb("VmRSS")
    tagger = Tagger(folder)
    started = time.process_time()
    tagged = tagger.entities(texts)
    found = [persons([text], [entities])[0] for text, entities in zip(texts, tagged, strict=True)]
    seconds = time.process_time() - started
    cost = {"chars_per_second": sum(map(len, texts)) / seconds, "extra_mb": memory_mb("VmHWM") - before}
    certain = [{(match.start, match.end) for match in matches if match.certain} for matches in found]
    return certain, [{(match.start, match.end) for match in matches} for matches in found], cost


def memory_mb(field: str) -> float:
    """VmRSS is what the process holds now, VmHWM the most it held; elsewhere than on Linux the most, on Windows 0."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith(field))
        return int(line.split()[1]) / 1024
    try:
        import resource
    except ImportError:
        return 0.0
    peak = float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peak / 1024**2 if sys.platform == "darwin" else peak / 1024


def scores(
    texts: Sequence[str], gold: Sequence[set[Span]], certain: Sequence[set[Span]], flagged: Sequence[set[Span]]
) -> dict[str, Any]:
    """Precision, recall and F1 of the certain ones, recall with the flagged ones; all persons, then Han-style names."""
    result: dict[str, Any] = score(texts, gold, certain, flagged, lambda name: True)
    result["han"] = score(texts, gold, certain, flagged, is_han_style)
    return result


def score(
    texts: Sequence[str],
    gold: Sequence[set[Span]],
    certain: Sequence[set[Span]],
    flagged: Sequence[set[Span]],
    counts: Callable[[str], bool],
) -> dict[str, float]:
    right = found = wanted = seen = 0
    for text, rows in zip(texts, zip(gold, certain, flagged, strict=True), strict=True):
        true, sure, all_found = ({span for span in row if counts(text[span[0] : span[1]])} for row in rows)
        right += len(true & sure)
        found += len(sure)
        wanted += len(true)
        seen += len(true & all_found)
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": precision, "recall": recall, "f1": f1, "flagged_recall": seen / max(wanted, 1)}


def is_han_style(name: str) -> bool:
    """2 to 4 characters that begin with a surname."""
    entries = (surnames().get(name[:length]) for length in (1, 2))
    return 2 <= len(name) <= 4 and "·" not in name and any(e is not None and e.rank != "doubtful" for e in entries)


def jieba_persons(texts: Sequence[str]) -> list[set[Span]] | None:
    """What jieba.posseg calls nr…, or None where jieba is not installed."""
    try:
        posseg = importlib.import_module("jieba.posseg")
    except ModuleNotFoundError:
        return None
    found = []
    for text in texts:
        spans = set()
        position = 0
        for word, flag in posseg.cut(text):
            if flag.startswith("nr"):
                spans.add((position, position + len(word)))
            position += len(word)
        found.append(spans)
    return found


def print_errors(texts: Sequence[str], gold: Sequence[set[Span]], certain: Sequence[set[Span]]) -> None:
    for text, true, sure in zip(texts, gold, certain, strict=True):
        for name, spans in (("missed", true - sure), ("wrong", sure - true)):
            for start, end in sorted(spans):
                print(f"{name}  {text[max(start - 6, 0) : start]}[{text[start:end]}]{text[end : end + 6]}")


if __name__ == "__main__":
    main()
