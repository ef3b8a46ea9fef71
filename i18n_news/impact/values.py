"""What a change of the glossaries would do, as values: releases, their sentences, each before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from i18n_news.glossary.diff import Change
from i18n_news.impact.sides import Sides
from i18n_news.model import Document, Locale, Note, Segment, State, Target

# Targets that a person has read; a program does not write over them.
BY_PERSONS = frozenset({State.REVIEWED, State.FINAL})


@dataclass(frozen=True, slots=True)
class Rewording:
    """One sentence in one edition: what stands in release.json, and what would stand there; "" where nothing does."""

    locale: Locale
    old: str
    new: str
    is_by_person: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A touched segment with its spans before and after; without rewordings it is checked anew but reads the same.

    `changes` are the indices of the entries to blame. A held one needs a person: it keeps what it says.
    """

    before: Segment
    after: Segment
    rewordings: tuple[Rewording, ...]
    changes: tuple[int, ...]

    @property
    def is_held(self) -> bool:
        return any(rewording.is_by_person for rewording in self.rewordings)


@dataclass(frozen=True, slots=True)
class Affected:
    """A release with touched sentences; `revised` is its document with all of them but the held ones renewed.

    `published` says when, or that its text is final; `stale` counts sentences that OLD does not explain, and
    `is_of_other_engine` says that its English was made by another engine than the one that would renew it.
    """

    folder: Path
    document: Document
    revised: Document
    sentences: tuple[Sentence, ...]
    published: str = ""
    stale: int = 0
    is_of_other_engine: bool = False

    @property
    def reworded(self) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in self.sentences if sentence.rewordings)

    @property
    def is_writable(self) -> bool:
        """Whether there is anything that no person has to decide."""
        return any(not sentence.is_held for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Impact:
    """All that a change of the glossaries would do to a workspace; `looked_at` counts its releases.

    `uses` are, by the index of a change, the releases and sentences that it would make read differently.
    """

    sides: Sides
    changes: tuple[Change, ...]
    releases: tuple[Affected, ...]
    looked_at: int
    remarks: tuple[str, ...] = ()

    @property
    def reworded(self) -> tuple[Affected, ...]:
        return tuple(release for release in self.releases if release.reworded)

    @property
    def anew(self) -> Mapping[int, int]:
        """By the index of a change, the sentences whose words stay while checks, readings or marks change."""
        counts: dict[int, int] = {}
        for release in self.releases:
            for sentence in release.sentences:
                for index in () if sentence.rewordings else sentence.changes:
                    counts[index] = counts.get(index, 0) + 1
        return counts

    @property
    def uses(self) -> Mapping[int, tuple[int, int]]:
        counts: dict[int, tuple[int, int]] = {}
        for release in self.releases:
            own = [index for sentence in release.reworded for index in sentence.changes]
            for index in dict.fromkeys(own):
                releases, sentences = counts.get(index, (0, 0))
                counts[index] = releases + 1, sentences + own.count(index)
        return counts


@dataclass(frozen=True, slots=True)
class Renewed:
    """The new target of one segment in one edition, None where nothing is to stand, with what its stage noted."""

    target: Target | None
    notes: tuple[Note, ...] = ()
