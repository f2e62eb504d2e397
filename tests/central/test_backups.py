"""Backups are of one moment, whole or not there; a restore says first what it has, and harms nothing it may not."""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests

from kiosk import failpoints
from tests.central.databases import TESTED, empty, rows
from tests.central.test_serving import Running, enrolled, prepared, run_until_stopped
from tests.central.test_serving import ask as send

COUNT = """SELECT (SELECT number FROM sync_epoch), (SELECT count(*) FROM sync_fact), (SELECT count(*) FROM guided_ask),
    (SELECT count(*) FROM fleet_branch)"""


def counted(central: Running) -> tuple[int, ...]:
    """Epoch, facts, asks, branches."""
    return rows(central.environment["DATABASE_URL"], COUNT)[0]


def refused(central: Running, *words: str) -> str:
    """What a command says that does nothing."""
    with pytest.raises(subprocess.CalledProcessError) as stop:
        central.run(*words)
    assert stop.value.returncode == 2
    assert "Traceback" not in stop.value.stderr
    return str(stop.value.stderr)


def ask(central: Running, token: dict[str, str]) -> str:
    """One fact, sent as a kiosk does; its status."""
    return str(send(central, token).json()["results"][0]["status"])


@contextmanager
def asking(central: Running, token: dict[str, str]) -> Iterator[list[str]]:
    """A kiosk that goes on asking."""
    over, statuses = threading.Event(), list[str]()

    def go_on() -> None:
        while not over.is_set():
            statuses.append(ask(central, token))

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield statuses
    finally:
        over.set()
        thread.join(30)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Path]]:
    """A central with some facts, stopped, and a backup of it."""
    folder = tmp_path_factory.mktemp("made")
    with empty(folder) as address:
        central = prepared(Running(address))
        for running in run_until_stopped(central):
            token = enrolled(running, "Zuil")
            for _ in range(3):
                assert ask(running, token) == "stored"
            requests.get(f"{running.address}/v1/feeds/branches/snapshot", headers=token, timeout=30).raise_for_status()
        central.run("backup", str(folder / "a.backup"))
        yield central, folder / "a.backup"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Running]:
    with empty(tmp_path) as address:
        yield Running(address)


def test_a_backup_that_is_made_while_kiosks_write_is_of_one_moment(
    another: str, tmp_path: Path, other: Running
) -> None:
    (tmp_path / "there").mkdir()
    with empty(tmp_path / "there") as address:
        central = prepared(Running(address))
        for running in run_until_stopped(central):
            token = enrolled(running, "Zuil")
            with asking(running, token) as statuses:
                for number in range(2):
                    running.run("backup", str(tmp_path / f"{number}.backup"))
            assert set(statuses) == {"stored"}
        other.run("restore", str(tmp_path / "1.backup"))
        _, facts, asks, _ = counted(other)
        assert 0 < facts == asks <= len(statuses)


def test_a_restored_database_holds_what_it_held_and_begins_another_life(
    made: tuple[Running, Path], other: Running
) -> None:
    central, file = made
    said = other.run("restore", str(file))
    epoch, *rest = counted(central)
    restored = counted(other)
    assert (list(restored[1:]), restored[0] > epoch) == (rest, True)
    assert "1 branches, 1 kiosks, 0 titles, 3 facts, 0 accounts" in said
    assert "fetch everything anew" in said
    assert other.run("check").startswith("System check identified no issues")


