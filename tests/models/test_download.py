import logging
import threading
import time

import pytest

from i18n_news.errors import EngineError
from i18n_news.models import download
from i18n_news.models.download import fetch, local_path, read_within

from .conftest import pin

DATA = bytes(range(256)) * 4000
PINNED = pin("model.zip", DATA)


@pytest.fixture
def address(site, home):
    site.pages["/m"] = DATA
    return f"{site.address}/m"


def nothing(what, done, total):
    pass


def test_a_dropped_connection_goes_on_where_it_stopped(site, address, tmp_path):
    site.cuts["/m"] = [600_000]
    assert fetch(address, PINNED, tmp_path, nothing).read_bytes() == DATA
    first, second = site.ranges("/m")
    assert first == ""
    assert 0 < int(second.removeprefix("bytes=").rstrip("-")) <= 600_000


def test_an_interrupted_download_goes_on_in_the_next_run(site, address, tmp_path):
    def interrupt(what, done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(address, PINNED, tmp_path, interrupt)
    kept = (tmp_path / "model.zip.part").stat().st_size
    assert 0 < kept < len(DATA)
    assert fetch(address, PINNED, tmp_path, nothing).read_bytes() == DATA
    assert site.ranges("/m") == ["", f"bytes={kept}-"]


def test_a_server_without_ranges_starts_again(site, address, tmp_path):
    site.knows_ranges = False
    site.cuts["/m"] = [600_000]
    assert fetch(address, PINNED, tmp_path, nothing).read_bytes() == DATA


def test_a_server_that_gives_up_leaves_what_came_and_says_how_far(site, address, tmp_path):
    site.cuts["/m"] = [600_000, 0, 0, 0, 0, 0]
    with pytest.raises(EngineError, match=r"^the connection broke off at [\d,]+ of 1,024,000 bytes$"):
        fetch(address, PINNED, tmp_path, nothing)
    assert (tmp_path / "model.zip.part").stat().st_size > 0


def test_a_damaged_download_is_deleted_and_reported(site, address, tmp_path, caplog):
    site.pages["/m"] = b"?" + DATA[1:]
    with caplog.at_level(logging.WARNING), pytest.raises(EngineError, match="arrived damaged"):
        fetch(address, PINNED, tmp_path, nothing)
    assert "model.zip arrived damaged" in caplog.text
    assert list(tmp_path.glob("model*")) == []


def test_damage_in_the_older_part_is_mended_by_a_fresh_start(site, address, tmp_path):
    (tmp_path / "model.zip.part").write_bytes(b"?" * 1000)
    assert fetch(address, PINNED, tmp_path, nothing).read_bytes() == DATA
    assert site.ranges("/m") == ["bytes=1000-", ""]


def test_a_page_in_the_place_of_the_file_is_not_taken(site, address, tmp_path):
    site.pages["/m"] = b"<html>Please log in</html>"
    with pytest.raises(EngineError, match="the file there is another one"):
        fetch(address, PINNED, tmp_path, nothing)


def test_nothing_at_the_address_is_said_at_once(site, address, tmp_path):
    with pytest.raises(EngineError, match=r"^HTTP 404$"):
        fetch(f"{site.address}/none", PINNED, tmp_path, nothing)
    assert len(site.asked) == 1


def test_nobody_at_the_address_is_said_at_once(home, tmp_path):
    started = time.monotonic()
    with pytest.raises(EngineError, match="cannot be reached"):
        fetch("http://127.0.0.1:9/m", PINNED, tmp_path, nothing)
    assert time.monotonic() - started < 3


def test_a_file_address_is_copied(tmp_path):
    source = tmp_path / "来 源" / "m"
    source.parent.mkdir()
    source.write_bytes(DATA)
    assert local_path(source.as_uri()) == source
    assert fetch(source.as_uri(), PINNED, tmp_path, nothing).read_bytes() == DATA


def test_a_silent_server_is_left_when_the_time_is_over(site, home):
    site.pages["/slow"] = threading.Event()
    started = time.monotonic()
    with pytest.raises(EngineError, match=r"no answer in"):
        read_within(f"{site.address}/slow", 0.3)
    assert time.monotonic() - started < 2


def test_a_server_that_trickles_is_left_too(home, monkeypatch):
    monkeypatch.setattr(download, "_read", lambda *_: time.sleep(3))
    started = time.monotonic()
    with pytest.raises(EngineError, match=r"^no answer in 0\.2 s$"):
        read_within("http://127.0.0.1/", 0.2)
    assert time.monotonic() - started < 2


def test_too_long_an_answer_is_refused(site, address):
    with pytest.raises(EngineError, match="longer than 1,000 bytes"):
        read_within(address, 5, most=1000)
