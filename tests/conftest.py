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
