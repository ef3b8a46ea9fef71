"""How far the confidence of a translation can be believed, and which dropped clauses are found.

Usage: python benchmarks/confidence.py --data FILE.jsonl [--fit] [--sample N] [--json]   ({source, reference} a line)
Quality is sentence chrF2++ against the reference, a sentence is good from 45 on. The constants of
i18n_news/translate/confidence.py were fitted with --fit on the "fitting" half of mt/dev.jsonl; "held-out" is the other.
Cut sentences are those whose English was decoded from a source without one clause: there the clause must be missed.
"""

import argparse
import json
import random
import re
import zlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from i18n_news import pipeline
from i18n_news.config import Config
from i18n_news.model import Block, BlockKind, Document, Locale, Segment
from i18n_news.translate.candidates import Candidate, drafted
from i18n_news.translate.confidence import SCORED, Evidence, Weights, evidence, expected
from i18n_news.translate.coverage import CLAUSE, Clause, dropped, suspect
from i18n_news.translate.engine import Engine, Hypothesis
from i18n_news.translate.looks import looks
from i18n_news.translate.stage import translate

GOOD = 45.0
NOTHING = pipeline.Vocabulary((), (), {})
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One text with what is known of it, and how near it is to the reference."""

    source: str
    text: str
    evidence: Evidence
    quality: float
    reported: tuple[str, ...]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A clause that was taken out before decoding: whether it was suspected, and whether it was reported."""

    clause: str
    is_suspect: bool
    is_reported: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--fit", action="store_true", help="fit the constants on the fitting half, use and print them")
    parser.add_argument("--sample", type=int, default=0, help="print N of the reports on whole sentences, for reading")
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.data.read_text(encoding="utf-8").splitlines() if line.strip()]
    pairs = [(str(row["source"]), str(row["reference"])) for row in rows]
    engine = pipeline.open_engine(Config())
    whole = whole_cases(pairs, pipeline.open_models(Config(), english=False), engine)
    cut, cuts = cut_cases(pairs, engine)
    weights = SCORED
    if arguments.fit:
        fitting = [case for case in (*whole, *cut) if _is_fitting(case.source)]
        weights = fitted(fitting)
        print("SCORED  ", weights)
        print("UNSCORED", fitted([replace(case, evidence=replace(case.evidence, score=0.0)) for case in fitting]))
    result: dict[str, dict[str, float]] = {}
    for name, is_fitting in (("fitting", True), ("held-out", False)):
        own = [case for case in whole if _is_fitting(case.source) == is_fitting]
        result[name] = report(own, weights)
        result[f"{name}, with cut"] = report([*own, *(c for c in cut if _is_fitting(c.source) == is_fitting)], weights)
    result["cut clauses"] = {
        "count": float(len(cuts)),
        "suspected": 100 * sum(each.is_suspect for each in cuts) / max(len(cuts), 1),
        "reported": 100 * sum(each.is_reported for each in cuts) / max(len(cuts), 1),
        "reported_in_whole": float(sum(len(case.reported) for case in whole)),
    }
    for name, figures in result.items():
        print(f"{name:20}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    reliability([case for case in whole if not _is_fitting(case.source)], weights)
    alarms = [case for case in whole if case.reported]
    for case in random.Random(0).sample(alarms, min(arguments.sample, len(alarms))):
        print(f"\n{' / '.join(case.reported)}\n  {case.source}\n  {case.text}")
    if arguments.json:
        print(json.dumps(result))


def whole_cases(pairs: Sequence[tuple[str, str]], models: pipeline.Models, engine: Engine) -> list[Case]:
    """Our English of each source, each analyzed as a release of its own, without any glossary."""
    judged: dict[str, tuple[Candidate, Sequence[Clause]]] = {}

    def judge(candidate: Candidate, clauses: Sequence[Clause]) -> float:
        judged[candidate.segment.id] = (candidate, clauses)
        return 0.0

    blocks: list[Block] = []
    for number, (source, _) in enumerate(pairs, start=1):
        alone = Document("row", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (Segment(f"p{number}.s1", source),)),))
        blocks += pipeline.analyze(alone, NOTHING, Config(), tag=models.tag).blocks
    edition = translate(Document("rows", Locale.ZH_HANS, tuple(blocks)), engine, judge=judge)
    cases = []
    for number, (source, reference) in enumerate(pairs, start=1):
        if found := judged.get(f"p{number}.s1"):
            text = edition.targets[f"p{number}.s1"].text
            core = found[0].segment.source
            reported = tuple(core[clause.start : clause.end] for clause in found[1])
            cases.append(Case(source, text, evidence(*found), quality(text, reference), reported))
    return cases


