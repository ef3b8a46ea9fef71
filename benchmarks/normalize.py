"""How many normalization cases come out as expected: `python benchmarks/normalize.py --data FILE.json [--json]`."""

import argparse
import json
from pathlib import Path

from i18n_news.formats.text import parse
from i18n_news.text.paragraphs import repair, to_text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a JSON list of {id, input, expected, rule}")
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    options = parser.parse_args()
    cases = json.loads(options.data.read_text(encoding="utf-8"))
    right = 0
    for case in cases:
        result = to_text(repair(parse(case["input"])).blocks)
        is_right = result == case["expected"]
        right += is_right
        print(f"{case['id']!s:>5}  {'right' if is_right else 'WRONG'}  {case.get('rule', '')}")
        if not is_right:
            print(f"       expected {case['expected']!r}\n       but got  {result!r}")
    print(f"{right} of {len(cases)} right")
    if options.json:
        print(json.dumps({"right": right, "total": len(cases)}))


if __name__ == "__main__":
    main()
