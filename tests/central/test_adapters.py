"""DAIA, Koha and Wise as they are documented, played by a peer: each fixture names its source."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kiosk.catalogue.holdings import Item
from kiosk.central.catalogue.adapters import daia, koha, line, wise
from kiosk.errors import BadInput, KnownError, Refused, Unreachable
from tests.agent import scripted

#: DAIA 1.0.0 (https://gbv.github.io/daia/daia.html): "Documents", "Items", "Services", with all that it allows.
DAIA = {
    "timestamp": "2026-11-25T10:00:00Z",
    "institution": {"content": "Bibliotheek Oosterduin", "href": "https://example.org/"},
    "document": [
        {
            "id": "http://example.org/doc/62486362X",
            "requested": "ppn:62486362X",
            "about": "Tellen tot tien",
            "item": [
                {
                    "id": "http://example.org/item/1",
                    "label": "MULT",
                    "department": {"id": "http://example.org/laak", "content": "Laak"},
                    "storage": {"content": "Romans"},
                    "available": [{"service": "loan"}, {"service": "presentation"}],
                },
                {
                    "id": "http://example.org/item/2",
                    "department": {"content": "Centrum"},
                    "unavailable": [
                        {"service": "http://purl.org/ontology/dso#Loan", "expected": "2031-05-06+01:00", "queue": 2},
                        {"service": "presentation", "expected": "unknown"},
                    ],
                },
                {
                    "id": "http://example.org/item/3",
                    "available": [{"service": "presentation", "delay": "PT2H"}, {"service": "http://example.org/scan"}],
                    "unavailable": [{"service": "loan"}],
                },
                {"unavailable": [{"service": "loan", "expected": "unknown"}]},
                {"unavailable": [{"service": "loan"}, {"service": "presentation"}]},
                {"label": "", "department": None, "storage": None, "available": [], "unavailable": None},
                {"available": [{"service": "teleportation"}]},
            ],
        }
    ],
}

#: Koha 24.05, `api/v1/swagger/definitions/item.yaml`, as far as `Koha::Item::public_read_list` lets anybody see it.
KOHA = [
    {
        "item_id": 101,
        "biblio_id": 42,
        "external_id": "39999000001",
        "home_library_id": "CPL",
        "holding_library_id": "LAAK",
        "location": "FIC",
        "collection_code": None,
        "callnumber": "MULT",
        "acquisition_date": "2024-03-01",
        "checked_out_date": None,
        "effective_item_type_id": "BK",
        "item_type_id": None,
        "not_for_loan_status": 0,
        "effective_not_for_loan_status": 0,
        "damaged_status": 0,
        "lost_status": 0,
        "withdrawn": 0,
        "restricted_status": None,
        "public_notes": None,
        "uri": None,
    },
    {"item_id": 102, "home_library_id": "CPL", "checked_out_date": "2031-05-06"},
    {"item_id": "103", "home_library_id": "CPL", "effective_not_for_loan_status": "1"},
    {"item_id": 104, "home_library_id": "CPL", "not_for_loan_status": -1},
    {"item_id": 105, "home_library_id": "CPL", "lost_status": 1, "checked_out_date": "2031-05-06"},
    {"item_id": 106, "home_library_id": "CPL", "withdrawn": 1},
]

#: OCLC Wise: names of fields and statuses as in the help pages "Wise Rest-API" (help.wise.oclc.org) and as two public
#: clients read `iteminformation`.
WISE = [
    {
        "id": 11,
        "branchName": "Laak",
        "subLocation": "Romans",
        "callNumber": "MULT",
        "effectiveStatus": "AVAILABLE",
        "returnDate": None,
    },
    {"id": 12, "branchName": "Centrum", "effectiveStatus": "ON_LOAN", "returnDate": "2031-05-06"},
    {"id": 13, "branchName": "Centrum", "effectiveStatus": "AVAILABLE"},
    {"id": 14, "branchName": "Centrum", "effectiveStatus": "SOMETHING_NEW"},
]
WISE_STATES = [
    {"itemId": 11, "availabilityStatus": "available"},
    {"itemId": 12, "availabilityStatus": "on_loan"},
    {"itemId": 13, "availabilityStatus": "reference"},
    {"itemId": 14, "availabilityStatus": "on_order"},
]
KEY = wise.Key("wegwijs", "17", "not-a-real-secret", "6491")

ASKS: dict[str, Callable[[str], tuple[Item, ...] | None]] = {
    "daia": lambda url: daia.items(url, "ppn:62486362X", 2),
    "koha": lambda url: koha.items(f"{url}/api/v1", "42", 2),
    "wise": lambda url: wise.items(url, KEY, "42", 2),
}
each = pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS)


@contextmanager
def playing(status: int, said: Any) -> Iterator[scripted.Peer]:
    body = said if isinstance(said, bytes) else json.dumps(said).encode()
    with scripted.listening(scripted.always(status, body)) as peer:
        yield peer


def states(items: tuple[Item, ...] | None) -> list[tuple[str, str, date | None]]:
    return [(item.branch, item.status, item.due) for item in items or ()]


def test_daia_says_what_can_be_done_with_each_copy() -> None:
    with playing(200, DAIA) as peer:
        found = daia.items(f"{peer.url}/daia?lang=nl", "ppn:62486362X", 2)
    assert states(found) == [
        ("http://example.org/laak", "available", None),
        ("Centrum", "on_loan", date(2031, 5, 6)),
        ("", "reference", None),
        ("", "on_loan", None),
        ("", "unavailable", None),
        ("", "unknown", None),
        ("", "unknown", None),
    ]
    assert found is not None
    assert (found[0].call_number, found[0].shelf, found[0].id) == ("MULT", "Romans", "http://example.org/item/1")
    assert parse_qs(urlsplit(peer.asked[0][1]).query) == {"lang": ["nl"], "id": ["ppn:62486362X"], "format": ["json"]}


def test_daia_about_another_document_is_no_answer() -> None:
    with playing(200, DAIA) as peer, pytest.raises(Unreachable, match="another document"):
        daia.items(peer.url, "ppn:1", 2)


def test_a_document_that_daia_does_not_know_is_none() -> None:
    with playing(200, {"document": []}) as peer:
        assert daia.items(peer.url, "ppn:1", 2) is None


def test_koha_says_each_status_in_its_own_codes() -> None:
    with playing(200, KOHA) as peer:
        found = koha.items(f"{peer.url}/api/v1/", "42", 2)
    assert states(found) == [
        ("LAAK", "available", None),
        ("CPL", "on_loan", date(2031, 5, 6)),
        ("CPL", "reference", None),
        ("CPL", "on_order", None),
        ("CPL", "unavailable", date(2031, 5, 6)),
    ]
    assert found is not None
    assert found[0] == Item(
        id="101",
        branch="LAAK",
        shelf="FIC",
        call_number="MULT",
        kind="BK",
        status="available",
        added=date(2024, 3, 1),
    )
    assert peer.asked[0][1] == "/api/v1/public/biblios/42/items?_page=1&_per_page=100"


def test_koha_is_read_page_by_page() -> None:
    def page(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        number = int(parse_qs(urlsplit(path).query)["_page"][0])
        count = koha.PAGE if number < 3 else 7
        scripted.say(handler, 200, json.dumps([{"item_id": number * 1000 + n} for n in range(count)]).encode())

    with scripted.listening(page) as peer:
        found = koha.items(peer.url, "42", 2)
    assert found is not None
    assert len({item.id for item in found}) == 207
    assert len(peer.asked) == 3


def test_a_koha_that_never_ends_is_cut_off() -> None:
    with playing(200, [{"item_id": n} for n in range(koha.PAGE)]) as peer:
        found = koha.items(peer.url, "42", 2)
    assert found is not None
    assert (len(found), len(peer.asked)) == (2000, 20)


def test_a_record_of_koha_is_read_as_marcxml() -> None:
    record = b"""<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
        <controlfield tag="001">42</controlfield></record>"""
    with playing(200, record) as peer:
        found = koha.record(peer.url, "4/2")
    assert found is not None
    assert found.data("001") == "42"
    assert (peer.asked[0][1], peer.asked[0][2]["Accept"]) == ("/public/biblios/4%2F2", "application/marcxml+xml")
    with playing(200, b"<html>no</p>") as peer, pytest.raises(Unreachable, match="no record"):
        koha.record(peer.url, "42")


def test_wise_says_more_when_it_is_asked_for_each_copy() -> None:
    def play(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        said = WISE_STATES if path.endswith("/availability") else WISE
        scripted.say(handler, 200, json.dumps(said).encode())

    with scripted.listening(play) as peer:
        found = wise.items(peer.url, KEY, "42", 2)
    assert states(found) == [
        ("Laak", "available", None),
        ("Centrum", "on_loan", date(2031, 5, 6)),
        ("Centrum", "reference", None),
        ("Centrum", "on_order", None),
    ]
    assert [asked[1] for asked in peer.asked] == [
        "/restapi/title/42/iteminformation?branchId=6491&branchCatGroups=0&clientType=I",
        "/restapi/item/11,12,13,14/availability",
    ]


def test_what_wise_said_first_stands_without_the_second_answer() -> None:
    def play(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        ends = path.endswith("/availability")
        scripted.say(handler, 500 if ends else 200, b"{" if ends else json.dumps(WISE).encode())

    with scripted.listening(play) as peer:
        found = wise.items(peer.url, KEY, "42", 2)
    assert [state for _, state, _ in states(found)] == ["available", "on_loan", "available", "unknown"]


def test_a_branch_of_wise_has_a_name() -> None:
    with playing(200, {"id": "6491", "name": "Laak", "address": {}}) as peer:
        assert wise.branch(peer.url, KEY, "6491", 2) == wise.Branch("6491", "Laak")


def test_the_key_of_wise_changes_at_midnight_in_greenwich() -> None:
    # printf '20000wegwijs' | openssl dgst -sha256 -hmac not-a-real-secret
    day = datetime(2024, 10, 4, tzinfo=UTC)
    assert KEY.header(day) == "17:8eadf33d92de29470d67b947fc23be820e8bdafc3fb900cdea881bd7b7d164d8"
    assert KEY.header(day.replace(hour=23, minute=59)) == KEY.header(day)
    assert KEY.header(day.replace(day=5)) != KEY.header(day)


def test_a_key_goes_over_https_only() -> None:
    with pytest.raises(BadInput, match="https"):
        wise.items("http://wise.example.org", KEY, "42", 2)


@each
def test_what_is_not_there_is_none(ask: Callable[[str], tuple[Item, ...] | None]) -> None:
    with playing(404, {"error": "not found"}) as peer:
        assert ask(peer.url) is None


@each
@pytest.mark.parametrize("status", [401, 403])
def test_who_is_not_let_in_hears_so(ask: Callable[[str], object], status: int) -> None:
    with playing(status, {}) as peer, pytest.raises(Refused, match="let us in"):
        ask(peer.url)


@each
@pytest.mark.parametrize(
    ("status", "said"),
    [
        (500, {}),
        (302, {}),
        (200, b"<html>log in</html>"),
        (200, b"\xff\xfe"),
        (200, {"document": "none"}),
        (200, 7),
        (200, [[]]),
        (200, b"[" * 200_000),
        (200, b'{"document":' * 200_000),
        (200, b'[{"x":' * 100_000),
        (200, b" " * (9 << 20)),
        (200, b""),
    ],
)
def test_whatever_else_comes_is_no_answer(ask: Callable[[str], object], status: int, said: Any) -> None:
    with playing(status, said) as peer, pytest.raises(Unreachable):
        ask(peer.url)


@each
def test_what_drips_is_cut_off_in_time(ask: Callable[[str], object]) -> None:
    def drip(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    with scripted.listening(drip) as peer:
        begin = time.monotonic()
        with pytest.raises(Unreachable, match="too long"):
            ask(peer.url)
        assert time.monotonic() - begin < 4  # all of it takes ten


_NAMES = ["document", "id", "requested", "item", "available", "unavailable", "service", "expected", "item_id"]
_NAMES += ["checked_out_date", "lost_status", "branchName", "effectiveStatus", "returnDate"]
_SAID = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=8),
    lambda inner: (
        some.lists(inner, max_size=4)
        | some.dictionaries(
            some.sampled_from(
                ["document", "id", "requested", "item", "available", "unavailable", "service", "expected"]
            )
            | some.sampled_from(
                ["item_id", "checked_out_date", "lost_status", "branchName", "effectiveStatus", "returnDate"]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


@pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS)
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(said=_SAID)
def test_anything_in_json_is_read_or_refused(ask: Callable[[str], object], said: Any) -> None:
    with playing(200, said) as peer:
        try:
            found = ask(peer.url)
        except KnownError:
            return
    assert found is None or isinstance(found, tuple)


@pytest.mark.parametrize(
    "address", ["", "ftp://x", "https://", "http:///x", "https://u:p@x/", "https://x:99999/", "javascript:1", "//x/y"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(BadInput):
        line.Line(address)
