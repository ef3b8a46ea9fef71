import json
import pickle
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest

from i18n_news.errors import EngineError
from i18n_news.models import mirror
from i18n_news.models.sources import MODELS, ArgosIndex, PackageIndex

from .conftest import FILES

# argostranslate reads the environment and makes its folders when it is imported: each test asks a process of its own.
ASK = """
import pickle, sys
from i18n_news.errors import EngineError
from i18n_news.models import argos_packages, install
argos_packages.INDEX_SECONDS = 3
try:
    print(install.install(pickle.loads(bytes.fromhex(sys.argv[1]))))
except EngineError as error:
    print("EngineError:", error)
print(sorted(name for name in sys.modules if name.partition(".")[0] in ("argostranslate", "minisbd", "ctranslate2")))
"""


@pytest.fixture
def argos(tiny, site, home, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{site.address}/argos/")
    offered = [
        {"from_code": "zh", "to_code": "en", "package_version": "1.8", "links": [f"{site.address}/files/old"]},
        {"from_code": "zh", "to_code": "en", "package_version": "1.9", "links": [f"{site.address}/files/tiny.zip"]},
    ]
    site.pages["/argos/index.json"] = json.dumps(offered).encode()
    return replace(tiny, store="argos", sources=(ArgosIndex("zh", "en", "1.9"), *tiny.sources))


def ask(model):
    command = [sys.executable, "-X", "utf8", "-c", ASK, pickle.dumps(model).hex()]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert run.returncode == 0, run.stderr
    answer, modules = run.stdout.splitlines()
    assert "argostranslate.translate" not in modules
    assert "minisbd" not in modules
    return answer


def packages(home):
    return home / ".local" / "share" / "argos-translate" / "packages"


def test_the_argos_index_is_asked_first_and_the_package_stands_where_argos_keeps_them(argos, site, home):
    assert ask(argos) == str(packages(home) / "tiny-1")
    assert (packages(home) / "tiny-1" / "sentencepiece.model").read_bytes() == FILES["sentencepiece.model"]
    assert [path for path, _ in site.asked] == ["/argos/index.json", "/files/tiny.zip"]


def test_a_stored_index_saves_asking(argos, site, home):
    stored = packages(home).parent / "index.json"
    stored.parent.mkdir(parents=True)
    stored.write_bytes(site.pages["/argos/index.json"])
    ask(argos)
    assert [path for path, _ in site.asked] == ["/files/tiny.zip"]


@pytest.mark.parametrize("stored", [b"", b"{", b'{"a": 1}', b"[]", b"[{}]", b"\xff\xff"])
def test_a_stored_index_that_is_of_no_use_is_fetched_anew(argos, site, home, stored):
    place = packages(home).parent / "index.json"
    place.parent.mkdir(parents=True)
    place.write_bytes(stored)
    assert ask(argos) == str(packages(home) / "tiny-1")
    assert site.asked[0][0] == "/argos/index.json"


@pytest.mark.parametrize("kind", ["nobody", "silent", "page", "no such package", "damaged file"])
def test_when_argos_does_not_give_it_the_mirror_does_soon(argos, site, home, kind, monkeypatch):
    if kind == "nobody":
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:9/")
    elif kind == "damaged file":
        site.pages["/files/tiny.zip"] = b"?" + site.pages["/files/tiny.zip"][1:]
    else:
        answers = {"silent": threading.Event(), "page": b"<html>", "no such package": b"[]"}
        site.pages["/argos/index.json"] = answers[kind]
    started = time.monotonic()
    assert ask(argos) == str(packages(home) / "tiny-1")
    assert site.ranges("/files/carrier-1.tar.gz") == [""]
    assert time.monotonic() - started < 10


def test_all_tries_stand_in_the_error(argos, site, home):
    site.pages.pop("/argos/index.json")
    site.pages.pop("/files/carrier-1.tar.gz")
    answer = ask(argos)
    assert answer.startswith("EngineError: ")
    assert "the Argos index: HTTP 404; Carrier on " in answer


def test_a_home_that_cannot_be_written_is_one_line(argos, home):
    (home / ".local").write_bytes(b"")
    assert ask(argos).startswith("EngineError: Argos Translate's own settings cannot be used (")


def test_importing_the_rooms_modules_does_nothing(home):
    program = (
        "import sys\n"
        "from i18n_news.models import install, store, mirror, argos_packages\n"
        "print([name for name in ('requests', 'pypi_simple', 'argostranslate') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.strip() == "[]"
    assert list(home.iterdir()) == []


def test_the_pinned_table_names_no_host():
    assert "://" not in repr(MODELS)


@pytest.mark.network
def test_the_real_mirror_has_the_pinned_files(monkeypatch):
    for model in MODELS:
        for source in model.sources:
            if isinstance(source, PackageIndex):
                assert any(found(mirror.locate, source, index) for index in mirror.indexes())


def found(locate, source, index):
    try:
        return locate(source, index)
    except EngineError:
        return ""
