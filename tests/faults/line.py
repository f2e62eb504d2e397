"""What lies between a kiosk and central, in one process: real bytes of HTTP both ways, and all that a line can do to
them. The kiosk's side is the real `kiosk.http.Http`; only its socket is ours."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from django.core.signals import request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool
from urllib3.connection import HTTPConnection

from kiosk.agent.client import Client

#: What may happen to one request. "lost": central never hears it; "deaf": central acts and its answer is lost; "twice":
#: central hears it two times; "late": central hears it when the kiosk has long given up; "stale": the answer is one
#: that central gave before; "cut": the answer ends anywhere; the others are answered by somebody else.
Fault = Literal["", "lost", "deaf", "twice", "late", "stale", "cut", "html", "302", "500", "garbage", "json", "no http"]

FAULTS: tuple[Fault, ...] = (
    *("", "lost", "deaf", "twice", "late", "stale", "cut", "html", "302", "500", "garbage", "json", "no http"),  # type: ignore[arg-type]
)

_STRANGERS: dict[str, bytes] = {
    "html": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 17\r\n\r\n<html>Free WiFi!!",
    "302": b"HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\nContent-Length: 0\r\n\r\n",
    "500": b"HTTP/1.1 500 Oops\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\noops",
    "garbage": b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{"service":"',
    "json": b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 17\r\n\r\n{"hello":"world"}',
    "no http": b"SSH-2.0-OpenSSH_9.2\r\n",
}


def central(request: bytes) -> bytes:
    """What central answers to these bytes."""
    head, _, body = request.partition(b"\r\n\r\n")
    line, *headers = head.decode("latin-1").split("\r\n")
    method, target, _ = line.split(" ")
    path, _, query = target.partition("?")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.input": io.BytesIO(body),
        "wsgi.url_scheme": "http",
        "wsgi.errors": io.StringIO(),
    }
    for header in headers:
        name, _, value = header.partition(": ")
        environ[_CGI.get(name.lower(), f"HTTP_{name.upper().replace('-', '_')}")] = value
    said: list[Any] = []
    # It would close the connection whose transaction is rolled back after the test (so does django.test.Client)
    request_started.disconnect(close_old_connections)
    try:
        answer = b"".join(_application()(environ, lambda *start: said.extend(start)))
    finally:
        request_started.connect(close_old_connections)
    lines = [f"HTTP/1.1 {said[0]}", *(f"{name}: {value}" for name, value in said[1])]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + answer


_CGI = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}


@cache
def _application() -> Any:
    return get_wsgi_application()


@dataclass
class Line:
    """`around` says how central is called (with its own clock); `faults`: what happens to the next requests, in turn
    (with where to cut, as a share); `heard`: what central heard; `late`: what it will hear."""

    around: Callable[[bytes], bytes] = central
    faults: list[tuple[Fault, float]] = field(default_factory=list)
    heard: list[bytes] = field(default_factory=list)
    late: list[bytes] = field(default_factory=list)
    answers: list[bytes] = field(default_factory=list)

    def carry(self, request: bytes) -> bytes:
        """What comes back to the kiosk; nothing at all is a connection that was hung up."""
        fault, share = self.faults.pop(0) if self.faults else ("", 0.0)
        if fault in _STRANGERS:
            return _STRANGERS[fault]
        if fault == "late":
            self.late.append(request)
        if fault in ("lost", "late"):
            return b""
        if fault == "stale" and self.answers:
            return self.answers[int(share * len(self.answers))]
        answer = self.deliver(request)
        if fault == "twice":
            answer = self.deliver(request)
        if fault == "cut":
            return answer[: int(share * len(answer))]
        return b"" if fault == "deaf" else answer

    def deliver(self, request: bytes) -> bytes:
        self.heard.append(request)
        answer = self.around(request)
        self.answers.append(answer)
        return answer


def client(token: str, line: Line, renew: Callable[[], str] | None = None) -> Client:
    """A client whose requests go over that line; `renew` buys another token."""
    made = Client("http://127.0.0.1:9", token, renew=renew)
    adapter = HTTPAdapter(max_retries=0)
    adapter.poolmanager.pool_classes_by_scheme = {"http": _pool(line)}  # type: ignore[attr-defined]
    made._http._requests.mount("http://", adapter)
    return made


def _pool(line: Line) -> type[HTTPConnectionPool]:
    class Connection(HTTPConnection):
        def _new_conn(self) -> Any:
            return _Socket(line)

        def getresponse(self) -> Any:
            try:
                return super().getresponse()
            finally:
                # One request, one connection
                self.sock = None

    return type("Pool", (HTTPConnectionPool,), {"ConnectionCls": Connection})


class _Socket:
    """As much of a socket as http.client asks for."""

    def __init__(self, line: Line) -> None:
        self._line, self._sent = line, b""

    def sendall(self, data: bytes) -> None:
        self._sent += data

    def makefile(self, *_: Any) -> io.BufferedIOBase:
        return io.BytesIO(self._line.carry(self._sent))

    def settimeout(self, _: float) -> None: ...

    def shutdown(self, _: int) -> None: ...

    def close(self) -> None: ...
