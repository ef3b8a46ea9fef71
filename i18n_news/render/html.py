"""The pages of a release: one for each edition, both languages side by side, and the review sheet."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from i18n_news.model import Document, Issue, Locale
from i18n_news.render.environment import Templates
from i18n_news.render.house import House, imprint
from i18n_news.render.review import review_sheet
from i18n_news.render.views import NO_HOUSE, Renderer, release_view


def html_renderer(templates: Templates, house: House = NO_HOUSE) -> Renderer:
    """A renderer that needs no network and no other file: every page carries its style."""

    def render(document: Document, issues: Sequence[Issue]) -> Mapping[PurePosixPath, bytes]:
        pages = {f"{locale}.html": edition_page(templates, document, locale, house) for locale in document.editions}
        if Locale.EN in document.editions and document.locale is not Locale.EN:
            pages["bilingual.html"] = bilingual_page(templates, document, house)
        pages["review.html"] = review_page(templates, document, issues)
        return {PurePosixPath(name): page.encode("utf-8") for name, page in pages.items()}

    return render


def edition_page(templates: Templates, document: Document, locale: Locale, house: House = NO_HOUSE) -> str:
    return templates.fill("edition.html", release=release_view(document, (locale,), house), logo=_address(house))


def bilingual_page(templates: Templates, document: Document, house: House = NO_HOUSE) -> str:
    release = release_view(document, (document.locale, Locale.EN), house)
    return templates.fill("bilingual.html", release=release, logo=_address(house))


def review_page(templates: Templates, document: Document, issues: Sequence[Issue]) -> str:
    return templates.fill(
        "review.html",
        title=release_view(document, (document.locale,)).title,
        locale=document.locale,
        imprint=imprint(document, document.locale),
        sheet=review_sheet(document, issues),
    )


def _address(house: House) -> str:
    """The logo as an address that needs no other file; empty without one."""
    return f"data:{house.logo_type};base64,{b64encode(house.logo).decode()}" if house.logo else ""