def cut_cases(pairs: Sequence[tuple[str, str]], engine: Engine) -> tuple[list[Case], list[Cut]]:
    """For every other source of several clauses, the English of the source without one of them.

    Where the engine would have looked is found by making it write that English for the whole source. It looks at the
    missing clause more than an engine that forgets it by itself: the share suspected is a lower bound.
    """
    chosen: list[tuple[str, str, Clause]] = []
    for source, reference in pairs[::2]:
        clauses = [Clause(*match.span()) for match in CLAUSE.finditer(source)]
        worth = [each for each in clauses if len(re.findall(r"[一-鿿]", source[each.start : each.end])) >= 4]
        if len(clauses) > 1 and worth:
            chosen.append((source, reference, random.Random(source).choice(worth)))
    texts = engine.translate([_without(source, clause) for source, _, clause in chosen])
    forced = engine.translate([source for source, *_ in chosen], [text.text for text in texts])
    candidates = [
        _cut_candidate(f"p{number}.s1", source, text, again)
        for number, ((source, *_), text, again) in enumerate(zip(chosen, texts, forced, strict=True))
    ]
    found = dropped(engine, candidates)
    cases, cuts = [], []
    for (source, reference, clause), candidate in zip(chosen, candidates, strict=True):
        unsaid = found.get(candidate.segment.id, ())
        reported = tuple(source[each.start : each.end] for each in unsaid)
        given = evidence(candidate, unsaid)
        cases.append(Case(source, candidate.text, given, quality(candidate.text, reference), reported, is_cut=True))
        is_reported = any(each.start <= clause.start and clause.end <= each.end for each in unsaid)
        cuts.append(Cut(source[clause.start : clause.end], clause in suspect(candidate), is_reported))
    return cases, cuts


def _cut_candidate(name: str, source: str, text: Hypothesis, again: Hypothesis) -> Candidate:
    attention = again.attention
    own = [row for row, (_, end) in zip(attention.weights, attention.target, strict=True) if end <= len(text.text)]
    looked = looks(replace(attention, weights=tuple(own)), source, source)
    return replace(drafted(Segment(name, source), text), looked=looked)


def _without(source: str, clause: Clause) -> str:
    """The source without the clause and one of its marks, still with its own end."""
    left = source[: clause.start] + source[clause.end + 1 :]
    is_end = source[-1:] in "。！？" and left[-1:] not in "。！？"
    return left.rstrip("，、；：") + source[-1] if is_end else left


def quality(text: str, reference: str) -> float:
    import sacrebleu

    return float(sacrebleu.sentence_chrf(text, [reference], word_order=2).score)


def report(cases: Sequence[Case], weights: Weights) -> dict[str, float]:
    """Ours beside the model's score alone."""
    qualities = np.array([case.quality for case in cases])
    good = qualities >= GOOD
    ours = np.array([expected(case.evidence, weights) for case in cases])
    model = np.array([case.evidence.score for case in cases])
    return {
        "count": float(len(cases)),
        "good": float(good.mean()),
        "spearman": spearman(ours, qualities),
        "spearman_model": spearman(model, qualities),
        "auc": auc(ours, good),
        "auc_model": auc(model, good),
        "calibration_error": calibration_error(ours, good),
    }


def reliability(cases: Sequence[Case], weights: Weights) -> None:
    """Prints, for each fifth of the cases by expectation, what was expected and what came."""
    ranked = sorted(cases, key=lambda case: expected(case.evidence, weights))
    print("\nheld-out, from the least to the most expected: expected, good, mean chrF2++")
    for part in np.array_split(np.arange(len(ranked)), 5):
        some = [ranked[number] for number in part]
        wanted = np.mean([expected(case.evidence, weights) for case in some])
        came = np.mean([case.quality >= GOOD for case in some])
        print(f"  {wanted:.2f}  {came:.2f}  {np.mean([case.quality for case in some]):.1f}")


def spearman(one: Vector, other: Vector) -> float:
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Vector) -> Vector:
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[places]


def auc(values: Vector, good: NDArray[np.bool_]) -> float:
    """How often a good one has the higher value, of all pairs of a good and another one."""
    ranks, count = _ranks(values), int(good.sum())
    return float((ranks[good].sum() - count * (count + 1) / 2) / (count * (len(values) - count)))


def calibration_error(values: Vector, good: NDArray[np.bool_], parts: int = 10) -> float:
    """The mean distance between what was expected and what came, over equal parts by expectation."""
    order = np.array_split(np.argsort(values, kind="stable"), parts)
    return float(sum(len(part) * abs(values[part].mean() - good[part].mean()) for part in order) / len(values))


def fitted(cases: Sequence[Case]) -> Weights:
    """A logistic regression by Newton's method with a slight ridge."""
    rows = np.array([(1.0, *astuple(case.evidence)) for case in cases])
    good = np.array([case.quality >= GOOD for case in cases], dtype=float)
    ridge = np.diag([0.0, *[0.5] * (rows.shape[1] - 1)])
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chances - good) + ridge @ weights
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + ridge + 1e-9 * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return Weights(*(round(float(weight), 2) for weight in weights))


def _is_fitting(source: str) -> bool:
    return zlib.crc32(source.encode()) % 2 == 0


if __name__ == "__main__":
    main()
