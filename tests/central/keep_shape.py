"""Writes down today's shape of central's database, with something in every table: tests/central/shapes/<version>.json.

Run it once, when a version is made: `python -m tests.central.keep_shape`. What is there is never written again:
libraries hold such databases, and `test_migrations.py` brings each of them to the shape of the day.

    migrations   "app.name" of all that such a database went through
    rows         by model ("fleet.branch"): its rows, each with every column
    published    by feed: what kiosks of branch "laak" get, each with its revision and its record
"""

from __future__ import annotations

import base64
import json
import os
import sys
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

SHAPES = Path(__file__).with_name("shapes")

WHEN = datetime(2026, 11, 18, 13, 7, tzinfo=UTC)

#: Tables that every database fills by itself.
OF_ITSELF = {
    "contenttypes.contenttype",
    "auth.permission",
    "auth.group",
    "auth.group_permissions",
    "auth.user_groups",
    "auth.user_user_permissions",
}


def fill() -> None:
    """One row at least in every table, always the same."""
    _places()
    _titles()
    _shelves()
    _people()
    _what_was_done()
    _sync()


def _places() -> None:
    from kiosk.central.events.models import Event
    from kiosk.central.fleet.models import Branch, Floor, Hours, Kiosk, OtherHours, Piece
    from kiosk.central.workspaces.models import Desk

    branch = Branch(id="laak", name="Bibliotheek Laak", short="Laak", address="Laakplein 1, Den Haag")
    branch.save()
    Hours(branch=branch, day=2, opens=time(10), closes=time(18)).save()
    OtherHours(branch=branch, date=date(2026, 12, 25), reason={"nl": "Eerste kerstdag"}).save()
    floor = Floor(branch=branch, number=0, name={"nl": "Begane grond"}, width=800, height=600, ground="M0 0H800V600Z")
    floor.save()
    Piece(floor=floor, what="shelf", x=1.5, y=2.25, width=30, label={"nl": "Romans"}, first="A", last="Z").save()
    desks = [
        Desk(id=f"laak-t{n}", branch=branch, name=f"Tafel {n}", kind="table", x=10 * n, zone={}) for n in (1, 2, 3)
    ]
    for desk in desks:
        desk.save()
    desks[2].delete()
    Kiosk(id="kiosk-1", branch=branch, name="Tafel 1", desk=desks[0], floor=0, x=10, y=20).save()
    Event(
        id="laak-taalcafe",
        branch=branch,
        title={"nl": "Taalcafé", "ar": "مقهى اللغة"},
        starts=WHEN,
        ends=WHEN + timedelta(hours=2),
        theme="language",
        languages=["nl", "ar"],
    ).save()


def _titles() -> None:
    from kiosk import wire
    from kiosk.central.catalogue.models import Copy, Cover, Run, Source, Title

    source = Source.objects.create(slug="koha", name="Koha", kind="koha", address="https://catalogus.example.org")
    Run.objects.create(source=source, began=WHEN, ended=WHEN, report={"read": 1, "added": 1})
    record = wire.Title(id="t1", title="Max Havelaar")
    Title.objects.publish(
        [
            Title(
                id="t1",
                body=wire.encode(record),
                title=record.title,
                authors="Multatuli",
                kind="book",
                year=1860,
                source=source,
                number="1",
            )
        ]
    )
    Cover(isbn="9789021402000", name="0" * 32, body=b"no picture", looked=WHEN).save()
    Copy(
        id="c1", title_id="t1", branch_id="laak", call_number="MULT", shelf="Romans", status="on_loan", due=WHEN
    ).save()


def _shelves() -> None:
    from kiosk.central.catalogue.models import Shelved, Theme

    theme = Theme(id="den-haag", branch_id="laak", name={"nl": "Over Den Haag"}, subjects="Den Haag", titles=["t1"])
    theme.save()
    Shelved.objects.create(theme=theme, title_id="t1")


def _people() -> None:
    from django.contrib.admin.models import LogEntry
    from django.contrib.auth.models import User
    from django.contrib.sessions.models import Session

    from kiosk.central.guided.models import Helper

    user = User.objects.create(id=1, username="vera", password="!", date_joined=WHEN, last_login=WHEN, is_staff=True)
    helper = Helper.objects.create(user=user, name="Vera Voorbeeld")
    helper.branches.add("laak")
    LogEntry.objects.create(user=user, action_time=WHEN, object_repr="Laak", action_flag=2, change_message="[]")
    Session.objects.create(session_key="k" * 32, session_data="e30", expire_date=WHEN)


