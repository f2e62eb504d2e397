"""On a real disk of 512 KiB that is full: run by `test_full_disk.py` where such a disk can be mounted without anybody
noticing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
import pytest

from kiosk.agent import download, engine
from kiosk.agent.engine import Engine
from kiosk.agent.keep import Facts
from kiosk.errors import KnownError
from kiosk.settings import Settings
from kiosk.store.replica import Replica
from kiosk.store.writer import Writer
from kiosk.wire import SERVICE, Change, Changes, Desk, Result, encode
from kiosk.wire.link import FromAgent
from tests.agent import scripted
from tests.agent.central import Central
from tests.agent.conftest import enrol
from tests.agent.facts import a_claim

KIB = 1024

#: Room that is left, from nothing to more than SQLite needs beside a database (-shm alone takes 32 KiB).
ROOM = [place * 4 * KIB for place in range(26)]


class Disk:
    """A small disk that can be filled up to so many bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self, room: int = 0) -> None:
        """Until only that many bytes are left."""
        found = os.statvfs(self.folder)
        size = found.f_bavail * found.f_bsize - room
        with suppress(OSError), self._filler.open("ab", buffering=0) as file:
            file.write(b"x" * max(size, 0))

    def free(self) -> None:
        """Somebody has made room."""
        self._filler.unlink(missing_ok=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with _mounted(tmp_path, "512k") as disk:
        yield disk


@contextmanager
def _mounted(place: Path, size: str) -> Iterator[Disk]:
    folder = place / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "small", str(folder)], check=True)
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _ids(facts: Facts) -> set[str]:
    return {sent.id for sent in facts.to_send(10_000)}


def _keep_all(facts: Facts, most: int = 300) -> set[str]:
    """Keep facts until one would not go; those that were promised."""
    kept = set()
    for _ in range(most):
        fact = a_claim(desk="laak-" + "x" * 500)
        try:
            facts.keep(fact)
        except KnownError as error:
            if "room on the disk" not in str(error):
                raise
            return kept
        kept.add(fact.id)
    return kept


@pytest.mark.parametrize("room", ROOM)
def test_no_promised_fact_is_lost_and_keeping_goes_on_when_there_is_room(disk: Disk, room: int) -> None:
    path = disk.folder / "facts.db"
    facts = Facts(path)
    kept = _keep_all(facts, 3)
    disk.fill(room)
    kept |= _keep_all(facts, 60)
    with suppress(KnownError):
        facts.settle([])
    assert _ids(facts) == kept
    disk.free()
    kept |= _keep_all(facts, 3)
    assert _ids(facts) == kept
    facts.close()
    again = Facts(path)
    assert (_ids(again), again.notes) == (kept, [])
    again.close()


@pytest.mark.parametrize("room", ROOM)
@pytest.mark.parametrize("end", ["closed", "killed"])
def test_facts_that_cannot_be_opened_for_lack_of_room_are_no_damage(disk: Disk, room: int, end: str) -> None:
    path = disk.folder / "facts.db"
    facts = Facts(path)
    kept = _keep_all(facts, 5)
    if end == "closed":
        facts.close()
    disk.fill(room)
    for _ in range(2):
        try:
            opened = Facts(path)
        except KnownError as error:
            if "room on the disk" not in str(error):
                raise
        else:
            kept |= _keep_all(opened, 1)
            opened.close()
    disk.free()
    again = Facts(path)
    assert (_ids(again), again.notes) == (kept, [])
    again.close()


@pytest.mark.parametrize("room", ROOM)
def test_damage_on_a_full_disk_is_mended_when_there_is_room(disk: Disk, room: int) -> None:
    path = disk.folder / "facts.db"
    facts = Facts(path)
    kept = _keep_all(facts, 20)
    facts.close()
    data = bytearray(path.read_bytes())
    # The third page is the index: every row can still be read
    data[4096 * 2 : 4096 * 3] = b"\xff" * 4096
    path.write_bytes(data)
    disk.fill(room)
    for _ in range(3):
        with suppress(KnownError):
            Facts(path).close()
    disk.free()
    again = Facts(path)
    assert _ids(again) == kept
    again.close()


