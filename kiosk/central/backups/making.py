"""`wegwijs-central backup`."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from django.db import DatabaseError, connection

from kiosk.central.backups import postgresql, sqlite
from kiosk.central.backups.about import told
from kiosk.central.backups.package import INSIDE, pack, room
from kiosk.central.sync.models import Epoch
from kiosk.clock import now
from kiosk.errors import BadInput

#: What a backup in a folder is called, by the time (UTC) at which it was made.
NAME = "wegwijs-%Y%m%dT%H%M%SZ.backup"
_NAMED = re.compile(r"wegwijs-\d{8}T\d{6}Z\.backup")

_DUMP = {"sqlite": sqlite.dump, "postgresql": postgresql.dump}


def backup(place: Path, keep: int | None) -> str:
    """Make a backup, and say what is in it. `place`: a new file; or a folder, in which older ones of ours are removed
    so that `keep` remain."""
    path = place / f"{now():{NAME}}" if place.is_dir() else place
    _must_be_right(place, path, keep)
    _must_hold_something()
    # It is made when it is first asked for; a copy without it could get the same one once it is restored. What is wrong
    # with the database is told by who copies it.
    with suppress(DatabaseError):
        Epoch.current()
    with room(path.absolute().parent) as folder:
        payload = folder / INSIDE[connection.vendor]
        made = pack(payload, _DUMP[connection.vendor](payload), path)
    pruned = _prune(place, keep) if keep else 0
    gone = f" {pruned} older removed." if pruned else ""
    return f"{path}: {told(made)}.{gone}"


def _must_be_right(place: Path, path: Path, keep: int | None) -> None:
    if path.exists():
        raise BadInput("There is a file already", str(path), "Name a new one, or a folder.")
    if keep is not None and (keep < 1 or not place.is_dir()):
        raise BadInput("Older backups are only removed from a folder, and one must remain", "--keep", "Name a folder.")


def _must_hold_something() -> None:
    # SQLite would make a file that is not there
    there = connection.vendor != "sqlite" or Path(str(connection.settings_dict["NAME"])).exists()
    if not there or "django_migrations" not in connection.introspection.table_names():
        raise BadInput("There is nothing in this database", "DATABASE_URL", "Is it the right one?")


def _prune(folder: Path, keep: int) -> int:
    old = sorted(path for path in folder.iterdir() if _NAMED.fullmatch(path.name))[:-keep]
    for path in old:
        path.unlink()
    return len(old)
