"""A PostgreSQL that is thrown away, with Debian's programs, on a socket in a folder of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil

from kiosk.errors import Unreachable


@dataclass(frozen=True)
class Cluster:
    """`folder` holds its socket; `process`: of the server that starts all others."""

    folder: str
    process: psutil.Process

    def django(self, name: str) -> str:
        """`DATABASE_URL` of a database in it."""
        return f"postgres://central@{quote(self.folder, safe='')}/{name}"

    def sqlalchemy(self, name: str) -> str:
        """The same in the words of Kinto's database layer."""
        return f"postgresql://central@/{name}?host={self.folder}"


@contextmanager
def started() -> Iterator[Cluster]:
    """Until the end; databases `central` and `kinto`. It syncs to disk as PostgreSQL does by default."""
    folder = tempfile.mkdtemp(prefix="pg")
    initdb, pg_ctl, createdb = (program(name) for name in ("initdb", "pg_ctl", "createdb"))
    try:
        if user := owner():
            shutil.chown(folder, user, user)
        run(initdb, "-D", f"{folder}/data", "-U", "central", "-A", "trust", "-E", "UTF8")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=200"
        run(pg_ctl, "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start")
        for name in ("central", "kinto"):
            run(createdb, "-h", folder, "-U", "central", name)
        number = int((Path(folder) / "data" / "postmaster.pid").read_text().split()[0])
        yield Cluster(folder, psutil.Process(number))
    finally:
        subprocess.run([pg_ctl, "-D", f"{folder}/data", "-m", "immediate", "-w", "stop"], **_as_owner(), check=False)
        shutil.rmtree(folder, ignore_errors=True)


def program(name: str) -> str:
    """Where a program of PostgreSQL is; Debian keeps them out of PATH."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which(name, path=os.pathsep.join([*map(str, places), os.environ.get("PATH", "")]))
    if found is None:
        raise Unreachable(f"{name} of PostgreSQL is not installed", "", "Install Debian's postgresql.")
    return found


def owner() -> str | None:
    """PostgreSQL refuses to run as root; its own user does it then."""
    if os.geteuid():
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise Unreachable("Root cannot start PostgreSQL, and there is no user postgres") from None


def run(*command: str) -> None:
    """One of its programs, as its own user."""
    subprocess.run(command, check=True, **_as_owner())


def _as_owner() -> dict:
    return {"user": owner(), "group": owner(), "stdout": subprocess.DEVNULL, "cwd": "/"}
