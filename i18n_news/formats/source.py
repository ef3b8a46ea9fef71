"""What a reader hands on: the blocks of a file before normalization, and what the file says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from i18n_news.model import Note
from i18n_news.text.lines import RawBlock

STAGE = "read"


@dataclass(frozen=True, slots=True)
class Source:
    """The blocks of a file, marked or not, its own fields (front matter, meta elements) and what the reader noted.

    The field `locale` is there where the file tells the region of its Traditional text.
    """

    blocks: tuple[RawBlock, ...]
    meta: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def read_note(kind: str, message: str) -> Note:
    """A note of the reader on the file as a whole."""
    return Note(STAGE, kind, "", message)
