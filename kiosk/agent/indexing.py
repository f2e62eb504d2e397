"""Making the catalogue's index follow the titles and their copies, in a short-lived process of its own.

Why another process: the index writer takes tens of megabytes that an allocator does not give back, and a fault in
native code must not take the agent along. The child ends when its standard input does, so none outlives its agent.
What the index lacks is marked in the replica in the transaction that brings it there, and the marks go when a child has
done its work: whoever is killed, and whenever, nothing is forgotten, and nothing is done anew but that.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Literal, cast

import msgspec

from kiosk.catalogue import index
from kiosk.errors import KnownError
from kiosk.settings import Settings
from kiosk.store.replica import Replica
from kiosk.store.writer import Writer
from kiosk.wire import Copy, Title, decode, encode

log = logging.getLogger(__name__)

#: Seconds until a failed index is tried anew, and within which a screen may not ask for another.
AGAIN = 60.0

#: Seconds for which changes are gathered: titles, and copies, which change all day.
SOON, LATER = 0.2, 60.0


class Work(msgspec.Struct, kw_only=True):
    """What a child is to do: the titles up to that mark of the replica."""

    mark: int


class Indexing:
    """A thread that lets one child after another do the work; `done` is called when new titles can be searched."""

    def __init__(self, settings: Settings, writer: Writer, done: Callable[[], None]) -> None:
        self.failed = ""
        self._settings, self._writer, self._done = settings, writer, done
        self._child: subprocess.Popen[bytes] | None = None
        self._wake, self._pressing, self._stopping = threading.Event(), threading.Event(), threading.Event()
        self._mended = -AGAIN
        self._thread = threading.Thread(target=self._run, name="indexing", daemon=True)

    def open(self) -> None:
        """Begin, with all titles when there is no index that this version can read."""
        if self._writer.cursor("titles") and index.missing(self._settings.index):
            self._writer.unindex()
        self.follow(pressing=True)
        self._thread.start()

    def follow(self, pressing: bool) -> None:
        """Titles or copies have changed; `pressing`: see to it at once."""
        if pressing:
            self._pressing.set()
        self._wake.set()

    def mend(self) -> None:
        """The index cannot be read: make it of all titles, unless that was done just now."""
        if time.monotonic() - self._mended > AGAIN:
            self._mended = time.monotonic()
            # Else it is done at the next start
            with suppress(KnownError):
                self._writer.unindex()
            self.follow(pressing=True)

    def state(self) -> Literal["", "ready", "behind", "failed"]:
        """How the index is; "" when there are no titles."""
        if self.failed or not self._writer.cursor("titles"):
            return "failed" if self.failed else ""
        return "behind" if self._writer.unindexed() else "ready"

    def close(self) -> None:
        """Stop; what is not finished is done at the next start."""
        self._stopping.set()
        self._pressing.set()
        self._wake.set()
        child = self._child
        if child is not None:
            child.kill()
        if self._thread.is_alive():
            self._thread.join(1)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wake.wait()
            self._pressing.wait(LATER)
            self._stopping.wait(SOON)
            self._wake.clear()
            self._pressing.clear()
            try:
                self._catch_up()
            except KnownError as error:
                self._fail(str(error))

    def _catch_up(self) -> None:
        mark = self._writer.unindexed() if self._writer.cursor("titles") else 0
        if not mark or self._stopping.is_set():
            return
        wrong = self._in_child(Work(mark=mark))
        if self._stopping.is_set():
            return
        if wrong:
            self._fail(wrong)
            return
        self.failed = ""
        self._writer.indexed(mark)
        self._done()

    def _fail(self, wrong: str) -> None:
        self.failed = wrong
        log.error("the catalogue's index could not be made: %s", wrong)
        if not self._stopping.wait(AGAIN):
            # What a child left may be what is wrong
            with suppress(KnownError):
                self._writer.unindex()
            self.follow(pressing=True)

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
    ids, here = known.unindexed(work.mark), known.known("branch")
    copies = partial(_copies, known)
    if ids == [""] or index.missing(folder):
        index.build(folder, cast(Iterator[Title], known.each("titles")), copies, here)
        return
    found = {id: known.get("titles", id) for id in ids}
    changed = [title for title in found.values() if isinstance(title, Title)]
    index.update(folder, changed, [id for id, title in found.items() if title is None], copies, here)


def _copies(known: Replica, title: str) -> list[Copy]:
    return cast(list[Copy], known.by("copies", title))


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
