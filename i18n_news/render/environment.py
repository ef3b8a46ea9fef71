"""The only door to Jinja2: templates of the workspace first, the packaged ones behind them."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from i18n_news.errors import FormatError

if TYPE_CHECKING:
    from jinja2 import Environment

# What an expression of a template can raise besides Jinja2's own errors: {{ 1 / 0 }}, {{ none + 1 }}, {{ "a"[9] }}.
EXPRESSION_ERRORS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


class Templates:
    """Loaded house templates; an earlier folder beats a later one, file by file."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._environment = _environment(self._folders)

    def fill(self, name: str, **values: object) -> str:
        """The template called `name` with these values; raises FormatError with the template's file and line."""
        from jinja2 import TemplateError

        try:
            return self._environment.get_template(name).render(values)
        except (TemplateError, *EXPRESSION_ERRORS) as error:
            raise FormatError(self._complaint(name, error)) from error

    def path(self, name: str) -> Path:
        """The file of a template that is no text; raises FormatError when no folder has it."""
        for folder in self._folders:
            if (folder / name).is_file():
                return folder / name
        places = ", ".join(map(str, self._folders))
        raise FormatError(f"template {name} is in none of {places}; restore it or correct the name")

    def _complaint(self, name: str, error: Exception) -> str:
        from jinja2 import TemplateNotFound, TemplateSyntaxError

        if isinstance(error, TemplateNotFound):
            places = ", ".join(map(str, self._folders))
            return f"template {error.name or name} is in none of {places}; restore it or correct the name"
        if isinstance(error, TemplateSyntaxError):
            return f"{error.filename or error.name or name}:{error.lineno}: {error.message}; correct the template"
        if isinstance(error, UnicodeDecodeError):
            return f"template {name} or one that it uses is not UTF-8; save it as UTF-8"
        frames = traceback.extract_tb(error.__traceback__)
        here = [frame for frame in frames if any(Path(frame.filename).is_relative_to(place) for place in self._folders)]
        place = f"{here[-1].filename}:{here[-1].lineno}" if here else name
        return f"{place}: {error}; correct the template"


def document_environment() -> Environment:
    """For the fields in a Word document, which has no other templates to load; unknown fields are errors."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def template_fault(error: Exception) -> str:
    """What is wrong with the fields of a document in one line; a document has no line numbers to name."""
    from jinja2 import TemplateSyntaxError

    message = error.message if isinstance(error, TemplateSyntaxError) else str(error)
    context = " ".join(" ".join(getattr(error, "docx_context", ())).split())
    return f"{' '.join(str(message).split())}" + (f" (near: {context[:120]})" if context else "")


def _environment(folders: Sequence[Path]) -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    loader = FileSystemLoader([str(folder) for folder in folders], encoding="utf-8")
    environment = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=_is_markup,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

    def asset(name: str) -> Markup:
        """A file of the templates as it stands: a stylesheet may hold `{#`, which Jinja2 would take for a comment."""
        source, _, _ = loader.get_source(environment, name)
        return Markup(source.replace("\r\n", "\n"))

    environment.globals["asset"] = asset
    return environment


def _is_markup(name: str | None) -> bool:
    """Everything is escaped as HTML but plain text and Markdown, which have rules of their own."""
    return name is None or not name.endswith((".md", ".txt"))
