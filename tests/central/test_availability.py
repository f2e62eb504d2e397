"""Where a title can be had now, by each kind of system; `test_sru_server.py` has a real one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from kiosk.central.catalogue import availability, site
from kiosk.central.catalogue.models import Copy, Source, Title
from kiosk.errors import BadInput
from kiosk.wire import Availability, Problem, decode, encode
from kiosk.wire import Title as Record
from tests.agent import scripted
from tests.central.made_up import FakeKiosk, branch
from tests.central.test_adapters import DAIA, KOHA, WISE, WISE_STATES

LONG_AGO = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
BRANCHES = (
    '[branches]\nLAAK = "laak"\nCPL = "oost"\nLaak = "laak"\nCentrum = "oost"\n"http://example.org/laak" = "laak"\n'
)

#: Kind of source, what its mapping says of live answers, the number of the title there, and what comes of it.
SYSTEMS: dict[str, tuple[str, str, str, list[tuple[str, str]]]] = {
    "koha": (
        "koha",
        'address = "URL/api/v1"',
        "42",
        [
            ("laak", "available"),
            ("oost", "on_loan"),
            ("oost", "on_order"),
            ("oost", "reference"),
            ("oost", "unavailable"),
        ],
    ),
    "koha, where its records are": (
        "koha",
        "",
        "42",
        [
            ("laak", "available"),
            ("oost", "on_loan"),
            ("oost", "on_order"),
            ("oost", "reference"),
            ("oost", "unavailable"),
        ],
    ),
    "daia": (
        "oai",
        'protocol = "daia"\naddress = "URL"\ndocument = "ppn:{number}"',
        "62486362X",
        [("laak", "available"), ("oost", "on_loan")],
    ),
    "wise": (
        "wise",
        'application = "wegwijs"\nbranch = "6491"',
        "42",
        [("laak", "available"), ("oost", "on_loan"), ("oost", "on_order"), ("oost", "reference")],
    ),
}


def system(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
    """All three of them at one address."""
    said: Any = DAIA
    if "/public/biblios/" in path:
        said = KOHA
    elif "/restapi/" in path:
        said = WISE_STATES if path.endswith("/availability") else WISE
    scripted.say(handler, 200, json.dumps(said).encode())


@pytest.fixture
def peer() -> Iterator[scripted.Peer]:
    availability._gate.cache_clear()
    with scripted.listening(system) as peer:
        yield peer


def title(source: Source | None, number: str, id: str = "haag:1") -> None:
    """With one copy, long ago."""
    record = Record(id=id, title="Tellen tot tien")
    row = Title(id=id, body=encode(record), title=record.title, kind="book", source=source, number=number)
    row.save()
    Copy(id=f"{id}/1", title=row, branch=branch("oost"), status="unknown", fetched=LONG_AGO).save()


def look(kiosk: FakeKiosk, id: str = "haag:1") -> tuple[bool, list[tuple[str, str]]]:
    reply = kiosk.get(f"/v1/availability/{id}")
    assert reply.status_code == 200, reply.content
    found = decode(reply.content, Availability)
    return found.live, sorted((copy.branch, copy.status) for copy in found.copies)


@pytest.mark.parametrize("name", SYSTEMS)
def test_every_kind_of_system_is_asked_in_its_own_way(
    peer: scripted.Peer, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind, live, number, expected = SYSTEMS[name]
    monkeypatch.setenv("WEGWIJS_KEY_DEN_HAAG", "17:not-a-real-secret")
    mapping = f"{BRANCHES}[live]\n{live.replace('URL', peer.url)}\n"
    kiosk = FakeKiosk()
    title(Source.objects.create(slug="den-haag", kind=kind, address=peer.url, mapping=mapping), number)
    assert look(kiosk) == (True, expected)
    asked = len(peer.asked)
    assert look(kiosk) == (True, expected)
    assert len(peer.asked) == asked  # within a minute the system is not asked again
    if name == "wise":
        assert peer.asked[0][2]["WISE_KEY"].startswith("17:")


STORED = (False, [("oost", "unknown")])


@pytest.mark.parametrize(
    ("kind", "live"),
    [
        ("file", ""),
        ("oai", ""),
        ("koha", 'protocol = "none"\naddress = "URL"'),
        ("wise", 'application = "wegwijs"'),  # there is no key
        ("sru", ""),  # nobody speaks SRU there
    ],
)
def test_who_cannot_be_asked_is_as_the_import_knew_it(peer: scripted.Peer, kind: str, live: str) -> None:
    kiosk = FakeKiosk()
    mapping = f"{BRANCHES}[live]\n{live.replace('URL', peer.url)}\n"
    title(Source.objects.create(slug="den-haag", kind=kind, address=peer.url, mapping=mapping), "42")
    assert look(kiosk) == STORED


def test_a_title_of_no_source_is_as_the_import_knew_it() -> None:
    kiosk = FakeKiosk()
    title(None, "", "t/1 é")
    assert look(kiosk, "t%2F1%20%C3%A9") == STORED


def test_an_earlier_mapping_that_is_no_mapping_any_more_does_no_harm(peer: scripted.Peer) -> None:
    kiosk = FakeKiosk()
    title(Source.objects.create(slug="den-haag", kind="koha", address=peer.url, mapping="[live\n"), "42")
    assert look(kiosk) == STORED


@pytest.mark.parametrize("id", ["nothing", "a%00b", "%F0%9F%92%A9", "x" * 3000, "..%2F..%2Fetc"])
def test_what_is_no_title_is_not_there(id: str) -> None:
    reply = FakeKiosk().get(f"/v1/availability/{id}")
    assert reply.status_code == 404
    assert decode(reply.content, Problem).type in ("/problems/no-such-title", "/problems/no-such-address")


def test_only_kiosks_may_ask() -> None:
    kiosk = FakeKiosk()
    kiosk.token = "nobody"
    assert kiosk.get("/v1/availability/haag:1").status_code == 401


@pytest.mark.parametrize("live", ['protocol = "z39.50"', "address = 7", 'door = "open"'])
def test_what_a_mapping_says_of_live_answers_is_checked_with_its_place(live: str) -> None:
    with pytest.raises(BadInput, match=r"live"):
        site.read(f"[live]\n{live}\n")
