"""`wegwijs-central restore`."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError, connection

from kiosk.central.backups import postgresql, sqlite
from kiosk.central.backups.about import About, must_be_known, told
from kiosk.central.backups.package import read, room, unpack
from kiosk.central.sync.models import Epoch
from kiosk.errors import BadInput

_CHECK: dict[str, Callable[[Path], object]] = {"sqlite": sqlite.check, "postgresql": postgresql.check}
_LOAD = {"sqlite": sqlite.load, "postgresql": postgresql.load}

_AFTER = (
    "Kiosks fetch everything anew at their next look. What they did after the backup was made is known nowhere now.",
    "A kiosk that was enrolled since must be enrolled again; one that was blocked since must be blocked again.",
)


def restore(path: Path, over: bool, only_check: bool, say: Callable[[str], None]) -> None:
    """Look at a backup, say what it holds, and put it in place of the database; `over`: also of one that holds
    something. Before anything is changed the whole of the file was read."""
    about = read(path)
    say(f"{path}: made {about.made:%Y-%m-%d %H:%M} UTC by version {about.version}, {about.kind}: {told(about)}.")
    must_be_known(about, str(path))
    with room(_place(only_check)) as folder:
        payload = unpack(path, about, folder)
        _CHECK[about.kind](payload)
        if only_check:
            say("It is whole.")
            return
        _must_be_of_a_kind(about, path)
        _must_be_free(over)
        connection.close()
        kept = _LOAD[about.kind](payload, _renew())
    call_command("migrate", interactive=False, verbosity=0)
    say(" ".join(filter(None, ["Restored.", kept, *_AFTER])))


def _place(only_check: bool) -> Path:
    """Where the file is unpacked: SQLite's is renamed to its place, so it must be on that disk."""
    if connection.vendor == "sqlite" and not only_check:
        return Path(str(connection.settings_dict["NAME"])).parent
    return Path(tempfile.gettempdir())


def _must_be_of_a_kind(about: About, path: Path) -> None:
    if about.kind != connection.vendor:
        what = f"This backup is of {about.kind}, and the database is {connection.vendor}"
        raise BadInput(what, str(path), "Restore it into its own kind, then use `wegwijs-central move`.")


def _must_be_free(over: bool) -> None:
    found = _found()
    if found and not over:
        raise BadInput(f"The database is not empty: it holds {found}", "DATABASE_URL", "Say --yes to replace it.")


def _found() -> str:
    """What stands in the database now, or ""."""
    # SQLite would make a file that is not there
    if connection.vendor == "sqlite" and not Path(str(connection.settings_dict["NAME"])).exists():
        return ""
    try:
        with connection.cursor() as cursor:
            tables = connection.introspection.table_names(cursor)
            if "fleet_kiosk" not in tables:
                return f"{len(tables)} tables that are not ours" if tables else ""
            return ", ".join(_counted(cursor, table) for table in ("fleet_kiosk", "sync_fact"))
    except DatabaseError as error:
        if connection.vendor != "sqlite":
            raise
        return f"something that cannot be read ({error})"


def _counted(cursor: object, table: str) -> str:
    cursor.execute(f"SELECT count(*) FROM {table}")  # type: ignore[attr-defined]
    return f"{cursor.fetchone()[0]} {table.partition('_')[2]}s"  # type: ignore[attr-defined]


def _renew() -> str:
    """The SQL of `Epoch.renew`, for a database that is not in its place yet."""
    now = int(time.time())
    table = Epoch._meta.db_table
    return f"UPDATE {table} SET number = CASE WHEN number + 1 > {now} THEN number + 1 ELSE {now} END"