@pytest.mark.parametrize("room", ROOM)
def test_what_central_dealt_with_is_forgotten_when_there_is_room(disk: Disk, room: int) -> None:
    facts = Facts(disk.folder / "facts.db")
    kept = sorted(_keep_all(facts, 20))
    disk.fill(room)
    results = [Result(id=id, status="stored") for id in kept]
    with suppress(KnownError):
        facts.settle(results)
    assert _ids(facts) in (set(kept), set())
    disk.free()
    facts.settle(results)
    assert _ids(facts) == set()
    facts.close()


def _page(since: str, first: int, count: int) -> Changes:
    desks = [
        Desk(id=f"t{place}", branch="laak", name="Tafel", kind="table", zone={"nl": "x" * 200})
        for place in range(first, first + count)
    ]
    changes = [Change(id=desk.id, rev=1, record=msgspec.Raw(encode(desk))) for desk in desks]
    return Changes(service=SERVICE, feed="desks", since=since, to=f"e1-{first + count}", changes=changes)


@pytest.mark.parametrize("room", ROOM)
def test_a_page_that_has_no_room_is_fetched_again(disk: Disk, room: int) -> None:
    path = disk.folder / "replica.db"
    writer, replica = Writer(path), Replica(path, path)
    writer.fill("desks", "e1-10", _page("", 0, 10).changes)
    disk.fill(room)
    done = 10
    with suppress(KnownError):
        while done < 200:
            writer.apply(_page(f"e1-{done}", done, 10))
            done += 10
    assert len(replica.all("desks")) == done
    assert writer.cursor("desks") == f"e1-{done}"
    disk.free()
    writer.apply(_page(f"e1-{done}", done, 10))
    assert len(replica.all("desks")) == done + 10
    assert not writer.notes
    replica.close()
    writer.close()


@pytest.mark.parametrize("room", ROOM)
def test_a_replica_that_is_mended_on_a_full_disk_comes_back(disk: Disk, room: int) -> None:
    path = disk.folder / "replica.db"
    writer = Writer(path)
    writer.fill("desks", "e1-10", _page("", 0, 10).changes)
    disk.fill(room)
    for _ in range(2):
        with suppress(KnownError):
            writer.mend("spoilt")
            writer.fill("desks", "e1-10", _page("", 0, 10).changes)
    disk.free()
    writer.mend("spoilt")
    writer.fill("desks", "e1-10", _page("", 0, 10).changes)
    assert writer.cursor("desks") == "e1-10"
    writer.close()


@pytest.fixture
def central() -> Iterator[tuple[Central, scripted.Peer]]:
    made = Central()
    with scripted.listening(made) as peer:
        yield made, peer


def _soon(holds: Callable[[], object], what: str) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.01)


def test_the_agent_says_so_and_goes_on_by_itself_when_there_is_room(
    disk: Disk, central: tuple[Central, scripted.Peer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "FIRST_PAUSE", 0.02)
    monkeypatch.setattr(download, "RESERVE", 0)  # more than all of this disk
    settings = Settings(state=disk.folder / "s", credential="file")
    settings.state.mkdir()
    enrol(settings, central[1].url, central[0])
    facts, writer, said = Facts(settings.facts), Writer(settings.replica), list[FromAgent]()
    running = Engine(settings, facts, writer, said.append)
    running.open()
    _soon(lambda: running.status().online, "it never was online")
    central[0].publish("desks", [Desk(id=f"t{n}", branch="laak", name="x" * 300, kind="table") for n in range(600)])
    disk.fill()
    running.wake()
    _soon(lambda: running.status().state == "damaged", "a full disk is not said")
    assert "The disk has no room for desks" in running.status().reason
    disk.free()
    _soon(lambda: running.status().online, "it does not come back")
    assert len(Replica(settings.replica, settings.facts).all("desks")) == 600
    assert not running.status().notes
    running.close()
    facts.close()
    writer.close()


def test_a_central_without_room_takes_nothing_that_it_cannot_keep(tmp_path: Path) -> None:
    with _mounted(tmp_path, "8m") as disk:
        words = [sys.executable, "-m", "tests.faults.full_central", str(disk.folder)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(done.stdout.split()[0]) > 20
