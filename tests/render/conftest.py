"""The made-up release and its pages, rendered once."""

from pathlib import Path

import pytest

from i18n_news.render.environment import Templates
from i18n_news.render.html import html_renderer
from i18n_news.render.markdown import markdown_renderer
from tests.render.release import ISSUES, release

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="session")
def templates():
    return Templates([TEMPLATES])


@pytest.fixture(scope="session")
def pages(templates):
    rendered = html_renderer(templates)(release(), ISSUES)
    return {str(path): page.decode("utf-8") for path, page in rendered.items()}


@pytest.fixture(scope="session")
def markdown(templates):
    rendered = markdown_renderer(templates)(release(), ISSUES)
    return {str(path): text.decode("utf-8") for path, text in rendered.items()}


@pytest.fixture(scope="session")
def typesetter():
    """Typst with the fonts of every edition; installs them when they are missing."""
    from i18n_news.models import install, store
    from i18n_news.render.typesetter import Typesetter

    return Typesetter([store.find(name) or install.install(name) for name in ("fonts-zh-hans", "fonts-zh-hant")])
