"""Everything goes along into another database, and kiosks notice nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import requests

from kiosk.central import environment, moving
from tests.central.databases import empty, rows
from tests.central.made_up import new_id
from tests.central.test_backups import ask, refused
from tests.central.test_serving import Running, enrolled, prepared, run_until_stopped

#: Something in every table, and more titles than are written at once.
FILL = """
from kiosk.central.catalogue.models import Title
from kiosk.central.fleet.models import Branch
from tests.central import keep_shape
Branch.objects.get().delete()
keep_shape.fill()
Title.objects.publish([Title(id=f"many-{n}", body=b"{}", title=f"Titel {n} é 中", kind="book") for n in range(600)])
"""


@pytest.fixture
def there(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "there").mkdir()
    with empty(tmp_path / "there") as address:
        yield address


def everything(central: Running) -> list[dict]:
    """All rows of all tables, the same whatever the kind of database (PostgreSQL orders the keys of JSON)."""
    return list(json.loads(central.run("dumpdata", "--all")))


def test_a_kiosk_goes_on_after_a_move_where_it_was(another: str, there: str) -> None:
    moves_unnoticed(another, there)


def moves_unnoticed(here: str, there: str) -> None:
    """A kiosk that followed the old database follows the new one, from the same cursor with the same token."""
    central, moved = prepared(Running(here)), Running(there)
    central.run("shell", "--no-imports", "-c", FILL)
    for running in run_until_stopped(central):
        token = enrolled(running, "Zuil")
        assert ask(running, token) == "stored"
        heads = requests.get(f"{running.address}/v1/branches/laak/heads", headers=token, timeout=30).json()["heads"]
    assert "rows of" in central.run("move", there)
    assert everything(moved) == everything(central)
    for running in run_until_stopped(moved):
        answer = requests.get(f"{running.address}/v1/branches/laak/heads", headers=token, timeout=30)
        assert answer.json()["heads"] == heads
        feed = f"{running.address}/v1/feeds/titles/changes"
        page = requests.get(feed, params={"since": heads["titles"], "to": heads["titles"]}, headers=token, timeout=30)
        assert (page.status_code, page.json()["changes"]) == (200, [])
        assert ask(running, token) == "stored"
        # What is numbered goes on after the last
        running.run("account", "create", "--name", "noor", "--role", "volunteer", "--branch", "laak")
        assert enrolled(running, "Balie")


def test_a_database_that_holds_something_is_not_moved_into(another: str, there: str) -> None:
    central = prepared(Running(another))
    prepared(Running(there))
    assert "not empty" in refused(central, "move", there)
    assert rows(there, "SELECT count(*) FROM fleet_branch") == [(1,)]


def test_tables_of_others_are_not_moved_into(another: str, there: str) -> None:
    rows(there, "CREATE TABLE letters (id integer)")
    assert "it has letters" in refused(prepared(Running(another)), "move", there)


def test_a_move_that_fails_leaves_nothing_there_and_may_be_done_again(another: str, there: str) -> None:
    central = prepared(Running(another))
    central.run("shell", "--no-imports", "-c", TWICE.format(id=new_id()))
    Running(there).run("migrate")
    rows(there, "CREATE UNIQUE INDEX only_once ON sync_fact (kiosk)")
    said = refused(central, "move", there)
    assert "A row of sync_fact does not fit" in said
    assert rows(there, "SELECT count(*) FROM fleet_branch") == [(0,)]
    rows(there, "DROP INDEX only_once")
    central.run("move", there)
    assert rows(there, "SELECT count(*) FROM sync_fact") == [(2,)]


TWICE = """
from kiosk.central.sync.models import Fact
from kiosk.clock import now
about = dict(kiosk="k", seq=1, kind="ask", body=b"x", digest=b"x", at=now(), happened=now(), received=now())
for id in ("{id}", "second"):
    Fact.objects.create(id=id, status="stored", **about)
"""


@pytest.mark.parametrize("to", ["nonsense", "sqlite:////nowhere/at/all.db", "postgres://nobody@127.0.0.1:1/none"])
def test_an_address_that_is_none_is_said_in_a_sentence(another: str, to: str) -> None:
    assert "TO_URL" in refused(prepared(Running(another)), "move", to)


def test_a_database_is_not_moved_into_itself(another: str) -> None:
    central = prepared(Running(another))
    assert "the database itself" in refused(central, "move", another)


def test_the_address_may_come_from_stdin(another: str, there: str) -> None:
    central = prepared(Running(another))
    words = [sys.executable, "-m", "kiosk.central.main", "move", "-"]
    done = subprocess.run(
        words, env=central.environment, input=f"{there}\n", capture_output=True, text=True, check=True
    )
    assert there not in done.stdout + done.stderr
    assert rows(there, "SELECT count(*) FROM fleet_branch") == [(1,)]


def test_a_database_of_the_same_name_elsewhere_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    def here(address: str) -> None:
        wanted = environment.database({"DATABASE_URL": address})
        monkeypatch.setattr(moving, "connections", {moving.DEFAULT_DB_ALIAS: SimpleNamespace(settings_dict=wanted)})

    here("postgres://wegwijs@old.example.org/wegwijs")
    assert not moving._is_here(environment.database({"DATABASE_URL": "postgres://wegwijs@new.example.org/wegwijs"}))
    assert moving._is_here(environment.database({"DATABASE_URL": "postgres://other@old.example.org/wegwijs"}))
