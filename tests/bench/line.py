"""HTTP/1.1 over a raw socket that is kept open: so little work that a thousand kiosks fit in one process."""

from __future__ import annotations

import asyncio
import gzip
import time
from dataclasses import dataclass

#: Seconds that an answer may take.
PATIENCE = 30.0


class Broken(Exception):
    """No whole answer; the text is a kind of failure that can be counted."""


@dataclass(frozen=True)
class Answer:
    """What came back, unpacked; `seconds`: from the first byte sent to the last received."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float


class Line:
    """One connection to 127.0.0.1, opened when it is needed; `opened` counts how often."""

    def __init__(self, port: int) -> None:
        self.opened = 0
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, path: str, headers: dict[str, str], body: bytes | None = None) -> Answer:
        """The answer, or `Broken`."""
        began = time.monotonic()
        try:
            status, names, found = await asyncio.wait_for(self._ask(_request(path, headers, body)), PATIENCE)
        except (TimeoutError, OSError, EOFError, ValueError) as error:
            self.close()
            raise Broken(type(error).__name__) from error
        return Answer(status, names, found, time.monotonic() - began)

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None

    async def _ask(self, request: bytes) -> tuple[int, dict[str, str], bytes]:
        # The other side may have hung up on a silent line: that is no failure, one asks on a new one
        if self._streams is None or self._streams[0].at_eof():
            self.close()
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
            self.opened += 1
        reader, writer = self._streams
        writer.write(request)
        status, names = _head(await reader.readuntil(b"\r\n\r\n"))
        body = await reader.readexactly(int(names.get("content-length", "0"))) if status != 304 else b""
        if names.get("connection") == "close":
            self.close()
        return status, names, gzip.decompress(body) if names.get("content-encoding") == "gzip" else body


def _request(path: str, headers: dict[str, str], body: bytes | None) -> bytes:
    length = {} if body is None else {"Content-Length": str(len(body))}
    lines = [f"{'GET' if body is None else 'POST'} {path} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name}: {value}" for name, value in {**headers, **length}.items()]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


def _head(data: bytes) -> tuple[int, dict[str, str]]:
    first, *lines = data.decode("latin-1").split("\r\n")
    pairs = (line.split(":", 1) for line in lines if ":" in line)
    return int(first.split()[1]), {name.strip().lower(): value.strip() for name, value in pairs}
