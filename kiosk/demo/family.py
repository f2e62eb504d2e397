"""Child processes: started, started anew when they die, ended together, and never left behind."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.errors import KnownError

#: A child that dies more often than this within so many seconds is given up.
DEATHS, WITHIN = 3, 60.0

#: Seconds between two looks.
LOOK = 0.02

#: Seconds that a child has to end by itself.
GRACE = 3.0

#: The exit code with which each of our programs says that something outside is wrong; starting anew is no use then.
OUTSIDE = 2

#: prctl(2).
_PR_SET_PDEATHSIG = 1


class Child:
    """One process of ours, `python -m module …`; what it says goes to `log`."""

    def __init__(
        self, module: str, words: Sequence[str], log: Path, env: Mapping[str, str], hard: bool = False
    ) -> None:
        self.name, self.log = log.stem, log
        self._command, self._env = [sys.executable, "-m", module, *words], dict(env)
        self._with_us = signal.SIGTERM if not hard else getattr(signal, "SIGKILL", signal.SIGTERM)
        self._deaths: deque[float] = deque(maxlen=DEATHS)
        self._silent = 0
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, in a process group of its own."""
        self._silent = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._env,
                start_new_session=True,
                preexec_fn=_dying_with(os.getpid(), self._with_us) if sys.platform == "linux" else None,
            )

    def start_until(self, words: str, seconds: float) -> None:
        """Start it, and wait until it has said that; `KnownError` when it ends before, or not in time."""
        self.start()
        late = time.monotonic() + seconds
        while words not in self._said():
            if self.ended() is not None or time.monotonic() > late:
                raise KnownError(f"The {self.name} does not run: {self.last_words()}", "", f"Look in {self.log}.")
            time.sleep(LOOK)

    def ended(self) -> int | None:
        """The exit code, or None while it runs."""
        return self.process.poll() if self.process else None

    def again(self) -> None:
        """It died: start it anew; `KnownError` when that is no use (any more)."""
        assert self.process is not None
        self.end()
        now = time.monotonic()
        self._deaths.append(now)
        often = len(self._deaths) == DEATHS and now - self._deaths[0] < WITHIN
        if self.process.returncode == OUTSIDE or often:
            raise KnownError(f"The {self.name} does not run: {self.last_words()}", "", f"Look in {self.log}.")
        self.start()

    def end(self) -> None:
        """End it and all that it started."""
        process = self.process
        if process is None:
            return
        if process.poll() is None:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(GRACE)
        _kill_group(process)
        process.wait()

    def last_words(self) -> str:
        """The last line that it said."""
        lines = self._said().strip().splitlines()
        return lines[-1] if lines else "it said nothing"

    def _said(self) -> str:
        return self.log.read_bytes()[self._silent :].decode(errors="replace") if self.log.exists() else ""


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if os.name != "posix":
        process.kill()
        return
    # Its group bears its number, and lives on as long as one of its own children does
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _dying_with(parent: int, by: signal.Signals) -> Callable[[], None]:
    """Runs in the child before its program: when the parent dies, however it dies, so does the child."""
    library = ctypes.CDLL(None)

    def tie() -> None:
        library.prctl(_PR_SET_PDEATHSIG, int(by))
        if os.getppid() != parent:
            os._exit(1)

    return tie
