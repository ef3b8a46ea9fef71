"""Where the bytes of a release come from: a file, standard input, or a page of the web that a person asks for."""

import re
import sys
import time
import urllib.error
import urllib.request
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from i18n_news.errors import InputError
from i18n_news.formats.guard import MAX_FILE

STANDARD_INPUT = Path("-")
MAX_BYTES = 20_000_000
TIMEOUT = 15.0
TOTAL = 60.0
_CHUNK = 65_536


def content_of(file: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`; never more than the readers take. InputError says why not."""
    try:
        if file == STANDARD_INPUT:
            return sys.stdin.buffer.read(MAX_FILE + 1)
        with file.open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        raise InputError(f"{file}: there is no such file; check the name") from error
    except OSError as error:
        raise InputError(
            f"{file}: cannot be read ({error.strerror}); close it elsewhere or check its rights"
        ) from error


def fetch(url: str) -> bytes:
    """The content at a URL after at most a few redirections; InputError in one line for whatever goes wrong."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url}: only http:// and https:// addresses are fetched; save other pages and give the file")
    opener = urllib.request.build_opener(_OnlyWeb())
    request = urllib.request.Request(url, headers={"User-Agent": "i18n-news", "Accept": "text/html, */*;q=0.5"})
    deadline = time.monotonic() + TOTAL
    content = bytearray()
    try:
        with opener.open(request, timeout=TIMEOUT) as answer:
            while chunk := answer.read(_CHUNK):
                content += chunk
                if len(content) > MAX_BYTES:
                    raise InputError(f"{url}: larger than {MAX_BYTES // 1_000_000} MB; save the page and give the file")
                if time.monotonic() > deadline:
                    raise InputError(f"{url}: takes more than {TOTAL:.0f} s; save the page and give the file")
    except urllib.error.HTTPError as error:
        error.close()
        raise InputError(f"{url}: the server answers {error.code}; open it in a browser and save the page") from None
    except (urllib.error.URLError, HTTPException, OSError, ValueError) as error:
        reason = re.sub(r"\s+", " ", str(getattr(error, "reason", error)))[:80]
        raise InputError(f"{url}: cannot be fetched ({reason}); save the page and give the file") from None
    return bytes(content)


def name_of(url: str) -> str:
    """A name for what is fetched: the last part of the path without its suffix, else the host."""
    parts = urlsplit(url)
    return PurePosixPath(unquote(parts.path)).stem or parts.hostname or "page"


class _OnlyWeb(urllib.request.HTTPRedirectHandler):
    """Follows redirections to http and https alone; urllib would follow ftp too."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        if urlsplit(newurl).scheme not in ("http", "https"):
            fp.close()
            raise urllib.error.URLError("redirected to what is no web page")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
