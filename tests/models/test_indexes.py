import os
import sys

import pytest

from i18n_news.models.indexes import certificates, configured_indexes
from i18n_news.models.mirror import shown

DEFAULT = "https://default.example/simple"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the places of the files differ by system")


@pytest.fixture
def environment(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "prefix"))
    # The machine's own files in /etc must not be read by a test.
    return {"HOME": str(tmp_path), "PIP_CONFIG_FILE": os.devnull, "UV_NO_CONFIG": "1"}


def pip_file(tmp_path, environment, text):
    (tmp_path / "pip.ini").write_text(text, encoding="utf-8")
    environment["PIP_CONFIG_FILE"] = str(tmp_path / "pip.ini")


def uv_file(tmp_path, environment, text):
    (tmp_path / "uv.toml").write_text(text, encoding="utf-8")
    del environment["UV_NO_CONFIG"]
    environment["UV_CONFIG_FILE"] = str(tmp_path / "uv.toml")


@pytest.mark.parametrize(
    ("variables", "indexes"),
    [
        ({}, (DEFAULT,)),
        ({"PIP_INDEX_URL": "https://a/s"}, ("https://a/s",)),
        ({"PIP_INDEX_URL": "https://a/s", "UV_INDEX_URL": "https://b/s"}, ("https://b/s",)),
        ({"UV_DEFAULT_INDEX": "office=https://c/s", "UV_INDEX_URL": "https://b/s"}, ("https://c/s",)),
        ({"PIP_EXTRA_INDEX_URL": "https://a/s  file:///b"}, (DEFAULT, "https://a/s", "file:///b")),
        ({"UV_INDEX": "x=https://a/s https://a/s"}, (DEFAULT, "https://a/s")),
        ({"PIP_INDEX_URL": "/srv/a b"}, ("file:///srv/a%20b",)),
        ({"PIP_INDEX_URL": "ftp://a"}, (DEFAULT,)),
        ({"PIP_INDEX_URL": ""}, (DEFAULT,)),
    ],
)
def test_the_environment_names_the_indexes(environment, variables, indexes):
    assert configured_indexes(environment | variables, DEFAULT) == indexes


@pytest.mark.parametrize(
    ("text", "indexes"),
    [
        ("[global]\nindex-url = https://a/s\n", ("https://a/s",)),
        ("\ufeff[global]\nindex_url = https://a/100%25\n", ("https://a/100%25",)),
        ("[install]\nindex-url = https://a/s\n", ("https://a/s",)),
        ("[global]\nextra-index-url =\n  https://a/s\n  file:///b\n", (DEFAULT, "https://a/s", "file:///b")),
        ("[list]\nindex-url = https://a/s\n", (DEFAULT,)),
        ("not a configuration", (DEFAULT,)),
    ],
)
def test_pip_files_are_read(environment, tmp_path, text, indexes):
    pip_file(tmp_path, environment, text)
    assert configured_indexes(environment, DEFAULT)[: len(indexes)] == indexes


@pytest.mark.parametrize(
    ("text", "indexes"),
    [
        ('index-url = "https://a/s"', ("https://a/s",)),
        ('[[index]]\nname = "a"\nurl = "https://a/s"\ndefault = true', ("https://a/s",)),
        ('[[index]]\nurl = "https://a/s"\n[[index]]\nurl = "https://b/s"\nexplicit = true', (DEFAULT, "https://a/s")),
        ('extra-index-url = ["https://a/s"]', (DEFAULT, "https://a/s")),
        ("index = 3", (DEFAULT,)),
        ("broken", (DEFAULT,)),
    ],
)
def test_uv_files_are_read(environment, tmp_path, text, indexes):
    uv_file(tmp_path, environment, text)
    assert configured_indexes(environment, DEFAULT) == indexes


def test_the_environment_beats_uv_and_uv_beats_pip(environment, tmp_path):
    pip_file(tmp_path, environment, "[global]\nindex-url = https://pip/s\n")
    assert configured_indexes(environment, DEFAULT)[0] == "https://pip/s"
    uv_file(tmp_path, environment, 'index-url = "https://uv/s"')
    assert configured_indexes(environment, DEFAULT)[0] == "https://uv/s"
    assert configured_indexes(environment | {"PIP_INDEX_URL": "https://env/s"}, DEFAULT)[0] == "https://env/s"


def test_the_first_bundle_that_is_there_is_trusted(environment, tmp_path):
    bundle = tmp_path / "office.pem"
    bundle.write_bytes(b"")
    assert certificates(environment) is None
    assert certificates(environment | {"PIP_CERT": str(tmp_path / "none"), "SSL_CERT_FILE": str(bundle)}) == bundle
    pip_file(tmp_path, environment, f"[global]\ncert = {bundle}\n")
    assert certificates(environment) == bundle


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("https://user:secret@a:8/s", "https://a:8/s"),
        ("https://a/s?token=secret", "https://a/s"),
        ("file:///b", "file:///b"),
    ],
)
def test_an_address_is_shown_without_its_password(address, text):
    assert shown(address) == text
