"""A concept with its words in several languages becomes one term for each Chinese word of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from i18n_news.glossary.exchange.marks import unmarked
from i18n_news.glossary.exchange.remarks import Notebook, RemarkKind
from i18n_news.glossary.exchange.rows import Place, term_of
from i18n_news.glossary.terms import COLUMNS, Term

Info = dict[str, list[str]]


@dataclass(slots=True)
class Word:
    """One word; `state` is our status for its administrative one, or `avoid`, or nothing."""

    text: str = ""
    info: Info = field(default_factory=dict)
    state: str = ""


@dataclass(slots=True)
class Section:
    """The words of one language, a BCP 47 tag as the file has it."""

    language: str
    words: list[Word] = field(default_factory=list)
    info: Info = field(default_factory=dict)


@dataclass(slots=True)
class Concept:
    """What a file says of a concept; info is by data category."""

    sections: list[Section] = field(default_factory=list)
    info: Info = field(default_factory=dict)


_SHORT = {"shortForm", "abbreviation", "acronym", "initialism", "abbreviatedForm"}
# What explains a word is kept in the note under its own name.
_EXPLAINS = ("definition", "context", "explanation", "example", "usageNote", "geographicalUsage")
_USED = {
    *("administrativeStatus", "normativeAuthorization", "termType", "subjectField", "source", "note", "transaction"),
    *("externalCrossReference", "pronunciation"),
    *_EXPLAINS,
}


def terms_of(
    concept: Concept, path: Path, line: int, place: Place, notebook: Notebook, *, status: str
) -> Iterator[Term]:
    """The terms of a concept; what a term has no value for is a remark."""
    words: dict[str, list[Word]] = {"source": [], "en": [], "zh_hant_tw": [], "zh_hant_hk": [], "reading": []}
    infos = [concept.info]
    for section in concept.sections:
        name = _value_of(section.language)
        if not name:
            message = f"terms in the language {section.language[:20]!r} are not read"
            notebook.count(RemarkKind.LOST, place(line), message)
            continue
        words[name].extend(word for word in section.words if word.text)
        infos += [section.info, *(word.info for word in section.words)]
    said: Info = {}
    for info in infos:
        for category, texts in info.items():
            said.setdefault(category, []).extend(texts)
    for category in said.keys() - _USED:
        notebook.count(RemarkKind.LOST, place(line), f"the data category {category[:40]!r} is not read")
    given = _given(said, _notes(concept, words))
    if "transaction" in said:
        given |= _decision(infos)
    _english(words["en"], given, bool(words["zh_hant_tw"] or words["zh_hant_hk"]), place(line), notebook)
    for name in ("zh_hant_tw", "zh_hant_hk", "reading"):
        if words[name]:
            head, *others = _live(words[name]) or words[name]
            given.setdefault(name, head.text)
            if state := head.state:
                given.setdefault("status", "deprecated" if state == "avoid" else state)
            _report(others, head, place(line), notebook)
    given = {name: text for name, text in given.items() if text}
    if not words["source"]:
        shown = given.get("en") or given.get("zh_hant_tw") or "the concept"
        notebook.add(RemarkKind.UNREAD, place(line), f"{shown[:40]!r} has no Chinese term (zh, zh-CN or zh-Hans)")
    for word in words["source"]:
        own = dict(given)
        if state := word.state:
            # A Chinese word that is no longer used makes an entry that is not, whatever its rendering.
            state = "deprecated" if state == "avoid" else state
            own["status"] = state if state == "deprecated" else own.get("status", state)
        plain, columns = unmarked(word.info.get("note", []))
        if pronounced := word.info.get("pronunciation"):
            own.setdefault("reading", pronounced[0])
        own |= {COLUMNS[column]: text for column, text in columns.items()}
        own["note"] = "; ".join(filter(None, [own.get("note", ""), *plain]))
        if term := term_of({**own, "source": word.text}, line, place, notebook, status=status):
            yield term


@lru_cache(maxsize=256)
def _value_of(language: str) -> str:
    """Which value of a term the words of a language are; nothing for one that no edition is in."""
    tag = language.lower().replace("_", "-")
    if tag == "en" or tag.startswith("en-"):
        return "en"
    if not (tag == "zh" or tag.startswith(("zh-", "cmn"))):
        return ""
    if "-latn" in tag:
        return "reading"
    if tag.endswith(("-hk", "-mo")):
        return "zh_hant_hk"
    return "zh_hant_tw" if "hant" in tag or tag.endswith(("-tw", "-cht")) else "source"


def _notes(concept: Concept, words: dict[str, list[Word]]) -> list[str]:
    """The notes on the concept, its languages and its forms; one on a word to avoid is the reason for that."""
    notes = list(concept.info.get("note", ()))
    for section in concept.sections:
        if _value_of(section.language):
            notes += section.info.get("note", ())
    for name, found in words.items():
        for word in found:
            if name != "source" and word.state != "avoid":
                notes += word.info.get("note", ())
    return notes


def _given(said: Info, notes: list[str]) -> dict[str, str]:
    """What is said of the concept as a whole; marks in notes give columns."""
    plain, columns = unmarked(notes)
    for category in _EXPLAINS:
        plain += [f"{category}: {text}" for text in dict.fromkeys(said.get(category, ()))]
    given = {COLUMNS[column]: text for column, text in columns.items()}
    if plain:
        given["note"] = "; ".join(dict.fromkeys(filter(None, [given.get("note", ""), *plain])))
    given.setdefault("domain", "; ".join(dict.fromkeys(said.get("subjectField", ()))))
    origins = (*said.get("source", ()), *said.get("externalCrossReference", ()))
    given.setdefault("origin", "; ".join(dict.fromkeys(origins)))
    return given


def _decision(infos: Sequence[Info]) -> dict[str, str]:
    """Of the transactions of the first level that has some, an approval or else the latest: who and when."""
    for info in infos:
        if found := [text.split("\t") for text in info.get("transaction", ())]:
            _, day, who = max(found, key=lambda one: (one[0] == "approval", one[1]))
            # Some tools give the time of day as well.
            return {"decided_on": day[:10], "decided_by": who}
    return {}


def _english(words: Sequence[Word], given: dict[str, str], has_other: bool, place: str, notebook: Notebook) -> None:
    """The full and the short form, and those to avoid: deprecated ones, and superseded ones beside a live one."""
    live, superseded = _live(words), [word for word in words if word.state == "deprecated"]
    avoided = [word for word in words if word.state == "avoid"]
    pool = live or superseded
    if not pool and not has_other and "status" not in given:
        # A concept of nothing but deprecated words is an entry that is no longer used; our own marks say it otherwise.
        pool, avoided = avoided[:1], avoided[1:]
        if pool:
            given.setdefault("status", "deprecated")
    preferred = [word for word in pool if word.state == "approved"] or pool
    head = next((word for word in preferred if not _is_short(word)), next(iter(preferred), None))
    if head:
        given.setdefault("en", head.text)
        if state := head.state:
            given.setdefault("status", state)
    short = next((word for word in pool if word is not head and _is_short(word)), None)
    if short:
        given.setdefault("en_short", short.text)
    avoided += superseded if live else []
    if avoided:
        given.setdefault("avoid", "; ".join(word.text for word in words if any(word is one for one in avoided)))
        plain, _ = unmarked(list(dict.fromkeys(text for word in avoided for text in word.info.get("note", []))))
        given.setdefault("avoid_reason", "; ".join(plain))
    _report([word for word in pool if word is not head and word is not short], head, place, notebook)


def _report(others: Sequence[Word], head: Word | None, place: str, notebook: Notebook) -> None:
    for other in others:
        if head:
            notebook.add(RemarkKind.CONFLICT, place, f"{head.text[:60]!r} is taken, not {other.text[:60]!r}")


def _live(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.state not in ("deprecated", "avoid")]


def _is_short(word: Word) -> bool:
    return bool(_SHORT & set(word.info.get("termType", [])))


def state_of(info: Info) -> str:
    """Our status for an administrative one, `avoid` for deprecated; nothing where the file says nothing."""
    said = (info.get("administrativeStatus") or info.get("normativeAuthorization") or [""])[0].lower()
    if said.startswith("preferred"):
        return "approved"
    if said.startswith("admitted"):
        return "draft"
    if said.startswith("superseded"):
        return "deprecated"
    return "avoid" if said.startswith(("deprecated", "forbidden", "obsolete", "notrecommended")) else ""
