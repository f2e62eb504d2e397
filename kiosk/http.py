"""One HTTP request under limits: so much time for the whole of it, so many bytes, no redirect, no cookie.

The agent asks central by it, and central the systems of the library.

Certificates are always verified, against the authorities that this system trusts (`truststore`; SSL_CERT_FILE names
others), not those that `requests` brings along: a library's own authority stands in the system.

Why a limit of our own on time: the timeouts of `requests` are per read, so a peer that says a byte a second would hold
us for ever. A second handle on the connection's socket lets a timer, or `abort`, end it whatever it is doing.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import cookiejar
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from truststore import SSLContext
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from kiosk import __version__
from kiosk.errors import KnownError, Unreachable

#: Seconds: to connect, between two bytes, and for everything together.
CONNECT, READ, ALTOGETHER = 5.0, 10.0, 60.0

#: Bytes, after decompression: of an ordinary answer, and of one with many records.
ORDINARY, LARGEST = 1 << 20, 8 << 20

#: Bytes of a long answer that must come in the time that an ordinary one has for everything together.
ENOUGH = 1 << 16

_CHUNK = 1 << 16


@dataclass(frozen=True)
class Answer:
    """What came back. The names of `headers` are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    where: str = ""


class TooLong(ValueError):
    """The answer has more bytes than it may: the `__cause__` of what is then raised."""


def unreachable(why: str, url: str) -> KnownError:
    """What is raised when there is no answer. The query of the address says what was asked, and stays here."""
    return Unreachable(f"There is no answer: {why}", url.partition("?")[0])


class Http:
    """Requests to one place, one at a time; connections are kept open between them. `name`: who we say we are;
    `trouble`: makes an error of a reason and an address."""

    def __init__(
        self,
        token: str = "",
        proxies: bool = True,
        altogether: float = ALTOGETHER,
        name: str = "wegwijs",
        trouble: Callable[[str, str], KnownError] = unreachable,
    ) -> None:
        self._trouble = trouble
        self._altogether = altogether
        self._line = _Line()
        self._requests = requests.Session()
        self._requests.trust_env = proxies
        self._bearer = _Bearer(token)
        self._requests.auth = self._bearer
        self._requests.cookies.set_policy(cookiejar.DefaultCookiePolicy(allowed_domains=[]))
        self._requests.headers["User-Agent"] = f"{name}/{__version__}"
        self._requests.headers["Accept-Encoding"] = "gzip"
        for scheme in ("http://", "https://"):
            self._requests.mount(scheme, _Adapter(self._line))

    @property
    def token(self) -> str:
        return self._bearer.token

    @token.setter
    def token(self, token: str) -> None:
        self._bearer.token = token

    def ask(self, method: str, url: str, most: int = ORDINARY, **more: Any) -> Answer:
        """The answer, whatever its status; `trouble` when there is none in time or it is longer than `most`."""
        with self._in_time(url), self._answer(method, url, more) as response:
            return _head(response, b"".join(_limited(response, most)), url)

    def pour(self, url: str, begin: Callable[[Answer], Callable[[bytes], None]], headers: dict[str, str]) -> None:
        """A long answer, piece by piece: `begin` sees its head, with a body only if it is no 200 or 206, and gives what
        takes the pieces. However long it is, it must go on coming: `trouble` when it does not."""
        with self._in_time(url) as renew, self._answer("GET", url, {"headers": headers}) as response:
            good = response.status_code in (200, 206)
            take = begin(_head(response, b"" if good else b"".join(_limited(response, ORDINARY)), url))
            came = 0
            for piece in response.raw.stream(_CHUNK, decode_content=False):
                came += len(piece)
                if came >= ENOUGH:
                    came = 0
                    renew()
                take(piece)

    def abort(self) -> None:
        """End what is under way, from another thread."""
        self._line.cut()

    def close(self) -> None:
        """Hang up."""
        self._requests.close()

    @contextmanager
    def _in_time(self, url: str) -> Iterator[Callable[[], None]]:
        with self._line.limited(self._altogether) as limit:
            try:
                yield limit.renew
                if self._line.was_cut():
                    raise ValueError("the answer was cut off")
            except (requests.RequestException, HTTPError, OSError, ValueError) as error:
                late = "It took too long" if self._line.was_cut() else _short(error)
                raise self._trouble(late, url) from error

    def _answer(self, method: str, url: str, more: dict[str, Any]) -> requests.Response:
        return self._requests.request(method, url, timeout=(CONNECT, READ), allow_redirects=False, stream=True, **more)


