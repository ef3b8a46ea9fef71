"""The Chinese editions of a release by locale, with the words that the workspace has for each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from i18n_news.config import TaiwanConfig
from i18n_news.editions.authored import Authored, own_edition
from i18n_news.editions.convert import Conversion, converted, simplified
from i18n_news.editions.overrides import Overrides, hong_kong_overrides, taiwan_overrides
from i18n_news.editions.simplify import Simplified, Simplifier
from i18n_news.glossary.terms import Term
from i18n_news.model import Document, Locale


@dataclass(frozen=True, slots=True)
class ChineseWords:
    """The rows of the file of each Traditional edition and what the editor chose."""

    rows: Mapping[Locale, tuple[Term, ...]] = field(default_factory=dict)
    choices: TaiwanConfig = field(default_factory=TaiwanConfig)

    def overrides(self, locale: Locale) -> Overrides:
        rows = self.rows.get(locale, ())
        if locale is Locale.ZH_HANT_TW:
            return taiwan_overrides(rows, self.choices)
        return hong_kong_overrides(rows, self.rows.get(Locale.ZH_HANT_TW, ()))

    def back(self, registered: Iterable[Term] = ()) -> Callable[[Locale], Callable[[str], Simplified]]:
        """What reads a Traditional text of a locale; the Traditional forms of registered terms lead back to them."""
        known = tuple(registered)

        def simplifier(locale: Locale) -> Callable[[str], Simplified]:
            return Simplifier(locale, self.rows.get(locale, ()), known)

        return simplifier


def chinese_edition(
    document: Document, locale: Locale, words: ChineseWords, authored: Authored | None = None
) -> Conversion:
    """One Chinese edition; the one that the author wrote stands as it is and differs from nothing."""
    if locale is document.locale:
        return Conversion(simplified(document), ())
    if authored and locale is authored.locale:
        return Conversion(own_edition(document, authored), ())
    return converted(document, locale, words.overrides(locale))
