from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.paths import RESOURCES
from tests.central.test_moving import moves_unnoticed
from tests.postgres import cluster, database

pytestmark = pytest.mark.peer

#: What never asks the database need not be tested twice.
WITHOUT_A_DATABASE = ["test_adapters.py", "test_gate.py", "test_sru.py"]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with cluster() as address:
        yield address


@pytest.mark.timeout(900)
def test_all_that_is_promised_of_central_holds_on_postgresql_too(server: str) -> None:
    here = Path(__file__).parent
    words = ["-q", "-m", "not peer and not long", "-p", "no:cacheprovider", str(here)]
    words += [f"--ignore={here / name}" for name in WITHOUT_A_DATABASE]
    with database(server) as address:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *words],
            env={**os.environ, "WEGWIJS_TEST_DATABASE": address},
            cwd=RESOURCES.parent,
            capture_output=True,
            text=True,
            timeout=880,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-3000:]


def test_a_kiosk_goes_on_after_a_move_from_a_file_to_a_server(server: str, tmp_path: Path) -> None:
    with database(server) as address:
        moves_unnoticed(f"sqlite:///{tmp_path}/central.db", address)
