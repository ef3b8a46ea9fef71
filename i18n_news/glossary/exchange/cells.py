"""An entry as texts by column, as every form writes them."""

from datetime import date

from i18n_news.glossary.terms import COLUMNS, DATES, Term


def texts_of(term: Term) -> dict[str, str]:
    """Every column of the design in its order; what says nothing is empty."""
    texts = {}
    for column, name in COLUMNS.items():
        value = getattr(term, name)
        if isinstance(value, date):
            value = "" if value == DATES[name] else value.isoformat()
        texts[column] = "; ".join(value) if isinstance(value, tuple) else value
    return texts