def test_a_kiosk_that_was_enrolled_before_the_backup_goes_on_after_a_restore(tmp_path: Path, another: str) -> None:
    central = prepared(Running(another))
    for running in run_until_stopped(central):
        before = enrolled(running, "Zuil")
        running.run("backup", str(tmp_path / "a.backup"))
        assert rows(another, "SELECT count(*) FROM sync_epoch") == [(1,)], "the copy knows which life it is of"
        after = enrolled(running, "Balie")
        cursor = requests.get(f"{running.address}/v1/feeds/branches/snapshot", headers=before, timeout=30).json()["at"]
    central.run("restore", str(tmp_path / "a.backup"), "--yes")
    for running in run_until_stopped(central):
        feed = f"{running.address}/v1/feeds/branches"
        asked = {"since": cursor, "to": cursor}
        assert requests.get(f"{feed}/changes", params=asked, headers=before, timeout=30).status_code == 410
        assert requests.get(f"{feed}/snapshot", headers=before, timeout=30).json()["count"]
        assert requests.get(f"{feed}/snapshot", headers=after, timeout=30).status_code == 401
        assert ask(running, before) == "stored"


def test_a_database_that_holds_something_is_only_replaced_when_that_is_said(
    made: tuple[Running, Path], tmp_path: Path, other: Running
) -> None:
    prepared(other)
    before = counted(other)
    assert "Say --yes" in refused(other, "restore", str(made[1]))
    assert counted(other) == before
    other.run("restore", str(made[1]), "--yes")
    assert counted(other)[1:] == (3, 3, 1)


def test_a_database_that_central_uses_is_not_replaced(
    made: tuple[Running, Path], tmp_path: Path, other: Running
) -> None:
    for running in run_until_stopped(prepared(other)):
        assert "Stop central first" in refused(running, "restore", str(made[1]), "--yes")
        assert "Stop central first" in refused(running, "move", f"sqlite:///{tmp_path}/to.db")
    assert counted(other)[1] == 0


def test_a_restore_goes_into_the_database_that_is_named(made: tuple[Running, Path], other: Running) -> None:
    central, file = made
    before = counted(central)
    central.run("restore", str(file), "--into", other.environment["DATABASE_URL"])
    assert counted(other)[1:] == before[1:]
    assert counted(central) == before


def test_a_backup_can_be_looked_at_without_touching_anything(made: tuple[Running, Path], other: Running) -> None:
    assert "It is whole." in other.run("restore", str(made[1]), "--check")
    assert "nothing in this database" in refused(other, "backup", "x.backup")


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]


def _letter(_data: bytes) -> bytes:
    return b"Dear mayor, " * 100


@pytest.mark.parametrize("harm", [_cut, _flipped, _letter])
def test_a_damaged_backup_is_refused_before_anything_is_changed(
    made: tuple[Running, Path], tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    central, file = made
    (tmp_path / "bad.backup").write_bytes(harm(file.read_bytes()))
    before = counted(central)
    assert "damaged" in refused(central, "restore", str(tmp_path / "bad.backup"), "--yes")
    assert counted(central) == before


def _other_about(file: Path, to: Path, **values: Any) -> Path:
    """The same backup, but for what it says of itself."""
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(to, "w") as changed:
        for name in package.namelist():
            data = package.read(name)
            changed.writestr(name, json.dumps({**json.loads(data), **values}) if name == "about.json" else data)
    return to


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"migrations": ["sync.9999_later"], "version": "9.1"}, "made by version 9.1"),
        ({"kind": "oracle"}, "cannot be understood"),
        ({"service": "another"}, "cannot be understood"),
        ({"sha256": "0" * 64}, "not the one that was packed"),
    ],
)
def test_a_backup_that_this_version_cannot_use_says_why(
    made: tuple[Running, Path], tmp_path: Path, values: dict[str, Any], said: str
) -> None:
    central, file = made
    other = _other_about(file, tmp_path / "other.backup", **values)
    before = counted(central)
    assert said in refused(central, "restore", str(other), "--yes")
    assert counted(central) == before


def test_a_backup_is_for_its_owner_only_and_takes_no_others_place(made: tuple[Running, Path]) -> None:
    central, file = made
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_bytes()
    assert "a file already" in refused(central, "backup", str(file))
    assert "written there" in refused(central, "backup", str(file.parent / "nowhere" / "a.backup"))
    assert file.read_bytes() == before


