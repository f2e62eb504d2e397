"""A small HTTP peer that answers as told, well or badly, and writes down what it was asked."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

#: Given a path and a body, writes the whole answer.
Play = Callable[[BaseHTTPRequestHandler, str, bytes], None]


@dataclass
class Peer:
    """`asked`: method, path, headers, body of every request; `play`: what to do with the next ones."""

    play: Play
    url: str = ""
    asked: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)


def say(
    handler: BaseHTTPRequestHandler, status: int, body: bytes, kind: str = "application/json", **headers: str
) -> None:
    """An ordinary answer. In the names of headers "_" stands for "-"."""
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def problem(handler: BaseHTTPRequestHandler, status: int, name: str, **headers: str) -> None:
    """A refusal as central makes it."""
    body = json.dumps({"type": f"/problems/{name}", "title": name, "status": status}).encode()
    say(handler, status, body, "application/problem+json", **headers)


def always(status: int, body: bytes, kind: str = "application/json", **headers: str) -> Play:
    """The same answer to everything."""
    return lambda handler, path, sent: say(handler, status, body, kind, **headers)


@contextmanager
def listening(play: Play) -> Iterator[Peer]:
    """A peer on a free port of this computer."""
    peer = Peer(play)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(peer))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    peer.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield peer
    finally:
        server.shutdown()
        server.server_close()


def _handler(peer: Peer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.headers.get("Content-Encoding") == "gzip":
                sent = gzip.decompress(sent)
            peer.asked.append((self.command, self.path, dict(self.headers), sent))
            with suppress(OSError):
                peer.play(self, self.path, sent)

        do_POST = do_GET

        def log_message(self, *_: Any) -> None:
            pass

    return Handler
