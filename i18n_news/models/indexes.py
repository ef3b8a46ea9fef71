"""Which Python package indexes and which certificates the user has configured for pip and uv."""

import configparser
import os
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_OWN_INDEX = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL")
_MORE_INDEXES = ("UV_INDEX", "UV_EXTRA_INDEX_URL", "PIP_EXTRA_INDEX_URL")


def configured_indexes(environment: Mapping[str, str], default: str) -> tuple[str, ...]:
    """Addresses of simple indexes in the order to ask them: the environment, uv's files, pip's files, else default.

    As pip does it, an index of one's own takes the default's place and extra ones come after it.
    """
    uv, pip = _uv_settings(environment), _pip_settings(environment)
    own = [*(environment.get(name, "") for name in _OWN_INDEX), uv.get("index-url", ""), pip.get("index-url", "")]
    more = [*(environment.get(name, "") for name in _MORE_INDEXES), uv.get("extra", ""), pip.get("extra-index-url", "")]
    first = next(filter(None, map(_address, own)), default)
    return tuple(dict.fromkeys([first, *filter(None, map(_address, " ".join(more).split()))]))


def certificates(environment: Mapping[str, str]) -> Path | None:
    """The bundle of certificates to trust instead of the built-in one."""
    names = ("REQUESTS_CA_BUNDLE", "PIP_CERT", "SSL_CERT_FILE")
    places = [*(environment.get(name, "") for name in names), _pip_settings(environment).get("cert", "")]
    return next((Path(place) for place in places if place and Path(place).exists()), None)


def _address(text: str) -> str:
    """An http, https or file address, also from a folder's path; empty when it is none of these."""
    # uv lets an index carry a name: office=https://...
    address = re.sub(r"^[\w.-]+=(?=\w+:)", "", text.strip())
    if address.partition(":")[0].lower() in ("http", "https", "file"):
        return address
    return Path(address).as_uri() if Path(address).is_absolute() else ""


def _pip_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """The options of pip's [global] sections, a later file before an earlier one."""
    settings: dict[str, str] = {}
    if environment.get("PIP_CONFIG_FILE") == os.devnull:
        return settings
    for path in _pip_files(environment):
        parser = configparser.RawConfigParser()
        try:
            parser.read_string(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, configparser.Error):
            # pip itself will complain about a broken file; here the next index is asked.
            continue
        for section in ("global", "install", "download"):
            if parser.has_section(section):
                settings |= {key.replace("_", "-"): value for key, value in parser.items(section)}
    return settings


def _pip_files(environment: Mapping[str, str]) -> Iterator[Path]:
    home = _home(environment)
    if sys.platform == "win32":
        yield Path(environment.get("PROGRAMDATA", "C:/ProgramData")) / "pip" / "pip.ini"
        yield home / "pip" / "pip.ini"
        yield Path(environment.get("APPDATA", home / "AppData" / "Roaming")) / "pip" / "pip.ini"
        yield Path(sys.prefix) / "pip.ini"
    else:
        for folder in reversed(environment.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":")):
            yield Path(folder) / "pip" / "pip.conf"
        yield Path("/etc/pip.conf")
        yield home / ".pip" / "pip.conf"
        if sys.platform == "darwin":
            yield home / "Library" / "Application Support" / "pip" / "pip.conf"
        yield Path(environment.get("XDG_CONFIG_HOME", home / ".config")) / "pip" / "pip.conf"
        yield Path(sys.prefix) / "pip.conf"
    if environment.get("PIP_CONFIG_FILE"):
        yield Path(environment["PIP_CONFIG_FILE"])


def _uv_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """`index-url` and `extra` (several, parted by spaces) of uv's files, a later file before an earlier one."""
    settings: dict[str, str] = {}
    for path in _uv_files(environment) if not environment.get("UV_NO_CONFIG") else ():
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError):
            continue
        settings |= _uv_indexes(table)
    return settings


def _uv_indexes(table: Mapping[str, Any]) -> dict[str, str]:
    rows = table.get("index", [])
    named = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    own = [str(row.get("url", "")) for row in named if row.get("default")]
    more = [str(row.get("url", "")) for row in named if not row.get("default") and not row.get("explicit")]
    extra = table.get("extra-index-url", [])
    found = {
        "index-url": own[0] if own else str(table.get("index-url", "")),
        "extra": " ".join([*more, *(map(str, extra) if isinstance(extra, list) else ())]),
    }
    return {key: value for key, value in found.items() if value}


def _uv_files(environment: Mapping[str, str]) -> Iterator[Path]:
    home = _home(environment)
    if sys.platform == "win32":
        yield Path(environment.get("PROGRAMDATA", "C:/ProgramData")) / "uv" / "uv.toml"
        yield Path(environment.get("APPDATA", home / "AppData" / "Roaming")) / "uv" / "uv.toml"
    else:
        yield Path("/etc/uv/uv.toml")
        yield Path(environment.get("XDG_CONFIG_HOME", home / ".config")) / "uv" / "uv.toml"
    if environment.get("UV_CONFIG_FILE"):
        yield Path(environment["UV_CONFIG_FILE"])


def _home(environment: Mapping[str, str]) -> Path:
    name = "USERPROFILE" if sys.platform == "win32" else "HOME"
    return Path(environment[name]) if environment.get(name) else Path.home()