def test_who_is_killed_while_making_a_backup_leaves_none(made: tuple[Running, Path], tmp_path: Path) -> None:
    central, _ = made
    killed = Running(central.environment["DATABASE_URL"])
    killed.environment[failpoints.VARIABLE] = "before backup"
    with pytest.raises(subprocess.CalledProcessError) as stop:
        killed.run("backup", str(tmp_path))
    assert stop.value.returncode == -9
    assert list(tmp_path.glob("*.backup")) == []
    [left] = tmp_path.iterdir()
    assert left.stat().st_mode & 0o777 == 0o700
    os.utime(left, (time.time() - 90_000,) * 2)
    central.run("backup", str(tmp_path))
    assert [path.suffix for path in tmp_path.iterdir()] == [".backup"]


def test_in_a_folder_the_newest_backups_remain_and_what_is_not_ours(made: tuple[Running, Path], tmp_path: Path) -> None:
    central, _ = made
    for day in range(1, 6):
        (tmp_path / f"wegwijs-2026010{day}T023000Z.backup").touch()
    (tmp_path / "wegwijs-mine.backup").touch()
    said = central.run("backup", str(tmp_path), "--keep", "3")
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left[:2] == ["wegwijs-20260104T023000Z.backup", "wegwijs-20260105T023000Z.backup"]
    assert (len(left), left[-1]) == (4, "wegwijs-mine.backup")
    assert "3 older removed" in said
    (tmp_path / "another").mkdir()
    assert "--keep" in refused(central, "backup", str(tmp_path / "another"), "--keep", "0")


@pytest.mark.skipif(bool(TESTED), reason="a file of SQLite")
def test_a_database_that_is_damaged_is_put_aside(made: tuple[Running, Path], tmp_path: Path, other: Running) -> None:
    path = tmp_path / "central.db"
    path.write_bytes(b"rubbish" * 1000)
    assert "cannot be read" in refused(other, "restore", str(made[1]))
    other.run("restore", str(made[1]), "--yes")
    assert counted(other)[1] == 3
    assert (tmp_path / "central-before.db").read_bytes() == b"rubbish" * 1000


@pytest.mark.skipif(bool(TESTED), reason="a file of SQLite")
def test_the_file_keeps_its_mode(made: tuple[Running, Path], tmp_path: Path, other: Running) -> None:
    other.run("restore", str(made[1]))
    path = tmp_path / "central.db"
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    other.run("restore", str(made[1]), "--yes")
    assert path.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "central-before.db").exists()


@pytest.mark.skipif(bool(TESTED), reason="a file of SQLite")
def test_who_is_killed_while_restoring_leaves_what_was_there(made: tuple[Running, Path], other: Running) -> None:
    before = counted(prepared(other))
    killed = Running(other.environment["DATABASE_URL"])
    killed.environment[failpoints.VARIABLE] = "before restore"
    with pytest.raises(subprocess.CalledProcessError) as stop:
        killed.run("restore", str(made[1]), "--yes")
    assert (stop.value.returncode, counted(other)) == (-9, before)
    other.run("restore", str(made[1]), "--yes")
    assert counted(other)[1] == 3


@pytest.mark.skipif(not TESTED, reason="a transaction of PostgreSQL")
def test_a_restore_that_fails_leaves_what_was_there(made: tuple[Running, Path], other: Running) -> None:
    prepared(other)
    for statement in ("DROP TABLE events_event", "CREATE VIEW events_event AS SELECT 1"):
        rows(other.environment["DATABASE_URL"], statement)
    before = counted(other)
    assert "psql says" in refused(other, "restore", str(made[1]), "--yes")
    assert counted(other) == before
    rows(other.environment["DATABASE_URL"], "DROP VIEW events_event")
    other.run("restore", str(made[1]), "--yes")
    assert counted(other)[1] == 3
