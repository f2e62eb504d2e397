"""No two held visits of a desk overlap: the database itself says so, whoever writes.

PostgreSQL has exclusion constraints for it; SQLite has not, so two triggers. Django rebuilds a table in SQLite when a
later migration alters it, and its triggers are lost: such a migration runs `install` again.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations

POSTGRES = [
    # Trusted since PostgreSQL 13: the owner of the database may do this
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    """ALTER TABLE workspaces_visit ADD CONSTRAINT visits_do_not_overlap
       EXCLUDE USING gist (desk_id WITH =, tstzrange(since, until) WITH &&) WHERE (state = 'held')""",
]

_TRIGGER = """CREATE TRIGGER visits_do_not_overlap_{name} BEFORE {event} ON workspaces_visit
    WHEN NEW.state = 'held' AND EXISTS (
        SELECT 1 FROM workspaces_visit AS other
        WHERE other.desk_id = NEW.desk_id AND other.id <> NEW.id AND other.state = 'held'
            AND other.since < NEW.until AND NEW.since < other.until)
    BEGIN SELECT RAISE(ABORT, 'visits_do_not_overlap'); END"""

SQLITE = [_TRIGGER.format(name="insert", event="INSERT"), _TRIGGER.format(name="update", event="UPDATE")]

REMOVE = {
    "postgresql": ["ALTER TABLE workspaces_visit DROP CONSTRAINT visits_do_not_overlap"],
    "sqlite": ["DROP TRIGGER visits_do_not_overlap_insert", "DROP TRIGGER visits_do_not_overlap_update"],
}


def install(_apps: Any, editor: Any) -> None:
    """Put the constraint in place, each database in its own words."""
    for statement in {"postgresql": POSTGRES, "sqlite": SQLITE}[editor.connection.vendor]:
        editor.execute(statement)


def remove(_apps: Any, editor: Any) -> None:
    """Take it away again."""
    for statement in REMOVE[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("workspaces", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
