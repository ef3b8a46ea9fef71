"""The server that a chat engine asks: of this machine or the office, unless the config says else."""

import http.client
import ipaddress
import json
import os
import re
import socket
import ssl
import time
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

from i18n_news.errors import EngineError

# This machine, private networks (RFC 1918, RFC 4193) and link-local addresses (RFC 3927, RFC 4291).
OWN_NETWORKS = tuple(
    ipaddress.ip_network(network)
    for network in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "::1/128",
        "fc00::/7",
        "fe80::/10",
    )
)
# Seconds before the one further try for a server that is busy or still loads its model.
PAUSE = 2.0
BUSY = (429, 500, 502, 503, 504)
# Bytes of an answer; a sentence needs a few thousand.
LONGEST_ANSWER = 4_000_000


class Server:
    """An OpenAI-compatible server. `url` is its base, such as http://127.0.0.1:11434/v1; `timeout` in seconds.

    `key_variable` names the environment variable that holds the key, if the server wants one. The text of a release
    is sent nowhere but there: no proxy is used and no redirect followed.
    """

    def __init__(self, url: str, *, key_variable: str = "", allow_remote: bool = False, timeout: float = 120.0) -> None:
        self._url = _parsed(url)
        self._allow_remote = allow_remote
        self._timeout = timeout
        self._key = _key(key_variable)
        self._path = quote(self._url.path.rstrip("/"), safe="/%") or "/v1"
        if not allow_remote:
            for address in self._addresses():
                self._refuse_public(address)

    @property
    def address(self) -> str:
        return f"{self._url.scheme}://{self._url.netloc}{self._path}"

    def post(self, path: str, question: object) -> Any:
        """The JSON that the server answers to JSON; EngineError in one line says what else came, and what to do."""
        body = json.dumps(question, ensure_ascii=False).encode()
        status, answer, where = self._send(path, body)
        if status in BUSY:
            time.sleep(PAUSE)
            status, answer, where = self._send(path, body)
        if 300 <= status < 400:
            raise EngineError(
                f"{self.address}: redirects to {where or 'another place'}; write that into engine.url if you trust it"
            )
        if status != 200:
            raise EngineError(f"{self.address}: HTTP {status}{self._said(answer)}; {_remedy(status)}")
        try:
            return json.loads(answer)
        except ValueError as error:
            raise EngineError(
                f"{self.address}: its answer is not JSON ({error}); is engine.url the OpenAI-compatible one?"
            ) from error

    def _send(self, path: str, body: bytes) -> tuple[int, bytes, str]:
        """The status, the answer and where a redirect would lead."""
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        connection = self._connection()
        try:
            connection.connect()
            # Asked of the connection itself: a name may lead elsewhere now than when it was first resolved.
            self._refuse_public(connection.sock.getpeername()[0])
            connection.request("POST", self._path + path, body, headers)
            response = connection.getresponse()
            answer = response.read(LONGEST_ANSWER)
            return response.status, answer, response.getheader("Location", "")
        except TimeoutError as error:
            raise EngineError(
                f"{self.address}: no answer within {self._timeout:g} s; wait for the model or raise engine.timeout"
            ) from error
        except ConnectionRefusedError as error:
            raise EngineError(
                f"{self.address}: nothing listens there; start the server or correct engine.url"
            ) from error
        except ssl.SSLError as error:
            raise EngineError(
                f"{self.address}: no safe connection ({error.reason}); check its certificate or use http"
            ) from error
        except (OSError, http.client.HTTPException) as error:
            raise EngineError(
                f"{self.address}: the connection failed ({error}); check the server and engine.url"
            ) from error
        finally:
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        host = self._url.hostname or ""
        if self._url.scheme == "https":
            return http.client.HTTPSConnection(host, self._url.port, timeout=self._timeout)
        return http.client.HTTPConnection(host, self._url.port, timeout=self._timeout)

    def _addresses(self) -> list[str]:
        try:
            found = socket.getaddrinfo(self._url.hostname, self._url.port or 0, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise EngineError(f"{self.address}: the host is not known ({error}); correct engine.url") from error
        return [str(place[4][0]) for place in found]

    def _refuse_public(self, address: str) -> None:
        if not self._allow_remote and not is_own(address):
            raise EngineError(
                f"{self.address}: {address} is not an address of this machine or of a private network, and the release "
                "would leave the office; set engine.allow_remote = true if that is meant"
            )

    def _said(self, answer: bytes) -> str:
        """What the server says about an error, in brackets; never the key, which some servers repeat."""
        text = answer.decode("utf-8", errors="replace")
        try:
            content = json.loads(text)
            error = content.get("error", content)
            text = str(error.get("message", "") if isinstance(error, dict) else error)
        except (ValueError, AttributeError):
            text = re.sub(r"<[^>]*>", " ", text)
        if self._key:
            text = text.replace(self._key, "***")
        text = " ".join(text.split())[:200]
        return f" ({text})" if text else ""


def is_own(address: str) -> bool:
    """Whether an IP address is of this machine, of a private network or link-local."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return any(ip in network for network in OWN_NETWORKS)


def _parsed(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_whole = False
    if not is_whole:
        raise EngineError(f"engine.url {url!r} is not an address; write one such as http://127.0.0.1:11434/v1")
    if "@" in parts.netloc or parts.query or parts.fragment:
        # Not repeated: it may hold a password.
        raise EngineError("engine.url must hold no user, password or query; name a variable in engine.api_key_env")
    return parts


def _key(variable: str) -> str:
    if not variable:
        return ""
    key = os.environ.get(variable, "").strip()
    if not key:
        raise EngineError(f"the environment variable {variable} (engine.api_key_env) is not set; set it to the key")
    if not (key.isascii() and key.isprintable()):
        raise EngineError(f"the environment variable {variable} holds no key that can be sent; copy the key again")
    return key


def _remedy(status: int) -> str:
    if status in (401, 403):
        return "name the variable with the right key in engine.api_key_env"
    if status == 404:
        return "check that engine.url ends as the server wants it (/v1) and that it has the model in engine.model"
    if status in BUSY:
        return "see what the server says about it and build again"
    return "check engine.url and engine.model"
