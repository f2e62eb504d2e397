"""The SRU client, and live availability, against a server that others wrote (Zebra) with real records."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from kiosk import clock
from kiosk.catalogue import marc
from kiosk.catalogue.record import MarcRecord
from kiosk.central.catalogue import availability, gate
from kiosk.central.catalogue.adapters import sru
from kiosk.central.catalogue.adapters.line import line
from kiosk.central.catalogue.adapters.sru import Broken, Diagnostic
from kiosk.central.catalogue.models import Copy, Source, Title
from kiosk.central.main import main
from kiosk.errors import Refused, Unreachable
from kiosk.wire import Availability, decode, encode
from kiosk.wire import Title as Record
from tests.agent import scripted
from tests.central import sru_server
from tests.central.made_up import FakeKiosk, branch
from tests.central.sru_server import CATALOGUE, Zebra

pytestmark = pytest.mark.peer
EVERYTHING = "cql.allRecords=1"

#: Read by pymarc and by yaz in two ways: a double tilde (MARC-8 FA), subscripts (ESC b), a dot after half a ligature.
OTHERWISE = ["SIRSI:u76", "SIRSI:u1273", "SIRSI:u1523", "SIRSI:u1906"]
LONG_AGO = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def zebra(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zebra]:
    with sru_server.running(tmp_path_factory.mktemp("zebra")) as server:
        yield server


@pytest.fixture(scope="module")
def everything(zebra: Zebra) -> list[MarcRecord]:
    found = list(sru.records(zebra.address, EVERYTHING))
    assert not [each for each in found if isinstance(each, Broken)]
    return [each for each in found if isinstance(each, MarcRecord)]


def test_every_record_comes_in_every_version(zebra: Zebra, everything: list[MarcRecord]) -> None:
    assert len(everything) == 2000 + 30 + 455 + 2
    for version in ("1.1", "2.0"):
        assert len(list(sru.records(zebra.address, EVERYTHING, version=version))) == len(everything)


@pytest.mark.parametrize("name", ["uva_001_2000.mrc", "eleven_scripts.mrc", "titles.xml"])
def test_a_title_is_the_same_by_file_and_by_sru(everything: list[MarcRecord], name: str) -> None:
    by_file = [title for title in marc.read(CATALOGUE / name) if isinstance(title, Record)]
    by_sru = {title.id: title for title in map(marc.title, everything)}
    found = [(title, by_sru.get(title.id)) for title in by_file]
    wrong = [title.id for title, other in found if other is None or plain(other) != plain(title)]
    assert wrong == [id for id in OTHERWISE if name.startswith("uva")]


def plain(title: Record) -> Record:
    """Without what converters do differently: yaz writes the ligature of MARC-8 (EB, EC) as one tie, pymarc as two
    halves."""
    return decode(encode(title).replace("\ufe20".encode(), "\u0361".encode()).replace("\ufe21".encode(), b""), Record)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (sru.clause("dc.title", "tellen tot tien"), 1),
        (sru.clause("dc.title", 'a "quoted" (word) and/or', "any"), None),
        (sru.clause("dc.language", "dut"), None),
        (sru.clause("dc.title", "qqqzzz"), 0),
    ],
)
def test_words_find_what_they_should(zebra: Zebra, query: str, count: int | None) -> None:
    found = list(sru.records(zebra.address, query))
    assert len(found) == count if count is not None else found


@pytest.mark.parametrize(
    ("query", "how", "code"),
    [
        ("(dc.title=x", {}, 10),
        ("xyz.title=jazz", {}, 15),
        ("dc.foo=jazz", {}, 16),
        ("ell?ngton", {}, 28),
        ("dc.title=van", {"schema": "foo"}, 66),
        ("dc.title=van", {"version": "3.0"}, 5),
    ],
)
def test_what_it_will_not_do_it_says(zebra: Zebra, query: str, how: dict[str, str], code: int) -> None:
    with pytest.raises(Diagnostic) as raised:
        list(sru.records(zebra.address, query, **how))
    assert raised.value.code == code


def test_dublin_core_is_no_marc(zebra: Zebra) -> None:
    with pytest.raises(Refused, match="no MARC"):
        list(sru.records(zebra.address, "dc.title=van", schema="dc"))


def test_a_stylesheet_that_is_gone_gives_marc_that_is_called_dublin_core(tmp_path: Path) -> None:
    """What Zebra itself does wrong: the record is read all the same."""
    (broken := tmp_path / "broken").mkdir()
    with sru_server.running(broken, without="marc2dc.xsl") as server:
        found = list(sru.records(server.address, "dc.title=van", schema="dc"))
    assert found
    assert all(isinstance(each, MarcRecord) for each in found)


def test_another_database_is_not_there(zebra: Zebra) -> None:
    with pytest.raises((Unreachable, Refused)):
        list(sru.records(zebra.address.replace("Default", "Other"), EVERYTHING))


def test_a_server_that_hangs_is_given_up_in_time(zebra: Zebra) -> None:
    with zebra.hung():
        begin = time.monotonic()
        with pytest.raises(Unreachable, match="too long"):
            sru.record(sru.Server(zebra.address), "hold-1", 0.5)
        assert time.monotonic() - begin < 1.5
    assert sru.record(sru.Server(zebra.address), "hold-1", 5) is not None


def test_an_answer_that_is_cut_off_ends_the_import_where_it_is(zebra: Zebra) -> None:
    with scripted.listening(through(zebra, cut=3)) as peer:
        pages = sru.pages(sru.Server(peer.url), EVERYTHING)
        assert [next(pages).next, next(pages).next] == [51, 101]
        with pytest.raises(Unreachable):
            next(pages)
        again = next(sru.pages(sru.Server(peer.url), EVERYTHING, 101))
    assert (again.first, len(again.found)) == (101, 50)


def through(zebra: Zebra, cut: int) -> scripted.Play:
    """What Zebra says, but the `cut`th answer ends in its middle."""
    count = 0

    def play(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        nonlocal count
        count += 1
        with line(zebra.address) as to:
            body = to.get(query=dict(parse_qsl(urlsplit(path).query))).body
        if count != cut:
            return scripted.say(handler, 200, body, "text/xml")
        handler.close_connection = True
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])

    return play


MAPPING = """
preset = "koha"
[branches]
LAAK = "laak"
CENTRUM = "oost"
"""


@pytest.fixture
def kiosk(zebra: Zebra) -> FakeKiosk:
    """At a central that knows the title `haag:hold-1` from Zebra, and that it had one copy in Oost long ago."""
    availability._gate.cache_clear()
    kiosk = FakeKiosk()
    source = Source.objects.create(slug="haag", name="Haag", kind="sru", address=zebra.address, mapping=MAPPING)
    for number in ("hold-1", "gone"):
        record = Record(id=f"haag:{number}", title="Tellen tot tien")
        title = Title(id=record.id, body=encode(record), title=record.title, kind="book", source=source, number=number)
        title.save()
        Copy(id=f"haag:{number}/1", title=title, branch=branch("oost"), status="available", fetched=LONG_AGO).save()
    return kiosk


def look(kiosk: FakeKiosk, title: str = "haag:hold-1") -> Availability:
    reply = kiosk.get(f"/v1/availability/{title}")
    assert reply.status_code == 200, reply.content
    assert reply["Cache-Control"] == "no-store"
    return decode(reply.content, Availability)


def test_a_kiosk_hears_where_a_title_is_now(kiosk: FakeKiosk) -> None:
    found = look(kiosk)
    assert found.live
    assert found.fetched is not None
    assert abs((found.fetched - clock.now()).total_seconds()) < 10
    assert sorted((copy.branch, copy.status, copy.due, copy.title) for copy in found.copies) == [
        ("laak", "available", None, "haag:hold-1"),
        ("laak", "on_loan", date(2031, 5, 6), "haag:hold-1"),
        ("oost", "reference", None, "haag:hold-1"),
    ]
    assert Copy.objects.filter(title="haag:hold-1").count() == 1  # nothing of it is kept


def stored(found: Availability) -> bool:
    told = [(copy.branch, copy.status, copy.fetched) for copy in found.copies]
    return not found.live and told == [("oost", "available", LONG_AGO)]


def test_a_title_that_the_server_does_not_know_is_as_the_import_knew_it(kiosk: FakeKiosk) -> None:
    assert stored(look(kiosk, "haag:gone"))


def test_a_server_that_hangs_costs_one_visitor_two_seconds(kiosk: FakeKiosk, zebra: Zebra) -> None:
    with zebra.hung():
        took = []
        for _ in range(3):
            begin = time.monotonic()
            assert stored(look(kiosk))
            took.append(time.monotonic() - begin)
    assert took[0] < gate.BUDGET + 0.5
    assert max(took[1:]) < 0.2


def test_after_it_was_down_it_is_asked_again(kiosk: FakeKiosk, zebra: Zebra, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "BUDGET", 0.3)
    monkeypatch.setattr(gate, "REST", 0.3)
    monkeypatch.setattr(availability, "BUDGET", 0.3)
    with zebra.hung():
        assert stored(look(kiosk))
    time.sleep(0.4)
    assert stored(look(kiosk))  # nobody waits for this one
    end = time.monotonic() + 10
    while not look(kiosk).live:
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_server_that_is_not_there_costs_nothing(kiosk: FakeKiosk) -> None:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        Source.objects.update(address=f"http://127.0.0.1:{place.getsockname()[1]}/")
        begin = time.monotonic()
        assert stored(look(kiosk))
        assert time.monotonic() - begin < 1


@pytest.mark.parametrize("live", ['protocol = "none"', 'index = "no.such"', 'protocol = "wise"'])
def test_who_cannot_be_asked_is_as_the_import_knew_it(kiosk: FakeKiosk, live: str) -> None:
    Source.objects.update(mapping=f"{MAPPING}[live]\n{live}\n")
    assert stored(look(kiosk))


def test_branches_that_nobody_named_are_no_reason_to_say_that_there_is_none(kiosk: FakeKiosk) -> None:
    Source.objects.update(mapping='preset = "koha"\n[branches]\nLAAK = "elsewhere"')
    assert stored(look(kiosk))


# The whole of it: harvest, then look

#: All 2,487 but one, which says of itself that it is deleted (leader/05).
TITLES = 2486


@pytest.fixture
def source(zebra: Zebra) -> Source:
    availability._gate.cache_clear()
    for of in ("laak", "oost"):
        branch(of)
    return Source.objects.create(slug="haag", name="Haag", kind="sru", address=zebra.address, mapping=MAPPING)


def test_a_harvest_brings_every_title_with_its_copies_and_live_ones_after(source: Source) -> None:
    assert main(["catalogue", "harvest", "haag"]) == 0
    assert Title.objects.filter(source=source).count() == TITLES
    kiosk = FakeKiosk()
    stored = {(copy.branch_id, copy.status) for copy in Copy.objects.filter(title="haag:hold-1")}
    assert stored == {("laak", "available"), ("laak", "on_loan"), ("oost", "reference")}
    assert look(kiosk).live
    assert {copy.id for copy in look(kiosk).copies} == set(
        Copy.objects.filter(title="haag:hold-1").values_list("pk", flat=True)
    )


def test_a_harvest_that_was_cut_off_goes_on_where_it_was(
    source: Source, zebra: Zebra, capsys: pytest.CaptureFixture[str]
) -> None:
    with scripted.listening(through(zebra, cut=21)) as peer:
        Source.objects.update(address=peer.url)
        assert main(["catalogue", "harvest", "haag"]) == 2
        assert "haag:" in capsys.readouterr().err
        asked = len(peer.asked)
        assert main(["catalogue", "harvest", "haag"]) == 0
    firsts = [int(parse_qs(urlsplit(path).query)["startRecord"][0]) for _, path, _, _ in peer.asked]
    assert firsts[asked] == firsts[asked - 1] == 1001
    assert Title.objects.filter(source=source).count() == TITLES
