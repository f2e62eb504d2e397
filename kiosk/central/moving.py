"""`wegwijs-central move`: everything that one database holds into another, of whichever kind, so that kiosks notice
nothing: every id, revision, token and the epoch stay what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, DatabaseError, DataError, IntegrityError, connections, models, transaction

from kiosk.central import environment
from kiosk.central.backups import postgresql, sqlite
from kiosk.central.tables import check
from kiosk.errors import BadInput

TO = "to"

#: Rows that are written at once.
AT_ONCE = 500

#: What tables of a new database hold by themselves.
_OF_ITSELF = ("contenttypes", "auth.permission", "auth.group", "auth.group_permissions")

Model = type[models.Model]


def move(address: str, say: Callable[[str], None]) -> None:
    """Copy everything to the database at that address, which must be empty; all of it or nothing. The old one stays."""
    _connect(address)
    check()
    _must_be_alone(DEFAULT_DB_ALIAS)
    _must_be_empty()
    say("Making the tables there …")
    call_command("migrate", database=TO, interactive=False, verbosity=0)
    with transaction.atomic(), transaction.atomic(using=TO):
        _clear()
        counts = {model._meta.db_table: _copy(model) for model in _models()}
        _restart_numbers()
    full = {table: count for table, count in counts.items() if count}
    say(f"{sum(full.values())} rows of {len(full)} tables are there. Now put the new address in DATABASE_URL.")


def _connect(address: str) -> None:
    try:
        wanted = environment.database({"DATABASE_URL": address})
    except BadInput as error:
        raise BadInput(error.what, "TO_URL", error.do) from error
    if _is_here(wanted):
        raise BadInput("That is the database itself", "TO_URL", "Name an empty one.")
    connections.settings[TO] = connections.configure_settings({DEFAULT_DB_ALIAS: wanted})[DEFAULT_DB_ALIAS]


def _is_here(wanted: Mapping[str, Any]) -> bool:
    here = connections[DEFAULT_DB_ALIAS].settings_dict
    return all((wanted.get(part) or "") == (here.get(part) or "") for part in _PLACE)


#: What says where a database is; the same one under another name is not empty.
_PLACE = ("ENGINE", "NAME", "HOST", "PORT")


def _must_be_alone(alias: str) -> None:
    # What kiosks say between the copy and the new address would be lost
    if connections[alias].vendor == "postgresql":
        postgresql.must_be_alone(alias)
    else:
        connections[alias].close()
        sqlite.must_be_alone(Path(str(connections[alias].settings_dict["NAME"])))


def _must_be_empty() -> None:
    there = connections[TO]
    try:
        with there.cursor() as cursor:
            tables = there.introspection.table_names(cursor)
    except DatabaseError as error:
        what = f"The new database does not answer: {str(error).splitlines()[0]}"
        raise BadInput(what, "TO_URL", "Make it first, empty, with a user who owns it.") from error
    ours = {model._meta.db_table: model for model in _models()}
    other = sorted(set(tables) - ours.keys() - {"django_migrations"})
    full = [table for table in tables if table in ours and not _is_of_itself(ours[table]) and _count(ours[table], TO)]
    if other or full:
        raise BadInput(f"The new database is not empty: it has {(other or full)[0]}", "TO_URL", "Name an empty one.")


def _is_of_itself(model: Model) -> bool:
    about = model._meta
    return about.app_label in _OF_ITSELF or about.label_lower in _OF_ITSELF


def _models() -> list[Model]:
    """Every table that a model of ours or of Django's stands for."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def _rows(model: Model, alias: str) -> models.QuerySet[Any]:
    # A plain set: that of a published model gives every row a new revision
    return models.QuerySet(model=model, using=alias)


def _count(model: Model, alias: str) -> int:
    return _rows(model, alias).count()


def _clear() -> None:
    """The rows with which a new database begins: the old one has its own."""
    with connections[TO].cursor() as cursor:
        for model in _models():
            cursor.execute(f"DELETE FROM {connections[TO].ops.quote_name(model._meta.db_table)}")


def _copy(model: Model) -> int:
    table = model._meta.db_table
    try:
        for rows in _chunks(_rows(model, DEFAULT_DB_ALIAS).order_by("pk").iterator(AT_ONCE)):
            _rows(model, TO).bulk_create(rows, batch_size=AT_ONCE)
    except (DataError, IntegrityError, ValueError) as error:
        # Below the first line PostgreSQL repeats the row
        what = f"A row of {table} does not fit in the new database: {str(error).splitlines()[0]}"
        raise BadInput(what, table, "Mend it in the old one, and move again; nothing was moved.") from error
    count, there = _count(model, DEFAULT_DB_ALIAS), _count(model, TO)
    if count != there:
        raise BadInput(f"Of {count} rows of {table} only {there} arrived", table, "Nothing was moved.")
    return count


def _chunks(rows: Iterable[Any]) -> Iterable[list[Any]]:
    rows = iter(rows)
    while chunk := list(islice(rows, AT_ONCE)):
        yield chunk


def _restart_numbers() -> None:
    """Tables that number their rows go on after the last."""
    there = connections[TO]
    with there.cursor() as cursor:
        for statement in there.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)
