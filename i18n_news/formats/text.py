"""The reader of .txt and .md files: any Chinese encoding, front matter, and the few marks that press offices write."""

import re

from i18n_news.errors import InputError
from i18n_news.formats.source import Source, read_note
from i18n_news.model import Locale, Note
from i18n_news.text.encodings import Decoded, decode
from i18n_news.text.lines import RawBlock

_FENCE = "---"
_FIELD = re.compile(r"([A-Za-z][\w-]*)\s*[:：]\s*(.*)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t\u3000]+|(?=[^#\s!0-9]))(.*?)[ \t]*#*[ \t]*")
_BULLET = re.compile(r" {0,3}(?:[-*+] +|[·•] +)(?![0-9]{1,4} *[-·•*+]? *$)(?=[^\s·•*]).+")
_NUMBERED = re.compile(r" {0,3}[0-9]{1,2}[.)] +\S.*")
_QUOTE = re.compile(r" {0,3}> ?(.*)")
_IMAGE = re.compile(r"\s*!\[([^\]]*)\]\([^)]*\)\s*")
_ROW = re.compile(r"\s*\|(.+)\|\s*")
_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?|\s*(?:[-*_]\s*){3,}")
_COMMENT = re.compile("<!--.*?-->", re.S)


def read(data: bytes, name: str) -> Source:
    """Read a release; `name` is the file's, for the InputError that says what is wrong with it and what to do."""
    decoded = decode(data, name)
    meta, body, first = _front_matter(decoded.text, name)
    if decoded.encoding == "Big5-HKSCS":
        meta = {"locale": Locale.ZH_HANT_HK.value, **meta}
    return Source(parse(body, first), meta, notes=encoding_notes(decoded))


def encoding_notes(decoded: Decoded) -> tuple[Note, ...]:
    """What to say of an encoding other than undamaged UTF-8; the places of the damage are found by normalization."""
    notes = [] if decoded.encoding == "UTF-8" else [read_note("encoding", f"read as {decoded.encoding}")]
    if decoded.damaged:
        notes.append(read_note("encoding", f"{decoded.damaged} places could not be decoded and are marked"))
    return tuple(notes)


def parse(text: str, first: int = 1) -> tuple[RawBlock, ...]:
    """The blocks of a text whose first line has this number: one for a marked line, one for a run of unmarked lines."""
    blocks: list[RawBlock] = []
    plain: list[str] = []
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    lines = re.split("\r\n|\r|\n", text)
    for number, line in enumerate([*lines, ""], first):
        marked = _marked(line, number)
        if marked is None and line.strip():
            plain.append(line)
            continue
        if plain:
            blocks.append(RawBlock("\n".join(plain), line=number - len(plain)))
            plain = []
        if marked is None or not marked.kind:
            continue
        last = blocks[-1] if blocks else None
        if marked.kind == "quote" and last and last.kind == "quote" and last.line + last.text.count("\n") + 1 == number:
            blocks[-1] = RawBlock(f"{last.text}\n{marked.text}", "quote", line=last.line)
        else:
            blocks.append(marked)
    return tuple(blocks)


def _marked(line: str, number: int) -> RawBlock | None:
    """The block of a marked line, None for an unmarked one; a rule of dashes is a block of no kind, to be dropped."""
    line = line.lstrip("\ufeff")
    if _RULE.fullmatch(line):
        return RawBlock("", line=number)
    if match := _HEADING.fullmatch(line):
        return RawBlock(match[2], "heading", len(match[1]), number) if match[2] else RawBlock("", line=number)
    if match := _ROW.fullmatch(line):
        cells = [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", match[1])]
        return RawBlock("\t".join(cells), "table-row", line=number)
    if "\t" in line.strip():
        return RawBlock(line.strip("\r\n "), "table-row", line=number)
    if match := _IMAGE.fullmatch(line):
        return RawBlock(match[1], "caption" if match[1].strip() else "", line=number)
    if match := _QUOTE.fullmatch(line):
        return RawBlock(match[1], "quote", line=number)
    if _BULLET.fullmatch(line) or _NUMBERED.fullmatch(line):
        return RawBlock(line.strip(), "list-item", line=number)
    return None


def _front_matter(text: str, name: str) -> tuple[dict[str, str], str, int]:
    """The fields between --- lines at the start, the rest of the text, and the number of its first line."""
    lines = re.split("\r\n|\r|\n", text)
    if lines[0].strip() != _FENCE or len(lines) < 2 or not _FIELD.match(lines[1]):
        return {}, text, 1
    meta: dict[str, str] = {}
    for number, line in enumerate(lines[1:], 2):
        if line.strip() == _FENCE:
            return meta, "\n".join(lines[number:]), number + 1
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _FIELD.fullmatch(line.strip())
        if not match:
            raise InputError(f"{name}:{number}: {line.strip()[:40]!r} is not 'key: value'; mend it or close with ---")
        if match[1].lower() in meta:
            raise InputError(f"{name}:{number}: {match[1]!r} is given twice in the front matter; drop one")
        meta[match[1].lower()] = match[2].strip().strip("\"'")
    raise InputError(f"{name}:1: the front matter that starts with --- is never closed; add a line with ---")
