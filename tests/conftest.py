"""What all tests share: the real engine, installed when it is missing, and the folder of measuring data."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A noisy machine must not fail a property for being slow.
settings.register_profile("default", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared():
    """The measuring data beside the repository; a clone on its own does not have it."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with the measuring data is not here")
    return SHARED


@pytest.fixture(scope="session")
def engine():
    """The real engine at the default settings; installs the model when it is missing."""
    from i18n_news.config import Config
    from i18n_news.pipeline import open_engine

    return open_engine(Config())


def pytest_collection_modifyitems(items):
    """Whatever asks for the real engine is marked, so that it can be left out by -m 'not engine'."""
    for item in items:
        if {"engine", "models", "tagger"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("engine")


@pytest.fixture(scope="session")
def models():
    """The real engine and the real name tagger, as a build opens them."""
    from i18n_news.config import Config
    from i18n_news.pipeline import open_models

    return open_models(Config())


@pytest.fixture(scope="session")
def tagger():
    """The real name tagger; installs the model when it is missing."""
    from i18n_news.models import install, store
    from i18n_news.names.tagger import Tagger

    return Tagger(store.find("lac") or install.install("lac"))
