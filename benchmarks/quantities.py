"""How many quantities of a file of cases are found and put into accepted English, and how many others were touched."""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from i18n_news.text.quantities import Quantity, find_quantities
from i18n_news.text.quantity_english import render_english


@dataclass(frozen=True, slots=True)
class Outcome:
    """One item of one case: what our spans over its text say in English, and whether that is right."""

    case: str
    text: str
    kind: str
    english: str
    value: str
    is_other: bool
    is_right: bool


def main() -> None:
    """Print a table for people and, with --json, the counts as one object on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="JSON lines in the form of shared/data/quantity_cases.jsonl"
    )
    parser.add_argument("--json", action="store_true", help="print the counts as one JSON object on the last line")
    arguments = parser.parse_args()
    outcomes = [outcome for case in read_cases(arguments.data) for outcome in judge_case(case)]
    print_table(outcomes)
    if arguments.json:
        print(json.dumps(count(outcomes)))


def read_cases(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of a JSON lines file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def judge_case(case: dict[str, Any]) -> Iterator[Outcome]:
    """Items are looked for one after the other, so that a text that occurs twice is judged twice."""
    source, spans, cursor = case["source"], find_quantities(case["source"]), 0
    for item in case["items"]:
        start = source.find(item["text"], cursor)
        start = source.find(item["text"]) if start < 0 else start
        end = cursor = start + len(item["text"])
        over = [span for span in spans if span.start < end and span.end > start]
        english = " ".join(render_english(span) for span in over)
        values = " ".join(span.value for span in over)
        if item["accept"]:
            yield Outcome(
                case["id"], item["text"], item["kind"], english, values, False, is_accepted(english, item["accept"])
            )
        else:
            yield Outcome(case["id"], item["text"], item["kind"], english, values, True, not is_converted(over))


def is_accepted(english: str, accept: list[str]) -> bool:
    """An accepted rendering stands in the text as whole words; 0.3 percent is not in 0.3 percentage points."""
    return any(re.search(rf"(?<![\w.,]){re.escape(form)}(?!\w|[.,]\d)", english, re.IGNORECASE) for form in accept)


def is_converted(spans: list[Quantity]) -> bool:
    """A code is kept as it is written, so only quantities and dates convert."""
    return any(span.kind != "code" for span in spans)


def count(outcomes: list[Outcome]) -> dict[str, int]:
    """Items with something to accept, those accepted, those without, and those touched although nothing may be."""
    items = [outcome for outcome in outcomes if not outcome.is_other]
    others = [outcome for outcome in outcomes if outcome.is_other]
    return {
        "items": len(items),
        "accepted": sum(outcome.is_right for outcome in items),
        "others": len(others),
        "converted_others": sum(not outcome.is_right for outcome in others),
    }


def print_table(outcomes: list[Outcome]) -> None:
    """Right and all by kind, then each miss."""
    right = Counter(outcome.kind for outcome in outcomes if outcome.is_right)
    for kind, total in sorted(Counter(outcome.kind for outcome in outcomes).items()):
        print(f"{kind:<16}{right[kind]:>5} of {total}")
    for outcome in outcomes:
        if not outcome.is_right:
            print(f"miss {outcome.case}: {outcome.text} -> {outcome.english or '(nothing)'}")


if __name__ == "__main__":
    main()
