"""The sentence pairs that a model learns from, plain and as the translation stage masks them."""

import re
from pathlib import Path
from typing import NamedTuple

from i18n_news.translate.mask import FAMILIES
from i18n_news.translate.surrogates import surrogates

# {p1|周海涛} on the Chinese side and {p1|Zhou Haitao} on the English: a letter for the kind, a number for the pair.
MARK = re.compile(r"\{(?P<kind>[plotqd])(?P<number>\d+)\|(?P<text>[^{}|]+)\}")
HAN = re.compile(r"[\u4e00-\u9fff]")
# The folder inside a corpus of what is no zone news.
GENERAL = "general"
# How often each family of numbered placeholders is drawn.
OFTEN = {"bare": 6, "quoted": 2, "p": 2}
STRAIGHT = str.maketrans("“”", '""')
KINDS = {"p": "person", "l": "place", "o": "company"}
# Of the pairs that are masked, how many have names of other people in the place of the decided ones.
SURROGATES = 0.5
MOST_SURROGATES = 6


class Pair(NamedTuple):
    source: str
    target: str
    is_general: bool = False


def read(folder):
    """Every pair of the folder's files once; a line that is no pair is named and stops the work."""
    pairs = {}
    for path in sorted(Path(folder).rglob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            columns = line.split("\t")
            if len(columns) != 2 or keys(columns[0]) != keys(columns[1]) or HAN.search(columns[1]):
                raise SystemExit(f"{path}:{number}: is no pair with the same marks on both sides; correct it")
            pairs.setdefault(columns[0], Pair(*columns, path.parent.name == GENERAL))
    return list(pairs.values())


def keys(text):
    return sorted(match["kind"] + match["number"] for match in MARK.finditer(text))


def plain(text):
    return MARK.sub(lambda match: match["text"], text)


def masked(text):
    return MARK.sub("X1", text)


def drawn(pair, random, plain_share):
    """Source and target as they stand, or some of their marks masked; the same mask on both sides."""
    source, target, _ = pair
    forms = {match["kind"] + match["number"]: match for match in MARK.finditer(target)}
    if not forms or random.random() < plain_share:
        return plain(source), plain(target)
    share, number = random.choice([0.4, 0.7, 1.0]), random.choice([0, 0, 0, 0, 1, 4])
    family = random.choices(FAMILIES, [OFTEN.get(each.name, 0) for each in FAMILIES])[0]
    with_names = random.random() < SURROGATES
    chinese, english, taken = {}, {}, set()
    for match in MARK.finditer(source):
        key = match["kind"] + match["number"]
        if random.random() > share:
            chinese[key], english[key] = match["text"], forms[key]["text"]
            continue
        kind = _kind(forms[key], target)
        free = [name for name in surrogates() if name.kind == kind and name not in taken]
        if with_names and free and len(taken) < MOST_SURROGATES:
            name = free[0] if random.random() < 0.6 else random.choice(free)
            taken.add(name)
            chinese[key] = name.source
            english[key] = f"Mr. {name.english}" if kind == "person" else name.english
            continue
        number += 1
        chinese[key] = family.token(number)
        english[key] = chinese[key].translate(STRAIGHT)
    return _filled(source, chinese), _filled(target, english)


def _kind(form, target):
    """Of a name that has an article, the surrogate must have one, too."""
    has_article = target[: form.start()].lower().endswith("the ")
    return "body" if form["kind"] == "o" and has_article else KINDS.get(form["kind"])


def _filled(text, words):
    return MARK.sub(lambda match: words[match["kind"] + match["number"]], text)
