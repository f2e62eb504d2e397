"""Harvests when servers are busy, broken or hostile, and when something ends us in the middle."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue.record import Field, MarcRecord
from kiosk.central.catalogue import asking, harvesting
from kiosk.central.catalogue.adapters import Deleted, Harvested, Place, oai_pmh, sru
from kiosk.central.catalogue.adapters.line import Line
from kiosk.central.catalogue.harvesting import harvest
from kiosk.central.catalogue.models import Copy, Run, Source, Title
from kiosk.central.catalogue.report import Report
from kiosk.central.catalogue.site import Harvest
from kiosk.central.main import main
from kiosk.errors import KnownError, Unreachable
from tests import peak
from tests.central.databases import rows
from tests.central.made_up import branch
from tests.central.oai_server import Reply, serving
from tests.central.test_serving import Running

XML = {"Content-Type": "text/xml"}

PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-25T10:00:00Z</responseDate>
<request verb="ListRecords">http://127.0.0.1/oai</request>{inside}</OAI-PMH>"""

FORMATS = """<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat>
<metadataFormat><metadataPrefix>marc21</metadataPrefix></metadataFormat></ListMetadataFormats>"""

RECORD = """<record><header><identifier>oai:x.org:{id}</identifier><datestamp>2026-11-01</datestamp></header><metadata>
<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
<controlfield tag="001">{id}</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">{title}</subfield>
</datafield>{more}</record></metadata></record>"""

GONE = """<record><header status="deleted"><identifier>oai:x.org:{id}</identifier></header></record>"""

Answer = Callable[[dict[str, str]], Reply]


