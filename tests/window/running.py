"""The real demo (`wegwijs demo`) on somebody's desktop, and what it wrote down."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import psutil

from kiosk import clock, settings
from kiosk.demo.place import Place, Stamp
from kiosk.store.replica import Replica
from tests.flow.house import WHEN, wait, with_us

READY = "All of it is made up"


class Demo:
    """One demo in `folder`; the library is open, whatever the hour."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.folder, self.log = folder, folder.with_suffix(".log")
        offset = (WHEN - datetime.now(UTC)).total_seconds()
        self._env = {**env, clock.OFFSET_VARIABLE: str(offset), "QT_QUICK_BACKEND": "software"}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *words: str) -> None:
        """Without waiting."""
        command = [sys.executable, "-m", "kiosk", "demo", "--state", str(self.folder), *words]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                command, env=self._env, stdout=log, stderr=log, start_new_session=True, preexec_fn=with_us
            )

    def wait(self) -> None:
        """Until all of it runs."""
        wait(lambda: READY in self.said() or self.ended() is not None, "the demo", 60)
        assert self.ended() is None, self.said()

    def said(self) -> str:
        return self.log.read_text()

    def ended(self) -> int | None:
        assert self._process is not None
        return self._process.poll()

    def everybody(self) -> list[psutil.Process]:
        """It and all that it started."""
        assert self._process is not None
        demo = psutil.Process(self._process.pid)
        return [demo, *demo.children(recursive=True)]

    def interrupt(self) -> None:
        """Ctrl+C where it was started."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)

    def stop(self) -> None:
        """At the end of a test: nothing stays, whatever happened."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    # What it wrote down

    @property
    def pin(self) -> str:
        return self._stamp().pin

    @property
    def password(self) -> str:
        return self._stamp().password

    @property
    def url(self) -> str:
        return settings.load(Place(self.folder).settings).central

    @property
    def replica(self) -> Replica:
        """What the kiosk knows."""
        chosen = settings.load(Place(self.folder).settings)
        return Replica(chosen.replica, chosen.facts)

    def central(self, sql: str) -> list[tuple[object, ...]]:
        """What central's database answers."""
        with sqlite3.connect(f"file:{self.folder / 'central.db'}?mode=ro", uri=True) as database:
            return database.execute(sql).fetchall()

    def facts(self) -> list[str]:
        """The kinds of fact that central took in, in order."""
        return [str(kind) for (kind,) in self.central("SELECT kind FROM sync_fact ORDER BY kiosk, seq")]

    def _stamp(self) -> Stamp:
        stamp = Place(self.folder).ready()
        assert stamp is not None, "the demo was not made to the end"
        return stamp
