"""How long each form takes out and in again, and how much of a glossary comes back.

Usage: python benchmarks/exchange.py [--entries N] [--json]
The entries are made by rule; each form runs in a process of its own, so that its memory is its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from i18n_news.glossary.exchange import exported, read
from i18n_news.glossary.terms import KINDS, Term

FORMS = {
    "tsv": "x.tsv",
    "csv": "x.csv",
    "xlsx": "x.xlsx",
    "tbx2": "x.tbx",
    "tbx3": "x.tbx",
    "omegat": "x.txt",
}
LIMIT = 20.0
_PLACES = "青岚云汀望江石桥柳湾松坡梅溪竹海"
_THINGS = ("开发区", "产业园", "服务中心", "行动计划", "联络线", "码头")
_ENGLISH = ("Development Zone", "Industrial Park", "Service Center", "Action Plan", "Link Line", "Wharf")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    parser.add_argument("--form", choices=FORMS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.form:
        print(json.dumps(measure(arguments.form, arguments.entries)))
        return
    result = {form: _apart(form, arguments.entries) for form in FORMS}
    print(f"{arguments.entries:,} entries; the limit is {LIMIT:g} s each way")
    print(f"{'form':8}{'MB':>8}{'out s':>8}{'in s':>8}{'peak MB':>9}{'equal':>9}{'remarks':>9}")
    for form, row in result.items():
        times = f"{row['out']:8.1f}{row['in']:8.1f}"
        print(f"{form:8}{row['size']:8.1f}{times}{row['peak']:9.0f}{row['equal']:9.0f}{row['remarks']:9.0f}")
    if arguments.json:
        print(json.dumps(result))


def measure(form: str, count: int) -> dict[str, float]:
    """Megabytes, seconds of the process out and in, and how many entries came back equal."""
    terms = [entry(number) for number in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FORMS[form]
        start = time.process_time()
        data, said = exported(terms, path, form)
        path.write_bytes(data)
        out = time.process_time() - start
        size = len(data) / 1e6
        del data
        start = time.process_time()
        reading = read(path)
        back = time.process_time() - start
    found = {term.source: term for term in reading.terms}
    return {
        "size": size,
        "out": out,
        "in": back,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        "equal": sum(found.get(term.source) == term for term in terms),
        "remarks": len(said) + len(reading.remarks),
    }


def entry(number: int) -> Term:
    """An entry like those of an office: most columns filled in, some with what forms stumble over."""
    place, thing = _PLACES[number % 8 * 2 :][:2], number // 8 % 6
    name = f"{place}{number // 48}号"
    english = f"No. {number // 48} {('Qing', 'Yun', 'Wang', 'Shi', 'Liu', 'Song', 'Mei', 'Zhu')[number % 8]}"
    return Term(
        f"{name}{_THINGS[thing]}",
        kind=KINDS[number % len(KINDS)],
        en=f"{english} {_ENGLISH[thing]}" + (" <A & B>" if number % 50 == 0 else ""),
        en_short=_ENGLISH[thing] if number % 3 == 0 else "",
        zh_hant_tw=f"{name}{_THINGS[thing]}" if number % 2 else "",
        avoid=(f"{_ENGLISH[thing]} {number}", "=SUM(A1)") if number % 4 == 0 else (),
        status="approved" if number % 3 else "draft",
        valid_from=date(2020, 1, 1 + number % 28) if number % 10 == 0 else date.min,
        decided_by="Desk 2" if number % 5 == 0 else "",
        decided_on=date(2024, 1 + number % 12, 1) if number % 5 == 0 else date.min,
        origin="Handbook of the office, page " + str(number % 900),
        note='said of the "whole" park' if number % 6 == 0 else "",
    )


def _apart(form: str, count: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--form", form, "--entries", str(count)]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    row: dict[str, float] = json.loads(shown.stdout)
    return row


if __name__ == "__main__":
    main()
