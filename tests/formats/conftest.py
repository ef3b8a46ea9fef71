"""What the tests of the readers share with those of the renderers: Typst with its fonts."""

from tests.render.conftest import typesetter

__all__ = ["typesetter"]
