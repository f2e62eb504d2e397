"""Writes down today's shape of a kiosk's two files, with something in every column: tests/store/shapes/<number>/*.sql.

Run it once, when a shape is new: `python -m tests.store.keep_shape`. What is there is never written again: kiosks hold
such files, and `test_shape.py` brings each of them to the shape of the day.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import msgspec

from kiosk import wire
from kiosk.agent import keep
from kiosk.store.writer import Writer
from kiosk.wire import AnyFact, Change, Practised, Result, decode

GOLDEN = Path(__file__).parent.parent / "golden"
SAMPLES = GOLDEN / "1"
SHAPES = Path(__file__).with_name("shapes")

WHEN = datetime(2026, 11, 18, 13, 7, tzinfo=UTC)


def sample(kind: type) -> bytes:
    """That record, as the first central that knew it sent it."""
    first = min(GOLDEN.glob(f"*/records/{kind.__name__}.json"))
    return json.dumps(json.loads(first.read_text("utf-8"))).encode()


def fill_replica(path: Path) -> None:
    """One record in every feed."""
    writer = Writer(path)
    writer.belong("kiosk-1", "oosterduin")
    for rev, (feed, row) in enumerate(wire.FEEDS.items(), 1):
        body = sample(row.record)
        change = Change(id=json.loads(body)["id"], rev=rev, record=msgspec.Raw(body))
        writer.fill(feed, f"e7-{rev}", [change])
    writer.know(synced=WHEN.isoformat())
    writer.close()


def fill_facts(path: Path) -> None:
    """Every kind of fact; the last one of a person was refused by central."""
    with patch.object(keep.clock, "now", lambda: WHEN), patch.object(keep, "ticks", lambda: 81_234):
        facts = keep.Facts(path)
        last = ""
        for file in sorted((SAMPLES / "facts").glob("*.json")):
            fact = decode(file.read_bytes(), AnyFact)  # type: ignore[arg-type]
            facts.keep(fact)
            last = fact.id
        facts.keep(decode((GOLDEN / "2" / "facts" / "Practised.json").read_bytes(), Practised))
        facts.settle([Result(id=last, status="rejected", reason="no such ask")])
        facts.close()


def text(path: Path) -> str:
    """The file as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        number = connection.execute("PRAGMA user_version").fetchone()[0]
        lines = [line for line in connection.iterdump() if "sqlite_sequence" not in line]
    return "\n".join([*lines, f"PRAGMA user_version = {number};", ""])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, patch.object(keep, "boot", lambda: "a-start-of-the-computer"):
        for name, fill in (("replica", fill_replica), ("facts", fill_facts)):
            path = Path(folder) / f"{name}.db"
            fill(path)
            dump = text(path)
            number = dump.rstrip().rstrip(";").rpartition("= ")[2]
            kept = SHAPES / number / f"{name}.sql"
            kept.parent.mkdir(parents=True, exist_ok=True)
            if not kept.exists():
                kept.write_text(dump, "utf-8")


if __name__ == "__main__":
    main()
