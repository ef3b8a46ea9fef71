"""Fetch a pinned file: streamed, resumed by Range after an interruption, and verified by its hash."""

import hashlib
import logging
import os
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from i18n_news.errors import EngineError
from i18n_news.models.indexes import certificates
from i18n_news.models.sources import Pinned

if TYPE_CHECKING:
    import requests

Progress = Callable[[str, int, int], None]
"""What is being done, how many bytes of it are done, and how many there are."""

CONNECT_SECONDS = 5.0
READ_SECONDS = 30.0
# What has come of a chunk is lost when the connection breaks off in it, so it is small.
CHUNK = 1 << 15
# After a connection that brought something breaks off: seconds before each try that brings nothing more.
RETRY_PAUSES = (0.0, 1.0, 3.0)
MOST_CONNECTIONS = 50

log = logging.getLogger(__name__)


def fetch(address: str, pinned: Pinned, folder: Path, progress: Progress) -> Path:
    """The verified file in folder; a broken download stays there as `.part` for the next time.

    EngineError says the reason in a few words, without the address.
    """
    target, part = folder / pinned.name, folder / f"{pinned.name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if _length(target) == pinned.size and sha256_of(target) == pinned.sha256:
            return target
        has_older_bytes = _length(part) > 0
        _complete(address, pinned, part, progress)
        if sha256_of(part) != pinned.sha256 and has_older_bytes:
            # The older bytes may be the damaged ones: once more from the start.
            part.unlink()
            _complete(address, pinned, part, progress)
        if sha256_of(part) != pinned.sha256:
            part.unlink()
            log.warning("%s arrived damaged and was deleted", pinned.name)
            raise EngineError("the file arrived damaged (its sha256 differs) and was deleted")
        part.replace(target)
        return target
    except OSError as error:
        raise EngineError(f"cannot write {part} ({error.strerror or error})") from error


def read_within(address: str, seconds: float, most: int = 1 << 24) -> bytes:
    """The whole answer of at most so many bytes; EngineError after so many seconds in all."""
    answers: queue.SimpleQueue[bytes | str] = queue.SimpleQueue()

    def read() -> None:
        try:
            answers.put(_read(address, seconds, most))
        except Exception as error:
            answers.put(in_words(error))

    # No time-out of a socket covers the resolving of names, so a thread is left behind when it takes too long.
    threading.Thread(target=read, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise EngineError(f"no answer in {seconds:g} s") from None
    if isinstance(answer, str):
        raise EngineError(answer)
    return answer


def open_session() -> "requests.Session":
    """A session with the user's proxies and certificates; the caller closes it."""
    import requests

    session = requests.Session()
    session.headers["User-Agent"] = "i18n-news"
    bundle = certificates(os.environ)
    if bundle is not None:
        session.verify = str(bundle)
    return session


def in_words(error: Exception) -> str:
    """A network error in a few words that name no address (it may hold a password)."""
    import requests

    if isinstance(error, EngineError):
        return str(error)
    if isinstance(error, requests.HTTPError) and error.response is not None:
        return f"HTTP {error.response.status_code}"
    for kind, words in (
        (requests.exceptions.SSLError, "its certificate was not accepted; SSL_CERT_FILE names a bundle of your own"),
        (requests.exceptions.ProxyError, "the proxy gave no way through"),
        (requests.Timeout, "no answer in time"),
        (requests.exceptions.ChunkedEncodingError, "the connection broke off"),
        (requests.ConnectionError, "cannot be reached"),
    ):
        if isinstance(error, kind):
            return words
    return f"failed with {type(error).__name__}"


def sha256_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def local_path(address: str) -> Path:
    """The path that a file: address stands for, on Windows too."""
    from urllib.request import url2pathname

    parts = urlsplit(address)
    share = f"//{parts.netloc}" if parts.netloc not in ("", "localhost") else ""
    return Path(url2pathname(share + parts.path))


def _complete(address: str, pinned: Pinned, part: Path, progress: Progress) -> None:
    """Bring part to the pinned size, by as many connections as it takes while they bring something."""
    if _length(part) > pinned.size:
        part.unlink()
    if urlsplit(address).scheme == "file":
        _copy(local_path(address), pinned, part, progress)
        return
    first = have = _length(part)
    barren = 0
    reason = ""
    with open_session() as session:
        for _ in range(MOST_CONNECTIONS):
            if have == pinned.size:
                return
            reason = _continue(session, address, pinned, part, progress)
            gained, have = _length(part) > have, _length(part)
            barren = 0 if gained else barren + 1
            # What never brought anything will hardly do so now, and the next source is waiting.
            if have <= first or barren >= len(RETRY_PAUSES):
                break
            time.sleep(RETRY_PAUSES[barren])
    if have != pinned.size:
        raise EngineError(f"{reason} at {have:,} of {pinned.size:,} bytes" if have else reason)


def _continue(session: "requests.Session", address: str, pinned: Pinned, part: Path, progress: Progress) -> str:
    """Append what one connection brings and say why it ended; EngineError when trying again is no use."""
    import requests

    have = _length(part)
    # Identity: bytes that a server compresses on the way have other offsets than the file.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    try:
        limits = (CONNECT_SECONDS, READ_SECONDS)
        with session.get(address, stream=True, timeout=limits, headers=headers) as response:
            if response.status_code < 500 and response.status_code not in (408, 416, 429) and not response.ok:
                raise EngineError(f"HTTP {response.status_code}")
            if response.status_code != 416:
                response.raise_for_status()
            if response.status_code == 416:
                part.unlink()
            start = _start(response, have, pinned)
            with part.open("ab" if start else "wb") as stream:
                for chunk in response.iter_content(CHUNK):
                    stream.write(chunk)
                    if stream.tell() > pinned.size:
                        raise EngineError("the file there is longer than the pinned one")
                    progress(pinned.name, stream.tell(), pinned.size)
    except (requests.exceptions.SSLError, requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema) as error:
        raise EngineError(in_words(error)) from error
    except (requests.RequestException, ValueError) as error:
        return in_words(error)
    return "the connection broke off"


def _start(response: "requests.Response", have: int, pinned: Pinned) -> int:
    """The offset of the first byte that the answer brings; EngineError when it is of another file."""
    if response.status_code == 206:
        span, _, total = response.headers.get("Content-Range", "").removeprefix("bytes ").partition("/")
        is_continued = span.startswith(f"{have}-")
        start = have
    else:
        total = response.headers.get("Content-Length", "*")
        is_continued = response.status_code == 200
        start = 0
    if not is_continued or (total.isdecimal() and int(total) != pinned.size):
        raise EngineError(f"the file there is another one (HTTP {response.status_code}, {total} bytes)")
    return start


def _copy(source: Path, pinned: Pinned, part: Path, progress: Progress) -> None:
    try:
        stream = source.open("rb")
    except OSError as error:
        raise EngineError(f"cannot read {source} ({error.strerror or error})") from error
    with stream, part.open("wb") as copy:
        while chunk := stream.read(CHUNK):
            copy.write(chunk)
            progress(pinned.name, min(copy.tell(), pinned.size), pinned.size)


def _read(address: str, seconds: float, most: int) -> bytes:
    if urlsplit(address).scheme == "file":
        return local_path(address).read_bytes()[:most]
    with (
        open_session() as session,
        session.get(address, stream=True, timeout=seconds) as response,
    ):
        response.raise_for_status()
        content = b""
        for chunk in response.iter_content(CHUNK):
            content += chunk
            if len(content) > most:
                raise EngineError(f"the answer is longer than {most:,} bytes")
        return content


def _length(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
