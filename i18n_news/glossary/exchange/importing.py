"""Files of other tools into one list of terms, each read by what it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from i18n_news.errors import GlossaryError
from i18n_news.glossary.exchange import delimited, tbx, xlsx
from i18n_news.glossary.exchange.bounds import Content, content_of
from i18n_news.glossary.exchange.merging import Policy, merge
from i18n_news.glossary.exchange.remarks import Reading, Remark
from i18n_news.glossary.terms import Term

_SUFFIXES: dict[str, Content] = {
    ".tsv": "text",
    ".csv": "text",
    ".txt": "text",
    ".utf8": "text",
    ".tab": "text",
    ".xlsx": "workbook",
    ".tbx": "xml",
    ".xml": "xml",
}

_OTHER_SHEETS = (".xls", ".xlsb", ".et", ".ods", ".numbers")


@dataclass(frozen=True, slots=True)
class Imported:
    """`terms` are those that were present and the new ones; `read` counts what the files hold, duplicates too."""

    terms: tuple[Term, ...]
    read: int
    added: int
    changed: int
    remarks: tuple[Remark, ...]


def read(path: Path, *, status: str = "draft") -> Reading:
    """What a file holds; `status` is for entries of which it says none. GlossaryError when it cannot be read at all."""
    expected = _SUFFIXES.get(path.suffix.lower())
    if path.suffix.lower() in _OTHER_SHEETS:
        raise GlossaryError(path, 0, "is no workbook of today's Excel; open it in Excel and save it as .xlsx")
    if expected is None:
        raise GlossaryError(path, 0, f"is not one of {', '.join(_SUFFIXES)}; save it as one of these")
    content = content_of(path)
    if content != expected:
        right = {"text": ".csv or .txt", "workbook": ".xlsx", "xml": ".tbx"}[content]
        raise GlossaryError(path, 0, f"is no {path.suffix} file inside; if it is {right}, give it that name")
    readers: dict[Content, Callable[..., Reading]] = {"text": delimited.read, "workbook": xlsx.read, "xml": tbx.read}
    return readers[content](path, status=status)


def import_terms(
    files: Sequence[Path],
    present: Sequence[Term] = (),
    *,
    status: str = "",
    origin: str = "",
    policy: Policy = "keep",
) -> Imported:
    """The terms of the files merged by rule with those that are present.

    Entries are drafts unless their file says otherwise; `status` overrides what files say, `origin` fills what they
    leave open.
    """
    incoming: list[Term] = []
    columns: dict[str, set[str]] = {}
    remarks: list[Remark] = []
    for path in files:
        reading = read(path)
        remarks += reading.remarks
        for name, own in reading.columns.items():
            # Of two files of one name each says at least what both have.
            columns[name] = set(own) & columns.get(name, set(own)) | ({"status"} if status else set())
        for term in reading.terms:
            if status and term.status != status:
                term = replace(term, status=status)
            incoming.append(replace(term, origin=origin) if origin and not term.origin else term)
    merged = merge(incoming, present, policy=policy, columns=columns)
    return Imported(merged.terms, len(incoming), merged.added, merged.changed, (*remarks, *merged.remarks))
