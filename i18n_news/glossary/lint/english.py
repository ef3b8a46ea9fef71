"""What stands in the English columns and cannot stand in an English sentence."""

import re
from collections import Counter
from collections.abc import Iterator

from i18n_news.glossary.lint.finding import Finding, Glossaries, Sheet
from i18n_news.glossary.terms import Term
from i18n_news.model import Severity
from i18n_news.text.american import american
from i18n_news.text.han import CJK_MARKS, has_han

CHINESE_MARKS = re.compile(f"[{CJK_MARKS}\u30fb\uff5e]")
FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff04-\uff07\uff0b\uff0e\uff0f\uff0d\uff20\u3000]")
CURLY = re.compile("[“”„‘’]")
WORD = re.compile(r"(?<![\w@/.’'])[A-Za-z]+(?![\w@/]|\.\w)")
BRACKETS = ("()", "[]", "{}", "（）", "《》", "〈〉", "「」", "『』", "【】")
MARKS = re.compile('["“”' + re.escape("".join(BRACKETS)) + "]")
# An entry that goes against this share of its kind is an exception that somebody should mean.
COMMON_CASE = 0.95
ENOUGH = 20


def characters(glossaries: Glossaries) -> Iterator[Finding]:
    """`chinese-punctuation`, `han-in-english`, `full-width`, `curly-quotes`, each once an entry."""
    for sheet, term, texts in _renderings(glossaries):
        joined = "\n".join(texts)
        if joined.isascii():
            continue
        if found := CHINESE_MARKS.search(joined):
            message = f"Chinese punctuation {found[0]!r} in the English; write the English mark"
            yield sheet.finding(term, "chinese-punctuation", Severity.ERROR, message)
        if has_han(joined):
            message = "Chinese characters in the English; put them into the note"
            yield sheet.finding(term, "han-in-english", Severity.ERROR, message)
        if found := FULL_WIDTH.search(joined):
            message = f"full-width {found[0]!r} in the English; write it in half width"
            yield sheet.finding(term, "full-width", Severity.ERROR, message, "writes half-width letters and digits")
        if found := CURLY.search(joined):
            message = f"curly {found[0]!r}; a glossary has straight quotes and apostrophes, the rest is typography"
            yield sheet.finding(term, "curly-quotes", Severity.INFO, message, "writes straight quotes")


def pairs(glossaries: Glossaries) -> Iterator[Finding]:
    """`unbalanced-quotes` and `unbalanced-brackets`, in English and in the source."""
    for sheet in glossaries.sheets:
        for term in sheet.terms:
            for text in filter(None, (term.source, term.en, term.en_short, *term.avoid)):
                if not MARKS.search(text):
                    continue
                if text.count('"') % 2 or text.count("“") != text.count("”"):
                    message = f"a quotation mark without its partner in {text!r}"
                    yield sheet.finding(term, "unbalanced-quotes", Severity.ERROR, message)
                if any(not _is_balanced(text, *pair) for pair in BRACKETS):
                    message = f"a bracket without its partner in {text!r}"
                    yield sheet.finding(term, "unbalanced-brackets", Severity.ERROR, message)


def _is_balanced(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == opening) - (character == closing)
        if depth < 0:
            return False
    return not depth


def avoided(glossaries: Glossaries) -> Iterator[Finding]:
    """`avoid-is-rendering` and `avoid-in-rendering`: the check would blame the entry's own form."""
    for sheet, term in glossaries.entries():
        forms = [form for form in (term.en, term.en_short) if form]
        for item in term.avoid:
            words = r"\s+".join(map(re.escape, item.split()))
            pattern = rf"(?<!\w){words}(?!\w)"
            if any(item.casefold() == form.casefold() for form in forms):
                message = f"{item!r} is to be avoided and to be written; decide"
                yield sheet.finding(term, "avoid-is-rendering", Severity.ERROR, message)
            elif any(re.search(pattern, form, re.IGNORECASE) for form in forms):
                message = f"{item!r} is to be avoided and stands in the rendering; decide, or say more of it"
                yield sheet.finding(term, "avoid-in-rendering", Severity.ERROR, message)


def spelling(glossaries: Glossaries) -> Iterator[Finding]:
    """`british-spelling`: a word of the house's list outside a name; capitals may be the name's own spelling."""
    for sheet, term in glossaries.entries():
        for word in WORD.findall(f"{term.en}\n{term.en_short}"):
            wanted = american().get(word.lower())
            if wanted:
                word_wanted = wanted if word.islower() else wanted.capitalize()
                severity = Severity.WARNING if word.islower() else Severity.INFO
                yield sheet.finding(term, "british-spelling", severity, f"{word!r} is British; write {word_wanted!r}")


def lengths(glossaries: Glossaries) -> Iterator[Finding]:
    """`short-not-shorter`: the later mention is no shorter than the first."""
    for sheet, term in glossaries.entries():
        if term.en_short and len(term.en_short) >= len(term.en):
            message = f"en_short {term.en_short!r} is not shorter than en; exchange them or leave en_short empty"
            yield sheet.finding(term, "short-not-shorter", Severity.WARNING, message)


def first_letters(glossaries: Glossaries) -> Iterator[Finding]:
    """`initial-case`: begins small where nearly all of its kind begin with a capital, or the other way round."""
    counts: dict[str, Counter[bool]] = {}
    entries = [(sheet, term) for sheet, term in glossaries.current() if term.en[:1].isalpha()]
    for _, term in entries:
        counts.setdefault(term.kind, Counter())[term.en[0].isupper()] += 1
    for sheet, term in entries:
        count, is_upper = counts[term.kind], term.en[0].isupper()
        total = count.total()
        if total >= ENOUGH and count[not is_upper] >= COMMON_CASE * total:
            usual = "small" if is_upper else "with a capital"
            message = f"{term.en!r} begins otherwise than nearly all of kind {term.kind}, which begin {usual}"
            yield sheet.finding(term, "initial-case", Severity.INFO, message)


def _renderings(glossaries: Glossaries) -> Iterator[tuple[Sheet, Term, tuple[str, ...]]]:
    for sheet, term in glossaries.entries():
        if texts := tuple(text for text in (term.en, term.en_short) if text):
            yield sheet, term, texts
