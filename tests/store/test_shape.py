"""Files of every shape there ever was become files of today; who is killed on the way leaves a file of one of them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosk import failpoints
from kiosk.agent.keep import Facts
from kiosk.agent.main import main
from kiosk.errors import KnownError, StoreDamaged
from kiosk.paths import RESOURCES
from kiosk.store.files import open_to_write
from kiosk.store.replica import Replica
from kiosk.store.shape import FACTS, REPLICA, Newer, Shape
from kiosk.store.writer import Writer
from kiosk.wire import FEEDS, AnyFact, decode
from tests.agent.facts import a_claim
from tests.store.keep_shape import SAMPLES, SHAPES, sample

#: A file that was the same in a later shape of the other is not there again.
EVERY = {name: sorted(path.parent.name for path in SHAPES.glob(f"*/{name}.sql")) for name in ("replica", "facts")}

#: What a later version might do: a column with its values, and an index.
LATER = (
    "ALTER TABLE facts ADD COLUMN tries INTEGER NOT NULL DEFAULT 0; UPDATE facts SET tries = 1;",
    "CREATE INDEX facts_lane ON facts (lane, seq); -- so that the next is found\n",
)


def file_of(shape: str, name: str, folder: Path) -> Path:
    path = folder / f"{name}.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript((SHAPES / shape / f"{name}.sql").read_text("utf-8"))
    return path


#: Feeds that came after all of these shapes.
YOUNGER = {"themes"}


def number(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def columns(path: Path) -> dict[str, list[tuple]]:
    """Tables with their columns, indexes with theirs; not the words they were made with."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").fetchall()
        return {
            name: connection.execute(f"PRAGMA {'table_xinfo' if kind == 'table' else 'index_xinfo'}({name})").fetchall()
            for kind, name in names
        }


@pytest.mark.parametrize("shape", EVERY["replica"])
def test_a_replica_of_every_shape_reads_as_it_was_and_goes_on(shape: str, tmp_path: Path) -> None:
    path = file_of(shape, "replica", tmp_path)
    before = path.stat().st_ino
    writer, replica = Writer(path), Replica(path, tmp_path / "facts.db")
    assert (writer.notes, path.stat().st_ino) == ([], before)
    for feed, row in FEEDS.items():
        assert replica.all(feed) == ([] if feed in YOUNGER else [decode(sample(row.record), row.record)])
    assert (writer.cursor("branches"), writer.cursor("titles")[:3]) == ("e7-1", "e7-")
    assert writer.cursor("titles+") == "", "what an earlier version had begun"
    assert [writer.known(name) for name in ("kiosk", "branch")] == ["kiosk-1", "oosterduin"]
    writer.know(synced="later")
    assert number(path) == REPLICA.number


@pytest.mark.parametrize("shape", EVERY["facts"])
def test_facts_of_every_shape_are_all_there_in_their_order(shape: str, tmp_path: Path) -> None:
    facts = Facts(file_of(shape, "facts", tmp_path))
    kept = {sent.id: decode(sent.data, AnyFact) for sent in facts.to_send()}  # type: ignore[arg-type]
    wanted = [decode((SAMPLES / "facts" / f"{name}.json").read_bytes(), AnyFact) for name in ("Ask", "Claim", "Leave")]  # type: ignore[arg-type]
    assert (list(kept.values()), facts.waiting(), facts.quarantined(), facts.notes) == (wanted, 3, 1, [])
    facts.keep(a_claim())
    assert facts.waiting() == 4
    assert number(tmp_path / "facts.db") == FACTS.number


@pytest.mark.parametrize(
    ("name", "shape", "earlier"),
    [(name, shape, one) for name, shape in (("replica", REPLICA), ("facts", FACTS)) for one in EVERY[name]],
)
def test_a_new_file_and_one_that_took_every_step_are_the_same(
    name: str, shape: Shape, earlier: str, tmp_path: Path
) -> None:
    old, new = file_of(earlier, name, tmp_path), tmp_path / "new.db"
    open_to_write(old, shape, "FULL").close()
    open_to_write(new, shape, "FULL").close()
    assert columns(old) == columns(new)


def test_today_s_shape_is_written_down() -> None:
    assert (EVERY["replica"][-1], EVERY["facts"][-1]) == (str(REPLICA.number), str(FACTS.number))


def test_a_file_takes_each_step_once_and_in_order(tmp_path: Path) -> None:
    path = file_of("0", "facts", tmp_path)
    for steps in (LATER[:1], LATER, LATER):
        open_to_write(path, Shape(FACTS.schema, steps), "FULL").close()
    assert number(path) == 3
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT tries FROM facts").fetchall() == [(1,)] * 4
    assert "facts_lane" in columns(path)


def test_a_file_that_is_of_today_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    Facts(path).close()
    before = path.read_bytes()
    Facts(path).close()
    assert path.read_bytes() == before


OPEN = """
import sys
from pathlib import Path
from kiosk.store.files import open_to_write
from kiosk.store.shape import FACTS, Shape
open_to_write(Path(sys.argv[1]), Shape(FACTS.schema, tuple(sys.argv[2:])), "FULL")
"""


@pytest.mark.parametrize(
    ("failpoint", "left"), [("within step", 0), ("within step:2", 0), ("before step", 0), ("after step", 2)]
)
def test_whoever_is_killed_in_a_step_leaves_a_file_of_one_shape(failpoint: str, left: int, tmp_path: Path) -> None:
    path = file_of("0", "facts", tmp_path)
    environment = {**os.environ, failpoints.VARIABLE: failpoint, "PYTHONPATH": str(RESOURCES.parent)}
    died = subprocess.run([sys.executable, "-c", OPEN, str(path), *LATER], env=environment, capture_output=True)
    assert died.returncode == -9
    assert number(path) == left
    open_to_write(path, Shape(FACTS.schema, LATER), "FULL").close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*), sum(tries) FROM facts").fetchone() == (4, 4)


def newer(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    return path


def test_a_replica_of_a_newer_version_is_put_aside_and_fetched_anew(tmp_path: Path) -> None:
    path = newer(file_of("1", "replica", tmp_path))
    writer = Writer(path)
    assert (writer.cursor("desks"), number(path)) == ("", REPLICA.number)
    assert "newer version" in writer.notes[0]
    assert not (tmp_path / "replica-damaged.db").exists()


def test_facts_of_a_newer_version_are_left_as_they_are(tmp_path: Path) -> None:
    path = newer(file_of("1", "facts", tmp_path))
    before = path.read_bytes()
    with pytest.raises(Newer, match="shape is 99"):
        Facts(path)
    assert path.read_bytes() == before
    assert not (tmp_path / "facts-damaged.db").exists()


def test_an_agent_that_would_lose_facts_of_a_newer_version_does_not_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer(file_of("1", "facts", tmp_path))
    (tmp_path / "kiosk.toml").write_text(f'state = "{tmp_path}"\n')
    assert main(["--settings", str(tmp_path / "kiosk.toml"), "run"]) == 2
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert "Install the newer version again" in said
    assert number(tmp_path / "facts.db") == 99


def test_a_file_that_cannot_be_written_now_is_not_called_damaged(tmp_path: Path) -> None:
    path = file_of("0", "facts", tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(KnownError, match="cannot be opened") as refusal:
            Facts(path)
        assert not isinstance(refusal.value, StoreDamaged)
        assert not (tmp_path / "facts-damaged.db").exists()
    assert Facts(path).waiting() == 3
