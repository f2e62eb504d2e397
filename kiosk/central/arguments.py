"""What can be said to `wegwijs-central`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def parser() -> argparse.ArgumentParser:
    """The parser of all our own commands."""
    whole = argparse.ArgumentParser(
        prog="wegwijs-central",
        description="Central: staff pages, and what kiosks call.",
        epilog="Any other word is passed on to Django: check, shell, dbshell, changepassword, help …",
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("migrate", help="make or renew the tables of the database")
    _add_serve(commands)
    _add_data(commands)
    _add_kiosk(commands)
    _add_account(commands)
    _add_backups(commands)
    commands.add_parser("forget", help="let go of facts that no kiosk can send any more, and of what is long over")
    epoch = commands.add_parser(
        "epoch", help="after a database was restored by other means: let every kiosk start anew"
    )
    epoch.add_argument("what", choices=["renew"])
    return whole


def _add_serve(commands: Commands) -> None:
    serve = commands.add_parser("serve", help="answer browsers and kiosks")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000, help="0: any that is free")
    serve.add_argument("--workers", type=int, help="processes; else what WEGWIJS_WORKERS says, else 1")


def _add_data(commands: Commands) -> None:
    library = commands.add_parser("library", help="branches, desks and programme from a file").add_subparsers(
        dest="what", required=True
    )
    library.add_parser("load").add_argument("file", type=Path)
    _add_catalogue(commands)


def _add_catalogue(commands: Commands) -> None:
    catalogue = commands.add_parser("catalogue", help="titles and copies, from files and from library systems")
    what = catalogue.add_subparsers(dest="what", required=True)
    read = what.add_parser("import", help="titles from files: MARC 21, UNIMARC or MARCXML, also compressed with gzip")
    read.add_argument("files", type=Path, nargs="+", metavar="FILE")
    read.add_argument(
        "--source", default="", metavar="SLUG", help="whose titles these are; its mapping finds the copies"
    )
    read.add_argument("--copies", choices=["demo"], help="make up copies in every branch")
    fetch = what.add_parser("harvest", help="what changed at the library's systems since the last time")
    fetch.add_argument("sources", nargs="*", metavar="SLUG", help="only these")
    fetch.add_argument("--full", action="store_true", help="everything anew; what is not there any more goes")
    fetch.add_argument("--vanish", type=float, metavar="SHARE", help="how many may go with --full (0 to 1), this once")
    covers = what.add_parser("covers", help="pictures of covers, for titles with an ISBN that have none yet")
    covers.add_argument("sources", nargs="*", metavar="SLUG", help="only for titles of these")
    covers.add_argument(
        "--from", dest="folder", type=Path, metavar="FOLDER", help="pictures that are named by ISBN; else from the site"
    )
    for one in (read, fetch, covers):
        one.add_argument("--dry-run", action="store_true", help="only say what would be done")
        one.add_argument("--json", action="store_true", help="print the report as one object on the last line")
    _add_source(what.add_parser("source", help="a library system that titles come from"))


def _add_source(source: argparse.ArgumentParser) -> None:
    source.add_argument("slug", metavar="SLUG", help="its short name; one that is there already is changed")
    source.add_argument("--name", help="how staff call it")
    source.add_argument("--kind", choices=["file", "oai", "sru", "koha", "wise"])
    source.add_argument("--address", help="where it answers")
    source.add_argument("--mapping", type=Path, metavar="FILE", help="what differs in its records, in TOML")


def _add_backups(commands: Commands) -> None:
    backup = commands.add_parser("backup", help="a copy of the database as it is now; central may go on")
    backup.add_argument("place", type=Path, metavar="FILE", help="a new file, or a folder")
    backup.add_argument("--keep", type=int, metavar="N", help="in a folder: keep this many, remove older ones")
    restore = commands.add_parser("restore", help="put a backup in place of the database; kiosks fetch everything anew")
    restore.add_argument("file", type=Path)
    restore.add_argument("--into", metavar="URL", help="another database than that of DATABASE_URL")
    restore.add_argument("--check", action="store_true", help="only say what is in it, and whether it is whole")
    restore.add_argument("--yes", action="store_true", help="also in place of a database that holds something")
    move = commands.add_parser("move", help="everything into another, empty database; kiosks notice nothing")
    move.add_argument("to", metavar="TO_URL", help="as in DATABASE_URL; -: read it from stdin")


def _add_kiosk(commands: Commands) -> None:
    kiosk = commands.add_parser("kiosk", help="screens of the library").add_subparsers(dest="what", required=True)
    code = kiosk.add_parser("code", help="a one-time code with which a screen becomes this kiosk")
    code.add_argument("--branch", required=True)
    code.add_argument("--desk", default="", help="the desk that this screen is")
    code.add_argument("--name", default="", help="how staff call it; the desk's name unless given")
    code.add_argument("--floor", type=int)
    code.add_argument("--x", type=float)
    code.add_argument("--y", type=float)


def _add_account(commands: Commands) -> None:
    account = commands.add_parser("account", help="people of the library").add_subparsers(dest="what", required=True)
    create = account.add_parser("create", help="a new account; its password is printed once")
    create.add_argument("--name", required=True, help="what one logs in with")
    create.add_argument("--role", required=True, choices=["central", "staff", "volunteer"])
    create.add_argument(
        "--branch", action="append", default=[], help="for staff and volunteers: a branch they see; may be repeated"
    )
    create.add_argument("--shown", default="", help="the name that visitors read")
    create.add_argument("--password-stdin", action="store_true", help="read the password from stdin instead")
