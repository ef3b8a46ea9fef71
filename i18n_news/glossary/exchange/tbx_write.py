"""TBX (ISO 30042): the Basic dialect as `martif` of 2008 or as `tbx` of 2019 in DCA style, one concept an entry.

The dialect has no kind, reading or validity: these are marks in notes. `status` is the administrative status of the
form, `avoid` are deprecated terms, `domain` is the subject field, `origin` the source, a decision a transaction.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from i18n_news.errors import NewsError
from i18n_news.glossary.exchange.cells import texts_of
from i18n_news.glossary.exchange.marks import marked
from i18n_news.glossary.exchange.remarks import Notebook, Remark, RemarkKind
from i18n_news.glossary.terms import Term

# XML 1.0, production 2: these characters can stand in no document, not even as references.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STATUS = {
    "approved": "preferredTerm-admn-sts",
    "draft": "admittedTerm-admn-sts",
    "deprecated": "supersededTerm-admn-sts",
}
_AVOIDED = "deprecatedTerm-admn-sts"
_LANGUAGES = {"en": "en", "zh-Hant-TW": "zh-Hant-TW", "zh-Hant-HK": "zh-Hant-HK"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """The names that the two editions of the standard have for the same things."""

    entry: str
    language: str
    term: str
    opening: str
    closing: str


_DESCRIBED = (
    "<fileDesc><titleStmt><title>Glossary</title></titleStmt>"
    "<sourceDesc><p>Exported by i18n-news; columns without a data category are marked in notes.</p></sourceDesc>"
    "</fileDesc>"
)
V2 = Dialect(
    "termEntry",
    "langSet",
    "tig",
    # No DOCTYPE: the DTD lies beside nobody's file, and a reader that looks for it fails.
    f'<martif type="TBX-Basic" xml:lang="zh-Hans">\n<martifHeader>{_DESCRIBED}'
    '<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n<text><body>\n',
    "</body></text>\n</martif>\n",
)
V3 = Dialect(
    "conceptEntry",
    "langSec",
    "termSec",
    '<tbx type="TBX-Basic" style="dca" xml:lang="zh-Hans" xmlns="urn:iso:std:iso:30042:ed-2">\n'
    f"<tbxHeader>{_DESCRIBED}</tbxHeader>\n<text><body>\n",
    "</body></text>\n</tbx>\n",
)


def write(terms: Sequence[Term], dialect: Dialect, *, is_plain: bool = False) -> tuple[bytes, tuple[Remark, ...]]:
    """The document; `is_plain` has nothing but Chinese and English terms, the rest in notes.

    OmegaT takes every English term of a concept for a translation, those to avoid too: give it the plain form.
    """
    if not terms:
        raise NewsError("there are no entries to export, and TBX must have one; name a glossary that has some")
    notebook = Notebook()
    pieces = ['<?xml version="1.0" encoding="UTF-8"?>\n', dialect.opening]
    for number, term in enumerate(terms, 1):
        cells = {column: _holdable(text, column, term, notebook) for column, text in texts_of(term).items() if text}
        if "source" not in cells:
            notebook.add(RemarkKind.UNWRITTEN, term.place, "nothing of the Chinese term can stand in XML")
            continue
        body = _plain(cells, dialect) if is_plain else _full(cells, dialect)
        pieces.append(f'<{dialect.entry} id="c{number}">{"".join(body)}</{dialect.entry}>\n')
    pieces.append(dialect.closing)
    return "".join(pieces).encode("utf-8"), notebook.closed()


def _plain(cells: dict[str, str], dialect: Dialect) -> Iterator[str]:
    source, english = cells.pop("source"), cells.pop("en", "")
    yield from _notes(cells)
    yield _language(dialect, "zh-Hans", _term(dialect, source))
    if english:
        yield _language(dialect, "en", _term(dialect, english))


def _full(cells: dict[str, str], dialect: Dialect) -> Iterator[str]:
    """Everything in the order that both editions ask for: what is said of the concept, then its languages."""
    aside = {column: text for column, text in cells.items() if column in ("valid_from", "valid_to", "note")}
    if cells["kind"] != "term":
        aside["kind"] = cells["kind"]
    forms = {column: cells[column] for column in _LANGUAGES if column in cells}
    if not forms:
        aside["status"] = cells["status"]
    avoided = [part for item in cells.get("avoid", "").split(";") if (part := item.strip())]
    reason = cells.get("avoid_reason", "")
    if "domain" in cells:
        yield f'<descrip type="subjectField">{escape(cells["domain"])}</descrip>'
    if "origin" in cells:
        yield f'<admin type="source">{escape(cells["origin"])}</admin>'
    yield _decision(cells)
    yield from _notes(aside)
    reading = _notes({"reading": cells.get("reading", "")})
    yield _language(dialect, "zh-Hans", _term(dialect, cells["source"], tail="".join(reading)))
    status = _termnote("administrativeStatus", _STATUS[cells["status"]])
    for column, language in _LANGUAGES.items():
        terms = _term(dialect, cells[column], status) if column in cells else ""
        if column == "en":
            if "en_short" in cells:
                terms += _term(dialect, cells["en_short"], _termnote("termType", "shortForm") + status)
            why = "".join(_notes({"note": reason}))
            terms += "".join(_term(dialect, text, _termnote("administrativeStatus", _AVOIDED), why) for text in avoided)
        if terms:
            yield _language(dialect, language, terms)


def _decision(cells: Mapping[str, str]) -> str:
    if "decided_on" not in cells and "decided_by" not in cells:
        return ""
    # TBX-Basic knows origination and modification; an approval is the last modification.
    day = f"<date>{cells['decided_on']}</date>" if "decided_on" in cells else ""
    who = escape(cells.get("decided_by", ""))
    who = f'<transacNote type="responsibility">{who}</transacNote>' if who else ""
    return f'<transacGrp><transac type="transactionType">modification</transac>{day}{who}</transacGrp>'


def _notes(cells: Mapping[str, str]) -> list[str]:
    return [f"<note>{escape(text)}</note>" for text in marked(cells)]


def _language(dialect: Dialect, language: str, terms: str) -> str:
    return f'<{dialect.language} xml:lang="{language}">{terms}</{dialect.language}>'


def _term(dialect: Dialect, text: str, notes: str = "", tail: str = "") -> str:
    return f"<{dialect.term}><term>{escape(text)}</term>{notes}{tail}</{dialect.term}>"


def _termnote(kind: str, text: str) -> str:
    return f'<termNote type="{kind}">{text}</termNote>'


def _holdable(text: str, column: str, term: Term, notebook: Notebook) -> str:
    if text.isprintable() or not _NO_XML.search(text):
        return text
    shown = term.source[:40].encode("unicode_escape").decode("ascii") if not term.source.isprintable() else term.source
    notebook.add(RemarkKind.LOST, term.place, f"{column} of {shown[:40]}: XML cannot hold its control characters")
    return _NO_XML.sub("", text).strip()
