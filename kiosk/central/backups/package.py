"""The file of a backup: written whole or not at all, for its owner only, and checked before it is used."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path

import msgspec
from msgspec.structs import replace

from kiosk.central.backups.about import About
from kiosk.errors import BadInput
from kiosk.failpoints import reach
from kiosk.wire import decode, encode

ABOUT = "about.json"

#: The database's own file inside.
INSIDE = {"sqlite": "central.db", "postgresql": "central.pgdump"}

#: pg_dump has packed its own.
_PACKED = {"sqlite": zipfile.ZIP_DEFLATED, "postgresql": zipfile.ZIP_STORED}

_ROOM = ".wegwijs-"

#: Seconds after which nobody works in such a folder any more.
_LEFT = 24 * 3600.0


@contextmanager
def room(place: Path) -> Iterator[Path]:
    """A folder in that one, for us only, that is gone afterwards."""
    folder = ""
    try:
        _tidy(place)
        folder = tempfile.mkdtemp(prefix=_ROOM, dir=place)
        yield Path(folder)
    except OSError as error:
        do = "Make room, name another place, or let this user write there."
        raise BadInput(f"Nothing can be written there: {error.strerror}", str(error.filename or place), do) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def pack(payload: Path, about: About, path: Path) -> About:
    """Make a backup of that database's file; it appears as a whole."""
    with payload.open("rb") as file:
        whole = replace(about, size=payload.stat().st_size, sha256=file_digest(file, "sha256").hexdigest())
    coming = payload.with_name("coming")
    with zipfile.ZipFile(coming, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(ABOUT, encode(whole))
        made.write(payload, INSIDE[about.kind], _PACKED[about.kind], 6)
    coming.chmod(0o600)
    synced(coming)
    reach("before backup")
    coming.replace(path)
    synced(path.absolute().parent)
    return whole


def read(path: Path) -> About:
    """What a backup says of itself; `BadInput` when the file is none."""
    with _opened(path) as package:
        try:
            return decode(package.read(ABOUT), About)
        except msgspec.DecodeError as error:
            raise BadInput(f"This backup cannot be understood: {error}", str(path), "Use another.") from error


def unpack(path: Path, about: About, to: Path) -> Path:
    """The database's own file, as it was packed; `BadInput` when one byte differs."""
    payload = to / INSIDE[about.kind]
    with _opened(path) as package, package.open(INSIDE[about.kind]) as inside, payload.open("xb") as outside:
        payload.chmod(0o600)
        shutil.copyfileobj(inside, outside, 1 << 20)
    with payload.open("rb") as file:
        if file_digest(file, "sha256").hexdigest() != about.sha256:
            raise BadInput("This backup is damaged: its database is not the one that was packed", str(path))
    return payload


def synced(path: Path) -> None:
    """On disk, also after a power cut; a folder too (fsync(2))."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _tidy(place: Path) -> None:
    """Somebody may have been killed here before."""
    for left in place.glob(f"{_ROOM}*"):
        if time.time() - left.stat().st_mtime > _LEFT:
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as package:
            yield package
    except OSError as error:
        raise BadInput(f"The backup cannot be read: {error.strerror}", str(path)) from error
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError) as error:
        do = "Use another; copies of backups should be made whole."
        raise BadInput(f"This is no backup, or it is damaged: {error}", str(path), do) from error
