"""What large glossaries cost: lint at 1,000, 10,000 and 100,000 entries, and matching in one long text.

Usage: python benchmarks/glossary.py [--json] [--rounds N] [--data FILE.txt]
The entries are pairs and triples of ordinary words with invented renderings, the same in every run. The text is the
same words in their order of frequency, with one of the first 1,000 entries now and then, so that both glossaries find
something; --data takes another text, repeated to the wanted length.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from i18n_news.editions.personal_names import is_doubtful
from i18n_news.editions.script import script_of
from i18n_news.glossary.lint import Knowledge, lint, read
from i18n_news.glossary.match import Matcher
from i18n_news.glossary.terms import Term, save
from i18n_news.text.romanize_tables import common_words
from i18n_news.text.sentences import sentences

SIZES = (1_000, 10_000, 100_000)
CHARACTERS = 200_000
ENGLISH = (
    "advanced",
    "pilot",
    "zone",
    "center",
    "industry",
    "service",
    "reform",
    "project",
    "green",
    "digital",
    "trade",
)
KINDS = ("term", "term", "term", "organization", "place", "slogan")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="how often matching is timed; the median counts")
    parser.add_argument("--data", type=Path, help="a Chinese text in UTF-8 instead of the invented one")
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    options = parser.parse_args()
    entries = invented(SIZES[-1])
    figures: dict[str, float] = {}
    for size in SIZES:
        figures[f"lint_{size}_s"], findings = lint_time(entries[:size])
        print(f"lint   {size:>7,} entries  {figures[f'lint_{size}_s']:6.2f} s  {findings:,} findings")
    text = long_text(options.data.read_text(encoding="utf-8") if options.data else "", entries[: SIZES[0]])
    # As the product does it: a sentence at a time.
    pieces = [text[start:end] for start, end in sentences(text)]
    matchers = {}
    for size in (SIZES[0], SIZES[-1]):
        began = time.process_time()
        # The text is known, as in a build.
        matchers[size] = Matcher([entries[:size]], within=text)
        figures[f"build_{size}_s"] = round(time.process_time() - began, 3)
    small, large = matchers[SIZES[0]], matchers[SIZES[-1]]
    times: dict[int, list[float]] = {size: [] for size in matchers}
    ratios = []
    for _ in range(options.rounds):
        # In turns, the small one before and after: what else the machine does slows both.
        before, between, after = (match_time(each, pieces) for each in (small, large, small))
        times[SIZES[0]] += [before, after]
        times[SIZES[-1]].append(between)
        ratios.append(2 * between / (before + after))
    hits = {size: sum(len(matcher.find(piece)) for piece in pieces) for size, matcher in matchers.items()}
    for size, measured in times.items():
        figures[f"match_{size}_s"] = round(statistics.median(measured), 4)
        print(
            f"match  {size:>7,} entries  {figures[f'match_{size}_s']:6.3f} s for {len(text):,} characters,"
            f" {hits[size]:,} matches; built in {figures[f'build_{size}_s']:.2f} s"
        )
    figures["match_ratio"] = round(statistics.median(ratios), 3)
    print(f"time with {SIZES[-1]:,} entries against {SIZES[0]:,}: {figures['match_ratio']:.2f}")
    if options.json:
        print(json.dumps(figures))


def match_time(matcher: Matcher, pieces: Sequence[str]) -> float:
    """Processor seconds: the clock would time what else the machine does."""
    began = time.process_time()
    for piece in pieces:
        matcher.find(piece)
    return time.process_time() - began


def invented(count: int) -> list[Term]:
    """Entries with distinct sources of four to nine characters."""
    chance = random.Random(6)
    words = [word for word, (kind, _) in common_words().items() if 2 <= len(word) <= 3 and kind != "rare"]
    terms: dict[str, Term] = {}
    while len(terms) < count:
        parts = chance.choices(words, k=chance.choice((2, 2, 2, 3)))
        source = "".join(parts)
        english = " ".join(chance.choices(ENGLISH, k=len(parts) + 1))
        terms.setdefault(source, Term(source, chance.choice(KINDS), english, origin="invented"))
    return list(terms.values())


def long_text(given: str, entries: Sequence[Term]) -> str:
    if given:
        return (given * (CHARACTERS // len(given) + 1))[:CHARACTERS]
    chance = random.Random(7)
    weights = {word: 2.0**weight for word, (_, weight) in common_words().items()}
    words = chance.choices(list(weights), list(weights.values()), k=CHARACTERS)
    pieces: list[str] = []
    length = 0
    for number, word in enumerate(words):
        piece = (
            chance.choice(entries).source
            if number % 25 == 0
            else word + ("" if number % 9 else "，" if number % 27 else "。")
        )
        pieces.append(piece)
        length += len(piece)
        if length >= CHARACTERS:
            break
    return "".join(pieces)[:CHARACTERS]


def lint_time(entries: Sequence[Term]) -> tuple[float, int]:
    """Processor seconds for reading a file of these entries and running every rule, and how many findings there are."""
    knowledge = Knowledge(date.today(), (), is_doubtful, lambda text: script_of(text).is_traditional)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "invented.tsv"
        save(path, entries)
        began = time.process_time()
        found = lint([read(path)], knowledge)
        return round(time.process_time() - began, 2), len(found)


if __name__ == "__main__":
    main()
