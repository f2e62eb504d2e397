"""Files that the disk spoilt, anywhere: what can be saved is saved, the rest is fetched again, and never does the agent
end over it time and again."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import msgspec
import pytest

from kiosk.agent.engine import Engine
from kiosk.agent.keep import Facts
from kiosk.errors import StoreDamaged
from kiosk.settings import Settings
from kiosk.store.replica import Replica
from kiosk.store.writer import Writer
from kiosk.wire import SERVICE, AnyFact, Change, Changes, Desk, decode, encode
from tests.agent.facts import a_claim

#: Of each kind of damage so many, at places that dice choose.
TIMES = 60

Spoil = Callable[[Path, random.Random], None]


def _flip(path: Path, dice: random.Random) -> None:
    """One bit."""
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def _flip_many(path: Path, dice: random.Random) -> None:
    for _ in range(40):
        _flip(path, dice)


def _flip_head(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[dice.randrange(100)] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def _cut(path: Path, dice: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: dice.randrange(path.stat().st_size)])


def _blank_block(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    place = dice.randrange(max(len(data) // 512, 1)) * 512
    data[place : place + 512] = dice.choice([b"\0", b"\xff"]) * len(data[place : place + 512])
    path.write_bytes(data)


SPOILS: list[Spoil] = [_flip, _flip_many, _flip_head, _cut, _blank_block]


@pytest.fixture(scope="module")
def facts_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eighty facts, half of them still in the -wal, as a killed agent leaves them."""
    folder = tmp_path_factory.mktemp("facts")
    facts = Facts(folder / "facts.db")
    for number in range(80):
        facts.keep(a_claim(desk=f"laak-{number}-" + "x" * 200))
        if number == 40:
            facts._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(folder, folder.with_name("killed"))
    facts.close()
    return folder.with_name("killed") / "facts.db"


def _copy(file: Path, folder: Path) -> Path:
    for path in file.parent.iterdir():
        if not path.name.endswith("-shm"):
            shutil.copy(path, folder / path.name)
    return folder / file.name


def _kept(path: Path) -> dict[str, AnyFact]:
    with closing(sqlite3.connect(path)) as facts:
        rows = facts.execute("SELECT body FROM facts").fetchall()
    return {fact.id: fact for fact in (decode(body, AnyFact) for (body,) in rows)}  # type: ignore[attr-defined, arg-type]


@pytest.mark.parametrize("ending", ["", "-wal"])
@pytest.mark.parametrize("spoil", SPOILS)
def test_facts_that_were_spoilt_are_saved_and_the_agent_goes_on(
    facts_file: Path, tmp_path: Path, spoil: Spoil, ending: str
) -> None:
    dice, before = random.Random(f"{spoil.__name__}{ending}"), _kept(_copy(facts_file, tmp_path))
    saved = 0
    for turn in range(TIMES):
        folder = tmp_path / str(turn)
        folder.mkdir()
        path = _copy(facts_file, folder)
        spoil(Path(f"{path}{ending}"), dice)
        saved += _goes_on(path, before)
        shutil.rmtree(folder)
    # A -wal whose head is spoilt is lost as a whole: that is SQLite's way
    least = 0.3 if ending or spoil in (_cut, _flip_many) else 0.6
    assert saved > TIMES * len(before) * least, "most can be saved"


def _goes_on(path: Path, before: dict[str, AnyFact]) -> int:
    """Start twice, keep a fact and read; how many of the earlier facts are there and sound."""
    new = a_claim()
    for _ in range(2):
        facts = Facts(path)
        facts.keep(new)
        found = {sent.id: decode(sent.data, AnyFact) for sent in facts.to_send(1000)}  # type: ignore[arg-type]
        facts.close()
    assert found[new.id] == new
    assert set(found) <= {*before, new.id}
    return sum(found.get(id) == fact for id, fact in before.items())


def _desk(number: int) -> Change:
    desk = Desk(id=f"t{number}", branch="laak", name=f"Tafel {number}", kind="table", zone={"nl": "x" * 100})
    return Change(id=desk.id, rev=number + 1, record=msgspec.Raw(encode(desk)))


def _page(since: str, to: int, changes: list[Change]) -> Changes:
    return Changes(service=SERVICE, feed="desks", since=since, to=f"e1-{to}", changes=changes)


