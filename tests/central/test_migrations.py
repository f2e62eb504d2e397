"""Databases of every earlier version become databases of today, and kiosks get the same as before."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from kiosk.wire import FEEDS, decode, encode
from tests.central.databases import rows
from tests.central.keep_shape import OF_ITSELF, SHAPES
from tests.central.test_serving import Running

EVERY = sorted(SHAPES.glob("*.json"))

LOAD = "from pathlib import Path; from tests.central import keep_shape; keep_shape.load(Path({path!r}))"
PUBLISHED = "import json; from tests.central import keep_shape; print(json.dumps(keep_shape.published()))"
READ = "from django.apps import apps; print(sum(len(list(m._base_manager.all())) for m in apps.get_models()))"


def shell(central: Running, code: str) -> str:
    return central.run("shell", "--no-imports", "-c", code)


@pytest.fixture(params=EVERY, ids=lambda path: path.stem)
def earlier(request: pytest.FixtureRequest, another: str) -> tuple[Running, dict]:
    """A database as it was then, and what was written down of it."""
    central = Running(another)
    shell(central, LOAD.format(path=str(request.param)))
    return central, json.loads(request.param.read_text("utf-8"))


def test_what_kiosks_got_from_an_earlier_version_they_get_from_this_one(earlier: tuple[Running, dict]) -> None:
    central, kept = earlier
    central.run("migrate")
    now = json.loads(shell(central, PUBLISHED))
    for feed, records in kept["published"].items():
        assert {id: rev for id, (rev, _) in now[feed].items()} == {id: rev for id, (rev, _) in records.items()}
        for id, (_, record) in records.items():
            assert record.items() <= now[feed][id][1].items()
            decode(encode(now[feed][id][1]), FEEDS[feed].record)


def test_all_of_an_earlier_version_can_be_read_and_written(earlier: tuple[Running, dict], tmp_path: Path) -> None:
    central, kept = earlier
    central.run("migrate")
    assert int(shell(central, READ)) >= sum(map(len, kept["rows"].values()))
    [epoch] = rows(central.environment["DATABASE_URL"], "SELECT number FROM sync_epoch")
    assert epoch == (kept["rows"]["sync.epoch"][0]["number"],)
    central.run("account", "create", "--name", "noor", "--role", "volunteer", "--branch", "laak")
    assert "2 accounts" in central.run("backup", str(tmp_path / "a.backup"))


def test_something_stands_in_every_table_that_is_written_down() -> None:
    for path in EVERY:
        kept = json.loads(path.read_text("utf-8"))["rows"]
        assert [name for name, found in kept.items() if not found and name not in OF_ITSELF] == []


def test_models_and_migrations_say_the_same() -> None:
    said = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=said)
    assert "No changes" in said.getvalue()
