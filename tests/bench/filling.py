"""Fills a central's database, in a process of its own with Django: `filling.py fill BRANCHES KIOSKS [catalogue]` makes
a library of so many branches with so many kiosks in each, and prints the kiosks; `titles COUNT` publishes so many
titles; `facts PREFIX` counts the facts whose id begins so. The answer is the last line, in JSON."""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

import django
import msgspec
import yaml

from kiosk.demo.place import LIBRARY
from kiosk.errors import BadInput
from tests.bench import titles as made_up

#: The branch of the demo of which all others are copies.
MOLD = 0

#: Tables that nobody's kiosk is, in every branch.
TABLES = 10


def main() -> int:
    """Do that one thing."""
    what, numbers = sys.argv[1], sys.argv[2:]
    django.setup()
    print(json.dumps({"fill": fill, "titles": publish, "facts": count}[what](*numbers)))
    return 0


def fill(branches: str, kiosks: str, *more: str) -> list[dict[str, str]]:
    """The tables, a library, the demo's catalogue if wanted, and the kiosks: `{"token", "branch", "desk"}` of each."""
    _must_be_empty()
    central("migrate")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "library.yaml"
        file.write_bytes(msgspec.yaml.encode(library(int(branches), int(kiosks))))
        central("library", "load", str(file))
    if "catalogue" in more:
        central("catalogue", "import", "--copies", "demo", *map(str, made_up.files()))
    return enrolled(int(branches), int(kiosks))


def _must_be_empty() -> None:
    """Whatever database was named, nothing of anybody is in it."""
    from django.db import connection

    if connection.introspection.table_names():
        raise BadInput("There are tables in this database already", "DATABASE_URL", "Name an empty one.")


def library(branches: int, kiosks: int) -> dict:
    """A library as `library load` reads it: copies of a branch of the demo, with a computer for every kiosk."""
    mold = yaml.safe_load(LIBRARY.read_text(encoding="utf-8"))["branches"][MOLD]
    return {"branches": [_branch(mold, place, kiosks) for place in range(branches)]}


def _branch(mold: dict, place: int, kiosks: int) -> dict:
    id = f"b{place:02}"
    names = [("computer", "c", kiosks), ("table", "t", TABLES)]
    desks = [
        {"id": f"{id}-{letter}{number}", "name": f"{kind} {number}", "kind": kind, "x": 40 * number, "y": 100}
        for kind, letter, count in names
        for number in range(1, count + 1)
    ]
    return {**mold, "id": id, "name": f"Bibliotheek {id}", "short": id, "desks": desks, "visits": []}


def enrolled(branches: int, kiosks: int) -> list[dict[str, str]]:
    """A kiosk at every computer, and what each proves itself with."""
    from django.db import transaction

    from kiosk.central.fleet.models import Kiosk

    with transaction.atomic():
        rows = [
            Kiosk(branch_id=f"b{branch:02}", desk_id=f"b{branch:02}-c{number}", name=f"Computer {number}")
            for branch in range(branches)
            for number in range(1, kiosks + 1)
        ]
        for row in rows:
            row.save()
        proofs = tokens(rows)
    return [
        {"token": token, "branch": row.branch_id, "desk": row.desk_id} for row, token in zip(rows, proofs, strict=True)
    ]


def tokens(rows: list) -> list[str]:
    """A token for each of these kiosks, as if it had bought one just now and used it; good for a day, longer than any
    measuring."""
    from kiosk.central.sync.answers import token_digest
    from kiosk.central.sync.models import Key, Token
    from kiosk.clock import now

    made, moment = [secrets.token_urlsafe(32) for _ in rows], now()
    day = moment + timedelta(days=1)
    keys = [
        Key(
            kiosk=row,
            public=secrets.token_urlsafe(32),
            asked=moment,
            expires=day,
            approved=moment,
            generation=1,
            used=True,
        )
        for row in rows
    ]
    Key.objects.bulk_create(keys)
    Token.objects.bulk_create(
        Token(key=key, digest=token_digest(token), nonce=secrets.token_urlsafe(32), generation=1, expires=day)
        for key, token in zip(keys, made, strict=True)
    )
    return made


def publish(count: str) -> int:
    """So many titles, new and changed; how many there were."""
    from kiosk.central.catalogue.bringing import Coming, Load

    load = Load()
    for place, title in enumerate(made_up.titles(int(count))):
        load.wait(Coming(title.id, title.id, place, title, None))
    load.flush()
    return load.report.added + load.report.changed


def count(prefix: str) -> int:
    """The facts that are in the database."""
    from kiosk.central.sync.models import Fact

    return Fact.objects.filter(pk__startswith=prefix).count()


def central(*words: str) -> None:
    """One of central's own commands."""
    subprocess.run([sys.executable, "-m", "kiosk.central.main", *words], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
