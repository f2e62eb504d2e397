"""Making the catalogue's index follow the titles, in a short-lived process of its own.

Why another process: the index writer takes tens of megabytes that an allocator does not give back, and a fault in
native code must not take the agent along. The child ends when its standard input does, so none outlives its agent.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec

from kiosk.catalogue import index
from kiosk.errors import KnownError
from kiosk.settings import Settings
from kiosk.store.replica import Replica
from kiosk.store.writer import Writer
from kiosk.wire import Change, Title, decode, encode

log = logging.getLogger(__name__)

#: Seconds until a failed index is tried anew.
AGAIN = 60.0


class Work(msgspec.Struct, kw_only=True):
    """What the index lacks. `cursor`: how far the titles are with it."""

    cursor: str
    anew: bool = False
    changed: set[str] = msgspec.field(default_factory=set)
    gone: set[str] = msgspec.field(default_factory=set)

    def add(self, cursor: str, changes: list[Change] | None) -> None:
        """And these titles too; None: all of them."""
        self.cursor = cursor
        self.anew = self.anew or changes is None
        for change in changes or ():
            (self.gone if change.deleted else self.changed).add(change.id)
            (self.changed if change.deleted else self.gone).discard(change.id)


class Indexing:
    """A thread that lets one child after another do the work; `done` is called when new titles can be searched."""

    def __init__(self, settings: Settings, writer: Writer, done: Callable[[], None]) -> None:
        self.failed = ""
        self._settings, self._writer, self._done = settings, writer, done
        self._work: Work | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._wake, self._stopping = threading.Event(), threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="indexing", daemon=True)

    def open(self) -> None:
        """Begin, with all titles when the index is not the one that belongs to them."""
        cursor = self._writer.cursor("titles")
        if cursor and (self._writer.known("indexed") != cursor or index.missing(self._settings.index)):
            self.follow(cursor, None)
        self._thread.start()

    def follow(self, cursor: str, changes: list[Change] | None) -> None:
        """These titles changed (None: all of them), and with that the replica is at `cursor`."""
        with self._lock:
            self._work = self._work or Work(cursor=cursor)
            self._work.add(cursor, changes)
        self._wake.set()

    def state(self) -> Literal["", "ready", "behind", "failed"]:
        """How the index is; "" when there are no titles."""
        cursor = self._writer.cursor("titles")
        if self.failed or not cursor:
            return "failed" if self.failed else ""
        return "ready" if self._writer.known("indexed") == cursor else "behind"

    def close(self) -> None:
        """Stop; what is not finished is done at the next start."""
        self._stopping.set()
        self._wake.set()
        child = self._child
        if child is not None:
            child.kill()
        if self._thread.is_alive():
            self._thread.join(1)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wake.wait()
            self._wake.clear()
            with self._lock:
                work, self._work = self._work, None
            if work is not None and not self._stopping.is_set():
                self._finish(work, self._in_child(work))

    def _finish(self, work: Work, wrong: str) -> None:
        if self._stopping.is_set():
            return
        self.failed = wrong
        if not wrong:
            # Should the mark not be written, then the index is made again at the next start
            with suppress(KnownError):
                self._writer.know(indexed=work.cursor)
            self._done()
            return
        log.error("the catalogue's index could not be made: %s", wrong)
        if not self._stopping.wait(AGAIN):
            self._try_again(work.cursor)

    def _try_again(self, cursor: str) -> None:
        with self._lock:
            # What came meanwhile is further than that
            self._work = self._work or Work(cursor=cursor)
            self._work.anew = True
        self._wake.set()

    def _in_child(self, work: Work) -> str:
        """What went wrong, or ""."""
        command = [sys.executable, "-m", __name__, str(self._settings.replica), str(self._settings.index)]
        try:
            self._child = child = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        except OSError as error:
            return f"it cannot be started: {error}"
        assert child.stdin is not None
        assert child.stderr is not None
        try:
            child.stdin.write(encode(work) + b"\n")
            child.stdin.flush()
            # Not communicate(): that closes the child's input, which means that we are gone
            said = child.stderr.read().decode(errors="replace").strip()
        except BrokenPipeError:
            said = "it ended at once"
        finally:
            code = child.wait()
            # What a child that ended did not read is tried again by close()
            with suppress(BrokenPipeError):
                child.stdin.close()
            child.stderr.close()
        return "" if code == 0 else said.rpartition("\n")[2] or f"ended with {code}"


def bring_up(work: Work, replica: Path, folder: Path) -> None:
    """Bring the index in that folder up to the titles in that replica."""
    known = Replica(replica, replica)
    if work.anew or index.missing(folder):
        index.build(folder, (title for title in known.each("titles") if isinstance(title, Title)))
        return
    found = (known.get("titles", id) for id in sorted(work.changed))
    index.update(folder, [title for title in found if isinstance(title, Title)], sorted(work.gone))


def _end_with_the_agent() -> None:
    # Not sys.stdin: its lock would be held when the main thread ends, which Python takes for a fatal error
    while os.read(0, 1):
        pass
    os._exit(1)


def _main() -> None:
    work = decode(sys.stdin.buffer.readline(), Work)
    threading.Thread(target=_end_with_the_agent, daemon=True).start()
    bring_up(work, Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    _main()
