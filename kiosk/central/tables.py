"""Whether the tables of a database are those of this version."""

from __future__ import annotations

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from kiosk.errors import BadInput


def check(alias: str = DEFAULT_DB_ALIAS) -> None:
    """`BadInput` when they are not, or when the database does not answer."""
    connection = connections[alias]
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        what = f"The database does not answer: {str(error).splitlines()[0]}"
        raise BadInput(what, "DATABASE_URL", "Is it running, and is it ours? Else name another.") from error
    finally:
        connection.close()
    if missing:
        raise BadInput("The tables of the database are not up to date", "DATABASE_URL", "Run: wegwijs-central migrate.")
