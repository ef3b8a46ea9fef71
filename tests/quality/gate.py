"""The quality gate: what the corpus measures may not fall below the floors, and no floor falls without a reason.

Usage: python -m tests.quality.gate [--update [--reason "..."]] [--sample N]
Without --update the exit code is 1 when a figure is below its floor or the corpus is not the one of the floors.
"""

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from i18n_news.config import Config
from i18n_news.errors import NewsError
from i18n_news.files import write_atomic
from i18n_news.pipeline import open_models
from tests.quality.measure import CORPUS, Measured, measure, read_corpus

FLOORS = Path(__file__).with_name("floors.json")
COMMAND = "python -m tests.quality.gate --update"
# Of these less is better, so that their floor is a ceiling.
COSTS = frozenset({"decodes"})


@dataclass(frozen=True, slots=True)
class Floors:
    """What was reached once. `epsilon` is by how much a figure may differ between machines without being worse."""

    corpus_digest: str
    epsilon: Mapping[str, float]
    floors: Mapping[str, float]
    history: tuple[Mapping[str, Any], ...] = ()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--reason", default="", help="why a floor is lowered; it is kept in the history")
    parser.add_argument("--sample", type=int, default=0, help="print N sentences for reading")
    given = parser.parse_args(arguments)
    measured = measure(rows := read_corpus(), open_models(Config()))
    print(table(measured))
    for number in sorted(random.Random(0).sample(range(len(rows)), min(given.sample, len(rows)))):
        row = rows[number]
        print(f"\n{row.id}: {row.source}\n  raw  {measured.drafts[number]}")
        print(f"  ours {measured.texts[number]}\n  ref  {row.reference}")
    floors, now = load(FLOORS), digest(CORPUS)
    if not given.update:
        print(*(faults := found_faults(floors, measured.ours, now)), sep="\n")
        return int(bool(faults))
    try:
        save(FLOORS, updated(floors, measured.ours, now, date.today(), given.reason))
    except NewsError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def table(measured: Measured) -> str:
    kinds = {"raw": measured.raw, "ours": measured.ours, "reference": measured.reference}
    lines = (
        f"{name:10}" + "  ".join(f"{figure} {value:.2f}" for figure, value in figures.items())
        for name, figures in kinds.items()
    )
    return "\n".join(lines)


def digest(path: Path) -> str:
    """The SHA-256 of the file's lines, the same for LF and CRLF, which git may write on Windows."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def found_faults(floors: Floors, measured: Mapping[str, float], corpus_digest: str) -> list[str]:
    """One line a fault that says what to do; none means that the gate is open."""
    if corpus_digest != floors.corpus_digest:
        return [f"corpus.jsonl is not the corpus that the floors were measured on; measure it: {COMMAND}"]
    if odd := set(measured) ^ set(floors.floors):
        return [f"the floors and the figures differ in {', '.join(sorted(odd))}; measure again: {COMMAND}"]
    return [
        f"{figure} is {measured[figure]:.2f}, {'above' if figure in COSTS else 'below'} the {floor:.2f} reached; "
        f'mend it, or say why: {COMMAND} --reason "..."'
        for figure, floor in floors.floors.items()
        if is_worse(figure, measured[figure], floor, floors.epsilon.get(figure, 0.0))
    ]


def updated(floors: Floors, measured: Mapping[str, float], corpus_digest: str, day: date, reason: str = "") -> Floors:
    """Floors raised to what is measured, and lowered only with a reason; NewsError when one would fall without.

    A figure that is worse by no more than its epsilon keeps its floor, and needs no reason.
    """
    history = list(floors.history)
    values = {}
    refused = []
    for figure, value in measured.items():
        new = round(value, 2)
        old = floors.floors.get(figure)
        if old is not None and is_worse(figure, value, old, floors.epsilon.get(figure, 0.0)):
            refused.append(f"{figure} {old:.2f} to {new:.2f}")
        elif old is not None and not is_worse(figure, old, new, 0.0):
            new = old
        values[figure] = new
        if new != old:
            history.append(_entry(day, figure, old, new, reason or "measured"))
    if gone := [figure for figure in floors.floors if figure not in measured]:
        refused += [f"{figure} is no longer measured" for figure in gone]
        history += [_entry(day, figure, floors.floors[figure], None, reason) for figure in gone]
    if refused and not reason.strip():
        raise NewsError(f'no floor is lowered without a reason: {"; ".join(refused)}; say why with --reason "..."')
    if corpus_digest != floors.corpus_digest:
        changed = floors.corpus_digest[:12], corpus_digest[:12]
        history.append(_entry(day, "corpus_digest", *changed, reason or "measured"))
    return replace(floors, corpus_digest=corpus_digest, floors=values, history=tuple(history))


def is_worse(figure: str, value: float, floor: float, epsilon: float) -> bool:
    """Whether the value is beyond the floor by more than epsilon, on the wrong side of it."""
    # Floors are rounded to two digits, so half of the last one is no difference.
    behind = value - floor if figure in COSTS else floor - value
    return behind > epsilon + 0.005


def _entry(day: date, figure: str, old: Any, new: Any, reason: str) -> dict[str, Any]:
    return {"date": day.isoformat(), "figure": figure, "from": old, "to": new, "reason": reason.strip()}


def load(path: Path) -> Floors:
    content = json.loads(path.read_text(encoding="utf-8"))
    return Floors(content["corpus_digest"], content["epsilon"], content["floors"], tuple(content["history"]))


def save(path: Path, floors: Floors) -> None:
    content = {
        "corpus_digest": floors.corpus_digest,
        "epsilon": floors.epsilon,
        "floors": floors.floors,
        "history": floors.history,
    }
    write_atomic(path, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))


if __name__ == "__main__":
    sys.exit(main())
