"""What a backup says of itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal

from django.db.migrations.loader import MigrationLoader
from msgspec import Struct

from kiosk import __version__
from kiosk.clock import now
from kiosk.errors import BadInput
from kiosk.wire import SERVICE
from kiosk.wire.sync import Service

Kind = Literal["sqlite", "postgresql"]

#: Runs SQL, and gives the rows.
Ask = Callable[[str], list[tuple[Any, ...]]]

#: What is told of a database, by the table that holds it.
_TOLD = {
    "fleet_branch": "branches",
    "fleet_kiosk": "kiosks",
    "catalogue_title": "titles",
    "sync_fact": "facts",
    "auth_user": "accounts",
}


class About(Struct, frozen=True, kw_only=True):
    """`migrations`: "app.name" of each that the database went through; `rows`: how many there are in each table;
    `size` and `sha256`: of the database's own file."""

    service: Service
    made: datetime
    version: str
    kind: Kind
    migrations: list[str]
    rows: dict[str, int]
    size: int = 0
    sha256: str = ""


def look(kind: Kind, tables: list[str], ask: Ask) -> About:
    """What stands in a database now."""
    done = ask("SELECT app, name FROM django_migrations ORDER BY id") if "django_migrations" in tables else []
    return About(
        service=SERVICE,
        made=now(),
        version=__version__,
        kind=kind,
        migrations=[f"{app}.{name}" for app, name in done],
        rows={table: int(ask(f'SELECT count(*) FROM "{table}"')[0][0]) for table in sorted(tables)},
    )


def told(about: About) -> str:
    """The same for people."""
    return ", ".join(f"{about.rows.get(table, 0)} {what}" for table, what in _TOLD.items())


def must_be_known(about: About, where: str) -> None:
    """`BadInput` when this version does not know all that the database of a backup went through."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    beyond = next((name for name in about.migrations if name not in known), None)
    if beyond is not None:
        what = f"This backup was made by version {about.version}, whose tables this version does not know ({beyond})"
        raise BadInput(what, where, "Install that version, and restore again.")
