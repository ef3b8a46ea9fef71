"""Names and places romanized as expected, ours beside pypinyin alone: romanize.py --data FILE.tsv [--json]."""

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

from i18n_news.text.pinyin import spell
from i18n_news.text.romanize import Romanized, romanize_person, romanize_place
from i18n_news.text.romanize_tables import generics


def main() -> None:
    """Rows have the columns hanzi, kind, expected; the kind place is a place, every other kind a person."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="tab-separated file: hanzi, kind, expected, note")
    parser.add_argument("--json", action="store_true", help='end with {"right", "total"} as one JSON object')
    arguments = parser.parse_args()
    with arguments.data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    total = Counter(row["kind"] for row in rows)
    for row in rows:
        found = romanize_place(row["hanzi"]) if row["kind"] == "place" else romanize_person(row["hanzi"])
        if is_right(found, row["expected"]):
            right[row["kind"]] += 1
        else:
            print(f"{row['hanzi']}: {found.text}, expected {row['expected']}")
        plain[row["kind"]] += with_pypinyin(row["hanzi"], row["kind"]) == row["expected"]
    print(f"{'kind':20}{'ours':>8}{'pypinyin':>10}{'total':>8}")
    for kind, count in sorted(total.items()):
        print(f"{kind:20}{right[kind]:8}{plain[kind]:10}{count:8}")
    print(f"{'all':20}{right.total():8}{plain.total():10}{total.total():8}")
    if arguments.json:
        print(json.dumps({"right": right.total(), "total": total.total()}))


def is_right(found: Romanized, expected: str) -> bool:
    """The proper name is compared, each side without its own generic word."""
    return expected == found.text or without_generic(expected) == (found.proper or found.text)


def without_generic(text: str) -> str:
    """The longest English generic word at the end of an expected form is no part of the name."""
    ends = [word.en for word in generics().values() if text.endswith(f" {word.en}")]
    return text.removesuffix(max(ends, key=len)).strip() if ends else text


def with_pypinyin(hanzi: str, kind: str) -> str:
    """What pypinyin gives without our tables, with ISO 7098's apostrophe and the first character as the surname."""
    from pypinyin import lazy_pinyin

    if kind == "place":
        return spell(lazy_pinyin(hanzi, v_to_u=True))
    return f"{spell(lazy_pinyin(hanzi[:1], v_to_u=True))} {spell(lazy_pinyin(hanzi[1:], v_to_u=True))}"


if __name__ == "__main__":
    main()
