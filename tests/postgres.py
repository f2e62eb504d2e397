"""A PostgreSQL of Debian's that is thrown away, for tests that need one."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from uuid import uuid4

from tests.peers import lack


def program(name: str) -> str:
    """Where a program of PostgreSQL is; Debian keeps them out of PATH."""
    places = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    found = shutil.which(name, path=os.pathsep.join([*map(str, places), os.environ.get("PATH", "")]))
    return found or lack(f"{name} of PostgreSQL is not installed")


def owner() -> str | None:
    """PostgreSQL refuses to run as root; its own user does it then."""
    if os.geteuid():
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        lack("root cannot start PostgreSQL, and there is no user postgres")


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a server without a database's name; its socket lies in a folder of its own."""
    if find_spec("psycopg") is None:
        lack("psycopg is not installed")
    initdb, pg_ctl = program("initdb"), program("pg_ctl")
    # A socket's path must be short
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        if user := owner():
            shutil.chown(folder, user, user)
        _run(initdb, "-D", f"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        _run(pg_ctl, "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            place = quote(folder, safe="")
            # Central's own user is no superuser. A database can be thrown away while the server vacuums it by itself
            # only by who may stop that process too
            ask(f"postgres://postgres@{place}", "CREATE ROLE library LOGIN CREATEDB IN ROLE pg_signal_backend")
            yield f"postgres://library@{place}"
        finally:
            _run(pg_ctl, "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")


@contextmanager
def database(server: str) -> Iterator[str]:
    """The address of a new, empty database in that cluster."""
    name = f"w{uuid4().hex[:12]}"
    ask(server, f"CREATE DATABASE {name}")
    try:
        yield f"{server}/{name}"
    finally:
        ask(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def line_to(address: str) -> Any:
    """A connection of psycopg, for statements that are each by themselves."""
    import psycopg

    place = urlsplit(address)
    named = {"host": unquote(place.hostname or ""), "user": place.username, "dbname": place.path[1:] or "postgres"}
    return psycopg.connect(**named, autocommit=True)  # type: ignore[arg-type]


def ask(address: str, sql: str) -> list[tuple]:
    """One statement; its rows."""
    # `with connect()` would begin a transaction, in which no database can be made
    with closing(line_to(address)) as line:
        found = line.execute(sql)
        return list(found.fetchall()) if found.description else []


def _run(*command: str) -> None:
    user = owner()
    subprocess.run(command, check=True, user=user, group=user, stdout=subprocess.DEVNULL, cwd="/")
