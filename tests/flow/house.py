"""A whole house of real processes over loopback, for tests that kill them."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kiosk import clock, failpoints, settings
from kiosk.settings import Settings
from kiosk.store.replica import Replica

#: Wednesday 18 November 2026, 14.07 in Laak: the branch is open.
WHEN = datetime(2026, 11, 18, 13, 7, tzinfo=UTC)

LIBRARY = Path(__file__).with_name("library.yaml")


def wait(holds: Callable[[], object], what: str, seconds: float = 40) -> None:
    """Until it holds; fails with that sentence when it never does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"it never came: {what}"
        time.sleep(0.02)


class Process:
    """One program of ours that can be started, with a failpoint or without, and killed."""

    def __init__(self, command: list[str], env: dict[str, str], log: Path) -> None:
        self._command, self._env, self.log = [sys.executable, "-m", *command], env, log
        self._running: subprocess.Popen[bytes] | None = None
        self.kills = 0

    def start(self, failpoint: str = "") -> None:
        env = {**self._env, failpoints.VARIABLE: failpoint}
        with self.log.open("ab") as log:
            self._running = subprocess.Popen(
                self._command, env=env, stdout=log, stderr=log, start_new_session=True, preexec_fn=with_us
            )

    def died(self, failpoint: str) -> bool:
        """Whether it reached that failpoint."""
        return f"failpoint: {failpoint.partition(':')[0]}" in self.log.read_text()

    def alive(self) -> bool:
        return self._running is not None and self._running.poll() is None

    def kill(self) -> None:
        """kill -9, and all that it started with it."""
        if self._running is None:
            return
        self.kills += 1
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._running.pid, signal.SIGKILL)
        self._running.wait()
        self._running = None
        self.log.write_bytes(b"")


class Kiosk:
    """One kiosk: its state and its agent."""

    def __init__(self, folder: Path, central: str, env: dict[str, str]) -> None:
        self.settings = Settings(state=folder, central=central, credential="file")
        self.file = folder.with_suffix(".toml")
        folder.mkdir(exist_ok=True)
        self.file.write_bytes(settings.dump(self.settings))
        self.replica = Replica(self.settings.replica, self.settings.facts)
        words = ["kiosk.agent.main", "--settings", str(self.file), "run"]
        self.agent = Process(words, env, folder.with_suffix(".log"))

    def visits(self) -> dict[str, str]:
        """Desk states as this kiosk sees them, by claim."""
        return {visit.id: visit.state for visit in self.replica.all("visits")}  # type: ignore[attr-defined]


class House:
    """Central and two kiosks: `c1` is computer 1, `c2` is computer 2."""

    def __init__(self, folder: Path, secret: str, port: int) -> None:
        self.folder, self.secret, self.port = folder, secret, port
        offset = (WHEN - datetime.now(UTC)).total_seconds()
        self.env = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder / 'central.db'}",
            "WEGWIJS_SECRET_KEY": secret,
            clock.OFFSET_VARIABLE: str(offset),
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        words = ["kiosk.central.main", "serve", "--port", str(port)]
        self.central = Process(words, self.env, folder / "central.log")
        url = f"http://127.0.0.1:{port}"
        self.kiosks = {name: Kiosk(folder / name, url, self.env) for name in ("c1", "c2")}

    def start_central(self, failpoint: str = "") -> None:
        """Start it and wait until it answers."""
        self.central.start(failpoint)
        wait(lambda: f":{self.port}" in self.central.log.read_text(), "central answers")

    def run(self, *words: str) -> str:
        """A command, to its end."""
        done = subprocess.run([sys.executable, "-m", *words], env=self.env, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def facts(self) -> dict[str, str]:
        """What central took in: the kind of fact by its id. Its table allows each id once."""
        with sqlite3.connect(self.folder / "central.db") as database:
            return dict(database.execute("SELECT id, kind FROM sync_fact").fetchall())

    def visits(self) -> list[tuple[str, str, str]]:
        """Claim, desk and state of every Visit."""
        with sqlite3.connect(self.folder / "central.db") as database:
            rows = database.execute("SELECT id, desk_id, state FROM workspaces_visit ORDER BY id")
            return [(str(id), str(desk), str(state)) for id, desk, state in rows.fetchall()]

    def close(self) -> None:
        for process in (self.central, *(kiosk.agent for kiosk in self.kiosks.values())):
            process.kill()


def with_us() -> None:
    """Nothing of a house outlives a test run that was killed (prctl(2), PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def furnish(folder: Path) -> None:
    """Make a house whose two kiosks are enrolled and have fetched all there is; `open_house` opens copies of it."""
    house = House(folder, secrets.token_urlsafe(48), free_port())
    house.run("kiosk.central.main", "migrate")
    house.run("kiosk.central.main", "library", "load", str(LIBRARY))
    house.start_central()
    for name, kiosk in house.kiosks.items():
        code = house.run("kiosk.central.main", "kiosk", "code", "--branch", "laak", "--desk", f"laak-{name}")
        url = f"http://127.0.0.1:{house.port}"
        house.run("kiosk.agent.main", "--settings", str(kiosk.file), "enrol", url, code)
        kiosk.agent.start()
    for kiosk in house.kiosks.values():
        wait(lambda kiosk=kiosk: len(kiosk.replica.all("desks")) == 6, "the desks")  # type: ignore[misc]
        wait(lambda kiosk=kiosk: kiosk.replica.known("synced"), "the first exchange")  # type: ignore[misc]
    house.close()
    (folder / "house.json").write_text(json.dumps({"secret": house.secret}))


def open_house(furnished: Path, folder: Path) -> House:
    """A copy of it, at another port."""
    shutil.copytree(furnished, folder, ignore=shutil.ignore_patterns("link", "*.log"))
    secret = json.loads((folder / "house.json").read_text())["secret"]
    return House(folder, secret, free_port())
