"""Fetching a large file: cut off at any moment, by the network or by the power, it goes on where it was.

What came lies in `<name>.part`; only when all of it is there and its SHA-256 is right does it get its name, so whatever
has the name is whole.
"""

from __future__ import annotations

import gzip
import os
import shutil
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from kiosk.agent import trust
from kiosk.agent.client import Client
from kiosk.agent.trust import NoAnswer
from kiosk.errors import KnownError
from kiosk.failpoints import reach
from kiosk.store.files import sync_folder
from kiosk.wire import Change, Snapshot

#: Bytes of one record with what goes along with it.
LONGEST_LINE = 1 << 20

#: Bytes that stay free for what is done at this kiosk, and how many times its size a snapshot takes while it is filled
#: in: unpacked, and beside the records that it replaces (-wal).
RESERVE, UNPACKED = 64 << 20, 8

#: Called with the number of bytes that came; takes the time that the line should have.
Pace = Callable[[int], None]


def fetch(client: Client, snapshot: Snapshot, branch: str, folder: Path, pace: Pace) -> Path:
    """The whole file of that snapshot; `NoAnswer` when the rest must come another time."""
    whole = folder / f"{snapshot.feed}-{snapshot.sha256[:16]}"
    with _written(whole):
        _refuse_without_room(folder, whole, snapshot)
        if not whole.exists():
            part = whole.with_suffix(".part")
            _fill(part, client, snapshot, branch, pace)
            _check(part, snapshot, client.central)
            part.replace(whole)
            sync_folder(folder)
    return whole


def changes(file: Path, count: int) -> Iterator[Change]:
    """The so many lines of a snapshot's file; `NoAnswer` when one of them makes no sense, or is not there. The file is
    then removed, to be fetched again: our disk may have spoilt it."""
    found = 0
    try:
        for line in _lines(file):
            found += 1
            yield line
        if found != count:
            raise NoAnswer("unreachable", f"The snapshot has {found} lines, and central says {count}", str(file))
    except NoAnswer:
        with suppress(OSError):
            done(file)
        raise


def _lines(file: Path) -> Iterator[Change]:
    try:
        with gzip.open(file) as lines:
            while line := lines.readline(LONGEST_LINE + 1):
                if len(line) > LONGEST_LINE:
                    raise NoAnswer("unreachable", "A line of the snapshot has no end", str(file))
                yield trust.change(line, str(file))
    except (EOFError, zlib.error, OSError) as error:
        raise NoAnswer("unreachable", f"The snapshot cannot be unpacked: {error}", str(file)) from error


def done(file: Path) -> None:
    """All of it is in the replica."""
    file.unlink(missing_ok=True)


def _refuse_without_room(folder: Path, whole: Path, snapshot: Snapshot) -> None:
    """A disk that is full of titles has no room for what somebody does here."""
    _make_room(folder, whole)
    came = sum(path.stat().st_size for path in (whole, whole.with_suffix(".part")) if path.exists())
    lacking = snapshot.size - came + UNPACKED * snapshot.size + RESERVE - shutil.disk_usage(folder).free
    if lacking > 0:
        what = f"The disk has no room for {snapshot.feed}: {-(-lacking // 1_000_000)} MB more must be free"
        raise KnownError(what, str(folder), "Make room on it.")


def _make_room(folder: Path, coming: Path) -> None:
    """What was begun of older snapshots of this feed is of no use any more."""
    folder.mkdir(parents=True, exist_ok=True)
    feed = coming.name.rpartition("-")[0]
    for other in folder.glob(f"{feed}-*"):
        if other.stem != coming.name:
            other.unlink()


def _fill(part: Path, client: Client, snapshot: Snapshot, branch: str, pace: Pace) -> None:
    start = part.stat().st_size if part.exists() else 0
    if start >= snapshot.size:
        return
    with part.open("ab") as file:

        def keep(piece: bytes) -> None:
            if file.tell() + len(piece) > snapshot.size:
                raise NoAnswer("unreachable", "More comes from central than it said", client.central)
            with _written(part):
                file.write(piece)
            reach("in download")
            pace(len(piece))

        client.file(snapshot, branch, start, keep, anew=lambda: file.truncate(0))
        file.flush()
        os.fsync(file.fileno())
    reach("after download")


@contextmanager
def _written(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what, do = f"What comes from central cannot be written: {error.strerror}", "Is there room on the disk?"
        raise KnownError(what, str(path), do) from error


def _check(part: Path, snapshot: Snapshot, central: str) -> None:
    with part.open("rb") as file:
        found = sha256()
        while chunk := file.read(1 << 20):
            found.update(chunk)
    if part.stat().st_size < snapshot.size:
        raise NoAnswer("unreachable", "A part of what comes from central is still missing", central)
    if found.hexdigest() != snapshot.sha256:
        part.unlink()
        raise NoAnswer("unreachable", "What came from central is damaged; it is fetched again", central)
