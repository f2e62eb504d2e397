"""Pictures to try covers with, made here, and a site that has them."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any

from PIL import Image

from kiosk import wire
from kiosk.central.catalogue.models import Source, Title

#: Status, headers, body.
Reply = tuple[int, dict[str, str], bytes]


def picture(
    width: int = 400, height: int = 600, seed: int = 1, kind: str = "JPEG", mode: str = "RGB", **how: Any
) -> bytes:
    """Some blocks of colour."""
    small = Image.frombytes("RGB", (8, 12), Random(seed).randbytes(8 * 12 * 3))
    out = io.BytesIO()
    small.resize((width, height), Image.Resampling.NEAREST).convert(mode).save(out, kind, **how)
    return out.getvalue()


def opened(body: bytes) -> Image.Image:
    """All of a picture, decoded."""
    found = Image.open(io.BytesIO(body))
    found.load()
    return found


def title(id: str, *isbns: str, source: Source | None = None) -> Title:
    """A title that is published."""
    record = wire.Title(id=id, title=f"Titel {id}", isbns=list(isbns))
    row = Title(id=id, body=wire.encode(record), title=record.title, kind="book", source=source)
    row.save()
    return row


def shown(id: str) -> str:
    """The cover that a title says it has."""
    return wire.decode(bytes(Title.objects.get(pk=id).body), wire.Title).cover


@dataclass
class Shop:
    """Pictures by ISBN; whatever else is asked for is not there. `replies`: what comes before them, in turn."""

    pictures: dict[str, bytes] = field(default_factory=dict)
    replies: list[Reply] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def answer(self, path: str) -> Reply:
        self.asked.append(path)
        if self.replies:
            return self.replies.pop(0)
        body = self.pictures.get(path.rpartition("/")[2].partition(".")[0])
        return (404, {}, b"") if body is None else (200, {"Content-Type": "image/jpeg"}, body)


@contextmanager
def open_shop(**pictures: bytes) -> Iterator[Shop]:
    """A site on this computer. In the names "i" stands before the number."""
    shop = Shop({isbn.removeprefix("i"): body for isbn, body in pictures.items()})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = shop.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            # Whoever asked may have had enough
            with suppress(OSError):
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    shop.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield shop
    finally:
        server.shutdown()
        server.server_close()
