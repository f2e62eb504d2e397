from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import pytest

from kiosk.paths import RESOURCES
from tests.central.test_serving import Running, claim_at_once, prepared, run_until_stopped
from tests.peers import lack

pytestmark = pytest.mark.peer

AGAIN = ["test_claims.py", "test_facts.py", "test_feeds.py", "test_asks.py", "test_enrolment.py", "test_staff_pages.py"]


def program(name: str) -> str:
    """Where a program of PostgreSQL is; Debian keeps them out of PATH."""
    places = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    found = shutil.which(name, path=os.pathsep.join([*map(str, places), os.environ.get("PATH", "")]))
    if found is None:
        lack(f"{name} of PostgreSQL is not installed")
    return found


def owner() -> str | None:
    """PostgreSQL refuses to run as root; its own user does it then."""
    if os.geteuid():
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        lack("root cannot start PostgreSQL, and there is no user postgres")


def run(*command: str) -> None:
    user = owner()
    subprocess.run(command, check=True, user=user, group=user, stdout=subprocess.DEVNULL, cwd="/")


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a PostgreSQL that is thrown away; its socket's path must be short."""
    if find_spec("psycopg") is None:
        lack("psycopg is not installed")
    initdb, pg_ctl = program("initdb"), program("pg_ctl")
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        if user := owner():
            shutil.chown(folder, user, user)
        run(initdb, "-D", f"{folder}/data", "-U", "central", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses= -c unix_socket_directories={folder}"
        run(pg_ctl, "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgres://central@{quote(folder, safe='')}"
        finally:
            run(pg_ctl, "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")


def test_all_that_kiosks_and_staff_do_works_on_postgresql_too(cluster: str) -> None:
    tests = [str(Path(__file__).parent / name) for name in AGAIN]
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not peer", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "WEGWIJS_TEST_DATABASE": f"{cluster}/template1"}
    done = subprocess.run(
        command, env=environment, cwd=RESOURCES.parent, capture_output=True, text=True, timeout=110, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_of_many_who_claim_at_the_same_moment_one_holds_the_desk(cluster: str, tmp_path: Path) -> None:
    for central in run_until_stopped(prepared(Running(f"{cluster}/postgres"), tmp_path)):
        results, visits = claim_at_once(central, 8)
        assert sorted(results) == ["conflict"] * 7 + ["stored"]
        assert sorted(visit.state for visit in visits) == ["conflict"] * 7 + ["held"]