class _Line:
    """The sockets under our requests, and a way to cut them."""

    def __init__(self) -> None:
        self._twins: set[socket.socket] = set()
        self._left: set[socket.socket] = set()
        self._asking = False
        self._cut = threading.Event()

    def was_cut(self) -> bool:
        return self._cut.is_set()

    def cut(self) -> None:
        self._cut.set()
        for twin in list(self._twins):
            with suppress(OSError):
                twin.shutdown(socket.SHUT_RDWR)

    def add(self, made: socket.socket) -> socket.socket:
        # dup: wrapping in TLS takes the handle away from `made`, this one stays ours
        twin = made.dup()
        self._twins.add(twin)
        return twin

    def drop(self, twin: socket.socket | None) -> None:
        if twin is None:
            return
        if self._asking:
            # "Connection: close" closes it as soon as the head was read; its answer still comes, and may never end
            self._left.add(twin)
            return
        self._twins.discard(twin)
        twin.close()

    @contextmanager
    def limited(self, seconds: float) -> Iterator[_Limit]:
        self._cut.clear()
        limit = _Limit(seconds, self.cut)
        limit.renew()
        self._asking = True
        try:
            yield limit
        finally:
            limit.end()
            self._asking = False
            while self._left:
                self.drop(self._left.pop())


class _Limit:
    """Calls `late` after so many seconds without a `renew`."""

    def __init__(self, seconds: float, late: Callable[[], None]) -> None:
        self._seconds, self._late = seconds, late
        self._timer: threading.Timer | None = None

    def renew(self) -> None:
        self.end()
        self._timer = threading.Timer(self._seconds, self._late)
        self._timer.daemon = True
        self._timer.start()

    def end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()


class _Adapter(HTTPAdapter):
    """Makes connections whose sockets the line knows, and that trust whom the system trusts."""

    def __init__(self, line: _Line) -> None:
        super().__init__(max_retries=0)
        self._trusted = SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._pools = {"http": _pool(line, HTTPConnectionPool), "https": _pool(line, HTTPSConnectionPool)}
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **more: Any) -> Any:
        made = super().proxy_manager_for(*args, **more, proxy_ssl_context=self._trusted)
        made.pool_classes_by_scheme = self._pools
        return made

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:
        place, _ = super().build_connection_pool_key_attributes(request, True)
        return place, {"ssl_context": self._trusted, "cert_reqs": "CERT_REQUIRED"}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """All is said above; `requests` would add the authorities that it brings along."""


def _pool(line: _Line, kind: type[HTTPConnectionPool]) -> type[HTTPConnectionPool]:
    connection = _connection(line, HTTPSConnection if kind is HTTPSConnectionPool else HTTPConnection)
    return type(kind.__name__, (kind,), {"ConnectionCls": connection})


def _connection(line: _Line, kind: type[HTTPConnection]) -> type[HTTPConnection]:
    class Connection(kind):  # type: ignore[misc, valid-type]
        twin: socket.socket | None = None

        def _new_conn(self) -> socket.socket:
            made: socket.socket = super()._new_conn()
            line.drop(self.twin)
            self.twin = line.add(made)
            return made

        def close(self) -> None:
            super().close()
            line.drop(self.twin)
            self.twin = None

    return Connection


class _Bearer(AuthBase):
    """RFC 6750, 2.1. As `auth` and not as a header: else an entry in ~/.netrc would take its place."""

    def __init__(self, token: str) -> None:
        self.token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self.token:
            request.headers["Authorization"] = f"Bearer {self.token}"
        return request


def _head(response: requests.Response, body: bytes, url: str) -> Answer:
    names = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status_code, names, body, url)


def _limited(response: requests.Response, most: int) -> Iterator[bytes]:
    if response.headers.get("content-encoding", "").lower() not in ("", "identity", "gzip"):
        raise ValueError("an encoding that was not asked for")
    size = 0
    for chunk in response.raw.stream(_CHUNK, decode_content=True):
        size += len(chunk)
        if size > most:
            raise TooLong(f"the answer is longer than {most} bytes")
        yield chunk


def _short(error: Exception) -> str:
    """The innermost reason, without addresses of objects and without the request."""
    while (inner := error.__cause__ or error.__context__) is not None and isinstance(inner, Exception):
        error = inner
    return str(error) or type(error).__name__
