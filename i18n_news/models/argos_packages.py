"""Where Argos Translate keeps its packages and what its index offers (the only door to argostranslate).

Never `argostranslate.translate` nor `.sbd`: they load a sentence splitter that is AGPL-3.0 and downloads a model.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from i18n_news.errors import EngineError, NewsError
from i18n_news.files import write_atomic
from i18n_news.models.download import read_within
from i18n_news.models.sources import ArgosIndex

INDEX_SECONDS = 5.0


def package_folders() -> tuple[Path, ...]:
    """The folders that Argos looks into; the first is the one that it installs into."""
    settings = _settings()
    first = Path(settings.package_data_dir)
    return (first, *(Path(folder) for folder in settings.package_dirs if Path(folder) != first))


def index_links(source: ArgosIndex) -> tuple[str, ...]:
    """The addresses of the package's archive; asks the network when the index file here does not have it."""
    settings = _settings()
    stored = Path(settings.local_package_index)
    links = tuple(_links(stored, source))
    if links:
        return links
    content = read_within(settings.remote_package_index, INDEX_SECONDS)
    try:
        # Parsed before it is stored: Argos itself fails on a stored index that is no list.
        is_index = isinstance(json.loads(content), list)
    except ValueError:
        is_index = False
    if not is_index:
        raise EngineError("its answer is not an index")
    try:
        write_atomic(stored, content)
    except NewsError as error:
        raise EngineError(str(error)) from error
    links = tuple(_links(stored, source))
    if not links:
        raise EngineError(f"it does not have {source.from_code} to {source.to_code} {source.version}")
    return links


def _links(stored: Path, source: ArgosIndex) -> Iterator[str]:
    # Without the file, get_available_packages() calls itself until the stack is full.
    if not stored.is_file():
        return
    from argostranslate import package

    try:
        offered = package.get_available_packages()
    except Exception:
        # A damaged index file raises whatever its damage happens to hit; a fresh one is fetched then.
        return
    wanted = (source.from_code, source.to_code, source.version)
    for entry in offered:
        if (entry.from_code, entry.to_code, entry.package_version) == wanted:
            yield from (link for link in entry.links if str(link).startswith(("https://", "http://")))


def _settings() -> Any:
    """Argos makes its folders below the home when this module is imported, hence never before it is needed."""
    try:
        from argostranslate import settings
    except Exception as error:
        raise EngineError(
            f"Argos Translate's own settings cannot be used ({error}); mend them and run again"
        ) from error
    return settings
