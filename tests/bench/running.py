"""A central as it is run for real, filled with a library, on this computer only."""

from __future__ import annotations

import http.client
import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psutil

from kiosk.demo.family import Child
from kiosk.demo.place import free_port
from kiosk.errors import Unreachable

HOUSE = Path(__file__).parent.parent.parent

#: Seconds that a server has to answer for the first time.
PATIENCE = 60.0


@dataclass(frozen=True)
class Kiosk:
    """What a simulated kiosk knows of itself."""

    token: str
    branch: str
    desk: str


@dataclass
class Server:
    """Something that answers on 127.0.0.1, and the processes that work for it."""

    port: int
    roots: list[psutil.Process]

    def cpu(self) -> float:
        """Seconds of processor time that all its processes have used."""
        return sum(_seconds(process) for process in self._family())

    def ask(self, path: str, headers: dict[str, str], body: bytes | None = None, method: str = "") -> Answer:
        """One question, on a line of its own."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request(method or ("GET" if body is None else "POST"), path, body, headers)
            reply = line.getresponse()
            return Answer(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
        finally:
            line.close()

    def _family(self) -> Iterator[psutil.Process]:
        for root in self.roots:
            yield root
            yield from root.children(recursive=True)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def _seconds(process: psutil.Process) -> float:
    try:
        used = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    # Of children that ended, only their parent still knows
    return used.user + used.system + used.children_user + used.children_system


@dataclass
class Central(Server):
    """`kiosks`: all that were enrolled, one branch after the other."""

    environment: dict[str, str] = field(default_factory=dict)
    kiosks: list[Kiosk] = field(default_factory=list)

    def publish_titles(self, count: int) -> int:
        """Central gets so many titles more."""
        return int(filled(self.environment, "titles", str(count)))

    def facts(self, prefix: str) -> int:
        """How many facts with such an id are in its database."""
        return int(filled(self.environment, "facts", prefix))


@contextmanager
def central(
    folder: Path,
    database: str,
    size: tuple[int, int],
    workers: int,
    beside: Sequence[psutil.Process] = (),
    catalogue: bool = True,
) -> Iterator[Central]:
    """`size`: branches, and kiosks in each; `beside`: processes of its database."""
    environment = {
        **os.environ,
        "DATABASE_URL": database or f"sqlite:///{quote(str(folder / 'central.db'))}",
        "WEGWIJS_SECRET_KEY": secrets.token_urlsafe(48),
        "DJANGO_SETTINGS_MODULE": "kiosk.central.settings",
        "PYTHONPATH": str(HOUSE),
    }
    words = [*map(str, size), *(["catalogue"] if catalogue else [])]
    made = [Kiosk(**kiosk) for kiosk in filled(environment, "fill", *words)]  # type: ignore[attr-defined]
    port = free_port()
    serve = ["serve", "--port", str(port), "--workers", str(workers)]
    child = Child("kiosk.central.main", serve, folder / "central.log", environment)
    try:
        child.start_until("central http", PATIENCE)
        assert child.process is not None
        roots = [psutil.Process(child.process.pid), *beside]
        yield Central(port, roots, environment, made)
    finally:
        child.end()


def filled(environment: dict[str, str], *words: str) -> object:
    """What `filling.py` answers."""
    command = [sys.executable, "-m", "tests.bench.filling", *words]
    done = subprocess.run(command, env=environment, cwd=HOUSE, capture_output=True, text=True)
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise Unreachable(f"Central could not be filled: {why}", " ".join(words))
    return json.loads(done.stdout.splitlines()[-1])


def used(server: Server, began: float, cpu: float) -> float:
    """The part of this computer's processors that it used since then, 0 to 1."""
    return (server.cpu() - cpu) / (time.monotonic() - began) / (os.cpu_count() or 1)
