"""Kinto, the peer: the same work on the same computer in the same run. Installed from PyPI in a folder of its own,
served by granian like central, on a PostgreSQL that syncs to disk."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from kiosk.central.serving import THREADS
from kiosk.demo.family import Child
from kiosk.demo.place import free_port
from kiosk.errors import Unreachable
from tests.bench import cluster
from tests.bench.running import HOUSE, PATIENCE, Server
from tests.bench.wrk import Ask

PINNED = ["kinto[postgresql]==26.5.*", "granian>=2.5"]

#: Seconds that it may take to install.
INSTALL = 600.0

SERVED = Path(__file__).with_name("kinto_served.py")

#: Lists of records, one to a branch, as central locks one branch at a time.
LISTS = 10

#: Records in the list that is polled.
RECORDS = 100


def installed(folder: Path) -> Path:
    """Its own Python, made the first time; `Unreachable` says why there is none."""
    python, ready = folder / "bin" / "python", folder / "ready"
    if not ready.exists():
        _must(sys.executable, "-m", "venv", str(folder))
        _must(str(python), "-m", "pip", "install", "--quiet", *PINNED)
        ready.touch()
    return python


def _must(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=INSTALL)
    except subprocess.TimeoutExpired:
        raise Unreachable("Kinto could not be installed: it took too long") from None
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise Unreachable(f"Kinto could not be installed: {why}")


@contextmanager
def started(folder: Path, python: Path, database: cluster.Cluster, workers: int) -> Iterator[Server]:
    """Kinto with its tables, until the end."""
    environment = {
        **os.environ,
        "KINTO_STORAGE": database.sqlalchemy("kinto"),
        "PYTHONPATH": str(SERVED.parent),
        # Kinto still asks setuptools about itself and is warned for that at every start
        "PYTHONWARNINGS": "ignore",
    }
    subprocess.run([str(python), str(SERVED)], env=environment, cwd=HOUSE, check=True, capture_output=True)
    port = free_port()
    serve = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)]
    serve += ["--blocking-threads", str(THREADS), "kinto_served:application"]
    child = _Kinto(python, serve, folder / "kinto.log", environment)
    try:
        child.start_until("Started worker-1", PATIENCE)
        assert child.process is not None
        yield Server(port, [psutil.Process(child.process.pid), database.process])
    finally:
        child.end()


class _Kinto(Child):
    """Granian under Kinto's Python."""

    def __init__(self, python: Path, words: list[str], log: Path, environment: dict[str, str]) -> None:
        super().__init__("granian", words, log, environment)
        self._command = [str(python), "-m", "granian", *words]


def headers(place: int, etag: str = "", body: bool = False) -> dict[str, str]:
    """Who asks: a user of its own for every kiosk."""
    secret = base64.b64encode(f"kiosk-{place}:secret".encode()).decode()
    said = {"Authorization": f"Basic {secret}", "Accept-Encoding": "gzip"}
    if etag:
        said["If-None-Match"] = etag
    return {**said, "Content-Type": "application/json"} if body else said


def fill(kinto: Server) -> None:
    """A bucket in which every kiosk may read and write."""
    everybody = {"permissions": {"write": ["system.Authenticated"]}}
    _put(kinto, "/v1/buckets/library", everybody)
    for place in range(LISTS):
        _put(kinto, _list(place)[: -len("/records")], {})
    for number in range(RECORDS):
        kinto.ask(_list(0), headers(0, body=True), json.dumps({"data": {"desk": f"c{number}"}}).encode())


def _put(kinto: Server, path: str, body: dict) -> None:
    answer = kinto.ask(path, headers(0, body=True), json.dumps(body).encode(), "PUT")
    if answer.status not in (200, 201):
        raise Unreachable(f"Kinto refuses its first records: {answer.body[:200]!r}", path)


def _list(place: int) -> str:
    return f"/v1/buckets/library/collections/facts-{place % LISTS}/records"


def polls(kinto: Server, kiosks: int, changed: bool) -> list[Ask]:
    """Is there anything new in this list? Nothing (304), or one record."""
    newest = kinto.ask(_list(0) + "?_sort=-last_modified&_limit=2", headers(0))
    last, before = (record["last_modified"] for record in json.loads(newest.body)["data"])
    known = before if changed else last
    path = f'{_list(0)}?_since="{known}"'.replace('"', "%22")
    asks = [Ask(path, headers(place, f'"{known}"')) for place in range(kiosks)]
    expected, found = (200 if changed else 304), kinto.ask(path, asks[0].headers).status
    if found != expected:
        raise Unreachable(f"Kinto answers {found} instead of {expected}", path)
    return asks


def singles(kiosks: int, body: bytes) -> list[Ask]:
    """One fact, as a record of its own."""
    record = json.dumps({"data": {"fact": json.loads(body)["facts"][0]}}).encode()
    return [Ask(_list(place), headers(place, body=True), (record,)) for place in range(kiosks)]


def batches(kiosks: int, body: bytes) -> list[Ask]:
    """The facts of a batch, in Kinto's own kind of batch."""
    return [Ask("/v1/batch", headers(place, body=True), (_batch(place, body),)) for place in range(kiosks)]


def _batch(place: int, body: bytes) -> bytes:
    requests = [{"body": {"data": {"fact": fact}}} for fact in json.loads(body)["facts"]]
    return json.dumps({"defaults": {"method": "POST", "path": _list(place)}, "requests": requests}).encode()