@pytest.fixture(autouse=True)
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that would have been waited."""
    found: list[float] = []
    monkeypatch.setattr(oai_pmh, "_wait", found.append)
    return found


def record(id: object, title: str = "Titel", more: str = "") -> str:
    return RECORD.format(id=id, title=title, more=more)


def listed(*records: str, token: str = "", total: str = "") -> str:
    size = f' completeListSize="{total}"' if total else ""
    return f"<ListRecords>{''.join(records)}<resumptionToken{size}>{token}</resumptionToken></ListRecords>"


def page(inside: str) -> Reply:
    return 200, XML, PAGE.format(inside=inside).encode()


def scripted(pages: dict[str, Reply | Callable[[], Reply]]) -> Answer:
    """Pages by token; "" is the first."""

    def answer(query: dict[str, str]) -> Reply:
        match query["verb"]:
            case "ListMetadataFormats":
                return page(FORMATS)
            case "Identify":
                return page("<Identify><granularity>YYYY-MM-DD</granularity></Identify>")
        found = pages[query.get("resumptionToken", "")]
        return found() if callable(found) else found

    return answer


def harvested(address: str, **values: Any) -> tuple[Source, Report]:
    """The source, and what became of its harvest; what it raised is in the `Run`."""
    source = Source.objects.filter(pk="x").first() or Source(slug="x", name="X", kind="oai", **values)
    source.address = address
    source.save()
    report = Report()
    try:
        harvest(source, report)
    except KnownError:
        assert Run.objects.order_by("-pk")[0].error
    return Source.objects.get(), report


def error() -> str:
    return Run.objects.order_by("-pk")[0].error


def test_a_busy_server_is_waited_for_as_long_as_it_says(waited: list[float]) -> None:
    replies = iter([(503, {"Retry-After": "7"}, b""), (503, {"Retry-After": "9999999"}, b""), page(listed(record(1)))])
    with serving(scripted({"": lambda: next(replies)})) as address:
        _, report = harvested(address)
    assert report.added == 1
    assert waited == [7.0, oai_pmh.BUSY / 4]


def test_a_server_that_is_always_busy_is_given_up() -> None:
    with serving(scripted({"": (503, {"Retry-After": "1"}, b"")})) as address:
        harvested(address)
    assert "answers with 503" in error()


def test_one_record_that_is_no_xml_does_not_cost_the_page() -> None:
    broken = record(2, "Jip & Janneke &nbsp; <b>")
    with serving(
        scripted(
            {"": page(listed(record(1), broken, record(3, "Drie"), token="a&amp;b")), "a&b": page(listed(record(4)))}
        )
    ) as address:
        _, report = harvested(address)
    assert (report.read, report.added, report.refused) == (4, 3, 1)
    [reason] = report.reasons
    assert reason.position == "oai:x.org:2"
    assert "not XML" in reason.reason


def test_a_character_that_xml_forbids_costs_nothing() -> None:
    with serving(scripted({"": page(listed(record(1, "Een\x1ftwee")))})) as address:
        _, report = harvested(address)
    assert (report.added, Title.objects.get().title) == (1, "Eentwee")


def test_a_page_that_is_cut_off_is_asked_for_again() -> None:
    whole = PAGE.format(inside=listed(record(1), record(2))).encode()
    replies = iter([(200, XML, whole[:-40]), (200, XML, whole)])
    with serving(scripted({"": lambda: next(replies)})) as address:
        _, report = harvested(address)
    assert (report.added, report.refused) == (2, 0)


def test_records_without_marc_and_without_identifier_are_refused_and_the_rest_goes_on() -> None:
    empty = "<record><header><identifier>oai:x.org:9</identifier></header><metadata/></record>"
    nameless = "<record><header/><metadata/></record>"
    holdings = record(8).replace("nam a", "nx  a")
    untitled = record(7, "")
    with serving(scripted({"": page(listed(empty, nameless, holdings, untitled, record(1)))})) as address:
        _, report = harvested(address)
    assert (report.read, report.added, report.skipped, report.refused) == (5, 1, 1, 3)
    assert {(reason.position, reason.reason) for reason in report.reasons} == {
        ("oai:x.org:9", "there is no MARC in it"),
        ("?", "a record without an identifier"),
        ("8", "a holdings record"),
        ("7", "without a title"),
    }


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ((302, {"Location": "http://127.0.0.1:1/"}, b""), "sends us elsewhere"),
        ((401, {}, b""), "does not let us in"),
        ((500, {}, b"Traceback"), "answers with 500"),
        ((200, {}, b"<html><body>Log in</body></html>"), "no answer of OAI-PMH but <html>"),
        ((200, {}, b"{}"), "no answer of OAI-PMH: not XML"),
        ((200, {}, b""), "no answer of OAI-PMH"),
        (page('<error code="badArgument">no set</error>'), "badArgument, no set"),
        ((200, {}, b'<!DOCTYPE x [<!ENTITY a "b">]>' + PAGE.format(inside="").encode()), "entities"),
        ((200, {}, b"<a>" * 100_000), "too deep"),
    ],
    ids=["redirect", "not let in", "fault", "page", "json", "nothing", "error", "entities", "deep"],
)  # fmt: skip
def test_what_is_no_answer_ends_the_harvest_with_the_reason(reply: Reply, said: str) -> None:
    with serving(lambda query: reply) as address:
        harvested(address)
    assert said in error()
    assert not Title.objects.exists()


def test_a_server_that_goes_round_in_circles_is_left() -> None:
    def answer(query: dict[str, str]) -> Reply:
        if query["verb"] != "ListRecords":
            return page(FORMATS)
        return page(listed(token=str(int(query.get("resumptionToken", "0")) + 1)))

    with serving(answer) as address:
        harvested(address)
        assert "round in circles" in error()
    with serving(
        scripted({"": page(listed(record(1), token="a")), "a": page(listed(record(2), token="a"))})
    ) as address:
        Source.objects.all().update(token="")
        harvested(address)
    assert "round in circles" in error()


def test_a_server_that_forgets_every_token_is_left() -> None:
    bad = page('<error code="badResumptionToken">expired</error>')
    with serving(scripted({"": page(listed(record(1), token="a")), "a": bad})) as address:
        harvested(address)
    assert "forgets where we are" in error()
    assert Title.objects.count() == 1


def test_after_a_failure_the_next_run_goes_on_where_that_one_came() -> None:
    asked: list[str] = []
    fails = [True]

    def answer(query: dict[str, str]) -> Reply:
        if query["verb"] != "ListRecords":
            return page(FORMATS)
        token = query.get("resumptionToken", "")
        asked.append(token)
        if token == "c" and fails:
            return 500, {}, b""
        follow = {"": "b", "b": "c", "c": "d", "d": ""}[token]
        return page(listed(record(len(asked)), token=follow))

    with serving(answer) as address:
        source, report = harvested(address)
        assert (source.token, source.harvested, report.added) == ("c", None, 2)
        fails.clear()
        asked.clear()
        source, _ = harvested(address)
    assert asked == ["c", "d"]
    assert (source.token, source.harvested) == ("", datetime(2026, 11, 25, 10, tzinfo=UTC))


def test_from_is_a_day_earlier_and_in_the_servers_granularity() -> None:
    asked: list[dict[str, str]] = []
    script = scripted({"": page('<error code="noRecordsMatch"/>')})

    def answer(query: dict[str, str]) -> Reply:
        asked.append(query)
        return script(query)

    with serving(answer) as address:
        harvested(address, harvested=datetime(2026, 11, 24, 12, tzinfo=UTC))
    [listing] = [query for query in asked if query["verb"] == "ListRecords"]
    assert (listing["from"], listing["metadataPrefix"]) == ("2026-11-23", "marc21")
    assert Source.objects.get().harvested == datetime(2026, 11, 25, 10, tzinfo=UTC)


def test_two_harvests_of_one_source_do_not_mix(monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(*_: Any) -> Iterator[Harvested]:
        yield Deleted("1")
        yield Place("a")
        # Another process came to the same place, and further
        Source.objects.filter(pk="x").update(token="b")
        yield Deleted("2")
        yield Place("b")

    monkeypatch.setattr(harvesting, "harvester", lambda kind: meanwhile)
    _, report = harvested("http://127.0.0.1/")
    assert "Another harvest" in error()
    assert report.read == 2
    assert Source.objects.get().token == "b"


def test_what_staff_change_while_a_harvest_goes_on_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(*_: Any) -> Iterator[Harvested]:
        Source.objects.filter(pk="x").update(mapping='preset = "koha"', name="Anders")
        yield Place("", datetime(2026, 11, 25, 10, tzinfo=UTC))

    monkeypatch.setattr(harvesting, "harvester", lambda kind: meanwhile)
    source, _ = harvested("http://127.0.0.1/")
    assert (source.name, source.mapping) == ("Anders", 'preset = "koha"')
    assert source.harvested == datetime(2026, 11, 25, 10, tzinfo=UTC)


def test_koha_copies_come_in_the_record() -> None:
    branch("laak")
    items = """<datafield tag="952" ind1=" " ind2=" "><subfield code="9">77</subfield><subfield code="b">LAAK</subfield>
    <subfield code="o">J MULT</subfield><subfield code="q">2026-12-10</subfield><subfield code="d">2026-11-02</subfield>
    <subfield code="l">12</subfield></datafield>"""
    script = scripted({"": page(listed(record(1, "Max", items)))})
    with serving(script) as address:
        source = Source(slug="k", name="K", kind="oai", address=address, mapping='preset = "koha"')
        source.save()
        report = Report()
        harvest(source, report)
    copy = Copy.objects.get()
    assert (copy.branch_id, copy.call_number, copy.status, str(copy.due)) == ("laak", "J MULT", "on_loan", "2026-12-10")
    assert str(copy.added) == "2026-11-02"
    assert report.copies == 1


def koha(query: dict[str, str], items: dict[str, Reply]) -> Reply:
    """A Koha whose records have no copies in them: those are asked for one by one."""
    path = query.pop("")
    if path.endswith("/oai.pl"):
        return scripted({"": page(listed(record("1"), record("2"), record("3")))})(query)
    return items[path.removeprefix("/api/v1/public/biblios/").removesuffix("/items")]


HELD = b'[{"item_id": 5, "home_library_id": "LAAK", "callnumber": "MULT", "checked_out_date": "2026-12-10"}]'


def test_koha_leaves_copies_to_its_rest_and_a_record_that_is_gone_meanwhile_is_gone() -> None:
    branch("laak")
    items: dict[str, Reply] = {"1": (200, {}, HELD), "2": (404, {}, b"{}"), "3": (200, {}, b"[]")}
    with serving(lambda query: koha(query, items)) as address:
        root = address.removesuffix("/oai")
        source = Source(slug="k", name="K", kind="koha", address=root, mapping='[harvest]\nitems = "rest"')
        source.save()
        harvest(source, report := Report())
        assert asking.question(source, source.site(), "1", 5)().__class__ is tuple  # type: ignore[misc]
    assert (report.added, report.skipped, report.copies) == (2, 1, 1)
    assert (Copy.objects.get().title_id, Copy.objects.get().status) == ("k:1", "on_loan")


def test_a_harvest_that_is_killed_goes_on_with_the_next_page(another: str) -> None:
    asked: list[str] = []
    reached, go_on = threading.Event(), threading.Event()

    def answer(query: dict[str, str]) -> Reply:
        if query["verb"] != "ListRecords":
            return page(FORMATS)
        token = int(query.get("resumptionToken", "0"))
        asked.append(str(token))
        if token == 3 and not go_on.is_set():
            reached.set()
            go_on.wait(30)
        records = [record(f"{token}-{place}") for place in range(20)]
        return page(listed(*records, token=str(token + 1) if token < 5 else ""))

    central = Running(another)
    central.run("migrate")
    with serving(answer) as address:
        central.run("catalogue", "source", "x", "--kind", "oai", "--address", address)
        command = [sys.executable, "-m", "kiosk.central.main", "catalogue", "harvest", "x"]
        process = subprocess.Popen(command, env=central.environment)
        assert reached.wait(60)
        process.send_signal(signal.SIGKILL)
        process.wait()
        go_on.set()
        assert rows(another, "SELECT count(*) FROM catalogue_title") == [(60,)]
        assert rows(another, "SELECT token FROM catalogue_source") == [("3",)]
        asked.clear()
        said = central.run("catalogue", "harvest", "x")
    assert asked == ["3", "4", "5"]
    assert "60 read, 60 added" in said
    assert rows(another, "SELECT count(*), count(DISTINCT rev) FROM catalogue_title") == [(120, 120)]


def test_an_answer_of_a_gigabyte_does_not_fill_the_memory() -> None:
    piece = record(1).encode() * 200

    def endless() -> Iterator[bytes]:
        yield PAGE.split("{inside}")[0].encode() + b"<ListRecords>"
        for _ in range((1 << 30) // len(piece)):
            yield piece

    with serving(lambda query: page(FORMATS) if query["verb"] != "ListRecords" else (200, XML, endless())) as address:
        peak.forget()
        before = peak.megabytes()
        harvested(address)
        grown = peak.megabytes() - before
    assert "longer than" in error()
    assert grown < 300


def test_a_server_that_drips_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oai_pmh, "TRIES", 1)
    monkeypatch.setattr(oai_pmh, "PATIENCE", 1.0)

    def dripping() -> Iterator[bytes]:
        for _ in range(60):
            time.sleep(0.2)
            yield b" "

    began = time.monotonic()
    with serving(lambda query: (200, XML, dripping())) as address:
        harvested(address)
    assert time.monotonic() - began < 8
    assert error()


def test_a_full_harvest_that_fails_lets_go_of_nothing_and_the_next_one_does() -> None:
    pages: dict[str, Reply | Callable[[], Reply]] = {"": page(listed(*map(record, range(10))))}
    with serving(scripted(pages)) as address:
        source, _ = harvested(address, mapping="vanish = 0.5")
        pages |= {"": page(listed(record(0), token="a")), "a": (500, {}, b"")}
        with pytest.raises(Unreachable):
            harvest(source, Report(), full=True)
        assert Title.objects.count() == 10
        pages["a"] = page(listed(*map(record, range(1, 8))))
        # It goes on with what it was: everything
        source.refresh_from_db()
        assert (source.token, source.whole) == ("a", True)
        report = Report()
        harvest(source, report)
    assert (report.read, report.deleted, Title.objects.count()) == (9, 2, 8)
    source.refresh_from_db()
    assert (source.token, source.whole) == ("", False)


def test_one_source_that_fails_does_not_keep_the_others_from_coming(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(scripted({"": page(listed(record(1), record(2, "")))})) as address:
        Source(slug="a", name="A", kind="oai", address="http://127.0.0.1:9/oai").save()
        Source(slug="b", name="B", kind="oai", address=address).save()
        Source(slug="c", name="C").save()
        assert main(["catalogue", "harvest", "--json"]) == 2
    said = capsys.readouterr()
    assert said.err.startswith("a: There is no answer")
    lines = said.out.splitlines()
    assert lines[1].startswith("b: 2 read, 1 added")
    report = json.loads(lines[-1])
    assert (report["read"], report["added"], report["refused"], report["reasons"][0]["position"]) == (2, 1, 1, "2")


def test_a_harvest_by_sru_without_numbers_in_it_comes_under_names_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    nameless = MarcRecord("00000nam a2200000 a 4500", [Field("245", subfields=(("a", "Zonder nummer"),))])
    both = (nameless, sru.Broken(2, "not XML"))
    monkeypatch.setattr(sru, "pages", lambda server, query, first: iter([sru.Page(2, 1, both, 0)]))
    source = Source(slug="s", name="S", kind="sru", address="http://127.0.0.1:9/")
    source.save()
    for expected in ((2, 1, 0, 1), (2, 0, 1, 1)):
        report = Report()
        harvest(source, report)
        assert (report.read, report.added, report.skipped, report.refused) == expected
    assert Title.objects.get().pk.startswith("s:x")


MARKS = st.sampled_from([b"<", b">", b"&", b"]]>", b"<!--", b"</record>", b"\0", b"\xff"])
PIECES = st.one_of(MARKS, st.binary(max_size=5))
CHANGES = st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 40), PIECES), max_size=6)


@settings(max_examples=200, deadline=None)
@given(CHANGES)
def test_a_spoiled_page_is_read_as_far_as_it_goes_or_refused(changes: list[tuple[int, int, bytes]]) -> None:
    body = PAGE.format(inside=listed(*map(record, range(20)), token="next")).encode()
    for place, length, other in changes:
        at = place % len(body)
        body = body[:at] + other + body[at + length :]
    server = oai_pmh._Server(Line("http://127.0.0.1:9/oai"), Harvest(), 1)
    with contextlib.suppress(KnownError, oai_pmh._BadToken):
        page = server._read(body)
        found = list(oai_pmh._records(page))
        assert len(found) <= 60
        assert isinstance(oai_pmh._token(page)[0], str)


@pytest.mark.parametrize("piece", [b"<record><header>", b"<record>\n<header/>&", b"&" * 100, b"<!--", b"<OAI-PMH "])
def test_a_page_that_is_all_noise_is_given_up_in_time(piece: bytes) -> None:
    began = time.monotonic()
    body = PAGE.split("{inside}")[0].encode() + piece * (8_000_000 // len(piece)) + b"</OAI-PMH>"
    with contextlib.suppress(KnownError):
        server = oai_pmh._Server(Line("http://127.0.0.1:9/oai"), Harvest(), 1)
        assert len(list(oai_pmh._records(server._read(body)))) <= 20_000
    assert time.monotonic() - began < 60
