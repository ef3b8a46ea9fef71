"""The renderers of the formats that a workspace chose, each with the house's templates, words and fonts."""

from collections.abc import Callable

from i18n_news.config import Config
from i18n_news.model import Locale
from i18n_news.render.docx import docx_renderer
from i18n_news.render.environment import Templates
from i18n_news.render.house import open_house
from i18n_news.render.html import html_renderer
from i18n_news.render.markdown import markdown_renderer, text_renderer
from i18n_news.render.pdf import pdf_renderer
from i18n_news.render.typesetter import Typesetter
from i18n_news.render.views import Renderer


def chosen_renderers(config: Config, templates: Templates, typesetter: Typesetter | None) -> list[Renderer]:
    """In the order of config.FORMATS; without a typesetter there is no .pdf."""
    house = open_house(config)
    made = {
        "html": html_renderer(templates, house),
        "md": markdown_renderer(templates, house),
        "txt": text_renderer(templates, house),
        "docx": docx_renderer(templates, house),
    }
    if typesetter:
        made["pdf"] = pdf_renderer(templates, typesetter, house)
    return [made[name] for name in config.build.chosen_formats if name in made]


def open_typesetter(
    config: Config, *, offline: bool = False, progress: Callable[[str, int, int], None] | None = None
) -> Typesetter | None:
    """Typst with the fonts of the editions, installed when they are missing; None where no .pdf is wanted."""
    from i18n_news.models import install
    from i18n_news.models.sources import FONTS_HANS, FONTS_HANT

    if "pdf" not in config.build.chosen_formats:
        return None
    is_traditional = any(Locale(locale).is_traditional for locale in config.build.editions)
    # The Simplified fonts are wanted for every page: they have what the Traditional ones lack, and the source.
    fonts = (FONTS_HANS, FONTS_HANT) if is_traditional else (FONTS_HANS,)
    return Typesetter([install.install(model, offline=offline, progress=progress) for model in fonts])
