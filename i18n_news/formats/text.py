"""The reader of .txt and .md files: UTF-8 text, front matter, and the few marks that press offices write."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from i18n_news.errors import InputError
from i18n_news.text.han import has_han
from i18n_news.text.lines import RawBlock

_BINARY = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\xd0\xcf\x11\xe0": "an old Office file (.doc)",
}
_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
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


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds before normalization: its blocks, marked or not, and the fields of its front matter."""

    blocks: tuple[RawBlock, ...]
    meta: Mapping[str, str] = field(default_factory=dict)


def read(data: bytes, name: str) -> Source:
    """Read a release; `name` is the file's, for the InputError that says what is wrong with it and what to do."""
    text = _decoded(data, name)
    meta, body, first = _front_matter(text, name)
    blocks = parse(body, first)
    if not has_han(body):
        raise InputError(f"{name}: there is no Chinese text in this file; give the Chinese release")
    return Source(blocks, meta)


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


def _decoded(data: bytes, name: str) -> str:
    if not data.strip():
        raise InputError(f"{name}: the file is empty; give a release with Chinese text")
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise InputError(f"{name}: this is {what}, not text; save it as UTF-8 text (.txt or .md)")
    for bom, encoding in _BOMS.items():
        if data.startswith(bom) and _decodes(data[2:], encoding):
            raise InputError(f"{name}: the file is {encoding.upper()}, not UTF-8; save it again as UTF-8")
    if b"\0" in data:
        raise InputError(f"{name}: this is a binary file, not text; give a UTF-8 text file (.txt or .md)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{name}:{line}: the file is not UTF-8{_guess(data)}; save it again as UTF-8") from None


def _guess(data: bytes) -> str:
    """Which encoding it looks like. Big5 first: nearly every Big5 text is also valid GB18030, and not the other way."""
    for encoding, what in (("big5", "Big5"), ("gb18030", "GB18030 (GBK)")):
        text = _decodes(data, encoding)
        if text and _looks_written(text):
            return f" (it looks like {what})"
    return ""


def _looks_written(text: str) -> bool:
    """Common characters tell a right decoding from a wrong one."""
    common = sum(text.count(char) for char in "的一是在有和人大不中年月日市区區工会會作发發展了，。")
    return common * 25 >= len(text)


def _decodes(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


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
