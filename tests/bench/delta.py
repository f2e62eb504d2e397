"""A delta of many titles: its bytes on the line, and the seconds until the replica has them on disk, beside `gzip -6`
and `xz -6` of the same records."""

from __future__ import annotations

import gzip
import lzma
import os
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.agent.client import Client
from kiosk.agent.puller import Puller
from kiosk.errors import Unreachable
from kiosk.store.writer import Writer
from kiosk.wire import encode
from tests.bench import titles as made_up
from tests.bench.running import Central, Kiosk

#: How often it is fetched and applied, each time by a replica that lacks it.
TIMES = 5


def measure(central: Central, count: int) -> dict[str, float]:
    """Central gets so many titles; kiosks that have all but those fetch them."""
    kiosk = central.kiosks[0]
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "before"
        address = f"http://127.0.0.1:{central.port}"
        central.publish_titles(1)  # a feed that nobody was told of yet has no deltas
        with _replica(before) as writer:
            _pull(writer, address, kiosk)
        if central.publish_titles(count) < count - 1:
            raise Unreachable(f"Central did not take {count} titles")
        taken = [_taken(before, Path(folder) / str(turn), address, kiosk) for turn in range(TIMES)]
        with _counted(central.port) as line:
            _taken(before, Path(folder) / "counted", f"http://127.0.0.1:{line.port}", kiosk)
        return {**_figures(taken, line.down), **packed(count)}


def _figures(taken: list[tuple[float, float]], down: int) -> dict[str, float]:
    whole, applied = zip(*taken, strict=True)
    return {
        "delta_bytes": down,
        "delta_ms": 1000 * statistics.median(whole),
        "delta_apply_ms": 1000 * statistics.median(applied),
    }


def packed(count: int) -> dict[str, float]:
    """The same records, one a line, packed by others: bytes, and milliseconds to unpack them."""
    plain = b"\n".join(encode(title) for title in made_up.titles(count))
    small, smallest = gzip.compress(plain, 6), lzma.compress(plain, preset=6)
    return {
        "delta_plain_bytes": len(plain),
        "delta_gzip_bytes": len(small),
        "delta_xz_bytes": len(smallest),
        "delta_gzip_ms": _milliseconds(gzip.decompress, small),
        "delta_xz_ms": _milliseconds(lzma.decompress, smallest),
    }


def _milliseconds(unpack: Callable[[bytes], bytes], data: bytes) -> float:
    began = time.monotonic()
    unpack(data)
    return 1000 * (time.monotonic() - began)


def _taken(before: Path, folder: Path, address: str, kiosk: Kiosk) -> tuple[float, float]:
    """Seconds that a replica as it was before took to have everything on disk, and those of them spent in applying."""
    folder.mkdir()
    (folder / "replica.db").write_bytes((before / "replica.db").read_bytes())
    with _replica(folder) as writer:
        began = time.monotonic()
        found = _pull(writer, address, kiosk)
        _on_disk(folder)
        whole = time.monotonic() - began
    if not found:
        raise Unreachable("There was nothing to fetch", address)
    return whole, writer.applying


class _Timed(Writer):
    """Counts the seconds it spends; `applying`."""

    applying = 0.0

    def apply(self, page):  # type: ignore[no-untyped-def]
        began = time.monotonic()
        effect = super().apply(page)
        self.applying += time.monotonic() - began
        return effect


@contextmanager
def _replica(folder: Path) -> Iterator[_Timed]:
    writer = _Timed(folder / "replica.db")
    try:
        yield writer
    finally:
        writer.close()


def _pull(writer: Writer, address: str, kiosk: Kiosk) -> list[str]:
    """Fetch and apply everything that is new, as the agent does; the feeds that changed."""
    found: list[str] = []
    client = agent(address, kiosk)
    try:
        coming = writer._path.parent / "coming"
        Puller(writer, coming, lambda came: None, lambda feed, _: found.append(feed)).pull(client, kiosk.branch)
    finally:
        client.close()
    return found


def agent(address: str, kiosk: Kiosk) -> Client:
    """What an agent talks to central with."""
    return Client(address, kiosk.token)


def _on_disk(folder: Path) -> None:
    """The replica may be fetched again, so the agent does not sync it; here it must count."""
    for path in folder.glob("replica.db*"):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class _Relay:
    """Passes bytes on to central; `down`: how many came from there."""

    def __init__(self, port: int) -> None:
        self.down = 0
        self._central = port
        self._place = socket.create_server(("127.0.0.1", 0))
        self.port = self._place.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._place.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._place.accept()
                far = socket.create_connection(("127.0.0.1", self._central))
                threading.Thread(target=self._pass_on, args=(near, far, False), daemon=True).start()
                threading.Thread(target=self._pass_on, args=(far, near, True), daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket, down: bool) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 16):
                self.down += len(data) if down else 0
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)


@contextmanager
def _counted(port: int) -> Iterator[_Relay]:
    relay = _Relay(port)
    try:
        yield relay
    finally:
        relay.close()
