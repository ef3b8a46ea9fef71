"""Reading TBX (ISO 30042) of either edition and style, this room's door to lxml: no entities, no network."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from i18n_news.errors import GlossaryError
from i18n_news.glossary.exchange.concepts import Concept, Section, Word, state_of, terms_of
from i18n_news.glossary.exchange.remarks import Notebook, Reading
from i18n_news.glossary.terms import Term

if TYPE_CHECKING:
    from lxml import etree

_ENTRIES = ("{*}termEntry", "{*}conceptEntry")
_LANGUAGES = {"langSet", "langSec", "langGroup"}
_WORDS = {"tig", "ntig", "termSec", "termGroup"}
# In DCA style the category is the type; in DCT style it is the name of the element.
_TYPED = {"admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote", "xref"}
_GROUPS = {"adminGrp", "descripGrp", "termGrp", "termNoteGrp"}
_ENTITY = re.compile(rb"<!ENTITY|<\0?!\0E\0N\0T\0I\0T\0Y")
_HEAD = 1 << 20
_SPACES = re.compile(r"[ \t\r\n]*[\t\r\n]+[ \t\r\n]*")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(path: Path, *, status: str) -> Reading:
    """A term for each Chinese term of each concept; `status` is for concepts that say none."""
    notebook = Notebook()

    def place(line: int) -> str:
        return f"{path.name}:{line}" if line else path.name

    terms: list[Term] = []
    for line, concept in _concepts(path):
        terms.extend(terms_of(concept, path, line, place, notebook, status=status))
    return Reading(tuple(terms), notebook.closed(), notebook.columns)


def _concepts(path: Path) -> Iterator[tuple[int, Concept]]:
    with path.open("rb") as stream:
        if _ENTITY.search(stream.read(_HEAD)):
            raise GlossaryError(path, 0, "declares XML entities, which no glossary needs; refused")
        stream.seek(0)
        yield from _streamed(stream, path)


def _streamed(stream: IO[bytes], path: Path) -> Iterator[tuple[int, Concept]]:
    from lxml import etree

    root = None
    try:
        # A DOCTYPE as tools write it names a DTD, which is never fetched.
        steps = etree.iterparse(
            stream,
            events=("end",),
            tag=_ENTRIES,
            load_dtd=False,
            no_network=True,
            resolve_entities=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        for _, entry in steps:
            if root is None:
                root = entry.getroottree()
                _check(root, path)
            yield entry.sourceline or 0, _concept(entry)
            entry.clear()
            while (before := entry.getprevious()) is not None:
                before.getparent().remove(before)
    except (etree.XMLSyntaxError, ValueError, OSError) as error:
        reason = re.split(r"[\n,(]", str(error))[0][:60]
        line = error.lineno or 0 if isinstance(error, etree.XMLSyntaxError) else 0
        raise GlossaryError(path, line, f"is damaged XML ({reason}); export it again from the other tool") from None
    if root is None:
        raise GlossaryError(path, 0, "has no entries of TBX; export the term base as TBX, not as its own XML")


def _check(tree: "etree._ElementTree", path: Path) -> None:
    declared: Any = tree.docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        raise GlossaryError(path, 0, "declares XML entities, which no glossary needs; refused")


def _concept(entry: "etree._Element") -> Concept:
    concept = Concept()
    for child in entry:
        if _name(child) in _LANGUAGES:
            concept.sections.append(_section(child))
        else:
            _note(child, concept.info)
    return concept


def _section(element: "etree._Element") -> Section:
    section = Section(element.get(_LANGUAGE) or element.get("lang") or "")
    for child in element:
        if _name(child) in _WORDS:
            section.words.append(_word(child))
        else:
            _note(child, section.info)
    return section


def _word(element: "etree._Element") -> Word:
    word = Word()
    for child in element:
        _note(child, word.info)
    word.text = "; ".join(word.info.pop("term", ()))
    word.state = state_of(word.info)
    return word


def _note(element: "etree._Element", info: dict[str, list[str]]) -> None:
    """What an element says, under the name of its data category."""
    name = _name(element)
    if name == "transacGrp":
        info.setdefault("transaction", []).append(_transaction(element))
    elif name in ("termGrp", "termNoteGrp"):
        for child in element:
            _note(child, info)
    elif name in _GROUPS:
        # The first one is what the others say something of: a definition and its source.
        first, *others = list(element) or [element]
        aside = [text for other in others if (text := _text(other))]
        text = _text(first) + (f" ({'; '.join(aside)})" if aside else "")
        info.setdefault(_category(first), []).append(text)
    else:
        text, category = _text(element), (element.get("type") or name if name in _TYPED else name)
        if name == "xref" or category == "externalCrossReference":
            text = " ".join(dict.fromkeys(filter(None, (text, element.get("target", "")))))
        if text:
            info.setdefault(category, []).append(text)


def _transaction(element: "etree._Element") -> str:
    """Kind, day and person, separated by tabs, which no text has here."""
    found = {"date": "", "responsibility": "", "transactionType": ""}
    for child in element:
        found[_category(child)] = _text(child)
    return "\t".join((found["transactionType"], found["date"], found["responsibility"]))


def _category(element: "etree._Element") -> str:
    name = _name(element)
    return element.get("type") or name if name in _TYPED else name


def _name(element: "etree._Element") -> str:
    return _local(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag[tag.find("}") + 1 :]


def _text(element: "etree._Element") -> str:
    """The text with that of its children; line breaks are how files are indented, not part of it."""
    text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    if "\n" in text or "\t" in text or "\r" in text:
        text = _SPACES.sub(" ", text)
    return text.strip()