def _what_was_done() -> None:
    from kiosk.central.guided.models import Ask, Withdraw
    from kiosk.central.workspaces.models import Claim, Leave, Visit

    until = WHEN + timedelta(hours=1)
    about = {"kiosk": "kiosk-1", "start": WHEN, "until": until, "late": False, "received": WHEN}
    Claim.objects.create(id=_id(1), desk_id="laak-t1", bound=True, confirmed=True, **about)
    Visit(id=_id(1), desk_id="laak-t1", kiosk="kiosk-1", since=WHEN, until=until).save()
    Leave.objects.create(id=_id(2), claim=_id(1), branch="laak", at=until)
    Ask(id=_id(3), kiosk_id="kiosk-1", seat="laak-t1", screen="home", asked=WHEN, helper="Vera", coming=WHEN).save()
    Withdraw.objects.create(id=_id(4), ask=_id(3), branch="laak")


def _sync() -> None:
    from kiosk.central.lessons.models import Practised
    from kiosk.central.sync.models import Code, Delta, Epoch, Fact, Key, Snapshot, SnapshotPart, Token, Try

    Epoch.objects.create(pk=1, number=1_794_000_000)
    Fact.objects.create(
        id=_id(1),
        kiosk="kiosk-1",
        seq=7,
        kind="claim",
        body=b'{"kind":"claim"}',
        digest=bytes(range(32)),
        at=WHEN,
        age_ms=1200,
        happened=WHEN,
        received=WHEN,
        status="stored",
    )
    key = Key.objects.create(kiosk_id="kiosk-1", public="k", address="192.0.2.1", asked=WHEN, expires=WHEN, seen=WHEN)
    Token.objects.create(key=key, digest="0" * 64, nonce="n", generation=1, expires=WHEN)
    Delta.objects.create(feed="events", after=1, to=2, count=0, digest="0" * 32, body=b"packed", made=WHEN)
    snapshot = Snapshot.objects.create(epoch=1, feed="events", rev=1, count=0, size=6, sha256="0" * 64, made=WHEN)
    SnapshotPart.objects.create(snapshot=snapshot, number=0, body=b"packed")
    Practised.objects.create(id=_id(5), branch_id="laak", lesson="klein", steps=8, done=5, day=WHEN.date())
    Code.objects.create(kiosk_id="kiosk-1", digest="1" * 64, expires=WHEN, used=WHEN)
    Try.objects.create(what="enrol", address="192.0.2.1", at=WHEN)


def _id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def published() -> dict[str, dict[str, Any]]:
    """What kiosks of the branch get, by feed and id: `[revision, record]`."""
    from kiosk.central.sync.areas import SOURCES
    from kiosk.central.sync.models import Head
    from kiosk.wire import FEEDS

    found = {}
    for feed, row in FEEDS.items():
        scope = "laak" if row.scope == "branch" else ""
        head = Head.objects.filter(feed=feed, scope=scope).values_list("rev", flat=True).first() or 0
        changes = SOURCES[feed].since(scope, 0, head, 1000)
        found[feed] = {change.id: [change.rev, json.loads(bytes(change.record))] for change in changes}
    return found


def dump() -> dict[str, Any]:
    """All of it, as it is written down."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.label_lower not in OF_ITSELF]
    done = MigrationRecorder(connection).applied_migrations()
    return {
        "migrations": sorted(f"{app}.{name}" for app, name in done),
        "rows": {model._meta.label_lower: [_columns(row) for row in _all(model)] for model in models},
        "published": published(),
    }


def _all(model: Any) -> Iterable[Any]:
    return model._base_manager.order_by("pk")  # type: ignore[no-any-return]


def _columns(row: Any) -> dict[str, Any]:
    return {field.attname: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value.isoformat() if isinstance(value, date | time) else value


def load(path: Path) -> None:
    """Make such a database of an empty one, as it was then: its tables, and its rows."""
    from django.core.management.color import no_style
    from django.db import connection, models, transaction
    from django.db.migrations.executor import MigrationExecutor

    kept = json.loads(path.read_text("utf-8"))
    # The last of each app
    wanted = list(dict(sorted(name.split(".", 1) for name in kept["migrations"])).items())
    executor = MigrationExecutor(connection)
    executor.migrate(wanted)
    then = executor.loader.project_state(wanted).apps
    with transaction.atomic(), connection.cursor() as cursor:
        for name, rows in kept["rows"].items():
            model = then.get_model(name)
            models.QuerySet(model).bulk_create([model(**_values(model, row)) for row in rows])
        for statement in connection.ops.sequence_reset_sql(no_style(), list(then.get_models())):
            cursor.execute(statement)


def _values(model: Any, row: dict[str, Any]) -> dict[str, Any]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {
        name: value if value is None or isinstance(value, dict | list) else fields[name].to_python(value)
        for name, value in row.items()
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "kiosk.central.settings",
            "WEGWIJS_SECRET_KEY": "x" * 40,
            "DATABASE_URL": f"sqlite:///{folder}/central.db",
        }
        import django
        from django.core.management import call_command

        from kiosk import __version__

        django.setup()
        call_command("migrate", verbosity=0)
        with patch("django.utils.timezone.now", lambda: WHEN):
            fill()
        path = SHAPES / f"{__version__}.json"
        if path.exists():
            sys.exit(f"{path} is there already")
        path.write_text(json.dumps(dump(), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
