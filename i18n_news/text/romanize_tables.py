"""The facts that romanization rests on, each table read once from a .tsv file of this package."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname with its usual reading; `rank` is common, rare, compound, or doubtful (hardly ever a surname)."""

    reading: str
    others: tuple[str, ...]
    rank: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Tone-marked syllables, one a character, and the other ways the same characters are read in names."""

    syllables: tuple[str, ...]
    others: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its syllables, and its English form where that is not its pinyin."""

    syllables: tuple[str, ...]
    en: str


@dataclass(frozen=True, slots=True)
class Word:
    """The English of a part of a name, and the kind of part: admin, zone, nature, road, site, form, office, word …"""

    en: str
    kind: str


@cache
def surnames() -> Mapping[str, Surname]:
    """Surnames in Simplified and Traditional writing, compound ones included."""
    table: dict[str, Surname] = {}
    for name, hant, reading, others, rank in _rows("surnames.tsv"):
        entry = Surname(reading, tuple(others.split()), rank)
        table[name] = entry
        if hant:
            table.setdefault(hant, entry)
    return MappingProxyType(table)


@cache
def given_readings() -> Mapping[str, Reading]:
    """Characters and pairs that are read otherwise in a given name than in running text, or in more than one way."""
    return MappingProxyType(
        {
            text: Reading(tuple(reading.split()), tuple(tuple(o.split()) for o in others.split("|") if o))
            for text, reading, others in _rows("given_readings.tsv")
        }
    )


@cache
def places() -> Mapping[str, Place]:
    """Places with irregular readings or English names, and all provinces and prefectures, without generic word."""
    return MappingProxyType({name: Place(tuple(reading.split()), en) for name, reading, en in _rows("places.tsv")})


@cache
def generics() -> Mapping[str, Word]:
    """The generic words at the end of a place name."""
    return _words("generics.tsv")


@cache
def organization_words() -> Mapping[str, Word]:
    """What the parts of a company's name mean: `form` ends a name (有限公司), `word` stands inside one (物业管理)."""
    return _words("organization_words.tsv")


@cache
def foreign_names() -> Mapping[str, Word]:
    """Foreign and minority names and their parts, and companies, whose Latin spelling is not pinyin."""
    return _words("foreign_names.tsv")


@cache
def common_words() -> Mapping[str, tuple[str, int]]:
    """Ordinary words, no names, as (verb, noun or rare, logarithm of how often the word occurs)."""
    return MappingProxyType(
        {word: (kind, int(weight)) for kind, weight, words in _rows("common_words.tsv") for word in words.split()}
    )


@cache
def international() -> Mapping[str, str]:
    """Countries, regions, cities, international and central bodies that translation renders well, with their kind."""
    return MappingProxyType({row[0]: row[1] for row in _rows("international.tsv")})


@cache
def taiwan_readings() -> Mapping[str, tuple[str, ...]]:
    """Characters and words that Taiwan's Ministry of Education reads otherwise than pypinyin's dictionaries."""
    return MappingProxyType({text: tuple(reading.split()) for text, reading in _rows("taiwan_readings.tsv")})


def _words(name: str) -> Mapping[str, Word]:
    return MappingProxyType({hanzi: Word(en, kind) for hanzi, en, kind in _rows(name)})


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("i18n_news.text") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        yield line.split("\t")
