"""What share of whole releases comes out right, by file form: `documents.py --data DIR [--folder NAME] [--json]`.

DIR holds folders with source.* (and source_*.*), gold.json and glossary.tsv. Headings and paragraphs count when they
stand in the document in their order; persons when every edition has them; terms and organizations in English and
Taiwan's edition; quantities in English. All in percent.
"""

import argparse
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from i18n_news import pipeline
from i18n_news.config import load
from i18n_news.errors import NewsError
from i18n_news.model import BlockKind, Document, Locale

ROOT = Path(__file__).parents[1]
CATEGORIES = ("headings", "paragraphs", "people", "terms", "quantities", "taiwan")
EDITIONS = (Locale.ZH_HANS, Locale.EN, Locale.ZH_HANT_TW)
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class Score:
    """How many of a category came out right, and which did not."""

    right: int
    total: int
    wrong: tuple[str, ...] = ()

    @property
    def percent(self) -> float:
        return round(100 * self.right / self.total, 1) if self.total else 100.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="a folder of folders with source.* and gold.json")
    parser.add_argument("--folder", action="append", help="only this folder; may be repeated")
    parser.add_argument("--form", action="append", help="only this form, such as md; may be repeated")
    parser.add_argument("--misses", action="store_true", help="print what came out wrong")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    arguments = parser.parse_args()

    # Measured is what this version of the engine says, not what an earlier one said.
    models = pipeline.open_models(load(start=ROOT), cached=False)
    results: dict[str, dict[str, float]] = {}
    print("release".ljust(20), *(name.rjust(12) for name in (*CATEGORIES, "organizations", "forbidden")))
    for folder in sorted(path.parent for path in arguments.data.glob("*/gold.json")):
        if arguments.folder and folder.name not in arguments.folder:
            continue
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        for source in sorted(folder.glob("source*.*")):
            form = _form(source)
            if arguments.form and form not in arguments.form:
                continue
            name = f"{folder.name}/{form}"
            try:
                scores = scored(_built(source, folder / "glossary.tsv", models), gold)
            except NewsError as error:
                print(name.ljust(20), f"unreadable: {error}")
                results[name] = dict.fromkeys(CATEGORIES, 0.0)
                continue
            print(name.ljust(20), *(f"{score.right}/{score.total}".rjust(12) for score in scores.values()))
            if arguments.misses:
                for category, score in scores.items():
                    for what in score.wrong:
                        print(f"    {category}: {what}")
            results[name] = {category: scores[category].percent for category in CATEGORIES}
    if arguments.json:
        print(json.dumps(results, ensure_ascii=False))


def _form(source: Path) -> str:
    """The suffix of source.docx, and broken.txt for source_broken.txt."""
    kind = source.stem.removeprefix("source").lstrip("_")
    return f"{kind}{source.suffix}".lstrip(".")


def _built(source: Path, glossary: Path, models: pipeline.Models) -> Document:
    config = load(start=ROOT)
    with tempfile.TemporaryDirectory() as out:
        build = replace(config.build, out=out, editions=EDITIONS, formats=("md",))
        by_hand = [glossary] if glossary.is_file() else []
        return pipeline.build_file(source, replace(config, build=build), by_hand=by_hand, models=models).document


def scored(document: Document, gold: dict[str, Any]) -> dict[str, Score]:
    """Every category of the gold, then organizations and what the English must not contain."""
    heads = [block.source for block in document.blocks if block.kind.is_heading]
    bodies = [
        block.source for block in document.blocks if not block.kind.is_heading and block.kind is not BlockKind.TABLE_ROW
    ]
    hans, english, taiwan = (_text(document, locale) for locale in EDITIONS)
    return {
        "headings": _in_order(gold["headings"], heads),
        "paragraphs": _in_order(gold["paragraphs"], bodies),
        "people": _all_of(_people(gold, hans, english, taiwan)),
        "terms": _all_of(
            (term["en"], _is_said(term["en"], english) and term.get("zh_hant", "") in taiwan) for term in gold["terms"]
        ),
        "quantities": _all_of(
            (item["text"], any(_stands(form, english) for form in item["accept"])) for item in gold["quantities"]
        ),
        "taiwan": _all_of(_taiwan(gold["taiwan"], taiwan)),
        "organizations": _all_of(
            (body["en"], body["en"] in english and body.get("zh_hant", "") in taiwan)
            for body in gold.get("organizations", ())
        ),
        "forbidden": _all_of((text, not _forbidden(text, english)) for text in gold["english_must_not_contain"]),
    }


def _text(document: Document, locale: Locale) -> str:
    targets = document.editions[locale].targets
    lines = (
        (" " if locale is Locale.EN else "").join(
            targets[segment.id].text for segment in block.segments if segment.id in targets
        )
        for block in document.blocks
    )
    return "\n".join(lines)


def _in_order(wanted: Sequence[str], found: Sequence[str]) -> Score:
    """How many of the wanted texts are found letter by letter in their order; a text too many counts as a wrong one."""
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    right = {place for block in matcher.get_matching_blocks() for place in range(block.a, block.a + block.size)}
    missed = tuple(text for place, text in enumerate(wanted) if place not in right)
    extra = tuple(f"not in the gold: {text}" for text in found if text not in wanted)
    return Score(len(right), max(len(wanted), len(found)), missed + extra)


def _people(gold: dict[str, Any], hans: str, english: str, taiwan: str) -> Iterator[tuple[str, bool]]:
    for person in (*gold["people"], *gold.get("foreign_people", ())):
        forms = (person["en"], *person.get("accept_en", ()))
        in_english = any(form in english for form in forms)
        in_chinese = person.get("zh", "") in hans and person.get("zh_hant", "") in taiwan
        yield person.get("zh", person["en"]), in_english and in_chinese


def _taiwan(gold: dict[str, Any], text: str) -> Iterator[tuple[str, bool]]:
    for form in gold["must_contain"]:
        yield form, form in text
    for forms in gold.get("must_contain_any", ()):
        yield " or ".join(forms), any(form in text for form in forms)
    for form in gold["must_not_contain"]:
        yield f"not {form}", form not in text


def _is_said(form: str, text: str) -> bool:
    """Whether the form stands in the text in any case, also as the plural that two persons with one title need."""
    head, of, rest = form.partition(" of ")
    return re.search(rf"{re.escape(head)}s?{re.escape(of + rest)}", text, re.IGNORECASE) is not None


def _stands(form: str, text: str) -> bool:
    """Whether the form stands in the text without a digit beside it: 3,000 is not in 13,000 nor in 3,000.5."""
    return re.search(rf"(?<!\d)(?<!\d[.,]){re.escape(form)}(?![.,]?\d)", text, re.IGNORECASE) is not None


def _forbidden(entry: str, text: str) -> bool:
    if entry.startswith("re:"):
        return re.search(entry.removeprefix("re:"), _BRACKETED.sub("", text)) is not None
    return entry in text


def _all_of(answers: Iterable[tuple[str, bool]]) -> Score:
    given = list(answers)
    return Score(sum(right for _, right in given), len(given), tuple(what for what, right in given if not right))


if __name__ == "__main__":
    main()
