"""Terms into the file of another tool, with a remark for whatever its form cannot hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n_news.errors import GlossaryError
from i18n_news.files import write_atomic
from i18n_news.glossary.exchange import delimited, tbx_write, xlsx_write
from i18n_news.glossary.exchange.merging import merge
from i18n_news.glossary.exchange.remarks import Remark, RemarkKind
from i18n_news.glossary.terms import Term

# The suffixes that each form may have; the first form of a suffix is the one that is meant when none is named.
FORMS: dict[str, tuple[str, ...]] = {
    "tsv": (".tsv",),
    "csv": (".csv",),
    "xlsx": (".xlsx",),
    "tbx2": (".tbx", ".xml"),
    "tbx3": (".tbx", ".xml"),
    "omegat": (".txt", ".utf8", ".tab", ".csv", ".tbx"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """How many entries stand in the file, and what it does not hold of those that were given."""

    count: int
    remarks: tuple[Remark, ...]


def write_terms(terms: Iterable[Term], path: Path, form: str = "") -> Written:
    """Write the terms, of duplicates the first; the form is that of the suffix unless one is named."""
    merged = merge(terms)
    data, remarks = exported(merged.terms, path, form)
    write_atomic(path, data)
    unwritten = sum(remark.kind is RemarkKind.UNWRITTEN for remark in remarks)
    return Written(len(merged.terms) - unwritten, (*merged.remarks, *remarks))


def export_terms(terms: Iterable[Term], path: Path, form: str = "") -> tuple[Remark, ...]:
    """What `write_terms` has to say."""
    return write_terms(terms, path, form).remarks


def exported(terms: Sequence[Term], path: Path, form: str = "") -> tuple[bytes, tuple[Remark, ...]]:
    """What `export_terms` writes; the path only says which form. GlossaryError when form and suffix do not fit."""
    suffix = path.suffix.lower()
    form = form or next((name for name, suffixes in FORMS.items() if suffix in suffixes), "")
    if form not in FORMS or suffix not in FORMS[form]:
        known = "; ".join(f"{name}: {' '.join(suffixes)}" for name, suffixes in FORMS.items())
        raise GlossaryError(path, 0, f"{form or 'no form'} cannot be written to {suffix or 'no suffix'} ({known})")
    match form:
        case "tsv":
            return delimited.tsv(terms)
        case "csv":
            return delimited.csv_for_excel(terms)
        case "xlsx":
            return xlsx_write.write(terms)
        case "tbx2":
            return tbx_write.write(terms, tbx_write.V2)
        case "tbx3":
            return tbx_write.write(terms, tbx_write.V3)
    if suffix == ".tbx":
        return tbx_write.write(terms, tbx_write.V2, is_plain=True)
    if suffix == ".csv":
        return delimited.omegat_csv(terms)
    return delimited.omegat_tsv(terms)
