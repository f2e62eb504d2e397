"""`wegwijs-central`: the one command of central."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from kiosk.central.arguments import parser
from kiosk.errors import BadInput, KnownError


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; 2 with one sentence on stderr when something outside is wrong."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiosk.central.settings")
    try:
        return _run(words)
    except KnownError as error:
        print(error, file=sys.stderr)
        return 2


def _run(words: list[str]) -> int:
    ours = ("-h", "--help", *_COMMANDS)
    if words and words[0] not in ours:
        return _django(words)
    given = parser().parse_args(words)
    from django.db import DatabaseError, DataError, IntegrityError

    try:
        return _COMMANDS[given.command](given)
    except (DataError, IntegrityError):
        raise  # a mistake of ours
    except DatabaseError as error:
        what = f"The database says: {str(error).splitlines()[0]}"
        raise BadInput(what, "DATABASE_URL", "Is it running, and has `wegwijs-central migrate` been run?") from error


def _ready() -> None:
    import django

    django.setup()


def _migrate(given: argparse.Namespace) -> int:
    from django.core.management import call_command

    _ready()
    call_command("migrate", interactive=False)
    return 0


def _serve(given: argparse.Namespace) -> int:
    from kiosk.central.environment import workers
    from kiosk.central.serving import serve

    return serve(given.host, given.port, workers(os.environ) if given.workers is None else given.workers)


def _library(given: argparse.Namespace) -> int:
    _ready()
    from kiosk.central.fleet.journal import note
    from kiosk.central.loading import load

    print(said := load(given.file))
    note(None, "load", name=f"{given.file.name}: {said}")
    return 0


def _catalogue(given: argparse.Namespace) -> int:
    _ready()
    from kiosk.central.catalogue import commands

    do = {"import": commands.imports, "harvest": commands.harvests, "source": commands.source}
    return (do | {"covers": commands.covers})[given.what](given)


def _kiosk(given: argparse.Namespace) -> int:
    _ready()
    from kiosk.central.fleet.journal import note
    from kiosk.central.fleet.placing import place
    from kiosk.central.sync.enrolment import make_code

    kiosk = place(given.branch, given.desk, given.name, given.floor, given.x, given.y)
    print(make_code(kiosk))
    note(None, "code", kiosk)
    return 0


def _account(given: argparse.Namespace) -> int:
    _ready()
    from kiosk.central.accounts import create

    password = sys.stdin.readline().rstrip("\n") if given.password_stdin else ""
    made = create(given.name, given.role, given.branch, given.shown, password)
    if not password:
        print(made)
    return 0


def _backup(given: argparse.Namespace) -> int:
    _ready()
    from kiosk.central.backups.making import backup

    print(backup(given.place, given.keep))
    return 0


def _restore(given: argparse.Namespace) -> int:
    if given.into:
        os.environ["DATABASE_URL"] = given.into
    _ready()
    from kiosk.central.backups.restoring import restore

    restore(given.file, given.yes, given.check, print)
    return 0


def _move(given: argparse.Namespace) -> int:
    _ready()
    from kiosk.central.moving import move

    move(sys.stdin.readline().strip() if given.to == "-" else given.to, print)
    return 0


def _forget(given: argparse.Namespace) -> int:
    _ready()
    from kiosk.central.sync.forgetting import forget
    from kiosk.clock import now

    gone = forget(now())
    said = ", ".join(f"{table} {count}" for table, count in gone.items() if count)
    print(f"{gone.total()} rows are gone: {said or 'none'}.")
    return 0


def _epoch(given: argparse.Namespace) -> int:
    _ready()
    from kiosk.central.fleet.journal import note
    from kiosk.central.sync.models import Epoch

    note(None, "epoch")
    print(f"Epoch {Epoch.renew()}: every kiosk fetches everything again.")
    return 0


def _django(words: list[str]) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["wegwijs-central", *words])
    return 0


_COMMANDS = {
    "migrate": _migrate,
    "serve": _serve,
    "library": _library,
    "catalogue": _catalogue,
    "kiosk": _kiosk,
    "account": _account,
    "backup": _backup,
    "restore": _restore,
    "move": _move,
    "forget": _forget,
    "epoch": _epoch,
}

if __name__ == "__main__":
    sys.exit(main())
