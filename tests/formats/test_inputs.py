"""Where a release comes from: a file, standard input, or a page that a person asks for."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from i18n_news.errors import InputError
from i18n_news.formats import inputs
from i18n_news.formats.inputs import content_of, fetch, name_of

PAGE = "<html><body><p>江畔港区的智慧闸口今天正式启用，企业代表参加了活动。</p></body></html>".encode()


@pytest.fixture
def server():
    """A server on this machine: / has a page, /away leads out of the web, /endless never ends, all else is missing."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path == "/away":
                self.send_response(302)
                self.send_header("Location", "ftp://127.0.0.1/page")
                self.end_headers()
                return
            self.send_response(200 if self.path in ("/", "/endless") else 404)
            self.end_headers()
            self.wfile.write(PAGE if self.path != "/endless" else b"a" * 3000)

        def log_message(self, *arguments):
            pass

    served = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=served.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    thread.join()
    served.server_close()


def test_a_page_is_fetched(server):
    assert fetch(f"{server}/") == PAGE


@pytest.mark.parametrize(
    ("path", "words"), [("/missing", "the server answers 404"), ("/away", "redirected to what is no web page")]
)
def test_what_cannot_be_fetched_is_one_line(server, path, words):
    with pytest.raises(InputError, match=words) as caught:
        fetch(server + path)
    assert "\n" not in str(caught.value)


def test_a_page_that_never_ends_is_cut_off(server, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_BYTES", 1000)
    with pytest.raises(InputError, match="larger than"):
        fetch(f"{server}/endless")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a/b", "page.html", "http://", "//a/b"])
def test_only_web_addresses_are_fetched(url):
    with pytest.raises(InputError, match="only http:// and https://"):
        fetch(url)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/news/t20260508_12.html", "t20260508_12"),
        ("https://a.example/", "a.example"),
        ("https://a.example/%E6%B8%AF.html?x=1", "港"),
    ],
)
def test_a_page_is_called_after_its_address(url, name):
    assert name_of(url) == name


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    for path in (tmp_path / "nothing.docx", tmp_path):
        with pytest.raises(InputError, match=r"there is no such file|cannot be read"):
            content_of(path)


def test_a_dash_is_standard_input(monkeypatch):
    class Stdin:
        class buffer:  # noqa: N801 - the attribute's name
            read = staticmethod(lambda size: PAGE[:size])

    monkeypatch.setattr(inputs.sys, "stdin", Stdin)
    assert content_of(Path("-")) == PAGE
