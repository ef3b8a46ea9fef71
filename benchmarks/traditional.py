"""How many Taiwan cases come out right: ours against plain OpenCC and, where it is installed, zhconv-rs."""

import argparse
import csv
import importlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from i18n_news.config import Config
from i18n_news.editions.convert import traditional
from i18n_news.editions.overrides import taiwan_overrides
from i18n_news.glossary.terms import load
from i18n_news.model import Block, BlockKind, Document, Locale, Segment, Span, SpanKind
from i18n_news.names.persons import persons
from i18n_news.pipeline import open_models

ROOT = Path(__file__).parents[1]
Convert = Callable[[str], str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="TSV without header: class, source, pattern")
    parser.add_argument("--overrides", type=Path, default=ROOT / "glossaries" / "taiwan.tsv")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    parser.add_argument("--misses", action="store_true", help="print the cases that ours gets wrong")
    arguments = parser.parse_args()

    with arguments.data.open(encoding="utf-8", newline="") as file:
        cases = [tuple(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) == 3]
    converters: dict[str, Convert | None] = {
        "ours": _ours(arguments.overrides),
        "s2tw": _opencc("s2tw"),
        "s2twp": _opencc("s2twp"),
        "zhconv_rs": _zhconv(),
    }
    right = {name: _right(cases, convert) for name, convert in converters.items() if convert}
    totals = Counter(kind for kind, _, _ in cases)

    print("class".ljust(8), *(name.rjust(10) for name in right), "total".rjust(10))
    for kind, total in totals.items():
        print(kind.ljust(8), *(str(counts[kind]).rjust(10) for counts in right.values()), str(total).rjust(10))
    print("all".ljust(8), *(str(counts.total()).rjust(10) for counts in right.values()), str(len(cases)).rjust(10))
    ours = converters["ours"]
    if arguments.misses and ours:
        for kind, source, pattern in cases:
            if not re.search(pattern, ours(source)):
                print(kind, source, ours(source), pattern, sep="\t")
    if arguments.json:
        figures: dict[str, int | None] = dict.fromkeys(converters)
        figures |= {name: counts.total() for name, counts in right.items()}
        print(json.dumps({**figures, "total": len(cases)}))


def _right(cases: Iterable[tuple[str, ...]], convert: Convert) -> Counter[str]:
    return Counter(kind for kind, source, pattern in cases if re.search(pattern, convert(source)))


def _ours(path: Path) -> Convert:
    people = _persons()
    overrides = taiwan_overrides(load(path))

    def convert(source: str) -> str:
        segment = Segment("p1.s1", source).with_spans(people(source))
        document = Document("case", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (segment,)),))
        return traditional(document, Locale.ZH_HANT_TW, overrides).targets["p1.s1"].text

    return convert


def _persons() -> Callable[[str], Iterable[Span]]:
    """The persons that a build would decide: the cases bring no names of their own."""
    tag = open_models(Config(), english=False).tag

    def found(source: str) -> Iterable[Span]:
        (matches,) = persons([source], tag([source]))
        return (Span(match.start, match.end, SpanKind.PERSON) for match in matches if match.certain)

    return found


def _opencc(name: str) -> Convert:
    import opencc

    return opencc.OpenCC(name, include_tofu_risk_dictionaries=False).convert


def _zhconv() -> Convert | None:
    try:
        zhconv = importlib.import_module("zhconv_rs")
    except ModuleNotFoundError:
        return None
    return lambda source: str(zhconv.zhconv(source, "zh-tw"))


if __name__ == "__main__":
    main()
