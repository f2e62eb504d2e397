"""PostgreSQL: by its own programs, which get the password from the environment and never on a command line."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from kiosk.central.backups.about import About, look
from kiosk.errors import BadInput, KnownError

#: Ours are remade by their own owner, whatever he is called there.
_PLAIN = ("--no-owner", "--no-privileges", "--no-comments")


def dump(payload: Path) -> About:
    """What stands in the database at one moment, as pg_dump packs it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        words = ["--format=custom", *_PLAIN, "--snapshot", cursor.fetchone()[0], "--file", str(payload)]
        about = look("postgresql", connection.introspection.table_names(cursor), _ask)
        _run("pg_dump", words)
    return about


def check(payload: Path) -> None:
    """`BadInput` when pg_restore cannot read its list."""
    try:
        _run("pg_restore", ["--list", str(payload)])
    except KnownError as error:
        raise BadInput(f"The database in this backup is damaged: {error.what}", str(payload)) from error


def load(payload: Path, renew: str) -> str:
    """Put all of it in place of what is there, and run the SQL `renew`: in one transaction."""
    with connection.cursor() as cursor:
        _must_be_alone(cursor)
        tables = connection.introspection.table_names(cursor)
    connection.close()
    script = payload.with_suffix(".sql")
    _run("pg_restore", [*_PLAIN, "--file", str(script), str(payload)])
    gone = ", ".join(f'"{name}"' for name in tables)
    # Ours one by one and not their schema, which may belong to another
    words = ["--command", f"DROP TABLE {gone} CASCADE"] if tables else []
    # The script empties the search path
    words += ["--file", str(script), "--command", "SET search_path TO public", "--command", renew]
    _run("psql", ["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--single-transaction", *words])
    return ""


def must_be_alone(alias: str) -> None:
    """`BadInput` when another program is connected to this database."""
    from django.db import connections

    with connections[alias].cursor() as cursor:
        _must_be_alone(cursor)


def _must_be_alone(cursor: Any) -> None:
    cursor.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend'"
    )
    if cursor.fetchone()[0]:
        raise BadInput("Something still uses this database", "pg_stat_activity", "Stop central first.")


def _ask(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def _run(name: str, words: Sequence[str]) -> None:
    done = subprocess.run([_program(name), *words], env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        # The first line says what; those below may repeat what stands in a row
        lines = (
            [line for line in done.stderr.splitlines() if "rror" in line] or done.stderr.splitlines() or ["no reason"]
        )
        raise KnownError(f"{name} says: {lines[0]}", "DATABASE_URL")


def _program(name: str) -> str:
    # Debian keeps each version in a folder of its own
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    path = os.pathsep.join([os.environ.get("PATH", ""), *map(str, places)])
    found = shutil.which(name, path=path)
    if found is None:
        raise BadInput(f"{name} is not installed", "PATH", "Install PostgreSQL's client programs: postgresql-client.")
    return found


def _environment() -> dict[str, str]:
    """libpq's own variables (PostgreSQL 15, 34.15)."""
    about = connection.settings_dict
    names = {"NAME": "PGDATABASE", "HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
    given = {variable: str(about[name]) for name, variable in names.items() if about[name]}
    return {**os.environ, **given, "PGCONNECT_TIMEOUT": "20", "LC_MESSAGES": "C"}