@pytest.fixture(scope="module")
def replica_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("replica")
    writer = Writer(folder / "replica.db")
    writer.belong("k1", "laak")
    writer.fill("desks", "e1-60", [_desk(number) for number in range(60)])
    assert writer._connection is not None
    writer._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    writer.apply(_page("e1-60", 90, [_desk(number) for number in range(60, 90)]))
    writer.know(synced="2026-11-18T13:07:00+00:00")
    shutil.copytree(folder, folder.with_name("killed-replica"))
    writer.close()
    return folder.with_name("killed-replica") / "replica.db"


@pytest.mark.parametrize("ending", ["", "-wal"])
@pytest.mark.parametrize("spoil", SPOILS)
def test_a_replica_that_was_spoilt_is_read_or_fetched_again(
    replica_file: Path, tmp_path: Path, spoil: Spoil, ending: str
) -> None:
    dice = random.Random(f"{spoil.__name__}{ending}")
    for turn in range(TIMES):
        folder = tmp_path / str(turn)
        folder.mkdir()
        path = _copy(replica_file, folder)
        spoil(Path(f"{path}{ending}"), dice)
        _is_mended(path)
        shutil.rmtree(folder)


def _is_mended(path: Path) -> None:
    """What the agent does: pull, mend when it is damaged, pull again; the screen reads meanwhile."""
    writer, replica = Writer(path), Replica(path, path)
    for _ in range(2):
        _read(replica)
        try:
            writer.belong("k1", "laak")
            writer.fill("desks", "e1-99", [_desk(number) for number in range(99)])
            writer.know(synced="2026-11-18T13:08:00+00:00")
            break
        except StoreDamaged as damage:
            writer.mend(str(damage))
    assert len(replica.all("desks")) == 99
    assert writer.cursor("desks") == "e1-99"
    replica.close()
    writer.close()
    Writer(path).close()


def _read(replica: Replica) -> None:
    """The screen gets records or one clear error, nothing else."""
    with suppress(StoreDamaged):
        replica.all("desks")
        replica.known("branch")


@pytest.fixture
def spoilt(facts_file: Path, tmp_path: Path) -> Callable[[str], Facts]:
    """One value of the first row is another."""

    def change(setting: str) -> Facts:
        path = _copy(facts_file, tmp_path)
        with closing(sqlite3.connect(path)) as facts, facts:
            facts.execute(f"UPDATE facts SET {setting} WHERE seq = (SELECT min(seq) FROM facts)")
        return Facts(path)

    return change


@pytest.mark.parametrize(
    "setting",
    [
        "at = 'yesterday'",
        "body = 'no JSON'",
        "body = x'00'",
        "id = 7.5",
        "id = CAST(x'ff' AS TEXT)",
        "kind = x'00'",
        "ticks = 'many'",
        "lane = 'first'",
    ],
)
def test_one_fact_that_makes_no_sense_holds_up_no_other(spoilt: Callable[[str], Facts], setting: str) -> None:
    facts = spoilt(setting)
    assert len(facts.to_send()) == 79
    assert facts.waiting() == 79
    replica = Replica(facts._path, facts._path)
    assert len(replica.waiting()) == 79
    facts.close()


@pytest.mark.parametrize("value", ["CAST(x'ff' AS TEXT)", "'e1-'", "'nonsense'"])
def test_a_cursor_that_was_spoilt_does_not_stop_the_agent(replica_file: Path, settings: Settings, value: str) -> None:
    settings.replica.parent.mkdir()
    _copy(replica_file, settings.replica.parent)
    with closing(sqlite3.connect(settings.replica)) as replica, replica:
        replica.execute(f"INSERT OR REPLACE INTO heads VALUES ('titles', {value})")
        replica.execute(f"INSERT OR REPLACE INTO known VALUES ('synced', {value})")
    _engine(settings)


def _engine(settings: Settings) -> None:
    facts, writer = Facts(settings.facts), Writer(settings.replica)
    engine = Engine(settings, facts, writer, lambda message: None)
    engine.open()
    assert engine.status().synced is None
    engine.close()
    facts.close()
    writer.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(state=tmp_path / "s", credential="file")
