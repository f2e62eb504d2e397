"""From the screen to the library's own system and back: real agent, real central, a Koha that is played."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler
from multiprocessing.connection import Client
from pathlib import Path
from typing import Any

import pytest

from kiosk.wire import decode, encode
from kiosk.wire.link import FromAgent, Look, Looked
from tests.agent import scripted
from tests.flow.house import House, wait

RECORD = """<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
<controlfield tag="001">987654321</controlfield>
<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Tellen tot tien</subfield></datafield>
<datafield tag="952" ind1=" " ind2=" "><subfield code="9">1</subfield><subfield code="b">LAAK</subfield></datafield>
</record>"""
TITLE = "haag:987654321"


class Koha:
    """One title with one copy; `slow`: seconds that it takes."""

    def __init__(self) -> None:
        self.slow, self.lent = 0.0, True

    def __call__(self, handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        time.sleep(self.slow)
        due = {"checked_out_date": "2026-12-24"} if self.lent else {}
        said = [{"item_id": 1, "holding_library_id": "LAAK", **due}]
        scripted.say(handler, 200, json.dumps(said).encode())


@pytest.fixture
def koha() -> Koha:
    return Koha()


@pytest.fixture
def peer(koha: Koha) -> Iterator[scripted.Peer]:
    with scripted.listening(koha) as peer:
        yield peer


@pytest.fixture
def link(house: House, peer: scripted.Peer, tmp_path: Path) -> Iterator[Any]:
    """The socket of a kiosk's agent, in a house whose central knows one title of that Koha."""
    mapping = f'preset = "koha"\n[branches]\nLAAK = "laak"\n[live]\naddress = "{peer.url}/api/v1"\n'
    with sqlite3.connect(house.folder / "central.db") as database:
        names = "slug, name, kind, address, mapping, token, whole, sweep"
        values = ("haag", "Haag", "koha", peer.url, mapping, "", False, 0)
        database.execute(f"INSERT INTO catalogue_source ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    database.close()
    (tmp_path / "records.xml").write_text(RECORD)
    house.run("kiosk.central.main", "catalogue", "import", "--source", "haag", str(tmp_path / "records.xml"))
    house.start_central()
    kiosk = house.kiosks["c1"]
    kiosk.agent.start()
    wait(lambda: kiosk.replica.get("titles", TITLE) and kiosk.replica.by("copies", TITLE), "the title and its copy")
    with Client(kiosk.settings.link) as link:
        yield link


def look(link: Any) -> Looked:
    link.send_bytes(encode(Look(title=TITLE)))
    while link.poll(20):
        message = decode(link.recv_bytes(), FromAgent)  # type: ignore[arg-type]
        if isinstance(message, Looked):
            return message
    raise AssertionError("the agent says nothing")


def told(message: Looked) -> tuple[str, list[str]] | None:
    found = message.found
    return ("live" if found.live else "stored", [copy.status for copy in found.copies]) if found else None


def test_a_visitor_sees_what_the_librarian_sees(link: Any, koha: Koha, house: House) -> None:
    kiosk = house.kiosks["c1"]
    assert [copy.status for copy in kiosk.replica.by("copies", TITLE)] == ["available"]  # type: ignore[attr-defined]
    assert told(look(link)) == ("live", ["on_loan"])
    assert [copy.status for copy in kiosk.replica.by("copies", TITLE)] == ["available"]  # type: ignore[attr-defined]


def test_a_system_that_is_slow_costs_two_seconds_once(link: Any, koha: Koha) -> None:
    koha.slow = 8
    took = []
    for _ in range(3):
        begin = time.monotonic()
        assert told(look(link)) == ("stored", ["available"])
        took.append(time.monotonic() - begin)
    assert took[0] < 3
    assert max(took[1:]) < 1


def test_without_central_there_is_no_answer_and_the_stored_one_stays(link: Any, house: House) -> None:
    house.central.kill()
    begin = time.monotonic()
    assert told(look(link)) is None
    assert time.monotonic() - begin < 6


def test_nobody_writes_down_which_title_was_looked_at(link: Any, house: House, koha: Koha) -> None:
    before = _mentions(house)
    koha.slow = 8
    look(link)
    koha.slow = 0
    look(link)
    assert _mentions(house) == before


def _mentions(house: House) -> dict[str, int]:
    """How often each file that our programs write names the title. The index goes its own ways, and is made of titles
    only."""
    kept = [path for path in house.folder.rglob("*") if path.is_file() and "index" not in path.parts]
    return {str(path): _said_in(path).count("987654321") for path in kept if path.suffix not in (".db-wal", ".db-shm")}


def _said_in(path: Path) -> str:
    if path.suffix != ".db":
        return path.read_text("latin-1")
    with closing(sqlite3.connect(path)) as database:
        return "\n".join(database.iterdump())
